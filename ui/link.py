"""The link's other end: one JSON object a line over the engine's local socket.

It connects by itself and goes on trying. What comes that cannot be read ends the connection: an engine
half understood is worse than one that is connected anew.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from desk.link_types import (
    LONGEST_LINE,
    FromEngine,
    Levels,
    Look,
    Reply,
    Request,
    Shown,
    Watch,
    WatchLevels,
)

FIRST_WAIT, LONGEST_WAIT = 200, 2000  # ms between two tries
QUIET, ANSWER = 5000, 5000  # ms of silence before we ask, and ms an answer may take

translate = QCoreApplication.translate
Answered = Callable[[Reply], None]


class NoAnswer(Reply, frozen=True, kw_only=True, tag="no_answer"):
    """What we answer ourselves when the engine does not; in the window's language."""


@dataclass(slots=True)
class _Waiting:
    answered: Answered | None
    timer: QTimer


class Link(QObject):
    """The connection to the engine.

    `shown` brings each new view, `found` says that it is connected, `lost` that it is not any more (with a
    sentence, empty when it simply went away). `hangs` is True while the engine's process is there, takes
    connections and says nothing; `hung` says that this has changed. `levels` brings how loud it is, ten
    times a second, while a part of the window watches them (`watch_levels`).
    """

    shown = Signal(object)
    found = Signal()
    lost = Signal(str)
    hung = Signal()
    levels = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.by = ""
        self.alive = False
        self.hangs = False
        self._wanted = False
        self._wait = FIRST_WAIT
        self._last_id = 0
        self._watchers = 0
        self._waiting: dict[int, _Waiting] = {}
        self._unread = bytearray()
        self._encoder = msgspec.json.Encoder()
        self._decoder: msgspec.json.Decoder[Reply | Shown | Levels] = msgspec.json.Decoder(FromEngine)
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._connected)
        self._socket.readyRead.connect(self._read)
        self._socket.stateChanged.connect(self._state_changed)
        self._socket.errorOccurred.connect(self._failed)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._connect)
        # an engine that hangs keeps its socket open: only silence tells
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(lambda: self.ask(Look(), self._still_there))

    def open(self) -> None:
        """Connect, and stay connected until `close`."""
        self._wanted = True
        self._connect()

    def close(self) -> None:
        """Let go; the engine goes on."""
        self._wanted = False
        self._again.stop()
        self._quiet.stop()
        self._socket.abort()
        self._fail_waiting()

    def ask(self, request: Request, answered: Answered | None = None, within: int | None = None) -> None:
        """Send a request; `answered` gets the engine's reply, or one of ours that says why there was none."""
        if not self.alive:
            if answered is not None:
                answered(self.no_answer(request.id))
            return
        self._last_id += 1
        sent = msgspec.structs.replace(request, id=self._last_id, by=self.by)
        timer = QTimer(self, singleShot=True, interval=ANSWER if within is None else within)
        timer.timeout.connect(lambda id=sent.id: self._answer(self.no_answer(id)))
        self._waiting[sent.id] = _Waiting(answered, timer)
        timer.start()
        self._socket.write(self._encoder.encode(sent) + b"\n")

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

    def drop(self, sentence: str) -> None:
        """End this connection and say why; a new one is tried at once."""
        self._lose(sentence)
        self._socket.abort()

    def gone(self) -> None:
        """Somebody knows that the engine's process has ended."""
        self._hang(False)
        self.drop("")

    def _connect(self) -> None:
        if self._wanted and self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(str(self.path))

    def _connected(self) -> None:
        self._unread.clear()
        self._wait = FIRST_WAIT
        self.alive = True
        self._quiet.start()
        self.found.emit()
        self.ask(Watch(), self._still_there)
        if self._watchers:
            self.ask(WatchLevels())

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

    def _state_changed(self, state: QLocalSocket.LocalSocketState) -> None:
        if state is not QLocalSocket.LocalSocketState.UnconnectedState:
            return
        self._lose("")
        if self._wanted:
            self._again.start(self._wait)
            self._wait = min(self._wait * 2, LONGEST_WAIT)

    def _lose(self, sentence: str) -> None:
        if not self.alive:
            return
        self.alive = False
        self._quiet.stop()
        self._fail_waiting()
        self.lost.emit(sentence)

    def _read(self) -> None:
        self._unread += self._socket.readAll().data()
        if self.alive:
            self._quiet.start()
        while self.alive and (end := self._unread.find(b"\n")) >= 0:
            line = bytes(self._unread[:end])
            del self._unread[: end + 1]
            self._take(line)
        if self.alive and len(self._unread) > LONGEST_LINE:
            self._unreadable()

    def _take(self, line: bytes) -> None:
        if len(line) > LONGEST_LINE:
            return self._unreadable()
        try:
            said = self._decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):  # ValidationError is a DecodeError
            return self._unreadable()
        self._hang(False)
        if isinstance(said, Reply):
            return self._answer(said)
        if isinstance(said, Levels):
            return self.levels.emit(said)
        self.shown.emit(said.view)

    def _unreadable(self) -> None:
        self._unread.clear()
        self.drop(
            translate(
                "Link", "The engine said something this window does not understand. Are both of one version?"
            )
        )

    def _answer(self, reply: Reply) -> None:
        waiting = self._waiting.pop(reply.id, None)
        if waiting is None:
            return
        waiting.timer.stop()
        waiting.timer.deleteLater()
        if waiting.answered is not None:
            waiting.answered(reply)

    def _fail_waiting(self) -> None:
        for id in list(self._waiting):
            self._answer(self.no_answer(id))

    def no_answer(self, id: int) -> Reply:
        """What is said for the engine when it says nothing."""
        return NoAnswer(
            id=id,
            ok=False,
            happened=translate("Link", "The engine did not answer."),
            do=translate("Link", "Wait a moment and do it again."),
        )
