"""The steps of a story under one another: when, a sign on a line from ring to end, what happened, what was
written.

One list for the eye, the keyboard and a screen reader: each row is an item that says all of itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.log_types import LogHead, Step, Story
from ui import story_call, story_said
from ui.bits import paint_box
from ui.glyphs import paint_glyph
from ui.look import Look
from ui.theme import SIZES

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with its words, or a heading (without a step) above the steps of another day."""

    time: str
    text: str
    below: tuple[str, ...] = ()
    step: Step | None = None


def rows_of(story: Story, head: LogHead) -> tuple[StepRow, ...]:
    """The call itself in seconds from its ring, then the days after it."""
    during = story_call.in_call(story)
    rows, day = [], ""
    for step in story_call.told(story):
        within = bool(during) and step.at <= during[-1].at
        if not within:
            new = story_said.at_day(step.at, head)
            if new != day:
                rows.append(StepRow("", new))
                day = new
        time = story_call.since_ring(step, story.row) if within else story_said.clock(step.at, head)
        rows.append(StepRow(time, story_said.step(step, story, head), story_said.below(step), step))
    return tuple(rows)


class _Steps(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[StepRow, ...] = ()

    def show(self, rows: tuple[StepRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(part for part in (f"{row.time} {row.text}".strip(), *row.below) if part)
        return None


class _Drawn(QStyledItemDelegate):
    def __init__(self, look: Look, view: StepList) -> None:
        super().__init__(view)
        self.look, self.view = look, view
        self.font, self.quiet = look.font(SIZES.body), look.font(SIZES.small)
        self.strong = look.font(SIZES.small, strong=True)
        self.times = 0

    def make_room_for(self, rows: tuple[StepRow, ...]) -> None:
        """The column of times is as wide as the longest."""
        metrics = QFontMetrics(self.quiet)
        self.times = max((metrics.horizontalAdvance(row.time) for row in rows), default=0)

    def _left(self) -> int:
        return self.look.px(8) + self.times + self.look.px(8 + 24 + 8)

    def _heights(self, row: StepRow, width: int) -> tuple[int, list[int]]:
        room = max(width - self._left() - self.look.px(8), 40)
        if row.step is None:
            return QFontMetrics(self.strong).height() + self.look.px(12), []
        main = _height(QFontMetrics(self.font), room, row.text)
        return main, [_height(QFontMetrics(self.quiet), room, text) for text in row.below]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        main, below = self._heights(index.data(ROW), self.view.room)
        return QSize(self.look.px(160), main + sum(below) + self.look.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, row = self.look, self.look.px, index.data(ROW)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        main, below = self._heights(row, rect.width())
        top, left = rect.top() + px(5), self._left()
        if option.state & QStyle.StateFlag.State_Selected and self.view.hasFocus():
            box = QRectF(rect).adjusted(1, 1, -1, -1)
            paint_box(painter, look, box, "tint", "focus", SIZES.radius_small)
        if row.step is None:
            painter.setFont(self.strong)
            painter.setPen(look.colour("soft"))
            inside = rect.adjusted(px(8), 0, -px(8), -px(3))
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.text)
            painter.restore()
            return
        self._line(painter, rect, index, top)
        painter.setFont(self.quiet)
        painter.setPen(look.colour("soft"))
        middle = (QFontMetrics(self.font).height() - QFontMetrics(self.quiet).height()) // 2
        painter.drawText(
            QRect(rect.left() + px(8), top + middle, self.times, main),
            int(Qt.AlignmentFlag.AlignRight),
            row.time,
        )
        room = rect.width() - left - px(8)
        painter.setFont(self.font)
        painter.setPen(look.colour("ink"))
        painter.drawText(QRect(rect.left() + left, top, room, main), WRAPPED, row.text)
        top += main
        painter.setFont(self.quiet)
        painter.setPen(look.colour("soft"))
        for text, height in zip(row.below, below, strict=True):
            painter.drawText(QRect(rect.left() + left, top, room, height), WRAPPED, text)
            top += height
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, index: Index, top: int) -> None:
        """The line from step to step, and this step's sign on it."""
        look, px, row = self.look, self.look.px, index.data(ROW)
        rows = self.view.steps.rows
        middle = rect.left() + px(8) + self.times + px(8) + px(12)
        side = px(14)
        y = top + QFontMetrics(self.font).height() // 2
        painter.setPen(QPen(look.colour("edge"), max(px(2), look.c.border)))
        if index.row() and rows[index.row() - 1].step is not None:
            painter.drawLine(middle, rect.top(), middle, y - side // 2 - px(3))
        if index.row() + 1 < len(rows) and rows[index.row() + 1].step is not None:
            painter.drawLine(middle, y + side // 2 + px(3), middle, rect.bottom() + 1)
        name, colour = story_call.glyph(row.step)
        if name == "dot":
            side = px(10)
        paint_glyph(painter, name, look, colour, QRectF(middle - side / 2, y - side / 2, side, side))


def _height(metrics: QFontMetrics, room: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, room, 10_000), WRAPPED, text).height()


class StepList(QListView):
    """As high as all its rows: what is round it scrolls. `chosen` brings the step Enter was pressed on."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.steps = look, _Steps()
        self.setAccessibleName(translate("Story", "What happened"))
        self.setModel(self.steps)
        self._drawn = _Drawn(look, self)
        self.setItemDelegate(self._drawn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(lambda index: self.chosen.emit(index.data(ROW).step))

    @property
    def room(self) -> int:
        """The width that rows have."""
        return self.viewport().width()

    def show_story(self, story: Story, head: LogHead) -> None:
        """Have these steps; the row that has the keyboard keeps it when the story has only grown."""
        at = self.currentIndex().row()
        self.steps.show(rows_of(story, head))
        self._drawn.make_room_for(self.steps.rows)
        if 0 <= at < self.steps.rowCount():
            self.setCurrentIndex(self.steps.index(at))
        self._settle()

    def _settle(self) -> None:
        option, model = QStyleOptionViewItem(), self.steps
        heights = (self._drawn.sizeHint(option, model.index(i)).height() for i in range(model.rowCount()))
        height = sum(heights) + 2 * self.frameWidth()
        if height != self.height():
            self.setFixedHeight(height)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._settle()
