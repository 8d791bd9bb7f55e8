"""One interruption's story: what its entries in the journal tell, step by step, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from desk.core import events as e
from desk.core.ends import end_of
from desk.core.model import Caller, Doing, PromiseState
from desk.log.rows import told
from desk.log.why_lost import left, why_lost
from desk.log_types import NoteTold, RecordingTold, Step, StepKind, Story
from desk.store.log_story import Material, Recorded


def story(found: Material, recordings: tuple[RecordingTold, ...], now: datetime) -> Story:
    """The story as it stands at `now`."""
    row = told([found.row], now)[0]
    steps = [
        *_heard(found),
        *(step for _, event in found.entries for step in _steps(event, found)),
        *(
            Step(at=one.played_at, told=StepKind.PLAYED, recording=one.id)
            for one in found.recordings
            if one.played_at is not None
        ),
    ]
    # what was promised before this call came is told by the call that was promised it
    steps = [step for step in steps if step.at >= row.at]
    outcomes = tuple(event.outcome for _, event in found.entries if isinstance(event, e.AttemptEnded))
    ended = next((step.at for step in steps if step.told is StepKind.CALL_ENDED), None)
    return Story(
        row=row,
        steps=tuple(_in_order(steps)),
        recordings=recordings,
        why_lost=why_lost(
            row,
            found.ended_as,
            found.left_doing,
            PromiseState(found.state) if found.state else None,
            outcomes,
            _said_by(found),
            ((ended or row.at) - row.at).total_seconds(),
            found.busy,
        ),
    )


def _said_by(found: Material) -> str | None:
    """Who said last that it ended like this, of this call or else of what it was promised; None if nobody."""
    amended = [event for _, event in found.entries if isinstance(event, e.EndAmended)]
    of_call = [event for event in amended if event.call == found.row.call]
    said = of_call or [event for event in amended if event.promise is not None]
    return _by(said[-1].by, found) if said else None


def recording(one: Recorded, levels: tuple[float, ...]) -> RecordingTold:
    """A recording; without levels its file is gone."""
    return RecordingTold(
        id=one.id, at=one.at, seconds=one.seconds, kept=bool(levels), words=one.words, levels=levels
    )


def _heard(found: Material) -> Iterator[Step]:
    for seconds, doing in found.doings:
        if doing != Doing.RINGING:
            yield Step(
                at=found.row.at + timedelta(seconds=seconds),
                told=StepKind.HEARD,
                doing=Doing(doing),
                seconds=seconds,
            )


def _in_order(steps: list[Step]) -> list[Step]:
    """By time. What was heard from then on, known to the millisecond, comes after what made it so.

    A call ends once, though it is told when we hang up and again when the line has ended; then nothing more
    is heard.
    """
    heard, ended = StepKind.HEARD, StepKind.CALL_ENDED
    in_order = sorted(steps, key=lambda step: (_milli(step.at), step.told is heard, step.at))
    end = next((i for i, step in enumerate(in_order) if step.told is ended), len(in_order))
    return [step for i, step in enumerate(in_order) if i <= end or step.told not in (heard, ended)]


def _milli(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _steps(event: e.Event, found: Material) -> Iterator[Step]:
    if getattr(event, "call", None) == found.row.call:
        yield from _of_call(event, found)
    yield from _of_promise(event, found)
    yield from _of_both(event, found)


def _of_call(event: e.Event, found: Material) -> Iterator[Step]:
    """What happened in the call itself."""
    kind = StepKind
    at = event.at
    match event:
        case e.CallRang():
            yield Step(at=at, told=kind.RANG)
        case e.KeyPressed():
            yield Step(at=at, told=kind.PRESSED, key=event.key)
        case e.RecordingEnded():
            yield Step(at=at, told=kind.MESSAGE, recording=event.recording, seconds=event.seconds)
        case e.CallTaken():
            yield Step(at=at, told=kind.TAKEN, by=_by(event.by, found))
        case e.CallParked():
            yield Step(at=at, told=kind.PARKED, by=_by(event.by, found))
        case e.CallResumed():
            yield Step(at=at, told=kind.RESUMED, by=_by(event.by, found))
        case e.CallSent():
            yield Step(at=at, told=kind.SENT, by=_by(event.by, found), to=_to(event.to, found))
        case e.TransferEnded():
            yield Step(at=at, told=kind.SENT, outcome=event.outcome)
        case e.CallDropped():
            yield Step(at=at, told=kind.CALL_ENDED, by=e.EndedBy.DESK)
        case e.CallEnded():
            went = left(found.ended_as, found.left_doing)
            yield Step(at=at, told=kind.CALL_ENDED, by=event.by, left=went)
        case _:
            pass


def _of_promise(event: e.Event, found: Material) -> Iterator[Step]:
    """What became of the promise, whichever call it was about."""
    kind = StepKind
    at = event.at
    match event:
        case e.PromiseMade():
            yield Step(at=at, told=kind.PROMISED, why=event.why, promised_by=event.promised_by)
        case e.PromiseJoined() if event.call == found.row.call:
            due = event.promised_by or found.promised_by
            yield Step(at=at, told=kind.JOINED, why=event.why, promised_by=due)
        case e.PromiseJoined():
            yield Step(
                at=at, told=kind.RANG_AGAIN, call=event.call, why=event.why, promised_by=event.promised_by
            )
        case e.PromiseClaimed():
            yield Step(at=at, told=kind.CLAIMED, by=_by(event.by, found))
        case e.ClaimEnded():
            yield Step(at=at, told=kind.CLAIM_ENDED, by=_by(event.by, found))
        case e.CallbackBegun():
            yield Step(at=at, told=kind.CALLED, by=_by(event.by, found), call=event.call)
        case e.AttemptEnded():
            yield Step(
                at=at,
                told=kind.ATTEMPT,
                by=_by(event.by, found),
                outcome=event.outcome,
                note=_note(event.note, found),
                call=event.call or "",
            )
        case e.PromisePutOff():
            yield Step(at=at, told=kind.PUT_OFF, by=_by(event.by, found), promised_by=event.until)
        case e.PromiseRenegotiated():
            yield Step(
                at=at,
                told=kind.RENEGOTIATED,
                by=_by(event.by, found),
                promised_by=event.promised_by,
                caller_told=event.told,
            )
        case e.CallerTold():
            yield Step(at=at, told=kind.CALLER_TOLD, outcome=event.outcome, call=event.call)
        case e.PromiseClosed() if event.note:
            yield Step(at=at, told=kind.NOTE, by=_by(event.by, found), note=_note(event.note, found))
        case e.PromiseEnded():
            end = end_of("promised", event.state)
            yield Step(at=at, told=kind.PROMISE_ENDED, by=_by(event.by, found), end=end)
        case _:
            pass


def _of_both(event: e.Event, found: Material) -> Iterator[Step]:
    """Notes and corrections, and who was asked before a call was passed on."""
    kind = StepKind
    at = event.at
    match event:
        case e.ConsultBegun() if event.for_call == found.row.call:
            yield Step(at=at, told=kind.SENT, by=_by(event.by, found), to=_to(event.to, found))
        case e.NoteAdded():
            yield Step(at=at, told=kind.NOTE, by=_by(event.by, found), note=_note(event.note, found))
        case e.EndAmended():
            yield Step(
                at=at,
                told=kind.AMENDED,
                by=_by(event.by, found),
                was=event.was,
                end=event.end,
                reason=found.texts.get(event.reason, ""),
            )
        case e.NoteAmended():
            before = found.texts.get(event.note)
            note = NoteTold(
                key=event.note,
                text=found.texts.get(event.now, ""),
                before=() if before is None else (before,),
            )
            yield Step(
                at=at,
                told=kind.AMENDED,
                by=_by(event.by, found),
                note=note,
                reason=found.texts.get(event.reason, ""),
            )
        case e.ThanksGiven():
            yield Step(
                at=at,
                told=kind.THANKED,
                by=_by(event.by, found),
                to=_by(event.to, found),
                note=_note(event.note, found),
            )
        case _:
            pass


def _by(key: str, found: Material) -> str:
    return found.staff.get(key, "")


def _to(caller: Caller, found: Material) -> str:
    return found.numbers.get(caller.key or "", "")


def _note(key: str | None, found: Material) -> NoteTold | None:
    """None when there was none, or when it was erased."""
    note = found.notes.get(key or "")
    return None if note is None or key is None else NoteTold(key=key, text=note.text, before=note.before)
