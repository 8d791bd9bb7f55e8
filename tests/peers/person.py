"""The person at the desk, as the walks of the live call have them: what they press, what they are shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk.core.model import Doing, Outcome, Presence, SideKind
from desk.core.next_action import Because, NextAction, What
from desk.core.views import CallView, PromiseView, View
from desk.link_types import (
    CallBack,
    ChoosePresence,
    Consult,
    DropCall,
    JoinConsult,
    NoteAttempt,
    ParkCall,
    ResumeCall,
    SendCall,
    SendKeys,
    TakeCall,
)
from tests.engine_process import Engine, Options
from tests.peers.asterisk import Asterisk, FarEnd, Robot, hum, keys, wait
from tests.peers.dialplan import ROBOT_DESK_PHONE, TONES, VOICES, tone_of
from tests.peers.listening import Heard, level, share

QUICK: dict[str, object] = {
    "ring_serving": 0.3,
    "ring_free": 1,
    "menu_wait": 4,
    "hold_first_announcement": 60,
    "hold_announcement": 60,
    "promise_minutes": 15,
    "promises_open": 500,
    "ring_desk": 4,
    "ring_there": 5,
    "transfer_longest": 5,
}
VOICE, OTHER_VOICE, THIRD_VOICE = VOICES


@dataclass
class Caller:
    """Somebody who calls in, with a voice of one pitch."""

    robot: Robot
    number: str
    tone: int

    @property
    def heard(self) -> list[int]:
        """The voices that were heard, in order, once the call is over; music and prompts are none."""
        return voices(self.robot.heard)


def voices(recording: Path) -> list[int]:
    """The pitches of people that are heard, in order: one that comes again after a pause comes again here.

    What the times are does not matter: Asterisk's recorder drops some of them on a busy machine.
    """
    heard, found = Heard(recording), list[tuple[int, float, float]]()
    size = heard.rate // 10
    for start in range(0, len(heard.values) - size + 1, size // 2):
        block, at = heard.values[start : start + size], start / heard.rate
        if level(block) < -45:
            continue
        hertz = next((tone for tone in TONES if share(block, heard.rate, tone, 14) > 0.85), None)
        if hertz is None:
            continue
        if found and found[-1][0] == hertz and at - found[-1][2] < PAUSE:
            found[-1] = (hertz, found[-1][1], at)
        else:
            found.append((hertz, at, at))
    return [hertz for hertz, start, end in found if end - start > 0.25]


PAUSE = 0.7
"""Seconds without a voice after which it is taken up again."""


class Person:
    """Somebody at a desk that is registered at the PBX, with the desk phone that the PBX plays.

    What the person hears is what that phone was told.
    """

    def __init__(
        self,
        pbx: Asterisk,
        folder: Path,
        user: str = "6000",
        *,
        policy: Options | None = None,
        **phone: object,
    ) -> None:
        self.pbx, self.user, self.folder = pbx, user, folder
        line: dict[str, object] = {
            "registrar": pbx.address,
            "user": user,
            "password": f"pw{user}",
            "desk_phone": ROBOT_DESK_PHONE,
            **phone,
        }
        self.engine = Engine(folder, phone=line, policy={**QUICK, **(policy or {})})

    # -- who calls

    def rung_by(self, number: str, tone: int = VOICE, holds: bool = True) -> Caller:
        """Somebody calls, and holds by key unless said otherwise; returns once they are in that state."""
        steps = (wait(1), keys("1")) if holds else ()
        robot = self.pbx.call(self.user, *steps, hum(tone), caller=f"Mrs Robot <{number}>")
        caller = Caller(robot, number, tone)
        robot.wait_answered(15)
        if holds:
            self.until(lambda view: self.call(number, view).doing is Doing.HOLDING, 15, f"{number} holds")
        return caller

    # -- what is shown

    def view(self) -> View:
        return self.engine.view()

    @property
    def next(self) -> NextAction:
        return self.view().next

    def call(self, number: str, view: View | None = None) -> CallView:
        """The newest live call of that number; one that has ended when there is none."""
        for call in reversed((view or self.view()).calls):
            if call.number == number:
                return call
        now = (view or self.view()).at
        return CallView(id="", doing=Doing.LEAVING, since=now, began_at=now, met=Presence.AWAY)

    def promise(self, number: str) -> PromiseView:
        """The one open promise to that number."""
        found = [p for p in self.view().promises if p.number == number]
        assert len(found) == 1, found
        return found[0]

    def until(self, true: Callable[[View], object], within: float = 20, what: str = "") -> View:
        """Wait until what is shown is so."""
        until = time.monotonic() + within
        while not true(view := self.view()):
            assert time.monotonic() < until, (
                f"after {within} s: {what}\n{view}\n{self.engine.log_text[-2500:]}"
            )
            time.sleep(0.03)
        return view

    def does(self, number: str, doing: Doing, within: float = 20) -> CallView:
        """Wait until the call of that number does this."""
        return self.call(
            number, self.until(lambda view: self.call(number, view).doing is doing, within, doing)
        )

    def says_next(self, what: What, because: Because | None = None) -> NextAction:
        """What the card must say now."""
        found = self.next
        assert found.what is what, found
        assert because is None or found.because is because, found
        return found

    # -- what they press

    def chooses(self, presence: Presence) -> None:
        self.engine.do(ChoosePresence(presence=presence))

    def takes(self, caller: Caller, side: SideKind | None = None) -> None:
        self.engine.do(TakeCall(call=self.call(caller.number).id, side=side))

    def parks(self, number: str) -> None:
        self.engine.do(ParkCall(call=self.call(number).id))

    def resumes(self, number: str) -> None:
        self.engine.do(ResumeCall(call=self.call(number).id))

    def hangs_up(self, number: str) -> None:
        self.engine.do(DropCall(call=self.call(number).id))

    def sends(self, number: str, to: str) -> None:
        self.engine.do(SendCall(call=self.call(number).id, to=to))

    def asks(self, number: str, to: str) -> str:
        return self.engine.do(Consult(call=self.call(number).id, to=to)).call

    def joins(self, consult: str) -> None:
        self.engine.do(JoinConsult(call=consult))

    def presses(self, number: str, pressed: str) -> None:
        self.engine.do(SendKeys(call=self.call(number).id, keys=pressed))

    def calls_back(self, number: str) -> str:
        return self.engine.do(CallBack(promise=self.promise(number).id)).call

    def says_outcome(self, number: str, outcome: Outcome, note: str = "") -> None:
        self.engine.do(NoteAttempt(promise=self.promise(number).id, outcome=outcome, note=note))

    # -- their own end

    def desk_phone(self) -> FarEnd:
        """The desk phone, as it was rung last."""
        return self.pbx.called(ROBOT_DESK_PHONE, self.rung(ROBOT_DESK_PHONE) or 1, by=self.user)

    def rung(self, number: str) -> int:
        """How often the person rang a number."""
        return self.pbx.dialled(number, self.user)

    def rings(self, number: str, nth: int) -> FarEnd:
        """Whom the person rings there, for the `nth` time."""
        return self.pbx.called(number, nth, 15, self.user)

    def clears(self) -> None:
        """After something went wrong: nobody is spoken with, nothing is asked."""
        self.pbx.end_calls_of(self.user)
        self.until(lambda view: not view.calls, 20, "no call is left")
        for promise in self.view().promises:
            self.engine.ask(NoteAttempt(promise=promise.id, outcome=Outcome.REACHED))
        self.chooses(Presence.SERVING)

    def heard(self) -> list[int]:
        """The voices that the person heard by the desk phone, as it was rung last, once it is hung up."""
        phone = self.desk_phone()
        phone.wait_gone(15)
        return voices(phone.heard)

    @property
    def tone(self) -> int:
        """The pitch of the person's own voice."""
        return tone_of(ROBOT_DESK_PHONE)
