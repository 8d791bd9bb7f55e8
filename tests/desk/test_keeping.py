"""The daily round, of a real engine on its real records; the backup is the real command."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from config.options import StoreOptions
from desk import apart, keeping
from desk.core.events import CallEnded, EndedBy, PromiseClosed, PromiseMade
from desk.core.model import Caller, Dial, Policy, PromiseState, Why
from desk.keeping import Keeping
from desk.store import archive
from tests.desk.running import QUICK, Running, SetClock, events_on_disk, running


def kept(engine: Running, options: StoreOptions | None = None) -> Keeping:
    return Keeping(engine.engine, engine.folder, options or StoreOptions(), "Europe/London")


def backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.tar"))


async def an_old_message(desk: Running, *, owed: bool = False) -> Path:
    """Left forty days ago; the file."""
    at = desk.engine.clock.now() - timedelta(days=40)
    file = desk.folder / "recordings" / "m1.wav"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"RIFF")
    desk.store.add_recording("m1", "recordings/m1.wav", 3.0, at)
    caller = Caller(key=desk.store.key_for("+442079460123"), dial=Dial.CAN)
    made = PromiseMade(at=at, promise=1, caller=caller, why=Why.MESSAGE, recording="m1")
    await desk.happens(made)
    if not owed:
        await desk.happens(PromiseClosed(at=at, promise=1, state=PromiseState.KEPT))
    return file


async def test_once_a_day_the_old_goes_and_a_backup_is_made(tmp_path: Path) -> None:
    clock = SetClock()
    async with running(tmp_path, clock=clock) as desk:
        file = await an_old_message(desk)
        daily = kept(desk)
        await daily.round()
        assert daily.problem is None
        assert not file.exists()
        assert desk.store.recording("m1") is None
        [first] = backups(tmp_path)
        assert stat.S_IMODE(first.stat().st_mode) == 0o600
        assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700
        # what was to go is not in it
        made = archive.read(first)
        assert made.messages == 0
        assert made.entries == desk.store.seq
        await daily.round()
        assert backups(tmp_path) == [first]
        clock.by = 86400.0
        await daily.round()
        assert len(backups(tmp_path)) == 2
        assert events_on_disk(tmp_path).count("RetentionApplied") == 2
        assert desk.store.journal(limit=1000)[-1]["event"] in ("RetentionApplied", "ClockChanged")
    found = [e for e in events_on_disk(tmp_path) if e == "Unexpected"]
    assert found == []


async def test_what_is_owed_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as desk:
        file = await an_old_message(desk, owed=True)
        daily = kept(desk)
        await daily.round()
        assert file.exists()
        assert desk.store.recording("m1") is not None
        assert archive.read(backups(tmp_path)[0]).messages == 1


async def test_only_so_many_backups_are_kept(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir(parents=True)
    for day in range(1, 9):
        (tmp_path / "backups" / f"one-moment-202601{day:02}T030000Z.tar").write_text("")
    async with running(tmp_path) as desk:
        await kept(desk, StoreOptions(keep_backups=3)).round()
    names = [path.name for path in backups(tmp_path)]
    assert names[:2] == ["one-moment-20260107T030000Z.tar", "one-moment-20260108T030000Z.tar"]
    assert len(names) == 3


async def test_none_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    async with running(tmp_path) as desk:
        daily = kept(desk, StoreOptions(backups=""))
        await daily.round()
        assert (daily.problem, backups(tmp_path)) == (None, [])
        assert "RetentionApplied" in events_on_disk(tmp_path)


async def test_a_backup_that_fails_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "stick"
    said: list[str | None] = []
    async with running(tmp_path / "data") as desk:
        daily = Keeping(
            desk.engine,
            desk.folder,
            StoreOptions(backups=str(elsewhere / "backups")),
            "UTC",
            lambda: said.append(daily.problem),
        )
        await daily.round()
        assert daily.problem == f"There is no folder {elsewhere}/backups. Make it, or name another place."
        assert not daily._may_begin(), "not at once"
        elsewhere.mkdir()  # it is plugged in
        monkeypatch.setattr(daily, "_not_before", 0.0)
        assert daily._may_begin()
        await daily.round()
        assert len(list((elsewhere / "backups").iterdir())) == 1
        assert said[1:] == [None]
        assert not daily._may_begin()


async def test_what_the_command_dies_of_is_a_sentence_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_HERE", tmp_path)  # where there is no program
    async with running(tmp_path / "data") as desk:
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        (tmp_path / "desk" / "cli").mkdir(parents=True)
        for name in ("__init__.py", "cli/__init__.py"):
            (tmp_path / "desk" / name).write_text("")
        (tmp_path / "desk" / "cli" / "__main__.py").write_text("raise ValueError('two\\nlines')")
        daily = kept(desk)
        await daily.round()
        assert daily.problem == keeping.NO_BACKUP


async def test_it_waits_for_a_moment_without_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path, Policy(ring_free=20.0)) as desk:
        daily = kept(desk)
        call = await desk.ring()
        assert not daily._may_begin()
        monkeypatch.setattr(keeping, "QUIET_WITHIN", -1.0)
        assert daily._may_begin(), "but not for ever"
        monkeypatch.undo()
        now = desk.engine.clock.now()
        await desk.happens(CallEnded(at=now, call=call, by=EndedBy.CALLER))
        assert daily._may_begin()


async def test_the_day_begins_at_three_by_the_desks_clock(tmp_path: Path) -> None:
    class At(SetClock):
        at = datetime(2026, 7, 1, 1, 59, tzinfo=UTC)  # 2:59 in London

        def now(self) -> datetime:
            return self.at

        def jumped(self) -> float:
            return 0.0

    clock = At()
    async with running(tmp_path, QUICK, clock) as desk:
        daily = kept(desk, StoreOptions(backups=""))
        await daily.round()
        assert desk.store.get_mark("retained") == "2026-06-30"
        assert not daily._may_begin()
        clock.at += timedelta(minutes=2)
        assert daily._may_begin()
        await daily.round()
        assert desk.store.get_mark("backed_up") == "2026-07-01"


async def test_it_begins_by_itself_and_ends_with_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "AFTER_START", 0.0)
    async with running(tmp_path) as desk:
        daily = kept(desk)
        daily.start()
        await desk.until(lambda: bool(backups(tmp_path)), 30)
        await daily.close()
    async with running(tmp_path) as desk:
        desk.store.set_mark("backed_up", "")
        daily = kept(desk)
        daily.start()
        await desk.until(lambda: bool(list((tmp_path / "backups").glob(".one-moment-making-*"))), 30)
        await daily.close()  # in the middle of it
        assert len(backups(tmp_path)) == 1
        assert desk.store.get_mark("backed_up") == ""
    assert not any(name.startswith("Unexpected") for name in events_on_disk(tmp_path))


async def test_while_nothing_can_be_written_nothing_is_erased(tmp_path: Path) -> None:
    async with running(tmp_path) as desk:
        file = await an_old_message(desk)
        lock = desk.store._conn
        os.rename(tmp_path / "onemoment.db", tmp_path / "moved")  # noqa: PTH104
        try:
            await desk.serving()
            assert desk.engine.unwritten
            assert not kept(desk)._may_begin()
            await kept(desk).round()
            assert file.exists()
        finally:
            os.rename(tmp_path / "moved", tmp_path / "onemoment.db")  # noqa: PTH104
        assert lock.execute("SELECT count(*) FROM recordings").fetchone() == (1,)
