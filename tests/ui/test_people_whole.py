"""The people window on a real engine: kept on disk, read from files and written to them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import Windows
from ui.headset_sheet import HeadsetSheet
from ui.import_sheet import ImportSheet
from ui.people_window import PeopleWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, in_english: object) -> Iterator[Windows]:
    command = [sys.executable, "-m", "desk.cli", "engine", "--data", str(tmp_path)]
    windows = Windows(tmp_path / "engine.sock", command, "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    qtbot.waitUntil(lambda: windows.truth.fresh, timeout=30_000)
    yield windows
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()
    if (engine := windows.keeper.engine) is not None:
        engine.terminate()
        engine.wait(20)


def people(windows: Windows) -> PeopleWindow:
    assert isinstance(windows.desk.sheet, PeopleWindow)
    return windows.desk.sheet


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


@pytest.mark.slow
def test_written_found_brought_in_and_written_out(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    windows.desk.sheets.people()
    window = people(windows)
    qtbot.waitUntil(lambda: window.nobody.isVisible())

    # somebody new; a wrong number first
    press(Key.Key_N, CTRL)
    QTest.keyClicks(window.form.name, "Ben Adeyemi")
    window.form.numbers[0].field.setText("+4412")
    press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.said.text().startswith('No telephone has the number "+4412".'))
    window.form.numbers[0].field.setText("214")
    press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.said.text() == "Saved.")
    qtbot.waitUntil(lambda: window.people.rowCount() == 1)
    assert window.form.contact.id
    assert window.form.contact.numbers == ("214",)

    # a file: looked at, brought in, found
    file = tmp_path / "people.csv"
    file.write_text(
        "name,company,number,notes\nBen Adeyemi,Billing,214,\nMrs Okafor,,+442079460173,mornings\n"
    )
    window.files.import_from(str(file))
    preview = window.findChildren(ImportSheet)[-1]
    qtbot.waitUntil(lambda: preview.bring_in.isVisible(), timeout=20_000)
    assert preview.summary.text().startswith("New: 1     Changed: 1"), preview.summary.text()
    press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: preview.trouble.text() == "They are in the directory now.", timeout=20_000)
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: window.people.rowCount() == 2)
    window.search.setFocus()
    QTest.keyClicks(window.search, "0173")
    qtbot.waitUntil(lambda: window.people.rowCount() == 1)
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: window.form.notes.toPlainText() == "mornings")

    # and out again
    out = tmp_path / "people.vcf"
    window.files.export_to(str(out))
    qtbot.waitUntil(lambda: window.said.text() == f"Written to {out}", timeout=20_000)
    assert "Mrs Okafor" in out.read_text()

    # removed after being asked once
    window.remove.click()
    window.question.answers[0].click()
    qtbot.waitUntil(lambda: window.people.rowCount() == 0)


@pytest.mark.slow
def test_the_headset_of_this_machine_is_spoken_of_truly(qtbot: QtBot, windows: Windows) -> None:
    windows.desk.sheets.headset()
    sheet = windows.desk.sheet
    assert isinstance(sheet, HeadsetSheet)
    view = windows.truth.view
    assert view is not None
    qtbot.waitUntil(lambda: sheet.percent.text().strip() == "100 %")
    headset = view.side.headset
    assert sheet.test.isEnabled() is headset.ready
    assert sheet.problem.isVisible() is bool(headset.problem and not headset.ready)
    sheet.mute.click()
    qtbot.waitUntil(lambda: sheet.muted.isVisible())
    sheet.volume.setValue(10)
    qtbot.waitUntil(
        lambda: windows.truth.view is not None and windows.truth.view.side.headset.volume == 0.5,
        timeout=10_000,
    )
