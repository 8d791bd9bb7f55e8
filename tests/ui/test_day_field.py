"""A day that is typed, in whatever way people type one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.app import Language
from ui.day_field import DayField, written

TYPED = ["07032025", "07/03/2025", "7/3/2025", "7.3.2025", "7 3 2025", "07-03-2025"]


@pytest.mark.parametrize("before", ["all selected", "home", "just come"])
@pytest.mark.parametrize("typed", TYPED)
def test_a_day_is_typed_over_another(qtbot: QtBot, before: str, typed: str) -> None:
    field = DayField(date(2026, 11, 22), "GB")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    if before == "all selected":
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    elif before == "home":
        QTest.keyClick(field, Qt.Key.Key_Home)
    for key in typed:
        QTest.keyClicks(field, key)
    assert field.day == date(2025, 3, 7)


def test_what_is_between_goes_on_without_a_figure(qtbot: QtBot) -> None:
    field = DayField(date(2026, 11, 22), "DE")
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Home)
    for key in "./2024":
        QTest.keyClicks(field, key)
    assert field.day == date(2024, 11, 22)


@pytest.mark.parametrize(
    ("language", "country", "as_there"),
    [
        ("en", "GB", "dd/MM/yyyy"),
        ("en", "US", "MM/dd/yyyy"),
        ("de", "DE", "dd.MM.yyyy"),
        ("de", "CH", "dd.MM.yyyy"),
        ("fr", "FR", "dd/MM/yyyy"),
        ("es", "ES", "dd/MM/yyyy"),
        ("en", "SE", "yyyy-MM-dd"),
    ],
)
def test_it_is_written_as_in_the_country(
    in_english: Language, language: str, country: str, as_there: str
) -> None:
    in_english.speak(language)
    assert written(country) == as_there, QLocale().name()
