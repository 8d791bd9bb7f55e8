"""The figures on top of the log: cards, the week by hour, tables; by mouse, keys and screen reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import Asked, CountFigures, FiguresView, LogChanged, LogReply, Sides
from tests.ui.stories import EMPTY, HEAD, WEEK, Reader
from ui import figures_said
from ui.app import LANGUAGES, Language
from ui.figures_panel import CARDS, LINE, FiguresPanel
from ui.figures_panel import WEEK as WEEK_SHOWN
from ui.figures_said import Figure
from ui.figures_table import FiguresSheet
from ui.log_link import LogLink
from ui.look import Look
from ui.theme import SIZES, THEMES

FOLDER = os.environ.get("ONE_MOMENT_PICTURES")


class Counted:
    """A panel on a reader of the test's own."""

    def __init__(self, qtbot: QtBot, path: Path, width: int, level: int, **remembered: str | int) -> None:
        self.qtbot = qtbot
        self.look = Look()
        for name, value in remembered.items():
            self.look.remember(name, value)
        self.reader, self.link = Reader(path), LogLink(path)
        self.asked: list[object] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(width, 1100)
        self.panel = FiguresPanel(self.look, self.link, level)
        self.panel.setParent(self.window)
        self.panel.asked.connect(self.asked.append)
        self.link.open()
        self.window.show()
        self.panel.show()
        qtbot.waitUntil(lambda: self.link.head == HEAD)

    def show(self, view: FiguresView) -> FiguresPanel:
        self.reader.figures = view
        self.panel.show_range(view.since, view.until)
        self.qtbot.waitUntil(lambda: self.panel.view == view)
        self.settle()
        return self.panel

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents()
            self.panel.setGeometry(0, 0, self.window.width(), self.panel.sizeHint().height())

    def close(self) -> None:
        self.link.close()
        self.reader.server.close()


Count = Callable[..., Counted]


@pytest.fixture
def counted(qtbot: QtBot, tmp_path: Path) -> Iterator[Count]:
    made: list[Counted] = []

    def make(width: int = 1240, level: int = WEEK_SHOWN, **remembered: str | int) -> Counted:
        made.append(Counted(qtbot, tmp_path / f"{len(made)}.sock", width, level, **remembered))
        return made[-1]

    yield make
    for one in made:
        one.close()


def as_table(table: QWidget) -> tuple[str, QAccessible.Role, list[tuple[QAccessible.Role, str, QSize]]]:
    """What a screen reader is told of a table: its name, what it is, and each of its cells."""
    said = QAccessible.queryAccessibleInterface(table)
    cells = [said.child(i) for i in range(said.childCount())]
    return (
        said.text(QAccessible.Text.Name),
        said.role(),
        [(cell.role(), cell.text(QAccessible.Text.Name), cell.rect().size()) for cell in cells],
    )


def test_each_card_says_all_of_itself(counted: Count) -> None:
    panel = counted().show(WEEK)
    assert panel.title.text() == figures_said.span(WEEK.since, WEEK.until, "Europe/London")
    names = {of: card.accessibleName() for of, card in panel.cards.items()}
    assert names[Figure.KEPT] == (
        "Promises kept: 92%, 46 of 50, better, before: 88%. Customers 94%, Colleagues 80%"
    )
    assert names[Figure.LOST] == "Callers lost: 9, of 312, as before. Customers 7, Colleagues 2"
    assert names[Figure.OPEN] == "Owed now: 3, 1 past its time. Customers 3, Colleagues 3"
    for of, card in panel.cards.items():
        assert figures_said.definition(of) in card.accessibleDescription()
        assert figures_said.definition(of) in card.toolTip()


def test_what_a_figure_counts_is_said_while_the_keyboard_is_on_it(counted: Count) -> None:
    one = counted()
    panel = one.show(WEEK)
    assert panel.said.text() == figures_said.second_person(WEEK)
    panel.cards[Figure.LOST].setFocus()
    assert panel.said.text().startswith("Callers lost: Callers who were gone before")
    panel.heat.setFocus()
    assert panel.said.text() == figures_said.second_person(WEEK)


@pytest.mark.parametrize(
    ("of", "asked"),
    [
        (Figure.KEPT, Asked(since=WEEK.since, until=WEEK.until, ends=(End.LATE, End.NOT_REACHED))),
        (Figure.LOST, Asked(since=WEEK.since, until=WEEK.until, ends=(End.LOST,))),
        (Figure.OPEN, Asked(ends=(End.OPEN,))),
        (Figure.HOLD, None),
    ],
)
def test_a_figure_leads_to_its_rows(counted: Count, of: Figure, asked: Asked | None) -> None:
    one = counted()
    panel = one.show(WEEK)
    QTest.mouseClick(panel.cards[of], Qt.MouseButton.LeftButton)
    panel.cards[of].setFocus()
    QTest.keyClick(panel.cards[of], Qt.Key.Key_Return)
    assert one.asked == ([asked] * 2 if asked is not None else [])


def test_an_hour_leads_to_its_rows_by_mouse_and_keys(counted: Count) -> None:
    one = counted()
    heat = one.show(WEEK).heat
    monday_ten = heat.model().index(0, 2)
    assert heat.indexAt(heat.visualRect(monday_ten).center()) == monday_ten
    QTest.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=heat.visualRect(monday_ten).center())
    QTest.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))  # a day's name
    expected = Asked(since=WEEK.since, until=WEEK.until, met=(Presence.SERVING,), weekday=0, hour=10)
    assert one.asked == [expected]
    heat.setFocus()
    heat.setCurrentIndex(monday_ten)
    QTest.keyClick(heat, Qt.Key.Key_Down)
    QTest.keyClick(heat, Qt.Key.Key_Right)
    QTest.keyClick(heat, Qt.Key.Key_Return)
    assert one.asked[1:] == [msgspec.structs.replace(expected, weekday=1, hour=11)]


def test_a_person_leads_to_what_they_kept(counted: Count) -> None:
    one = counted()
    people = one.show(WEEK).people
    QTest.mouseClick(
        people.viewport(),
        Qt.MouseButton.LeftButton,
        pos=people.visualRect(people.model().index(1, 0)).center(),
    )
    assert one.asked == [Asked(since=WEEK.since, until=WEEK.until, by=("Ben",), ends=(End.KEPT,))]


def test_the_week_is_a_table_for_a_screen_reader(counted: Count) -> None:
    heat = counted().show(WEEK).heat
    title, role, cells = as_table(heat)
    assert (title, role) == (figures_said.heat_title(), QAccessible.Role.Table)
    assert [name for kind, name, _ in cells if kind is QAccessible.Role.ColumnHeader][:2] == ["8:00", "9:00"]
    days = [name for kind, name, _ in cells if kind is QAccessible.Role.RowHeader]
    assert days[0] == "Monday"
    assert len(days) == 7
    hours = [(name, size) for kind, name, size in cells if kind is QAccessible.Role.Cell]
    assert len(hours) == 70
    friday_ten = hours[4 * 10 + 2]
    assert friday_ten == (
        figures_said.heat_cell(WEEK, 4, 10),
        heat.visualRect(heat.model().index(4, 2)).size(),
    )


def test_all_that_is_drawn_is_there_as_tables(counted: Count) -> None:
    one = counted(1100)
    panel = one.show(WEEK)
    panel.tables.click()
    sheet = one.window.findChild(FiguresSheet)
    assert sheet is not None
    figures = sheet.figures.model()
    rows = [
        [str(figures.index(r, c).data()) for c in range(figures.columnCount())]
        for r in range(figures.rowCount())
    ]
    assert rows[0] == ["Promises kept", "92%", "88%", "94%", "90%", "80%", "–"]
    assert len(rows) == len(Figure)
    assert [figures.headerData(c, Qt.Orientation.Horizontal) for c in range(1, 7)] == [
        "Everybody",
        "before",
        "Customers",
        "before",
        "Colleagues",
        "before",
    ]
    assert QApplication.focusWidget() is sheet.figures
    _, role, cells = as_table(sheet.figures)
    assert role is QAccessible.Role.Table
    assert "Promises kept, Everybody: 92%" in [name for _, name, _ in cells]
    week = sheet.week.model()
    assert week.index(2, 5).data() == figures_said.amount(13 / 4)  # Friday at 10
    assert sheet.people.model().index(0, 0).data() == "Ana"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    one.qtbot.waitUntil(lambda: one.window.findChild(FiguresSheet) is None)


def test_more_and_less(counted: Count) -> None:
    one = counted(level=LINE)
    panel = one.show(WEEK)
    opened: list[int] = []
    panel.opened.connect(lambda: opened.append(panel.level))
    assert panel.of_cards.isHidden()
    assert panel.line.buttons[Figure.KEPT].accessibleName() == panel.cards[Figure.KEPT].accessibleName()
    panel.line.buttons[Figure.LOST].click()
    assert one.asked == [Asked(since=WEEK.since, until=WEEK.until, ends=(End.LOST,))]
    for button in (panel.more, panel.more, panel.less, panel.less):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert QApplication.focusWidget() in (panel.more, panel.less)  # the keyboard is never lost
    assert opened == [CARDS, WEEK_SHOWN, CARDS, LINE]


def test_a_change_is_counted_anew_and_the_last_range_wins(counted: Count) -> None:
    one = counted()
    panel = one.show(WEEK)
    changed = msgspec.structs.replace(WEEK, now=Sides(everybody=EMPTY.now.everybody))
    one.reader.figures = changed
    one.reader.send(LogChanged(head=msgspec.structs.replace(HEAD, changed=2)))
    one.qtbot.waitUntil(lambda: panel.view == changed)
    assert panel.cards[Figure.KEPT].accessibleName().startswith("Promises kept: –")
    before = len(one.reader.of(CountFigures))
    panel.show_range(EMPTY.since, EMPTY.until)
    panel.show_range(WEEK.since, WEEK.until)
    one.qtbot.waitUntil(lambda: len(one.reader.of(CountFigures)) == before + 2)


def test_what_cannot_be_counted_is_said(counted: Count) -> None:
    one = counted()
    one.reader.answers = lambda request: LogReply(id=0, ok=False, happened="No figures.", do="Wait.")
    one.panel.show_range(WEEK.since, WEEK.until)
    one.qtbot.waitUntil(lambda: not one.panel.problem.isHidden())
    assert one.panel.problem.accessibleName() == "No figures. Wait."
    one.reader.answers = one.reader.answer
    one.show(WEEK)
    assert one.panel.problem.isHidden()


def test_without_a_printer_it_says_what_to_do(counted: Count, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        pytest.skip("there is a printer here")
    panel = counted().show(WEEK)
    panel.printer.click()
    assert "no printer" in panel.problem.happened.text()


# ---- how it looks


def pictured(one: Counted, name: str) -> None:
    image = one.panel.grab().toImage()
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        image.save(f"{FOLDER}/figures-{name}.png")


def check(one: Counted) -> None:
    touch = one.look.px(SIZES.touch)
    for control in one.panel.findChildren(QAbstractButton):
        if not control.isVisible():
            continue
        assert control.accessibleName()
        assert control.height() >= touch
        right = control.mapTo(one.panel, QPoint(control.width(), 0)).x()
        assert right <= one.panel.width(), control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    if one.panel.level > LINE:
        for card in one.panel.cards.values():
            assert card.height() >= card.sizeHint().height()


def test_when_the_log_is_locked_nothing_stays_open(counted: Count) -> None:
    one = counted()
    panel = one.show(WEEK)
    panel.tables.click()
    panel.hide()
    one.qtbot.waitUntil(lambda: one.window.findChild(FiguresSheet) is None)


@pytest.mark.parametrize("theme", THEMES)
def test_they_fit_in_every_width(counted: Count, theme: str) -> None:
    one = counted(700, WEEK_SHOWN, theme=theme)
    panel = one.show(WEEK)
    for width in (700, 990, 1240, 1880) if FOLDER or theme == "light" else (990,):
        one.window.resize(width, 1100)
        for level in (LINE, CARDS, WEEK_SHOWN):
            panel.be(level)
            one.settle()
            pictured(one, f"{width}-{level}-{theme}")
            check(one)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_other_languages_fit(counted: Count, in_english: Language, language: str) -> None:
    in_english.speak(language)
    one = counted(700, WEEK_SHOWN)
    one.show(WEEK)
    for width in (990, 1240):
        one.window.resize(width, 1100)
        one.settle()
        pictured(one, f"{width}-{language}")
        check(one)


def test_they_fit_at_200_percent_and_when_there_is_nothing(counted: Count) -> None:
    one = counted(1900, WEEK_SHOWN, scale=200)
    one.show(WEEK)
    pictured(one, "200")
    check(one)
    nothing = counted(1240, WEEK_SHOWN)
    nothing.show(EMPTY)
    pictured(nothing, "empty")
    check(nothing)
