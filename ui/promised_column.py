"""Promised: every open promise by its time; a press on one opens its card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk.core.model import Why
from desk.core.views import PromiseView
from ui import next_said, words
from ui.bits import Card, Words, column, heading, paint_box
from ui.button import paint_ring
from ui.glyphs import Glyph
from ui.look import Look
from ui.rows import Rows
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate


class PromiseRow(QPushButton):
    """The time, the caller, and how long there is left; late has a triangle beside it."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__()
        self.look, self.truth, self.by_mouse = look, truth, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        self.time = Words(look, SIZES.name, strong=True)
        metrics, asap = self.time.fontMetrics(), translate("Promised", "asap")
        self.time.setFixedWidth(
            max(metrics.horizontalAdvance("00:00"), metrics.horizontalAdvance(asap)) + px(2)
        )
        row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(px(2))
        self.who = Words(look, SIZES.name)
        below = QHBoxLayout()
        below.setSpacing(px(8))
        self.sign = Glyph(look, "late", "warn", size=14)
        self.left = Words(look, SIZES.small, colour="soft")
        below.addWidget(self.sign)
        below.addWidget(self.left, 1)
        text.addWidget(self.who)
        text.addLayout(below)
        row.addLayout(text, 1)

    def refresh(self, promise: PromiseView) -> None:
        """Draw what differs."""
        view = self.truth.view
        assert view is not None
        now, by = self.truth.now(), promise.promised_by
        late = by is not None and by < now
        soon = by is not None and not late and by - now <= timedelta(seconds=view.warn_before)
        put_off = promise.put_off_until is not None and promise.put_off_until > now
        if by is None:
            time, left = translate("Promised", "asap"), words.why_short(promise, view, now)
        else:
            full = words.clock(by, view.time_zone, now)
            time = full[-5:]
            near = words.left(by, now) if late or soon else words.until(by, now)
            left = near if len(full) == 5 else full
        if put_off and promise.put_off_until is not None:
            again = words.clock(promise.put_off_until, view.time_zone, now)
            left = translate("Promised", "put off until %1").replace("%1", again)
        elif promise.breaks_through:
            left = translate("Promised", "calls again, %1").replace("%1", left)
        elif promise.outcome_wanted:
            left = translate("Promised", "how did it go?")
        elif calling := next_said.calling_short(promise, self.truth.link.by):
            left = calling
        tone = "warn" if late and not put_off else "soft"
        self.time.say(time, "warn" if late and not put_off else "ink" if by is not None else "soft")
        self.who.say(words.who(promise, view))
        self.left.say(left, "ink" if soon and not put_off else tone)
        message = promise.why is Why.MESSAGE or bool(promise.messages)
        self.sign.setVisible((late and not put_off) or message)
        self.sign.show_as("late" if late and not put_off else "message", tone)
        self.setAccessibleName(f"{time}, {words.who(promise, view)}, {left}")

    def sizeHint(self) -> QSize:
        """As high as its two lines, and never under what a finger needs."""
        layout = self.layout()
        hint = layout.sizeHint() if layout is not None else super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.look.px(SIZES.touch)))

    def minimumSizeHint(self) -> QSize:
        """Names may be elided."""
        layout = self.layout()
        width = layout.minimumSize().width() if layout is not None else 0
        return QSize(width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground under the pointer, a ring under the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            paint_box(painter, self.look, QRectF(self.rect()), "sunk", "", SIZES.radius_small)
        if self.hasFocus() and not self.by_mouse:
            paint_ring(painter, self.look, self)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A press with the pointer needs no ring."""
        self.by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the arrows walk along the list."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class PromisedColumn(QWidget):
    """All that is owed, in the order the engine gives it."""

    def __init__(self, look: Look, truth: Truth, open_promise: Callable[[int], None]) -> None:
        super().__init__()
        self.look, self.truth, self.open_promise = look, truth, open_promise
        self.items: dict[int, PromiseRow] = {}
        layout = column(look, self, gap=12)
        self.heading = heading(look, translate("Promised", "PROMISED"))
        layout.addWidget(self.heading)
        self.card = Card(look)
        self.card.setMinimumHeight(look.px(SIZES.card))
        inside = column(look, self.card, margin=8, gap=0)
        self.empty = Words(look, SIZES.body, colour="soft", lines=4)
        self.empty.say(
            translate("Promised", "Nothing is promised. Callbacks and messages stand here by their time.")
        )
        self.empty.setContentsMargins(0, 0, 0, 0)
        self.empty_box = QWidget()
        column(look, self.empty_box, margin=12).addWidget(self.empty)
        self.rows = Rows(look, gap=0)
        inside.addWidget(self.empty_box)
        inside.addWidget(self.rows)
        inside.addStretch(0)
        layout.addWidget(self.card)
        layout.addStretch(1)

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        if view is None:
            return
        for id in set(self.items) - {p.id for p in view.promises}:
            self.rows.let_go(self.items.pop(id))
        for i, promise in enumerate(view.promises):
            row = self.items.get(promise.id)
            if row is None:
                row = self.items[promise.id] = PromiseRow(self.look, self.truth)
                row.clicked.connect(lambda _=False, id=promise.id: self.open_promise(id))
            self.rows.place(i, row)
            row.refresh(promise)
        self.rows.settle()
        self.rows.setVisible(bool(view.promises))
        self.empty_box.setVisible(not view.promises)
        count = len(view.promises)
        title = translate("Promised", "PROMISED")
        self.heading.say(f"{title}  {count}" if count else title)
