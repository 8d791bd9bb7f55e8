"""Figures as they are drawn, on the screen and on paper alike: one figure on its card, and how it was before.

Each takes the colours it draws with (`ui.theme`; `PAPER` for paper) and a font whose pixel size is that of
plain text: everything else is measured by it, so that it can be any painter's pixels. Nothing is said by
colour alone.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desk.log_types import Figures
from ui import figures_said
from ui.figures_said import Figure, Trend
from ui.theme import Colours

PAPER = Colours(
    name="paper",
    ground="#FFFFFF", card="#FFFFFF", sunk="#EDEDEA", edge="#C9C9C4",
    ink="#111517", soft="#4A5256",
    accent="#0B655C", on_accent="#FFFFFF", accent_hover="#08574F", tint="#E6EFED", on_tint="#0A4F48",
    warn="#7F4300", warn_ground="#FFFFFF", alarm="#9C211B", alarm_ground="#FFFFFF",
    focus="#111517", scrim="#FFFFFF",
)  # fmt: skip
"""Ink on white; the accent is dark enough to be told from it in grey."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def sized(font: QFont, ratio: float, strong: bool = False) -> QFont:
    """The font at another size."""
    made = QFont(font)
    made.setPixelSize(max(1, round(font.pixelSize() * ratio)))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text, shortened by an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)


def blended(ground: str, ink: str, part: float) -> QColor:
    """The colour between `ground` (0) and `ink` (1)."""
    a, b = QColor(ground), QColor(ink)
    mixed = (x + (y - x) * part for x, y in zip(_rgb(a), _rgb(b), strict=True))
    return QColor(*(round(one) for one in mixed))


def draw_trend(painter: QPainter, rect: QRectF, of: Trend, colours: Colours) -> None:
    """Better points up, worse down and is hollow, as before is a bar; nothing without anything to compare."""
    if of is Trend.NONE:
        return
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor({Trend.BETTER: colours.accent, Trend.WORSE: colours.warn}.get(of, colours.soft))
    painter.setPen(QPen(ink, side * 0.11, j=Qt.PenJoinStyle.RoundJoin))
    if of is Trend.SAME:
        middle = box.center().y()
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
    else:
        inner = box.adjusted(side * 0.08, side * 0.14, -side * 0.08, -side * 0.14)
        tip, base = inner.top(), inner.bottom()
        if of is Trend.WORSE:
            tip, base = base, tip
        painter.setBrush(ink if of is Trend.BETTER else Qt.BrushStyle.NoBrush)
        corners = [
            QPointF(inner.center().x(), tip),
            QPointF(inner.right(), base),
            QPointF(inner.left(), base),
        ]
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def card_height(font: QFont) -> float:
    """How high `draw_card` needs its rect to be."""
    return QFontMetricsF(font).height() * 4.6


def draw_card(
    painter: QPainter,
    rect: QRectF,
    of: Figure,
    now: Figures,
    before: Figures,
    colours: Colours,
    font: QFont,
) -> None:
    """One figure: its name, how it stands, of what it was counted, and how it stood before."""
    line = QFontMetricsF(font).height()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.edge), line * 0.05 * colours.border))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(rect, line * 0.45, line * 0.45)
    inside = rect.adjusted(line * 0.65, line * 0.45, -line * 0.65, -line * 0.45)
    small = sized(font, 0.87)

    draw_text(painter, _row(inside, 0, line), figures_said.title(of), small, colours.soft)
    big = sized(font, 1.75, strong=True)
    value = figures_said.value(of, now)
    middle = _row(inside, line * 1.05, line * 1.75)
    draw_text(painter, middle, value, big, colours.ink)
    aside = middle.adjusted(QFontMetricsF(big).horizontalAdvance(value) + line * 0.45, line * 0.28, 0, 0)
    draw_text(painter, aside, figures_said.of_what(of, now), small, colours.soft)

    below = _row(inside, inside.height() - line, line)
    how = figures_said.trend(of, now, before)
    if how is not Trend.NONE:
        draw_trend(painter, QRectF(below.left(), below.top(), line * 0.6, line), how, colours)
        below.setLeft(below.left() + line * 0.85)
    draw_text(painter, below, figures_said.compared(of, now, before), small, colours.soft)
    painter.restore()


def _row(rect: QRectF, top: float, height: float) -> QRectF:
    return QRectF(rect.left(), rect.top() + top, rect.width(), height)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
