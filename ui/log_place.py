"""The log beside the desk: made when it is first asked for, and the desk goes on meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ui.link import Link
from ui.log_door import EngineDoor
from ui.log_link import LogLink
from ui.log_window import LogWindow
from ui.look import Look


class LogPlace(QObject):
    """Knows the one log window there is."""

    def __init__(self, look: Look, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look, self.link = look, link
        self.window: LogWindow | None = None

    def come(self) -> None:
        """F9: the log comes forward, and asks the PIN."""
        if self.window is None:
            log = LogLink(Path(), self)
            door = EngineDoor(self.link, log, self)
            self.window = LogWindow(self.look, log, door)
        self.window.come()

    def close(self) -> None:
        """The windows end."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
