"""What sounds at the desk: who wants the person now, a hold that was forgotten, a promise due soon."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core.commands import Command, QuietDesk, Remind, RingDesk
from desk.core.hours import presence
from desk.core.model import Desk, Doing, Policy, Presence, Promise
from desk.core.promises import put_promise
from desk.core.turn import Turn


def sounds(desk: Desk, at: datetime) -> RingDesk | None:
    """What sounds at the desk: an urgent caller, else a call that rings while the desk is free, else
    softly a caller on hold who seems forgotten; while serving only the first.
    """
    calls = [c for c in desk.calls if c.doing is not Doing.LEAVING]  # who is leaving wants nobody any more
    if any(c.alert_until is not None and at < c.alert_until for c in calls):
        return RingDesk(urgent=True)
    if any(c.doing is Doing.RINGING and c.met is Presence.FREE for c in desk.calls):
        return RingDesk()
    on_hold = (Doing.HOLDING, Doing.PARKED)
    if desk.chosen is not Presence.SERVING and any(c.alarmed and c.doing in on_hold for c in desk.calls):
        return RingDesk(alarm=True)
    return None


def reminded(desk: Desk, at: datetime, policy: Policy) -> Turn:
    """One soft sound for promises that have become due soon; while serving or closed it waits."""
    if presence(desk, at, policy) in (Presence.SERVING, Presence.CLOSED):
        return desk, ()
    soon = [p for p in desk.promises if _due_soon(p, at, policy)]
    for promise in soon:
        desk = put_promise(desk, replace(promise, reminded=True))
    return desk, ((Remind(),) if any(p.claimed_until is None and p.outcome_of is None for p in soon) else ())


def _due_soon(promise: Promise, at: datetime, policy: Policy) -> bool:
    if promise.promised_by is None or promise.reminded:
        return False
    return promise.promised_by - timedelta(seconds=policy.warn_before) <= at


def desk_sound(before: Desk, after: Desk, at: datetime) -> tuple[Command, ...]:
    """The change of what sounds, if there is one."""
    # what sounded just before this event: an alert whose time is now was still sounding
    old, new = sounds(before, at - timedelta(microseconds=1)), sounds(after, at)
    if old == new:
        return ()
    return (QuietDesk(),) if new is None else (new,)
