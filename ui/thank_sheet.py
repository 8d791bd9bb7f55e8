"""A thank-you for somebody at the desk: seen there, and counted beside the promises that were kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk.link_types import Reply, Thank
from ui.bits import Words
from ui.button import Button
from ui.log_link import Corrections
from ui.look import Look
from ui.problem_card import ProblemCard
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate


class ThankSheet(Sheet):
    """One press is enough; a word can go with it."""

    def __init__(self, look: Look, corrections: Corrections, over: QWidget, to: str, call: str) -> None:
        thank = translate("Thank", "Thank %1").replace("%1", to)
        super().__init__(look, over, thank, widest=560)
        self.corrections, self.to, self.call = corrections, to, call
        self._left = False
        self.closed.connect(self._leaving)
        seen = translate("Thank", "It is shown at the desk, and counted in the log.")
        self.body.addWidget(Words(look, SIZES.body, colour="soft", lines=3, text=seen))
        self.text = QLineEdit()
        self.text.setMaxLength(500)
        self.text.setPlaceholderText(translate("Thank", "A word to go with it, if you like"))
        self.text.setAccessibleName(translate("Thank", "A word to go with it"))
        self.text.returnPressed.connect(self.thank)
        self.body.addWidget(self.text)
        self.problem = ProblemCard(look)
        self.problem.phone.hide()
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        self.button = Button(look, thank, key=translate("Keys", "Enter"), kind="main")
        self.button.clicked.connect(self.thank)
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.first = self.text

    @property
    def unsaved(self) -> str:
        """A word that was begun."""
        return translate("Thank", "Your thank-you is not sent yet.") if self.text.text().strip() else ""

    def thank(self) -> None:
        """Have it written down."""
        self.button.setEnabled(False)
        request = Thank(to=self.to, text=self.text.text().strip(), call=self.call)
        self.corrections.ask(request, self._answered)

    def _leaving(self) -> None:
        self._left = True

    def _answered(self, reply: Reply) -> None:
        if self._left:
            return
        self.button.setEnabled(True)
        if reply.ok:
            self.leave()
            return
        self.problem.say_what(reply.happened, reply.do)
        self.problem.show()
