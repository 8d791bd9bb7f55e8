"""The sheets of the live call, in every size, theme and language, measured as the desk is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest

from desk.link_types import Levels
from tests.ui.people import UNPLUGGED, WITH_HEADSET, WITH_HER, Bare, MakeBare, bare
from tests.ui.test_pictures import check, picture
from ui.app import Language
from ui.headset_sheet import HeadsetSheet
from ui.keypad_sheet import KeypadSheet
from ui.pass_on_sheet import PassOnSheet
from ui.theme import THEMES

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


SHEETS: dict[str, Callable[[Bare], None]] = {
    "pass_on": pass_on,
    "keypad": keypad,
    "headset": headset,
    "unplugged": unplugged,
}


def draw(one: Bare, sheet: str, name: str) -> None:
    SHEETS[sheet](one)
    one.settle()
    picture(one, f"{sheet}-{name}")  # type: ignore[arg-type]
    check(one, "")  # type: ignore[arg-type]


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
