"""Who was thanked is told at the desk: calmly, one at a time, until it is put away."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.core.model import Presence
from desk.core.views import ThanksView
from tests.ui.conftest import MakeDesk
from tests.ui.scenes import AT, SCENES
from ui.look import Look

QUIET = SCENES["quiet"] if "quiet" in SCENES else next(iter(SCENES.values()))
QUIET = replace(QUIET, state=Presence.FREE, chosen=Presence.FREE, still_serving_since=None)
ANA = ThanksView(id=41, name="Ana", at=AT, text="That was <b>kind</b>.", by="Supervisor")
BEN = ThanksView(id=57, name="Ben", at=AT)


def test_it_is_put_away_by_one_key_and_stays_away(desk: MakeDesk) -> None:
    one = desk(replace(QUIET, thanks=(ANA, BEN)))
    line = one.window.thanks
    assert line.isVisible()
    assert line.accessibleName() == "Thank you, Ana! “That was <b>kind</b>.” (Supervisor)"
    assert QApplication.focusWidget() is not line.away  # it takes the keyboard from nobody
    line.away.setFocus()
    QTest.keyClick(line.away, Qt.Key.Key_Return)
    assert line.accessibleName() == "Thank you, Ben!"
    QTest.keyClick(line.away, Qt.Key.Key_Space)
    assert not line.isVisible()
    one.show(replace(QUIET, thanks=(ANA, BEN), garbage=1))
    one.window.build()
    assert one.window.thanks.isHidden()


def test_what_was_put_away_is_remembered(tmp_path: Path) -> None:
    look = Look(tmp_path / "window.ini")
    look.keep("thanks", "57")
    assert Look(tmp_path / "window.ini").kept("thanks") == "57"


def test_nothing_new_comes_up_while_serving(desk: MakeDesk) -> None:
    serving = replace(QUIET, state=Presence.SERVING, chosen=Presence.SERVING)
    one = desk(serving)
    one.show(replace(serving, thanks=(ANA,)))
    assert one.window.thanks.isHidden()
    one.show(replace(QUIET, thanks=(ANA,)))
    assert one.window.thanks.isVisible()
    one.show(replace(serving, thanks=(ANA,)))
    assert one.window.thanks.isVisible()  # nor goes anything away
