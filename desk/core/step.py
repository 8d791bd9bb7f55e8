"""The rules of the desk: `step` turns one desk and one event into the next desk and what to do.

Pure: the time is in the event. A decision (a promise, its end) is a command `Decide` whose event is
journaled and fed to `step` again; on replay the journal has those events already, so `replay` ignores
commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from desk.core import (
    calling_back,
    ending,
    greeting,
    holding,
    of_a_call,
    passing_on,
    promises,
    renegotiating,
    serving,
    side,
    taking,
)
from desk.core.commands import Command, Decide, Discard
from desk.core.events import (
    AttemptEnded,
    CallAnswered,
    CallbackBegun,
    CallDropped,
    CallEnded,
    CallParked,
    CallRang,
    CallResumed,
    CallSent,
    CallTaken,
    ClaimEnded,
    ClockChanged,
    ConsultBegun,
    ConsultJoined,
    EndedBy,
    EngineStarted,
    Event,
    FarEndRang,
    KeyPressed,
    LineChanged,
    MessageTranscribed,
    NumberEntered,
    PresenceChosen,
    PromiseClaimed,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromisePutOff,
    PromiseRenegotiated,
    RecordingEnded,
    RecordsFailed,
    RecordsRestored,
    ReportSent,
    SayEnded,
    StillServing,
    Ticked,
    TransferEnded,
)
from desk.core.model import Desk, Line, Policy, Presence, Side
from desk.core.passing_time import clock_changed, ticked
from desk.core.passing_time import next_deadline as next_deadline
from desk.core.set_back import nothing_ahead
from desk.core.sounding import desk_sound, reminded
from desk.core.sounding import sounds as sounds
from desk.core.turn import Turn, unexpected

RESTARTED = "the engine was restarted"
"""The reason of a call's end that was written at the next start: it ended with the engine before."""


def step(desk: Desk, event: Event, policy: Policy) -> Turn:
    """The desk after this event, and the commands that follow from it, in order."""
    after, commands = _followed(desk, event, policy)
    return after, (*commands, *_discarded(desk, after, commands), *desk_sound(desk, after, event.at))


def _followed(desk: Desk, event: Event, policy: Policy) -> Turn:
    """All of `step` that makes the desk another."""
    after, commands = _rule(desk, event, policy)
    after, commands = holding.places_changed(after, commands, event.at, policy)
    after, meaningless = calling_back.meaningless(after, event.at)
    after, freed = side.tidy(after)
    commands += meaningless + freed
    if isinstance(event, Ticked | PresenceChosen):
        after, soft = reminded(after, event.at, policy)
        commands += soft
    return after, commands


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
        desk = followed(desk, event, policy)
    return replace(desk, records_failed=None)


def followed(desk: Desk, event: Event, policy: Policy) -> Desk:
    """The desk after one journaled event; its decisions stand in the journal themselves."""
    started = event.policy if isinstance(event, EngineStarted) else None
    return _followed(desk, event, started or desk.policy or policy)[0]


def _rule(desk: Desk, event: Event, policy: Policy) -> Turn:
    match event:
        case CallRang():
            return greeting.rang(desk, event, policy)
        case CallAnswered() | SayEnded() | KeyPressed() | NumberEntered() | RecordingEnded() | FarEndRang():
            return of_a_call.happened(desk, event, policy)
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
        case CallSent():
            return passing_on.sent(desk, event, policy)
        case ConsultBegun():
            return passing_on.consult(desk, event, policy)
        case ConsultJoined():
            return passing_on.joined(desk, event, policy)
        case TransferEnded():
            return passing_on.ended(desk, event, policy)
        case CallbackBegun():
            return calling_back.begun(desk, event, policy)
        case PromiseClaimed():
            return calling_back.claim(desk, event, policy)
        case ClaimEnded():
            return calling_back.claim_ended(desk, event)
        case Ticked():
            return ticked(desk, event.at, policy)
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
        case PromiseRenegotiated():
            return renegotiating.renegotiated(desk, event, policy)
        case MessageTranscribed():
            return promises.transcribed(desk, event)
        case StillServing():
            return serving.said_yes(desk, event)
        case EngineStarted():
            return _started(desk, event, policy)
        case LineChanged():
            return replace(desk, line=Line(state=event.state, detail=event.detail, since=event.at)), ()
        case ReportSent():
            return replace(desk, report_sent=max(event.week, desk.report_sent or event.week)), ()
        case RecordsFailed():
            return replace(desk, records_failed=event.detail), ()
        case RecordsRestored():
            return replace(desk, records_failed=None), ()
        case ClockChanged():
            desk, noted = clock_changed(desk, event)
            return nothing_ahead(desk, event.at, policy), noted
        case _:
            return desk, ()


def _chosen(desk: Desk, event: PresenceChosen, policy: Policy) -> Turn:
    if event.presence is Presence.CLOSED:
        return unexpected(desk, event.at, "closed cannot be chosen")
    if event.presence is not desk.chosen or desk.chosen_since is None:
        desk = replace(desk, chosen=event.presence, chosen_since=event.at, still_serving_at=None)
    desk = replace(desk, chosen_by=event.by)
    return greeting.meet_again(desk, event.at, policy), ()


def _started(desk: Desk, event: EngineStarted, policy: Policy) -> Turn:
    """What was live when the engine last stopped is cut: those callers are owed a callback."""
    desk = replace(desk, line=Line(since=event.at), policy=event.policy or desk.policy, side=Side())
    desk = nothing_ahead(desk, event.at, policy)
    # none of them is told of its place while the others end
    desk = replace(desk, calls=tuple(replace(c, place_said=0) for c in desk.calls))
    ends = (CallEnded(at=event.at, call=c.id, by=EndedBy.LINE, reason=RESTARTED) for c in desk.calls)
    return desk, tuple(Decide(event=e) for e in ends)


def _discarded(before: Desk, after: Desk, commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """A recording that no live call and no promise has any more is deleted: the caller did not leave it."""
    had = [c.recording for c in before.calls if c.recording is not None]
    if not had:
        return ()
    kept = {c.recording for c in after.calls}
    kept.update(recording for p in (*before.promises, *after.promises) for recording in p.recordings)
    kept.update(getattr(c.event, "recording", None) for c in commands if isinstance(c, Decide))
    return tuple(Discard(recording=recording) for recording in had if recording not in kept)
