"""The weekly report, by its schedule: made and sent by `onemoment report --send` in a process of its own.

When one is due is `core.reporting`'s to say. One that fails is tried again, also after a new start; what is
wrong is shown until it works. That it was sent stands in the journal, so it is not sent twice.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable
from datetime import date
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from config.options_of_the_log import ReportOptions
from config.settings import Settings
from desk import apart
from desk.core.events import LogExported, ReportFailed, ReportSent
from desk.core.model import Value
from desk.core.reporting import due, last_sent
from desk.engine import Engine
from desk.in_words import two_sentences
from desk.mailing import Made, Problem
from desk.mistakes import where
from desk.store import StoreTrouble

log = logging.getLogger("desk.reporting")

AFTER_START = 60.0
"""Seconds after the start before anything of it is done."""
LOOK_EVERY = 20.0
TRY_AGAIN, TRY_AGAIN_LONGEST = 300.0, 4 * 3600.0
"""Seconds after the first try that failed, doubling up to the longest."""
LONGEST = 1800.0
"""Seconds a report may take, the mail server's patience included."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REMEMBERED = 60
"""Weeks: where a clock was set wrong for a while, none is sent twice."""
_STANDS = "report"
"""The mark that remembers whom a report has reached, and what was journaled of its failing."""

NOT_MADE = Problem(
    happened="The weekly report could not be made.", do="Try it by hand: onemoment report --send"
)


class Stands(Value, frozen=True, kw_only=True):
    """How far the report of a week is: the places of `mail_to` (kept as a hash) it has reached.

    `told` are the failures that stand in the journal, `sent` the weeks that were sent before, the last some.
    """

    week: date | None = None
    mail_to: str = ""
    reached: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    sent: tuple[date, ...] = ()


class Reporting:
    """The schedule. `problem` is why the last report is not where it should be; None when all is well."""

    def __init__(
        self, engine: Engine, data: Path, settings: Settings, changed: Callable[[], None] = lambda: None
    ) -> None:
        self.problem: Problem | None = None
        self._engine = engine
        self._data = data
        self._file = settings.file
        self._options: ReportOptions = settings.report
        self._zone = ZoneInfo(settings.desk.time_zone)
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self._failed = 0
        self._not_before = 0.0

    def start(self) -> None:
        """Begin to look, now and then, where a report is wanted."""
        if self._options.wanted:
            self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """The engine ends: what is not sent is sent after the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        await asyncio.sleep(AFTER_START)
        while True:
            if time.monotonic() >= self._not_before and not self._engine.unwritten:
                await self.look()
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> None:
        """Make and send what is due; what fails is tried again later."""
        try:
            week = self._due()
            if week is None:
                return
            if await self._sent(week):
                self._failed = 0
                return
        except StoreTrouble as failed:
            log.warning("%s %s (%s)", failed.happened, failed.do, failed.detail)
        except Exception as error:
            log.error("The weekly report failed: %s", where(error))
            self._say(NOT_MADE)
        self._not_before = time.monotonic() + min(TRY_AGAIN_LONGEST, TRY_AGAIN * 2 ** min(self._failed, 10))
        self._failed += 1

    def _due(self) -> date | None:
        said, now = self._options, self._engine.clock.now()
        newest = self._engine.desk.report_sent
        sent = self._kept().sent if newest is None else (*self._kept().sent, newest)
        return due(
            now,
            last_sent(sent, now.astimezone(self._zone).date()),
            DAYS.index(said.weekday),
            clock_time.fromisoformat(said.at),
            self._zone,
            self._engine.store.first_at(),
        )

    async def _sent(self, week: date) -> bool:
        """Whether nothing of it is to be tried again."""
        stands = self._stands(week)
        made = await self._made(week, stands.reached)
        reached = tuple(sorted({*stands.reached, *made.reached}))
        at = self._engine.clock.now()
        if made.rows and (made.file or made.reached):
            await self._engine.feed_and_wait(LogExported(at=at, rows=made.rows, format=self._options.format))
        if made.done:
            await self._engine.feed_and_wait(ReportSent(at=at, week=week))
            log.info("The report of the week from %s was written and sent.", week)
        told = stands.told
        for problem in made.problems:
            log.warning("The weekly report: %s %s", problem.happened, problem.do)
            if problem.happened not in told:  # once of a kind: it is tried for days
                told = (*told, problem.happened)
                await self._engine.feed_and_wait(ReportFailed(at=at, week=week, detail=problem.happened))
        sent = (*stands.sent, week)[-REMEMBERED:] if made.done else stands.sent
        self._keep(msgspec.structs.replace(stands, reached=reached, told=told, sent=sent))
        self._say(made.problems[0] if made.problems else None)
        return made.done

    async def _made(self, week: date, reached: tuple[int, ...]) -> Made:
        words = ["report", "--send", "--json", "--week", str(week), "--data", str(self._data.absolute())]
        if reached:
            words += ["--without", ",".join(map(str, reached))]
        if self._file is not None:
            words += ["--settings", str(self._file.absolute())]
        try:
            ended = await apart.run(*words, longest=LONGEST)
        except TimeoutError:
            return Made(week=week, problems=(NOT_MADE,))
        try:
            return _made.decode(ended.out)
        except msgspec.DecodeError:
            happened, do = two_sentences(ended.sentence)
            said = Problem(happened=happened, do=do) if ended.sentence and do else NOT_MADE
            return Made(week=week, problems=(said,))

    # -- how far it is

    def _stands(self, week: date) -> Stands:
        """Where this week's report stands; whom it has reached counts for the same addresses only."""
        kept = self._kept()
        if kept.week != week:
            return Stands(week=week, mail_to=self._addresses(), sent=kept.sent)
        if kept.mail_to != self._addresses():
            return msgspec.structs.replace(kept, mail_to=self._addresses(), reached=())
        return kept

    def _kept(self) -> Stands:
        try:
            return _stands.decode(self._engine.store.get_mark(_STANDS) or "{}")
        except msgspec.DecodeError:
            return Stands()

    def _keep(self, stands: Stands) -> None:
        self._engine.store.set_mark(_STANDS, msgspec.json.encode(stands).decode())

    def _addresses(self) -> str:
        """What they are, without showing them."""
        return hashlib.sha256("\n".join(self._options.mail_to).encode()).hexdigest()[:16]

    def _say(self, problem: Problem | None) -> None:
        if problem != self.problem:
            self.problem = problem
            self._changed()


_made: msgspec.json.Decoder[Made] = msgspec.json.Decoder(Made)
_stands: msgspec.json.Decoder[Stands] = msgspec.json.Decoder(Stands)
