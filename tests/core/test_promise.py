"""By when: minutes, rounding, opening hours, holidays, load, time zones and the days the clock is set."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.core.hours import is_open, opens_at, spans
from desk.core.model import Caller, Desk, Dial, Policy, Promise, Span, Why
from desk.core.promise import promised_by
from tests.core.play import CHRISTMAS, hours, local, utc, week


def by(at: str, policy: Policy | None = None, open_promises: int = 0) -> datetime | None:
    promises = tuple(
        Promise(id=n, caller=Caller(key=str(n), dial=Dial.CAN), why=Why.ASKED, created_at=utc("2026-01-01"))
        for n in range(open_promises)
    )
    return promised_by(utc(at), Desk(promises=promises), policy or Policy())


@pytest.mark.parametrize(
    ("at", "promised"),
    [
        ("10:00:00", "10:15"),  # already round: not a minute later
        ("10:00:01", "10:20"),
        ("10:04:59", "10:20"),
        ("10:05:00", "10:20"),
        ("10:05:00.000001", "10:25"),
        ("23:50:00", "00:05"),
    ],
)
def test_fifteen_minutes_rounded_up_to_five(at: str, promised: str) -> None:
    day = "2026-03-05" if promised.startswith("00") else "2026-03-04"
    assert by(f"2026-03-04 {at}") == utc(f"{day} {promised}")


@pytest.mark.parametrize(
    ("minutes", "rounding", "promised"),
    [
        (1, 1, "10:04"),
        (20, 10, "10:30"),
        (15, 15, "10:30"),
        (15, 60, "11:00"),
        (60, 30, "11:30"),
        (15, 7, "10:21"),
        (55, 7, "11:00"),
        (40, 25, "10:50"),
        (50, 25, "11:00"),
    ],
)
def test_minutes_and_rounding_are_the_policys(minutes: int, rounding: int, promised: str) -> None:
    policy = Policy(promise_minutes=minutes, promise_rounding=rounding)
    assert by("2026-03-04 10:02:30", policy) == utc(f"2026-03-04 {promised}")


@pytest.mark.parametrize(
    ("open_promises", "promised"),
    [(0, "10:15"), (7, "10:15"), (8, "10:30"), (15, "10:30"), (16, "10:45"), (80, "12:45")],
)
def test_with_many_open_promises_the_time_moves_out(open_promises: int, promised: str) -> None:
    assert by("2026-03-04 10:00", open_promises=open_promises) == utc(f"2026-03-04 {promised}")


@pytest.mark.parametrize(
    ("at", "promised"),
    [
        ("2026-03-04 08:00", "2026-03-04 09:15"),  # before opening
        ("2026-03-04 16:45", "2026-03-04 17:00"),  # the last that fits
        ("2026-03-04 16:46", "2026-03-05 09:05"),  # one minute of it is left for tomorrow
        ("2026-03-04 16:58", "2026-03-05 09:15"),
        ("2026-03-04 20:00", "2026-03-05 09:15"),
        ("2026-03-06 16:50", "2026-03-09 09:05"),  # Friday to Monday
        ("2026-12-24 16:50", "2026-12-28 09:05"),  # over Christmas and the weekend
    ],
)
def test_minutes_are_counted_in_opening_hours(at: str, promised: str) -> None:
    assert by(at, hours(holidays=(CHRISTMAS,))) == utc(promised)


def test_minutes_go_on_after_the_lunch_break() -> None:
    policy = hours("09:00-12:30 13:30-17:00")
    assert by("2026-03-04 12:20", policy) == utc("2026-03-04 13:35")
    assert by("2026-03-04 12:45", policy) == utc("2026-03-04 13:45")


def test_nobody_is_promised_the_very_moment_the_desk_opens() -> None:
    # 16:46 + 15 is 17:01, rounded 17:05: three minutes past closing at 17:02
    assert by("2026-03-04 16:46", hours("09:00-17:02")) == utc("2026-03-05 09:05")


def test_spans_that_touch_are_one() -> None:
    assert by("2026-03-04 11:50", hours("09:00-12:00 12:00-17:00")) == utc("2026-03-04 12:05")


def test_open_round_the_clock_on_weekdays_goes_on_over_midnight() -> None:
    assert by("2026-03-04 23:50", hours("00:00-24:00")) == utc("2026-03-05 00:05")
    assert by("2026-03-06 23:50", hours("00:00-24:00")) == utc("2026-03-09 00:05")


def test_a_desk_that_never_opens_again_promises_no_time() -> None:
    never = tuple(date(2026, 1, 1) + timedelta(days=n) for n in range(1000))
    assert by("2026-03-04 10:00", hours(holidays=never)) is None


def test_hours_are_those_of_the_desks_zone() -> None:
    policy = hours(zone="America/Los_Angeles")
    assert by("2026-03-04 12:00", policy) == local("2026-03-04 09:15", "America/Los_Angeles")
    assert by("2026-03-05 00:30", policy) == local("2026-03-04 16:45", "America/Los_Angeles")


def test_rounding_is_that_of_the_wall_clock() -> None:
    # 5:45 ahead of UTC: a full hour there is a quarter past here
    policy = Policy(time_zone="Asia/Kathmandu", promise_rounding=60)
    assert by("2026-03-04 10:00", policy) == utc("2026-03-04 10:15")


# -- the two days a year the clock is set

SET = [
    # zone, the clock goes forward at this UTC moment, back at this one
    ("Europe/Madrid", "2026-03-29 01:00", "2026-10-25 01:00"),
    ("Europe/London", "2026-03-29 01:00", "2026-10-25 01:00"),
    ("America/New_York", "2026-03-08 07:00", "2026-11-01 06:00"),
    ("America/Havana", "2026-03-08 05:00", "2026-11-01 05:00"),
    ("Australia/Lord_Howe", "2026-10-03 15:30", "2026-04-04 15:00"),
    ("America/St_Johns", "2026-03-08 05:30", "2026-11-01 04:30"),
    ("Pacific/Chatham", "2026-09-26 14:00", "2026-04-04 14:00"),
]


@pytest.mark.parametrize(("zone", "forward", "back"), SET)
def test_the_list_above_is_right(zone: str, forward: str, back: str) -> None:
    for moment, later in ((forward, True), (back, False)):
        there = utc(moment)
        before = (there - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).utcoffset()
        after = there.astimezone(ZoneInfo(zone)).utcoffset()
        assert before is not None
        assert after is not None
        assert (after > before) is later


@pytest.mark.parametrize(("zone", "forward", "back"), SET)
def test_across_a_set_clock_a_quarter_of_an_hour_is_a_quarter_of_an_hour(
    zone: str, forward: str, back: str
) -> None:
    for moment in (forward, back):
        for minutes in range(-90, 91):
            at = utc(moment) + timedelta(minutes=minutes)
            by = promised_by(at, Desk(), Policy(time_zone=zone))
            assert by is not None
            assert timedelta(minutes=15) <= by - at < timedelta(minutes=20)
            assert by.astimezone(ZoneInfo(zone)).minute % 5 == 0


@pytest.mark.parametrize(("zone", "forward", "back"), SET)
@pytest.mark.parametrize("rounding", [30, 60])
def test_across_a_set_clock_the_time_is_round_on_the_wall(
    zone: str, forward: str, back: str, rounding: int
) -> None:
    for moment in (forward, back):
        for minutes in range(-130, 130, 3):
            at = utc(moment) + timedelta(minutes=minutes)
            by = promised_by(at, Desk(), Policy(time_zone=zone, promise_rounding=rounding))
            assert by is not None
            assert by.astimezone(ZoneInfo(zone)).minute % rounding == 0
            assert timedelta(minutes=15) <= by - at < timedelta(minutes=15 + 2 * rounding)


@pytest.mark.parametrize(("zone", "forward", "back"), SET)
def test_open_all_day_counts_each_minute_of_a_set_clock_once(zone: str, forward: str, back: str) -> None:
    """A week of 24 hours in any slices is the same as no hours at all."""
    slices = " ".join(
        f"{m // 60:02}:{m % 60:02}-{(m + 30) // 60:02}:{(m + 30) % 60:02}" for m in range(0, 1440, 30)
    )
    day = week(slices, slices, slices)
    for moment in (forward, back):
        for minutes in range(-150, 90, 7):
            at = utc(moment) + timedelta(minutes=minutes)
            always = Policy(time_zone=zone, promise_minutes=100)
            sliced = Policy(time_zone=zone, promise_minutes=100, week=day)
            assert is_open(at, sliced)
            assert promised_by(at, Desk(), sliced) == promised_by(at, Desk(), always)


def test_a_span_whose_end_is_missing_ends_when_the_clock_jumps() -> None:
    policy = Policy(time_zone="Europe/Madrid", week=week("", "", "01:00-02:30"))
    first = next(spans(utc("2026-03-28 22:00"), policy))
    assert first == (utc("2026-03-29 00:00"), utc("2026-03-29 01:00"))


def test_a_span_whose_beginning_is_missing_begins_when_the_clock_jumps() -> None:
    policy = Policy(time_zone="Europe/Madrid", week=week("", "", "02:30-04:00"))
    first = next(spans(utc("2026-03-28 22:00"), policy))
    assert first == (utc("2026-03-29 01:00"), utc("2026-03-29 02:00"))


def test_a_span_that_is_missing_whole_is_none() -> None:
    policy = Policy(time_zone="Australia/Lord_Howe", week=week("", "", "02:00-02:30"))
    first = next(spans(utc("2026-10-03 12:00"), policy))
    assert first[0] == local("2026-10-11 02:00", "Australia/Lord_Howe")


def test_a_span_in_the_hour_that_comes_twice_is_open_in_both() -> None:
    policy = Policy(time_zone="Europe/Madrid", week=week("", "", "02:00-03:00"))
    first = next(spans(utc("2026-10-24 22:00"), policy))
    assert first == (utc("2026-10-25 00:00"), utc("2026-10-25 02:00"))


def test_the_half_hour_of_lord_howe() -> None:
    policy = Policy(time_zone="Australia/Lord_Howe", promise_rounding=60)
    # at 02:00 the clock says 02:30, which is no full hour: the next one is half an hour later
    for minute in ("01:44", "01:50", "01:59"):
        at = local(f"2026-10-04 {minute}", "Australia/Lord_Howe")
        assert promised_by(at, Desk(), policy) == local("2026-10-04 03:00", "Australia/Lord_Howe")
    # at 02:00 the clock says 01:30 again
    at = local("2026-04-05 01:50", "Australia/Lord_Howe", fold=0)
    assert promised_by(at, Desk(), policy) == local("2026-04-05 02:00", "Australia/Lord_Howe", fold=1)


# -- whatever the hours

ZONES = [z for z, *_ in SET] + ["UTC", "Asia/Kathmandu", "Pacific/Apia"]
minute = st.integers(0, 1440)
day_spans = st.lists(minute, max_size=6, unique=True).map(
    lambda cuts: tuple(
        Span(start=a, end=b) for a, b in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False)
    )
)
policies = st.builds(
    Policy,
    time_zone=st.sampled_from(ZONES),
    week=st.tuples(*[day_spans] * 7),
    promise_minutes=st.integers(1, 1440),
    promise_rounding=st.integers(1, 60),
    holidays=st.lists(st.dates(date(2026, 1, 1), date(2027, 1, 31)), max_size=3).map(tuple),
)
FIRST, LAST = utc("2026-01-01").replace(tzinfo=None), utc("2026-12-31").replace(tzinfo=None)
moments = st.datetimes(FIRST, LAST, timezones=st.just(UTC)) | st.sampled_from(
    [utc(m) for _, *two in SET for m in two]
).flatmap(lambda m: st.timedeltas(timedelta(hours=-4), timedelta(hours=4)).map(lambda d: m + d))


@settings(max_examples=300, deadline=None)
@given(policies, moments)
def test_a_promise_is_later_round_and_inside_the_hours(policy: Policy, at: datetime) -> None:
    by = promised_by(at, Desk(), policy)
    if by is None:
        # only where what is open is hardly open at all
        assert sum(s.end - s.start for d in policy.week for s in d) < 120
        return
    there = by.astimezone(ZoneInfo(policy.time_zone))
    assert by > at
    assert (there.minute % policy.promise_rounding, there.second, there.microsecond) == (0, 0, 0)
    assert is_open(by - timedelta(microseconds=1), policy)


@settings(max_examples=200, deadline=None)
@given(policies, moments)
def test_hours_are_spans_in_order_that_never_overlap(policy: Policy, at: datetime) -> None:
    last = None
    for _, (start, end) in zip(range(20), spans(at, policy), strict=False):
        assert start < end
        assert end > at
        assert last is None or start >= last
        last = end
    opens = opens_at(at, policy)
    if opens is not None:
        assert opens > at
        assert not is_open(at, policy)
        assert not is_open(opens - timedelta(microseconds=1), policy)
        assert is_open(opens, policy)
