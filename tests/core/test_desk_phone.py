"""Through the desk phone: it rings first; not picked up, busy, hung up at any moment; all three ways."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.core.commands import Answer, HangUp, PlayMusic, RingDeskPhone, Say, Talk, Transfer
from desk.core.commands import Dial as DialCommand
from desk.core.events import ClaimEnded, ClockChanged, EndedBy
from desk.core.model import DeskPhoneWay, Doing, Outcome, Policy, Side, SideKind, Why
from tests.core.play import ANA, BEN, Play

PHONE = SideKind.DESK_PHONE


def taken(policy: Policy | None = None) -> Play:
    return Play(policy).holds().after(5).takes(side=PHONE, leg="L")


def talking() -> Play:
    return taken().picks_up("L")


def commands(play: Play) -> list[type]:
    return [type(c) for c in play.last]


def test_the_desk_phone_rings_and_the_caller_hears_so() -> None:
    play = taken()
    assert play.doing() is Doing.TAKEN
    assert play.told() == ["taken"]
    assert RingDeskPhone(call="L", shows=ANA) in play.last
    assert play.hears().last == (PlayMusic(call="A"),)
    assert play.picks_up("L").last == (Talk(call="A", leg="L"),)
    assert play.doing() is Doing.TALKING


def test_a_ringing_caller_is_answered_first() -> None:
    play = Play().rings().takes(side=PHONE, leg="L")
    assert play.last[0] == Answer(call="A")
    assert isinstance(play.last[1], Say)
    assert play.acknowledges().last_is()
    assert play.picks_up("L").last == (Talk(call="A", leg="L"),)


@pytest.mark.parametrize("how", ["in time", "busy", "unreachable"])
def test_not_picked_up_the_caller_holds_again_at_the_same_place(how: str) -> None:
    play = taken()
    held_since = play.call().held_since
    if how == "in time":
        play.after(20)
        assert HangUp(call="L") in play.last
    else:
        play.ends("L", Outcome.BUSY if how == "busy" else Outcome.FAILED)
    assert play.doing() is Doing.HOLDING
    assert play.told()[0] == "desk_not_answered"
    assert play.call().held_since == held_since
    assert play.desk.side.leg is None
    if how == "in time":
        assert play.ends("L", by=EndedBy.DESK).unexpected == []
    why = {"in time": Outcome.NO_ANSWER, "busy": Outcome.BUSY, "unreachable": Outcome.FAILED}[how]
    assert play.desk.side.missed is why
    assert play.after(20).desk.side == Side(kind=PHONE, ready=False)


@pytest.mark.parametrize("then", ["anew", "headset", "clock"])
def test_that_it_was_not_picked_up_is_said_until_somebody_tries_again(then: str) -> None:
    play = taken().ends("L", Outcome.BUSY)
    if then == "clock":
        play.at += timedelta(hours=1)
        play.feed(ClockChanged(at=play.at, seconds=3600))
        assert play.desk.side.missed is Outcome.BUSY
        play.after(21)
    else:
        play.takes(side=PHONE if then == "anew" else SideKind.HEADSET, leg="M")
    assert play.desk.side.missed is None


def test_the_caller_who_gives_up_while_it_rings_leaves_nothing_missed() -> None:
    assert taken().hangs_up().ends("L", by=EndedBy.DESK).desk.side.missed is None


def test_picked_up_after_we_gave_up_connects_nobody() -> None:
    play = taken().after(20).picks_up("L")
    assert not any(isinstance(c, Talk) for c in play.last)
    assert play.doing() is Doing.HOLDING


def test_the_person_hangs_up_the_desk_phone_and_the_call_is_over() -> None:
    play = talking().ends("L")
    assert play.last == (HangUp(call="A"),)
    play.hangs_up(by=EndedBy.DESK)
    assert play.desk.promises == ()
    assert play.unexpected == []


def test_a_desk_phone_that_is_lost_leaves_the_caller_on_hold() -> None:
    play = talking().ends("L", by=EndedBy.LINE)
    assert play.doing() is Doing.PARKED
    assert play.last == (PlayMusic(call="A"),)


def test_who_is_parked_stays_when_the_desk_phone_is_hung_up_and_rings_it_anew() -> None:
    play = talking().parks().ends("L")
    assert play.doing() is Doing.PARKED
    play.resumes(side=PHONE, leg="M")
    assert RingDeskPhone(call="M", shows=ANA) in play.last
    assert play.picks_up("M").last == (Talk(call="A", leg="M"),)


def test_not_picked_up_for_who_was_spoken_with_is_on_hold_again() -> None:
    play = talking().parks().ends("L").resumes(side=PHONE, leg="M").after(20)
    assert play.doing() is Doing.PARKED
    assert play.told() == ["desk_not_answered"]
    assert play.hears().last == (PlayMusic(call="A"),)


def test_the_desk_phone_stays_up_over_hold_and_swap() -> None:
    play = talking().holds("B", BEN).takes("B", side=PHONE, leg="M")
    assert play.last == (PlayMusic(call="A"), Talk(call="B", leg="L"))
    assert play.resumes("A", side=PHONE, leg="N").last == (PlayMusic(call="B"), Talk(call="A", leg="L"))


def test_the_desk_phone_is_hung_up_when_nobody_needs_it() -> None:
    assert talking().hangs_up().last == (HangUp(call="L"),)
    play = taken().hangs_up()
    assert HangUp(call="L") in play.last
    assert play.promise.why is Why.HUNG_UP
    # and the end of the leg is no surprise
    assert play.ends("L", by=EndedBy.DESK).unexpected == []
    assert play.desk.side.leaving == ()


def test_two_takes_in_a_row_ring_it_once() -> None:
    play = Play().holds("A").holds("B", BEN).takes("A", side=PHONE, leg="L").takes("B", side=PHONE, leg="M")
    assert play.doing("A") is Doing.HOLDING
    assert RingDeskPhone not in commands(play)
    assert play.picks_up("L").last[-1] == Talk(call="B", leg="L")
    assert play.ends("L").doing("B") is Doing.LEAVING


def test_turning_to_the_headset_lets_the_desk_phone_go() -> None:
    play = taken().takes("A")
    assert play.doing() is Doing.TALKING
    assert HangUp(call="L") in play.last
    assert Talk(call="A") in play.last


def test_a_call_back_is_dialled_when_the_desk_phone_is_picked_up() -> None:
    play = Play().is_greeted().presses("21").hangs_up().calls_back(side=PHONE, leg="L")
    assert play.last == (RingDeskPhone(call="L", shows=ANA),)
    assert play.doing("O") is Doing.TAKEN
    assert play.picks_up("L").last == (DialCommand(call="O", to=ANA), Talk(call="O", leg="L"))
    assert play.rings_there().picks_up("O").doing("O") is Doing.TALKING
    assert play.ends("O").last == (HangUp(call="L"),)


def test_a_call_back_that_nobody_picked_up_the_desk_phone_for_is_no_attempt() -> None:
    play = Play().is_greeted().presses("21").hangs_up().calls_back(side=PHONE, leg="L").after(20)
    assert play.desk.calls == ()
    assert play.tried == []
    assert play.promise.claimed_until is None
    assert [type(e) for e in play.journal if isinstance(e, ClaimEnded)] == [ClaimEnded]


def test_hanging_up_the_desk_phone_while_it_rings_there_gives_up() -> None:
    play = Play().is_greeted().presses("21").hangs_up().calls_back(side=PHONE, leg="L").picks_up("L")
    play.rings_there().ends("L")
    assert HangUp(call="O") in play.last
    play.ends("O", Outcome.NO_ANSWER, by=EndedBy.DESK)
    assert [e.outcome for e in play.tried] == [Outcome.NO_ANSWER]


def test_nothing_happens_without_the_name_of_the_leg() -> None:
    play = Play().holds().takes(side=PHONE)
    assert play.doing() is Doing.HOLDING
    assert len(play.unexpected) == 1


def test_an_engine_that_is_killed_forgets_the_desk_phone() -> None:
    play = talking().engine_is_killed()
    assert play.desk.side == Side()
    assert play.promise.why is Why.LINE_LOST


def test_the_clock_does_not_change_how_long_it_rings() -> None:
    from desk.core.events import ClockChanged

    play = taken()
    play.at += timedelta(hours=1)
    play.feed(ClockChanged(at=play.at, seconds=3600)).after(19)
    assert play.doing() is Doing.TAKEN
    assert play.after(1).doing() is Doing.HOLDING


# -- the PBX joins the two


def test_handed_over_the_caller_is_sent_to_the_phone() -> None:
    play = Play(Policy(desk_phone_way=DeskPhoneWay.HAND_OVER)).is_greeted().presses("21").hangs_up()
    play.rings("B").takes("B", side=PHONE, leg="L")
    assert play.doing("B") is Doing.TRANSFERRING
    assert [type(c).__name__ for c in play.last] == ["Answer", "Say", "QuietDesk"]
    assert play.hears("B").last == (PlayMusic(call="B"), Transfer(call="B", to=None, longest=20))
    play.transfer_ends(Outcome.REACHED, "B").hangs_up("B", by=EndedBy.DESK)
    assert play.desk.promises == ()
    assert play.desk.calls == ()


@pytest.mark.parametrize("told", [True, False])
def test_handed_over_and_not_picked_up_the_caller_holds_again(told: bool) -> None:
    play = taken(Policy(desk_phone_way=DeskPhoneWay.HAND_OVER)).hears()
    if told:
        play.transfer_ends(Outcome.NO_ANSWER)
    else:
        play.after(25)
    assert play.doing() is Doing.HOLDING
    assert play.told()[0] == "desk_not_answered"


def test_who_holds_again_can_still_leave_a_number_or_a_message() -> None:
    play = taken().after(20).presses("22").enters(BEN)
    assert play.doing() is Doing.CONFIRMING_NUMBER
    play = taken().after(20).presses("3").hears().spoke(5)
    assert play.doing() is Doing.REVIEWING


def test_who_holds_again_hears_so_to_the_end_whatever_came_due_meanwhile() -> None:
    play = Play().holds().after(175).takes(side=PHONE, leg="L").after(20)
    assert play.told() == ["taken", "desk_not_answered"] or play.told() == ["desk_not_answered"]
    assert play.doing() is Doing.HOLDING
    # the longest hold is over, and comes right after these words
    assert play.after(4).told() == ["hold_too_long", "promise"]
