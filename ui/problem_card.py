"""What is wrong, said where the person looks: two sentences, and the desk phone where that is a way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.bits import Card, Words, column
from ui.button import Button
from ui.glyphs import Glyph
from ui.look import Look
from ui.theme import SIZES

translate = QCoreApplication.translate


class ProblemCard(Card):
    """Hidden until something is wrong. Whether `phone` is shown, and what it does, is its owner's to say."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_ground", "warn" if look.c.border > 1 else "")
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(Glyph(look, "late", "warn", size=16), 0, Qt.AlignmentFlag.AlignTop)
        text = column(look, gap=4)
        self.happened = Words(look, SIZES.body, strong=True, lines=4)
        self.do = Words(look, SIZES.body, lines=4)
        self.phone = Button(look, translate("Refusal", "Use the desk phone"))
        for widget in (self.happened, self.do):
            text.addWidget(widget)
        text.addWidget(self.phone, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(text, 1)
        self.hide()

    def say_what(self, happened: str, do: str) -> None:
        """Both sentences, the second only when there is one."""
        self.happened.say(happened)
        self.do.say(do)
        self.do.setVisible(bool(do))
        self.setAccessibleName(f"{happened} {do}")
