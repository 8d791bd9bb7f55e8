"""Now: every live call, in words for what the caller hears at this moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.core.model import Doing, Presence
from desk.core.views import CallView
from ui import words
from ui.bits import Card, Words, column, heading, paint_box
from ui.button import Button
from ui.glyphs import OF_DOING, paint_glyph
from ui.look import Look
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
    """One caller: who, what they hear, and for how long."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__(look)
        self.truth = truth
        row = QHBoxLayout(self)
        px = look.px
        row.setContentsMargins(px(12), px(12), px(16), px(12))
        row.setSpacing(px(12))
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

    def refresh(self, call: CallView) -> None:
        """Draw what differs."""
        view = self.truth.view
        assert view is not None
        now = self.truth.now()
        held = (now - (call.held_since or call.since)).total_seconds() if call.doing is Doing.HOLDING else 0
        long = held >= view.hold_alarm
        name = words.who(call, view)
        said = words.doing(call)
        if call.urgent:
            said = translate("Now", "urgent, %1").replace("%1", said)
        elif call.breaks_through:
            said = translate("Now", "third call in five minutes, %1").replace("%1", said)
        tone = "alarm" if call.urgent else "warn" if long else "soft"
        self.who.say(name)
        self.time.say(words.how_long(call, now), colour="warn" if long else "ink")
        self.doing.say(said, colour="alarm" if call.urgent else "soft")
        self.number.say(words.also(call, view))
        self.number.setVisible(bool(self.number.text()))
        glyph = "late" if long or call.urgent else OF_DOING.get(call.doing, "talk")
        ground = {"alarm": "alarm_ground", "warn": "warn_ground"}.get(tone, "sunk")
        if call.doing is Doing.HOLDING and tone == "soft":
            ground, tone = "tint", "on_tint"
        rings_here = call.doing is Doing.RINGING and view.desk_rings and call.met is Presence.FREE
        if rings_here:
            ground, tone = "accent", "on_accent"
        self.paint_as("tint" if rings_here else "card", "accent" if rings_here else "edge")
        self.sign.show_as(glyph, ground, tone)
        self.setAccessibleName(f"{name}, {said}")


class NowColumn(QWidget):
    """The live calls under one another, the longest here first."""

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
        self.rows = Rows(look)
        layout.addWidget(self.rows, 1)
        layout.addStretch(0)

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        if view is None:
            return
        for id in set(self.cards) - {c.id for c in view.calls}:
            self.rows.let_go(self.cards.pop(id))
        for i, call in enumerate(sorted(view.calls, key=lambda c: (c.place or 1000, c.began_at, c.id))):
            card = self.cards.get(call.id)
            if card is None:
                card = self.cards[call.id] = CallCard(self.look, self.truth)
            self.rows.place(i, card)
            card.refresh(call)
        self.rows.settle()
        self.rows.setVisible(bool(view.calls))
        self.empty.setVisible(not view.calls)
        practice = view.line.practice
        self.practice.setVisible(practice)
        self.practice.setEnabled(not view.practising)
        if view.practising:
            self.quiet.say(translate("Now", "The practice caller is dialling."))
        elif practice:
            self.quiet.say(translate("Now", "No calls. Press Practice to let one ring."))
        else:
            self.quiet.say(translate("Now", "No calls. The line is quiet."))
