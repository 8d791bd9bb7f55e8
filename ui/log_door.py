"""How the log is opened: by the engine with the PIN, or by a reader of the window's own where none runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from desk.link_types import OpenLog, Reply
from ui import troubles_said
from ui.errand import Errand
from ui.link import Link, NoAnswer
from ui.log_link import Corrections, LogLink

translate = QCoreApplication.translate
PATIENCE = 30_000  # ms: the reader is started, on a slow disk
AGAIN = 300  # ms after the reader was lost
FIRST_WAIT, LONGEST_WAIT = 500, 10_000  # ms between two starts of a reader that ends at once
SAID_AT_MOST = 600


class LogDoor(QObject):
    """`opened` says that the log is read now; `refused` brings two sentences why not. `shut_up` says that a
    log that was open is locked again, and why, in a sentence.
    """

    opened = Signal()
    refused = Signal(str, str)
    shut_up = Signal(str)
    needs_pin = False

    def __init__(self, log: LogLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self.is_open = False

    def open(self, pin: str = "") -> None:
        """Open it."""

    def shut(self) -> None:
        """Lock it: nothing of the log stays in this window."""
        self.is_open = False
        self.log.forget()


class EngineDoor(LogDoor):
    """The engine looks at the PIN, starts the reader, and starts it anew when it has died."""

    needs_pin = True

    def __init__(self, link: Link, log: LogLink, parent: QObject | None = None) -> None:
        super().__init__(log, parent)
        self.link = link
        self._pass = ""
        self._n = 0
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._open_again)
        log.lost.connect(lambda _: self._again.start())
        link.found.connect(self._again.start)

    def open(self, pin: str = "") -> None:
        """With this PIN. Asked on a connection of its own: no caller is to wait until a reader is started."""
        self._ask(OpenLog(pin=pin))

    def shut(self) -> None:
        """The pass is forgotten too."""
        self._n += 1
        self._pass = ""
        self._again.stop()
        super().shut()

    def _ask(self, request: OpenLog) -> None:
        self._n += 1
        n = self._n
        Errand(self.link, request, lambda reply: self._answered(reply, n), PATIENCE)

    def _answered(self, reply: Reply, n: int) -> None:
        if n != self._n:
            return
        door = reply.log_door
        if reply.ok and door is not None:
            self._pass, self.is_open = door.pass_, True
            self.log.corrections = Corrections(self.link, door.pass_)
            self.log.read_at(Path(door.socket))
            self.log.open()
            self.opened.emit()
        elif not self.is_open:
            why = troubles_said.refusal(reply)
            self.refused.emit(why.happened, why.do)
        elif isinstance(reply, NoAnswer):
            self._again.start()  # the engine is being started: it says that it is found, too
        else:
            self.shut()
            self.shut_up.emit(translate("LogDoor", "One Moment was started again. Type the PIN once more."))

    def _open_again(self) -> None:
        if self.is_open and not self.log.alive:
            self._ask(OpenLog(door=self._pass))


class OwnDoor(LogDoor):
    """No engine runs: who may read the folder may read the log. The reader is a child of this window."""

    def __init__(
        self, log: LogLink, path: Path, command: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(log, parent)
        self.path, self.command = path, list(command)
        self._wait = FIRST_WAIT
        self._reader = QProcess(self)
        self._reader.setStandardOutputFile(QProcess.nullDevice())
        self._reader.finished.connect(self._ended)
        self._reader.errorOccurred.connect(self._failed)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._start)
        log.found.connect(self._found)

    def open(self, pin: str = "") -> None:
        """Start the reader and connect to it."""
        self.is_open = True
        self.log.read_at(self.path)
        self._start()
        self.log.open()

    def shut(self) -> None:
        """The reader ends with this window."""
        super().shut()
        self._again.stop()
        self._reader.terminate()
        if not self._reader.waitForFinished(2000):
            self._reader.kill()
            self._reader.waitForFinished(1000)

    def _start(self) -> None:
        if self.command and self._reader.state() is QProcess.ProcessState.NotRunning:
            self._reader.start(self.command[0], self.command[1:])

    def _found(self) -> None:
        self._wait = FIRST_WAIT
        self.opened.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._refuse(self._reader.errorString())

    def _ended(self, code: int) -> None:
        if not self.is_open:
            return
        said = bytes(self._reader.readAllStandardError().data()).decode(errors="replace").strip()
        if code and said:
            self._refuse(said[-SAID_AT_MOST:])
        self._again.start(self._wait)
        self._wait = min(self._wait * 2, LONGEST_WAIT)

    def _refuse(self, said: str) -> None:
        self.refused.emit(translate("LogDoor", "The log cannot be read."), said)
