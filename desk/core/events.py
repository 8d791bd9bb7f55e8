"""What happened: frozen, in the past tense, each with its time `at` (aware, UTC).

The journal is these values in order. `PromiseMade` and `PromiseEnded` are decisions of the rules; they are
journaled as facts of their own, so that a later version with other rules still knows what was promised.
No event holds a number, a name or a note: only keys, by which they stand beside the journal in the store.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from desk.core.ends import End
from desk.core.model import (
    Caller,
    LineState,
    Outcome,
    Policy,
    Presence,
    PromiseState,
    SideKind,
    Told,
    Value,
    Why,
)


class Happened(Value, frozen=True, kw_only=True, tag_field="event"):
    """The base of every event."""

    at: datetime


class EndedBy(StrEnum):
    """Which side ended a call."""

    CALLER = "caller"
    DESK = "desk"
    LINE = "line"


class RecordingEndedBy(StrEnum):
    """What ended a recording."""

    KEY = "key"
    LONGEST = "longest"
    HANG_UP = "hang_up"
    LINE = "line"
    FAILED = "failed"


class EngineStarted(Happened, frozen=True, kw_only=True, tag=True):
    """The engine started with this policy; calls that were live when it last stopped are cut."""

    version: str
    policy: Policy | None = None


class EngineStopped(Happened, frozen=True, kw_only=True, tag=True):
    """The engine was asked to stop and did."""


class PresenceChosen(Happened, frozen=True, kw_only=True, tag=True):
    """A person (or a button) said what the desk is doing.

    `by` is the store's key of a person, empty when nobody was named.
    """

    presence: Presence
    by: str = ""


class LineChanged(Happened, frozen=True, kw_only=True, tag=True):
    """The phone line became something else."""

    state: LineState
    detail: str = ""


class CallRang(Happened, frozen=True, kw_only=True, tag=True):
    """A call came in and is ringing.

    `also` are the keys of the other numbers of the one person who has the caller's, as the people directory
    said then; empty where two share it. A number of theirs that somebody else has too is none of them.
    """

    call: str
    caller: Caller
    also: tuple[str, ...] = ()


class CallAnswered(Happened, frozen=True, kw_only=True, tag=True):
    """A call is answered and its sound flows: our answer was acknowledged, or the far end picked up.

    `call` may also be the leg to the desk phone.
    """

    call: str


class SayEnded(Happened, frozen=True, kw_only=True, tag=True):
    """The prompts numbered `say` were heard to the end."""

    call: str
    say: int


class KeyPressed(Happened, frozen=True, kw_only=True, tag=True):
    """The caller pressed one key: 1, 2, 3, 9, * or #; any other is "other", lest a number be spelt by them.

    Keys of a number being entered are never events: see `NumberEntered`.
    """

    call: str
    key: str


class NumberEntered(Happened, frozen=True, kw_only=True, tag=True):
    """The caller finished keying in a number; `number.dial` is NOTHING when none came."""

    call: str
    number: Caller


class RecordingEnded(Happened, frozen=True, kw_only=True, tag=True):
    """A message was recorded, silence at its ends already trimmed. `seconds` is what remained.

    Ended by a hang-up or the line, it comes before the `CallEnded` of its call.
    """

    call: str
    recording: str
    seconds: float
    by: RecordingEndedBy


class CallEnded(Happened, frozen=True, kw_only=True, tag=True):
    """The call is over. `reason` is what the wire said, unread but for numbers; "unknown" when nothing.

    `call` may also be the leg to the desk phone. `outcome` says how a call we made ended that was never
    answered, None for all others.
    """

    call: str
    by: EndedBy
    answered_elsewhere: bool = False
    reason: str = ""
    outcome: Outcome | None = None


class FarEndRang(Happened, frozen=True, kw_only=True, tag=True):
    """A call we make rings at the far end (SIP 180 or 183)."""

    call: str


class CallTaken(Happened, frozen=True, kw_only=True, tag=True):
    """A person takes this caller, through `side`. `by` as in `PresenceChosen`.

    `leg` is the id that a call to the desk phone will have if one is needed; the same below.
    """

    call: str
    side: SideKind = SideKind.HEADSET
    leg: str | None = None
    by: str = ""


class CallParked(Happened, frozen=True, kw_only=True, tag=True):
    """A person put the call on hold: music, and silence from us. `by` as in `PresenceChosen`."""

    call: str
    by: str = ""


class CallResumed(Happened, frozen=True, kw_only=True, tag=True):
    """A person speaks with a parked call again; who is spoken with now is parked (swap)."""

    call: str
    side: SideKind = SideKind.HEADSET
    leg: str | None = None
    by: str = ""


class CallDropped(Happened, frozen=True, kw_only=True, tag=True):
    """A person hung up on this call. `by` as in `PresenceChosen`."""

    call: str
    by: str = ""


class CallbackBegun(Happened, frozen=True, kw_only=True, tag=True):
    """A person calls back: the promise is claimed, our side connected, then `call` dialled.

    `to` is the number when it is another than the promise's own (one heard in its message), or its own when
    it is another thing now than when it was kept (the settings allow it).
    """

    promise: int
    call: str
    to: Caller | None = None
    side: SideKind = SideKind.HEADSET
    leg: str | None = None
    by: str = ""


class ConsultBegun(Happened, frozen=True, kw_only=True, tag=True):
    """A person calls a colleague about `for_call`, which is parked meanwhile."""

    call: str
    for_call: str
    to: Caller
    side: SideKind = SideKind.HEADSET
    leg: str | None = None
    by: str = ""


class ConsultJoined(Happened, frozen=True, kw_only=True, tag=True):
    """A person passes the parked call on to the colleague being consulted by `call` (attended transfer).

    While the colleague's phone still rings, the caller is sent there instead (blind).
    """

    call: str
    by: str = ""


class CallSent(Happened, frozen=True, kw_only=True, tag=True):
    """A person passes the call on without asking first (blind transfer)."""

    call: str
    to: Caller
    by: str = ""


class TransferEnded(Happened, frozen=True, kw_only=True, tag=True):
    """How passing a call on ended, as the other side told (RFC 3515 NOTIFY). REACHED: they are connected."""

    call: str
    outcome: Outcome
    reason: str = ""


class NoteAdded(Happened, frozen=True, kw_only=True, tag=True):
    """A person wrote a note to a call. `note` is the store's key, `by` as in `PresenceChosen`."""

    call: str
    note: str
    by: str = ""


class HeadsetChanged(Happened, frozen=True, kw_only=True, tag=True):
    """The headset can be spoken through, or cannot any more; `detail` says why not, for people."""

    ready: bool
    detail: str = ""


class PromiseMade(Happened, frozen=True, kw_only=True, tag=True):
    """A callback is owed from now on; it was decided before it was spoken."""

    promise: int
    caller: Caller
    why: Why
    promised_by: datetime | None = None
    call: str | None = None
    recording: str | None = None


class PromiseJoined(Happened, frozen=True, kw_only=True, tag=True):
    """A further call of the same caller joined the promise they already have.

    `promised_by` is the time it was given now, because it had none or its time had passed; None when the
    time it had stands. `to` is the number they are called back at from now on, None when it stays.
    """

    promise: int
    call: str
    why: Why
    promised_by: datetime | None = None
    recording: str | None = None
    breaks_through: bool = False
    to: Caller | None = None


class PromiseEnded(Happened, frozen=True, kw_only=True, tag=True):
    """A promise came to its end. `by` as in `PresenceChosen`."""

    promise: int
    state: PromiseState
    by: str = ""


class AttemptEnded(Happened, frozen=True, kw_only=True, tag=True):
    """A person tried to call back. `by` as in `PresenceChosen`.

    `note` is the store's key of a note, None without one; `call` the call it was, None when it was made on
    another phone. `again` is true when it was decided that this try and the one before are the same attempt.
    """

    promise: int
    outcome: Outcome
    by: str = ""
    note: str | None = None
    call: str | None = None
    again: bool = False


class PromiseClaimed(Happened, frozen=True, kw_only=True, tag=True):
    """A person said that they call back now, on whatever phone. `by` as in `PresenceChosen`."""

    promise: int
    by: str = ""


class ClaimEnded(Happened, frozen=True, kw_only=True, tag=True):
    """Nobody is calling any more: given back `by` a person, or `expired`."""

    promise: int
    by: str = ""
    expired: bool = False


class PromiseRenegotiated(Happened, frozen=True, kw_only=True, tag=True):
    """A person gave the promise a new time.

    `told` says whether the caller is told; BY_CALL is done by `call`, which the desk makes by itself, `to` as
    in `CallbackBegun`.
    """

    promise: int
    promised_by: datetime
    told: Told = Told.NOT_TOLD
    call: str | None = None
    to: Caller | None = None
    by: str = ""


class CallerTold(Happened, frozen=True, kw_only=True, tag=True):
    """How the call about a new time ended: REACHED when the caller heard it to the end."""

    promise: int
    call: str
    outcome: Outcome


class StillServing(Happened, frozen=True, kw_only=True, tag=True):
    """A person answered the question whether Serving is still meant: yes. `by` as in `PresenceChosen`."""

    by: str = ""


class MessageTranscribed(Happened, frozen=True, kw_only=True, tag=True):
    """A machine wrote down a message; the words stand beside the journal. `said` is a number heard in it."""

    recording: str
    said: Caller | None = None


class ContactSaved(Happened, frozen=True, kw_only=True, tag=True):
    """A person added or changed somebody in the people directory. `contact` is its key there."""

    contact: str
    by: str = ""


class ContactRemoved(Happened, frozen=True, kw_only=True, tag=True):
    """A person removed somebody from the people directory."""

    contact: str
    by: str = ""


class ContactsImported(Happened, frozen=True, kw_only=True, tag=True):
    """A file of people was read: so many were added, so many changed."""

    added: int
    changed: int
    by: str = ""


class NumberForgotten(Happened, frozen=True, kw_only=True, tag=True):
    """A number was erased, with what was kept of who had it: `key` stands for nobody from now on.

    `by` as in `PresenceChosen`.
    """

    key: str
    by: str = ""


class RetentionApplied(Happened, frozen=True, kw_only=True, tag=True):
    """So many messages, notes and numbers were erased, because their time was over."""

    recordings: int = 0
    notes: int = 0
    numbers: int = 0


class PromisePutOff(Happened, frozen=True, kw_only=True, tag=True):
    """A person said "later": the card passes this promise over until then. What was promised stays.

    `by` as in `PresenceChosen`.
    """

    promise: int
    until: datetime
    by: str = ""


class PromiseClosed(Happened, frozen=True, kw_only=True, tag=True):
    """A person said "done" with how it ended. `by` and `note` as in `AttemptEnded`."""

    promise: int
    state: PromiseState
    by: str = ""
    note: str | None = None


class MessagePlayed(Happened, frozen=True, kw_only=True, tag=True):
    """A person listened to a message. `by` as in `PresenceChosen`."""

    recording: str
    by: str = ""


class EndAmended(Happened, frozen=True, kw_only=True, tag=True):
    """A supervisor said how an interruption really ended; the entry of then stays.

    `was` is what the log told. `promise` is set when the promise's end is meant with it, and `state` is that
    end then; entries of before name none (`ends.amended_promise`). `reason` is the store's key of a note.
    """

    call: str
    was: End
    end: End
    reason: str
    promise: int | None = None
    state: PromiseState | None = None
    by: str = ""


class NoteAmended(Happened, frozen=True, kw_only=True, tag=True):
    """A supervisor wrote a note anew: `note` is read as `now` from here on, both are kept.

    `note`, `now` and `reason` are the store's keys of notes, `call` the interruption it is told with.
    """

    call: str
    note: str
    now: str
    reason: str
    by: str = ""


class ThanksGiven(Happened, frozen=True, kw_only=True, tag=True):
    """Somebody was thanked. `to` and `by` as in `PresenceChosen`; `note` the store's key of what was said."""

    to: str
    note: str | None = None
    call: str | None = None
    by: str = ""


class LogOpened(Happened, frozen=True, kw_only=True, tag=True):
    """The supervisor's log was opened with the PIN, or with a wrong one refused (`opened` false)."""

    opened: bool = True
    by: str = ""


class LogExported(Happened, frozen=True, kw_only=True, tag=True):
    """So many rows of the log, names and numbers with them, were written to a file of this format."""

    rows: int
    format: str
    by: str = ""


class ReportSent(Happened, frozen=True, kw_only=True, tag=True):
    """The report of the week that begins on `week` (a Monday) was written to the folder and sent by mail."""

    week: date


class ReportFailed(Happened, frozen=True, kw_only=True, tag=True):
    """The report of that week could not be written or sent; it is tried again. `detail` holds no address."""

    week: date
    detail: str


class RecordsFailed(Happened, frozen=True, kw_only=True, tag=True):
    """Nothing can be written down just now; `detail` says why, for people."""

    detail: str


class RecordsRestored(Happened, frozen=True, kw_only=True, tag=True):
    """Writing works again, and what happened meanwhile has been written."""


class ClockChanged(Happened, frozen=True, kw_only=True, tag=True):
    """The wall clock was set by that many seconds; lengths of time in progress are not changed by it."""

    seconds: float


class Unexpected(Happened, frozen=True, kw_only=True, tag=True):
    """Something came that cannot be: kept for the log, never an error in a caller's ear."""

    what: str
    call: str | None = None


class Ticked(Happened, frozen=True, kw_only=True, tag=True):
    """The time the rules asked to be woken at has come."""


Event = (
    EngineStarted
    | EngineStopped
    | PresenceChosen
    | LineChanged
    | CallRang
    | CallAnswered
    | SayEnded
    | KeyPressed
    | NumberEntered
    | RecordingEnded
    | CallEnded
    | PromiseMade
    | PromiseJoined
    | PromiseEnded
    | AttemptEnded
    | PromisePutOff
    | PromiseClosed
    | MessagePlayed
    | FarEndRang
    | CallTaken
    | CallParked
    | CallResumed
    | CallDropped
    | CallbackBegun
    | ConsultBegun
    | ConsultJoined
    | CallSent
    | TransferEnded
    | NoteAdded
    | HeadsetChanged
    | PromiseClaimed
    | ClaimEnded
    | PromiseRenegotiated
    | CallerTold
    | StillServing
    | MessageTranscribed
    | ContactSaved
    | ContactRemoved
    | ContactsImported
    | NumberForgotten
    | RetentionApplied
    | EndAmended
    | NoteAmended
    | ThanksGiven
    | LogOpened
    | LogExported
    | ReportSent
    | ReportFailed
    | RecordsFailed
    | RecordsRestored
    | ClockChanged
    | Unexpected
    | Ticked
)
