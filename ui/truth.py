"""The one copy of the truth that a window has: the last view the engine showed, and what time it is there.

Nothing here is changed by what the person does: a request goes to the engine, and what comes back is drawn.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desk.core.model import Outcome, Presence, PromiseState
from desk.core.next_action import What
from desk.core.views import Trouble, View
from desk.link_types import (
    ChoosePresence,
    ClosePromise,
    NoteAttempt,
    PlayMessage,
    Practise,
    PutOff,
    Reply,
    Request,
    StopMessage,
    ToggleServing,
)
from ui import next_said, troubles_said
from ui.asker import is_gone
from ui.link import Link

STEP, STILL_STEP = 1.0, 10.0  # seconds between two looks at the clock
Done = Callable[[], None]
Refused = Callable[[Trouble, Request], None]


class Truth(QObject):
    """`changed`: a view came, the link was lost, or time went on. `refused`: the engine said no, and why."""

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        link: Link,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.link = link
        self.view: View | None = None
        self.fresh = False
        self._monotonic = monotonic
        self._came = 0.0
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._ticked)
        link.shown.connect(self.show)
        link.lost.connect(self._lost)

    def show(self, view: View) -> None:
        """This is the truth now."""
        self.view, self.fresh, self._came = view, True, self._monotonic()
        self._ticked()

    def now(self) -> datetime:
        """The engine's time; when it does not answer, the time of the last that was heard."""
        assert self.view is not None
        if not self.fresh:
            return self.view.at
        return self.view.at + timedelta(seconds=self._monotonic() - self._came)

    @property
    def serving(self) -> bool:
        """While somebody is being served everything is still."""
        return self.view is not None and self.view.chosen is Presence.SERVING

    def _ticked(self) -> None:
        self.changed.emit()
        if not self.fresh or self.view is None:
            return
        # While Serving the figures step every ten seconds: near enough, and nothing moves beside the eye.
        step = STEP if self.view.calls and not self.serving else STILL_STEP
        to_minute = 60 - self.now().timestamp() % 60 + 0.02
        self._tick.start(round(min(step, to_minute) * 1000))

    def _lost(self, sentence: str) -> None:
        self.fresh = False
        self._tick.stop()
        self.changed.emit()
        if sentence:
            self.refused.emit(Trouble(what="link", happened=troubles_said.sentence(sentence), do=""))

    # ---- what the person does

    def ask(self, request: Request, then: Done | None = None, refused: Refused | None = None) -> None:
        """Send it; `then` is done only when the engine said yes.

        A refusal is shown in words: by `refused`, where the person looks, else above everything.
        """

        def answered(reply: Reply) -> None:
            if not reply.ok and refused is not None and not is_gone(refused):
                refused(troubles_said.refusal(reply), request)
            elif not reply.ok:
                self.refused.emit(troubles_said.refusal(reply))
            elif then is not None and not is_gone(then):
                then()

        self.link.ask(request, answered)

    def choose(self, presence: Presence) -> None:
        """Free, Serving or Away."""
        self.ask(ChoosePresence(presence=presence))

    def toggle_serving(self) -> None:
        """Serving on or off."""
        self.ask(ToggleServing())

    def attempt(
        self, promise: int, outcome: Outcome, note: str, then: Done, refused: Refused | None = None
    ) -> None:
        """An attempt to call back ended."""
        self.ask(NoteAttempt(promise=promise, outcome=outcome, note=note), then, refused)

    def end(
        self, promise: int, state: PromiseState, note: str, then: Done, refused: Refused | None = None
    ) -> None:
        """It needs no call any more."""
        self.ask(ClosePromise(promise=promise, state=state, note=note), then, refused)

    def later(
        self, promise: int, minutes: int, then: Done | None = None, refused: Refused | None = None
    ) -> None:
        """Pass it over for so long."""
        self.ask(PutOff(promise=promise, minutes=minutes), then, refused)

    def play(self, recording: str) -> None:
        """Play this message, or stop it if it is the one that plays."""
        if self.view is not None and self.view.playing == recording:
            self.ask(StopMessage())
        else:
            self.ask(PlayMessage(recording=recording))

    def practise(self) -> None:
        """Let one ring: it asks to be called back, and says yes to its number."""
        self.ask(Practise(press="21"))

    @property
    def next_message(self) -> str | None:
        """The message the next action wants heard."""
        if self.view is None or self.view.next.what is not What.LISTEN:
            return None
        promise = next_said.next_promise(self.view)
        if promise is None or not promise.messages:
            return None
        unheard = [m for m in promise.messages if not m.played]
        return (unheard or list(promise.messages))[0].id
