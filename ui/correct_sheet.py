"""What a supervisor corrects: how an interruption really ended, or a note; and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.core.ends import AMENDED_TO, End
from desk.link_types import AmendEnd, AmendNote, Reply
from desk.log_types import LogRow, NoteTold
from ui import log_said
from ui.bits import Words, heading
from ui.button import Button
from ui.log_link import Corrections
from ui.look import Look
from ui.problem_card import ProblemCard
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate
Request = AmendEnd | AmendNote
WITH_A_PROMISE = (End.KEPT, End.LATE, End.NOT_REACHED, End.CANCELLED)


def may_be_said(row: LogRow) -> tuple[End, ...]:
    """What it may be said to have been instead; nothing of what still goes on or is owed."""
    if row.end in (End.LIVE, End.OPEN):
        return ()
    return tuple(
        end
        for end in AMENDED_TO
        if end is not row.end and (row.promise is not None or end not in WITH_A_PROMISE)
    )


def _in_columns(look: Look, buttons: Iterable[Button], beside: int) -> QGridLayout:
    """Under one another in columns of one width: those of the ends and of the reasons are the same."""
    grid = QGridLayout()
    grid.setSpacing(look.px(8))
    for i, button in enumerate(buttons):
        grid.addWidget(button, i // beside, i % beside)
    for i in range(beside):
        grid.setColumnStretch(i, 1)
    return grid


class _Correction(Sheet):
    """The reason, three usual ones to press, Save, and what the engine would not do.

    `said` is where it is said what it was instead. Of that and the reason `request` makes what the engine is
    asked, or says what is still missing.
    """

    def __init__(
        self,
        look: Look,
        corrections: Corrections,
        over: QWidget,
        title: str,
        now: str,
        usual: tuple[str, ...],
        said: QVBoxLayout,
        request: Callable[[str], Request | str],
    ) -> None:
        super().__init__(look, over, title)
        self.corrections, self.request = corrections, request
        self.reason = QLineEdit()
        self._left = False
        self.closed.connect(self._leaving)
        px = look.px
        self.body.addWidget(Words(look, SIZES.body, colour="soft", lines=6, text=now))
        self.body.addLayout(said)
        self.body.addWidget(heading(look, translate("Correct", "WHY")))
        self.usual = [Button(look, text) for text in usual]
        for text, button in zip(usual, self.usual, strict=True):
            button.clicked.connect(lambda _=False, text=text: self.give_reason(text))
        self.body.addLayout(_in_columns(look, self.usual, 3 if over.width() >= px(800) else 1))
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText(translate("Correct", "The reason, in your words"))
        self.reason.setAccessibleName(translate("Correct", "The reason"))
        self.reason.returnPressed.connect(self.save)
        self.body.addWidget(self.reason)
        self.problem = ProblemCard(look)
        self.problem.phone.hide()
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        key = translate("Keys", "Ctrl+S")
        self.save_button = Button(look, translate("Correct", "Save"), key=key, kind="main")
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.body.addLayout(row)
        kept = translate("Correct", "What it said before stays in the journal, with your reason beside it.")
        self.body.addWidget(Words(look, SIZES.small, colour="soft", lines=3, text=kept))

    def give_reason(self, text: str) -> None:
        """A usual one, to be changed or not."""
        self.reason.setText(text)

    def save(self) -> None:
        """Have it written down; what is missing is said first."""
        reason = self.reason.text().strip()
        request = self.request(reason)
        if isinstance(request, str) or not reason:
            missing = (
                request if isinstance(request, str) else translate("Correct", "Say why, in a few words.")
            )
            self._fail(translate("Correct", "It was not saved yet."), missing)
            if not isinstance(request, str):
                self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save_button.setEnabled(False)
        self.corrections.ask(request, self._answered)

    def _answered(self, reply: Reply) -> None:
        if self._left:
            return
        self.save_button.setEnabled(True)
        if reply.ok:
            self.leave()
        else:
            self._fail(reply.happened, reply.do)

    def _leaving(self) -> None:
        self._left = True

    def _fail(self, happened: str, do: str) -> None:
        self.problem.say_what(happened, do)
        self.problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_S:
            self.save()
        else:
            super().keyPressEvent(event)


class EndSheet(_Correction):
    """How it really ended: the ends it may have had, each with its digit."""

    def __init__(self, look: Look, corrections: Corrections, over: QWidget, row: LogRow) -> None:
        self.row, self.end = row, End.LIVE
        self.ends: dict[End, Button] = {}
        for i, end in enumerate(may_be_said(row)):
            button = Button(look, log_said.end(end), key=str(i + 1))
            button.clicked.connect(lambda _=False, e=end: self.choose(e))
            self.ends[end] = button
        said = QVBoxLayout()
        said.addLayout(_in_columns(look, self.ends.values(), 3 if over.width() >= look.px(800) else 2))
        self.meaning = Words(look, SIZES.body, lines=2)
        said.addWidget(self.meaning)
        super().__init__(
            look,
            corrections,
            over,
            translate("Correct", "How did it really end?"),
            translate("Correct", "The log says: %1").replace("%1", log_said.end_meaning(row.end)),
            (
                translate("Correct", "Told by the caller"),
                translate("Correct", "Spoken with elsewhere"),
                translate("Correct", "Pressed by mistake"),
            ),
            said,
            self.end_chosen,
        )
        self.first = next(iter(self.ends.values()))

    def choose(self, end: End) -> None:
        """This one; said in a sentence below."""
        self.end = end
        for one, button in self.ends.items():
            button.be("chosen" if one is end else "plain")
            chosen = translate("Correct", "%1, chosen").replace("%1", log_said.end(one))
            button.call_it(chosen if one is end else "")
        self.meaning.say(log_said.end_meaning(end))

    @property
    def unsaved(self) -> str:
        """A reason that was begun."""
        return translate("Correct", "Your correction is not saved yet.") if self.reason.text().strip() else ""

    def end_chosen(self, reason: str) -> Request | str:
        """The end, once it is chosen."""
        if self.end is End.LIVE:
            return translate("Correct", "Choose how it ended.")
        return AmendEnd(call=self.row.call, end=self.end, reason=reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, unless it is typed."""
        typed = isinstance(QApplication.focusWidget(), QLineEdit)
        if event.text().isdigit() and not typed and 0 < int(event.text()) <= len(self.ends):
            list(self.ends.values())[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)


class NoteSheet(_Correction):
    """A note anew."""

    def __init__(
        self, look: Look, corrections: Corrections, over: QWidget, call: str, note: NoteTold
    ) -> None:
        self.call, self.note = call, note
        said = QVBoxLayout()
        self.text = QPlainTextEdit(note.text)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(translate("Correct", "The note"))
        self.text.setFixedHeight(look.px(120))
        said.addWidget(self.text)
        super().__init__(
            look,
            corrections,
            over,
            translate("Correct", "What should the note say?"),
            translate("Correct", "The desk sees the new text only."),
            (
                translate("Correct", "A slip of the pen"),
                translate("Correct", "Something was missing"),
                translate("Correct", "About somebody else"),
            ),
            said,
            self.note_anew,
        )
        self.first = self.text

    @property
    def unsaved(self) -> str:
        """A note that was changed."""
        changed = self.text.toPlainText().strip() != self.note.text
        return translate("Correct", "Your correction is not saved yet.") if changed else ""

    def note_anew(self, reason: str) -> Request | str:
        """The note, once it says something else."""
        text = self.text.toPlainText().strip()
        if not text:
            return translate("Correct", "Write what the note should say: notes are corrected, not deleted.")
        if text == self.note.text:
            return translate("Correct", "The note says that already.")
        if len(text) > 2000:
            return translate("Correct", "The note is too long: 2,000 letters at most.")
        return AmendNote(call=self.call, note=self.note.key, text=text, reason=reason)
