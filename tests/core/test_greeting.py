"""How a call is met, by what the desk is doing; the greeting, the menu, its keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.core.commands import Answer, Say
from desk.core.events import ClockChanged, EndedBy, SayEnded, Unexpected
from desk.core.model import Choice, Dial, Doing, Policy, Presence, Why
from desk.core.step import settle
from tests.core.play import ANA, BEN, CHRISTMAS, WITHHELD, Play, hours, utc

FREE, SERVING, AWAY = Presence.FREE, Presence.SERVING, Presence.AWAY


@pytest.mark.parametrize(("presence", "seconds"), [(FREE, 20), (SERVING, 4)])
def test_a_call_rings_as_long_as_the_desks_state_wants(presence: Presence, seconds: float) -> None:
    play = Play().is_(presence).rings()
    assert play.doing() is Doing.RINGING
    assert play.after(seconds - 0.01).doing() is Doing.RINGING
    play.after(0.02)
    assert play.doing() is Doing.ANSWERING
    assert play.last[0] == Answer(call="A")
    assert play.told() == [f"greeting_{presence.value}", "menu_urgent"]


def test_ring_times_are_the_policys() -> None:
    policy = Policy(ring_free=7, ring_serving=1)
    assert Play(policy).rings().after(6.9).doing() is Doing.RINGING
    assert Play(policy).rings().after(7).doing() is Doing.ANSWERING
    assert Play(policy).is_(SERVING).rings().after(1).doing() is Doing.ANSWERING


def test_while_free_the_desk_rings_until_the_caller_is_greeted() -> None:
    play = Play().rings()
    assert play.sound == "ring"
    assert play.after(20).sound == ""


def test_while_serving_the_desk_stays_still() -> None:
    play = Play().is_(SERVING).rings()
    assert play.sound == ""
    play.after(4).acknowledges().hears().presses("1").after(170)
    assert play.sound == ""


def test_the_desk_rings_until_the_last_of_two_calls_is_greeted() -> None:
    play = Play().rings().after(5).rings("B", BEN)
    assert play.after(15).sound == "ring"
    assert play.after(5).sound == ""


def test_away_greets_at_once_with_the_away_text() -> None:
    play = Play().is_(AWAY).rings()
    assert play.last[0] == Answer(call="A")
    assert play.told() == ["greeting_away", "menu_urgent"]
    assert play.sound == ""


def test_closed_says_when_the_desk_opens_and_offers_callback_and_message() -> None:
    play = Play(hours(), at="2026-03-04 18:00").rings()
    assert play.told() == ["greeting_closed", "menu_closed"]
    assert play.phrases()[0].at == utc("2026-03-05 09:00")


def test_on_friday_evening_before_a_holiday_the_next_opening_is_the_day_after_it() -> None:
    policy = hours(holidays=(CHRISTMAS,))
    play = Play(policy, at="2026-12-24 18:00").rings()
    assert play.phrases()[0].at == utc("2026-12-28 09:00")


def test_a_desk_that_never_opens_again_greets_as_away() -> None:
    every_day = tuple(date(2026, 1, 1) + timedelta(days=n) for n in range(1000))
    play = Play(hours(holidays=every_day)).rings()
    assert play.told() == ["greeting_away", "menu_closed"]
    # and a promise has no time, rather than a wrong one
    play.acknowledges().presses("2").hears().presses("1")
    assert play.promise.promised_by is None


@pytest.mark.parametrize("key", ["1", "9"])
def test_nobody_holds_while_closed(key: str) -> None:
    play = Play(hours(), at="2026-03-04 18:00").rings().acknowledges().presses(key)
    assert play.told() == ["not_a_key", "menu_closed"]


def test_closed_cannot_be_chosen() -> None:
    play = Play().is_(Presence.CLOSED)
    assert play.desk.chosen is FREE
    assert len(play.unexpected) == 1


def test_a_ringing_call_is_met_by_what_the_desk_becomes() -> None:
    play = Play().rings().after(3).is_(SERVING)
    assert play.sound == ""
    assert play.after(0.9).doing() is Doing.RINGING
    assert play.after(0.2).told() == ["greeting_serving", "menu_urgent"]


def test_serving_begun_after_its_ring_time_greets_at_once() -> None:
    play = Play().rings().after(10).is_(SERVING).after(0)
    assert play.told() == ["greeting_serving", "menu_urgent"]


def test_a_call_that_rings_while_the_desk_closes_is_told_the_hours() -> None:
    play = Play(hours(), at="2026-03-04 16:59:55").rings().after(6)
    assert play.told() == ["greeting_closed", "menu_closed"]
    assert play.phrases()[0].at == utc("2026-03-05 09:00")
    assert play.sound == ""


def test_saying_serving_twice_does_not_begin_it_anew() -> None:
    play = Play().is_(SERVING).after(60).is_(SERVING)
    assert play.desk.chosen_since == utc("2026-03-04 10:00")


@pytest.mark.parametrize("stage", ["answering", "greeting", "choosing", "again"])
@pytest.mark.parametrize(
    ("key", "doing", "choice"),
    [
        ("1", Doing.HOLDING, Choice.HOLD),
        ("2", Doing.CONFIRMING_NUMBER, Choice.CALLBACK),
        ("3", Doing.RECORDING, Choice.MESSAGE),
        ("9", Doing.HOLDING, Choice.URGENT),
    ],
)
def test_a_key_interrupts_the_greeting_at_any_moment(
    stage: str, key: str, doing: Doing, choice: Choice
) -> None:
    play = Play().is_(AWAY).rings()
    if stage != "answering":
        play.acknowledges()
    if stage in ("choosing", "again"):
        play.hears()
    if stage == "again":
        play.after(8)
    before = play.call().say
    play.presses(key)
    assert play.doing() is doing
    assert play.call().choice is choice
    # a new Say stops what was playing; the end of the old one means nothing any more
    assert isinstance(play.last[0], Say)
    assert play.call().say == before + 1


def test_the_end_of_an_interrupted_prompt_is_not_the_end_of_the_new_one() -> None:
    play = Play().is_(AWAY).rings().acknowledges()
    old = play.call().say
    play.presses("3")
    play.feed(SayEnded(at=play.at, call="A", say=old))
    assert play.last == ()
    assert play.call().recording is None


def test_nine_is_neither_offered_nor_taken_when_urgent_is_off() -> None:
    play = Play(Policy(urgent=False)).is_(AWAY).rings()
    assert play.told() == ["greeting_away", "menu"]
    assert play.presses("9").told() == ["not_a_key", "menu"]


def test_silence_hears_the_menu_again_and_then_holds() -> None:
    play = Play().is_greeted()
    assert play.doing() is Doing.CHOOSING
    assert play.after(7.9).told() == []
    assert play.after(0.2).told() == ["menu_again", "menu_urgent"]
    assert play.hears().after(8).told() == ["menu_again", "menu_urgent"]
    assert play.hears().after(8).told() == ["hold_begin"]
    assert play.doing() is Doing.HOLDING


def test_the_menu_is_not_said_again_while_it_is_being_said() -> None:
    play = Play().is_(AWAY).rings().acknowledges()
    assert play.after(60).told() == []
    assert play.doing() is Doing.GREETING


def test_wrong_keys_are_told_so_and_then_hold() -> None:
    play = Play().is_greeted().presses("7")
    assert play.told() == ["not_a_key", "menu_urgent"]
    assert play.presses("#").told() == ["not_a_key", "menu_urgent"]
    assert play.presses("*").told() == ["hold_begin"]


def test_silence_while_closed_ends_with_a_goodbye_and_a_callback() -> None:
    play = Play(hours(), at="2026-03-04 18:00").rings().acknowledges().hears()
    play.after(8).hears().after(8).hears().after(8)
    assert play.told() == ["goodbye"]
    play.hears().hangs_up(by=EndedBy.DESK)
    assert play.promise.why is Why.HUNG_UP
    assert play.promise.promised_by is None


def test_how_often_the_menu_is_said_is_the_policys() -> None:
    play = Play(Policy(menu_tries=1, menu_wait=3)).is_greeted().after(3)
    assert play.doing() is Doing.HOLDING


def test_a_call_too_many_is_refused_busy_and_journaled() -> None:
    play = Play(Policy(max_calls=2)).rings("A").rings("B", BEN).rings("C", WITHHELD)
    assert play.refused == ["C"]
    assert play.desk.call("C") is None
    assert [type(e).__name__ for e in play.journal[-2:]] == ["CallRang", "CallEnded"]
    # the channel says it too: once is enough
    play.hangs_up("C", by=EndedBy.DESK)
    assert play.unexpected == []
    assert play.desk.promises == ()
    play.hangs_up("A").rings("D", BEN)
    assert play.refused == []


def test_a_refused_call_stays_refused_when_the_settings_allow_more_later() -> None:
    play = Play(Policy(max_calls=1)).rings("A").rings("B", BEN)
    play.policy = Policy()
    play.engine_is_killed()
    assert [p.call for p in play.desk.promises] == ["A"]


# -- the third call


def third_call(play: Play) -> Play:
    play.rings("A").after(1).hangs_up("A").after(60)
    play.rings("B").after(1).hangs_up("B").after(60)
    return play.rings("C")


def test_the_third_call_within_five_minutes_breaks_through() -> None:
    play = third_call(Play().is_(SERVING))
    assert play.call("C").breaks_through
    assert play.promise.breaks_through
    assert play.sound == "urgent"
    assert play.after(20).sound == ""
    assert play.joined[-1].breaks_through


def test_the_third_call_breaks_through_a_desk_that_is_away() -> None:
    play = third_call(Play().is_(AWAY))
    assert play.told("C") == ["greeting_again_asap", "menu_urgent"]
    assert play.sound == "urgent"


def test_two_calls_do_not_break_through() -> None:
    play = Play().is_(SERVING).rings("A").hangs_up("A").rings("B")
    assert not play.call("B").breaks_through


def test_three_calls_in_more_than_five_minutes_do_not_break_through() -> None:
    play = Play().is_(SERVING).rings("A").hangs_up("A").after(200).rings("B").hangs_up("B").after(101)
    assert not play.rings("C").call("C").breaks_through


def test_three_calls_without_a_promise_do_not_break_through() -> None:
    play = Play().is_(SERVING)
    for call in "AB":
        play.rings(call).hangs_up(call, elsewhere=True)
    assert not play.rings("C").call("C").breaks_through


def test_three_different_callers_do_not_break_through() -> None:
    play = Play().is_(SERVING).rings("A").hangs_up("A").rings("B", BEN).hangs_up("B")
    assert not play.rings("C", WITHHELD).call("C").breaks_through


def test_a_withheld_number_is_never_the_same_number() -> None:
    play = Play()
    for call in "ABCD":
        play.rings(call, WITHHELD).hangs_up(call)
    assert not play.rings("E", WITHHELD).call("E").breaks_through


def test_who_breaks_through_and_then_asks_for_a_callback_stops_the_sound() -> None:
    play = third_call(Play().is_(SERVING)).after(4).acknowledges("C").presses("2", "C")
    assert play.told("C") == ["promise"]
    assert play.sound == ""


# -- when nothing can be written


def test_while_nothing_can_be_written_callers_are_asked_to_ring_again() -> None:
    play = Play().records_fail().rings().after(20)
    assert play.last[0] == Answer(call="A")
    assert play.told() == ["ring_again"]
    play.acknowledges().hears()
    assert play.doing() is Doing.LEAVING


def test_when_writing_works_again_callers_are_greeted() -> None:
    assert Play().records_fail().records_work_again().rings().after(20).told()[0] == "greeting_free"


# -- what cannot be


def test_a_call_that_rings_twice_is_one_call() -> None:
    play = Play().rings().after(5).rings()
    assert len(play.desk.calls) == 1
    assert isinstance(play.journal[-1], Unexpected)
    assert play.after(15).doing() is Doing.ANSWERING


def test_setting_the_clock_neither_shortens_nor_lengthens_the_ringing() -> None:
    for by in (3600.0, -3600.0):
        play = Play().rings().after(10)
        play.at += timedelta(seconds=by)
        play.feed(ClockChanged(at=play.at, seconds=by))
        assert play.after(9.9).doing() is Doing.RINGING
        assert play.after(0.2).doing() is Doing.ANSWERING


@pytest.mark.parametrize("seconds", [1e300, -1e300, float("inf"), float("nan")])
def test_a_clock_set_to_nonsense_is_noted_only(seconds: float) -> None:
    play = Play().is_(SERVING).rings()
    desk, events, _ = settle(play.desk, ClockChanged(at=play.at, seconds=seconds), play.policy)
    assert desk == play.desk
    assert isinstance(events[-1], Unexpected)


def test_a_caller_is_not_met_by_dial() -> None:
    for dial in Dial:
        caller = ANA if dial is Dial.CAN else type(ANA)(key="x", dial=dial)
        assert Play().rings(caller=caller).after(20).told() == ["greeting_free", "menu_urgent"]
