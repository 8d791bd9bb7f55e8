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

from desk.core.model import Doing, Presence
from desk.link_types import Practise
from ui.app import Windows
from ui.truth import Truth


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """An engine whose headset says a tone: the machines that run tests have no sound card."""
    heard = tmp_path / "heard"
    heard.mkdir()
    return [sys.executable, "-m", "tests.tone_headset", "--data", str(tmp_path), "--heard", str(heard)]


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, command: list[str], in_english: object) -> Iterator[Windows]:
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
    assert desk.next.buttons.call_back.kind == "plain", "it stands back while somebody is being served"
    QTest.keyClick(desk, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: desk.next.buttons.call_back.kind == "main")

    title = desk.next.title.text()
    engine = windows.keeper.engine
    assert engine is not None
    with qtbot.waitSignal(windows.link.lost, timeout=20_000):
        os.kill(engine.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: truth.fresh, timeout=30_000)
    assert desk.next.title.text() == title, "what was promised is there again"

    QTest.mouseClick(desk.next.done, Qt.MouseButton.LeftButton)
    sheet = desk.sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: truth.view is not None and not truth.view.promises, timeout=10_000)
    assert desk.sheet is None
    assert desk.next.title.text() == "Nothing waits"


def ready(truth: Truth) -> bool:
    return truth.fresh and truth.view is not None and truth.view.line.state.value == "ready"


@pytest.mark.slow
def test_take_hold_resume_note_and_hang_up_from_the_keyboard(qtbot: QtBot, windows: Windows) -> None:
    desk, truth = windows.desk, windows.truth
    qtbot.waitUntil(lambda: ready(truth), timeout=30_000)
    truth.choose(Presence.SERVING)
    qtbot.waitUntil(lambda: truth.serving)
    truth.ask(Practise(press="1", number="+12025550123"))
    qtbot.waitUntil(lambda: any(c.button.key_hint == "F5" for c in desk.now.cards.values()), timeout=20_000)
    qtbot.waitUntil(lambda: doing(truth) == [Doing.HOLDING], timeout=20_000)

    QTest.keyClick(desk, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: doing(truth) == [Doing.TALKING], timeout=10_000)
    assert desk.talk.isVisible()
    assert desk.talk.heading.text() == "WITH YOU"
    assert not desk.now.cards, "who is spoken with stands in one place"

    desk.talk.note.setFocus()
    QTest.keyClicks(desk.talk.note, "comes at 3")
    QTest.keyClick(desk.talk.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: truth.view is not None and truth.view.calls[0].notes == ("comes at 3",))

    desk.setFocus()
    QTest.keyClick(desk, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: doing(truth) == [Doing.PARKED], timeout=10_000)
    assert not desk.talk.isVisible()
    assert next(iter(desk.now.cards.values())).button.label == "Resume"
    QTest.keyClick(desk, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: doing(truth) == [Doing.TALKING], timeout=10_000)

    QTest.keyClick(desk, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: doing(truth) == [], timeout=10_000)
    assert truth.view is not None
    assert not truth.view.promises, "who was spoken with is owed nothing"


def doing(truth: Truth) -> list[Doing]:
    return [c.doing for c in truth.view.calls] if truth.view is not None else []
