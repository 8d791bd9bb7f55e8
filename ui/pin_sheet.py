"""The PIN before the supervisor's log, by keyboard or by touch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.bits import Words
from ui.button import Button
from ui.keypad_sheet import PadKey
from ui.look import Look
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate
LONGEST = 12
BACK = "⌫"


class PinSheet(Sheet):
    """What is typed is shown as dots, and goes nowhere but into `given`. `unwanted`: closed without a PIN."""

    given = Signal(str)
    unwanted = Signal()

    def __init__(self, look: Look, parent: QWidget, text: str = "") -> None:
        super().__init__(look, parent, translate("Pin", "The supervisor's PIN"), widest=420)
        self.typed, self._waits, self._left = "", False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said = Words(look, SIZES.body, colour="soft", lines=6, text=text)
        self.said.setVisible(bool(text))
        self.shown = Words(look, SIZES.number)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.shown.setFixedHeight(look.px(40))
        self.body.addWidget(self.said)
        self.body.addWidget(self.shown)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        self.keys: dict[str, Button] = {}
        for i, key in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", BACK, "0")):
            name = translate("Pin", "Take the last digit away") if key == BACK else key
            button = PadKey(look, "" if key == BACK else key, name)
            if key == BACK:
                button.draw_glyph("back")
            button.clicked.connect(lambda _=False, k=key: self.press(k))
            self.keys[key] = button
            grid.addWidget(button, i // 3, i % 3)
        self.go = Button(look, translate("Pin", "Open"), kind="main")
        self.go.setFixedHeight(look.px(60))
        self.go.clicked.connect(self.give)
        grid.addWidget(self.go, 3, 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.close_button.call_it(translate("Pin", "Close the log"))
        self._draw()

    def enter(self, first: QWidget | None = None) -> None:
        """On none of the keys: what is typed is the PIN, and Enter opens."""
        super().enter(first or self)

    def press(self, key: str) -> None:
        """One digit more, or the last one away."""
        if self._waits:
            return
        self.typed = self.typed[:-1] if key == BACK else (self.typed + key)[:LONGEST]
        self._draw()

    def give(self) -> None:
        """Have it looked at."""
        if self.typed and not self._waits:
            pin, self.typed = self.typed, ""
            self._waits = True
            self._draw()
            self.given.emit(pin)

    def refuse(self, happened: str, do: str) -> None:
        """It was not right, or nothing can be opened now."""
        self._waits, self.typed = False, ""
        self.said.say(f"{happened} {do}".strip(), "warn")
        self.said.show()
        self._draw()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close; with Esc or its button that is the window's wish too."""
        if not self._left:
            self._left = True
            super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keyboard's own digits, Backspace and Enter."""
        key = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.unwanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        elif event.key() == Qt.Key.Key_Backspace:
            self.press(BACK)
        elif key.isascii() and key.isdigit():
            self.press(key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """There is nothing behind it to go back to."""

    def _draw(self) -> None:
        self.go.setEnabled(bool(self.typed) and not self._waits)
        if self._waits:
            self.shown.say(translate("Pin", "One moment…"), "soft")
        elif self.typed:
            self.shown.say("•" * len(self.typed), "ink")
            self.shown.setAccessibleName(translate("Pin", "Digits: %1").replace("%1", str(len(self.typed))))
        else:
            self.shown.say(translate("Pin", "Type the PIN"), "soft")
