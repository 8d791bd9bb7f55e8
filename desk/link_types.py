"""What engine and windows say to each other: one JSON object a line, typed once.

A client sends a `Request`; each is answered by exactly one `Reply` with the same `id`. After `Watch` the
engine also sends a `Shown` at once and after every change. Names and numbers stand here in clear, for
the person at the desk: the socket is readable by its owner only (mode 0600) and nothing of it is ever
logged.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec

from desk.core.ends import End
from desk.core.model import Outcome, Presence, PromiseState, SideKind, Told, Value
from desk.core.views import ContactView, InterruptionView, PromiseView, View

LONGEST_LINE = 1_000_000
"""Bytes of the longest line either side accepts; a longer one ends the connection."""

Number = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
"""A number every program on the socket can hold."""


class Request(Value, frozen=True, kw_only=True, tag_field="do"):
    """The base of every request. `id` is echoed by its reply; `by` is the person at the window, or empty."""

    id: Number = 0
    by: Annotated[str, msgspec.Meta(max_length=80)] = ""


class Watch(Request, frozen=True, kw_only=True, tag="watch"):
    """Send `Shown` now and after every change."""


class Look(Request, frozen=True, kw_only=True, tag="look"):
    """Reply with the `View` once."""


class ChoosePresence(Request, frozen=True, kw_only=True, tag="presence"):
    """Say what the desk is doing: free, serving or away. Closed cannot be chosen: it follows from the
    hours.
    """

    presence: Presence


class ToggleServing(Request, frozen=True, kw_only=True, tag="toggle_serving"):
    """Serving if it was not, free if it was."""


class NoteAttempt(Request, frozen=True, kw_only=True, tag="attempt"):
    """An attempt to call back ended; REACHED keeps the promise."""

    promise: int
    outcome: Outcome
    note: str = ""


class ClosePromise(Request, frozen=True, kw_only=True, tag="close"):
    """Done: the promise ends as kept, cancelled or answered elsewhere."""

    promise: int
    state: PromiseState = PromiseState.KEPT
    note: str = ""


class PutOff(Request, frozen=True, kw_only=True, tag="later"):
    """Later: pass this promise over for so many minutes (1 to 480)."""

    promise: int
    minutes: int = 10


class TakeCall(Request, frozen=True, kw_only=True, tag="take"):
    """Speak with this caller; a call spoken with now is put on hold. `side` None: what the desk uses."""

    call: str
    side: SideKind | None = None


class ParkCall(Request, frozen=True, kw_only=True, tag="hold"):
    """Put the call on hold."""

    call: str


class ResumeCall(Request, frozen=True, kw_only=True, tag="resume"):
    """Speak with a call on hold again; a call spoken with now is put on hold (swap)."""

    call: str
    side: SideKind | None = None


class DropCall(Request, frozen=True, kw_only=True, tag="hang_up"):
    """Hang up on this call."""

    call: str


class SendCall(Request, frozen=True, kw_only=True, tag="transfer"):
    """Pass the call on to `to`, a number or an extension as written, without asking first."""

    call: str
    to: Annotated[str, msgspec.Meta(max_length=80)]


class Consult(Request, frozen=True, kw_only=True, tag="consult"):
    """Put the call on hold and ask `to` first. The reply's `call` is the call to them."""

    call: str
    to: Annotated[str, msgspec.Meta(max_length=80)]
    side: SideKind | None = None


class JoinConsult(Request, frozen=True, kw_only=True, tag="join"):
    """Pass the call on hold to the colleague being asked by `call`."""

    call: str


class SendKeys(Request, frozen=True, kw_only=True, tag="keys"):
    """Press these keys (0 to 9, *, #) into the call spoken with; they are written nowhere."""

    call: str
    keys: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class CallBack(Request, frozen=True, kw_only=True, tag="call_back"):
    """Call this promise back: claim it, connect our side, dial. `to` is another number, as one heard in its
    message. The reply's `call` is the call.
    """

    promise: int
    to: Annotated[str, msgspec.Meta(max_length=80)] = ""
    side: SideKind | None = None


class Claim(Request, frozen=True, kw_only=True, tag="claim"):
    """Say that you call this promise back now, on another phone."""

    promise: int


class Unclaim(Request, frozen=True, kw_only=True, tag="unclaim"):
    """Give a claim back."""

    promise: int


class Renegotiate(Request, frozen=True, kw_only=True, tag="renegotiate"):
    """Give the promise a new time, `minutes` (1 to 10080) from now or at `at`; `told` says whether the desk
    calls the person by itself and says so.
    """

    promise: int
    minutes: int | None = None
    at: datetime | None = None
    told: Told = Told.NOT_TOLD


class StillServingYes(Request, frozen=True, kw_only=True, tag="still_serving"):
    """Yes, still serving: ask again later."""


class NoteCall(Request, frozen=True, kw_only=True, tag="note"):
    """Write a note to a live call, or to one that has just ended."""

    call: str
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]


class FindContacts(Request, frozen=True, kw_only=True, tag="people"):
    """Reply with the people whose name, company or number has `text`, the best first; all when empty.

    `skip` leaves so many of them out: a window asks for a long list in parts.
    """

    text: Annotated[str, msgspec.Meta(max_length=80)] = ""
    limit: int = 50
    skip: Number = 0
    internal_first: bool = False


class SaveContact(Request, frozen=True, kw_only=True, tag="save_person"):
    """Add (empty id) or change somebody in the people directory. The reply's `contacts` is how it is now."""

    contact: ContactView


class RemoveContact(Request, frozen=True, kw_only=True, tag="remove_person"):
    """Remove somebody from the people directory."""

    contact: str


class ImportContacts(Request, frozen=True, kw_only=True, tag="import_people"):
    """Read a CSV or vCard file (an absolute path on this machine): the reply's `importing` is what would
    change, or has changed when `apply`.
    """

    file: Annotated[str, msgspec.Meta(max_length=4000)]
    apply: bool = False


class ExportContacts(Request, frozen=True, kw_only=True, tag="export_people"):
    """Write the people directory to a file (an absolute path; .csv, or .vcf for vCard 4)."""

    file: Annotated[str, msgspec.Meta(max_length=4000)]


class ForgetNumber(Request, frozen=True, kw_only=True, tag="forget_number"):
    """Reply with what is kept of who has this number, as one writes it; with `apply` it is erased for good.

    Refused by `live` in the reply's `forgetting` while somebody speaks with them, and by its `promises` while
    one is open and `cancel` does not say that it may be cancelled.
    """

    number: Annotated[str, msgspec.Meta(max_length=80)]
    apply: bool = False
    cancel: bool = False


class ListDevices(Request, frozen=True, kw_only=True, tag="devices"):
    """Reply with the sound devices there are, looked for anew."""


class ChooseDevices(Request, frozen=True, kw_only=True, tag="choose_devices"):
    """Speak through these from now on, remembered; None leaves it, empty is the machine's own."""

    microphone: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    speaker: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    ring: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    side: SideKind | None = None


class SetHeadset(Request, frozen=True, kw_only=True, tag="headset"):
    """Mute or unmute the microphone, set the volume (0 to 1); None leaves it."""

    muted: bool | None = None
    volume: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None


class TestHeadset(Request, frozen=True, kw_only=True, tag="test_headset"):
    """Record some seconds of the microphone, then play them back. Refused while somebody is spoken with."""

    __test__ = False  # the name is no test's


class WatchLevels(Request, frozen=True, kw_only=True, tag="levels"):
    """Send `Levels` ten times a second while somebody is spoken with or the headset is tested, or no more."""

    on: bool = True


class PlayMessage(Request, frozen=True, kw_only=True, tag="play"):
    """Play a message on the desk's loudspeaker."""

    recording: str


class StopMessage(Request, frozen=True, kw_only=True, tag="stop_playing"):
    """Stop playing."""


class Practise(Request, frozen=True, kw_only=True, tag="practise"):
    """Let a practice caller ring this line: a real SIP call from a process of its own."""

    press: str = ""
    number: str | None = None
    withhold: bool = False
    hang_up_after: float | None = None


class AskPracticePass(Request, frozen=True, kw_only=True, tag="practice_pass"):
    """Reply with a `PracticePass` for a practice caller that the asker starts itself."""


class ListPromises(Request, frozen=True, kw_only=True, tag="promises"):
    """Reply with promises, open ones unless `all`."""

    all: bool = False


class ListLog(Request, frozen=True, kw_only=True, tag="log"):
    """Reply with the newest interruptions."""

    limit: int = 50


class ReadJournal(Request, frozen=True, kw_only=True, tag="journal"):
    """Reply with journal entries after `after`, oldest first."""

    after: int = 0
    limit: int = 1000


class OpenLog(Request, frozen=True, kw_only=True, tag="open_log"):
    """Open the supervisor's log with the PIN. The reply's `log_door` says where it is read.

    `door` is the `pass_` of a door that was opened before: while it is good the log is opened again without
    the PIN, as after its reader has died. `reader` false is for a command that only corrects: nothing is
    started to read, and the door's `socket` is empty.
    """

    pin: Annotated[str, msgspec.Meta(max_length=40)] = ""
    door: str = ""
    reader: bool = True


class AmendEnd(Request, frozen=True, kw_only=True, tag="amend_end"):
    """Say how an interruption really ended, with the reason. `door` is the `pass_` of the log's door."""

    call: str
    end: End
    reason: Annotated[str, msgspec.Meta(max_length=500)]
    door: str = ""


class AmendNote(Request, frozen=True, kw_only=True, tag="amend_note"):
    """Write a note anew, with the reason. `note` is its key (`log_types.NoteTold`), `door` as above."""

    call: str
    note: str
    text: Annotated[str, msgspec.Meta(max_length=2000)]
    reason: Annotated[str, msgspec.Meta(max_length=500)]
    door: str = ""


class Thank(Request, frozen=True, kw_only=True, tag="thank"):
    """Thank somebody of the desk, for one call (`call`) or for nothing in particular. `door` as above."""

    to: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    text: Annotated[str, msgspec.Meta(max_length=500)] = ""
    call: str | None = None
    door: str = ""


class SayExported(Request, frozen=True, kw_only=True, tag="exported"):
    """Rows of the log were written to a file: the journal is told. `door` as above."""

    rows: Number
    format: Annotated[str, msgspec.Meta(max_length=10)]
    door: str = ""


class StopEngine(Request, frozen=True, kw_only=True, tag="stop"):
    """End the engine in good order."""


AnyRequest = (
    Watch
    | Look
    | ChoosePresence
    | ToggleServing
    | NoteAttempt
    | ClosePromise
    | PutOff
    | PlayMessage
    | StopMessage
    | TakeCall
    | ParkCall
    | ResumeCall
    | DropCall
    | SendCall
    | Consult
    | JoinConsult
    | SendKeys
    | CallBack
    | Claim
    | Unclaim
    | Renegotiate
    | StillServingYes
    | NoteCall
    | FindContacts
    | SaveContact
    | RemoveContact
    | ImportContacts
    | ExportContacts
    | ForgetNumber
    | ListDevices
    | ChooseDevices
    | SetHeadset
    | TestHeadset
    | WatchLevels
    | Practise
    | AskPracticePass
    | ListPromises
    | ListLog
    | ReadJournal
    | OpenLog
    | AmendEnd
    | AmendNote
    | Thank
    | SayExported
    | StopEngine
)


class LogDoor(Value, frozen=True, kw_only=True):
    """Where the log is read: a socket of its own (its owner's only), open while somebody is connected.

    `pass_` is shown with what changes the records; it is worth nothing after twelve hours or a restart.
    """

    socket: str
    pass_: str


class PracticePass(Value, frozen=True, kw_only=True):
    """Where a practice caller calls, the secret by which the line knows it, and the WAV file of what it says.

    Without a file it says a few notes.
    """

    uri: str
    token: str
    voice: str = ""


class ContactChange(Value, frozen=True, kw_only=True):
    """What a file of people changes of one: `before` is None for somebody new."""

    after: ContactView
    before: ContactView | None = None


class Importing(Value, frozen=True, kw_only=True):
    """What a file of people would change, or has changed. `problems` are sentences with the line they are of.

    Lists are cut at 500 entries; the counts are whole.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    changes: tuple[ContactChange, ...] = ()
    problems: tuple[str, ...] = ()
    applied: bool = False


class Forgetting(Value, frozen=True, kw_only=True):
    """What is kept of who has a number, or was until it was `done`.

    `named` is true when a name came with a call, `people` have no other number and go, `others` have one and
    stay, by their `other_numbers`. `calls` are counted and stay, without the number. `promises` are those
    open; `live` is true during a call of theirs.
    """

    known: bool = False
    calls: int = 0
    messages: int = 0
    notes: int = 0
    named: bool = False
    people: int = 0
    others: int = 0
    other_numbers: tuple[str, ...] = ()
    promises: tuple[int, ...] = ()
    live: bool = False
    done: bool = False


class Devices(Value, frozen=True, kw_only=True):
    """The names of the sound devices there are."""

    microphones: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class Reply(Value, frozen=True, kw_only=True, tag_field="say", tag="reply"):
    """The answer to one request. When not `ok`, `happened` and `do` are a sentence each."""

    id: int
    ok: bool = True
    happened: str = ""
    do: str = ""
    view: View | None = None
    promises: tuple[PromiseView, ...] = ()
    log: tuple[InterruptionView, ...] = ()
    journal: tuple[dict[str, Any], ...] = ()
    practice_pass: PracticePass | None = None
    call: str = ""
    contacts: tuple[ContactView, ...] = ()
    importing: Importing | None = None
    devices: Devices | None = None
    forgetting: Forgetting | None = None
    log_door: LogDoor | None = None


class Levels(Value, frozen=True, kw_only=True, tag_field="say", tag="levels"):
    """How loud it is just now, 0 to 1 each: what we say, what we hear."""

    microphone: float = 0.0
    speaker: float = 0.0


class Shown(Value, frozen=True, kw_only=True, tag_field="say", tag="shown"):
    """What the windows show has changed: the whole of it."""

    view: View


class BroughtUp(Value, frozen=True, kw_only=True, tag_field="say", tag="brought_up"):
    """The records of an older program are brought up to date before the engine begins: told instead of
    `Shown`, once a second. `left` is how many more seconds it may take, None while nobody knows.
    """

    percent: int
    left: float | None = None


FromEngine = Reply | Shown | Levels | BroughtUp
