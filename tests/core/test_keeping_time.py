"""What time brings: new times, reminders, a hold that was forgotten, a Serving that was forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from desk.core.commands import Dial as DialCommand
from desk.core.commands import HangUp, Remind
from desk.core.events import (
    CallerTold,
    EndedBy,
    PromiseClaimed,
    PromisePutOff,
    PromiseRenegotiated,
    StillServing,
)
from desk.core.model import Dial, Doing, Outcome, Policy, Presence, PromiseState, Told
from desk.core.serving import still_serving_since
from tests.core.play import ANA, BEN, PREMIUM, Play, utc

SERVING, FREE = Presence.SERVING, Presence.FREE


def promised(play: Play | None = None) -> Play:
    """Ana was promised a callback by 10:20."""
    return (play or Play()).is_greeted().presses("21").hears().hangs_up()


def new_time(play: Play, by: datetime, told: Told = Told.NOT_TOLD, call: str | None = None) -> Play:
    return play.feed(
        PromiseRenegotiated(at=play.at, promise=1, promised_by=by, told=told, call=call, by="Ana")
    )


def told(play: Play) -> list[Outcome]:
    return [e.outcome for e in play.journal if isinstance(e, CallerTold)]


# -- a new time


def test_who_is_told_is_dialled_as_the_number_is_now() -> None:
    play = promised()
    dear = replace(ANA, dial=Dial.NOT_ALLOWED)
    wanted = PromiseRenegotiated(
        at=play.at, promise=1, promised_by=utc("2026-03-04 11:00"), told=Told.BY_CALL, call="T", to=dear
    )
    assert not play.feed(wanted).last_is(DialCommand)
    assert (play.desk.calls, told(play)) == ((), [Outcome.FAILED])
    play.feed(replace(wanted, call="U", to=replace(ANA, vip=True)))
    assert play.last == (DialCommand(call="U", to=replace(ANA, vip=True)),)


def test_a_new_time_that_cannot_be_written_down_is_told_to_nobody() -> None:
    play = new_time(promised().records_fail(), utc("2026-03-04 11:00"), Told.BY_CALL, "T")
    assert not play.last_is(DialCommand)
    assert (play.desk.calls, told(play)) == ((), [Outcome.FAILED])
    play.records_work_again()
    assert new_time(play, utc("2026-03-04 11:30"), Told.BY_CALL, "U").last_is(DialCommand)


def test_a_new_time_stands_and_the_promise_stays_open() -> None:
    play = new_time(promised(), utc("2026-03-04 11:00"))
    assert play.promise.promised_by == utc("2026-03-04 11:00")
    assert play.promise.state is PromiseState.OPEN
    assert play.promise.renegotiated == 1
    assert not play.promise.missed
    assert new_time(play, utc("2026-03-04 11:30")).promise.renegotiated == 2


def test_a_new_time_after_the_old_one_passed_does_not_make_it_kept() -> None:
    play = new_time(promised().after(1300), utc("2026-03-04 11:00"))
    assert play.promise.missed
    play.calls_back().picks_up().holds("B", ANA).takes("B")
    assert play.ended[-1].state is PromiseState.BROKEN


def test_a_new_time_that_has_passed_is_none() -> None:
    play = new_time(promised(), utc("2026-03-04 09:00"))
    assert play.promise.promised_by == utc("2026-03-04 10:20")
    assert len(play.unexpected) == 1


def by_call() -> Play:
    return new_time(promised(), utc("2026-03-04 11:00"), Told.BY_CALL, "T")


def test_the_caller_is_told_by_a_call_the_desk_makes() -> None:
    play = by_call()
    assert play.last == (DialCommand(call="T", to=ANA),)
    play.rings_there("T").picks_up("T")
    assert play.doing("T") is Doing.TELLING
    assert play.told("T") == ["new_time"]
    assert play.phrases("T")[0].at == utc("2026-03-04 11:00")
    assert play.presses("1#", "T").doing("T") is Doing.TELLING
    assert play.hears("T").last == (HangUp(call="T"),)
    play.ends("T", by=EndedBy.DESK)
    assert told(play) == [Outcome.REACHED]
    assert play.tried == []
    assert play.promise.promised_by == utc("2026-03-04 11:00")


@pytest.mark.parametrize("outcome", [Outcome.BUSY, Outcome.NO_ANSWER, Outcome.REFUSED, Outcome.FAILED])
def test_how_telling_failed_is_said(outcome: Outcome) -> None:
    assert told(by_call().ends("T", outcome)) == [outcome]


def test_who_hangs_up_before_hearing_it_was_not_told() -> None:
    assert told(by_call().picks_up("T").ends("T")) == [Outcome.FAILED]


def test_telling_rings_so_long_and_no_longer() -> None:
    play = by_call().rings_there("T").after(40)
    assert HangUp(call="T") in play.last
    assert told(play.ends("T", by=EndedBy.DESK)) == [Outcome.NO_ANSWER]


def test_a_number_that_may_not_be_called_is_not_told_by_call() -> None:
    play = Play().is_greeted(caller=PREMIUM).presses("3").hears().spoke(5).presses("1").hangs_up()
    new_time(play, utc("2026-03-04 11:00"), Told.BY_CALL, "T")
    assert play.desk.calls == ()
    assert told(play) == [Outcome.FAILED]


def test_nobody_is_told_of_a_time_and_called_back_at_once() -> None:
    play = by_call().calls_back()
    assert play.desk.call("O") is None
    assert len(play.unexpected) == 1


def test_telling_does_not_take_the_person_away() -> None:
    play = promised().holds("B", BEN).takes("B")
    new_time(play, utc("2026-03-04 11:00"), Told.BY_CALL, "T").picks_up("T")
    assert (play.doing("B"), play.doing("T")) == (Doing.TALKING, Doing.TELLING)


# -- a promise due soon


def reminders(play: Play, seconds: float) -> int:
    return play.after(seconds).last.count(Remind())


def test_one_soft_sound_when_a_promise_becomes_due_soon() -> None:
    play = promised()
    assert reminders(play, 14 * 60) == 0
    assert reminders(play, 60) == 1
    assert reminders(play, 3600) == 0


def test_while_serving_nothing_sounds_and_then_it_does_first_thing() -> None:
    play = promised(Play().is_(SERVING))
    assert reminders(play, 16 * 60) == 0
    assert Remind() in play.is_(FREE).last
    assert play.is_(SERVING).is_(FREE).last.count(Remind()) == 0


def test_a_new_time_is_reminded_of_anew() -> None:
    play = promised()
    reminders(play, 16 * 60)
    new_time(play, play.at + timedelta(minutes=30))
    assert reminders(play, 3600) == 1


def test_who_is_being_called_is_not_reminded_of() -> None:
    play = promised()
    play.after(13 * 60).feed(PromiseClaimed(at=play.at, promise=1, by="Ben"))
    assert reminders(play, 120) == 0


# -- a hold that was forgotten


def test_a_forgotten_hold_sounds_softly() -> None:
    play = Play().holds()
    assert play.after(59).sound == ""
    assert play.after(1).sound == "alarm"
    assert play.takes().sound == ""
    play.parks()
    assert play.after(59).sound == ""
    assert play.after(1).sound == "alarm"
    assert play.resumes().sound == ""


def test_a_late_tick_still_alarms() -> None:
    from desk.core.events import Ticked

    play = Play().holds()
    play.at += timedelta(seconds=70)
    assert play.feed(Ticked(at=play.at)).sound == "alarm"


def test_while_serving_a_forgotten_hold_is_silent_until_it_ends() -> None:
    play = Play().is_(SERVING).holds().after(100)
    assert play.sound == ""
    assert play.is_(FREE).sound == "alarm"
    assert play.is_(SERVING).sound == ""


def test_an_urgent_caller_and_a_ringing_one_go_before_the_alarm() -> None:
    play = Play().holds().after(61).rings("B", BEN)
    assert play.sound == "ring"
    assert play.hangs_up("B").sound == "alarm"
    assert play.presses("9").sound == "urgent"


# -- a Serving that was forgotten


def asked(play: Play) -> datetime | None:
    return still_serving_since(play.desk, play.at, play.policy)


def test_a_forgotten_serving_is_asked_about_and_nothing_changes_by_itself() -> None:
    play = Play().is_(SERVING).after(1799)
    assert asked(play) is None
    since = play.after(1).at
    assert asked(play) == since
    assert asked(play.after(3600)) == since
    assert play.desk.chosen is SERVING


def test_still_serving_is_asked_again_after_as_long() -> None:
    play = Play().is_(SERVING).after(1900)
    play.feed(StillServing(at=play.at, by="Ana"))
    assert asked(play) is None
    assert asked(play.after(1799)) is None
    assert asked(play.after(1)) is not None


def test_any_change_ends_the_question() -> None:
    play = Play().is_(SERVING).after(1900)
    play.feed(StillServing(at=play.at)).is_(FREE)
    assert asked(play.after(4000)) is None
    assert asked(play.is_(SERVING)) is None
    assert asked(play.after(1800)) is not None
    assert play.is_(FREE).feed(StillServing(at=play.at)).unexpected != []


def test_the_desk_wakes_for_the_question() -> None:
    from desk.core.step import next_deadline

    play = Play(Policy()).is_(SERVING)
    due = next_deadline(play.desk, play.at, play.policy)
    assert due is not None
    assert timedelta(0) <= due - (play.at + timedelta(seconds=1800)) < timedelta(seconds=1)


def test_later_gives_the_claim_back() -> None:
    play = promised()
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ben"))
    play.feed(PromisePutOff(at=play.at, promise=1, until=play.at + timedelta(minutes=5)))
    assert play.promise.claimed_until is None
