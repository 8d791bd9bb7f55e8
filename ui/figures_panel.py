"""The figures of a range on top of the log: each beside the same time before, customers beside colleagues."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.log_types import CountFigures, FiguresView, LogReply
from ui.bits import column
from ui.log_link import LogLink
from ui.look import Look
from ui.problem_card import ProblemCard


class FiguresPanel(QWidget):
    """`asked` brings what a figure or an hour counts (an `Asked` without a range): the rows behind it."""

    asked = Signal(object)

    def __init__(self, look: Look, link: LogLink) -> None:
        super().__init__()
        self.look, self.link = look, link
        self.view: FiguresView | None = None
        self._range: tuple[datetime, datetime] | None = None
        self._asked = 0
        self.body = column(look, self, gap=8)
        self.problem = ProblemCard(look)
        self.problem.phone.hide()
        self.body.addWidget(self.problem)
        link.head_changed.connect(self._ask)
        link.found.connect(self._ask)

    def show_range(self, since: datetime, until: datetime) -> None:
        """Count this range; what was counted stays until then."""
        self._range = (since, until)
        self._ask()

    def _ask(self) -> None:
        if self._range is None or not self.link.alive:
            return
        self._asked += 1
        asked, (since, until) = self._asked, self._range
        self.link.ask(CountFigures(since=since, until=until), lambda reply: self._counted(reply, asked))

    def _counted(self, reply: LogReply, asked: int) -> None:
        if asked != self._asked:
            return
        self.problem.setVisible(reply.figures is None)
        if reply.figures is None:
            self.problem.say_what(reply.happened, reply.do)
            return
        self.view = reply.figures
