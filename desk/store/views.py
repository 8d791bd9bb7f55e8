"""The views for questions: what one event changes in `calls`, `promises`, `attempts` and `call_notes`.

They are written in the transaction of the journal's entry and follow from it alone: `rebuild` computes them
again from nothing.
How a call ended (`calls.ended_as`), the first that is true:
  answered_elsewhere  another phone took it
  passed_on           it was passed on, and the other side said that they are connected
  line_lost           the line or the engine was cut, also while speaking
  spoken              a person here spoke with them, and it ended in good order
  refused_blocked     the number is blocked: refused, or answered with a text
  promised            a callback was promised during the call (asked for, or the hold was too long)
  message             a message was kept
  hung_up             the caller hung up before anything came of it (a callback may have been opened for it)
  refused             it was turned away, more calls than may be at once
  ended               the desk ended it, with nothing promised
A call we make (`calls.out`) is spoken or line_lost like any other; one that was never answered ended as the
word of its `Outcome` says (busy, no_answer, refused, failed), or as ended when the person let it be. One that
spoke of a new time is an `Outcome` too: reached when it was heard to the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from desk.core.events import (
    AttemptEnded,
    CallDropped,
    CallEnded,
    CallerTold,
    CallRang,
    EndedBy,
    Event,
    NoteAdded,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromiseRenegotiated,
    TransferEnded,
)
from desk.core.model import Call, Desk, Outcome, Promise, Why
from desk.store import schema
from desk.store.journal import moment

TABLES = {"calls": "call", "promises": "id", "attempts": "seq", "call_notes": "seq"}
"""The views' tables, each with its key."""

_BY_WHY = {
    Why.ASKED: "promised",
    Why.HOLD_TOO_LONG: "promised",
    Why.MESSAGE: "message",
    Why.HUNG_UP: "hung_up",
    Why.LINE_LOST: "line_lost",
}
_BY_SIDE = {EndedBy.CALLER: "hung_up", EndedBy.DESK: "ended", EndedBy.LINE: "line_lost"}


class Difference(NamedTuple):
    """A row of a view that is not what the journal says: `columns` differ, or a row is missing or extra."""

    table: str
    key: str
    columns: tuple[str, ...]


def apply(conn: sqlite3.Connection, seq: int, event: Event, before: Desk, after: Desk) -> None:
    """Write what entry `seq` changed, inside the caller's transaction. Raises `sqlite3.Error`."""
    if isinstance(event, TransferEnded):
        _passed_on(conn, event, before)
    if before.calls is not after.calls or isinstance(event, CallRang):
        _calls(conn, event, before, after)
    if before.promises is not after.promises:
        was = {promise.id: promise for promise in before.promises}
        for promise in after.promises:
            if was.get(promise.id) != promise:
                _promise(conn, promise)
    if isinstance(event, PromiseMade | PromiseJoined) and after.promise(event.promise) is not None:
        _call_got_promise(conn, event)
    # an event that came too late or twice changes nothing: the promise has its end already
    if isinstance(event, PromiseEnded) and before.promise(event.promise) is not None:
        conn.execute(
            "UPDATE promises SET state = ?, ended_at = ?, ended_by = ? WHERE id = ?",
            (event.state, moment(event.at), event.by, event.promise),
        )
    if isinstance(event, PromiseClosed) and event.note and before.promise(event.promise) is not None:
        conn.execute("UPDATE promises SET note = ? WHERE id = ?", (event.note, event.promise))
    if isinstance(event, AttemptEnded) and before.promise(event.promise) is not None:
        conn.execute(
            'INSERT INTO attempts (seq, promise, at, outcome, "by", note, call) VALUES (?, ?, ?, ?, ?, ?, ?)',
            (seq, event.promise, moment(event.at), event.outcome, event.by, event.note, event.call),
        )
    if isinstance(event, PromiseRenegotiated) and before.promise(event.promise) is not None:
        conn.execute(
            "UPDATE promises SET told = ?, told_outcome = NULL WHERE id = ?", (event.told, event.promise)
        )
    if isinstance(event, CallerTold):
        _told(conn, event)
    if isinstance(event, NoteAdded):
        conn.execute(
            'INSERT INTO call_notes (seq, call, note, at, "by") VALUES (?, ?, ?, ?, ?)',
            (seq, event.call, event.note, moment(event.at), event.by),
        )


def _passed_on(conn: sqlite3.Connection, event: TransferEnded, before: Desk) -> None:
    call = before.call(event.call)
    if event.outcome is not Outcome.REACHED:
        return
    if call is None:
        # its end came before this word of it
        conn.execute(
            "UPDATE calls SET passed_on = 1, ended_as = 'passed_on' WHERE call = ? AND sent_to IS NOT NULL",
            (event.call,),
        )
        return
    # passed on to nobody else: it went to our own desk phone, by the PBX
    column = "passed_on" if call.sent_to is not None else "reached"
    conn.execute(f"UPDATE calls SET {column} = 1 WHERE call = ?", (call.id,))


def _told(conn: sqlite3.Connection, event: CallerTold) -> None:
    conn.execute("UPDATE promises SET told_outcome = ? WHERE id = ?", (event.outcome, event.promise))
    # it comes before the call's end or after it
    conn.execute("UPDATE calls SET ended_as = ? WHERE call = ? AND out", (event.outcome, event.call))


def _call_got_promise(conn: sqlite3.Connection, event: PromiseMade | PromiseJoined) -> None:
    if isinstance(event, PromiseJoined) and event.breaks_through:
        # known by its number while still ringing: what becomes of this call is open yet
        conn.execute("UPDATE calls SET promise = ? WHERE call = ?", (event.promise, event.call))
        return
    # a callback opened because of a hang-up comes after the call's end, which then takes its word from it
    conn.execute(
        "UPDATE calls SET promise = ?, why = ?, ended_as = CASE"
        " WHEN ended_as IN ('hung_up', 'ended', 'line_lost') OR (ended_as = 'spoken' AND ?) THEN ?"
        " ELSE ended_as END WHERE call = ?",
        (event.promise, event.why, event.why is Why.LINE_LOST, _BY_WHY[event.why], event.call),
    )


def _calls(conn: sqlite3.Connection, event: Event, before: Desk, after: Desk) -> None:
    was = {call.id: call for call in before.calls}
    now = {call.id: call for call in after.calls}
    for call in after.calls:
        old = was.get(call.id)
        if old is None:
            _call_began(conn, call)
        elif _told_of(old) != _told_of(call):
            # a call still ringing when the desk's state changes is met by the new one
            conn.execute(
                "UPDATE calls SET chose = ?, met = ?, taken_at = ?, taken_by = ?, sent_to = ?,"
                " reached = max(reached, ?) WHERE call = ?",
                (*_told_of(call), call.id),
            )
    for call in before.calls:
        if call.id not in now:
            _call_ended(conn, call, event)
    if isinstance(event, CallRang) and event.call not in now and event.call not in was:
        conn.execute(
            "INSERT OR IGNORE INTO calls (call, at, met, caller_key, dial, ended_at, ended_as)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                event.call,
                moment(event.at),
                before.chosen,
                event.caller.key,
                event.caller.dial,
                moment(event.at),
                "refused_blocked" if event.caller.blocked else "refused",
            ),
        )


def _told_of(call: Call) -> tuple[str | int | None, ...]:
    """What a call's row tells of it while it lives."""
    return (
        call.choice,
        call.met,
        _maybe(call.taken_at),
        call.by,
        None if call.sent_to is None else call.sent_to.key,
        int(call.reached),
    )


def _call_began(conn: sqlite3.Connection, call: Call) -> None:
    conn.execute(
        "INSERT OR REPLACE INTO calls (call, at, caller_key, dial, promise, out,"
        " chose, met, taken_at, taken_by, sent_to, reached) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            call.id,
            moment(call.began_at),
            call.caller.key,
            call.caller.dial,
            next((p for p in (call.promise, call.calls_back, call.tells) if p is not None), None),
            int(call.out),
            *_told_of(call),
        ),
    )


def _call_ended(conn: sqlite3.Connection, call: Call, event: Event) -> None:
    row = conn.execute("SELECT why, reached, passed_on, ended_as FROM calls WHERE call = ?", (call.id,))
    why, reached, passed_on, told = row.fetchone() or (None, 0, 0, None)
    mine = isinstance(event, CallEnded) and event.call == call.id
    if isinstance(event, CallEnded) and mine:
        by, outcome, elsewhere = event.by, event.outcome, event.answered_elsewhere
    elif isinstance(event, CallDropped) and event.call == call.id:
        by, outcome, elsewhere = EndedBy.DESK, None, False
    else:
        # no end of its own: the engine was cut and found this call when it started again
        by, outcome, elsewhere = EndedBy.LINE, None, False
    if elsewhere:
        ended_as = "answered_elsewhere"
    elif passed_on:
        ended_as = "passed_on"
    elif told is not None:
        ended_as = told
    elif reached:
        ended_as = "line_lost" if by is EndedBy.LINE else "spoken"
    elif call.out:
        ended_as = outcome or ("line_lost" if by is EndedBy.LINE else "ended")
    elif call.caller.blocked:
        ended_as = "refused_blocked"
    else:
        ended_as = _BY_SIDE[by] if why is None else _BY_WHY[Why(why)]
    conn.execute(
        "UPDATE calls SET ended_at = ?, ended_as = ? WHERE call = ?", (moment(event.at), ended_as, call.id)
    )


def _promise(conn: sqlite3.Connection, promise: Promise) -> None:
    fields = {
        "id": promise.id,
        "caller_key": promise.caller.key,
        "dial": promise.caller.dial,
        "why": promise.why,
        "created_at": moment(promise.created_at),
        "promised_by": _maybe(promise.promised_by),
        "state": promise.state,
        "call": promise.call,
        "attempts": promise.attempts,
        "recordings": msgspec.json.encode(promise.recordings).decode(),
        "breaks_through": int(promise.breaks_through),
        "put_off_until": _maybe(promise.put_off_until),
        "claimed_by": promise.claimed_by,
        "claimed_until": _maybe(promise.claimed_until),
        "outcome_of": promise.outcome_of,
        "cut": int(promise.cut),
        "said": None if promise.said is None else promise.said.key,
        "renegotiated": promise.renegotiated,
        "vip": int(promise.caller.vip),
        "internal": int(promise.caller.internal),
    }
    conn.execute(_UPSERT, tuple(fields.values()))


_COLUMNS = (
    "id, caller_key, dial, why, created_at, promised_by, state, call, attempts, recordings, breaks_through, "
    "put_off_until, claimed_by, claimed_until, outcome_of, cut, said, renegotiated, vip, internal"
).split(", ")
_UPSERT = (
    f"INSERT INTO promises ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) "
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])}"
)


def _maybe(at: datetime | None) -> str | None:
    return None if at is None else moment(at)


def compute(happened: Iterable[tuple[int, Event]], fold: Callable[[Desk, Event], Desk]) -> sqlite3.Connection:
    """The views of those entries in a database of their own. `fold` gives the desk after an event."""
    conn = sqlite3.connect("", isolation_level=None)  # in memory, and on disk what does not fit
    schema.make_views(conn)
    desk = Desk()
    for seq, event in happened:
        after = fold(desk, event)
        apply(conn, seq, event, desk, after)
        desk = after
    return conn


def differences(kept: sqlite3.Connection, computed: sqlite3.Connection) -> tuple[Difference, ...]:
    """Where the kept views are not the computed ones."""
    found = []
    for table, key in TABLES.items():
        # two sorted lists read side by side: a year of them is more than memory should hold
        ours, theirs = _rows(kept, table, key), _rows(computed, table, key)
        a, b = next(ours, None), next(theirs, None)
        while a is not None or b is not None:
            if b is None or (a is not None and a[0] < b[0]):
                assert a is not None
                found.append(Difference(table, str(a[0]), tuple(a[1])))
                a = next(ours, None)
            elif a is None or b[0] < a[0]:
                found.append(Difference(table, str(b[0]), tuple(b[1])))
                b = next(theirs, None)
            else:
                columns = tuple(column for column in a[1] if a[1][column] != b[1].get(column))
                if columns:
                    found.append(Difference(table, str(a[0]), columns))
                a, b = next(ours, None), next(theirs, None)
    return tuple(found)


def replace(conn: sqlite3.Connection, computed: sqlite3.Connection) -> None:
    """Put the computed views in place of the kept ones, inside the caller's transaction."""
    for table, key in TABLES.items():
        conn.execute(f"DELETE FROM {table}")
        for _, row in _rows(computed, table, key):
            names = ", ".join(f'"{name}"' for name in row)
            conn.execute(
                f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
            )


def _rows(conn: sqlite3.Connection, table: str, key: str) -> Iterator[tuple[Any, dict[str, object]]]:
    """Each row with its key, in the order of the keys."""
    cursor = conn.execute(f"SELECT * FROM {table} ORDER BY {key}")
    names = [column[0] for column in cursor.description]
    place = names.index(key)
    for row in cursor:
        yield row[place], dict(zip(names, row, strict=True))
