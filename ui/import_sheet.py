"""People from a file: what would change is shown first, and nothing is changed before it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.core.views import ContactView
from desk.link_types import ContactChange, ImportContacts, Importing, Reply
from ui import troubles_said, words
from ui.bits import Words
from ui.button import Button
from ui.errand import Errand
from ui.look import Look
from ui.people_list import BELOW, BESIDE, TITLE, Index, called, marks
from ui.person_sheet import language_named, plain
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.truth import Truth
from ui.two_lines import TwoLines

translate = QCoreApplication.translate
SHOWN_AT_MOST = 500  # the engine's lists end there, its counts are whole
LONGEST = 600_000  # ms a large file may take


def fields(contact: ContactView, country: str) -> dict[str, str]:
    """Somebody as words, by what each is called."""
    return {
        translate("Person", "Name"): contact.name,
        translate("Person", "Company"): contact.company,
        translate("Person", "Numbers"): ", ".join(plain(n, country) for n in contact.numbers),
        translate("Person", "Notes"): words.quoted(contact.notes.replace("\n", " ")),
        translate("Person", "Language"): language_named(contact.language),
        translate("Import", "Special"): marks(contact),
    }


def difference(change: ContactChange, country: str) -> str:
    """Company: Bell → Bell & Co; of somebody new all there is but the name."""
    after = fields(change.after, country)
    if change.before is None:
        title = called(change.after)
        company, numbers = change.after.company, after[translate("Person", "Numbers")]
        return ", ".join(t for t in (company, numbers, marks(change.after)) if t and t != title)
    nothing = translate("Import", "nothing")
    before = fields(change.before, country)
    said = [f"{k}: {before[k] or nothing} → {v or nothing}" for k, v in after.items() if v != before[k]]
    return "; ".join(said)


class Changes(QAbstractListModel):
    """First what cannot be used, then each change: old and new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[str, str, str]] = []

    def show(self, importing: Importing, country: str) -> None:
        """What a file would change."""
        self.beginResetModel()
        problem = translate("Import", "problem")
        new, changed = translate("Import", "new"), translate("Import", "changed")
        self.rows = [(troubles_said.sentence(text), "", problem) for text in importing.problems]
        self.rows += [
            (called(c.after), difference(c, country), new if c.before is None else changed)
            for c in importing.changes
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """So many are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a row."""
        if not 0 <= index.row() < len(self.rows):
            return None
        title, below, beside = self.rows[index.row()]
        whole = ", ".join(t for t in (title, beside, below) if t)
        return {TITLE: title, BELOW: below, BESIDE: beside, Qt.ItemDataRole.DisplayRole: whole}.get(role)


class ImportSheet(Sheet):
    """Over the people. `done` is called when they have changed."""

    def __init__(
        self, look: Look, truth: Truth, parent: QWidget, file: str, done: Callable[[], None]
    ) -> None:
        name = Path(file).name
        title = translate("Import", "The file %1").replace("%1", words.quoted(name))
        super().__init__(look, parent, title, widest=720)
        self.truth, self.file, self.done, self._left = truth, file, done, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.summary = Words(look, SIZES.name, lines=4)
        self.trouble = Words(look, SIZES.body, colour="warn", lines=5)
        self.trouble.hide()
        self.changes = Changes(self)
        self.list = TwoLines(look, translate("Import", "What changes"), rows=2)
        self.list.setModel(self.changes)
        self.list.hide()
        self.detail = Words(look, SIZES.body, colour="soft", lines=4)
        self.detail.hide()
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        both = translate("Keys", "Ctrl+Enter")
        self.bring_in = Button(look, translate("Import", "Bring in"), key=both, kind="main")
        self.bring_in.clicked.connect(self._bring_in)
        self.bring_in.hide()
        self.leave_it = Button(look, translate("Import", "Leave it"))
        self.leave_it.clicked.connect(self.leave)
        row.addWidget(self.bring_in)
        row.addWidget(self.leave_it)
        row.addStretch(1)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.detail)
        self.body.addLayout(row)
        self.list.selectionModel().currentChanged.connect(self._say_whole)
        self.summary.say(translate("Import", "The file is being read."))
        Errand(truth.link, ImportContacts(file=file), self._read, LONGEST)

    def enter(self, first: QWidget | None = None) -> None:
        """On none of the buttons: nothing is brought in by an Enter that was meant for the file dialog."""
        super().enter(first or self)

    def leave(self) -> None:
        """Once is enough."""
        if not self._left:
            self._left = True
            super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter brings them in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.bring_in.isVisible():
                self.bring_in.click()
            return
        super().keyPressEvent(event)

    def _read(self, reply: Reply) -> None:
        if self._left:
            return
        importing = reply.importing
        if not reply.ok or importing is None:
            self._refused(reply)
            return
        self._summarise(importing)
        country = self.truth.view.country if self.truth.view is not None else ""
        self.changes.show(importing, country)
        self.list.setVisible(bool(self.changes.rows))
        changes = bool(importing.added or importing.changed)
        self.bring_in.setVisible(changes)
        self.leave_it.say(translate("Import", "Leave it") if changes else translate("Sheet", "Close"))
        if importing.added + importing.changed > len(importing.changes):
            first = translate("Import", "The first %1 are shown here.")
            self.detail.say(first.replace("%1", str(len(importing.changes))))
            self.detail.show()
        if not changes:
            self.trouble.say(translate("Import", "Nothing in this file changes anything."), "ink")
            self.trouble.show()

    def _summarise(self, importing: Importing) -> None:
        counts = (
            (translate("Import", "New: %1"), importing.added),
            (translate("Import", "Changed: %1"), importing.changed),
            (translate("Import", "As they are: %1"), importing.unchanged),
        )
        said = [text.replace("%1", f"{n}") for text, n in counts]
        if importing.problems:
            more = "+" if len(importing.problems) >= SHOWN_AT_MOST else ""
            problems = translate("Import", "Problems: %1")
            said.append(problems.replace("%1", f"{len(importing.problems)}{more}"))
        self.summary.say("     ".join(said))

    def _bring_in(self) -> None:
        self.bring_in.setEnabled(False)
        self.leave_it.setEnabled(False)
        self.trouble.say(translate("Import", "They are being brought in."), "ink")
        self.trouble.show()
        Errand(self.truth.link, ImportContacts(file=self.file, apply=True), self._brought, LONGEST)

    def _brought(self, reply: Reply) -> None:
        if reply.ok:
            self.done()
        if self._left:
            return
        self.bring_in.setEnabled(True)
        self.leave_it.setEnabled(True)
        if not reply.ok:
            self._refused(reply)
            return
        if reply.importing is not None:
            self._summarise(reply.importing)
        self.trouble.say(translate("Import", "They are in the directory now."), "ink")
        self.bring_in.hide()
        self.leave_it.say(translate("Sheet", "Close"))
        self.leave_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, reply: Reply) -> None:
        why = troubles_said.refusal(reply)
        self.trouble.say(f"{why.happened} {why.do}".strip(), "warn")
        self.trouble.show()
        if not self.changes.rows:
            self.summary.say(translate("Import", "The file could not be read."))

    def _say_whole(self) -> None:
        """The chosen row whole: in the list it may be cut."""
        row = self.list.chosen
        title, below, _ = self.changes.rows[row] if 0 <= row < len(self.changes.rows) else ("", "", "")
        self.detail.say(below or title)
        self.detail.setVisible(bool(self.detail.text()))
