"""The headset is gone while somebody is spoken with: said on the card of that call."""

from __future__ import annotations

from desk.core.model import Doing, SideKind
from desk.core.views import CallView
from desk.link_types import ParkCall, ResumeCall
from ui import troubles_said
from ui.look import Look
from ui.problem_card import ProblemCard
from ui.truth import Truth


class HeadsetProblem(ProblemCard):
    """The headset is gone in the middle of a call: what happened, what to do, and the desk phone."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__(look)
        self.truth = truth
        self.call: CallView | None = None
        self.phone.clicked.connect(self._by_phone)

    def refresh(self, call: CallView) -> None:
        """Draw what differs."""
        view = self.truth.view
        self.call = call
        if view is None:
            return
        headset, side = view.side.headset, view.side
        lost = side.used is SideKind.HEADSET and not headset.ready and bool(headset.problem)
        self.setVisible(lost)
        if lost:
            do = troubles_said.sentence(headset.do) if headset.do else ""
            self.say_what(troubles_said.sentence(headset.problem), do)
            self.phone.setVisible(side.desk_phone and call.doing is Doing.TALKING)

    def _by_phone(self) -> None:
        """The caller hears music until the phone is picked up."""
        if (call := self.call) is not None:
            again = ResumeCall(call=call.id, side=SideKind.DESK_PHONE)
            self.truth.ask(ParkCall(call=call.id), lambda: self.truth.ask(again))
