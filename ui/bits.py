"""The few pieces every card is made of: words that wrap or elide, a card, a divider-free column."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.theme import SIZES

WIDTHS_KEPT = 16
"""For so many widths a text remembers its lines."""


def tip(text: str) -> str:
    """A text for `setToolTip`, which takes what looks like HTML for HTML: a caller's name is none."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text


class Words(QLabel):
    """A text in one colour of the theme, on at most `lines` lines; what does not fit ends in an ellipsis.

    Words longer than a line are broken rather than cut. The whole text is the tooltip when some of it is
    hidden, and always the accessible name. A `firm` text keeps its whole width.
    """

    def __init__(
        self,
        look: Look,
        size: int = SIZES.body,
        strong: bool = False,
        colour: str = "ink",
        lines: int = 1,
        text: str = "",
        firm: bool = False,
    ) -> None:
        super().__init__()
        self.look, self.colour, self.lines, self.firm = look, colour, lines, firm
        self._lines: dict[tuple[str, int], list[str]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(size, strong))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str, colour: str | None = None) -> None:
        """Show this text; nothing is drawn when it is the one that stands there."""
        if colour is not None and colour != self.colour:
            self.colour = colour
            self.update()
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self._tell_hidden()

    def _wrapped(self, width: int) -> list[str]:
        """The text as the lines it is drawn on. A layout asks this some twenty times before it is content."""
        asked = (self.text(), width)
        if asked not in self._lines:
            if len(self._lines) >= WIDTHS_KEPT:
                self._lines.clear()
            self._lines[asked] = self._wrap(width)
        return self._lines[asked]

    def changeEvent(self, event: QEvent) -> None:
        """In other letters the lines are others."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines.clear()
        super().changeEvent(event)

    def _wrap(self, width: int) -> list[str]:
        metrics = self.fontMetrics()
        if self.lines == 1:
            return [metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width)]
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(_option())
        layout.beginLayout()
        said: list[str] = []
        text = self.text()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            start = line.textStart()
            if len(said) == self.lines - 1:
                said.append(metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
                break
            said.append(text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return said or [""]

    @property
    def hides_some(self) -> bool:
        """True when not all of the text can be seen."""
        return "".join(self._wrapped(self.width())).replace(" ", "") != self.text().replace(" ", "")

    def _tell_hidden(self) -> None:
        self.setToolTip(tip(self.text()) if self.hides_some else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip is there only when it says more."""
        self._tell_hidden()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as the text on one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Elided to a few letters at worst; one that is firm, never."""
        if self.firm:
            return self.sizeHint()
        metrics = self.fontMetrics()
        shortest = metrics.horizontalAdvance(self.text()[:2] + "…") if self.text() else 0
        return QSize(shortest, metrics.height())

    def hasHeightForWidth(self) -> bool:
        """Only a text of several lines grows downwards."""
        return self.lines > 1

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at this width."""
        return len(self._wrapped(width)) * self.fontMetrics().height() if self.lines > 1 else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line by line, from the top; a single line in the middle of its height."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.look.colour(self.colour))
        metrics = self.fontMetrics()
        said = self._wrapped(self.width())
        top = (self.height() - metrics.height()) // 2 if self.lines == 1 else 0
        for i, line in enumerate(said):
            y = top + i * metrics.height() + metrics.ascent()
            x = self.width() - metrics.horizontalAdvance(line) if self._to_right() else 0
            painter.drawText(x, y, line)
        painter.end()

    def _to_right(self) -> bool:
        return bool(self.alignment() & Qt.AlignmentFlag.AlignRight)


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class Card(QWidget):
    """A rounded ground with a thin border. `mark` is the colour of a bar on its left, or nothing."""

    def __init__(self, look: Look, ground: str = "card", edge: str = "edge") -> None:
        super().__init__()
        self.look, self.ground, self.edge, self.mark = look, ground, edge, ""

    def paint_as(self, ground: str, edge: str, mark: str = "") -> None:
        """Change its colours, drawn only if they differ."""
        if (ground, edge, mark) != (self.ground, self.edge, self.mark):
            self.ground, self.edge, self.mark = ground, edge, mark
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """No shadow: a border costs nothing and is as clear."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, self.look, QRectF(self.rect()), self.ground, self.edge, SIZES.radius)
        if self.mark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour(self.mark))
            px = self.look.px
            painter.drawRoundedRect(QRectF(px(8), px(16), px(4), self.height() - px(32)), px(2), px(2))
        painter.end()


def paint_box(painter: QPainter, look: Look, rect: QRectF, ground: str, edge: str, radius: int) -> None:
    """A rounded rectangle inside `rect` with its border; an empty edge means none."""
    width = look.c.border
    inside = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(look.colour(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, look.px(radius), look.px(radius))


def column(look: Look, widget: QWidget | None = None, margin: int = 0, gap: int = 8) -> QVBoxLayout:
    """A column of things with the theme's gaps."""
    layout = QVBoxLayout(widget) if widget is not None else QVBoxLayout()
    m = look.px(margin)
    layout.setContentsMargins(m, m, m, m)
    layout.setSpacing(look.px(gap))
    return layout


def let_go_of_keyboard(widget: QWidget) -> None:
    """Before it is hidden: the keyboard goes to nothing in particular. Qt would give it to whatever comes
    next, and a second Enter would press that.
    """
    focused = QApplication.focusWidget()
    if focused is not None and (focused is widget or widget.isAncestorOf(focused)):
        widget.window().setFocus(Qt.FocusReason.OtherFocusReason)


def tab_as_seen(inside: QWidget) -> None:
    """Tab goes through it from top to bottom, also to what was made after that which stands below it."""
    stops = [w for w in inside.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    here = inside.window()
    for one, other in pairwise(w for w in stops if w.window() is here):
        QWidget.setTabOrder(one, other)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


def heading(look: Look, text: str) -> Words:
    """The name of a part of the desk, above it."""
    label = Words(look, SIZES.small, strong=True, colour="soft", text=text)
    font: QFont = label.font()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.px(1))
    label.setFont(font)
    return label
