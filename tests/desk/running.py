"""An engine with its real records and real loop; the line is the test's own and notes what it is told."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from desk.core.commands import Command, Say
from desk.core.events import CallAnswered, CallRang, Event, KeyPressed, PresenceChosen
from desk.core.model import Caller, Desk, Dial, Policy, Presence
from desk.engine import Clock, Engine
from desk.store import Store

QUICK = Policy(ring_serving=0.0, ring_free=0.0)
"""Calls are answered the moment they ring."""


def utc() -> datetime:
    return datetime.now(UTC)


def on_disk(folder: Path) -> list[dict[str, Any]]:
    """The journal as another program reads it from the disk."""
    conn = sqlite3.connect(f"file:{folder / 'onemoment.db'}?mode=ro", uri=True)
    try:
        return [
            msgspec.json.decode(body) for (body,) in conn.execute("SELECT body FROM journal ORDER BY seq")
        ]
    finally:
        conn.close()


def events_on_disk(folder: Path) -> list[str]:
    return [entry["event"] for entry in on_disk(folder)]


class Paper:
    """The line of the test: each command with what stood on the disk when it came."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[Command] = []
        self.disk: list[list[str]] = []
        self.act: Callable[[Command], None] = lambda command: None

    async def carry_out(self, command: Command) -> None:
        self.told.append(command)
        self.disk.append(events_on_disk(self.folder))
        self.act(command)

    def phrases(self, call: str | None = None) -> list[str]:
        said = (c for c in self.told if isinstance(c, Say) and call in (None, c.call))
        return [phrase.name for say in said for phrase in say.phrases]


class Bell:
    """The sound at the desk."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def ring(self, urgent: bool = False, alarm: bool = False) -> None:
        self.heard.append("urgent" if urgent else "alarm" if alarm else "ring")

    def remind(self) -> None:
        self.heard.append("remind")

    def stop_ring(self) -> None:
        self.heard.append("quiet")


class SetClock(Clock):
    """The real clock, and somebody who sets it."""

    def __init__(self) -> None:
        super().__init__()
        self.by = 0.0
        self._noticed = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.by)

    def jumped(self) -> float:
        by, self._noticed = self.by - self._noticed, self.by
        return by


class Running:
    """One engine at work."""

    def __init__(
        self,
        folder: Path,
        policy: Policy = QUICK,
        clock: Clock | None = None,
        happened: Callable[[Event, Desk, Desk], None] = lambda *_: None,
    ) -> None:
        self.folder = folder
        self.store = Store.open(folder)
        self.bell = Bell()
        self.line = Paper(folder)
        self.changes = 0
        self.engine = Engine(
            self.store,
            policy,
            "test",
            self.bell,
            clock=clock or Clock(),
            changed=self._changed,
            happened=happened,
        )
        self._loop: asyncio.Task[None] | None = None
        self._calls = 0

    def _changed(self) -> None:
        self.changes += 1

    @property
    def desk(self) -> Desk:
        return self.engine.desk

    async def start(self) -> None:
        self.engine.restore()
        await self.engine.start(self.line)
        self._loop = asyncio.create_task(self.engine.run())

    async def stop(self) -> None:
        """In good order."""
        assert self._loop is not None
        self.engine.stop()
        await asyncio.wait_for(self._loop, 5)
        await self.engine.finish()
        self.store.close()

    async def kill(self) -> None:
        """As if the process had been killed: nothing more is written."""
        assert self._loop is not None
        self._loop.cancel()
        await asyncio.gather(self._loop, return_exceptions=True)
        self.store.close()

    async def happens(self, event: Event) -> None:
        await asyncio.wait_for(self.engine.feed_and_wait(event), 5)

    async def ring(self, number: str | None = "+442079460123") -> str:
        self._calls += 1
        call = f"call-{self.store.seq}-{self._calls}"
        caller = Caller() if number is None else Caller(key=self.store.key_for(number), dial=Dial.CAN)
        await self.happens(CallRang(at=self.engine.clock.now(), call=call, caller=caller))
        return call

    async def answered(self, number: str | None = "+442079460123") -> str:
        call = await self.ring(number)
        await self.happens(CallAnswered(at=self.engine.clock.now(), call=call))
        return call

    async def press(self, call: str, keys: str) -> None:
        for key in keys:
            await self.happens(KeyPressed(at=self.engine.clock.now(), call=call, key=key))

    async def serving(self) -> None:
        await self.happens(PresenceChosen(at=self.engine.clock.now(), presence=Presence.SERVING))

    async def until(self, true: Callable[[], bool], seconds: float = 5.0) -> None:
        until = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < until, "it did not come to pass"
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(folder: Path, policy: Policy = QUICK, clock: Clock | None = None) -> AsyncIterator[Running]:
    """Started, and at the end stopped in good order."""
    made = Running(folder, policy, clock)
    await made.start()
    try:
        yield made
    except BaseException:
        await made.kill()
        raise
    await made.stop()
