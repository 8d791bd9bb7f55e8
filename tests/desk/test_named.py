"""Who did it is shown by name; the journal knows a key of them and no more."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from config.settings import parse
from desk.core.model import Presence
from desk.link_types import ChoosePresence
from desk.serve import EngineProcess
from tests.desk.running import on_disk
from tests.desk.test_serve import started

SETTINGS = parse('[desk]\ncountry = "GB"\n[voice]\nengine = "none"', None)


async def test_the_window_shows_a_name_until_it_is_erased_and_the_journal_never(tmp_path: Path) -> None:
    serving = EngineProcess(SETTINGS, tmp_path)
    running = await started(serving)
    for presence in (Presence.AWAY, Presence.SERVING):
        assert (await serving.requests.answer(ChoosePresence(presence=presence, by="Quillfeather"))).ok
        assert serving.view().by == "Quillfeather"
    first, second = (entry["by"] for entry in on_disk(tmp_path) if entry["event"] == "PresenceChosen")
    assert first == second != ""
    assert "Quillfeather" not in str(on_disk(tmp_path))
    conn = sqlite3.connect(tmp_path / "onemoment.db", isolation_level=None)
    conn.execute("DELETE FROM staff")
    conn.close()
    assert serving.view().by == ""
    assert (await serving.requests.answer(ChoosePresence(presence=Presence.FREE))).ok
    assert serving.view().by == ""
    assert "by" not in on_disk(tmp_path)[-1]
    assert serving.store.first_broken() is None
    serving.engine.stop()
    await running


async def test_records_that_cannot_be_read_show_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serving = EngineProcess(SETTINGS, tmp_path)
    running = await started(serving)
    assert (await serving.requests.answer(ChoosePresence(presence=Presence.AWAY, by="Ana"))).ok
    conn = sqlite3.connect(tmp_path / "onemoment.db", isolation_level=None)
    conn.execute("ALTER TABLE staff RENAME TO gone")
    assert serving.view().by == ""
    assert serving.store.person_key("Ana") != serving.engine.desk.chosen_by
    conn.execute("ALTER TABLE gone RENAME TO staff")
    conn.close()
    assert serving.view().by == "Ana"
    serving.engine.stop()
    await running
