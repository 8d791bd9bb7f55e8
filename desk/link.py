"""The engine's side of the local socket: requests (see `link_types`), and what is shown, to who watches.

How lines are read and answered is `lines`. A watcher that does not read is closed. None of it reaches a call.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec

from desk.core.views import View
from desk.lines import Connection, Lines
from desk.link_types import AnyRequest, Levels, Reply, Shown, Watch, WatchLevels
from desk.mistakes import where

log = logging.getLogger("desk.link")

SHOWN_AT_MOST_EVERY = 0.02
"""Seconds between two views sent to one watcher; what changes in between is in the next one."""
LEVELS_EVERY = 0.1
"""Seconds between two `Levels`."""

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
        self.lines: Lines[AnyRequest, Reply] = Lines(path, _decoder, self._asked, _no, self._left)
        self._answer = answer
        self._view = view
        self.levels = levels
        self._watchers: dict[Connection, _Watcher] = {}
        self._shown: bytes | None = None

    @property
    def garbage(self) -> int:
        """Lines that were no request."""
        return self.lines.garbage

    async def open(self) -> None:
        """Listen. Raises `OSError`."""
        await self.lines.open()

    async def close(self) -> None:
        """Stop listening and end all connections."""
        await self.lines.close()
        for watcher in self._watchers.values():
            watcher.end()

    def changed(self) -> None:
        """What is shown has changed: every watcher gets the whole of it soon."""
        self._shown = None
        for watcher in self._watchers.values():
            watcher.dirty.set()

    def shown(self) -> bytes:
        """The newest view as it is sent, encoded once for all."""
        if self._shown is None:
            self._shown = _encoder.encode(Shown(view=self._view())) + b"\n"
        return self._shown

    async def _asked(self, request: AnyRequest, connection: Connection) -> Reply:
        if isinstance(request, Watch):
            self._watcher(connection).watch()
            return Reply(id=request.id)
        if isinstance(request, WatchLevels):
            self._watcher(connection).watch_levels(request.on)
            return Reply(id=request.id)
        return await self._answer(request)

    def _watcher(self, connection: Connection) -> _Watcher:
        if connection not in self._watchers:
            self._watchers[connection] = _Watcher(self, connection)
        return self._watchers[connection]

    def _left(self, connection: Connection) -> None:
        watcher = self._watchers.pop(connection, None)
        if watcher is not None:
            watcher.end()


def _no(id: int, happened: str, do: str) -> Reply:
    return Reply(id=id, ok=False, happened=happened, do=do)


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyRequest] = msgspec.json.Decoder(AnyRequest)


class _Watcher:
    """What one connection is shown without asking."""

    def __init__(self, link: Link, connection: Connection) -> None:
        self.dirty = asyncio.Event()
        self._link = link
        self._connection = connection
        self._watching: asyncio.Task[None] | None = None
        self._listening: asyncio.Task[None] | None = None

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

    async def _show(self) -> None:
        try:
            while True:
                await self.dirty.wait()
                self.dirty.clear()
                self._connection.send(self._link.shown())
                if not await self._connection.drained():
                    return
                await asyncio.sleep(SHOWN_AT_MOST_EVERY)
        except Exception as error:
            log.error("The desk could not be shown: %s", where(error))
            self._connection.abort()

    async def _send_levels(self) -> None:
        last: Levels | None = None
        while True:
            now = self._link.levels()
            # one that does not read gets none: they are of no use later
            if now is not None and not self._connection.behind:
                self._connection.say(now)
            elif now is None and last is not None:
                self._connection.say(Levels())  # quiet again
            last = now
            await asyncio.sleep(LEVELS_EVERY)
