"""Who has a promise rings from another of their numbers: the same person, one promise, nothing told twice.

HOME and MOBILE are Ana's alone, so each comes with the other; what the directory does not say of them is
nobody's: Ben's number, one that two share, and a withheld one come alone.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.core.commands import Dial as DialCommand
from desk.core.commands import Say
from desk.core.events import EndedBy, PromiseEnded
from desk.core.model import Caller, Desk, Dial, Doing, Outcome, Policy, PromiseState
from desk.core.next_action import holding_line
from desk.core.step import replay
from tests.core.play import BEN, CLEO, PREMIUM, WITHHELD, Play, utc

HOME = Caller(key="home", dial=Dial.CAN)
MOBILE = Caller(key="mobile", dial=Dial.CAN)
AT_HOME, ON_MOBILE = ("mobile",), ("home",)
"""What is also theirs who rings from there."""
AT = utc("2026-03-04 10:20")


def promised_at_home() -> Play:
    """Asked to be called at home, and was told 10:20."""
    play = Play().is_greeted(caller=HOME, also=AT_HOME).presses("21").hears().hangs_up()
    assert play.promise.promised_by == AT
    return play


def hung_up_at_home() -> Play:
    """Hung up, and was told nothing."""
    return Play().rings(caller=HOME, also=AT_HOME).hangs_up()


def heard(play: Play, call: str) -> list[str]:
    """All that was said to this caller."""
    return [p.name for c in play.commands if isinstance(c, Say) and c.call == call for p in c.phrases]


def ends(play: Play) -> list[tuple[int, PromiseState]]:
    return [(e.promise, e.state) for e in play.journal if isinstance(e, PromiseEnded)]


def replayed(play: Play) -> bool:
    return replay(Desk(), play.journal, play.policy) == play.desk


def test_they_are_told_their_time_and_stand_in_line_since_it_was_promised() -> None:
    play = promised_at_home().after(60).holds("B", BEN).holds("M", MOBILE, ON_MOBILE)
    assert "greeting_again" in heard(play, "M")
    assert [c.id for c in holding_line(play.desk)] == ["M", "B"]


def test_taken_they_are_owed_nothing_any_more() -> None:
    play = promised_at_home().holds("M", MOBILE, ON_MOBILE).takes("M")
    assert ends(play) == [(1, PromiseState.KEPT)]
    assert play.drops("M").hangs_up("M", EndedBy.DESK).desk.promises == ()
    assert replayed(play)


def test_answered_on_another_phone_they_are_owed_nothing_either() -> None:
    play = promised_at_home().rings("M", MOBILE, ON_MOBILE).hangs_up("M", elsewhere=True)
    assert ends(play) == [(1, PromiseState.ANSWERED_ELSEWHERE)]


def test_who_asks_from_the_mobile_is_called_there_at_the_time_that_stands() -> None:
    play = promised_at_home().is_greeted("M", MOBILE, ON_MOBILE).presses("2", "M")
    # another number than was agreed is read back like any
    assert (play.doing("M"), play.call("M").number) == (Doing.CONFIRMING_NUMBER, MOBILE)
    play.presses("1", "M")
    assert play.told("M") == ["promise_already"]
    assert (len(play.made), len(play.joined)) == (1, 1)
    assert (play.promise.caller, play.promise.promised_by) == (MOBILE, AT)
    play.hears("M").hangs_up("M").calls_back()
    assert DialCommand(call="O", to=MOBILE) in play.last
    assert replayed(play)


def test_who_keys_in_the_number_at_home_is_called_there() -> None:
    play = promised_at_home().is_greeted("M", MOBILE, ON_MOBILE).presses("22", "M").enters(HOME, "M")
    play.presses("1", "M").hangs_up("M")
    assert (len(play.made), play.promise.caller) == (1, HOME)


def test_who_only_hangs_up_is_called_where_it_was_agreed() -> None:
    play = promised_at_home().rings("M", MOBILE, ON_MOBILE).after(20).hangs_up("M")
    assert (len(play.made), len(play.joined)) == (1, 1)
    assert play.promise.caller == HOME


def test_who_leaves_a_message_is_called_where_it_was_agreed() -> None:
    play = promised_at_home().is_greeted("M", MOBILE, ON_MOBILE).presses("3", "M").hears("M")
    play.spoke(5, "M").presses("1", "M").hangs_up("M")
    assert (len(play.promise.recordings), play.promise.caller) == (1, HOME)


def test_who_never_asked_is_called_where_they_rang_from_last() -> None:
    play = hung_up_at_home().rings("M", MOBILE, ON_MOBILE).hangs_up("M")
    assert (len(play.desk.promises), play.promise.caller) == (1, MOBILE)
    play = hung_up_at_home().is_greeted("M", MOBILE, ON_MOBILE).presses("3", "M").hears("M")
    assert play.spoke(5, "M").hangs_up("M").promise.caller == MOBILE


def test_who_holds_too_long_is_called_at_the_number_they_hold_with() -> None:
    play = promised_at_home().holds("M", MOBILE, ON_MOBILE).after(180)
    assert play.told("M")[-2:] == ["hold_too_long", "promise_already"]
    assert play.promise.caller == MOBILE


def test_a_number_that_may_not_be_called_takes_no_promise_with_it() -> None:
    dear = replace(PREMIUM, key="mobile")
    play = hung_up_at_home().rings("M", dear, ON_MOBILE).hangs_up("M")
    assert play.promise.caller == HOME
    play.is_greeted("N", dear, ON_MOBILE).presses("3", "N").hears("N").spoke(5, "N").hangs_up("N")
    assert (len(play.desk.promises), play.promise.caller) == (1, HOME)


def test_the_third_call_in_five_minutes_is_counted_over_all_their_numbers() -> None:
    play = hung_up_at_home().rings("M", MOBILE, ON_MOBILE).hangs_up("M").rings("H", HOME, AT_HOME)
    assert play.promise.breaks_through


def test_urgent_is_rate_limited_over_all_their_numbers() -> None:
    play = Play(Policy(urgent_per_hour=1)).is_greeted(caller=HOME, also=AT_HOME).presses("9").hangs_up()
    play.is_greeted("M", MOBILE, ON_MOBILE).presses("9", "M")
    assert play.told("M") == ["urgent_limit"]
    assert play.is_greeted("B", BEN).presses("9", "B").told("B") == ["urgent_through"]


def test_who_has_two_promises_since_before_the_directory_knew_is_told_of_one_and_owed_neither() -> None:
    play = Play().is_greeted(caller=HOME).presses("21").hangs_up().rings("X", MOBILE).hangs_up("X")
    assert [p.caller for p in play.desk.promises] == [HOME, MOBILE]
    play.is_greeted("M", MOBILE, ON_MOBILE)
    assert "greeting_again_asap" in heard(play, "M")  # of the number they ring from
    play.presses("1", "M").takes("M")
    assert sorted(ends(play)) == [(1, PromiseState.KEPT), (2, PromiseState.KEPT)]


@pytest.mark.parametrize("stranger", [BEN, MOBILE, WITHHELD])
def test_who_is_not_known_to_be_the_same_is_not(stranger: Caller) -> None:
    """Also of a number two people share: the directory then says nothing with the call."""
    play = promised_at_home().is_greeted("B", stranger)
    assert "greeting_free" in heard(play, "B")
    play.presses("1", "B").takes("B")
    assert ends(play) == []


def test_a_number_keyed_in_by_a_stranger_is_that_number_and_no_person() -> None:
    play = (
        promised_at_home().is_greeted("W", WITHHELD).presses("2", "W").enters(MOBILE, "W").presses("1", "W")
    )
    assert play.told("W") == ["promise"]
    assert [p.caller for p in play.desk.promises] == [HOME, MOBILE]


def test_a_number_keyed_in_that_is_not_theirs_is_a_promise_of_its_own() -> None:
    play = promised_at_home().is_greeted("M", MOBILE, ON_MOBILE).presses("22", "M").enters(CLEO, "M")
    play.presses("1", "M").hangs_up("M")
    assert [p.caller for p in play.desk.promises] == [HOME, CLEO]


def test_a_call_back_under_way_stays_with_the_number_it_rings() -> None:
    play = promised_at_home().calls_back().rings_there().is_greeted("M", MOBILE, ON_MOBILE)
    play.presses("21", "M").hangs_up("M")
    assert (play.call("O").caller, play.promise.caller) == (HOME, MOBILE)
    play.ends(outcome=Outcome.NO_ANSWER, by=EndedBy.DESK)
    assert (play.promise.attempts, play.promise.caller) == (1, MOBILE)


NUMBERS = {
    "home": (HOME, ("mobile", "work")),
    "mobile": (MOBILE, ("home", "work")),
    "work": (Caller(key="work", dial=Dial.CAN), ("home", "mobile")),
    "ben": (BEN, ()),
    "shared": (Caller(key="shared", dial=Dial.CAN), ()),
    "withheld": (WITHHELD, ()),
}
ACTS = ("hangs up", "asks", "says", "holds too long", "elsewhere")


@given(st.lists(st.tuples(st.sampled_from(sorted(NUMBERS)), st.sampled_from(ACTS)), max_size=10))
@settings(max_examples=150, deadline=None)
def test_however_they_ring_a_person_has_one_promise_at_a_number_of_theirs(
    calls: list[tuple[str, str]],
) -> None:
    play = Play()
    for n, (name, act) in enumerate(calls):
        caller, also = NUMBERS[name]
        call = f"c{n}"
        play.after(400)  # nobody breaks through
        before = {p.id: p for p in play.desk.promises}
        if act == "elsewhere":
            play.rings(call, caller, also).hangs_up(call, elsewhere=True)
        else:
            play.is_greeted(call, caller, also)
            if act == "asks" and caller.key is not None:
                play.presses("2", call)
                if play.doing(call) is Doing.CONFIRMING_NUMBER:
                    play.presses("1", call)
            elif act == "says":
                play.presses("3", call).hears(call).spoke(5, call).presses("1", call)
            elif act == "holds too long" and caller.key is not None:
                play.presses("1", call).after(180)
            play.hangs_up(call)
        anas = [p for p in play.desk.promises if p.caller.key in ("home", "mobile", "work")]
        assert len(anas) <= 1
        if act in ("asks", "holds too long") and name in ("home", "mobile", "work"):
            assert [p.caller for p in anas] == [caller]
        # of nobody else is anything changed, and none changed hands
        keys = {caller.key, *also}
        for promise in play.desk.promises:
            if promise.caller.key not in keys and promise.id in before:
                assert replace(promise, reminded=False) == replace(before[promise.id], reminded=False)
        assert {id for id, p in before.items() if p.caller.key not in keys} <= {
            p.id for p in play.desk.promises
        }
    assert play.unexpected == []
    assert replayed(play)
