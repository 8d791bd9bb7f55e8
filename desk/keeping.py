"""What is done once a day, when it is quiet: what is past its time goes, then a backup is made.

In that order, so that no backup has what was to go. The day begins at three in the morning by the desk's
clock; where the machine is off then, it is done soon after the start. Nobody waits for it on the loop: what
is old is looked for in a thread and erased in parts, and the backup is the command `onemoment backup` in a
process of its own that stands back behind the calls. (Reading a journal through keeps an interpreter busy; a
thread would have to share it with the sound.)
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from config.options import StoreOptions
from desk import apart
from desk.core.events import RetentionApplied
from desk.engine import Engine
from desk.mistakes import where
from desk.store import CannotRead, StoreTrouble
from desk.store.forgetting import Old, recordings_of
from desk.store.retention import find_old, parts, sweep

log = logging.getLogger("desk.keeping")

BEGINS = timedelta(hours=3)
"""When the day begins for this, after midnight."""
AFTER_START = 300.0
"""Seconds after the start before anything of it is done: a desk just opened has other things to do."""
LOOK_EVERY = 60.0
QUIET_WITHIN = 7200.0
"""Seconds that a moment without a call is waited for."""
TRY_AGAIN = 3600.0
"""Seconds after one that failed."""
BACKUP_LONGEST = 7200.0
LEFT_BEHIND = timedelta(days=1)
"""How old the file of a message is that nobody knows of before it is deleted."""
BETWEEN = 0.05
"""Seconds between two parts of what is erased: the calls' turn."""

NO_BACKUP = "No backup could be made. Try it by hand: onemoment backup FILE"


class Keeping:
    """The daily round. `problem` is why no backup could be made, with what to do; None when one was."""

    def __init__(
        self,
        engine: Engine,
        data: Path,
        options: StoreOptions,
        zone: str,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.problem: str | None = None
        self._engine = engine
        self._data = data
        self._options = options
        self._zone = ZoneInfo(zone)
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self._due_since: float | None = None
        self._not_before = 0.0

    def start(self) -> None:
        """Begin to look, now and then."""
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """The engine ends: what is not done today is done after the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        await asyncio.sleep(AFTER_START)
        while True:
            if self._may_begin():
                await self.round()
            await asyncio.sleep(LOOK_EVERY)

    def _may_begin(self) -> bool:
        now = time.monotonic()
        if self._engine.unwritten or now < self._not_before:
            return False
        try:
            due = self._due("retained") or self._due("backed_up")
        except CannotRead:
            return False
        if not due:
            self._due_since = None
            return False
        self._due_since = self._due_since or now
        return not self._engine.desk.calls or now - self._due_since > QUIET_WITHIN

    async def round(self) -> None:
        """Do what is due today; what fails is tried again later."""
        await self._once("retained", self._retain)
        await self._once("backed_up", self._back_up)

    async def _once(self, what: str, do: Callable[[], Awaitable[bool]]) -> None:
        try:
            day = self._today()
            if not self._due(what):
                return
            if await do():
                self._engine.store.set_mark(what, day)
                return
        except StoreTrouble as failed:
            log.warning("%s %s (%s)", failed.happened, failed.do, failed.detail)
        except Exception as error:
            log.error("The daily round failed (%s): %s", what, where(error))
        self._not_before = time.monotonic() + TRY_AGAIN

    def _today(self) -> str:
        return (self._engine.clock.now().astimezone(self._zone) - BEGINS).date().isoformat()

    def _due(self, what: str) -> bool:
        return self._engine.store.get_mark(what) != self._today()

    async def _retain(self) -> bool:
        """Erase what is past its time and say so in the journal, also when nothing is."""
        engine, options, now = self._engine, self._options, self._engine.clock.now()
        log_before = now - timedelta(days=options.keep_log_days)
        recordings_before = now - timedelta(days=options.keep_recordings_days)
        old = await asyncio.to_thread(find_old, self._data, recordings_before, log_before)
        for part in list(parts(old)) or [Old()]:
            if engine.unwritten:
                return False
            engine.store.let_go(part, log_before)
            done = RetentionApplied(
                at=engine.clock.now(),
                recordings=len(set(part.recordings) - recordings_of(engine.desk)),
                notes=len(part.notes),
                numbers=len(part.numbers),
            )
            await engine.feed_and_wait(done)
            await asyncio.sleep(BETWEEN)
        await asyncio.to_thread(sweep, self._data, recordings_of(engine.desk), now - LEFT_BEHIND)
        return not engine.unwritten

    async def _back_up(self) -> bool:
        if not self._options.backups:
            self._say(None)
            return True
        # whether it is there, the command looks: a folder on a network that is away answers to nobody
        data = self._data.absolute()
        folder = data / os.path.expanduser(self._options.backups)  # noqa: PTH111, ASYNC240
        words = ("backup", str(folder), "--keep", str(self._options.keep_backups), "--data", str(data))
        ended = await apart.run(*words, longest=BACKUP_LONGEST)
        if ended.code == 0:
            self._say(None)
            return True
        self._say(ended.sentence or NO_BACKUP)
        log.error("No backup was made: %s", self.problem)
        return False

    def _say(self, problem: str | None) -> None:
        if problem != self.problem:
            self.problem = problem
            self._changed()
