"""The link's other end: what the engine shows, and that it hangs. The connection itself is `ui.wire`'s."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from desk.link_types import BroughtUp, FromEngine, Levels, Look, Reply, Request, Shown, Watch, WatchLevels
from ui.wire import Wire

QUIET = 5000  # ms of silence before we ask

translate = QCoreApplication.translate
Answered = Callable[[Reply], None]


class NoAnswer(Reply, frozen=True, kw_only=True, tag="no_answer"):
    """What we answer ourselves when the engine does not; in the window's language."""


class Link(Wire[Request, Reply]):
    """The connection to the engine.

    `shown` brings each new view. `hangs` is True while the engine's process is there, takes connections and
    says nothing; `hung` says that this has changed. `levels` brings how loud it is, ten times a second, while
    a part of the window watches them (`watch_levels`). `brought_up` says how far records of an older program
    are brought up to date, or that there is nothing to say of it any more: None.
    """

    shown = Signal(object)
    hung = Signal()
    levels = Signal(object)
    brought_up = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path, msgspec.json.Decoder(FromEngine), parent)
        self.by = ""
        self.hangs = False
        self._watchers = 0
        # an engine that hangs keeps its socket open: only silence tells
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(lambda: self.ask(Look(), self._still_there))

    def watch_levels(self, on: bool) -> None:
        """Have `levels` brought, or no more. Counted: more than one part of a window may want them."""
        before = self._watchers
        self._watchers = max(0, before + (1 if on else -1))
        if bool(before) is not bool(self._watchers):
            self.ask(WatchLevels(on=on))

    def process(self) -> int | None:
        """The process at the other end, held so that its number cannot become another's: a descriptor that
        the caller closes (pidfd_open(2)); None where this cannot be known.
        """
        peer, open_pid = getattr(socket, "SO_PEERCRED", None), getattr(os, "pidfd_open", None)
        if not self.alive or peer is None or open_pid is None:
            return None
        try:
            with socket.socket(fileno=os.dup(int(self._socket.socketDescriptor()))) as there:
                pid, uid, _ = struct.unpack("3i", there.getsockopt(socket.SOL_SOCKET, peer, 12))
            return int(open_pid(pid)) if pid > 0 and uid == os.getuid() else None
        except OSError:
            return None

    def gone(self) -> None:
        """Somebody knows that the engine's process has ended."""
        self._hang(False)
        self.drop("")

    def _signed(self, request: Request, id: int) -> Request:
        return msgspec.structs.replace(request, id=id, by=self.by)

    def _begin(self) -> None:
        self._quiet.start()
        self.found.emit()
        self.ask(Watch(), self._still_there)
        if self._watchers:
            self.ask(WatchLevels())

    def _end(self) -> None:
        self._quiet.stop()
        self.brought_up.emit(None)

    def _heard_something(self) -> None:
        self._quiet.start()

    def _failed(self, error: QLocalSocket.LocalSocketError) -> None:
        errors = QLocalSocket.LocalSocketError
        if error in (errors.ServerNotFoundError, errors.ConnectionRefusedError):
            self._hang(False)

    def _hang(self, hangs: bool) -> None:
        if self.hangs != hangs:
            self.hangs = hangs
            self.hung.emit()

    def _still_there(self, reply: Reply) -> None:
        if isinstance(reply, NoAnswer) and self.alive:
            self._hang(True)
            self.drop("")
        elif not reply.ok:
            self.drop(reply.happened)
        elif reply.view is not None:
            self.shown.emit(reply.view)

    def _take(self, said: Reply | Shown | Levels | BroughtUp) -> Reply | None:
        self._hang(False)
        if isinstance(said, Reply):
            return said
        if isinstance(said, Levels):
            self.levels.emit(said)
        elif isinstance(said, BroughtUp):
            self.brought_up.emit(said)
        else:
            self.shown.emit(said.view)
        return None

    def not_understood(self) -> str:
        """The engine and this window are not of one version."""
        return translate(
            "Link", "The engine said something this window does not understand. Are both of one version?"
        )

    def no_answer(self, id: int) -> Reply:
        """What is said for the engine when it says nothing."""
        return NoAnswer(
            id=id,
            ok=False,
            happened=translate("Link", "The engine did not answer."),
            do=translate("Link", "Wait a moment and do it again."),
        )
