"""Records of the version before: opened, brought up to date, nothing of them lost.

`version_4.sql` is what the records of 0.1.0 were after a short morning: two callers promised, one of them
called back, one call still live.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desk.core.events import NoteAdded
from desk.core.model import Policy, PromiseState
from desk.store import StoreRefused
from tests.store.conftest import Writing

OLD = Path(__file__).with_name("version_4.sql")


def put_old(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    conn = sqlite3.connect(folder / "onemoment.db")
    conn.executescript("PRAGMA journal_mode = WAL;" + OLD.read_text())
    conn.close()


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
    assert [found for found in store.rebuild(writing.fold) if found.table == "calls"] == []
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
