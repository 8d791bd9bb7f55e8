"""The language the windows speak, and what is printed and exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

TEXTS = Path(__file__).with_name("i18n")
LANGUAGES = ("en", "es", "de", "fr")


class Language(QObject):
    """The language everything is said in. English has a file too: it knows one minute from two minutes."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spoken = ""
        self._translator: QTranslator | None = None
        self.speak(language)

    def speak(self, language: str) -> bool:
        """Speak this language from now on; False when it is the one already spoken."""
        language = language[:2].lower()
        language = language if language in LANGUAGES else "en"
        if language == self.spoken:
            return False
        self.spoken = language
        QLocale.setDefault(QLocale(language))
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        if self._translator.load(str(TEXTS / f"onemoment_{language}.qm")):
            QCoreApplication.installTranslator(self._translator)
        return True

    def hush(self) -> None:
        """Speak no more: what was spoken before is spoken again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
