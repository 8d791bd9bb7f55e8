"""Pages put together are exactly the rows asked for, in order, whatever comes between two of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.ends import End
from desk.core.model import Presence
from desk.log.columns import CHOSE, ENDS, MET
from desk.log.log import Log
from desk.log_types import Asked, Column, ListRows, LogRow, Sort
from desk.store.journal import moment
from tests.log.conftest import ABOUT
from tests.log.records import BEGAN, add, empty

NOW = BEGAN + timedelta(days=200)
LONDON = ZoneInfo("Europe/London")

times = st.integers(-5, 70).map(lambda days: BEGAN + timedelta(days=days))
few: dict[str, st.SearchStrategy[Any]] = {
    "since": st.none() | times,
    "until": st.none() | times,
    "ends": st.sets(st.sampled_from(End), max_size=4).map(tuple),
    "overdue": st.just(False) | st.booleans(),
    "by": st.sets(st.sampled_from(["Ana Costa", "Ben Müller", "Nobody"]), max_size=2).map(tuple),
    "internal": st.none() | st.booleans(),
    "met": st.sets(st.sampled_from(Presence), max_size=2).map(tuple),
    "weekday": st.none() | st.integers(0, 6),
    "hour": st.none() | st.integers(0, 23),
    "channels": st.sampled_from([(), (), ("phone",), ("visitor",)]),
}
asked_ = st.fixed_dictionaries({}, optional=few).map(lambda chosen: Asked(**chosen))
sorts = st.builds(Sort, column=st.sampled_from(Column), descending=st.booleans())


def all_rows(log: Log, asked: Asked, sort: Sort, limit: int = 37) -> list[LogRow]:
    found: list[LogRow] = []
    after = ""
    while True:
        page = log.page(ListRows(asked=asked, sort=sort, after=after, limit=limit), NOW)
        assert len(page.rows) <= limit
        found += page.rows
        after = page.next
        if not after:
            assert page.total == len(found)
            return found


def wanted(row: LogRow, asked: Asked) -> bool:
    local = row.at.astimezone(LONDON)
    return all(
        (
            asked.since is None or row.at >= asked.since,
            asked.until is None or row.at < asked.until,
            not asked.channels or row.channel in asked.channels,
            not asked.ends or row.end in asked.ends,
            not asked.overdue or row.overdue,
            not asked.by or row.by in asked.by,
            asked.internal is None or row.internal is asked.internal,
            not asked.met or row.met in asked.met,
            asked.weekday is None or local.weekday() == asked.weekday,
            asked.hour is None or local.hour == asked.hour,
        )
    )


def as_listed(log: Log, asked: Asked, sort: Sort) -> list[tuple[object, ...]]:
    """What a file's columns are made of."""
    return [
        (
            (row.at, row.promised_by, row.by, row.minutes),
            (row.caller.number, row.caller.name, row.caller.company, row.caller.dial, row.caller.erased),
            (row.kind.channel, row.kind.met, row.kind.chose, row.kind.end),
        )
        for some in log.listed(asked, sort, NOW)
        for row in some
    ]


def listed(rows: list[LogRow]) -> list[tuple[object, ...]]:
    """The same of whole rows."""
    return [
        (
            (moment(row.at), row.promised_by and moment(row.promised_by), row.by, row.minutes),
            (row.number, row.name, row.company, row.dial, row.erased),
            (row.channel, row.met, row.chose or "", row.end),
        )
        for row in rows
    ]


VALUE: dict[Column, Callable[[LogRow], Any]] = {
    Column.TIME: lambda row: row.at,
    Column.CHANNEL: lambda row: row.channel,
    Column.MET: lambda row: MET.index(row.met),
    Column.CHOSE: lambda row: None if row.chose is None else CHOSE.index(row.chose),
    Column.PROMISED_BY: lambda row: row.promised_by,
    Column.END: lambda row: ENDS.index(row.end),
    Column.BY: lambda row: row.by.casefold() or None,
    Column.MINUTES: lambda row: row.minutes,
}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=asked_, sort=sorts, limit=st.sampled_from([60, 500]))
def test_pages_are_the_rows_asked_for_in_order(whole: Log, asked: Asked, sort: Sort, limit: int) -> None:
    everything = [row for some in whole.rows(Asked(), Sort(), NOW) for row in some]
    assert len(everything) == 600
    found = all_rows(whole, asked, sort, limit)
    assert {row.call for row in found} == {row.call for row in everything if wanted(row, asked)}
    assert whole.count(asked, NOW) == len(found)
    assert [row for some in whole.rows(asked, sort, NOW) for row in some] == found
    assert as_listed(whole, asked, sort) == listed(found)
    if sort.column in VALUE:
        value = VALUE[sort.column]
        has = [row for row in found if value(row) is not None]
        assert found[: len(has)] == has  # those without a value come last
        by_time = sorted(found, key=lambda row: row.at, reverse=True)
        right = sorted((row for row in by_time if value(row) is not None), key=value, reverse=sort.descending)
        assert [value(row) for row in has] == [value(row) for row in right]


def test_who_is_sorted_by_name_then_by_number(whole: Log) -> None:
    rows = all_rows(whole, Asked(), Sort(column=Column.WHO, descending=False), 500)
    shown = list(dict.fromkeys(row.name or row.number for row in rows))
    assert shown == [
        "Ada Müller", "Grace Hopper", "Łukasz Żak", "Søren Okafor", "Ward 3", "Zoë O'Neill", "2140", None,
    ]  # fmt: skip


@settings(max_examples=6, deadline=None)
@given(sort=sorts, more=st.lists(st.integers(1, 40), min_size=1, max_size=4), limit=st.integers(5, 60))
def test_what_comes_between_two_pages_neither_repeats_nor_hides_a_row(
    sort: Sort, more: list[int], limit: int
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = empty(Path(place) / "data")
        add(folder, 150, seed=3)
        log = Log.open(folder, ABOUT)
        log.load()
        there = {row.call for row in all_rows(log, Asked(), sort, 500)}
        found: list[LogRow] = []
        after = ""
        for step in range(1000):
            page = log.page(ListRows(sort=sort, after=after, limit=limit), NOW)
            found += page.rows
            after = page.next
            if not after:
                break
            if step < len(more):
                add(folder, more[step], seed=10 + step)
                assert log.refresh()
        calls = [row.call for row in found]
        assert len(calls) == len(set(calls))
        assert there <= set(calls)
        log.close()


def test_the_first_pages_are_told_before_all_is_read_and_go_on_after(folder: Path) -> None:
    log = Log.open(folder, ABOUT)
    first = log.page(ListRows(limit=30), NOW)
    assert first.total is None
    second = log.page(ListRows(limit=30, after=first.next), NOW)
    assert not log.head().loaded
    log.load()
    assert log.head().loaded
    again = log.page(ListRows(limit=60), NOW)
    assert again.rows == first.rows + second.rows
    assert log.page(ListRows(limit=30, after=first.next), NOW).rows == second.rows
    log.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(since=st.none() | times, until=st.none() | times, limit=st.sampled_from([7, 120, 500]))
def test_a_time_is_told_alike_before_all_is_read(
    folder: Path, whole: Log, since: datetime | None, until: datetime | None, limit: int
) -> None:
    log = Log.open(folder, ABOUT)
    asked = Asked(since=since, until=until)
    assert log.at_once(ListRows(asked=asked))
    assert not log.at_once(ListRows(asked=asked, sort=Sort(column=Column.WHO)))
    assert not log.at_once(ListRows(asked=Asked(since=since, internal=True)))
    found: list[LogRow] = []
    page = log.page(ListRows(asked=asked, limit=limit), NOW)
    while page.next:
        found += page.rows
        page = log.page(ListRows(asked=asked, limit=limit, after=page.next), NOW)
    found += page.rows
    right = [row for some in whole.rows(asked, Sort(), NOW) for row in some]
    assert found == right
    assert [row for some in log.rows(asked, Sort(), NOW) for row in some] == right
    assert as_listed(log, asked, Sort()) == listed(right)
    assert log.count(asked, NOW) == len(right)
    assert not log.loaded
    log.close()


@pytest.mark.parametrize("token", ["x", "[1,2", '["a","b","c"]', "null", "[1]", "9" * 200])
def test_what_is_no_token_begins_at_the_first_page(whole: Log, token: str) -> None:
    assert whole.page(ListRows(after=token), NOW).rows == whole.page(ListRows(), NOW).rows


def test_an_open_promise_is_overdue_once_its_time_has_passed(whole: Log) -> None:
    asked = Asked(ends=(End.OPEN,))
    owed = [row for row in all_rows(whole, asked, Sort()) if row.promised_by is not None]
    early = datetime(2020, 1, 1, tzinfo=UTC)
    assert owed
    assert not any(row.overdue for row in whole.page(ListRows(asked=asked), early).rows)
    assert whole.count(Asked(overdue=True), early) == 0
    assert whole.count(Asked(overdue=True), NOW) == len(owed)
