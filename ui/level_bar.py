"""How loud it is, as a bar: what we say, or what we hear."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.bits import paint_box
from ui.look import Look

STEPS = 24  # it moves in steps: what changes less than that is not drawn again


class LevelBar(QWidget):
    """A trough that fills from the left. It moves only while somebody is spoken with or the headset is
    tested; what it says stands beside it in words, so it has a name and no value to read out.
    """

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look, self.filled = look, 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: float) -> None:
        """`level` is 0 to 1, in even steps for the ear."""
        filled = round(min(max(level, 0.0), 1.0) * STEPS)
        if filled != self.filled:
            self.filled = filled
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.look.px(160), self.look.px(12))

    def minimumSizeHint(self) -> QSize:
        """It still tells something when it is short."""
        return QSize(self.look.px(60), self.look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The trough, and what is in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "edge" if self.look.c.border > 1 else ""
        paint_box(painter, self.look, QRectF(self.rect()), "sunk", edge, 6)
        if self.filled:
            width = max(self.height(), self.width() * self.filled / STEPS)
            painter.setPen(Qt.PenStyle.NoPen)
            paint_box(painter, self.look, QRectF(0, 0, width, self.height()), "accent", "", 6)
        painter.end()
