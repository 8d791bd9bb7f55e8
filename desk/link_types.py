"""What engine and windows say to each other: one JSON object a line, typed once.

A client sends a `Request`; each is answered by exactly one `Reply` with the same `id`. After `Watch` the
engine also sends a `Shown` at once and after every change. Names and numbers stand here in clear, for
the person at the desk: the socket is readable by its owner only (mode 0600) and nothing of it is ever
logged.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from desk.core.model import Outcome, Presence, PromiseState, Value
from desk.core.views import InterruptionView, PromiseView, View

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
    | Practise
    | AskPracticePass
    | ListPromises
    | ListLog
    | ReadJournal
    | StopEngine
)


class PracticePass(Value, frozen=True, kw_only=True):
    """Where a practice caller calls, the secret by which the line knows it, and the WAV file of what it says.

    Without a file it says a few notes.
    """

    uri: str
    token: str
    voice: str = ""


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


class Shown(Value, frozen=True, kw_only=True, tag_field="say", tag="shown"):
    """What the windows show has changed: the whole of it."""

    view: View


FromEngine = Reply | Shown
