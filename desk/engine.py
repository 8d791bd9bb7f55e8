"""The only loop: event -> step -> journal -> commands -> "changed" to whoever watches.

What happened is written to the journal before anything is done because of it: a promise is spoken only after
it is on the disk. While nothing can be written, events are kept in memory in their order and the rules
promise nothing; once writing works again all of it is written, in order.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Protocol

from desk.core.commands import Command, Discard, QuietDesk, Remind, RingDesk
from desk.core.events import (
    ClockChanged,
    EngineStarted,
    EngineStopped,
    Event,
    RecordsFailed,
    RecordsRestored,
    Ticked,
    Unexpected,
)
from desk.core.model import Desk, Policy
from desk.core.step import next_deadline, replay, taken
from desk.mistakes import where
from desk.store import CannotWrite, Store

log = logging.getLogger("desk.engine")

Entry = tuple[Event, Desk, Desk]

JUMP = 2.0
"""Seconds the wall clock may drift from the steady one between two looks; more is a clock that was set."""
TRY_AGAIN = 2.0
"""Seconds between two attempts to write while writing fails."""
CARRIED_OUT_WITHIN = 5.0
"""Seconds one command may take: the others' calls wait with it."""
SNAPSHOT_EVERY = 500
"""Journal entries after which the desk is kept whole, so that a start does not replay years."""


class Line(Protocol):
    """What the engine asks of a channel."""

    async def carry_out(self, command: Command) -> None:
        """Do this to the call it names; a call that is gone is no error."""


class DeskSound(Protocol):
    """What sounds at the desk itself."""

    def ring(self, urgent: bool = False, alarm: bool = False) -> None:
        """Ring until told to stop; `alarm` softly."""

    def remind(self) -> None:
        """One soft sound."""

    def stop_ring(self) -> None:
        """Stop ringing."""


class Clock:
    """The wall clock, and a watch on whether somebody set it."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.now(UTC)

    def jumped(self) -> float:
        """Seconds the wall clock was set by since the last look, 0.0 when it was not."""
        offset = time.time() - time.monotonic()
        by = offset - self._offset
        if abs(by) < JUMP:
            # slow drift is the clock being disciplined, and must not add up to a jump
            self._offset = offset
            return 0.0
        self._offset = offset
        return by


class Engine:
    """One desk, kept true. Everything that happens goes through `feed`.

    `happened` is told each event, with the desk before and after it, once it stands in the journal (or in
    memory, while nothing can be written), `changed` that the desk is another.
    """

    def __init__(
        self,
        store: Store,
        policy: Policy,
        version: str,
        sound: DeskSound,
        *,
        clock: Clock | None = None,
        changed: Callable[[], None] = lambda: None,
        happened: Callable[[Event, Desk, Desk], None] = lambda *_: None,
    ) -> None:
        self.store = store
        self.policy = policy
        self.clock = clock or Clock()
        self.desk = Desk()
        self._version = version
        self._sound = sound
        self._changed = changed
        self._happened = happened
        self._line: Line | None = None
        self._queue: list[tuple[Event, asyncio.Future[None] | None]] = []
        self._wake = asyncio.Event()
        self._unwritten: list[Entry] = []
        self._try_at = 0.0
        self._stopping = False
        self._since_snapshot = 0
        self._failure = ""
        self.failure_detail = ""
        self._looked = self.clock.now()

    @property
    def unwritten(self) -> int:
        """Events waiting in memory because nothing can be written; 0 when all is on disk."""
        return len(self._unwritten)

    def restore(self) -> Desk:
        """The desk as the journal left it, live calls included; they are cut by `start`."""
        loaded = self.store.load()
        self.desk = replay(loaded.desk or Desk(), (e for _, e in loaded.events_after), self.policy)
        return self.desk

    async def start(self, line: Line, found: Iterable[Event] = ()) -> None:
        """Begin: `found` are events of cut calls (a message that was being recorded), then they are cut."""
        self._line = line
        for event in (*found, EngineStarted(at=self.clock.now(), version=self._version, policy=self.policy)):
            self.feed(event)
        await self._take_all()
        self._keep_snapshot()

    def feed(self, event: Event) -> None:
        """Something happened. Taken in the order of the calls to this; on the loop's thread only."""
        self._queue.append((event, None))
        self._wake.set()

    async def feed_and_wait(self, event: Event) -> None:
        """`feed`, and return when it has been written and carried out."""
        done = asyncio.get_running_loop().create_future()
        self._queue.append((event, done))
        self._wake.set()
        await done

    def stop(self) -> None:
        """End the loop after what is queued."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """The loop, until `stop`."""
        while not self._stopping or self._queue:
            await self._sleep()
            self._look_at_the_clock()
            await self._take_all()

    async def finish(self) -> None:
        """After the line has closed and told how its calls ended: all of it is written, and the end too."""
        self.feed(EngineStopped(at=self.clock.now()))
        self._try_at = 0.0  # what waits has this one chance
        await self._take_all()
        self._keep_snapshot()

    async def _sleep(self) -> None:
        due = next_deadline(self.desk, self.clock.now(), self.policy)
        # never longer than this, so that a clock set by hand is noticed
        seconds = 1.0 if due is None else min(1.0, (due - self.clock.now()).total_seconds())
        if self._queue or seconds <= 0:
            await asyncio.sleep(0)  # however much there is to do, the calls and the windows have their turn
            return
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return

    def _look_at_the_clock(self) -> None:
        by = self.clock.jumped()
        now = self.clock.now()
        if by:
            self._queue.insert(0, (ClockChanged(at=now, seconds=by), None))
            return
        due = next_deadline(self.desk, self._looked, self.policy)
        self._looked = now
        if due is not None and due <= now:
            self._queue.append((Ticked(at=now), None))

    async def _take_all(self) -> None:
        self._wake.clear()
        batch, self._queue = self._queue, []
        if self._unwritten and time.monotonic() >= self._try_at:
            self._write_what_waits()
        if batch:
            await self._take([event for event, _ in batch])
        for _, done in batch:
            if done is not None and not done.done():
                done.set_result(None)

    async def _take(self, batch: list[Event]) -> None:
        desk, entries, commands = self._stepped(self.desk, batch)
        if self._unwritten:
            self._unwritten += entries
        elif entries and not self._written(entries):
            # as if it had been known before this happened: nothing of it may promise anything
            failed = RecordsFailed(at=batch[0].at, detail=self._failure)
            desk, entries, commands = self._stepped(self.desk, [failed, *batch])
            self._unwritten = entries
            self._try_at = time.monotonic() + TRY_AGAIN
        self.desk = desk
        for entry in entries:
            self._happened(*entry)
        self._changed()
        for command in commands:
            await self._carry_out(command)

    def _stepped(self, desk: Desk, batch: Iterable[Event]) -> tuple[Desk, list[Entry], list[Command]]:
        entries: list[Entry] = []
        commands: list[Command] = []
        for event in batch:
            try:
                for now, before, after, asked in taken(desk, event, self.policy):
                    commands += asked
                    desk = after
                    # a tick that changed nothing (the screen's own times) is not worth a line in the journal
                    if not isinstance(now, Ticked) or asked or after != before:
                        entries.append((now, before, after))
            except Exception as error:
                if isinstance(event, Ticked):
                    raise  # it would come again at once, for ever: a new start cuts the call it is about
                log.error("The rules failed at %s: %s", type(event).__name__, where(error))
                what = f"the rules failed at {type(event).__name__}"
                entries.append((Unexpected(at=event.at, what=what), desk, desk))
        return desk, entries, commands

    def _written(self, entries: list[Entry]) -> bool:
        try:
            self.store.append(entries)
        except CannotWrite as failed:
            self._failure, self.failure_detail = failed.happened, failed.detail
            log.error("%s %s (%s)", failed.happened, failed.do, failed.detail)
            return False
        self._since_snapshot += len(entries)
        if self._since_snapshot >= SNAPSHOT_EVERY:
            self._snapshot_of(entries[-1][2])
        return True

    def _write_what_waits(self) -> None:
        self._try_at = time.monotonic() + TRY_AGAIN
        restored = RecordsRestored(at=self.clock.now())
        desk, entries, _ = self._stepped(self.desk, [restored])
        if self._written([*self._unwritten, *entries]):
            log.info("Writing works again; what happened meanwhile has been written.")
            self._unwritten = []
            self.desk = desk
            for entry in entries:
                self._happened(*entry)
            self._changed()

    def _keep_snapshot(self) -> None:
        if not self._unwritten:
            self._snapshot_of(self.desk)

    def _snapshot_of(self, desk: Desk) -> None:
        self._since_snapshot = 0
        try:
            self.store.save_snapshot(self.store.seq, desk)
        except CannotWrite as failed:
            # only a start is slower without it
            log.warning("%s %s", failed.happened, failed.do)

    async def _carry_out(self, command: Command) -> None:
        try:
            if isinstance(command, RingDesk):
                self._sound.ring(command.urgent, command.alarm)
            elif isinstance(command, Remind):
                self._sound.remind()
            elif isinstance(command, QuietDesk):
                self._sound.stop_ring()
            elif isinstance(command, Discard):
                self.store.discard_recording(command.recording)
            elif self._line is not None:
                async with asyncio.timeout(CARRIED_OUT_WITHIN):
                    await self._line.carry_out(command)
        except Exception as error:
            # one call's trouble must not become every caller's
            log.error("%s was not carried out: %s", type(command).__name__, where(error))
