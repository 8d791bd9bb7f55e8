"""Which rows are asked for, in which order, and a page of them.

A page goes on after a row by that row's own value, time and number: rows that come or change meanwhile
neither repeat nor hide any other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import msgspec
import numpy as np

from desk.core.ends import End
from desk.log.columns import ENDS, MET, Columns, micros
from desk.log_types import Asked, Column, Sort
from desk.store.log_rows import NONE, Array

LAST = np.iinfo(np.int64).max
"""Where rows without a value stand."""
_OPEN = ENDS.index(End.OPEN)
_PART = 60
"""Letters of a name that it is sorted by."""


class After(msgspec.Struct, frozen=True, array_like=True):
    """The last row of a page: its value (a name's letters, or a number), its time and its number."""

    value: str | int
    at: int
    row: int


def mask(columns: Columns, asked: Asked, now: datetime, found: Array | None = None) -> Array:
    """Of each row whether it is asked for at `now`; `found` is what the search found."""
    all_ = np.zeros(len(columns), np.bool_)
    here = columns.span(asked.since, asked.until)
    all_[here] = True
    if found is not None:
        all_ &= found
    if asked.channels:
        all_ &= _among(columns.channel, columns.channels, asked.channels)
    if asked.ends:
        all_ &= _among(columns.end, ENDS, asked.ends)
    if asked.overdue:
        all_ &= overdue(columns, now)
    if asked.by:
        all_ &= _among(columns.by, columns.people, [name for name in asked.by if name])
    if asked.internal is not None:
        all_ &= columns.internal == asked.internal
    if asked.met:
        all_ &= _among(columns.met, MET, asked.met)
    if asked.weekday is not None:
        all_ &= columns.hour // 24 == asked.weekday
    if asked.hour is not None:
        all_ &= columns.hour % 24 == asked.hour
    return all_


def overdue(columns: Columns, now: datetime) -> Array:
    """Of each row whether its promise is open and its time has passed."""
    due = columns.promised_by
    found: Array = (columns.end == _OPEN) & (due != NONE) & (due < micros(now))
    return found


@dataclass(frozen=True, eq=False)
class Order:
    """All rows in one order. `value` sorts them, smallest first; `names` is what it is the place of.

    Rows of the same value stand by time, the newest first.
    """

    places: Array
    value: Array
    columns: Columns
    names: list[str] | None
    descending: bool

    def after(self, token: After) -> int:
        """How many rows stand before or at that one."""
        return bisect_right(self.places, self._key(token), key=self._of)

    def token(self, place: int) -> After:
        """What to go on after this row by."""
        calls, value = self.columns.calls, int(self.value[place])
        if self.names is not None and value != LAST:
            # twice: between two names there is a place for one that is new
            name = self.names[abs(value) // 2]
            return After(name, int(calls.at[place]), int(calls.row[place]))
        return After(value, int(calls.at[place]), int(calls.row[place]))

    def _of(self, place: int) -> tuple[int, int, int]:
        calls = self.columns.calls
        return (int(self.value[place]), -int(calls.at[place]), -int(calls.row[place]))

    def _key(self, token: After) -> tuple[int, int, int]:
        value = token.value
        if isinstance(value, str):
            names = self.names or []
            place = bisect_left(names, value)
            there = place < len(names) and names[place] == value
            value = 2 * place if there else 2 * place - 1
            value = -value if self.descending else value
        return (value, -token.at, -token.row)


class Places(NamedTuple):
    """Names in order, and the place of each among them, twice: between two there is one for a new name."""

    table: Array
    names: list[str]


def who(shown: dict[int, str]) -> Places:
    """Callers in the order of their names; `shown` is what they are called, by their row in `numbers`."""
    return _places({row: _sorted_by(name) for row, name in shown.items()})


def ordered(columns: Columns, sort: Sort, callers: Places) -> Order:
    """All rows in this order."""
    value, names = _values(columns, sort.column, callers)
    none = value == NONE if names is None else value < 0
    value = np.where(none, LAST, -value if sort.descending else value)
    newest = np.arange(len(columns) - 1, -1, -1)
    return Order(
        newest[np.argsort(value[newest], kind="stable")].astype(np.int32),
        value,
        columns,
        names,
        sort.descending,
    )


def page(order: Order, asked_for: Array, after: After | None, limit: int) -> tuple[Array, After | None]:
    """The places of up to `limit` rows after that one, and what goes on after them: None at the end."""
    start = 0 if after is None else order.after(after)
    found: list[Array] = []
    count, step = 0, max(4 * limit, 4096)
    while start < len(order.places) and count <= limit:
        some = order.places[start : start + step]
        some = some[asked_for[some]]
        found.append(some)
        count += len(some)
        start += step
        step *= 2
    places = np.concatenate(found)[: limit + 1] if found else np.zeros(0, np.int32)
    if len(places) <= limit:
        return places, None
    return places[:limit], order.token(int(places[limit - 1]))


def _values(columns: Columns, by: Column, callers: Places) -> tuple[Array, list[str] | None]:
    """What is sorted by, NONE without a value; with names their places among them, twice."""
    match by:
        case Column.TIME:
            return columns.calls.at, None
        case Column.WHO:
            return _named(columns.calls.caller, callers)
        case Column.CHANNEL:
            return _named(columns.channel, _places(dict(enumerate(columns.channels))))
        case Column.MET:
            return columns.met.astype(np.int64), None
        case Column.CHOSE:
            return columns.chose.astype(np.int64), None
        case Column.PROMISED_BY:
            return columns.promised_by, None
        case Column.END:
            return columns.end.astype(np.int64), None
        case Column.BY:
            names = {i: name.casefold()[:_PART] for i, name in enumerate(columns.people) if i}
            return _named(columns.by, _places(names))
        case Column.MINUTES:
            return np.append(columns.waited, np.int64(NONE))[columns.promise], None


def _sorted_by(name: str) -> str:
    # names first, then numbers without one
    return (name.strip() if name.startswith(" ") else f"\U0010fffd{name}")[:_PART]


def _places(names: dict[int, str]) -> Places:
    every = sorted(set(names.values()))
    place = {name: 2 * i for i, name in enumerate(every)}
    table = np.full(1 + max(names, default=0), NONE, np.int64)
    for which, name in names.items():
        table[which] = place[name]
    return Places(table, every)


def _named(column: Array, places: Places) -> tuple[Array, list[str]]:
    table = places.table
    beyond = 1 + int(column.max(initial=0)) - len(table)
    if beyond > 0:
        table = np.append(table, np.full(beyond, NONE, np.int64))
    return table[column], places.names


def _among(column: Array, words: tuple[object, ...], wanted: object) -> Array:
    assert isinstance(wanted, list | tuple)
    table = np.array([word in wanted for word in words] or [False], np.bool_)
    found: Array = table[column]
    return found
