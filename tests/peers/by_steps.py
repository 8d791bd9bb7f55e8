"""Callers that do their steps by themselves: SIPp with its scenario, and Asterisk with its robot.

Both are told the same steps, so that one walk is made by both.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.engine_process import Engine
from tests.peers import asterisk, sipp_phone
from tests.peers.asterisk import Asterisk, Robot
from tests.peers.listening import Heard
from tests.peers.sipp_phone import SippPhone


@dataclass(frozen=True)
class Listen:
    """Listen for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Press:
    """Press keys (RFC 4733)."""

    keys: str


@dataclass(frozen=True)
class Speak:
    """Say something, for some seconds."""


@dataclass(frozen=True)
class Stay:
    """Until the desk hangs up, for so long at most. The last step, if at all."""

    seconds: float


Step = Listen | Press | Speak | Stay


class Caller(ABC):
    """One call. Times are monotonic. `tone` is how much of the 0.25 s before a message it surely keeps."""

    tone: float

    @abstractmethod
    def call(self, number: str | None, steps: Sequence[Step]) -> None:
        """Ring the desk, and do the steps once it answered."""

    @abstractmethod
    def give_up(self, number: str | None, after: float) -> None:
        """Ring the desk, and hang up after ringing so long."""

    @abstractmethod
    def answered(self, within: float = 20) -> float:
        """When the desk answered."""

    @abstractmethod
    def ended(self, within: float = 45) -> float:
        """When it was over."""

    @abstractmethod
    def heard(self) -> Heard:
        """What was heard, once it is over."""

    @abstractmethod
    def close(self) -> None:
        """Give everything back."""


class BySipp(Caller):
    tone = 0.2

    def __init__(self, folder: Path, engine: Engine) -> None:
        self._folder, self._engine = folder, engine
        self.phone: SippPhone | None = None

    @property
    def _phone(self) -> SippPhone:
        assert self.phone is not None
        return self.phone

    def call(self, number: str | None, steps: Sequence[Step]) -> None:
        self.phone = SippPhone(self._folder, number)
        self.phone.call(self._engine.address, *(part for step in steps for part in self._written(step)))

    def _written(self, step: Step) -> tuple[str, ...]:
        match step:
            case Listen():
                return (sipp_phone.wait(step.seconds),)
            case Press():
                return (sipp_phone.keys(step.keys), sipp_phone.wait(0.3))
            case Speak():
                return (sipp_phone.speak(), sipp_phone.wait(sipp_phone.SPEECH_SECONDS))
            case Stay():
                return (sipp_phone.by_the_desk(step.seconds),)

    def give_up(self, number: str | None, after: float) -> None:
        self.phone = SippPhone(self._folder, number)
        self.phone.call(self._engine.address, cancel_after=after)

    def answered(self, within: float = 20) -> float:
        return self._phone.answered(within)

    def ended(self, within: float = 45) -> float:
        self._phone.succeeded(within)
        return self._phone.ended(1)

    def heard(self) -> Heard:
        return Heard(self._phone.heard)

    def close(self) -> None:
        if self.phone is not None:
            self.phone.close()


class ByAsterisk(Caller):
    # its recorder drops up to 0.1 s to bring both directions in step when the machine is busy, once or twice;
    # what came by the wire is whole, as the other telephones hear
    tone = 0.04

    def __init__(self, pbx: Asterisk, desk: str = "6000") -> None:
        self._pbx, self._desk = pbx, desk
        self._robot: Robot | None = None

    @property
    def robot(self) -> Robot:
        assert self._robot is not None
        return self._robot

    def call(self, number: str | None, steps: Sequence[Step]) -> None:
        caller = None if number is None else f"Mrs Robot <{number}>"
        self._robot = self._pbx.call(self._desk, *map(self._written, steps), caller=caller)

    def _written(self, step: Step) -> str:
        match step:
            case Listen() | Stay():
                return asterisk.wait(step.seconds)
            case Press():
                return asterisk.keys(step.keys)
            case Speak():
                return asterisk.play("speech")

    def give_up(self, number: str | None, after: float) -> None:
        caller = None if number is None else f"Mrs Robot <{number}>"
        self._robot = self._pbx.call(self._desk, caller=caller, ring=after)

    def answered(self, within: float = 20) -> float:
        return self.robot.wait_answered(within)

    def ended(self, within: float = 45) -> float:
        return self.robot.wait_ended(within).at

    def heard(self) -> Heard:
        return Heard(self.robot.heard)

    def close(self) -> None:
        self.robot.hang_up()
