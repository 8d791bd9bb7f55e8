"""The headset: through what the person speaks, how loud, and whether it works."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSlider, QWidget

from desk.core.model import SideKind
from desk.core.views import HeadsetView
from desk.link_types import (
    ChooseDevices,
    Devices,
    Levels,
    ListDevices,
    Reply,
    SetHeadset,
    TestHeadset,
)
from ui import troubles_said
from ui.bits import Card, Words, column
from ui.button import Button
from ui.glyphs import Glyph, paint_glyph
from ui.level_bar import LevelBar
from ui.look import Look
from ui.refusal import Refusal
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
SLOW = 15_000  # ms in which the devices are looked for: PortAudio is closed and opened anew
STEPS = 20  # of the volume
REST = 150  # ms without a movement after which the volume is sent


class _Device(Button):
    """The name of one device; a press opens the list of those there are."""

    def __init__(self, look: Look, what: str, sheet: HeadsetSheet) -> None:
        super().__init__(look, glyph="down")
        self.what, self.sheet = what, sheet
        self.menu_ = QMenu(self)
        self.menu_.aboutToShow.connect(self._opening)
        self.setMenu(self.menu_)

    def _paint_inside(self, painter: QPainter, text: str) -> None:
        """Names are read from the left; the sign of a list stands at the right."""
        px, metrics = self.look.px, self.fontMetrics()
        side, middle = px(12), self.height() / 2
        label = metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, self.width() - px(48))
        painter.setPen(self.look.colour(text))
        painter.setFont(self.font())
        painter.drawText(px(16), round(middle + (metrics.ascent() - metrics.descent()) / 2), label)
        box = QRectF(self.width() - px(16) - side, middle - side / 2, side, side)
        paint_glyph(painter, "down", self.look, text, box)

    @property
    def used(self) -> str:
        """The name of the device in use, empty for the machine's own."""
        headset = self.sheet.headset
        return str(getattr(headset, self.what)) if headset is not None else ""

    def refresh(self, label: str) -> None:
        """Draw what differs."""
        own = translate("Headset", "The computer's own")
        self.say(self.used or own)
        self.call_it(f"{label}: {self.used or own}")

    def _opening(self) -> None:
        self.fill()
        self.sheet.look_for_devices()

    def fill(self) -> None:
        """The computer's own, then all there are; the one in use has a mark, also while it is unplugged."""
        self.menu_.clear()
        devices = self.sheet.devices
        names = devices.microphones if self.what == "microphone" else devices.speakers
        self._add(translate("Headset", "The computer's own"), "")
        for name in names:
            self._add(name, name)
        if self.used and self.used not in names:
            self._add(translate("Headset", "%1 (not plugged in)").replace("%1", self.used), self.used)

    def _add(self, text: str, name: str) -> None:
        action = self.menu_.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == self.used)
        action.triggered.connect(lambda _=False: self.sheet.choose(self.what, name))


class HeadsetSheet(Sheet):
    """Shows what the engine says of the headset; what is pressed is asked of it, and drawn when it is so."""

    def __init__(self, look: Look, truth: Truth, parent: QWidget) -> None:
        super().__init__(look, parent, translate("Headset", "Headset and phone"), widest=640)
        self.truth, self._left = truth, False
        self.devices = Devices()
        self.labels = {
            "microphone": translate("Headset", "Microphone"),
            "speaker": translate("Headset", "Speaker"),
            "ring": translate("Headset", "Rings on"),
        }
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(look.px(16))
        self.grid.setVerticalSpacing(look.px(6))  # all of it on 600 px, also with what is wrong above it
        self.grid.setColumnStretch(1, 1)
        self._add_sides()
        self._add_devices()
        self._add_loudness()
        self._add_problem()
        self._add_test()
        self.body.addLayout(self.grid)
        self.refusal = Refusal(look, truth)
        self.body.addWidget(self.refusal)
        self.body.addStretch(1)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._send_volume)
        truth.changed.connect(self.refresh)
        truth.link.levels.connect(self._levels)
        truth.link.watch_levels(True)
        self.look_for_devices()
        self.refresh()

    # ---- its parts

    def _add_sides(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        self.sides: dict[SideKind, Button] = {}
        for kind, text in (
            (SideKind.HEADSET, translate("Headset", "Headset")),
            (SideKind.DESK_PHONE, translate("Headset", "Desk phone")),
        ):
            button = self.sides[kind] = Button(self.look, text)
            button.clicked.connect(lambda _=False, k=kind: self._choose_side(k))
            row.addWidget(button)
        self.no_phone = Words(self.look, SIZES.body, colour="soft", lines=4)
        self.no_phone.say(translate("Headset", "No desk phone is set up."))
        row.addWidget(self.no_phone, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        self._add(translate("Headset", "Speak through"), row)

    def _add(self, label: str, what: QWidget | QHBoxLayout, beside: QWidget | None = None) -> None:
        """One row of the grid: its words, what they are of, and something small beside it."""
        row, across = self.grid.rowCount(), 1 if beside is not None or isinstance(what, LevelBar) else 2
        self.grid.addWidget(Words(self.look, SIZES.body, text=label), row, 0)
        if isinstance(what, QHBoxLayout):
            self.grid.addLayout(what, row, 1, 1, across)
        else:
            self.grid.addWidget(what, row, 1, 1, across, Qt.AlignmentFlag.AlignVCenter)
        if beside is not None:
            self.grid.addWidget(beside, row, 2, Qt.AlignmentFlag.AlignVCenter)

    def _add_gap(self) -> None:
        self.grid.setRowMinimumHeight(self.grid.rowCount(), self.look.px(4))

    def _add_problem(self) -> None:
        self.problem = Card(self.look, "warn_ground", "warn" if self.look.c.border > 1 else "")
        row = QHBoxLayout(self.problem)
        px = self.look.px
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(Glyph(self.look, "late", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        text = column(self.look, gap=2)
        self.happened = Words(self.look, SIZES.body, strong=True, lines=3)
        self.do = Words(self.look, SIZES.body, lines=3)
        text.addWidget(self.happened)
        text.addWidget(self.do)
        row.addLayout(text, 1)
        self.grid.addWidget(self.problem, 0, 0, 1, 3)

    def _add_devices(self) -> None:
        self._add_gap()
        self.buttons: dict[str, _Device] = {}
        for what, label in self.labels.items():
            self.buttons[what] = _Device(self.look, what, self)
            self._add(label, self.buttons[what])

    def _add_loudness(self) -> None:
        look = self.look
        self._add_gap()
        self.mute = Button(look, translate("Headset", "Mute"))
        self.mute.widest = translate("Headset", "Unmute")
        self.mute.clicked.connect(self._mute)
        self.you, self.callers = (
            LevelBar(look, translate("Headset", "How loud you are")),
            LevelBar(look, translate("Headset", "How loud the caller is")),
        )
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, STEPS)
        self.volume.setPageStep(4)
        self.volume.setAccessibleName(translate("Headset", "Volume"))
        self.volume.valueChanged.connect(self._moved)
        self.percent = Words(look, SIZES.body, colour="soft", firm=True)
        self._add(translate("Headset", "You"), self.you, self.mute)
        self.muted = Words(look, SIZES.body, strong=True, colour="warn", lines=2)
        self.muted.say(translate("Headset", "You are muted: nobody hears you."))
        self.grid.addWidget(self.muted, self.grid.rowCount(), 1, 1, 2)
        self._add(translate("Headset", "Callers"), self.callers)
        self._add(translate("Headset", "Volume"), self.volume, self.percent)

    def _add_test(self) -> None:
        look = self.look
        below = QHBoxLayout()
        below.setSpacing(look.px(12))
        self.test = Button(look, translate("Headset", "Test"), glyph="play")
        self.test.widest = translate("Headset", "Stop")
        self.test.clicked.connect(lambda: self.truth.ask(TestHeadset(), refused=self.refusal.say))
        self.testing = Words(look, SIZES.body, colour="soft", lines=3)
        below.addWidget(self.test)
        below.addWidget(self.testing, 1, Qt.AlignmentFlag.AlignVCenter)
        self._add("", below)

    # ---- what is so

    @property
    def headset(self) -> HeadsetView | None:
        """What the engine says of it."""
        return self.truth.view.side.headset if self.truth.view is not None else None

    def enter(self, first: QWidget | None = None) -> None:
        """On the microphone, which is what one comes here for."""
        super().enter(first or self.buttons["microphone"])

    def refresh(self) -> None:
        """Draw what differs."""
        view, headset = self.truth.view, self.headset
        if view is None or headset is None:
            return
        for kind, side in self.sides.items():
            used = view.side.used is kind
            side.be("chosen" if used else "plain")
            side.call_it(translate("Headset", "%1, in use").replace("%1", side.label) if used else "")
        self.sides[SideKind.DESK_PHONE].setEnabled(view.side.desk_phone)
        self.no_phone.setVisible(not view.side.desk_phone)
        self.problem.setVisible(not headset.ready and bool(headset.problem))
        self.happened.say(troubles_said.sentence(headset.problem))
        self.do.say(troubles_said.sentence(headset.do))
        self.do.setVisible(bool(headset.do))
        for what, button in self.buttons.items():
            button.refresh(self.labels[what])
        self.mute.say(translate("Headset", "Unmute") if headset.muted else translate("Headset", "Mute"))
        self.mute.be("chosen" if headset.muted else "plain")
        self.muted.setVisible(headset.muted)
        if not self.volume.isSliderDown() and not self._rest.isActive():
            self.volume.blockSignals(True)
            self.volume.setValue(round(headset.volume * STEPS))
            self.volume.blockSignals(False)
        self._say_percent()
        self.test.setEnabled(headset.ready or headset.testing)
        self.test.say(translate("Headset", "Stop") if headset.testing else translate("Headset", "Test"))
        self.test.draw_glyph("stop" if headset.testing else "play")
        self.testing.say(
            translate("Headset", "Say something: you hear it in a moment.")
            if headset.testing
            else translate("Headset", "Say something, hear it back.")
        )
        self.testing.say(self.testing.text(), "ink" if headset.testing else "soft")

    def _say_percent(self) -> None:
        self.percent.say(f"{self.volume.value() * 100 // STEPS} %".rjust(5, "\u2007"))

    def _levels(self, levels: Levels) -> None:
        self.you.show_level(levels.microphone)
        self.callers.show_level(levels.speaker)

    # ---- what the person does

    def look_for_devices(self) -> None:
        """Which there are now: something may have been plugged in."""
        self.truth.link.ask(ListDevices(), self._found, SLOW)

    def _found(self, reply: Reply) -> None:
        if self._left or not reply.ok or reply.devices is None or reply.devices == self.devices:
            return
        self.devices = reply.devices
        for button in self.buttons.values():
            if button.menu_.isVisible():
                button.fill()

    def choose(self, what: str, name: str) -> None:
        """Speak through this one from now on."""
        self.truth.ask(replace(ChooseDevices(), **{what: name}), refused=self.refusal.say)

    def _choose_side(self, kind: SideKind) -> None:
        view = self.truth.view
        if view is not None and view.side.used is not kind:
            self.truth.ask(ChooseDevices(side=kind), refused=self.refusal.say)

    def _mute(self) -> None:
        if self.headset is not None:
            self.truth.ask(SetHeadset(muted=not self.headset.muted), refused=self.refusal.say)

    def _moved(self) -> None:
        self._say_percent()
        self._rest.start()

    def _send_volume(self) -> None:
        self.truth.ask(SetHeadset(volume=self.volume.value() / STEPS), refused=self.refusal.say)

    def leave(self) -> None:
        """What was set last is sent; the levels are not watched any more."""
        if self._left:
            return
        self._left = True
        if self._rest.isActive():
            self._rest.stop()
            self._send_volume()
        self.truth.changed.disconnect(self.refresh)
        self.truth.link.levels.disconnect(self._levels)
        self.truth.link.watch_levels(False)
        super().leave()
