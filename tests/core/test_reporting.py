from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desk.core.reporting import WEEK, due, last_sent, last_week

BERLIN = ZoneInfo("Europe/Berlin")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SEVEN = time(7)
MINUTE = timedelta(minutes=1)
moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + n * MINUTE)


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def test_the_last_week_that_is_over() -> None:
    assert last_week(date(2026, 11, 22)) == date(2026, 11, 9)  # a Sunday: its own week is not over
    assert last_week(date(2026, 11, 23)) == date(2026, 11, 16)


def test_it_is_due_at_its_time_by_the_desks_clock() -> None:
    last, this = date(2026, 11, 9), date(2026, 11, 16)
    assert due(berlin("2026-11-23T06:59:59"), last, 0, SEVEN, BERLIN, LONG_AGO) is None
    assert due(berlin("2026-11-23T07:00"), last, 0, SEVEN, BERLIN, LONG_AGO) == this
    assert due(berlin("2026-11-23T07:00"), this, 0, SEVEN, BERLIN, LONG_AGO) is None
    # on a Friday it is of the week before
    assert due(berlin("2026-11-27T15:59"), last, 4, time(16), BERLIN, LONG_AGO) is None
    assert due(berlin("2026-11-27T16:00"), last, 4, time(16), BERLIN, LONG_AGO) == this


def test_of_weeks_that_were_missed_the_last() -> None:
    now = berlin("2026-11-25T12:00")
    assert due(now, date(2026, 9, 7), 0, SEVEN, BERLIN, LONG_AGO) == date(2026, 11, 16)
    assert due(now, None, 0, SEVEN, BERLIN, LONG_AGO) == date(2026, 11, 16)


def test_a_week_sent_while_the_clock_was_far_ahead_keeps_none_waiting() -> None:
    day, weeks = date(2026, 11, 25), [date(2026, 11, 9), date(2036, 1, 7), date(2026, 11, 2)]
    assert last_sent(weeks, day) == date(2026, 11, 9)
    assert last_sent([*weeks, date(2026, 11, 16)], day) == date(2026, 11, 16)
    assert last_sent([date(2036, 1, 7)], day) is None


def test_none_of_before_there_were_records() -> None:
    now = berlin("2026-11-25T12:00")
    assert due(now, None, 0, SEVEN, BERLIN, None) is None
    assert due(now, None, 0, SEVEN, BERLIN, berlin("2026-11-23T00:00")) is None
    assert due(now, None, 0, SEVEN, BERLIN, berlin("2026-11-22T23:59")) == date(2026, 11, 16)


def test_when_the_clocks_change() -> None:
    """Half past two of the night that leaves it out has passed at three."""
    sent = date(2026, 3, 9)
    night = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)  # 1:59; a minute later it is 3:00
    assert due(night, sent, 6, time(2, 30), BERLIN, LONG_AGO) is None
    assert due(night + timedelta(minutes=1), sent, 6, time(2, 30), BERLIN, LONG_AGO) == date(2026, 3, 16)


@given(moments, st.integers(0, 6), st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_once_a_week_and_never_of_a_week_that_is_not_over(now: datetime, weekday: int, at: time) -> None:
    week = due(now, None, weekday, at, BERLIN, LONG_AGO)
    assert week is not None
    assert week.weekday() == 0
    over = datetime.combine(week + WEEK, time(), BERLIN)
    assert over.astimezone(UTC) <= now
    assert due(now, week, weekday, at, BERLIN, LONG_AGO) is None
    next_week = due(now + WEEK + timedelta(hours=2), week, weekday, at, BERLIN, LONG_AGO)
    assert next_week is not None
    assert next_week >= week + WEEK
