from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desk.core.model import Presence
from desk.link_types import (
    CallBack,
    ChoosePresence,
    PlayMessage,
    Reply,
    ResumeCall,
    StillServingYes,
    TakeCall,
)
from tests.ui.conftest import Engine
from tests.ui.scenes import QUIET, SCENES
from ui.app import Windows
from ui.keeper import Keeper


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Windows, Engine]]:
    engine = Engine(tmp_path / "e.sock")
    engine.view = SCENES["serving"]
    windows = Windows(engine.path, ["/no/engine/is/started"], "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    qtbot.waitUntil(lambda: windows.truth.view is not None)
    yield windows, engine
    if windows.strip is not None:
        windows.strip.hide()
        windows.strip.deleteLater()
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()
    windows.language.speak("en")
    engine.close()


def test_f8_folds_and_a_press_unfolds(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, _ = windows
    QTest.keyClick(one.desk, Qt.Key.Key_F8)
    strip = one.strip
    assert strip is not None
    assert strip.isVisible()
    assert not one.desk.isVisible()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 2, 3))
    assert one.desk.isVisible()
    assert not strip.isVisible()


def test_it_takes_no_focus_and_stands_along_its_edge(windows: tuple[Windows, Engine]) -> None:
    one, _ = windows
    one.fold()
    strip = one.strip
    assert strip is not None
    for flag in (
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.FramelessWindowHint,
    ):
        assert strip.windowFlags() & flag
    assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert all(b.focusPolicy() is Qt.FocusPolicy.NoFocus for b in strip.findChildren(QAbstractButton))
    room = strip.screen().availableGeometry()
    assert strip.height() == 56
    assert (strip.x(), strip.width(), strip.geometry().bottom()) == (room.x(), room.width(), room.bottom())
    one.look.remember("edge", "top")
    one.fold()
    assert strip.y() == room.y()


def test_it_says_what_is_next_and_what_is_happening(windows: tuple[Windows, Engine]) -> None:
    one, _ = windows
    one.fold()
    assert one.strip is not None
    assert one.strip.next.text() == "Call Mrs Okafor back: 10:40, 9 minutes left"
    assert one.strip.now.text() == "1 caller greeted, 1 leaving a message"
    assert one.strip.line.word.text() == "Line ready"


def test_it_never_moves_while_things_happen(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, engine = windows
    one.fold()
    strip = one.strip
    assert strip is not None
    before = strip.geometry()
    for view in SCENES.values():
        engine.show(view)
        qtbot.waitUntil(lambda view=view: one.truth.view == view)  # type: ignore[misc]
        assert strip.geometry() == before
        assert strip.isVisible()
        assert not one.desk.isVisible(), "nothing opens by itself"


def test_its_one_button(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, engine = windows
    one.fold()
    strip = one.strip
    assert strip is not None
    engine.show(SCENES["message"])
    qtbot.waitUntil(lambda: one.truth.view == SCENES["message"])
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engine.of(PlayMessage)))
    engine.show(SCENES["holding"])
    qtbot.waitUntil(lambda: one.truth.view == SCENES["holding"])
    assert strip.button.label == "Take"
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engine.of(TakeCall)))
    engine.show(SCENES["talking"])
    qtbot.waitUntil(lambda: one.truth.view == SCENES["talking"])
    assert not strip.button.isVisible(), "a second press takes nobody"
    assert strip.next.text() == "Talking to Mrs Okafor 2:10"
    engine.show(SCENES["came_back"])
    qtbot.waitUntil(lambda: one.truth.view == SCENES["came_back"])
    assert strip.sign.isVisible()
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engine.of(ResumeCall)))
    engine.show(SCENES["free"])
    qtbot.waitUntil(lambda: one.truth.view == SCENES["free"])
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engine.of(CallBack)))
    assert not one.desk.isVisible()


def test_a_refusal_is_said_on_the_strip(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, engine = windows
    one.fold()
    strip = one.strip
    assert strip is not None
    engine.answers = lambda r: Reply(id=r.id, ok=False, happened="The headset is gone.", do="Plug it in.")
    engine.show(SCENES["free"])
    qtbot.waitUntil(lambda: one.truth.view == SCENES["free"])
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: strip.now.text() == "The headset is gone. Plug it in.")


def test_still_serving_is_asked_without_moving_anything(
    qtbot: QtBot, windows: tuple[Windows, Engine]
) -> None:
    one, engine = windows
    one.fold()
    strip = one.strip
    assert strip is not None
    before = strip.geometry()
    engine.show(SCENES["still"])
    qtbot.waitUntil(lambda: strip.next.text() == "Still serving?")
    assert not strip.button.isVisible()
    assert strip.geometry() == before
    QTest.mouseClick(strip.still.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engine.of(StillServingYes)))


def test_the_switch_works_on_the_strip(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, engine = windows
    one.fold()
    assert one.strip is not None
    QTest.mouseClick(one.strip.switch.choices[Presence.FREE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engine.of(ChoosePresence)))


def test_a_lost_engine_is_said(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, engine = windows
    one.fold()
    engine.close()
    strip = one.strip
    assert strip is not None
    qtbot.waitUntil(lambda: strip.next.text() == "The engine is not answering. It's being started again.")
    assert not strip.switch.choices[Presence.FREE].isEnabled()


def test_an_engine_that_hangs_is_not_said_to_be_started(
    qtbot: QtBot, windows: tuple[Windows, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = windows
    asked: list[bool] = []
    monkeypatch.setattr(one.keeper, "start_again", lambda: asked.append(True))
    one.link._hang(True)
    one.truth._lost("")
    notice = one.desk.notice
    assert notice.title.text() == "One Moment's engine does not answer. Calls may go on."
    assert not notice.buttons.isHidden()
    assert notice.again.label == "Start it again"
    assert QApplication.focusWidget() is not notice.again, "an Enter meant for a note must not cut calls"
    notice.again.click()
    assert asked == [True]
    monkeypatch.setattr(Keeper, "can_end", False)
    one._engine_changed()
    assert notice.buttons.isHidden(), "no button that could do nothing"
    one.fold()
    assert one.strip is not None
    assert one.strip.next.text() == notice.title.text()


def test_the_shape_is_remembered(qtbot: QtBot, windows: tuple[Windows, Engine], tmp_path: Path) -> None:
    one, engine = windows
    one.fold()
    again = Windows(engine.path, ["/no/engine/is/started"], "en", tmp_path / "window.ini")
    qtbot.addWidget(again.desk)
    again.begin()
    assert again.strip is not None
    assert again.strip.isVisible()
    qtbot.waitUntil(lambda: again.truth.view is not None)
    again.strip.hide()
    again.strip.deleteLater()
    again.keeper.leave()
    again.link.close()
    again.truth._tick.stop()


def test_the_language_follows_the_engine(qtbot: QtBot, windows: tuple[Windows, Engine]) -> None:
    one, engine = windows
    engine.show(replace(QUIET, language="de"))
    qtbot.waitUntil(lambda: one.language.spoken == "de")
    assert one.desk.top.switch.choices[Presence.FREE].label == "Frei"
    assert one.desk.now.heading.text() == "JETZT"
    QApplication.processEvents()
