"""Every interruption and every promise as columns in memory: what pages, searches and figures are made of.

Rows lie by time, the oldest first. A `Columns` is never changed: what is new makes another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

import numpy as np

from desk.core.ends import End, end_of
from desk.core.model import Choice, Presence, PromiseState
from desk.store.log_rows import NONE, OF_CALL, OF_PROMISE, Array, Calls, Parts, Promises, Rows

ENDS = tuple(End)
MET = tuple(Presence)
CHOSE = tuple(Choice)
STATES = tuple(PromiseState)
OPEN_STATES = (PromiseState.OPEN, PromiseState.CLAIMED, PromiseState.RENEGOTIATED)
SPOKEN_WITH = [STATES.index(state) for state in (PromiseState.KEPT, PromiseState.BROKEN)]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
QUARTER = 900_000_000
"""Microseconds of a quarter of an hour: clocks are set at none between."""


def micros(at: datetime) -> int:
    """A moment as the columns have it."""
    return (at - _EPOCH) // _MICRO


def moment(micros: int) -> datetime:
    """A moment of the columns."""
    return _EPOCH + timedelta(microseconds=int(micros))


@dataclass(frozen=True, eq=False)
class Columns:
    """All rows, or those of a time. `promise` is the place of a row's promise in `promises`, -1 without one.

    `oldest` is when the first interruption of all came, None without any.

    `by`, `ended_by` and `channel` are places in `people` and `channels`; nobody is 0, which is "".
    """

    calls: Calls
    promises: Promises
    changed: int
    oldest: int | None
    people: tuple[str, ...]
    channels: tuple[str, ...]
    zone: ZoneInfo
    # of each call
    channel: Array
    met: Array
    chose: Array
    end: Array
    internal: Array
    amended: Array
    by: Array
    promise: Array
    # of each promise
    state: Array
    of_colleague: Array
    kept_by: Array

    def __len__(self) -> int:
        return len(self.calls.row)

    @cached_property
    def promised_by(self) -> Array:
        """Of each call, until when; NONE without a time."""
        return _of_promise(self.promises.promised_by, self.promise)

    @cached_property
    def waited(self) -> Array:
        """Of each promise, microseconds until somebody spoke with them; NONE when nobody did.

        Nobody did where a supervisor says so.
        """
        reached = self.promises.reached
        did = (reached != NONE) & np.isin(self.state, SPOKEN_WITH)
        return np.where(did, np.maximum(reached - self.promises.created, 0), NONE)

    @cached_property
    def owed(self) -> Array:
        """Which promises are open."""
        return np.isin(self.state, [STATES.index(state) for state in OPEN_STATES])

    @cached_property
    def hour(self) -> Array:
        """Of each call the hour of the week by the desk's clock: 24 times the weekday, and the hour."""
        return _hours(self.calls.at, self.zone)

    @cached_property
    def by_row(self) -> Array:
        """The place of each row of `calls`, NONE where it is none of ours."""
        return _places(self.calls.row)

    def span(self, since: datetime | None, until: datetime | None) -> slice:
        """The rows of a time; `since` counts, `until` does not."""
        at = self.calls.at
        first = 0 if since is None else int(np.searchsorted(at, micros(since)))
        last = len(at) if until is None else int(np.searchsorted(at, micros(until)))
        return slice(first, max(first, last))


def made(
    rows: Rows,
    parts: Parts,
    staff: dict[int, tuple[str, str]],
    zone: ZoneInfo,
    oldest: datetime | None = None,
) -> Columns:
    """The columns of these rows, in whatever order they come. `staff` names who works here by row.

    `oldest` is the first interruption of all, where these are not all.
    """
    calls, promises = _by_time(parts.calls), _by_id(parts.promises)

    kinds = [dict(zip(OF_CALL, word.split(" "), strict=True)) for word in rows.call_kinds.words]
    of_promise = [dict(zip(OF_PROMISE, word.split(" "), strict=True)) for word in rows.promise_kinds.words]
    people = ("", *sorted({name for _, name in staff.values()}))
    by_key = {key: people.index(name) for key, name in staff.values()}
    by_row = np.zeros(1 + max(staff, default=0), np.int32)
    for row, (_, name) in staff.items():
        by_row[row] = people.index(name)
    channels = tuple(sorted({kind["channel"] for kind in kinds}))

    promise = np.searchsorted(promises.id, calls.promise).astype(np.int32)
    promise[promise == len(promises.id)] = NONE
    if len(promises.id):
        promise[promises.id[promise] != calls.promise] = NONE
    state = _table((STATES.index(PromiseState(kind["state"])) for kind in of_promise), np.int8)[promises.kind]
    ended_by = _table((by_key.get(kind["ended_by"], 0) for kind in of_promise), np.int32)[promises.kind]
    closed_by = np.where(ended_by == 0, by_row[promises.tried], ended_by)
    taken_by = _table((by_key.get(kind["taken_by"], 0) for kind in kinds), np.int32)[calls.kind]

    states = np.append(state, np.int8(len(STATES)))  # the last, -1, is none
    ends = np.array([[_end(kind, which) for which in (*STATES, None)] for kind in kinds], np.int8)
    end = ends.reshape(-1, len(STATES) + 1)[calls.kind, states[promise]]
    return Columns(
        calls=calls,
        promises=promises,
        changed=parts.changed,
        oldest=micros(oldest) if oldest else int(calls.at[0]) if len(calls.at) else None,
        people=people,
        channels=channels,
        zone=zone,
        channel=_table((channels.index(kind["channel"]) for kind in kinds), np.int8)[calls.kind],
        met=_table((MET.index(Presence(kind["met"])) for kind in kinds), np.int8)[calls.kind],
        chose=_table(
            (CHOSE.index(Choice(kind["chose"])) if kind["chose"] else NONE for kind in kinds), np.int8
        )[calls.kind],
        end=end,
        internal=_table((kind["internal"] == "1" for kind in kinds), np.bool_)[calls.kind],
        amended=_table((kind["amended"] == "1" for kind in kinds), np.bool_)[calls.kind],
        by=np.where(taken_by == 0, _of_promise(closed_by, promise, 0), taken_by).astype(np.int32),
        promise=promise,
        state=state,
        of_colleague=_table((kind["internal"] == "1" for kind in of_promise), np.bool_)[promises.kind],
        kept_by=closed_by.astype(np.int32),
    )


def _by_time(calls: Calls) -> Calls:
    if (np.diff(calls.at) > 0).all():
        return calls
    order = np.lexsort((calls.row, calls.at))
    return Calls(*(column[order] for column in calls))


def _by_id(promises: Promises) -> Promises:
    if (np.diff(promises.id) > 0).all():
        return promises
    order = np.argsort(promises.id, kind="stable")
    return Promises(*(column[order] for column in promises))


def merged(columns: Columns, parts: Parts) -> Parts:
    """All rows of those columns, and of these instead where both have one."""
    calls = _merged(columns.calls, parts.calls, columns.calls.row, parts.calls.row)
    promises = _merged(columns.promises, parts.promises, columns.promises.id, parts.promises.id)
    return Parts(Calls(*calls), Promises(*promises), max(columns.changed, parts.changed))


def _merged(old: Sequence[Array], new: Sequence[Array], had: Array, has: Array) -> Iterable[Array]:
    stays = ~np.isin(had, has)
    return (np.concatenate([a[stays], b]) for a, b in zip(old, new, strict=True))


def _end(kind: dict[str, str], state: PromiseState | None) -> int:
    amended = End(kind["end"]) if kind["end"] else None
    return ENDS.index(end_of(kind["ended_as"] or None, state, amended))


def _table(values: Iterable[int], kind: type) -> Array:
    return np.array([*values], kind)


def _of_promise(column: Array, promise: Array, none: int = NONE) -> Array:
    """A column of promises, of each call; `none` without a promise."""
    return np.append(column, np.int64(none))[promise]


def _places(rows: Array) -> Array:
    found = np.full(1 + (int(rows.max()) if len(rows) else 0), NONE, np.int32)
    found[rows] = np.arange(len(rows), dtype=np.int32)
    return found


def _hours(at: Array, zone: ZoneInfo) -> Array:
    if not len(at):
        return np.zeros(0, np.int16)
    quarters = at // QUARTER
    first = int(quarters.min())
    beyond = quarters - first
    if int(beyond.max()) > 10_000_000:  # three hundred years: a clock was far off
        known, beyond = np.unique(beyond, return_inverse=True)
    else:
        there = np.zeros(int(beyond.max()) + 1, np.bool_)
        there[beyond] = True
        known = np.flatnonzero(there)
        places = np.zeros(len(there), np.int64)
        places[known] = np.arange(len(known))
        beyond = places[beyond]
    local = (moment((first + int(quarter)) * QUARTER).astimezone(zone) for quarter in known)
    return np.fromiter((24 * at.weekday() + at.hour for at in local), np.int16, len(known))[beyond]
