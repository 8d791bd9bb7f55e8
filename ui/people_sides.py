"""The two sides of the people window, as they look: the list that is searched, and the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.bits import Words, column
from ui.button import Button
from ui.look import Look
from ui.people_list import FoundPeople
from ui.person_sheet import PersonForm
from ui.question import Question
from ui.scrolling import Scrolling
from ui.theme import SIZES
from ui.two_lines import TwoLines

translate = QCoreApplication.translate


def _row(look: Look, *buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


class FindSide(QWidget):
    """A line to type in, who is found by it, and the ways in and out of the directory."""

    def __init__(self, look: Look, people: FoundPeople) -> None:
        super().__init__()
        layout = column(look, self, gap=12)
        self.search = QLineEdit()
        self.search.setMaxLength(80)
        self.search.setPlaceholderText(translate("People", "Name, company or number"))
        self.search.setAccessibleName(translate("People", "Find somebody by name, company or number"))
        self.list = TwoLines(look, translate("People", "People found"), rows=2)
        self.list.setModel(people)
        self.nobody = Words(look, SIZES.body, colour="soft", lines=4)
        self.new = Button(look, translate("People", "New"), key=translate("Keys", "Ctrl+N"))
        self.bring_in = Button(look, translate("People", "Import"))
        self.write_out = Button(look, translate("People", "Export"))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nobody)
        layout.addStretch(0)
        layout.addLayout(_row(look, self.new, self.bring_in, self.write_out))


class PersonSide(QWidget):
    """The form, what there is to say of it, and what can be done with it; a hint while it is nobody's."""

    def __init__(self, look: Look, form: PersonForm) -> None:
        super().__init__()
        layout = column(look, self, gap=12)
        self.hint = Words(look, SIZES.body, colour="soft", lines=3)
        self.hint.say(translate("People", "Choose somebody in the list, or add somebody new."))
        self.area = Scrolling(form)
        self.said = Words(look, SIZES.body, colour="soft", lines=4)
        self.question = Question(look)
        save, keys = translate("People", "Save"), translate("Keys", "Ctrl+S")
        self.save = Button(look, save, key=keys, kind="main")
        self.undo = Button(look, translate("People", "Undo"))
        self.remove = Button(look, translate("People", "Remove"))
        self.back = Button(look, translate("People", "Back to the list"), kind="quiet")
        self.buttons = QWidget()
        self.buttons.setLayout(_row(look, self.save, self.undo, self.remove))
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.hint)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.question)
        layout.addWidget(self.buttons)
