"""A call that ended, and what is owed to a caller who is gone."""

from __future__ import annotations

from msgspec.structs import replace

from desk.core import message
from desk.core.commands import Decide
from desk.core.events import CallEnded, EndedBy, PromiseEnded, PromiseJoined, PromiseMade
from desk.core.model import Desk, Doing, PromiseState, Why
from desk.core.turn import Turn, may_be_called, unexpected


def ended(desk: Desk, event: CallEnded) -> Turn:
    """The call is over. A caller who was given nothing becomes a callback, if the number can be called."""
    call = desk.call(event.call)
    if call is None:
        if event.by is EndedBy.DESK:
            return desk, ()  # a refused call ends too
        return unexpected(desk, event.at, "the end of a call that is not live", event.call)
    desk = replace(desk, calls=tuple(c for c in desk.calls if c.id != call.id))
    if event.answered_elsewhere and call.doing in (Doing.RINGING, Doing.ANSWERING):
        promise = desk.promise_to(call.caller)
        if promise is None:
            return desk, ()
        answered = PromiseEnded(at=event.at, promise=promise.id, state=PromiseState.ANSWERED_ELSEWHERE)
        return desk, (Decide(event=answered),)
    if call.promise is not None:
        return desk, ()
    if message.to_keep(call):
        return message.keep(desk, call, event.at)
    number = call.number if call.number is not None and may_be_called(call.number, call) else call.caller
    if not may_be_called(number, call):
        return desk, ()
    why = Why.LINE_LOST if event.by is EndedBy.LINE else Why.HUNG_UP
    kept = desk.promise_to(number)
    if kept is not None:
        joined = PromiseJoined(at=event.at, promise=kept.id, call=call.id, why=why)
        return desk, (Decide(event=joined),)
    made = PromiseMade(at=event.at, promise=desk.next_promise, caller=number, why=why, call=call.id)
    return desk, (Decide(event=made),)
