"""The report's rows: a table over as many sheets as it needs, its head on each of them.

In the order of time each day has its name above its rows, and the rows only their clock time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desk.log_types import Column, LogHead, LogRow
from ui import figures_said, log_said, words
from ui.report.digits import Digits
from ui.report.drawing import LEFT, PAPER, RIGHT, draw_text
from ui.report.paper import Paper

translate = QCoreApplication.translate

ROW, DAY, HEAD, TITLE = 13.2, 20.0, 18.0, 26.0  # points
LETTERS = 7.8
GAP = 8.0
MEASURED = 400
"""So many rows tell how wide a column must be."""


FIGURES = (Column.TIME, Column.PROMISED_BY, Column.MINUTES)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a row, or a day's name before its rows."""

    row: LogRow | None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column on paper: where it begins, how wide it is, and what a row has in it."""

    column: Column
    left: float
    width: float
    said: Callable[[LogRow], str]
    align: Qt.AlignmentFlag = LEFT

    @property
    def figures(self) -> bool:
        """Whether times or numbers stand under one another here."""
        return self.column in FIGURES


class RowPages:
    """These rows on sheets of this size."""

    def __init__(
        self,
        paper: Paper,
        head: LogHead,
        rows: Sequence[LogRow],
        columns: Sequence[Column],
        by_day: bool,
        title: str = "",
    ) -> None:
        self.paper, self.head, self.by_day, self.title = paper, head, by_day, title
        self.zone = words.zone(head.time_zone)
        self.font, self.strong = paper.font(LETTERS), paper.font(LETTERS, strong=True)
        self._measure, self._digits = QFontMetricsF(self.font), Digits(self.font)
        self._fitted: dict[tuple[Column, str], str] = {}
        columns = [one for one in columns or tuple(Column) if one is not Column.CHANNEL or _several(head)]
        self.cells = self._cells(columns, rows)
        self.pages = list(self._paged(rows))

    # ---- what stands on which sheet

    def _paged(self, rows: Sequence[LogRow]) -> Iterator[list[Line]]:
        room = self.paper.inside.height() / self.paper.dots - HEAD
        page: list[Line] = []
        left, day = room - (TITLE if self.title else 0.0), None
        for row in rows:
            its_day = row.at.astimezone(self.zone).date() if self.by_day else None
            if its_day != day or (its_day and not page):
                needed = ROW + DAY
                if left < needed and page:
                    yield page
                    page, left = [], room
                page.append(Line(None, its_day))
                left, day = left - DAY, its_day
            elif left < ROW:
                yield page
                page, left = [], room
                if its_day:
                    page.append(Line(None, its_day))
                    left -= DAY
            page.append(Line(row))
            left -= ROW
        if page:
            yield page

    # ---- one sheet

    def draw(self, painter: QPainter, page: list[Line]) -> None:
        """All of it but the foot. The first one has the title."""
        pt, y = self.paper.pt, self.paper.inside.top()
        left, right = self.paper.inside.left(), self.paper.inside.right()
        if self.title and page is self.pages[0]:
            rect = QRectF(left, y, right - left, pt(TITLE - 10))
            draw_text(painter, rect, self.title, self.paper.font(11, strong=True), PAPER.ink)
            y += pt(TITLE)
        for cell in self.cells:
            rect = QRectF(cell.left, y, cell.width, pt(HEAD - 5))
            draw_text(
                painter, rect, self._header(cell.column), self.paper.font(7.2, True), PAPER.soft, cell.align
            )
        y += pt(HEAD - 3)
        painter.setPen(QPen(QColor(PAPER.ink), pt(0.7)))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        y += pt(3)
        thin = QPen(QColor(PAPER.edge), pt(0.35))
        drop = (pt(ROW) - self._measure.height()) / 2 + self._measure.ascent()
        for line in page:
            if line.row is None:
                rect = QRectF(left, y, right - left, pt(DAY - 3))
                align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
                draw_text(painter, rect, self._day(line.day), self.strong, PAPER.ink, align)
                y += pt(DAY)
                continue
            self._draw_row(painter, line.row, y + drop)
            y += pt(ROW)
            painter.setPen(thin)
            painter.drawLine(QPointF(left, y - pt(0.6)), QPointF(right, y - pt(0.6)))

    def _draw_row(self, painter: QPainter, row: LogRow, base: float) -> None:
        asks = row.end in log_said.ILL or row.overdue
        painter.setPen(QColor(PAPER.ink))
        for cell in self.cells:
            text = self._fit(cell, cell.said(row))
            if not text:
                continue
            if cell.figures:
                right = cell.width - self._digits.width(text) if cell.align == RIGHT else 0.0
                self._digits.draw(painter, QPointF(cell.left + right, base), text)
                continue
            strong = asks and cell.column is Column.END
            painter.setFont(self.strong if strong else self.font)
            painter.drawText(QPointF(cell.left, base), text)

    def _fit(self, cell: _Cell, text: str) -> str:
        """The text, shortened to the column; worked out once for each."""
        key = (cell.column, text)
        found = self._fitted.get(key)
        if found is None:
            # strong letters are wider
            room = cell.width * (0.94 if cell.column is Column.END else 1.0)
            one_line = text.replace("\n", " ")
            found = self._measure.elidedText(one_line, Qt.TextElideMode.ElideRight, room)
            self._fitted[key] = found
        return found

    # ---- columns

    def _cells(self, columns: Sequence[Column], rows: Sequence[LogRow]) -> list[_Cell]:
        """As wide as they need to be; too wide for the sheet, those with names give way."""
        said = {column: self._teller(column) for column in columns}
        sample = rows[:: max(1, len(rows) // MEASURED)][: 2 * MEASURED]
        head = QFontMetricsF(self.paper.font(7.2, strong=True))
        needed: dict[Column, float] = {}
        for column in columns:
            widths = sorted(
                self._measure.horizontalAdvance(text) for text in {said[column](r) for r in sample}
            )
            # one name in fifty may be shortened, so that it does not take everybody's room
            most = widths[-1 - len(widths) // 50 if column is Column.WHO else -1] if widths else 0.0
            wider = 1.07 if column is Column.END else 1.0
            needed[column] = max(most * wider, head.horizontalAdvance(self._header(column))) + 1
        gap, full = self.paper.pt(GAP), self.paper.inside.width()
        over = sum(needed.values()) + gap * (len(columns) - 1) - full
        gives = [c for c in (Column.WHO, Column.BY, Column.END, Column.CHOSE) if c in needed]
        for column in gives:
            give = min(max(over, 0.0), max(needed[column] - self.paper.pt(46), 0.0))
            needed[column] -= give
            over -= give
        if over > 0:  # very many columns: all give way alike
            shrink = (full - gap * (len(columns) - 1)) / sum(needed.values())
            needed = {column: width * shrink for column, width in needed.items()}
        elif over < 0 and Column.WHO in needed:
            needed[Column.WHO] += -over
        cells, left = [], self.paper.inside.left()
        for column in columns:
            align = RIGHT if column is Column.MINUTES else LEFT
            cells.append(_Cell(column, left, needed[column], said[column], align))
            left += needed[column] + gap
        return cells

    def _header(self, column: Column) -> str:
        return translate("Report", "Min.") if column is Column.MINUTES else log_said.column(column)

    def _teller(self, column: Column) -> Callable[[LogRow], str]:
        return {
            Column.TIME: lambda row: self._clock(row.at) if self.by_day else self._time(row.at),
            Column.WHO: self._who,
            Column.CHANNEL: lambda row: log_said.channel(row.channel),
            Column.MET: lambda row: words.presence(row.met),
            Column.CHOSE: lambda row: log_said.chose(row.chose),
            Column.PROMISED_BY: self._promised,
            Column.END: log_said.end_of,
            Column.BY: lambda row: row.by,
            Column.MINUTES: lambda row: (
                "" if row.minutes is None else figures_said.number(round(row.minutes))
            ),
        }[column]

    def _who(self, row: LogRow) -> str:
        number = log_said.number_of(row, self.head.country)
        name = row.name or row.company
        if not name or not row.number:
            return name or number
        # a name that is read from the right keeps to itself
        return f"\u2068{name}\u2069, {number}" if _RIGHT_TO_LEFT.search(name) else f"{name}, {number}"

    def _promised(self, row: LogRow) -> str:
        by = row.promised_by
        if by is None:
            return ""
        there, here = by.astimezone(self.zone), row.at.astimezone(self.zone)
        if there.date() == here.date():
            return self._clock(by)
        day = figures_said.day(there.date(), year=there.year != here.year)
        return f"{day} {there:%H:%M}"

    def _clock(self, at: datetime) -> str:
        return at.astimezone(self.zone).strftime("%H:%M")

    def _time(self, at: datetime) -> str:
        there = at.astimezone(self.zone)
        return f"{figures_said.day(there.date())} {there:%H:%M}"

    def _day(self, day: date | None) -> str:
        if day is None:
            return ""
        return words.capital(f"{figures_said.day_name(day.weekday())}, {figures_said.day(day)}")


def _several(head: LogHead) -> bool:
    return len(head.channels) > 1
