"""The one next thing for the person at the desk, and because of what."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

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
    """Callers on hold in the order they will be taken: urgent first, then who has held longest."""
    held = [c for c in desk.calls if c.doing is Doing.HOLDING]
    return tuple(sorted(held, key=lambda c: (not c.urgent, c.held_since or c.since, c.id)))


def promise_order(promise: Promise, at: datetime, policy: Policy) -> tuple[int, datetime]:
    """Sort key of a promise in the queue: calls again, overdue, due soon, by time, then as soon as free."""
    by = promise.promised_by
    if promise.breaks_through:
        return (0, by or promise.created_at)
    if by is None:
        return (4 if promise.why is not Why.LINE_LOST else 2, promise.created_at)
    left = (by - at).total_seconds()
    return (1 if left < 0 else 2 if left <= policy.warn_before else 3, by)


def promised(desk: Desk, at: datetime, policy: Policy) -> tuple[Promise, ...]:
    """All open promises in the order the windows list them."""
    return tuple(sorted(desk.promises, key=lambda p: (*promise_order(p, at, policy), p.id)))


def next_action(desk: Desk, at: datetime, policy: Policy) -> NextAction:
    """The one thing to do next.

    A waiting voice goes before a written promise; among promises the one whose time is nearest, and
    those without a time when no timed one is left. A promise put off is passed over until its time.
    """
    held = holding_line(desk)
    if held:
        first = held[0]
        since = first.held_since or first.since
        long = (at - since).total_seconds() >= policy.hold_alarm
        because = Because.URGENT if first.urgent else Because.HOLDING_LONG if long else Because.HOLDING
        return NextAction(what=What.TAKE_CALL, because=because, call=first.id, at=since)
    # while free the desk itself rings: the phone in reach is quicker than any list
    ringing = [c for c in desk.calls if c.doing is Doing.RINGING and c.met is Presence.FREE]
    if ringing:
        longest = min(ringing, key=lambda c: (c.began_at, c.id))
        return NextAction(what=What.TAKE_CALL, because=Because.RINGING, call=longest.id, at=longest.began_at)
    for promise in promised(desk, at, policy):
        if promise.put_off_until is not None and at < promise.put_off_until:
            continue
        return NextAction(
            what=What.LISTEN if promise.why is Why.MESSAGE else What.CALL_BACK,
            because=_because(promise, at, policy),
            promise=promise.id,
            at=promise.promised_by or promise.created_at,
        )
    return NextAction()


def _because(promise: Promise, at: datetime, policy: Policy) -> Because:
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
        Why.LINE_LOST: Because.LINE_LOST,
        Why.HOLD_TOO_LONG: Because.HOLD_TOO_LONG,
        Why.ASKED: Because.AS_SOON_AS_FREE,
    }[promise.why]
