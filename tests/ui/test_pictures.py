"""Every typical moment in every size, theme and language, drawn and measured.

No picture is compared with a kept one: letters differ from machine to machine. What is asserted is what a
person would complain about: a text that is cut, things over one another or outside the window, letters that
cannot be told from their ground. With ONE_MOMENT_PICTURES=folder the pictures are written there, to be
looked at.
"""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from desk.core.model import Presence
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.scenes import SCENES, by
from ui.app import LANGUAGES, Language
from ui.bits import Words
from ui.strip import Strip
from ui.theme import SIZES, THEMES, contrast

SIZES_SEEN = ((1024, 600), (1280, 800), (1920, 1080))
FOLDER = os.environ.get("ONE_MOMENT_PICTURES")
# a theme changes no place: it is enough to draw each in one size, unless somebody wants to look at them all
SEEN = [
    (size, theme)
    for size in SIZES_SEEN
    for theme in THEMES
    if FOLDER or size == (1024, 600) or theme == "light"
]
GROW = [
    "serving",
    "overdue",
    "trouble",
    "closed",
    "long",
    "talking",
    "swap",
    "headset_lost",
    "outcome",
    "machine",
]
MAY_ELIDE = {"long"}  # a scene made of texts that are too long


def picture(desk: Desk, name: str) -> QImage:
    image = desk.window.grab().toImage()
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        image.save(f"{FOLDER}/{name}.png")
    return image


def seen(desk: Desk, kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
    over = desk.window.sheet or (desk.window.notice if desk.window.notice.isVisible() else None)
    root: QWidget = over or desk.window
    return [
        w for kind in kinds for w in root.findChildren(kind) if w.isVisible() and w.window() is desk.window
    ]


def place(desk: Desk, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(desk.window, QPoint(0, 0)), widget.size())


def scrolls_over(desk: Desk, widget: QWidget) -> QScrollArea | None:
    """The scroll area that a widget is in, if it is inside one that has somewhere to scroll to."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.verticalScrollBar().maximum() > 0:
            return parent
        parent = parent.parentWidget()
    return None


def check(desk: Desk, scene: str) -> None:
    texts, controls = seen(desk, (Words,)), seen(desk, (QAbstractButton, QLineEdit))
    for widget in texts + controls:
        rect = place(desk, widget)
        out = f"{widget.accessibleName()!r} reaches out of the window"
        assert rect.left() >= 0, out
        assert rect.right() < desk.window.width(), out
        if scrolls_over(desk, widget) is None:
            assert rect.top() >= 0, out
            assert rect.bottom() < desk.window.height(), out
        assert widget.height() >= widget.minimumSizeHint().height(), f"{widget} is squeezed"
    for text in texts:
        assert isinstance(text, Words)
        if text.lines > 1:
            needed = text.heightForWidth(text.width())
            assert text.height() >= needed, f"{text.text()!r} is cut: {text.height()} px of {needed}"
        if scene not in MAY_ELIDE:
            assert not text.hides_some, f"{text.text()!r} does not fit into {text.width()} px"
    for control in controls:
        touch = desk.look.px(SIZES.touch)
        assert control.height() >= touch, f"{control.accessibleName()!r} is too small for a finger"
        assert control.width() >= touch, f"{control.accessibleName()!r} is too small for a finger"
    for kind in (texts, controls):
        for (one, at), (other, there) in combinations([(w, place(desk, w)) for w in kind], 2):
            assert not at.intersects(there), f"{one.accessibleName()!r} is over {other.accessibleName()!r}"


def read_contrast(desk: Desk, image: QImage, text: Words) -> float:
    """The contrast of the letters as drawn with the ground as drawn."""
    rect = place(desk, text).intersected(QRect(0, 0, image.width(), image.height()))
    ground = image.pixelColor(max(rect.left() - 1, 0), rect.center().y()).name()
    step = max(1, rect.width() // 300)
    drawn = {
        image.pixel(x, y)
        for x in range(rect.left(), rect.right(), step)
        for y in range(rect.top(), rect.bottom())
    }
    return max((contrast(ground, f"#{colour & 0xFFFFFF:06x}") for colour in drawn), default=21.0)


@pytest.mark.parametrize(("size", "theme"), SEEN, ids=str)
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_or_over_another(
    desk: MakeDesk, scene: str, size: tuple[int, int], theme: str
) -> None:
    one = desk(SCENES[scene], *size, theme=theme)
    image = picture(one, f"{scene}-{size[0]}x{size[1]}-{theme}")
    check(one, scene)
    if size[0] == 1024:  # letters are drawn alike in every size
        for text in seen(one, (Words,)):
            assert isinstance(text, Words)
            if text.text() and scrolls_over(one, text) is None:
                assert read_contrast(one, image, text) >= 4.0, (
                    text.text()
                )  # thin letters are drawn a little lighter


@pytest.mark.parametrize("language", ["es", "de", "fr"])
@pytest.mark.parametrize("scene", SCENES)
def test_the_other_languages_fit_the_smallest_window(
    desk: MakeDesk, in_english: Language, scene: str, language: str
) -> None:
    in_english.speak(language)
    one = desk(replace(SCENES[scene], language=language), 1024, 600)
    picture(one, f"{scene}-1024x600-{language}")
    check(one, scene)


@pytest.mark.parametrize("scale", [125, 150, 175, 200])
@pytest.mark.parametrize("scene", GROW)
def test_what_grows_scrolls_rather_than_breaks(desk: MakeDesk, scene: str, scale: int) -> None:
    one = desk(SCENES[scene], 1024, 600, scale=scale)
    picture(one, f"{scene}-1024x600-{scale}")
    check(one, scene)
    assert one.window.scroll_area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_card_of_a_promise(desk: MakeDesk, in_english: Language, language: str, scale: int) -> None:
    in_english.speak(language)
    one = desk(replace(SCENES["overdue"], language=language), 1024, 600, scale=scale)
    for id in (5, 6):
        one.window.sheets.promise(id)
        one.settle()
        picture(one, f"promise{id}-1024x600-{language}-{scale}")
        check(one, "overdue")
        if scale == 100:
            assert one.window.sheet is not None
            assert one.window.sheet.area.verticalScrollBar().maximum() == 0, "all of it is seen at once"


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("give", [True, False])
def test_the_choice_of_a_time(
    desk: MakeDesk, in_english: Language, give: bool, language: str, scale: int
) -> None:
    in_english.speak(language)
    times = tuple(by(h, m) for h in (10, 11, 12) for m in (0, 15, 30, 45))[3:11]
    one = desk(replace(SCENES["overdue"], language=language, new_times=times), 1024, 600, scale=scale)
    one.window.sheets.new_time(5, give)
    one.settle()
    picture(one, f"time{give}-1024x600-{language}-{scale}")
    check(one, "overdue")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help(desk: MakeDesk, in_english: Language, language: str) -> None:
    in_english.speak(language)
    one = desk(replace(SCENES["quiet"], language=language), 1024, 600)
    one.window.sheets.help()
    one.settle()
    picture(one, f"help-1024x600-{language}")
    check(one, "quiet")
    assert one.window.sheet is not None
    assert one.window.sheet.area.verticalScrollBar().maximum() == 0, "all of it is seen at once"
    said = " ".join(text.accessibleName() for text in one.window.sheet.findChildren(Words))
    for shortcut in one.window.findChildren(QShortcut):
        assert f"{shortcut.key().toString()}:" in said


@pytest.mark.parametrize("size", SIZES_SEEN, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("theme", THEMES)
def test_the_engine_is_lost(desk: MakeDesk, size: tuple[int, int], theme: str) -> None:
    one = desk(SCENES["serving"], *size, theme=theme)
    one.engine.close()
    one.qtbot.waitUntil(lambda: one.window.notice.isVisible())
    one.settle()
    picture(one, f"lost-{size[0]}x{size[1]}-{theme}")
    check(one, "lost")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", [s for s in SCENES if s != "long"])
def test_the_strip(desk: MakeDesk, in_english: Language, scene: str, language: str) -> None:
    in_english.speak(language)
    one = desk(replace(SCENES[scene], language=language), 1024, 600)
    strip = Strip(one.look, one.truth, one.engine_state)
    one.qtbot.addWidget(strip)
    strip.show()
    strip.resize(1024, 56)
    assert strip.inside is not None
    strip.inside.resize(1024, 56)
    one.settle()
    if FOLDER:
        strip.grab().save(f"{FOLDER}/strip-{scene}-{language}.png")
    assert strip.inside.minimumSizeHint().width() <= 1024
    parts = [strip.switch, strip.next, strip.button, strip.line, strip.menu]
    rects = [QRect(w.mapTo(strip, QPoint(0, 0)), w.size()) for w in parts if w.isVisible()]
    assert all(strip.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for a, b in combinations(rects, 2))
    assert strip.next.width() >= 240, "there is room to read what is next"
    assert (
        not strip.switch.choices[Presence.SERVING].width()
        < strip.switch.choices[Presence.SERVING].sizeHint().width()
    )


def test_nothing_moves_aside_when_the_desk_comes_to_scroll(desk: MakeDesk) -> None:
    one = desk(SCENES["free"], 1024, 600)
    kept = (one.window.top.clock, one.window.top.menu, one.window.promised)
    before = [(place(one, w).left(), place(one, w).right()) for w in kept]
    one.show(SCENES["talking"])
    area = one.window.scroll_area
    assert area.verticalScrollBar().maximum() > 0
    assert [(place(one, w).left(), place(one, w).right()) for w in kept] == before
    assert area.over.isVisible()
    area.over.setValue(area.over.maximum())
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    assert place(one, area.over).left() > place(one, one.window.promised).right()
