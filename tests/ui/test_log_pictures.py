"""The log's window in its sizes, themes and languages: nothing cut, nothing over another. The pictures are
written where ONE_MOMENT_PICTURES says, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import Exporting, ExportRows
from tests.ui.log_reader import Log, some_rows
from tests.ui.test_pictures import FOLDER
from ui.app import Language
from ui.bits import Words
from ui.help_sheet import HelpSheet
from ui.log_view import LogView
from ui.pin_sheet import PinSheet
from ui.theme import SIZES

SEEN = (
    ((1024, 600), "light", 100, "en"),
    ((1024, 600), "dark", 100, "de"),
    ((1024, 600), "light", 100, "fr"),
    ((1024, 600), "contrast", 100, "es"),
    ((1280, 800), "light", 100, "en"),
    ((1920, 1080), "dark", 100, "en"),
    ((1920, 1080), "light", 200, "de"),
)


@pytest.fixture
def log(qtbot: QtBot, tmp_path: Path) -> Iterator[Log]:
    one = Log(qtbot, tmp_path / "r.sock", some_rows(400))
    yield one
    one.close()


def picture(log: Log, name: str) -> None:
    log.settle()
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        log.window.grab().save(f"{FOLDER}/{name}.png")


def place(log: Log, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(log.window, QPoint(0, 0)), widget.size())


def ours(root: QWidget, log: Log, kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
    """What is seen of this room's parts: the panels beside it have pictures of their own."""
    view = log.window.view
    others = [view.figures, view.story] if isinstance(view, LogView) else []
    found = [w for kind in kinds for w in root.findChildren(kind) if w.isVisible()]
    return [w for w in found if not any(other.isAncestorOf(w) for other in others)]


def check(log: Log, root: QWidget) -> None:
    texts, controls = ours(root, log, (Words,)), ours(root, log, (QAbstractButton, QLineEdit))
    controls = [w for w in controls if w.accessibleName()]
    for widget in texts + controls:
        rect = place(log, widget)
        assert log.window.rect().contains(rect), f"{widget.accessibleName()!r} reaches out of the window"
    for text in texts:
        assert isinstance(text, Words)
        assert not text.hides_some, f"{text.text()!r} does not fit into {text.width()} px"
    for control in controls:
        touch = log.look.px(SIZES.touch)
        assert control.height() >= touch, f"{control.accessibleName()!r} is too small for a finger"
        assert control.width() >= touch, f"{control.accessibleName()!r} is too small for a finger"
    for kind in (texts, controls):
        for (one, at), (other, there) in combinations([(w, place(log, w)) for w in kind], 2):
            assert not at.intersects(there), f"{one.accessibleName()!r} is over {other.accessibleName()!r}"


@pytest.mark.parametrize(("size", "theme", "scale", "language"), SEEN, ids=str)
def test_nothing_is_cut_or_over_another(
    log: Log, in_english: Language, size: tuple[int, int], theme: str, scale: int, language: str
) -> None:
    in_english.speak(language)
    log.look.remember("theme", theme)
    log.look.remember("scale", scale)
    log.window.build()
    log.open(*size)
    name = f"log-{size[0]}x{size[1]}-{theme}-{scale}-{language}"
    view = log.window.view
    assert view is not None
    picture(log, name)
    check(log, log.window)
    log.window.wanted.narrow(ends=(End.LOST, End.LATE), met=(Presence.SERVING,), internal=False)
    log.here()
    log.window.file.begin(ExportRows(file="/home/eva/Documents/One Moment.csv"))
    log.reader.say(Exporting(file="/home/eva/Documents/One Moment.csv", done=2500, of=10_000))
    log.qtbot.waitUntil(lambda: view.bar.export.of == 10_000)
    picture(log, f"{name}-narrowed")
    check(log, log.window)
    log.window.wanted.narrow(text="nobody of this name")
    log.here()
    picture(log, f"{name}-empty")
    check(log, log.window)
    log.window.wanted.clear()
    log.here()
    view.open_story(log.calls()[0])
    picture(log, f"{name}-story")
    log.window.file._end("")
    view.close_story()
    for sheet, does in (("export", log.window.export), ("days", log.window.pick_days)):
        does()
        assert log.window.sheet is not None
        picture(log, f"{name}-{sheet}")
        check(log, log.window.sheet)
        log.window.sheet.leave()
    pin = PinSheet(log.look, log.window, "This is not the PIN. Wait 30 seconds, then try again.")
    pin.enter()
    picture(log, f"{name}-pin")
    check(log, pin)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_where_there_is_little_room_the_buttons_give_way_to_the_search(
    log: Log, in_english: Language, scale: int
) -> None:
    in_english.speak("de")
    log.look.remember("scale", scale)
    log.window.build()
    log.open(1024, 600)
    view = log.window.view
    assert view is not None
    view.lock_button.show()
    view.arranged()
    picture(log, f"log-little-room-{scale}")
    assert view.help_button.isVisible() is (scale == 100)
    buttons = (view.columns, view.help_button, view.export_button, view.lock_button)
    seen = [(w, place(log, w)) for w in (view.search, *buttons) if w.isVisible()]
    for (one, at), (other, there) in combinations(seen, 2):
        assert not at.intersects(there), f"{one.accessibleName()!r} is over {other.accessibleName()!r}"
    for button, at in seen[1:]:
        assert at.width() >= button.sizeHint().width(), f"{button.accessibleName()!r} is cut"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_keys_of_the_log_stand_on_its_help(log: Log, in_english: Language, language: str) -> None:
    in_english.speak(language)
    log.open(1024, 600)
    QTest.keyClick(log.window, Qt.Key.Key_F1)
    sheet = log.window.sheet
    assert isinstance(sheet, HelpSheet)
    picture(log, f"log-help-{language}")
    check(log, sheet)
    assert sheet.area.verticalScrollBar().maximum() == 0, "all of it is seen at once"
    said = " ".join(w.accessibleName() for w in sheet.findChildren(Words))
    for shortcut in log.window.findChildren(QShortcut):
        assert shortcut.key().toString().replace("Ctrl", "Strg" if language == "de" else "Ctrl") in said
