"""A sheet over the desk: help, or one promise. Inside the window: a kiosk has no window manager."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.bits import Card, Words, column, let_go_of_keyboard
from ui.button import Button
from ui.look import Look
from ui.scrolling import Scrolling
from ui.theme import SIZES

translate = QCoreApplication.translate


class _Inside(QWidget):
    """As high as it must be: what can be smaller, as a list, is made so before all of it scrolls."""

    def heightForWidth(self, width: int) -> int:
        """What the scroll area round it asks."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class Sheet(QWidget):
    """Covers its parent; the keyboard stays inside until it is closed, then goes back to where it was."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget, title: str, widest: int = 760) -> None:
        super().__init__(parent)
        self.look, self.widest, self.over = look, widest, parent
        self._before = QApplication.focusWidget()
        px = look.px
        self.card = Card(look)
        self.card.setParent(self)
        outer = column(look, self.card, gap=16)
        outer.setContentsMargins(px(28), px(20), px(12), px(20))
        top = QHBoxLayout()
        top.setSpacing(px(16))
        self.title = Words(look, SIZES.title, strong=True, lines=2, text=title)
        self.close_button = Button(look, translate("Sheet", "Close"), key="Esc", kind="quiet")
        self.close_button.clicked.connect(self.leave)
        self.meanwhile = Button(look)
        self.meanwhile.setMaximumWidth(px(300))
        self.meanwhile.clicked.connect(lambda: self._meanwhile())
        self.meanwhile.hide()
        self._meanwhile: Callable[[], None] = self.leave
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.meanwhile, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(top)
        self.inside = inside = _Inside()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, px(16), px(4))
        self.body.setSpacing(px(12))
        self.area = Scrolling(inside)
        outer.addWidget(self.area, 1)
        self.setAccessibleName(title)
        inside.installEventFilter(self)
        parent.installEventFilter(self)

    @property
    def unsaved(self) -> str:
        """What would be lost if it were closed now, in a sentence; empty when nothing would."""
        return ""

    def offer(self, text: str, key: str, does: Callable[[], None]) -> None:
        """A button beside Close for what goes on meanwhile; none without a text."""
        self._meanwhile = does
        self.meanwhile.press_with(key)
        self.meanwhile.say(text)
        if not text:
            let_go_of_keyboard(self.meanwhile)
        self.meanwhile.setVisible(bool(text))

    def enter(self, first: QWidget | None = None) -> None:
        """Come up, with the keyboard on `first`."""
        self._fit()
        self.show()
        self.raise_()
        (first or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go away and give the keyboard back."""
        self.hide()
        before = self._before
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:  # what had it is gone
            pass
        self.closed.emit()
        self.deleteLater()

    def _fit(self) -> None:
        self.setGeometry(self.over.rect())
        px = self.look.px
        gap = px(12) if self.width() > px(600) else px(8)
        width = min(px(self.widest), self.width() - 2 * gap)
        inside = self.inside
        room = width - px(28) - px(12)
        layout = inside.layout()
        wanted = layout.heightForWidth(room) if layout is not None and layout.hasHeightForWidth() else -1
        wanted = max(wanted, inside.sizeHint().height()) if wanted < 0 else wanted
        beside = self.close_button.sizeHint().width()
        if not self.meanwhile.isHidden():
            beside += min(self.meanwhile.sizeHint().width(), px(300)) + px(16)
        title = self.title.heightForWidth(room - px(16) - beside)
        height = wanted + max(title, px(SIZES.touch)) + px(20) + px(16) + px(20) + px(4)
        height = min(height, self.height() - 2 * gap)
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window changed its size, or what is inside did."""
        if (event.type(), watched) in (
            (QEvent.Type.Resize, self.over),
            (QEvent.Type.LayoutRequest, self.inside),
        ):
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """What is inside changed its size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round inside the sheet."""
        inside = [
            w
            for w in self.card.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus
            and w.isEnabled()
            and w.isVisible()
            and w.focusProxy() is None  # the letters of a date: they are the date's own
        ]
        if not inside:
            return True
        focused = QApplication.focusWidget()
        order = sorted(inside, key=lambda w: w is self.close_button)  # closing comes last
        here = order.index(focused) if focused in order else -1
        target = order[(here + (1 if next else -1)) % len(order)]
        target.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        self.area.ensureWidgetVisible(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk stays visible behind, and is plainly behind."""
        painter = QPainter(self)
        colour = self.look.colour("scrim")
        colour.setAlpha(215)
        painter.fillRect(self.rect(), colour)
        painter.end()
