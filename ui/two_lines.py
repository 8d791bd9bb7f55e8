"""A list whose rows are drawn, not made: a name, a quieter line below it, and a word at the right."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.bits import paint_box
from ui.look import Look
from ui.people_list import BELOW, BESIDE, TITLE
from ui.theme import SIZES

ROW = 56


class _Row(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self.look, self.view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.look.px(120), self.look.px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, px = self.look, self.look.px
        rect = QRect(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        under = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(px(2), px(2), -px(2), -px(2))
        if chosen:
            paint_box(painter, look, box, "tint", "accent", SIZES.radius_small)
        elif under:
            paint_box(painter, look, box, "sunk", "", SIZES.radius_small)
        if chosen and self.view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), px(3)))
            painter.drawRoundedRect(box, px(SIZES.radius_small), px(SIZES.radius_small))
        inside = rect.adjusted(px(14), px(8), -px(14), -px(8))
        beside = str(index.data(BESIDE) or "")
        below = str(index.data(BELOW) or "")
        quiet = look.font(SIZES.small)
        room = inside.width()
        if beside:
            metrics = QFontMetrics(look.font(SIZES.body))
            text = metrics.elidedText(beside, Qt.TextElideMode.ElideRight, inside.width() // 2)
            painter.setFont(look.font(SIZES.body))
            painter.setPen(look.colour("on_tint" if chosen else "soft"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            room -= metrics.horizontalAdvance(text) + px(12)
        title_font = look.font(SIZES.name, strong=chosen)
        title = QFontMetrics(title_font)
        height = title.height() + (QFontMetrics(quiet).height() if below else 0)
        top = inside.top() + (inside.height() - height) // 2
        painter.setFont(title_font)
        painter.setPen(look.colour("ink"))
        said = title.elidedText(str(index.data(TITLE) or ""), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside.left(), top + title.ascent(), said)
        if below:
            metrics = QFontMetrics(quiet)
            painter.setFont(quiet)
            painter.setPen(look.colour("soft"))
            text = metrics.elidedText(below, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inside.left(), top + title.height() + metrics.ascent(), text)
        painter.restore()


class TwoLines(QListView):
    """A list of a model that has `TITLE`, `BELOW` and `BESIDE`; at least `rows` of it can be seen."""

    def __init__(self, look: Look, name: str, rows: int = 3) -> None:
        super().__init__()
        self.look, self.rows = look, rows
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(look.px(ROW) * rows)

    def sizeHint(self) -> QSize:
        """A few rows more than must be seen."""
        return QSize(self.look.px(320), self.look.px(ROW) * (self.rows + 2))

    def choose(self, row: int) -> None:
        """Have this row chosen and seen; none with -1."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.clearSelection()

    @property
    def chosen(self) -> int:
        """The row that is chosen, or -1."""
        return self.currentIndex().row()

    def step(self, by: int) -> None:
        """One up or down, as the arrows do that were pressed in the line above."""
        count = self.model().rowCount()
        if count:
            self.choose(min(max(self.chosen + by, 0), count - 1))
