"""Key 1 and key 9: music, the place in line, the offer, the longest hold, urgent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.core.commands import Phrase, PlayMusic, Say
from desk.core.events import ClockChanged
from desk.core.model import Caller, Choice, Dial, Doing, Policy, Presence, Why
from tests.core.play import ANA, BEN, CLEO, NONE, WITHHELD, Play, utc

SERVING = Presence.SERVING


def serving(policy: Policy | None = None) -> Play:
    return Play(policy).is_(SERVING)


def test_after_the_first_words_there_is_music() -> None:
    play = serving().holds()
    assert play.told() == ["hold_begin"]
    assert play.call().choice is Choice.HOLD
    assert play.hears().last == (PlayMusic(call="A"),)


def test_the_place_is_said_at_the_first_announcement() -> None:
    play = serving().holds().hears()
    assert play.after(9.9).told() == []
    assert play.after(0.2).told() == ["hold_next"]
    assert play.hears().last == (PlayMusic(call="A"),)


def test_the_second_in_line_is_told_so() -> None:
    play = serving().holds("A").holds("B", BEN).after(10)
    assert play.phrases("B") == [Phrase(name="hold_place", count=2)]


def test_the_offer_comes_every_half_minute_and_music_after_it() -> None:
    play = serving().holds().hears().after(29.9)
    assert "hold_offer" not in play.told()
    for _ in range(5):
        assert play.after(0.2).told() == ["hold_offer"]
        assert play.hears().last == (PlayMusic(call="A"),)
        assert play.after(29.7).told() == []
        play.after(0.1)


def test_place_and_offer_due_together_do_not_cut_each_other_short() -> None:
    play = serving(Policy(hold_first_announcement=30)).holds().hears().after(30)
    assert play.told() == ["hold_next", "hold_offer"]
    assert play.after(10).told() == []


def test_the_place_is_said_when_it_changes() -> None:
    play = serving().holds("A").holds("B", BEN).after(10).hears("A").hears("B")
    play.hangs_up("A")
    assert play.told("B") == ["hold_next"]


def test_who_was_not_told_a_place_is_not_told_that_it_changed() -> None:
    play = serving().holds("A").after(15).holds("B", BEN)
    play.hangs_up("A")
    assert play.told("B") == []


def test_the_line_moves_for_everybody_behind() -> None:
    play = serving()
    callers = [Caller(key=f"k{n}", dial=Dial.CAN) for n in range(4)]
    for n, caller in enumerate(callers):
        play.is_greeted(str(n), caller)
    for n in range(4):
        play.presses("1", str(n)).after(0.1)
    play.after(12)
    play.hangs_up("1")
    assert play.told("0") == []
    assert play.phrases("2") == [Phrase(name="hold_place", count=2)]
    assert play.phrases("3") == [Phrase(name="hold_place", count=3)]


def test_two_makes_it_a_callback_at_any_moment_of_the_hold() -> None:
    play = serving().holds().presses("2")
    assert play.told() == ["read_back"]
    assert play.presses("1").told() == ["promise"]
    assert play.promise.why is Why.ASKED


def test_three_makes_it_a_message() -> None:
    assert serving().holds().presses("3").told() == ["message_intro", "beep"]


def test_one_says_the_place() -> None:
    assert serving().holds().presses("1").told() == ["hold_next"]


def test_a_wrong_key_says_what_can_be_pressed_and_the_hold_goes_on() -> None:
    play = serving().holds().after(5).presses("5")
    assert play.told() == ["not_a_key", "hold_offer"]
    assert play.doing() is Doing.HOLDING
    assert play.after(5.1).told() == ["hold_next"]


def test_past_the_longest_hold_it_is_a_promised_callback_and_said_so() -> None:
    play = serving().holds().after(179.9)
    assert play.doing() is Doing.HOLDING
    play.after(0.2)
    assert play.told()[-2:] == ["hold_too_long", "promise"]
    assert play.promise.why is Why.HOLD_TOO_LONG
    assert play.promise.promised_by == play.phrases()[-1].at == utc("2026-03-04 10:20")
    assert play.doing() is Doing.LEAVING


def test_wrong_keys_do_not_make_the_hold_longer() -> None:
    play = serving().holds()
    for _ in range(17):
        play.after(10).presses("5")
    play.after(10.1)
    assert play.told()[-2:] == ["hold_too_long", "promise"]


def test_the_longest_hold_of_a_withheld_number_asks_for_one() -> None:
    play = serving().holds(caller=WITHHELD).after(180)
    assert play.told()[-2:] == ["hold_too_long", "ask_number_withheld"]
    play.enters(BEN).presses("1")
    assert play.told() == ["promise"]  # that it took too long was said already
    assert play.promise.why is Why.HOLD_TOO_LONG


def test_the_longest_hold_of_a_withheld_number_that_stays_silent_is_a_message() -> None:
    play = serving().holds(caller=WITHHELD).after(180).enters(NONE).enters(NONE).enters(NONE)
    assert play.told() == ["message_intro", "beep"]


def test_the_longest_hold_of_a_number_with_a_promise_says_its_time() -> None:
    play = serving().is_greeted("A").presses("21", "A").hangs_up("A").holds("B").after(180)
    assert play.told("B")[-2:] == ["hold_too_long", "promise_already"]
    assert len(play.made) == 1


def test_several_holds_that_end_at_the_same_moment_are_each_promised() -> None:
    play = serving()
    for call, caller in (("A", ANA), ("B", BEN), ("C", CLEO), ("D", BEN)):
        play.is_greeted(call, caller)
    for call in "ABCD":
        play.presses("1", call)
    play.after(180)
    assert [p.caller for p in play.desk.promises] == [ANA, BEN, CLEO]
    assert [p.id for p in play.desk.promises] == [1, 2, 3]
    for call in "ABC":
        assert play.told(call)[-2:] == ["hold_too_long", "promise"]
    assert play.told("D")[-2:] == ["hold_too_long", "promise_already"]
    assert play.unexpected == []


def test_the_longest_hold_while_nothing_can_be_written_promises_nothing() -> None:
    play = serving().holds().records_fail().after(180)
    assert play.told()[-1] == "ring_again"
    assert play.made == []


def test_setting_the_clock_neither_shortens_nor_lengthens_the_hold() -> None:
    for by in (3600.0, -3600.0):
        play = serving().holds().after(100)
        play.at += timedelta(seconds=by)
        play.feed(ClockChanged(at=play.at, seconds=by))
        assert play.after(79.9).doing() is Doing.HOLDING
        assert play.after(0.2).doing() is Doing.LEAVING


def test_the_time_served_is_not_changed_by_the_clock() -> None:
    play = serving().after(100)
    play.at += timedelta(hours=1)
    play.feed(ClockChanged(at=play.at, seconds=3600.0))
    assert play.desk.chosen_since == utc("2026-03-04 11:00")


# -- urgent


def test_urgent_rings_through_at_the_desk_and_holds() -> None:
    play = serving().is_greeted().presses("9")
    assert play.told() == ["urgent_through"]
    assert play.sound == "urgent"
    assert play.call().choice is Choice.URGENT
    assert play.after(19.9).sound == "urgent"
    assert play.after(0.2).sound == ""
    assert play.doing() is Doing.HOLDING


def test_urgent_goes_before_who_held_longer_and_they_are_told() -> None:
    play = serving().holds("A").after(12).hears("A").is_greeted("B", BEN).presses("9", "B")
    assert play.phrases("A") == [Phrase(name="hold_place", count=2)]
    assert play.call("B").urgent


def test_urgent_while_holding_is_heard_whole_with_the_new_place() -> None:
    play = serving().holds("A").holds("B", BEN).after(12).presses("9", "B")
    assert play.told("B") == ["urgent_through", "hold_next"]
    # in one Say: a second would cut the first short
    assert [c.call for c in play.last if isinstance(c, Say)] == ["B", "A"]
    assert play.phrases("A") == [Phrase(name="hold_place", count=2)]


def test_urgent_does_not_begin_the_hold_anew() -> None:
    play = serving().holds().after(100).presses("9").after(80.1)
    assert play.doing() is Doing.LEAVING


def test_more_than_twice_an_hour_urgent_is_a_hold() -> None:
    play = serving()
    for call in "AB":
        play.is_greeted(call).presses("9", call)
        assert play.told(call) == ["urgent_through"]
        play.after(25).hangs_up(call)
    play.is_greeted("C").presses("9", "C")
    assert play.told("C") == ["urgent_limit"]
    assert play.doing("C") is Doing.HOLDING
    assert play.call("C").choice is Choice.HOLD
    assert not play.call("C").urgent
    play.hangs_up("C")
    # the limit is each number's own
    play.is_greeted("D", BEN).presses("9", "D")
    assert play.told("D") == ["urgent_through"]
    play.hangs_up("D").after(3600)
    assert play.is_greeted("E").presses("9", "E").told("E") == ["urgent_through"]


def test_withheld_numbers_share_one_limit() -> None:
    play = serving(Policy(urgent_per_hour=1)).is_greeted("A", WITHHELD).presses("9", "A")
    play.is_greeted("B", WITHHELD).presses("9", "B")
    assert play.told("B") == ["urgent_limit"]


def test_urgent_can_be_switched_off_while_holding_too() -> None:
    play = serving(Policy(urgent=False)).holds().presses("9")
    assert play.told() == ["not_a_key", "hold_offer"]
    assert play.sound == ""


@pytest.mark.parametrize("keys", ["2", "21"])
def test_the_urgent_sound_stops_when_the_caller_is_promised_a_callback(keys: str) -> None:
    play = serving().is_greeted().presses("9").presses(keys)
    assert (play.sound == "") == (keys == "21")
