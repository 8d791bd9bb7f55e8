"""The views of calls: a row each from ring to end, and what the caller heard when."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from desk.core.ending import answered_elsewhere
from desk.core.events import (
    CallAnswered,
    CallDropped,
    CallEnded,
    CallerTold,
    CallRang,
    EndedBy,
    Event,
    PromiseJoined,
    PromiseMade,
    TransferEnded,
)
from desk.core.model import Call, Desk, Doing, Outcome, Why
from desk.core.step import RESTARTED
from desk.store.journal import maybe, moment

_BY_WHY = {
    Why.ASKED: "promised",
    Why.HOLD_TOO_LONG: "promised",
    Why.MESSAGE: "message",
    Why.HUNG_UP: "hung_up",
    Why.LINE_LOST: "line_lost",
}
_BY_SIDE = {EndedBy.CALLER: "hung_up", EndedBy.DESK: "ended", EndedBy.LINE: "line_lost"}


def followed(conn: sqlite3.Connection, seq: int, event: Event, before: Desk, after: Desk) -> None:
    """The rows of the calls that this event changed."""
    was = {call.id: call for call in before.calls}
    now = {call.id: call for call in after.calls}
    for call in after.calls:
        old = was.get(call.id)
        if old is None:
            _began(conn, seq, call)
        elif old is not call:
            _went_on(conn, seq, event.at, old, call)
    for call in before.calls:
        if call.id not in now:
            _ended(conn, seq, call, event)
    if isinstance(event, CallRang) and event.call not in now and event.call not in was:
        conn.execute(
            "INSERT OR IGNORE INTO calls"
            " (call, at, met, caller_key, dial, ended_at, ended_as, internal, vip, changed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.call,
                moment(event.at),
                before.chosen,
                event.caller.key,
                event.caller.dial,
                moment(event.at),
                "refused_blocked" if event.caller.blocked else "refused",
                int(event.caller.internal),
                int(event.caller.vip),
                seq,
            ),
        )


def touched(conn: sqlite3.Connection, seq: int, call: str) -> None:
    """Something told with this call's row is another now, and so with those of the same promise."""
    conn.execute("UPDATE calls SET changed = ? WHERE call = ?", (seq, call))
    conn.execute(
        "UPDATE calls SET changed = ? WHERE promise = (SELECT promise FROM calls WHERE call = ?)", (seq, call)
    )


def answered(conn: sqlite3.Connection, seq: int, event: CallAnswered, before: Desk) -> None:
    """Its first voice: the call's own answer was acknowledged, or the far end picked up."""
    if before.call(event.call) is not None:
        _has_voice(conn, seq, event.call, event.at)


def passed_on(conn: sqlite3.Connection, seq: int, event: TransferEnded, before: Desk) -> None:
    """The other side said that they are connected."""
    call = before.call(event.call)
    if event.outcome is not Outcome.REACHED:
        return
    if call is None:
        # its end came before this word of it
        conn.execute(
            "UPDATE calls SET passed_on = 1, ended_as = 'passed_on', changed = ?"
            " WHERE call = ? AND sent_to IS NOT NULL",
            (seq, event.call),
        )
        return
    # passed on to nobody else: it went to our own desk phone, by the PBX
    column = "passed_on" if call.sent_to is not None else "reached"
    conn.execute(f"UPDATE calls SET {column} = 1, changed = ? WHERE call = ?", (seq, call.id))


def told(conn: sqlite3.Connection, seq: int, event: CallerTold) -> None:
    """How our call about a new time went; it comes before the call's end or after it."""
    conn.execute(
        "UPDATE calls SET ended_as = ?, changed = ? WHERE call = ? AND out", (event.outcome, seq, event.call)
    )


def got_promise(conn: sqlite3.Connection, seq: int, event: PromiseMade | PromiseJoined) -> None:
    """The promise that this call was given, or joined."""
    if isinstance(event, PromiseJoined) and event.breaks_through:
        # known by its number while still ringing: what becomes of this call is open yet
        conn.execute(
            "UPDATE calls SET promise = ?, changed = ? WHERE call = ?", (event.promise, seq, event.call)
        )
        return
    # a callback opened because of a hang-up comes after the call's end, which then takes its word from it
    conn.execute(
        "UPDATE calls SET promise = ?, why = ?, ended_as = CASE"
        " WHEN ended_as IN ('hung_up', 'ended', 'line_lost') OR (ended_as = 'spoken' AND ?) THEN ?"
        " ELSE ended_as END, changed = ? WHERE call = ?",
        (event.promise, event.why, event.why is Why.LINE_LOST, _BY_WHY[event.why], seq, event.call),
    )


def _has_voice(conn: sqlite3.Connection, seq: int, call: str, at: datetime) -> None:
    conn.execute(
        "UPDATE calls SET answered_at = ?, changed = ? WHERE call = ? AND answered_at IS NULL",
        (moment(at), seq, call),
    )


def _told_of(call: Call) -> tuple[str | int | None, ...]:
    """What a call's row tells of it while it lives."""
    return (
        call.choice,
        call.met,
        maybe(call.taken_at),
        call.by,
        None if call.sent_to is None else call.sent_to.key,
        int(call.reached),
    )


def _began(conn: sqlite3.Connection, seq: int, call: Call) -> None:
    conn.execute(
        "INSERT OR REPLACE INTO calls (call, at, caller_key, dial, promise, out, internal, vip, changed,"
        " chose, met, taken_at, taken_by, sent_to, reached)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            call.id,
            moment(call.began_at),
            call.caller.key,
            call.caller.dial,
            next((p for p in (call.promise, call.calls_back, call.tells) if p is not None), None),
            int(call.out),
            int(call.caller.internal),
            int(call.caller.vip),
            seq,
            *_told_of(call),
        ),
    )
    conn.execute(
        "INSERT OR REPLACE INTO call_doings (call, doings) VALUES (?, json_array(json_array(0.0, ?)))",
        (call.id, call.doing),
    )


def _went_on(conn: sqlite3.Connection, seq: int, at: datetime, old: Call, call: Call) -> None:
    if _told_of(old) != _told_of(call):
        # a call still ringing when the desk's state changes is met by the new one
        conn.execute(
            "UPDATE calls SET chose = ?, met = ?, taken_at = ?, taken_by = ?, sent_to = ?,"
            " reached = max(reached, ?), changed = ? WHERE call = ?",
            (*_told_of(call), seq, call.id),
        )
    if old.doing is call.doing:
        return
    if old.doing is Doing.HOLDING:
        _held(conn, seq, old, at)
    if call.doing is Doing.TALKING:
        _has_voice(conn, seq, call.id, at)
    since = max(0.0, round((at - call.began_at).total_seconds(), 3))
    conn.execute(
        "UPDATE call_doings SET doings = json_insert(doings, '$[#]', json_array(?, ?)) WHERE call = ?",
        (since, call.doing, call.id),
    )


def _held(conn: sqlite3.Connection, seq: int, call: Call, until: datetime) -> None:
    seconds = max(0.0, round((until - call.since).total_seconds(), 3))
    conn.execute(
        "UPDATE calls SET held = max(coalesce(held, 0), ?), changed = ? WHERE call = ?",
        (seconds, seq, call.id),
    )


def _ended(conn: sqlite3.Connection, seq: int, call: Call, event: Event) -> None:
    row = conn.execute("SELECT why, reached, passed_on, ended_as FROM calls WHERE call = ?", (call.id,))
    why, reached, passed_on, told = row.fetchone() or (None, 0, 0, None)
    mine = isinstance(event, CallEnded) and event.call == call.id
    if isinstance(event, CallEnded) and mine:
        by, outcome, elsewhere = event.by, event.outcome, answered_elsewhere(call, event)
        # until when a call was held that the engine's own end cut, nobody knows
        known = event.reason != RESTARTED
    elif isinstance(event, CallDropped) and event.call == call.id:
        by, outcome, elsewhere, known = EndedBy.DESK, None, False, True
    else:
        # no end of its own: the engine was cut and found this call when it started again
        by, outcome, elsewhere, known = EndedBy.LINE, None, False, False
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
    if call.doing is Doing.HOLDING and known:
        _held(conn, seq, call, event.at)
    conn.execute(
        "UPDATE calls SET ended_at = ?, ended_as = ?, left_doing = ?, changed = ? WHERE call = ?",
        (moment(event.at), ended_as, None if call.out else call.doing, seq, call.id),
    )
