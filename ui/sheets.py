"""The sheets over the desk: which one is up, and what was being written when a caller came between."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desk.core.views import ContactView, View
from ui import calls_said, words
from ui.bits import Card, Words
from ui.button import Button
from ui.headset_sheet import HeadsetSheet
from ui.help_sheet import HelpSheet, help_of_desk
from ui.keypad_sheet import KeypadSheet
from ui.look import Look
from ui.pass_on_sheet import PassOnSheet
from ui.people_window import PeopleWindow
from ui.promise_sheet import PromiseSheet
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.time_sheet import TimeSheet
from ui.truth import Truth

translate = QCoreApplication.translate
OF_THE_CALL = (PassOnSheet, KeypadSheet)
"""Sheets about the call that is spoken with: they need no way to it."""


class Sheets(Card):
    """One sheet at a time. A line on the desk as long as something in a sheet put away is not saved.

    `take` is asked for when the person wants whoever waits first, from the button on the sheet.
    """

    take = Signal()
    resume = Signal()

    def __init__(self, look: Look, truth: Truth, over: QWidget) -> None:
        super().__init__(look, "tint")
        self.truth, self.over = truth, over
        self.sheet: Sheet | None = None
        self.away: list[tuple[Sheet, QWidget | None]] = []
        self._written_before: tuple[tuple[ContactView, ContactView] | None, bool] = (None, False)
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(4), px(4))
        row.setSpacing(px(12))
        self.words = Words(look, SIZES.body, colour="on_tint", lines=2)
        self.go_on = Button(look, translate("Sheets", "Back to it"))
        self.go_on.clicked.connect(self.bring_back)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.go_on)
        self.hide()

    def refresh(self) -> None:
        """What is not saved, and who wants something while a sheet is up."""
        for sheet, _ in self.away:
            sheet.setEnabled(self.truth.fresh)
            if not sheet.unsaved:
                sheet.leave()
        unsaved = self.away[-1][0].unsaved if self.away else ""
        self.words.say(unsaved)
        self.setVisible(bool(unsaved))
        self.setAccessibleName(unsaved)
        if self.sheet is not None:  # it stays without an engine, with the note that is being written in it
            self.sheet.setEnabled(self.truth.fresh)
            self._offer(self.sheet)

    def _offer(self, sheet: Sheet) -> None:
        view = self.truth.view
        if view is None:
            return
        own, first = calls_said.with_you(view), calls_said.first_to_take(view)
        resumed = calls_said.resumed_by_key(view)
        text, key = "", ""
        does: Callable[[], None] = self.put_away
        if own is not None:
            text = "" if isinstance(sheet, OF_THE_CALL) else translate("Sheets", "To the call")
        elif first is not None:
            text, key, does = _named(translate("Now", "Take %1"), first.id, view), "F5", self.take.emit
        elif resumed is not None:
            text, key = _named(translate("Sheets", "Resume %1"), resumed, view), "F6"
            does = self.resume.emit
        sheet.offer(text, key, does)

    # ---- one over the desk

    def open(self, sheet: Sheet, first: QWidget | None = None) -> None:
        """This one, instead of the one that is up."""
        self.put_away()
        self.sheet = sheet
        sheet.closed.connect(lambda: self._closed(sheet))
        sheet.enter(first)
        self.refresh()

    def _closed(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
        self.away = [kept for kept in self.away if kept[0] is not sheet]

    def put_away(self) -> None:
        """The desk is needed: what is being written waits; a sheet with nothing in it is closed."""
        sheet, focused = self.sheet, QApplication.focusWidget()
        if sheet is None:
            return
        if not sheet.unsaved:
            sheet.leave()
            return
        self.sheet = None
        self.away.append((sheet, focused if focused is not None and sheet.isAncestorOf(focused) else None))
        sheet.hide()
        sheet.window().setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def bring_back(self) -> None:
        """The sheet that was put away last, as it was left."""
        if not self.away or not self.truth.fresh:
            return
        kept = self.away[-1]
        self.put_away()
        self.away.remove(kept)
        self.sheet, focused = kept
        self.sheet.enter(focused)
        self.refresh()

    def people_being_written(self) -> PeopleWindow | None:
        """The people window with something in it, up or put away."""
        sheets = [*(kept for kept, _ in self.away), self.sheet]
        return next((s for s in sheets if isinstance(s, PeopleWindow) and s.unsaved), None)

    # ---- which

    def pass_on(self, call: str) -> None:
        """Whom to pass the call on to."""
        if self.truth.fresh:
            self.open(PassOnSheet(self.look, self.truth, self.over, call))

    def keypad(self, call: str, key: str = "") -> None:
        """The keys of a telephone, the first of them pressed already if there is one."""
        if self.truth.fresh:
            sheet = KeypadSheet(self.look, self.truth, self.over, call)
            self.open(sheet)
            if key:
                sheet.press(key)

    def new_time(self, id: int, give: bool) -> None:
        """A time for one promise: a new one that is given, or when to be reminded."""
        if self.truth.fresh:
            sheet = TimeSheet(self.look, self.truth, self.over, id, give)
            self.open(sheet, sheet.first)

    def promise(self, id: int) -> None:
        """The card of one promise."""
        if self.truth.fresh:
            sheet = PromiseSheet(self.look, self.truth, self.over, id, self.new_time)
            self.open(sheet, sheet.first)

    def people(self) -> None:
        """The people directory; on whom the person speaks with, if they do.

        What is being written there is asked about before somebody else takes its place.
        """
        view = self.truth.view
        if not self.truth.fresh or view is None:
            return
        own, contact = calls_said.with_you(view), None
        if own is not None and own.contacts:
            contact = own.contacts[0]
        elif own is not None and own.number:
            contact = ContactView(name=own.name or "", numbers=(own.number,))
        written = self.people_being_written()
        if written is None:
            self.open(PeopleWindow(self.look, self.truth, self.over, contact))
            return
        if written is not self.sheet:
            self.away.sort(key=lambda kept: kept[0] is written)
            self.bring_back()
        if contact is not None:
            written.turn_to(contact)

    def take_over(self, before: Sheets) -> None:
        """Be built anew in its place: all sheets close, but what is written of people is kept."""
        people = before.people_being_written()
        written, up = people.written if people is not None else None, people is before.sheet
        for sheet in [*(kept for kept, _ in before.away), before.sheet]:
            if sheet is not None:
                sheet.leave()
        self._written_before = (written, up)

    def take_up(self) -> None:
        """The people window made anew, with what was not saved in it."""
        (written, up), self._written_before = self._written_before, (None, False)
        if written is None:
            return
        contact, now = written
        self.open(PeopleWindow(self.look, self.truth, self.over, contact, now))
        if not up:
            self.put_away()

    def headset(self) -> None:
        """Microphone, speaker, and what the person speaks through."""
        if self.truth.fresh:
            self.open(HeadsetSheet(self.look, self.truth, self.over))

    def help(self) -> None:
        """Every key on one sheet."""
        if not isinstance(self.sheet, HelpSheet):
            self.open(help_of_desk(self.look, self.over))


def _named(text: str, call: str, view: View) -> str:
    found = next(c for c in view.calls if c.id == call)
    return text.replace("%1", words.who(found, view))
