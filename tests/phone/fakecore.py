"""A small desk for the tests of the phone line: answers, speaks tones, remembers what happened. No mocks of
ours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from msgspec.structs import replace

from audio import pcm, tones
from desk.channels.phone.conversation import PersonSound
from desk.channels.phone.line import PhoneLine
from desk.channels.phone.settings import PhoneSettings
from desk.core.commands import Answer, CollectNumber, HangUp, Phrase, PlayMusic, Record, Refuse, Say
from desk.core.events import CallEnded, CallRang, Event
from desk.core.model import Caller, Dial

E = TypeVar("E", bound=Event)
Command = Answer | Refuse | Say | PlayMusic | CollectNumber | Record | HangUp

PITCH = {"greeting": 440.0, "long": 520.0, "second": 660.0, "late": 880.0, "music": 330.0}


def pitch(hertz: float, seconds: float, rate: int) -> bytes:
    """A steady tone of -20 dBFS: what is heard can be told by its pitch."""
    at = np.arange(int(rate * seconds)) / rate
    return pcm.pcm(np.sin(2 * np.pi * hertz * at) * 0.1 * np.sqrt(2.0))


class TestSounds:
    """Tones for phrases: "greeting" 1.5 s, "long" 10 s, "late" 0.5 s that takes 80 ms to make, and so on."""

    __test__ = False

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.seconds = {"long": 10.0, "greeting": 1.5, "late": 0.5}
        self.made: list[str] = []

    def ready(self, phrase: Phrase, rate: int) -> bytes | None:
        if phrase.name == "late":
            return None
        if phrase.name == "beep":
            return tones.beep(rate)
        return pitch(PITCH[phrase.name], self.seconds.get(phrase.name, 1.0), rate)

    def clip(self, phrase: Phrase, rate: int) -> bytes:
        time.sleep(0.08)
        self.made.append(phrase.name)
        if phrase.name == "broken":
            raise RuntimeError("no voice")
        return pitch(PITCH[phrase.name], self.seconds.get(phrase.name, 1.0), rate)

    def music(self, rate: int) -> bytes:
        return bytes(4 * rate) if self.quiet else pitch(PITCH["music"], 2.0, rate)


class Core:
    """Takes events, remembers numbers by key, and does on each event what the test says."""

    def __init__(
        self,
        recordings: Path,
        settings: PhoneSettings | None = None,
        headset: PersonSound | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        self.events: list[Event] = []
        self.times: list[float] = []
        self.numbers: list[str | None] = []
        self.recordings = recordings
        self.dead = 0
        self._new = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self.on: Callable[[Event], object] = lambda event: None
        self.sounds = TestSounds(quiet=quiet)
        self.line = PhoneLine(
            settings or PhoneSettings(listen="127.0.0.1:0"),
            emit=self.emit,
            identify=self.identify,
            clock=lambda: datetime.now(UTC),
            sounds=self.sounds,
            recordings=recordings,
            on_dead=self._died,
            dial_to=lambda caller: caller.key,
            headset=headset,
        )

    def does(self, *commands: Command) -> None:
        """Carry these out at the next turn of the loop, in order."""

        async def all_of_them() -> None:
            for command in commands:
                await self.line.carry_out(command)

        self._spawn(all_of_them())

    def answers(self, *commands: Command) -> None:
        """Answer every call and go on with these commands, whose call ids are filled in."""

        def on(event: Event) -> None:
            if isinstance(event, CallRang):
                self.does(Answer(call=event.call), *(replace(c, call=event.call) for c in commands))

        self.on = on

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _died(self) -> None:
        self.dead += 1

    def identify(self, number: str | None, inside: bool = False) -> Caller:
        self.numbers.append(number)
        if number is None:
            return Caller()
        return Caller(key=f"key{len(self.numbers)}", dial=Dial.CAN, internal=inside)

    def emit(self, event: Event) -> None:
        self.events.append(event)
        self.times.append(time.monotonic())
        self._new.set()
        self.on(event)

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def at(self, event: Event) -> float:
        return self.times[next(i for i, e in enumerate(self.events) if e is event)]

    async def wait(self, kind: type[E], count: int = 1, within: float = 8.0) -> E:
        """The `count`th event of a kind."""
        async with asyncio.timeout(within):
            while len(self.all(kind)) < count:
                self._new.clear()
                await self._new.wait()
        return self.all(kind)[count - 1]

    async def rang(self, count: int = 1) -> CallRang:
        return await self.wait(CallRang, count)

    async def ended(self, count: int = 1, within: float = 8.0) -> CallEnded:
        return await self.wait(CallEnded, count, within)
