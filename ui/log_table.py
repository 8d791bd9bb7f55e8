"""The table of the log: its rows are drawn, its columns chosen, moved, widened, sorted, and remembered."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desk.log_types import Column, LogRow, Sort
from ui.bits import tip
from ui.glyphs import paint_glyph
from ui.log_cells import also, shape, who
from ui.log_rows import COLUMNS, ROW, LogRows
from ui.log_said import column, end_meaning
from ui.look import Look
from ui.theme import SIZES

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
WIDTHS = {
    Column.TIME: 168, Column.WHO: 260, Column.CHANNEL: 92, Column.MET: 92, Column.CHOSE: 108,
    Column.PROMISED_BY: 168, Column.END: 176, Column.BY: 120, Column.MINUTES: 156,
}  # fmt: skip
"""Pixels at 100 %. Who takes the room that is left."""
LEAST = {
    Column.TIME: 140, Column.WHO: 160, Column.CHANNEL: 76, Column.MET: 84, Column.CHOSE: 100,
    Column.PROMISED_BY: 140, Column.END: 160, Column.BY: 96, Column.MINUTES: 84,
}  # fmt: skip
"""What can still be read, where there is little room; beyond that the table scrolls sideways."""
NARROWEST = 64
RIGHT = (Column.MINUTES,)
FIRST_DOWN = (
    Column.TIME,
    Column.PROMISED_BY,
    Column.MINUTES,
)  # what one wants to see first of these is the last
KEPT = "log/columns"


class _Cell(QStyledItemDelegate):
    def __init__(self, look: Look, table: LogTable) -> None:
        super().__init__(table)
        self.look, self.table = look, table
        self.body, self.strong, self.small = look.font(), look.font(strong=True), look.font(SIZES.small + 1)
        self.metrics = {id(f): QFontMetrics(f) for f in (self.body, self.strong, self.small)}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.px(NARROWEST), self.look.px(SIZES.touch))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, LogRow):
            return
        look, px, of = self.look, self.look.px, COLUMNS[index.column()]
        rect, state = QRect(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, look.colour("tint"))
        elif self.table.under == index.row():
            painter.fillRect(rect, look.colour("sunk"))
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(px(12), 0, -px(8), -1)
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
            self._text(painter, inside, str(index.data() or ""), self.body, quiet, of in RIGHT)
        painter.restore()

    def _who(self, painter: QPainter, inside: QRect, row: LogRow) -> None:
        head = self.table.rows.link.head
        used = self._text(painter, inside, who(row, head), self.strong, "ink")
        beside = also(row, head)
        if beside:
            rest = inside.adjusted(used + self.look.px(8), 0, 0, 0)
            if rest.width() > self.look.px(24):
                self._text(painter, rest, beside, self.small, "soft")

    def _text(
        self, painter: QPainter, box: QRect, text: str, font: object, colour: str, right: bool = False
    ) -> int:
        """Draw it on one line, elided; its width."""
        if not text:
            return 0
        metrics = self.metrics[id(font)]
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)  # type: ignore[arg-type]
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


class _Header(QHeaderView):
    """What stands above the columns, drawn as the rest: words, and an arrow where it is sorted."""

    def __init__(self, look: Look, table: LogTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.look, self.table = look, table
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
        of, order = COLUMNS[section], self.table.rows.order
        painter.save()
        painter.fillRect(rect, look.colour("card"))
        painter.setPen(QPen(look.colour("edge"), look.c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.visualIndex(section) > 0:
            painter.drawLine(rect.left(), rect.top() + px(12), rect.left(), rect.bottom() - px(12))
        inside = rect.adjusted(px(12), 0, -px(8), 0)
        painter.setFont(self.font())
        is_sorted = of is order.column
        painter.setPen(look.colour("ink" if is_sorted else "soft"))
        metrics = QFontMetrics(self.font())
        side = px(12)
        room = inside.width() - (side + px(6) if is_sorted else 0)
        said = metrics.elidedText(column(of), Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        if of in RIGHT:
            words = inside.adjusted(0, 0, -(side + px(6)) if is_sorted else 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, said)
            at = inside.right() - side
        else:
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | middle, said)
            at = inside.left() + metrics.horizontalAdvance(said) + px(6)
        if is_sorted:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(at, rect.center().y() - side / 2 + 1, side, side)
            paint_glyph(painter, "down" if order.descending else "up", look, "ink", box)
        painter.restore()


class LogTable(QTableView):
    """Rows of a `LogRows`. `opened` brings a call whose story is wanted, `looked_at` one the keyboard is on.

    `sorted_anew` says that another order is wanted.
    """

    opened = Signal(str)
    looked_at = Signal(str)
    sorted_anew = Signal(object)

    def __init__(self, look: Look, rows: LogRows) -> None:
        super().__init__()
        self.look, self.rows, self.under = look, rows, -1
        self._choosing, self._widths = False, dict(WIDTHS)
        self.setAccessibleName(translate("LogTable", "Interruptions"))
        self.head = _Header(look, self)
        self.setHorizontalHeader(self.head)
        self.setModel(rows)
        self.setItemDelegate(_Cell(look, self))
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
        self._row_before = ""

    # ---- which columns

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those that are seen, from left to right."""
        order = [self.head.logicalIndex(i) for i in range(len(COLUMNS))]
        return tuple(COLUMNS[i] for i in order if not self.head.isSectionHidden(i))

    def _arrange(self) -> None:
        """As they were left."""
        head = self.head
        self._choosing = True
        try:
            kept = json.loads(self.look.kept(KEPT))
            names = [Column(name) for name, _, _ in kept]
            if sorted(names) != sorted(COLUMNS) or not any(shown for _, _, shown in kept):
                raise ValueError
            self._widths = {Column(name): min(max(int(width), NARROWEST), 2000) for name, width, _ in kept}
            for at, (name, _, shown) in enumerate(kept):
                i = COLUMNS.index(Column(name))
                head.moveSection(head.visualIndex(i), at)
                self.setColumnHidden(i, not shown)
        except (ValueError, TypeError):
            self._widths = dict(WIDTHS)
            self.setColumnHidden(COLUMNS.index(Column.CHANNEL), True)
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
        order = [self.head.logicalIndex(i) for i in range(len(COLUMNS))]
        kept = [(COLUMNS[i].value, self._widths[COLUMNS[i]], not self.isColumnHidden(i)) for i in order]
        self.look.keep(KEPT, json.dumps(kept))

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Which columns are seen: at least one is."""
        menu = QMenu(parent)
        menu.setAccessibleName(translate("LogTable", "Columns"))
        shown = self.columns
        for i, of in enumerate(COLUMNS):
            action = menu.addAction(column(of))
            action.setCheckable(True)
            action.setChecked(of in shown)
            action.setEnabled(shown != (of,))
            action.toggled.connect(lambda on, n=i: self._show_column(n, on))
        return menu

    def _show_column(self, n: int, on: bool) -> None:
        self.setColumnHidden(n, not on)
        self._keep()
        self._fill()

    def _fill(self) -> None:
        """Who it was takes the room that the others leave; where there is too little, all give some."""
        px, room, shown = self.look.px, self.viewport().width(), self.columns
        widths: dict[Column, int] = {of: px(self._widths[of]) for of in shown if of is not Column.WHO}
        spare = {of: max(width - px(LEAST[of]), 0) for of, width in widths.items()}
        who = px(LEAST[Column.WHO]) if Column.WHO in shown else 0
        lacks = min(max(sum(widths.values()) + who - room, 0), sum(spare.values()))
        for of in widths:
            widths[of] -= -(-spare[of] * lacks // max(sum(spare.values()), 1))
        widths[Column.WHO] = max(room - sum(widths.values()), who)
        self._choosing = True
        for of in shown:
            self.setColumnWidth(COLUMNS.index(of), widths[of])
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

    def viewportEvent(self, event: QEvent) -> bool:
        """The row under the pointer is one thing, not a cell."""
        kind = event.type()
        if kind is QEvent.Type.MouseMove or kind is QEvent.Type.Leave:
            at: Callable[[], object] | None = getattr(event, "position", None)
            point = at() if at is not None else None
            under = self.rowAt(int(point.y())) if point is not None else -1  # type: ignore[attr-defined]
            if under != self.under:
                self.under = under
                self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Fill the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fill()
        self.rows.scrolled()

    def focusInEvent(self, event: object) -> None:
        """The ring is drawn round the row."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def paintEvent(self, event: object) -> None:
        """The rows, and the ring round the one the keyboard is on."""
        super().paintEvent(event)  # type: ignore[arg-type]
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
