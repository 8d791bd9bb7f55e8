"""One window a data folder: who starts a second one finds the first come forward instead.

Beside the engine's socket stand a lock, held as long as a window lives, and a small socket (mode 0600) on
which a later start knocks. A killed window leaves its socket behind; its lock is gone with it, and so the
next one makes the socket anew.
"""

from __future__ import annotations

import fcntl
import os
import socket
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 5.0  # seconds for a window that has the lock to answer: it may be starting itself
AGAIN = 0.05  # seconds between two knocks
LONGEST = 4096  # bytes of a knock
HERE = b"here\n"


def door_of(engine: Path) -> Path:
    """Where the window of this engine listens."""
    return engine.with_suffix(".window")


class Elsewhere(Exception):
    """A window of this data folder was there already, and has come forward."""


def enter(door: Path, patience: float = PATIENCE) -> int | None:
    """Be the window of this data folder: the lock to hold. Raises `Elsewhere`.

    None when that cannot be known (the folder cannot be written to, or the other window hangs): rather two
    windows than none.
    """
    try:
        door.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = os.open(door.with_suffix(".window-lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return held
        except BlockingIOError:
            pass
        except OSError:
            break
        left = end - time.monotonic()
        if left > 0 and knock(door, left):
            os.close(held)
            raise Elsewhere
        if left <= 0:
            break
        time.sleep(AGAIN)
    os.close(held)
    return None


def knock(door: Path, patience: float) -> bool:
    """Ask the window behind this door to come forward; True when it says that it is there."""
    # who was started by a click or a key has a token by which Wayland lets another window come up
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "").encode(errors="ignore")[: LONGEST - 1]
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as there:
        there.settimeout(patience)
        try:
            there.connect(str(door))
            there.sendall(token.replace(b"\n", b"") + b"\n")
            return there.recv(len(HERE), socket.MSG_WAITALL) == HERE
        except OSError:
            return False


class Door(QObject):
    """The window's side: `knocked` brings the token of who wants it to come forward, or nothing."""

    knocked = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come)
        QLocalServer.removeServer(str(path))
        self.open = self._server.listen(str(path))
        if self.open:
            path.chmod(0o600)  # Qt's "owner only" is 0700

    def close(self) -> None:
        """Nobody is here any more."""
        self._server.close()

    def _come(self) -> None:
        while (there := self._server.nextPendingConnection()) is not None:
            there.setReadBufferSize(LONGEST)
            there.disconnected.connect(there.deleteLater)
            there.readyRead.connect(lambda there=there: self._read(there))
            self._read(there)

    def _read(self, there: QLocalSocket) -> None:
        if not there.canReadLine():
            if there.bytesAvailable() >= LONGEST:
                there.abort()
            return
        token = bytes(there.readLine(LONGEST).data()).decode(errors="replace").strip()
        self.knocked.emit(token)  # who knocked is told when it has come forward, not that it will
        there.write(HERE)
        there.flush()
        there.disconnectFromServer()
