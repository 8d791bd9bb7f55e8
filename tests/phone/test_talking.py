"""The person and a caller, really connected: phones in processes of their own, each with a pitch."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from desk.channels.phone.settings import PhoneSettings
from desk.core.commands import Dial, HangUp, Join, PlayMusic, RingDeskPhone, Talk, Transfer
from desk.core.events import CallAnswered, CallEnded, EndedBy, FarEndRang, KeyPressed, TransferEnded
from desk.core.model import Caller, Outcome
from tests.phone.conftest import started
from tests.phone.fakecore import Core
from tests.phone.phones import FarPhone, TestHeadset, loudest, loudness, share
from tests.phone.rawsip import RawCallee

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

    async def speaks_with(self, phone: FarPhone, call: str) -> None:
        """Call a phone that answers, and wait until it is answered."""
        answered = len(self.core.all(CallAnswered))
        rung = len(phone.all("rings"))
        await self.dial(call, phone)
        await phone.wait("rings", rung + 1)
        phone.do("answer")
        await self.core.wait(CallAnswered, answered + 1)


@asynccontextmanager
async def desk_with(folder: Path, desk_phone: str = "", *, quiet: bool = False) -> AsyncIterator[Desk]:
    headset = TestHeadset(PERSON)
    settings = PhoneSettings(listen="127.0.0.1:0", desk_phone=desk_phone)
    async with started(folder, settings, headset=headset, quiet=quiet) as core:
        yield Desk(core, headset)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_with(tmp_path) as desk:
        yield desk


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


async def test_keys_go_out_and_come_in_while_speaking(desk: Desk, tmp_path: Path) -> None:
    async with FarPhone("ana", ANA, tmp_path) as ana:
        await desk.speaks_with(ana, "o1")
        await desk.does(Talk(call="o1"))
        desk.core.line.send_keys("o1", "4")
        desk.core.line.send_keys("o1", "2x#")
        await ana.wait("key", 3)
        assert [one["key"] for one in ana.all("key")] == ["4", "2", "#"]
        for key in "912":  # it could be a card's number: not even the keys of the menu are told
            ana.do("press", key)
        await desk.core.wait(KeyPressed, 3)
        assert [event.key for event in desk.core.all(KeyPressed)] == ["other"] * 3


async def test_by_the_desk_phone_both_hear_each_other_and_its_keys_go_on(tmp_path: Path) -> None:
    async with (
        FarPhone("ana", ANA, tmp_path) as ana,
        FarPhone("phone", DESK_PHONE, tmp_path) as phone,
        desk_with(tmp_path, phone.uri) as desk,
    ):
        await desk.speaks_with(ana, "o1")
        await desk.does(PlayMusic(call="o1"), RingDeskPhone(call="l1"))
        await phone.wait("rings")
        phone.do("answer")
        assert (await desk.core.wait(CallAnswered, 2)).call == "l1"
        await desk.does(Talk(call="o1", leg="l1"))
        await asyncio.sleep(1.0)
        phone.do("press", "7")
        assert (await ana.wait("key"))["key"] == "7"
        assert desk.core.all(KeyPressed) == []
        phone.do("hangup")
        ended = await desk.core.ended()
        assert (ended.call, ended.by) == ("l1", EndedBy.CALLER)
        await desk.does(HangUp(call="o1"))
        await ana.wait("over")
        await phone.wait("over")
        assert share(ana.heard(), DESK_PHONE) > HEARD
        assert share(phone.heard(), ANA) > HEARD
        assert not desk.headset.begun


@pytest.mark.parametrize("by", ["headset", "desk phone"])
async def test_nobody_ever_hears_another_caller(tmp_path: Path, by: str) -> None:
    """A storm of swaps between three callers who all speak, the person and the music silent: silence is what
    each of them hears, and then the person.
    """
    async with (
        FarPhone("ana", ANA, tmp_path) as ana,
        FarPhone("bo", BO, tmp_path) as bo,
        FarPhone("cy", CY, tmp_path) as cy,
        FarPhone("phone", 0.0, tmp_path) as phone,
        desk_with(tmp_path, phone.uri, quiet=True) as desk,
    ):
        desk.headset.spoken = False
        callers = {"o1": ana, "o2": bo, "o3": cy}
        for call, caller in callers.items():
            await desk.speaks_with(caller, call)
        leg = None
        if by == "desk phone":
            leg = "l1"
            await desk.does(RingDeskPhone(call=leg))
            await phone.wait("rings")
            phone.do("answer")
            await desk.core.wait(CallAnswered, 4)
        chance = random.Random(7)
        before = "o1"
        for turn in range(60):
            call = chance.choice(tuple(callers))
            await desk.does(Talk(call=call, leg=leg))
            if before != call and turn % 2:
                await desk.does(PlayMusic(call=before))
            before = call
            await asyncio.sleep(chance.choice((0.0, 0.005, 0.03, 0.08, 0.2)))
        for caller in callers.values():
            caller.do("part")
            await caller.wait("parted")
            assert loudness(caller.part()) < NOT_HEARD, caller.name
        desk.headset.spoken = True
        phone.do("pitch", str(DESK_PHONE))
        for call in callers:
            await desk.does(Talk(call=call, leg=leg))
            await asyncio.sleep(0.4)
        for call in (*callers, *([leg] if leg else [])):
            await desk.does(HangUp(call=call))
        ours = DESK_PHONE if leg else PERSON
        for caller in callers.values():
            await caller.wait("over")
            assert share(caller.heard(), ours) > HEARD


async def test_passed_on_without_asking(desk: Desk, tmp_path: Path) -> None:
    async with FarPhone("ana", ANA, tmp_path) as ana, FarPhone("bo", BO, tmp_path) as bo:
        await desk.speaks_with(ana, "o1")
        await desk.does(PlayMusic(call="o1"), Transfer(call="o1", to=Caller(key=bo.uri), longest=10))
        await bo.wait("rings")
        bo.do("answer")
        await ana.wait("call_transfer")
        ana.do("accept")
        await bo.wait("rings", 2)
        bo.do("answer")
        assert (await desk.core.wait(TransferEnded)).outcome is Outcome.REACHED
        ended = await desk.core.ended()
        assert (ended.by, ended.reason) == (EndedBy.DESK, "passed on")
        assert isinstance(desk.core.events[-2], TransferEnded)
        assert desk.core.line.calls == ()


@pytest.mark.parametrize(
    ("how", "outcome"),
    [
        ("busy", Outcome.BUSY),
        ("603", Outcome.REFUSED),
        ("silent", Outcome.NO_ANSWER),
        ("nobody", Outcome.FAILED),
    ],
)
async def test_a_call_that_cannot_be_passed_on_stays(
    desk: Desk, tmp_path: Path, how: str, outcome: Outcome
) -> None:
    """Refused by the colleague, or by the caller's own side once the colleague has picked up."""
    async with FarPhone("ana", ANA, tmp_path) as ana, FarPhone("bo", BO, tmp_path) as bo:
        await desk.speaks_with(ana, "o1")
        to = Caller(key=None if how == "nobody" else bo.uri)
        await desk.does(PlayMusic(call="o1"), Transfer(call="o1", to=to, longest=1.5))
        if how == "busy":
            await bo.wait("rings")
            bo.do("reject")
        elif how == "603":
            await bo.wait("rings")
            bo.do("answer")
            await ana.wait("call_transfer")
            ana.do("refuse", "603")
        ended = await desk.core.wait(TransferEnded)
        assert ended.outcome is outcome, ended
        assert desk.core.all(CallEnded) == []
        if how != "nobody":
            await bo.wait("over")
        await desk.does(Talk(call="o1"))
        await asyncio.sleep(0.5)
        assert loudest(bytes(desk.headset.heard), 8000, ANA) > HEARD
        await desk.does(HangUp(call="o1"))
        assert (await desk.core.ended()).by is EndedBy.DESK


async def test_hanging_up_while_being_passed_on_is_the_callers_end(desk: Desk, tmp_path: Path) -> None:
    async with FarPhone("ana", ANA, tmp_path) as ana, FarPhone("bo", BO, tmp_path) as bo:
        await desk.speaks_with(ana, "o1")
        await desk.does(Transfer(call="o1", to=Caller(key=bo.uri), longest=10))
        await bo.wait("rings")
        ana.do("hangup")
        ended = await desk.core.ended()
        assert (ended.by, ended.reason) == (EndedBy.CALLER, "unknown")
        await bo.wait("over")
        assert desk.core.all(TransferEnded) == []


async def test_joined_with_a_colleague(desk: Desk, tmp_path: Path) -> None:
    async with FarPhone("ana", ANA, tmp_path) as ana, FarPhone("bo", BO, tmp_path) as bo:
        await desk.speaks_with(ana, "o1")
        await desk.does(PlayMusic(call="o1"))
        await desk.speaks_with(bo, "o2")
        await desk.does(Talk(call="o2"))
        await asyncio.sleep(0.4)
        await desk.does(Join(call="o1", other="o2", longest=10))
        await ana.wait("call_transfer")
        ana.do("accept")
        await bo.wait("rings", 2)
        bo.do("answer")
        assert (await desk.core.wait(TransferEnded)).outcome is Outcome.REACHED
        await desk.core.ended(2)
        assert {e.call: (e.by, e.reason) for e in desk.core.all(CallEnded)} == {
            "o1": (EndedBy.DESK, "passed on"),
            "o2": (EndedBy.DESK, "passed on"),
        }
        await asyncio.sleep(0.6)
        ana.do("hangup")


async def test_a_join_that_fails_leaves_both_and_they_are_heard_again(desk: Desk, tmp_path: Path) -> None:
    async with FarPhone("ana", ANA, tmp_path) as ana, FarPhone("bo", BO, tmp_path) as bo:
        await desk.speaks_with(ana, "o1")
        await desk.speaks_with(bo, "o2")
        await desk.does(Talk(call="o2"), Join(call="o1", other="o2", longest=10))
        await ana.wait("call_transfer")
        ana.do("refuse", "486")
        assert (await desk.core.wait(TransferEnded)).outcome is Outcome.BUSY
        desk.headset.heard.clear()
        for call, phone in (("o1", ana), ("o2", bo)):
            await desk.does(Talk(call=call))
            await asyncio.sleep(0.8)
            assert loudest(bytes(desk.headset.heard), 8000, phone.hertz) > HEARD
            await desk.does(HangUp(call=call))
            await phone.wait("over")
            assert share(phone.heard(), PERSON) > HEARD


async def test_a_stall_of_the_loop_is_not_heard(desk: Desk, tmp_path: Path) -> None:
    """While the journal is put on disk, or anything else holds the loop up, the two go on."""
    async with FarPhone("ana", ANA, tmp_path) as ana:
        await desk.speaks_with(ana, "o1")
        await desk.does(Talk(call="o1"))
        await asyncio.sleep(0.5)
        desk.headset.heard.clear()
        time.sleep(0.6)  # noqa: ASYNC251  # the stall, twelve times as long as any should be
        assert len(desk.headset.heard) / 2 / 8000 > 0.3
        await desk.does(HangUp(call="o1"))


async def test_being_held_and_found_again(desk: Desk, tmp_path: Path) -> None:
    """The far end holds us (re-INVITE): the streams are replaced, the conversation goes on after it."""
    async with FarPhone("ana", ANA, tmp_path) as ana:
        await desk.speaks_with(ana, "o1")
        await desk.does(Talk(call="o1"))
        for _ in range(2):
            ana.do("hold")
            await asyncio.sleep(0.5)
            assert desk.core.line.calls == ("o1",)
            ana.do("resume")
            await asyncio.sleep(0.4)
            desk.headset.heard.clear()
            ana.do("forget")
            await asyncio.sleep(0.6)
            assert loudest(bytes(desk.headset.heard), 8000, ANA) > HEARD
            ana.do("part")
            await ana.wait("parted")
            assert share(ana.part(), PERSON) > HEARD
            ana.said.clear()
        await desk.does(HangUp(call="o1"))
        assert (await desk.core.ended()).by is EndedBy.DESK


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("486 Busy Here", Outcome.BUSY),
        ("600 Busy Everywhere", Outcome.BUSY),
        ("603 Decline", Outcome.REFUSED),
        ("403 Forbidden", Outcome.REFUSED),
        ("480 Temporarily Unavailable", Outcome.NO_ANSWER),
        ("408 Request Timeout", Outcome.NO_ANSWER),
        ("404 Not Found", Outcome.FAILED),
        ("503 Service Unavailable", Outcome.FAILED),
    ],
)
async def test_what_the_far_end_answers_is_typed(desk: Desk, status: str, outcome: Outcome) -> None:
    async with RawCallee(status) as callee:
        await desk.does(Dial(call="o1", to=Caller(key=callee.uri)), Talk(call="o1"))
        ended = await desk.core.ended()
        assert (ended.by, ended.outcome) == (EndedBy.LINE, outcome)
        assert ended.reason.startswith(status[:3])
    assert desk.headset.rate == 0


async def test_what_the_exchange_lets_be_heard_before_the_answer_is_heard(desk: Desk) -> None:
    async with RawCallee("183 Session Progress", early=True) as callee:
        await desk.does(Dial(call="o1", to=Caller(key=callee.uri)), Talk(call="o1"))
        assert (await desk.core.wait(FarEndRang)).call == "o1"
        await asyncio.sleep(1.0)
        heard = bytes(desk.headset.heard)
        assert loudest(heard, 8000, 500.0) > HEARD
        assert loudest(heard, 8000, 425.0) < loudest(heard, 8000, 500.0) - 20
        await desk.does(HangUp(call="o1"))
        assert desk.core.all(CallAnswered) == []
