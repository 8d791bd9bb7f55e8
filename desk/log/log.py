"""The log of one data folder, open: what is asked of it, answered."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Self

from desk.log.about import About
from desk.log.rows import told
from desk.log_types import ListRows, LogHead, Page
from desk.store import log_rows, log_shown
from desk.store.log_source import Source


class Log:
    """The log of one folder. Made by `open`, ended by `close`.

    Each thread that asks has a connection of its own. Whatever is asked may raise `CannotRead` and
    `StoreRefused`.
    """

    def __init__(self, source: Source, about: About | None) -> None:
        self._source = source
        self.copy = not source.written_by_an_engine()
        self._changed = 0
        self.about = about or About(time_zone=self._zone())

    @classmethod
    def open(cls, folder: Path, about: About | None = None) -> Self:
        """Open the records of a folder. Raises `StoreRefused`, `CannotRead`."""
        return cls(Source.open(folder), about)

    def close(self) -> None:
        """Nothing is asked any more."""
        self._source.close()

    # -- asked

    def head(self) -> LogHead:
        """What is read here."""
        with self._source.asking() as conn:
            count, oldest, newest = log_rows.extent(conn)
        return LogHead(
            company=self.about.company,
            desk_name=self.about.desk_name,
            language=self.about.language,
            time_zone=self.about.time_zone,
            country=self.about.country,
            copy=self.copy,
            interruptions=count,
            oldest=oldest,
            newest=newest,
            channels=("phone",) if count else (),
            changed=self._changed,
        )

    def page(self, asked: ListRows, now: datetime) -> Page:
        """A page of the newest rows, before the columns are read."""
        before = None
        if asked.after:
            at, row = asked.after.split(" ")
            before = (at, int(row))
        with self._source.asking() as conn:
            rows = log_shown.newest(conn, asked.limit, before)
        token = f"{log_rows.moment(rows[-1].at)} {rows[-1].row}" if len(rows) == asked.limit else ""
        return Page(rows=told(rows, now), next=token)

    def _zone(self) -> str:
        with self._source.asking() as conn:
            return log_rows.time_zone(conn)
