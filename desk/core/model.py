"""What the desk knows: frozen values and enums with the field's own words.

Nothing here does anything. The rules that turn one desk into the next are in `step.py` and the files
beside it. Times are aware `datetime`s in UTC; lengths of time are seconds unless the name says minutes.

A caller's number never stands in these values: a `Caller` carries the opaque key under which the store
keeps it, so that a person can be forgotten while the journal stays whole.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The base of every frozen value that is journaled or sent."""


class Presence(StrEnum):
    """What the desk is doing for visitors, which decides how a call is met."""

    FREE = "free"
    SERVING = "serving"
    AWAY = "away"
    CLOSED = "closed"


class LineState(StrEnum):
    """What the phone line is doing, as a person would say it."""

    STARTING = "starting"
    REGISTERING = "registering"
    READY = "ready"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    DOWN = "down"


class Dial(StrEnum):
    """Whether a number may be called back, and if not, why."""

    CAN = "can"
    EXTENSION = "extension"
    WITHHELD = "withheld"
    EMERGENCY = "emergency"
    PREMIUM = "premium"
    OURS = "ours"
    INVALID = "invalid"
    NOTHING = "nothing"

    @property
    def callable(self) -> bool:
        """True when the desk may call this number back."""
        return self in (Dial.CAN, Dial.EXTENSION)


class Doing(StrEnum):
    """What a live caller hears or does at this moment."""

    RINGING = "ringing"
    ANSWERING = "answering"
    GREETING = "greeting"
    CHOOSING = "choosing"
    CONFIRMING_NUMBER = "confirming_number"
    ENTERING_NUMBER = "entering_number"
    REFUSED_NUMBER = "refused_number"
    RECORDING = "recording"
    REVIEWING = "reviewing"
    HOLDING = "holding"
    LEAVING = "leaving"


class Choice(StrEnum):
    """What the caller chose by key, the last choice standing."""

    HOLD = "hold"
    CALLBACK = "callback"
    MESSAGE = "message"
    URGENT = "urgent"


class Why(StrEnum):
    """Why a callback is owed."""

    ASKED = "asked"
    HUNG_UP = "hung_up"
    HOLD_TOO_LONG = "hold_too_long"
    MESSAGE = "message"
    LINE_LOST = "line_lost"


class PromiseState(StrEnum):
    """Where a promise stands: open or claimed, or how it ended."""

    OPEN = "open"
    CLAIMED = "claimed"
    KEPT = "kept"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"
    CANCELLED = "cancelled"
    ANSWERED_ELSEWHERE = "answered_elsewhere"


class Outcome(StrEnum):
    """How one attempt to call back ended."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    FAILED = "failed"


class Caller(Value, frozen=True, kw_only=True):
    """Who is calling, as far as the rules may know.

    `key` is the store's opaque key of the number (the same number has the same key), None when the
    number was withheld or is none at all.
    """

    key: str | None = None
    dial: Dial = Dial.WITHHELD


class Call(Value, frozen=True, kw_only=True):
    """One live call. Its `id` never changes, only what it is `doing`.

    `since` is when it began doing that; `deadline` is when the rules next want to act on it.
    `say` numbers the prompts of this call so that the end of an interrupted one is not mistaken for
    the end of the one now playing. Until `alert_until` the call sounds at the desk whatever the desk is
    doing. `number` is the one being confirmed for a callback, `recording` the message being made,
    `recorded` its seconds once it is made, `recordings` how many were begun, `promise` the promise this
    call was given.
    """

    id: str
    caller: Caller
    began_at: datetime
    since: datetime
    met: Presence
    doing: Doing = Doing.RINGING
    deadline: datetime | None = None
    say: int = 0
    tries: int = 0
    choice: Choice | None = None
    held_since: datetime | None = None
    place_said: int = 0
    place_due: datetime | None = None
    offer_due: datetime | None = None
    urgent: bool = False
    breaks_through: bool = False
    alert_until: datetime | None = None
    number: Caller | None = None
    number_why: Why = Why.ASKED
    recording: str | None = None
    recordings: int = 0
    recorded: float = 0.0
    promise: int | None = None


class Promise(Value, frozen=True, kw_only=True):
    """One callback owed. `promised_by` is None when no clock time was said: "as soon as free".

    `missed` is True when an earlier time passed and the caller, ringing again, was given the present one.
    """

    id: int
    caller: Caller
    why: Why
    created_at: datetime
    promised_by: datetime | None = None
    state: PromiseState = PromiseState.OPEN
    attempts: int = 0
    call: str | None = None
    recordings: tuple[str, ...] = ()
    breaks_through: bool = False
    put_off_until: datetime | None = None
    missed: bool = False


class Ring(Value, frozen=True, kw_only=True):
    """When a number last rang us: what "third call in five minutes" and "urgent per hour" are read from."""

    key: str
    at: datetime
    urgent: bool = False


class Line(Value, frozen=True, kw_only=True):
    """The state of the phone line with a sentence for people."""

    state: LineState = LineState.STARTING
    detail: str = ""
    since: datetime | None = None


class Desk(Value, frozen=True, kw_only=True):
    """Everything the rules know at one moment.

    `chosen` is what the person chose, `chosen_by` the store's key of that person, empty when nobody was
    named; whether the desk is closed follows from the hours.
    `records_failed` says in words why nothing can be written just now, None when all is well.
    `next_promise` is the id the next promise will have, `policy` the numbers in force since the engine
    started: what was decided then is understood by them when it is replayed.
    """

    chosen: Presence = Presence.FREE
    chosen_since: datetime | None = None
    chosen_by: str = ""
    line: Line = Line()
    calls: tuple[Call, ...] = ()
    promises: tuple[Promise, ...] = ()
    rings: tuple[Ring, ...] = ()
    next_promise: int = 1
    records_failed: str | None = None
    policy: Policy | None = None

    def call(self, id: str) -> Call | None:
        """The live call of that id, or None."""
        return next((c for c in self.calls if c.id == id), None)

    def promise(self, id: int) -> Promise | None:
        """The open or claimed promise of that id, or None."""
        return next((p for p in self.promises if p.id == id), None)

    def promise_to(self, caller: Caller | None) -> Promise | None:
        """The promise this number already has, or None."""
        if caller is None or caller.key is None:
            return None
        return next((p for p in self.promises if p.caller.key == caller.key), None)


class Span(Value, frozen=True, kw_only=True):
    """Opening hours of one stretch of a day: minutes after local midnight, `end` not included."""

    start: int
    end: int


class Policy(Value, frozen=True, kw_only=True):
    """The numbers the rules go by; each is an option of the settings (see `config`).

    Seconds unless the name says minutes. `week` has seven entries, Monday first; a week of seven empty
    entries means no hours were set: always open.
    """

    time_zone: str = "UTC"
    max_calls: int = 60
    ring_free: float = 20.0
    ring_serving: float = 4.0
    menu_wait: float = 8.0
    menu_tries: int = 3
    message_longest: float = 120.0
    hold_first_announcement: float = 10.0
    hold_announcement: float = 30.0
    hold_alarm: float = 60.0
    hold_longest: float = 180.0
    promise_minutes: int = 15
    promise_rounding: int = 5
    promises_open: int = 8
    warn_before: float = 300.0
    urgent: bool = True
    urgent_per_hour: int = 2
    week: tuple[tuple[Span, ...], ...] = ((), (), (), (), (), (), ())
    holidays: tuple[date, ...] = ()
