from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk.core.views import ContactView
from desk.link_types import (
    ExportContacts,
    FindContacts,
    ImportContacts,
    RemoveContact,
    Reply,
    Request,
    SaveContact,
)
from tests.ui.people import BEN, CLARA, PEOPLE, WITH_HER, Bare, MakeBare, bare, found
from ui.import_sheet import ImportSheet
from ui.people_list import TITLE
from ui.people_window import PeopleWindow

__all__ = ["bare"]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(bare: MakeBare, contact: ContactView | None = None, width: int = 1280, height: int = 800) -> Bare:
    one = bare(WITH_HER, width, height)
    one.window.put(PeopleWindow(one.look, one.truth, one.window, contact))
    one.qtbot.waitUntil(lambda: not sheet(one).people.waits)
    one.settle()
    return one


def sheet(desk: Bare) -> PeopleWindow:
    assert isinstance(desk.window.sheet, PeopleWindow)
    return desk.window.sheet


def titles(desk: Bare) -> list[str]:
    people = sheet(desk).people
    return [str(people.data(people.index(i), TITLE)) for i in range(people.rowCount())]


def refusing(kind: type[Request], happened: str, do: str) -> object:
    return lambda r: Reply(id=r.id, ok=False, happened=happened, do=do) if isinstance(r, kind) else found(r)


def saved(desk: Bare) -> ContactView:
    request = desk.asked(SaveContact)
    assert isinstance(request, SaveContact)
    return request.contact


def test_found_as_typed_and_opened_by_the_keyboard_alone(bare: MakeBare) -> None:
    one = opened(bare)
    assert titles(one)[:2] == ["Ben Adeyemi", "Clara Fontaine"]
    QTest.keyClicks(sheet(one).search, "weber")
    one.qtbot.waitUntil(lambda: titles(one) == ["Jonas Weber"])
    one.press(Key.Key_Return)
    form = sheet(one).form
    assert (form.name.text(), form.numbers[0].field.text()) == ("Jonas Weber", "+49 30 901820")
    assert form.language.accessibleName() == "Language: Deutsch"
    assert form.name.hasFocus()


def test_what_is_changed_is_saved_and_the_rest_left_as_it_was(bare: MakeBare) -> None:
    one = opened(bare, CLARA)
    form = sheet(one).form
    assert not sheet(one).save_button.isEnabled()
    form.notes.setPlainText("Away on Fridays")
    form.ticks["vip"].click()
    one.press(Key.Key_S, CTRL)
    assert saved(one) == replace(CLARA, notes="Away on Fridays", vip=True)
    one.qtbot.waitUntil(lambda: sheet(one).said.text() == "Saved.")
    assert not sheet(one).save_button.isEnabled()


def test_somebody_new_with_two_numbers(bare: MakeBare) -> None:
    one = opened(bare)
    one.press(Key.Key_N, CTRL)
    form = sheet(one).form
    QTest.keyClicks(form.name, "Amara")
    QTest.keyClicks(form.numbers[0].field, "020 7946 0111")
    QTest.mouseClick(form.more, Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.numbers[1].field, "245")
    one.press(Key.Key_S, CTRL)
    assert saved(one) == ContactView(name="Amara", numbers=("020 7946 0111", "245"))


def test_a_caller_who_is_not_known_yet_can_be_saved_as_they_are(bare: MakeBare) -> None:
    one = opened(bare, ContactView(numbers=("+442079460199",)))
    assert sheet(one).form.name.hasFocus()
    assert sheet(one).save_button.isEnabled()
    one.press(Key.Key_Escape)
    assert one.window.sheet is None, "nothing was written: nothing is asked"


def test_a_wrong_number_is_answered_where_it_stands_and_nothing_is_lost(bare: MakeBare) -> None:
    one = opened(bare, BEN)
    one.engine.answers = refusing(SaveContact, "12ab is not a number.", "Write it as you would dial it.")  # type: ignore[assignment]
    sheet(one).form.numbers[0].field.setText("12ab")
    one.press(Key.Key_S, CTRL)
    one.qtbot.waitUntil(lambda: sheet(one).said.text().startswith("12ab is not a number. Write"))
    assert sheet(one).form.numbers[0].field.text() == "12ab"
    assert sheet(one).save_button.isEnabled()


def test_who_else_has_a_number_is_said_at_the_number(bare: MakeBare) -> None:
    one = opened(bare, CLARA)
    first, second = sheet(one).form.numbers
    one.qtbot.waitUntil(lambda: first.shared.text() == "Also the number of Dr Dietrich")
    assert not second.shared.isVisible()


def test_what_is_not_saved_is_asked_about_before_it_goes(bare: MakeBare) -> None:
    one = opened(bare, CLARA)
    window = sheet(one)
    window.form.name.setText("Clara Brown")
    window.list.choose(0)
    one.settle()
    assert window.question.words.text() == "Clara Brown is not saved yet."
    assert window.list.chosen == 1, "the list shows who is shown"
    assert window.question.answers[-1].hasFocus()
    one.press(Key.Key_Escape)
    assert not window.question.isVisible()
    assert window.form.name.text() == "Clara Brown"
    one.press(Key.Key_Escape)
    QTest.mouseClick(window.question.answers[0], Qt.MouseButton.LeftButton)
    assert saved(one).name == "Clara Brown"
    one.qtbot.waitUntil(lambda: one.window.sheet is None)


def test_do_not_save_goes_on_with_what_was_wanted(bare: MakeBare) -> None:
    one = opened(bare, CLARA)
    window = sheet(one)
    window.form.name.setText("Clara Brown")
    window.list.choose(0)
    window.question.answers[1].click()
    assert window.form.name.text() == "Ben Adeyemi"
    assert not one.engine.of(SaveContact)


def test_removing_asks_once(bare: MakeBare) -> None:
    one = opened(bare, BEN)
    window = sheet(one)
    window.remove.click()
    assert "Ben Adeyemi" in window.question.words.text()
    window.question.answers[-1].click()
    assert not one.engine.of(RemoveContact)
    window.remove.click()
    window.question.answers[0].click()
    assert one.asked(RemoveContact) == RemoveContact(contact="ben")
    one.qtbot.waitUntil(lambda: window.hint.isVisible())


def test_a_list_of_many_is_fetched_as_it_is_scrolled_and_keeps_who_is_shown(bare: MakeBare) -> None:
    many = tuple(replace(BEN, id=str(n), name=f"Ben {n}") for n in range(20_000))
    one = bare(WITH_HER)
    one.engine.answers = lambda r: found(r, many)
    one.window.put(PeopleWindow(one.look, one.truth, one.window))
    one.qtbot.waitUntil(lambda: sheet(one).people.rowCount() == 100)
    sheet(one).list.choose(50)
    sheet(one).list.scrollToBottom()
    one.qtbot.waitUntil(lambda: sheet(one).people.rowCount() == 200)
    sheet(one).list.scrollToBottom()
    one.qtbot.waitUntil(lambda: sheet(one).people.rowCount() == 300)
    assert sheet(one).list.chosen == 50
    assert [r.skip for r in one.engine.of(FindContacts) if not r.text] == [0, 100, 200]  # type: ignore[attr-defined]


def test_an_answer_to_an_earlier_text_is_dropped(bare: MakeBare) -> None:
    one = opened(bare)
    held: list[Request] = []
    one.engine.answers = lambda r: held.append(r) if isinstance(r, FindContacts) else found(r)
    QTest.keyClicks(sheet(one).search, "b")
    one.qtbot.waitUntil(lambda: len(held) == 1)
    QTest.keyClicks(sheet(one).search, "en")
    one.qtbot.waitUntil(lambda: len(held) == 2)
    for request in reversed(held):
        reply = found(request)
        assert reply is not None
        one.engine.send(reply)
    one.qtbot.waitUntil(lambda: titles(one) == ["Ben Adeyemi"])
    one.settle()
    assert titles(one) == ["Ben Adeyemi"]


def test_one_at_a_time_where_there_is_no_room_for_two(bare: MakeBare) -> None:
    one = opened(bare, width=700)
    window = sheet(one)
    assert window.left.isVisible()
    assert not window.right.isVisible()
    one.press(Key.Key_Return)
    assert not window.left.isVisible()
    assert window.form.name.hasFocus()
    window.back.click()
    assert window.left.isVisible()
    assert window.search.hasFocus()


# ---- files


def importing(desk: Bare) -> ImportSheet:
    sheet(desk).files.import_from("/somewhere/people.csv")
    sheets = sheet(desk).findChildren(ImportSheet)
    return sheets[-1]


def test_a_file_is_looked_at_before_anything_changes(bare: MakeBare) -> None:
    one = opened(bare)
    preview = importing(one)
    one.qtbot.waitUntil(lambda: preview.bring_in.isVisible())
    assert preview.summary.text().split("     ") == [
        "New: 2",
        "Changed: 1",
        "As they are: 240",
        "Problems: 2",
    ]
    rows = [preview.changes.data(preview.changes.index(i)) for i in range(preview.changes.rowCount())]
    assert rows[0] == "Line 14: '12ab' is no number that can be called., problem"
    assert rows[2] == "Ben Adeyemi, changed, Company: Billing → Accounts; Numbers: 214 → 214, 215"
    assert [r.apply for r in one.engine.of(ImportContacts)] == [False]  # type: ignore[attr-defined]
    one.press(Key.Key_Return)  # on none of the buttons
    one.press(Key.Key_Return, CTRL)
    one.qtbot.waitUntil(lambda: "They are in the directory now." in preview.trouble.text())
    assert [r.apply for r in one.engine.of(ImportContacts)] == [False, True]  # type: ignore[attr-defined]
    one.qtbot.waitUntil(lambda: len(one.engine.of(FindContacts)) >= 2)  # the list is looked for anew
    one.press(Key.Key_Return)
    assert isinstance(one.window.sheet, PeopleWindow)


def test_leaving_a_file_changes_nothing(bare: MakeBare) -> None:
    one = opened(bare)
    preview = importing(one)
    one.qtbot.waitUntil(lambda: preview.bring_in.isVisible())
    one.press(Key.Key_Escape)
    assert not preview.isVisible()
    assert isinstance(one.window.sheet, PeopleWindow)
    assert len(one.engine.of(ImportContacts)) == 1


def test_a_file_that_cannot_be_read_is_said(bare: MakeBare) -> None:
    one = opened(bare)
    one.engine.answers = refusing(ImportContacts, "This is no CSV file.", "Choose another file.")  # type: ignore[assignment]
    preview = importing(one)
    one.qtbot.waitUntil(lambda: preview.trouble.text() == "This is no CSV file. Choose another file.")
    assert not preview.bring_in.isVisible()


def test_export(bare: MakeBare) -> None:
    one = opened(bare)
    sheet(one).files.export_to("/somewhere/people.vcf")
    assert one.asked(ExportContacts) == ExportContacts(file="/somewhere/people.vcf")
    one.qtbot.waitUntil(lambda: sheet(one).said.text() == "Written to /somewhere/people.vcf")


def test_the_dialogs_ask_for_a_file_and_do_not_stop_the_window(bare: MakeBare) -> None:
    one = opened(bare)
    for button, mode in (
        (sheet(one).bring_in, QFileDialog.AcceptMode.AcceptOpen),
        (sheet(one).write_out, QFileDialog.AcceptMode.AcceptSave),
    ):
        button.click()
        dialog = sheet(one).findChildren(QFileDialog)[-1]
        assert dialog.acceptMode() is mode
        dialog.reject()
        one.settle()


def test_everything_can_be_reached_by_tab_and_has_a_name(bare: MakeBare) -> None:
    one = opened(bare, CLARA, 1024, 600)
    seen: list[str] = []
    for _ in range(40):
        one.press(Key.Key_Tab)
        focused = one.window.focusWidget()
        assert focused is not None
        assert not focused.visibleRegion().isEmpty(), f"{focused.accessibleName()!r} is scrolled away"
        seen.append(focused.accessibleName())
    assert {
        "Name",
        "Company",
        "Number",
        "Notes",
        "VIP",
        "Blocked",
        "New",
        "Import",
        "Export",
        "Remove",
        "Close",
    } <= set(seen)
    assert all(seen)
    assert len(PEOPLE) > 1


def test_a_file_that_takes_long_stops_nothing_else(bare: MakeBare) -> None:
    one = opened(bare)
    one.engine.answers = lambda r: None if isinstance(r, ImportContacts) else found(r)
    before = len(one.engine.watchers)
    preview = importing(one)
    one.qtbot.waitUntil(lambda: bool(one.engine.of(ImportContacts)))
    assert len(one.engine.watchers) == before + 1, "a connection of its own"
    assert preview.summary.text() == "The file is being read."
    one.engine.close()  # the engine goes away meanwhile
    one.qtbot.waitUntil(lambda: preview.trouble.text().startswith("The engine did not answer."))
