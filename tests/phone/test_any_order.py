"""Two hundred things done to real calls in any order: no call without an owner, nothing leaked."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desk.channels.phone.settings import PhoneSettings
from desk.core.commands import (
    Command,
    Dial,
    HangUp,
    Join,
    Phrase,
    PlayMusic,
    Record,
    RingDeskPhone,
    Say,
    Talk,
    Transfer,
)
from desk.core.events import CallAnswered, CallEnded, TransferEnded
from desk.core.model import Caller
from tests.phone.conftest import started
from tests.phone.fakecore import Core
from tests.phone.phones import FarPhone, TestHeadset

PHONES = ("ana", "bo", "cy", "phone")
OURS = "dial dial dial dial talk talk by-phone music say record keys send join end".split()
THEIRS = ("answer", "answer", "reject", "hangup", "hold", "resume", "press 5", "accept", "refuse 486")
ACTION = st.tuples(
    st.sampled_from((*OURS, *THEIRS)),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from((0.0, 0.01, 0.05, 0.15)),
)


class Storm:
    """Does one thing after the other; `begun` are the calls we were asked for, in order."""

    def __init__(self, core: Core, phones: dict[str, FarPhone]) -> None:
        self.core = core
        self.phones = phones
        self.begun: list[str] = []

    def live(self, which: int) -> str:
        calls = self.core.line.calls
        return calls[which % len(calls)] if calls else "gone"

    async def do(self, what: str, one: int, other: int) -> None:
        phone = self.phones[PHONES[one]]
        if what in THEIRS:
            phone.do(*what.split())
            return
        call, second = self.live(one), self.live(other)
        to = Caller(key=phone.uri)
        leg = next((id for id in self.core.line.calls if id.startswith("l")), None)
        command: Command | None = None
        match what:
            case "dial" if len(self.core.line.calls) < 4:
                id = f"{'l' if one == 3 else 'o'}{len(self.begun)}"
                self.begun.append(id)
                command = RingDeskPhone(call=id) if one == 3 else Dial(call=id, to=to)
            case "talk":
                command = Talk(call=call)
            case "by-phone" if leg is not None and call != leg:
                command = Talk(call=call, leg=leg)
            case "music":
                command = PlayMusic(call=call)
            case "say":
                command = Say(call=call, say=1, phrases=(Phrase(name="greeting"),))
            case "record":
                command = Record(call=call, recording=f"r{len(self.begun)}{one}{other}", longest=5)
            case "keys":
                self.core.line.send_keys(call, "12")
            case "send":
                command = Transfer(call=call, to=to, longest=2)
            case "join" if call != second:
                command = Join(call=call, other=second, longest=2)
            case "end":
                command = HangUp(call=call)
        if command is not None:
            await self.core.line.carry_out(command)

    def check(self) -> None:
        ended = [event.call for event in self.core.all(CallEnded)]
        assert len(ended) == len(set(ended)), "a call ended twice"
        assert set(self.begun) == set(ended) | set(self.core.line.calls), "a call that nobody knows"
        over: set[str] = set()
        for event in self.core.events:
            if isinstance(event, CallEnded):
                over.add(event.call)
            elif isinstance(event, CallAnswered | TransferEnded):
                assert event.call not in over, "something happened to a call that was over"


def conversations() -> int:
    return sum(thread.name == "conversation" for thread in threading.enumerate())


async def storm(folder: Path, actions: list[tuple[str, int, int, float]]) -> None:
    async with AsyncExitStack() as stack:
        phones = {name: FarPhone(name, 400.0 + 100 * n, folder) for n, name in enumerate(PHONES)}
        await asyncio.gather(*(stack.enter_async_context(phone) for phone in phones.values()))
        headset = TestHeadset(1330.0)
        settings = PhoneSettings(listen="127.0.0.1:0", desk_phone=phones["phone"].uri)
        async with started(folder, settings, headset=headset) as core:
            runtime = core.line._stack._runtime  # type: ignore[union-attr]
            listeners = len(runtime._listeners)
            storm = Storm(core, phones)
            for one in range(4):
                await storm.do("dial", one, 0)
            for phone in phones.values():
                await phone.wait("rings")
                phone.do("answer")
            await core.wait(CallAnswered, 4)
            for what, one, other, pause in actions:
                await storm.do(what, one, other)
                await asyncio.sleep(pause)
                storm.check()
            for call in core.line.calls:
                await core.line.carry_out(HangUp(call=call))
            for _ in range(500):
                if not core.line.calls and len(runtime._listeners) <= listeners:
                    break
                await asyncio.sleep(0.02)
            left = list(runtime._listeners[listeners:])
            assert (core.line.calls, left) == ((), []), core.events
            storm.check()
            assert headset.rate == 0
            assert not core.line._ticker._voices
            await asyncio.sleep(0.05)
            assert conversations() == 0


@pytest.mark.slow
@pytest.mark.timeout(240)
@settings(
    max_examples=4,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(ACTION, min_size=50, max_size=50))
def test_any_order(actions: list[tuple[str, int, int, float]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(storm(Path(folder), actions))
