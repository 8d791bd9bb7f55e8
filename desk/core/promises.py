"""Promises after they are made: joined, tried, put off, ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import giving_number, message
from desk.core.commands import Command, Decide
from desk.core.events import (
    AttemptEnded,
    MessageTranscribed,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromisePutOff,
)
from desk.core.hours import opens_at
from desk.core.model import Call, Desk, Dial, LineState, Outcome, Policy, Promise, PromiseState, Why
from desk.core.turn import Turn, put, unexpected

OUR_LINE_IS_DOWN = (LineState.REGISTERING, LineState.REFUSED, LineState.UNREACHABLE, LineState.DOWN)
CLOSED_BY_HAND = (PromiseState.KEPT, PromiseState.CANCELLED, PromiseState.ANSWERED_ELSEWHERE)


def made(desk: Desk, event: PromiseMade) -> Turn:
    """A promise stands from now on; a caller still there hears of it."""
    if desk.promise_to(event.caller) is not None or event.promise < desk.next_promise:
        return unexpected(desk, event.at, "a promise was made twice", event.call)
    promise = Promise(
        id=event.promise,
        caller=event.caller,
        why=event.why,
        created_at=event.at,
        promised_by=event.promised_by,
        call=event.call,
        recordings=() if event.recording is None else (event.recording,),
    )
    desk = replace(desk, promises=(*desk.promises, promise), next_promise=event.promise + 1)
    call = desk.call(event.call) if event.call is not None else None
    if call is None:
        return desk, ()
    if event.why is Why.MESSAGE:
        return message.kept(desk, call, event.at, promise.id)
    return giving_number.made(desk, call, event.at, promise)


def joined(desk: Desk, event: PromiseJoined, policy: Policy) -> Turn:
    """A further call joined the promise; a caller still there hears the time it has."""
    promise = desk.promise(event.promise)
    if promise is None:
        return unexpected(desk, event.at, "a call joined a promise that is not open", event.call)
    recordings = promise.recordings if event.recording is None else (*promise.recordings, event.recording)
    missed = promise.promised_by is not None and event.promised_by is not None
    promise = replace(
        promise,
        caller=event.to or promise.caller,
        promised_by=event.promised_by or promise.promised_by,
        # a new time is given only when the one before it had passed
        missed=promise.missed or missed,
        breaks_through=promise.breaks_through or event.breaks_through,
        recordings=recordings,
        # somebody who calls again is not to be passed over any longer
        put_off_until=None,
        reminded=promise.reminded and event.promised_by is None,
        cut=(promise.cut and event.promised_by is None) or event.why is Why.LINE_LOST,
    )
    desk = put_promise(desk, promise)
    call = desk.call(event.call)
    if call is None:
        return desk, ()
    if event.breaks_through:
        alert = event.at + timedelta(seconds=policy.ring_free)
        return put(desk, replace(call, breaks_through=True, alert_until=alert)), ()
    if event.why is Why.MESSAGE:
        return message.kept(desk, call, event.at, promise.id)
    return giving_number.joined(desk, call, event.at, promise, new_time=event.promised_by is not None)


def ended(desk: Desk, event: PromiseEnded) -> Turn:
    """The promise leaves the desk; the ledger keeps it."""
    if desk.promise(event.promise) is None:
        return unexpected(desk, event.at, "a promise ended that is not open")
    return replace(desk, promises=tuple(p for p in desk.promises if p.id != event.promise)), ()


def attempted(desk: Desk, event: AttemptEnded, policy: Policy) -> Turn:
    """An attempt: reached keeps the promise, a wrong number ends it, anything else leaves it open.

    The next attempt is due `retry_after` later, inside the opening hours; after `retries` of them nobody
    could be reached. One that failed because our own line was down does not count, nor does one that is the
    same once more (see `same_attempt`).
    """
    promise = desk.promise(event.promise)
    if promise is None:
        return unexpected(desk, event.at, "an attempt at a promise that is not open")
    spoken_at = promise.picked_up_at or event.at
    promise = replace(unclaimed(promise), outcome_of=None, picked_up_at=None)
    desk = _said_while_speaking(desk, promise)
    if event.outcome is Outcome.FAILED and desk.line.state in OUR_LINE_IS_DOWN:
        return put_promise(desk, promise), ()
    attempts, tried_at = promise.attempts, promise.tried_at
    if not event.again:
        attempts, tried_at = attempts + 1, event.at
    later = next_open(event.at + timedelta(seconds=policy.retry_after), policy)
    tried = replace(promise, attempts=attempts, tried_at=tried_at, put_off_until=later)
    desk = put_promise(desk, tried)
    if event.outcome is Outcome.REACHED:
        return desk, (end(promise, PromiseState.KEPT, event.at, event.by, spoken_at),)
    if event.outcome is Outcome.WRONG_NUMBER:
        return desk, (end(promise, PromiseState.CANCELLED, event.at, event.by),)
    if attempts >= policy.retries:
        return desk, (end(promise, PromiseState.NOT_REACHED, event.at, event.by),)
    return desk, ()


def same_attempt(promise: Promise, at: datetime, policy: Policy) -> bool:
    """Whether a try now, made before the next one is due, is the last attempt once more.

    Nobody is given up within a minute. It is decided when the try is written down (`AttemptEnded.again`).
    """
    tried = promise.tried_at
    return tried is not None and tried <= at < tried + timedelta(seconds=policy.retry_after)


def _said_while_speaking(desk: Desk, promise: Promise) -> Desk:
    """Who says how a call back went while it goes on is not asked once more when it ends."""
    for call in desk.calls:
        if call.calls_back == promise.id and call.reached:
            desk = put(desk, replace(call, calls_back=None))
    return desk


def next_open(at: datetime, policy: Policy) -> datetime:
    """The first moment at or after `at` at which the desk is open; `at` itself when it never opens again."""
    return opens_at(at, policy) or at


def closed(desk: Desk, event: PromiseClosed) -> Turn:
    """A person said "done"."""
    promise = desk.promise(event.promise)
    if promise is None or event.state not in CLOSED_BY_HAND:
        return unexpected(desk, event.at, "done was said of a promise that is not open")
    return desk, (end(promise, event.state, event.at, event.by, promise.picked_up_at),)


def put_off(desk: Desk, event: PromisePutOff) -> Turn:
    """A person said "later": passed over until then, still owed by when it was promised."""
    promise = desk.promise(event.promise)
    if promise is None:
        return unexpected(desk, event.at, "later was said of a promise that is not open")
    if not any(c.calls_back == promise.id for c in desk.calls):
        promise = unclaimed(promise)
    return put_promise(desk, replace(promise, put_off_until=event.until, breaks_through=False)), ()


def spoken_with(desk: Desk, call: Call, at: datetime) -> Turn:
    """A caller who rang is spoken with: what was promised is done, whoever was about to call back."""
    if call.out:
        return put(desk, call), ()
    given = desk.promise(call.promise) if call.promise is not None else None
    done = {p.id: p for p in (*desk.promises_of(call), given) if p is not None}
    commands: tuple[Command, ...] = tuple(end(p, PromiseState.KEPT, at, call.by) for p in done.values())
    # what is owed from now on is decided anew when the call ends
    return put(desk, replace(call, promise=None)), commands


def answered_elsewhere(promise: Promise, at: datetime, by: str) -> PromiseEnded:
    """Somebody else speaks with the caller now."""
    return PromiseEnded(at=at, promise=promise.id, state=PromiseState.ANSWERED_ELSEWHERE, by=by)


def transcribed(desk: Desk, event: MessageTranscribed) -> Turn:
    """A number heard in a message is offered beside the promise's own; a stranger can offer no extension."""
    promise = next((p for p in desk.promises if event.recording in p.recordings), None)
    if promise is None or event.said is None or event.said.key == promise.caller.key:
        return desk, ()
    inside = promise.caller.dial is Dial.EXTENSION
    if event.said.dial is not Dial.CAN and not (event.said.dial is Dial.EXTENSION and inside):
        return desk, ()
    return put_promise(desk, replace(promise, said=event.said)), ()


def unclaimed(promise: Promise) -> Promise:
    """The promise with nobody calling now."""
    return replace(promise, state=PromiseState.OPEN, claimed_by="", claimed_until=None)


def end(
    promise: Promise, state: PromiseState, at: datetime, by: str, spoken_at: datetime | None = None
) -> Decide:
    """Kept after its time is broken: the caller was told a time, and it passed.

    `spoken_at` is when they began to speak, where that is known to be before `at`.
    """
    spoken_at = min(at, spoken_at or at)
    late = promise.missed or (promise.promised_by is not None and spoken_at > promise.promised_by)
    state = PromiseState.BROKEN if state is PromiseState.KEPT and late else state
    return Decide(event=PromiseEnded(at=at, promise=promise.id, state=state, by=by))


def put_promise(desk: Desk, promise: Promise) -> Desk:
    """The desk with this state of the promise."""
    return replace(desk, promises=tuple(promise if p.id == promise.id else p for p in desk.promises))
