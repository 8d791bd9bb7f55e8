"""The supervisor's log as a program of its own, on their own PC or beside an engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from ui.language import Language
from ui.link import Link
from ui.log_door import EngineDoor, LogDoor, OwnDoor
from ui.log_link import LogLink
from ui.log_window import LogWindow
from ui.look import Look
from ui.program import application, run


class LogProgram(QObject):
    """The one window, and what it reads by."""

    def __init__(
        self,
        language: str,
        remembered: Path,
        engine: Path | None = None,
        reader: Path | None = None,
        reader_command: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.language = Language(language, self)
        self.look = Look(remembered, self)
        self.engine = Link(engine, self) if engine is not None else None
        self.link = LogLink(reader or Path(), self)
        self.door: LogDoor
        if self.engine is not None:
            self.door = EngineDoor(self.engine, self.link, self)
            self.engine.open()
        else:
            self.door = OwnDoor(self.link, reader or Path(), reader_command, self)
        self.window = LogWindow(self.look, self.link, self.door)
        self.window.closed.connect(self.leave)
        self.link.head_changed.connect(self._speak)

    def leave(self) -> None:
        """The program ends, and the reader it started."""
        if self.door.is_open:
            self.door.shut()
        if self.engine is not None:
            self.engine.close()
        QCoreApplication.quit()

    def _speak(self) -> None:
        if self.link.head.language and self.language.speak(self.link.head.language):
            self.look.changed.emit()


def main(
    language: str,
    remembered: Path,
    *,
    engine: Path | None = None,
    reader: Path | None = None,
    reader_command: Sequence[str] = (),
) -> int:
    """Show the log until its window is closed. `remembered` is the file in which it keeps how it looks.

    With `engine`, its socket, the PIN is asked. Else `reader_command` is started, and again when it has
    died; it answers on the socket `reader`.
    """
    app = application()
    program = LogProgram(language, remembered, engine, reader, reader_command)
    program.window.come()
    return run(app, program.leave)
