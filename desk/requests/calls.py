"""Requests about live calls: take, hold, resume, hang up, pass on, press keys, note."""

from __future__ import annotations

from desk.core.events import (
    CallDropped,
    CallParked,
    CallResumed,
    CallSent,
    CallTaken,
    ConsultBegun,
    ConsultJoined,
    NoteAdded,
)
from desk.core.model import Call, Caller, Doing
from desk.link_types import (
    Consult,
    DropCall,
    JoinConsult,
    NoteCall,
    ParkCall,
    Reply,
    ResumeCall,
    SendCall,
    SendKeys,
    TakeCall,
)
from desk.requests.dialling import being_called, cannot_call
from desk.requests.means import Means, new_call, no

OURS = frozenset(
    {Doing.TAKEN, Doing.TALKING, Doing.PARKED, Doing.TRANSFERRING, Doing.DIALLING, Doing.RINGING_THERE}
)
"""What a call does that a person has taken or made."""

WITH_US = frozenset({Doing.TALKING, Doing.PARKED})
"""What an answered call does that can be passed on."""
KEYS = frozenset("0123456789*#")

AboutACall = (
    TakeCall | ParkCall | ResumeCall | DropCall | SendCall | Consult | JoinConsult | SendKeys | NoteCall
)


async def answer(means: Means, request: AboutACall) -> Reply:
    """The reply, once it is done."""
    async with means.turn:
        call = means.desk.call(request.call)
        if isinstance(request, NoteCall):
            return await _note(means, request, call)
        if call is None:
            return no(request, "This call has ended.", "Look at the next card.")
        match request:
            case TakeCall():
                return await _take(means, request, call)
            case ParkCall():
                return await _park(means, request, call)
            case ResumeCall():
                return await _resume(means, request, call)
            case DropCall():
                return await _drop(means, request, call)
            case SendCall():
                return await _send(means, request, call)
            case Consult():
                return await _consult(means, request, call)
            case JoinConsult():
                return await _join(means, request, call)
            case SendKeys():
                return _keys(means, request, call)


async def _take(means: Means, request: TakeCall, call: Call) -> Reply:
    if call.doing is Doing.PARKED:
        return no(request, "This call is on hold already taken.", "Resume it instead.")
    side = means.side(request.side)
    # while the desk phone rings for it, one may take it with the headset after all
    elsewhere = call.doing is Doing.TAKEN and side is not means.desk.side.kind
    if call.out or (call.doing in OURS and not elsewhere):
        who = means.name(call.by)
        return no(request, f"{who} has this call already.", "Take another one.")
    if (why := means.speaking.not_now(side)) is not None:
        return no(request, *why)
    event = CallTaken(at=means.now(), call=call.id, side=side, leg=means.leg(side), by=means.by(request))
    return await means.fed(request, event, call.id)


async def _park(means: Means, request: ParkCall, call: Call) -> Reply:
    if call.doing is Doing.PARKED:
        return no(request, "This call is on hold already.", "Resume it when you are ready.")
    if call.doing is not Doing.TALKING:
        return no(request, "Nobody is speaking with this caller.", "Take the call first.")
    return await means.fed(request, CallParked(at=means.now(), call=call.id, by=means.by(request)))


async def _resume(means: Means, request: ResumeCall, call: Call) -> Reply:
    if call.doing is not Doing.PARKED:
        return no(request, "This call is not on hold.", "Look at the next card.")
    side = means.side(request.side)
    if (why := means.speaking.not_now(side)) is not None:
        return no(request, *why)
    event = CallResumed(at=means.now(), call=call.id, side=side, leg=means.leg(side), by=means.by(request))
    return await means.fed(request, event, call.id)


async def _drop(means: Means, request: DropCall, call: Call) -> Reply:
    if call.doing not in OURS and not call.out:
        return no(request, "Nobody has taken this call yet.", "Take it first, or let it wait.")
    return await means.fed(request, CallDropped(at=means.now(), call=call.id, by=means.by(request)))


async def _send(means: Means, request: SendCall, call: Call) -> Reply:
    if call.doing not in WITH_US:
        return no(request, "Nobody is speaking with this caller.", "Take the call first.")
    to = means.numbers.identify(request.to)
    if (why := _to_themselves(call, to) or cannot_call(means, to)) is not None:
        return no(request, *why)
    event = CallSent(at=means.now(), call=call.id, to=to, by=means.by(request))
    return await means.fed(request, event)


async def _consult(means: Means, request: Consult, call: Call) -> Reply:
    if call.doing not in WITH_US:
        return no(request, "Nobody is speaking with this caller.", "Take the call first.")
    if any(c.for_call == call.id for c in means.desk.calls):
        return no(request, "Somebody is being asked about this caller already.", "Hang up there first.")
    to = means.numbers.identify(request.to)
    if (why := being_called(means) or _to_themselves(call, to) or cannot_call(means, to)) is not None:
        return no(request, *why)
    side = means.side(request.side)
    if (why := means.speaking.not_now(side)) is not None:
        return no(request, *why)
    event = ConsultBegun(
        at=means.now(),
        call=new_call(),
        for_call=call.id,
        to=to,
        side=side,
        leg=means.leg(side),
        by=means.by(request),
    )
    return await means.fed(request, event, event.call)


def _to_themselves(call: Call, to: Caller) -> tuple[str, str] | None:
    if to.key is not None and to.key == call.caller.key:
        return "This is the caller's own number.", "Choose somebody else."
    return None


async def _join(means: Means, request: JoinConsult, call: Call) -> Reply:
    if call.for_call is None:
        return no(
            request, "Nobody is being asked by this call.", "Ask a colleague first, or send the caller."
        )
    waiting = means.desk.call(call.for_call)
    if waiting is None or waiting.doing is not Doing.PARKED:
        return no(request, "The caller has hung up.", "Tell your colleague, and hang up.")
    if call.doing not in (Doing.TALKING, Doing.PARKED, Doing.DIALLING, Doing.RINGING_THERE):
        return no(request, "Your colleague cannot be reached.", "Speak with the caller again.")
    # who has not picked up yet is called anew, with the caller
    if call.doing not in WITH_US and (why := cannot_call(means, call.caller)) is not None:
        return no(request, *why)
    return await means.fed(request, ConsultJoined(at=means.now(), call=call.id, by=means.by(request)))


def _keys(means: Means, request: SendKeys, call: Call) -> Reply:
    """Straight to the line: they could be the number of a card, and are written nowhere."""
    if not KEYS.issuperset(request.keys):
        return no(request, "No telephone has these keys.", "Keys are 0 to 9, * and #.")
    if call.doing is not Doing.TALKING:
        return no(request, "Nobody is speaking with this caller.", "Take the call first.")
    means.line.send_keys(call.id, request.keys)
    return Reply(id=request.id)


async def _note(means: Means, request: NoteCall, call: Call | None) -> Reply:
    if call is None and not means.engine.store.knows_call(request.call):
        return no(request, "There is no such call.", "Look at the log.")
    note = means.note(request.text)
    if note is None:
        return no(request, "The note is empty.", "Write it, or leave it.")
    event = NoteAdded(at=means.now(), call=request.call, note=note, by=means.by(request))
    return await means.fed(request, event)
