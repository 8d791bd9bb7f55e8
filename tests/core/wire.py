"""The channel as the rules see it: what each call hears, and with whom the person is connected.

It does what the commands say and no more, and fails where a real line could not do it: a word to a call that
is gone, two calls connected with the person, somebody left in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.core.commands import (
    Answer,
    CollectNumber,
    Command,
    Dial,
    Discard,
    HangUp,
    Join,
    PlayMusic,
    QuietDesk,
    Record,
    Refuse,
    Remind,
    RingDesk,
    RingDeskPhone,
    Say,
    Talk,
    Transfer,
)
from desk.core.model import Caller


@dataclass
class Wire:
    """One call on the wire. `hears` is "", "say", "number", "record", "music" or "person"."""

    id: str
    out: bool = False
    leg: bool = False
    answered: bool = False
    acknowledged: bool = False
    hung_up: bool = False
    passed_on: bool = False
    hears: str = ""
    say: int = 0
    whole: bool = False
    recording: str = ""


@dataclass
class Line:
    """All calls on the wire, and the one connected with the person, by the headset or by a leg."""

    wires: dict[str, Wire] = field(default_factory=dict)
    person: tuple[str, str | None] | None = None
    dialled: list[Caller] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    def rings(self, call: str) -> None:
        self.wires[call] = Wire(call)

    def ends(self, call: str) -> None:
        self.gone.add(call)
        self.wires.pop(call, None)
        self._apart(call)

    def presses(self, call: str) -> None:
        """A key: the words that were heard are cut short, and nobody is told of their end."""
        wire = self.wires[call]
        if wire.hears == "say" and not wire.whole:
            wire.hears = ""

    def _apart(self, call: str) -> None:
        if self.person is not None and call in self.person:
            talked = self.wires.get(self.person[0])
            if talked is not None and talked.hears == "person":
                talked.hears = ""
            self.person = None

    def take(self, command: Command) -> None:
        match command:
            case RingDesk() | QuietDesk() | Remind() | Discard():
                return
            case Dial(call=call, to=to):
                assert call not in self.wires
                assert call not in self.gone
                assert to.dial.callable, f"{to.dial} was dialled"
                self.dialled.append(to)
                self.wires[call] = Wire(call, out=True)
            case RingDeskPhone(call=call):
                assert call not in self.wires
                assert not any(w.leg and not w.hung_up for w in self.wires.values()), "it rings twice"
                self.wires[call] = Wire(call, out=True, leg=True)
            case Answer(call=call):
                wire = self.wires[call]
                assert not wire.out
                assert not wire.answered
                wire.answered = True
            case Refuse(call=call):
                self.ends(call)
            case HangUp(call=call):
                if call in self.wires:
                    self.wires[call].hung_up = True
                    self._apart(call)
            case Talk(call=call, leg=leg):
                self._talk(call, leg)
            case Transfer(call=call, to=to):
                assert to is None or to.dial.callable, "sent where nobody may be"
                self.wires[call].passed_on = True
            case Join(call=call, other=other):
                assert self.wires[call].answered
                assert self.wires[other].answered
                self.wires[call].passed_on = True
                for one in (call, other):
                    self._apart(one)
                    self.wires[one].hears = "hold"
            case Say() | PlayMusic() | CollectNumber() | Record():
                self._hears(command)
            case _:
                raise AssertionError(f"{command} is not for the line")

    def _talk(self, call: str, leg: str | None) -> None:
        wire = self.wires[call]
        assert wire.answered or wire.out, "talked before it was answered"
        assert not wire.hung_up, "talked after it was hung up"
        if leg is not None:
            assert self.wires[leg].leg
            assert self.wires[leg].answered, "talked by a desk phone nobody picked up"
            assert not self.wires[leg].hung_up
        if self.person is not None:
            self._apart(self.person[0])
        self.person = (call, leg)
        wire.hears = "person"

    def _hears(self, command: Say | PlayMusic | CollectNumber | Record) -> None:
        wire = self.wires[command.call]
        assert wire.answered, "spoken to before it was answered"
        assert not wire.hung_up, "spoken to after it was hung up"
        self._apart(command.call)
        if isinstance(command, Say):
            assert command.phrases
            wire.hears, wire.say, wire.whole = "say", command.say, command.whole
        elif isinstance(command, Record):
            wire.hears, wire.recording = "record", command.recording
        elif isinstance(command, PlayMusic):
            wire.hears = "music"
        else:
            wire.hears = "number"
