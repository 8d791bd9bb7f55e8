"""A promise's new time, and the call by which the caller is told of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core.commands import Command, Decide, Phrase
from desk.core.commands import Dial as DialCommand
from desk.core.dialling import May, dialled, may_dial, under_way
from desk.core.events import CallerTold, PromiseRenegotiated
from desk.core.hours import presence
from desk.core.model import Call, Caller, Desk, Doing, Outcome, Policy, Promise, Told
from desk.core.promises import put_promise, unclaimed
from desk.core.turn import LEAVING_LONGEST, Turn, hang_up, put, speak, unexpected


def renegotiated(desk: Desk, event: PromiseRenegotiated, policy: Policy) -> Turn:
    """A person gave the promise a new time. That the old one had passed is not forgotten by it."""
    promise, at = desk.promise(event.promise), event.at
    if promise is None or event.promised_by <= at:
        return unexpected(desk, at, "a new time for a promise that cannot have it")
    live = under_way(desk, event.promise)
    if event.told is Told.BY_CALL and (live or event.call is None or desk.call(event.call) is not None):
        return unexpected(desk, at, "a caller is to be told by a call that cannot be made")
    passed = promise.promised_by is not None and promise.promised_by < at
    promise = replace(
        promise if live else unclaimed(promise),  # who is speaking with the caller goes on doing so
        promised_by=event.promised_by,
        missed=promise.missed or passed,
        renegotiated=promise.renegotiated + 1,
        put_off_until=None,
        breaks_through=False,
        reminded=False,
        outcome_of=None,
        picked_up_at=promise.picked_up_at if live else None,
        cut=False,
    )
    desk = put_promise(desk, promise)
    if event.told is Told.NOT_TOLD or event.call is None:
        return desk, ()
    return _call(desk, promise, event.call, event.to or promise.caller, at, policy, event.by)


def _call(desk: Desk, promise: Promise, call: str, to: Caller, at: datetime, policy: Policy, by: str) -> Turn:
    # what is not on the disk is promised to nobody
    if desk.records_failed is not None or may_dial(desk, to, at, policy) is not May.OK:
        failed = CallerTold(at=at, promise=promise.id, call=call, outcome=Outcome.FAILED)
        return desk, (Decide(event=failed),)
    tells = Call(
        id=call,
        caller=to,
        began_at=at,
        since=at,
        met=presence(desk, at, policy),
        doing=Doing.DIALLING,
        deadline=at + timedelta(seconds=policy.ring_there),
        out=True,
        tells=promise.id,
        by=by,
    )
    desk = dialled(replace(desk, calls=(*desk.calls, tells)), to, at)
    commands: tuple[Command, ...] = (DialCommand(call=call, to=to),)
    return desk, commands


def answered(desk: Desk, call: Call, at: datetime) -> Turn:
    """Somebody picked up: the new time is said."""
    promise = desk.promise(call.tells) if call.tells is not None else None
    if promise is None or promise.promised_by is None:
        return hang_up(desk, call, at)
    new_time = Phrase(name="new_time", at=promise.promised_by)
    return speak(desk, call, at, Doing.TELLING, new_time, deadline=at + LEAVING_LONGEST)


def said(desk: Desk, call: Call, at: datetime) -> Turn:
    """It was heard to the end."""
    call = replace(call, reached=True)
    return hang_up(put(desk, call), call, at)
