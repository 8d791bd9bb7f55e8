"""Keeps an engine running: starts one when none runs, again when it died, and lets it be when it refuses.

The engine is a program of its own with a session of its own: closing the window, or the window dying, leaves
it and its calls alone. What it says on stderr goes to a file beside the socket, because a pipe would break
with us. One that hangs is left to the person: calls may go on in it.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
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
LAST_WORD = 5.0  # seconds to end in good order before it is killed
WELL_AFTER = 10.0  # seconds of answering after which the next crash counts as the first
REFUSED = 2  # the exit code of an engine that says what is wrong with its settings, data or line
SAID_AT_MOST = 4000


class Keeper(QObject):
    """Watches the link and the engine it started.

    `changed`: `refusal`, `stopped`, `ending` or the link's `hangs` are to be shown anew.
    """

    changed = Signal()

    def __init__(self, link: Link, command: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link, self.command = link, command
        self.refusal = ""
        self.stopped = False
        self.ending = False
        self._process: int | None = None
        self._kill_at = 0.0
        self.engine: subprocess.Popen[bytes] | None = None
        self.starts = 0
        self._wait = FIRST_WAIT
        self._found_at = 0.0
        self._said = link.path.with_suffix(".said")
        self._start_timer = QTimer(self, singleShot=True)
        self._start_timer.timeout.connect(self._start)
        self._look_timer = QTimer(self, interval=LOOK)
        self._look_timer.timeout.connect(self._look)
        self._end_timer = QTimer(self, interval=LOOK)
        self._end_timer.timeout.connect(self._look_at_end)
        link.found.connect(self._found)
        link.hung.connect(self._hung)
        link.lost.connect(lambda _: self._start_in(BACK_AFTER / 1000))

    def begin(self) -> None:
        """Give an engine that runs already a moment to answer, else start one."""
        self._start_in(GRACE / 1000 if self.link.path.exists() else 0)

    def try_again(self) -> None:
        """The person says that it is put right."""
        self.refusal, self.stopped, self._wait = "", False, FIRST_WAIT
        self.changed.emit()
        self._start_in(0)

    @property
    def can_end(self) -> bool:
        """True when the process that hangs is known."""
        return self._process is not None

    def start_again(self) -> None:
        """End the engine that hangs, in good order if it still can, and start another."""
        if self._process is None or self.ending:
            return
        self.ending = True
        self.changed.emit()
        self._signal(signal.SIGTERM)
        self._kill_at = time.monotonic() + LAST_WORD
        self._end_timer.start()

    def _look_at_end(self) -> None:
        if self._process is None:
            return
        if not select.select([self._process], [], [], 0)[0]:  # readable once the process has ended
            if time.monotonic() >= self._kill_at:
                self._signal(signal.SIGKILL)
            return
        self._end_timer.stop()
        self._forget_process()
        if self.engine is not None and self.engine.poll() is not None:
            self._look_timer.stop()
            self.engine = None
        self.ending, self.refusal, self.stopped, self._wait = False, "", False, FIRST_WAIT
        self.link.gone()
        self.changed.emit()
        self._start_in(0)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._process, number)

    def _forget_process(self) -> None:
        if self._process is not None:
            os.close(self._process)
            self._process = None

    def _hung(self) -> None:
        self.changed.emit()
        if not self.link.hangs and not self.link.alive:
            self._start_in(0)

    def leave(self) -> None:
        """The window goes. The engine stays."""
        self._start_timer.stop()
        self._look_timer.stop()
        self._end_timer.stop()
        self._forget_process()

    def _start_in(self, seconds: float) -> None:
        self._start_timer.start(round(seconds * 1000))

    def _start(self) -> None:
        if self.link.alive or self.link.hangs or self.engine is not None or self.refusal or self.stopped:
            return
        self.starts += 1
        try:
            self._said.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):  # why the last one died is not lost by the next
                self._said.replace(self._said.with_suffix(".said-before"))
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
        if self.ending or self.engine is None or (code := self.engine.poll()) is None:
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
        if not self.ending:
            self._forget_process()
            self._process = self.link.process()
        self._start_timer.stop()
        if self.refusal or self.stopped:
            self.refusal, self.stopped = "", False
            self.changed.emit()
        QTimer.singleShot(round(WELL_AFTER * 1000), self, self._is_well)

    def _is_well(self) -> None:
        if self.link.alive and time.monotonic() - self._found_at >= WELL_AFTER:
            self._wait = FIRST_WAIT
