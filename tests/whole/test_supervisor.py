"""Five minutes of the supervisor's, by keys only: four questions answered, and the answer taken away.

The records are some weeks made by the bench's year; the engine on them is real, and so are the callers of
today. What the windows say is compared with what the database's own view says, counted anew here.
"""

from __future__ import annotations

import re
import sqlite3
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desk.link_types import Practise
from desk.places import socket_path
from tests.bench import year
from tests.ui.conftest import in_english
from tests.whole.programs import Engine, Records
from ui import figures_said
from ui.app import Windows
from ui.figures_said import Figure
from ui.log_view import LogView
from ui.log_window import LogWindow

__all__ = ["in_english"]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
Key = Qt.Key
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
PIN = "4711"
LONDON = ZoneInfo("Europe/London")
TODAY = datetime.now(LONDON).date()
FRIDAY = TODAY - timedelta(days=(TODAY.weekday() - 4) % 7 or 7)
if FRIDAY + timedelta(days=1) >= TODAY:  # the records end on the morning after it
    FRIDAY -= timedelta(days=7)
MONDAY = FRIDAY - timedelta(days=4)


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(year, "WEEKS", 2)
    engine = Engine(tmp_path, desk={"people": ["Ana Costa", "Ben Müller"]}, supervisor={"pin": PIN},
                    phone={"internal": ["2xx"]})  # fmt: skip
    year.make(engine.data, 1300, 7, FRIDAY + timedelta(days=1))
    with engine:
        yield engine
    engine.end()


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, engine: Engine, in_english: object) -> Iterator[Windows]:
    windows = Windows(socket_path(engine.data), [], "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    qtbot.waitUntil(lambda: windows.truth.fresh, timeout=20_000)
    yield windows
    windows.log.close()
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()


class Supervisor:
    """What is seen, and the keys that are pressed."""

    def __init__(self, qtbot: QtBot, windows: Windows) -> None:
        self.qtbot, self.windows = qtbot, windows

    def waits(self, true: Callable[[], object], seconds: float = 20) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=round(seconds * 1000))

    @property
    def log(self) -> LogWindow:
        assert self.windows.log.window is not None
        return self.windows.log.window

    @property
    def view(self) -> LogView:
        assert self.log.view is not None
        return self.log.view

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.here, key, modifier)

    def types(self, text: str) -> None:
        QTest.keyClicks(self.here, text)

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.windows.desk

    def goes_to(self, name: str) -> None:
        """Tab, until what has the keyboard is called that."""
        gone: list[str] = []
        while not self.here.accessibleName().startswith(name):
            assert len(gone) < 60, f"there is no {name} among {gone}"
            self.presses(Key.Key_Tab)
            gone.append(self.here.accessibleName())

    def chooses(self, name: str, *entries: str) -> None:
        """In the menu behind that button."""
        self.goes_to(name)
        self.presses(Key.Key_Space)
        done: list[str] = []
        # an open menu has a loop of its own
        looks = QTimer(interval=20)
        looks.timeout.connect(lambda: self._in_menu(entries, looks, done))
        looks.start()
        self.waits(lambda: done)
        assert done == [""], done

    def _in_menu(self, entries: tuple[str, ...], looks: QTimer, done: list[str]) -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        looks.stop()
        wrong = ""
        for entry in entries:
            offered = [action.text() for action in menu.actions()]
            for _ in offered:
                self.presses(Key.Key_Down)
                if menu.activeAction().text() == entry:
                    self.presses(Key.Key_Space if len(entries) > 1 else Key.Key_Return)
                    break
            else:
                wrong = f"{entry} is none of {offered}"
        if menu.isVisible():
            self.presses(Key.Key_Escape)
        done.append(wrong)

    def from_to(self, first: date, last: date) -> None:
        """Look at these days."""
        self.chooses("Range", "From one day to another…")
        for name, day in (("From", first), ("To", last)):
            self.goes_to(name)
            field = self.here
            assert isinstance(field, QDateEdit)
            self.presses(Key.Key_Home)
            self.types(day.strftime("%d%m%Y"))
            assert field.date().toPython() == day
        self.presses(Key.Key_Return)
        self.waits(self.settled)

    def settled(self) -> bool:
        rows = self.log.rows
        view = self.log.view
        return self.log.sheet is None and not rows.waits and view is not None and rows.total is not None

    def rows(self) -> set[str]:
        """The calls in the table, scrolled to its end."""
        self.waits(self.settled)
        view = self.log.view
        assert view is not None
        while len(self.log.rows.rows) < (self.log.rows.total or 0):
            before = len(self.log.rows.rows)
            view.table.setFocus()
            self.presses(Key.Key_End)
            self.waits(lambda n=before: len(self.log.rows.rows) > n)  # type: ignore[misc]
        return {row.call for row in self.log.rows.rows}


class Truth:
    """What the database's own view says, counted the plain way."""

    def __init__(self, data: Path) -> None:
        with closing(sqlite3.connect(f"file:{data / 'onemoment.db'}?mode=ro", uri=True)) as conn:
            conn.row_factory = sqlite3.Row
            self.rows: list[dict[str, Any]] = [
                dict(row) for row in conn.execute("SELECT * FROM interruptions")
            ]
            self._promises = conn.execute(
                "SELECT created_at, reached_at,"
                " (SELECT internal FROM calls WHERE promise = p.id ORDER BY at LIMIT 1) FROM promises p"
                " WHERE reached_at IS NOT NULL"
            ).fetchall()
        for row in self.rows:
            row["at"] = datetime.fromisoformat(row["at"]).astimezone(LONDON)

    def half_called_back_within(self, first: date, last: date, internal: int) -> float:
        """Minutes."""
        waited = [
            (datetime.fromisoformat(reached) - datetime.fromisoformat(made)).total_seconds() / 60
            for made, reached, inside in self._promises
            if inside == internal and first <= datetime.fromisoformat(made).astimezone(LONDON).date() <= last
        ]
        return statistics.median(waited)

    def between(self, first: date, last: date) -> list[dict[str, Any]]:
        return [row for row in self.rows if first <= row["at"].date() <= last]


def exported(records: Records) -> list[tuple[int, str]]:
    """How many rows were taken away, and as what."""
    entries = (entry for entry in records.entries() if entry["event"] == "LogExported")
    return [(entry["rows"], entry["format"]) for entry in entries]


def test_four_questions_in_five_minutes(
    qtbot: QtBot, windows: Windows, engine: Engine, tmp_path: Path
) -> None:
    her = Supervisor(qtbot, windows)

    # today somebody holds, with the number withheld, and hangs up while a visitor is served
    engine.do(Practise(press="1", withhold=True, hang_up_after=5))
    engine.until(lambda view: view.calls, 20)
    engine.until(lambda view: not view.practising and not view.calls, 30)

    # F9, and the PIN: wrong at first
    her.presses(Key.Key_F9)
    her.waits(lambda: her.log.pin is not None and her.here is her.log.pin)
    her.types("0000")
    her.presses(Key.Key_Return)
    her.waits(lambda: her.log.pin is not None and "PIN" in her.log.pin.said.text())
    assert her.log.view is None
    her.waits(lambda: her.log.pin is not None and not her.log.pin._waits)
    her.types(PIN)
    her.presses(Key.Key_Return)
    her.waits(lambda: her.log.view is not None)
    her.waits(lambda: her.log.link.head.loaded, 60)
    assert her.here.accessibleName().startswith("Search"), "where typing begins"
    truth = Truth(engine.data)

    # who was promised yesterday and not called?
    her.from_to(FRIDAY, FRIDAY)
    her.chooses("End", "Owed, and late")
    owed = [row for row in truth.between(FRIDAY, FRIDAY) if row["end"] == "open" and row["promised_by"]]
    assert owed
    assert her.rows() == {row["call"] for row in owed}
    assert {row.number for row in her.log.rows.rows} == {row["number"] for row in owed}

    # why did we lose the caller of today?
    her.chooses("Range", "Today")
    her.chooses("End", "Owed, and late", "Lost")  # ticked again it is asked for no longer
    (lost,) = [row for row in truth.between(TODAY, TODAY) if row["end"] == "lost"]
    assert her.rows() == {lost["call"]}
    her.goes_to("Interruptions")
    her.presses(Key.Key_Home)
    her.presses(Key.Key_Return)
    her.waits(lambda: her.view.story.why_lost.text())
    why = her.view.story.why_lost.text()
    assert "while holding" in why
    assert "while somebody was being served" in why
    assert "the number was withheld" in why
    her.presses(Key.Key_Escape)

    # which hour needs a second person? Of last week, day by day
    her.goes_to("Clear")
    her.presses(Key.Key_Space)
    her.from_to(MONDAY, FRIDAY)
    week = truth.between(MONDAY, FRIDAY)
    met = Counter((row["at"].weekday(), row["at"].hour) for row in week if row["met"] == "serving")
    (weekday, hour), most = min(met.items(), key=lambda each: (-each[1], each[0]))
    assert most >= 3, "a busy week"
    her.waits(lambda: figures_said.hour_of_week(weekday, hour) in her.view.figures.said.text())
    her.goes_to("More figures")
    her.presses(Key.Key_Space)
    her.goes_to(figures_said.heat_title())
    drawn = her.view.figures.heat.week
    her.presses(Key.Key_Home, CTRL)
    for _ in range(drawn.weekdays.index(weekday)):
        her.presses(Key.Key_Down)
    for _ in range(drawn.hours.index(hour)):
        her.presses(Key.Key_Right)
    her.presses(Key.Key_Return)
    at_hour = [row for row in week if (row["at"].weekday(), row["at"].hour) == (weekday, hour)]
    assert her.rows() == {row["call"] for row in at_hour if row["met"] == "serving"}

    # do colleagues wait longer than customers?
    her.goes_to("Clear")
    her.presses(Key.Key_Space)
    her.goes_to(figures_said.title(Figure.MEDIAN))
    said = her.here.accessibleName()
    for side, internal in ((figures_said.customers(), 0), (figures_said.colleagues(), 1)):
        waited = figures_said.minutes(truth.half_called_back_within(MONDAY, FRIDAY, internal))
        assert f"{side} {waited}" in said, said

    # and the answer is taken away
    file = tmp_path / "answer.pdf"
    shown = her.rows()
    assert len(shown) == len(week)
    her.presses(Key.Key_E, CTRL)
    her.waits(lambda: her.log.sheet is not None)
    her.goes_to("Report to read and print (PDF)")
    her.presses(Key.Key_Space)
    her.waits(lambda: isinstance(her.here.window(), QFileDialog) and isinstance(her.here, QLineEdit))
    her.presses(Key.Key_A, CTRL)
    her.types(str(file))
    while isinstance(QApplication.activeModalWidget(), QFileDialog):
        her.presses(Key.Key_Return)  # the first may only put away what Qt offers to complete it with
        qtbot.wait(200)
    her.waits(lambda: file.exists() and not her.log.file.goes_on, 60)
    assert not her.log.file.is_wrong, her.log.file.said
    pages = re.findall(rb"/Type\s*/Page\b[^s]", file.read_bytes())
    assert len(pages) > 4, "a page of figures, and the rows"
    with closing(engine.records()) as records:  # where it is written once the file is there
        her.waits(lambda: (len(week), "pdf") == exported(records)[-1])
