"""Small signs drawn by hand, so that nothing is told by colour alone and nothing has to be loaded."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.core.model import Doing, LineState
from ui.look import Look

OF_DOING = {
    Doing.RINGING: "ring",
    Doing.HOLDING: "pause",
    Doing.RECORDING: "record",
    Doing.REVIEWING: "record",
    Doing.LEAVING: "bye",
    Doing.PARKED: "pause",
    Doing.TRANSFERRING: "bye",
    Doing.DIALLING: "ring",
    Doing.RINGING_THERE: "ring",
}
OF_LINE = {
    LineState.STARTING: ("ring", "soft"),
    LineState.REGISTERING: ("ring", "soft"),
    LineState.READY: ("dot", "accent"),
    LineState.REFUSED: ("late", "warn"),
    LineState.UNREACHABLE: ("late", "warn"),
    LineState.DOWN: ("late", "warn"),
}


def paint_glyph(painter: QPainter, name: str, colour_of: Look, colour: str, box: QRectF) -> None:
    """Draw the sign called `name` into `box`."""
    ink = colour_of.colour(colour)
    w = box.width()
    pen = QPen(
        ink, max(1.5, w / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    centre = box.center()

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * w, box.top() + y * w)

    if name == "dot":
        painter.drawEllipse(centre, w * 0.36, w * 0.36)
    elif name == "pause":
        for x in (0.26, 0.58):
            painter.drawRoundedRect(QRectF(at(x, 0.2), at(x + 0.16, 0.8)), w / 16, w / 16)
    elif name == "record":
        painter.drawEllipse(centre, w * 0.26, w * 0.26)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(centre, w * 0.42, w * 0.42)
    elif name == "late":
        painter.drawPolygon(QPolygonF([at(0.5, 0.08), at(0.98, 0.9), at(0.02, 0.9)]))
    elif name == "play":
        painter.drawPolygon(QPolygonF([at(0.24, 0.12), at(0.9, 0.5), at(0.24, 0.88)]))
    elif name == "stop":
        painter.drawRoundedRect(QRectF(at(0.18, 0.18), at(0.82, 0.82)), w / 12, w / 12)
    elif name == "message":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(at(0.24, 0.46), w * 0.17, w * 0.17)
        painter.drawEllipse(at(0.76, 0.46), w * 0.17, w * 0.17)
        painter.drawLine(at(0.24, 0.63), at(0.76, 0.63))
    elif name == "menu":
        painter.setPen(pen)
        for y in (0.25, 0.5, 0.75):
            painter.drawLine(at(0.12, y), at(0.88, y))
    elif name == "ring":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(centre, w * 0.34, w * 0.34)
    elif name == "bye":
        painter.setPen(pen)
        painter.drawLine(at(0.15, 0.5), at(0.85, 0.5))
        painter.drawLine(at(0.6, 0.25), at(0.85, 0.5))
        painter.drawLine(at(0.6, 0.75), at(0.85, 0.5))
    elif name == "tick":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolyline([at(0.14, 0.54), at(0.4, 0.8), at(0.86, 0.24)])
    elif name == "cross":
        painter.setPen(pen)
        painter.drawLine(at(0.2, 0.2), at(0.8, 0.8))
        painter.drawLine(at(0.2, 0.8), at(0.8, 0.2))
    elif name == "dash":
        painter.setPen(pen)
        painter.drawLine(at(0.18, 0.5), at(0.82, 0.5))
    elif name == "search":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(at(0.42, 0.42), w * 0.28, w * 0.28)
        painter.drawLine(at(0.64, 0.64), at(0.88, 0.88))
    elif name == "up":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolyline([at(0.2, 0.62), at(0.5, 0.32), at(0.8, 0.62)])
    elif name == "heart":
        shape = QPainterPath(at(0.5, 0.86))
        shape.cubicTo(at(-0.12, 0.42), at(0.22, -0.04), at(0.5, 0.28))
        shape.cubicTo(at(0.78, -0.04), at(1.12, 0.42), at(0.5, 0.86))
        painter.drawPath(shape)
    elif name == "microphone":
        painter.drawRoundedRect(QRectF(at(0.36, 0.04), at(0.64, 0.58)), w * 0.14, w * 0.14)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawArc(QRectF(at(0.2, 0.16), at(0.8, 0.76)), 180 * 16, 180 * 16)
        painter.drawLine(at(0.5, 0.76), at(0.5, 0.94))
    elif name == "speaker":
        painter.drawPolygon(
            [at(0.06, 0.36), at(0.26, 0.36), at(0.5, 0.12), at(0.5, 0.88), at(0.26, 0.64), at(0.06, 0.64)]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        for size in (0.16, 0.34):
            arc = QRectF(at(0.56 - size, 0.5 - size), at(0.56 + size, 0.5 + size))
            painter.drawArc(arc, -50 * 16, 100 * 16)
    elif name == "back":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolygon([at(0.02, 0.5), at(0.3, 0.18), at(0.98, 0.18), at(0.98, 0.82), at(0.3, 0.82)])
        painter.drawLine(at(0.5, 0.38), at(0.74, 0.62))
        painter.drawLine(at(0.74, 0.38), at(0.5, 0.62))
    elif name == "down":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolyline([at(0.2, 0.38), at(0.5, 0.68), at(0.8, 0.38)])
    else:  # "talk": three small bars, somebody is being spoken to
        for x, half in ((0.2, 0.16), (0.44, 0.34), (0.68, 0.22)):
            painter.drawRoundedRect(QRectF(at(x, 0.5 - half), at(x + 0.13, 0.5 + half)), w / 16, w / 16)


class Glyph(QWidget):
    """One sign beside a text that says the same: so it has no accessible name of its own."""

    def __init__(self, look: Look, name: str, colour: str = "soft", size: int = 16) -> None:
        super().__init__()
        self.look, self.name, self.colour, self.side = look, name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, name: str, colour: str) -> None:
        """Another sign, drawn only if it differs."""
        if (name, colour) != (self.name, self.colour):
            self.name, self.colour = name, colour
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.look.px(self.side), self.look.px(self.side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign and nothing round it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_glyph(painter, self.name, self.look, self.colour, QRectF(self.rect()))
        painter.end()
