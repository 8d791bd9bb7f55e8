"""A small table of words: a name for each row, and what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.look import Look
from ui.theme import SIZES

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CENTRE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Words(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.heads: tuple[str, ...] = ()
        self.rows: tuple[tuple[str, ...], ...] = ()

    def show(self, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        self.beginResetModel()
        self.heads, self.rows = heads, rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column():
            return f"{self.rows[index.row()][0]}, {self.heads[index.column()]}: {text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heads[section] if orientation == Qt.Orientation.Horizontal else self.rows[section][0]


class _Cell(QStyledItemDelegate):
    def __init__(self, look: Look, view: PlainTable) -> None:
        super().__init__(view)
        self.look, self.view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = self.look, QRect(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self.view.hasFocus()
        if chosen:
            painter.fillRect(rect, look.colour("tint"))
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self.view.font_)
        painter.setPen(look.colour("ink" if index.column() == 0 or not self.view.quiet else "soft"))
        inside = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        text = QFontMetrics(self.view.font_).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, CENTRE_LEFT if index.column() == 0 else CENTRE_RIGHT, text)
        painter.restore()


class _Head(QHeaderView):
    def __init__(self, view: PlainTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.view = view

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, inside = self.view.look, rect.adjusted(self.view.look.px(8), 0, -self.view.look.px(8), 0)
        painter.save()
        painter.setFont(self.view.strong)
        painter.setPen(look.colour("soft"))
        text = QFontMetrics(self.view.strong).elidedText(
            self.view.words.heads[logicalIndex], Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, CENTRE_LEFT if logicalIndex == 0 else CENTRE_RIGHT, text)
        painter.restore()


class PlainTable(QTableView):
    """The first column takes the room that is left. `opened` brings a row that Enter or a press chose.

    At most `rows` of it are seen before it scrolls; all of them where that is 0.
    """

    opened = Signal(int)

    def __init__(self, look: Look, name: str, rows: int = 0) -> None:
        super().__init__()
        self.look, self.words, self.most = look, _Words(), rows
        self.quiet = False
        self.font_, self.strong = look.font(SIZES.small), look.font(SIZES.small, strong=True)
        self.setModel(self.words)
        self.setAccessibleName(name)
        self.setItemDelegate(_Cell(look, self))
        self.setHorizontalHeader(_Head(self))
        head = self.horizontalHeader()
        head.setFixedHeight(look.px(26))
        head.viewport().setAutoFillBackground(False)
        head.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(20))
        self.verticalHeader().setDefaultSectionSize(look.px(28))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def show_rows(self, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Have these; the row that has the keyboard keeps it."""
        at = self.currentIndex()
        here = (at.row(), at.column())
        self.words.show(heads, rows)
        if 0 <= here[0] < len(rows):
            self.setCurrentIndex(self.words.index(*here))
        head, px = self.horizontalHeader(), self.look.px
        metrics, strong = QFontMetrics(self.font_), QFontMetrics(self.strong)
        head.setMinimumSectionSize(px(24))
        widths = [strong.horizontalAdvance(name) for name in heads[1:]]
        widths += [metrics.horizontalAdvance(text) for row in rows for text in row[1:]]
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for i in range(1, len(heads)):  # of one width, so that they can be compared down and across
            head.setSectionResizeMode(i, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(i, max(widths) + px(24))
        seen = min(len(rows), self.most) if self.most else len(rows)
        self.setFixedHeight(px(26) + seen * px(28) + px(2))

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(self.look.px(260), self.height())

    def minimumSizeHint(self) -> QSize:
        """Names are shortened first."""
        return QSize(self.look.px(160), self.height())
