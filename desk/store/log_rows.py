"""What the supervisor's log keeps in memory of every call in and every promise: columns of small numbers.

SQLite puts each column of some ten thousand rows together itself, and numpy takes it apart: no row ever
becomes a Python object. Array are microseconds since 1970; -1 where there is none. Who is meant by a row is a
number too: the row of `numbers` or `staff`, 0 for nobody or when it is not known (any more).
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from desk.store.people import marks, somes

Array: TypeAlias = npt.NDArray[Any]
"""A column."""

CHUNK = 20_000
"""Rows of one question to SQLite."""
NONE = -1
_LENGTH = 27
_BLANK = " " * _LENGTH


class Kinds(dict[str, int]):
    """Words that come again and again, as small numbers: a new word has the next one."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]

    @property
    def words(self) -> list[str]:
        """All words, in the order of their numbers."""
        return list(self)


class Calls(NamedTuple):
    """Calls in. `kind` is the number of what a call was: see `OF_CALL`."""

    row: Array
    at: Array
    ended: Array
    answered: Array
    caller: Array
    promise: Array
    held: Array
    kind: Array


OF_CALL = ("channel", "met", "chose", "ended_as", "end", "internal", "amended", "taken_by")
"""What stands in the word of a call's kind, a space between."""


class Promises(NamedTuple):
    """Promises. `kind` as above: see `OF_PROMISE`. `tried` is who tried last."""

    id: Array
    created: Array
    promised_by: Array
    reached: Array
    ended: Array
    kind: Array
    tried: Array


OF_PROMISE = ("state", "internal", "ended_by")
_OPEN = ("open", "claimed", "renegotiated")


_CALLS = (
    "SELECT count(*), coalesce(max(changed), 0), group_concat(rowid), CAST(group_concat(at, '') AS BLOB),"
    f" CAST(group_concat(coalesce(ended_at, '{_BLANK}'), '') AS BLOB),"
    f" CAST(group_concat(coalesce(answered_at, '{_BLANK}'), '') AS BLOB),"
    " group_concat(coalesce(caller_key, '')),"
    " group_concat(coalesce(promise, 0)), group_concat(coalesce(CAST(held * 1000 AS INTEGER), -1)),"
    " group_concat(printf('%s %s %s %s %s %d %d %s', channel, met, chose,"
    ' CASE WHEN ended_at IS NOT NULL THEN ended_as END, "end", internal, amended, taken_by))'
    " FROM calls c WHERE NOT out AND "
)
_PROMISES = (
    "SELECT count(*), coalesce(max(changed), 0), group_concat(id),"
    " CAST(group_concat(created_at, '') AS BLOB),"
    f" CAST(group_concat(coalesce(promised_by, '{_BLANK}'), '') AS BLOB),"
    f" CAST(group_concat(coalesce(reached_at, '{_BLANK}'), '') AS BLOB),"
    f" CAST(group_concat(coalesce(ended_at, '{_BLANK}'), '') AS BLOB),"
    " group_concat(state || ' ' || internal || ' ' || coalesce(ended_by, '')) FROM promises WHERE "
)


class Parts(NamedTuple):
    """Some rows, and the last journal entry that changed any of them."""

    calls: Calls
    promises: Promises
    changed: int


class Rows:
    """Reads the columns. The words of kinds keep their numbers as long as this lives."""

    def __init__(self) -> None:
        self.call_kinds = Kinds()
        self.promise_kinds = Kinds()
        self._callers: dict[str, int] = {}

    def all_calls(self, conn: sqlite3.Connection) -> tuple[Calls, int]:
        """Every call in, and the last entry that changed one.

        Raises `sqlite3.Error`, `ValueError` of what is no time.
        """
        self._callers = dict(conn.execute("SELECT key, rowid FROM numbers"))
        calls, changed = [_NO_CALLS], 0
        for first, last in _ranges(conn, "calls", "rowid"):
            some, seq = self._calls(conn, "rowid BETWEEN ? AND ?", (first, last))
            calls.append(some)
            changed = max(changed, seq)
        self._callers = {}
        return Calls(*_joined(calls)), changed

    def all_promises(self, conn: sqlite3.Connection) -> Promises:
        """Every promise. Raises as `all_calls`."""
        promises = [_NO_PROMISES]
        for first, last in _ranges(conn, "promises", "id"):
            promises.append(self._promises(conn, "id BETWEEN ? AND ?", (first, last))[0])
        whole = Promises(*_joined(promises))
        return whole._replace(tried=_found(_tried(conn, _staff(conn)), whole.id))

    def changed(self, conn: sqlite3.Connection, after: int) -> Parts:
        """Those that entries after `after` changed. Raises as `all_calls`."""
        calls, seq = self._calls(conn, "changed > ?", (after,))
        promises, of_promises = self._promises(conn, "changed > ?", (after,))
        return Parts(calls, self._with_tried(conn, promises), max(after, seq, of_promises))

    def of_time(self, conn: sqlite3.Connection, since: str, until: str) -> Parts:
        """The calls of a time, the promises made then and those they were given, and all that are open."""
        calls, seq = self._calls(conn, "at >= ? AND at < ?", (since, until))
        promises, of_promises = self._promises(
            conn,
            f"(created_at >= ? AND created_at < ?) OR state IN ({marks(_OPEN)}) OR id IN"
            " (SELECT promise FROM calls WHERE at >= ? AND at < ? AND NOT out)",
            (since, until, *_OPEN, since, until),
        )
        return Parts(calls, self._with_tried(conn, promises), max(seq, of_promises))

    def _with_tried(self, conn: sqlite3.Connection, promises: Promises) -> Promises:
        tried = _tried(conn, _staff(conn), [int(id) for id in promises.id])
        return promises._replace(tried=_found(tried, promises.id))

    def _calls(self, conn: sqlite3.Connection, where: str, asked: Sequence[int | str]) -> tuple[Calls, int]:
        count, changed, row, at, ended, answered, caller, promise, held, kind = conn.execute(
            _CALLS + where, asked
        ).fetchone()
        if not count:
            return _NO_CALLS, 0
        calls = Calls(
            row=_ints(row, count),
            at=times(at, count),
            ended=times(ended, count),
            answered=times(answered, count),
            caller=self._rows_of(conn, caller, count),
            promise=_ints(promise, count),
            held=_ints(held, count),
            kind=_kinds(kind, count, self.call_kinds),
        )
        return calls, changed

    def _promises(
        self, conn: sqlite3.Connection, where: str, asked: Sequence[int | str]
    ) -> tuple[Promises, int]:
        count, changed, id, created, promised_by, reached, ended, kind = conn.execute(
            _PROMISES + where, asked
        ).fetchone()
        if not count:
            return _NO_PROMISES, 0
        promises = Promises(
            id=_ints(id, count),
            created=times(created, count),
            promised_by=times(promised_by, count),
            reached=times(reached, count),
            ended=times(ended, count),
            kind=_kinds(kind, count, self.promise_kinds),
            tried=np.zeros(count, np.int32),
        )
        return promises, changed

    def _rows_of(self, conn: sqlite3.Connection, keys: str, count: int) -> Array:
        """The row in `numbers` of each key, 0 where it is not known."""
        asked = keys.split(",")
        if len(asked) != count:
            raise ValueError("a key is not what was written")
        known = self._callers
        if not known:
            for some in somes(list(dict.fromkeys(asked))):
                known |= conn.execute(f"SELECT key, rowid FROM numbers WHERE key IN ({marks(some)})", some)
        return np.fromiter((known.get(key, 0) for key in asked), np.int32, count)


@contextlib.contextmanager
def one_moment(conn: sqlite3.Connection) -> Iterator[None]:
    """What is asked in here is of one moment, whoever writes meanwhile."""
    conn.execute("BEGIN")
    try:
        yield
    finally:
        conn.execute("COMMIT")


def last(conn: sqlite3.Connection) -> int:
    """The number of the journal's last entry, 0 without any."""
    return int(conn.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def events(conn: sqlite3.Connection, after: int) -> set[str]:
    """What kinds of things happened after that entry."""
    return {event for (event,) in conn.execute("SELECT DISTINCT event FROM journal WHERE seq > ?", (after,))}


def calls_of(conn: sqlite3.Connection, rows: Sequence[int]) -> dict[int, str]:
    """Which call stands in each of these rows."""
    return dict(conn.execute(f"SELECT rowid, call FROM calls WHERE rowid IN ({marks(rows)})", rows))


def thanks(conn: sqlite3.Connection) -> dict[str, tuple[datetime, ...]]:
    """When each of the staff was thanked, by name."""
    found: dict[str, tuple[datetime, ...]] = {}
    for at, name in conn.execute(
        'SELECT t.at, s.name FROM thanks t JOIN staff s ON s.key = t."to" ORDER BY t.seq'
    ):
        found[name] = (*found.get(name, ()), datetime.fromisoformat(at))
    return found


def staff(conn: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """Key and name of who works here, by their row."""
    return {row: (key, name) for row, key, name in conn.execute("SELECT rowid, key, name FROM staff")}


def times(text: bytes, count: int) -> Array:
    """So many times as the tables keep them, one after the other; blanks are none. Raises `ValueError`."""
    if len(text) != count * _LENGTH:
        raise ValueError("a time is not what was written")
    letters = np.ascontiguousarray(np.frombuffer(text, np.uint8).reshape(count, _LENGTH).T)
    digits = letters.astype(np.int32) - ord("0")
    year, month, day = _two(digits, 0) * 100 + _two(digits, 2), _two(digits, 5), _two(digits, 8)
    second = (_two(digits, 11) * 60 + _two(digits, 14)) * 60 + _two(digits, 17)
    micro = (_two(digits, 20) * 100 + _two(digits, 22)) * 100 + _two(digits, 24)
    # days from civil (Howard Hinnant): years begin in March, so that a leap day is the last of its year
    year = year - (month <= 2)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    days = year * 365 + year // 4 - year // 100 + year // 400 + of_year - 719468
    found = (days.astype(np.int64) * 86400 + second) * 1_000_000 + micro
    return np.where(letters[0] == ord(" "), NONE, found)


def _two(digits: Array, place: int) -> Array:
    two: Array = digits[place] * 10 + digits[place + 1]
    return two


def _ints(text: str, count: int) -> Array:
    found = np.fromstring(text, np.int64, sep=",")
    if len(found) != count:
        raise ValueError("a number is not what was written")
    return found.astype(np.int32)


def _kinds(text: str, count: int, kinds: Kinds) -> Array:
    words = text.split(",")
    if len(words) != count:
        raise ValueError("a word is not what was written")
    return np.fromiter(map(kinds.__getitem__, words), np.int32, count)


def _ranges(conn: sqlite3.Connection, table: str, key: str) -> Iterator[tuple[int, int]]:
    last = conn.execute(f"SELECT max({key}) FROM {table}").fetchone()[0] or 0
    for first in range(1, last + 1, CHUNK):
        yield first, min(first + CHUNK - 1, last)


def _staff(conn: sqlite3.Connection) -> dict[str, int]:
    return {key: row for row, (key, _) in staff(conn).items()}


def _tried(conn: sqlite3.Connection, of: dict[str, int], promises: Sequence[int] | None = None) -> Array:
    """Who tried last, by the promise's number."""
    found = np.zeros(1 + (conn.execute("SELECT max(id) FROM promises").fetchone()[0] or 0), np.int32)
    question = (
        'SELECT count(*), group_concat(promise), group_concat("by") FROM attempts WHERE "by" <> \'\' AND '
    )
    if promises is None:
        last = conn.execute("SELECT max(seq) FROM attempts").fetchone()[0] or 0
        # their numbers are those of journal entries: wide apart
        step = 10 * CHUNK
        questions: list[tuple[str, tuple[int, ...]]] = [
            ("seq BETWEEN ? AND ?", (first, first + step - 1)) for first in range(1, last + 1, step)
        ]
    else:
        questions = [(f"promise IN ({marks(some)})", some) for some in somes(promises)]
    for where, asked in questions:
        count, ids, by = conn.execute(question + where, asked).fetchone()
        if count:
            # the later one stands: they come in the order they were made
            found[_ints(ids, count)] = np.fromiter((of.get(key, 0) for key in by.split(",")), np.int32, count)
    return found


def _joined(parts: list[Any]) -> Iterator[Array]:
    """Each column whole. The parts are given back one column after the other: twice all would be much."""
    columns = [list(column) for column in zip(*parts, strict=True)]
    parts.clear()
    for column in columns:
        yield np.concatenate(column)
        column.clear()


def _found(table: Array, of: Array) -> Array:
    return table[np.where(of < len(table), of, 0)]


_NO_INTS = np.zeros(0, np.int32)
_NO_TIMES = np.zeros(0, np.int64)
_NO_CALLS = Calls(_NO_INTS, _NO_TIMES, _NO_TIMES, _NO_TIMES, _NO_INTS, _NO_INTS, _NO_INTS, _NO_INTS)
_NO_PROMISES = Promises(_NO_INTS, _NO_TIMES, _NO_TIMES, _NO_TIMES, _NO_TIMES, _NO_INTS, _NO_INTS)
