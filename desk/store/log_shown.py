"""Rows of the supervisor's log as they are shown: one call in each, with the promise it was given.

Every table is asked once for a whole page, however long it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import msgspec

from desk.core.ends import End, end_of
from desk.core.model import PromiseState
from desk.store.people import marks, somes

OVER = frozenset(
    (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.CANCELLED, PromiseState.ANSWERED_ELSEWHERE)
) | {PromiseState.NOT_REACHED}
"""The states in which nothing is owed any more."""

SPOKEN_WITH = (PromiseState.KEPT.value, PromiseState.BROKEN.value)
"""The states after somebody spoke with them."""


class Shown(NamedTuple):
    """One row, with names and numbers. `row` is its place in `calls`; times are UTC."""

    row: int
    call: str
    at: datetime
    channel: str
    number: str | None
    name: str | None
    company: str
    dial: str
    internal: bool
    vip: bool
    met: str
    chose: str | None
    promise: int | None
    promised_by: datetime | None
    end: End
    ended_at: datetime | None
    by: str
    minutes: float | None
    attempts: int
    held: float | None
    recordings: int
    notes: str
    amended: bool
    erased: bool


_QUESTION = (
    "SELECT c.rowid, c.call, c.at, c.channel, c.caller_key, c.dial, c.internal, c.vip OR coalesce(p.vip, 0),"
    ' c.met, c.chose, c.promise, p.promised_by, c.ended_as, p.state, c."end", c.ended_at, p.ended_at,'
    " c.taken_by, p.ended_by, p.created_at, p.reached_at, coalesce(p.attempts, 0), c.held, p.recordings,"
    " p.note, c.amended FROM calls c LEFT JOIN promises p ON p.id = c.promise WHERE "
)


def newest(
    conn: sqlite3.Connection,
    limit: int,
    before: tuple[str, int] | None = None,
    since: str = "",
    until: str | None = None,
) -> tuple[Shown, ...]:
    """The newest calls in of a time, newest first; those before (time, row) when it is given."""
    where, asked = newest_of(limit, before, since, until)
    return _shown(conn, conn.execute(_QUESTION + where, asked).fetchall())


def newest_of(
    limit: int, before: tuple[str, int] | None, since: str, until: str | None
) -> tuple[str, tuple[str | int, ...]]:
    """Which calls those are, to be asked for, and what is asked with it."""
    where, asked = "NOT c.out AND c.at >= ?", list[str | int]([since])
    if until is not None:
        where += " AND c.at < ?"
        asked.append(until)
    if before is not None:
        where += " AND c.at <= ? AND (c.at, c.rowid) < (?, ?)"
        asked += before[:1] + before
    return f"{where} ORDER BY c.at DESC, c.rowid DESC LIMIT ?", (*asked, limit)


def count(conn: sqlite3.Connection, since: str, until: str | None, at_most: int = -1) -> int:
    """How many calls came in in a time, `at_most` so many."""
    return int(
        conn.execute(
            "SELECT count(*) FROM (SELECT 1 FROM calls WHERE at >= ? AND at < ? AND NOT out LIMIT ?)",
            (since, until or "~", at_most),
        ).fetchone()[0]
    )


def extent(conn: sqlite3.Connection) -> tuple[datetime | None, datetime | None]:
    """When the first call came in, and the last."""
    question = "SELECT at FROM calls WHERE NOT out ORDER BY at {} LIMIT 1"
    oldest, newest = (conn.execute(question.format(way)).fetchone() for way in ("ASC", "DESC"))
    if oldest is None or newest is None:
        return None, None
    return datetime.fromisoformat(oldest[0]), datetime.fromisoformat(newest[0])


def shown(conn: sqlite3.Connection, rows: Sequence[int]) -> tuple[Shown, ...]:
    """These rows of `calls`, in this order; those that are gone are left out."""
    found = {}
    for some in somes(rows):
        for row in conn.execute(f"{_QUESTION}c.rowid IN ({marks(some)})", some):
            found[row[0]] = row
    return _shown(conn, [found[row] for row in rows if row in found])


def of_call(conn: sqlite3.Connection, call: str) -> Shown | None:
    """The row of one call in, None when there is none."""
    found = conn.execute(f"{_QUESTION}c.call = ? AND NOT c.out", (call,)).fetchall()
    return next(iter(_shown(conn, found)), None)


def _shown(conn: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> tuple[Shown, ...]:
    """In one loop and by place: a file may have a hundred thousand rows."""
    callers = who(conn, [row[4] for row in rows])
    tried, said = attempts_of(conn, tuple({row[10] for row in rows if row[10] is not None}))
    staff = dict(conn.execute("SELECT key, name FROM staff"))
    notes = _notes(conn, [row[1] for row in rows], said, {row[10]: row[24] for row in rows if row[24]})
    kept = _recordings(conn, [row[23] for row in rows if row[23] and row[23] != "[]"])
    time, made = datetime.fromisoformat, []
    for (
        place, call, at, channel, key, dial, internal, vip, met, chose, promise, promised_by, ended_as,
        stands, amended_to, ended_at, promise_ended_at, taken_by, ended_by, created_at, reached_at, attempts,
        held, recordings, _, was_amended,
    ) in rows:  # fmt: skip
        number, name, company, theirs = callers.get(key, NOBODY)
        # a call that spoke of a new time may know its end before it is over
        of_call = ended_as if ended_at else None
        end = ended(of_call, stands, amended_to)
        if stands in _OVER and promise_ended_at and end is not _CALL_ENDS.get(ended_as):
            ended_at = promise_ended_at
        by = staff.get(taken_by) or staff.get(ended_by) or staff.get(tried.get(promise)) or ""
        minutes = None
        if reached_at is not None and stands in SPOKEN_WITH:
            minutes = waited(created_at, reached_at)
        made.append(
            _new(
                Shown,
                (
                    place,
                    call,
                    time(at),
                    channel,
                    number,
                    name,
                    company,
                    dial,
                    internal == 1,
                    vip == 1 or theirs,
                    met,
                    chose,
                    promise,
                    time(promised_by) if promised_by else None,
                    end,
                    time(ended_at) if ended_at else None,
                    by,
                    minutes,
                    attempts,
                    held,
                    sum(kept.get(one) == call for one in _list(recordings)) if kept else 0,
                    (notes.get(call) or notes.get(promise) or "") if notes else "",
                    was_amended == 1,
                    number is None and key is not None,
                ),
            )
        )
    return tuple(made)


_new = tuple.__new__
NOBODY: tuple[None, None, str, bool] = (None, None, "", False)
"""Nobody that is known, as `who` has them."""


@cache
def ended(ended_as: str | None, state: str | None, amended: str | None) -> End:
    """`ends.end_of` by the words of the tables."""
    return end_of(ended_as, PromiseState(state) if state else None, End(amended) if amended else None)


def waited(created_at: str, reached_at: str) -> float:
    """Minutes until somebody spoke with them."""
    time = datetime.fromisoformat
    return max((time(reached_at) - time(created_at)).total_seconds() / 60, 0.0)


_CALL_ENDS = {
    "spoken": End.SPOKEN,
    "passed_on": End.PASSED_ON,
    "answered_elsewhere": End.ANSWERED_ELSEWHERE,
}
_OVER = frozenset(state.value for state in OVER)
_keys = msgspec.json.Decoder(tuple[str, ...]).decode


def _list(recordings: str | None) -> tuple[str, ...]:
    return _keys(recordings) if recordings and recordings != "[]" else ()


def who(conn: sqlite3.Connection, keys: Iterable[str]) -> dict[str, tuple[str, str | None, str, bool]]:
    """Number, name, company and whether VIP, of the keys of numbers that are still known."""
    found: dict[str, tuple[str, str | None, str, bool]] = {}
    asked = [key for key in dict.fromkeys(keys) if key]
    for some in somes(asked):
        for key, number, name in conn.execute(
            f"SELECT key, number, name FROM numbers WHERE key IN ({marks(some)})", some
        ):
            found[key] = (number, name, "", False)
    known: dict[str, list[tuple[str, str, int]]] = {}
    for some in somes(asked):
        for key, name, company, vip in conn.execute(
            "SELECT n.number_key, c.name, c.company, c.vip FROM contact_numbers n JOIN contacts c"
            f" ON c.key = n.contact WHERE n.number_key IN ({marks(some)}) ORDER BY c.rowid",
            some,
        ):
            known.setdefault(key, []).append((name, company, vip))
    for key, theirs in known.items():
        if key not in found:
            continue
        number, heard, _, _ = found[key]
        # as `contacts.shown_name`: of all who share the number
        name = " / ".join(dict.fromkeys(n or c for n, c, _ in theirs if n or c)) or heard
        company = " / ".join(dict.fromkeys(c for n, c, _ in theirs if n and c))
        found[key] = (number, name, company, any(vip for _, _, vip in theirs))
    return found


def attempts_of(
    conn: sqlite3.Connection, promises: Sequence[int]
) -> tuple[dict[object, str], dict[object, list[str]]]:
    """Of each promise who tried last, and the keys of the notes written with the attempts."""
    tried: dict[object, str] = {}
    said: dict[object, list[str]] = {}
    for some in somes(promises):
        for promise, by, note in conn.execute(
            f'SELECT promise, "by", note FROM attempts WHERE promise IN ({marks(some)}) ORDER BY seq', some
        ):
            if by:
                tried[promise] = by
            if note:
                said.setdefault(promise, []).append(note)
    return tried, said


def _notes(
    conn: sqlite3.Connection, calls: Sequence[str], said: dict[object, list[str]], closing: dict[str, str]
) -> dict[object, str]:
    """The first line of the first note still known, by call and by promise."""
    of: dict[object, list[str]] = {promise: list(keys) for promise, keys in said.items()}
    for promise, key in closing.items():
        of.setdefault(promise, []).append(key)
    for some in somes(calls):
        for call, key in conn.execute(
            f"SELECT call, note FROM call_notes WHERE call IN ({marks(some)}) ORDER BY seq", some
        ):
            of.setdefault(call, []).append(key)
    if not of:
        return {}
    now = amended(conn)
    texts: dict[str, str] = {}
    for some in somes([now.get(key, key) for keys in of.values() for key in keys]):
        texts |= dict(conn.execute(f"SELECT key, text FROM notes WHERE key IN ({marks(some)})", some))
    found = {}
    for owner, keys in of.items():
        for key in keys:
            lines = texts.get(now.get(key, key), "").strip().splitlines()
            if lines:
                found[owner] = lines[0]
                break
    return found


def amended(conn: sqlite3.Connection) -> dict[str, str]:
    """The key under which each note that was written anew is read now."""
    now: dict[str, str] = dict(
        conn.execute(
            "SELECT note, now FROM amendments WHERE note IS NOT NULL AND now IS NOT NULL ORDER BY seq"
        )
    )
    found = {}
    for note in now:
        last, seen = note, {note}
        while last in now and now[last] not in seen:
            last = now[last]
            seen.add(last)
        found[note] = last
    return found


def _recordings(conn: sqlite3.Connection, lists: Iterable[str]) -> dict[str, str | None]:
    """The call of each of these recordings that is still kept."""
    found: dict[str, str | None] = {}
    for some in somes([key for recordings in lists for key in _list(recordings)]):
        found |= dict(conn.execute(f"SELECT key, call FROM recordings WHERE key IN ({marks(some)})", some))
    return found
