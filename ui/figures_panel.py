"""The figures of a range on top of the log: each beside the same time before, customers beside colleagues."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import Asked, CountFigures, FiguresView, LogReply
from ui import figures_said
from ui.bits import Words, column, let_go_of_keyboard
from ui.button import Button
from ui.figure_card import ROWS, FigureCard
from ui.figures_line import FiguresLine
from ui.figures_said import Figure
from ui.figures_table import FiguresSheet, heads_of_people, rows_of_people
from ui.heat_table import HeatTable
from ui.log_link import LogLink
from ui.look import Look
from ui.plain_table import PlainTable
from ui.problem_card import ProblemCard
from ui.report.printing import print_figures
from ui.theme import SIZES

translate = QCoreApplication.translate
LINE, CARDS, WEEK = range(3)
"""How much is shown: one line, the cards, the week by hour and who kept what as well."""


class FiguresPanel(QWidget):
    """`asked` brings the rows behind a figure or an hour, the range included; without one where what is
    counted is of all time. `opened` says that more or less is shown.
    """

    asked = Signal(object)
    opened = Signal()

    def __init__(self, look: Look, link: LogLink, level: int = CARDS) -> None:
        super().__init__()
        self.look, self.link, self.level = look, link, level
        self.view: FiguresView | None = None
        self.dialog: QPrintDialog | None = None
        self.sheet: FiguresSheet | None = None
        self._range: tuple[datetime, datetime] | None = None
        self._asked = 0
        px = look.px
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        body = column(look, self, gap=8)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        self.title = Words(look, SIZES.body, strong=True)
        self.line = FiguresLine(look)
        self.line.pressed_figure.connect(self._lead_to)
        self.tables = Button(look, translate("FiguresPanel", "As tables"), kind="quiet")
        self.tables.clicked.connect(self.show_tables)
        self.printer = Button(
            look, translate("FiguresPanel", "Print"), key=translate("Keys", "Ctrl+P"), kind="quiet"
        )
        self.printer.clicked.connect(self.print)
        self.less = Button(look, translate("FiguresPanel", "Less"), kind="quiet", glyph="up")
        self.less.clicked.connect(lambda: self.be(self.level - 1))
        self.more = Button(look, translate("FiguresPanel", "More"), kind="quiet", glyph="down")
        self.more.clicked.connect(lambda: self.be(self.level + 1))
        self.less.call_it(translate("FiguresPanel", "Fewer figures"))
        self.more.call_it(translate("FiguresPanel", "More figures"))
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.line, 1)
        for button in (self.tables, self.printer, self.less, self.more):
            top.addWidget(button)
        body.addLayout(top)
        self.problem = ProblemCard(look)
        self.problem.phone.hide()
        body.addWidget(self.problem)
        self.cards = {of: FigureCard(look, of) for of in Figure}
        self.grid = QGridLayout()
        self.grid.setSpacing(px(8))
        for of, card in self.cards.items():
            card.looked_at.connect(self._explain)
            card.clicked.connect(lambda _=False, of=of: self._lead_to(of))
        self.of_cards = QWidget()
        self.of_cards.setLayout(self.grid)
        self.grid.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.of_cards)
        self.said = Words(look, SIZES.body, lines=2)
        self.said.setFixedHeight(2 * self.said.fontMetrics().height())
        body.addWidget(self.said)
        self.of_week = QWidget()
        beside = QHBoxLayout(self.of_week)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(24))
        self.heat = HeatTable(look)
        self.heat.pressed_hour.connect(self._lead_to_hour)
        self.people = PlainTable(look, figures_said.people_title(), rows=5)
        self.people.opened.connect(self._lead_to_person)
        self.people.clicked.connect(lambda index: self._lead_to_person(index.row()))
        for title, table, stretch in (
            (figures_said.heat_title(), self.heat, 3),
            (figures_said.people_title(), self.people, 1),
        ):
            part = QVBoxLayout()
            part.setSpacing(px(4))
            part.addWidget(Words(look, SIZES.small, strong=True, colour="soft", text=title))
            part.addWidget(table)
            part.addStretch(1)
            beside.addLayout(part, stretch)
        body.addWidget(self.of_week)
        link.head_changed.connect(self._ask)
        link.found.connect(self._ask)
        self._beside = 0
        self._arrange()
        self.be(level)

    # ---- what is shown

    def show_range(self, since: datetime, until: datetime) -> None:
        """Count this range; what was counted before stays until then."""
        self._range = (since, until)
        self._ask()

    def be(self, level: int) -> None:
        """Show so much: `LINE`, `CARDS` or `WEEK`."""
        level = min(max(level, LINE), WEEK)
        for part, shown in (
            (self.line, level == LINE),
            (self.title, level > LINE),
            (self.tables, level > LINE),
            (self.printer, level > LINE),
            (self.of_cards, level > LINE),
            (self.said, level > LINE),
            (self.of_week, level == WEEK),
        ):
            if not shown:
                let_go_of_keyboard(part)
            part.setVisible(shown)
        for button, shown in ((self.less, level > LINE), (self.more, level < WEEK)):
            if not shown and button.hasFocus():  # the other one goes on with it
                (self.less if button is self.more else self.more).setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(shown)
        if level != self.level:
            self.level = level
            self.opened.emit()
        self._explain(None)

    def _ask(self) -> None:
        if self._range is None or not self.link.alive or not self.isVisible():  # once seen it asks again
            return
        self._asked += 1
        asked, (since, until) = self._asked, self._range
        self.link.ask(CountFigures(since=since, until=until), lambda reply: self._counted(reply, asked))

    def _counted(self, reply: LogReply, asked: int) -> None:
        if asked != self._asked or not isValid(self):  # another range was asked for since, or it was let go
            return
        self.problem.setVisible(reply.figures is None)
        if reply.figures is None:
            self.problem.say_what(reply.happened, reply.do)
            return
        if reply.figures != self.view:
            self.view = reply.figures
            self._draw(reply.figures)

    def _draw(self, view: FiguresView) -> None:
        tz = self.link.head.time_zone
        span = figures_said.span(view.since, view.until, tz)
        self.title.say(span)
        self.setAccessibleName(translate("FiguresPanel", "Figures of %1").replace("%1", span))
        for card in self.cards.values():
            card.show_figures(view.now, view.before)
        self.line.show_figures(view)
        self.heat.show_figures(view)
        self.people.show_rows(heads_of_people(), rows_of_people(view))
        self._explain(None)

    def _explain(self, of: object) -> None:
        """Under the cards: what the one that is looked at counts, else which hour needs a second person."""
        if isinstance(of, Figure):
            self.said.say(f"{figures_said.title(of)}: {self.cards[of].meaning}", "soft")
        elif self.view is not None:
            self.said.say(figures_said.second_person(self.view), "ink")

    # ---- what it leads to

    def _rows(self, asked: Asked) -> None:
        if self._range is not None:
            self.asked.emit(replace(asked, since=self._range[0], until=self._range[1]))

    def _lead_to(self, of: Figure) -> None:
        if of is Figure.OPEN:  # of all time
            self.asked.emit(ROWS[of])
        elif of in ROWS:
            self._rows(ROWS[of])

    def _lead_to_hour(self, weekday: int, hour: int) -> None:
        self._rows(Asked(met=(Presence.SERVING,), weekday=weekday, hour=hour))

    def _lead_to_person(self, row: int) -> None:
        if self.view is not None and 0 <= row < len(self.view.people):
            self._rows(Asked(by=(self.view.people[row].name,), ends=(End.KEPT,)))

    def show_tables(self) -> None:
        """All that is drawn, as tables."""
        if self.view is not None:
            self._leave_tables()
            self.sheet = sheet = FiguresSheet(self.look, self.window(), self.view, self.link.head)
            sheet.closed.connect(self._tables_closed)
            sheet.enter(sheet.figures)

    def _tables_closed(self) -> None:
        self.sheet = None

    def _leave_tables(self) -> None:
        if self.sheet is not None:
            self.sheet.leave()

    def print(self) -> None:
        """On paper, by the system's own dialog."""
        if self.view is not None:
            self.problem.hide()
            self.dialog = print_figures(self, self.view, self.link.head, self._not_printed)

    def _not_printed(self, happened: str, do: str) -> None:
        self.problem.say_what(happened, do)
        self.problem.show()

    # ---- coming, going, size

    def showEvent(self, event: QShowEvent) -> None:
        """They may have changed meanwhile."""
        super().showEvent(event)
        if not event.spontaneous():
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Locked, or built anew: nothing stays open over the window."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._asked += 1  # what is still answered is for nobody
            self._leave_tables()

    def _arrange(self) -> None:
        """All cards in a row, or in two where they would be too narrow."""
        px, cards = self.look.px, list(self.cards.values())
        beside = len(cards) if self.width() >= px(150) * len(cards) else 4
        if beside != self._beside:
            self._beside = beside
            for i, card in enumerate(cards):
                self.grid.addWidget(card, i // beside, i % beside)
        each = (self.width() - (beside - 1) * px(8)) // beside
        lines = 1 if all(card.fits(each) for card in cards) else 2
        for card in cards:
            card.be_high(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards side by side, as far as there is room."""
        super().resizeEvent(event)
        self._arrange()
