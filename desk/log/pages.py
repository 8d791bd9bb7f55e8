"""Which rows are asked for, in which order, and a page of them.

A page goes on after a row by that row's own value, time and number: rows that come or change meanwhile
neither repeat nor hide any other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import msgspec
import numpy as np

from desk.core.ends import End
from desk.log.columns import ENDS, MET, Columns, micros
from desk.log_types import Asked, Column, Sort
from desk.store.log_rows import NONE, Array

_OPEN = ENDS.index(End.OPEN)
_PART = 60
"""Letters of a name that it is sorted by."""


class After(msgspec.Struct, frozen=True, array_like=True):
    """The last row of a page: its value (a name's letters, or a number), its time and its number."""

    value: str | int
    at: int
    row: int


def mask(
    columns: Columns, asked: Asked, now: datetime, looked: Callable[[slice], Array] | None = None
) -> Array:
    """Of each row whether it is asked for at `now`; `looked` tells which of some rows the search finds."""
    here = columns.span(asked.since, asked.until)
    part = np.ones(here.stop - here.start, np.bool_) if looked is None else looked(here)
    if asked.channels:
        part &= _among(columns.channel[here], columns.channels, asked.channels)
    if asked.ends:
        part &= _among(columns.end[here], ENDS, asked.ends)
    if asked.overdue:
        part &= overdue(columns, here, now)
    if asked.by:
        part &= _among(columns.by[here], columns.people, [name for name in asked.by if name])
    if asked.internal is not None:
        part &= columns.internal[here] == asked.internal
    if asked.met:
        part &= _among(columns.met[here], MET, asked.met)
    if asked.weekday is not None:
        part &= columns.hour[here] // 24 == asked.weekday
    if asked.hour is not None:
        part &= columns.hour[here] % 24 == asked.hour
    whole = np.zeros(len(columns), np.bool_)
    whole[here] = part
    return whole


def overdue(columns: Columns, here: slice, now: datetime) -> Array:
    """Of each of these rows whether its promise is open and its time has passed."""
    due = columns.promised_by[here]
    found: Array = (columns.end[here] == _OPEN) & (due != NONE) & (due < micros(now))
    return found


@dataclass(frozen=True, eq=False)
class Order:
    """One order of all rows. `value` sorts them, smallest first; `names` is what it is the place of.

    Rows of the same value stand by time, the newest first. Nothing is ever sorted but the rows of a page: to
    find the first hundred of a million takes a few looks at all of them.
    """

    value: Array
    columns: Columns
    names: list[str] | None
    descending: bool
    newest_first: bool = False

    def first(self, asked_for: Array, after: After | None, count: int) -> Array:
        """The places of the first `count` rows asked for after that one, in order."""
        rows = np.flatnonzero(asked_for)
        if self.newest_first:
            rows = rows if after is None else rows[: int(np.searchsorted(rows, self._place_of(after)))]
            return rows[-count:][::-1]
        value = self.value if len(rows) == len(self.value) else self.value[rows]
        if after is not None:
            # rows lie by time: what is newer has a greater place
            of, place = self._value_of(after), self._place_of(after)
            later = value > of
            later |= (value == of) & (rows < place)
            rows, value = rows[later], value[later]
        if len(rows) > count:
            last = np.partition(value, count - 1)[count - 1]
            sure = rows[value < last]
            rows = np.concatenate([sure, rows[value == last][len(sure) - count :]])
        return self._in_order(rows)

    def all(self, asked_for: Array) -> Array:
        """The places of all rows asked for, in order."""
        return self._in_order(np.flatnonzero(asked_for))

    def token(self, place: int) -> After:
        """What to go on after this row by."""
        calls, value = self.columns.calls, int(self.value[place])
        if self.names is not None and value != _last(self.value):
            # twice: between two names there is a place for one that is new
            name = self.names[abs(value) // 2]
            return After(name, int(calls.at[place]), int(calls.row[place]))
        return After(value, int(calls.at[place]), int(calls.row[place]))

    def _in_order(self, rows: Array) -> Array:
        newest = np.sort(rows)[::-1]
        if self.newest_first:
            return newest
        found: Array = newest[np.argsort(self.value[newest], kind="stable")]
        return found

    def _place_of(self, token: After) -> int:
        """How many rows are older than that one."""
        calls = self.columns.calls
        first, last = (int(np.searchsorted(calls.at, token.at, side)) for side in ("left", "right"))
        return first + int(np.searchsorted(calls.row[first:last], token.row))

    def _value_of(self, token: After) -> int:
        value = token.value
        if isinstance(value, str):
            names = self.names or []
            place = bisect_left(names, value)
            there = place < len(names) and names[place] == value
            value = 2 * place if there else 2 * place - 1
            value = -value if self.descending else value
        limits = np.iinfo(self.value.dtype)
        return max(int(limits.min), min(value, int(limits.max)))


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
    ordered = -value if sort.descending else value.copy()
    ordered[value < 0] = _last(value)
    return Order(ordered, columns, names, sort.descending, sort == Sort())


def page(order: Order, asked_for: Array, after: After | None, limit: int) -> tuple[Array, After | None]:
    """The places of up to `limit` rows after that one, and what goes on after them: None at the end."""
    places = order.first(asked_for, after, limit + 1)
    if len(places) <= limit:
        return places, None
    return places[:limit], order.token(int(places[limit - 1]))


def _last(value: Array) -> int:
    """Where rows without a value stand."""
    return int(np.iinfo(value.dtype).max)


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
            return columns.met, None
        case Column.CHOSE:
            return columns.chose, None
        case Column.PROMISED_BY:
            return columns.promised_by, None
        case Column.END:
            return columns.end, None
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
    table = np.full(1 + max(names, default=0), NONE, np.int32)
    for which, name in names.items():
        table[which] = place[name]
    return Places(table, every)


def _named(column: Array, places: Places) -> tuple[Array, list[str]]:
    table = places.table
    beyond = 1 + int(column.max(initial=0)) - len(table)
    if beyond > 0:
        table = np.append(table, np.full(beyond, NONE, np.int32))
    return table[column], places.names


def _among(column: Array, words: tuple[object, ...], wanted: object) -> Array:
    assert isinstance(wanted, list | tuple)
    table = np.array([word in wanted for word in words] or [False], np.bool_)
    found: Array = table[column]
    return found
