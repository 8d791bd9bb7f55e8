"""The notice over the whole desk when what stands there must not be read as fresh: there is no engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.bits import Card, Words, column
from ui.button import Button
from ui.look import Look
from ui.theme import SIZES

translate = QCoreApplication.translate


@dataclass(slots=True)
class EngineState:
    """What the keeper knows of the engine, for the notice: nothing, or why there is none.

    `way_on` is what the button says when it is not "Try again".
    """

    title: str = ""
    text: str = ""
    can_try: bool = False
    way_on: str = ""
    try_again: Callable[[], None] = field(default=lambda: None)


class Notice(QWidget):
    """Dims its parent and says why; it takes the mouse, so that nothing stale can be pressed."""

    def __init__(self, look: Look, parent: QWidget, try_again: Callable[[], None]) -> None:
        super().__init__(parent)
        self.look, self.over = look, parent
        self.card = Card(look)
        self.card.setParent(self)
        inside = column(look, self.card, margin=28, gap=12)
        self.title = Words(look, SIZES.title, strong=True, lines=3)
        self.text = Words(look, SIZES.body, colour="soft", lines=12)
        inside.addWidget(self.title)
        inside.addWidget(self.text)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, look.px(8), 0, 0)
        row.setSpacing(look.px(8))
        self.again = Button(look, kind="main")
        self.again.clicked.connect(try_again)
        self.copy = Button(look, translate("Trouble", "Copy details"))
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.again)
        row.addWidget(self.copy)
        row.addStretch(1)
        inside.addWidget(self.buttons)
        parent.installEventFilter(self)
        self.hide()

    def say(self, title: str, text: str = "", can_try: bool = False, way_on: str = "") -> None:
        """Stand over everything with these words, and a button that says `way_on`, or "Try again"."""
        self.again.say(way_on or translate("Notice", "Try again"))
        self.title.say(title)
        self.text.say(text)
        self.text.setVisible(bool(text))
        was_hidden = self.buttons.isHidden()
        self.buttons.setVisible(can_try)
        self.setAccessibleName(f"{title} {text}".strip())
        self._fit()
        self.show()
        self.raise_()
        if can_try and was_hidden and not way_on:  # what cuts calls is not under an Enter typed for a note
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.title.text()}\n{self.text.text()}\n")

    def _fit(self) -> None:
        self.setGeometry(self.over.rect())
        width = min(self.look.px(560), self.width() - self.look.px(32))
        layout = self.card.layout()
        assert layout is not None
        height = min(layout.totalHeightForWidth(width), self.height())
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window changed its size."""
        if event.type() is QEvent.Type.Resize and watched is self.over:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The words changed their size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dimmed, not hidden: the promises can still be made out by somebody who has to."""
        painter = QPainter(self)
        colour = self.look.colour("scrim")
        colour.setAlpha(200)
        painter.fillRect(self.rect(), colour)
        painter.end()
