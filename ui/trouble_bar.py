"""Troubles: calmly, one sentence what happened, one what to do, and the details to copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from desk.core.views import Trouble
from ui import troubles_said
from ui.bits import Card, Words, column
from ui.button import Button
from ui.glyphs import Glyph
from ui.look import Look
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
REFUSAL_STAYS = 12_000  # ms


class TroubleBar(Card):
    """One trouble at a time, in the engine's order; that it would not do something stays for some seconds."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__(look, "warn_ground", "")
        self.truth = truth
        self.index = 0
        self.refusal: Trouble | None = None
        self.troubles: tuple[Trouble, ...] = ()
        if look.c.border > 1:
            self.edge = "warn"
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.setSpacing(px(12))
        row.addWidget(Glyph(look, "late", "warn", size=18), 0, Qt.AlignmentFlag.AlignVCenter)
        text = column(look, gap=0)
        self.happened = Words(look, SIZES.body, strong=True, lines=2)
        self.do = Words(look, SIZES.body, lines=2)
        text.addWidget(self.happened)
        text.addWidget(self.do)
        row.addLayout(text, 1)
        self.more = Button(look, kind="quiet")
        self.more.clicked.connect(self._next)
        self.copy = Button(look, translate("Trouble", "Copy details"), kind="quiet")
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.more)
        row.addWidget(self.copy)
        self._forget = QTimer(self, singleShot=True, interval=REFUSAL_STAYS)
        self._forget.timeout.connect(self._forget_refusal)
        self.hide()

    def refuse(self, why: Trouble) -> None:
        """The engine would not do what was asked."""
        self.refusal = why
        self.index = 0
        self._forget.start()
        self.refresh()

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        known = troubles_said.troubles(view, self.truth.now()) if view is not None else ()
        self.troubles = (self.refusal, *known) if self.refusal is not None else known
        self.setVisible(bool(self.troubles))
        if not self.troubles:
            return
        self.index %= len(self.troubles)
        trouble = self.troubles[self.index]
        self.happened.say(trouble.happened)
        self.do.say(trouble.do)
        self.do.setVisible(bool(trouble.do))
        self.copy.setVisible(bool(trouble.detail))
        self.more.setVisible(len(self.troubles) > 1)
        self.more.say(f"{self.index + 1} / {len(self.troubles)}")
        self.more.call_it(translate("Trouble", "Next trouble, %1").replace("%1", self.more.label))
        self.setAccessibleName(f"{trouble.happened} {trouble.do}")

    def _next(self) -> None:
        self.index += 1
        self.refresh()

    def _copy(self) -> None:
        trouble = self.troubles[self.index]
        QGuiApplication.clipboard().setText(f"{trouble.happened}\n{trouble.do}\n\n{trouble.detail}\n")

    def _forget_refusal(self) -> None:
        self.refusal = None
        self.refresh()
