"""The clock of the machine is set, while the engine runs or while it does not: nobody waits for a year."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.core.dialling import May, may_dial
from desk.core.events import AttemptEnded, ClockChanged, PromiseClaimed, PromisePutOff
from desk.core.model import Outcome, Policy, Presence
from desk.core.next_action import What, next_action
from desk.core.serving import still_serving_since
from tests.core.play import BEN, Play

HOUR = timedelta(hours=1)


def promised(policy: Policy | None = None) -> Play:
    """Ana rang and hung up."""
    return Play(policy).holds().hangs_up()


def tried(policy: Policy | None = None) -> Play:
    """Ana was called back and found engaged: again in a quarter of an hour."""
    play = promised(policy)
    return play.feed(AttemptEnded(at=play.at, promise=1, outcome=Outcome.BUSY, by="Ana"))


def what(play: Play) -> What:
    return next_action(play.desk, play.at, play.policy).what


def is_set(play: Play, by: timedelta) -> Play:
    play.at += by
    return play.feed(ClockChanged(at=play.at, seconds=by.total_seconds()))


def is_set_while_off(play: Play, by: timedelta) -> Play:
    play.at += by
    return play.engine_is_killed()


def test_a_clock_set_back_by_years_passes_nobody_over() -> None:
    play = is_set(tried(), -timedelta(days=1500))
    assert what(play.after(8 * 3600 + 1)) is What.CALL_BACK


@pytest.mark.parametrize("by", [-HOUR, -timedelta(days=1500)])
def test_a_clock_set_back_while_the_engine_was_off_passes_nobody_over(by: timedelta) -> None:
    play = is_set_while_off(tried(), by)
    assert what(play.after(8 * 3600 + 1)) is What.CALL_BACK
    play = promised()
    play.feed(PromisePutOff(at=play.at, promise=1, until=play.at + 2 * HOUR, by="Ana"))
    is_set_while_off(play, by)
    assert what(play.after(8 * 3600 + 1)) is What.CALL_BACK


def test_a_claim_from_a_time_to_come_expires() -> None:
    play = promised()
    play.feed(PromiseClaimed(at=play.at, promise=1, by="Ana"))
    is_set_while_off(play, -timedelta(days=1500))
    assert what(play.after(301)) is What.CALL_BACK


def test_calls_from_a_time_to_come_count_for_an_hour_and_no_longer() -> None:
    play = promised(Policy(calls_per_hour=1)).calls_back().rings_there()
    is_set_while_off(play, -timedelta(days=1500))
    assert may_dial(play.desk, BEN, play.at, play.policy) is May.TOO_MANY
    play.after(3601)
    assert may_dial(play.desk, BEN, play.at, play.policy) is May.OK


def test_a_serving_from_a_time_to_come_is_asked_about() -> None:
    play = is_set_while_off(Play().is_(Presence.SERVING), -timedelta(days=1500))
    play.after(1801)
    assert still_serving_since(play.desk, play.at, play.policy) is not None


def test_urgent_calls_from_a_time_to_come_are_forgotten_in_an_hour() -> None:
    play = Play(Policy(urgent_per_hour=1)).is_greeted().presses("9").hangs_up()
    is_set_while_off(play, -timedelta(days=1500))
    play.after(3601).is_greeted("B").presses("9", "B")
    assert play.call("B").urgent
