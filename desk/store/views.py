"""The views for questions: what one event changes in them.

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
spoke of a new time is an `Outcome` too: reached when it was heard to the end. How the whole interruption
ended, its promise included, is `core.ends.end_of`.

`changed` of a call or a promise is the number of the entry that last changed its row, or anything the log
tells in that row: the promise it was given, an attempt, a note, the words of a message, an amendment. What is
erased by age is told by no key, and so changes nothing here.
"""

from __future__ import annotations

import sqlite3

from desk.core.ends import amended_promise
from desk.core.events import (
    AttemptEnded,
    CallAnswered,
    CallerTold,
    CallRang,
    EndAmended,
    Event,
    MessageTranscribed,
    NoteAdded,
    NoteAmended,
    NumberForgotten,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromiseRenegotiated,
    ThanksGiven,
    TransferEnded,
)
from desk.core.model import Desk
from desk.store import views_of_calls, views_of_promises
from desk.store.journal import moment

TABLES = {
    "calls": "call",
    "call_doings": "call",
    "promises": "id",
    "attempts": "seq",
    "call_notes": "seq",
    "amendments": "seq",
    "thanks": "seq",
}
"""The views' tables, each with its key."""


def apply(conn: sqlite3.Connection, seq: int, event: Event, before: Desk, after: Desk) -> None:
    """Write what entry `seq` changed, inside the caller's transaction. Raises `sqlite3.Error`."""
    if isinstance(event, TransferEnded):
        views_of_calls.passed_on(conn, seq, event, before)
    if before.calls is not after.calls or isinstance(event, CallRang):
        views_of_calls.followed(conn, seq, event, before, after)
    if before.promises is not after.promises:
        views_of_promises.followed(conn, seq, before, after)
    match event:
        case CallAnswered():
            views_of_calls.answered(conn, seq, event, before)
        case PromiseMade() | PromiseJoined() if after.promise(event.promise) is not None:
            views_of_calls.got_promise(conn, seq, event)
        # an event that came too late or twice changes nothing: the promise has its end already
        case PromiseEnded() | PromiseClosed() | AttemptEnded() | PromiseRenegotiated():
            if (promise := before.promise(event.promise)) is not None:
                views_of_promises.happened(conn, seq, event, promise)
        case CallerTold():
            views_of_promises.told(conn, seq, event)
            views_of_calls.told(conn, seq, event)
        case NoteAdded():
            conn.execute(
                'INSERT INTO call_notes (seq, call, note, at, "by") VALUES (?, ?, ?, ?, ?)',
                (seq, event.call, event.note, moment(event.at), event.by),
            )
            views_of_calls.touched(conn, seq, event.call)
        case MessageTranscribed():
            views_of_calls.touched(conn, seq, event.recording.rpartition("-")[0])
        case NumberForgotten():
            conn.execute("UPDATE calls SET changed = ? WHERE caller_key = ?", (seq, event.key))
            conn.execute(
                "UPDATE calls SET changed = ?"
                " WHERE promise IN (SELECT id FROM promises WHERE caller_key = ?)",
                (seq, event.key),
            )
        case EndAmended() | NoteAmended() | ThanksGiven():
            _said_later(conn, seq, event)
        case _:
            pass


def _said_later(conn: sqlite3.Connection, seq: int, event: EndAmended | NoteAmended | ThanksGiven) -> None:
    at = moment(event.at)
    match event:
        case EndAmended():
            conn.execute(
                'INSERT INTO amendments (seq, at, call, promise, was, "end", reason, "by")'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (seq, at, event.call, event.promise, event.was, event.end, event.reason, event.by),
            )
            conn.execute(
                'UPDATE calls SET "end" = ?, amended = 1, changed = ? WHERE call = ?',
                (event.end, seq, event.call),
            )
            state = event.state or amended_promise(event.end)
            if event.promise is not None and state is not None:
                views_of_promises.amended(conn, seq, event.promise, state)
        case NoteAmended():
            conn.execute(
                'INSERT INTO amendments (seq, at, call, note, now, reason, "by")'
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (seq, at, event.call, event.note, event.now, event.reason, event.by),
            )
            conn.execute("UPDATE calls SET amended = 1 WHERE call = ?", (event.call,))
            views_of_calls.touched(conn, seq, event.call)
        case ThanksGiven():
            conn.execute(
                'INSERT INTO thanks (seq, at, "to", note, call, "by") VALUES (?, ?, ?, ?, ?, ?)',
                (seq, at, event.to, event.note, event.call, event.by),
            )
            if event.call is not None:
                views_of_calls.touched(conn, seq, event.call)
