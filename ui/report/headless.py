"""Words and letters without a screen: for the command that writes files."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from ui.language import Language

_kept: list[QCoreApplication] = []


@contextlib.contextmanager
def spoken(language: str, *, drawing: bool = False) -> Iterator[None]:
    """Everything is said in this language meanwhile. With `drawing` there are letters to draw with too."""
    if QCoreApplication.instance() is None:
        # whatever screen there may be, nothing is to be shown on it
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if drawing:
            from PySide6.QtGui import QGuiApplication

            _kept.append(QGuiApplication(sys.argv[:1]))
        else:
            _kept.append(QCoreApplication(sys.argv[:1]))
    before = QLocale()
    said = Language(language)
    try:
        yield
    finally:
        said.hush()
        QLocale.setDefault(before)


def has_decimal_comma(country: str) -> bool:
    """Whether numbers are written with a comma in this country: its spreadsheets then expect semicolons."""
    there = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country))
    return there.decimalPoint() == ","
