"""What the windows, the command line and the log are shown, as values.

Names and numbers stand here in clear, for the person at the desk; nothing of it is ever logged.
"""

from __future__ import annotations

from datetime import datetime

from desk.core.model import (
    Choice,
    Dial,
    Doing,
    LineState,
    Outcome,
    Presence,
    PromiseState,
    SideKind,
    Told,
    Value,
    Why,
)
from desk.core.next_action import NextAction


class ContactView(Value, frozen=True, kw_only=True):
    """Somebody in the people directory. `numbers` are E.164 or an extension's digits, the first is dialled.

    `id` is its key in the store, empty for somebody not saved yet; `language` is ISO 639 or empty.
    """

    id: str = ""
    name: str = ""
    company: str = ""
    numbers: tuple[str, ...] = ()
    notes: str = ""
    language: str = ""
    vip: bool = False
    blocked: bool = False
    internal: bool = False


class ContactedView(Value, frozen=True, kw_only=True):
    """One earlier contact with us: a call that came in, or one of ours.

    `end` is how it ended (as in `InterruptionView`, or an `Outcome`), `note` what was written about it.
    """

    at: datetime
    out: bool = False
    end: str = ""
    note: str = ""
    by: str = ""


class CallView(Value, frozen=True, kw_only=True):
    """A live call as the windows show it. `since` is when it began `doing` that.

    `contacts` are all who are known under the number (two people may share one), `before` the last three
    contacts, newest first, `promise` the open promise of who calls, `notes` what was written during this
    call. `out` is true of a call we make, `calls_back` and `for_call` as in `model.Call`. `by` is the name of
    who took or made it. `sent_to` names whom it is being passed on to, `came_back` why that failed last time.
    """

    id: str
    doing: Doing
    since: datetime
    began_at: datetime
    met: Presence
    number: str | None = None
    name: str | None = None
    dial: Dial = Dial.WITHHELD
    place: int | None = None
    held_since: datetime | None = None
    urgent: bool = False
    breaks_through: bool = False
    choice: Choice | None = None
    out: bool = False
    vip: bool = False
    internal: bool = False
    contacts: tuple[ContactView, ...] = ()
    before: tuple[ContactedView, ...] = ()
    notes: tuple[str, ...] = ()
    promise: int | None = None
    promised_by: datetime | None = None
    calls_back: int | None = None
    for_call: str | None = None
    taken_at: datetime | None = None
    by: str = ""
    sent_to: str = ""
    came_back: Outcome | None = None


class AttemptView(Value, frozen=True, kw_only=True):
    """One attempt to call back."""

    at: datetime
    outcome: Outcome
    by: str = ""
    note: str = ""


class MessageView(Value, frozen=True, kw_only=True):
    """A recorded message: `file` is its WAV in the data folder."""

    id: str
    seconds: float
    at: datetime
    file: str
    played: bool = False
    words: str = ""  # what a machine wrote down of it, empty while nothing did
    said_number: str | None = None


class PromiseView(Value, frozen=True, kw_only=True):
    """A promise as the windows and the command line show it. `erased` as in `InterruptionView`."""

    id: int
    why: Why
    state: PromiseState
    created_at: datetime
    number: str | None = None
    name: str | None = None
    dial: Dial = Dial.WITHHELD
    promised_by: datetime | None = None
    attempts: tuple[AttemptView, ...] = ()
    messages: tuple[MessageView, ...] = ()
    breaks_through: bool = False
    put_off_until: datetime | None = None
    note: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""
    vip: bool = False
    internal: bool = False
    contacts: tuple[ContactView, ...] = ()
    before: tuple[ContactedView, ...] = ()
    claimed_by: str = ""
    claimed_until: datetime | None = None
    outcome_wanted: bool = False
    cut: bool = False
    attempts_left: int | None = None
    broken: bool = False
    renegotiated: int = 0
    told: Told | None = None
    told_outcome: Outcome | None = None
    erased: bool = False


class HeadsetView(Value, frozen=True, kw_only=True):
    """The headset. `microphone`, `speaker` and `ring` are the devices' names, empty for the machine's own.

    `problem` and `do` are a sentence each when it cannot be spoken through. `volume` is 0 to 1.
    """

    ready: bool = False
    microphone: str = ""
    speaker: str = ""
    ring: str = ""
    muted: bool = False
    volume: float = 1.0
    testing: bool = False
    problem: str = ""
    do: str = ""


class SideView(Value, frozen=True, kw_only=True):
    """What the person speaks through. `rings` is true while the desk phone rings to be picked up.

    `desk_phone` is true when one is set up, `used` what taking a call uses now.
    """

    used: SideKind = SideKind.HEADSET
    desk_phone: bool = False
    rings: bool = False
    picked_up: bool = False
    headset: HeadsetView = HeadsetView()


class InterruptionView(Value, frozen=True, kw_only=True):
    """One row of the log: a call from ring to end. `erased` is true when there was a number, erased since."""

    call: str
    at: datetime
    met: Presence
    number: str | None = None
    name: str | None = None
    chose: Choice | None = None
    ended_at: datetime | None = None
    end: str = ""
    promise: int | None = None
    erased: bool = False


class ThanksView(Value, frozen=True, kw_only=True):
    """Somebody was thanked: `name` by `by`, with what was said. `id` is the journal's entry."""

    id: int
    name: str
    at: datetime
    text: str = ""
    by: str = ""


class Trouble(Value, frozen=True, kw_only=True):
    """Something is wrong: one sentence what happened, one what to do, details to copy."""

    what: str
    happened: str
    do: str
    detail: str = ""


class LineView(Value, frozen=True, kw_only=True):
    """The phone line. `address` is where it listens (host:port), `practice` whether it is loopback only."""

    state: LineState
    detail: str = ""
    since: datetime | None = None
    address: str = ""
    practice: bool = False


class View(Value, frozen=True, kw_only=True):
    """Everything the strip and the desk show, whole; a window draws only what differs from the last one.

    `new_times` are the next quarter hours inside the opening hours: what a new time is offered from.
    `still_serving_since` is set while the person is to be asked whether Serving is still meant, `thanks` are
    those of today.
    """

    at: datetime
    desk_name: str
    company: str
    language: str
    time_zone: str
    people: tuple[str, ...]
    state: Presence
    chosen: Presence
    since: datetime | None
    by: str
    line: LineView
    calls: tuple[CallView, ...]
    next: NextAction
    promises: tuple[PromiseView, ...]
    country: str = "US"
    opens_at: datetime | None = None
    new_times: tuple[datetime, ...] = ()
    warn_before: float = 300.0
    hold_alarm: float = 60.0
    troubles: tuple[Trouble, ...] = ()
    playing: str | None = None
    practising: bool = False
    desk_rings: bool = False
    side: SideView = SideView()
    still_serving_since: datetime | None = None
    thanks: tuple[ThanksView, ...] = ()
    garbage: int = 0
    refused: int = 0
