"""How loud it is just now while somebody is spoken with: what we say above, what we hear below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk.link_types import Levels
from ui.bits import column
from ui.glyphs import Glyph
from ui.level_bar import LevelBar
from ui.look import Look
from ui.truth import Truth

translate = QCoreApplication.translate


class LevelBars(QWidget):
    """Two bars that have the levels brought only while they are looked at, and stand still while Serving."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__()
        self.truth, self.listening = truth, False
        inside = column(look, self, gap=4)
        self.mine = LevelBar(look, translate("Levels", "How loud you are"))
        self.theirs = LevelBar(look, translate("Levels", "How loud the caller is"))
        inside.addStretch(1)
        for sign, bar in (("microphone", self.mine), ("speaker", self.theirs)):
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            row.addWidget(Glyph(look, sign, size=14))
            row.addWidget(bar, 1)
            inside.addLayout(row)
        inside.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        truth.link.levels.connect(self._came)

    def listen(self, on: bool) -> None:
        """Have the levels brought, or no more."""
        on = on and not self.truth.serving
        if on != self.listening:
            self.listening = on
            self.truth.link.watch_levels(on)
            self._draw(0.0, 0.0)

    def _came(self, levels: Levels) -> None:
        if self.listening:
            self._draw(levels.microphone, levels.speaker)

    def _draw(self, mine: float, theirs: float) -> None:
        self.mine.show_level(mine)
        self.theirs.show_level(theirs)
