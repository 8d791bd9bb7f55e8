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
    NOT_ALLOWED = "not_allowed"  # outside of the prefixes the settings allow

    @property
    def callable(self) -> bool:
        """True when the desk may call this number back."""
        return self in (Dial.CAN, Dial.EXTENSION)


class Doing(StrEnum):
    """What the other party of a live call hears or does at this moment.

    TAKEN: the person took the call, or is about to make it, and our side (the desk phone) is being connected;
    a call we make is dialled only then. TALKING: with the person. PARKED: put on hold by the person.
    TRANSFERRING: on the way to somebody else. DIALLING and RINGING_THERE: a call we make, before and after
    the far end rings. TELLING: a call we make by ourselves, hearing of a new time.
    """

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
    TAKEN = "taken"
    TALKING = "talking"
    PARKED = "parked"
    TRANSFERRING = "transferring"
    DIALLING = "dialling"
    RINGING_THERE = "ringing_there"
    TELLING = "telling"


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
    """Where a promise stands: open or claimed, or how it ended.

    NOT_REACHED: every attempt the policy asks for was made, and nobody could be reached.
    """

    OPEN = "open"
    CLAIMED = "claimed"
    KEPT = "kept"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"
    CANCELLED = "cancelled"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    NOT_REACHED = "not_reached"


class Outcome(StrEnum):
    """How one attempt to reach somebody ended. VOICEMAIL is only ever said by a person, never guessed."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    FAILED = "failed"
    REFUSED = "refused"


class Told(StrEnum):
    """Whether a caller is told of a promise's new time."""

    BY_CALL = "by_call"
    NOT_TOLD = "not_told"


class SideKind(StrEnum):
    """What the person speaks through."""

    HEADSET = "headset"
    DESK_PHONE = "desk_phone"


class DeskPhoneWay(StrEnum):
    """How a caller comes to the desk phone.

    STAY: the engine calls the phone and stays between the two, so that the windows can hold, swap and pass
    on. HAND_OVER: the phone is rung, and once it is picked up the PBX joins the two (REFER with Replaces; a
    plain REFER where the caller's side cannot be replaced): the windows have nothing to do with them then.
    """

    STAY = "stay"
    HAND_OVER = "hand_over"


class Blocked(StrEnum):
    """What a blocked number meets: refused (SIP 603), or answered with a text and ended."""

    REFUSE = "refuse"
    TEXT = "text"


class Caller(Value, frozen=True, kw_only=True):
    """Who is calling, as far as the rules may know.

    `key` is the store's opaque key of the number (the same number has the same key), None when the
    number was withheld or is none at all. `vip`, `blocked` and `language` (ISO 639, None for the desk's own)
    are what the people directory said when this was made; `internal` is true of a colleague's extension that
    really called from inside.
    """

    key: str | None = None
    dial: Dial = Dial.WITHHELD
    vip: bool = False
    blocked: bool = False
    internal: bool = False
    language: str | None = None


class Call(Value, frozen=True, kw_only=True):
    """One live call. Its `id` never changes, only what it is `doing`.

    `since` is when it began doing that; `deadline` is when the rules next want to act on it.
    `say` numbers the prompts of this call so that the end of an interrupted one is not mistaken for
    the end of the one now playing. `also` are the keys of the other numbers that are the caller's alone
    (see `CallRang`). Until `alert_until` the call sounds at the desk whatever the desk is doing. `number` is
    the one being confirmed for a callback, `recording` the message being made, `recorded` its seconds once it
    is made, `recordings` how many were begun, `promise` the promise this call was given.

    `out` is true of a call we make; `calls_back` is then the promise it is made for, `for_call` the parked
    call about which a colleague is asked first, `tells` the promise whose new time it speaks of.
    `waits_since` is from when the place in line counts: who has a promise has waited since it was made.
    `taken_at` is when the person first took or placed the call, `by` who (the store's key). `sent_to` is whom
    a call is being passed on to, `came_back` why that failed last time. `reached` is true once the two spoke,
    or the caller was passed on to somebody. `hung_up` is true once we hung up on it, `alarmed` once its hold
    was said to be forgotten.
    """

    id: str
    caller: Caller
    also: tuple[str, ...] = ()
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
    out: bool = False
    calls_back: int | None = None
    for_call: str | None = None
    tells: int | None = None
    waits_since: datetime | None = None
    taken_at: datetime | None = None
    by: str = ""
    sent_to: Caller | None = None
    came_back: Outcome | None = None
    reached: bool = False
    hung_up: bool = False
    alarmed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all numbers that who calls is known by, the one they call from first."""
        return () if self.caller.key is None else (self.caller.key, *self.also)


class Side(Value, frozen=True, kw_only=True):
    """The person's own end: what they speak through, and what it is connected with.

    With a desk phone `leg` is the id of our call to it (None while there is none) and `ready` is true once it
    was picked up; until `deadline` it may ring. A headset is always ready. `wants` is the call that is
    connected as soon as the phone is picked up, or dialled then. `leaving` are legs we hung up whose end was
    not told yet. `missed` is why the phone was not picked up when it was last rung, for the windows to say
    until `missed_until`.
    """

    kind: SideKind = SideKind.HEADSET
    leg: str | None = None
    ready: bool = True
    deadline: datetime | None = None
    wants: str | None = None
    leaving: tuple[str, ...] = ()
    missed: Outcome | None = None
    missed_until: datetime | None = None


class Promise(Value, frozen=True, kw_only=True):
    """One callback owed. `promised_by` is None when no clock time was said: "as soon as free".

    `missed` is True when an earlier time passed and the caller, ringing again, was given the present one.
    `claimed_by` is who is calling now (the store's key; "" also while somebody unnamed is), `claimed_until`
    when that claim expires, None without a claim. `picked_up_at` is when the last call back was answered,
    `outcome_of` that call once it has ended, both until somebody says how it went. `cut` is true when the
    line was lost while speaking. `said` is a number heard in the message. `renegotiated` counts new times a
    person gave. `reminded` is true once the desk was told that it is due soon. `attempts` counts tries that
    were far enough apart, `tried_at` is when the last of them was made.
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
    claimed_by: str = ""
    claimed_until: datetime | None = None
    outcome_of: str | None = None
    cut: bool = False
    said: Caller | None = None
    renegotiated: int = 0
    reminded: bool = False
    tried_at: datetime | None = None
    picked_up_at: datetime | None = None


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
    `side` is the person's own end of a conversation. `dialled` are the times of the calls we made in the last
    hour. `still_serving_at` is when a person last said that Serving is meant. `report_sent` is the Monday of
    the last week whose report was sent, None before the first.
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
    side: Side = Side()
    dialled: tuple[datetime, ...] = ()
    still_serving_at: datetime | None = None
    report_sent: date | None = None

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

    def promises_of(self, call: Call) -> tuple[Promise, ...]:
        """The promises of who calls: that of the number they call from first, then of their other numbers."""
        theirs = (p for p in self.promises if p.caller.key in call.keys)
        return tuple(sorted(theirs, key=lambda p: (p.caller.key != call.caller.key, p.id)))


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
    ring_desk: float = 20.0
    ring_there: float = 40.0
    transfer_longest: float = 30.0
    claim_expires: float = 300.0
    retries: int = 3
    retry_after: float = 900.0
    serving_longest: float = 1800.0
    vip_minutes: int = 5
    blocked: Blocked = Blocked.REFUSE
    calls_per_hour: int = 30
    desk_phone_way: DeskPhoneWay = DeskPhoneWay.STAY
    week: tuple[tuple[Span, ...], ...] = ((), (), (), (), (), (), ())
    holidays: tuple[date, ...] = ()
