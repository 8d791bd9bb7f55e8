from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desk.core.hours import is_open, quarters
from desk.core.model import Policy, Span

AT = datetime(2026, 3, 3, 10, 31, 12, tzinfo=UTC)  # a Tuesday
DAYS = timedelta(days=1)
DAY = (Span(start=9 * 60, end=11 * 60 + 20),)
POLICY = Policy(week=(DAY,) * 5 + ((), ()))


def said(at: datetime, policy: Policy, count: int) -> list[str]:
    return [t.strftime("%a %H:%M") for t in quarters(at, policy, count)]


def test_without_hours_every_quarter_counts() -> None:
    assert said(AT, Policy(), 3) == ["Tue 10:45", "Tue 11:00", "Tue 11:15"]
    assert said(AT.replace(minute=36), Policy(), 1) == ["Tue 11:00"], "ten minutes are the least"


def test_they_go_on_when_the_desk_opens_again() -> None:
    assert said(AT, POLICY, 5) == ["Tue 10:45", "Tue 11:00", "Tue 11:15", "Wed 09:00", "Wed 09:15"]
    friday = AT.replace(day=6, hour=11, minute=10)
    assert said(friday, POLICY, 2) == ["Mon 09:00", "Mon 09:15"]
    assert all(is_open(t, POLICY) for t in quarters(AT, POLICY, 40))


def test_a_zone_off_by_half_an_hour_has_quarters_of_its_own() -> None:
    local = Policy(time_zone="Asia/Kathmandu")
    assert all(t.minute % 15 == 0 for t in quarters(AT, local, 4))


def test_an_opening_between_two_quarters() -> None:
    odd = Policy(week=((Span(start=9 * 60 + 50, end=10 * 60 + 50),),) * 7)
    assert said(AT, odd, 3) == ["Tue 10:45", "Wed 10:00", "Wed 10:15"]


def test_openings_without_a_quarter_hour_offer_nothing() -> None:
    short = Policy(week=((Span(start=2, end=9),),) * 7)
    assert quarters(AT, short, 3) == ()


def test_a_desk_that_never_opens_again_offers_nothing() -> None:
    over = Policy(
        week=(DAY, (), (), (), (), (), ()), holidays=tuple(AT.date() + n * DAYS for n in range(420))
    )
    assert quarters(AT, over, 3) == ()
