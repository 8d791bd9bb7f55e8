"""Leaving a message: the tone, the recording, and whether to keep it."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from desk.core import whose
from desk.core.commands import Decide, Phrase, Record
from desk.core.events import PromiseJoined, PromiseMade, RecordingEnded, RecordingEndedBy
from desk.core.model import Call, Desk, Doing, Policy, Why
from desk.core.turn import Turn, become, leave, put, ring_again, speak, waiting

SHORTEST = 1.0
"""Seconds under which a recording that the caller ended says nothing."""
KEPT_ON_HANG_UP = 2.0
"""Seconds above which what was said before a hang-up is kept."""


def begin(desk: Desk, call: Call, at: datetime, *before: Phrase) -> Turn:
    """A message is asked for: the introduction, the tone, then the recording."""
    if desk.records_failed is not None:
        return ring_again(desk, call, at)
    phrases = (*before, Phrase(name="message_intro"), Phrase(name="beep"))
    return speak(desk, call, at, Doing.RECORDING, *phrases, recording=None, recorded=0.0)


def said(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The tone was heard: recording begins. Or the review was heard: a key is waited for."""
    if call.doing is Doing.REVIEWING:
        return put(desk, replace(call, deadline=waiting(at, policy))), ()
    if call.recording is not None:
        return desk, ()  # it is being recorded already
    number = call.recordings + 1
    recording = f"{call.id}-{number}"
    call = become(call, at, Doing.RECORDING, recording=recording, recordings=number, since=at)
    record = Record(call=call.id, recording=recording, longest=policy.message_longest)
    return put(desk, call), (record,)


def key_in_introduction(desk: Desk, call: Call, at: datetime) -> Turn:
    """A key in the introduction goes straight to the tone; one while recording is part of the message."""
    if call.recording is not None:
        return desk, ()
    return speak(desk, call, at, Doing.RECORDING, Phrase(name="beep"))


def ended(desk: Desk, call: Call, event: RecordingEnded, policy: Policy) -> Turn:
    """A recording ended: reviewed with the caller, or kept when the caller is gone and it says something."""
    at = event.at
    call = replace(call, recorded=event.seconds)
    if event.by is RecordingEndedBy.FAILED:
        return ring_again(desk, call, at)
    if event.by in (RecordingEndedBy.HANG_UP, RecordingEndedBy.LINE):
        return put(desk, call), ()  # the end of the call follows and decides
    if event.seconds < SHORTEST:
        tries = call.tries + 1
        if tries >= policy.menu_tries:
            return leave(desk, call, at, Phrase(name="message_empty"), Phrase(name="goodbye"))
        return begin(desk, replace(call, tries=tries), at, Phrase(name="message_empty"))
    full = (Phrase(name="message_full"),) if event.by is RecordingEndedBy.LONGEST else ()
    return speak(desk, call, at, Doing.REVIEWING, *full, Phrase(name="message_review"), tries=0)


def review_key(desk: Desk, call: Call, at: datetime, pressed: str, policy: Policy) -> Turn:
    """1 keeps the message, 2 records it again, anything else asks again."""
    if pressed == "1":
        return keep(desk, call, at)
    if pressed == "2":
        return begin(desk, call, at)
    return review_silence(desk, call, at, policy)


def review_silence(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """Asked again; a message nobody rejects is kept."""
    if call.tries + 1 < policy.menu_tries:
        call = replace(call, tries=call.tries + 1)
        return speak(desk, call, at, Doing.REVIEWING, Phrase(name="message_review"))
    return keep(desk, call, at)


def to_keep(call: Call) -> bool:
    """Whether a caller who is gone leaves a message worth keeping."""
    return call.doing in (Doing.RECORDING, Doing.REVIEWING) and call.recorded > KEPT_ON_HANG_UP


def keep(desk: Desk, call: Call, at: datetime) -> Turn:
    """The message is kept as a promise to answer it as soon as somebody is free."""
    if desk.records_failed is not None and desk.call(call.id) is not None:
        return ring_again(desk, call, at)
    kept = whose.promise_of(desk, call)
    if kept is not None:
        joined = PromiseJoined(
            at=at,
            promise=kept.id,
            call=call.id,
            why=Why.MESSAGE,
            recording=call.recording,
            to=whose.called_at(kept, call, call.caller, asked=False),
        )
        return desk, (Decide(event=joined),)
    made = PromiseMade(
        at=at,
        promise=desk.next_promise,
        caller=call.caller,
        why=Why.MESSAGE,
        call=call.id,
        recording=call.recording,
    )
    return desk, (Decide(event=made),)


def kept(desk: Desk, call: Call, at: datetime, promise: int) -> Turn:
    """The message is written down and the promise's own from now on: the caller is thanked."""
    return leave(desk, call, at, Phrase(name="message_kept"), promise=promise, recording=None)
