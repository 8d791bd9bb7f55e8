"""Time: what is due at a tick, when the next tick is wanted, and a clock that was set."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import calling_back, greeting, of_a_call, serving, side
from desk.core.commands import Decide
from desk.core.events import ClockChanged, Ticked
from desk.core.hours import is_open, opens_at, spans
from desk.core.model import Call, Desk, Doing, Policy, Presence, Promise
from desk.core.turn import Turn, put, unexpected


def ticked(desk: Desk, at: datetime, policy: Policy) -> Turn:
    """All that is due at this time."""
    desk, commands = side.due(desk, at, policy)
    for call in desk.calls:
        if call.alert_until is not None and call.alert_until <= at:
            call = replace(call, alert_until=None)
            desk = put(desk, call)
        forgotten = forgotten_at(call, policy)
        if forgotten is not None and forgotten <= at:
            desk = put(desk, replace(call, alarmed=True))
    desk = _hours_turned(desk, at, policy)
    commands += calling_back.claims_due(desk, at)
    if any(isinstance(c, Decide) for c in commands):
        return desk, (*commands, Decide(event=Ticked(at=at)))
    for call in desk.calls:
        if call.deadline is not None and call.deadline <= at:
            desk, asked = of_a_call.due(desk, call, at, policy)
            commands += asked
            if any(isinstance(c, Decide) for c in asked):
                # the other calls come after that decision: theirs rest on it (the promise's id, the load)
                return desk, (*commands, Decide(event=Ticked(at=at)))
    return desk, commands


def _hours_turned(desk: Desk, at: datetime, policy: Policy) -> Desk:
    """A call that rings while the hours begin or end is met by what is true now."""
    now_open = is_open(at, policy)
    if any(c.doing is Doing.RINGING and (c.met is Presence.CLOSED) == now_open for c in desk.calls):
        return greeting.meet_again(desk, at, policy)
    return desk


def forgotten_at(call: Call, policy: Policy) -> datetime | None:
    """When the desk is alarmed of this caller on hold; None when nobody holds, or it was already."""
    since = call.held_since if call.doing is Doing.HOLDING else call.since
    if call.doing not in (Doing.HOLDING, Doing.PARKED) or call.alarmed or since is None:
        return None
    return since + timedelta(seconds=policy.hold_alarm)


def clock_changed(desk: Desk, event: ClockChanged) -> Turn:
    """The wall clock was set: lengths of time in progress move with it, so that none is longer or shorter."""
    try:
        by = timedelta(seconds=event.seconds)
        calls = tuple(_moved(c, by) for c in desk.calls)
        rings = tuple(replace(r, at=r.at + by) for r in desk.rings)
        promises = tuple(_promise_moved(p, by) for p in desk.promises)
        own = desk.side
        own = own if own.deadline is None else replace(own, deadline=own.deadline + by)
        own = own if own.missed_until is None else replace(own, missed_until=own.missed_until + by)
        dialled = tuple(t + by for t in desk.dialled)
        since = None if desk.chosen_since is None else desk.chosen_since + by
        still = None if desk.still_serving_at is None else desk.still_serving_at + by
    except (OverflowError, ValueError):
        return unexpected(desk, event.at, "the clock was set to no time there is")
    desk = replace(desk, calls=calls, rings=rings, promises=promises, side=own, dialled=dialled)
    return replace(desk, chosen_since=since, still_serving_at=still), ()


def _moved(call: Call, by: timedelta) -> Call:
    times = (
        "began_at",
        "since",
        "deadline",
        "held_since",
        "place_due",
        "offer_due",
        "alert_until",
        "taken_at",
        "waits_since",
    )
    changes = {t: getattr(call, t) + by for t in times if getattr(call, t) is not None}
    return replace(call, **changes)


def _promise_moved(promise: Promise, by: timedelta) -> Promise:
    """What was promised, or put off, was said as a time of the clock: that stays."""
    claimed, tried, picked_up = promise.claimed_until, promise.tried_at, promise.picked_up_at
    return replace(
        promise,
        claimed_until=None if claimed is None else claimed + by,
        tried_at=None if tried is None else tried + by,
        picked_up_at=None if picked_up is None else picked_up + by,
    )


def next_deadline(desk: Desk, at: datetime, policy: Policy) -> datetime | None:
    """When `Ticked` is due: a rule waits for it, or what is shown changes by itself. None: not at all."""
    due = [t for c in desk.calls for t in (c.deadline, c.alert_until) if t is not None]
    due += [t for p in desk.promises if (t := calling_back.claim_until(desk, p)) is not None]
    due += [t for c in desk.calls if (t := forgotten_at(c, policy)) is not None]
    due += [t for t in (desk.side.deadline, desk.side.missed_until) if t is not None]
    shown: list[datetime] = []
    for promise in desk.promises:
        if promise.promised_by is not None:
            shown += [promise.promised_by, promise.promised_by - timedelta(seconds=policy.warn_before)]
        if promise.put_off_until is not None:
            shown.append(promise.put_off_until)
    asks = serving.asks_at(desk, policy)
    if asks is not None:
        shown.append(asks)
    opens = opens_at(at, policy)
    turn = opens if opens is not None else next((end for _, end in spans(at, policy)), None)
    if turn is not None:
        shown.append(turn)
    just_after = timedelta(milliseconds=1)  # "overdue" begins after the promised time, not at it
    return min([*due, *(t + just_after for t in shown if t + just_after > at)], default=None)
