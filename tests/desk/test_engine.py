from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from desk import engine as engine_module
from desk.core.commands import Command, HangUp, Say
from desk.core.events import (
    CallEnded,
    EndedBy,
    Event,
    KeyPressed,
    PresenceChosen,
    PromisePutOff,
    SayEnded,
    Ticked,
)
from desk.core.model import Desk, Doing, Policy, Presence, Why
from desk.core.step import replay
from desk.engine import Clock
from tests.desk.running import QUICK, Running, SetClock, events_on_disk, on_disk, running, utc
from tests.waited import Waiting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


class Locked:
    """Another program that keeps the database locked."""

    def __init__(self, folder: Path) -> None:
        self._conn = sqlite3.connect(folder / "onemoment.db", isolation_level=None)
        self._conn.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        self._conn.close()


async def test_what_happened_is_on_disk_before_anything_is_done(folder: Path) -> None:
    async with running(folder) as one:
        call = await one.answered()
        await one.press(call, "21")
        spoken = {
            phrase.name: disk
            for command, disk in zip(one.line.told, one.line.disk, strict=True)
            if isinstance(command, Say)
            for phrase in command.phrases
        }
    assert spoken["greeting_free"][-1] == "CallRang"
    assert spoken["read_back"][-1] == "KeyPressed"
    assert spoken["promise"][-2:] == ["KeyPressed", "PromiseMade"]


async def test_a_tick_comes_when_the_rules_want_it(folder: Path) -> None:
    async with running(folder, Policy(ring_free=0.15)) as one:
        began, waited = time.monotonic(), Waiting()
        call = await one.ring()
        await one.until(lambda: bool(one.line.told))
        assert 0.1 < time.monotonic() - began < 0.6 + waited.seconds
        live = one.desk.call(call)
        assert live is not None
        assert live.doing is Doing.ANSWERING
        assert one.bell.heard == ["ring", "quiet"]


async def test_a_tick_that_changes_nothing_is_not_journaled(folder: Path) -> None:
    async with running(folder) as one:
        for _ in range(3):
            await one.happens(Ticked(at=utc()))
        assert "Ticked" not in events_on_disk(folder)


async def test_while_nothing_can_be_written_nothing_is_promised(folder: Path) -> None:
    async with running(folder) as one:
        greeted = await one.answered("+442079460101")
        locked = Locked(folder)
        try:
            await one.press(greeted, "21")
            assert one.line.phrases(greeted)[-1] == "ring_again"
            assert "locked" in str(one.desk.records_failed)
            assert one.engine.unwritten
            met = await one.answered("+442079460102")
            assert one.line.phrases(met) == ["ring_again"]
            await one.happens(SayEnded(at=utc(), call=met, say=1))
            assert HangUp(call=met) in one.line.told
            before = events_on_disk(folder)
            assert "PromiseMade" not in before
        finally:
            locked.let_go()
        await one.until(lambda: not one.engine.unwritten, 4)
        assert not one.desk.records_failed
        after = events_on_disk(folder)
        assert after[: len(before)] == before
        meanwhile = after[len(before) :]
        assert meanwhile[0] == "RecordsFailed"
        assert meanwhile[-1] == "RecordsRestored"
        assert meanwhile.count("KeyPressed") == 2
        assert meanwhile.index("KeyPressed") < meanwhile.index("CallRang") < meanwhile.index("SayEnded")
        assert one.store.first_broken() is None
        await one.press(await one.answered("+442079460103"), "21")
        assert one.line.phrases()[-1] == "promise"


async def test_who_gave_up_while_nothing_could_be_written_is_a_callback_afterwards(folder: Path) -> None:
    one = Running(folder)
    await one.start()
    locked = Locked(folder)
    call = await one.answered()
    await one.happens(CallEnded(at=utc(), call=call, by=EndedBy.CALLER))
    locked.let_go()
    await one.stop()  # at once: what waits is written at the end, without waiting its turn
    assert events_on_disk(folder)[-2:] == ["RecordsRestored", "EngineStopped"]
    again = Running(folder)
    again.engine.restore()
    assert [p.why for p in again.desk.promises] == [Why.HUNG_UP]
    again.store.close()


async def test_a_start_while_the_records_are_locked_goes_on_without_a_promise(folder: Path) -> None:
    one = Running(folder)
    locked = Locked(folder)
    await one.start()
    call = await one.answered()
    assert one.line.phrases(call) == ["ring_again"]
    locked.let_go()
    await one.until(lambda: not one.engine.unwritten, 4)
    await one.stop()
    assert events_on_disk(folder)[:2] == ["RecordsFailed", "EngineStarted"]


async def test_a_clock_set_forward_hurries_no_caller(folder: Path) -> None:
    clock = SetClock()
    async with running(folder, Policy(ring_free=1.5), clock) as one:
        call = await one.ring()
        clock.by = 3600.0
        await one.until(lambda: "ClockChanged" in events_on_disk(folder))
        live = one.desk.call(call)
        assert live is not None
        assert live.doing is Doing.RINGING
        assert not one.line.told
        await one.until(lambda: bool(one.line.told), 3)


async def test_a_clock_set_back_keeps_no_caller_waiting(folder: Path) -> None:
    clock = SetClock()
    async with running(folder, Policy(ring_free=0.5), clock) as one:
        await one.ring()
        clock.by = -3600.0
        await one.until(lambda: bool(one.line.told), 3)


def test_slow_drift_is_no_jump_and_a_jump_is_seen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wall = 1_000_000.0
    monkeypatch.setattr(time, "time", lambda: wall)
    monkeypatch.setattr(time, "monotonic", lambda: 5.0)
    clock = Clock()
    for _ in range(10):
        wall += 1.5
        assert clock.jumped() == 0.0
    wall -= 60
    assert clock.jumped() == pytest.approx(-60)
    assert clock.jumped() == 0.0


async def test_stopped_in_good_order(folder: Path) -> None:
    one = Running(folder)
    await one.start()
    call = await one.answered()
    waiting = asyncio.gather(one.happens(KeyPressed(at=utc(), call=call, key="2")), one.stop())
    await asyncio.wait_for(waiting, 5)
    assert events_on_disk(folder)[-2:] == ["KeyPressed", "EngineStopped"]


async def test_killed_and_started_again_the_desk_is_the_same(folder: Path) -> None:
    one = Running(folder)
    await one.start()
    await one.serving()
    await one.press(await one.answered("+442079460101"), "21")
    await one.press(await one.answered("+442079460102"), "1")
    await one.ring(None)
    await one.happens(PromisePutOff(at=utc(), promise=1, until=utc() + timedelta(minutes=5)))
    before = one.desk
    await one.kill()
    again = Running(folder)
    assert again.engine.restore() == before
    await again.start()
    assert again.desk.calls == ()
    assert [(p.id, p.why) for p in again.desk.promises] == [(1, Why.ASKED), (2, Why.LINE_LOST)]
    assert again.desk.chosen is Presence.SERVING
    await again.stop()


async def test_a_snapshot_and_what_came_after_give_the_desk_of_the_whole_journal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "SNAPSHOT_EVERY", 7)
    one = Running(folder)
    await one.start()
    for n in range(6):
        await one.press(await one.answered(f"+44207946010{n}"), "21" if n % 2 else "1")
    before = one.desk
    loaded = one.store.load()
    assert loaded.desk is not None
    assert loaded.seq > 1
    whole = (msgspec.convert(entry, Event) for entry in on_disk(folder))
    assert replay(Desk(), whole, QUICK) == before
    await one.kill()
    again = Running(folder)
    assert again.engine.restore() == before
    again.store.close()


async def test_one_command_that_fails_or_hangs_stops_nobody_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(engine_module, "CARRIED_OUT_WITHIN", 0.1)
    async with running(folder) as one:
        carry_out = one.line.carry_out

        async def bad(command: Command) -> None:
            if isinstance(command, Say) and command.call == first:
                raise OSError("+442079460101 cannot be told")
            if isinstance(command, Say) and command.call == second:
                await asyncio.sleep(60)
            await carry_out(command)

        first = second = ""
        monkeypatch.setattr(one.line, "carry_out", bad)
        first = await one.answered("+442079460101")
        await one.press(first, "2")
        second = await one.answered("+442079460102")
        await one.press(second, "2")
        third = await one.answered("+442079460103")
        await one.press(third, "21")
        assert one.line.phrases(third)[-1] == "promise"
    errors = [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR]
    assert len(errors) == 2
    assert all("Say was not carried out" in error and "44207946" not in error for error in errors)


async def test_a_mistake_in_the_rules_is_a_line_in_the_journal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from desk.core import greeting

    def broken(*_: object) -> None:
        raise KeyError("9")

    async with running(folder) as one:
        call = await one.answered()
        monkeypatch.setattr(greeting, "key", broken)
        await one.press(call, "9")
        monkeypatch.undo()
        await one.press(call, "21")
        assert one.line.phrases(call)[-1] == "promise"
    entries = on_disk(folder)
    wrong = [entry for entry in entries if entry["event"] == "Unexpected"]
    assert [entry["what"] for entry in wrong] == ["the rules failed at KeyPressed"]
    assert "The rules failed at KeyPressed: KeyError" in caplog.text


async def test_many_events_leave_the_others_their_turn(folder: Path) -> None:
    async with running(folder) as one:
        turns = 0

        async def count() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        counting = asyncio.create_task(count())
        for n in range(200):
            one.engine.feed(PresenceChosen(at=utc(), presence=Presence.AWAY if n % 2 else Presence.FREE))
            await asyncio.sleep(0)
        await one.serving()
        counting.cancel()
        assert turns > 200
        assert one.desk.chosen is Presence.SERVING
