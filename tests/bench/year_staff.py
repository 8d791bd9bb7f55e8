"""What the people at the desk do: serve, take callers, keep promises; and a supervisor on Fridays."""

from collections.abc import Callable
from datetime import datetime, timedelta

from desk.core.ends import End, amended_promise
from desk.core.events import (
    AttemptEnded,
    CallDropped,
    CallEnded,
    CallParked,
    CallRang,
    CallResumed,
    CallSent,
    CallTaken,
    ConsultBegun,
    ConsultJoined,
    EndAmended,
    EndedBy,
    Event,
    LogExported,
    LogOpened,
    NoteAdded,
    NoteAmended,
    PresenceChosen,
    PromiseClosed,
    PromiseJoined,
    PromiseMade,
    StillServing,
    ThanksGiven,
)
from desk.core.model import Doing, Outcome, Presence, PromiseState, SideKind
from desk.core.serving import asks_at
from desk.core.side import spoken_with
from tests.bench.year_callers import Callers
from tests.bench.year_people import NOTES, SUPERVISOR, Town
from tests.bench.year_promises import Keepers
from tests.bench.year_world import World

SERVED = {8: 0.45, 9: 0.65, 10: 0.6, 11: 0.55, 12: 0.4, 13: 0.6, 14: 0.55, 15: 0.5, 16: 0.45, 17: 0.3}
"""The share of each hour in which somebody stands at the counter."""
SECOND_PERSON = (3, 10)
"""Thursdays at ten the blood samples are taken: everybody comes, and everybody calls."""
Told = tuple[End, tuple[End, ...], int | None]
"""How an interruption ended, what may be said instead, and its promise."""


class Staff(Keepers):
    """Three receptionists, one of them on duty at a time, and who looks after them."""

    def __init__(self, world: World, town: Town, callers: Callers, a_day: float) -> None:
        super().__init__(world, town, a_day)
        self.left_alone: set[str] = set()
        self.end_of: Callable[[str], Told] = lambda _: (End.LOST, (), None)
        self._noted: list[tuple[str, str]] = []
        self._gone: list[str] = []
        self._kept_by: list[tuple[str, str]] = []
        world.happened = self._happened
        callers.holding = self.holds

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
                self.transcribe(event.recording)
                if event.call not in self.left_alone:
                    world.at(self.when(event), lambda: self.keep(promise))
            case PromiseJoined():
                self.transcribe(event.recording)
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
        headset = chance.random() < self.by_headset
        side = SideKind.HEADSET if headset else SideKind.DESK_PHONE
        leg = None if headset else world.id("l")
        world.feed(CallTaken(at=world.now, call=call, side=side, leg=leg, by=self.person()))
        if headset:
            self._in_conversation(call)

    def _in_conversation(self, call: str) -> None:
        world, chance = self.world, self.world.chance
        length = 5 + chance.expovariate(1 / self.talk)
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
