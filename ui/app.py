"""The windows as a program: one desk, folded or unfolded, on one engine."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desk.link_types import BroughtUp
from ui import troubles_said, words
from ui.desk_window import DeskWindow
from ui.door import Door, Elsewhere, door_of, enter
from ui.keeper import Keeper
from ui.language import LANGUAGES as LANGUAGES
from ui.language import TEXTS as TEXTS
from ui.language import Language as Language
from ui.link import Link
from ui.log_place import LogPlace
from ui.look import Look
from ui.notice import EngineState
from ui.program import application, run
from ui.strip import Strip
from ui.truth import Truth

translate = QCoreApplication.translate


class Windows(QObject):
    """The desk and the strip, one of them at a time, and what keeps them true."""

    def __init__(
        self, socket: Path, engine_command: list[str], language: str, remembered: Path | None = None
    ) -> None:
        super().__init__()
        self.language = Language(language, self)
        self.look = Look(remembered, self)
        self.link = Link(socket, self)
        self.truth = Truth(self.link, parent=self)
        self.keeper = Keeper(self.link, engine_command, self)
        self.engine = EngineState(try_again=self._way_on)
        self.desk = DeskWindow(self.look, self.truth, self.engine)
        self.log = LogPlace(self.look, self.link, self)
        self.strip: Strip | None = None
        self._how_far: BroughtUp | None = None
        self.desk.folded.connect(self.fold)
        self.desk.closed.connect(self.leave)
        self.desk.log.connect(self.log.come)
        self.keeper.changed.connect(self._engine_changed)
        self.link.shown.connect(self._speak)
        self.link.brought_up.connect(self._brought_up)

    def begin(self) -> None:
        """Show the shape it was left in, then look for the engine: a window is there before anything else."""
        self.link.open()
        self.keeper.begin()
        if self.look.shape == "strip":
            self.fold()
        else:
            self.desk.show()

    def fold(self) -> None:
        """The desk goes, the strip comes."""
        if self.strip is None:
            self.strip = Strip(self.look, self.truth, self.engine)
            self.strip.unfolded.connect(self.unfold)
            self.strip.open_next.connect(self._open_next)
            self.strip.open_help.connect(self._open_help)
            self.strip.closed.connect(self.leave)
            self.strip.open_log.connect(self.log.come)
        self.desk.hide()
        self.look.fit_to(0, 0)  # the strip is as high as it is said to be, however wide
        self.strip.place()
        self.strip.show()
        self.look.remember("shape", "strip")

    def unfold(self) -> None:
        """The strip goes, the desk comes."""
        self.desk.show()
        self.desk.raise_()
        self.desk.activateWindow()
        if self.strip is not None:
            self.strip.hide()
        self.look.remember("shape", "desk")

    def come_forward(self, token: str = "") -> None:
        """Somebody started One Moment again: they want to see the desk. `token` lets it, on Wayland."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from here, once
        if self.desk.isMinimized():
            self.desk.setWindowState(self.desk.windowState() & ~Qt.WindowState.WindowMinimized)
        self.unfold()

    def leave(self) -> None:
        """The windows end; the engine and its calls go on."""
        self.log.close()
        self.keeper.leave()
        self.link.close()
        QCoreApplication.quit()

    def _open_next(self) -> None:
        self.unfold()
        self.desk.do_next()

    def _open_help(self) -> None:
        self.unfold()
        self.desk.sheets.help()

    def _speak(self, view: object) -> None:
        if self.truth.view is not None and self.language.speak(self.truth.view.language):
            self.look.changed.emit()

    def _brought_up(self, how_far: BroughtUp | None) -> None:
        if how_far != self._how_far:
            self._how_far = how_far
            self._engine_changed()

    def _way_on(self) -> None:
        if self.link.hangs:
            self.keeper.start_again()
        else:
            self.keeper.try_again()

    def _engine_changed(self) -> None:
        keeper, engine = self.keeper, self.engine
        engine.title = engine.text = ""
        engine.way_on, engine.can_try = "", False
        if keeper.ending:
            engine.title = translate("Desk", "The engine is being ended and started again.")
        elif self.link.hangs:
            engine.title = translate("Desk", "One Moment's engine does not answer. Calls may go on.")
            engine.text = translate(
                "Desk", "Starting it again cuts these calls; their callers become callbacks."
            )
            engine.way_on = translate("Desk", "Start it again")
            engine.can_try = keeper.can_end
            if not keeper.can_end:
                engine.text = translate("Desk", "It may come back by itself. If not, restart this computer.")
        elif (how_far := self._how_far) is not None:
            title = translate("Desk", "The records are being brought up to date: %1 %")
            engine.title = title.replace("%1", str(how_far.percent))
            engine.text = translate("Desk", "Calls are answered once this is done. It goes on by itself.")
            if how_far.left is not None:
                now = datetime.now(UTC)
                soon = words.until(now + timedelta(seconds=how_far.left), now)
                text = translate("Desk", "Calls are answered once this is done, %1.")
                engine.text = text.replace("%1", soon)
        elif keeper.refusal:
            engine.title = translate("Desk", "The engine cannot start.")
            engine.text, engine.can_try = keeper.refusal, True
            if not troubles_said.in_english():
                own_words = translate("Desk", "It says why in its own words:")
                engine.text = f"{own_words}\n{keeper.refusal}"
        elif keeper.stopped:
            engine.title = translate("Desk", "The engine was stopped.")
            engine.text = translate("Desk", "Calls are not answered until it runs again.")
            engine.can_try = True
        self.truth.changed.emit()


def main(
    socket: Path, engine_command: list[str], language: str = "en", remembered: Path | None = None
) -> int:
    """Show the windows until they are closed. `remembered` is the file in which they keep how they look.

    Where windows of the same engine are there already, they come forward and this one has nothing to do.
    """
    try:
        held = enter(door_of(socket))
    except Elsewhere:
        return 0
    app = application()
    windows = Windows(socket, engine_command, language, remembered or socket.with_name("window.ini"))
    door = Door(door_of(socket), windows)
    door.knocked.connect(windows.come_forward)
    windows.begin()
    code = run(app, windows.leave)
    door.close()
    if held is not None:
        os.close(held)
    return code
