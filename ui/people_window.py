"""The people directory: found as you type, one of them at the side, in from a file and out to one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desk.core.views import ContactView, Trouble
from desk.link_types import RemoveContact, Reply, SaveContact
from ui import troubles_said
from ui.look import Look
from ui.people_files import PeopleFiles
from ui.people_list import FoundPeople, called
from ui.people_sides import FindSide, PersonSide
from ui.person_sheet import PersonForm
from ui.sheet import Sheet
from ui.truth import Truth

translate = QCoreApplication.translate
WIDE = 800  # px at 100 % from which the list and the person stand beside one another
LOW = 480  # and under which height
LIST = 340
Key = Qt.Key


class PeopleWindow(Sheet):
    """Over the whole desk; what is being written is not lost without a question.

    With a `contact` it opens on that one: somebody known, or with an empty id somebody to be added;
    `written` is what was being written of them and is not saved yet.
    """

    def __init__(
        self,
        look: Look,
        truth: Truth,
        parent: QWidget,
        contact: ContactView | None = None,
        written: ContactView | None = None,
    ) -> None:
        super().__init__(look, parent, translate("People", "People"), widest=1180)
        self.truth, self._left = truth, False
        self._shows_person = contact is not None
        self.people = FoundPeople(truth.link, self._country, parent=self)
        self.form = PersonForm(look, truth.link, self._country)
        self.sides = QHBoxLayout()
        self.sides.setSpacing(look.px(24))
        self.left, self.right = FindSide(look, self.people), PersonSide(look, self.form)
        self.files = PeopleFiles(look, truth, self)
        self._wire()
        self.sides.addWidget(self.left)
        self.sides.addWidget(self.right, 1)
        self.body.addLayout(self.sides, 1)
        self.close_button.clicked.disconnect()
        self.close_button.clicked.connect(self.ask_to_leave)
        for keys, does in (("Ctrl+N", self.new), ("Ctrl+S", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        self.people.found.connect(self._found)
        self.people.refused.connect(self.say_why)
        self.people.again()
        self._show(contact)
        if contact is not None and written is not None:
            self.form.fill(contact, written)

    def _wire(self) -> None:
        left, right = self.left, self.right
        self.search, self.list, self.nobody = left.search, left.list, left.nobody
        self.new_button, self.bring_in, self.write_out = left.new, left.bring_in, left.write_out
        self.form_area, self.hint, self.said, self.question = (
            right.area,
            right.hint,
            right.said,
            right.question,
        )
        self.save_button, self.undo, self.remove, self.back = right.save, right.undo, right.remove, right.back
        self.search.textEdited.connect(self.people.seek)
        self.search.installEventFilter(self)
        self.form.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(self._opened)
        self.list.clicked.connect(self._opened)
        self.form.changed.connect(self._let)
        for button, does in (
            (self.new_button, self.new),
            (self.bring_in, self.files.choose_import),
            (self.write_out, self.files.choose_export),
            (self.save_button, self.save),
            (self.undo, lambda: self._show(self.form.contact)),
            (self.remove, self._ask_to_remove),
            (self.back, lambda: self.keeping(self._go_back)),
        ):
            button.clicked.connect(lambda _=False, d=does: d())

    # ---- its size: all there is, for a list has no height of its own

    def _fit(self) -> None:
        self.setGeometry(self.over.rect())
        px = self.look.px
        gap = px(16) if self.width() > px(600) else px(8)
        width = min(px(self.widest), self.width() - 2 * gap)
        height = min(px(860), self.height() - 2 * gap)
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.card.width() >= self.look.px(WIDE)
        self.left.setVisible(wide or not self._shows_person)
        self.right.setVisible(wide or self._shows_person)
        self.back.setVisible(not wide)
        # where there is little height all of it scrolls, and not a part of a part
        low = self.card.height() < self.look.px(LOW)
        whole = self.form.heightForWidth(self.form_area.viewport().width()) + self.look.px(2)
        self.form_area.setMinimumHeight(whole if low else self.look.px(120))
        if wide:
            self.left.setFixedWidth(self.look.px(LIST))
        else:
            self.left.setMinimumWidth(0)
            self.left.setMaximumWidth(16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another, or one at a time."""
        super().resizeEvent(event)
        self._arrange()

    def enter(self, first: QWidget | None = None) -> None:
        """Ready to find somebody, or to write down who it was."""
        super().enter(first or (self.form.name if self._shows_person else self.search))

    def _country(self) -> str:
        return self.truth.view.country if self.truth.view is not None else ""

    # ---- the list

    def _found(self) -> None:
        entries, text = self.people.entries, self.people.text
        self.list.setVisible(bool(entries))
        self.nobody.setVisible(not entries)
        empty = translate("People", "Nobody is in the directory yet. Add somebody, or import a file.")
        self.nobody.say(translate("People", "Nobody is found by this.") if text else empty)
        self._mark_shown()

    def _mark_shown(self) -> None:
        """The chosen row is the one that is shown, whatever was pressed."""
        self.list.selectionModel().blockSignals(True)
        id = self.form.contact.id
        self.list.choose(self.people.row_of(id) if id else -1)
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()

    def _chosen(self, index: QModelIndex) -> None:
        """Arrows and presses: the person at that row is shown."""
        row = index.row()
        contact = self.people.entries[row].contact if 0 <= row < len(self.people.entries) else None
        if contact is None or contact.id == self.form.contact.id:
            return
        if self.form.differs:
            self._mark_shown()
        self.keeping(lambda: self._show(contact, forward=False))

    def _opened(self, index: QModelIndex) -> None:
        """Enter or a press: where there is room for one side only, it is the person's."""
        if not self.question.isVisible():
            self._shows_person = True
            self._arrange()
            if not self.left.isVisible():
                self.form.name.setFocus()

    def _go_back(self) -> None:
        self._shows_person = False
        self._arrange()
        self.search.setFocus()

    # ---- the person

    def _show(self, contact: ContactView | None, forward: bool = True) -> None:
        """This one, or with None nobody."""
        self.question.hide()
        self.said.say("")
        self.form.fill(contact or ContactView())
        for widget in (self.form_area, self.right.buttons):
            widget.setVisible(contact is not None)
        self.hint.setVisible(contact is None)
        if forward:
            self._shows_person = contact is not None
        self._mark_shown()
        self._let()
        self._arrange()

    def _let(self) -> None:
        """What can be pressed now."""
        differs = self.form.differs
        known = bool(self.form.contact.id)
        self.save_button.setEnabled(self.form.can_be_saved)
        self.undo.setEnabled(differs)
        self.remove.setVisible(known)
        self.said.setVisible(bool(self.said.text()))

    def new(self) -> None:
        """Somebody who is not in the directory; a number that was looked for is theirs."""
        if self.files.open:
            return

        def begin() -> None:
            self._show(ContactView())
            self.form.name.setFocus()

        self.keeping(begin)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Have the engine keep it; it says when a number is none."""
        if self.files.open or not self.form.can_be_saved:
            return
        self.question.hide()
        self.truth.link.ask(SaveContact(contact=self.form.written), lambda reply: self._saved(reply, then))

    def _saved(self, reply: Reply, then: Callable[[], None] | None) -> None:
        if self._left:
            return
        if not reply.ok:
            self.say_why(troubles_said.refusal(reply))
            return
        kept = reply.contacts[0] if reply.contacts else self.form.written
        self._show(kept)
        self.say(translate("People", "Saved."))
        self.people.again()
        if then is not None:
            then()

    def _ask_to_remove(self) -> None:
        who = called(self.form.contact)
        self.question.ask(
            translate("People", "Remove %1 from the directory? Calls and promises stay.").replace("%1", who),
            (translate("People", "Remove"), self._remove),
            (translate("People", "Keep"), lambda: None),
        )

    def _remove(self) -> None:
        def removed(reply: Reply) -> None:
            if self._left:
                return
            if not reply.ok:
                self.say_why(troubles_said.refusal(reply))
                return
            self._show(None)
            self.people.again()
            self.search.setFocus()

        self.truth.link.ask(RemoveContact(contact=self.form.contact.id), removed)

    def keeping(self, then: Callable[[], None]) -> None:
        """Do this; what is written and not saved is asked about before."""
        if not self.form.differs:
            then()
            return
        who = called(self.form.written)

        def forget() -> None:
            self._show(self.form.contact)
            then()

        self.question.ask(
            translate("People", "%1 is not saved yet.").replace("%1", who),
            (translate("People", "Save"), lambda: self.save(then)),
            (translate("People", "Do not save"), forget),
            (translate("People", "Go on writing"), lambda: None),
        )

    def again(self) -> None:
        """The directory was changed by a file: nobody is shown, and the list is read again."""
        if not self._left:
            self._show(None)
            self.people.again()

    def say(self, text: str, colour: str = "soft") -> None:
        """Said at the foot of the person."""
        if self._left:
            return
        self.said.say(text, colour)
        self.said.setVisible(bool(text))

    def say_why(self, why: Trouble) -> None:
        """The engine would not, and why."""
        self.say(f"{why.happened} {why.do}".strip(), "warn")

    # ---- going

    @property
    def unsaved(self) -> str:
        """Whom something is being written of, or that a file is being looked at."""
        if self.files.open:
            return translate("People", "The file with people has not been brought in yet.")
        if self.written is None:
            return ""
        return translate("People", "%1 is not saved yet.").replace("%1", called(self.form.written))

    def turn_to(self, contact: ContactView) -> None:
        """Show this one; what is not saved is asked about before."""
        here = self.form.contact
        if contact.id != here.id if contact.id else contact != here:
            self.keeping(lambda: self._show(contact))

    @property
    def written(self) -> tuple[ContactView, ContactView] | None:
        """Whom something is being written of, and that; None when all is saved."""
        return (self.form.contact, self.form.written) if self.form.differs and not self._left else None

    def ask_to_leave(self) -> None:
        """Close, unless something is not saved."""
        self.keeping(self.leave)

    def leave(self) -> None:
        """Once is enough."""
        if not self._left:
            self._left = True
            super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes a question back, or closes."""
        if event.key() != Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.question.isVisible():
            self.question.hide()
            self.form.name.setFocus()
        else:
            self.ask_to_leave()

    def focusNextPrevChild(self, next: bool) -> bool:
        """What the keyboard is on can be seen, in the form too, which scrolls by itself."""
        moved = super().focusNextPrevChild(next)
        focused = QApplication.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self.form_area.ensureWidgetVisible(focused)
        return moved

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it, as Esc does."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.ask_to_leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line that is typed in: the arrows walk the list, Enter goes to the person."""
        if watched is self.form and event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: 3, Key.Key_PageUp: -3}
            key = Key(event.key())
            if key in step:
                self.list.step(step[key])
                return True
            if key in (Key.Key_Return, Key.Key_Enter) and self.people.entries and not self.people.waits:
                if self.list.chosen < 0:
                    self.list.choose(0)
                self._opened(self.list.currentIndex())
                self.form.name.setFocus()
                return True
        return super().eventFilter(watched, event)
