"""The figures against a slow count over the same rows, in plain Python."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.ends import End
from desk.core.model import Presence
from desk.log.figures import before, second_person
from desk.log.log import Log
from desk.log_types import Asked, Figures, LogRow, Sort
from tests.log.conftest import ABOUT
from tests.log.records import BEGAN

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)
NOW = BEGAN + timedelta(days=45)
moments = st.integers(-10 * 1440, 70 * 1440).map(lambda minutes: BEGAN + timedelta(minutes=minutes))


def table(folder: Path, question: str) -> list[dict[str, Any]]:
    conn = sqlite3.connect(folder / "onemoment.db")
    try:
        cursor = conn.execute(question)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]
    finally:
        conn.close()


def at(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def near(value: float | None) -> Any:
    return None if value is None else pytest.approx(value)


def counted(
    folder: Path, rows: dict[str, LogRow], since: datetime, until: datetime, side: bool | None
) -> Figures:
    """Every figure, row by row."""
    calls = [c for c in table(folder, "SELECT * FROM calls") if side is None or bool(c["internal"]) is side]
    promises = table(folder, "SELECT * FROM promises")
    promises = [p for p in promises if side is None or bool(p["internal"]) is side]
    here = [c for c in calls if since <= datetime.fromisoformat(c["at"]) < until]
    made = [p for p in promises if since <= datetime.fromisoformat(p["created_at"]) < until]
    opened = ("open", "claimed", "renegotiated")

    def past(p: dict[str, Any]) -> bool:
        due = at(p["promised_by"])
        return p["state"] in opened and due is not None and due < NOW

    due = [p for p in made if p["state"] in ("kept", "broken", "not_reached") or past(p)]
    kept = [p for p in made if p["state"] == "kept"]
    waited = sorted(
        max((datetime.fromisoformat(p["reached_at"]) - datetime.fromisoformat(p["created_at"])) / MINUTE, 0)
        for p in made
        if p["reached_at"] and p["state"] in ("kept", "broken")
    )
    soon = of = 0
    for call in here:
        end = rows[call["call"]].end
        if end in (End.BLOCKED, End.REFUSED, End.ANSWERED_ELSEWHERE):
            continue
        rang, answered = datetime.fromisoformat(call["at"]), at(call["answered_at"])
        if answered is not None:
            of += 1
            soon += (answered - rang).total_seconds() <= 5
        elif ((at(call["ended_at"]) or NOW) - rang).total_seconds() >= 5:
            of += 1
    owed = [p for p in promises if p["state"] in opened]
    holds = [c["held"] for c in here if c["held"] is not None]
    p90 = None
    if waited:
        place = 0.9 * (len(waited) - 1)
        low = int(place)
        p90 = waited[low] + (place - low) * (waited[min(low + 1, len(waited) - 1)] - waited[low])
    return Figures(
        interruptions=len(here),
        promises=len(made),
        due=len(due),
        kept=len(kept),
        kept_share=len(kept) / len(due) if due else None,
        minutes_median=near(median(waited)) if waited else None,
        minutes_p90=near(p90),
        lost=sum(rows[c["call"]].end is End.LOST for c in here),
        greeted_soon=soon,
        greeted_of=of,
        greeted_share=soon / of if of else None,
        longest_hold=near(max(holds)) if holds else None,
        open_now=len(owed),
        overdue_now=sum(map(past, owed)),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(since=moments, until=moments)
def test_each_figure_is_what_a_slow_count_finds(
    folder: Path, whole: Log, since: datetime, until: datetime
) -> None:
    since, until = min(since, until), max(since, until)
    rows = {row.call: row for some in whole.rows(Asked(), Sort(), NOW) for row in some}
    view = whole.figures(since, until, NOW)
    for sides, first, last in ((view.now, since, until), (view.before, *before(since, until, LONDON))):
        assert counted(folder, rows, first, last, None) == sides.everybody
        assert counted(folder, rows, first, last, False) == sides.customers
        assert counted(folder, rows, first, last, True) == sides.colleagues
    heat = [[0] * 24 for _ in range(7)]
    for row in rows.values():
        local = row.at.astimezone(LONDON)
        if row.met is Presence.SERVING and since <= row.at < until:
            heat[local.weekday()][local.hour] += 1
    assert view.heat == tuple(map(tuple, heat))
    first_day = max(since, min(row.at for row in rows.values())).astimezone(LONDON).date()
    last_day = (min(until, NOW) - timedelta(microseconds=1)).astimezone(LONDON).date()
    days = [0] * 7
    while first_day <= last_day:
        days[first_day.weekday()] += 1
        first_day += timedelta(days=1)
    assert view.days == tuple(days)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(since=moments, until=moments)
def test_a_range_is_counted_alike_before_all_is_read(
    folder: Path, whole: Log, since: datetime, until: datetime
) -> None:
    since, until = min(since, until), max(since, until)
    log = Log.open(folder, ABOUT)
    assert log.few(since, until)
    assert log.figures_of_few(since, until, NOW) == whole.figures(since, until, NOW)
    assert not log.loaded
    log.close()


def test_by_person_kept_promises_and_thanks_by_name(folder: Path, whole: Log) -> None:
    names = {"s0": "Ana Costa", "s1": "Ben Müller"}
    tried = {}
    for attempt in table(folder, 'SELECT promise, "by" FROM attempts WHERE "by" <> \'\' ORDER BY seq'):
        tried[attempt["promise"]] = attempt["by"]
    kept = dict.fromkeys(names.values(), 0)
    for promise in table(folder, "SELECT * FROM promises WHERE state = 'kept'"):
        by = promise["ended_by"] or tried.get(promise["id"])
        if by:
            kept[names[by]] += 1
    view = whole.figures(BEGAN - timedelta(days=1), BEGAN + timedelta(days=90), NOW)
    assert [(person.name, person.kept) for person in view.people] == list(kept.items())


@pytest.mark.parametrize(
    ("first", "last", "earlier"),
    [
        # the clocks go forward on the 29th of March: that week has an hour less, the one before it has not
        (date(2026, 3, 30), date(2026, 4, 6), date(2026, 3, 23)),
        (date(2026, 3, 29), date(2026, 3, 30), date(2026, 3, 28)),
        (date(2026, 10, 25), date(2026, 10, 26), date(2026, 10, 24)),
    ],
)
def test_the_same_range_before_has_as_many_days_where_the_clocks_are_set(
    first: date, last: date, earlier: date
) -> None:
    def midnight(day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=LONDON).astimezone(UTC)

    since, until = before(midnight(first), midnight(last), LONDON)
    assert (since, until) == (midnight(earlier), midnight(first))


def test_a_day_whose_midnight_is_left_out_is_a_whole_day_too() -> None:
    """In Santiago the clocks go from midnight to one: 6 September 2026 has 23 hours."""
    santiago = ZoneInfo("America/Santiago")
    days = [datetime(2026, 9, day, tzinfo=santiago).astimezone(UTC) for day in (4, 6, 8)]
    assert before(days[1], days[2], santiago) == (days[0], days[1])
    assert before(days[0], days[1], santiago)[0] == days[0] - timedelta(days=2)


def test_a_range_of_hours_has_as_long_a_one_before() -> None:
    since, until = BEGAN, BEGAN + timedelta(hours=3)
    assert before(since, until, LONDON) == (since - timedelta(hours=3), since)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "UTC", "Pacific/Auckland"])
def test_before_all_calendars_there_is_nothing(whole: Log, zone: str) -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert before(first, last, ZoneInfo(zone)) == (first, first)
    view = whole.figures(first, last, BEGAN + timedelta(days=70))
    assert view.now.everybody.interruptions == 600
    assert view.before.everybody.interruptions == 0


def test_a_second_person_is_needed_from_three_an_hour_on() -> None:
    heat = [[0] * 24 for _ in range(7)]
    heat[0][9], heat[1][10], heat[2][11], heat[3][12], heat[4][8] = 30, 12, 11, 40, 20
    found = second_person(tuple(map(tuple, heat)), (4, 4, 4, 4, 4, 0, 0))
    named = [(hour.weekday, hour.hour, hour.average) for hour in found]
    assert named == [
        (3, 12, 10),
        (0, 9, 7.5),
        (4, 8, 5),
    ]
    heat[3][12] = heat[0][9] = heat[4][8] = 0
    found = second_person(tuple(map(tuple, heat)), (4, 4, 4, 4, 4, 0, 0))
    assert [(hour.weekday, hour.hour) for hour in found] == [(1, 10)]
