"""Still serving? Asked gently when Serving has been on for long: no sound, no focus, nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.core.model import Presence
from desk.link_types import StillServingYes
from ui.bits import Words
from ui.button import Button
from ui.look import Look
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate


class StillServing(QWidget):
    """A line with two answers, where there was nothing before."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__()
        self.truth = truth
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.question = Words(look, SIZES.body, colour="soft", text=translate("Still", "Still serving?"))
        self.yes = Button(look, translate("Still", "Yes"), name=translate("Still", "Yes, still serving"))
        self.yes.clicked.connect(lambda: truth.ask(StillServingYes()))
        self.no = Button(look, translate("Still", "No, free"))
        self.no.clicked.connect(lambda: truth.choose(Presence.FREE))
        row.addWidget(self.question)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        self.hide()

    def refresh(self) -> None:
        """There while the engine wants to know."""
        view = self.truth.view
        asked = view is not None and view.still_serving_since is not None
        if asked is self.isHidden():
            self.setVisible(asked)
