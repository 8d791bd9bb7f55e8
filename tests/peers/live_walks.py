"""What the person at the desk does with people, by a real Asterisk: takes, holds, passes on, calls back.

Each walk is a test of test_live_call.py. Walks of one lane share a desk, one after the other; lanes go on
side by side. Whoever speaks has a pitch of their own, and what everybody heard is listened to afterwards.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from desk.core.model import Doing, Outcome, Presence, PromiseState
from desk.core.next_action import Because, What
from desk.core.views import PromiseView
from tests.peers import dialplan
from tests.peers.asterisk import FarEnd, hum, wait
from tests.peers.dialplan import outside, tone_of
from tests.peers.listening import Heard
from tests.peers.person import OTHER_VOICE, VOICE, Caller, Person, voices

Walk = Callable[[Person, str], None]


SPEAKS = 1.5
"""Seconds for which people speak, or are on hold."""


def heard_by(far: FarEnd) -> list[int]:
    """The voices that somebody whom we called heard, once they are gone."""
    far.wait_gone(15)
    return voices(far.heard)


def gone(person: Person, number: str) -> None:
    person.until(lambda view: not person.call(number, view).id, 10, f"{number} is gone")


def over(person: Person, *callers: Caller) -> None:
    """Everybody hangs up; nobody is left, and what they heard is written."""
    for caller in callers:
        caller.robot.hang_up()
        caller.robot.wait_ended(10)
    person.until(lambda view: not view.calls, 10, "no call is left")


# -- taken, held, swapped


def takes_holds_and_hangs_up(person: Person, number: str) -> None:
    caller = person.rung_by(number)
    person.says_next(What.TAKE_CALL, Because.HOLDING)
    person.takes(caller)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.parks(number)
    person.does(number, Doing.PARKED)
    person.says_next(What.RESUME, Because.PARKED)
    time.sleep(2 * SPEAKS)
    person.resumes(number)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.hangs_up(number)
    gone(person, number)
    assert number not in [p.number for p in person.view().promises]  # who was spoken with is owed nothing
    over(person, caller)
    assert caller.heard == [person.tone, person.tone]
    assert person.heard() == [caller.tone, caller.tone]
    music = Heard(caller.robot.heard)
    assert music.sounding(1, music.seconds) > 0.8, music.picture()  # the music plays meanwhile


def takes_while_it_rings(person: Person, number: str) -> None:
    """A caller who has not been greeted is spoken with at once."""
    person.chooses(Presence.FREE)
    robot = person.pbx.call(person.user, hum(VOICE), caller=f"Mrs Robot <{number}>")
    caller = Caller(robot, number, VOICE)
    person.does(number, Doing.RINGING)
    person.says_next(What.TAKE_CALL, Because.RINGING)
    person.takes(caller)
    robot.wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.chooses(Presence.SERVING)
    over(person, caller)
    assert caller.heard == [person.tone]
    assert person.heard() == [caller.tone]


def swaps_between_two(person: Person, number: str) -> None:
    """Each hears the person when it is their turn, and never the other."""
    one, other = person.rung_by(number, VOICE), person.rung_by(number[:-1] + "9", OTHER_VOICE)
    person.takes(one)
    person.does(one.number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.takes(other)
    for now, before in ((other, one), (one, other), (other, one)):
        if now.number != other.number or person.call(now.number).doing is Doing.PARKED:
            person.resumes(now.number)
        person.does(now.number, Doing.TALKING)
        assert person.call(before.number).doing is Doing.PARKED
        time.sleep(SPEAKS)
    over(person, other, one)
    assert person.heard() == [one.tone, other.tone, one.tone, other.tone]
    assert one.heard == [person.tone] * 2
    assert other.heard == [person.tone] * 2


def presses_keys(person: Person, number: str) -> None:
    """Keys that the person presses arrive, and are written nowhere."""
    caller = person.rung_by(number)
    person.takes(caller)
    person.does(number, Doing.TALKING)
    time.sleep(0.5)
    person.presses(number, "4071#*")
    time.sleep(4)
    assert caller.robot.keys == "4071#*"
    over(person, caller)
    assert "4071" not in str(person.engine.journal()).replace(number, "")
    assert "4071" not in person.engine.log_text


# -- passed on


def asks_and_joins(person: Person, number: str) -> None:
    caller = person.rung_by(number)
    person.takes(caller)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    before = person.rung("214")
    consult = person.asks(number, "214")
    far = person.rings("214", before + 1)
    far.wait_answered(10)
    person.until(lambda view: any(c.id == consult and c.doing is Doing.TALKING for c in view.calls))
    time.sleep(SPEAKS)
    assert person.call(number).doing is Doing.PARKED
    person.joins(consult)
    person.until(lambda view: not view.calls, 10, "both are connected with each other")
    time.sleep(3 * SPEAKS)
    over(person, caller)
    assert number not in [p.number for p in person.view().promises]
    assert caller.heard == [person.tone, tone_of("214")]
    assert heard_by(far) == [person.tone, caller.tone]
    assert person.heard() == [caller.tone, tone_of("214")]


def asks_in_vain(person: Person, number: str, to: str, outcome: Outcome) -> None:
    """Whoever is asked is not reached: the caller is on hold still, and the next thing to do."""
    caller = person.rung_by(number)
    person.takes(caller)
    person.does(number, Doing.TALKING)
    consult = person.asks(number, to)
    person.until(lambda view: consult not in [c.id for c in view.calls], 15, "the consult is over")
    assert person.call(number).doing is Doing.PARKED
    person.says_next(What.RESUME)
    person.resumes(number)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    over(person, caller)
    # the first time may be too short to be heard
    assert caller.heard in ([person.tone], [person.tone] * 2)


def sends(person: Person, number: str) -> None:
    caller = person.rung_by(number)
    person.takes(caller)
    person.does(number, Doing.TALKING)
    before = person.pbx.dialled("221")
    person.sends(number, "221")
    far = person.pbx.called("221", before + 1, 15)
    far.wait_answered(10)
    person.until(lambda view: not view.calls, 10, "the caller is passed on")
    time.sleep(3 * SPEAKS)
    over(person, caller)
    assert number not in [p.number for p in person.view().promises]
    assert caller.heard[-1:] == [tone_of("221")]
    assert set(caller.heard) <= {person.tone, tone_of("221")}
    assert heard_by(far) == [caller.tone]


def sends_in_vain(person: Person, number: str, to: str, outcome: Outcome) -> None:
    """The caller is not lost: told so, on hold, the next thing to do, and can be spoken with again."""
    caller = person.rung_by(number)
    person.takes(caller)
    person.does(number, Doing.TALKING)
    person.sends(number, to)
    person.does(number, Doing.TRANSFERRING)
    back = person.does(number, Doing.PARKED, 25)
    assert back.came_back is outcome, back
    person.says_next(What.RESUME, Because.CAME_BACK)
    time.sleep(SPEAKS)
    person.resumes(number)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    over(person, caller)
    assert caller.heard in ([person.tone], [person.tone] * 2)


def asks_and_is_hung_up_on(person: Person, number: str) -> None:
    """The colleague hangs up at once: as if they had not been asked."""
    asks_in_vain(person, number, "218", Outcome.REACHED)


IN_VAIN = {
    "215": Outcome.BUSY,
    "216": Outcome.NO_ANSWER,
    "217": Outcome.REFUSED,
}


# -- called back


def owed(person: Person, number: str) -> PromiseView:
    """Somebody rang and hung up: a callback is owed."""
    robot = person.pbx.call(person.user, wait(1), caller=f"Mrs Robot <{number}>")
    robot.wait_ended(20)
    person.until(lambda view: number in [p.number for p in view.promises], 8, "a callback is owed")
    return person.promise(number)


def calls_back(person: Person, does: str, one: int = 0) -> tuple[str, FarEnd]:
    number = outside(does, one)
    owed(person, number)
    digits = number.lstrip("+")
    before = person.rung(digits)
    person.calls_back(number)
    return number, person.rings(digits, before + 1)


def reaches(person: Person, _: str) -> None:
    """The person hears it ring, both hear each other, and the outcome is asked for and said."""
    number, far = calls_back(person, dialplan.ANSWERS)
    assert person.promise(number).state is PromiseState.CLAIMED
    far.wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.hangs_up(number)
    view = person.until(lambda view: not view.calls, 10, "it is over")
    assert view.next.what is What.SAY_OUTCOME, view.next
    assert person.promise(number).outcome_wanted
    person.says_outcome(number, Outcome.REACHED, "comes on Monday")
    assert number not in [p.number for p in person.view().promises]
    (kept,) = [p for p in person.engine.promises_as_json() if p["number"] == number]
    assert kept["state"] == "kept", kept
    assert heard_by(far) == [person.tone]
    assert person.heard() == [tone_of(far.number)]


def reaches_a_machine(person: Person, _: str) -> None:
    """Voicemail is never guessed: the person says so, and it is tried again later."""
    number, far = calls_back(person, dialplan.VOICEMAIL)
    far.wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.hangs_up(number)
    person.until(lambda view: not view.calls, 10, "it is over")
    person.says_next(What.SAY_OUTCOME)
    person.says_outcome(number, Outcome.VOICEMAIL)
    tried(person, number, Outcome.VOICEMAIL)


def _does_not_reach(person: Person, _: str, does: str, outcome: Outcome) -> None:
    """What the wire says is the outcome, without a word of the person; it is tried again later."""
    number, _far = calls_back(person, does)
    person.until(lambda view: not view.calls, 15, "it is over")
    tried(person, number, outcome)


def tried(person: Person, number: str, outcome: Outcome) -> None:
    promise = person.promise(number)
    assert [a.outcome for a in promise.attempts] == [outcome], promise
    assert promise.state is PromiseState.OPEN
    assert promise.put_off_until is not None, promise
    assert person.next.promise != promise.id  # not at once again


NOT_REACHED = {
    dialplan.BUSY: Outcome.BUSY,
    dialplan.DECLINES: Outcome.REFUSED,
    dialplan.FORBIDDEN: Outcome.REFUSED,
    dialplan.NO_ANSWER: Outcome.NO_ANSWER,
    dialplan.AWAY: Outcome.NO_ANSWER,
    dialplan.CONGESTION: Outcome.FAILED,
}


def presses_keys_there(person: Person, _: str) -> None:
    number, far = calls_back(person, dialplan.ANSWERS, 1)
    far.wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(0.5)
    person.presses(number, "19#")
    time.sleep(2)
    assert far.keys == "19#"
    person.hangs_up(number)
    person.until(lambda view: not view.calls, 10, "it is over")
    person.says_outcome(number, Outcome.REACHED)


def is_hung_up_on(person: Person, _: str) -> None:
    """The far end ends it: the outcome is asked for just the same."""
    number, far = calls_back(person, dialplan.ANSWERS, 2)
    far.wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(1)
    far.hang_up()
    person.until(lambda view: not view.calls, 10, "it is over")
    person.says_next(What.SAY_OUTCOME)
    person.says_outcome(number, Outcome.REACHED)


def rings_back(person: Person, number: str) -> None:
    """Who has a promise rings again, is told nothing twice, and the promise ends when they are taken."""
    owed(person, number)
    caller = person.rung_by(number)
    assert person.call(number).promise is not None
    person.takes(caller)
    person.does(number, Doing.TALKING)
    person.until(lambda view: number not in [p.number for p in view.promises], 5, "the promise is kept")
    time.sleep(SPEAKS)
    over(person, caller)
    (kept,) = [p for p in person.engine.promises_as_json() if p["number"] == number]
    assert kept["state"] == "kept", kept
    assert caller.heard == [person.tone]


Lane = dict[str, Walk]


def _lanes() -> dict[str, Lane]:
    """Walks by their names, those of one desk together."""

    def named(*walks: Walk) -> Lane:
        return {walk.__name__: walk for walk in walks}

    asked: Lane = {
        f"asks_in_vain_{outcome}": partial(asks_in_vain, to=to, outcome=outcome)
        for to, outcome in IN_VAIN.items()
    }
    sent: Lane = {
        f"sends_in_vain_{outcome}": partial(sends_in_vain, to=to, outcome=outcome)
        for to, outcome in IN_VAIN.items()
    }
    tried: Lane = {
        f"does_not_reach_{does}": partial(_does_not_reach, does=does, outcome=outcome)
        for does, outcome in NOT_REACHED.items()
    }
    return {
        "6000": named(takes_holds_and_hangs_up, takes_while_it_rings, swaps_between_two, presses_keys),
        "6001": named(asks_and_joins, asks_and_is_hung_up_on) | asked,
        "6002": named(sends) | sent,
        "6004": named(reaches, reaches_a_machine, presses_keys_there, is_hung_up_on, rings_back),
        "6005": tried,
    }


LANES = _lanes()
