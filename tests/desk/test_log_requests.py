"""The door of the log, corrections and thanks, asked of a real engine; the reader is the real program."""

from __future__ import annotations

import asyncio
import io
import json
import os
import socket
import stat
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from config.settings import parse
from desk.cli import main
from desk.core.ends import End
from desk.core.events import CallEnded, CallRang, EndedBy, Event, NoteAdded, PromiseClosed
from desk.core.model import Caller, Dial, PromiseState
from desk.link_types import AmendEnd, AmendNote, LogDoor, OpenLog, SayExported, Thank
from desk.log_types import LookAtLog
from desk.pin import fits, kept
from tests.desk.test_live_call import NUMBERS, SETTINGS, Desk, at_work

PIN = "271828"
WITH_PIN = f'{SETTINGS}\n[supervisor]\npin = "{kept(PIN)}"\n'


def told(desk: Desk, event: str) -> list[dict[str, Any]]:
    return [entry for entry in desk.journal() if entry["event"] == event]


async def opened(desk: Desk, by: str = "") -> LogDoor:
    door = (await desk.well(OpenLog(pin=PIN, by=by, reader=False))).log_door
    assert door is not None
    return door


async def happen(desk: Desk, *events: Event) -> None:
    for event in events:
        await desk.process.engine.feed_and_wait(event)


def a_call(desk: Desk, call: str, number: str | None = NUMBERS[0]) -> CallRang:
    key = None if number is None else desk.process.store.key_for(number)
    dial = Dial.WITHHELD if number is None else Dial.CAN
    return CallRang(at=desk.process.engine.clock.now(), call=call, caller=Caller(key=key, dial=dial))


async def lost(desk: Desk, call: str) -> None:
    """A withheld number that hung up: nobody can call it back."""
    at = desk.process.engine.clock.now()
    await happen(desk, a_call(desk, call, None), CallEnded(at=at, call=call, by=EndedBy.CALLER))


async def owed(desk: Desk, call: str) -> int:
    await happen(desk, a_call(desk, call))
    at = desk.process.engine.clock.now()
    await happen(desk, CallEnded(at=at, call=call, by=EndedBy.CALLER))
    return desk.process.engine.desk.promises[-1].id


def answers(door: LogDoor) -> bool:
    with socket.socket(socket.AF_UNIX) as wire:
        wire.settimeout(10)
        wire.connect(door.socket)
        wire.sendall(msgspec.json.encode(LookAtLog(id=7)) + b"\n")
        # that all is read now may be told before the answer
        said = (json.loads(line) for line in wire.makefile())
        return bool(next(one["id"] for one in said if one["say"] == "reply") == 7)


async def test_the_pin_opens_the_log_and_a_reader_answers(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        assert await desk.no(OpenLog(pin="0000", by="Ana")) == "This is not the PIN."
        assert await desk.no(OpenLog(door="worth nothing")) == "The log is closed."
        door = (await desk.well(OpenLog(pin=PIN, by="Ana"))).log_door
        assert door is not None
        assert len(door.pass_) >= 43
        assert stat.S_IMODE(os.stat(door.socket).st_mode) == 0o600  # noqa: PTH116
        assert answers(door)
        # a window that comes again needs no PIN, and is told of the same reader
        again = (await desk.well(OpenLog(door=door.pass_))).log_door
        assert again == door
        # a reader that was killed is started anew
        process = desk.process.log_door._process
        assert process is not None
        process.kill()
        await process.wait()
        anew = (await desk.well(OpenLog(door=door.pass_))).log_door
        assert anew is not None
        assert anew.socket != door.socket
        assert answers(anew)
        assert [(e.get("opened", True)) for e in told(desk, "LogOpened")] == [False, True]
        assert PIN not in json.dumps(desk.journal(), default=str)
    assert not [name for name in os.listdir(tmp_path) if name.startswith("log-")]  # noqa: PTH208


async def test_a_reader_that_cannot_start_is_a_sentence(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        door = await opened(desk)
        desk.process.log_door._settings_file = tmp_path / "gone.toml"
        reply = await desk.ask(OpenLog(door=door.pass_))
        assert (reply.ok, reply.happened) == (False, "The log cannot be read just now.")


async def test_without_a_pin_it_is_said_how_to_open_it(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        assert "no PIN is set" in await desk.no(OpenLog(pin=PIN))
        assert await desk.no(Thank(to="Ana")) == "The log is closed."
        assert told(desk, "LogOpened") == []


async def test_an_end_is_corrected_with_a_reason(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        door = (await opened(desk, by="Ben")).pass_
        await lost(desk, "c1")
        wrong = AmendEnd(call="c1", end=End.SPOKEN, reason="rang again from another phone")
        assert await desk.no(wrong) == "The log is closed."
        right = msgspec.structs.replace(wrong, door=door)
        for field, value, says in (
            ("call", "c0", "no such call"),
            ("reason", "  ", "needs a reason"),
            ("end", End.LOST, "says so already"),
            ("end", End.KEPT, "cannot be the end"),
            ("end", End.LIVE, "cannot be the end"),
        ):
            assert says in await desk.no(msgspec.structs.replace(right, **{field: value}))
        await desk.well(right)
        found = desk.process.store.ending("c1")
        assert found is not None
        assert found.end is End.SPOKEN
        # a second one is allowed, and all are kept
        await desk.well(msgspec.structs.replace(right, end=End.LOST, reason="no, he did not"))
        amended = told(desk, "EndAmended")
        assert [(e["was"], e["end"]) for e in amended] == [("lost", "spoken"), ("spoken", "lost")]
        assert {desk.process.store.person_name(e["by"]) for e in amended} == {"Ben"}
        assert desk.process.store.note(amended[0]["reason"]) == "rang again from another phone"


async def test_who_is_still_owed_something_is_called_first(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        door = (await opened(desk)).pass_
        await happen(desk, a_call(desk, "live"))
        amend = AmendEnd(call="live", end=End.LOST, reason="x", door=door)
        assert "still going on" in await desk.no(amend)
        promise = await owed(desk, "c2")
        amend = msgspec.structs.replace(amend, call="c2", end=End.KEPT)
        assert "still to be called back" in await desk.no(amend)
        at = desk.process.engine.clock.now()
        await happen(desk, PromiseClosed(at=at, promise=promise, state=PromiseState.CANCELLED))
        await desk.well(amend)
        assert told(desk, "EndAmended")[-1]["promise"] == promise
        [shown] = [p for p in desk.process.store.promises(closed=9) if p.id == promise]
        assert shown.state is PromiseState.KEPT


async def test_a_note_is_written_anew(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        door = (await opened(desk)).pass_
        store = desk.process.store
        await lost(desk, "c1")
        await lost(desk, "c2")
        note = store.add_note("wants Dr Lea")
        await happen(desk, NoteAdded(at=desk.process.engine.clock.now(), call="c1", note=note))
        amend = AmendNote(call="c1", note=note, text=" wants Dr Lee ", reason="the name", door=door)
        for field, value, says in (
            ("call", "c0", "no such call"),
            ("call", "c2", "no such note"),
            ("note", "n0", "no such note"),
            ("text", " ", "cannot be taken away"),
            ("text", "wants Dr Lea", "says so already"),
            ("reason", "", "needs a reason"),
        ):
            assert says in await desk.no(msgspec.structs.replace(amend, **{field: value}))
        await desk.well(amend)
        [written] = told(desk, "NoteAmended")
        assert (written["note"], store.note(written["now"])) == (note, "wants Dr Lee")
        assert store.person_name(written["by"]) == "Supervisor"


async def test_thanks_are_shown_today(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        door = (await opened(desk)).pass_
        await lost(desk, "c1")
        assert "Nobody of that name" in await desk.no(Thank(to="Anna", door=door))
        assert "no such call" in await desk.no(Thank(to="Ana", call="c0", door=door))
        await desk.well(Thank(to="ana", text="for staying calm", call="c1", by="Chris", door=door))
        await desk.well(Thank(to="Ben", door=door))
        [first, second] = desk.view.thanks
        assert (first.name, first.text, first.by) == ("Ana", "for staying calm", "Chris")
        assert (second.name, second.text, second.by) == ("Ben", "", "Supervisor")
        assert first.id < second.id
        now = desk.process.engine.clock.now()
        assert desk.process.show.thanks(now + timedelta(days=1), "Europe/London") == ()


async def test_an_export_is_journaled(tmp_path: Path) -> None:
    async with at_work(tmp_path, WITH_PIN) as desk:
        said = SayExported(rows=321, format="csv", by="Ana")
        assert await desk.no(said) == "The log is closed."
        await desk.well(msgspec.structs.replace(said, door=(await opened(desk)).pass_))
        [entry] = told(desk, "LogExported")
        assert (entry["rows"], entry["format"]) == (321, "csv")


async def test_by_commands_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def said(pin: str, *words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{pin}\n"))
        code = await asyncio.to_thread(main, [*words, "--data", str(tmp_path)])
        return code, capsys.readouterr().err.strip()

    async with at_work(tmp_path, WITH_PIN) as desk:
        await lost(desk, "c1")
        assert await said(PIN, "thank", "Ana", "for all of it", "--call", "c1") == (0, "")
        assert desk.view.thanks[0].text == "for all of it"
        amend = ("amend", "c1", "spoken", "--reason", "rang Ben's own phone", "--by", "Chris")
        assert await said("1111", *amend) == (1, "This is not the PIN. Try again.")
        assert await said(PIN, *amend) == (0, "")
        [entry] = told(desk, "EndAmended")
        assert desk.process.store.person_name(entry["by"]) == "Chris"
        assert (await said(PIN, "amend", "c1", "lost", "--reason", " "))[0] == 2
        assert desk.process.log_door._process is None  # nothing was started to read


def test_the_line_for_the_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PIN}\n"))
    assert main(["pin"]) == 0
    supervisor = parse(capsys.readouterr().out, None).supervisor
    assert PIN not in supervisor.pin
    assert fits(PIN, supervisor.pin)
    monkeypatch.setattr(sys, "stdin", io.StringIO("12 34\n"))
    assert main(["pin"]) == 2
    assert "4 to 12 digits" in capsys.readouterr().err
