"""The strip: the desk at one edge of the screen, above other programs, never in their way.

It does not take the focus, does not move and makes no sound.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.core.next_action import What
from ui import troubles_said, words
from ui.bits import Words
from ui.button import Button
from ui.desk_window import EngineState
from ui.look import Look
from ui.menu import Doings, window_menu
from ui.presence_switch import PresenceSwitch
from ui.theme import SIZES
from ui.top_bar import LineHealth
from ui.truth import Truth

translate = QCoreApplication.translate

FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class Strip(QWidget):
    """The switch, what is next with its one button, what is happening, the line's health."""

    unfolded = Signal()
    open_next = Signal()
    open_help = Signal()
    closed = Signal()

    def __init__(self, look: Look, truth: Truth, engine: EngineState) -> None:
        super().__init__(None, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(translate("Strip", "One Moment, the strip"))
        self.look, self.truth, self.engine = look, truth, engine
        self.inside: QWidget | None = None
        look.changed.connect(self.build)
        truth.changed.connect(self.refresh)
        self.build()

    def build(self) -> None:
        """Everything in it, in the language, theme and size of now."""
        old = self.inside
        look, truth, px = self.look, self.truth, self.look.px
        self.inside = inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(8), px(2), px(8), px(2))
        row.setSpacing(px(16))
        self.switch = PresenceSwitch(look, truth, key="")  # it never has the keyboard: no key is promised
        text = QVBoxLayout()
        text.setSpacing(0)
        self.next = Words(look, SIZES.body, strong=True)
        self.now = Words(look, SIZES.small, colour="soft")
        text.addStretch(1)
        text.addWidget(self.next)
        text.addWidget(self.now)
        text.addStretch(1)
        self.button = Button(look)
        self.button.clicked.connect(self._pressed)
        self.line = LineHealth(look, truth)
        doings = Doings(self.unfolded.emit, self.open_help.emit, None, self._leave)
        self.menu = Button(look, kind="quiet", glyph="menu", name=translate("Top", "Menu"))
        self.menu.setMenu(window_menu(inside, look, truth, doings, folded=True))
        row.addWidget(self.switch)
        row.addLayout(text, 1)
        row.addWidget(self.button)
        row.addWidget(self.line)
        row.addWidget(self.menu)
        for button in (*self.switch.choices.values(), self.button, self.menu):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.show()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.place()
        self.refresh()

    def place(self) -> None:
        """Along the whole of the chosen edge."""
        room: QRect = self.screen().availableGeometry()
        height = max(self.look.px(SIZES.strip), self.inside.sizeHint().height() if self.inside else 0)
        top = room.top() if self.look.edge == "top" else room.bottom() + 1 - height
        self.setGeometry(room.left(), top, room.width(), height)
        if self.inside is not None:
            self.inside.setGeometry(self.rect())

    def refresh(self) -> None:
        """Draw what differs."""
        self.switch.refresh()
        self.line.refresh()
        view = self.truth.view
        if view is None or not self.truth.fresh:
            said = self.engine.title or (
                translate("Desk", "One moment. The engine is being started.")
                if view is None
                else translate("Desk", "The engine is not answering. It's being started again.")
            )
            self.next.say(said, "warn" if view is not None else "soft")
            self.now.say(self.engine.text)
            self.button.hide()
            return
        now = self.truth.now()
        self.next.say(words.next_line(view, now), "soft" if self.truth.serving else "ink")
        parts = [words.closed(view, now), words.happening(view.calls, now)]
        troubles = troubles_said.troubles(view, now)
        if troubles:
            parts.insert(0, troubles[0].happened.rstrip("."))
        self.now.say("; ".join(p for p in parts if p), "warn" if troubles else "soft")
        recording = self.truth.next_message
        if recording is not None:
            playing = view.playing == recording
            self.button.say(translate("Next", "Stop") if playing else translate("Next", "Play"))
            self.button.draw_glyph("stop" if playing else "play")
        else:
            self.button.say(translate("Next", "Done"))
            self.button.draw_glyph("")
        self.button.be("plain" if self.truth.serving else "main")
        self.button.setVisible(recording is not None or view.next.what in (What.CALL_BACK, What.LISTEN))

    def _pressed(self) -> None:
        recording = self.truth.next_message
        if recording is not None:
            self.truth.play(recording)
        else:
            self.open_next.emit()

    def _leave(self) -> None:
        self.close()
        self.closed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on its body opens the desk."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.unfolded.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and a thin line towards the other programs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("ground"))
        width = self.look.c.border
        y = self.height() - width if self.look.edge == "top" else 0
        painter.fillRect(0, y, self.width(), width, self.look.colour("edge"))
        painter.end()
