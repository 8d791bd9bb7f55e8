"""The engine's side of the local socket: one JSON object a line (see `link_types`).

The socket belongs to its owner (mode 0600). What cannot be read is answered with a sentence, counted, and
after a few such lines the connection is closed; a watcher that does not read is closed too. None of it
reaches a call.
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

import msgspec

from desk.core.views import View
from desk.link_types import LONGEST_LINE, AnyRequest, Levels, Reply, Shown, Watch, WatchLevels
from desk.mistakes import where

log = logging.getLogger("desk.link")

BAD_LINES = 5
"""Unreadable lines after which a connection is closed."""
SHOWN_AT_MOST_EVERY = 0.02
"""Seconds between two views sent to one watcher; what changes in between is in the next one."""
LEVELS_EVERY = 0.1
"""Seconds between two `Levels`."""
SLOWEST = 5.0
"""Seconds a watcher may take to read a view."""

Answer = Callable[[AnyRequest], Awaitable[Reply]]


class Link:
    """The socket at `path`. `answer` carries requests out, `view` gives what is shown.

    `levels` gives how loud it is, None while that says nothing.
    """

    def __init__(
        self,
        path: Path,
        answer: Answer,
        view: Callable[[], View],
        levels: Callable[[], Levels | None] = lambda: None,
    ) -> None:
        self.path = path
        self.garbage = 0
        self._answer = answer
        self._view = view
        self.levels = levels
        self._server: asyncio.Server | None = None
        self._connections: set[_Connection] = set()
        self._shown: bytes | None = None

    async def open(self) -> None:
        """Listen. A socket left by a killed engine is replaced: by the store's lock nobody has it.

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
        for connection in tuple(self._connections):
            connection.end()
        self.path.unlink(missing_ok=True)

    def changed(self) -> None:
        """What is shown has changed: every watcher gets the whole of it soon."""
        self._shown = None
        for connection in self._connections:
            connection.dirty.set()

    def shown(self) -> bytes:
        """The newest view as it is sent, encoded once for all."""
        if self._shown is None:
            self._shown = _encoder.encode(Shown(view=self._view())) + b"\n"
        return self._shown

    async def answer(self, line: bytes, connection: _Connection) -> Reply | None:
        """The reply to one line; None when the connection is to be closed."""
        try:
            request = _decoder.decode(line)
        except (msgspec.DecodeError, RecursionError, ValueError) as wrong:
            self.garbage += 1
            connection.bad += 1
            if connection.bad > BAD_LINES:
                return None
            return Reply(
                id=0,
                ok=False,
                happened=f"This line is no request: {wrong}.",
                do="Send one JSON object a line with a known `do`.",
            )
        if isinstance(request, Watch):
            connection.watch()
            return Reply(id=request.id)
        if isinstance(request, WatchLevels):
            connection.watch_levels(request.on)
            return Reply(id=request.id)
        try:
            return await self._answer(request)
        except Exception as error:
            log.error("A request (%s) failed: %s", type(request).__name__, where(error))
            return Reply(
                id=request.id,
                ok=False,
                happened="This could not be done: One Moment made a mistake.",
                do="Try again; if it stays so, stop One Moment and start it again.",
            )

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = _Connection(self, reader, writer)
        self._connections.add(connection)
        try:
            await connection.run()
        finally:
            self._connections.discard(connection)
            connection.end()


def _own_folder(folder: Path) -> None:
    """Make the socket's folder, for its owner only. In a folder like /tmp others may have made it before."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    open_to_all = folder.parent.stat().st_mode & stat.S_ISVTX
    if open_to_all and folder.stat().st_uid != os.getuid():
        raise PermissionError(errno.EPERM, "it belongs to somebody else", str(folder))


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyRequest] = msgspec.json.Decoder(AnyRequest)


class _Connection:
    """One window, command or other program on the socket."""

    def __init__(self, link: Link, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.bad = 0
        self.dirty = asyncio.Event()
        self._link = link
        self._reader = reader
        self._writer = writer
        self._watching: asyncio.Task[None] | None = None
        self._listening: asyncio.Task[None] | None = None

    async def run(self) -> None:
        while True:
            try:
                line = await self._reader.readline()
            except ValueError:  # longer than LONGEST_LINE
                self._link.garbage += 1
                return
            except ConnectionError:
                return
            if not line:
                return
            reply = await self._link.answer(line, self)
            if reply is None:
                return
            self.send(_encoder.encode(reply) + b"\n")
            try:
                # one that asks and does not read must not fill our memory either
                await asyncio.wait_for(self._writer.drain(), SLOWEST)
            except (TimeoutError, ConnectionError):
                self._writer.transport.abort()
                return

    def send(self, line: bytes) -> None:
        if not self._writer.is_closing():
            self._writer.write(line)

    def watch(self) -> None:
        self.dirty.set()
        if self._watching is None:
            self._watching = asyncio.create_task(self._show())

    def watch_levels(self, on: bool) -> None:
        if on and self._listening is None:
            self._listening = asyncio.create_task(self._send_levels())
        elif not on and self._listening is not None:
            self._listening.cancel()
            self._listening = None

    def end(self) -> None:
        for task in (self._watching, self._listening):
            if task is not None:
                task.cancel()
        self._writer.close()

    async def _show(self) -> None:
        try:
            while True:
                await self.dirty.wait()
                self.dirty.clear()
                self.send(self._link.shown())
                # one that does not read must not fill our memory
                await asyncio.wait_for(self._writer.drain(), SLOWEST)
                await asyncio.sleep(SHOWN_AT_MOST_EVERY)
        except (TimeoutError, ConnectionError):
            # not `close`, which would wait for it to read what it does not read
            self._writer.transport.abort()
        except Exception as error:
            log.error("The desk could not be shown: %s", where(error))
            self._writer.transport.abort()

    async def _send_levels(self) -> None:
        last: Levels | None = None
        while True:
            now = self._link.levels()
            # one that does not read gets none: they are of no use later
            if now is not None and not self._writer.transport.get_write_buffer_size():
                self.send(_encoder.encode(now) + b"\n")
            elif now is None and last is not None:
                self.send(_encoder.encode(Levels()) + b"\n")  # quiet again
            last = now
            await asyncio.sleep(LEVELS_EVERY)
