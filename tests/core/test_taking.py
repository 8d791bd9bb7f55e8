"""Taking a caller, hold, swap, and hanging up, through the headset."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.core.commands import Answer, Discard, HangUp, PlayMusic, Talk
from desk.core.events import EndedBy, RecordingEndedBy
from desk.core.model import Doing, Presence, PromiseState, Why
from desk.core.next_action import Because, next_action
from tests.core.play import ANA, BEN, WITHHELD, Play
from tests.core.test_ending import STAGES


@pytest.mark.parametrize("stage", [s for s in STAGES if s not in ("ringing", "answering")])
def test_a_caller_is_taken_from_whatever_is_being_heard(stage: str) -> None:
    play = STAGES[stage][1](Play()).takes()
    assert play.doing() is Doing.TALKING
    assert Talk(call="A") in play.last
    assert play.call().reached
    assert play.call().by == "Ana"
    assert play.sound == ""
    play.after(2).hangs_up()
    assert play.desk.calls == ()
    assert play.desk.promises == ()
    assert play.unexpected == []


@pytest.mark.parametrize("stage", ["ringing", "answering"])
def test_who_is_not_answered_yet_is_spoken_with_once_the_answer_arrived(stage: str) -> None:
    play = STAGES[stage][1](Play()).takes()
    assert play.doing() is Doing.TAKEN
    assert play.last.count(Answer(call="A")) == (stage == "ringing")
    assert not any(isinstance(c, Talk) for c in play.last)
    assert play.acknowledges().last == (Talk(call="A"),)
    assert play.doing() is Doing.TALKING


def test_an_acknowledgement_that_never_comes_is_not_waited_for_for_ever() -> None:
    play = Play().rings().takes().after(5)
    assert play.doing() is Doing.TALKING
    assert Talk(call="A") in play.last


def test_a_message_being_made_is_not_kept_when_its_caller_is_taken() -> None:
    play = Play().is_greeted().presses("3").hears()
    recording = play.call().recording
    assert recording is not None
    play.takes()
    assert play.last == (Talk(call="A"), Discard(recording=recording))
    # what the channel still tells of it is nothing
    before = play.desk
    from desk.core.events import RecordingEnded

    play.feed(RecordingEnded(at=play.at, call="A", recording=recording, seconds=9, by=RecordingEndedBy.KEY))
    assert play.desk == before
    assert play.unexpected == []
    assert play.after(2).hangs_up().desk.promises == ()


def test_who_hears_the_goodbye_can_still_be_taken_and_the_promise_is_done() -> None:
    play = Play().is_greeted().presses("21").takes()
    assert play.doing() is Doing.TALKING
    assert play.ended[-1].state is PromiseState.KEPT
    assert play.after(2).hangs_up().desk.promises == ()


def test_who_was_hung_up_on_cannot_be_taken() -> None:
    play = Play().is_greeted().presses("21").hears().takes()
    assert play.doing() is Doing.LEAVING
    assert len(play.unexpected) == 1


def test_a_call_that_is_gone_cannot_be_taken() -> None:
    play = Play().takes("Z").resumes("Z").parks("Z").drops("Z")
    assert len(play.unexpected) == 4
    assert play.commands == []


def test_on_hold_there_is_music_and_then_the_two_speak_again() -> None:
    play = Play().holds().takes().parks()
    assert play.doing() is Doing.PARKED
    assert play.last == (PlayMusic(call="A"),)
    assert play.resumes().last == (Talk(call="A"),)
    assert play.doing() is Doing.TALKING


def test_taking_another_parks_who_is_spoken_with() -> None:
    play = Play().holds("A").holds("B", BEN).takes("A").takes("B")
    assert (play.doing("A"), play.doing("B")) == (Doing.PARKED, Doing.TALKING)
    # the first hears music before the second is heard
    assert play.last == (PlayMusic(call="A"), Talk(call="B"))
    play.resumes("A")
    assert (play.doing("A"), play.doing("B")) == (Doing.TALKING, Doing.PARKED)
    assert play.last == (PlayMusic(call="B"), Talk(call="A"))


def test_taking_a_ringing_caller_parks_who_is_spoken_with_first() -> None:
    play = Play().holds("A").takes("A").rings("B", BEN).takes("B")
    assert play.last[:2] == (PlayMusic(call="A"), Answer(call="B"))
    assert play.acknowledges("B").last == (Talk(call="B"),)


def test_taking_one_who_was_not_answered_yet_lets_the_other_hold() -> None:
    play = Play().holds("A").rings("B", BEN).takes("B").takes("A")
    assert (play.doing("A"), play.doing("B")) == (Doing.TALKING, Doing.HOLDING)
    assert play.told("B") == ["desk_not_answered"]


def test_hanging_up() -> None:
    play = Play().holds().takes().drops()
    assert play.doing() is Doing.LEAVING
    assert play.last == (HangUp(call="A"),)
    assert play.after(5).last == (HangUp(call="A"),)
    play.hangs_up(by=EndedBy.DESK)
    assert play.desk.calls == ()
    assert play.desk.promises == ()


def test_who_was_never_spoken_with_and_is_hung_up_is_owed_a_callback() -> None:
    play = Play().holds().drops().hangs_up(by=EndedBy.DESK)
    assert play.promise.why is Why.HUNG_UP
    play = Play().rings().drops()
    assert [type(c).__name__ for c in play.last] == ["Refuse", "QuietDesk"]
    assert play.hangs_up(by=EndedBy.DESK).promise.why is Why.HUNG_UP


PERSON: dict[str, Callable[[Play], Play]] = {
    "taken": lambda p: p.rings().takes(),
    "talking": lambda p: p.holds().takes(),
    "parked": lambda p: p.holds().takes().parks(),
}


@pytest.mark.parametrize("stage", PERSON)
def test_whoever_is_cut_is_owed_a_callback_line_lost(stage: str) -> None:
    for cut in (
        lambda p: p.hangs_up(by=EndedBy.LINE),
        lambda p: p.hangs_up(by=EndedBy.DESK),
        Play.engine_is_killed,
    ):
        play = cut(PERSON[stage](Play()))
        assert play.desk.calls == ()
        assert play.promise.why is Why.LINE_LOST
        assert play.unexpected == []


@pytest.mark.parametrize("stage", PERSON)
def test_nobody_is_called_who_withheld_the_number_and_was_cut(stage: str) -> None:
    who = {"taken": Play().rings(caller=WITHHELD), "talking": Play().holds(caller=WITHHELD)}
    play = who.get(stage, Play().holds(caller=WITHHELD)).takes().hangs_up(by=EndedBy.LINE)
    assert play.desk.promises == ()
    assert play.unexpected == []


def test_who_hangs_up_on_hold_is_owed_a_callback() -> None:
    play = Play().holds().takes().parks().hangs_up()
    assert play.promise.why is Why.HUNG_UP
    assert play.promise.caller == ANA


@pytest.mark.parametrize("again", [False, True])
def test_who_hangs_up_in_the_moment_of_being_taken_has_spoken_with_nobody(again: bool) -> None:
    """The hand that takes and the one that gives up meet: nobody at the desk would know of the caller."""
    play = Play().holds().takes()
    if again:
        play.after(60).parks().after(30).resumes()
    play.after(0.4).hangs_up()
    assert play.promise.why is Why.HUNG_UP
    assert next_action(play.desk, play.at, play.policy).because is Because.HUNG_UP


def test_speaking_with_somebody_keeps_the_promise_to_the_number() -> None:
    play = Play().is_greeted().presses("21").hangs_up().holds("B", ANA).takes("B")
    assert play.desk.promises == ()
    assert play.ended[-1].state is PromiseState.KEPT
    assert play.ended[-1].by == "Ana"


def test_speaking_with_somebody_after_the_time_is_broken() -> None:
    play = Play().is_greeted().presses("21").hangs_up().after(1300).holds("B", ANA).takes("B")
    assert play.ended[-1].state is PromiseState.BROKEN


def test_taking_while_serving_makes_no_sound() -> None:
    play = Play().is_(Presence.SERVING).holds().takes().parks().resumes().drops()
    assert play.sound == ""
