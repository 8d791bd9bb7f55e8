"""What stands above the columns of the log's table: words, and an arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.glyphs import paint_glyph
from ui.log_rows import COLUMNS, LogRows
from ui.log_said import column
from ui.log_widths import LEFT, NARROWEST, RIGHT, TO_RIGHT, parted
from ui.look import Look
from ui.theme import SIZES

translate = QCoreApplication.translate


class TableHead(QHeaderView):
    """Drawn as the rest: on one line, or on two where there is no room for it on one."""

    def __init__(self, look: Look, rows: LogRows, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.look, self.rows = look, rows
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.px(NARROWEST))
        self.setFont(look.font(SIZES.small, strong=True))
        self.setAccessibleName(translate("LogTable", "Columns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def sizeHint(self) -> QSize:
        """As high as a finger."""
        return QSize(super().sizeHint().width(), self.look.px(SIZES.touch))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Words, and the arrow."""
        look, px = self.look, self.look.px
        of, order = COLUMNS[section], self.rows.order
        painter.save()
        painter.fillRect(rect, look.colour("card"))
        painter.setPen(QPen(look.colour("edge"), look.c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.visualIndex(section) > 0:
            painter.drawLine(rect.left(), rect.top() + px(12), rect.left(), rect.bottom() - px(12))
        inside = rect.adjusted(px(LEFT), 0, -px(RIGHT), 0)
        painter.setFont(self.font())
        is_sorted = of is order.column
        painter.setPen(look.colour("ink" if is_sorted else "soft"))
        metrics = QFontMetrics(self.font())
        side = px(12)
        room = inside.width() - (side + px(6) if is_sorted else 0)
        said = [
            metrics.elidedText(t, Qt.TextElideMode.ElideRight, room)
            for t in parted(metrics, column(of), room)
        ]
        long = max(map(metrics.horizontalAdvance, said))
        to_right = Qt.AlignmentFlag.AlignRight if of in TO_RIGHT else Qt.AlignmentFlag.AlignLeft
        words = QRect(inside.left(), inside.top(), room, inside.height())
        painter.drawText(words, to_right | Qt.AlignmentFlag.AlignVCenter, "\n".join(said))
        at = inside.right() - side if of in TO_RIGHT else inside.left() + long + px(6)
        if is_sorted:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(at, rect.center().y() - side / 2 + 1, side, side)
            paint_glyph(painter, "down" if order.descending else "up", look, "ink", box)
        painter.restore()
