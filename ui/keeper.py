"""Keeps an engine running: starts one when none runs, again when it died, and lets it be when it refuses.

The engine is a program of its own with a session of its own: closing the window, or the window dying, leaves
it and its calls alone. What it says on stderr goes to a file beside the socket, because a pipe would break
with us.
"""

from __future__ import annotations

import os
import subprocess
import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ui.link import Link

translate = QCoreApplication.translate

LOOK = 100  # ms between two looks at what we started
GRACE = 300  # ms in which an engine that runs already may answer
BACK_AFTER = (
    2000  # ms for a link that was lost to come back by itself: somebody else may be the engine's keeper
)
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0  # seconds between two starts
WELL_AFTER = 10.0  # seconds of answering after which the next crash counts as the first
REFUSED = 2  # the exit code of an engine that says what is wrong with its settings, data or line
SAID_AT_MOST = 4000


class Keeper(QObject):
    """Watches the link and the engine it started. `changed`: `refusal` and `stopped` are to be shown anew."""

    changed = Signal()

    def __init__(self, link: Link, command: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link, self.command = link, command
        self.refusal = ""
        self.stopped = False
        self.engine: subprocess.Popen[bytes] | None = None
        self.starts = 0
        self._wait = FIRST_WAIT
        self._found_at = 0.0
        self._said = link.path.with_suffix(".said")
        self._start_timer = QTimer(self, singleShot=True)
        self._start_timer.timeout.connect(self._start)
        self._look_timer = QTimer(self, interval=LOOK)
        self._look_timer.timeout.connect(self._look)
        link.found.connect(self._found)
        link.lost.connect(lambda _: self._start_in(BACK_AFTER / 1000))

    def begin(self) -> None:
        """Give an engine that runs already a moment to answer, else start one."""
        self._start_in(GRACE / 1000 if self.link.path.exists() else 0)

    def try_again(self) -> None:
        """The person says that it is put right."""
        self.refusal, self.stopped, self._wait = "", False, FIRST_WAIT
        self.changed.emit()
        self._start_in(0)

    def leave(self) -> None:
        """The window goes. The engine stays."""
        self._start_timer.stop()
        self._look_timer.stop()

    def _start_in(self, seconds: float) -> None:
        self._start_timer.start(round(seconds * 1000))

    def _start(self) -> None:
        if self.link.alive or self.engine is not None or self.refusal or self.stopped:
            return
        self.starts += 1
        try:
            self._said.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            said = os.open(self._said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError as error:
            self._refuse(f"{error.strerror}: {error.filename}")
            return
        try:
            self.engine = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
                close_fds=True,
            )
        except OSError as error:
            self._refuse(f"{error.strerror}: {self.command[0]}")
        finally:
            os.close(said)
        if self.engine is not None:
            self._look_timer.start()

    def _look(self) -> None:
        if self.engine is None or (code := self.engine.poll()) is None:
            return
        self.engine = None
        self._look_timer.stop()
        if self.link.alive:  # another window's engine was quicker
            return
        if code == REFUSED:
            self._refuse(self._what_it_said())
        elif code == 0:
            self.stopped = True
            self.changed.emit()
        else:
            self._start_in(self._wait)
            self._wait = min(self._wait * 2, LONGEST_WAIT)

    def _refuse(self, said: str) -> None:
        self.refusal = said or translate("Keeper", "The engine did not say why.")
        self.changed.emit()

    def _what_it_said(self) -> str:
        try:
            return self._said.read_bytes()[-SAID_AT_MOST:].decode(errors="replace").strip()
        except OSError:
            return ""

    def _found(self) -> None:
        self._found_at = time.monotonic()
        self._start_timer.stop()
        if self.refusal or self.stopped:
            self.refusal, self.stopped = "", False
            self.changed.emit()
        QTimer.singleShot(round(WELL_AFTER * 1000), self, self._is_well)

    def _is_well(self) -> None:
        if self.link.alive and time.monotonic() - self._found_at >= WELL_AFTER:
            self._wait = FIRST_WAIT
