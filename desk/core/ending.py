"""A call that ended, and what is owed to a caller who is gone."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from desk.core import calling_back, message, promises, side, whose
from desk.core.commands import Decide
from desk.core.events import CallEnded, EndedBy, PromiseJoined, PromiseMade
from desk.core.model import Call, Desk, Doing, Policy, Why
from desk.core.turn import Turn, may_be_called, unexpected

A_WORD = timedelta(seconds=1)
"""Who hangs up sooner had given up waiting in the moment of being spoken with."""


def ended(desk: Desk, event: CallEnded, policy: Policy) -> Turn:
    """The call is over. A caller who was given nothing becomes a callback, if the number can be called."""
    if event.call == desk.side.leg or event.call in desk.side.leaving:
        return side.leg_ended(desk, event, policy)
    call = desk.call(event.call)
    if call is None:
        if event.by is EndedBy.DESK:
            return desk, ()  # a refused call ends too
        return unexpected(desk, event.at, "the end of a call that is not live", event.call)
    desk = replace(desk, calls=tuple(c for c in desk.calls if c.id != call.id))
    if call.out:
        return calling_back.ended(desk, call, event, policy)
    if answered_elsewhere(call, event):
        theirs = desk.promises_of(call)
        return desk, tuple(Decide(event=promises.answered_elsewhere(p, event.at, "")) for p in theirs)
    if call.promise is not None or call.caller.blocked or _was_served(call, event):
        return desk, ()
    if message.to_keep(call):
        return message.keep(desk, call, event.at)
    number = call.number if call.number is not None and may_be_called(call.number, call) else call.caller
    if not may_be_called(number, call):
        return desk, ()
    why = Why.LINE_LOST if _was_cut(call, event) else Why.HUNG_UP
    kept = whose.promise_for(desk, call, number)
    if kept is not None:
        to = whose.called_at(kept, call, number, asked=False)
        joined = PromiseJoined(at=event.at, promise=kept.id, call=call.id, why=why, to=to)
        return desk, (Decide(event=joined),)
    made = PromiseMade(at=event.at, promise=desk.next_promise, caller=number, why=why, call=call.id)
    return desk, (Decide(event=made),)


def answered_elsewhere(call: Call, event: CallEnded) -> bool:
    """Another phone took the call while it rang here; who was answered by us cannot be any more."""
    return event.answered_elsewhere and call.doing in (Doing.RINGING, Doing.ANSWERING)


def _was_served(call: Call, event: CallEnded) -> bool:
    """Spoken with to the end, or passed on; not who hung up on hold or before a word, and not who was cut."""
    if not call.reached:
        return False
    if call.doing is Doing.TALKING and event.by is EndedBy.CALLER:
        return event.at >= call.since + A_WORD
    return call.doing is Doing.LEAVING


def _was_cut(call: Call, event: CallEnded) -> bool:
    """Nobody hung up: the line was lost, or the engine stopped in the middle of a conversation."""
    if event.by is EndedBy.DESK:
        return call.taken_at is not None and call.doing in (Doing.TAKEN, Doing.TALKING, Doing.PARKED)
    return event.by is EndedBy.LINE
