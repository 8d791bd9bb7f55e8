"""What scrolls downwards when it is too high. Its bar lies in the margin: nothing moves when it comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class Scrolling(QScrollArea):
    """What is `inside` keeps its whole width, and leaves room for the bar (12 px) on its right by itself."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.over = QScrollBar(Qt.Orientation.Vertical, self)
        self.over.hide()
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._reach)
        own.valueChanged.connect(self.over.setValue)
        self.over.valueChanged.connect(own.setValue)

    def _reach(self, low: int, high: int) -> None:
        own = self.verticalScrollBar()
        self.over.setRange(low, high)
        self.over.setPageStep(own.pageStep())
        self.over.setSingleStep(own.singleStep())
        self.over.setVisible(high > low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stays at the edge."""
        super().resizeEvent(event)
        width = self.over.sizeHint().width()
        self.over.setGeometry(self.width() - width, 0, width, self.height())
        self.over.setPageStep(self.verticalScrollBar().pageStep())
