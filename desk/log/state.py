"""All that is kept in memory of the records at one moment, and how it is read and brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import numpy as np

from desk.log.columns import Columns, made, merged
from desk.log.figures import Thanks
from desk.log.pages import Order, Places, mask, ordered, who
from desk.log.search import Looked
from desk.log_types import Asked, Sort
from desk.store import log_rows, log_shown, log_texts
from desk.store.journal import moment as written
from desk.store.log_rows import Array, Parts, Promises, Rows
from desk.store.log_source import Connection

K = TypeVar("K")

MASKS = 8
"""So many answers to "which rows?" are remembered: the pages of some lists."""
ORDERS = 3
"""So many orders are remembered."""
SAMPLES = 16
"""Rows looked at to see that a row is still the call it was."""
LATER_AT_MOST = 2000
"""Rows changed since all texts were read, after which all are read again."""
_PEOPLE = frozenset({"ContactSaved", "ContactRemoved", "ContactsImported", "NumberForgotten"})
"""After these some name or number is another."""


@dataclass(frozen=True, eq=False)
class State:
    """The records as they were at one moment. `changes` counts the moments."""

    rows: Rows
    columns: Columns
    looked: Looked
    callers: Places
    thanks: Thanks
    samples: dict[int, str]
    seq: int
    changes: int = 1
    orders: dict[Sort, Order] = field(default_factory=dict)
    masks: dict[Asked, Array] = field(default_factory=dict)

    def order(self, sort: Sort) -> Order:
        """All rows in this order."""
        found = self.orders.get(sort)
        if found is None:
            _make_room(self.orders, ORDERS)
            found = self.orders[sort] = ordered(self.columns, sort, self.callers)
        return found

    def mask(self, asked: Asked, now: datetime) -> Array:
        """Of each row whether it is asked for."""
        if asked in self.masks:
            return self.masks[asked]
        text = asked.text.strip()
        which = mask(
            self.columns, asked, now, partial(self.looked.found, text, self.columns) if text else None
        )
        if not asked.overdue:  # that changes with the time
            _make_room(self.masks, MASKS)
            self.masks[asked] = which
        return which


def _make_room(remembered: dict[K, Any], at_most: int) -> None:
    """The oldest go. Another thread may do the same."""
    for one in list(remembered)[: len(remembered) - at_most + 1]:
        remembered.pop(one, None)


Asking = Callable[[], AbstractContextManager[Connection]]
"""Gives each thread its connection."""


def load(asking: Asking, zone: ZoneInfo, country: str, changes: int = 1) -> State:
    """Read everything. Raises `sqlite3.Error`, `ValueError`."""
    rows = Rows()
    with ThreadPoolExecutor(1, "beside") as beside, asking() as conn, log_rows.one_moment(conn):
        seq = log_rows.last(conn)
        # what is written meanwhile may be in those already: the next look reads it once more
        promised, texts = beside.submit(_promises, asking, rows), beside.submit(_texts, asking, country)
        calls, changed = rows.all_calls(conn)
        columns = made(rows, Parts(calls, promised.result(), changed), log_rows.staff(conn), zone)
        looked, callers = texts.result()
        state = State(
            rows=rows,
            columns=columns,
            looked=looked,
            callers=callers,
            thanks=log_rows.thanks(conn),
            samples=_samples(conn, columns),
            seq=seq,
            changes=changes,
        )
    return _warm(state)


def _promises(asking: Asking, rows: Rows) -> Promises:
    with asking() as conn, log_rows.one_moment(conn):
        return rows.all_promises(conn)


def _texts(asking: Asking, country: str) -> tuple[Looked, Places]:
    with asking() as conn, log_rows.one_moment(conn):
        people = log_texts.people(conn)
        callers = who(people.shown)
        return Looked(people, log_texts.spoken(conn), country=country), callers


def of_time(conn: Connection, zone: ZoneInfo, since: datetime, until: datetime) -> tuple[Columns, Thanks]:
    """What the figures of a time are counted from, before all is read. Raises as `load`."""
    rows = Rows()
    with log_rows.one_moment(conn):
        oldest, _ = log_shown.extent(conn)
        parts = rows.of_time(conn, written(since), written(until))
        return made(rows, parts, log_rows.staff(conn), zone, oldest), log_rows.thanks(conn)


def refreshed(asking: Asking, state: State) -> State:
    """The same with what is new since; the same one when nothing is. Raises as `load`."""
    with asking() as conn:
        new = _newer(conn, state)
    if new is None:
        return load(asking, state.columns.zone, state.looked.country, state.changes + 1)
    return new


def _newer(conn: Connection, state: State) -> State | None:
    """None when all must be read again."""
    with log_rows.one_moment(conn):
        seq = log_rows.last(conn)
        same = log_rows.calls_of(conn, list(state.samples)) == state.samples
        if same and seq == state.seq:
            return state
        events = log_rows.events(conn, state.seq)
        # rows have other numbers after a rebuild, and retention takes the names of many at once
        if not same or seq < state.seq or "RetentionApplied" in events:
            return None
        parts = state.rows.changed(conn, state.columns.changed)
        looked = state.looked
        gone = (
            np.union1d(looked.gone[0], parts.calls.row).astype(np.int32),
            np.union1d(looked.gone[1], parts.promises.id).astype(np.int32),
        )
        if len(gone[0]) > LATER_AT_MOST:
            return None
        if events & _PEOPLE:
            people = log_texts.people(conn)
        else:
            people = log_texts.people_with(conn, looked.people, np.unique(parts.calls.caller))
        columns = made(state.rows, merged(state.columns, parts), log_rows.staff(conn), state.columns.zone)
        later = log_texts.spoken_of(conn, gone[0].tolist(), gone[1].tolist())
        new = State(
            rows=state.rows,
            columns=columns,
            looked=replace(looked, people=people, later=later, gone=gone),
            callers=state.callers if people is looked.people else who(people.shown),
            thanks=log_rows.thanks(conn),
            samples=state.samples or _samples(conn, columns),
            seq=seq,
            changes=state.changes + 1,
        )
    return _warm(new)


def _samples(conn: Connection, columns: Columns) -> dict[int, str]:
    rows = columns.calls.row
    if not len(rows):
        return {}
    some = np.linspace(0, len(rows) - 1, SAMPLES).astype(np.int64)
    return log_rows.calls_of(conn, rows[some].tolist())


def _warm(state: State) -> State:
    """What every question needs is worked out before the first one."""
    _ = state.columns.hour, state.columns.promised_by, state.columns.waited, state.columns.owed
    return state
