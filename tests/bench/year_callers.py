"""What callers do, and what the phone line tells of it: keys, patience, messages, hanging up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk.core import commands as asked_for
from desk.core.commands import Command
from desk.core.events import (
    CallAnswered,
    CallRang,
    EndedBy,
    FarEndRang,
    KeyPressed,
    NumberEntered,
    RecordingEnded,
    RecordingEndedBy,
    SayEnded,
    TransferEnded,
)
from desk.core.model import Caller, Dial, Doing, Outcome
from tests.bench.year_people import Person, Town
from tests.bench.year_world import World

NO_ANSWER_AFTER = 30.0
LENGTHS = (3.2, 4.6, 6.1, 8.4, 11.7, 15.3, 21.9, 34.5, 58.2)
"""Seconds of the messages there are."""


@dataclass
class Plan:
    """What a caller means to do: press this key (empty: none) or hang up at some point of the call."""

    who: Person
    key: str = "1"
    patience: float = 60.0
    leaves: str = ""
    held: bool = False


class Callers:
    """All who ring, and the far ends of the calls that the desk makes."""

    def __init__(self, world: World, town: Town) -> None:
        self.world, self.town = world, town
        self.plans: dict[str, Plan] = {}
        self.out: dict[str, Outcome] = {}
        self.recordings: list[tuple[str, float, datetime, str]] = []
        self.holding: Callable[[str], None] = lambda _: None
        world.commanded = self._asked

    def rings(self, plan: Plan, id: str | None = None) -> str:
        """Somebody rings now."""
        world, chance = self.world, self.world.chance
        call = id or world.id("c")
        self.plans[call] = plan
        world.feed(CallRang(at=world.now, call=call, caller=plan.who.caller))
        if world.desk.call(call) is not None:
            if plan.leaves == "ringing":
                world.later(chance.uniform(2, 15), lambda: self._gone(call, Doing.RINGING))
            elif plan.leaves == "elsewhere":
                world.later(chance.uniform(2, 9), lambda: self._elsewhere(call))
        return call

    def decided(self, who: Person) -> Plan:
        """What a caller does, as callers are."""
        chance = self.world.chance
        key = chance.choices(("1", "2", "3", "9", "", "5"), (40, 26, 13, 3, 16, 2))[0]
        leaves = chance.choices(
            ("", "ringing", "elsewhere", "greeting", "number", "message"), (73, 6, 3, 12, 3, 3)
        )[0]
        return Plan(who, key, chance.expovariate(1 / 120) + 8, leaves)

    # -- what the desk asks of the line

    def _asked(self, command: Command) -> None:
        world, chance = self.world, self.world.chance
        match command:
            case asked_for.Answer(call=call):
                world.later(chance.uniform(0.02, 0.12), lambda: self._acknowledged(call))
            case asked_for.Say(call=call, say=say):
                length = world.said_after(command)
                world.later(length, lambda: self._said(call, say))
                self._hears(call, say, length)
            case asked_for.CollectNumber(call=call):
                live = world.desk.call(call)
                assert live is not None
                say = live.say
                world.later(8 + chance.uniform(4, 14), lambda: self._number(call, say))
            case asked_for.Record(call=call, recording=recording, longest=longest):
                self._record(call, recording, longest)
            case asked_for.HangUp(call=call):
                world.later(chance.uniform(0.03, 0.3), lambda: self._hung_up(call))
            case asked_for.Refuse(call=call):
                world.later(0.01, lambda: world.ended(call, EndedBy.DESK, "486 Busy Here"))
            case asked_for.Dial(call=call):
                self._dialled(call)
            case asked_for.Transfer(call=call, to=to):
                self._passed(call, None, 0.95 if to is None else 0.85)
            case asked_for.Join(call=call, other=other):
                self._passed(call, other, 0.97)
            case _:
                pass

    def _acknowledged(self, call: str) -> None:
        if self.world.doing(call):
            self.world.feed(CallAnswered(at=self.world.now, call=call))

    def _said(self, call: str, say: int) -> None:
        if self.world.doing(call, say=say):
            self.world.feed(SayEnded(at=self.world.now, call=call, say=say))

    def _hung_up(self, call: str) -> None:
        outcome = self.out.pop(call, None)
        self.world.ended(call, EndedBy.DESK, **({"outcome": outcome} if outcome else {}))

    # -- what callers do

    def _hears(self, call: str, say: int, length: float) -> None:
        world, chance, plan = self.world, self.world.chance, self.plans.get(call)
        live = world.desk.call(call)
        if plan is None or live is None:
            return
        match live.doing:
            case Doing.ANSWERING | Doing.GREETING:
                if plan.leaves == "greeting":
                    world.later(chance.uniform(0.5, length + 7), lambda: self._gone(call))
                elif plan.key:
                    after = (
                        chance.uniform(1.2, length)
                        if chance.random() < 0.5
                        else length + chance.uniform(0.4, 6)
                    )
                    key, plan.key = plan.key, "1" if plan.key == "5" else ""
                    self._press(call, say, after, "other" if key == "5" else key)
            case Doing.CONFIRMING_NUMBER:
                if plan.leaves == "number" or chance.random() < 0.03:
                    world.later(chance.uniform(1, length), lambda: self._gone(call))
                else:
                    key = chance.choices(("1", "2", ""), (86, 4, 10))[0]
                    self._press(call, say, chance.uniform(0.6, 1.4) * length, key)
            case Doing.REFUSED_NUMBER:
                self._press(call, say, length, chance.choice(("3", "2", "")))
            case Doing.RECORDING if plan.leaves == "message":
                world.later(chance.uniform(0.5, length), lambda: self._gone(call))
            case Doing.REVIEWING:
                self._press(
                    call,
                    say,
                    chance.uniform(0.5, 1.3) * length,
                    chance.choices(("1", "2", ""), (75, 5, 20))[0],
                )
            case Doing.HOLDING if not plan.held:
                plan.held = True
                self.holding(call)
                world.later(plan.patience, lambda: self._gone(call))
                if chance.random() < 0.2 and plan.leaves != "hold":
                    self._press(
                        call, None, chance.uniform(31, 70), chance.choices("2391", (60, 20, 5, 15))[0]
                    )
            case Doing.LEAVING:
                if chance.random() < 0.5:
                    world.later(chance.uniform(0.3, 1) * length, lambda: self._gone(call))
            case _:
                pass

    def _press(self, call: str, say: int | None, after: float, key: str) -> None:
        def pressed() -> None:
            live = self.world.doing(call, say=say)
            # between two prompts they press as well: while the menu's silence lasts
            if live is not None and (say is not None or live.doing is Doing.HOLDING):
                self.world.feed(KeyPressed(at=self.world.now, call=call, key=key))

        if key:
            self.world.later(after, pressed)

    def _gone(self, call: str, *while_doing: Doing) -> None:
        live = self.world.doing(call, *while_doing)
        if live is not None and live.doing not in (
            Doing.TALKING,
            Doing.TRANSFERRING,
            Doing.PARKED,
            Doing.TAKEN,
        ):
            self.world.ended(call, EndedBy.CALLER, "BYE")

    def _elsewhere(self, call: str) -> None:
        if self.world.doing(call, Doing.RINGING):
            self.world.ended(call, EndedBy.CALLER, "SIP;cause=200", answered_elsewhere=True)

    def _number(self, call: str, say: int) -> None:
        if not self.world.doing(call, Doing.ENTERING_NUMBER, say=say):
            return
        chance, plan = self.world.chance, self.plans[call]
        kind = chance.random()
        if plan.leaves == "number" or kind < 0.04:
            self._gone(call)
            return
        number = self.town.other_number(chance).caller
        if kind < 0.14:
            number = Caller(dial=Dial.NOTHING)
        elif kind < 0.17:
            number = Caller(dial=chance.choice((Dial.PREMIUM, Dial.EMERGENCY, Dial.OURS, Dial.INVALID)))
        self.world.feed(NumberEntered(at=self.world.now, call=call, number=number))

    def _record(self, call: str, recording: str, longest: float) -> None:
        world, chance = self.world, self.world.chance
        length = chance.choice(LENGTHS)
        by = chance.choices((RecordingEndedBy.KEY, RecordingEndedBy.HANG_UP), (60, 40))[0]
        spoken = round(chance.uniform(0.1, 0.9), 2) if chance.random() < 0.04 else length

        def ended() -> None:
            if not world.doing(call, Doing.RECORDING):
                return
            if spoken >= 1:
                self.recordings.append((recording, spoken, world.now, call))
            world.feed(RecordingEnded(at=world.now, call=call, recording=recording, seconds=spoken, by=by))
            if by is RecordingEndedBy.HANG_UP:
                world.ended(call, EndedBy.CALLER, "BYE")

        world.later(spoken + chance.uniform(0.4, 2), ended)

    # -- far ends

    def _dialled(self, call: str) -> None:
        world, chance = self.world, self.world.chance
        kind = chance.random()
        if kind < 0.07:
            busy = chance.choice((Outcome.BUSY, Outcome.REFUSED, Outcome.FAILED))
            world.later(chance.uniform(0.5, 3), lambda: world.ended(call, EndedBy.LINE, "486", outcome=busy))
            return
        self.out[call] = Outcome.NO_ANSWER
        world.later(chance.uniform(0.4, 2.5), lambda: self._rings_there(call))
        if kind < 0.75:
            world.later(chance.uniform(4, 22), lambda: self._picks_up(call))

    def _rings_there(self, call: str) -> None:
        if self.world.doing(call, Doing.DIALLING):
            self.world.feed(FarEndRang(at=self.world.now, call=call))

    def _picks_up(self, call: str) -> None:
        if self.world.doing(call, Doing.DIALLING, Doing.RINGING_THERE):
            self.out.pop(call, None)
            self.world.feed(CallAnswered(at=self.world.now, call=call))

    def _passed(self, call: str, other: str | None, luck: float) -> None:
        world, chance = self.world, self.world.chance
        outcome = (
            Outcome.REACHED if chance.random() < luck else chance.choice((Outcome.NO_ANSWER, Outcome.BUSY))
        )

        def told() -> None:
            if not world.doing(call, Doing.TRANSFERRING):
                return
            world.feed(TransferEnded(at=world.now, call=call, outcome=outcome, reason="200 OK"))
            if outcome is Outcome.REACHED:
                for id in (call, other):
                    if id is not None:
                        world.ended(id, EndedBy.CALLER, "BYE")

        world.later(chance.uniform(1.5, 8), told)
