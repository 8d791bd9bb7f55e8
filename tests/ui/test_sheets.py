"""Sheets over the desk: callers are taken from under them, and what was being written waits."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.link_types import SaveContact, TakeCall
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.people import WITH_HER, found
from tests.ui.scenes import READY, SCENES
from tests.ui.test_talking import click, press
from ui.help_sheet import HelpSheet
from ui.import_sheet import ImportSheet
from ui.pass_on_sheet import PassOnSheet
from ui.people_window import PeopleWindow
from ui.promise_sheet import PromiseSheet
from ui.sheet import Sheet

Key = Qt.Key


def up(one: Desk) -> Sheet | None:
    return one.window.sheet


def line_of(one: Desk) -> str:
    sheets = one.window.sheets
    return sheets.words.text() if sheets.isVisible() else ""


def test_the_menu_opens_it_on_whom_the_person_speaks_with(desk: MakeDesk) -> None:
    one = desk(WITH_HER)
    one.engine.answers = found
    one.window.sheets.people()
    window = one.window.sheet
    assert isinstance(window, PeopleWindow)
    assert window.form.name.text() == "Mrs Okafor"
    assert "People" in [a.text() for a in one.window.top.menu.menu().actions()]


def test_what_is_being_written_outlives_another_size_of_the_window(desk: MakeDesk) -> None:
    one = desk(WITH_HER)
    one.engine.answers = found
    one.window.sheets.people()
    window = one.window.sheet
    assert isinstance(window, PeopleWindow)
    window.form.name.setText("Mrs Adaeze Okafor")
    one.look.remember("scale", 125)
    one.settle()
    again = one.window.sheet
    assert isinstance(again, PeopleWindow)
    assert again is not window
    assert again.form.name.text() == "Mrs Adaeze Okafor"
    one.window.sheets.help()
    assert isinstance(up(one), HelpSheet), "help is read, and the writing waits"
    assert line_of(one) == "Mrs Adaeze Okafor is not saved yet."
    one.look.remember("scale", 100)
    one.settle()
    assert up(one) is None, "nor does what waits come up by itself"
    click(one.window.sheets.go_on)
    again = one.window.sheet
    assert isinstance(again, PeopleWindow)
    again.save()
    assert one.asked(SaveContact).contact.id == "okafor"  # type: ignore[attr-defined]


def test_a_caller_can_be_taken_from_the_people_window_and_what_is_written_waits(desk: MakeDesk) -> None:
    one = desk(replace(SCENES["holding"], side=READY))
    one.engine.answers = found
    one.window.sheets.people()
    window = one.window.sheet
    assert isinstance(window, PeopleWindow)
    assert (window.meanwhile.label, window.meanwhile.key_hint) == ("Take Mrs Okafor", "F5")
    window.new()
    window.form.name.setFocus()
    QTest.keyClicks(window.form.name, "Ben Ade")
    press(one, Key.Key_F6)
    press(one, Key.Key_F7)
    assert up(one) is window, "keys that have nothing to do leave it"
    press(one, Key.Key_F5)
    assert one.asked(TakeCall).call == "h"  # type: ignore[attr-defined]
    assert not window.isVisible()
    assert line_of(one) == "Ben Ade is not saved yet."

    one.show(replace(WITH_HER, side=READY))  # they speak; back to the form, and to the call again
    click(one.window.sheets.go_on)
    assert up(one) is window
    assert QApplication.focusWidget() is window.form.name, "where the writing was left"
    QTest.keyClicks(window.form.name, "yemi")
    assert window.form.name.text() == "Ben Adeyemi"
    assert window.meanwhile.label == "To the call"
    click(window.meanwhile)
    assert up(one) is None
    press(one, Key.Key_F7)
    passing_on = up(one)
    assert isinstance(passing_on, PassOnSheet)
    assert not passing_on.meanwhile.isVisible()
    press(one, Key.Key_Escape)

    click(one.window.talk.person)  # whom they speak with: first what is not saved is asked about
    assert up(one) is window
    assert window.question.words.text() == "Ben Adeyemi is not saved yet."
    click(window.question.answers[1])
    assert window.form.name.text() == "Mrs Okafor"
    press(one, Key.Key_Escape)
    assert line_of(one) == ""


def test_a_file_that_is_looked_at_waits_too(desk: MakeDesk) -> None:
    one = desk(replace(SCENES["holding"], side=READY))
    one.engine.answers = found
    one.window.sheets.people()
    window = one.window.sheet
    assert isinstance(window, PeopleWindow)
    window.files.import_from("/somewhere/people.csv")
    press(one, Key.Key_F5)
    assert line_of(one) == "The file with people has not been brought in yet."
    click(one.window.sheets.go_on)
    assert window.findChildren(ImportSheet)[0].isVisible()


def test_a_note_to_a_promise_waits_while_a_caller_is_taken(desk: MakeDesk) -> None:
    view = replace(SCENES["holding"], side=READY)
    one = desk(view)
    one.window.sheets.promise(view.promises[0].id)
    note = one.window.sheet
    assert isinstance(note, PromiseSheet)
    note.note.setFocus()
    QTest.keyClicks(note.note, "wants the blue one")
    press(one, Key.Key_F5)
    assert one.asked(TakeCall).call == "h"  # type: ignore[attr-defined]
    assert line_of(one) == "Your note about Bell & Co is not saved yet."
    one.show(replace(view, promises=view.promises[1:]))
    assert line_of(one) == "", "a promise that is gone needs no note"
    assert one.window.sheets.away == []


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)], ids=str)
@pytest.mark.parametrize("scene", ["holding", "came_back", "talking"])
def test_the_way_to_a_caller_stands_on_the_sheet(desk: MakeDesk, scene: str, size: tuple[int, int]) -> None:
    one = desk(replace(SCENES[scene], side=READY), *size)
    one.engine.answers = found
    for opens in (one.window.sheets.people, one.window.sheets.headset, one.window.sheets.help):
        opens()
        one.settle()
        sheet = up(one)
        assert sheet is not None
        button, title = sheet.meanwhile, sheet.title
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width(), "its words can be read"
        assert not title.hides_some
        assert sheet.close_button.geometry().left() > button.geometry().right()
