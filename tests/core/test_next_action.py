"""The one next thing, and because of what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.core.events import AttemptEnded, EndedBy, PromiseClaimed, PromisePutOff
from desk.core.model import Desk, Outcome, Policy, Presence, Why
from desk.core.next_action import Because, What, holding_line, next_action, promised
from desk.core.step import next_deadline
from tests.core.play import ANA, BEN, CLEO, COLLEAGUE, Play


def card(play: Play) -> tuple[What, Because]:
    found = next_action(play.desk, play.at, play.policy)
    return found.what, found.because


def who(play: Play) -> list[str | None]:
    return [p.caller.key for p in promised(play.desk, play.at, play.policy)]


def asked(play: Play, call: str, caller: object = ANA) -> Play:
    chosen = ANA if caller is ANA else BEN if caller is BEN else CLEO
    return play.is_greeted(call, chosen).presses("21", call).hangs_up(call)


def test_nothing_waits() -> None:
    assert next_action(Desk(), Play().at, Policy()).what is What.NOTHING


def test_a_waiting_voice_goes_before_a_promise() -> None:
    play = asked(Play(), "A").holds("B", BEN)
    assert card(play) == (What.TAKE_CALL, Because.HOLDING)
    assert next_action(play.desk, play.at, play.policy).call == "B"


def test_who_holds_long_is_said_so_from_the_alarm_on() -> None:
    play = Play().is_(Presence.SERVING).holds()
    assert card(play.after(59.9)) == (What.TAKE_CALL, Because.HOLDING)
    assert card(play.after(0.1)) == (What.TAKE_CALL, Because.HOLDING_LONG)


def test_urgent_goes_before_who_holds_longer() -> None:
    play = Play().holds("A").after(20).is_greeted("B", BEN).presses("9", "B")
    assert card(play) == (What.TAKE_CALL, Because.URGENT)
    assert [c.id for c in holding_line(play.desk)] == ["B", "A"]


@pytest.mark.parametrize(
    ("minutes", "because"),
    [(0, Because.PROMISED), (14, Because.PROMISED), (15, Because.DUE_SOON), (20, Because.OVERDUE)],
)
def test_a_promise_is_due_soon_and_then_overdue(minutes: int, because: Because) -> None:
    play = asked(Play(), "A")
    assert card(play.after(60 * minutes)) == (What.CALL_BACK, because)


def test_as_soon_as_free_says_why() -> None:
    play = Play().rings().hangs_up()
    assert card(play) == (What.CALL_BACK, Because.HUNG_UP)
    play = Play().rings().engine_is_killed()
    assert card(play) == (What.CALL_BACK, Because.LINE_LOST)
    play = Play().is_greeted().presses("3").hears().spoke(5).presses("1").hangs_up()
    assert card(play) == (What.LISTEN, Because.MESSAGE)


def test_the_order_is_calls_again_overdue_due_soon_promised_as_soon_as_free() -> None:
    play = Play().is_(Presence.SERVING)
    play.rings("A", COLLEAGUE).hangs_up("A")
    asked(play, "B", BEN).after(17 * 60)
    asked(play, "C", CLEO)
    play.rings("D").hangs_up("D").rings("E").hangs_up("E").rings("F").hangs_up("F")
    assert who(play) == ["ana", "ben", "cleo", "214"]
    assert card(play) == (What.CALL_BACK, Because.CALLS_AGAIN)
    assert play.promise_of("ana").why is Why.HUNG_UP


def test_what_was_put_off_is_passed_over_until_then() -> None:
    play = asked(Play(), "A").rings("B", BEN).hangs_up("B")
    play.feed(PromisePutOff(at=play.at, promise=1, until=play.at + timedelta(minutes=5)))
    assert next_action(play.desk, play.at, play.policy).promise == 2
    play.after(300)
    assert next_action(play.desk, play.at, play.policy).promise == 1


def test_a_put_off_promise_is_still_listed() -> None:
    play = asked(Play(), "A")
    play.feed(PromisePutOff(at=play.at, promise=1, until=play.at + timedelta(minutes=5)))
    assert card(play)[0] is What.NOTHING
    assert who(play) == ["ana"]


def test_each_change_of_the_card_is_a_time_the_desk_wants_to_be_woken_at() -> None:
    play = asked(Play().is_(Presence.SERVING), "A")
    play.feed(PromisePutOff(at=play.at, promise=1, until=play.at + timedelta(minutes=2)))
    play.holds("B", BEN)
    end = play.at + timedelta(minutes=25)
    shown = card(play)
    while play.at < end:
        due = next_deadline(play.desk, play.at, play.policy) or end
        # nothing changes by itself before that time
        almost = due - timedelta(milliseconds=2)
        if almost > play.at:
            assert (lambda n: (n.what, n.because))(next_action(play.desk, almost, play.policy)) == shown
        play.after(max(0.0, (min(due, end) - play.at).total_seconds()) + 0.001)
        shown = card(play)
    assert shown == (What.CALL_BACK, Because.OVERDUE)


def named(play: Play) -> tuple[What, Because, str | int | None]:
    found = next_action(play.desk, play.at, play.policy)
    return found.what, found.because, found.call or found.promise


def test_who_was_cut_goes_before_every_other_promise() -> None:
    play = Play().is_(Presence.SERVING)
    for call in "ABC":
        play.rings(call).hangs_up(call)
    play.holds("D", BEN).takes("D").hangs_up("D", by=EndedBy.LINE)
    assert who(play) == ["ben", "ana"]
    assert named(play)[:2] == (What.CALL_BACK, Because.LINE_LOST)
    # whatever the caller was doing, and whether or not there was a promise
    play.holds("E", ANA).hangs_up("E", by=EndedBy.LINE)
    assert who(play) == ["ana", "ben"]


def test_a_call_back_that_was_cut_is_next() -> None:
    play = asked(asked(Play(), "A"), "B", BEN).calls_back(promise=2).picks_up().ends(by=EndedBy.LINE)
    assert named(play) == (What.CALL_BACK, Because.LINE_LOST, 2)


def test_who_is_on_hold_for_the_person_comes_after_who_waits() -> None:
    play = Play().holds("A").takes("A").parks("A")
    assert named(play) == (What.RESUME, Because.PARKED, "A")
    assert named(play.after(60)) == (What.RESUME, Because.PARKED_LONG, "A")
    play.holds("B", BEN)
    assert named(play) == (What.TAKE_CALL, Because.HOLDING, "B")


def test_while_speaking_the_next_after_that_is_shown() -> None:
    play = asked(Play(), "A").holds("B", BEN).takes("B")
    assert named(play) == (What.CALL_BACK, Because.PROMISED, 1)
    play.holds("C", CLEO)
    assert named(play) == (What.TAKE_CALL, Because.HOLDING, "C")
    play.takes("C")
    assert named(play) == (What.RESUME, Because.PARKED, "B")


def test_the_outcome_comes_right_after_waiting_voices() -> None:
    play = asked(asked(Play(), "A"), "B", BEN).calls_back(promise=2).picks_up().ends()
    assert named(play)[:2] == (What.SAY_OUTCOME, Because.OUTCOME_WANTED)
    assert next_action(play.desk, play.at, play.policy).promise == 2
    play.rings("C", CLEO)
    assert named(play) == (What.TAKE_CALL, Because.RINGING, "C")
    play.hangs_up("C")
    # and stays so when the claim has expired
    assert named(play.after(400))[0] is What.SAY_OUTCOME
    play.feed(AttemptEnded(at=play.at, promise=2, outcome=Outcome.REACHED, call="O"))
    assert next_action(play.desk, play.at, play.policy).promise == 1


def test_a_promise_somebody_is_calling_is_offered_to_nobody() -> None:
    play = asked(Play(), "A").calls_back()
    assert named(play)[0] is What.NOTHING
    play.ends(outcome=Outcome.FAILED).after(900)
    assert named(play)[0] is What.CALL_BACK
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ben"))
    assert named(play)[0] is What.NOTHING
    assert named(play.after(300))[0] is What.CALL_BACK
