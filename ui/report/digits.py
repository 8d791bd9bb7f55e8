"""Times and numbers under one another: digits of nearly one width, which a reader of the PDF knows as digits.

The letters' own figures of one width (tnum) are other glyphs: Qt writes them into a PDF without saying which
digits they are, so nobody could look for a time in it or have it read aloud. Here are the usual ones, further
apart. Not so far that a reader takes the gap between two ones for a space.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QRawFont

STEP = 0.615
"""How wide a digit is, in em."""
WIDEST_GAP = 0.095
"""How much wider than by itself, in em: from 0.1 on PDFium sees two words."""


class Digits:
    """Texts in this font, each laid out once."""

    def __init__(self, font: QFont) -> None:
        self._font, self._raw = font, QRawFont.fromFont(font)
        self._em = self._raw.pixelSize()
        self._made: dict[str, tuple[QGlyphRun | None, float]] = {}

    def width(self, text: str) -> float:
        """How wide it is drawn; 0 of nothing."""
        return self._laid(text)[1]

    def draw(self, painter: QPainter, at: QPointF, text: str) -> None:
        """Draw it in the pen's colour; `at` is where its base line begins."""
        run, _ = self._laid(text)
        if run is None:  # a letter that these letters do not have
            painter.setFont(self._font)
            painter.drawText(at, text)
        else:
            painter.drawGlyphRun(at, run)

    def _laid(self, text: str) -> tuple[QGlyphRun | None, float]:
        if text not in self._made:
            self._made[text] = self._lay(text)
        return self._made[text]

    def _lay(self, text: str) -> tuple[QGlyphRun | None, float]:
        glyphs = self._raw.glyphIndexesForString(text)
        advances = self._raw.advancesForGlyphIndexes(glyphs, QRawFont.LayoutFlag.SeparateAdvances)
        known = all(glyphs) and len(glyphs) == len(text)
        places, x = [], 0.0
        for letter, advance in zip(text, advances, strict=False):
            own = advance.x()
            step = min(STEP * self._em, own + WIDEST_GAP * self._em) if letter.isdigit() else own
            places.append(QPointF(x + (step - own) / 2, 0))
            x += step
        if not known:
            return None, x
        run = QGlyphRun()
        run.setRawFont(self._raw)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        return run, x
