"""A call as a line from its ring to its end: how long what was heard took, and where a key was pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk.core.model import Doing
from desk.log_types import StepKind, Story
from ui import story_call, words
from ui.bits import tip
from ui.look import Look
from ui.theme import SIZES

WAITED = (Doing.HOLDING, Doing.PARKED)
"""What is waiting: hatched, and warm."""
SPOKEN = (Doing.TALKING, Doing.RECORDING)


class CallLine(QWidget):
    """The list of steps says the same: so it takes no keyboard, and has all of it in its name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.story: Story | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_story(self, story: Story) -> None:
        """Draw this one; hidden where nothing of the call is known."""
        self.story = story
        self.setVisible(bool(story_call.parts(story)))
        self.setAccessibleName(story_call.line(story))
        self.update()

    def sizeHint(self) -> QSize:
        """Keys above, the line, seconds below."""
        return QSize(self.look.px(240), self.look.px(64))

    def _spans(self) -> list[tuple[QRectF, int]]:
        """Where each part is drawn, and which it is."""
        if self.story is None or not (parts := story_call.parts(self.story)):
            return []
        px = self.look.px
        whole = max(parts[-1][2], 1.0)
        room = self.width() - px(2)
        return [
            (QRectF(px(1) + begin / whole * room, px(20), max((end - begin) / whole * room, 2), px(22)), i)
            for i, (_, begin, end) in enumerate(parts)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts side by side, their words where there is room for them."""
        spans = self._spans()
        if self.story is None or not spans:
            return
        look, px = self.look, self.look.px
        parts = story_call.parts(self.story)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = look.font(SIZES.small)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        for rect, i in spans:
            doing = parts[i][0].doing
            ground = "warn_ground" if doing in WAITED else "tint" if doing in SPOKEN else "sunk"
            painter.setPen(QPen(look.colour("edge"), look.c.border))
            painter.setBrush(look.colour(ground))
            painter.drawRoundedRect(rect, px(3), px(3))
            if doing in WAITED:
                self._hatch(painter, rect)
            text = story_call.short(parts[i][0])
            if metrics.horizontalAdvance(text) + px(8) <= rect.width():
                if doing in WAITED:  # no hatch behind letters
                    behind = QRectF(0, 0, metrics.horizontalAdvance(text) + px(6), metrics.height())
                    behind.moveCenter(rect.center())
                    painter.fillRect(behind, look.colour(ground))
                painter.setPen(look.colour("ink"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        self._keys(painter, spans[-1][0].right() - px(1))
        painter.setPen(look.colour("soft"))
        painter.setFont(small)
        below = QRectF(px(1), px(44), self.width() - px(2), px(20))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words.running(0))
        end = words.running(parts[-1][2])
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, end)
        painter.end()

    def _hatch(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(self.look.colour("warn"), 1))
        step, x = self.look.px(8), rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += step
        painter.restore()

    def _keys(self, painter: QPainter, room: float) -> None:
        """The keys that were pressed, each above its moment."""
        assert self.story is not None
        look, px = self.look, self.look.px
        whole = max(story_call.parts(self.story)[-1][2], 1.0)
        painter.setFont(look.font(SIZES.key, strong=True))
        free = 0.0
        for step in story_call.in_call(self.story):
            if step.told is not StepKind.PRESSED:
                continue
            x = px(1) + (step.at - self.story.row.at).total_seconds() / whole * room
            left = min(max(x - px(9), free), self.width() - px(18))
            cap = QRectF(left, 0.5, px(18), px(17))
            free = cap.right() + px(2)
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.setBrush(look.colour("card"))
            painter.drawRoundedRect(cap, px(3), px(3))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, step.key)
            painter.drawLine(QPointF(x, px(18)), QPointF(x, px(24)))

    def event(self, event: QEvent) -> bool:
        """Pointed at, each part says what it is and how long it took."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.story is not None:
            parts = story_call.parts(self.story)
            for rect, i in self._spans():
                if rect.contains(QPointF(event.pos())):
                    part, begin, end = parts[i]
                    said = f"{story_call.short(part)} {words.running(end - begin)}"
                    QToolTip.showText(event.globalPos(), tip(said), self)
                    return True
            QToolTip.hideText()
        return super().event(event)
