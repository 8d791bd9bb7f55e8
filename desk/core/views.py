"""What the windows, the command line and the log are shown, as values.

Names and numbers stand here in clear, for the person at the desk; nothing of it is ever logged.
"""

from __future__ import annotations

from datetime import datetime

from desk.core.model import Choice, Dial, Doing, LineState, Outcome, Presence, PromiseState, Value, Why
from desk.core.next_action import NextAction


class CallView(Value, frozen=True, kw_only=True):
    """A live call as the windows show it. `since` is when it began `doing` that."""

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


class PromiseView(Value, frozen=True, kw_only=True):
    """A promise as the windows and the command line show it."""

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


class InterruptionView(Value, frozen=True, kw_only=True):
    """One row of the log: a call from ring to end."""

    call: str
    at: datetime
    met: Presence
    number: str | None = None
    name: str | None = None
    chose: Choice | None = None
    ended_at: datetime | None = None
    end: str = ""
    promise: int | None = None


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
    """Everything the strip and the desk show, whole; a window draws only what differs from the last one."""

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
    warn_before: float = 300.0
    hold_alarm: float = 60.0
    troubles: tuple[Trouble, ...] = ()
    playing: str | None = None
    practising: bool = False
    desk_rings: bool = False
    urgent_rings: bool = False
    garbage: int = 0
    refused: int = 0
