"""One long request on a connection of its own.

The engine answers what comes on a connection one after the other: no caller is to wait to be taken until a
file is read.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalSocket

from desk.link_types import FromEngine, Levels, Reply, Request, Shown
from ui.link import Answered, Link


class Errand(QObject):
    """Asks once and ends; `answered` gets the reply, or one of ours that says why there was none."""

    def __init__(self, link: Link, request: Request, answered: Answered, within: int) -> None:
        super().__init__(link)
        self._link, self._answered, self._ended = link, answered, False
        self._line = msgspec.json.encode(msgspec.structs.replace(request, id=1, by=link.by)) + b"\n"
        self._decoder: msgspec.json.Decoder[Reply | Shown | Levels] = msgspec.json.Decoder(FromEngine)
        self._unread = bytearray()
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(lambda: self._socket.write(self._line))
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._fail)
        self._socket.errorOccurred.connect(self._fail)
        QTimer.singleShot(within, self, self._fail)
        self._socket.connectToServer(str(link.path))

    def _read(self) -> None:
        self._unread += self._socket.readAll().data()
        line, newline, _ = bytes(self._unread).partition(b"\n")
        if not newline:
            return
        try:
            said = self._decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return self._fail()
        return self._end(said) if isinstance(said, Reply) else self._fail()

    def _fail(self, *_: object) -> None:
        self._end(self._link.no_answer(1))

    def _end(self, reply: Reply) -> None:
        if self._ended:
            return
        self._ended = True
        self._socket.abort()
        self.deleteLater()
        self._answered(reply)
