"""Rows of the supervisor's log as a list has them: what its columns say, and nothing besides.

A file may have a hundred thousand rows of some ten thousand callers: who called and what became of it come
again and again, and each is one value, made once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import msgspec

from desk.core.ends import End
from desk.store.log_shown import NOBODY, SPOKEN_WITH, attempts_of, ended, newest_of, waited, who
from desk.store.people import marks, somes

CALLERS = 50_000
"""So many callers are remembered."""


class Caller(msgspec.Struct, frozen=True, eq=False):
    """Who called, and how their number can be dialled; `erased` when there was a number. Is itself only."""

    number: str | None
    name: str | None
    company: str
    dial: str
    erased: bool


class Kind(msgspec.Struct, frozen=True, eq=False):
    """What such a call met and became, and by whom, where a word of the call or its promise tells it.

    Is itself only: it can be the key of what is made of it.
    """

    channel: str
    met: str
    chose: str
    end: End
    by: str


class Listed(NamedTuple):
    """One row. Times are as the tables keep them; `by` is also who tried last."""

    row: int
    at: str
    caller: Caller
    kind: Kind
    promised_by: str | None
    by: str
    minutes: float | None


_Raw: TypeAlias = tuple[Any, ...]

_QUESTION = (
    "SELECT c.rowid, c.at, c.caller_key, c.dial, c.promise, p.promised_by, p.created_at,"
    f" CASE WHEN p.state IN {SPOKEN_WITH} THEN p.reached_at END, printf('%s %s %s %s %s %s %s %s',"
    ' c.channel, c.met, c.chose, CASE WHEN c.ended_at IS NOT NULL THEN c.ended_as END, c."end", p.state,'
    " c.taken_by, p.ended_by) FROM calls c LEFT JOIN promises p ON p.id = c.promise WHERE "
)


class Listing:
    """Reads rows. What a caller is called is asked once."""

    def __init__(self) -> None:
        self._callers: dict[tuple[str | None, str], Caller] = {}
        self._kinds: dict[str, Kind] = {}

    def newest(
        self,
        conn: sqlite3.Connection,
        limit: int,
        before: tuple[str, int] | None = None,
        since: str = "",
        until: str | None = None,
    ) -> list[Listed]:
        """As `log_shown.newest`."""
        where, asked = newest_of(limit, before, since, until)
        return self._listed(conn, conn.execute(_QUESTION + where, asked).fetchall())

    def shown(self, conn: sqlite3.Connection, rows: Sequence[int]) -> list[Listed]:
        """As `log_shown.shown`."""
        found = {}
        for some in somes(rows):
            for row in conn.execute(f"{_QUESTION}c.rowid IN ({marks(some)})", some):
                found[row[0]] = row
        return self._listed(conn, [found[row] for row in rows if row in found])

    def _listed(self, conn: sqlite3.Connection, rows: Sequence[_Raw]) -> list[Listed]:
        """In one loop and by place, see `log_shown`."""
        self._meet(conn, {(row[2], row[3]) for row in rows})
        staff = dict(conn.execute("SELECT key, name FROM staff"))
        callers, kinds = self._callers, self._kinds
        for word in {row[8] for row in rows} - kinds.keys():
            kinds[word] = _kind(word, staff)
        tried, _ = attempts_of(conn, tuple({row[4] for row in rows if row[4] and not kinds[row[8]].by}))
        made = []
        for row, at, key, dial, promise, promised_by, created_at, reached_at, word in rows:
            kind = kinds[word]
            minutes = None if reached_at is None else waited(created_at, reached_at)
            by = kind.by or staff.get(tried.get(promise, ""), "")
            made.append(_new(Listed, (row, at, callers[key, dial], kind, promised_by, by, minutes)))
        return made

    def _meet(self, conn: sqlite3.Connection, shown: set[tuple[str | None, str]]) -> None:
        if len(self._callers) > CALLERS:
            self._callers.clear()
        new = shown - self._callers.keys()
        known = who(conn, [key for key, _ in new if key])
        for key, dial in new:
            number, name, company, _ = known.get(key or "", NOBODY)
            self._callers[key, dial] = Caller(number, name, company, dial, number is None and key is not None)


_new = tuple.__new__


def _kind(word: str, staff: dict[str, str]) -> Kind:
    channel, met, chose, ended_as, amended_to, state, taken_by, ended_by = word.split(" ")
    return Kind(
        channel=channel,
        met=met,
        chose=chose,
        end=ended(ended_as or None, state or None, amended_to or None),
        by=staff.get(taken_by) or staff.get(ended_by) or "",
    )
