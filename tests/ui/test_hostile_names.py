"""A name is shown as it is written, whatever it looks like."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.bits import Words
from ui.button import Button
from ui.look import Look

NAME = '<img src="file:///dev/zero"><b>Ann &amp; Co</b> ' * 20


@pytest.fixture
def look() -> Look:
    return Look()


def test_the_tooltip_of_a_name_is_no_html(qtbot: QtBot, look: Look) -> None:
    words = Words(look)
    qtbot.addWidget(words)
    words.say(NAME)
    words.resize(200, 20)
    words.show()
    assert words.hides_some
    assert "<img" not in words.toolTip()
    assert "&lt;img" in words.toolTip()
    words.say("Bell & Co " * 50)
    assert words.toolTip().startswith("Bell & Co ")


def test_the_tooltip_of_a_button_is_no_html(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Take")
    qtbot.addWidget(button)
    button.call_it(f"Take {NAME}")
    assert "<img" not in button.toolTip()
    assert button.accessibleName() == f"Take {NAME}"
