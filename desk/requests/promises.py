"""Requests about promises: call back, attempt, done, later, a new time, who calls."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.core.dialling import May, may_claim
from desk.core.events import (
    AttemptEnded,
    CallbackBegun,
    ClaimEnded,
    Event,
    PromiseClaimed,
    PromiseClosed,
    PromisePutOff,
    PromiseRenegotiated,
)
from desk.core.hours import is_open
from desk.core.model import Caller, Doing, Promise, PromiseState, Told
from desk.core.promises import CLOSED_BY_HAND, same_attempt
from desk.core.set_back import PUT_OFF_AT_MOST
from desk.link_types import (
    CallBack,
    Claim,
    ClosePromise,
    NoteAttempt,
    PutOff,
    Renegotiate,
    Reply,
    Unclaim,
)
from desk.requests.dialling import as_it_is_now, being_called, cannot_call
from desk.requests.means import Means, new_call, no

LATER_AT_MOST = PUT_OFF_AT_MOST // timedelta(minutes=1)
NEW_TIME_AT_MOST = 10080
"""Minutes from now to a new time: a week."""

AboutAPromise = NoteAttempt | ClosePromise | PutOff | CallBack | Claim | Unclaim | Renegotiate


async def answer(means: Means, request: AboutAPromise) -> Reply:
    """The reply, once it is done."""
    async with means.turn:
        promise = means.desk.promise(request.promise)
        if promise is None and not 1 <= request.promise < means.desk.next_promise:
            return no(request, "There is no such promise.", "Look at the list again.")
        if promise is None:
            return no(request, "This promise is not open any more.", "Look at the list again.")
        match request:
            case NoteAttempt() | ClosePromise():
                return await _ended(means, request, promise)
            case PutOff():
                return await _later(means, request)
            case CallBack():
                return await _call_back(means, request, promise)
            case Claim():
                return await _claim(means, request, promise)
            case Unclaim():
                return await _unclaim(means, request, promise)
            case Renegotiate():
                return await _new_time(means, request, promise)


async def _later(means: Means, request: PutOff) -> Reply:
    if not 1 <= request.minutes <= LATER_AT_MOST:
        return no(request, "Later is 1 to 480 minutes.", "Choose a time within the working day.")
    now = means.now()
    until = now + timedelta(minutes=request.minutes)
    event = PromisePutOff(at=now, promise=request.promise, until=until, by=means.by(request))
    return await means.fed(request, event)


async def _ended(means: Means, request: NoteAttempt | ClosePromise, promise: Promise) -> Reply:
    if isinstance(request, ClosePromise) and request.state not in CLOSED_BY_HAND:
        allowed = ", ".join(state.value for state in CLOSED_BY_HAND)
        return no(request, f"A promise cannot end as {request.state.value}.", f"Say one of {allowed}.")
    now, by, note = means.now(), means.by(request), means.note(request.note)
    event: Event
    if isinstance(request, NoteAttempt):
        # of the call back that was answered, if it was one: else of a call made on another phone
        spoken = (c.id for c in means.desk.calls if c.calls_back == promise.id and c.reached)
        event = AttemptEnded(
            at=now,
            promise=promise.id,
            outcome=request.outcome,
            by=by,
            note=note,
            call=promise.outcome_of or next(spoken, None),
            again=same_attempt(promise, now, means.engine.policy),
        )
    else:
        event = PromiseClosed(at=now, promise=request.promise, state=request.state, by=by, note=note)
    return await means.fed(request, event)


async def _call_back(means: Means, request: CallBack, promise: Promise) -> Reply:
    if (refused := _calling_now(means, request, promise)) is not None:
        return refused
    if (busy := being_called(means)) is not None:
        return no(request, *busy)
    other = means.numbers.identify(request.to) if request.to else _own(means, promise)
    why = cannot_call(means, other or promise.caller)
    if why is not None:
        return no(request, *why)
    side = means.side(request.side)
    if (why := means.speaking.not_now(side)) is not None:
        return no(request, *why)
    call = new_call()
    event = CallbackBegun(
        at=means.now(),
        promise=promise.id,
        call=call,
        to=other,
        side=side,
        leg=means.leg(side),
        by=means.by(request),
    )
    return await means.fed(request, event, call)


def _own(means: Means, promise: Promise) -> Caller | None:
    """The promise's own number when it is another thing now: the settings may have changed since."""
    now = as_it_is_now(means, promise.caller)
    return None if now.dial is promise.caller.dial else now


def _calling_now(means: Means, request: CallBack | Claim | Renegotiate, promise: Promise) -> Reply | None:
    """A refusal while somebody calls this person, or the last call's outcome is wanted."""
    may = may_claim(means.desk, promise, means.now(), means.by(request))
    if may is May.OK:
        return None
    if may is May.OUTCOME_WANTED:
        return no(request, "How the last call ended has not been said.", "Say how it ended, then call again.")
    live = next((c for c in means.desk.calls if promise.id in (c.calls_back, c.tells)), None)
    if live is not None and live.tells is not None:
        return no(
            request, "This person is being told of the new time just now.", "Wait until that has ended."
        )
    who = means.name(promise.claimed_by if live is None else live.by)
    return no(request, f"{who} is calling now.", f"Wait for {who}, or call somebody else.")


async def _claim(means: Means, request: Claim, promise: Promise) -> Reply:
    if (refused := _calling_now(means, request, promise)) is not None:
        return refused
    return await means.fed(request, PromiseClaimed(at=means.now(), promise=promise.id, by=means.by(request)))


async def _unclaim(means: Means, request: Unclaim, promise: Promise) -> Reply:
    if promise.state is not PromiseState.CLAIMED:
        return no(request, "Nobody is calling just now.", "Look at the list again.")
    by = means.by(request)
    if any(c.calls_back == promise.id for c in means.desk.calls):
        return no(request, "The call is still going on.", "Hang up, then say how it ended.")
    if promise.claimed_by != by:
        return no(request, f"{means.name(promise.claimed_by)} is calling now.", "Ask them to give it back.")
    return await means.fed(request, ClaimEnded(at=means.now(), promise=promise.id, by=by))


async def _new_time(means: Means, request: Renegotiate, promise: Promise) -> Reply:
    if (refused := _calling_now(means, request, promise)) is not None:
        return refused
    when = _when(means, request)
    if when is None:
        return no(request, "A new time is 1 minute to 7 days from now.", "Choose one of them.")
    if not is_open(when, means.engine.policy):
        return no(request, "The desk is closed at that time.", "Choose a time within the opening hours.")
    call, to = None, None
    if request.told is Told.BY_CALL:
        to = _own(means, promise)
        if any(c.tells == promise.id or c.doing is Doing.TELLING for c in means.desk.calls):
            return no(request, "A caller is being told of a new time just now.", "Wait until that has ended.")
        if (why := cannot_call(means, to or promise.caller)) is not None:
            return no(request, *why)
        call = new_call()
    event = PromiseRenegotiated(
        at=means.now(),
        promise=promise.id,
        promised_by=when,
        told=request.told,
        call=call,
        to=to,
        by=means.by(request),
    )
    return await means.fed(request, event, call or "")


def _when(means: Means, request: Renegotiate) -> datetime | None:
    """The new time, a full minute as it is said; None when it is none."""
    now = means.now()
    if (request.minutes is None) is (request.at is None):
        return None
    if request.at is not None:
        if request.at.tzinfo is None or not now < request.at <= now + timedelta(minutes=NEW_TIME_AT_MOST):
            return None
        return request.at
    if request.minutes is None or not 1 <= request.minutes <= NEW_TIME_AT_MOST:
        return None
    when = now + timedelta(minutes=request.minutes)
    return when.replace(second=0, microsecond=0) + timedelta(minutes=1 if when.second else 0)
