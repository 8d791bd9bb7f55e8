"""What could not be done, said where the person looks: two sentences, and the other way if there is one."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout

from desk.core.model import SideKind
from desk.core.views import Trouble
from desk.link_types import CallBack, Consult, Request, ResumeCall, TakeCall
from ui.bits import Card, Words, column
from ui.button import Button
from ui.glyphs import Glyph
from ui.look import Look
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
STAYS = 12_000  # ms
BY_A_SIDE = (TakeCall, ResumeCall, CallBack, Consult)
"""Requests that say what the person speaks through."""


class Refusal(Card):
    """Not modal, gone after some seconds. A headset that fails offers the desk phone, if there is one."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__(look, "warn_ground", "warn" if look.c.border > 1 else "")
        self.truth = truth
        self.request: Request | None = None
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(10))
        row.setSpacing(px(10))
        row.addWidget(Glyph(look, "late", "warn", size=16), 0, Qt.AlignmentFlag.AlignTop)
        text = column(look, gap=4)
        self.happened = Words(look, SIZES.body, strong=True, lines=4)
        self.do = Words(look, SIZES.body, lines=4)
        self.phone = Button(look, translate("Refusal", "Use the desk phone"))
        self.phone.clicked.connect(self._by_phone)
        for widget in (self.happened, self.do):
            text.addWidget(widget)
        text.addWidget(self.phone, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(text, 1)
        self._forget = QTimer(self, singleShot=True, interval=STAYS)
        self._forget.timeout.connect(self.hide)
        self.hide()

    def say(self, why: Trouble, request: Request) -> None:
        """The engine would not do this."""
        self.request = request
        self.happened.say(why.happened)
        self.do.say(why.do)
        self.do.setVisible(bool(why.do))
        view = self.truth.view
        side = view.side if view is not None else None
        other = side is not None and side.desk_phone and not side.headset.ready
        by_headset = isinstance(request, BY_A_SIDE) and request.side is not SideKind.DESK_PHONE
        self.phone.setVisible(other and by_headset)
        self.setAccessibleName(f"{why.happened} {why.do}")
        self._forget.start()
        self.show()

    def _by_phone(self) -> None:
        self.hide()
        if isinstance(self.request, BY_A_SIDE):
            self.truth.ask(replace(self.request, side=SideKind.DESK_PHONE), refused=self.say)
