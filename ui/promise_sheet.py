"""One promise, whole: whom to call, why, what was said and tried, and how it went."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.core.model import Outcome, PromiseState
from desk.core.views import MessageView, PromiseView, View
from desk.link_types import CallBack, Claim, Request, Unclaim
from ui import next_said, words
from ui.bits import Words, empty, heading
from ui.button import Button
from ui.later import later_menu
from ui.look import Look
from ui.refusal import Refusal
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate


SAID = tuple(o for o in Outcome if o is not Outcome.REFUSED)
"""How a call made on another phone went; that a line refuses it is told by a line only."""


class PromiseSheet(Sheet):
    """Opened by Done, and by a press on a row of the promised list."""

    def __init__(
        self, look: Look, truth: Truth, parent: QWidget, id: int, new_time: Callable[[int, bool], None]
    ) -> None:
        super().__init__(look, parent, "")
        self.truth, self.id = truth, id
        self._shown: tuple[object, ...] = ()
        self._left = False
        self.number = Words(look, SIZES.number, colour="accent")
        self.because = Words(look, SIZES.name, lines=2)
        self.why = Words(look, SIZES.body, colour="soft", lines=2)
        self.calling = Words(look, SIZES.name, strong=True, lines=2)
        self.told = Words(look, SIZES.body, colour="soft", lines=2)
        self.note_before = Words(look, SIZES.name, lines=4)
        self.messages = QVBoxLayout()
        self.attempts = QVBoxLayout()
        for label in (self.number, self.because, self.calling, self.why, self.told, self.note_before):
            self.body.addWidget(label)
        self.body.addLayout(self.messages)
        self.body.addLayout(self.attempts)
        first = QGridLayout()
        first.setSpacing(look.px(8))
        self.call_back = Button(look, translate("Next", "Call back"), kind="main")
        self.call_back.clicked.connect(self._call_back)
        self.claim = Button(look)
        self.claim.clicked.connect(self._claim)
        self.later = Button(look, translate("Next", "Later"), glyph="down")
        self.later.setMenu(later_menu(self.later, self._put_off, lambda give: new_time(id, give)))
        self.new_time = Button(look, translate("Promise", "New time…"))
        self.new_time.clicked.connect(lambda: new_time(id, True))
        beside = 4 if parent.width() >= look.px(820) else 2
        for i, button in enumerate((self.call_back, self.later, self.new_time, self.claim)):
            first.addWidget(button, i // beside, i % beside)
        self.body.addLayout(first)
        self.refusal = Refusal(look, truth)
        self.body.addWidget(self.refusal)
        self.question = heading(look, "")
        self.body.addWidget(self.question)
        self.note = QLineEdit()
        self.note.setPlaceholderText(translate("Promise", "A note, if there is something to remember"))
        self.note.setAccessibleName(translate("Promise", "Note"))
        self.note.setMaxLength(500)
        self.body.addWidget(self.note)
        self.outcomes: dict[Outcome, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        columns = 3 if parent.width() >= look.px(620) else 2
        for i, outcome in enumerate(SAID):
            button = Button(look, words.outcome(outcome), key=str(i + 1), kind="plain")
            button.clicked.connect(lambda _=False, o=outcome: self._attempted(o))
            self.outcomes[outcome] = button
            grid.addWidget(button, i // columns, i % columns)
        self.body.addLayout(grid)
        self.body.addWidget(heading(look, translate("Promise", "OR WITHOUT A CALL")))
        self.heard = Button(look, translate("Promise", "Heard, nothing to do"))
        self.spoke = Button(look, translate("Promise", "Spoke already"))
        self.cancel = Button(look, translate("Promise", "No longer needed"))
        self.heard.clicked.connect(lambda: self._ended(PromiseState.KEPT))
        self.spoke.clicked.connect(lambda: self._ended(PromiseState.ANSWERED_ELSEWHERE))
        self.cancel.clicked.connect(lambda: self._ended(PromiseState.CANCELLED))
        others = QGridLayout()
        others.setSpacing(look.px(8))
        at = 0
        for button in (self.heard, self.spoke, self.cancel):
            if button is self.heard and not self._promise_has_message():
                button.setParent(self)
                button.hide()
                continue
            others.addWidget(button, at // columns, at % columns)
            at += 1
        self.body.addLayout(others)
        self.body.addStretch(1)
        truth.changed.connect(self.refresh)
        self.refresh()
        self.first: QWidget = self.outcomes[Outcome.REACHED]
        if not self.call_back.isHidden():
            self.first = self.call_back

    def _promise(self) -> PromiseView | None:
        view = self.truth.view
        return next((p for p in view.promises if p.id == self.id), None) if view is not None else None

    @property
    def unsaved(self) -> str:
        """The note, as long as there is a promise to keep it with."""
        view, promise = self.truth.view, self._promise()
        if view is None or promise is None or not self.note.text().strip():
            return ""
        text = translate("Promise", "Your note about %1 is not saved yet.")
        return text.replace("%1", words.who(promise, view))

    def _promise_has_message(self) -> bool:
        promise = self._promise()
        return promise is not None and bool(promise.messages)

    def refresh(self) -> None:
        """Draw what differs; a promise that somebody else ended closes its sheet."""
        view, promise = self.truth.view, self._promise()
        if view is None or promise is None:
            if not self.isHidden():
                self.leave()
            return
        now = self.truth.now()
        self.title.say(words.who(promise, view))
        self.setAccessibleName(words.who(promise, view))
        time = words.promised(promise, view, now)
        late = promise.promised_by is not None and promise.promised_by < now
        for label, text in (
            (self.number, words.also(promise, view)),
            (self.because, words.capital(time)),
            (self.why, words.capital(words.why(promise, now))),
            (self.calling, next_said.calling_now(promise, self.truth.link.by)),
            (
                self.told,
                words.capital(
                    "; ".join(t for t in (next_said.missed(promise, now), next_said.told(promise)) if t)
                ),
            ),
            (self.note_before, words.quoted(promise.note)),
        ):
            label.say(text)
            label.setVisible(bool(text))
        self.because.say(self.because.text(), "warn" if late else "ink")
        self._show_ways(promise)
        shown = (promise.messages, promise.attempts, view.playing)
        if shown != self._shown:
            self._shown = shown
            self._show_messages(view, promise.messages)
            self._show_attempts(view, promise)

    def _show_ways(self, promise: PromiseView) -> None:
        claimed, mine = next_said.is_called(promise), promise.claimed_by == self.truth.link.by
        live = any(c.calls_back == promise.id for c in self.truth.view.calls) if self.truth.view else False
        self.call_back.setVisible(promise.dial.callable and not claimed and not promise.outcome_wanted)
        self.claim.setVisible(not promise.outcome_wanted and not live and (not claimed or mine))
        self.claim.say(
            translate("Promise", "I am not calling after all")
            if claimed
            else translate("Promise", "I call on another phone now")
        )
        self.question.say(
            translate("Promise", "HOW DID IT GO?")
            if promise.outcome_wanted
            else translate("Promise", "I HAVE CALLED ON ANOTHER PHONE")
        )
        self.outcomes[Outcome.REACHED].be("main" if self.call_back.isHidden() else "plain")

    def _show_messages(self, view: View, messages: tuple[MessageView, ...]) -> None:
        focused = QApplication.focusWidget()
        again = focused.property("message") if focused else None
        empty(self.messages)
        for message in messages:
            row = QHBoxLayout()
            row.setSpacing(self.look.px(12))
            playing = view.playing == message.id
            button = Button(
                self.look,
                translate("Next", "Stop") if playing else translate("Next", "Play"),
                glyph="stop" if playing else "play",
            )
            button.setProperty("message", message.id)
            button.clicked.connect(lambda _=False, id=message.id: self.truth.play(id))
            text = Words(self.look, SIZES.body, lines=2)
            text.say(words.capital(words.message(message, view, self.truth.now())))
            row.addWidget(button)
            row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
            self.messages.addLayout(row)
            if message.words:
                self.messages.addWidget(
                    Words(self.look, SIZES.name, lines=5, text=words.quoted(message.words))
                )
                machine = translate("Next", "written down by a machine, it may be wrong")
                self.messages.addWidget(Words(self.look, SIZES.small, colour="soft", lines=2, text=machine))
            if again == message.id:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_attempts(self, view: View, promise: PromiseView) -> None:
        empty(self.attempts)
        for attempt in promise.attempts:
            when = words.clock(attempt.at, view.time_zone, self.truth.now())
            parts = [f"{when}  {words.outcome(attempt.outcome)}"]
            if attempt.by:
                parts.append(attempt.by)
            text = ", ".join(parts)
            if attempt.note:
                text += f": {words.quoted(attempt.note)}"
            self.attempts.addWidget(Words(self.look, SIZES.body, colour="soft", lines=3, text=text))

    def _call_back(self) -> None:
        self.truth.ask(CallBack(promise=self.id), self.leave, self.refusal.say)

    def _claim(self) -> None:
        promise = self._promise()
        if promise is not None:
            claimed = promise.state is PromiseState.CLAIMED
            request: Request = Unclaim(promise=self.id) if claimed else Claim(promise=self.id)
            self.truth.ask(request, refused=self.refusal.say)

    def _put_off(self, minutes: int) -> None:
        self.truth.later(self.id, minutes, self.leave, self.refusal.say)

    def _attempted(self, outcome: Outcome) -> None:
        self.truth.attempt(self.id, outcome, self.note.text().strip(), self.leave, self.refusal.say)

    def _ended(self, state: PromiseState) -> None:
        self.truth.end(self.id, state, self.note.text().strip(), self.leave, self.refusal.say)

    def leave(self) -> None:
        """Once is enough, however many answers come."""
        if self._left:
            return
        self._left = True
        self.truth.changed.disconnect(self.refresh)
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 6 are the outcomes, unless a note is being written."""
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self.outcomes):
            list(self.outcomes.values())[int(digit) - 1].click()
            return
        super().keyPressEvent(event)
