"""The week by hour, drawn: the fuller a cell, the more often somebody called while a visitor was served."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desk.log_types import FiguresView
from ui import figures_said
from ui.report.drawing import CENTRE, LEFT, blended, draw_text, sized
from ui.theme import Colours, contrast

Hour = tuple[int, int]
"""Weekday (0 Monday) and hour, by the desk's clock."""

READABLE = 4.5
"""The least contrast of a text and its ground (WCAG 2)."""
USUAL = range(8, 18)
"""Hours that are drawn even when nobody called in them."""


@dataclass(frozen=True)
class HeatGrid:
    """Where the cells are: for drawing them, and for whoever points at one."""

    rect: QRectF
    weekdays: tuple[int, ...]
    hours: tuple[int, ...]
    names: float
    """How wide the weekdays' names are."""
    head: float
    """How high the hours above are."""

    @classmethod
    def of(cls, view: FiguresView, rect: QRectF, font: QFont) -> HeatGrid:
        """The cells of these figures within `rect`."""
        weekdays, hours = weekdays_of(view), hours_of(view)
        measure = QFontMetricsF(font)
        names = max(measure.horizontalAdvance(figures_said.day_name(day, short=True)) for day in weekdays)
        return cls(rect, weekdays, hours, names + measure.height() * 0.6, measure.height() * 1.25)

    def cell(self, weekday: int, hour: int) -> QRectF:
        """Where this hour is drawn; empty when it is not."""
        if weekday not in self.weekdays or hour not in self.hours:
            return QRectF()
        across = (self.rect.width() - self.names) / len(self.hours)
        down = (self.rect.height() - self.head) / len(self.weekdays)
        left = self.rect.left() + self.names + across * self.hours.index(hour)
        top = self.rect.top() + self.head + down * self.weekdays.index(weekday)
        return QRectF(left, top, across, down)

    def at(self, point: QPointF) -> Hour | None:
        """Which hour is drawn there."""
        hours = ((weekday, hour) for weekday in self.weekdays for hour in self.hours)
        return next((one for one in hours if self.cell(*one).contains(point)), None)

    def beside(self, here: Hour, days: int, hours: int) -> Hour:
        """The cell so many days and hours from this one, at the edge the last: for arrow keys."""
        day = self.weekdays.index(here[0]) + days if here[0] in self.weekdays else 0
        hour = self.hours.index(here[1]) + hours if here[1] in self.hours else 0
        return (
            self.weekdays[min(max(day, 0), len(self.weekdays) - 1)],
            self.hours[min(max(hour, 0), len(self.hours) - 1)],
        )


def weekdays_of(view: FiguresView) -> tuple[int, ...]:
    """Monday to Friday, and what else the figures have of the week."""
    return tuple(day for day in range(7) if day < 5 or (day < len(view.heat) and any(view.heat[day])))


def hours_of(view: FiguresView) -> tuple[int, ...]:
    """From the first to the last hour in which somebody called, the usual ones among them."""
    found = {hour for day in view.heat for hour, count in enumerate(day) if count} | {*USUAL}
    return tuple(range(min(found), max(found) + 1))


def heat_height(view: FiguresView, font: QFont) -> float:
    """How high `draw_heat` likes its rect to be."""
    return QFontMetricsF(font).height() * (1.25 + 1.7 * len(weekdays_of(view)))


def draw_heat(
    painter: QPainter,
    grid: HeatGrid,
    view: FiguresView,
    colours: Colours,
    font: QFont,
    focus: Hour | None = None,
    hover: Hour | None = None,
) -> None:
    """The cells with their average in figures; those that need a second person have a strong frame."""
    averages = {
        (day, hour): (count / days if days else 0.0, days)
        for day in grid.weekdays
        for hour in grid.hours
        for count, days in [figures_said.average_of(view, day, hour)]
    }
    most = max((average for average, _ in averages.values()), default=0.0) or 1.0
    small = sized(font, 0.8)
    widest = QFontMetricsF(small).horizontalAdvance(figures_said.amount(most))
    marked = {(one.weekday, one.hour) for one in view.second_person}
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_names(painter, grid, colours, font, small)
    for (day, hour), (average, days) in averages.items():
        cell = grid.cell(day, hour)
        gap = min(cell.width(), cell.height()) * 0.045
        box = cell.adjusted(gap, gap, -gap, -gap)
        # a light cell stays light enough to be read in, also on paper
        fill = blended(colours.sunk if average else colours.card, colours.accent, average / most)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(colours.edge), gap * 0.6))
        painter.drawRoundedRect(box, gap * 2.5, gap * 2.5)
        if average and widest < box.width() * 0.96:
            painter.setPen(QColor(_readable(fill, colours)))
            painter.setFont(sized(font, 0.8, strong=(day, hour) in marked))
            painter.drawText(box, int(CENTRE), figures_said.amount(average, days))
    for hour_, colour, width in (
        *((one, colours.ink, 2.4) for one in sorted(marked)),
        *([(hover, colours.soft, 2.0)] if hover else []),
        *([(focus, colours.focus, 3.0)] if focus else []),
    ):
        cell = grid.cell(*hour_)
        gap = min(cell.width(), cell.height()) * 0.045
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), gap * width))
        painter.drawRoundedRect(cell.adjusted(gap, gap, -gap, -gap), gap * 2.5, gap * 2.5)
    painter.restore()


def _draw_names(painter: QPainter, grid: HeatGrid, colours: Colours, font: QFont, small: QFont) -> None:
    for day in grid.weekdays:
        row = grid.cell(day, grid.hours[0])
        rect = QRectF(grid.rect.left(), row.top(), grid.names, row.height())
        draw_text(painter, rect, figures_said.day_name(day, short=True), font, colours.soft, LEFT)
    room = grid.cell(grid.weekdays[0], grid.hours[0]).width()
    each = 1 if QFontMetricsF(small).horizontalAdvance("00") * 1.3 < room else 2
    for hour in grid.hours[::each]:
        cell = grid.cell(grid.weekdays[0], hour)
        rect = QRectF(cell.left(), grid.rect.top(), cell.width() * each, grid.head)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, rect, str(hour), small, colours.soft, align)


def _readable(fill: QColor, colours: Colours) -> str:
    """Which of the theme's inks stands out most on this; plain black or white where none does enough."""
    inks = (colours.ink, colours.on_accent, colours.card)
    best = max(inks, key=lambda ink: contrast(ink, fill.name()))
    if contrast(best, fill.name()) >= READABLE:
        return best
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, fill.name()))
