"""One figure on a card that can be pressed: everybody large, customers and colleagues beside each other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desk.core.ends import End
from desk.log_types import Asked, Sides
from ui import figures_said
from ui.bits import paint_box, tip
from ui.button import paint_ring
from ui.figures_said import Figure, Trend
from ui.look import Look
from ui.report.drawing import RIGHT, draw_text, draw_trend, sized
from ui.theme import SIZES

translate = QCoreApplication.translate

ROWS = {
    Figure.KEPT: Asked(ends=(End.LATE, End.NOT_REACHED)),
    Figure.MEDIAN: Asked(ends=(End.KEPT, End.LATE)),
    Figure.P90: Asked(ends=(End.KEPT, End.LATE)),
    Figure.LOST: Asked(ends=(End.LOST,)),
    Figure.OPEN: Asked(ends=(End.OPEN,)),
}
"""The rows that a figure leads to; of the kept ones those that were not."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def leads_to(of: Figure) -> str:
    """What is shown when it is pressed; empty when nothing is."""
    return {
        Figure.KEPT: translate("FiguresPanel", "Press to see those that were not kept."),
        Figure.MEDIAN: translate("FiguresPanel", "Press to see those who were called back."),
        Figure.P90: translate("FiguresPanel", "Press to see those who were called back."),
        Figure.LOST: translate("FiguresPanel", "Press to see who was lost."),
        Figure.OPEN: translate("FiguresPanel", "Press to see who is waiting."),
    }.get(of, "")


def said(of: Figure, now: Sides, before: Sides) -> str:
    """All of a card in a sentence: Promises kept: 92%, 46 of 50, better, before: 88%. Customers 94%."""
    parts = [
        figures_said.value(of, now.everybody),
        figures_said.of_what(of, now.everybody),
        figures_said.compared(of, now.everybody, before.everybody),
    ]
    whole = f"{figures_said.title(of)}: {', '.join(part for part in parts if part)}"
    sides = beside(of, now, before)[1:]
    return f"{whole}. {', '.join(f'{name} {value}' for name, value in sides)}"


def beside(of: Figure, now: Sides, before: Sides) -> tuple[tuple[str, str], ...]:
    """What stands under a figure: how it was before, then customers and colleagues."""
    then = figures_said.NONE if of is Figure.OPEN else figures_said.value(of, before.everybody)
    return (
        (translate("FiguresPanel", "Before"), then),
        (figures_said.customers(), figures_said.value(of, now.customers)),
        (figures_said.colleagues(), figures_said.value(of, now.colleagues)),
    )


class FigureCard(QAbstractButton):
    """`looked_at` is told when the pointer or the keyboard comes to it (its figure) or goes (None)."""

    looked_at = Signal(object)

    def __init__(self, look: Look, of: Figure) -> None:
        super().__init__()
        self.look, self.of = look, of
        self.now, self.before = Sides(), Sides()
        self.title_lines = 1
        self.font_, self.small = look.font(SIZES.body), look.font(SIZES.small)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.meaning)
        self.setToolTip(tip(f"{figures_said.title(of)}: {self.meaning}"))
        if of in ROWS:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def meaning(self) -> str:
        """What it counts, and where it leads."""
        return f"{figures_said.definition(self.of)} {leads_to(self.of)}".strip()

    def show_figures(self, now: Sides, before: Sides) -> None:
        """How it stands."""
        self.now, self.before = now, before
        self.setAccessibleName(said(self.of, now, before))
        self.update()

    @property
    def _line(self) -> float:
        """The height of one small line."""
        return QFontMetricsF(self.small).height() * 1.15

    def sizeHint(self) -> QSize:
        """Its name, how it stands, better or worse, and three lines below."""
        big = QFontMetricsF(self.font_).height() * 1.75
        return QSize(self.look.px(168), round(big + (4 + self.title_lines) * self._line + self.look.px(20)))

    def fits(self, width: int) -> bool:
        """Whether its name has room on one line in a card so wide."""
        name = QFontMetricsF(self.small).horizontalAdvance(figures_said.title(self.of))
        return name + 2 * self.look.px(12) <= width

    def be_high(self, title_lines: int) -> None:
        """Have so many lines for its name."""
        if title_lines != self.title_lines:
            self.title_lines = title_lines
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Its words are shortened, its height never."""
        return QSize(self.look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The large one first, then what it is compared with."""
        look, px, line, of = self.look, self.look.px, self._line, self.of
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = of in ROWS and (self.underMouse() or self.isDown())
        paint_box(painter, look, QRectF(self.rect()), "sunk" if under else "card", "edge", SIZES.radius_small)
        now, before = self.now.everybody, self.before.everybody
        row = QRectF(px(12), px(8), self.width() - 2 * px(12), line * self.title_lines)
        painter.setFont(self.small)
        painter.setPen(look.colour("soft"))
        painter.drawText(row, WRAPPED, figures_said.title(of))
        big = sized(self.font_, 1.75, strong=True)
        high = QFontMetricsF(self.font_).height() * 1.75
        row = QRectF(row.left(), row.bottom(), row.width(), high)
        value = figures_said.value(of, now)
        draw_text(painter, row, value, big, look.c.ink)
        aside = row.adjusted(QFontMetricsF(big).horizontalAdvance(value) + px(8), high * 0.16, 0, 0)
        of_what = figures_said.of_what(of, now)
        if QFontMetricsF(self.small).horizontalAdvance(of_what) <= aside.width():  # half of it would be wrong
            draw_text(painter, aside, of_what, self.small, look.c.soft)
        row = QRectF(row.left(), row.bottom(), row.width(), line)
        how = figures_said.trend(of, now, before)
        if how is not Trend.NONE:
            draw_trend(painter, QRectF(row.left(), row.top(), line * 0.65, line), how, look.c)
            word = row.adjusted(line * 0.9, 0, 0, 0)
            draw_text(painter, word, figures_said.trend_said(how), self.small, look.c.soft)
        for name, value in beside(of, self.now, self.before):
            row.translate(0, line)
            draw_text(painter, row, value, self.small, look.c.ink, RIGHT)
            room = QRectF(row)
            room.setRight(row.right() - QFontMetricsF(self.small).horizontalAdvance(value) - px(6))
            draw_text(painter, room, name, self.small, look.c.soft)
        if self.hasFocus():
            paint_ring(painter, look, self)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came."""
        self.looked_at.emit(self.of)
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        """The pointer went."""
        self.looked_at.emit(None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        self.looked_at.emit(self.of)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went."""
        self.looked_at.emit(None)
        super().focusOutEvent(event)
