"""The person and a caller, really connected: phones in processes of their own, each with a pitch."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desk.channels.phone.settings import PhoneSettings
from desk.core.commands import Dial, HangUp, Talk
from desk.core.events import CallAnswered, CallEnded, EndedBy, FarEndRang
from desk.core.model import Caller, Outcome
from tests.phone.conftest import started
from tests.phone.fakecore import Core
from tests.phone.phones import FarPhone, TestHeadset, loudest, share

ANA, BO, CY, DESK_PHONE, PERSON = 440.0, 620.0, 830.0, 1070.0, 1330.0
HEARD, NOT_HEARD = -35.0, -60.0


class Desk:
    """A desk with a headset, whose numbers are phones' addresses."""

    def __init__(self, core: Core, headset: TestHeadset) -> None:
        self.core = core
        self.headset = headset

    async def does(self, *commands: object) -> None:
        for command in commands:
            await self.core.line.carry_out(command)  # type: ignore[arg-type]

    async def dial(self, call: str, phone: FarPhone) -> None:
        await self.does(Dial(call=call, to=Caller(key=phone.uri)))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    headset = TestHeadset(PERSON)
    desk_settings = PhoneSettings(listen="127.0.0.1:0")
    async with started(tmp_path, desk_settings, headset=headset) as core:
        yield Desk(core, headset)


async def test_a_call_made_is_heard_ringing_then_both_hear_each_other(desk: Desk, tmp_path: Path) -> None:
    core = desk.core
    async with FarPhone("ana", ANA, tmp_path) as ana:
        await desk.dial("o1", ana)
        await desk.does(Talk(call="o1"))
        await ana.wait("rings")
        assert (await core.wait(FarEndRang)).call == "o1"
        await asyncio.sleep(0.5)
        assert loudest(bytes(desk.headset.heard), 8000, 425.0) > HEARD
        desk.headset.heard.clear()
        ana.do("answer")
        assert (await core.wait(CallAnswered)).call == "o1"
        await asyncio.sleep(1.0)
        await desk.does(HangUp(call="o1"))
        ended = await core.ended()
        assert (ended.by, ended.outcome) == (EndedBy.DESK, None)
        await ana.wait("over")
        assert share(ana.heard(), PERSON) > HEARD
        assert loudest(bytes(desk.headset.heard), 8000, ANA) > HEARD
        assert core.line.calls == ()
        assert desk.headset.rate == 0


@pytest.mark.parametrize(("how", "outcome"), [("reject", Outcome.BUSY), ("give up", Outcome.NO_ANSWER)])
async def test_a_call_that_is_not_answered_says_how_it_ended(
    desk: Desk, tmp_path: Path, how: str, outcome: Outcome
) -> None:
    async with FarPhone("ana", ANA, tmp_path) as ana:
        await desk.dial("o1", ana)
        await desk.does(Talk(call="o1"))
        await ana.wait("rings")
        await desk.core.wait(FarEndRang)
        if how == "reject":
            ana.do("reject")
        else:
            await desk.does(HangUp(call="o1"))
        assert (await desk.core.ended()).outcome is outcome
        await ana.wait("over")


async def test_a_number_that_is_not_known_any_more_is_failed(desk: Desk) -> None:
    await desk.does(Dial(call="o1", to=Caller()))
    (ended,) = desk.core.all(CallEnded)
    assert (ended.by, ended.outcome) == (EndedBy.LINE, Outcome.FAILED)
