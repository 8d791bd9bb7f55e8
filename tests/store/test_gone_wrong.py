"""Kills, full disks, locks: nothing acknowledged is lost, and a sentence is said."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import textwrap
import time
from pathlib import Path

import pytest

from desk.core.events import KeyPressed
from desk.store import CannotWrite, Store, StoreRefused
from tests.store.conftest import Writing
from tests.store.engines import APPEND, child


def can_write(writing: Writing) -> bool:
    """Whether something small reaches the disk just now."""
    try:
        writing.store.save_snapshot(writing.store.seq, writing.desk)
    except CannotWrite:
        return False
    return True


def test_killed_at_any_moment_nothing_acknowledged_is_missing(folder: Path) -> None:
    code = textwrap.dedent(APPEND) + textwrap.dedent(
        """
        for n in range(10**9):
            if n % 7 == 6:
                store.save_snapshot(store.seq, desk)
            print(feed(f"+1202555{n:04}")[-1], flush=True)
        """
    )
    chance = random.Random(2)
    acknowledged = 0
    for _ in range(8):
        running = child(code, folder)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        running.send_signal(signal.SIGKILL)
        said, wrong = running.communicate()
        assert "Error" not in wrong, wrong
        lines = [line for line in said.splitlines(keepends=True) if line.endswith("\n")]
        acknowledged = int(lines[-1]) if lines else acknowledged
        store = Store.open(folder)
        assert store.seq >= acknowledged
        assert store.seq % 2 == 0, "half of what was written together"
        assert store.first_broken() is None
        rows = store.journal(limit=10**6)
        assert [row["seq"] for row in rows] == list(range(1, store.seq + 1))
        assert all(store.number_of(row["caller"]["key"]) for row in rows if row["event"] == "CallRang")
        assert len(store.log(10**6)) * 2 == store.seq
        acknowledged = store.seq
        store.close()


def test_killed_while_the_records_are_made(folder: Path) -> None:
    for pause in range(6):
        running = child("import sys; from pathlib import Path; from desk.store import Store\n"
                        "print(flush=True); Store.open(Path(sys.argv[1])); print(flush=True)",
                        folder / str(pause))  # fmt: skip
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(pause * 0.004)
        running.kill()
        running.communicate()
        store = Store.open(folder / str(pause))
        assert store.seq == 0
        store.close()


def test_one_engine_a_folder(writing: Writing) -> None:
    with pytest.raises(StoreRefused, match="already runs on this data folder"):
        Store.open(writing.folder)
    writing.store.close()
    Store.open(writing.folder).close()


def test_the_lock_goes_with_a_killed_engine(folder: Path) -> None:
    running = child(
        APPEND + "    print(feed('+12025550123'), flush=True)\n    import time; time.sleep(60)", folder
    )
    assert running.stdout is not None
    assert running.stdout.readline()
    with pytest.raises(StoreRefused, match="already runs"):
        Store.open(folder)
    running.kill()
    running.communicate()
    store = Store.open(folder)
    assert store.seq == 2
    store.close()


def test_locked_by_another_program_nothing_is_written_and_then_all_is(writing: Writing) -> None:
    call = writing.ring()
    seq = writing.store.seq
    other = sqlite3.connect(writing.folder / "onemoment.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    key = writing.store.key_for("+12025550199", "Ana")
    note = writing.store.add_note("about the bill")
    entry = (KeyPressed(at=writing.later(), call=call, key="1"), writing.desk, writing.desk)
    began = time.monotonic()
    with pytest.raises(CannotWrite, match="keeps the records locked"):
        writing.store.append([entry])
    assert time.monotonic() - began < 1
    assert not can_write(writing)
    assert writing.store.seq == seq
    assert writing.store.number_of(key) == "+12025550199"
    assert writing.store.note(key) is None
    assert writing.store.note(note) == "about the bill"
    other.execute("ROLLBACK")
    other.close()
    assert can_write(writing)
    assert writing.store.append([entry]) == [seq + 1]
    again = writing.again()
    assert again.store.number_of(key) == "+12025550199"
    assert again.store.name_of(key) == "Ana"
    assert again.store.note(note) == "about the bill"
    again.store.close()


def test_locked_at_the_start(writing: Writing) -> None:
    writing.ring()
    writing.store.close()
    other = sqlite3.connect(writing.folder / "onemoment.db", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreRefused, match="locked"):
        Store.open(writing.folder)
    other.close()
    assert not list(writing.folder.glob("*damaged*"))
    Store.open(writing.folder).close()


FULL = (
    APPEND
    + """
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    written = []
    limit = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    failed = False
    for n in range(3000):
        kept = desk
        try:
            written = feed(f"+1202555{n:04}")
        except CannotWrite as trouble:
            desk = kept
            failed = True
            print(trouble.happened)
            break
    assert failed
    assert store.seq == written[-1]
    assert store.log(1)                       # questions are still answered
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert feed("+12025559999") == [written[-1] + 1, written[-1] + 2]
    assert store.first_broken() is None
    """
)


@pytest.mark.parametrize("limit", [50_000, 150_000, 300_000])
def test_a_file_that_cannot_grow(folder: Path, limit: int) -> None:
    running = child(FULL, folder, limit)
    said, wrong = running.communicate(timeout=60)
    assert running.returncode == 0, wrong
    assert "nothing can be written down" in said
    store = Store.open(folder)
    assert store.first_broken() is None
    store.close()


def test_a_full_disk(small_disk: Path) -> None:
    writing = Writing(small_disk / "data")
    filler = small_disk / "filler"
    left = os.statvfs(small_disk)
    filler.write_bytes(bytes(left.f_bavail * left.f_frsize))
    trouble = None
    kept, desk = writing.store.seq, writing.desk
    for _ in range(200):
        try:
            writing.ring()
        except CannotWrite as error:
            trouble = error
            break
        kept, desk = writing.store.seq, writing.desk
    assert trouble is not None
    assert "disk" in trouble.happened
    assert (writing.store.seq, writing.desk) == (kept, desk)
    assert not can_write(writing)
    filler.unlink()
    assert can_write(writing)
    writing.ring("+12025550199")
    assert writing.store.first_broken() is None
    again = writing.again()
    assert again.store.first_broken() is None
    again.store.close()


def test_a_database_moved_away_takes_no_more_promises(writing: Writing) -> None:
    writing.ring()
    database = writing.folder / "onemoment.db"
    database.rename(writing.folder / "elsewhere.db")
    with pytest.raises(CannotWrite, match="moved away"):
        writing.ring()
    assert not can_write(writing)
    (writing.folder / "elsewhere.db").rename(database)
    writing.ring()
    wal = writing.folder / "onemoment.db-wal"
    wal.unlink()
    with pytest.raises(CannotWrite, match="moved away"):
        writing.ring()
