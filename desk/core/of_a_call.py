"""What happens to one live call, handed to the rule for what the call is doing."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from desk.core import (
    calling_back,
    giving_number,
    greeting,
    holding,
    message,
    passing_on,
    renegotiating,
    side,
    taking,
)
from desk.core.commands import PlayMusic
from desk.core.events import CallAnswered, FarEndRang, KeyPressed, NumberEntered, RecordingEnded, SayEnded
from desk.core.model import Call, Desk, Doing, Policy
from desk.core.turn import Turn, hang_up, put, unexpected

OfACall = CallAnswered | SayEnded | KeyPressed | NumberEntered | RecordingEnded | FarEndRang


def happened(desk: Desk, event: OfACall, policy: Policy) -> Turn:
    """The channel told something of this call, or of the leg to the desk phone."""
    at, call = event.at, desk.call(event.call)
    if isinstance(event, CallAnswered) and event.call == desk.side.leg:
        return side.leg_answered(desk, at, policy)
    if call is None:
        return desk, ()  # it ended while this was under way
    match event:
        case CallAnswered():
            return _answered(desk, call, at)
        case FarEndRang():
            return calling_back.rang_there(desk, call, at, policy)
        case SayEnded():
            return _said(desk, call, at, policy) if event.say == call.say else (desk, ())
        case KeyPressed():
            return _key(desk, call, at, event.key, policy)
        case NumberEntered() | RecordingEnded() if call.taken_at is not None and not _asked(call):
            return desk, ()  # the person took the call in the middle of it
        case NumberEntered():
            if call.doing is not Doing.ENTERING_NUMBER:
                return unexpected(desk, at, "a number nobody asked for", call.id)
            return giving_number.entered(desk, call, at, event.number, policy)
        case RecordingEnded():
            if call.doing is not Doing.RECORDING or event.recording != call.recording:
                return unexpected(desk, at, "a recording nobody asked for", call.id)
            return message.ended(desk, call, event, policy)


def _asked(call: Call) -> bool:
    return call.doing in (Doing.ENTERING_NUMBER, Doing.RECORDING)


def _answered(desk: Desk, call: Call, at: datetime) -> Turn:
    if call.tells is not None and call.doing in (Doing.DIALLING, Doing.RINGING_THERE):
        return renegotiating.answered(desk, call, at)
    if call.out:
        return calling_back.answered(desk, call, at)
    if call.doing is Doing.TAKEN:
        return taking.acknowledged(desk, call, at)
    return greeting.answered(desk, call, at)


def _said(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    match call.doing:
        case Doing.ANSWERING | Doing.GREETING:
            return greeting.greeted(desk, call, at, policy)
        case Doing.CONFIRMING_NUMBER | Doing.ENTERING_NUMBER | Doing.REFUSED_NUMBER:
            return giving_number.said(desk, call, at, policy)
        case Doing.RECORDING | Doing.REVIEWING:
            return message.said(desk, call, at, policy)
        case Doing.HOLDING:
            return holding.said(desk, call)
        case Doing.TAKEN | Doing.PARKED:
            return desk, (PlayMusic(call=call.id),)
        case Doing.TRANSFERRING:
            return passing_on.said(desk, call, at, policy)
        case Doing.TELLING:
            return renegotiating.said(desk, call, at)
        case Doing.LEAVING:
            return hang_up(desk, call, at)
        case _:
            return desk, ()


def _key(desk: Desk, call: Call, at: datetime, key: str, policy: Policy) -> Turn:
    match call.doing:
        case Doing.ANSWERING | Doing.GREETING | Doing.CHOOSING:
            return greeting.key(desk, call, at, key, policy)
        case Doing.CONFIRMING_NUMBER:
            return giving_number.confirm_key(desk, call, at, key, policy)
        case Doing.REFUSED_NUMBER:
            return giving_number.refused_key(desk, call, at, key, policy)
        case Doing.RECORDING:
            return message.key_in_introduction(desk, call, at)
        case Doing.REVIEWING:
            return message.review_key(desk, call, at, key, policy)
        case Doing.HOLDING:
            return holding.key(desk, call, at, key, policy)
        case Doing.LEAVING if call.promise is not None and not call.hung_up:
            return giving_number.again(desk, call, at)
        case Doing.LEAVING:
            return hang_up(desk, call, at)
        case _:
            return desk, ()


def due(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The time this call's rule waited for has come."""
    match call.doing:
        case Doing.RINGING:
            return greeting.ring_time_over(desk, call, at, policy)
        case Doing.CHOOSING:
            return greeting.silence(desk, call, at, policy)
        case Doing.CONFIRMING_NUMBER:
            return giving_number.confirm_silence(desk, call, at, policy)
        case Doing.REFUSED_NUMBER:
            return giving_number.refused_silence(desk, call, at, policy)
        case Doing.REVIEWING:
            return message.review_silence(desk, call, at, policy)
        case Doing.HOLDING:
            return holding.due(desk, call, at, policy)
        case Doing.TAKEN:
            return taking.acknowledged(put(desk, replace(call, deadline=None)), call, at)
        case Doing.TRANSFERRING:
            return passing_on.due(desk, call, at)
        case Doing.LEAVING | Doing.DIALLING | Doing.RINGING_THERE | Doing.TELLING:
            return hang_up(desk, call, at)
        case _:
            return put(desk, replace(call, deadline=None)), ()
