from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.core.model import Doing
from desk.link_types import Reply, SendKeys
from tests.ui.people import TALKING, WITH_HER, Bare, MakeBare, bare
from tests.ui.scenes import QUIET
from ui.keypad_sheet import KeypadSheet

__all__ = ["bare"]
Key = Qt.Key


def opened(bare: MakeBare) -> Bare:
    one = bare(WITH_HER)
    one.window.put(KeypadSheet(one.look, one.truth, one.window, "t"))
    one.settle()
    return one


def sheet(desk: Bare) -> KeypadSheet:
    assert isinstance(desk.window.sheet, KeypadSheet)
    return desk.window.sheet


def sent(desk: Bare) -> str:
    return "".join(r.keys for r in desk.engine.of(SendKeys))  # type: ignore[attr-defined]


def test_keys_of_the_keyboard_and_of_the_sheet_go_out_in_order(bare: MakeBare) -> None:
    one = opened(bare)
    one.press(Key.Key_Return)  # no key is chosen yet: nothing
    QTest.keyClicks(sheet(one), "4x0*#")
    QTest.mouseClick(sheet(one).keys["7"], Qt.MouseButton.LeftButton)
    one.qtbot.waitUntil(lambda: sent(one) == "40*#7")
    assert sheet(one).keys["*"].accessibleName() == "Star"


def test_a_key_can_be_read_for_a_second_and_is_a_dot_then(bare: MakeBare) -> None:
    one = opened(bare)
    QTest.keyClicks(sheet(one), "123")
    assert sheet(one).shown.text() == "•• 3"
    one.qtbot.waitUntil(lambda: sheet(one).shown.text() == "•••", timeout=10_000)
    assert not [v for v in vars(sheet(one)).values() if v in ("3", "123")], "kept nowhere"


def test_a_refusal_is_said_below_the_keys(bare: MakeBare) -> None:
    one = opened(bare)
    one.engine.answers = lambda r: Reply(id=r.id, ok=False, happened="It is on hold.", do="Resume it.")
    QTest.keyClicks(sheet(one), "1")
    one.qtbot.waitUntil(lambda: sheet(one).refusal.text() == "It is on hold. Resume it.")


def test_it_closes_when_the_call_is_not_spoken_with(bare: MakeBare) -> None:
    one = opened(bare)
    one.show(replace(QUIET, calls=(replace(TALKING, doing=Doing.PARKED),)))
    assert one.window.sheet is None
