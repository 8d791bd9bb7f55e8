"""The person's own end of a conversation: the headset, or the leg to the desk phone.

Who is spoken with is always one: whoever else was is parked. The leg to the desk phone lives as long as a
call needs it (`tidy`, after every event), so that no rule has to remember to hang it up.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import holding, promises
from desk.core.commands import Answer, Command, Decide, HangUp, Phrase, PlayMusic, RingDeskPhone, Talk
from desk.core.commands import Dial as DialCommand
from desk.core.dialling import May, dialled, may_dial
from desk.core.events import CallEnded, ClaimEnded, EndedBy
from desk.core.model import Call, Desk, DeskPhoneWay, Doing, Outcome, Policy, Side, SideKind
from desk.core.turn import Turn, become, hang_up, put, speak

WITH_PERSON = (Doing.TAKEN, Doing.TALKING, Doing.DIALLING, Doing.RINGING_THERE)
ACKNOWLEDGED_WITHIN = timedelta(seconds=5)
"""A caller whose acknowledgement of our answer does not come is spoken with all the same."""
WORD_COMES_LATER = timedelta(seconds=5)
"""How long after the longest transfer the line may still tell how it ended."""
MISSED_SAID = timedelta(seconds=20)
"""How long the windows say that the desk phone was not picked up."""


def spoken_with(desk: Desk) -> Call | None:
    """The one call that the person speaks with, or is being connected with."""
    return next((c for c in desk.calls if c.doing in WITH_PERSON and c.tells is None), None)


def set_aside(desk: Desk, at: datetime, policy: Policy, but: str | None = None) -> Turn:
    """The person turns to another call: who is spoken with is parked, who is not spoken with yet let go."""
    call = spoken_with(desk)
    if call is None or call.id == but:
        return desk, ()
    if call.doing is Doing.TALKING:
        return park(desk, call, at)
    return not_connected(desk, call, at, policy)


def park(desk: Desk, call: Call, at: datetime, *said: Phrase) -> Turn:
    """The call is on hold, with music, after these words if there are any."""
    call = replace(call, alarmed=False)
    if said:
        return speak(desk, call, at, Doing.PARKED, *said)
    return put(desk, become(call, at, Doing.PARKED, say=call.say + 1)), (PlayMusic(call=call.id),)


def not_connected(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """Our side did not come, or the person turned away before the two spoke."""
    sorry = Phrase(name="desk_not_answered")
    if call.doing in (Doing.TAKEN, Doing.TRANSFERRING) and call.reached:
        return park(desk, call, at, sorry)
    if call.doing in (Doing.TAKEN, Doing.TRANSFERRING) and not call.out:
        return holding.back(desk, call, at, policy, sorry)
    return give_up(desk, call, at)


def give_up(desk: Desk, call: Call, at: datetime, by: str = "") -> Turn:
    """A call we make is not to be answered any more. Before it rang there it was no attempt."""
    released: tuple[Command, ...] = ()
    if call.calls_back is not None and call.doing in (Doing.TAKEN, Doing.DIALLING):
        released = (Decide(event=ClaimEnded(at=at, promise=call.calls_back, by=by)),)
        call = replace(call, calls_back=None)
    if call.doing is not Doing.TAKEN:
        desk, gone = hang_up(desk, call, at)
        return desk, (*gone, *released)
    # it was never dialled: nobody else will tell its end
    desk, _ = hang_up(desk, call, at)
    end = CallEnded(at=at, call=call.id, by=EndedBy.DESK, reason="never dialled")
    return desk, (*released, Decide(event=end))


# -- connecting


def connect(
    desk: Desk, call: Call, at: datetime, policy: Policy, kind: SideKind, leg: str | None, by: str
) -> Turn:
    """The person speaks with this caller next, through this side."""
    desk, commands = set_aside(desk, at, policy, but=call.id)
    first_words = call.doing is Doing.RINGING
    heard = call.doing not in (Doing.RINGING, Doing.ANSWERING)
    if first_words:
        commands += (Answer(call=call.id),)
    call = replace(
        call,
        taken_at=call.taken_at or at,
        by=by,
        recording=None,
        recorded=0.0,
        tries=0,
        alert_until=None,
    )
    desk, turned = _turn_to(desk, kind)
    commands += turned
    if desk.side.ready and heard:
        desk, talking = talk(desk, call, at)
        return desk, commands + talking
    if desk.side.ready:
        taken = become(call, at, Doing.TAKEN, deadline=at + ACKNOWLEDGED_WITHIN, say=call.say + 1)
        return replace(put(desk, taken), side=replace(desk.side, wants=call.id)), commands
    if policy.desk_phone_way is DeskPhoneWay.HAND_OVER and desk.side.leg is None:
        long = at + timedelta(seconds=policy.ring_desk) + WORD_COMES_LATER * 2
        call = replace(call, sent_to=None, came_back=None)
        desk, said = speak(desk, call, at, Doing.TRANSFERRING, Phrase(name="taken"), deadline=long)
        return desk, commands + said
    desk, rings = ring_desk_phone(desk, call, at, policy, leg)
    desk, said = speak(desk, call, at, Doing.TAKEN, Phrase(name="taken"))
    return desk, (*commands, *said, *rings)


def place(desk: Desk, call: Call, at: datetime, policy: Policy, kind: SideKind, leg: str | None) -> Turn:
    """A call we make: our side first, then it is dialled."""
    desk, commands = set_aside(desk, at, policy)
    desk, turned = _turn_to(desk, kind)
    commands += turned
    desk = replace(desk, calls=(*desk.calls, call))
    if desk.side.ready:
        desk, dials = dial(desk, call, at, policy)
        return desk, commands + dials
    desk, rings = ring_desk_phone(desk, call, at, policy, leg)
    return put(desk, become(call, at, Doing.TAKEN)), commands + rings


def dial(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """Our side is there: the number is dialled, and the person hears how it rings."""
    if may_dial(desk, call.caller, at, policy) is not May.OK:
        return give_up(desk, become(call, at, Doing.TAKEN), at)
    desk = dialled(desk, call.caller, at)
    call = become(call, at, Doing.DIALLING, deadline=at + timedelta(seconds=policy.ring_there))
    desk = replace(put(desk, call), side=replace(desk.side, wants=None, deadline=None))
    return desk, (DialCommand(call=call.id, to=call.caller), Talk(call=call.id, leg=desk.side.leg))


def talk(desk: Desk, call: Call, at: datetime) -> Turn:
    """Connected: what the caller was promised before is done with."""
    call = become(
        call,
        at,
        Doing.TALKING,
        say=call.say + 1,
        reached=True,
        came_back=None,
        alarmed=False,
        held_since=None,
        place_said=0,
        place_due=None,
        offer_due=None,
    )
    desk, closed = promises.spoken_with(desk, call, at)
    desk = replace(desk, side=replace(desk.side, wants=None, deadline=None))
    return desk, (Talk(call=call.id, leg=desk.side.leg), *closed)


def _turn_to(desk: Desk, kind: SideKind) -> Turn:
    desk = _missed(desk, None, None)
    if kind is SideKind.DESK_PHONE:
        if desk.side.kind is SideKind.DESK_PHONE:
            return desk, ()
        return replace(desk, side=Side(kind=kind, ready=False, leaving=desk.side.leaving)), ()
    desk, gone = release(desk)
    return replace(desk, side=Side(kind=kind, leaving=desk.side.leaving)), gone


def ring_desk_phone(desk: Desk, call: Call, at: datetime, policy: Policy, leg: str | None) -> Turn:
    """The desk phone rings for this call, or for this one instead when it rings already."""
    deadline = at + timedelta(seconds=policy.ring_desk)
    side = replace(desk.side, wants=call.id, deadline=deadline)
    if side.leg is not None:
        return replace(desk, side=side), ()
    assert leg is not None
    return replace(desk, side=replace(side, leg=leg)), (RingDeskPhone(call=leg, shows=call.caller),)


def has_a_way(desk: Desk, kind: SideKind, leg: str | None) -> bool:
    """Whether the event names the leg that is needed to speak through this side."""
    if kind is SideKind.HEADSET or desk.side.leg is not None:
        return True
    return leg is not None and leg not in desk.side.leaving and desk.call(leg) is None


# -- the leg to the desk phone


def leg_answered(desk: Desk, at: datetime, policy: Policy) -> Turn:
    """The desk phone was picked up: who waits for it is connected, or dialled."""
    side = replace(desk.side, ready=True, deadline=None)
    desk = replace(desk, side=side)
    call = desk.call(side.wants) if side.wants is not None else None
    if call is None or call.doing is not Doing.TAKEN:
        return desk, ()  # nobody wants it any more: `tidy` hangs it up
    if call.out and not call.reached:
        return dial(desk, call, at, policy)
    return talk(desk, call, at)


def leg_ended(desk: Desk, event: CallEnded, policy: Policy) -> Turn:
    """The call to the desk phone is over: not picked up, hung up by the person, or lost."""
    side = desk.side
    if event.call in side.leaving:
        left = tuple(leg for leg in side.leaving if leg != event.call)
        return replace(desk, side=replace(side, leaving=left)), ()
    desk = replace(desk, side=Side(kind=side.kind, ready=False, leaving=side.leaving))
    if not side.ready:
        return _nobody_picked_up(desk, side.wants, event.at, policy, event.outcome or Outcome.NO_ANSWER)
    call = spoken_with(desk)
    if call is None:
        return desk, ()
    if call.doing is not Doing.TALKING:
        return not_connected(desk, call, event.at, policy)
    if event.by is EndedBy.CALLER:
        return hang_up(desk, call, event.at)  # the person put the receiver down
    return park(desk, call, event.at)


def due(desk: Desk, at: datetime, policy: Policy) -> Turn:
    """The desk phone rang for long enough, or it was said for long enough that it did in vain."""
    if desk.side.missed_until is not None and desk.side.missed_until <= at:
        desk = _missed(desk, None, None)
    if desk.side.deadline is None or at < desk.side.deadline:
        return desk, ()
    wants = desk.side.wants
    desk, gone = release(desk)
    desk, told = _nobody_picked_up(desk, wants, at, policy, Outcome.NO_ANSWER)
    return desk, gone + told


def not_handed_over(desk: Desk, call: Call, at: datetime, policy: Policy, why: Outcome) -> Turn:
    """The PBX rang the desk phone for this caller, and it was not picked up."""
    return not_connected(_missed(desk, why, at + MISSED_SAID), call, at, policy)


def _missed(desk: Desk, why: Outcome | None, until: datetime | None) -> Desk:
    return replace(desk, side=replace(desk.side, missed=why, missed_until=until))


def _nobody_picked_up(desk: Desk, wants: str | None, at: datetime, policy: Policy, why: Outcome) -> Turn:
    desk = _missed(desk, why, at + MISSED_SAID)
    call = desk.call(wants) if wants is not None else None
    if call is None or call.doing is not Doing.TAKEN:
        return desk, ()
    return not_connected(desk, call, at, policy)


def release(desk: Desk) -> Turn:
    """The leg is hung up; the next time the desk phone rings anew."""
    side = desk.side
    if side.leg is None:
        return desk, ()
    gone = Side(kind=side.kind, ready=side.kind is SideKind.HEADSET, leaving=(*side.leaving, side.leg))
    return replace(desk, side=gone), (HangUp(call=side.leg),)


def tidy(desk: Desk) -> Turn:
    """The leg to the desk phone never outlives its need."""
    if desk.side.leg is None or any(_needs(c, desk.side) for c in desk.calls):
        return desk, ()
    return release(desk)


def _needs(call: Call, side: Side) -> bool:
    if call.tells is not None:
        return False
    wanted = call.id == side.wants
    if not side.ready:
        return wanted and call.doing is Doing.TAKEN
    return call.doing in (*WITH_PERSON, Doing.PARKED) or (wanted and call.doing is Doing.TRANSFERRING)
