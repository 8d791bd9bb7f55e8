"""Next: the one thing to do, and because of what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.core.model import Presence
from desk.core.next_action import Because, What
from desk.core.views import CallView, PromiseView, View
from ui import calls_said, next_said, words
from ui.bits import Card, Words, column, heading, let_go_of_keyboard
from ui.button import Button
from ui.glyphs import Glyph
from ui.look import Look
from ui.next_buttons import NextButtons
from ui.outcome_card import OutcomeCard
from ui.refusal import Refusal
from ui.still_serving import StillServing
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
NOT_THE_SAME_ENTER = 500  # ms
LATE = {
    Because.OVERDUE: "warn",
    Because.HOLDING_LONG: "warn",
    Because.PARKED_LONG: "warn",
    Because.CAME_BACK: "warn",
    Because.CALLS_AGAIN: "warn",
    Because.LINE_LOST: "warn",
    Because.URGENT: "alarm",
}


class NextColumn(QWidget):
    """One card, one main button, the reason.

    While somebody is being served it stands back: same words, same places, quieter colours. When serving ends
    it comes forward. Nothing moves either way. While the person speaks it is one line under their call.
    """

    def __init__(
        self,
        look: Look,
        truth: Truth,
        open_promise: Callable[[int], None],
        speak_with: Callable[[str], None],
        new_time: Callable[[int, bool], None],
    ) -> None:
        super().__init__()
        self.look, self.truth = look, truth
        layout = column(look, self, gap=12)
        self.heading = heading(look, translate("Next", "NEXT"))
        layout.addWidget(self.heading)
        self.brief = Card(look)
        px = look.px
        line = QHBoxLayout(self.brief)
        line.setContentsMargins(px(20), px(12), px(16), px(12))
        line.setSpacing(px(8))
        self.brief_sign = Glyph(look, "late", "warn", size=16)
        self.brief_line = Words(look, SIZES.body, colour="soft", lines=2)
        line.addWidget(self.brief_sign)
        line.addWidget(self.brief_line, 1)
        layout.addWidget(self.brief)
        self.card = Card(look)
        self.card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card.setMinimumHeight(look.px(SIZES.card))
        layout.addWidget(self.card)
        self.still = StillServing(look, truth)
        layout.addWidget(self.still)
        layout.addStretch(1)
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
        self.claimed = Words(look, SIZES.name, strong=True, lines=2)
        self.why = Words(look, SIZES.body, colour="soft", lines=2)
        self.note = Words(look, SIZES.name, lines=3)
        self.heard = Words(look, SIZES.name, lines=5)
        self.machine = Words(look, SIZES.small, colour="soft", lines=2)
        self.tried = Words(look, SIZES.body, colour="soft", lines=2)
        inside.addWidget(self.title)
        inside.addWidget(self.number)
        inside.addSpacing(px(4))
        inside.addLayout(because)
        for widget in (self.claimed, self.note, self.heard, self.machine, self.why, self.tried):
            inside.addWidget(widget)
        self.refusal = Refusal(look, truth)
        self.buttons = NextButtons(look, truth, self.refusal, open_promise, speak_with, new_time)
        self.outcome = OutcomeCard(look, truth, self.refusal)
        self.outcome.hide()
        self.done, self.later, self.play = self.buttons.done, self.buttons.later, self.buttons.play
        inside.addWidget(self.buttons)
        inside.addWidget(self.outcome)
        inside.addWidget(self.refusal)
        inside.addStretch(1)

    @property
    def main_button(self) -> Button | None:
        """What F3 does."""
        if self.card.isHidden():
            return None
        return self.outcome.reached if not self.outcome.isHidden() else self.buttons.main_button

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        if view is None:
            return
        own = calls_said.with_you(view)
        self.brief.setVisible(own is not None)
        if own is not None:
            let_go_of_keyboard(self.card)
        self.card.setVisible(own is None)
        self.heading.say(translate("Next", "NEXT") if own is None else translate("Next", "AFTER THAT"))
        self.still.refresh()
        tone = LATE.get(view.next.because, "")
        if own is not None:
            self._ask_outcome(False)
            self.brief_line.say(next_said.next_line(view, self.truth.now()))
            self.brief_sign.setVisible(bool(tone))
            self.brief_sign.show_as("late", tone or "warn")
            return
        forward = self.truth.fresh and view.chosen is not Presence.SERVING
        what = view.next.what
        call, promise = next_said.next_call(view), next_said.next_promise(view)
        self._ask_outcome(promise is not None and what is What.SAY_OUTCOME)
        if call is not None and what in (What.TAKE_CALL, What.RESUME):
            self._show_call(view, call)
        elif promise is not None and what is What.SAY_OUTCOME:
            self._show_outcome(view, promise)
        elif promise is not None and what in (What.CALL_BACK, What.LISTEN):
            self._show_promise(view, promise)
        else:
            self._show_nothing(view)
        others = promise is not None and next_said.is_called(promise)
        self._stand(forward and what is not What.NOTHING and not others, tone)
        self.setAccessibleName(f"{self.title.text()}. {self.because.text()}")

    def _ask_outcome(self, asked: bool) -> None:
        """Enter says Reached, once half a second has passed: not the Enter that hung up."""
        was = not self.outcome.isHidden()
        if was and not asked:
            let_go_of_keyboard(self.outcome)
        self.outcome.setVisible(asked)
        if asked and not was:
            QTimer.singleShot(NOT_THE_SAME_ENTER, self.outcome, self.outcome.offer_enter)

    def _stand(self, forward: bool, tone: str) -> None:
        """Forward or back, by colour alone: nothing changes its place."""
        self.late.setVisible(bool(tone) and not self.because.isHidden())
        self.late.show_as("late", tone or "warn")
        self.card.paint_as("card", "accent" if forward else "edge", "accent" if forward else "")
        self.title.say(self.title.text(), "ink" if forward else "soft")
        self.because.say(self.because.text(), tone or ("ink" if forward else "soft"))
        for label in (self.note, self.heard, self.claimed):
            label.say(label.text(), "ink" if forward else "soft")
        self.number.say(self.number.text(), "accent" if forward else "soft")
        self.buttons.stand(forward)
        self.outcome.reached.be("main" if forward else "plain")

    def _say(self, title: str, **texts: str) -> None:
        self.title.say(title)
        for name in ("number", "because", "claimed", "why", "note", "heard", "machine", "tried"):
            label: Words = getattr(self, name)
            label.say(texts.get(name, ""))
            label.setVisible(bool(label.text()))

    def _show_call(self, view: View, call: CallView) -> None:
        because = calls_said.because_call(call, view.next, self.truth.now())
        marks = (calls_said.company(call), calls_said.mark(call))
        self._say(
            next_said.title_call(call, view.next, view),
            number=words.also(call, view),
            because=words.capital(because),
            why=words.capital(", ".join(t for t in marks if t)),
        )
        self.buttons.for_call(call)

    def _show_outcome(self, view: View, promise: PromiseView) -> None:
        self._say(
            next_said.title_outcome(promise, view),
            number=words.also(promise, view),
            because=words.quoted(promise.note),
        )
        self.outcome.about(promise.id)
        let_go_of_keyboard(self.buttons)
        self.buttons.hide()

    def _show_promise(self, view: View, promise: PromiseView) -> None:
        now = self.truth.now()
        listen = view.next.what is What.LISTEN
        message = promise.messages[0] if promise.messages else None
        because = next_said.because_promise(promise, view.next, view, now)
        if listen and message is not None and not promise.promised_by:
            because = words.message(message, view, now)
        why = words.why(promise, now)  # unless that is the reason given already
        reasons = ["" if listen or because.startswith(why) else why, next_said.missed(promise, now)]
        heard = message.words if message is not None else ""
        self._say(
            next_said.title_message(promise, view) if listen else next_said.title_call_back(promise, view),
            number=words.also(promise, view),
            because=words.capital(because),
            claimed=next_said.calling_now(promise, self.truth.link.by),
            why=words.capital("; ".join(r for r in reasons if r)),
            note=words.quoted(promise.note),
            heard=words.quoted(heard),
            machine=translate("Next", "written down by a machine, it may be wrong") if heard else "",
            tried=words.tried(promise, view, now),
        )
        self.buttons.for_promise(view, promise)

    def _show_nothing(self, view: View) -> None:
        if view.calls:
            because = translate("Next", "The callers are being looked after.")
        elif view.chosen is Presence.SERVING:
            because = translate("Next", "Whoever is in front of you has all your time.")
        else:
            because = translate("Next", "Nobody is waiting for you.")
        self._say(next_said.nothing_waits(), because=because)
        let_go_of_keyboard(self.buttons)
        self.buttons.hide()
