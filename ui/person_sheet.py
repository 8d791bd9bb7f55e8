"""One person of the directory: name, company, numbers, notes, and what is special about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desk.core.views import ContactView
from desk.link_types import FindContacts, Reply
from ui import words
from ui.bits import Words, column
from ui.button import Button
from ui.link import Link
from ui.look import Look
from ui.people_list import bare, called
from ui.theme import SIZES

translate = QCoreApplication.translate
LANGUAGES = ("en", "es", "de", "fr")
PAUSE = 300  # ms of typing that may go on before it is asked who else has a number


def plain(number: str, country: str) -> str:
    """A number as one types it: with spaces and hyphens that are on the keyboard."""
    return words.pretty(number, country).replace("\u00a0", " ").replace("\u2011", "-")


def language_named(language: str) -> str:
    """A language by its own name."""
    if not language:
        return translate("Person", "As the desk")
    return words.capital(QLocale(language).nativeLanguageName()) or language


class _Number(QWidget):
    """One number: typed in any usual way. The engine says whether it is one."""

    changed = Signal()
    unwanted = Signal()

    def __init__(self, look: Look, number: str, country: str) -> None:
        super().__init__()
        self.number, self.shown = number, plain(number, country)
        layout = column(look, self, gap=2)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.field = QLineEdit(self.shown)
        self.field.setMaxLength(40)
        self.field.setAccessibleName(translate("Person", "Number"))
        self.field.textChanged.connect(self.changed)
        self.remove = Button(look, glyph="cross", name=translate("Person", "Take this number away"))
        self.remove.clicked.connect(self.unwanted)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove)
        layout.addLayout(row)
        self.shared = Words(look, SIZES.small, colour="soft", lines=3)
        self.shared.hide()
        layout.addWidget(self.shared)

    @property
    def value(self) -> str:
        """The number as it is kept, or as it was typed."""
        text = self.field.text().strip()
        return self.number if text == self.shown else text

    def is_shared_with(self, names: list[str]) -> None:
        """Say who else has it."""
        text = translate("Person", "Also the number of %1").replace("%1", ", ".join(names)) if names else ""
        self.shared.say(text)
        self.shared.setVisible(bool(names))


class _Tick(Button):
    """On or off, said in words and with a sign, and a sentence of what it means beside it."""

    def __init__(self, look: Look, text: str, on_change: Callable[[], None]) -> None:
        super().__init__(look, text, glyph="ring")
        self.setCheckable(True)
        self.toggled.connect(self._draw)
        self.toggled.connect(lambda _: on_change())

    def _draw(self, on: bool) -> None:
        self.be("chosen" if on else "plain")
        self.draw_glyph("dot" if on else "ring")


class PersonForm(QWidget):
    """What is written here is kept nowhere until it is saved; `changed` says that it may differ now."""

    changed = Signal()

    def __init__(self, look: Look, link: Link, country: Callable[[], str]) -> None:
        super().__init__()
        self.look, self.link, self.country = look, link, country
        self.contact = ContactView()
        self.numbers: list[_Number] = []
        self._language = ""
        self._filling = False
        outer = column(look, self)
        outer.setContentsMargins(0, 0, look.px(16), 0)  # beside the scroll bar
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(look.px(16))
        self.grid.setVerticalSpacing(look.px(8))
        self.grid.setColumnStretch(1, 1)
        self.name = self._line(translate("Person", "Name"))
        self.company = self._line(translate("Person", "Company"))
        self._add_numbers()
        self._add_language()
        self._add_notes()
        self._add_ticks()
        outer.addLayout(self.grid)
        outer.addStretch(1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask_who_else)
        self.fill(self.contact)

    # ---- its parts

    def _label(self, text: str, top: bool = False) -> int:
        row = self.grid.rowCount()
        label = Words(self.look, SIZES.body, text=text)
        if top:  # in one line with the first of several below one another
            label.setFixedHeight(self.look.px(SIZES.touch))
        self.grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0))
        return row

    def _line(self, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(200)
        field.setAccessibleName(label)
        field.textChanged.connect(self._touched)
        self.grid.addWidget(field, self._label(label), 1)
        return field

    def _add_numbers(self) -> None:
        row = self._label(translate("Person", "Numbers"), top=True)
        self.number_box = QVBoxLayout()
        self.number_box.setSpacing(self.look.px(8))
        self.more = Button(self.look, translate("Person", "Another number"), kind="quiet")
        self.more.clicked.connect(lambda: self._add_number("").field.setFocus())
        self.number_box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.grid.addLayout(self.number_box, row, 1)

    def _add_language(self) -> None:
        row = self._label(translate("Person", "Language"))
        self.language = Button(self.look, glyph="down")
        menu = QMenu(self.language)
        menu.aboutToShow.connect(self._fill_languages)
        self.language.setMenu(menu)
        self.grid.addWidget(self.language, row, 1, Qt.AlignmentFlag.AlignLeft)

    def _add_notes(self) -> None:
        row = self._label(translate("Person", "Notes"), top=True)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(translate("Person", "Notes"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(self.look.px(104))
        self.notes.textChanged.connect(self._touched)
        self.grid.addWidget(self.notes, row, 1)

    def _add_ticks(self) -> None:
        self.ticks: dict[str, _Tick] = {}
        for what, text, meaning in (
            (
                "vip",
                translate("Person", "VIP"),
                translate("Person", "Goes ahead in line and is called back sooner."),
            ),
            (
                "internal",
                translate("Person", "Colleague"),
                translate("Person", "Stands among the first when a call is passed on."),
            ),
            (
                "blocked",
                translate("Person", "Blocked"),
                translate("Person", "Calls are turned away, unless somebody else has the number too."),
            ),
        ):
            row = self.grid.rowCount()
            tick = self.ticks[what] = _Tick(self.look, text, self._touched)
            self.grid.addWidget(tick, row, 0)
            said = Words(self.look, SIZES.body, colour="soft", lines=3, text=meaning)
            self.grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignVCenter)
            tick.setAccessibleDescription(meaning)

    # ---- what stands in it

    def fill(self, kept: ContactView, written: ContactView | None = None) -> None:
        """Show somebody as they are kept, or as they were being written."""
        self._filling = True
        self.contact, contact = kept, written or kept
        self.name.setText(contact.name)
        self.company.setText(contact.company)
        self.notes.setPlainText(contact.notes)
        for number in self.numbers:
            self._drop(number)
        self.numbers = []
        for value in contact.numbers or ("",):
            self._add_number(value)
        self._speak(contact.language)
        for what, tick in self.ticks.items():
            tick.setChecked(bool(getattr(contact, what)))
        self._filling = False
        self._ask_who_else()
        self.changed.emit()

    @property
    def written(self) -> ContactView:
        """Somebody as they stand here now."""
        numbers = tuple(dict.fromkeys(n.value for n in self.numbers if n.value))
        return replace(
            self.contact,
            name=self.name.text().strip(),
            company=self.company.text().strip(),
            numbers=numbers,
            notes=self.notes.toPlainText().strip(),
            language=self._language,
            **{what: tick.isChecked() for what, tick in self.ticks.items()},
        )

    @property
    def differs(self) -> bool:
        """Whether there is something to save."""
        return self.written != replace(self.contact, notes=self.contact.notes.strip())

    @property
    def can_be_saved(self) -> bool:
        """Whether it differs, or is of somebody new of whom there is something to keep."""
        written = self.written
        return self.differs or (not written.id and bool(written.name or written.company or written.numbers))

    def _touched(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _add_number(self, value: str) -> _Number:
        number = _Number(self.look, value, self.country())
        number.changed.connect(self._touched)
        number.changed.connect(lambda: self._pause.start())
        number.unwanted.connect(lambda: self._take_away(number))
        self.numbers.append(number)
        self.number_box.insertWidget(self.number_box.count() - 1, number)
        return number

    def _take_away(self, number: _Number) -> None:
        self.numbers.remove(number)
        self._drop(number)
        if not self.numbers:
            self._add_number("")
        self.more.setFocus()
        self._touched()

    def _drop(self, number: _Number) -> None:
        self.number_box.removeWidget(number)
        number.hide()
        number.deleteLater()

    def _ask_who_else(self) -> None:
        """Two people may share a number: it is said at the number."""
        for number in self.numbers:
            value = number.value
            if len(bare(value)) < 2:
                number.is_shared_with([])
                continue
            self.link.ask(FindContacts(text=value[:80], limit=20), partial(self._who_else, number))

    def _who_else(self, number: _Number, reply: Reply) -> None:
        if not isValid(self) or number not in self.numbers or not reply.ok:
            return
        value, country = bare(number.value), self.country()
        names = [
            called(c)
            for c in reply.contacts
            if c.id != self.contact.id
            and any(value in (n, bare(words.pretty(n, country))) for n in c.numbers)
        ]
        number.is_shared_with(names)

    # ---- the language

    def _speak(self, language: str) -> None:
        self._language = language
        text = language_named(language)
        self.language.say(text)
        self.language.call_it(f"{translate('Person', 'Language')}: {text}")

    def _fill_languages(self) -> None:
        menu = self.language.menu()
        menu.clear()
        others = () if self._language in ("", *LANGUAGES) else (self._language,)
        for language in ("", *LANGUAGES, *others):
            action = menu.addAction(language_named(language))
            action.setCheckable(True)
            action.setChecked(language == self._language)
            action.triggered.connect(lambda _=False, code=language: self._choose(code))

    def _choose(self, language: str) -> None:
        self._speak(language)
        self._touched()
