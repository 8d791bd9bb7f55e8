"""Words and letters without a screen: for the command that writes files."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QLocale

from ui.language import Language

_kept: list[QCoreApplication] = []


def speak(language: str, *, drawing: bool = False) -> Language:
    """Say everything in this language from now on. With `drawing` there are letters to draw with too."""
    if QCoreApplication.instance() is None:
        # whatever screen there may be, nothing is to be shown on it
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if drawing:
            from PySide6.QtGui import QGuiApplication

            _kept.append(QGuiApplication(sys.argv[:1]))
        else:
            _kept.append(QCoreApplication(sys.argv[:1]))
    return Language(language)


def has_decimal_comma(country: str) -> bool:
    """Whether numbers are written with a comma in this country, in the language that is spoken."""
    territory = QLocale.codeToTerritory(country)
    return QLocale(QLocale().language(), territory).decimalPoint() == ","
