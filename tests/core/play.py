"""Plays calls against the rules: each method is one thing that happens, said as people say it.

`Play` keeps the time, the journal and what was asked of the world. Nothing of the world is imitated beyond
that: a prompt ends when the test says `hears`, a recording when it says `spoke`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from desk.core.commands import Command, Phrase, QuietDesk, Refuse, RingDesk, Say
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
    ConsultBegun,
    ConsultJoined,
    EndedBy,
    EngineStarted,
    Event,
    FarEndRang,
    KeyPressed,
    NumberEntered,
    PresenceChosen,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    RecordingEnded,
    RecordingEndedBy,
    RecordsFailed,
    RecordsRestored,
    SayEnded,
    Ticked,
    TransferEnded,
    Unexpected,
)
from desk.core.model import (
    Call,
    Caller,
    Desk,
    Dial,
    Doing,
    Outcome,
    Policy,
    Presence,
    Promise,
    SideKind,
    Span,
)
from desk.core.step import next_deadline, replay, settle

JOURNAL = msgspec.json.Decoder(Event)

ANA = Caller(key="ana", dial=Dial.CAN)
BEN = Caller(key="ben", dial=Dial.CAN)
CLEO = Caller(key="cleo", dial=Dial.CAN)
COLLEAGUE = Caller(key="214", dial=Dial.EXTENSION)
WITHHELD = Caller()
PREMIUM = Caller(key="premium", dial=Dial.PREMIUM)
NONE = Caller(dial=Dial.NOTHING)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(text: str, zone: str, fold: int = 0) -> datetime:
    """A wall-clock time of that zone, in UTC."""
    there = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return there.astimezone(UTC)


def span(text: str) -> Span:
    """The span "09:00-17:00"."""
    start, end = (int(t[:2]) * 60 + int(t[3:]) for t in text.split("-"))
    return Span(start=start, end=end)


def week(weekdays: str, saturday: str = "", sunday: str = "") -> tuple[tuple[Span, ...], ...]:
    """Opening hours: "09:00-12:30 13:30-17:00" on weekdays."""
    days = [weekdays] * 5 + [saturday, sunday]
    return tuple(tuple(span(s) for s in day.split()) for day in days)


NINE_TO_FIVE = week("09:00-17:00")
CHRISTMAS = date(2026, 12, 25)


class Play:
    """One desk, played. The 4th of March 2026 is a Wednesday."""

    def __init__(self, policy: Policy | None = None, at: str | datetime = "2026-03-04 10:00") -> None:
        self.policy = policy or Policy()
        self.at = utc(at) if isinstance(at, str) else at
        self.desk = Desk()
        self.journal: list[Event] = []
        self.last: tuple[Command, ...] = ()
        self.commands: list[Command] = []

    def feed(self, event: Event) -> Play:
        """What happened, through JSON as the journal has it."""
        event = JOURNAL.decode(msgspec.json.encode(event))
        self.desk, events, self.last = settle(self.desk, event, self.policy)
        self.journal += events
        self.commands += self.last
        return self

    # -- time

    def after(self, seconds: float) -> Play:
        """Time passes, with a tick whenever the rules wanted one."""
        until = self.at + timedelta(seconds=seconds)
        said: tuple[Command, ...] = ()
        for _ in range(500):
            due = next_deadline(self.desk, self.at, self.policy)
            if due is None or due > until:
                self.at = until
                self.last = said
                return self
            self.at = max(self.at, due)
            self.feed(Ticked(at=self.at))
            said += self.last
        raise AssertionError("ticking does not get anywhere")

    # -- the desk

    def is_(self, presence: Presence) -> Play:
        return self.feed(PresenceChosen(at=self.at, presence=presence))

    def records_fail(self) -> Play:
        return self.feed(RecordsFailed(at=self.at, detail="the disk is full"))

    def records_work_again(self) -> Play:
        return self.feed(RecordsRestored(at=self.at))

    def engine_is_killed(self) -> Play:
        """What is known afterwards is what the journal says; then the engine starts."""
        again = [JOURNAL.decode(msgspec.json.encode(e)) for e in self.journal]
        self.desk = replay(Desk(), again, self.policy)
        return self.feed(EngineStarted(at=self.at, version="1", policy=self.policy))

    # -- the caller

    def rings(self, call: str = "A", caller: Caller = ANA, also: tuple[str, ...] = ()) -> Play:
        return self.feed(CallRang(at=self.at, call=call, caller=caller, also=also))

    def acknowledges(self, call: str = "A") -> Play:
        return self.feed(CallAnswered(at=self.at, call=call))

    def hears(self, call: str = "A") -> Play:
        """What is being said to this caller is heard to its end."""
        return self.feed(SayEnded(at=self.at, call=call, say=self.call(call).say))

    def presses(self, keys: str, call: str = "A") -> Play:
        for key in keys:
            self.feed(KeyPressed(at=self.at, call=call, key=key))
        return self

    def enters(self, number: Caller, call: str = "A") -> Play:
        return self.feed(NumberEntered(at=self.at, call=call, number=number))

    def spoke(self, seconds: float, call: str = "A", by: RecordingEndedBy = RecordingEndedBy.KEY) -> Play:
        recording = self.call(call).recording
        assert recording is not None
        return self.feed(RecordingEnded(at=self.at, call=call, recording=recording, seconds=seconds, by=by))

    def hangs_up(self, call: str = "A", by: EndedBy = EndedBy.CALLER, elsewhere: bool = False) -> Play:
        return self.feed(CallEnded(at=self.at, call=call, by=by, answered_elsewhere=elsewhere))

    def is_greeted(self, call: str = "A", caller: Caller = ANA, also: tuple[str, ...] = ()) -> Play:
        """Rings until greeted, and hears the greeting to its end."""
        self.rings(call, caller, also)
        if self.call(call).doing is Doing.RINGING:
            deadline = self.call(call).deadline
            assert deadline is not None
            self.after((deadline - self.at).total_seconds())
        return self.acknowledges(call).hears(call)

    def holds(self, call: str = "A", caller: Caller = ANA, also: tuple[str, ...] = ()) -> Play:
        return self.is_greeted(call, caller, also).presses("1", call)

    # -- the person and the live call

    def takes(self, call: str = "A", side: SideKind = SideKind.HEADSET, leg: str | None = None) -> Play:
        return self.feed(CallTaken(at=self.at, call=call, side=side, leg=leg, by="Ana"))

    def parks(self, call: str = "A") -> Play:
        return self.feed(CallParked(at=self.at, call=call, by="Ana"))

    def resumes(self, call: str = "A", side: SideKind = SideKind.HEADSET, leg: str | None = None) -> Play:
        return self.feed(CallResumed(at=self.at, call=call, side=side, leg=leg, by="Ana"))

    def drops(self, call: str = "A") -> Play:
        return self.feed(CallDropped(at=self.at, call=call, by="Ana"))

    def calls_back(
        self,
        call: str = "O",
        promise: int = 1,
        to: Caller | None = None,
        side: SideKind = SideKind.HEADSET,
        leg: str | None = None,
        by: str = "Ana",
    ) -> Play:
        return self.feed(
            CallbackBegun(at=self.at, promise=promise, call=call, to=to, side=side, leg=leg, by=by)
        )

    def rings_there(self, call: str = "O") -> Play:
        return self.feed(FarEndRang(at=self.at, call=call))

    def picks_up(self, call: str = "O") -> Play:
        return self.feed(CallAnswered(at=self.at, call=call))

    def ends(self, call: str = "O", outcome: Outcome | None = None, by: EndedBy = EndedBy.CALLER) -> Play:
        return self.feed(CallEnded(at=self.at, call=call, by=by, outcome=outcome))

    def consults(
        self,
        to: Caller = COLLEAGUE,
        call: str = "C",
        about: str = "A",
        side: SideKind = SideKind.HEADSET,
        leg: str | None = None,
    ) -> Play:
        return self.feed(
            ConsultBegun(at=self.at, call=call, for_call=about, to=to, side=side, leg=leg, by="Ana")
        )

    def joins(self, call: str = "C") -> Play:
        return self.feed(ConsultJoined(at=self.at, call=call, by="Ana"))

    def sends(self, to: Caller = COLLEAGUE, call: str = "A") -> Play:
        return self.feed(CallSent(at=self.at, call=call, to=to, by="Ana"))

    def transfer_ends(self, outcome: Outcome, call: str = "A") -> Play:
        return self.feed(TransferEnded(at=self.at, call=call, outcome=outcome))

    # -- what can be seen

    def call(self, call: str = "A") -> Call:
        found = self.desk.call(call)
        assert found is not None, f"{call} is gone"
        return found

    def doing(self, call: str = "A") -> Doing | None:
        found = self.desk.call(call)
        return None if found is None else found.doing

    def phrases(self, call: str = "A") -> list[Phrase]:
        """What this caller was told by the last thing that happened."""
        return [p for c in self.last if isinstance(c, Say) and c.call == call for p in c.phrases]

    def told(self, call: str = "A") -> list[str]:
        return [p.name for p in self.phrases(call)]

    @property
    def promise(self) -> Promise:
        """The one open promise."""
        (found,) = self.desk.promises
        return found

    def promise_of(self, key: str) -> Promise:
        (found,) = (p for p in self.desk.promises if p.caller.key == key)
        return found

    @property
    def made(self) -> list[PromiseMade]:
        return [e for e in self.journal if isinstance(e, PromiseMade)]

    @property
    def joined(self) -> list[PromiseJoined]:
        return [e for e in self.journal if isinstance(e, PromiseJoined)]

    @property
    def ended(self) -> list[PromiseEnded]:
        return [e for e in self.journal if isinstance(e, PromiseEnded)]

    @property
    def tried(self) -> list[AttemptEnded]:
        return [e for e in self.journal if isinstance(e, AttemptEnded)]

    @property
    def unexpected(self) -> list[Unexpected]:
        return [e for e in self.journal if isinstance(e, Unexpected)]

    @property
    def sound(self) -> str:
        """What the desk sounds like: "", "ring", "urgent" or "alarm"."""
        for command in reversed(self.commands):
            if isinstance(command, QuietDesk):
                return ""
            if isinstance(command, RingDesk):
                return "urgent" if command.urgent else "alarm" if command.alarm else "ring"
        return ""

    @property
    def refused(self) -> list[str]:
        return [c.call for c in self.last if isinstance(c, Refuse)]

    def last_is(self, *kinds: type) -> bool:
        return [type(c) for c in self.last] == list(kinds)


def hours(weekdays: str = "09:00-17:00", zone: str = "UTC", **changes: object) -> Policy:
    policy = Policy(week=week(weekdays), time_zone=zone)
    return replace(policy, **changes)
