"""Any calls, keys, hang-ups, crashes and clocks, in any order: what has to be true whatever happens.

The world is played as the channel does it: a prompt can end, a recording can end, a number can come only
where one was asked for; after the desk hung up nothing comes but the end; a recording ends before its call
does. Now and then something impossible comes all the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from desk.core.commands import (
    Answer,
    CollectNumber,
    Command,
    Decide,
    Discard,
    HangUp,
    PlayMusic,
    QuietDesk,
    Record,
    Refuse,
    Remind,
    RingDesk,
    Say,
)
from desk.core.events import (
    AttemptEnded,
    CallAnswered,
    CallEnded,
    CallRang,
    ClockChanged,
    EndedBy,
    EngineStarted,
    Event,
    KeyPressed,
    NumberEntered,
    PresenceChosen,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromisePutOff,
    RecordingEnded,
    RecordingEndedBy,
    RecordsFailed,
    RecordsRestored,
    SayEnded,
    Ticked,
)
from desk.core.hours import is_open
from desk.core.model import Call, Caller, Desk, Dial, Doing, Outcome, Policy, Presence, Promise, PromiseState
from desk.core.next_action import next_action
from desk.core.promises import same_attempt
from desk.core.step import next_deadline, replay, settle, sounds, taken
from tests.core.play import JOURNAL, WITHHELD, local, utc, week

CALLERS = [
    Caller(key="ana", dial=Dial.CAN),
    Caller(key="ben", dial=Dial.CAN),
    Caller(key="ana's mobile", dial=Dial.CAN),
    Caller(key="214", dial=Dial.EXTENSION),
    Caller(key="215", dial=Dial.EXTENSION),
    Caller(key="dear", dial=Dial.PREMIUM),
    Caller(key="6000", dial=Dial.OURS),
    WITHHELD,
]
ALSO: dict[str | None, tuple[str, ...]] = {
    "ana": ("ana's mobile", "dear"),
    "ana's mobile": ("ana", "dear"),
    "dear": ("ana", "ana's mobile"),
}
"""The other numbers of the same person."""
ENTERED = [*CALLERS[:-1], Caller(dial=Dial.NOTHING), Caller(key="12", dial=Dial.INVALID)]

POLICIES = [
    Policy(),
    Policy(week=week("09:00-12:30 13:30-17:00"), time_zone="Europe/Madrid", menu_tries=2, promises_open=1),
    Policy(
        week=week("01:00-02:30", "01:30-03:00", "01:15-02:45"),
        time_zone="Australia/Lord_Howe",
        hold_first_announcement=30,
        urgent_per_hour=1,
        promise_rounding=15,
    ),
    Policy(ring_free=0, ring_serving=0, menu_tries=1, max_calls=2, urgent=False, hold_longest=20),
]
STARTS = [
    utc("2026-03-04 10:00"),
    local("2026-03-06 16:50", "Europe/Madrid"),
    local("2026-10-04 01:40", "Australia/Lord_Howe"),
    local("2026-04-05 01:40", "Australia/Lord_Howe"),
]


class Hearing:
    """What the channel is doing for one live call, from the commands it was given."""

    def __init__(self) -> None:
        self.answered = False
        self.saying: int | None = None
        self.collecting = False
        self.recording: str | None = None
        self.music = False
        self.hung_up = False

    def take(self, command: Command) -> None:
        if isinstance(command, Answer):
            assert not self.answered, "answered twice"
            self.answered = True
            return
        if isinstance(command, HangUp):
            self.hung_up = True
            return
        assert self.answered, f"{command} before the call was answered"
        self.music = False
        if isinstance(command, Say):
            assert command.phrases
            self.saying, self.collecting, self.recording = command.say, False, None
        elif isinstance(command, CollectNumber):
            self.collecting = True
        elif isinstance(command, Record):
            assert self.saying is None, "recorded while something was said"
            self.recording = command.recording
        elif isinstance(command, PlayMusic):
            assert self.saying is None, "music over words"
            self.music = True


class TheDesk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.policy = Policy()
        self.at = STARTS[0]
        self.desk = Desk()
        self.journal: list[Event] = []
        self.written: int | None = None
        self.heard: dict[str, Hearing] = {}
        self.calls = 0
        self.ids: set[int] = set()
        self.recordings: set[str] = set()
        self.deleted: set[str] = set()

    @initialize(policy=st.sampled_from(POLICIES), at=st.sampled_from(STARTS))
    def begins(self, policy: Policy, at: datetime) -> None:
        self.policy, self.at = policy, at
        self.feed(EngineStarted(at=at, version="1", policy=policy))

    # -- one event, and what has to be true of each

    def feed(self, event: Event) -> None:
        event = JOURNAL.decode(msgspec.json.encode(event))
        before_all = self.desk
        said: list[str] = []
        for now, before, after, commands in taken(self.desk, event, self.policy):
            said += [c.call for c in commands if isinstance(c, Say)]
            self.journal.append(now)
            self.desk = after
            self.facts(now, before, after)
            for command in commands:
                self.carried_out(command, now, before, after)
        if not isinstance(event, Ticked):
            assert len(said) == len(set(said)), "the first words are cut short by the second"
        if isinstance(event, CallEnded):
            self.nobody_is_lost(event, before_all)
        if isinstance(event, EngineStarted):
            assert self.desk.calls == ()

    def facts(self, event: Event, before: Desk, after: Desk) -> None:
        if isinstance(event, PromiseMade):
            assert event.promise not in self.ids, "a promise's id was used again"
            self.ids.add(event.promise)
            assert after.promise(event.promise) is not None, "a decision was not taken"
        if isinstance(event, PromiseJoined):
            assert before.promise(event.promise) is not None
        if isinstance(event, PromiseMade | PromiseJoined) and event.promised_by is not None:
            assert before.records_failed is None, "promised while nothing can be written"
            there = event.promised_by.astimezone(ZoneInfo(self.policy.time_zone))
            assert event.promised_by > event.at
            assert is_open(event.promised_by - timedelta(microseconds=1), self.policy)
            assert (there.minute % self.policy.promise_rounding, there.second, there.microsecond) == (0, 0, 0)
            promise = after.promise(event.promise)
            assert promise is not None
            assert promise.caller.dial.callable, "a time was promised that nobody may call at"
        if isinstance(event, EngineStarted):
            self.heard = {}  # the calls are cut; nothing is carried out for them any more
        if isinstance(event, CallEnded):
            self.heard.pop(event.call, None)

    def carried_out(self, command: Command, event: Event, before: Desk, after: Desk) -> None:
        if isinstance(command, RingDesk | QuietDesk | Remind):
            return
        if isinstance(command, Discard):
            kept = [
                r for e in self.journal if isinstance(e, PromiseMade | PromiseJoined) for r in [e.recording]
            ]
            assert command.recording not in kept, "a message that was kept is deleted"
            self.deleted.add(command.recording)
            return
        if isinstance(command, Refuse):
            assert isinstance(event, CallRang)
            assert command.call == event.call
            return
        assert not isinstance(command, Decide)
        assert after.call(command.call) is not None, f"{command} for a call that is not"
        if isinstance(command, Record):
            assert command.recording not in self.recordings, "a recording's name was used again"
            self.recordings.add(command.recording)
        if isinstance(command, Say):
            self.spoken_after_written(command, after)
        self.heard[command.call].take(command)

    def spoken_after_written(self, said: Say, after: Desk) -> None:
        for phrase in said.phrases:
            if phrase.name in ("promise", "promise_already"):
                call = after.call(said.call)
                assert call is not None
                assert call.promise is not None
                written = [
                    e
                    for e in self.journal
                    if isinstance(e, PromiseMade | PromiseJoined) and e.promise == call.promise
                ]
                assert any(e.promised_by == phrase.at for e in written), "spoken, but not written"
                assert any(e.call == said.call for e in written)
                assert phrase.at is not None
                assert phrase.at > self.at - timedelta(minutes=2), "a time that has passed was promised"
            if phrase.name == "read_back":
                assert phrase.number is not None
                assert phrase.number.dial.callable

    def nobody_is_lost(self, event: CallEnded, before: Desk) -> None:
        call = before.call(event.call)
        if call is None or call.promise is not None:
            return
        if event.answered_elsewhere and call.doing in (Doing.RINGING, Doing.ANSWERING):
            assert self.promised(call) == []
            return
        if call.caller.dial.callable:
            given = self.promised(call)
            assert given, f"{call.caller} is owed nothing"
        if call.doing in (Doing.RECORDING, Doing.REVIEWING) and call.recorded > 2:
            assert any(call.recording in p.recordings for p in self.desk.promises), "a message is lost"

    def promised(self, call: Call) -> list[Promise]:
        """What is owed for this call: at its number, the one it gave, or another of theirs."""
        theirs = (*call.keys, call.number and call.number.key)
        return [p for p in self.desk.promises if p.caller.key is not None and p.caller.key in theirs]

    # -- what callers do

    def some_call(self, data: st.DataObject, *doing: Doing) -> Call | None:
        calls = [c for c in self.desk.calls if not doing or c.doing in doing]
        return data.draw(st.sampled_from(calls)) if calls else None

    @rule(caller=st.sampled_from(CALLERS))
    def rings(self, caller: Caller) -> None:
        self.calls += 1
        call = f"c{self.calls}"
        self.heard[call] = Hearing()
        self.feed(CallRang(at=self.at, call=call, caller=caller, also=ALSO.get(caller.key, ())))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data())
    def acknowledges(self, data: st.DataObject) -> None:
        call = self.some_call(data)
        assert call is not None
        if self.heard[call.id].answered:
            self.feed(CallAnswered(at=self.at, call=call.id))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), keys=st.sampled_from(["1", "2", "21", "22", "3", "9", "7", "#", "*"]))
    def presses(self, data: st.DataObject, keys: str) -> None:
        call = self.some_call(data)
        assert call is not None
        if self.heard[call.id].answered:
            for key in keys:
                if not self.heard[call.id].hung_up:
                    self.feed(KeyPressed(at=self.at, call=call.id, key=key))

    @precondition(lambda self: any(h.saying for h in self.heard.values()))
    @rule(data=st.data())
    def hears(self, data: st.DataObject) -> None:
        self.heard_to_the_end(
            data.draw(st.sampled_from([c for c, h in self.heard.items() if h.saying is not None]))
        )

    def heard_to_the_end(self, call: str) -> None:
        hearing = self.heard[call]
        assert hearing.saying is not None
        say, hearing.saying = hearing.saying, None
        self.feed(SayEnded(at=self.at, call=call, say=say))

    @precondition(lambda self: any(h.collecting for h in self.heard.values()))
    @rule(data=st.data(), number=st.sampled_from(ENTERED))
    def enters(self, data: st.DataObject, number: Caller) -> None:
        call = data.draw(st.sampled_from([c for c, h in self.heard.items() if h.collecting]))
        self.heard[call].collecting = False
        self.feed(NumberEntered(at=self.at, call=call, number=number))

    @precondition(lambda self: any(h.recording for h in self.heard.values()))
    @rule(
        data=st.data(),
        seconds=st.sampled_from([0.0, 0.9, 1.0, 2.0, 2.1, 30.0]),
        by=st.sampled_from(RecordingEndedBy),
    )
    def spoke(self, data: st.DataObject, seconds: float, by: RecordingEndedBy) -> None:
        call = data.draw(st.sampled_from([c for c, h in self.heard.items() if h.recording]))
        self.recording_ends(call, seconds, by)
        if by in (RecordingEndedBy.HANG_UP, RecordingEndedBy.LINE):
            ended = EndedBy.CALLER if by is RecordingEndedBy.HANG_UP else EndedBy.LINE
            self.feed(CallEnded(at=self.at, call=call, by=ended))

    def recording_ends(self, call: str, seconds: float, by: RecordingEndedBy) -> None:
        recording = self.heard[call].recording
        assert recording is not None
        self.heard[call].recording = None
        self.feed(RecordingEnded(at=self.at, call=call, recording=recording, seconds=seconds, by=by))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), by=st.sampled_from(EndedBy), elsewhere=st.booleans())
    def hangs_up(self, data: st.DataObject, by: EndedBy, elsewhere: bool) -> None:
        call = self.some_call(data)
        assert call is not None
        if self.heard[call.id].recording is not None:
            self.recording_ends(call.id, 1.5, RecordingEndedBy.HANG_UP)
        self.feed(CallEnded(at=self.at, call=call.id, by=by, answered_elsewhere=elsewhere, reason="487"))

    @precondition(lambda self: any(h.hung_up for h in self.heard.values()))
    @rule(data=st.data())
    def is_gone_after_our_hang_up(self, data: st.DataObject) -> None:
        call = data.draw(st.sampled_from([c for c, h in self.heard.items() if h.hung_up]))
        self.feed(CallEnded(at=self.at, call=call, by=EndedBy.DESK))

    # -- what people at the desk do

    @rule(presence=st.sampled_from(Presence))
    def chooses(self, presence: Presence) -> None:
        self.feed(PresenceChosen(at=self.at, presence=presence, by="Ana"))

    @precondition(lambda self: self.desk.promises)
    @rule(data=st.data(), outcome=st.sampled_from(Outcome))
    def tries(self, data: st.DataObject, outcome: Outcome) -> None:
        promise = data.draw(st.sampled_from(self.desk.promises))
        again = same_attempt(promise, self.at, self.policy)
        self.feed(AttemptEnded(at=self.at, promise=promise.id, outcome=outcome, again=again))

    @rule(promise=st.integers(0, 4), state=st.sampled_from(PromiseState))
    def done(self, promise: int, state: PromiseState) -> None:
        self.feed(PromiseClosed(at=self.at, promise=promise, state=state))

    @rule(promise=st.integers(0, 4), minutes=st.integers(-5, 30))
    def later(self, promise: int, minutes: int) -> None:
        until = self.at + timedelta(minutes=minutes)
        self.feed(PromisePutOff(at=self.at, promise=promise, until=until))

    # -- time, and what goes wrong

    @rule(seconds=st.sampled_from([0.1, 1.0, 4.0, 8.0, 10.0, 20.0, 30.0, 61.0, 181.0, 1000.0, 4000.0]))
    def time_passes(self, seconds: float) -> None:
        until = self.at + timedelta(seconds=seconds)
        for _ in range(400):
            due = next_deadline(self.desk, self.at, self.policy)
            if due is None or due > until:
                self.at = until
                return
            self.at = max(self.at, due)
            self.feed(Ticked(at=self.at))
            for call in [c for c, h in self.heard.items() if h.hung_up and seconds > 60]:
                self.feed(CallEnded(at=self.at, call=call, by=EndedBy.DESK))
            after = next_deadline(self.desk, self.at, self.policy)
            assert after is None or after > self.at, "a tick left something due"
        raise AssertionError("ticking does not get anywhere")

    @rule(late=st.sampled_from([0.0, 5.0, 500.0]))
    def one_late_tick(self, late: float) -> None:
        """A machine that slept: one tick for all that was due meanwhile."""
        self.at += timedelta(seconds=late)
        self.feed(Ticked(at=self.at))

    @rule(seconds=st.sampled_from([-7200.0, -600.0, -3.5, 3.5, 600.0, 7200.0]))
    def the_clock_is_set(self, seconds: float) -> None:
        left = [(c.id, c.deadline and c.deadline - self.at) for c in self.desk.calls]
        self.at += timedelta(seconds=seconds)
        self.feed(ClockChanged(at=self.at, seconds=seconds))
        assert [(c.id, c.deadline and c.deadline - self.at) for c in self.desk.calls] == left

    @rule()
    def records_fail(self) -> None:
        """From now on nothing is written; it is, in order and at once, when that works again."""
        if self.written is None:
            self.written = len(self.journal)
        self.feed(RecordsFailed(at=self.at, detail="the disk is full"))

    @rule()
    def records_work_again(self) -> None:
        self.feed(RecordsRestored(at=self.at))
        self.written = None

    @rule()
    def the_engine_is_killed(self) -> None:
        """What was not written is forgotten; of what was, nothing."""
        spoken = {p.id for p in self.desk.promises if p.promised_by is not None}
        if self.written is not None:
            del self.journal[self.written :]
            self.written = None
            self.ids = {e.promise for e in self.journal if isinstance(e, PromiseMade)}
            self.desk = self.replayed()
        owed = {p.id for p in self.desk.promises}
        assert spoken <= owed | self.ended(), "a promise that was spoken was forgotten"
        cut = [c for c in self.desk.calls if c.promise is None and c.caller.dial.callable]
        self.desk = self.replayed()
        self.feed(EngineStarted(at=self.at, version="1", policy=self.policy))
        assert self.desk.records_failed is None
        assert owed <= {p.id for p in self.desk.promises}, "a promise was forgotten"
        for call in cut:
            assert self.promised(call)

    def ended(self) -> set[int]:
        return {e.promise for e in self.journal if isinstance(e, PromiseEnded)}

    @rule(data=st.data(), key=st.sampled_from("129#"), call=st.sampled_from(["c1", "c2", "c3", "nobody"]))
    def something_impossible(self, data: st.DataObject, key: str, call: str) -> None:
        kinds = ["key", "say", "number", "recording", "ended", "rang", "promise", "answered"]
        kind = data.draw(st.sampled_from(kinds))
        live = self.desk.call(call)
        if kind == "key" and live is None:
            self.feed(KeyPressed(at=self.at, call=call, key=key))
        elif kind == "say":
            self.feed(SayEnded(at=self.at, call=call, say=999))
        elif kind == "number" and (live is None or live.doing is not Doing.ENTERING_NUMBER):
            self.feed(NumberEntered(at=self.at, call=call, number=CALLERS[0]))
        elif kind == "recording":
            self.feed(
                RecordingEnded(at=self.at, call=call, recording="x", seconds=9, by=RecordingEndedBy.HANG_UP)
            )
        elif kind == "ended" and live is None:
            self.feed(CallEnded(at=self.at, call=call, by=EndedBy.CALLER))
        elif kind == "rang" and live is not None:
            self.feed(CallRang(at=self.at, call=call, caller=CALLERS[1]))
        elif kind == "promise":
            self.feed(PromiseEnded(at=self.at, promise=99, state=PromiseState.KEPT))
        elif kind == "answered":
            self.feed(CallAnswered(at=self.at, call="nobody"))

    # -- what is always true

    def replayed(self) -> Desk:
        text = [msgspec.json.encode(e) for e in self.journal]
        return replay(Desk(), (JOURNAL.decode(t) for t in text), self.policy)

    @invariant()
    def replaying_the_journal_gives_this_desk(self) -> None:
        again, here = self.replayed(), replace(self.desk, records_failed=None)
        for field in Desk.__struct_fields__:
            assert (field, getattr(again, field)) == (field, getattr(here, field))

    @invariant()
    def the_desk_survives_its_snapshot(self) -> None:
        assert msgspec.json.decode(msgspec.json.encode(self.desk), type=Desk) == self.desk

    @invariant()
    def one_open_promise_a_number(self) -> None:
        keys = [p.caller.key for p in self.desk.promises if p.caller.key is not None]
        assert len(keys) == len(set(keys))
        assert len({p.id for p in self.desk.promises}) == len(self.desk.promises)

    @invariant()
    def whom_we_owe_may_be_called_or_left_a_message(self) -> None:
        assert all(p.caller.dial.callable or p.recordings for p in self.desk.promises)

    @invariant()
    def no_live_call_waits_for_nothing(self) -> None:
        for call in self.desk.calls:
            hearing = self.heard[call.id]
            waits = (
                call.deadline is not None
                or hearing.saying is not None
                or hearing.collecting
                or hearing.recording is not None
            )
            assert waits, f"{call} is left in silence"
            if call.doing is Doing.HOLDING:
                assert call.deadline is not None
                assert hearing.saying is not None or hearing.music
            if call.doing is Doing.RECORDING and hearing.saying is None:
                assert hearing.recording == call.recording

    @invariant()
    def no_more_calls_than_allowed(self) -> None:
        assert len(self.desk.calls) <= self.policy.max_calls

    @invariant()
    def what_is_due_is_done_by_one_tick(self) -> None:
        due = next_deadline(self.desk, self.at, self.policy)
        if due is not None and due <= self.at:
            after, _, _ = settle(self.desk, Ticked(at=self.at), self.policy)
            again = next_deadline(after, self.at, self.policy)
            assert again is None or again > self.at

    @invariant()
    def there_is_always_one_next_action(self) -> None:
        action = next_action(self.desk, self.at, self.policy)
        call = self.desk.call(action.call) if action.call is not None else None
        if any(c.doing is Doing.HOLDING for c in self.desk.calls):
            assert call is not None
            assert call.doing is Doing.HOLDING
        elif call is not None:
            assert call.doing is Doing.RINGING
            assert call.met is Presence.FREE
        if action.promise is not None:
            assert self.desk.promise(action.promise) is not None

    @invariant()
    def serving_is_still(self) -> None:
        sound = sounds(self.desk, self.at)
        if sound is not None and not sound.urgent:
            assert self.desk.chosen is Presence.FREE

    def teardown(self) -> None:
        """Left alone, every call comes to its end, and then nothing is due that nobody waits for."""
        for _ in range(300):
            if not self.desk.calls:
                return
            for call, hearing in list(self.heard.items()):
                if hearing.hung_up:
                    self.feed(CallEnded(at=self.at, call=call, by=EndedBy.DESK))
                elif hearing.saying is not None:
                    self.heard_to_the_end(call)
                elif hearing.collecting:
                    hearing.collecting = False
                    self.feed(NumberEntered(at=self.at, call=call, number=Caller(dial=Dial.NOTHING)))
                elif hearing.recording is not None:
                    self.recording_ends(call, 0.0, RecordingEndedBy.LONGEST)
            self.time_passes(8)
        raise AssertionError("a silent caller is never let go")


TestTheDesk = pytest.mark.timeout(300)(TheDesk.TestCase)
TestTheDesk.settings = settings(
    max_examples=150,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
