"""The one kind of button, drawn by us: its words, the key that does the same, a ring for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QCursor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.bits import paint_box, tip
from ui.glyphs import paint_glyph
from ui.look import Look
from ui.theme import SIZES

KINDS = {
    # kind: (ground, text, border), then the same under the pointer
    "main": (("accent", "on_accent", ""), ("accent_hover", "on_accent", "")),
    "plain": (("card", "ink", "edge"), ("sunk", "ink", "edge")),
    "quiet": (("", "ink", ""), ("sunk", "ink", "")),
    "chosen": (("accent", "on_accent", ""), ("accent_hover", "on_accent", "")),
}


class Button(QPushButton):
    """A button at least 44 px high and wide. `key` is written on it; `glyph` stands before the words."""

    def __init__(
        self, look: Look, text: str = "", key: str = "", kind: str = "plain", glyph: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self.look, self.kind, self.key_hint, self.glyph = look, kind, key, glyph
        self.label, self.named, self.widest = "", name, ""
        self.by_mouse = False
        self.setFont(look.font(strong=kind in ("main", "chosen")))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(text)

    def say(self, label: str) -> None:
        """Change its words. Qt is not given them as its text: it would take an & in a name for a shortcut."""
        if label == self.label and self.accessibleName():
            return
        self.label = label
        self._name_it()
        self.updateGeometry()
        self.update()

    def press_with(self, key: str) -> None:
        """Change the key that does the same; an empty one is none."""
        if key != self.key_hint:
            self.key_hint = key
            self._name_it()
            self.updateGeometry()
            self.update()

    def call_it(self, name: str) -> None:
        """What a screen reader says instead of the label alone."""
        if name != self.named:
            self.named = name
            self._name_it()

    def _name_it(self) -> None:
        name = self.named or self.label
        self.setAccessibleName(name)
        said = f"{name}  ({self.key_hint})" if self.key_hint else name
        self.setToolTip(tip(said) if self.named or self.key_hint else "")
        self.setAccessibleDescription(self.key_hint)

    def be(self, kind: str) -> None:
        """Change its kind, drawn only if it differs."""
        if kind != self.kind:
            self.kind = kind
            self.setFont(self.look.font(strong=kind in ("main", "chosen")))
            self.updateGeometry()
            self.update()

    def setMenu(self, menu: QMenu) -> None:
        """A menu takes the pointer's leaving for itself: when it closes, look where the pointer is."""
        super().setMenu(menu)
        menu.aboutToHide.connect(self._menu_closed)

    def _menu_closed(self) -> None:
        inside = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
        self.update()

    def draw_glyph(self, glyph: str) -> None:
        """Change the sign before the words."""
        if glyph != self.glyph:
            self.glyph = glyph
            self.updateGeometry()
            self.update()

    # ---- size

    def _parts(self) -> tuple[int, int, int]:
        """Widths of the sign, the words and the key's cap, each with the gap before it."""
        px = self.look.px
        strong = QFontMetrics(self.look.font(strong=True))  # the same width whatever its kind: nothing moves
        words = max(strong.horizontalAdvance(self.label), strong.horizontalAdvance(self.widest))
        sign = px(16) if self.glyph else 0
        if sign and words:
            sign += px(8)
        cap = (
            QFontMetrics(key_font(self.look)).horizontalAdvance(self.key_hint) + px(8) + px(12)
            if self.key_hint
            else 0
        )
        return sign, words, cap

    def sizeHint(self) -> QSize:
        """The words, the key, and room round them."""
        px = self.look.px
        touch = px(SIZES.touch)
        return QSize(max(touch, sum(self._parts()) + px(32 if self.label else 12)), touch)

    def minimumSizeHint(self) -> QSize:
        """Words may be elided, the key never."""
        px = self.look.px
        sign, words, cap = self._parts()
        return QSize(
            max(px(SIZES.touch), sign + min(words, px(64)) + cap + px(24 if self.label else 12)),
            px(SIZES.touch),
        )

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words, key, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under_pointer = self.isEnabled() and (self.underMouse() or self.isDown())
        ground, text, edge = KINDS[self.kind][1 if under_pointer else 0]
        if not self.isEnabled():
            ground, text, edge = ("sunk", "soft", "") if ground else ("", "soft", "")
        paint_box(painter, self.look, QRectF(self.rect()), ground, edge, SIZES.radius_small)
        self._paint_inside(painter, text)
        if self.hasFocus() and self.isEnabled() and not self.by_mouse:
            paint_ring(painter, self.look, self, on_accent=ground.startswith("accent"))
        painter.end()

    def _paint_inside(self, painter: QPainter, text: str) -> None:
        px = self.look.px
        sign, _, cap = self._parts()
        metrics = self.fontMetrics()
        room = self.width() - px(16 if self.label else 0) - sign - cap
        label = metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, room)
        total = sign + metrics.horizontalAdvance(label) + cap
        x = max(px(8) if self.label else 0, (self.width() - total) // 2)
        middle = self.height() / 2
        if self.glyph and self.glyph != "down":
            paint_glyph(painter, self.glyph, self.look, text, QRectF(x, middle - px(8), px(16), px(16)))
            x += sign
        painter.setPen(self.look.colour(text))
        painter.setFont(self.font())
        painter.drawText(x, round(middle + (metrics.ascent() - metrics.descent()) / 2), label)
        x += metrics.horizontalAdvance(label)
        if self.glyph == "down":  # what opens a menu has its sign behind the words
            side = px(12)
            paint_glyph(
                painter, "down", self.look, text, QRectF(x + sign - side, middle - side / 2, side, side)
            )
        if self.key_hint:
            place = QRectF(x + px(8), middle - px(11), cap - px(8), px(22))
            paint_key(painter, self.look, self.key_hint, text, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A press with the pointer needs no ring: the eye is there already."""
        self.by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer shows."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And is gone."""
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def key_font(look: Look) -> QFont:
    """The letters on the cap of a key."""
    return look.font(SIZES.key, strong=True)


def paint_key(painter: QPainter, look: Look, key: str, colour: str, cap: QRectF) -> None:
    """The cap of a key, in this colour."""
    painter.setPen(QPen(look.colour(colour), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
    painter.setFont(key_font(look))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def paint_ring(painter: QPainter, look: Look, widget: QWidget, on_accent: bool = False) -> None:
    """The ring of the focus; inside a button of the accent a second line keeps it visible."""
    width = look.px(3)
    rect = QRectF(widget.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus"), width))
    radius = look.px(SIZES.radius_small)
    painter.drawRoundedRect(rect, radius, radius)
    if on_accent:
        inner = rect.adjusted(width, width, -width, -width)
        painter.setPen(QPen(look.colour("on_accent"), max(1, look.px(1))))
        painter.drawRoundedRect(inner, radius - width, radius - width)
