"""One recording: play, pause, move about, faster and slower, and what a machine wrote down of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu
from shiboken6 import isValid

from desk.log_types import LogHead, LogReply, Playing, PlayRecording, RecordingTold, StopPlaying
from ui import story_said, words
from ui.bits import Card, Words, column, heading
from ui.button import Button
from ui.log_link import LogLink
from ui.look import Look
from ui.problem_card import ProblemCard
from ui.theme import SIZES
from ui.wave import Wave

translate = QCoreApplication.translate
SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)


class PlayerCard(Card):
    """Plays on the machine the records are read on. It stops when it is let go."""

    def __init__(self, look: Look, link: LogLink, recording: RecordingTold, head: LogHead) -> None:
        super().__init__(look)
        self.link, self.recording = link, recording
        self.on = False
        self.speed = 1.0
        px = look.px
        inside = column(look, self, margin=12, gap=6)
        text = translate("Player", "Message, %1 long, recorded at %2")
        text = text.replace("%1", words.running(recording.seconds))
        name = text.replace("%2", story_said.clock(recording.at, head))
        self.setAccessibleName(name)
        inside.addWidget(Words(look, SIZES.small, strong=True, colour="soft", lines=2, text=name))
        self.play = Button(look, glyph="play")
        self.play.widest = max(translate("Player", "Play"), translate("Player", "Pause"), key=len)
        self.play.clicked.connect(self.play_or_pause)
        self.wave = Wave(look, recording)
        self.wave.wanted.connect(self._go_to)
        self.where = Words(look, SIZES.small, colour="soft", firm=True)
        self.faster = Button(look, kind="quiet", glyph="down")
        menu = QMenu(self.faster)
        menu.setAccessibleName(translate("Player", "Speed"))
        for speed in SPEEDS:
            menu.addAction(_times(speed)).triggered.connect(lambda _=False, s=speed: self.be_as_fast(s))
        self.faster.setMenu(menu)
        self.gone = Words(look, SIZES.body, colour="soft", lines=3)
        self.gone.say(translate("Player", "The sound is not kept any more: it is deleted after a time."))
        inside.addWidget(self.gone)
        inside.addWidget(self.wave)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.play)
        row.addWidget(self.faster)
        row.addStretch(1)
        row.addWidget(self.where, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(row)
        self.problem = ProblemCard(look)
        self.problem.phone.hide()
        inside.addWidget(self.problem)
        if recording.words:
            inside.addWidget(heading(look, translate("Player", "WRITTEN DOWN BY A MACHINE")))
            inside.addWidget(Words(look, SIZES.body, lines=40, text=recording.words))
        for widget in (self.play, self.wave, self.where, self.faster):
            widget.setVisible(recording.kept)
        self.gone.setVisible(not recording.kept)
        self.wave.valueChanged.connect(lambda _: self._say())
        self._say()
        link.playing.connect(self._playing)
        link.lost.connect(self._lost)

    def play_or_pause(self) -> None:
        """From where it stands; from the beginning where it stands at the end."""
        if self.on:
            self.stop()
            return
        if self.wave.value() >= self.wave.maximum():
            self.wave.setValue(0)
        self._play()

    def be_as_fast(self, speed: float) -> None:
        """At its own pitch; it goes on if it was being played."""
        self.speed = speed
        if self.on:
            self._play()
        self._say()

    def _go_to(self, second: float) -> None:
        if self.on:
            self._play()
        self._say()

    def _play(self) -> None:
        self.problem.hide()
        self.link.ask(
            PlayRecording(recording=self.recording.id, at=self.wave.at, speed=self.speed), self._answered
        )

    def _answered(self, reply: LogReply) -> None:
        if not reply.ok and isValid(self):
            self._fail(reply.happened, reply.do)

    def _playing(self, told: object) -> None:
        if not isinstance(told, Playing):
            return
        if told.recording != self.recording.id:
            return
        self.on = told.on
        self.wave.move_to(told.at)
        if told.happened:
            self._fail(told.happened, told.do)
        self._say()

    def _fail(self, happened: str, do: str) -> None:
        self.on = False
        self.problem.say_what(happened, do)
        self.problem.show()
        self._say()

    def _lost(self, sentence: str) -> None:
        self.on = False
        self._say()

    def _say(self) -> None:
        self.play.say(translate("Player", "Pause") if self.on else translate("Player", "Play"))
        self.play.draw_glyph("pause" if self.on else "play")
        self.faster.say(_times(self.speed))
        self.faster.call_it(translate("Player", "Speed: %1").replace("%1", _times(self.speed)))
        at, of = words.running(self.wave.at), words.running(self.recording.seconds)
        self.where.say(f"{at} / {of}")

    def stop(self) -> None:
        """Quiet."""
        if self.on:
            self.link.ask(StopPlaying())

    def let_go(self) -> None:
        """It is shown no more."""
        self.stop()
        self.link.playing.disconnect(self._playing)
        self.link.lost.disconnect(self._lost)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and pauses, wherever in here the keyboard is."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.play_or_pause()
            return
        super().keyPressEvent(event)


def _times(speed: float) -> str:
    """1.25 ×, as the language writes it."""
    return f"{QLocale().toString(speed, 'g', 3)} ×"
