"""Requests about live calls: take, hold, resume, hang up."""

from __future__ import annotations

from desk.core.events import CallDropped, CallParked, CallResumed, CallTaken
from desk.core.model import Call, Doing
from desk.link_types import DropCall, ParkCall, Reply, ResumeCall, TakeCall
from desk.requests.means import Means, no

OURS = frozenset(
    {Doing.TAKEN, Doing.TALKING, Doing.PARKED, Doing.TRANSFERRING, Doing.DIALLING, Doing.RINGING_THERE}
)
"""What a call does that a person has taken or made."""

AboutACall = TakeCall | ParkCall | ResumeCall | DropCall


async def answer(means: Means, request: AboutACall) -> Reply:
    """The reply, once it is done."""
    async with means.turn:
        call = means.desk.call(request.call)
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


async def _take(means: Means, request: TakeCall, call: Call) -> Reply:
    if call.doing is Doing.PARKED:
        return no(request, "This call is on hold already taken.", "Resume it instead.")
    if call.out or call.doing in OURS:
        who = means.name(call.by)
        return no(request, f"{who} has this call already.", "Take another one.")
    side = means.side(request.side)
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
    if call.doing not in OURS:
        return no(request, "Nobody has taken this call yet.", "Take it first, or let it wait.")
    return await means.fed(request, CallDropped(at=means.now(), call=call.id, by=means.by(request)))
