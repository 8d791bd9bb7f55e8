"""The buttons of the Next card: one does the next thing, the others are the ways round it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.core.model import Doing, PromiseState
from desk.core.views import CallView, PromiseView, View
from desk.link_types import CallBack
from ui import words
from ui.bits import let_go_of_keyboard
from ui.button import Button
from ui.later import later_menu
from ui.look import Look
from ui.refusal import Refusal
from ui.truth import Truth

translate = QCoreApplication.translate


class NextButtons(QWidget):
    """F3 is written on the one that F3 presses."""

    def __init__(
        self,
        look: Look,
        truth: Truth,
        refusal: Refusal,
        open_promise: Callable[[int], None],
        speak_with: Callable[[str], None],
        new_time: Callable[[int, bool], None],
    ) -> None:
        super().__init__()
        self.look, self.truth, self.refusal = look, truth, refusal
        self.promise: int | None = None
        self.call = ""
        self.said = ""
        self.main_button: Button | None = None
        px = look.px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, px(16), 0, 0)
        rows.setSpacing(px(8))
        self.take = Button(look)
        self.take.clicked.connect(lambda: speak_with(self.call))
        self.play = Button(look, glyph="play")
        self.play.clicked.connect(self._play)
        self.call_back = Button(look, translate("Next", "Call back"))
        self.call_back.clicked.connect(lambda: self._call_back(""))
        self.call_said = Button(look)
        self.call_said.clicked.connect(lambda: self._call_back(self.said))
        self.done = Button(look, translate("Next", "Done"))
        self.done.clicked.connect(lambda: self._for_promise(open_promise))
        self.later = Button(look, translate("Next", "Later"), glyph="down")
        self.later.setMenu(
            later_menu(
                self.later,
                self._later,
                lambda give: self._for_promise(lambda id: new_time(id, give)),
            )
        )
        self.first, self.second, self.third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (self.first, self.second, self.third):
            row.setSpacing(px(8))
            row.addStretch(1)
            rows.addLayout(row)
        for i, button in enumerate((self.take, self.play, self.call_back, self.later, self.done)):
            self.first.insertWidget(i, button)
        self.third.insertWidget(0, self.call_said)
        self._two_rows = False

    def for_call(self, call: CallView) -> None:
        """Take who waits, resume who is on hold."""
        self.call, self.promise = call.id, None
        self.take.say(translate("Now", "Resume") if call.doing is Doing.PARKED else translate("Now", "Take"))
        self._show(self.take, self.take)

    def for_promise(self, view: View, promise: PromiseView) -> None:
        """Call back, or listen first; nothing to call while somebody else does."""
        self.promise = promise.id
        recording = self.truth.next_message
        playing = recording is not None and view.playing == recording
        heard = recording is not None and all(m.played for m in promise.messages) and not playing
        self.play.draw_glyph("stop" if playing else "play")
        self.play.say(translate("Next", "Stop") if playing else translate("Next", "Play"))
        numbers = [
            m.said_number for m in promise.messages if m.said_number and m.said_number != promise.number
        ]
        self.said = numbers[-1] if numbers else ""
        text = translate("Next", "Call %1, as said in the message")
        self.call_said.say(text.replace("%1", words.pretty(self.said, view.country)))
        free = promise.state is not PromiseState.CLAIMED
        can_call = free and promise.dial.callable
        shown = [self.later, self.done]
        if free and self.said:
            shown.append(self.call_said)
        if can_call:
            shown.append(self.call_back)
        if recording is not None:
            shown.append(self.play)
        main = self.done
        if recording is not None and not (heard and can_call):
            main = self.play
        elif can_call:
            main = self.call_back
        self._show(main, *shown)

    def _show(self, main: Button, *shown: Button) -> None:
        self.main_button = main
        for button in (self.take, self.play, self.call_back, self.call_said, self.later, self.done):
            if button not in shown:
                let_go_of_keyboard(button)
            button.setVisible(button in shown)
            button.press_with("F3" if button is main else "")
        two = self.play in shown and self.call_back in shown  # four beside one another are too many
        if two is not self._two_rows:
            self._two_rows = two
            from_row, to_row, at = (self.first, self.second, 0) if two else (self.second, self.first, 3)
            for i, button in enumerate((self.later, self.done)):
                from_row.removeWidget(button)
                to_row.insertWidget(at + i, button)
        self.show()

    def stand(self, forward: bool) -> None:
        """The main button forward or back."""
        for button in (self.take, self.play, self.call_back, self.call_said, self.done):
            button.be("main" if forward and button is self.main_button else "plain")

    def _for_promise(self, does: Callable[[int], None]) -> None:
        if self.promise is not None:
            does(self.promise)

    def _play(self) -> None:
        if (recording := self.truth.next_message) is not None:
            self.truth.play(recording)

    def _call_back(self, to: str) -> None:
        if self.promise is not None:
            self.refusal.hide()
            self.truth.ask(CallBack(promise=self.promise, to=to), refused=self.refusal.say)

    def _later(self, minutes: int) -> None:
        if self.promise is not None:
            self.truth.later(self.promise, minutes, refused=self.refusal.say)
