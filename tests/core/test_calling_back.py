"""Calling back: claim, our side, dial, and how it ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from desk.core.commands import Dial as DialCommand
from desk.core.commands import HangUp, Talk
from desk.core.events import AttemptEnded, ClaimEnded, ClockChanged, EndedBy, LineChanged, PromiseClaimed
from desk.core.model import Caller, Dial, Doing, LineState, Outcome, Policy, PromiseState
from desk.core.next_action import What, next_action
from tests.core.play import ANA, BEN, PREMIUM, WITHHELD, Play, hours, utc


def promised(policy: Policy | None = None) -> Play:
    """Ana was promised a callback by 10:20."""
    return Play(policy).is_greeted().presses("21").hears().hangs_up()


def state(play: Play) -> PromiseState:
    return play.promise.state


def outcome_of(play: Play) -> str | None:
    return play.promise.outcome_of


def test_one_press_claims_and_dials_and_the_person_hears_it_ring() -> None:
    play = promised().calls_back()
    assert play.last == (DialCommand(call="O", to=ANA), Talk(call="O"))
    assert play.doing("O") is Doing.DIALLING
    assert state(play) is PromiseState.CLAIMED
    assert play.promise.claimed_by == "Ana"
    assert play.rings_there().doing("O") is Doing.RINGING_THERE
    assert play.picks_up().doing("O") is Doing.TALKING
    assert play.last_is()
    assert play.call("O").reached


def test_after_it_was_answered_the_outcome_is_asked_of_the_person() -> None:
    play = promised().calls_back().rings_there().picks_up().ends()
    assert play.desk.calls == ()
    assert play.tried == []
    assert outcome_of(play) == "O"
    play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.REACHED, by="Ana"))
    assert play.desk.promises == ()
    assert play.ended[-1].state is PromiseState.KEPT


def test_it_is_kept_when_they_began_to_speak_in_time() -> None:
    """However long they spoke, and however late somebody says that they did."""
    play = promised()
    play.at = utc("2026-03-04 10:15")
    play.calls_back().rings_there().picks_up().after(600).ends()
    play.after(60).feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.REACHED, by="Ana"))
    assert play.ended[-1].state is PromiseState.KEPT


def test_a_machine_that_picked_up_in_time_keeps_nothing() -> None:
    play = promised()
    play.at = utc("2026-03-04 10:15")
    play.calls_back().rings_there().picks_up().ends()
    play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.VOICEMAIL, by="Ana")).after(600)
    play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.REACHED, by="Ana"))
    assert play.ended[-1].state is PromiseState.BROKEN


def test_voicemail_is_what_the_person_says() -> None:
    play = promised().calls_back().picks_up().drops("O").ends(by=EndedBy.DESK)
    assert outcome_of(play) == "O"
    play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.VOICEMAIL, by="Ana"))
    assert play.promise.attempts == 1
    assert outcome_of(play) is None
    assert play.promise.claimed_until is None
    assert play.promise.put_off_until == play.at + timedelta(minutes=15)


@pytest.mark.parametrize("outcome", [Outcome.BUSY, Outcome.REFUSED, Outcome.NO_ANSWER, Outcome.FAILED])
def test_who_is_not_reached_is_noted_by_itself_and_tried_again(outcome: Outcome) -> None:
    play = promised().calls_back().ends(outcome=outcome)
    assert [(e.outcome, e.call, e.by) for e in play.tried] == [(outcome, "O", "Ana")]
    assert state(play) is PromiseState.OPEN
    assert play.promise.claimed_by == ""
    assert play.promise.put_off_until == play.at + timedelta(minutes=15)


def test_it_rings_so_long_and_no_longer() -> None:
    play = promised().calls_back().rings_there().after(40)
    assert play.last == (HangUp(call="O"),)
    assert play.doing("O") is Doing.LEAVING
    play.ends(by=EndedBy.DESK)
    assert [e.outcome for e in play.tried] == [Outcome.NO_ANSWER]


def test_picked_up_in_the_moment_we_gave_up_is_hung_up() -> None:
    play = promised().calls_back().rings_there().after(40).picks_up()
    assert play.last == (HangUp(call="O"),)
    assert play.doing("O") is Doing.LEAVING


def test_a_slip_of_the_finger_is_no_attempt() -> None:
    play = promised().calls_back().drops("O").ends(outcome=Outcome.NO_ANSWER, by=EndedBy.DESK)
    assert play.tried == []
    assert state(play) is PromiseState.OPEN
    assert play.promise.put_off_until is None
    assert play.calls_back("P").doing("P") is Doing.DIALLING


def test_after_three_attempts_nobody_could_be_reached() -> None:
    play = promised()
    for n in range(3):
        play.calls_back(f"O{n}").ends(f"O{n}", Outcome.NO_ANSWER).after(900)
    assert play.desk.promises == ()
    assert play.ended[-1].state is PromiseState.NOT_REACHED


def test_who_is_engaged_three_times_within_a_minute_is_not_given_up() -> None:
    play = promised()
    for n in range(3):
        play.calls_back(f"O{n}").ends(f"O{n}", Outcome.BUSY).after(20)
    assert play.promise.attempts == 1
    assert len(play.tried) == 3
    play.feed(ClockChanged(at=play.at, seconds=-7200))
    play.at -= timedelta(hours=2)
    play.after(899).calls_back("P").ends("P", Outcome.BUSY)
    assert play.promise.attempts == 2


def test_who_is_tried_again_sooner_and_answers_is_asked_about_at_once() -> None:
    play = promised().calls_back().ends(outcome=Outcome.BUSY).after(60)
    play.calls_back("P").picks_up("P").ends("P")
    assert next_action(play.desk, play.at, play.policy).what is What.SAY_OUTCOME


def test_an_outcome_said_while_speaking_is_not_asked_for_again() -> None:
    play = promised().calls_back().picks_up()
    play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.VOICEMAIL, by="Ana", call="O"))
    assert play.doing("O") is Doing.TALKING
    play.ends()
    assert outcome_of(play) is None
    assert play.promise.attempts == 1
    assert play.promise.claimed_until is None


def test_attempts_that_our_own_line_spoilt_do_not_count() -> None:
    play = promised()
    play.feed(LineChanged(at=play.at, state=LineState.UNREACHABLE))
    for n in range(5):
        play.calls_back(f"O{n}").ends(f"O{n}", Outcome.FAILED)
    assert play.promise.attempts == 0
    assert play.promise.put_off_until is None


def test_the_next_attempt_is_inside_the_opening_hours() -> None:
    play = Play(hours("09:00-17:00"), at="2026-03-04 16:30").is_greeted().presses("21").hangs_up()
    play.after(20 * 60).calls_back().ends(outcome=Outcome.BUSY)
    assert play.promise.put_off_until == utc("2026-03-05 09:00")


def test_a_call_that_was_cut_while_speaking_goes_on_as_soon_as_can_be() -> None:
    for cut in (lambda p: p.ends(by=EndedBy.LINE), Play.engine_is_killed):
        play = cut(promised().calls_back().picks_up())
        assert play.promise.cut
        assert outcome_of(play) is None
        assert state(play) is PromiseState.OPEN
        assert play.unexpected == []


def test_a_call_that_was_cut_before_the_answer_was_no_attempt() -> None:
    play = promised().calls_back().rings_there().engine_is_killed()
    assert play.tried == []
    assert state(play) is PromiseState.OPEN
    assert not play.promise.cut


# -- one at a time


def test_one_call_back_of_a_promise_at_a_time() -> None:
    play = promised().calls_back().calls_back("P")
    assert play.desk.call("P") is None
    assert len(play.unexpected) == 1


def test_nobody_calls_who_is_claimed_by_another() -> None:
    play = promised()
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ben")).calls_back()
    assert play.desk.calls == ()
    assert len(play.unexpected) == 1
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ana"))
    assert play.promise.claimed_by == "Ben"
    assert play.calls_back(by="Ben").doing("O") is Doing.DIALLING


def test_a_claim_without_a_call_expires() -> None:
    play = promised()
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ben")).after(299)
    assert state(play) is PromiseState.CLAIMED
    play.after(1)
    assert state(play) is PromiseState.OPEN
    assert [e.expired for e in play.journal if isinstance(e, ClaimEnded)] == [True]


def test_a_claim_lives_as_long_as_its_call() -> None:
    play = promised().calls_back().picks_up().after(3600)
    assert state(play) is PromiseState.CLAIMED


def test_a_claim_is_given_back() -> None:
    play = promised()
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ben"))
    play.feed(ClaimEnded(at=play.at, promise=1, by="Ben"))
    assert play.promise.claimed_by == ""
    play.feed(ClaimEnded(at=play.at, promise=1, by="Ben"))
    assert len(play.unexpected) == 1


def test_whose_outcome_nobody_said_is_not_called_again() -> None:
    play = promised().calls_back().picks_up().ends().calls_back("P")
    assert play.desk.calls == ()
    assert len(play.unexpected) == 1


# -- may it be dialled


@pytest.mark.parametrize("to", [PREMIUM, WITHHELD, Caller(key="sos", dial=Dial.EMERGENCY)])
def test_a_number_that_must_not_be_dialled_is_not(to: Caller) -> None:
    play = promised().calls_back(to=to)
    assert play.desk.calls == ()
    assert state(play) is PromiseState.OPEN
    assert len(play.unexpected) == 1
    play.desk = replace(play.desk, promises=(replace(play.promise, caller=to),))
    assert play.calls_back().commands[-1:] != [DialCommand(call="O", to=to)]
    assert len(play.unexpected) == 2


def test_another_number_is_dialled_when_it_is_named() -> None:
    assert promised().calls_back(to=BEN).last[0] == DialCommand(call="O", to=BEN)


def test_so_many_calls_an_hour() -> None:
    play = promised(Policy(calls_per_hour=2, retries=9))
    for n in range(2):
        play.calls_back(f"O{n}").ends(f"O{n}", Outcome.BUSY)
    play.calls_back("O2")
    assert play.desk.calls == ()
    assert len(play.unexpected) == 1
    assert play.after(3600).calls_back("O3").doing("O3") is Doing.DIALLING


# -- crossing


def test_calling_back_while_speaking_parks_who_is_spoken_with() -> None:
    play = promised().holds("B", BEN).takes("B").calls_back()
    assert (play.doing("B"), play.doing("O")) == (Doing.PARKED, Doing.DIALLING)


def test_who_rings_in_while_being_called_is_taken_and_no_more_rung() -> None:
    play = promised().calls_back().rings_there().holds("B", ANA).takes("B")
    assert play.doing("B") is Doing.TALKING
    assert play.doing("O") is Doing.LEAVING
    assert play.desk.promises == ()
    play.ends(outcome=Outcome.NO_ANSWER, by=EndedBy.DESK).after(2).hangs_up("B")
    assert play.unexpected == []
    assert play.desk.promises == ()


def test_nobody_is_rung_any_longer_for_a_promise_that_ended() -> None:
    from desk.core.events import PromiseClosed

    play = promised().calls_back().rings_there()
    play.feed(PromiseClosed(at=play.at, promise=1, state=PromiseState.ANSWERED_ELSEWHERE))
    assert HangUp(call="O") in play.last
    assert play.ends(by=EndedBy.DESK).unexpected == []
