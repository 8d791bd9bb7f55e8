"""What the people at the desk do: serve, take callers, keep promises; and a supervisor on Fridays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desk.core.ends import End, amended_promise
from desk.core.events import (
    AttemptEnded,
    CallbackBegun,
    CallDropped,
    CallEnded,
    CallParked,
    CallRang,
    CallResumed,
    CallSent,
    CallTaken,
    ClaimEnded,
    ConsultBegun,
    ConsultJoined,
    EndAmended,
    EndedBy,
    Event,
    LogExported,
    LogOpened,
    MessagePlayed,
    MessageTranscribed,
    NoteAdded,
    NoteAmended,
    PresenceChosen,
    PromiseClaimed,
    PromiseClosed,
    PromiseJoined,
    PromiseMade,
    PromisePutOff,
    PromiseRenegotiated,
    StillServing,
    ThanksGiven,
)
from desk.core.model import Doing, Outcome, Presence, Promise, PromiseState, SideKind
from desk.core.model import Told as CallerTold
from desk.core.promises import next_open, same_attempt
from desk.core.serving import asks_at
from desk.core.side import spoken_with
from tests.bench.year_callers import Callers
from tests.bench.year_people import NOTES, STAFF, SUPERVISOR, WORDS, Town
from tests.bench.year_world import World, seconds

SERVED = {8: 0.45, 9: 0.65, 10: 0.6, 11: 0.55, 12: 0.4, 13: 0.6, 14: 0.55, 15: 0.5, 16: 0.45, 17: 0.3}
"""The share of each hour in which somebody stands at the counter."""
SECOND_PERSON = (3, 10)
"""Thursdays at ten the blood samples are taken: everybody comes, and everybody calls."""
Told = tuple[End, tuple[End, ...], int | None]
"""How an interruption ended, what may be said instead, and its promise."""


class Staff:
    """Three receptionists, one of them on duty at a time, and who looks after them."""

    def __init__(self, world: World, town: Town, callers: Callers, a_day: float) -> None:
        self.world, self.town, self.callers = world, town, callers
        # with few calls they are taken by the headset; with many, several people pick up where it rings
        self._by_headset = min(0.7, 150 / max(1.0, a_day))
        self._talk = 90.0 if a_day < 300 else 25.0
        self.notes: dict[str, str] = {}
        self.words: dict[str, tuple[str, datetime]] = {}
        self.left_alone: set[str] = set()
        self.zone = ZoneInfo(world.policy.time_zone)
        self._noted: list[tuple[str, str]] = []
        self._gone: list[str] = []
        self._kept_by: list[tuple[str, str]] = []
        self.end_of: Callable[[str], Told] = lambda _: (End.LOST, (), None)
        world.happened = self._happened
        callers.holding = self.holds

    def person(self) -> str:
        """Who is on duty: mornings and afternoons, three people in turn."""
        local = self.world.now.astimezone(self.zone)
        turn = local.toordinal() + (local.hour >= 13)
        if self.world.chance.random() < 0.15:
            turn += 1
        return self.town.staff[STAFF[turn % 3]]

    def note(self, text: str = "") -> str:
        """Something was written."""
        key = f"{self.world.chance.getrandbits(64):016x}"
        self.notes[key] = text or self.world.chance.choice(NOTES)
        return key

    # -- the counter

    def opens(self, closes: datetime) -> None:
        """A day at the counter begins."""
        self.chosen(Presence.FREE)
        self.world.later(self.world.chance.expovariate(1 / 300), lambda: self._visitor(closes))

    def _visitor(self, closes: datetime) -> None:
        world, chance = self.world, self.world.chance
        local = world.now.astimezone(self.zone)
        if world.now >= closes:
            return
        if local.hour == 12 and local.minute >= 30 and chance.random() < 0.15:
            self.chosen(Presence.AWAY)
            world.later(chance.uniform(300, 1200), lambda: self._free(closes, 0.3))
            return
        share = SERVED.get(local.hour, 0.3)
        if (local.weekday(), local.hour) == SECOND_PERSON:
            share = 0.96
        self.chosen(Presence.SERVING)
        world.later(chance.gammavariate(2, 240 if share < 0.9 else 420), lambda: self._free(closes, share))

    def _free(self, closes: datetime, share: float) -> None:
        world, chance = self.world, self.world.chance
        self._look_around()
        asks = asks_at(world.desk, world.policy)
        if asks is not None and asks < world.now and world.is_open and chance.random() < 0.6:
            world.feed(StillServing(at=world.now, by=self.person()))
        self.chosen(Presence.FREE)
        free = 480 * (1 - share) / share
        world.later(min(3000.0, chance.expovariate(1 / free)), lambda: self._visitor(closes))
        # who was served is gone: now those who hold
        for call in world.desk.calls:
            if call.doing is Doing.HOLDING and chance.random() < 0.6:
                self._take_later(call.id, chance.uniform(2, 25))

    def chosen(self, presence: Presence) -> None:
        """Somebody says what the desk is doing."""
        self.world.feed(PresenceChosen(at=self.world.now, presence=presence, by=self.person()))

    # -- what is noticed

    def _happened(self, event: Event) -> None:
        world, chance = self.world, self.world.chance
        match event:
            case CallRang(call=call) if world.desk.chosen is Presence.FREE and chance.random() < 0.75:
                self._take_later(call, chance.uniform(3, 17))
            case PromiseMade(promise=promise):
                self._transcribe(event.recording)
                if event.call not in self.left_alone:
                    world.at(self._when(event), lambda: self._keep(promise))
            case PromiseJoined():
                self._transcribe(event.recording)
            case AttemptEnded(outcome=Outcome.REACHED, by=by, call=call) if by and call:
                self._kept_by.append((call, by))
            case CallEnded(call=call, by=EndedBy.CALLER) if chance.random() < 0.004 and call.startswith("c"):
                self._gone.append(call)
            case _:
                pass

    def holds(self, call: str) -> None:
        """Somebody began to hold: they are taken after a while, sooner when nobody is at the counter."""
        mean = 40 if self.world.desk.chosen is Presence.FREE else 130
        self._take_later(call, 4 + self.world.chance.expovariate(1 / mean))

    def _when(self, made: PromiseMade) -> datetime:
        """When somebody gets to it: mostly in time; colleagues, and who was given no time, wait longer."""
        chance, at = self.world.chance, made.at
        inside = made.caller.internal
        if made.promised_by is not None and chance.random() > (0.42 if inside else 0.13):
            opens = next_open(at, self.world.policy)
            when = opens + chance.uniform(0.15, 0.97) * (made.promised_by - opens)
        elif made.promised_by is not None:
            when = made.promised_by + seconds(chance.expovariate(1 / (2400 if inside else 1100)))
        else:
            when = at + seconds(60 + chance.expovariate(1 / (4200 if inside else 1500)))
        return self._in_hours(when)

    def _in_hours(self, when: datetime) -> datetime:
        opens = next_open(when, self.world.policy)
        return when if opens == when else opens + seconds(self.world.chance.uniform(60, 2400))

    def _transcribe(self, recording: str | None) -> None:
        if recording is None:
            return
        world, chance = self.world, self.world.chance

        def written() -> None:
            name = self.town.name(chance.choice(("en", "de", "fr", ""))).lower()
            self.words[recording] = (chance.choice(WORDS).format(name=name), world.now)
            said = self.town.other_number(chance).caller if chance.random() < 0.08 else None
            world.feed(MessageTranscribed(at=world.now, recording=recording, said=said))

        if chance.random() < 0.8:
            world.later(chance.uniform(5, 60), written)

    # -- callers

    def _take_later(self, call: str, after: float) -> None:
        self.world.later(after, lambda: self._take(call))

    def _take(self, call: str) -> None:
        world, chance = self.world, self.world.chance
        live = world.doing(call, Doing.RINGING, Doing.HOLDING, Doing.GREETING, Doing.CHOOSING)
        if live is None or not world.is_open or call in self.left_alone:
            return
        if spoken_with(world.desk) is not None:
            if live.doing is Doing.HOLDING:
                self._take_later(call, chance.uniform(8, 40))
            return
        headset = chance.random() < self._by_headset
        side = SideKind.HEADSET if headset else SideKind.DESK_PHONE
        leg = None if headset else world.id("l")
        world.feed(CallTaken(at=world.now, call=call, side=side, leg=leg, by=self.person()))
        if headset:
            self._in_conversation(call)

    def _in_conversation(self, call: str) -> None:
        world, chance = self.world, self.world.chance
        length = 5 + chance.expovariate(1 / self._talk)
        kind = chance.random()
        if kind < 0.06:
            world.later(length * 0.3, lambda: self._park(call))
        elif kind < 0.12:
            world.later(length * 0.5, lambda: self._send(call))
        elif kind < 0.17:
            world.later(length * 0.4, lambda: self._consult(call))
        if chance.random() < 0.16:
            world.later(length * 0.8, lambda: self._write(call))
        world.later(length, lambda: self._over(call))

    def _over(self, call: str) -> None:
        world = self.world
        live = world.doing(call, Doing.TALKING, Doing.TAKEN, Doing.PARKED)
        if live is None:
            return
        if live.doing is Doing.TALKING and world.chance.random() < 0.7:
            world.ended(call, EndedBy.CALLER, "BYE")
        else:
            world.feed(CallDropped(at=world.now, call=call, by=live.by))

    def _park(self, call: str) -> None:
        world = self.world
        if (live := world.doing(call, Doing.TALKING)) is not None:
            world.feed(CallParked(at=world.now, call=call, by=live.by))
            world.later(world.chance.uniform(6, 90), lambda: self._resume(call))

    def _resume(self, call: str) -> None:
        world = self.world
        if (live := world.doing(call, Doing.PARKED)) is None or spoken_with(world.desk) is not None:
            return
        world.feed(CallResumed(at=world.now, call=call, by=live.by))
        world.later(world.chance.uniform(10, 60), lambda: self._over(call))

    def _send(self, call: str) -> None:
        world = self.world
        if (live := world.doing(call, Doing.TALKING)) is not None:
            to = world.chance.choice(self.town.inside).caller
            world.feed(CallSent(at=world.now, call=call, to=to, by=live.by))
            world.later(60, lambda: self._over(call))

    def _consult(self, call: str) -> None:
        world, chance = self.world, self.world.chance
        if (live := world.doing(call, Doing.TALKING)) is None:
            return
        asked, by = world.id("o"), live.by
        to = chance.choice(self.town.inside).caller
        world.feed(ConsultBegun(at=world.now, call=asked, for_call=call, to=to, by=by))

        def join() -> None:
            if world.doing(asked, Doing.TALKING) and world.doing(call, Doing.PARKED):
                world.feed(ConsultJoined(at=world.now, call=asked, by=by))
            elif world.doing(asked):
                world.feed(CallDropped(at=world.now, call=asked, by=by))
            world.later(20, lambda: self._resume(call))
            world.later(120, lambda: self._over(call))

        world.later(chance.uniform(20, 35), join)

    def _write(self, call: str) -> None:
        world = self.world
        if (live := world.doing(call, Doing.TALKING, Doing.PARKED)) is not None:
            note = self.note()
            world.feed(NoteAdded(at=world.now, call=call, note=note, by=live.by))
            self._noted.append((call, note))

    # -- promises

    def _keep(self, id: int) -> None:
        world, chance = self.world, self.world.chance
        promise = world.desk.promise(id)
        if promise is None or promise.outcome_of is not None:
            return
        if not world.is_open:
            world.at(self._in_hours(world.now), lambda: self._keep(id))
            return
        if promise.claimed_until is not None:
            world.later(240, lambda: self._keep(id))
            return
        by = self.person()
        for recording in promise.recordings:
            if chance.random() < 0.85:
                world.feed(MessagePlayed(at=world.now, recording=recording, by=by))
        kind = chance.random()
        if kind < 0.04:
            state = chance.choice(
                (PromiseState.CANCELLED, PromiseState.ANSWERED_ELSEWHERE, PromiseState.KEPT)
            )
            note = self.note() if chance.random() < 0.7 else None
            world.feed(PromiseClosed(at=world.now, promise=id, state=state, by=by, note=note))
        elif kind < 0.09:
            world.feed(
                PromisePutOff(at=world.now, promise=id, until=world.now + timedelta(minutes=15), by=by)
            )
            world.later(chance.uniform(900, 2000), lambda: self._keep(id))
        elif kind < 0.13 and not promise.renegotiated:
            self._renegotiate(promise, by)
        elif kind < 0.13 + 0.5 * self._by_headset and self._may_call(promise):
            self._call_back(promise, by)
        else:
            self._on_another_phone(id, by)

    def _may_call(self, promise: Promise) -> bool:
        return promise.caller.dial.callable and spoken_with(self.world.desk) is None

    def _on_another_phone(self, id: int, by: str) -> None:
        world, chance = self.world, self.world.chance
        world.feed(PromiseClaimed(at=world.now, promise=id, by=by))

        def tried() -> None:
            promise = world.desk.promise(id)
            if promise is None:
                return
            if chance.random() < 0.03:
                world.feed(ClaimEnded(at=world.now, promise=id, by=by))
                world.later(600, lambda: self._keep(id))
                return
            self._said(id, by, None)

        # some forget that they meant to, and the claim expires
        world.later(chance.uniform(25, 200) if chance.random() < 0.98 else 900, tried)

    def _said(self, id: int, by: str, call: str | None) -> None:
        world, chance = self.world, self.world.chance
        outcome = chance.choices(
            (Outcome.REACHED, Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.BUSY, Outcome.WRONG_NUMBER),
            (64, 21, 8, 5, 2) if call is None else (92, 1, 5, 0, 2),
        )[0]
        note = self.note() if chance.random() < 0.25 else None
        promise = world.desk.promise(id)
        again = promise is not None and same_attempt(promise, world.now, world.policy)
        world.feed(
            AttemptEnded(at=world.now, promise=id, outcome=outcome, by=by, note=note, call=call, again=again)
        )
        self._again(id)

    def _again(self, id: int) -> None:
        promise = self.world.desk.promise(id)
        if promise is not None:
            when = max(promise.put_off_until or self.world.now, self.world.now)
            after = seconds(self.world.chance.uniform(30, 1500))
            self.world.at(self._in_hours(when + after), lambda: self._keep(id))

    def _call_back(self, promise: Promise, by: str) -> None:
        world, chance = self.world, self.world.chance
        call = world.id("o")
        world.feed(CallbackBegun(at=world.now, promise=promise.id, call=call, by=by))
        world.later(chance.uniform(25, 30) + self._talk * chance.random(), lambda: self._hang_up_there(call))

        def asked() -> None:
            left = world.desk.promise(promise.id)
            if left is not None and left.outcome_of == call:
                self._said(promise.id, by, call)
            elif left is not None and not any(c.calls_back == promise.id for c in world.desk.calls):
                self._again(promise.id)

        world.later(65 + self._talk, asked)

    def _hang_up_there(self, call: str) -> None:
        world = self.world
        live = world.doing(call, Doing.TALKING)
        if live is not None and world.chance.random() < 0.6:
            world.ended(call, EndedBy.CALLER, "BYE")
        elif world.doing(call):
            world.feed(CallDropped(at=world.now, call=call, by=self.person()))

    def _renegotiate(self, promise: Promise, by: str) -> None:
        world, chance = self.world, self.world.chance
        new = self._in_hours(world.now + timedelta(minutes=chance.choice((15, 30, 60))))
        new = new.replace(minute=new.minute // 15 * 15, second=0, microsecond=0) + timedelta(minutes=15)
        told = CallerTold.BY_CALL if chance.random() < 0.6 else CallerTold.NOT_TOLD
        call = world.id("o") if told is CallerTold.BY_CALL else None
        world.feed(
            PromiseRenegotiated(
                at=world.now, promise=promise.id, promised_by=new, told=told, call=call, by=by
            )
        )
        world.at(self._in_hours(new - seconds(chance.uniform(-300, 800))), lambda: self._keep(promise.id))

    def tidy(self) -> None:
        """Nothing stays open over Sunday: the last of the week is settled by hand."""
        world, chance = self.world, self.world.chance
        self._look_around()
        for promise in world.desk.promises:
            state = chance.choice((PromiseState.KEPT, PromiseState.CANCELLED))
            note = self.note()
            world.feed(
                PromiseClosed(at=world.now, promise=promise.id, state=state, by=self.person(), note=note)
            )

    def _look_around(self) -> None:
        """Who was put on hold and forgotten is hung up on, at last."""
        world = self.world
        for call in world.desk.calls:
            if call.doing is Doing.PARKED and world.now - call.since > timedelta(minutes=4):
                world.feed(CallDropped(at=world.now, call=call.id, by=call.by))

    # -- the supervisor

    def reviewed(self) -> None:
        """A look at the log: a thank-you, a correction, a file taken away."""
        world, chance, by = self.world, self.world.chance, self.town.staff[SUPERVISOR]
        world.feed(LogOpened(at=world.now, opened=chance.random() > 0.1, by=by))
        for call, to in self._kept_by[-2:]:
            note = self.note("Thank you, she rang to say how well she was looked after.")
            world.feed(ThanksGiven(at=world.now, to=to, note=note, call=call, by=by))
        for call in self._gone[-2:]:
            was, may, promise = self.end_of(call)
            if not may:
                continue
            reason = self.note("They told me at the counter that the ward had called them back.")
            end = chance.choice(may)
            meant = promise if amended_promise(end) is not None else None
            amended = EndAmended(
                at=world.now, call=call, was=was, end=end, reason=reason, promise=meant, by=by
            )
            world.feed(amended)
        for call, note in self._noted[-1:]:
            now, reason = (
                self.note("name spelt right: " + chance.choice(NOTES)),
                self.note("A misspelt name."),
            )
            world.feed(NoteAmended(at=world.now, call=call, note=note, now=now, reason=reason, by=by))
        if chance.random() < 0.5:
            world.feed(LogExported(at=world.now, rows=chance.randrange(50, 900), format="csv", by=by))
        for kept in (self._kept_by, self._gone, self._noted):
            del kept[:]
