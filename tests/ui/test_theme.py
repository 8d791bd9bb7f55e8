from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics

from ui.look import Look
from ui.theme import PAIRS, SCALES, SIZES, THEMES, Colours, contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(theme: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
@pytest.mark.parametrize("ground", ["ground", "card", "sunk"])
def test_the_ring_of_the_keyboard_is_seen(theme: Colours, ground: str) -> None:
    assert contrast(theme.focus, getattr(theme, ground)) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_pairs_name_colours_that_exist() -> None:
    names = {f.name for f in fields(Colours)}
    assert {name for pair in PAIRS for name in pair} <= names


@pytest.mark.usefixtures("qapp")
def test_sizes_grow_from_100_to_200_percent() -> None:
    look = Look()
    seen = []
    for scale in SCALES:
        look.remember("scale", scale)
        seen.append((look.px(SIZES.touch), look.font().pixelSize()))
    assert seen[0] == (44, 15)
    assert seen[-1] == (88, 30)
    assert seen == sorted(seen)


@pytest.mark.usefixtures("qapp")
def test_a_large_window_is_read_from_further_away() -> None:
    look = Look()
    for (width, height), px in (
        ((1024, 600), 100),
        ((1280, 800), 100),
        ((1920, 1080), 137),
        ((3840, 2160), 175),
    ):
        look.fit_to(width, height)
        assert look.px(1000) == px * 10
    look.remember("scale", 100)
    assert look.px(1000) == 1000


@pytest.mark.usefixtures("qapp")
def test_figures_are_all_of_one_width() -> None:
    metrics = QFontMetrics(Look().font(SIZES.name))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


@pytest.mark.usefixtures("qapp")
def test_what_was_chosen_is_remembered_and_nonsense_is_not(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    look = Look(file)
    for name, value in (
        ("theme", "dark"),
        ("scale", 150),
        ("edge", "top"),
        ("person", "Ana"),
        ("shape", "strip"),
    ):
        look.remember(name, value)
    again = Look(file)
    assert (again.theme, again.scale, again.edge, again.person, again.shape) == (
        "dark",
        150,
        "top",
        "Ana",
        "strip",
    )
    file.write_text("[General]\ntheme=pink\nscale=9000\nstrip=left\n")
    again = Look(file)
    assert (again.theme, again.scale, again.edge) == ("system", 0, "bottom")
