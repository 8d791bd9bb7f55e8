"""What a supervisor can do about one interruption: correct it, thank for it; or why nothing of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk.core.ends import End
from desk.log_types import NoteTold, Step, Story
from ui import words
from ui.bits import Words, column
from ui.button import Button
from ui.correct_sheet import EndSheet, NoteSheet, may_be_said
from ui.log_link import LogLink
from ui.look import Look
from ui.sheet import Sheet
from ui.thank_sheet import ThankSheet
from ui.theme import SIZES

translate = QCoreApplication.translate
THANKED_FOR = (End.SPOKEN, End.PASSED_ON, End.KEPT, End.LATE)
"""Ends that somebody can be thanked for: they spoke with the caller."""


def notes_of(story: Story) -> tuple[NoteTold, ...]:
    """The notes that can be written anew, each as it says now, the last first."""
    notes = {step.note.key: step.note for step in story.steps if _is_note(step) and step.note is not None}
    return tuple(reversed(notes.values()))


def _is_note(step: Step) -> bool:
    return step.note is not None and bool(step.note.key)


class StoryDoings(QWidget):
    """Two buttons, or a sentence."""

    def __init__(self, look: Look, link: LogLink) -> None:
        super().__init__()
        self.look, self.link = look, link
        self.story: Story | None = None
        self.sheet: Sheet | None = None
        inside = column(look, self, gap=6)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.correct = Button(look, translate("StoryDoings", "Correct"), glyph="down")
        self.menu = QMenu(self.correct)
        self.menu.setAccessibleName(translate("StoryDoings", "Correct"))
        self.correct.setMenu(self.menu)
        self.thank = Button(look)
        self.thank.clicked.connect(self.thank_them)
        row.addWidget(self.correct)
        row.addWidget(self.thank)
        row.addStretch(1)
        inside.addLayout(row)
        self.why_not = Words(look, SIZES.small, colour="soft", lines=3)
        inside.addWidget(self.why_not)

    def show_story(self, story: Story) -> None:
        """What can be done about this one."""
        self.story = story
        row, may = story.row, self.link.corrections is not None
        notes, ends = notes_of(story), may_be_said(row)
        self.menu.clear()
        if ends:
            action = self.menu.addAction(translate("StoryDoings", "How it ended…"))
            action.triggered.connect(lambda: self.correct_end())
        for note in notes:
            shown = note.text if len(note.text) <= 40 else f"{note.text[:39]}…"
            text = translate("StoryDoings", "The note %1…").replace("%1", words.quoted(shown))
            action = self.menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, n=note: self.correct_note(n))
        self.correct.setVisible(may and bool(ends or notes))
        self.thank.say(translate("Thank", "Thank %1").replace("%1", row.by))
        self.thank.setVisible(may and bool(row.by) and row.end in THANKED_FOR)
        why = ""
        if not may:
            why = translate("StoryDoings", "This is a copy: what is wrong in it is corrected at the counter.")
        elif row.end is End.OPEN:
            why = translate(
                "StoryDoings",
                "It is still owed: how it ended can be corrected once it is closed at the desk.",
            )
        elif row.end is End.LIVE:
            why = translate("StoryDoings", "It still goes on.")
        self.why_not.say(why)
        self.why_not.setVisible(bool(why))

    def correct_end(self) -> None:
        """The sheet for how it ended."""
        if self.story is not None and self.link.corrections is not None:
            sheet = EndSheet(self.look, self.link.corrections, self.window(), self.story.row)
            self._open(sheet, sheet.first)

    def correct_note(self, note: NoteTold) -> None:
        """The sheet for a note."""
        if self.story is not None and self.link.corrections is not None:
            sheet = NoteSheet(self.look, self.link.corrections, self.window(), self.story.row.call, note)
            self._open(sheet, sheet.first)

    def thank_them(self) -> None:
        """The sheet for a thank-you."""
        if self.story is not None and self.link.corrections is not None:
            row = self.story.row
            sheet = ThankSheet(self.look, self.link.corrections, self.window(), row.by, row.call)
            self._open(sheet, sheet.first)

    def _open(self, sheet: Sheet, first: QWidget) -> None:
        self.leave()
        self.sheet = sheet
        sheet.closed.connect(lambda: self._closed(sheet))
        sheet.enter(first)

    def leave(self) -> None:
        """Close the sheet that is open."""
        if self.sheet is not None:
            self.sheet.leave()

    def _closed(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
