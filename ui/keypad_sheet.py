"""The keys of a telephone, pressed into the call that is spoken with: "for billing press 2"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.core.model import Doing
from desk.link_types import Reply, SendKeys
from ui import troubles_said
from ui.bits import Words
from ui.button import Button
from ui.look import Look
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
KEYS = "123456789*0#"
READABLE = 1000  # ms for which the last key can be read: it may be one of a card's number
DOTS = 18  # at most so many are drawn


class PadKey(Button):
    """Larger than a button has to be: it is pressed often, without looking."""

    def __init__(self, look: Look, key: str, name: str) -> None:
        super().__init__(look, key, name=name)
        self.setFont(look.font(SIZES.title, strong=True))
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        """Wider than high, as on a telephone."""
        return QSize(self.look.px(88), self.look.px(60))

    def minimumSizeHint(self) -> QSize:
        """A finger's width."""
        return QSize(self.look.px(SIZES.touch), self.look.px(60))


class KeypadSheet(Sheet):
    """Every key goes out at once. What was pressed is shown as dots and kept nowhere, here neither: only how
    many, and for a second the last one. Closes by itself when the call is not spoken with any more.
    """

    def __init__(self, look: Look, truth: Truth, parent: QWidget, call: str) -> None:
        super().__init__(look, parent, translate("Keypad", "Keys"), widest=360)
        self.truth, self.call = truth, call
        self.pressed, self._last, self._left = 0, "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shown = Words(look, SIZES.number)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.shown.setFixedHeight(look.px(40))
        self.refusal = Words(look, SIZES.body, colour="warn", lines=4)
        self.refusal.hide()
        self.body.addWidget(self.shown)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        names = {"*": translate("Keypad", "Star"), "#": translate("Keypad", "Hash")}
        self.keys: dict[str, Button] = {}
        for i, key in enumerate(KEYS):
            button = PadKey(look, key, names.get(key, key))
            button.clicked.connect(lambda _=False, k=key: self.press(k))
            self.keys[key] = button
            grid.addWidget(button, i // 3, i % 3)
        self.body.addLayout(grid)
        self.body.addWidget(self.refusal)
        self.body.addStretch(1)
        self._fade = QTimer(self, singleShot=True, interval=READABLE)
        self._fade.timeout.connect(self._forget)
        truth.changed.connect(self.refresh)
        self._draw()

    def enter(self, first: QWidget | None = None) -> None:
        """On none of the keys, so that Enter presses nothing."""
        super().enter(first or self)

    def press(self, key: str) -> None:
        """Send it, and show a dot."""
        self.pressed += 1
        self._last = key
        self._fade.start()
        self._draw()
        self.truth.link.ask(SendKeys(call=self.call, keys=key), self._answered)

    def refresh(self) -> None:
        """Keys are for somebody who is spoken with."""
        view = self.truth.view
        if view is None or not any(c.id == self.call and c.doing is Doing.TALKING for c in view.calls):
            self.leave()

    def leave(self) -> None:
        """Once is enough."""
        if self._left:
            return
        self._left = True
        self.truth.changed.disconnect(self.refresh)
        self._fade.stop()
        self._forget()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keyboard's own digits, star and hash."""
        key = event.text()
        if key and key in KEYS and not event.isAutoRepeat():
            self.press(key)
            return
        super().keyPressEvent(event)

    def _forget(self) -> None:
        self._last = ""
        self._draw()

    def _draw(self) -> None:
        if not self.pressed:
            self.shown.say(translate("Keypad", "Press a key"), "soft")
            return
        dots = "•" * min(self.pressed - bool(self._last), DOTS)
        self.shown.say(f"{dots} {self._last}".strip(), "ink")

    def _answered(self, reply: Reply) -> None:
        if self._left:
            return
        why = troubles_said.refusal(reply)
        self.refusal.say("" if reply.ok else f"{why.happened} {why.do}".strip())
        self.refusal.setVisible(not reply.ok)
