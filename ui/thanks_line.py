"""Somebody was thanked: a calm line at the desk, until it is put away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from desk.core.views import ThanksView
from ui import words
from ui.bits import Card, Words, let_go_of_keyboard
from ui.button import Button
from ui.glyphs import Glyph
from ui.look import Look
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
KEPT = "thanks"


def thanked(thanks: ThanksView) -> str:
    """Thank you, Ana: "for the patience with Mr Bell". Supervisor."""
    text = translate("Thanks", "Thank you, %1!").replace("%1", thanks.name)
    return " ".join(
        part for part in (text, words.quoted(thanks.text), thanks.by and f"({thanks.by})") if part
    )


class ThanksLine(Card):
    """The oldest that was not put away, one at a time; what was put away is remembered by this window.

    While Serving nothing new comes up.
    """

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__(look, "tint", "edge" if look.c.border > 1 else "")
        self.truth = truth
        self.thanks: ThanksView | None = None
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(4), px(4))
        row.setSpacing(px(12))
        self.said = Words(look, SIZES.body, colour="on_tint", lines=3)
        self.away = Button(look, translate("Thanks", "Put away"), kind="quiet")
        self.away.clicked.connect(self.put_away)
        row.addWidget(Glyph(look, "heart", "on_tint", size=18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.away)
        self.hide()

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        seen = self._put_away_last
        left = [one for one in view.thanks if one.id > seen] if view is not None else []
        now = min(left, key=lambda one: one.id, default=None)
        if now is not None and self.truth.serving and (self.thanks is None or now.id != self.thanks.id):
            now = None
        if now == self.thanks:
            return
        self.thanks = now
        if now is None:
            let_go_of_keyboard(self)
        else:
            self.said.say(thanked(now))
            self.setAccessibleName(thanked(now))
        self.setVisible(now is not None)

    @property
    def _put_away_last(self) -> int:
        kept = self.look.kept(KEPT)
        return int(kept) if kept.isdigit() else 0

    def put_away(self) -> None:
        """It was seen."""
        if self.thanks is not None:
            self.look.keep(KEPT, str(self.thanks.id))
        self.refresh()
