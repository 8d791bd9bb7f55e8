"""The table of the log: its columns chosen, moved, widened, sorted, and remembered; its rows gone through."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desk.log_types import Column, Sort
from ui.log_chips import TickMenu
from ui.log_drawing import LogDrawing
from ui.log_rows import COLUMNS, LogRows
from ui.log_said import column
from ui.log_widths import NARROWEST, cut_names, least, left_out, shared
from ui.look import Look
from ui.table_head import TableHead
from ui.theme import SIZES

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
FIRST_DOWN = (Column.TIME, Column.PROMISED_BY, Column.MINUTES)  # one wants to see the last of these first
KEPT = "log/columns"


class LogTable(QTableView):
    """Rows of a `LogRows`. `opened` brings a call whose story is wanted, `looked_at` one the keyboard is on.

    `sorted_anew` says that another order is wanted.
    """

    opened = Signal(str)
    looked_at = Signal(str)
    sorted_anew = Signal(object)

    def __init__(self, look: Look, rows: LogRows) -> None:
        super().__init__()
        self.look, self.rows = look, rows
        self._choosing = False
        self._widths: dict[Column, int] = {}  # made so wide by hand, at 100 %
        self._ticked: dict[Column, bool] = {}  # wanted or not wanted, by hand
        self.setAccessibleName(translate("LogTable", "Interruptions"))
        self.head = TableHead(look, rows, self)
        self.setHorizontalHeader(self.head)
        self.setModel(rows)
        self.drawing = LogDrawing(look, rows, self)
        self.setItemDelegate(self.drawing)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(SIZES.touch))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self._arrange()
        self.head.sectionClicked.connect(self._sort)
        self.head.sectionMoved.connect(lambda *_: self._keep())
        self.head.sectionResized.connect(self._resized)
        self.head.customContextMenuRequested.connect(
            lambda at: self.columns_menu(self).popup(self.head.mapToGlobal(at))
        )
        self.verticalScrollBar().valueChanged.connect(lambda _: rows.scrolled())
        self.clicked.connect(lambda index: self.opened.emit(self._call(index)))
        rows.at_top = lambda: self.verticalScrollBar().value() == 0
        rows.seen = self._seen
        rows.modelAboutToBeReset.connect(self._remember_row)
        rows.modelReset.connect(self._find_row)
        rows.link.head_changed.connect(self._fill)
        self._row_before = ""

    # ---- which columns

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those that are wanted, from left to right: seen, or left out as there is no room for them."""
        order = [COLUMNS[self.head.logicalIndex(i)] for i in range(len(COLUMNS))]
        return tuple(of for of in order if self._ticked.get(of, True))

    def _arrange(self) -> None:
        """As they were left."""
        head = self.head
        self._choosing = True
        try:
            kept = json.loads(self.look.kept(KEPT))
            names = [Column(name) for name, _, _ in kept]
            if sorted(names) != sorted(COLUMNS) or all(tick is False for _, _, tick in kept):
                raise ValueError
            self._widths = {
                Column(name): min(max(int(width), NARROWEST), 2000)
                for name, width, _ in kept
                if width is not None
            }
            self._ticked = {Column(name): bool(tick) for name, _, tick in kept if tick is not None}
            for at, name in enumerate(names):
                head.moveSection(head.visualIndex(COLUMNS.index(name)), at)
        except (ValueError, TypeError):
            self._widths, self._ticked = {}, {}
        self._choosing = False
        self._fill()

    def _resized(self, section: int, _: int, width: int) -> None:
        """Made wider or narrower by hand."""
        if not self._choosing and width:
            self._widths[COLUMNS[section]] = round(width * 1000 / self.look.px(1000))
            self._keep()

    def _keep(self) -> None:
        if self._choosing:
            return
        order = [COLUMNS[self.head.logicalIndex(i)] for i in range(len(COLUMNS))]
        kept = [(of.value, self._widths.get(of), self._ticked.get(of)) for of in order]
        self.look.keep(KEPT, json.dumps(kept))

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Which columns are seen: at least one is."""
        menu = TickMenu(parent)
        menu.setAccessibleName(translate("LogTable", "Columns"))

        def refresh() -> None:
            seen = [not self.isColumnHidden(i) for i in range(len(COLUMNS))]
            for action, shown in zip(menu.actions(), seen, strict=True):
                action.setChecked(shown)
                action.setEnabled(not shown or sum(seen) > 1)

        def choose(n: int, action: QAction) -> None:
            self._show_column(n, action.isChecked())
            refresh()

        for i, of in enumerate(COLUMNS):
            action = menu.addAction(column(of))
            action.setCheckable(True)
            action.triggered.connect(partial(choose, i, action))
        refresh()
        menu.aboutToShow.connect(refresh)
        return menu

    def _show_column(self, n: int, on: bool) -> None:
        self._ticked[COLUMNS[n]] = on
        self._keep()
        self._fill()

    def _fill(self) -> None:
        """Who it was takes the room that the others leave; where there is too little, all give some."""
        room = self.viewport().width()
        needs = least(self.look, self.rows.link.head, self.rows.order.column)
        out = left_out(needs, self.columns, self._ticked, room)
        shown = tuple(of for of in self.columns if of not in out)
        cut_names(self.look, needs, shown, room)
        wide = shared(self.look, needs, self._widths, shown, room)
        self._choosing = True
        for i, of in enumerate(COLUMNS):
            self.setColumnHidden(i, of not in shown)
            if of in shown:
                self.setColumnWidth(i, wide[of])
        self._choosing = False

    def _sort(self, section: int) -> None:
        of, order = COLUMNS[section], self.rows.order
        down = not order.descending if of is order.column else of in FIRST_DOWN
        self.sorted_anew.emit(Sort(column=of, descending=down))

    # ---- which row

    def _seen(self) -> tuple[int, int]:
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        return max(first, 0), last if last >= 0 else len(self.rows.rows) - 1

    def _call(self, index: Index) -> str:
        row = index.row()
        return self.rows.rows[row].call if 0 <= row < len(self.rows.rows) else ""

    @property
    def chosen(self) -> str:
        """The call that is chosen, or nothing."""
        return self._call(self.currentIndex())

    def choose(self, row: int) -> None:
        """Have this row chosen and seen."""
        if 0 <= row < len(self.rows.rows):
            self.setCurrentIndex(self.rows.index(row, self._first_column()))

    def _first_column(self) -> int:
        return COLUMNS.index(self.columns[0])

    def _remember_row(self) -> None:
        self._row_before = self.chosen

    def _find_row(self) -> None:
        row = self.rows.row_of(self._row_before) if self._row_before else -1
        if row >= 0:
            self.choose(row)
        self._fill()
        self.scrollToTop()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Arrows and presses."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.looked_at.emit(self._call(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the story; Home and End go to the first and the last row."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chosen:
                self.opened.emit(self.chosen)
        elif key is Qt.Key.Key_Home:
            self.choose(0)
            self.scrollToTop()
        elif key is Qt.Key.Key_End:
            self.choose(len(self.rows.rows) - 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.chosen:
            self.choose(0)
        elif event.text() and event.text().isprintable():
            event.ignore()  # a letter is for the search, not for Qt's own
        else:
            super().keyPressEvent(event)

    # ---- the rest

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first press opened the story, and the rows may have moved: the second is for none of them."""
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """The row under the pointer is one thing, not a cell."""
        kind = event.type()
        if kind is QEvent.Type.MouseMove or kind is QEvent.Type.Leave:
            under = self.rowAt(int(event.position().y())) if isinstance(event, QMouseEvent) else -1
            if under != self.drawing.under:
                self.drawing.under = under
                self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width; the chosen row stays in sight where it was."""
        chosen = self.currentIndex()
        top = self.rowViewportPosition(chosen.row()) if chosen.isValid() else -1
        super().resizeEvent(event)
        self._fill()
        if 0 <= top < event.oldSize().height():
            self.scrollTo(chosen)
        self.rows.scrolled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is drawn round the row."""
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the ring round the one the keyboard is on."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            px = self.look.px
            top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
            width = min(self.head.length(), self.viewport().width())
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.colour("focus"), px(2)))
            painter.drawRoundedRect(QRectF(px(1), top + px(1), width - px(2), height - px(3)), px(6), px(6))
            painter.end()
