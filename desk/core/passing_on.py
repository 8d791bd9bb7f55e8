"""Passing a call on: blind, or asking the colleague first. A call that cannot be passed on comes back.

The caller hears "sending", then music; after a failure a word of excuse, then music again, on hold for the
person and at the top of Next.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import promises, side
from desk.core.commands import Command, Decide, Join, Phrase, PlayMusic, Transfer
from desk.core.dialling import May, dialled, may_dial
from desk.core.events import CallSent, ConsultBegun, ConsultJoined, TransferEnded
from desk.core.hours import presence
from desk.core.model import Call, Caller, Desk, Doing, Outcome, Policy, PromiseState
from desk.core.turn import HANG_UP_AGAIN, Turn, become, hang_up, put, speak, unexpected

WORDS = timedelta(seconds=10)
"""Longer than "sending" is spoken; a caller whose sound stopped does not hear its end."""
SPOKEN_WITH = (Doing.TALKING, Doing.PARKED)


# -- asking first


def consult(desk: Desk, event: ConsultBegun, policy: Policy) -> Turn:
    """A person calls a colleague about a call, which is parked meanwhile."""
    at, about = event.at, desk.call(event.for_call)
    if about is None or about.doing not in SPOKEN_WITH or _asked_about(desk, about) is not None:
        return unexpected(desk, at, "a colleague asked about a call that cannot be", event.call)
    may = may_dial(desk, event.to, at, policy)
    if may is not May.OK:
        return unexpected(desk, at, f"a colleague who may not be called: {may}", event.call)
    if desk.call(event.call) is not None or not side.has_a_way(desk, event.side, event.leg):
        return unexpected(desk, at, "a call to a colleague without a name of its own", event.call)
    call = Call(
        id=event.call,
        caller=event.to,
        began_at=at,
        since=at,
        met=presence(desk, at, policy),
        doing=Doing.TAKEN,
        out=True,
        for_call=about.id,
        taken_at=at,
        by=event.by,
    )
    return side.place(desk, call, at, policy, event.side, event.leg)


def _asked_about(desk: Desk, about: Call) -> Call | None:
    return next((c for c in desk.calls if c.for_call == about.id and not c.hung_up), None)


def joined(desk: Desk, event: ConsultJoined, policy: Policy) -> Turn:
    """The caller is passed on to the colleague: joined when they have spoken, else sent there."""
    at, asked = event.at, desk.call(event.call)
    about = desk.call(asked.for_call) if asked is not None and asked.for_call is not None else None
    if asked is None or about is None or about.doing not in SPOKEN_WITH:
        return unexpected(desk, at, "a call was joined that nobody waits for", event.call)
    if asked.doing in (Doing.TAKEN, Doing.DIALLING, Doing.RINGING_THERE):
        may = may_dial(desk, asked.caller, at, policy)
        if may is not May.OK:
            return unexpected(desk, at, f"a call was passed on to whom it may not be: {may}", event.call)
        desk, gone = side.give_up(desk, asked, at, event.by)
        desk, said = _send(desk, about, at, asked.caller, policy)
        return desk, gone + said
    if asked.doing not in SPOKEN_WITH:
        return unexpected(desk, at, "a call was joined that is not spoken with", event.call)
    until = at + timedelta(seconds=policy.transfer_longest) + side.WORD_COMES_LATER
    passed = become(about, at, Doing.TRANSFERRING, deadline=until, sent_to=asked.caller, came_back=None)
    other = become(asked, at, Doing.TRANSFERRING, deadline=until + side.WORD_COMES_LATER)
    desk = put(put(desk, passed), other)
    return desk, (Join(call=about.id, other=asked.id, longest=policy.transfer_longest),)


# -- without asking


def sent(desk: Desk, event: CallSent, policy: Policy) -> Turn:
    """A person passes the call on without asking first."""
    call, at = desk.call(event.call), event.at
    if call is None or call.doing not in (*SPOKEN_WITH, Doing.HOLDING):
        return unexpected(desk, at, "a call was passed on that cannot be", event.call)
    may = may_dial(desk, event.to, at, policy)
    if may is not May.OK:
        return unexpected(desk, at, f"a call was passed on to whom it may not be: {may}", call.id)
    call = replace(call, taken_at=call.taken_at or at, by=call.by or event.by, alert_until=None)
    return _send(desk, call, at, event.to, policy)


def _send(desk: Desk, call: Call, at: datetime, to: Caller, policy: Policy) -> Turn:
    until = at + WORDS + timedelta(seconds=policy.transfer_longest) + side.WORD_COMES_LATER
    call = replace(call, sent_to=to, came_back=None)
    desk = dialled(desk, to, at)  # counted now: another may be sent before this one was told
    return speak(desk, call, at, Doing.TRANSFERRING, Phrase(name="sending"), deadline=until)


def said(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The caller knows: now the call is passed on, to music."""
    longest = policy.ring_desk if call.sent_to is None else policy.transfer_longest
    transfer = Transfer(call=call.id, to=call.sent_to, longest=longest)
    until = at + timedelta(seconds=longest) + side.WORD_COMES_LATER
    return put(desk, replace(call, deadline=until)), (PlayMusic(call=call.id), transfer)


# -- how it went


def due(desk: Desk, call: Call, at: datetime) -> Turn:
    """Nobody told how it went."""
    if call.for_call is not None:
        return hang_up(desk, call, at)
    nothing = TransferEnded(at=at, call=call.id, outcome=Outcome.FAILED, reason="nobody told how it went")
    return put(desk, replace(call, deadline=None)), (Decide(event=nothing),)


def ended(desk: Desk, event: TransferEnded, policy: Policy) -> Turn:
    """They are connected, or the caller is back. Its end and this may come in either order."""
    call, at = desk.call(event.call), event.at
    if call is None:
        return desk, _answered_after_all(desk, event)
    if call.doing is not Doing.TRANSFERRING:
        return unexpected(desk, at, "a call came back that was not passed on", call.id)
    if event.outcome is Outcome.REACHED:
        return _reached(desk, call, at)
    if call.sent_to is None:
        return side.not_handed_over(desk, call, at, policy, event.outcome)
    excuse = Phrase(name="transfer_back")
    desk, commands = side.park(desk, replace(call, came_back=event.outcome), at, excuse)
    other = _asked_about(desk, call)
    if other is not None and other.doing is Doing.TRANSFERRING:
        desk, music = side.park(desk, other, at)
        commands += music
    return desk, commands


def _reached(desk: Desk, call: Call, at: datetime) -> Turn:
    """Both calls end by themselves; if not, they are hung up."""
    until = at + HANG_UP_AGAIN
    over = become(call, at, Doing.LEAVING, deadline=until, hung_up=True, reached=True)
    commands: tuple[Command, ...] = ()
    if call.sent_to is None:
        desk, commands = promises.spoken_with(desk, over, at)  # the person has the caller at the desk phone
    else:
        desk = put(desk, over)
        theirs = () if call.out else desk.promises_of(call)
        commands = tuple(Decide(event=promises.answered_elsewhere(p, at, call.by)) for p in theirs)
    other = _asked_about(desk, call)
    if other is not None and other.doing is Doing.TRANSFERRING:
        desk = put(desk, become(other, at, Doing.LEAVING, deadline=until, hung_up=True))
    return desk, commands


def _answered_after_all(desk: Desk, event: TransferEnded) -> tuple[Command, ...]:
    """The call ended before it was told that the caller had been passed on: nothing is owed."""
    if event.outcome is not Outcome.REACHED:
        return ()
    owed = (p for p in desk.promises if p.call == event.call and p.state is PromiseState.OPEN)
    return tuple(Decide(event=promises.answered_elsewhere(p, event.at, "")) for p in owed)
