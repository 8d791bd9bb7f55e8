"""Any actions on a few live calls, in any order: nobody is without an owner, nobody hears another.

The person takes, parks, resumes, drops, calls back, asks, joins and passes on; callers and colleagues ring,
answer, press and hang up; the desk phone is picked up or not; the engine is killed. `wire.Line` is the
channel: it fails where a real one could not do what was asked.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from desk.core.commands import Dial as DialCommand
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
    ClaimEnded,
    ClockChanged,
    ConsultBegun,
    ConsultJoined,
    EndedBy,
    EngineStarted,
    Event,
    FarEndRang,
    KeyPressed,
    NumberEntered,
    PresenceChosen,
    PromiseClaimed,
    PromiseClosed,
    PromisePutOff,
    PromiseRenegotiated,
    RecordingEnded,
    RecordingEndedBy,
    SayEnded,
    Ticked,
    TransferEnded,
)
from desk.core.model import (
    Blocked,
    Call,
    Caller,
    Desk,
    DeskPhoneWay,
    Dial,
    Doing,
    Outcome,
    Policy,
    Presence,
    PromiseState,
    SideKind,
    Told,
)
from desk.core.next_action import next_action
from desk.core.promises import same_attempt
from desk.core.step import next_deadline, replay, settle, sounds, taken
from tests.core.play import JOURNAL, WITHHELD, utc
from tests.core.wire import Line, Wire

CALLERS = [
    Caller(key="ana", dial=Dial.CAN),
    Caller(key="ben", dial=Dial.CAN, vip=True),
    Caller(key="214", dial=Dial.EXTENSION, internal=True),
    Caller(key="dear", dial=Dial.PREMIUM),
    Caller(key="pest", dial=Dial.CAN, blocked=True),
    WITHHELD,
]
TO = [
    Caller(key="215", dial=Dial.EXTENSION),
    Caller(key="cleo", dial=Dial.CAN),
    Caller(key="dear", dial=Dial.PREMIUM),
]
POLICIES = [
    Policy(),
    Policy(blocked=Blocked.TEXT),
    Policy(desk_phone_way=DeskPhoneWay.HAND_OVER, ring_free=0),
    Policy(calls_per_hour=2, retries=1, claim_expires=30, hold_longest=40, ring_free=0),
]
WITH_PERSON = (Doing.TAKEN, Doing.TALKING, Doing.DIALLING, Doing.RINGING_THERE)
PRESSES = (
    *(Doing.GREETING, Doing.CHOOSING, Doing.HOLDING),
    *(Doing.TAKEN, Doing.PARKED, Doing.TRANSFERRING, Doing.TELLING),
)
SIDES = st.sampled_from(SideKind)
WHO = st.sampled_from(["Ana", "Ben"])
MOST = 4
MOSTLY = st.sampled_from([True] * 9 + [False])


class TheLiveDesk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.policy = Policy()
        self.at: datetime = utc("2026-03-04 10:00")
        self.desk = Desk()
        self.line = Line()
        self.journal: list[Event] = []
        self.names = 0
        self.served: set[str] = set()

    @initialize(policy=st.sampled_from(POLICIES))
    def begins(self, policy: Policy) -> None:
        self.policy = policy
        self.feed(EngineStarted(at=self.at, version="1", policy=policy))

    # -- one event, and what has to be true of each

    def feed(self, event: Event) -> None:
        event = JOURNAL.decode(msgspec.json.encode(event))
        if isinstance(event, TransferEnded) and event.outcome is Outcome.REACHED:
            self.served.add(event.call)
        before_all = self.desk
        for now, before, after, asked in taken(self.desk, event, self.policy):
            self.journal.append(now)
            self.desk = after
            if isinstance(now, CallEnded):
                self.line.ends(now.call)
            if isinstance(now, EngineStarted):
                self.line = Line(gone=self.line.gone | set(self.line.wires))
            for command in asked:
                self.line.take(command)
                if isinstance(command, DialCommand):
                    self.not_too_many(before)
            if self.line.person is not None:
                self.served.add(self.line.person[0])
        if isinstance(event, CallEnded | EngineStarted):
            self.nobody_is_lost()
        if isinstance(event, CallEnded):
            self.who_waited_is_owed(before_all.call(event.call), event)

    def not_too_many(self, before: Desk) -> None:
        lately = [t for t in before.dialled if t > self.at - timedelta(hours=1)]
        last = self.line.dialled[-1]
        assert last.dial is Dial.EXTENSION or len(lately) < self.policy.calls_per_hour, "toll fraud"

    def nobody_is_lost(self) -> None:
        """Whoever rang and is gone was spoken with, passed on, promised something, or cannot be called."""
        live = {c.id for c in self.desk.calls}
        for event in self.journal:
            if not isinstance(event, CallRang) or event.call in live:
                continue
            caller = event.caller
            if not caller.dial.callable or caller.blocked:
                continue
            given = [e for e in self.journal if type(e).__name__ in ("PromiseMade", "PromiseJoined")]
            owed = any(getattr(e, "call", None) == event.call for e in given)
            assert event.call in self.served or owed, f"{event.call} is lost"

    def who_waited_is_owed(self, call: Call | None, event: CallEnded) -> None:
        """Whoever hung up on hold or was cut in the middle is owed a callback."""
        if call is None or call.out or call.caller.blocked or not call.caller.dial.callable:
            return
        cut = call.doing is Doing.TALKING and event.by is EndedBy.LINE
        if cut or call.doing in (Doing.PARKED, Doing.TAKEN, Doing.HOLDING):
            owed = [p for p in self.desk.promises if p.caller in (call.caller, call.number)]
            assert owed or call.promise is not None, f"{call.id} waited for nothing"

    def name(self, kind: str) -> str:
        self.names += 1
        return f"{kind}{self.names}"

    def some(self, data: st.DataObject, *doing: Doing) -> Call | None:
        """Mostly a call that does one of these, now and then any other."""
        fit = [c for c in self.desk.calls if c.doing in doing]
        mostly: bool = data.draw(MOSTLY)
        calls = fit if fit and mostly else list(self.desk.calls)
        return data.draw(st.sampled_from(calls)) if calls else None

    # -- callers

    @precondition(lambda self: len(self.desk.calls) < MOST)
    @rule(caller=st.sampled_from(CALLERS))
    def rings(self, caller: Caller) -> None:
        call = self.name("i")
        self.line.rings(call)
        self.feed(CallRang(at=self.at, call=call, caller=caller))

    @precondition(lambda self: len(self.desk.calls) < MOST)
    @rule(caller=st.sampled_from(CALLERS[:3]))
    def rings_and_holds(self, caller: Caller) -> None:
        call = self.name("i")
        self.line.rings(call)
        self.feed(CallRang(at=self.at, call=call, caller=caller))
        self.time_passes(self.policy.ring_free)
        self.acknowledge(call)
        if self.desk.call(call) is not None:
            self.feed(KeyPressed(at=self.at, call=call, key="1"))

    @precondition(lambda self: len(self.desk.calls) < MOST)
    @rule(caller=st.sampled_from(CALLERS[:3]))
    def rings_and_hangs_up(self, caller: Caller) -> None:
        call = self.name("i")
        self.line.rings(call)
        self.feed(CallRang(at=self.at, call=call, caller=caller))
        self.feed(CallEnded(at=self.at, call=call, by=EndedBy.CALLER))

    @precondition(lambda self: len(self.desk.calls) < MOST)
    @rule(side=SIDES, joins=st.booleans())
    def a_colleague_is_asked(self, side: SideKind, joins: bool) -> None:
        """Straight to where two calls belong together."""
        about = next((c for c in self.desk.calls if c.doing in (Doing.TALKING, Doing.PARKED)), None)
        if about is None:
            return
        call = self.name("o")
        asks = ConsultBegun(
            at=self.at, call=call, for_call=about.id, to=TO[0], side=side, leg=self.name("l"), by="Ana"
        )
        self.feed(asks)
        for wire in [self.line.wires.get(self.desk.side.leg or ""), self.line.wires.get(call)]:
            if wire is not None and not wire.answered:
                wire.answered = True
                self.feed(CallAnswered(at=self.at, call=wire.id))
        wire = self.line.wires.get(call)
        if wire is not None and not wire.answered:
            wire.answered = True
            self.feed(CallAnswered(at=self.at, call=call))
        if joins:
            self.feed(ConsultJoined(at=self.at, call=call, by="Ana"))

    def acknowledge(self, call: str) -> None:
        wire = self.line.wires.get(call)
        if wire is not None and not wire.out and wire.answered and not wire.acknowledged:
            wire.acknowledged = True
            self.feed(CallAnswered(at=self.at, call=call))

    @precondition(lambda self: self.line.wires)
    @rule(data=st.data())
    def acknowledges(self, data: st.DataObject) -> None:
        self.acknowledge(data.draw(st.sampled_from(sorted(self.line.wires))))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), key=st.sampled_from("1239#"))
    def presses(self, data: st.DataObject, key: str) -> None:
        call = self.some(data, *PRESSES)
        assert call is not None
        wire = self.line.wires.get(call.id)
        if wire is not None and wire.answered and not wire.hung_up:
            self.line.presses(call.id)
            self.feed(KeyPressed(at=self.at, call=call.id, key=key))

    def hearing(self, *what: str) -> list[Wire]:
        return [w for w in self.line.wires.values() if w.hears in what and w.acknowledged | w.out]

    @precondition(lambda self: self.hearing("say", "number", "record"))
    @rule(data=st.data())
    def hears_to_the_end(self, data: st.DataObject) -> None:
        self.hear(data.draw(st.sampled_from(self.hearing("say", "number", "record"))))

    def hear(self, wire: Wire) -> None:
        hears, wire.hears = wire.hears, ""
        if hears == "say":
            self.feed(SayEnded(at=self.at, call=wire.id, say=wire.say))
        elif hears == "number":
            self.feed(NumberEntered(at=self.at, call=wire.id, number=TO[1]))
        else:
            self.recorded(wire)

    def recorded(self, wire: Wire) -> None:
        wire.hears = ""
        by = RecordingEndedBy.HANG_UP if wire.id not in self.line.wires else RecordingEndedBy.KEY
        self.feed(RecordingEnded(at=self.at, call=wire.id, recording=wire.recording, seconds=5, by=by))

    # -- the far ends, the desk phone, ends

    @precondition(lambda self: any(w.out and not w.answered for w in self.line.wires.values()))
    @rule(data=st.data(), rings_first=st.booleans())
    def is_picked_up(self, data: st.DataObject, rings_first: bool) -> None:
        wire = data.draw(st.sampled_from([w for w in self.line.wires.values() if w.out and not w.answered]))
        if rings_first:
            self.feed(FarEndRang(at=self.at, call=wire.id))
        if rings_first and data.draw(st.booleans()):
            return
        wire.answered = True
        self.feed(CallAnswered(at=self.at, call=wire.id))

    @precondition(lambda self: self.line.wires)
    @rule(data=st.data(), by=st.sampled_from([EndedBy.CALLER, EndedBy.CALLER, EndedBy.LINE, EndedBy.DESK]))
    def ends(self, data: st.DataObject, by: EndedBy) -> None:
        wire = data.draw(st.sampled_from(sorted(self.line.wires.values(), key=lambda w: w.id)))
        self.end(wire, EndedBy.DESK if wire.hung_up else by)

    @precondition(lambda self: any(w.hung_up for w in self.line.wires.values()))
    @rule()
    def what_was_hung_up_ends(self) -> None:
        for wire in [w for w in self.line.wires.values() if w.hung_up]:
            self.end(wire, EndedBy.DESK)

    def end(self, wire: Wire, by: EndedBy) -> None:
        outcome = None
        if wire.out and not wire.answered:
            outcome = {EndedBy.CALLER: Outcome.BUSY, EndedBy.DESK: Outcome.NO_ANSWER}.get(by)
        self.feed(CallEnded(at=self.at, call=wire.id, by=by, outcome=outcome))

    @precondition(lambda self: any(w.passed_on for w in self.line.wires.values()))
    @rule(data=st.data(), outcome=st.sampled_from(Outcome), ends_first=st.booleans())
    def passing_on_ends(self, data: st.DataObject, outcome: Outcome, ends_first: bool) -> None:
        wire = data.draw(st.sampled_from([w for w in self.line.wires.values() if w.passed_on]))
        wire.passed_on = False
        if ends_first and outcome is Outcome.REACHED:
            self.end(wire, EndedBy.DESK)
        self.feed(TransferEnded(at=self.at, call=wire.id, outcome=outcome))

    # -- the person

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), side=SIDES)
    def takes(self, data: st.DataObject, side: SideKind) -> None:
        call = self.some(data, Doing.HOLDING, Doing.RINGING)
        assert call is not None
        leg = self.name("l") if side is SideKind.DESK_PHONE else None
        self.feed(CallTaken(at=self.at, call=call.id, side=side, leg=leg, by="Ana"))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), side=SIDES)
    def resumes(self, data: st.DataObject, side: SideKind) -> None:
        call = self.some(data, Doing.PARKED)
        assert call is not None
        leg = self.name("l") if side is SideKind.DESK_PHONE else None
        self.feed(CallResumed(at=self.at, call=call.id, side=side, leg=leg, by="Ana"))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), drops=st.booleans())
    def parks_or_drops(self, data: st.DataObject, drops: bool) -> None:
        call = self.some(data, *WITH_PERSON)
        assert call is not None
        self.feed((CallDropped if drops else CallParked)(at=self.at, call=call.id, by="Ana"))

    @precondition(lambda self: self.desk.promises and len(self.desk.calls) < MOST)
    @rule(data=st.data(), side=SIDES, by=WHO, to=st.sampled_from([None, None, *TO]))
    def calls_back(self, data: st.DataObject, side: SideKind, by: str, to: Caller | None) -> None:
        promise = data.draw(st.sampled_from(self.desk.promises))
        call, leg = self.name("o"), self.name("l")
        self.feed(CallbackBegun(at=self.at, promise=promise.id, call=call, to=to, side=side, leg=leg, by=by))

    @precondition(lambda self: self.desk.calls and len(self.desk.calls) < MOST)
    @rule(data=st.data(), side=SIDES, to=st.sampled_from(TO))
    def asks(self, data: st.DataObject, side: SideKind, to: Caller) -> None:
        about = self.some(data, Doing.TALKING, Doing.PARKED)
        assert about is not None
        call, leg = self.name("o"), self.name("l")
        self.feed(ConsultBegun(at=self.at, call=call, for_call=about.id, to=to, side=side, leg=leg, by="Ana"))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data())
    def joins(self, data: st.DataObject) -> None:
        asked = [c for c in self.desk.calls if c.for_call is not None] or list(self.desk.calls)
        self.feed(ConsultJoined(at=self.at, call=data.draw(st.sampled_from(asked)).id, by="Ana"))

    @precondition(lambda self: self.desk.calls)
    @rule(data=st.data(), to=st.sampled_from(TO))
    def sends(self, data: st.DataObject, to: Caller) -> None:
        call = self.some(data, Doing.TALKING, Doing.PARKED, Doing.HOLDING)
        assert call is not None
        self.feed(CallSent(at=self.at, call=call.id, to=to, by="Ana"))

    @precondition(lambda self: self.desk.promises)
    @rule(data=st.data(), by=WHO, what=st.sampled_from(["claim", "unclaim", "later", "new", "tell", "done"]))
    def does_with_a_promise(self, data: st.DataObject, by: str, what: str) -> None:
        promise = data.draw(st.sampled_from(self.desk.promises))
        number, soon = promise.id, self.at + timedelta(minutes=10)
        events: dict[str, Event] = {
            "claim": PromiseClaimed(at=self.at, promise=number, by=by),
            "unclaim": ClaimEnded(at=self.at, promise=number, by=by),
            "later": PromisePutOff(at=self.at, promise=number, until=soon, by=by),
            "new": PromiseRenegotiated(at=self.at, promise=number, promised_by=soon, by=by),
            "tell": PromiseRenegotiated(
                at=self.at, promise=number, promised_by=soon, told=Told.BY_CALL, call=self.name("o"), by=by
            ),
            "done": PromiseClosed(at=self.at, promise=number, state=PromiseState.CANCELLED, by=by),
        }
        self.feed(events[what])
        after = self.desk.promise(number)
        if what == "claim" and promise.claimed_until is not None and promise.claimed_by != by:
            assert after is not None
            assert after.claimed_by == promise.claimed_by, "two people call at once"

    @precondition(lambda self: self.desk.promises)
    @rule(data=st.data(), outcome=st.sampled_from(Outcome))
    def says_the_outcome(self, data: st.DataObject, outcome: Outcome) -> None:
        wanted = [p for p in self.desk.promises if p.outcome_of is not None] or list(self.desk.promises)
        promise = data.draw(st.sampled_from(wanted))
        again = same_attempt(promise, self.at, self.policy)
        self.feed(AttemptEnded(at=self.at, promise=promise.id, outcome=outcome, by="Ana", again=again))

    @rule(presence=st.sampled_from([Presence.FREE, Presence.SERVING]))
    def chooses(self, presence: Presence) -> None:
        self.feed(PresenceChosen(at=self.at, presence=presence))

    # -- time, and what goes wrong

    @rule(seconds=st.sampled_from([0.5, 5.0, 21.0, 45.0, 100.0, 1000.0]))
    def time_passes(self, seconds: float) -> None:
        until = self.at + timedelta(seconds=seconds)
        for _ in range(400):
            due = next_deadline(self.desk, self.at, self.policy)
            if due is None or due > until:
                self.at = until
                return
            self.at = max(self.at, due)
            self.feed(Ticked(at=self.at))
            after = next_deadline(self.desk, self.at, self.policy)
            assert after is None or after > self.at, "a tick left something due"
            if seconds >= 21:
                self.what_was_hung_up_ends()
        raise AssertionError("ticking does not get anywhere")

    @rule(seconds=st.sampled_from([-3600.0, 3600.0]))
    def the_clock_is_set(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.feed(ClockChanged(at=self.at, seconds=seconds))

    @rule()
    def the_engine_is_killed(self) -> None:
        cut = [c for c in self.desk.calls if not c.out and c.caller.dial.callable and not c.caller.blocked]
        self.desk = self.replayed()
        self.feed(EngineStarted(at=self.at, version="1", policy=self.policy))
        assert self.desk.calls == ()
        for call in cut:
            if call.doing is not Doing.LEAVING:
                assert self.desk.promise_to(call.caller) or call.promise or call.number, f"{call} is lost"

    def replayed(self) -> Desk:
        text = [msgspec.json.encode(e) for e in self.journal]
        return replay(Desk(), (JOURNAL.decode(t) for t in text), self.policy)

    # -- what is always true

    @invariant()
    def replaying_the_journal_gives_this_desk(self) -> None:
        assert self.replayed() == replace(self.desk, records_failed=None)
        assert msgspec.json.decode(msgspec.json.encode(self.desk), type=Desk) == self.desk

    @invariant()
    def one_call_is_with_the_person(self) -> None:
        with_person = [c for c in self.desk.calls if c.doing in WITH_PERSON and c.tells is None]
        assert len(with_person) <= 1, "two at once"
        talking = [c for c in with_person if c.doing is not Doing.TAKEN]
        heard = [w.id for w in self.line.wires.values() if w.hears == "person"]
        if talking:
            assert self.line.person == (talking[0].id, self.desk.side.leg)
            assert heard == [talking[0].id]
        else:
            assert self.line.person is None, "somebody listens to the person"
            assert heard == []

    @invariant()
    def no_call_is_without_an_owner(self) -> None:
        for call in self.desk.calls:
            wire = self.line.wires.get(call.id)
            if wire is None:
                # not dialled yet: the desk phone rings for it
                refused = call.hung_up and call.id in self.line.gone
                waits_for_us = call.out and call.doing is Doing.TAKEN and self.desk.side.wants == call.id
                assert refused or waits_for_us, f"{call} is not on the wire"
                continue
            waits = call.deadline is not None or wire.hears in ("say", "number", "record")
            match call.doing:
                case Doing.TALKING:
                    assert wire.hears == "person"
                    assert call.recording is None, "a message is still being made"
                case Doing.PARKED:
                    assert wire.hears in ("music", "say")
                case Doing.TAKEN:
                    assert self.desk.side.wants == call.id
                    assert self.desk.side.deadline is not None or call.deadline is not None
                case Doing.HOLDING:
                    assert call.deadline is not None
                    assert wire.hears in ("music", "say")
                case Doing.TRANSFERRING | Doing.DIALLING | Doing.RINGING_THERE | Doing.TELLING:
                    assert call.deadline is not None, f"{call} is forgotten"
                    silent = wire.hears == "" and call.doing in (Doing.TRANSFERRING, Doing.TELLING)
                    assert not silent or call.hung_up, f"{call} is left in silence"
                case _:
                    assert waits, f"{call} is left in silence"

    @invariant()
    def no_wire_is_without_a_call(self) -> None:
        known = {c.id for c in self.desk.calls} | {self.desk.side.leg} | set(self.desk.side.leaving)
        for wire in self.line.wires.values():
            assert wire.id in known or wire.hung_up, f"{wire} belongs to nobody"

    @invariant()
    def the_desk_phone_is_let_go_when_nobody_needs_it(self) -> None:
        side = self.desk.side
        if side.leg is not None:
            assert side.kind is SideKind.DESK_PHONE
            assert self.desk.calls, "the desk phone is held for nobody"
            assert side.ready or side.deadline is not None

    @invariant()
    def a_claim_ends(self) -> None:
        for promise in self.desk.promises:
            assert (promise.state is PromiseState.CLAIMED) == (promise.claimed_until is not None)
            lives = any(c.calls_back == promise.id for c in self.desk.calls)
            assert (
                lives or promise.claimed_until is None or promise.claimed_until > self.at - timedelta(hours=2)
            )
        backs = [c.calls_back for c in self.desk.calls if c.calls_back is not None]
        assert len(backs) == len(set(backs)), "two calls back at once"

    @invariant()
    def what_is_next_is_true(self) -> None:
        action = next_action(self.desk, self.at, self.policy)
        call = self.desk.call(action.call) if action.call is not None and action.promise is None else None
        if action.promise is None and action.call is not None:
            assert call is not None
            assert call.doing in (Doing.HOLDING, Doing.PARKED, Doing.RINGING)
            assert not call.caller.blocked
        waiting = any(c.doing in (Doing.HOLDING, Doing.PARKED) for c in self.desk.calls)
        assert not waiting or call is not None

    @invariant()
    def serving_is_still(self) -> None:
        sound = sounds(self.desk, self.at)
        assert sound is None or sound.urgent or self.desk.chosen is not Presence.SERVING

    @invariant()
    def what_is_due_is_done_by_one_tick(self) -> None:
        due = next_deadline(self.desk, self.at, self.policy)
        if due is not None and due <= self.at:
            after, _, _ = settle(self.desk, Ticked(at=self.at), self.policy)
            again = next_deadline(after, self.at, self.policy)
            assert again is None or again > self.at

    def teardown(self) -> None:
        """Left alone, every call ends but those the person has; when the person hangs up, these too."""
        for _ in range(200):
            if not self.desk.calls and not self.line.wires:
                return
            for call in [c for c in self.desk.calls if c.doing in (Doing.TALKING, Doing.PARKED)]:
                self.feed(CallDropped(at=self.at, call=call.id, by="Ana"))
            self.what_was_hung_up_ends()
            for call in [c for c in self.desk.calls if c.hung_up and c.id in self.line.gone]:
                self.feed(CallEnded(at=self.at, call=call.id, by=EndedBy.DESK))
            for name in list(self.line.wires):
                self.acknowledge(name)
            for wire in self.hearing("say", "number", "record"):
                if wire.id in self.line.wires:
                    self.hear(wire)
            self.time_passes(8)
        raise AssertionError("a call is never let go")


TestTheLiveDesk = pytest.mark.timeout(300)(TheLiveDesk.TestCase)
TestTheLiveDesk.settings = settings(
    max_examples=200,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
