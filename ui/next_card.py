"""Next: the one thing to do, and because of what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.core.model import Presence
from desk.core.next_action import Because, What
from desk.core.views import CallView, PromiseView, View
from ui import words
from ui.bits import Card, Words, column, heading
from ui.button import Button
from ui.glyphs import Glyph
from ui.later import later_menu
from ui.look import Look
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
LATE = {
    Because.OVERDUE: "warn",
    Because.HOLDING_LONG: "warn",
    Because.CALLS_AGAIN: "warn",
    Because.URGENT: "alarm",
}


class NextColumn(QWidget):
    """One card, one main button, the reason.

    While somebody is being served it stands back: same words, same places, quieter colours. When serving ends
    it comes forward. Nothing moves either way.
    """

    def __init__(self, look: Look, truth: Truth, open_promise: Callable[[int], None]) -> None:
        super().__init__()
        self.look, self.truth, self.open_promise = look, truth, open_promise
        self.promise: int | None = None
        layout = column(look, self, gap=12)
        self.heading = heading(look, translate("Next", "NEXT"))
        layout.addWidget(self.heading)
        self.card = Card(look)
        self.card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card.setMinimumHeight(look.px(SIZES.card))
        layout.addWidget(self.card)
        layout.addStretch(1)
        px = look.px
        inside = column(look, self.card, gap=8)
        inside.setContentsMargins(px(28), px(24), px(24), px(24))
        self.title = Words(look, SIZES.hero, strong=True, lines=3)
        self.number = Words(look, SIZES.number)
        because = QHBoxLayout()
        because.setSpacing(px(8))
        self.late = Glyph(look, "late", "warn", size=18)
        self.because = Words(look, SIZES.name, lines=3)
        because.addWidget(self.late, 0, Qt.AlignmentFlag.AlignTop)
        because.addWidget(self.because, 1)
        self.why = Words(look, SIZES.body, colour="soft", lines=2)
        self.note = Words(look, SIZES.name, lines=3)
        self.tried = Words(look, SIZES.body, colour="soft", lines=2)
        inside.addWidget(self.title)
        inside.addWidget(self.number)
        inside.addSpacing(px(4))
        inside.addLayout(because)
        inside.addWidget(self.note)
        inside.addWidget(self.why)
        inside.addWidget(self.tried)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, px(16), 0, 0)
        row.setSpacing(px(8))
        self.play = Button(look, key="F3", kind="main", glyph="play")
        self.play.clicked.connect(self._play)
        self.done = Button(look, translate("Next", "Done"), key="F3", kind="main")
        self.done.clicked.connect(self._open)
        self.later = Button(look, translate("Next", "Later"), glyph="down")
        self.later.setMenu(later_menu(self.later, self._later))
        row.addWidget(self.play)
        row.addWidget(self.done)
        row.addWidget(self.later)
        row.addStretch(1)
        inside.addWidget(self.buttons)
        inside.addStretch(1)

    @property
    def main_button(self) -> Button | None:
        """What F3 does."""
        if self.buttons.isHidden():
            return None
        return self.play if not self.play.isHidden() else self.done

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        if view is None:
            return
        forward = self.truth.fresh and view.chosen is not Presence.SERVING
        call, promise = words.next_call(view), words.next_promise(view)
        if view.next.what is What.TAKE_CALL and call is not None:
            self._show_call(view, call)
        elif promise is not None and view.next.what in (What.CALL_BACK, What.LISTEN):
            self._show_promise(view, promise)
        else:
            self._show_nothing(view)
        self._stand(forward and view.next.what is not What.NOTHING, LATE.get(view.next.because, ""))
        self.setAccessibleName(f"{self.title.text()}. {self.because.text()}")

    def _stand(self, forward: bool, tone: str) -> None:
        """Forward or back, by colour alone: nothing changes its place."""
        self.late.setVisible(bool(tone) and not self.because.isHidden())
        self.late.show_as("late", tone or "warn")
        self.card.paint_as("card", "accent" if forward else "edge", "accent" if forward else "")
        self.title.say(self.title.text(), "ink" if forward else "soft")
        self.because.say(self.because.text(), tone or ("ink" if forward else "soft"))
        self.note.say(self.note.text(), "ink" if forward else "soft")
        self.number.say(self.number.text(), "accent" if forward else "soft")
        main = self.main_button
        for button in (self.play, self.done):
            button.be("main" if forward and button is main else "plain")

    def _put(self, label: Words, text: str) -> None:
        label.say(text)
        label.setVisible(bool(text))

    def _show_call(self, view: View, call: CallView) -> None:
        ringing = view.next.because is Because.RINGING
        title = translate("Next", "%1 is ringing") if ringing else translate("Next", "%1 is waiting")
        self.promise = None
        self._put(self.title, title.replace("%1", words.who(call, view)))
        self._put(self.number, words.also(call, view))
        self._put(self.because, words.capital(words.because_call(call, view.next, self.truth.now())))
        self._put(self.why, "")
        self._put(self.note, "")
        self._put(self.tried, "")
        self.buttons.hide()

    def _show_promise(self, view: View, promise: PromiseView) -> None:
        now = self.truth.now()
        listen = view.next.what is What.LISTEN
        self.promise = promise.id
        self._put(
            self.title, words.title_message(promise, view) if listen else words.title_call_back(promise, view)
        )
        self._put(self.number, words.also(promise, view))
        because = words.because_promise(promise, view.next, view, now)
        if listen and promise.messages and not promise.promised_by:
            because = words.message(promise.messages[0], view, now)
        self._put(self.because, words.capital(because))
        # why it is owed, unless that is the reason given already
        why = words.why(promise, view, now)
        self._put(self.why, "" if listen or because.startswith(why) else words.capital(why))
        self._put(self.note, words.quoted(promise.note))
        self._put(self.tried, words.tried(promise, view, now))
        recording = self.truth.next_message
        playing = recording is not None and view.playing == recording
        self.play.setVisible(recording is not None)
        self.play.draw_glyph("stop" if playing else "play")
        self.play.say(translate("Next", "Stop") if playing else translate("Next", "Play"))
        self.done.key_hint = "" if recording is not None else "F3"
        self.done.say(translate("Next", "Done"))
        self.buttons.show()

    def _show_nothing(self, view: View) -> None:
        self.promise = None
        self._put(self.title, words.nothing_waits())
        self._put(self.number, "")
        if view.calls:
            because = translate("Next", "The callers are being looked after.")
        elif view.chosen is Presence.SERVING:
            because = translate("Next", "Whoever is in front of you has all your time.")
        else:
            because = translate("Next", "Nobody is waiting for you.")
        self._put(self.because, because)
        for label in (self.why, self.note, self.tried):
            self._put(label, "")
        self.buttons.hide()

    def _play(self) -> None:
        if (recording := self.truth.next_message) is not None:
            self.truth.play(recording)

    def _open(self) -> None:
        if self.promise is not None:
            self.open_promise(self.promise)

    def _later(self, minutes: int) -> None:
        if self.promise is not None:
            self.truth.later(self.promise, minutes)
