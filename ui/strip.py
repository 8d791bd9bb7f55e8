"""The strip: the desk at one edge of the screen, above other programs, never in their way.

It does not take the focus, does not move and makes no sound.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.core.model import Outcome, SideKind
from desk.core.next_action import What
from desk.core.views import Trouble, View
from desk.link_types import CallBack, Request, ResumeCall, TakeCall
from ui import calls_said, next_said, troubles_said, words
from ui.bits import Words
from ui.button import Button
from ui.glyphs import Glyph
from ui.look import Look
from ui.menu import Doings, window_menu
from ui.next_card import LATE
from ui.notice import EngineState
from ui.presence_switch import PresenceSwitch
from ui.refusal import STAYS
from ui.still_serving import StillServing
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
    open_log = Signal()
    closed = Signal()

    def __init__(self, look: Look, truth: Truth, engine: EngineState) -> None:
        super().__init__(None, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(translate("Strip", "One Moment, the strip"))
        self.look, self.truth, self.engine = look, truth, engine
        self.inside: QWidget | None = None
        self.refusal = ""
        self._forget = QTimer(self, singleShot=True, interval=STAYS)
        self._forget.timeout.connect(self._forget_refusal)
        truth.refused.connect(self.refuse)
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
        row.setSpacing(px(12))
        self.switch = PresenceSwitch(look, truth, key="")  # it never has the keyboard: no key is promised
        text = QVBoxLayout()
        text.setSpacing(0)
        self.next = Words(look, SIZES.body, strong=True)
        self.now = Words(look, SIZES.small, colour="soft")
        text.addStretch(1)
        self.sign = Glyph(look, "late", "warn", size=16)
        policy = self.sign.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        self.sign.setSizePolicy(policy)
        text.addWidget(self.next)
        text.addWidget(self.now)
        text.addStretch(1)
        self.button = Button(look)
        self.button.clicked.connect(self._pressed)
        self.line = LineHealth(look, truth)
        doings = Doings(self.unfolded.emit, self.open_help.emit, None, self._leave, log=self.open_log.emit)
        self.menu = Button(look, kind="quiet", glyph="menu", name=translate("Top", "Menu"))
        self.menu.setMenu(window_menu(inside, look, truth, doings, folded=True))
        row.addWidget(self.switch)
        self.still = StillServing(look, truth)
        self.still.question.hide()
        row.addWidget(self.sign)
        row.addLayout(text, 1)
        row.addWidget(self.still)
        row.addWidget(self.button)
        row.addWidget(self.line)
        row.addWidget(self.menu)
        answers = (self.still.yes, self.still.no)
        for button in (*self.switch.choices.values(), *answers, self.button, self.menu):
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
            for widget in (self.button, self.still, self.sign):
                widget.hide()
            return
        now = self.truth.now()
        own = calls_said.with_you(view)
        asked = own is None and view.still_serving_since is not None
        asked = asked and view.next.what not in (What.TAKE_CALL, What.RESUME)
        tone = "" if own is not None else LATE.get(view.next.because, "")
        if own is not None:
            said = calls_said.line_with_you(own, view, now)
        else:
            said = self.still.question.text() if asked else next_said.next_line(view, now)
        self.next.say(said, "soft" if self.truth.serving else tone or "ink")
        self.sign.setVisible(bool(tone) and not asked)
        self.sign.show_as("late", tone or "warn")
        self.still.refresh()
        self.still.setVisible(asked)
        self._say_now(view, now)
        self._offer(view, own is None and not asked)

    def _say_now(self, view: View, now: datetime) -> None:
        """Under what is next: a refusal, a trouble, what is happening, what is late."""
        own = calls_said.with_you(view)
        happening = calls_said.happening(view.calls, now)
        parts = [words.closed(view, now), happening, next_said.pressing(view, now)]
        promise = next_said.next_promise(view)
        called = ""
        if promise is not None and own is None:
            called = next_said.calling_now(promise, self.truth.link.by)
        parts.insert(0, called)
        if not [c for c in view.calls if own is None or c.id != own.id] and (own is not None or called):
            parts.remove(happening)
        troubles = troubles_said.troubles(view, now)
        side = view.side
        if (
            own is not None
            and side.used is SideKind.HEADSET
            and side.headset.problem
            and not side.headset.ready
        ):
            parts.insert(0, troubles_said.sentence(side.headset.problem).rstrip("."))
            troubles = ()
        elif troubles:
            parts.insert(0, troubles[0].happened.rstrip("."))
        if self.refusal:
            parts = [self.refusal]
        wrong = bool(self.refusal or troubles) or (own is not None and bool(side.headset.problem))
        self.now.say("; ".join(p for p in parts if p), "warn" if wrong else "soft")

    def _offer(self, view: View, free: bool) -> None:
        """The one button: what is next by one press. While somebody is spoken with there is none, so that a
        second press on Take does not take the next one too.
        """
        recording = self.truth.next_message
        what, promise = view.next.what, next_said.next_promise(view)
        label, glyph = "", ""
        if what is What.TAKE_CALL:
            label = translate("Now", "Take")
        elif what is What.RESUME:
            label = translate("Now", "Resume")
        elif what is What.SAY_OUTCOME:
            label = words.outcome(Outcome.REACHED)
        elif recording is not None:
            playing = view.playing == recording
            label = translate("Next", "Stop") if playing else translate("Next", "Play")
            glyph = "stop" if playing else "play"
        elif promise is not None and not next_said.is_called(promise):
            can = promise.dial.callable
            label = translate("Next", "Call back") if can else translate("Next", "Done")
        self.button.say(label)
        self.button.draw_glyph(glyph)
        self.button.be("plain" if self.truth.serving else "main")
        self.button.setVisible(free and bool(label))

    def _pressed(self) -> None:
        view, recording = self.truth.view, self.truth.next_message
        if view is None:
            return
        next, call, promise = view.next, view.next.call, next_said.next_promise(view)
        if next.what is What.TAKE_CALL and call is not None:
            self.truth.ask(TakeCall(call=call), refused=self.refuse)
        elif next.what is What.RESUME and call is not None:
            self.truth.ask(ResumeCall(call=call), refused=self.refuse)
        elif next.what is What.SAY_OUTCOME and promise is not None:
            self.truth.attempt(promise.id, Outcome.REACHED, "", lambda: None, self.refuse)
        elif recording is not None:
            self.truth.play(recording)
        elif next.what is What.CALL_BACK and promise is not None and promise.dial.callable:
            self.truth.ask(CallBack(promise=promise.id), refused=self.refuse)
        else:
            self.open_next.emit()

    def refuse(self, why: Trouble, request: Request | None = None) -> None:
        """The engine would not do it: said for some seconds where the calls are."""
        self.refusal = f"{why.happened} {why.do}".strip()
        self._forget.start()
        self.refresh()

    def _forget_refusal(self) -> None:
        self.refusal = ""
        self.refresh()

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
