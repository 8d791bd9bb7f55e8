"""The sheets of the live call, in every size, theme and language, measured as the desk is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from desk.link_types import Levels
from tests.ui.people import CLARA, UNPLUGGED, WITH_HEADSET, WITH_HER, Bare, MakeBare, bare
from tests.ui.test_pictures import picture, place, scrolls_over, seen
from ui.app import Language
from ui.bits import Words
from ui.headset_sheet import HeadsetSheet
from ui.import_sheet import ImportSheet
from ui.keypad_sheet import KeypadSheet
from ui.pass_on_sheet import PassOnSheet
from ui.people_window import PeopleWindow
from ui.theme import SIZES, THEMES

__all__ = ["bare"]


def pass_on(one: Bare) -> None:
    sheet = PassOnSheet(one.look, one.truth, one.window, "t")
    one.window.put(sheet)
    QTest.keyClicks(sheet.search, "b")
    one.qtbot.waitUntil(lambda: not sheet.people.waits and sheet.list.chosen == 0)


def keypad(one: Bare) -> None:
    sheet = KeypadSheet(one.look, one.truth, one.window, "t")
    one.window.put(sheet)
    for key in "1234":
        sheet.press(key)


def headset(one: Bare) -> None:
    one.show(WITH_HEADSET)
    sheet = HeadsetSheet(one.look, one.truth, one.window)
    one.window.put(sheet)
    one.engine.send(Levels(microphone=0.7, speaker=0.3))
    one.qtbot.waitUntil(lambda: sheet.you.filled > 0)


def unplugged(one: Bare) -> None:
    one.show(UNPLUGGED)
    one.window.put(HeadsetSheet(one.look, one.truth, one.window))


def people(one: Bare) -> None:
    sheet = PeopleWindow(one.look, one.truth, one.window)
    one.window.put(sheet)
    one.qtbot.waitUntil(lambda: bool(sheet.people.entries))
    sheet.list.choose(1)
    sheet._opened(sheet.list.currentIndex())
    one.qtbot.waitUntil(lambda: any(n.shared.isVisible() for n in sheet.form.numbers))


def people_asks(one: Bare) -> None:
    sheet = PeopleWindow(one.look, one.truth, one.window, contact=CLARA)
    one.window.put(sheet)
    sheet.form.name.setText("Clara Fontaine-Brown")
    sheet.ask_to_leave()


def importing(one: Bare) -> None:
    window = PeopleWindow(one.look, one.truth, one.window)
    one.window.put(window)
    window.files.import_from("/home/ana/people from the old system.csv")
    sheet = window.findChildren(ImportSheet)[0]
    one.window.sheet = sheet
    one.qtbot.waitUntil(lambda: sheet.bring_in.isVisible())


SHEETS: dict[str, Callable[[Bare], None]] = {
    "pass_on": pass_on,
    "keypad": keypad,
    "headset": headset,
    "unplugged": unplugged,
    "people": people,
    "people_asks": people_asks,
    "importing": importing,
}


def in_view(one: Bare, widget: QWidget) -> QRect:
    """Where it can be seen: what is scrolled away is nowhere."""
    rect = place(one, widget)  # type: ignore[arg-type]
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            view = parent.viewport()
            rect &= QRect(view.mapTo(one.window, QPoint(0, 0)), view.size())
        parent = parent.parentWidget()
    return rect


def check(one: Bare) -> None:
    texts = seen(one, (Words,))  # type: ignore[arg-type]
    controls = seen(one, (QAbstractButton, QLineEdit, QPlainTextEdit, QListView, QSlider))  # type: ignore[arg-type]
    assert one.window.sheet is not None
    card = one.window.sheet.card
    touch = one.look.px(SIZES.touch)
    for widget in (*texts, *controls):
        name, rect = widget.accessibleName(), place(one, widget)  # type: ignore[arg-type]
        assert name or not isinstance(widget, Words) or not widget.text()
        assert rect.left() >= card.x(), f"{name!r} reaches out of the sheet"
        assert rect.right() <= card.geometry().right(), f"{name!r} reaches out of the sheet"
        if scrolls_over(one, widget) is None:  # type: ignore[arg-type]
            assert card.geometry().contains(rect), f"{name!r} reaches out of the sheet"
        assert widget.height() >= widget.minimumSizeHint().height(), f"{name!r} is squeezed"
    for text in texts:
        assert isinstance(text, Words)
        assert not text.hides_some, f"{text.text()!r} does not fit into {text.width()} px"
        assert text.lines == 1 or text.height() >= text.heightForWidth(text.width()), (
            f"{text.text()!r} is cut"
        )
    for control in controls:
        assert control.accessibleName(), control
        assert min(control.height(), control.width()) >= touch, f"{control.accessibleName()!r} is small"
    everything = [(w, in_view(one, w)) for w in (*texts, *controls)]
    for (a, at), (b, there) in combinations([(w, r) for w, r in everything if not r.isEmpty()], 2):
        if not (a.isAncestorOf(b) or b.isAncestorOf(a)):
            assert not at.intersects(there), f"{a.accessibleName()!r} is over {b.accessibleName()!r}"


def draw(one: Bare, sheet: str, name: str) -> None:
    SHEETS[sheet](one)
    one.settle()
    picture(one, f"{sheet}-{name}")  # type: ignore[arg-type]
    check(one)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("sheet", SHEETS)
def test_sizes_and_themes(bare: MakeBare, sheet: str, size: tuple[int, int], theme: str) -> None:
    draw(bare(WITH_HER, *size, theme=theme), sheet, f"{size[0]}x{size[1]}-{theme}")


@pytest.mark.parametrize("language", ["es", "de", "fr"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_languages(bare: MakeBare, in_english: Language, sheet: str, language: str) -> None:
    in_english.speak(language)
    draw(bare(replace(WITH_HER, language=language), 1024, 600), sheet, f"1024x600-{language}")


@pytest.mark.parametrize("scale", [150, 200])
@pytest.mark.parametrize("sheet", SHEETS)
def test_scales(bare: MakeBare, sheet: str, scale: int) -> None:
    draw(bare(WITH_HER, 1024, 600, scale=scale), sheet, f"1024x600-{scale}")
