"""Key 2: whose number, is it right, the promise, and what the caller hears of it."""

from __future__ import annotations

import pytest

from desk.core.commands import CollectNumber, Say
from desk.core.events import AttemptEnded, EndedBy, PromiseMade
from desk.core.model import Caller, Choice, Dial, Doing, Outcome, Policy, PromiseState, Why
from tests.core.play import ANA, BEN, COLLEAGUE, NONE, PREMIUM, WITHHELD, Play, hours, utc


def wants_a_callback(caller: Caller = ANA, policy: Policy | None = None) -> Play:
    return Play(policy).is_greeted(caller=caller).presses("2")


def test_the_number_is_read_back() -> None:
    play = wants_a_callback()
    assert play.doing() is Doing.CONFIRMING_NUMBER
    assert play.told() == ["read_back"]
    assert play.phrases()[0].number == ANA
    assert play.desk.promises == ()


def test_one_confirms_and_the_promise_is_spoken_as_a_clock_time() -> None:
    play = wants_a_callback()
    play.presses("1")
    assert play.told() == ["promise"]
    # rang at 10:00:00, greeted at 10:00:20, 15 minutes, rounded up
    assert play.phrases()[0].at == utc("2026-03-04 10:20")
    assert play.promise.promised_by == utc("2026-03-04 10:20")
    assert play.promise.caller == ANA
    assert play.promise.why is Why.ASKED
    assert play.call().promise == play.promise.id
    assert play.doing() is Doing.LEAVING


def test_confirming_while_the_number_is_still_read_is_good_enough() -> None:
    assert wants_a_callback().presses("1").told() == ["promise"]


def test_the_promise_is_journaled_before_it_is_spoken() -> None:
    play = wants_a_callback().presses("1")
    assert isinstance(play.journal[-1], PromiseMade)
    assert isinstance(play.last[-1], Say)


def test_after_the_promise_the_desk_hangs_up_and_the_promise_stays() -> None:
    play = wants_a_callback().presses("1").hears()
    assert type(play.last[0]).__name__ == "HangUp"
    play.hangs_up(by=EndedBy.DESK)
    assert len(play.made) == 1
    assert play.joined == []


def test_hanging_up_while_the_promise_is_spoken_does_not_change_it() -> None:
    play = wants_a_callback().presses("1").hangs_up()
    assert play.promise.why is Why.ASKED
    assert play.joined == []


def test_a_key_while_the_promise_is_spoken_says_its_time_again() -> None:
    play = wants_a_callback().presses("1").presses("5")
    assert play.told() == ["promise_already"]
    assert play.phrases()[0].at == play.promise.promised_by
    assert play.doing() is Doing.LEAVING


def test_two_enters_another_number_which_is_read_back_too() -> None:
    play = wants_a_callback().presses("2")
    assert play.doing() is Doing.ENTERING_NUMBER
    assert play.told() == ["ask_number"]
    assert play.last[-1] == CollectNumber(call="A", wait=8.0)
    play.enters(BEN)
    assert play.told() == ["read_back"]
    assert play.phrases()[0].number == BEN
    play.presses("1")
    assert play.promise.caller == BEN


def test_a_wrong_key_reads_the_number_again() -> None:
    assert wants_a_callback().presses("5").told() == ["read_back"]


def test_silence_reads_the_number_again_and_then_takes_it_as_right() -> None:
    play = wants_a_callback().hears().after(8)
    assert play.told() == ["read_back"]
    assert play.hears().after(8).told() == ["read_back"]
    assert play.hears().after(8).told() == ["promise"]


@pytest.mark.parametrize("caller", [WITHHELD, NONE])
def test_a_withheld_number_is_asked_for(caller: Caller) -> None:
    play = wants_a_callback(caller)
    assert play.told() == ["ask_number_withheld"]
    assert play.doing() is Doing.ENTERING_NUMBER
    assert play.last[-1] == CollectNumber(call="A", wait=8.0)
    play.hears().enters(BEN).hears().presses("1")
    assert play.promise.caller == BEN


@pytest.mark.parametrize(
    ("dial", "refusal"),
    [
        (Dial.EMERGENCY, "refused_emergency"),
        (Dial.PREMIUM, "refused_premium"),
        (Dial.OURS, "refused_ours"),
        (Dial.INVALID, "refused_invalid"),
    ],
)
def test_a_number_that_must_not_be_called_is_refused_kindly(dial: Dial, refusal: str) -> None:
    bad = Caller(key="bad", dial=dial)
    # as the caller's own number: another one is asked for
    assert wants_a_callback(bad).told() == [refusal, "ask_number"]
    # as the number entered: a message is offered
    play = wants_a_callback(WITHHELD).enters(bad)
    assert play.told() == [refusal, "offer_message"]
    assert play.doing() is Doing.REFUSED_NUMBER
    assert play.presses("2").told() == ["ask_number"]
    assert play.enters(bad).presses("3").told() == ["message_intro", "beep"]
    assert play.call().choice is Choice.MESSAGE
    assert play.desk.promises == ()


def test_silence_after_a_refusal_offers_again_and_ends_with_a_goodbye() -> None:
    play = wants_a_callback(WITHHELD).enters(PREMIUM).hears().after(8)
    assert play.told() == ["offer_message"]
    assert play.hears().after(8).told() == ["goodbye"]
    play.hears().hangs_up(by=EndedBy.DESK)
    assert play.desk.promises == ()


def test_whose_own_number_is_good_is_called_there_when_no_other_came() -> None:
    play = wants_a_callback().presses("2").enters(PREMIUM).hears().after(8).hears().after(8)
    assert play.told() == ["goodbye"]
    play.hears().hangs_up(by=EndedBy.DESK)
    assert play.promise.caller == ANA
    assert play.promise.promised_by is None


def test_an_extension_entered_by_a_stranger_is_refused() -> None:
    play = wants_a_callback(WITHHELD).enters(COLLEAGUE)
    assert play.told() == ["refused_invalid", "offer_message"]


def test_a_colleague_is_called_back_on_an_extension() -> None:
    play = wants_a_callback(COLLEAGUE)
    assert play.told() == ["read_back"]
    assert play.presses("1").promise.caller == COLLEAGUE
    other = Caller(key="215", dial=Dial.EXTENSION)
    play = wants_a_callback(COLLEAGUE).presses("2").enters(other).presses("1")
    assert play.promise.caller == other


def test_nothing_entered_is_asked_again_and_ends_in_a_message() -> None:
    play = wants_a_callback(WITHHELD).enters(NONE)
    assert play.told() == ["menu_again", "ask_number"]
    assert isinstance(play.last[-1], CollectNumber)
    assert play.enters(NONE).told() == ["menu_again", "ask_number"]
    assert play.enters(NONE).told() == ["message_intro", "beep"]


def test_three_bad_numbers_end_in_a_message() -> None:
    play = wants_a_callback(WITHHELD).enters(PREMIUM).presses("2").enters(PREMIUM).presses("2")
    assert play.enters(PREMIUM).told() == ["message_intro", "beep"]


# -- one open promise per number


def test_a_second_call_is_told_the_time_it_already_has() -> None:
    play = wants_a_callback().presses("1").hangs_up().after(60)
    time = play.promise.promised_by
    play.is_greeted("B").presses("2", "B")
    assert play.told("B") == ["promise_already"]
    assert play.phrases("B")[0].at == time
    assert play.promise.promised_by == time
    assert len(play.made) == 1


def test_a_number_entered_that_has_a_promise_joins_it() -> None:
    play = wants_a_callback(BEN).presses("1").hangs_up()
    play.is_greeted("B", WITHHELD).presses("2", "B").enters(BEN, "B").presses("1", "B")
    # the time it has, in the words of a new one: a stranger does not learn that the number called us
    assert play.told("B") == ["promise"]
    assert play.phrases("B")[0].at == play.promise.promised_by
    assert len(play.desk.promises) == 1


def test_who_had_no_clock_time_and_asks_is_given_one() -> None:
    play = Play().rings().hangs_up()
    assert play.promise.promised_by is None
    play.is_greeted("B").presses("2", "B")
    assert play.told("B") == ["promise"]
    assert play.promise.promised_by == utc("2026-03-04 10:20")
    assert not play.promise.missed


def test_a_time_that_has_passed_is_not_promised_again() -> None:
    play = wants_a_callback().presses("1").hangs_up().after(3600)
    play.is_greeted("B").presses("2", "B")
    assert play.told("B") == ["promise"]
    assert play.phrases("B")[0].at == utc("2026-03-04 11:20")
    assert play.promise.promised_by == utc("2026-03-04 11:20")
    # and the first time was broken all the same
    assert play.promise.missed
    play.feed(AttemptEnded(at=play.at, promise=play.promise.id, outcome=Outcome.REACHED))
    assert play.ended[-1].state is PromiseState.BROKEN


def test_two_calls_of_one_number_at_once_have_one_promise() -> None:
    play = Play().is_greeted("A").is_greeted("B").presses("2", "A").presses("2", "B")
    play.presses("1", "A").presses("1", "B")
    assert play.told("B") == ["promise_already"]
    assert len(play.desk.promises) == 1


def test_after_a_promise_ended_the_next_has_another_id() -> None:
    play = wants_a_callback().presses("1").hangs_up()
    play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.REACHED))
    assert play.desk.promises == ()
    for number, call in ((2, "B"), (3, "C"), (4, "D")):
        play.is_greeted(call).presses("21", call).hangs_up(call)
        assert play.promise.id == number
        play.feed(AttemptEnded(at=play.at, promise=number, outcome=Outcome.REACHED))


@pytest.mark.parametrize("dial", [Dial.PREMIUM, Dial.OURS, Dial.INVALID, Dial.EMERGENCY])
def test_a_message_from_a_number_not_to_be_called_gets_no_clock_time_later(dial: Dial) -> None:
    bad = Caller(key="bad", dial=dial)
    play = Play().is_greeted(caller=bad).presses("3").hears().spoke(5).presses("1").hangs_up()
    play.is_greeted("B", bad).presses("2", "B")
    assert play.doing("B") is Doing.ENTERING_NUMBER
    assert play.promise.promised_by is None


# -- when nothing can be written


@pytest.mark.parametrize("stage", ["menu", "confirming"])
def test_while_nothing_can_be_written_nothing_is_promised(stage: str) -> None:
    play = Play().is_greeted()
    if stage == "confirming":
        play.presses("2")
    play.records_fail().presses("2" if stage == "menu" else "1")
    assert play.told() == ["ring_again"]
    assert play.desk.promises == ()
    assert play.made == []


def test_a_desk_that_opens_tomorrow_promises_tomorrow() -> None:
    play = Play(hours(), at="2026-03-04 18:00").rings().presses("21")
    assert play.phrases()[0].at == utc("2026-03-05 09:15")


def test_the_longest_menu_of_refusals_ends() -> None:
    """Whatever the caller keys in, the desk does not ask for ever."""
    play = Play(Policy(menu_tries=1)).is_greeted(caller=WITHHELD).presses("2").enters(NONE)
    assert play.told() == ["message_intro", "beep"]


@pytest.mark.parametrize("key", list("1234567890*#ABCD"))
def test_keys_of_a_number_being_entered_mean_nothing_else(key: str) -> None:
    play = wants_a_callback(WITHHELD).presses(key)
    assert play.last == ()
    assert play.doing() is Doing.ENTERING_NUMBER


def test_a_number_nobody_asked_for_is_noted_only() -> None:
    play = Play().is_greeted().enters(BEN)
    assert play.doing() is Doing.CHOOSING
    assert len(play.unexpected) == 1
