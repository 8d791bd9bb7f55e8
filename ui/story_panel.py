"""One interruption from its ring: who, how it ended and why, what was recorded, and each step of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from desk.log_types import LogReply, RecordingTold, Step, StepKind, Story, TellStory
from ui import log_said, story_said
from ui.bits import Card, Words, column, empty, let_go_of_keyboard
from ui.button import Button
from ui.call_line import CallLine
from ui.glyphs import Glyph
from ui.log_cells import shape, when
from ui.log_link import LogLink
from ui.look import Look
from ui.player_card import PlayerCard
from ui.problem_card import ProblemCard
from ui.scrolling import Scrolling
from ui.story_doings import StoryDoings
from ui.story_steps import StepList
from ui.theme import SIZES

translate = QCoreApplication.translate


class StoryPanel(QWidget):
    """Beside the table, or over it where there is no room. `closed` is the person's wish to have it away;
    `wanted` asks for the story of another call (which is shown here already).
    """

    closed = Signal()
    wanted = Signal(str)

    def __init__(self, look: Look, link: LogLink) -> None:
        super().__init__()
        self.look, self.link = look, link
        self.call = ""
        self.story: Story | None = None
        self._asked = 0
        px = look.px
        outer = column(look, self, gap=0)
        inside = QWidget()
        self.area = Scrolling(inside)
        outer.addWidget(self.area)
        self.body = column(look, inside, margin=16, gap=12)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        self.title = Words(look, SIZES.title, strong=True, lines=3)
        self.close_button = Button(look, translate("Sheet", "Close"), key="Esc", kind="quiet")
        self.close_button.clicked.connect(self.closed)
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.about = Words(look, SIZES.body, colour="soft", lines=3)
        self.when = Words(look, SIZES.body, lines=2)
        ended = QHBoxLayout()
        ended.setSpacing(px(8))
        self.sign = Glyph(look, "dash")
        self.end = Words(look, SIZES.name, strong=True, lines=2)
        ended.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        ended.addWidget(self.end, 1)
        self.came = Words(look, SIZES.body, lines=2)
        self.why = Card(look, "warn_ground", "warn" if look.c.border > 1 else "")
        self.why_lost = Words(look, SIZES.body, lines=8)
        column(look, self.why, margin=12).addWidget(self.why_lost)
        self.problem = ProblemCard(look)
        self.problem.phone.hide()
        self.doings = StoryDoings(look, link)
        self.recordings = column(look, gap=8)
        self.players: list[PlayerCard] = []
        self.line = CallLine(look)
        self.steps = StepList(look)
        self.steps.chosen.connect(self._chosen)
        self.body.addLayout(top)
        self.body.addWidget(self.about)
        self.body.addWidget(self.when)
        self.body.addLayout(ended)
        for widget in (self.came, self.why, self.problem, self.doings):
            self.body.addWidget(widget)
        self.body.addLayout(self.recordings)
        self.body.addWidget(self.line)
        self.body.addWidget(self.steps)
        self.body.addStretch(1)
        self._clear()
        link.head_changed.connect(self._ask)
        link.found.connect(self._ask)

    def show_story(self, call: str) -> None:
        """Show this one's; the one that is shown stays until the other has been told."""
        if call != self.call:
            self.call = call
            self.area.verticalScrollBar().setValue(0)
        self._ask()

    def _ask(self) -> None:
        if not self.call or not self.link.alive or not self.isVisible():  # once it is seen it asks again
            return
        self._asked += 1
        asked = self._asked
        self.link.ask(TellStory(call=self.call), lambda reply: self._told(reply, asked))

    def _told(self, reply: LogReply, asked: int) -> None:
        if asked != self._asked or not isValid(self):  # another one was asked for since, or it was let go
            return
        if reply.story is None:
            if self.story is not None and self.story.row.call != self.call:
                self._clear()
            self.problem.say_what(reply.happened, reply.do)
            self.problem.show()
            return
        self.problem.hide()
        if reply.story != self.story:
            self.story = reply.story
            self._draw(reply.story)

    def _clear(self) -> None:
        self.story = None
        for label in (self.title, self.about, self.when, self.end, self.came, self.why_lost):
            label.say("")
        for widget in (self.why, self.sign, self.doings, self.line, self.steps):
            widget.hide()
        self._play(())

    def _draw(self, story: Story) -> None:
        row, head = story.row, self.link.head
        self.setAccessibleName(story_said.title(row, head))
        self.title.say(story_said.title(row, head))
        self.about.say(story_said.about(row, head))
        self.when.say(when(row.at, head.time_zone))
        name, colour = shape(row)
        self.sign.show_as(name, colour)
        self.sign.show()
        end = log_said.end_of(row)
        self.end.say(translate("Story", "%1, corrected").replace("%1", end) if row.amended else end)
        came = story_said.what_came(row, head)
        self.came.say(came)
        self.came.setVisible(bool(came))
        self.why_lost.say(log_said.why_lost(story.why_lost) if story.why_lost is not None else "")
        self.why.setVisible(story.why_lost is not None)
        self.doings.show()
        self.doings.show_story(story)
        self._play(story.recordings)
        self.line.show_story(story)
        self.steps.show()
        self.steps.show_story(story, head)

    def _chosen(self, step: object) -> None:
        """Enter on another call of theirs shows its story; on a note, its correction."""
        if not isinstance(step, Step):
            return
        if step.told is StepKind.RANG_AGAIN and step.call and step.call != self.call:
            self.show_story(step.call)
            self.wanted.emit(step.call)
        elif step.note is not None and step.note.key and step.told is StepKind.NOTE:
            self.doings.correct_note(step.note)

    def _play(self, recordings: tuple[RecordingTold, ...]) -> None:
        """A player for each; those that are there already go on."""
        if [player.recording for player in self.players] == list(recordings):
            return
        for player in self.players:
            player.let_go()
            let_go_of_keyboard(player)
        empty(self.recordings)
        self.players = [PlayerCard(self.look, self.link, one, self.link.head) for one in recordings]
        for player in self.players:
            self.recordings.addWidget(player)

    def showEvent(self, event: QShowEvent) -> None:
        """It may have changed meanwhile."""
        super().showEvent(event)
        if not event.spontaneous():
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away, or locked: nothing goes on sounding, or stays open over the window."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._asked += 1  # what is still answered is for nobody
            self.doings.leave()
            for player in self.players:
                player.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
