"""A question where the person looks, with its answers as buttons; nothing else is stopped by it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.bits import Card, Words, column, empty
from ui.button import Button
from ui.look import Look
from ui.theme import SIZES

Answer = tuple[str, Callable[[], None]]


class Question(Card):
    """The answers from left to right; the last changes nothing and has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_ground", "warn" if look.c.border > 1 else "")
        inside = column(look, self, margin=12, gap=8)
        self.words = Words(look, SIZES.body, strong=True, lines=3)
        inside.addWidget(self.words)
        self.row = QHBoxLayout()
        self.row.setSpacing(look.px(8))
        inside.addLayout(self.row)
        self.answers: list[Button] = []
        self.hide()

    def ask(self, text: str, *answers: Answer) -> None:
        """Ask this."""
        self.words.say(text)
        self.setAccessibleName(text)
        empty(self.row)
        self.answers = []
        for label, does in answers:
            button = Button(self.look, label)
            button.clicked.connect(lambda _=False, d=does: self._answered(d))
            self.row.addWidget(button)
            self.answers.append(button)
        self.row.addStretch(1)
        self.show()
        self.answers[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def _answered(self, does: Callable[[], None]) -> None:
        self.hide()
        does()
