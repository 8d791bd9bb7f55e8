"""Copies of all kinds: of an older version, rebuilt, replaced, gone, without settings."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from desk.log.log import Log
from desk.log_types import Asked, ListRows, Sort
from desk.store import StoreRefused
from desk.store.troubles import CannotRead
from tests.log.conftest import ABOUT
from tests.log.records import BEGAN, add, empty, happened, written

NOW = BEGAN + timedelta(days=200)
SAMPLES = sorted((Path(__file__).parent.parent / "store").glob("version_*.sql"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_records_of_an_older_version_are_read_and_left_as_they_are(tmp_path: Path, sample: Path) -> None:
    conn = sqlite3.connect(tmp_path / "onemoment.db")
    conn.executescript(sample.read_text())
    conn.close()
    before = (tmp_path / "onemoment.db").read_bytes()
    log = Log.open(tmp_path)
    log.load()
    rows = [row for some in log.rows(Asked(), Sort(), NOW) for row in some]
    assert rows
    assert log.page(ListRows(), NOW).total == len(rows)
    for row in rows:
        story = log.story(row.call, NOW)
        assert story is not None
        assert story.row == row
        assert story.steps
    assert not log.refresh()
    log.close()
    assert (tmp_path / "onemoment.db").read_bytes() == before


def test_older_records_in_place_of_the_first_are_worked_out_too(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    log = Log.open(folder, ABOUT)
    log.load()
    conn = sqlite3.connect(tmp_path / "older.db")
    conn.executescript(SAMPLES[0].read_text())
    conn.close()
    (tmp_path / "older.db").replace(folder / "onemoment.db")
    assert log.refresh()
    assert log.page(ListRows(), NOW).total
    log.close()


def test_rows_that_have_other_numbers_after_a_rebuild_are_read_again(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    add(folder, 100, seed=4)
    log = Log.open(folder, ABOUT)
    log.load()
    before = log.page(ListRows(limit=100), NOW).rows
    with written(folder) as conn:
        conn.execute("CREATE TEMP TABLE kept AS SELECT * FROM calls ORDER BY caller_key, call DESC")
        conn.execute("DELETE FROM calls")
        conn.execute("INSERT INTO calls SELECT * FROM kept")
    assert log.refresh()
    assert log.page(ListRows(limit=100), NOW).rows == before
    log.close()


def test_records_put_in_their_place_are_read_instead_and_gone_ones_are_said(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    add(folder, 20, seed=4)
    other = empty(tmp_path / "other")
    add(other, 7, seed=9)
    log = Log.open(folder, ABOUT)
    log.load()
    shutil.copy(other / "onemoment.db", folder / "new.db")
    (folder / "onemoment.db-wal").unlink(missing_ok=True)
    (folder / "new.db").rename(folder / "onemoment.db")
    assert log.refresh()
    assert log.head().interruptions == 7
    assert len(log.page(ListRows(), NOW).rows) == 7
    (folder / "onemoment.db").unlink()
    with pytest.raises(StoreRefused, match="moved away"):
        log.refresh()
    log.close()


def test_without_settings_the_zone_is_the_one_of_the_records(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    log = Log.open(folder)
    assert log.head().time_zone == "UTC"
    assert log.page(ListRows(), NOW).rows == ()
    log.load()
    assert log.head().interruptions == 0
    assert log.page(ListRows(), NOW).total == 0
    assert log.figures(BEGAN, NOW, NOW).now.everybody.kept_share is None
    log.close()
    with written(folder) as conn:
        happened(conn, "EngineStarted")
        conn.execute("DROP TRIGGER journal_no_update")
        conn.execute(
            "UPDATE journal SET body = json_set(body, '$.policy', json('{\"time_zone\": \"Asia/Kolkata\"}'))"
        )
    log = Log.open(folder)
    assert log.head().time_zone == "Asia/Kolkata"
    log.close()


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """A folder that nobody may write to, for whoever runs this."""
    folder.chmod(0o500)
    if not os.access(folder, os.W_OK):
        yield
        folder.chmod(0o700)
        return
    place = str(folder)
    if subprocess.run(["mount", "--bind", place, place], capture_output=True, check=False).returncode:
        pytest.skip("a folder that cannot be written to needs another account, or the right to mount")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", place], check=True)
        folder.chmod(0o700)


@pytest.mark.parametrize("kept", ["", "-wal", "-wal -shm"])
def test_a_copy_on_a_medium_that_cannot_be_written_to_has_its_newest_rows(tmp_path: Path, kept: str) -> None:
    folder, copy = empty(tmp_path / "data"), tmp_path / "copy"
    copy.mkdir()
    add(folder, 20, seed=4)
    writing = sqlite3.connect(folder / "onemoment.db", isolation_level=None)
    assert writing.execute("SELECT count(*) FROM calls").fetchone() == (20,)
    if kept:  # what is written now stands in the write-ahead log alone
        add(folder, 5, seed=9)
    for end in ("", *kept.split()):
        shutil.copy(folder / f"onemoment.db{end}", copy)
    writing.close()
    with unwritable(copy):
        log = Log.open(copy, ABOUT)
        log.load()
        assert log.head().interruptions == (25 if kept else 20)
        assert len(log.page(ListRows(), NOW).rows) == (25 if kept else 20)
        assert not log.refresh()
    # an engine may have it from now on: then it is read as an engine's, as with all files it was before
    assert log.refresh() == ("shm" not in kept)
    assert log.head().interruptions == (25 if kept else 20)
    log.close()


def test_nothing_is_held_open_once_a_log_is_closed(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    add(folder, 20, seed=4)
    log = Log.open(folder, ABOUT)
    log.load()
    with ThreadPoolExecutor(1) as other:
        other.submit(log.page, ListRows(), NOW).result()
        log.page(ListRows(), NOW)
        assert held_open(folder)
        log.close()
        assert not held_open(folder)


def held_open(folder: Path) -> list[str]:
    """The files of a folder that this process has open."""
    places = [os.path.realpath(file) for file in Path("/proc/self/fd").iterdir()]
    return [place for place in places if place.startswith(str(folder))]


def test_who_may_not_look_into_the_folder_is_told_so(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    folder.chmod(0)
    told = tmp_path / "told"
    file = told.open("w")
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:  # who may look into everything
            os.setuid(65534)
        try:
            Log.open(folder, ABOUT)
        except CannotRead as trouble:
            file.write(trouble.happened)
        except BaseException as error:
            file.write(repr(error))
        file.flush()
        os._exit(0)
    os.waitpid(child, 0)
    file.close()
    folder.chmod(0o700)
    assert told.read_text() == "The records may not be read by this account."
