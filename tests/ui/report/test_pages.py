"""The sheets as they are drawn: nothing beside the margins or over the foot, each row once, any language."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desk.log_types import Column, FiguresView, PersonFigures
from tests.ui.report.figures import HEAD, NOTHING, NOW, UNTIL, VIEW, rows
from ui import figures_said
from ui.language import LANGUAGES, Language
from ui.look import family
from ui.report import pdf
from ui.report.drawing import PAPER, blended
from ui.report.first_page import draw_first_page, draw_foot
from ui.report.heat import HeatGrid, _readable, heat_height
from ui.report.paper import Paper, page_layout
from ui.report.printing import print_figures, print_on
from ui.report.row_pages import RowPages
from ui.theme import THEMES, contrast

DPI = 60
MANY = replace(
    VIEW,
    people=tuple(PersonFigures(name=f"Person {n} of a long name", kept=n, thanks=n) for n in range(12)),
    heat=((9999,) * 24,) * 7,
    days=(1,) * 7,
    second_person=VIEW.second_person * 2,
)


class Sheet:
    """A sheet of paper in dots, and what stands where on it."""

    def __init__(self, country: str) -> None:
        layout = page_layout(country)
        self.paper = Paper.of(layout, DPI)
        self.image = QImage(layout.fullRectPixels(DPI).size(), QImage.Format.Format_RGB32)
        self.image.fill(QColor("white"))
        self.painter = QPainter(self.image)

    def done(self) -> QImage:
        self.painter.end()
        return self.image

    def ink(self, rect: QRectF) -> int:
        """How many dots there are not white."""
        grey = self.image.copy(rect.toRect()).convertToFormat(QImage.Format.Format_Grayscale8)
        bits, line, width = bytes(grey.constBits()), grey.bytesPerLine(), grey.width()
        return sum(
            byte < 200 for row in range(grey.height()) for byte in bits[row * line : row * line + width]
        )

    def nothing_beside(self) -> bool:
        inside, page = self.paper.inside, QRectF(self.image.rect())
        around = (
            QRectF(0, 0, page.width(), inside.top() - 2),
            QRectF(0, inside.bottom() + 2, page.width(), page.height() - inside.bottom() - 2),
            QRectF(0, 0, inside.left() - 2, page.height()),
            QRectF(inside.right() + 2, 0, page.width() - inside.right() - 2, page.height()),
        )
        return not any(self.ink(rect) for rect in around)


@pytest.mark.parametrize("country", ["US", "GB"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", [VIEW, MANY, NOTHING], ids=["fortnight", "full", "empty"])
def test_the_first_page_stays_on_its_sheet(
    view: FiguresView, language: str, country: str, in_english: Language
) -> None:
    in_english.speak(language)
    sheet = Sheet(country)
    draw_first_page(sheet.painter, sheet.paper, view, replace(HEAD, company="A very long name " * 9))
    sheet.done()
    assert sheet.ink(sheet.paper.inside) > 3000
    assert sheet.nothing_beside()


class Reading(QPainter):
    """Remembers what it wrote."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []

    def drawText(self, *said: Any) -> None:  # type: ignore[override]
        self.texts.append(str(said[-1]))
        super().drawText(*said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_first_page_is_cut(language: str, in_english: Language) -> None:
    in_english.speak(language)
    sheet = Sheet("GB")
    sheet.done()
    painter = Reading(sheet.image)
    draw_first_page(painter, sheet.paper, VIEW, HEAD)
    painter.end()
    assert len(painter.texts) > 50
    names = tuple(person.name[:9] for person in VIEW.people)
    assert not [text for text in painter.texts if text.endswith("…") and not text.startswith(names)]


@pytest.mark.parametrize("by_day", [True, False])
@pytest.mark.parametrize("columns", [(), (Column.BY, Column.WHO, Column.TIME)], ids=["all", "three"])
def test_each_row_is_on_one_sheet_in_its_place(columns: tuple[Column, ...], by_day: bool) -> None:
    given = rows(500)
    table = RowPages(
        Paper.of(page_layout("US"), DPI), HEAD, given, columns, by_day, title="500 interruptions"
    )
    assert [line.row for page in table.pages for line in page if line.row] == given
    assert all(page[0].row is None for page in table.pages) is by_day
    assert not any(page[-1].row is None for page in table.pages)
    for page in (table.pages[0], max(table.pages[1:], key=len)):
        sheet = Sheet("US")
        table.draw(sheet.painter, page)
        sheet.done()
        assert sheet.nothing_beside()


def test_columns_neither_touch_nor_leave_the_sheet() -> None:
    paper = Paper.of(page_layout("GB"), 600)
    long = [
        replace(row, by="Somebody With A Long Name", name="Another of a longer name " * 4) for row in rows(60)
    ]
    table = RowPages(paper, replace(HEAD, channels=("phone", "mail")), long, (), by_day=False)
    assert [cell.column for cell in table.cells] == list(Column)
    for cell, following in zip(table.cells, table.cells[1:], strict=False):
        assert cell.left + cell.width < following.left
    last = table.cells[-1]
    assert last.left + last.width <= paper.inside.right() + 1


# ---- the file


def made(many: int = 120) -> bytes:
    return pdf.made(HEAD, VIEW, rows(many), made_at=UNTIL)


def streams(data: bytes) -> list[bytes]:
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            found.append(part)
    return found


def test_the_pdf_has_its_pages_its_title_its_letters_and_its_language(in_english: Language) -> None:
    in_english.speak("fr")
    data = made()
    assert data.startswith(b"%PDF-1.")
    assert len(re.findall(rb"/Type\s*/Page\b[^s]", data)) == 4
    days = figures_said.span(VIEW.since, VIEW.until, HEAD.time_zone)
    assert days.startswith("Du ")
    assert f"Harbour Clinic, {days}".encode("utf-16-be") in data
    assert data.count(b"/FontFile") >= 2
    assert b"<dc:language><rdf:Bag><rdf:li>fr<" in b"".join(streams(data))


@pytest.fixture(params=["alone", "beside windows"])
def beside_windows(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Windows write their figures in one width, and so does then whatever does not say otherwise."""
    before, font = qapp.font(), qapp.font()
    font.setFeature(QFont.Tag("tnum"), int(request.param != "alone"))
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def test_a_time_in_the_pdf_can_be_looked_for(beside_windows: None) -> None:
    """Of each glyph that is drawn it is said which letter or digit it is."""
    known: set[str] = set()
    for stream in streams(made()):
        if b"begincmap" not in stream:
            continue
        told: set[int] = set()
        for first, last, letters in re.findall(rb"<(\w{4})> <(\w{4})> \[?((?:<\w{4}> ?)+)", stream):
            told |= set(range(int(first, 16), int(last, 16) + 1))
            known |= {chr(int(letter, 16)) for letter in re.findall(rb"<(\w{4})>", letters)}
        assert told == set(range(max(told) + 1))
    assert set("0123456789:%") <= known


def test_how_far_it_is_and_stopping_it() -> None:
    heard: list[int] = []
    pdf.made(HEAD, VIEW, rows(300), told=heard.append)
    assert heard[0] == 0
    assert heard[-1] == 300
    assert heard == sorted(heard)

    class Enough(Exception):
        pass

    def stop(done: int) -> None:
        if done:
            raise Enough

    with pytest.raises(Enough):
        pdf.made(HEAD, VIEW, rows(300), told=stop)


def test_rows_that_are_left_out_are_said_to_be() -> None:
    assert "1,234 more rows are not shown here" in pdf._left_out(1234)
    assert pdf._left_out(0) == ""


def test_the_page_of_figures_on_a_printer(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setPageLayout(page_layout("US"))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_on(printer, VIEW, HEAD)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_printer_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, qtbot: object) -> None:
    from PySide6.QtWidgets import QWidget

    said: list[tuple[str, str]] = []
    monkeypatch.setattr("ui.report.printing._printers", lambda: [])
    parent = QWidget()
    assert print_figures(parent, VIEW, HEAD, lambda happened, do: said.append((happened, do))) is None
    assert said == [("This computer has no printer.", "Set one up, or export a PDF and print it elsewhere.")]


# ---- the week by hour


def grid(width: float = 600, height: float = 200) -> HeatGrid:
    font = QFont(family())
    font.setPixelSize(15)
    return HeatGrid.of(VIEW, QRectF(10, 20, width, height), font)


def test_each_cell_is_found_where_it_is_drawn() -> None:
    cells = grid()
    assert cells.weekdays == (0, 1, 2, 3, 4, 5)  # nobody called on a Sunday
    assert cells.hours == tuple(range(8, 18))
    for day in cells.weekdays:
        for hour in cells.hours:
            assert cells.at(cells.cell(day, hour).center()) == (day, hour)
            assert cells.rect.contains(cells.cell(day, hour).center())
    assert cells.at(QPointF(11, 21)) is None
    assert cells.cell(6, 9).isEmpty()


def test_arrows_stay_within_the_week() -> None:
    cells = grid()
    assert cells.beside((0, 8), 1, 1) == (1, 9)
    assert cells.beside((0, 8), -1, -1) == (0, 8)
    assert cells.beside((5, 17), 1, 1) == (5, 17)
    assert cells.beside((6, 3), 0, 0) == (0, 8)


@pytest.mark.parametrize("colours", [PAPER, *THEMES.values()], ids=lambda c: c.name)
def test_every_cell_can_be_read(colours: object) -> None:
    from ui.theme import Colours

    assert isinstance(colours, Colours)
    for part in range(1, 101):
        fill = blended(colours.sunk, colours.accent, part / 100)
        assert contrast(_readable(fill, colours), fill.name()) >= 4.5, part


def test_the_feet_and_the_height_are_as_said() -> None:
    font = QFont(family())
    font.setPixelSize(20)
    assert heat_height(VIEW, font) == pytest.approx(QFontMetricsF(font).height() * (1.25 + 1.7 * 6))
    sheet = Sheet("GB")
    draw_foot(sheet.painter, sheet.paper, "One Moment · " + "x" * 400, "Page 1 of 2")
    sheet.done()
    assert sheet.ink(sheet.paper.foot) > 50
    assert not sheet.ink(QRectF(sheet.paper.inside.right() + 1, 0, 30, sheet.image.height()))
    assert NOW.interruptions
