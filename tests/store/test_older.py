"""Records of earlier versions: opened, brought up to date, nothing of them lost and nothing decided anew.

`version_4.sql` is what the records of 0.1.0 were after a short morning: two callers promised, one of them
called back, one call still live. `version_6.sql` is a morning of the live call: taken, held, passed on,
called back, told of a new time, claimed, cut by an engine that was killed; two calls are still live.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from desk.core.events import NoteAdded
from desk.core.model import Doing, Policy, PromiseState
from desk.store import StoreRefused
from desk.store.checking import verify
from tests.store.conftest import Writing

HERE = Path(__file__).parent
SAMPLES = ("version_4", "version_6")


def put_old(folder: Path, sample: str = "version_4") -> None:
    folder.mkdir(mode=0o700)
    conn = sqlite3.connect(folder / "onemoment.db")
    conn.executescript("PRAGMA journal_mode = WAL;" + (HERE / f"{sample}.sql").read_text())
    conn.close()


def told(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of the views and of what is known of people."""
    conn = sqlite3.connect(folder / "onemoment.db")
    conn.row_factory = sqlite3.Row
    tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    left_out = ("_sqlite_migrations", "snapshot", "marks", "sqlite_sequence")
    found = {
        name: [dict(row) for row in conn.execute(f"SELECT * FROM {name} ORDER BY 1, 2")]
        for (name,) in tables
        if name not in left_out
    }
    conn.close()
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_was_decided_then_stands(folder: Path, sample: str) -> None:
    """Today's rules replay the journal of then: every row still says what it said."""
    put_old(folder, sample)
    before = told(folder)
    writing = Writing(folder)
    writing.policy = Policy(max_calls=3 if sample == "version_6" else 2)
    assert writing.store.rebuild(writing.fold) == ()
    assert writing.store.first_broken() is None
    writing.store.close()
    assert verify(folder).whole
    after = told(folder)
    for table, rows in before.items():
        assert len(after[table]) == len(rows), table
        for row, now in zip(rows, after[table], strict=True):
            assert {column: now[column] for column in row} == row, table


def test_a_start_after_it_replays_nothing(folder: Path) -> None:
    put_old(folder, "version_6")
    writing = Writing(folder)
    assert {call.id: call.doing for call in writing.desk.calls} == {"o": Doing.HOLDING, "p2": Doing.RINGING}
    kept = writing.desk
    loaded = writing.store.load()
    assert (loaded.desk, loaded.seq, loaded.events_after) == (kept, writing.store.seq, [])
    writing.store.close()


def test_what_the_log_tells_of_them(folder: Path) -> None:
    """The new columns follow from the journal alone."""
    put_old(folder, "version_6")
    writing = Writing(folder)
    rows = writing.store._conn.execute(
        'SELECT call, "end", "by", held_seconds, left_doing, minutes FROM interruptions ORDER BY at'
    ).fetchall()
    assert rows == [
        ("a", "late", "Mia", None, "leaving", 40.9),
        ("b", "open", None, None, "leaving", None),
        ("c", "spoken", "Ben", 47.0, "leaving", None),
        ("d", "passed_on", "Mia", None, "leaving", None),
        ("e", "spoken", "Ben", None, "talking", None),
        ("f", "lost", None, None, "choosing", None),
        ("g", "lost", "Mia", None, "ringing", None),
        ("h", "answered_elsewhere", None, None, "ringing", None),
        ("i", "lost", "Ben", None, "talking", None),
        ("j", "open", None, None, "ringing", None),
        ("k", "open", None, None, "ringing", None),
        ("l", "open", None, None, "answering", None),
        ("m", "refused", None, None, None, None),
        ("n", "blocked", None, None, None, None),
        ("k2", "open", None, None, "holding", None),  # how long it was held before the engine died is unknown
        ("o", "live", None, None, None, None),
        ("p2", "live", None, None, None, None),
    ]
    [doings] = writing.store._conn.execute("SELECT doings FROM call_doings WHERE call = 'i'").fetchone()
    assert doings == '[[0.0,"ringing"],[1.0,"taken"],[5.0,"talking"]]'
    writing.store.close()


def test_records_of_the_version_before_are_brought_up_to_date(folder: Path) -> None:
    put_old(folder)
    writing = Writing(folder)
    store = writing.store
    assert store.first_broken() is None
    assert store.seq == 21
    assert [call.id for call in writing.desk.calls] == ["d"]
    owed, ended = store.promises(writing.desk.promises, closed=10)
    assert (owed.id, owed.number) == (2, "+12025550125")
    assert (ended.state, ended.ended_by, ended.note) == (PromiseState.KEPT, "Ben", "she wants a copy")
    assert [attempt.note for attempt in ended.attempts] == ["engaged at noon"]
    assert [view.end for view in store.log(10)] == [
        "refused",
        "",
        "hung_up",
        "answered_elsewhere",
        "promised",
    ]
    key = store.key_for("+12025550123")
    assert store.name_of(key) == "OKAFOR ANA"
    # the call and, on another phone, the attempt
    assert [(view.out, view.end, view.note, view.by) for view in store.before(key)] == [
        (True, "busy", "engaged at noon", "Ben"),
        (False, "promised", "", ""),
    ]
    message = store.recording("r1")
    assert message is not None
    assert (message.played, message.words) == (True, "")
    assert store.find_contacts() == ()
    note = store.add_note("rang while we were moving house")
    writing.feed(NoteAdded(at=writing.later(), call="d", note=note))
    assert store.notes_of("d") == ("rang while we were moving house",)
    writing.policy = Policy(max_calls=2)
    assert store.rebuild(writing.fold) == ()
    again = writing.again()
    assert [call.id for call in again.desk.calls] == ["d"]
    again.store.close()


def test_newer_records_are_left_as_they_are(folder: Path) -> None:
    put_old(folder)
    conn = sqlite3.connect(folder / "onemoment.db")
    conn.execute("PRAGMA user_version = 999")
    conn.close()
    with pytest.raises(StoreRefused, match="newer One Moment"):
        Writing(folder)
