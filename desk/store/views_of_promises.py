"""The views of promises, and of the attempts to keep them."""

from __future__ import annotations

import sqlite3

import msgspec

from desk.core.events import AttemptEnded, CallerTold, PromiseClosed, PromiseEnded, PromiseRenegotiated
from desk.core.model import Desk, Outcome, Promise, PromiseState
from desk.store.journal import maybe, moment

_SPOKEN_WITH = (PromiseState.KEPT, PromiseState.BROKEN)


def followed(conn: sqlite3.Connection, seq: int, before: Desk, after: Desk) -> None:
    """The rows of the promises that this event changed."""
    was = {promise.id: promise for promise in before.promises}
    for promise in after.promises:
        if was.get(promise.id) != promise:
            _promise(conn, seq, promise)
            _calls_of(conn, seq, promise.id)


def happened(
    conn: sqlite3.Connection,
    seq: int,
    event: PromiseEnded | PromiseClosed | AttemptEnded | PromiseRenegotiated,
    promise: Promise,
) -> None:
    """What an event says of an open promise beyond what the desk knows of it."""
    at = moment(event.at)
    # they spoke from when the far end picked up, not from when that was said of it
    spoken_at = moment(min(event.at, promise.picked_up_at or event.at))
    match event:
        case PromiseEnded():
            spoken = at if event.state in _SPOKEN_WITH else None
            conn.execute(
                "UPDATE promises SET state = ?, ended_at = ?, ended_by = ?,"
                " reached_at = coalesce(reached_at, ?), changed = ? WHERE id = ?",
                (event.state, at, event.by, spoken, seq, event.promise),
            )
        case PromiseClosed():
            reached_at = spoken_at if event.state is PromiseState.KEPT else None
            conn.execute(
                "UPDATE promises SET note = coalesce(?, note), reached_at = coalesce(reached_at, ?),"
                " changed = ? WHERE id = ?",
                (event.note or None, reached_at, seq, event.promise),
            )
        case AttemptEnded():
            conn.execute(
                'INSERT INTO attempts (seq, promise, at, outcome, "by", note, call)'
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (seq, event.promise, at, event.outcome, event.by, event.note, event.call),
            )
            if event.outcome is Outcome.REACHED:
                conn.execute(
                    "UPDATE promises SET reached_at = coalesce(reached_at, ?), changed = ? WHERE id = ?",
                    (spoken_at, seq, event.promise),
                )
        case PromiseRenegotiated():
            conn.execute(
                "UPDATE promises SET told = ?, told_outcome = NULL, changed = ? WHERE id = ?",
                (event.told, seq, event.promise),
            )
    _calls_of(conn, seq, event.promise)


def told(conn: sqlite3.Connection, seq: int, event: CallerTold) -> None:
    """How the call about a new time went."""
    conn.execute(
        "UPDATE promises SET told_outcome = ?, changed = ? WHERE id = ?", (event.outcome, seq, event.promise)
    )
    _calls_of(conn, seq, event.promise)


def amended(conn: sqlite3.Connection, seq: int, promise: int, state: PromiseState) -> None:
    """A supervisor said how it really ended; what is still owed has no end to be amended."""
    conn.execute(
        "UPDATE promises SET state = ?, changed = ? WHERE id = ? AND ended_at IS NOT NULL",
        (state, seq, promise),
    )
    _calls_of(conn, seq, promise)


def _calls_of(conn: sqlite3.Connection, seq: int, promise: int) -> None:
    conn.execute("UPDATE calls SET changed = ? WHERE promise = ?", (seq, promise))


def _promise(conn: sqlite3.Connection, seq: int, promise: Promise) -> None:
    fields = {
        "id": promise.id,
        "caller_key": promise.caller.key,
        "dial": promise.caller.dial,
        "why": promise.why,
        "created_at": moment(promise.created_at),
        "promised_by": maybe(promise.promised_by),
        "state": promise.state,
        "call": promise.call,
        "attempts": promise.attempts,
        "recordings": msgspec.json.encode(promise.recordings).decode(),
        "breaks_through": int(promise.breaks_through),
        "put_off_until": maybe(promise.put_off_until),
        "claimed_by": promise.claimed_by,
        "claimed_until": maybe(promise.claimed_until),
        "outcome_of": promise.outcome_of,
        "cut": int(promise.cut),
        "said": None if promise.said is None else promise.said.key,
        "renegotiated": promise.renegotiated,
        "vip": int(promise.caller.vip),
        "internal": int(promise.caller.internal),
        "missed": int(promise.missed),
        "changed": seq,
    }
    conn.execute(_UPSERT, tuple(fields.values()))


_COLUMNS = (
    "id, caller_key, dial, why, created_at, promised_by, state, call, attempts, recordings, breaks_through, "
    "put_off_until, claimed_by, claimed_until, outcome_of, cut, said, renegotiated, vip, internal, "
    "missed, changed"
).split(", ")
_UPSERT = (
    f"INSERT INTO promises ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) "
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])}"
)
