"""How a row of the log is drawn: who it was in strong letters, how it ended with its sign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desk.log_types import Column, LogRow
from ui.bits import tip
from ui.glyphs import paint_glyph
from ui.log_cells import also, shape, who
from ui.log_rows import COLUMNS, ROW, LogRows
from ui.log_said import end_meaning
from ui.log_widths import LEFT, NARROWEST, RIGHT, TO_RIGHT
from ui.look import Look
from ui.theme import SIZES

Index = QModelIndex | QPersistentModelIndex


class LogDrawing(QStyledItemDelegate):
    """Draws `rows`; `under` is the row under the pointer, -1 for none."""

    def __init__(self, look: Look, rows: LogRows, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self.rows, self.under = look, rows, -1
        self.body, self.strong, self.small = look.font(), look.font(strong=True), look.font(SIZES.small)
        self.metrics = {id(f): QFontMetrics(f) for f in (self.body, self.strong, self.small)}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a finger."""
        return QSize(self.look.px(NARROWEST), self.look.px(SIZES.touch))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell; the line below it, and what says that its row is chosen, are the row's."""
        row = index.data(ROW)
        if not isinstance(row, LogRow):
            return
        look, px, of = self.look, self.look.px, COLUMNS[index.column()]
        rect, state = QRect(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, look.colour("tint"))
        elif self.under == index.row():
            painter.fillRect(rect, look.colour("sunk"))
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(px(LEFT), 0, -px(RIGHT), -1)
        quiet = "soft" if of not in (Column.TIME, Column.WHO, Column.END) else "ink"
        if of is Column.WHO:
            self._who(painter, inside, row)
        elif of is Column.END:
            glyph, colour = shape(row)
            side = px(14)
            middle = inside.center().y() + 1
            box = QRectF(inside.left(), middle - side / 2, side, side)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_glyph(painter, glyph, look, colour, box)
            text = str(index.data() or "")
            self._text(painter, inside.adjusted(side + px(8), 0, 0, 0), text, self.body, "ink")
        else:
            self._text(painter, inside, str(index.data() or ""), self.body, quiet, of in TO_RIGHT)
        painter.restore()

    def _who(self, painter: QPainter, inside: QRect, row: LogRow) -> None:
        head = self.rows.link.head
        used = self._text(painter, inside, who(row, head), self.strong, "ink")
        beside = also(row)
        if beside:
            rest = inside.adjusted(used + self.look.px(8), 0, 0, 0)
            if rest.width() > self.look.px(24):
                self._text(painter, rest, beside, self.small, "soft")

    def _text(
        self, painter: QPainter, box: QRect, text: str, font: QFont, colour: str, right: bool = False
    ) -> int:
        """Draw it on one line, elided; its width."""
        if not text:
            return 0
        metrics = self.metrics[id(font)]
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self.look.colour(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
        return metrics.horizontalAdvance(said)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """What an end means; of other cells the whole text, where it is cut."""
        row = index.data(ROW)
        if event.type() is not QEvent.Type.ToolTip or not isinstance(row, LogRow):
            return False
        text = str(index.data() or "")
        if COLUMNS[index.column()] is Column.END:
            text = f"{text}: {end_meaning(row.end)}"
        elif self.metrics[id(self.strong)].horizontalAdvance(text) < option.rect.width() - self.look.px(24):
            text = ""
        QToolTip.showText(event.globalPos(), tip(text), view)
        return True
