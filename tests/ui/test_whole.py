"""The windows on a real engine with its real practice line: what a newcomer does first."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.core.model import Presence
from ui.app import Windows


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, in_english: object) -> Iterator[Windows]:
    command = [sys.executable, "-m", "desk.cli", "engine", "--data", str(tmp_path)]
    windows = Windows(tmp_path / "engine.sock", command, "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    yield windows
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()
    if (engine := windows.keeper.engine) is not None:
        engine.terminate()
        engine.wait(20)


@pytest.mark.slow
def test_serve_practise_and_call_back(qtbot: QtBot, windows: Windows) -> None:
    desk, truth = windows.desk, windows.truth
    qtbot.waitUntil(
        lambda: truth.fresh and truth.view is not None and bool(truth.view.line.address), timeout=30_000
    )
    qtbot.waitUntil(lambda: truth.view is not None and truth.view.line.state.value == "ready", timeout=30_000)

    QTest.mouseClick(desk.top.switch.choices[Presence.SERVING], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.top.switch.choices[Presence.SERVING].isChecked())
    QTest.mouseClick(desk.now.practice, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.now.cards) == 1, timeout=20_000)
    said: set[str] = set()

    def over() -> bool:
        said.update(card.doing.text() for card in desk.now.cards.values())
        return not desk.now.cards

    qtbot.waitUntil(over, timeout=60_000)
    assert {"hears it ringing", "hears the greeting", "hears the number read back"} <= said

    qtbot.waitUntil(lambda: bool(desk.promised.items), timeout=10_000)
    assert desk.next.title.text().startswith("Call ")
    assert "Promised by " in desk.next.because.text()
    assert desk.next.done.kind == "plain", "it stands back while somebody is being served"
    QTest.keyClick(desk, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: desk.next.done.kind == "main")

    title = desk.next.title.text()
    engine = windows.keeper.engine
    assert engine is not None
    with qtbot.waitSignal(windows.link.lost, timeout=20_000):
        os.kill(engine.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: truth.fresh, timeout=30_000)
    assert desk.next.title.text() == title, "what was promised is there again"

    QTest.keyClick(desk, Qt.Key.Key_F3)
    sheet = desk.sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: truth.view is not None and not truth.view.promises, timeout=10_000)
    assert desk.sheet is None
    assert desk.next.title.text() == "Nothing waits"
