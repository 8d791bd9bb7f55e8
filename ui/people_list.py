"""People found by what is typed, as a list asked for in parts: twenty thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desk.core.views import ContactView
from desk.link_types import FindContacts, Reply
from ui import troubles_said, words
from ui.link import Link

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
PART = 100
"""People asked for at once: their notes are in the answer, and a line of the link has an end."""
MANY_LETTERS = 50_000  # of notes: the engine ends an answer before its line is too long
PAUSE = 80  # ms of typing that may go on before it is asked
IN_A_NUMBER = frozenset("0123456789+*# \u00a0()-\u2011/.")

TITLE, BELOW, BESIDE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: somebody and one of their numbers, or with nobody a number as it was typed."""

    contact: ContactView | None
    number: str = ""


def is_number(text: str) -> bool:
    """Whether what was typed can be dialled as it is."""
    return IN_A_NUMBER.issuperset(text) and any(c.isdigit() for c in text)


def bare(text: str) -> str:
    """The digits of a number as it was typed, to be compared."""
    return "".join(c for c in text if c.isdigit() or c in "+*#")


def called(contact: ContactView) -> str:
    """What somebody is called by: the name, else the company, else the number."""
    numbered = contact.numbers[0] if contact.numbers else translate("People", "No name yet")
    return contact.name or contact.company or numbered


def marks(contact: ContactView) -> str:
    """What is to be known of somebody at a glance, in words."""
    said = (
        (contact.blocked, translate("People", "blocked")),
        (contact.vip, translate("People", "VIP")),
        (contact.internal, translate("People", "colleague")),
    )
    return ", ".join(text for is_so, text in said if is_so)


class FoundPeople(QAbstractListModel):
    """What the engine found for a text, more of it as the list is scrolled.

    `found` says that the answer to what was last typed is here, `refused` why there is none. With `to_dial`
    each number of a person is a row, and a number that was typed is the first of them.
    """

    found = Signal()
    refused = Signal(object)

    def __init__(
        self, link: Link, country: Callable[[], str], to_dial: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.link, self.country, self.to_dial = link, country, to_dial
        self.entries: list[Entry] = []
        self.text = ""
        self._contacts: dict[str, ContactView] = {}
        self._asked = 0  # numbers what is asked: an answer to an earlier text is dropped
        self._answered = 0
        self._came = 0  # people that came for this text, so far
        self._more = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)

    @property
    def waits(self) -> bool:
        """True while what is shown is not yet what was typed."""
        return self._pause.isActive() or self._asked != self._answered

    def seek(self, text: str) -> None:
        """Look for this, when the typing pauses."""
        self.text = text.strip()[:80]
        self._pause.start()

    def again(self) -> None:
        """Look for the same anew, at once."""
        self._pause.stop()
        self._ask()

    def row_of(self, id: str) -> int:
        """The row of somebody, -1 when they are not among those that are here."""
        return next((i for i, e in enumerate(self.entries) if e.contact and e.contact.id == id), -1)

    def _ask(self, skip: int = 0) -> None:
        self._asked += 1
        request = FindContacts(text=self.text, limit=PART, skip=skip, internal_first=self.to_dial)
        n = self._asked
        self.link.ask(request, lambda reply: self._came_back(reply, n, skip))

    def _came_back(self, reply: Reply, n: int, skip: int) -> None:
        if n != self._asked:
            return
        self._answered = n
        if not reply.ok:
            self._more = False
            self.refused.emit(troubles_said.refusal(reply))
            return
        new = [c for c in reply.contacts if not skip or c.id not in self._contacts]
        self._more = bool(new) and (len(reply.contacts) >= PART or _large(reply))
        if skip:
            self._came += len(reply.contacts)
            entries = [entry for contact in new for entry in self._rows(contact)]
            if entries:
                at = len(self.entries)
                self.beginInsertRows(QModelIndex(), at, at + len(entries) - 1)
                self.entries += entries
                self.endInsertRows()
        else:
            self._came = len(reply.contacts)
            self.beginResetModel()
            self.entries = [entry for contact in new for entry in self._rows(contact)]
            if self.to_dial and is_number(self.text):
                self._put_typed_first()
            self._contacts.clear()
            self.endResetModel()
        self._contacts |= {c.id: c for c in new}
        self.found.emit()

    def _rows(self, contact: ContactView) -> list[Entry]:
        if self.to_dial:
            return [Entry(contact, number) for number in contact.numbers]
        return [Entry(contact, contact.numbers[0] if contact.numbers else "")]

    def _put_typed_first(self) -> None:
        """A number that was typed is meant as it is: never another one that merely begins with it."""
        typed = bare(self.text)
        forms = {typed, bare(words.pretty(typed, self.country()))}
        same = [e for e in self.entries if {e.number, bare(words.pretty(e.number, self.country()))} & forms]
        others = [e for e in self.entries if e not in same]
        self.entries = [*(same or [Entry(None, self.text)]), *others]

    # ---- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """So many are here."""
        return 0 if parent.isValid() else len(self.entries)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than are here."""
        return self._more and not self.waits

    def fetchMore(self, parent: Index) -> None:
        """The list was scrolled to its end."""
        self._ask(skip=self._came)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a row; a screen reader has them all in one."""
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        contact, number = entry.contact, words.pretty(entry.number, self.country())
        if contact is None:
            title, below, beside = number, translate("People", "the number as typed"), ""
        elif self.to_dial:
            below = ", ".join(t for t in (contact.company if contact.name else "", contact.notes) if t)
            title, beside = called(contact), number
            below = below.replace("\n", " ") or marks(contact)
        else:
            company = contact.company if contact.name else ""
            title, beside = called(contact), marks(contact)
            below = ", ".join(t for t in (company, number) if t and t != title)
        return {
            TITLE: title,
            BELOW: below,
            BESIDE: beside,
            Qt.ItemDataRole.DisplayRole: ", ".join(t for t in (title, beside, below) if t),
        }.get(role)


def _large(reply: Reply) -> bool:
    """Whether the engine may have stopped for the length of its answer."""
    return sum(len(contact.notes) for contact in reply.contacts) > MANY_LETTERS
