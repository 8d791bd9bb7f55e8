"""The person takes a caller, puts a call on hold, goes on with it, and hangs up."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from desk.core import side
from desk.core.commands import Refuse
from desk.core.events import CallDropped, CallParked, CallResumed, CallTaken
from desk.core.model import Call, Desk, Doing, Policy
from desk.core.turn import Turn, hang_up, put, unexpected

NOT_TO_BE_TAKEN = (Doing.TALKING, Doing.TRANSFERRING)


def taken(desk: Desk, event: CallTaken, policy: Policy) -> Turn:
    """A person takes this caller, whatever the caller hears just now; a message being made is not kept."""
    call = desk.call(event.call)
    if call is None or not _may_be_taken(call):
        return unexpected(desk, event.at, "a call was taken that cannot be", event.call)
    return _to_person(desk, call, event, policy)


def _may_be_taken(call: Call) -> bool:
    if call.hung_up or call.caller.blocked or call.doing in NOT_TO_BE_TAKEN:
        return False
    return not call.out or _parked(call)


def resumed(desk: Desk, event: CallResumed, policy: Policy) -> Turn:
    """A person goes on with a parked call; who is spoken with now is parked."""
    call = desk.call(event.call)
    if call is None or not _parked(call):
        return unexpected(desk, event.at, "a call was resumed that is not on hold", event.call)
    return _to_person(desk, call, event, policy)


def _parked(call: Call) -> bool:
    return call.doing is Doing.PARKED


def _to_person(desk: Desk, call: Call, event: CallTaken | CallResumed, policy: Policy) -> Turn:
    if not side.has_a_way(desk, event.side, event.leg):
        return unexpected(desk, event.at, "the call to the desk phone has no name", event.call)
    return side.connect(desk, call, event.at, policy, event.side, event.leg, event.by)


def acknowledged(desk: Desk, call: Call, at: datetime) -> Turn:
    """Our answer to a caller the person has taken already is acknowledged: now the two speak."""
    if desk.side.ready and desk.side.wants == call.id:
        return side.talk(desk, call, at)
    return desk, ()


def parked(desk: Desk, event: CallParked) -> Turn:
    """A person put the call on hold."""
    call = desk.call(event.call)
    if call is None or call.doing is not Doing.TALKING:
        return unexpected(desk, event.at, "a call was put on hold that is not spoken with", event.call)
    return side.park(desk, call, event.at)


def dropped(desk: Desk, event: CallDropped) -> Turn:
    """A person hung up on this call."""
    call, at = desk.call(event.call), event.at
    if call is None:
        return unexpected(desk, at, "a call was hung up that is not live", event.call)
    if call.doing is Doing.RINGING:
        desk, _ = hang_up(desk, call, at)
        return desk, (Refuse(call=call.id),)
    if call.out and call.doing in (Doing.TAKEN, Doing.DIALLING, Doing.RINGING_THERE):
        return side.give_up(desk, call, at, event.by)
    return hang_up(put(desk, replace(call, by=call.by or event.by)), call, at)
