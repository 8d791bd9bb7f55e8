"""The week by hour, drawn; and a table for the keyboard and for who cannot see it drawn."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView

from desk.log_types import FiguresView
from ui import figures_said
from ui.bits import tip
from ui.look import Look
from ui.report.heat import HeatGrid, Hour, draw_heat, heat_height, hours_of, weekdays_of
from ui.theme import SIZES

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class _Week(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.view: FiguresView | None = None
        self.weekdays: tuple[int, ...] = ()
        self.hours: tuple[int, ...] = ()

    def show(self, view: FiguresView) -> None:
        self.beginResetModel()
        self.view, self.weekdays, self.hours = view, weekdays_of(view), hours_of(view)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.weekdays)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hours)

    def hour(self, index: Index) -> Hour:
        return self.weekdays[index.row()], self.hours[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.view is None:
            return None
        hour = self.hour(index)
        if role == Qt.ItemDataRole.DisplayRole:
            count, days = figures_said.average_of(self.view, *hour)
            return figures_said.amount(count / days, days) if days else figures_said.NONE
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return figures_said.heat_cell(self.view, *hour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(figures_said.heat_cell(self.view, *hour))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return figures_said.day_name(self.weekdays[section])
        return f"{self.hours[section]}:00"


class HeatTable(QTableView):
    """`pressed_hour` brings a weekday and an hour whose rows are wanted."""

    pressed_hour = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self.week = look, _Week()
        self._font = look.font(SIZES.small)
        self._hover: Hour | None = None
        self.setModel(self.week)
        self.setAccessibleName(figures_said.heat_title())
        self.setAccessibleDescription(figures_said.heat_definition())
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(lambda index: self.pressed_hour.emit(*self.week.hour(index)))

    def show_figures(self, view: FiguresView) -> None:
        """This week; the keyboard stays on its hour where there still is one."""
        at = self.week.hour(self.currentIndex()) if self.currentIndex().isValid() else None
        self.week.show(view)
        if at is not None and at[0] in self.week.weekdays and at[1] in self.week.hours:
            row, column = self.week.weekdays.index(at[0]), self.week.hours.index(at[1])
            self.setCurrentIndex(self.week.index(row, column))
        self.setFixedHeight(round(heat_height(view, self._font)))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as the week is drawn best."""
        return QSize(self.look.px(440), self.height())

    def minimumSizeHint(self) -> QSize:
        """Its cells can be narrow."""
        return QSize(self.look.px(300), self.height())

    @property
    def grid(self) -> HeatGrid | None:
        """Where its hours are drawn."""
        view, room = self.week.view, QRectF(self.viewport().rect()).adjusted(1, 0, -2, -2)
        return None if view is None else HeatGrid.of(view, room, self._font)

    def visualRect(self, index: Index) -> QRect:
        """Where an hour is, also for a screen reader."""
        grid = self.grid
        if grid is None or not index.isValid():
            return QRect()
        return grid.cell(*self.week.hour(index)).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The hour under the pointer."""
        grid = self.grid
        hour = grid.at(QPointF(point)) if grid is not None else None
        if hour is None:
            return QModelIndex()
        return self.week.index(self.week.weekdays.index(hour[0]), self.week.hours.index(hour[1]))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """All of it is always there."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole week at once."""
        grid, view, at = self.grid, self.week.view, self.currentIndex()
        if grid is None or view is None:
            return
        focus = self.week.hour(at) if self.hasFocus() and at.isValid() else None
        painter = QPainter(self.viewport())
        draw_heat(painter, grid, view, self.look.c, self._font, focus, self._hover)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hour under the pointer has a frame."""
        index = self.indexAt(event.position().toPoint())
        self._point_at(self.week.hour(index) if index.isValid() else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press leads to its rows."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.pressed_hour.emit(*self.week.hour(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Is two presses."""

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer left."""
        if event.type() is QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def _point_at(self, hour: Hour | None) -> None:
        if hour != self._hover:
            self._hover = hour
            self.viewport().update()
