from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.core.model import Doing
from desk.link_types import Consult, FindContacts, Reply, Request, SendCall
from tests.ui.people import PEOPLE, TALKING, WITH_HER, Bare, MakeBare, bare, found
from tests.ui.scenes import QUIET
from ui.pass_on_sheet import PassOnSheet
from ui.people_list import TITLE

__all__ = ["bare"]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(bare: MakeBare, width: int = 1280, height: int = 800, **remembered: str | int) -> Bare:
    one = bare(WITH_HER, width, height, **remembered)
    one.window.put(PassOnSheet(one.look, one.truth, one.window, "t"))
    one.qtbot.waitUntil(lambda: not sheet(one).people.waits)
    one.settle()
    return one


def sheet(desk: Bare) -> PassOnSheet:
    assert isinstance(desk.window.sheet, PassOnSheet)
    return desk.window.sheet


def typed(desk: Bare, text: str) -> None:
    QTest.keyClicks(sheet(desk).search, text)
    desk.qtbot.waitUntil(lambda: not sheet(desk).people.waits)
    desk.settle()


def titles(desk: Bare) -> list[str]:
    people = sheet(desk).people
    return [str(people.data(people.index(i), TITLE)) for i in range(people.rowCount())]


def test_colleagues_stand_first_each_number_in_a_row_and_nobody_is_chosen(bare: MakeBare) -> None:
    one = opened(bare)
    assert titles(one)[:3] == ["Ben Adeyemi", "Clara Fontaine", "Clara Fontaine"]
    assert sheet(one).title.text() == "Pass Mrs Okafor on"
    assert not sheet(one).ask_first.isEnabled()
    one.press(Key.Key_Return)
    assert not one.engine.of(Consult)


@pytest.mark.parametrize(
    ("modifier", "request_"),
    [
        (Qt.KeyboardModifier.NoModifier, Consult(call="t", to="230")),
        (CTRL, SendCall(call="t", to="230")),
    ],
)
def test_type_and_enter(bare: MakeBare, modifier: Qt.KeyboardModifier, request_: Request) -> None:
    one = opened(bare)
    typed(one, "radio")
    one.press(Key.Key_Return, modifier)
    assert one.asked(type(request_)) == request_
    one.qtbot.waitUntil(lambda: one.window.sheet is None)


def test_the_arrows_walk_the_list_while_the_line_is_typed_in(bare: MakeBare) -> None:
    one = opened(bare)
    typed(one, "radio")
    one.press(Key.Key_Down)
    one.press(Key.Key_Return)
    assert one.asked(Consult) == Consult(call="t", to="+442079460130")


def test_enter_before_the_answer_waits_for_it(bare: MakeBare) -> None:
    one = opened(bare)
    typed(one, "b")
    assert titles(one)[0] == "Ben Adeyemi"
    QTest.keyClicks(sheet(one).search, "\b", delay=0)
    sheet(one).search.selectAll()
    QTest.keyClicks(sheet(one).search, "clara")
    QTest.keyClick(sheet(one).search, Key.Key_Return)
    assert one.asked(Consult) == Consult(call="t", to="230")


def test_a_number_that_is_typed_is_meant_as_it_is(bare: MakeBare) -> None:
    one = opened(bare)
    typed(one, "23")
    assert titles(one)[:2] == ["23", "Clara Fontaine"]
    one.press(Key.Key_Return)
    assert one.asked(Consult) == Consult(call="t", to="23")


def test_a_number_that_somebody_has_is_shown_by_its_name(bare: MakeBare) -> None:
    one = opened(bare)
    typed(one, "020 7946 0130")
    assert titles(one)[0] == "Clara Fontaine"
    one.press(Key.Key_Return, CTRL)
    assert one.asked(SendCall) == SendCall(call="t", to="+442079460130")


def test_a_refusal_is_said_in_the_sheet_and_it_can_be_tried_again(bare: MakeBare) -> None:
    one = opened(bare)
    one.engine.answers = lambda r: (
        Reply(id=r.id, ok=False, happened="This number is not called from here.", do="Choose another.")
        if isinstance(r, SendCall)
        else found(r)
    )
    typed(one, "ben")
    one.press(Key.Key_Return, CTRL)
    one.qtbot.waitUntil(lambda: sheet(one).refusal.isVisible())
    assert sheet(one).refusal.accessibleName() == "This number is not called from here. Choose another."
    assert sheet(one).ask_first.isEnabled()
    one.press(Key.Key_Return)
    one.qtbot.waitUntil(lambda: one.window.sheet is None)


@pytest.mark.parametrize(
    "calls",
    [(), (replace(TALKING, doing=Doing.TRANSFERRING),), (TALKING, replace(TALKING, id="o", for_call="t"))],
)
def test_it_closes_by_itself(bare: MakeBare, calls: tuple[object, ...]) -> None:
    one = opened(bare)
    one.show(replace(QUIET, calls=calls))
    assert one.window.sheet is None


def test_twenty_thousand_people_are_asked_for_in_parts(bare: MakeBare) -> None:
    many = tuple(replace(PEOPLE[0], id=str(n), name=f"Ben {n}") for n in range(20_000))
    one = bare(WITH_HER)
    one.engine.answers = lambda r: found(r, many)
    one.window.put(PassOnSheet(one.look, one.truth, one.window, "t"))
    one.qtbot.waitUntil(lambda: sheet(one).people.rowCount() == 100)
    sheet(one).list.scrollToBottom()
    one.qtbot.waitUntil(lambda: sheet(one).people.rowCount() == 200)
    assert [r.skip for r in one.engine.of(FindContacts)] == [0, 100]  # type: ignore[attr-defined]
    assert titles(one)[199] == "Ben 199"
