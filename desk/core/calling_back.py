"""Calling back: the claim, the call, and how it ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import side
from desk.core.commands import Command, Decide, HangUp
from desk.core.dialling import May, may_call_back, may_claim, under_way
from desk.core.events import (
    AttemptEnded,
    CallbackBegun,
    CallEnded,
    CallerTold,
    ClaimEnded,
    EndedBy,
    PromiseClaimed,
)
from desk.core.hours import presence
from desk.core.model import Call, Desk, Doing, Outcome, Policy, Promise, PromiseState
from desk.core.promises import put_promise, same_attempt, unclaimed
from desk.core.turn import Turn, become, put, unexpected

BEFORE_THE_ANSWER = (Doing.TAKEN, Doing.DIALLING, Doing.RINGING_THERE)


def begun(desk: Desk, event: CallbackBegun, policy: Policy) -> Turn:
    """A person calls back: claimed, our side connected, dialled."""
    at, promise = event.at, desk.promise(event.promise)
    may = may_call_back(desk, promise, event.to, at, policy, event.by)
    if promise is None or may is not May.OK:
        return unexpected(desk, at, f"a call back that may not be: {may}", event.call)
    if desk.call(event.call) is not None or not side.has_a_way(desk, event.side, event.leg):
        return unexpected(desk, at, "a call back without a name of its own", event.call)
    desk = put_promise(desk, replace(claimed(promise, event.by, at, policy), picked_up_at=None))
    call = Call(
        id=event.call,
        caller=event.to or promise.caller,
        began_at=at,
        since=at,
        met=presence(desk, at, policy),
        doing=Doing.TAKEN,
        out=True,
        calls_back=promise.id,
        taken_at=at,
        by=event.by,
    )
    return side.place(desk, call, at, policy, event.side, event.leg)


# -- the claim


def claimed(promise: Promise, by: str, at: datetime, policy: Policy) -> Promise:
    """The promise with "(name) is calling now" on it."""
    until = at + timedelta(seconds=policy.claim_expires)
    return replace(promise, state=PromiseState.CLAIMED, claimed_by=by, claimed_until=until)


def claim(desk: Desk, event: PromiseClaimed, policy: Policy) -> Turn:
    """A person says that they call back now, on whatever phone."""
    promise = desk.promise(event.promise)
    may = may_claim(desk, promise, event.at, event.by)
    if promise is None or may is not May.OK:
        return unexpected(desk, event.at, f"a claim that may not be: {may}")
    return put_promise(desk, claimed(promise, event.by, event.at, policy)), ()


def claim_ended(desk: Desk, event: ClaimEnded) -> Turn:
    """Nobody is calling any more."""
    promise = desk.promise(event.promise)
    if promise is None or promise.claimed_until is None or under_way(desk, promise.id):
        return unexpected(desk, event.at, "a claim ended that is none")
    return put_promise(desk, unclaimed(promise)), ()


def claims_due(desk: Desk, at: datetime) -> tuple[Command, ...]:
    """Claims that nobody followed with a call expire."""
    over = (p for p in desk.promises if (until := claim_until(desk, p)) is not None and until <= at)
    return tuple(Decide(event=ClaimEnded(at=at, promise=p.id, expired=True)) for p in over)


def claim_until(desk: Desk, promise: Promise) -> datetime | None:
    """When the claim expires; a live call back keeps it."""
    return None if under_way(desk, promise.id) else promise.claimed_until


# -- the call we make


def rang_there(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """It rings at the far end: so long, and no longer."""
    if call.doing is not Doing.DIALLING:
        return desk, ()
    long = at + timedelta(seconds=policy.ring_there)
    return put(desk, become(call, at, Doing.RINGING_THERE, deadline=long)), ()


def answered(desk: Desk, call: Call, at: datetime) -> Turn:
    """The far end picked up. The person hears it already, by the `Talk` that came with dialling."""
    if call.doing in (Doing.DIALLING, Doing.RINGING_THERE):
        if (promise := desk.promise(call.calls_back or 0)) is not None:
            desk = put_promise(desk, replace(promise, picked_up_at=at))
        return put(desk, become(call, at, Doing.TALKING, reached=True)), ()
    return (desk, (HangUp(call=call.id),)) if call.hung_up else (desk, ())


def ended(desk: Desk, call: Call, event: CallEnded, policy: Policy) -> Turn:
    """A call we made is over; it is not among the live ones any more."""
    at = event.at
    if call.tells is not None:
        return desk, (
            Decide(event=CallerTold(at=at, promise=call.tells, call=call.id, outcome=_told(call, event))),
        )
    promise = desk.promise(call.calls_back) if call.calls_back is not None else None
    if promise is None:
        return desk, ()
    if not call.reached:
        if event.by is EndedBy.LINE and event.outcome is None:
            return desk, (Decide(event=ClaimEnded(at=at, promise=promise.id)),)  # cut: it was no attempt
        outcome = event.outcome or Outcome.NO_ANSWER
        again = same_attempt(promise, at, policy)
        tried = AttemptEnded(
            at=at, promise=promise.id, outcome=outcome, by=call.by, call=call.id, again=again
        )
        return desk, (Decide(event=tried),)
    if event.by is EndedBy.CALLER or call.doing is Doing.LEAVING:
        # put off after the try before this one: the question is not
        promise = replace(claimed(promise, call.by, at, policy), outcome_of=call.id, put_off_until=None)
    else:
        promise = replace(unclaimed(promise), cut=True, put_off_until=None)
    return put_promise(desk, promise), ()


def _told(call: Call, event: CallEnded) -> Outcome:
    if call.reached:
        return Outcome.REACHED
    if call.doing is Doing.TELLING or event.by is EndedBy.LINE:
        return event.outcome or Outcome.FAILED
    return event.outcome or Outcome.NO_ANSWER


def meaningless(desk: Desk, at: datetime) -> Turn:
    """Nobody is rung any longer for a promise that has ended meanwhile."""
    commands: tuple[Command, ...] = ()
    for call in desk.calls:
        promise = call.calls_back if call.calls_back is not None else call.tells
        if promise is None or call.doing not in BEFORE_THE_ANSWER or desk.promise(promise) is not None:
            continue
        desk, gone = side.give_up(desk, replace(call, calls_back=None), at)
        commands += gone
    return desk, commands
