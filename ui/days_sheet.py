"""From one day to another: the range that stands in no menu."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.bits import Words
from ui.button import Button
from ui.day_field import DayField
from ui.log_ranges import Span
from ui.log_wanted import Wanted
from ui.look import Look
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate


class DaysSheet(Sheet):
    """Two days, both of them counted; typed, stepped by the arrows, or chosen from a calendar."""

    def __init__(self, look: Look, wanted: Wanted, parent: QWidget) -> None:
        super().__init__(look, parent, translate("Days", "From one day to another"), widest=480)
        self.wanted = wanted
        today = wanted.today()
        first, last = wanted.days or (today, today)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(1, 1)
        self.first = self._day(grid, 0, translate("Days", "From"), first)
        self.last = self._day(grid, 1, translate("Days", "To"), min(last, today))
        row = QHBoxLayout()
        self.show_button = Button(look, translate("Days", "Show these days"), kind="main")
        self.show_button.clicked.connect(self.show_them)
        row.addWidget(self.show_button)
        row.addStretch(1)
        self.body.addLayout(grid)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _day(self, grid: QGridLayout, row: int, label: str, day: date) -> DayField:
        grid.addWidget(Words(self.look, SIZES.body, text=label), row, 0)
        field = DayField(day, self.wanted.link.head.country)
        field.setAccessibleName(label)
        field.setMinimumHeight(self.look.px(SIZES.touch))
        grid.addWidget(field, row, 1)
        return field

    def show_them(self) -> None:
        """Look at these days, whichever was written first."""
        first, last = self.first.day, self.last.day
        self.leave()
        self.wanted.look_at(Span.OWN, (min(first, last), max(first, last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_them()
        else:
            super().keyPressEvent(event)
