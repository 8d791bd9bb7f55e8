"""One connection to a local socket: one JSON object a line, each request answered by one reply.

It connects by itself and goes on trying. What comes that cannot be read ends the connection: somebody half
understood is worse than one that is connected anew.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, QTimerEvent, Signal
from PySide6.QtNetwork import QLocalSocket

from desk.link_types import LONGEST_LINE
from ui.asker import is_gone

FIRST_WAIT, LONGEST_WAIT = 200, 2000  # ms between two tries
ANSWER = 5000  # ms an answer may take


class AnyReply(Protocol):
    """What every answer has."""

    @property
    def id(self) -> int:
        """That of its request."""

    @property
    def ok(self) -> bool:
        """Whether it was done."""


Asks = TypeVar("Asks", bound=msgspec.Struct)
Replies = TypeVar("Replies", bound=AnyReply)


@dataclass(slots=True)
class _Waiting(Generic[Replies]):
    answered: Callable[[Replies], None] | None
    timer: int


class Wire(QObject, Generic[Asks, Replies]):
    """The connection. `found` says that there is one, `lost` that there is none any more (with a sentence,
    empty when the other end simply went away). Who it is, and what is asked first, a subclass knows.
    """

    found = Signal()
    lost = Signal(str)

    def __init__(self, path: Path, decoder: msgspec.json.Decoder[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.alive = False
        self._wanted = False
        self._wait = FIRST_WAIT
        self._last_id = 0
        self._waiting: dict[int, _Waiting[Replies]] = {}
        self._unread = bytearray()
        self._encoder = msgspec.json.Encoder()
        self._decoder = decoder
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._connected)
        self._socket.readyRead.connect(self._read)
        self._socket.stateChanged.connect(self._state_changed)
        self._socket.errorOccurred.connect(self._failed)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._connect)

    # ---- what a subclass knows

    def _begin(self) -> None:
        """A connection is there: what is asked first."""

    def _end(self) -> None:
        """The connection is being let go."""

    def _heard_something(self) -> None:
        """Bytes came."""

    def _failed(self, error: QLocalSocket.LocalSocketError) -> None:
        """Nobody could be connected to."""

    def _signed(self, request: Asks, id: int) -> Asks:
        """The request as it is sent."""
        return msgspec.structs.replace(request, id=id)

    @abstractmethod
    def _take(self, said: Any) -> Replies | None:
        """What was said: a reply is given back, anything else taken in."""

    @abstractmethod
    def no_answer(self, id: int) -> Replies:
        """What is said for the other end when it says nothing."""

    @abstractmethod
    def not_understood(self) -> str:
        """The sentence for what cannot be read."""

    # ---- what its window does

    def open(self) -> None:
        """Connect, and stay connected until `close`."""
        self._wanted = True
        self._connect()

    def close(self) -> None:
        """Let go; the other end goes on."""
        self._wanted = False
        self._again.stop()
        self._end()
        self._socket.abort()
        self._fail_waiting()

    def ask(
        self, request: Asks, answered: Callable[[Replies], None] | None = None, within: int | None = None
    ) -> None:
        """Send a request; `answered` gets the reply, or one of ours that says why there was none."""
        if not self.alive:
            if answered is not None:
                answered(self.no_answer(0))
            return
        self._last_id += 1
        sent, id = self._signed(request, self._last_id), self._last_id
        # no QTimer: one that is deleted while its slot holds the last word of us would take us, its parent,
        # with it, and we would delete it a second time
        timer = self.startTimer(ANSWER if within is None else within)
        self._waiting[id] = _Waiting(answered, timer)
        self._socket.write(self._encoder.encode(sent) + b"\n")

    def drop(self, sentence: str) -> None:
        """End this connection and say why; a new one is tried at once."""
        self._lose(sentence)
        self._socket.abort()

    def timerEvent(self, event: QTimerEvent) -> None:
        """An answer took too long."""
        for id, waiting in list(self._waiting.items()):
            if waiting.timer == event.timerId():
                self._answer(self.no_answer(id))

    # ---- the connection

    def _connect(self) -> None:
        if self._wanted and self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(str(self.path))

    def _connected(self) -> None:
        self._unread.clear()
        self._wait = FIRST_WAIT
        self.alive = True
        self._begin()

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
        self._end()
        self._fail_waiting()
        self.lost.emit(sentence)

    def _read(self) -> None:
        self._unread += self._socket.readAll().data()
        if self.alive:
            self._heard_something()
        while self.alive and (end := self._unread.find(b"\n")) >= 0:
            line = bytes(self._unread[:end])
            del self._unread[: end + 1]
            self._take_line(line)
        if self.alive and len(self._unread) > LONGEST_LINE:
            self._unreadable()

    def _take_line(self, line: bytes) -> None:
        if len(line) > LONGEST_LINE:
            return self._unreadable()
        try:
            said = self._decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):  # ValidationError is a DecodeError
            return self._unreadable()
        reply = self._take(said)
        if reply is not None:
            self._answer(reply)

    def _unreadable(self) -> None:
        self._unread.clear()
        self.drop(self.not_understood())

    def _answer(self, reply: Replies) -> None:
        waiting = self._waiting.pop(reply.id, None)
        if waiting is None:
            return
        self.killTimer(waiting.timer)
        if waiting.answered is not None and not is_gone(waiting.answered):
            waiting.answered(reply)

    def _fail_waiting(self) -> None:
        for id in list(self._waiting):
            self._answer(self.no_answer(id))
