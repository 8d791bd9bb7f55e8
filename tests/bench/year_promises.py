"""How the people at the desk keep what was promised: when they get to it, by what phone, and how it ends."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desk.core.events import (
    AttemptEnded,
    CallbackBegun,
    CallDropped,
    ClaimEnded,
    EndedBy,
    MessagePlayed,
    MessageTranscribed,
    PromiseClaimed,
    PromiseClosed,
    PromiseMade,
    PromisePutOff,
    PromiseRenegotiated,
)
from desk.core.model import Doing, Outcome, Promise, PromiseState, Told
from desk.core.promises import next_open, same_attempt
from desk.core.side import spoken_with
from tests.bench.year_people import NOTES, STAFF, WORDS, Town
from tests.bench.year_world import World, seconds


class Keepers:
    """Three receptionists, one of them on duty at a time; `a_day` is how many calls a day has."""

    def __init__(self, world: World, town: Town, a_day: float) -> None:
        self.world, self.town = world, town
        # with few calls they are taken by the headset; with many, several people pick up where it rings
        self.by_headset = min(0.7, 150 / max(1.0, a_day))
        self.talk = 90.0 if a_day < 300 else 25.0
        self.notes: dict[str, str] = {}
        self.words: dict[str, tuple[str, datetime]] = {}
        self.zone = ZoneInfo(world.policy.time_zone)

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

    def when(self, made: PromiseMade) -> datetime:
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

    def transcribe(self, recording: str | None) -> None:
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

    def keep(self, id: int) -> None:
        world, chance = self.world, self.world.chance
        promise = world.desk.promise(id)
        if promise is None or promise.outcome_of is not None:
            return
        if not world.is_open:
            world.at(self._in_hours(world.now), lambda: self.keep(id))
            return
        if promise.claimed_until is not None:
            world.later(240, lambda: self.keep(id))
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
            world.later(chance.uniform(900, 2000), lambda: self.keep(id))
        elif kind < 0.13 and not promise.renegotiated:
            self._renegotiate(promise, by)
        elif kind < 0.13 + 0.5 * self.by_headset and self._may_call(promise):
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
                world.later(600, lambda: self.keep(id))
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
            self.world.at(self._in_hours(when + after), lambda: self.keep(id))

    def _call_back(self, promise: Promise, by: str) -> None:
        world, chance = self.world, self.world.chance
        call = world.id("o")
        world.feed(CallbackBegun(at=world.now, promise=promise.id, call=call, by=by))
        world.later(chance.uniform(25, 30) + self.talk * chance.random(), lambda: self._hang_up_there(call))

        def asked() -> None:
            left = world.desk.promise(promise.id)
            if left is not None and left.outcome_of == call:
                self._said(promise.id, by, call)
            elif left is not None and not any(c.calls_back == promise.id for c in world.desk.calls):
                self._again(promise.id)

        world.later(65 + self.talk, asked)

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
        told = Told.BY_CALL if chance.random() < 0.6 else Told.NOT_TOLD
        call = world.id("o") if told is Told.BY_CALL else None
        world.feed(
            PromiseRenegotiated(
                at=world.now, promise=promise.id, promised_by=new, told=told, call=call, by=by
            )
        )
        world.at(self._in_hours(new - seconds(chance.uniform(-300, 800))), lambda: self.keep(promise.id))
