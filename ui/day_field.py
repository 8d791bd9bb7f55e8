"""A day that can be typed, stepped by the arrows, or chosen from a calendar."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit

BETWEEN = frozenset("/.-, ")
"""What people write between day, month and year, in whatever country."""


def written(country: str) -> str:
    """How a day is written there, in figures, as a format of Qt: dd/MM/yyyy."""
    here = QLocale()
    there = QLocale(here.language(), QLocale.codeToTerritory(country))
    short = there.dateFormat(QLocale.FormatType.ShortFormat)
    for letter, figures in (("d", "dd"), ("M", "MM"), ("y", "yyyy")):
        short = re.sub(f"{letter}+", figures, short)
    return short if sorted(re.sub("[^dMy]", "", short)) == sorted("ddMMyyyy") else "yyyy-MM-dd"


class DayField(QDateEdit):
    """One day, as it is written in `country`.

    Qt's own field takes no figure when all of it is selected or the cursor is before the first figure, and
    goes on twice when somebody writes what stands between two parts after it has gone on by itself.
    """

    def __init__(self, day: date, country: str) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setDisplayFormat(written(country))
        self.setCalendarPopup(True)
        self._went_on = False

    @property
    def day(self) -> date:
        """The day that stands there."""
        at = self.date()
        return date(at.year(), at.month(), at.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure is written over what stands there; all of it selected, from its first part on."""
        key, line = event.text(), self.lineEdit()
        if len(key) == 1 and key in BETWEEN and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self._went_on:
                self.setSelectedSection(self._after())
            self._went_on = False
            return
        figure = len(key) == 1 and key in "0123456789"
        first = line.cursorPosition() == 0 and not line.hasSelectedText()
        if figure and (first or line.selectedText() == line.text()):
            self.setSelectedSection(self.sectionAt(0))
        before = self.currentSectionIndex()
        super().keyPressEvent(event)
        self._went_on = figure and self.currentSectionIndex() != before

    def _after(self) -> QDateEdit.Section:
        return self.sectionAt(min(self.currentSectionIndex() + 1, self.sectionCount() - 1))
