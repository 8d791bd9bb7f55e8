"""The log of one data folder before all of it is read: the newest rows of a time, asked of the tables alone.

Who wants no more, a file of a month or so, does without everything that stands in memory for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, Self, TypeVar

from msgspec.structs import replace

from desk.log.about import About
from desk.log.rows import told
from desk.log_types import Asked, LogHead, LogRow, Sort
from desk.store import log_shown
from desk.store.journal import moment as written
from desk.store.log_listed import Listed, Listing
from desk.store.log_source import Connection, Source

SOME = 5000
"""Rows that are told at once of a long list."""
_NEWEST = Sort()


class _Row(Protocol):
    """A row, however much is known of it."""

    @property
    def row(self) -> int: ...

    @property
    def at(self) -> datetime | str: ...


T = TypeVar("T", bound=_Row)
R = TypeVar("R", bound=_Row, covariant=True)


class Reads(Protocol[R]):
    """What reads rows: `log_shown` whole, `Listing` as a list has them."""

    def newest(
        self,
        conn: Connection,
        limit: int,
        before: tuple[str, int] | None = None,
        since: str = "",
        until: str | None = None,
    ) -> Sequence[R]:
        """As `log_shown.newest`."""

    def shown(self, conn: Connection, rows: Sequence[int]) -> Sequence[R]:
        """As `log_shown.shown`."""


class Early:
    """The log of one folder. Made by `open`, ended by `close`; any thread may ask.

    Whatever is asked may raise `CannotRead` and `StoreRefused`, and has to be `early`.
    """

    def __init__(self, source: Source, about: About | None) -> None:
        self._source = source
        self.about = about or About(time_zone=source.time_zone())

    @classmethod
    def open(cls, folder: Path, about: About | None = None) -> Self:
        """Open the records of a folder. Raises `StoreRefused`, `CannotRead`."""
        return cls(Source.open(folder), about)

    def close(self) -> None:
        """Nothing is asked any more."""
        self._source.close()

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._source.folder

    @property
    def ready(self) -> bool:
        """True once the newest rows and stories can be told: of older records that takes a while."""
        return self._source.ready

    def head(self) -> LogHead:
        """What is read here, as far as it is known."""
        about = self._head()
        if not self.ready:
            return about
        with self._source.asking() as conn:
            oldest, newest = log_shown.extent(conn)
        return replace(about, oldest=oldest, newest=newest)

    def count(self, asked: Asked, now: datetime) -> int:
        """How many rows are asked for."""
        with self._source.asking() as conn:
            return log_shown.count(conn, *time_of(asked))

    def rows(self, asked: Asked, sort: Sort, now: datetime) -> Iterator[Sequence[LogRow]]:
        """All rows asked for in this order, some thousand at a time."""
        return (told(some, now) for some in self._some(log_shown, asked, sort, now))

    def listed(self, asked: Asked, sort: Sort, now: datetime) -> Iterator[Sequence[Listed]]:
        """The same rows as a list has them."""
        return self._some(Listing(), asked, sort, now)

    def _some(self, reads: Reads[T], asked: Asked, sort: Sort, now: datetime) -> Iterator[Sequence[T]]:
        last = None
        while True:
            with self._source.asking() as conn:
                rows = reads.newest(conn, SOME, last, *time_of(asked))
            if rows:
                yield rows
            if len(rows) < SOME:
                return
            at = rows[-1].at
            last = (at if isinstance(at, str) else written(at), rows[-1].row)

    def _these(self, reads: Reads[T], rows: Sequence[int]) -> Iterator[Sequence[T]]:
        for first in range(0, len(rows), SOME):
            with self._source.asking() as conn:
                some = reads.shown(conn, rows[first : first + SOME])
            yield some

    def _head(self) -> LogHead:
        return LogHead(
            company=self.about.company,
            desk_name=self.about.desk_name,
            language=self.about.language,
            time_zone=self.about.time_zone,
            country=self.about.country,
            copy=not self._source.written_by_an_engine(),
        )


def early(asked: Asked, sort: Sort = _NEWEST) -> bool:
    """Whether nothing else is asked than a time, the newest first."""
    return sort == _NEWEST and asked == Asked(since=asked.since, until=asked.until)


def time_of(asked: Asked) -> tuple[str, str | None]:
    """The time that is asked for, as the tables keep it."""
    since, until = asked.since, asked.until
    return ("" if since is None else written(since), None if until is None else written(until))
