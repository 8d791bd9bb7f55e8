"""What could not be done, said where the person looks: two sentences, and the other way if there is one."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from desk.core.model import SideKind
from desk.core.views import Trouble
from desk.link_types import CallBack, Consult, Request, ResumeCall, TakeCall
from ui.look import Look
from ui.problem_card import ProblemCard
from ui.truth import Truth

STAYS = 12_000  # ms
BY_A_SIDE = (TakeCall, ResumeCall, CallBack, Consult)
"""Requests that say what the person speaks through."""


class Refusal(ProblemCard):
    """Not modal, gone after some seconds. A headset that fails offers the desk phone, if there is one."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__(look)
        self.truth = truth
        self.request: Request | None = None
        self.phone.clicked.connect(self._by_phone)
        self._forget = QTimer(self, singleShot=True, interval=STAYS)
        self._forget.timeout.connect(self.hide)

    def say(self, why: Trouble, request: Request) -> None:
        """The engine would not do this."""
        self.request = request
        self.say_what(why.happened, why.do)
        view = self.truth.view
        side = view.side if view is not None else None
        other = side is not None and side.desk_phone and not side.headset.ready
        by_headset = isinstance(request, BY_A_SIDE) and request.side is not SideKind.DESK_PHONE
        self.phone.setVisible(other and by_headset)
        self._forget.start()
        self.show()

    def _by_phone(self) -> None:
        self.hide()
        if isinstance(self.request, BY_A_SIDE):
            self.truth.ask(replace(self.request, side=SideKind.DESK_PHONE), refused=self.say)
