"""The log of one data folder, open: what is asked of it, answered."""

from __future__ import annotations

import contextlib
import threading
from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
import numpy as np
from msgspec.structs import replace

from audio.wav import WavError, read_wav
from desk.log import pages, state
from desk.log.about import About
from desk.log.chosen import Handed
from desk.log.columns import micros, moment
from desk.log.early import Early, Reads, T, early, time_of
from desk.log.figures import before, figures
from desk.log.levels import levels
from desk.log.pages import After
from desk.log.rows import told
from desk.log.state import State
from desk.log.story import recording, story
from desk.log_types import Asked, ExportRows, FiguresView, Format, ListRows, LogHead, Page, Sort, Story
from desk.store import log_shown
from desk.store.journal import moment as written
from desk.store.log_source import Source
from desk.store.log_story import file_of, material

FEW = 60_000
"""Interruptions of a range, with the one before it, that are counted before all is read."""


class Log(Early):
    """The log of one folder. Until `load` has returned only the newest rows can be told."""

    def __init__(self, source: Source, about: About | None) -> None:
        super().__init__(source, about)
        self._state: State | None = None
        self._reading = threading.Lock()

    @property
    def loaded(self) -> bool:
        """True once everything can be asked."""
        return self._state is not None

    def load(self) -> None:
        """Read everything into memory: seconds for a million interruptions."""
        with self._reading:
            self._state = state.load(self._source.asking, self._zone, self.about.country)

    def refresh(self) -> bool:
        """Look whether there is something new; True when there is, and it can be asked now."""
        before = self._state
        if before is None:
            return False
        with self._reading:
            if self._source.replaced():
                asking, zone = self._source.asking, before.columns.zone
                self._state = state.load(asking, zone, self.about.country, before.changes + 1)
            else:
                self._state = state.refreshed(self._source.asking, before)
        return self._state is not before

    # -- asked

    def head(self) -> LogHead:
        """What is read here."""
        now = self._state
        if now is None:
            return super().head()
        at = now.columns.calls.at
        return replace(
            self._head(),
            interruptions=len(at),
            oldest=moment(at[0]) if len(at) else None,
            newest=moment(at[-1]) if len(at) else None,
            channels=now.columns.channels,
            by=tuple(name for name in now.columns.people if name),
            loaded=True,
            changed=now.changes,
        )

    def at_once(self, asked: ListRows) -> bool:
        """Whether this page can be told already: before all is read only the newest rows of a time can."""
        return self.loaded or (self.ready and early(asked.asked, asked.sort))

    def page(self, asked: ListRows, now: datetime) -> Page:
        """A page. Before all is read only the newest rows are told."""
        after = _after(asked.after)
        state = self._state
        if state is None:
            return self._newest(asked.asked, after, asked.limit, now)
        which = state.mask(asked.asked, now)
        places, last = pages.page(state.order(asked.sort), which, after, asked.limit)
        with self._source.asking() as conn:
            rows = log_shown.shown(conn, state.columns.calls.row[places].tolist())
        return Page(rows=told(rows, now), next=_token(last), total=int(which.sum()))

    def count(self, asked: Asked, now: datetime) -> int:
        """How many rows are asked for. Reads everything first where that cannot be told by time alone."""
        if self._state is None and early(asked):
            return super().count(asked, now)
        return int(self._all().mask(asked, now).sum())

    def _some(self, reads: Reads[T], asked: Asked, sort: Sort, now: datetime) -> Iterator[Sequence[T]]:
        """Reads everything first as `count`."""
        if self._state is None and early(asked, sort):
            yield from super()._some(reads, asked, sort, now)
            return
        yield from self._these(reads, _chosen(self._all(), asked, sort, now))

    def handed(self, wanted: ExportRows, now: datetime) -> ExportRows:
        """The same with what is known of it: the rows that are on screen, once everything can be asked."""
        state = self._state
        if state is None:
            return wanted
        pdf = wanted.format is Format.PDF
        return Handed(
            **msgspec.structs.asdict(wanted),
            head=self.head(),
            rows=_chosen(state, wanted.asked, wanted.sort, now).tobytes(),
            figures=self.figures_asked(wanted.asked, now) if pdf else None,
        )

    def few(self, since: datetime, until: datetime) -> bool:
        """Whether the figures of this range can be counted before all is read."""
        first = before(since, until, self._zone)[0]
        with self._source.asking() as conn:
            return log_shown.count(conn, written(first), written(until), FEW + 1) <= FEW

    def figures_of_few(self, since: datetime, until: datetime, now: datetime) -> FiguresView:
        """The figures of a range, counted from nothing else than it needs."""
        first = before(since, until, self._zone)[0]
        with self._source.asking() as conn:
            columns, thanks = state.of_time(conn, self._zone, first, until)
        return figures(columns, since, until, now, thanks)

    def figures(self, since: datetime, until: datetime, now: datetime) -> FiguresView:
        """The figures of a range. Reads everything first where the range is long."""
        if self._state is None and self.few(since, until):
            return self.figures_of_few(since, until, now)
        state = self._all()
        return figures(state.columns, since, until, now, state.thanks)

    def figures_asked(self, asked: Asked, now: datetime) -> FiguresView:
        """The figures of the time that is asked for, else of all there is, in whole days of the desk."""
        head = self.head()

        def midnight(at: datetime, days: int = 0) -> datetime:
            day = at.astimezone(self._zone).date() + timedelta(days=days)
            return datetime.combine(day, time(), self._zone).astimezone(UTC)

        since = asked.since or midnight(head.oldest or now)
        until = asked.until or midnight(max(head.newest or now, since), 1)
        return self.figures(since, max(until, since + timedelta(seconds=1)), now)

    def story(self, call: str, now: datetime) -> Story | None:
        """The story of one interruption, None when there is none of that name."""
        with self._source.asking() as conn:
            found = material(conn, call)
        if found is None:
            return None
        heard = (recording(one, self._levels(one.file)) for one in found.recordings)
        return story(found, tuple(heard), now)

    def file_of(self, recording: str) -> Path | None:
        """The file of a recording, None when it is not kept any more."""
        with self._source.asking() as conn:
            file = file_of(conn, recording)
        return None if file is None else self._source.folder / file

    def _levels(self, file: str | None) -> tuple[float, ...]:
        if file is None:
            return ()
        with contextlib.suppress(WavError, OSError):
            return levels(read_wav(self._source.folder / file))
        return ()

    def _all(self) -> State:
        if self._state is None:
            self.load()
        assert self._state is not None
        return self._state

    def _newest(self, asked: Asked, after: After | None, limit: int, now: datetime) -> Page:
        last = None if after is None else (written(moment(after.at)), after.row)
        with self._source.asking() as conn:
            rows = log_shown.newest(conn, limit + 1, last, *time_of(asked))
        if len(rows) <= limit:
            return Page(rows=told(rows, now))
        at = micros(rows[limit - 1].at)
        return Page(rows=told(rows[:limit], now), next=_token(After(-at, at, rows[limit - 1].row)))

    @property
    def _zone(self) -> ZoneInfo:
        return _zone_named(self.about.time_zone)


def _chosen(state: State, asked: Asked, sort: Sort, now: datetime) -> array[int]:
    """The places in `calls` of all rows asked for, in this order."""
    places = state.order(sort).all(state.mask(asked, now))
    return array("i", state.columns.calls.row[places].astype(np.int32).tobytes())


def _zone_named(name: str) -> ZoneInfo:
    with contextlib.suppress(ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(name)
    return ZoneInfo("UTC")


def _token(after: After | None) -> str:
    return "" if after is None else msgspec.json.encode(after).decode()


def _after(token: str) -> After | None:
    """Where a page goes on; what is no token begins anew."""
    if token:
        with contextlib.suppress(msgspec.MsgspecError, ValueError):
            return msgspec.json.decode(token, type=After)
    return None
