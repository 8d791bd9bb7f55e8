"""A recording as a wave that can be moved about in: by click, by drag, and by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from desk.log_types import RecordingTold
from ui.button import paint_ring
from ui.look import Look

translate = QCoreApplication.translate
STEP = 5  # seconds that an arrow key moves


class Wave(QAbstractSlider):
    """A slider over the seconds of a recording, in tenths. `wanted` is a second the person moved to."""

    wanted = Signal(float)

    def __init__(self, look: Look, recording: RecordingTold) -> None:
        super().__init__()
        self.look, self.levels = look, recording.levels
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setRange(0, round(recording.seconds * 10))
        self.setSingleStep(STEP * 10)
        self.setPageStep(STEP * 10)
        self.setAccessibleName(translate("Player", "Where in the recording"))
        self.setAccessibleDescription(translate("Player", "Left and right move by 5 seconds"))
        self.valueChanged.connect(lambda _: self.update())

    @property
    def at(self) -> float:
        """The second it stands at."""
        return self.value() / 10

    def move_to(self, seconds: float) -> None:
        """It is played here now; a slider held by a finger stays with the finger."""
        if not self.isSliderDown():
            self.setValue(round(seconds * 10))

    def sizeHint(self) -> QSize:
        """High enough for a finger."""
        return QSize(self.look.px(200), self.look.px(52))

    def minimumSizeHint(self) -> QSize:
        """It can still be pressed."""
        return QSize(self.look.px(80), self.look.px(52))

    def _second(self, event: QMouseEvent) -> int:
        pad = self.look.px(6)
        part = (event.position().x() - pad) / max(self.width() - 2 * pad, 1)
        return round(min(max(part, 0.0), 1.0) * self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To there."""
        self.setSliderDown(True)
        self.setValue(self._second(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Along with the finger."""
        if self.isSliderDown():
            self.setValue(self._second(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is played from where it was let go."""
        self.setSliderDown(False)
        self.wanted.emit(self.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by 5 seconds, Home and End."""
        to = {
            Qt.Key.Key_Left: self.value() - STEP * 10,
            Qt.Key.Key_Right: self.value() + STEP * 10,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }.get(Qt.Key(event.key()))
        if to is None:
            event.ignore()
            return
        self.setValue(to)
        self.wanted.emit(self.at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, those heard already in the accent, and a line at where it is."""
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pad = px(6)
        room, middle = self.width() - 2 * pad, self.height() / 2
        count = max(1, min(200, room // max(px(4), 3)))
        width = room / count
        part = self.value() / self.maximum() if self.maximum() else 0.0
        for i in range(count):
            level = self._loudest(i, count)
            half = max(1.0, level * (middle - px(5)))
            painter.setBrush(look.colour("accent" if (i + 0.5) / count <= part else "soft"))
            bar = QRectF(pad + i * width + width * 0.2, middle - half, width * 0.6, 2 * half)
            painter.drawRoundedRect(bar, width * 0.3, width * 0.3)
        painter.setBrush(look.colour("ink"))
        painter.drawRect(QRectF(pad + part * room - px(1), px(3), max(2, px(2)), self.height() - 2 * px(3)))
        if self.hasFocus():
            paint_ring(painter, look, self)
        painter.end()

    def _loudest(self, i: int, count: int) -> float:
        if not self.levels:
            return 0.0
        first = i * len(self.levels) // count
        last = max((i + 1) * len(self.levels) // count, first + 1)
        return min(max(self.levels[first:last]), 1.0)
