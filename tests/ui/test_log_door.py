from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.link_types import LogDoor, OpenLog, Reply, Request, SayExported
from desk.log_types import Exporting, ExportRows
from tests.ui.conftest import Engine, MakeDesk
from tests.ui.log_reader import Reader, some_rows
from tests.ui.scenes import SCENES
from ui.link import Link
from ui.log_place import LogPlace
from ui.log_window import LogWindow
from ui.look import Look

Key = Qt.Key


class Counter:
    """The log at the counter: a real link to an engine that knows the PIN 2580, and a reader beside it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.engine = Engine(folder / "e.sock")
        self.engine.view = SCENES["quiet"]
        self.engine.answers = self.answer
        self.reader = Reader(folder / "log-1.sock", some_rows(60))
        self.good = "the pass"
        self.link = Link(self.engine.path)
        self.link.open()
        self.place = LogPlace(Look(), self.link)
        qtbot.waitUntil(lambda: self.link.alive)

    def answer(self, request: Request) -> Reply:
        if isinstance(request, OpenLog):
            if request.pin == "2580" or (request.door and request.door == self.good):
                door = LogDoor(socket=str(self.reader.path), pass_=self.good)
                return Reply(id=request.id, log_door=door)
            return Reply(id=request.id, ok=False, happened="This is not the PIN.", do="Try again.")
        return Reply(id=request.id)

    def come(self) -> LogWindow:
        self.place.come()
        window = self.place.window
        assert window is not None
        self.qtbot.addWidget(window)
        return window

    def type(self, pin: str) -> None:
        window = self.place.window
        assert window is not None
        assert window.pin is not None
        QTest.keyClicks(window.pin, pin)
        QTest.keyClick(window.pin, Key.Key_Return)

    def opened(self) -> LogWindow:
        window = self.come()
        self.type("2580")
        self.qtbot.waitUntil(lambda: window.pin is None and bool(window.rows.rows))
        return window

    def close(self) -> None:
        self.place.close()
        self.link.close()
        self.engine.close()
        self.reader.close()


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    one = Counter(qtbot, tmp_path)
    yield one
    one.close()


def test_f9_asks_for_the_log_and_the_menu_does_too(desk: MakeDesk) -> None:
    one = desk(SCENES["serving"])
    wanted: list[bool] = []
    one.window.log.connect(lambda: wanted.append(True))
    QTest.keyClick(one.window, Key.Key_F9)
    menu = one.window.top.menu.menu()
    next(a for a in menu.actions() if a.text() == "The supervisor's log\tF9").trigger()
    assert wanted == [True, True]


def test_the_pin_opens_it_and_a_wrong_one_is_said(counter: Counter) -> None:
    window = counter.come()
    assert window.view is None, "nothing is there behind the PIN"
    counter.type("1234")
    pin = window.pin
    assert pin is not None
    counter.qtbot.waitUntil(lambda: pin.said.text() == "This is not the PIN. Try again.")
    assert pin.shown.text() == "Type the PIN", "what was typed is gone"
    for digit in "258":
        pin.keys[digit].click()
    pin.keys["⌫"].click()
    assert pin.shown.text() == "••"
    assert pin.shown.accessibleName() == "Digits: 2"
    for digit in "80":
        pin.keys[digit].click()
    pin.go.click()
    counter.qtbot.waitUntil(lambda: window.pin is None and bool(window.rows.rows))
    assert [r.pin for r in counter.engine.of(OpenLog)] == ["1234", "2580"]  # type: ignore[attr-defined]
    assert window.link.corrections is not None


def test_without_an_engine_the_sheet_says_so(counter: Counter) -> None:
    window = counter.come()
    counter.engine.close()
    counter.type("2580")
    pin = window.pin
    assert pin is not None
    counter.qtbot.waitUntil(lambda: "did not answer" in pin.said.text())


def test_it_locks_itself_when_nobody_uses_it(counter: Counter) -> None:
    window = counter.opened()
    assert window._unused.isActive()
    window.wanted.narrow(text="clara")
    window._unused.timeout.emit()
    assert window.view is None
    assert window.rows.rows == []
    assert window.wanted.filters.text == "", "a name that was looked for does not stay"
    assert window.link.head.company == ""
    assert window.pin is not None
    assert window.pin.said.text() == "Locked: nobody used it."
    counter.type("2580")
    counter.qtbot.waitUntil(lambda: bool(window.rows.rows))


def test_a_key_anywhere_in_the_window_uses_it(counter: Counter) -> None:
    window = counter.opened()
    window._unused.stop()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Key.Key_Down)
    assert window._unused.isActive()


def test_ctrl_l_locks_and_closing_does_too(counter: Counter) -> None:
    window = counter.opened()
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.pin is not None
    QTest.keyClick(window.pin, Key.Key_Escape)
    assert not window.isVisible(), "without the PIN there is nothing to stay for"
    counter.opened()
    window.close()
    assert not window.door.is_open
    counter.come()
    assert window.pin is not None


def test_a_reader_that_died_is_opened_again_by_the_pass_alone(counter: Counter, tmp_path: Path) -> None:
    window = counter.opened()
    counter.reader.close()
    counter.reader = Reader(tmp_path / "log-2.sock", some_rows(70))
    counter.qtbot.waitUntil(lambda: window.link.alive and window.rows.total == 70)
    assert counter.engine.of(OpenLog)[-1].door == "the pass"  # type: ignore[attr-defined]
    assert window.pin is None
    assert window.link.path.name == "log-2.sock"


def test_an_engine_that_was_started_again_asks_the_pin_anew(counter: Counter) -> None:
    window = counter.opened()
    counter.good = "another pass"
    counter.engine.close()
    counter.reader.close()
    counter.qtbot.waitUntil(lambda: not window.link.alive)
    counter.reader.open()
    window.link.close()  # nobody is there under the old name
    counter.engine.open()
    counter.qtbot.waitUntil(lambda: window.pin is not None)
    assert window.pin is not None
    assert window.pin.said.text() == "One Moment was started again. Type the PIN once more."
    counter.type("2580")
    counter.qtbot.waitUntil(lambda: bool(window.rows.rows))


def test_the_journal_is_told_of_a_file(counter: Counter) -> None:
    window = counter.opened()
    window.file.begin(ExportRows(file="/somewhere/log.csv"))
    counter.reader.say(Exporting(file="/somewhere/log.csv", done=60, of=60, end=True, rows=60))
    counter.qtbot.waitUntil(lambda: bool(counter.engine.of(SayExported)))
    told = counter.engine.of(SayExported)[0]
    assert isinstance(told, SayExported)
    assert (told.rows, told.format, told.door) == (60, "csv", "the pass")
    assert window.file.said == "Written to /somewhere/log.csv"


READER = """
import sys, time, pathlib
starts = pathlib.Path(sys.argv[1])
starts.write_text(starts.read_text() + "x" if starts.exists() else "x")
print("The records are gone.", file=sys.stderr)
sys.exit(2)
"""


def test_a_reader_of_its_own_that_ends_is_started_again_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    from ui.log_door import OwnDoor
    from ui.log_link import LogLink

    link = LogLink(tmp_path / "r.sock")
    starts = tmp_path / "starts"
    door = OwnDoor(link, tmp_path / "r.sock", (sys.executable, "-c", READER, str(starts)))
    window = LogWindow(Look(), link, door)
    qtbot.addWidget(window)
    window.come()
    qtbot.waitUntil(lambda: window.notice.isVisible(), timeout=20_000)
    assert window.notice.title.text() == "The log cannot be read."
    assert window.notice.text.text() == "The records are gone."
    qtbot.waitUntil(lambda: starts.read_text().count("x") >= 2, timeout=20_000)
    door.shut()
