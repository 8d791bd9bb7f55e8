"""Requests about promises: call back, attempt, done, later."""

from __future__ import annotations

from datetime import timedelta

from desk.core.events import AttemptEnded, CallbackBegun, Event, PromiseClosed, PromisePutOff
from desk.core.model import Caller, Dial, Promise, PromiseState
from desk.core.promises import CLOSED_BY_HAND
from desk.link_types import CallBack, ClosePromise, NoteAttempt, PutOff, Reply
from desk.requests.means import Means, new_call, no

LATER_AT_MOST = 480
"""Minutes a promise can be passed over: a working day."""

AboutAPromise = NoteAttempt | ClosePromise | PutOff | CallBack


async def answer(means: Means, request: AboutAPromise) -> Reply:
    """The reply, once it is done."""
    async with means.turn:
        promise = means.desk.promise(request.promise)
        if promise is None:
            return no(request, "This promise is not open any more.", "Look at the list again.")
        match request:
            case NoteAttempt() | ClosePromise():
                return await _ended(means, request)
            case PutOff():
                return await _later(means, request)
            case CallBack():
                return await _call_back(means, request, promise)


async def _later(means: Means, request: PutOff) -> Reply:
    if not 1 <= request.minutes <= LATER_AT_MOST:
        return no(request, "Later is 1 to 480 minutes.", "Choose a time within the working day.")
    now = means.now()
    until = now + timedelta(minutes=request.minutes)
    event = PromisePutOff(at=now, promise=request.promise, until=until, by=means.by(request))
    return await means.fed(request, event)


async def _ended(means: Means, request: NoteAttempt | ClosePromise) -> Reply:
    if isinstance(request, ClosePromise) and request.state not in CLOSED_BY_HAND:
        allowed = ", ".join(state.value for state in CLOSED_BY_HAND)
        return no(request, f"A promise cannot end as {request.state.value}.", f"Say one of {allowed}.")
    now, by, note = means.now(), means.by(request), means.note(request.note)
    event: Event
    if isinstance(request, NoteAttempt):
        event = AttemptEnded(at=now, promise=request.promise, outcome=request.outcome, by=by, note=note)
    else:
        event = PromiseClosed(at=now, promise=request.promise, state=request.state, by=by, note=note)
    return await means.fed(request, event)


async def _call_back(means: Means, request: CallBack, promise: Promise) -> Reply:
    if (refused := _calling_now(means, request, promise)) is not None:
        return refused
    to, why = _number(means, request, promise)
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
        to=to,
        side=side,
        leg=means.leg(side),
        by=means.by(request),
    )
    return await means.fed(request, event, call)


def _calling_now(means: Means, request: CallBack, promise: Promise) -> Reply | None:
    """A refusal while somebody calls this person, or somebody at this desk calls anybody."""
    if promise.outcome_of is not None:
        return no(request, "How the last call ended has not been said.", "Say how it ended, then call again.")
    calling = next((c for c in means.desk.calls if c.calls_back == promise.id), None)
    by = means.by(request)
    if calling is not None or (promise.state is PromiseState.CLAIMED and promise.claimed_by != by):
        who = means.name(calling.by if calling is not None else promise.claimed_by)
        return no(request, f"{who} is calling now.", "Wait for that call to end, or call somebody else.")
    return None


def _number(
    means: Means, request: CallBack, promise: Promise
) -> tuple[Caller | None, tuple[str, str] | None]:
    """The number when it is another than the promise's own, and why it is not called, or None.

    What stands in the promise is looked at anew: the settings may have changed since.
    """
    if request.to:
        to = means.identify(request.to, False)
        return to, CANNOT_CALL.get(to.dial)
    if promise.caller.key is None:
        return None, CANNOT_CALL[promise.caller.dial]
    number = means.engine.store.number_of(promise.caller.key)
    if number is None:
        return None, CANNOT_CALL[Dial.NOTHING]
    return None, CANNOT_CALL.get(means.identify(number, promise.caller.internal).dial)


CANNOT_CALL: dict[Dial, tuple[str, str]] = {
    Dial.WITHHELD: ("The caller withheld the number.", "Wait until they ring again."),
    Dial.NOTHING: ("There is no number.", "Write a number with its digits."),
    Dial.INVALID: ("No telephone has this number.", "Look at its digits again."),
    Dial.EMERGENCY: ("Emergency numbers are never called from here.", "Use a telephone."),
    Dial.PREMIUM: ("Premium numbers are never called from here.", "Ask the person for another number."),
    Dial.OURS: ("This is a number of our own.", "Ask the person for another number."),
    Dial.NOT_ALLOWED: (
        "The settings do not allow calls to this number.",
        "Ask who looks after One Moment to allow it (phone.allowed_prefixes).",
    ),
}
"""Why a number is not called, and what to do."""
