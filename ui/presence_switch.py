"""Free, Serving, Away: the switch that decides how a call is met."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk.core.model import Presence
from ui import words
from ui.bits import paint_box
from ui.button import Button
from ui.look import Look
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
CHOICES = (Presence.FREE, Presence.SERVING, Presence.AWAY)


class _Choice(Button):
    """Pressing it asks the engine; it is marked only when the engine says that it is so.

    A screen reader hears one choice of several, as of radio buttons. To Qt each is a group of its own: in a
    common one an arrow that goes to the next would press it, and callers would be met in another way.
    """

    def __init__(self, look: Look, key: str = "") -> None:
        super().__init__(look, kind="quiet", key=key)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)

    def nextCheckState(self) -> None:
        """Not by the press itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next, as Tab does."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusPreviousChild()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class PresenceSwitch(QWidget):
    """Three choices in one trough; Serving says how long it has been."""

    def __init__(self, look: Look, truth: Truth, key: str = "F2") -> None:
        super().__init__()
        self.look, self.truth = look, truth
        self.setAccessibleName(translate("Switch", "What the desk is doing"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        edge = look.px(4)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(look.px(4))
        self.choices: dict[Presence, Button] = {}
        for presence in CHOICES:
            button = _Choice(look, key=key if presence is Presence.SERVING else "")
            if (
                presence is not Presence.FREE
            ):  # room for its time from the start: nothing moves when it begins
                button.widest = words.presence(presence) + " 00:00"
            button.clicked.connect(lambda _=False, p=presence: self.press(p))
            self.choices[presence] = button
            row.addWidget(button)
        self.refresh()

    def press(self, presence: Presence) -> None:
        """A click on the one that is on does nothing."""
        if self.truth.view is None or self.truth.view.chosen is not presence:
            self.truth.choose(presence)

    def refresh(self) -> None:
        """Show what the engine says."""
        view = self.truth.view
        for presence, button in self.choices.items():
            on = view is not None and view.chosen is presence
            word = words.presence(presence)
            if on and view is not None and presence is not Presence.FREE:
                word = f"{word} {words.between(self.truth.now(), view.since)}".rstrip()
            button.say(word)
            button.be("chosen" if on else "quiet")
            button.setChecked(on)
            button.setEnabled(self.truth.fresh)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "edge" if self.look.c.border > 1 else ""
        paint_box(painter, self.look, QRectF(self.rect()), "sunk", edge, SIZES.radius)
        painter.end()
