"""Rows under one another that scroll when there are more than fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.bits import let_go_of_keyboard
from ui.look import Look


class Rows(QScrollArea):
    """As high as what is in it, if there is room; when `whole` it takes that room, and never scrolls."""

    def __init__(self, look: Look, gap: int = 8) -> None:
        super().__init__()
        self.look, self.whole = look, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.inside = QWidget()
        self.layout_ = QVBoxLayout(self.inside)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(look.px(gap))
        self.layout_.addStretch(1)
        self.setWidget(self.inside)
        self.viewport().setAutoFillBackground(False)
        self.inside.setAutoFillBackground(False)
        self.inside.installEventFilter(self)

    def place(self, index: int, row: QWidget) -> None:
        """Have this row at this place; one that is there already is left alone."""
        item = self.layout_.itemAt(index)
        if item is None or item.widget() is not row:
            self.layout_.removeWidget(row)
            self.layout_.insertWidget(index, row)
            row.show()

    def let_go(self, row: QWidget) -> None:
        """Take a row out."""
        let_go_of_keyboard(row)
        self.layout_.removeWidget(row)
        row.hide()
        row.deleteLater()

    def settle(self) -> None:
        """Take the height that the rows have now."""
        self.updateGeometry()
        if self.whole:
            self.setMinimumHeight(self._height())

    def be_whole(self, whole: bool) -> None:
        """Whether something around us scrolls instead."""
        self.whole = whole
        self.setMinimumHeight(self._height() if whole else 0)

    def _height(self) -> int:
        width = max(self.viewport().width(), 1)
        layout = self.layout_
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(self.layout_.sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """One row can always be seen."""
        return QSize(self.layout_.minimumSize().width(), min(self._height(), self.look.px(64)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row that grew is given its height."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.inside:
            self.settle()
        return super().eventFilter(watched, event)
