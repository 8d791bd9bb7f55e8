"""A local socket on which each line is a request, one JSON object, and each is answered by one reply.

The socket belongs to its owner (mode 0600). What cannot be read is answered with a sentence, counted, and
after a few such lines the connection is closed; one that asks and does not read is closed too.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import socket
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from desk.link_types import LONGEST_LINE
from desk.mistakes import where

log = logging.getLogger(__name__)

BAD_LINES = 5
"""Unreadable lines after which a connection is closed."""
SLOWEST = 5.0
"""Seconds somebody may take to read what was sent to them."""
MOST = 200
"""Connections at a time: where a program may have 1024 files open, the calls' sockets need some of them."""


class Numbered(Protocol):
    """What every request has."""

    @property
    def id(self) -> int:
        """Echoed by its reply."""


Asked = TypeVar("Asked", bound=Numbered)
Said = TypeVar("Said", bound=msgspec.Struct)
Reply = TypeVar("Reply")


class Lines(Generic[Asked, Said]):
    """The socket at `path`. `decoder` reads a request; `answer` carries it out and gives the reply.

    A None from `answer` says that the reply is sent later, by `Connection.say`. `no` makes the reply that
    refuses: of an id, one sentence what happened, one what to do. `left` is told of each connection's end.
    """

    def __init__(
        self,
        path: Path,
        decoder: msgspec.json.Decoder[Asked],
        answer: Callable[[Asked, Connection], Awaitable[Said | None]],
        no: Callable[[int, str, str], Said],
        left: Callable[[Connection], None] = lambda connection: None,
    ) -> None:
        self.path = path
        self.garbage = 0
        self.connections: set[Connection] = set()
        self._decoder = decoder
        self._answer = answer
        self._no = no
        self._left = left
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen. A socket left by a killed program is replaced: whoever opens knows that nobody has it.

        Raises `OSError`.
        """
        _own_folder(self.path.parent)
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISSOCK(self.path.lstat().st_mode):
                self.path.unlink()
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            door.bind(str(self.path))
            # nobody can connect before it listens, and then it is its owner's already
            self.path.chmod(0o600)
            self._server = await asyncio.start_unix_server(self._connected, sock=door, limit=LONGEST_LINE)
        except BaseException:
            door.close()
            raise

    async def close(self) -> None:
        """Stop listening and end all connections."""
        if self._server is not None:
            self._server.close()
        for connection in tuple(self.connections):
            connection.end()
        self.path.unlink(missing_ok=True)

    async def answer(self, line: bytes, connection: Connection) -> bool:
        """Answer one line; False when the connection is to be closed."""
        try:
            request = self._decoder.decode(line)
        except (msgspec.DecodeError, RecursionError, ValueError) as wrong:
            self.garbage += 1
            connection.bad += 1
            if connection.bad > BAD_LINES:
                return False
            happened = f"This line is no request: {wrong}."
            connection.say(self._no(0, happened, "Send one JSON object a line with a known `do`."))
            return True
        reply = await self.kept_from_falling(request, self._answer(request, connection))
        if reply is not None:
            connection.say(reply)
        return True

    async def kept_from_falling(self, request: Asked, answer: Awaitable[Reply]) -> Reply | Said:
        """What `answer` brings; a mistake of ours is a reply too."""
        try:
            return await answer
        except Exception as error:
            log.error("A request (%s) failed: %s", type(request).__name__, where(error))
            no = self._no
            return no(
                request.id,
                "This could not be done: One Moment made a mistake.",
                "Try again; if it stays so, stop One Moment and start it again.",
            )

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(reader, writer)
        if len(self.connections) >= MOST:
            connection.say(
                self._no(0, "Too many programs are connected.", "Close some of them, then try again.")
            )
            connection.end()
            return
        self.connections.add(connection)
        try:
            while (line := await connection.read()) is not None:
                if line == b"":  # longer than LONGEST_LINE
                    self.garbage += 1
                    return
                if not await self.answer(line, connection) or not await connection.drained():
                    return
        finally:
            self.connections.discard(connection)
            self._left(connection)
            connection.end()


class Connection:
    """One window, command or other program on the socket. `bad` counts its unreadable lines."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.bad = 0
        self._reader = reader
        self._writer = writer

    async def read(self) -> bytes | None:
        """The next line; None at the end, empty when it is longer than any line may be."""
        try:
            return await self._reader.readline() or None
        except ValueError:
            return b""
        except ConnectionError:
            return None

    def say(self, said: msgspec.Struct) -> None:
        """Send this as a line."""
        self.send(_encoder.encode(said) + b"\n")

    def send(self, line: bytes) -> None:
        """Send a line that is one already."""
        if not self._writer.is_closing():
            self._writer.write(line)

    async def drained(self) -> bool:
        """Wait until what was sent is read. One that does not read must not fill our memory: False."""
        try:
            await asyncio.wait_for(self._writer.drain(), SLOWEST)
        except (TimeoutError, ConnectionError):
            self.abort()
            return False
        return True

    @property
    def behind(self) -> bool:
        """True while something sent is not read yet."""
        return bool(self._writer.transport.get_write_buffer_size())

    def abort(self) -> None:
        """End it now: `end` would wait for it to read what it does not read."""
        self._writer.transport.abort()

    def end(self) -> None:
        """End it once all is sent."""
        self._writer.close()


def _own_folder(folder: Path) -> None:
    """Make the socket's folder, for its owner only. In a folder like /tmp others may have made it before."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    open_to_all = folder.parent.stat().st_mode & stat.S_ISVTX
    if open_to_all and folder.stat().st_uid != os.getuid():
        raise PermissionError(errno.EPERM, "it belongs to somebody else", str(folder))


_encoder = msgspec.json.Encoder()
