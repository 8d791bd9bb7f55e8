"""The figures folded to one line: those there is room for, the first most."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.log_types import FiguresView
from ui import figures_said
from ui.bits import tip
from ui.button import Button
from ui.figure_card import said
from ui.figures_said import Figure
from ui.look import Look
from ui.theme import SIZES

ORDER = (Figure.KEPT, Figure.LOST, Figure.OPEN, Figure.MEDIAN, Figure.GREETED, Figure.P90, Figure.HOLD)


class _Figure(Button):
    """Its name, read second, and how it stands, read first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, kind="quiet")
        self.value, self.strong = "", look.font(strong=True)

    def show_value(self, name: str, value: str) -> None:
        """What stands on it; a screen reader is told by `call_it`."""
        if (name, value) != (self.label, self.value):
            self.value = value
            self.say(name)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Both beside each other, and room round them."""
        px = self.look.px
        name = QFontMetrics(self.font()).horizontalAdvance(self.label)
        value = QFontMetrics(self.strong).horizontalAdvance(self.value)
        return QSize(px(12) + name + px(8) + value + px(12), px(SIZES.touch))

    def _paint_inside(self, painter: QPainter, text: str) -> None:
        px, metrics = self.look.px, QFontMetrics(self.font())
        x, y = px(12), round(self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2)
        painter.setFont(self.font())
        painter.setPen(self.look.colour("soft"))
        painter.drawText(x, y, self.label)
        painter.setFont(self.strong)
        painter.setPen(self.look.colour(text))
        painter.drawText(x + metrics.horizontalAdvance(self.label) + px(8), y, self.value)


class FiguresLine(QWidget):
    """`pressed_figure` brings the one whose rows are wanted."""

    pressed_figure = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons: dict[Figure, _Figure] = {}
        for of in ORDER:
            button = _Figure(look)
            button.setParent(self)
            button.clicked.connect(lambda _=False, of=of: self.pressed_figure.emit(of))
            self.buttons[of] = button

    def show_figures(self, view: FiguresView) -> None:
        """How they stand."""
        for of, button in self.buttons.items():
            button.show_value(figures_said.title(of), figures_said.value(of, view.now.everybody))
            button.call_it(said(of, view.now, view.before))
            button.setToolTip(tip(f"{said(of, view.now, view.before)}\n{figures_said.definition(of)}"))
        self._arrange()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.look.px(400), self.look.px(SIZES.touch))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of them, or fewer."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        x = 0
        for button in self.buttons.values():
            width = button.sizeHint().width()
            fits = bool(button.label) and x + width <= self.width()
            button.setVisible(fits)
            if not fits:
                x = self.width() + 1  # in their order: none that comes later instead
                continue
            button.setGeometry(x, 0, width, self.look.px(SIZES.touch))
            x += width + self.look.px(4)
