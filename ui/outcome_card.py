"""How did it go? One key after a call back: the likely answer is the large button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from desk.core.model import Outcome
from ui import words
from ui.bits import column
from ui.button import Button
from ui.look import Look
from ui.refusal import Refusal
from ui.truth import Truth

translate = QCoreApplication.translate
OTHERS = (Outcome.NO_ANSWER, Outcome.BUSY, Outcome.VOICEMAIL, Outcome.WRONG_NUMBER)
"""What may also have happened although somebody picked up; the keys 2 to 5, as on a promise's card."""


class OutcomeCard(QWidget):
    """Inside the Next card: Reached, the others, and a note that goes with whichever is pressed."""

    def __init__(self, look: Look, truth: Truth, refusal: Refusal) -> None:
        super().__init__()
        self.look, self.truth, self.refusal = look, truth, refusal
        self.promise: int | None = None
        inside = column(look, self, gap=8)
        inside.setContentsMargins(0, look.px(8), 0, 0)
        self.note = QLineEdit()
        self.note.setPlaceholderText(translate("Promise", "A note, if there is something to remember"))
        self.note.setAccessibleName(translate("Promise", "Note"))
        self.note.setMaxLength(500)
        self.note.returnPressed.connect(lambda: self.say(Outcome.REACHED))
        inside.addWidget(self.note)
        self.reached = Button(look, words.outcome(Outcome.REACHED), key="F3", kind="main")
        self.reached.clicked.connect(lambda: self.say(Outcome.REACHED))
        inside.addWidget(self.reached)
        self.others: dict[Outcome, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for i, outcome in enumerate(OTHERS):
            button = Button(look, words.outcome(outcome), key=str(i + 2))
            button.clicked.connect(lambda _=False, o=outcome: self.say(o))
            self.others[outcome] = button
            grid.addWidget(button, i // 2, i % 2)
        inside.addLayout(grid)

    def about(self, promise: int) -> None:
        """Ask about this one; another one's note is not carried over."""
        if promise != self.promise:
            self.promise = promise
            self.note.clear()

    def offer_enter(self) -> None:
        """Enter says Reached if the keyboard is on nothing in particular."""
        if self.isVisible() and QApplication.focusWidget() in (None, self.window()):
            self.reached.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, outcome: Outcome) -> None:
        """That is how it went."""
        if self.promise is not None:
            note = self.note.text().strip()
            self.truth.attempt(self.promise, outcome, note, self.note.clear, self.refusal.say)

    def press(self, digit: int) -> bool:
        """2 to 5, from wherever the keyboard is but a field; False when it means nothing here."""
        if self.isVisible() and 2 <= digit < 2 + len(OTHERS):
            self.others[OTHERS[digit - 2]].click()
            return True
        return False
