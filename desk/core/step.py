"""The rules of the desk: `step` turns one desk and one event into the next desk and what to do.

Pure: the time is in the event. A decision (a promise, its end) is a command `Decide` whose event is
journaled and fed to `step` again; on replay the journal has those events already, so `replay` ignores
commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import calling_back, ending, giving_number, greeting, holding, message, promises, side, taking
from desk.core.commands import Command, Decide, Discard, PlayMusic, QuietDesk, RingDesk
from desk.core.events import (
    AttemptEnded,
    CallAnswered,
    CallbackBegun,
    CallDropped,
    CallEnded,
    CallParked,
    CallRang,
    CallResumed,
    CallTaken,
    ClaimEnded,
    ClockChanged,
    EndedBy,
    EngineStarted,
    Event,
    FarEndRang,
    KeyPressed,
    LineChanged,
    NumberEntered,
    PresenceChosen,
    PromiseClaimed,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromisePutOff,
    RecordingEnded,
    RecordsFailed,
    RecordsRestored,
    SayEnded,
    Ticked,
)
from desk.core.hours import is_open, opens_at, spans
from desk.core.model import Call, Desk, Doing, Line, Policy, Presence, Side
from desk.core.turn import Turn, hang_up, put, unexpected


def step(desk: Desk, event: Event, policy: Policy) -> Turn:
    """The desk after this event, and the commands that follow from it, in order."""
    after, commands = _rule(desk, event, policy)
    after, commands = holding.places_changed(after, commands, event.at, policy)
    after, meaningless = calling_back.meaningless(after, event.at)
    after, freed = side.tidy(after)
    commands += meaningless + freed
    return after, (*commands, *_discarded(desk, after, commands), *_desk_sound(desk, after, event.at))


def taken(
    desk: Desk, event: Event, policy: Policy
) -> Iterator[tuple[Event, Desk, Desk, tuple[Command, ...]]]:
    """`step` with its decisions taken, in the order they are journaled.

    Each is the event, the desk before and after it, and what the world is asked to do because of it.
    """
    waiting: list[Event] = [event]
    while waiting:
        now = waiting.pop(0)
        after, asked = step(desk, now, policy)
        # at once, before what else was decided with it: the next decision may rest on this one
        waiting[:0] = [c.event for c in asked if isinstance(c, Decide)]
        yield now, desk, after, tuple(c for c in asked if not isinstance(c, Decide))
        desk = after


def settle(desk: Desk, event: Event, policy: Policy) -> tuple[Desk, tuple[Event, ...], tuple[Command, ...]]:
    """`taken` in one: the desk, all events to be journaled in order, the commands."""
    events: tuple[Event, ...] = ()
    commands: tuple[Command, ...] = ()
    settled = desk
    for now, _, after, asked in taken(desk, event, policy):
        settled, events, commands = after, (*events, now), commands + asked
    return settled, events, commands


def replay(desk: Desk, events: Iterable[Event], policy: Policy) -> Desk:
    """The desk after these journaled events. They were read, so no failing of then is one of now.

    `policy` is for events from before the first start that says which was in force.
    """
    for event in events:
        started = event.policy if isinstance(event, EngineStarted) else None
        desk, _ = step(desk, event, started or desk.policy or policy)
    return replace(desk, records_failed=None)


def _rule(desk: Desk, event: Event, policy: Policy) -> Turn:
    match event:
        case CallRang():
            return greeting.rang(desk, event, policy)
        case CallAnswered() | SayEnded() | KeyPressed() | NumberEntered() | RecordingEnded() | FarEndRang():
            return _of_a_call(desk, event, policy)
        case CallEnded():
            return ending.ended(desk, event, policy)
        case CallTaken():
            return taking.taken(desk, event, policy)
        case CallParked():
            return taking.parked(desk, event)
        case CallResumed():
            return taking.resumed(desk, event, policy)
        case CallDropped():
            return taking.dropped(desk, event)
        case CallbackBegun():
            return calling_back.begun(desk, event, policy)
        case PromiseClaimed():
            return calling_back.claim(desk, event, policy)
        case ClaimEnded():
            return calling_back.claim_ended(desk, event)
        case Ticked():
            return _ticked(desk, event.at, policy)
        case PresenceChosen():
            return _chosen(desk, event, policy)
        case PromiseMade():
            return promises.made(desk, event)
        case PromiseJoined():
            return promises.joined(desk, event, policy)
        case PromiseEnded():
            return promises.ended(desk, event)
        case AttemptEnded():
            return promises.attempted(desk, event, policy)
        case PromiseClosed():
            return promises.closed(desk, event)
        case PromisePutOff():
            return promises.put_off(desk, event)
        case EngineStarted():
            return _started(desk, event)
        case LineChanged():
            return replace(desk, line=Line(state=event.state, detail=event.detail, since=event.at)), ()
        case RecordsFailed():
            return replace(desk, records_failed=event.detail), ()
        case RecordsRestored():
            return replace(desk, records_failed=None), ()
        case ClockChanged():
            return _clock_changed(desk, event)
        case _:
            return desk, ()


def _of_a_call(
    desk: Desk,
    event: CallAnswered | SayEnded | KeyPressed | NumberEntered | RecordingEnded | FarEndRang,
    policy: Policy,
) -> Turn:
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
        case NumberEntered() | RecordingEnded() if call.taken_at is not None:
            return desk, ()  # the person took the call in the middle of it
        case NumberEntered():
            if call.doing is not Doing.ENTERING_NUMBER:
                return unexpected(desk, at, "a number nobody asked for", call.id)
            return giving_number.entered(desk, call, at, event.number, policy)
        case RecordingEnded():
            if call.doing is not Doing.RECORDING or event.recording != call.recording:
                return unexpected(desk, at, "a recording nobody asked for", call.id)
            return message.ended(desk, call, event, policy)


def _answered(desk: Desk, call: Call, at: datetime) -> Turn:
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


def _ticked(desk: Desk, at: datetime, policy: Policy) -> Turn:
    commands: tuple[Command, ...] = ()
    for call in desk.calls:
        if call.alert_until is not None and call.alert_until <= at:
            desk = put(desk, replace(call, alert_until=None))
    desk = _hours_turned(desk, at, policy)
    desk, asked = side.due(desk, at, policy)
    commands += (*asked, *calling_back.claims_due(desk, at))
    if any(isinstance(c, Decide) for c in commands):
        return desk, (*commands, Decide(event=Ticked(at=at)))
    for call in desk.calls:
        if call.deadline is not None and call.deadline <= at:
            desk, asked = _deadline(desk, call, at, policy)
            commands += asked
            if any(isinstance(c, Decide) for c in asked):
                # the other calls come after that decision: theirs rest on it (the promise's id, the load)
                return desk, (*commands, Decide(event=Ticked(at=at)))
    return desk, commands


def _hours_turned(desk: Desk, at: datetime, policy: Policy) -> Desk:
    """A call that rings while the hours begin or end is met by what is true now."""
    now_open = is_open(at, policy)
    if any(c.doing is Doing.RINGING and (c.met is Presence.CLOSED) == now_open for c in desk.calls):
        return greeting.meet_again(desk, at, policy)
    return desk


def _deadline(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
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
        case Doing.LEAVING | Doing.DIALLING | Doing.RINGING_THERE | Doing.TELLING:
            return hang_up(desk, call, at)
        case _:
            return put(desk, replace(call, deadline=None)), ()


def _chosen(desk: Desk, event: PresenceChosen, policy: Policy) -> Turn:
    if event.presence is Presence.CLOSED:
        return unexpected(desk, event.at, "closed cannot be chosen")
    if event.presence is not desk.chosen or desk.chosen_since is None:
        desk = replace(desk, chosen=event.presence, chosen_since=event.at)
    desk = replace(desk, chosen_by=event.by)
    return greeting.meet_again(desk, event.at, policy), ()


def _started(desk: Desk, event: EngineStarted) -> Turn:
    """What was live when the engine last stopped is cut: those callers are owed a callback."""
    desk = replace(desk, line=Line(since=event.at), policy=event.policy or desk.policy, side=Side())
    ends = (
        CallEnded(at=event.at, call=c.id, by=EndedBy.LINE, reason="the engine was restarted")
        for c in desk.calls
    )
    return desk, tuple(Decide(event=e) for e in ends)


def _clock_changed(desk: Desk, event: ClockChanged) -> Turn:
    """The wall clock was set: lengths of time in progress move with it, so that none is longer or shorter."""
    try:
        by = timedelta(seconds=event.seconds)
        calls = tuple(_moved(c, by) for c in desk.calls)
        rings = tuple(replace(r, at=r.at + by) for r in desk.rings)
        since = None if desk.chosen_since is None else desk.chosen_since + by
    except (OverflowError, ValueError):
        return unexpected(desk, event.at, "the clock was set to no time there is")
    return replace(desk, calls=calls, rings=rings, chosen_since=since), ()


def _moved(call: Call, by: timedelta) -> Call:
    times = ("began_at", "since", "deadline", "held_since", "place_due", "offer_due", "alert_until")
    changes = {t: getattr(call, t) + by for t in times if getattr(call, t) is not None}
    return replace(call, **changes)


def sounds(desk: Desk, at: datetime) -> RingDesk | None:
    """What sounds at the desk: an urgent caller, else a call that rings while the desk is free."""
    calls = [c for c in desk.calls if c.doing is not Doing.LEAVING]  # who is leaving wants nobody any more
    if any(c.alert_until is not None and at < c.alert_until for c in calls):
        return RingDesk(urgent=True)
    if any(c.doing is Doing.RINGING and c.met is Presence.FREE for c in desk.calls):
        return RingDesk()
    return None


def _discarded(before: Desk, after: Desk, commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """A recording that no live call and no promise has any more is deleted: the caller did not leave it."""
    had = [c.recording for c in before.calls if c.recording is not None]
    if not had:
        return ()
    kept = {c.recording for c in after.calls}
    kept.update(recording for p in (*before.promises, *after.promises) for recording in p.recordings)
    kept.update(getattr(c.event, "recording", None) for c in commands if isinstance(c, Decide))
    return tuple(Discard(recording=recording) for recording in had if recording not in kept)


def _desk_sound(before: Desk, after: Desk, at: datetime) -> tuple[Command, ...]:
    # what sounded just before this event: an alert whose time is now was still sounding
    old, new = sounds(before, at - timedelta(microseconds=1)), sounds(after, at)
    if old == new:
        return ()
    return (QuietDesk(),) if new is None else (new,)


def next_deadline(desk: Desk, at: datetime, policy: Policy) -> datetime | None:
    """When `Ticked` is due: a rule waits for it, or what is shown changes by itself. None: not at all."""
    due = [t for c in desk.calls for t in (c.deadline, c.alert_until) if t is not None]
    due += [t for p in desk.promises if (t := calling_back.claim_until(desk, p)) is not None]
    if desk.side.deadline is not None:
        due.append(desk.side.deadline)
    shown: list[datetime] = []
    for promise in desk.promises:
        if promise.promised_by is not None:
            shown += [promise.promised_by, promise.promised_by - timedelta(seconds=policy.warn_before)]
        if promise.put_off_until is not None:
            shown.append(promise.put_off_until)
    shown += [
        c.held_since + timedelta(seconds=policy.hold_alarm) for c in desk.calls if c.held_since is not None
    ]
    opens = opens_at(at, policy)
    turn = opens if opens is not None else next((end for _, end in spans(at, policy)), None)
    if turn is not None:
        shown.append(turn)
    just_after = timedelta(milliseconds=1)  # "overdue" begins after the promised time, not at it
    return min([*due, *(t + just_after for t in shown if t + just_after > at)], default=None)
