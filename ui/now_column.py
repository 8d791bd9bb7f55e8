"""Now: every live call, in words for what the caller hears at this moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.core.model import Doing, Presence
from desk.core.views import CallView, View
from desk.link_types import ResumeCall, TakeCall
from ui import calls_said, words
from ui.bits import Card, Words, column, heading, paint_box
from ui.button import Button
from ui.glyphs import OF_DOING, paint_glyph
from ui.look import Look
from ui.refusal import Refusal
from ui.rows import Rows
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate


class _Sign(QWidget):
    """What the caller hears, as a sign in a round field beside the words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self.glyph, self.colours = look, "talk", ("sunk", "soft")
        self.setFixedSize(look.px(36), look.px(36))

    def show_as(self, glyph: str, ground: str, ink: str) -> None:
        """Drawn only if it differs."""
        if (glyph, (ground, ink)) != (self.glyph, self.colours):
            self.glyph, self.colours = glyph, (ground, ink)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A round field with a sign in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self.colours
        px = self.look.px
        edge = ink if self.look.c.border > 1 else ""
        paint_box(painter, self.look, QRectF(self.rect()), ground, edge, 18)
        paint_glyph(painter, self.glyph, self.look, ink, QRectF(px(10), px(10), px(16), px(16)))
        painter.end()


class CallCard(Card):
    """One caller: who, what they hear, for how long, and the button to speak with them."""

    def __init__(self, look: Look, truth: Truth, speak: Callable[[str], None]) -> None:
        super().__init__(look)
        self.truth, self.id = truth, ""
        px = look.px
        whole = column(look, self, gap=8)
        whole.setContentsMargins(px(12), px(12), px(16), px(12))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        whole.addLayout(row)
        self.sign = _Sign(look)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(px(2))
        self.who = Words(look, SIZES.name, strong=True, lines=2)
        self.number = Words(look, SIZES.body, colour="soft")
        self.doing = Words(look, SIZES.body, colour="soft", lines=3)
        self.time = Words(look, SIZES.body, strong=True, colour="soft", firm=True)
        below = QHBoxLayout()
        below.setSpacing(px(8))
        below.addWidget(self.doing, 1)
        below.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        text.addWidget(self.who)
        text.addWidget(self.number)
        text.addLayout(below)
        row.addLayout(text, 1)
        self.button = Button(look)
        self.button.clicked.connect(lambda: speak(self.id))
        whole.addWidget(self.button)

    def refresh(self, call: CallView, key: str = "") -> None:
        """Draw what differs. `key` is the one that does what the button does."""
        view = self.truth.view
        assert view is not None
        self.id = call.id
        now = self.truth.now()
        long = calls_said.held_long(call, view, now)
        name = words.who(call, view)
        said = calls_said.doing(call)
        if call.came_back is not None and call.doing is Doing.PARKED:
            said = f"{calls_said.came_back(call)}; {said}"
        elif long and call.doing is Doing.PARKED:
            said = translate("Now", "%1, longer than is kind").replace("%1", said)
        if call.urgent:
            said = translate("Now", "urgent, %1").replace("%1", said)
        elif call.breaks_through:
            said = translate("Now", "third call in five minutes, %1").replace("%1", said)
        tone = "alarm" if call.urgent else "warn" if long else "soft"
        self.who.say(name)
        self.time.say(calls_said.how_long(call, now), colour="warn" if long else "ink")
        self.doing.say(said, colour="alarm" if call.urgent else "soft")
        self.number.say("  ·  ".join(t for t in (words.also(call, view), calls_said.mark(call)) if t))
        self.number.setVisible(bool(self.number.text()))
        glyph = "late" if long or call.urgent else OF_DOING.get(call.doing, "talk")
        ground = {"alarm": "alarm_ground", "warn": "warn_ground"}.get(tone, "sunk")
        if call.doing in (Doing.HOLDING, Doing.PARKED) and tone == "soft":
            ground, tone = "tint", "on_tint"
        rings_here = call.doing is Doing.RINGING and view.desk_rings and call.met is Presence.FREE
        if rings_here:
            ground, tone = "accent", "on_accent"
        self.paint_as("tint" if rings_here else "card", "accent" if rings_here else "edge")
        self.sign.show_as(glyph, ground, tone)
        self.setAccessibleName(f"{name}, {said}")
        self._show_button(view, call, name, key)

    def _show_button(self, view: View, call: CallView, name: str, key: str) -> None:
        parked = call.doing is Doing.PARKED
        self.button.setVisible(parked or (not call.out and call.doing in calls_said.TAKEABLE))
        with_you = calls_said.with_you(view)
        if parked and with_you is not None:
            text, named = translate("Now", "Swap"), translate("Now", "Speak with %1, the other goes on hold")
        elif parked:
            text, named = translate("Now", "Resume"), translate("Now", "Speak with %1 again")
        else:
            text, named = translate("Now", "Take"), translate("Now", "Take %1")
        self.button.press_with(key)
        self.button.say(text)
        self.button.call_it(named.replace("%1", name))


class NowColumn(QWidget):
    """The live calls under one another but for the one spoken with; who is on hold first, then the line."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__()
        self.look, self.truth = look, truth
        self.cards: dict[str, CallCard] = {}
        layout = column(look, self, gap=12)
        self.heading = heading(look, translate("Now", "NOW"))
        layout.addWidget(self.heading)
        self.empty = Card(look)
        inside = column(look, self.empty, margin=20, gap=16)
        self.quiet = Words(look, SIZES.body, colour="soft", lines=4)
        self.practice = Button(look, translate("Now", "Practice"), glyph="play")
        self.practice.clicked.connect(truth.practise)
        inside.addWidget(self.quiet)
        inside.addWidget(self.practice, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.empty)
        self.refusal = Refusal(look, truth)
        layout.addWidget(self.refusal)
        self.rows = Rows(look)
        layout.addWidget(self.rows, 1)
        layout.addStretch(0)

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        if view is None:
            return
        own = calls_said.with_you(view)
        calls = sorted((c for c in view.calls if own is None or c.id != own.id), key=_order)
        for id in set(self.cards) - {c.id for c in calls}:
            self.rows.let_go(self.cards.pop(id))
        first, resumed = calls_said.first_to_take(view), calls_said.resumed_by_key(view)
        for i, call in enumerate(calls):
            card = self.cards.get(call.id)
            if card is None:
                card = self.cards[call.id] = CallCard(self.look, self.truth, self.speak_with)
            self.rows.place(i, card)
            is_first = first is not None and call.id == first.id
            card.refresh(call, "F5" if is_first else "F6" if call.id == resumed else "")
        self.rows.settle()
        self.rows.setVisible(bool(calls))
        self.empty.setVisible(not calls)
        practice = view.line.practice
        self.practice.setVisible(practice)
        self.practice.setEnabled(not view.practising)
        if own is not None:
            self.quiet.say(translate("Now", "Nobody else is calling."))
        elif view.practising:
            self.quiet.say(translate("Now", "The practice caller is dialling."))
        elif practice:
            self.quiet.say(translate("Now", "No calls. Press Practice to let one ring."))
        else:
            self.quiet.say(translate("Now", "No calls. The line is quiet."))

    def speak_with(self, id: str) -> None:
        """Take who is waiting, resume who is on hold."""
        view = self.truth.view
        call = next((c for c in view.calls if c.id == id), None) if view is not None else None
        if call is None:
            return
        request = ResumeCall(call=id) if call.doing is Doing.PARKED else TakeCall(call=id)
        self.refusal.hide()
        self.truth.ask(request, refused=self.refusal.say)


def _order(call: CallView) -> tuple[bool, int, datetime, str]:
    return (call.doing is not Doing.PARKED, call.place or 1000, call.began_at, call.id)
