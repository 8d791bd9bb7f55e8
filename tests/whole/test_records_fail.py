"""Nothing can be written: callers are asked to ring again, the desk says why, later all is written."""

from __future__ import annotations

import contextlib
import os
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.whole.conftest import MakeCaller, MakeEngine
from tests.whole.programs import NUMBERS, Engine, Says, wait_for

pytestmark = [pytest.mark.peers, pytest.mark.slow]

Break = Callable[[Engine], contextlib.AbstractContextManager[None]]


@contextlib.contextmanager
def full(engine: Engine) -> Iterator[None]:
    """The disk has no byte left."""
    filler = engine.data / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * size)
    yield
    filler.unlink()


@contextlib.contextmanager
def no_larger(engine: Engine) -> Iterator[None]:
    """No file of the engine may grow."""
    _, hard = resource.prlimit(engine.pid, resource.RLIMIT_FSIZE)
    size = (engine.data / "onemoment.db-wal").stat().st_size
    resource.prlimit(engine.pid, resource.RLIMIT_FSIZE, (size, hard))
    yield
    resource.prlimit(engine.pid, resource.RLIMIT_FSIZE, (hard, hard))


@contextlib.contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Another program keeps the database locked."""
    conn = sqlite3.connect(engine.data / "onemoment.db", isolation_level=None)
    conn.execute("BEGIN IMMEDIATE")
    yield
    conn.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("a small disk can be made by root only")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def callers_are_asked_to_ring_again(engine: Engine, caller: MakeCaller, broken: Break, why: str) -> None:
    before = caller(engine).call(NUMBERS[0], [0.2, "2", 0.3, "1"])
    engine.until(lambda view: view.promises)
    before.kill()
    midway = caller(engine).call(NUMBERS[1], [1.0, "2", 0.3, "1"])
    talking = caller(engine).call(NUMBERS[2], [0.2, "3", 0.2, "5", 0.3, Says(8.0)])
    engine.until(lambda view: {NUMBERS[1], NUMBERS[2]} <= {c.number for c in view.calls})
    records = engine.records()
    with broken(engine):
        midway.ends()  # the desk says goodbye
        during = caller(engine).call(NUMBERS[3], [0.2, "2", 0.3, "1"])
        during.ends()
        view = engine.view()
        [trouble] = [t for t in view.troubles if t.what == "records"]
        assert why in trouble.happened
        assert "ring again" in trouble.do
        said = engine.json("status")["troubles"]
        assert why in next(t["happened"] for t in said if t["what"] == "records")
        # who already has a promise, has it
        assert [p.number for p in view.promises if p.promised_by] == [NUMBERS[0]]
        written = records.seq()
    engine.until(lambda view: not [t for t in view.troubles if t.what == "records"], 10, "it heals")
    assert records.first_broken() is None
    meanwhile = records.events(written)
    assert meanwhile[0] == "RecordsFailed"
    assert "RecordsRestored" in meanwhile
    assert meanwhile.count("CallRang") == 1
    assert meanwhile.count("CallEnded") >= 2
    promised = [e for e in records.entries(written) if e["event"] == "PromiseMade"]
    assert all("promised_by" not in promise for promise in promised)
    # nobody is lost: who was asked to ring again is owed a callback all the same
    assert {p.why for n in (1, 3) for p in engine.promises(NUMBERS[n])} == {"hung_up"}
    talking.kill()
    caller(engine).call(NUMBERS[4], [0.2, "2", 0.3, "1"])
    wait_for(lambda: any(p.promised_by for p in engine.promises(NUMBERS[4])), 10, "promises are made again")
    records.close()
    assert engine.stop() == 0


def test_the_disk_is_full(small_disk: Path, make_engine: MakeEngine, caller: MakeCaller) -> None:
    engine = make_engine("small")
    engine.start()
    assert os.statvfs(engine.data).f_blocks * os.statvfs(engine.data).f_frsize < 30_000_000
    callers_are_asked_to_ring_again(engine, caller, full, "The disk is full")


def test_the_disk_takes_no_more(engine: Engine, caller: MakeCaller) -> None:
    callers_are_asked_to_ring_again(engine, caller, no_larger, "nothing can be written down")


def test_the_database_is_locked(engine: Engine, caller: MakeCaller) -> None:
    callers_are_asked_to_ring_again(engine, caller, locked, "Another program keeps the records locked")


def test_started_on_a_full_disk(small_disk: Path, make_engine: MakeEngine, caller: MakeCaller) -> None:
    engine = make_engine("small")
    engine.start()
    engine.kill()
    with full(engine):
        engine.start()
        caller(engine).call(NUMBERS[0], [0.2, "2", 0.3, "1"]).ends()
        assert not engine.view().promises or not engine.view().promises[0].promised_by
    engine.until(lambda view: not [t for t in view.troubles if t.what == "records"], 10, "it heals")
    assert engine.stop() == 0
