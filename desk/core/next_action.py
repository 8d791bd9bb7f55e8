"""The one next thing for the person at the desk, and because of what."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from desk.core.dialling import under_way
from desk.core.model import Call, Desk, Doing, Policy, Presence, Promise, Value, Why


class What(StrEnum):
    """What the person should do next."""

    NOTHING = "nothing"
    TAKE_CALL = "take_call"
    CALL_BACK = "call_back"
    LISTEN = "listen"
    RESUME = "resume"
    SAY_OUTCOME = "say_outcome"


class Because(StrEnum):
    """The reason, to be put into words where it is shown."""

    NOTHING_WAITS = "nothing_waits"
    RINGING = "ringing"
    URGENT = "urgent"
    HOLDING = "holding"
    HOLDING_LONG = "holding_long"
    CALLS_AGAIN = "calls_again"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    PROMISED = "promised"
    HUNG_UP = "hung_up"
    HOLD_TOO_LONG = "hold_too_long"
    MESSAGE = "message"
    LINE_LOST = "line_lost"
    AS_SOON_AS_FREE = "as_soon_as_free"
    CAME_BACK = "came_back"
    PARKED = "parked"
    PARKED_LONG = "parked_long"
    OUTCOME_WANTED = "outcome_wanted"


class NextAction(Value, frozen=True, kw_only=True):
    """One thing to do. `at` is the time the reason speaks of: promised by, or holding or ringing since."""

    what: What = What.NOTHING
    because: Because = Because.NOTHING_WAITS
    call: str | None = None
    promise: int | None = None
    at: datetime | None = None


def holding_line(desk: Desk) -> tuple[Call, ...]:
    """Callers on hold in the order they will be taken: urgent first, then VIPs, then who has waited longest.

    Who rings back with a promise has waited since it was made.
    """
    held = [c for c in desk.calls if c.doing is Doing.HOLDING]
    return tuple(sorted(held, key=_place))


def _place(call: Call) -> tuple[bool, bool, datetime, str]:
    waits = min(t for t in (call.waits_since, call.held_since, call.since) if t is not None)
    return (not call.urgent, not call.caller.vip, waits, call.id)


def parked_line(desk: Desk) -> tuple[Call, ...]:
    """Calls the person put on hold: who came back first, then callers before our own calls, by time."""
    parked = [c for c in desk.calls if c.doing is Doing.PARKED]
    return tuple(sorted(parked, key=lambda c: (c.came_back is None, c.out, c.since, c.id)))


def promise_order(promise: Promise, at: datetime, policy: Policy) -> tuple[int, datetime]:
    """Sort key of a promise: line lost, calls again, overdue, due soon, by time, as soon as free."""
    by = promise.promised_by
    if line_lost(promise):
        return (0, by or promise.created_at)
    if promise.breaks_through:
        return (1, by or promise.created_at)
    if by is None:
        return (5, promise.created_at)
    left = (by - at).total_seconds()
    return (2 if left < 0 else 3 if left <= policy.warn_before else 4, by)


def line_lost(promise: Promise) -> bool:
    """Whether the caller was cut, and has been given no time since."""
    return promise.cut or (promise.why is Why.LINE_LOST and promise.promised_by is None)


def promised(desk: Desk, at: datetime, policy: Policy) -> tuple[Promise, ...]:
    """All open promises in the order the windows list them."""
    return tuple(sorted(desk.promises, key=lambda p: (*promise_order(p, at, policy), p.id)))


def next_action(desk: Desk, at: datetime, policy: Policy) -> NextAction:
    """The one thing to do next; while somebody is spoken with, the next after that.

    A waiting voice goes before what is written down. In this order:

    1. an urgent caller on hold;
    2. a call that could not be passed on and came back;
    3. the others on hold, in their line;
    4. calls the person put on hold, callers before our own, the longest first;
    5. while free, a call that rings: the phone in reach is quicker than any list;
    6. the outcome of a call back that was answered, which only the person knows;
    7. promises: whose line was lost, who calls again, overdue, due soon, by their time, as soon as free.

    A promise is passed over that was put off, until its time, and one that somebody is calling back now.
    """
    held, parked = holding_line(desk), parked_line(desk)
    if held and held[0].urgent:
        return _take(held[0], at, policy)
    if parked and parked[0].came_back is not None:
        return _resume(parked[0], at, policy)
    if held:
        return _take(held[0], at, policy)
    if parked:
        return _resume(parked[0], at, policy)
    ringing = [c for c in desk.calls if c.doing is Doing.RINGING and c.met is Presence.FREE]
    if ringing:
        longest = min(ringing, key=lambda c: (c.began_at, c.id))
        return NextAction(what=What.TAKE_CALL, because=Because.RINGING, call=longest.id, at=longest.began_at)
    due = [p for p in promised(desk, at, policy) if p.put_off_until is None or at >= p.put_off_until]
    for promise in due:
        if promise.outcome_of is not None and not under_way(desk, promise.id):
            return NextAction(
                what=What.SAY_OUTCOME,
                because=Because.OUTCOME_WANTED,
                call=promise.outcome_of,
                promise=promise.id,
                at=promise.promised_by or promise.created_at,
            )
    for promise in due:
        if promise.claimed_until is not None or promise.outcome_of is not None or under_way(desk, promise.id):
            continue
        return NextAction(
            what=What.LISTEN if promise.why is Why.MESSAGE and not promise.cut else What.CALL_BACK,
            because=_because(promise, at, policy),
            promise=promise.id,
            at=promise.promised_by or promise.created_at,
        )
    return NextAction()


def _take(call: Call, at: datetime, policy: Policy) -> NextAction:
    since = call.held_since or call.since
    long = (at - since).total_seconds() >= policy.hold_alarm
    because = Because.URGENT if call.urgent else Because.HOLDING_LONG if long else Because.HOLDING
    return NextAction(what=What.TAKE_CALL, because=because, call=call.id, at=since)


def _resume(call: Call, at: datetime, policy: Policy) -> NextAction:
    long = (at - call.since).total_seconds() >= policy.hold_alarm
    because = Because.PARKED_LONG if long else Because.PARKED
    because = because if call.came_back is None else Because.CAME_BACK
    return NextAction(what=What.RESUME, because=because, call=call.id, at=call.since)


def _because(promise: Promise, at: datetime, policy: Policy) -> Because:
    if line_lost(promise):
        return Because.LINE_LOST
    if promise.breaks_through:
        return Because.CALLS_AGAIN
    if promise.promised_by is not None:
        left = (promise.promised_by - at).total_seconds()
        if left < 0:
            return Because.OVERDUE
        return Because.DUE_SOON if left <= policy.warn_before else Because.PROMISED
    return {
        Why.HUNG_UP: Because.HUNG_UP,
        Why.MESSAGE: Because.MESSAGE,
        Why.HOLD_TOO_LONG: Because.HOLD_TOO_LONG,
        Why.ASKED: Because.AS_SOON_AS_FREE,
    }[promise.why]
