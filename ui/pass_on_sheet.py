"""Passing a call on: whom to, and whether they are asked first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk.core.model import Doing
from desk.core.views import CallView, Trouble
from desk.link_types import Consult, FindContacts, Request, SendCall
from ui import words
from ui.bits import Words
from ui.button import Button
from ui.look import Look
from ui.people_list import FoundPeople
from ui.refusal import Refusal
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.truth import Truth
from ui.two_lines import TwoLines

translate = QCoreApplication.translate
Key = Qt.Key


class PassOnSheet(Sheet):
    """Type a name or a number, Enter asks them first, Ctrl+Enter passes on at once.

    What was typed last is what counts: an Enter that comes before the answer waits for it, and before
    anything is typed nobody is chosen. A refusal is said here. The sheet closes when the engine has said
    yes, and by itself when the call has ended or is on its way already.
    """

    def __init__(self, look: Look, truth: Truth, parent: QWidget, call: str) -> None:
        super().__init__(look, parent, "", widest=640)
        self.truth, self.call = truth, call
        self._left, self._sent = False, False
        self._asking = self._asked_now()
        self._meant: bool | None = (
            None  # Enter before the answer: True to ask first, False to pass on at once
        )
        self.people = FoundPeople(truth.link, self._country, to_dial=True, parent=self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("PassOn", "Name, company or number"))
        self.search.setAccessibleName(translate("PassOn", "Pass on to: name, company or number"))
        self.search.setMaxLength(80)
        self.list = TwoLines(look, translate("PassOn", "Colleagues and others"))
        self.list.setModel(self.people)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows work in the line above it
        self.nobody = Words(look, SIZES.body, colour="soft", lines=3)
        self.refusal = Refusal(look, truth)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        enter, both = translate("Keys", "Enter"), translate("Keys", "Ctrl+Enter")
        self.ask_first = Button(look, translate("PassOn", "Ask first"), key=enter, kind="main")
        self.pass_now = Button(look, translate("PassOn", "Pass on now"), key=both)
        self.ask_first.clicked.connect(lambda: self._do(True))
        self.pass_now.clicked.connect(lambda: self._do(False))
        buttons.addWidget(self.ask_first)
        buttons.addWidget(self.pass_now)
        buttons.addStretch(1)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.refusal)
        self.body.addLayout(buttons)
        self.search.textEdited.connect(self._typed)
        self.search.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _: self._do(True))
        self.list.selectionModel().currentChanged.connect(self._let)
        self.people.found.connect(self._found)
        self.people.refused.connect(lambda why: self._refused(why, FindContacts()))
        truth.changed.connect(self.refresh)
        self.people.again()
        self.refresh()
        self._let()

    def enter(self, first: QWidget | None = None) -> None:
        """Ready to type."""
        super().enter(first or self.search)

    def _country(self) -> str:
        return self.truth.view.country if self.truth.view is not None else ""

    def _call(self) -> CallView | None:
        view = self.truth.view
        return next((c for c in view.calls if c.id == self.call), None) if view is not None else None

    def _asked_now(self) -> set[str]:
        """The calls to colleagues who are being asked about this one."""
        view = self.truth.view
        return {c.id for c in view.calls if c.for_call == self.call} if view is not None else set()

    def refresh(self) -> None:
        """A call that is over, or passed on by somebody else, needs no sheet."""
        view, call = self.truth.view, self._call()
        on_its_way = call is None or call.doing is Doing.TRANSFERRING or self._asked_now() - self._asking
        if view is None or call is None or on_its_way:
            self.leave()
            return
        title = translate("PassOn", "Pass %1 on").replace("%1", words.who(call, view))
        self.title.say(title)
        self.setAccessibleName(title)

    def leave(self) -> None:
        """Once is enough, however many answers come."""
        if self._left:
            return
        self._left = True
        self.truth.changed.disconnect(self.refresh)
        super().leave()

    # ---- whom

    def _typed(self, text: str) -> None:
        self.refusal.hide()
        self._meant = None
        self.people.seek(text)
        self._let()

    def _found(self) -> None:
        if self._left:
            return
        if self.people.entries and self.people.text and self.list.chosen < 0:
            self.list.choose(0)
        self.nobody.setVisible(not self.people.entries)
        if self.people.text:
            nobody = translate("PassOn", "Nobody is found by this. A number can be typed here too.")
        else:
            nobody = translate("PassOn", "The people directory is empty. A number can be typed here.")
        self.nobody.say(nobody)
        self.list.setVisible(bool(self.people.entries))
        self._let()
        if self._meant is not None:
            meant, self._meant = self._meant, None
            self._do(meant)

    def _let(self, *_: object) -> None:
        can = not self._sent and self.list.chosen >= 0
        for button in (self.ask_first, self.pass_now):
            button.setEnabled(can)

    # ---- how

    def _do(self, ask_first: bool) -> None:
        if self._sent or self._left:
            return
        if self.people.waits:
            self._meant = ask_first
            return
        row = self.list.chosen
        if not 0 <= row < len(self.people.entries):
            return
        to = self.people.entries[row].number
        self._sent = True
        self.refusal.hide()
        self._let()
        request = Consult(call=self.call, to=to) if ask_first else SendCall(call=self.call, to=to)
        self.truth.ask(request, self.leave, self._refused)

    def _refused(self, why: Trouble, request: Request) -> None:
        if self._left:
            return
        self._sent, self._meant = False, None
        self.refusal.say(why, request)
        self._let()

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line that is typed in: up, down and Enter are the list's."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: 3, Key.Key_PageUp: -3}
            key = Key(event.key())
            if key in step:
                self.list.step(step[key])
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, and Ctrl+Enter; a button that is on presses itself."""
        if event.key() in (Key.Key_Return, Key.Key_Enter) and not event.isAutoRepeat():
            self._do(not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return
        super().keyPressEvent(event)
