"""The year that the bench measures with is one that an engine could have written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desk.core.model import Desk, Policy
from desk.core.step import followed
from desk.store import checking, journal, snapshots
from desk.store.opening import Files
from tests.bench import year
from tests.bench.year_stamp import _TOKEN

UNTIL = date(2026, 3, 31)
"""The clock was set two days before."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of some hundred calls, most of its weeks played once and written again with other names."""
    place = tmp_path_factory.mktemp("year") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(year, "PLAYED", 0)
        year.make(place, 400, 7, UNTIL)
    return place


@pytest.fixture
def conn(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{Files(folder).database}?mode=ro", uri=True)) as opened:
        yield opened


def test_every_entry_and_every_view_is_what_the_rules_make_of_it(folder: Path) -> None:
    assert checking.verify(folder).whole
    assert checking.differences(folder, lambda desk, event: followed(desk, event, Policy())) == ()


def test_a_start_begins_where_the_year_ends(conn: sqlite3.Connection) -> None:
    desk = Desk()
    for _, event in journal.entries(conn):
        desk = followed(desk, event, Policy())
    loaded = snapshots.load(conn)
    assert loaded.desk == desk
    assert loaded.events_after == []


def test_it_is_one_desk_of_many_callers(conn: sqlite3.Connection) -> None:
    calls, callers = conn.execute("SELECT count(*), count(DISTINCT caller_key) FROM calls").fetchone()
    assert 300 < calls < 800
    assert 50 < callers < calls
    unknown = conn.execute(
        "SELECT count(*) FROM calls c WHERE caller_key IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM numbers WHERE key = c.caller_key)"
    ).fetchone()
    assert unknown == (0,)


def test_yesterday_is_there_to_be_asked_about(conn: sqlite3.Connection) -> None:
    owed = conn.execute(
        "SELECT count(*) FROM interruptions WHERE \"end\" = 'open' AND attempts = 0 AND at LIKE ?",
        ("2026-03-30T%",),
    ).fetchone()
    assert owed[0] >= 3
    lost = conn.execute(
        'SELECT "end", number, met, held_seconds > 150 FROM interruptions WHERE at LIKE ?',
        ("2026-03-30T13:10%",),
    ).fetchall()
    assert lost == [("lost", None, "serving", 1)]


def test_nothing_but_names_and_times_is_replaced() -> None:
    body = (
        '{"event":"RecordingEnded","at":"2026-03-30T13:10:07.5Z","call":"c0123456789ab",'
        '"recording":"c0123456789ab-1","seconds":0.7263548190276354,"key":"0123456789012345"}'
    )
    assert [found[0] for found in _TOKEN.finditer(body)] == [
        "2026-03-30T13:10:07.5Z",
        "c0123456789ab",
        "c0123456789ab",
        "0123456789012345",
    ]
