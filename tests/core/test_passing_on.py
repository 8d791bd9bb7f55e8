"""Passing a call on: blind and attended, reached, failed, and ends in any order."""

from __future__ import annotations

import pytest

from desk.core.commands import Dial as DialCommand
from desk.core.commands import HangUp, Join, PlayMusic, Say, Talk, Transfer
from desk.core.events import EndedBy
from desk.core.model import Caller, Dial, Doing, Outcome, Policy, PromiseState, SideKind, Why
from desk.core.next_action import Because, What, next_action
from tests.core.play import BEN, CLEO, COLLEAGUE, PREMIUM, Play

FAILED = [Outcome.NO_ANSWER, Outcome.BUSY, Outcome.REFUSED, Outcome.FAILED]


def card(play: Play) -> tuple[What, Because, str | None]:
    found = next_action(play.desk, play.at, play.policy)
    return found.what, found.because, found.call


def talking() -> Play:
    return Play().holds().takes()


def asking() -> Play:
    """Ana is on hold, the colleague speaks with us."""
    return talking().consults().rings_there("C").picks_up("C")


# -- without asking


def test_the_caller_is_told_and_then_sent() -> None:
    play = talking().sends()
    assert play.doing() is Doing.TRANSFERRING
    assert play.told() == ["sending"]
    assert play.hears().last == (PlayMusic(call="A"), Transfer(call="A", to=COLLEAGUE, longest=30))
    play.transfer_ends(Outcome.REACHED)
    assert play.doing() is Doing.LEAVING
    play.hangs_up(by=EndedBy.DESK)
    assert play.desk.calls == ()
    assert play.desk.promises == ()
    assert play.unexpected == []


@pytest.mark.parametrize("after", ["passed on", "back", "taken"])
def test_a_key_does_not_cut_short_the_words_that_something_waits_for(after: str) -> None:
    """Who presses one while "sending" is said is sent all the same, and after an excuse there is music."""
    if after == "taken":
        play = Play().holds().takes(side=SideKind.DESK_PHONE, leg="L")
    else:
        play = talking().sends()
    if after == "back":
        play.hears().transfer_ends(Outcome.BUSY)
    assert [said.whole for said in play.last if isinstance(said, Say)] == [True]


def test_a_key_cuts_short_what_it_answers() -> None:
    assert [said.whole for said in Play().holds().last if isinstance(said, Say)] == [False]


def test_a_call_whose_end_is_not_told_is_ended() -> None:
    play = talking().sends().hears().transfer_ends(Outcome.REACHED).after(5)
    assert play.last == (HangUp(call="A"),)


@pytest.mark.parametrize("outcome", FAILED)
def test_who_could_not_be_passed_on_comes_back_with_a_word_of_excuse(outcome: Outcome) -> None:
    play = talking().sends().hears().transfer_ends(outcome)
    assert play.doing() is Doing.PARKED
    assert play.told() == ["transfer_back"]
    assert play.call().came_back is outcome
    assert play.call().sent_to == COLLEAGUE
    assert card(play) == (What.RESUME, Because.CAME_BACK, "A")
    assert play.hears().last == (PlayMusic(call="A"),)
    assert play.resumes().call().came_back is None


@pytest.mark.parametrize("heard", [True, False])
def test_nobody_waits_for_ever_for_word_of_a_transfer(heard: bool) -> None:
    play = talking().sends()
    if heard:
        play.hears()
    play.after(45)
    assert play.doing() is Doing.PARKED
    assert play.call().came_back is Outcome.FAILED


def test_who_is_back_goes_before_who_holds_but_not_before_urgent() -> None:
    play = talking().holds("B", BEN).sends().hears().transfer_ends(Outcome.BUSY)
    assert card(play)[2] == "A"
    play.presses("9", "B")
    assert card(play) == (What.TAKE_CALL, Because.URGENT, "B")


def test_who_hangs_up_on_the_way_is_owed_a_callback() -> None:
    play = talking().sends().hears().hangs_up()
    assert play.promise.why is Why.HUNG_UP
    play.transfer_ends(Outcome.BUSY)
    assert play.promise.why is Why.HUNG_UP
    assert play.unexpected == []


def test_the_end_may_come_before_the_word_that_they_are_connected() -> None:
    play = talking().sends().hears().hangs_up(by=EndedBy.DESK).transfer_ends(Outcome.REACHED)
    assert play.desk.promises == ()
    assert play.ended[-1].state is PromiseState.ANSWERED_ELSEWHERE
    assert play.unexpected == []


def test_a_holding_caller_is_sent_without_speaking() -> None:
    play = Play().is_greeted().presses("21").hangs_up().holds("B").sends(call="B").hears("B")
    play.transfer_ends(Outcome.REACHED, "B").hangs_up("B", by=EndedBy.DESK)
    assert play.ended[-1].state is PromiseState.ANSWERED_ELSEWHERE
    assert play.desk.promises == ()


@pytest.mark.parametrize("to", [PREMIUM, Caller(key="sos", dial=Dial.EMERGENCY)])
def test_nobody_is_sent_where_we_may_not_call(to: Caller) -> None:
    play = talking().sends(to)
    assert play.doing() is Doing.TALKING
    assert len(play.unexpected) == 1
    play.consults(to)
    assert play.doing() is Doing.TALKING
    assert len(play.unexpected) == 2


def test_calls_sent_on_count_among_the_calls_of_an_hour() -> None:
    play = Play(Policy(calls_per_hour=1)).holds().takes().sends(BEN).hears().transfer_ends(Outcome.BUSY)
    play.sends(BEN)
    assert play.doing() is Doing.PARKED
    assert len(play.unexpected) == 1
    assert play.sends(COLLEAGUE).doing() is Doing.TRANSFERRING


def test_two_callers_sent_at_once_are_not_one_more_than_the_calls_of_an_hour() -> None:
    play = Play(Policy(calls_per_hour=1)).holds().takes().holds("B", BEN).takes("B")
    play.sends(BEN).sends(CLEO, "B")
    assert play.doing("B") is Doing.TALKING
    play.hears()
    assert [c.to for c in play.commands if isinstance(c, Transfer)] == [BEN]


def test_who_is_rung_and_then_sent_there_is_called_twice_and_counts_twice() -> None:
    play = Play(Policy(calls_per_hour=1)).holds().takes().consults(BEN).rings_there("C").joins()
    assert (play.doing(), play.doing("C")) == (Doing.PARKED, Doing.RINGING_THERE)
    assert len(play.unexpected) == 1
    play = Play(Policy(calls_per_hour=2)).holds().takes().consults(BEN).rings_there("C").joins().hears()
    assert play.last_is(PlayMusic, Transfer)
    assert len(play.desk.dialled) == 2


# -- asking first


def test_the_caller_hears_music_while_the_colleague_is_called() -> None:
    play = talking().consults()
    assert play.last == (PlayMusic(call="A"), DialCommand(call="C", to=COLLEAGUE), Talk(call="C"))
    assert (play.doing("A"), play.doing("C")) == (Doing.PARKED, Doing.DIALLING)
    play.rings_there("C").picks_up("C")
    assert (play.doing("A"), play.doing("C")) == (Doing.PARKED, Doing.TALKING)


@pytest.mark.parametrize("outcome", FAILED)
def test_a_colleague_who_cannot_be_had_leaves_the_caller_on_hold_and_next(outcome: Outcome) -> None:
    play = talking().holds("B", BEN).hangs_up("B").consults().ends("C", outcome)
    assert play.doing() is Doing.PARKED
    assert card(play) == (What.RESUME, Because.PARKED, "A")
    assert play.tried == []


def test_joined_both_calls_end() -> None:
    play = asking().joins()
    assert play.last == (Join(call="A", other="C", longest=30),)
    play.transfer_ends(Outcome.REACHED).hangs_up(by=EndedBy.DESK).ends("C", by=EndedBy.DESK)
    assert play.desk.calls == ()
    assert play.desk.promises == ()
    assert play.unexpected == []


def test_joined_and_failed_both_are_on_hold_and_the_caller_is_next() -> None:
    play = asking().joins().transfer_ends(Outcome.FAILED)
    assert (play.doing("A"), play.doing("C")) == (Doing.PARKED, Doing.PARKED)
    assert play.told("A") == ["transfer_back"]
    assert PlayMusic(call="C") in play.last
    assert card(play) == (What.RESUME, Because.CAME_BACK, "A")
    assert play.resumes("C").doing("C") is Doing.TALKING


def test_joined_while_it_still_rings_the_caller_is_sent_there() -> None:
    play = talking().consults().rings_there("C").joins()
    assert HangUp(call="C") in play.last
    assert play.told("A") == ["sending"]
    assert play.hears("A").last[-1] == Transfer(call="A", to=COLLEAGUE, longest=30)
    assert play.ends("C", by=EndedBy.DESK).unexpected == []


def test_the_colleague_goes_on_speaking_when_the_caller_has_hung_up() -> None:
    play = asking().hangs_up()
    assert play.promise.why is Why.HUNG_UP
    assert play.doing("C") is Doing.TALKING
    play.joins()
    assert len(play.unexpected) == 1
    assert play.drops("C").ends("C", by=EndedBy.DESK).desk.calls == ()


def test_the_colleague_who_hangs_up_leaves_the_caller_on_hold() -> None:
    play = asking().ends("C")
    assert card(play) == (What.RESUME, Because.PARKED, "A")
    assert play.resumes().doing() is Doing.TALKING


def test_swapping_between_caller_and_colleague() -> None:
    play = asking().resumes("A")
    assert (play.doing("A"), play.doing("C")) == (Doing.TALKING, Doing.PARKED)
    play.joins()
    assert (play.doing("A"), play.doing("C")) == (Doing.TRANSFERRING, Doing.TRANSFERRING)


def test_one_colleague_at_a_time_is_asked_about_a_call() -> None:
    play = asking().consults(BEN, call="D")
    assert play.desk.call("D") is None
    assert len(play.unexpected) == 1


def test_a_joined_colleague_whose_caller_is_gone_is_not_left_alone() -> None:
    play = asking().joins().hangs_up()
    assert play.doing("C") is Doing.TRANSFERRING
    play.after(60)
    assert HangUp(call="C") in play.last


def test_what_is_asked_of_calls_that_cannot_is_noted_only() -> None:
    play = Play().holds()
    before = play.desk
    play.consults().joins().sends(call="Z").transfer_ends(Outcome.BUSY).consults(about="Z")
    assert play.desk == before
    assert len(play.unexpected) == 5
