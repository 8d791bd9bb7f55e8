"""A time for one promise: a new one that is promised, or when to be reminded."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desk.core.model import Told
from desk.core.views import PromiseView, Trouble
from desk.link_types import PutOff, Renegotiate, Request
from ui import words
from ui.bits import Words, heading
from ui.button import Button
from ui.look import Look
from ui.refusal import Refusal
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
OFFERED = 8


def quarters(now: datetime) -> tuple[datetime, ...]:
    """The next quarter hours, for an engine that offers none."""
    first = now.replace(second=0, microsecond=0) + timedelta(minutes=10)
    first += timedelta(minutes=-first.minute % 15)
    return tuple(first + timedelta(minutes=15 * n) for n in range(OFFERED))


def typed(text: str, now: datetime, time_zone: str) -> datetime | None:
    """14:30, 14.30, 1430 or 9: the next such time in the desk's zone; None when it is none."""
    digits = text.strip().replace(".", ":").replace("h", ":").rstrip(":")
    if digits.isdigit() and len(digits) in (3, 4):
        digits = f"{digits[:-2]}:{digits[-2:]}"
    hour, _, minute = digits.partition(":")
    if not hour.isdigit() or (minute and not (minute.isdigit() and len(minute) == 2)):
        return None
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    here = now.astimezone(words.zone(time_zone))
    when = here.replace(hour=int(hour), minute=int(minute or 0), second=0, microsecond=0)
    return when if when > here else when + timedelta(days=1)


class TimeSheet(Sheet):
    """One press on a time does it. `give` promises that time anew; otherwise the promise stands, put off.

    When a new time is given, two buttons above the times say whether the caller is told: by a call that One
    Moment makes by itself, or not at all, which is written down either way.
    """

    def __init__(self, look: Look, truth: Truth, parent: QWidget, id: int, give: bool) -> None:
        super().__init__(look, parent, "", widest=640)
        self.truth, self.id, self.give = truth, id, give
        self.told = Told.NOT_TOLD
        self._left = False
        px = look.px
        promise, view = self._promise(), truth.view
        assert view is not None
        name = words.who(promise, view) if promise is not None else ""
        title = translate("Time", "A new time for %1") if give else translate("Time", "Remind me about %1")
        self.title.say(title.replace("%1", name))
        self.setAccessibleName(self.title.text())
        self.stands = Words(look, SIZES.body, colour="soft", lines=2)
        self.body.addWidget(self.stands)
        self.ways: dict[Told, Button] = {}
        self.what_it_means = Words(look, SIZES.body, colour="soft", lines=2)
        if give:
            self._ask_whether_told(promise)
        by_when = translate("Time", "BY WHEN?") if give else translate("Time", "FROM WHEN ON?")
        self.body.addWidget(heading(look, by_when))
        self.times: list[Button] = []
        grid = QGridLayout()
        grid.setSpacing(px(8))
        now = truth.now()
        columns = 4 if parent.width() >= px(620) else 2
        for i, at in enumerate(view.new_times or quarters(now)):
            button = Button(look, words.clock(at, view.time_zone, now), key=str(i + 1))
            button.clicked.connect(lambda _=False, at=at: self.choose(at))
            self.times.append(button)
            grid.addWidget(button, i // columns, i % columns)
        self.body.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.own = QLineEdit()
        self.own.setPlaceholderText(translate("Time", "Another time, such as 14:30"))
        self.own.setAccessibleName(translate("Time", "Another time"))
        self.own.setMaxLength(8)
        self.own.returnPressed.connect(self._choose_own)
        self.set_own = Button(look, translate("Time", "Set this time"))
        self.set_own.clicked.connect(self._choose_own)
        row.addWidget(self.own, 1)
        row.addWidget(self.set_own)
        self.body.addLayout(row)
        self.refusal = Refusal(look, truth)
        self.body.addWidget(self.refusal)
        self.body.addStretch(1)
        self.first: QWidget = self.times[0] if self.times else self.own
        truth.changed.connect(self.refresh)
        self.refresh()

    def _ask_whether_told(self, promise: PromiseView | None) -> None:
        look = self.look
        self.body.addWidget(heading(look, translate("Time", "IS THE CALLER TOLD?")))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for told, text in (
            (Told.NOT_TOLD, translate("Time", "Do not tell them")),
            (Told.BY_CALL, translate("Time", "Tell them by a call")),
        ):
            button = Button(look, text)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, t=told: self._tell(t))
            self.ways[told] = button
            row.addWidget(button)
        self.ways[Told.BY_CALL].setEnabled(promise is not None and promise.dial.callable)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.what_it_means)
        self._tell(Told.NOT_TOLD)

    def _tell(self, told: Told) -> None:
        self.told = told
        for way, button in self.ways.items():
            button.setChecked(way is told)
            button.be("chosen" if way is told else "plain")
        self.what_it_means.say(
            translate("Time", "One Moment calls by itself and says the new time.")
            if told is Told.BY_CALL
            else translate("Time", "The new time stands here only; that nobody was told is written down.")
        )

    def _promise(self) -> PromiseView | None:
        view = self.truth.view
        return next((p for p in view.promises if p.id == self.id), None) if view is not None else None

    def refresh(self) -> None:
        """What is promised now; a promise that ended closes the sheet."""
        view, promise = self.truth.view, self._promise()
        if view is None or promise is None:
            self.leave()
            return
        time = words.promised(promise, view, self.truth.now())
        self.stands.say(words.capital(time))
        self.stands.setVisible(bool(time))

    def choose(self, at: datetime) -> None:
        """This time."""
        self.refusal.hide()
        minutes = -(-(at - self.truth.now()) // timedelta(minutes=1))
        request: Request = PutOff(promise=self.id, minutes=minutes)
        if self.give:
            request = Renegotiate(promise=self.id, at=at, told=self.told)
        self.truth.ask(request, self.leave, self.refusal.say)

    def _choose_own(self) -> None:
        view = self.truth.view
        at = typed(self.own.text(), self.truth.now(), view.time_zone) if view is not None else None
        if at is not None:
            self.choose(at)
            return
        wrong = Trouble(
            what="time",
            happened=translate("Time", "This is not a time of the day."),
            do=translate("Time", "Write it as 14:30."),
        )
        self.refusal.say(wrong, Request())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 8 are the times, unless one's own is being written."""
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self.times):
            self.times[int(digit) - 1].click()
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        """Once is enough."""
        if self._left:
            return
        self._left = True
        self.truth.changed.disconnect(self.refresh)
        super().leave()
