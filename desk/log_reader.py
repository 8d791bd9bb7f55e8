"""The program that reads the supervisor's log: beside the engine, or alone with a copy of a data folder.

It answers on a socket of its own (see `log_types`) and ends when nobody is connected any more, or when who
started it has ended. The engine's loop has nothing to do with it, and it gives way to everybody.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from errno import ECONNREFUSED
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import msgspec

from desk.exporting import Export
from desk.lines import Connection, Lines
from desk.log.about import About
from desk.log.log import Log
from desk.log_types import (
    AnyLogRequest,
    CountFigures,
    Exporting,
    ExportRows,
    FiguresView,
    ListRows,
    LogChanged,
    LogReply,
    LookAtLog,
    Page,
    Playing,
    PlayRecording,
    StopExport,
    StopPlaying,
    TellStory,
)
from desk.mistakes import where
from desk.places import log_sockets
from desk.priority import stand_back
from desk.store.troubles import CannotRead, StoreTrouble

if TYPE_CHECKING:
    from audio.player import Moved, Player

log = logging.getLogger(__name__)

STAYS = 10.0
"""Seconds it stays when nobody is connected."""
LOOKS_EVERY = 1.0
"""Seconds between two looks whether somebody is still there, and whether there is something new."""
TIDIES = 20.0
"""Seconds it has to end, once nobody needs it."""
TURN = 0.001
"""Seconds a thread may go on while another waits: what takes long gives way to what is looked at now."""
WAITS = 3.0
"""Seconds a question waits for records that are worked out first."""
BEGINS = 60.0
"""Seconds after which whoever made a socket listens to it."""
RESTS = 5
"""After a look that took long it rests so many times as long."""

_NOT_NOW = "The log cannot be read just now.", "Try again; if it stays so, run: onemoment doctor"

T = TypeVar("T")


class Reader:
    """One reader at its socket. `run` returns when nobody needs it any more."""

    def __init__(
        self, folder: Path, place: Path, about: About | None = None, settings: Path | None = None
    ) -> None:
        self.log = Log.open(folder, about)
        self.export = Export(folder, settings, self._tell)
        self._player: Player | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self.lines: Lines[AnyLogRequest, LogReply] = Lines(place, _decoder, self._asked, _no)
        # what is looked at now never waits for what takes long: each has a thread of its own
        self._quick = ThreadPoolExecutor(1, "quick")
        self._slow = ThreadPoolExecutor(1, "slow")
        self._early = ThreadPoolExecutor(1, "early")  # while the slow one reads everything
        self._tasks: set[asyncio.Task[None]] = set()
        self._end = asyncio.Event()
        self._loaded = asyncio.Event()
        self._trouble: StoreTrouble | None = None

    async def run(self) -> None:
        """Answer until nobody is connected any more, or it is told to stop. Raises `OSError`."""
        self._loop = loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self._end.set)
        parent = os.getppid()
        await self.lines.open()
        _sweep(self.lines.path.parent)
        following = asyncio.create_task(self._follow())
        try:
            await self._while_needed(parent)
        finally:
            # whatever cannot be tidied up, a reader that nobody needs holds no callers' names any longer
            loop.call_later(TIDIES, os._exit, 1)
            following.cancel()
            await self.export.stop()
            if self._player is not None:
                self._player.stop()
            await self.lines.close()
            for lane in (self._quick, self._slow, self._early):
                lane.shutdown(wait=False, cancel_futures=True)
            self.log.close()

    async def _while_needed(self, parent: int) -> None:
        alone = 0.0
        while alone < STAYS and os.getppid() == parent:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._end.wait(), LOOKS_EVERY)
                return
            alone = 0.0 if self.lines.connections else alone + LOOKS_EVERY

    async def _follow(self) -> None:
        """Read everything, then look for what is new, and tell everybody of it."""
        while True:
            began = time.monotonic()
            try:
                if not self.log.loaded:
                    await self._slowly(self.log.load)
                    news = True
                else:
                    news = await self._slowly(self.log.refresh)
                news, self._trouble = news or self._trouble is not None, None
            except StoreTrouble as trouble:
                news, self._trouble = False, trouble
            except Exception as error:
                log.error("The records could not be read: %s", where(error))
                news, self._trouble = False, CannotRead(*_NOT_NOW)
            if self.log.loaded or self._trouble is not None:
                self._loaded.set()
            if news:
                self._tell(LogChanged(head=await self._quickly(self.log.head)))
            took = time.monotonic() - began
            await asyncio.sleep(max(LOOKS_EVERY, RESTS * took))

    async def _asked(self, request: AnyLogRequest, connection: Connection) -> LogReply | None:
        """Every request is answered on its own: a quick one does not wait for a slow one before it."""
        task = asyncio.create_task(self._reply(request, connection))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return None

    async def _reply(self, request: AnyLogRequest, connection: Connection) -> None:
        reply = await self.lines.kept_from_falling(request, self._carried_out(request))
        connection.say(reply)
        await connection.drained()

    async def _carried_out(self, request: AnyLogRequest) -> LogReply:
        try:
            match request:
                case LookAtLog():
                    return LogReply(id=request.id, head=await self._quickly(self.log.head))
                case ListRows():
                    return LogReply(id=request.id, page=await self._page(request))
                case TellStory(call=call):
                    await self._prepared()
                    told = await self._quickly(lambda: self.log.story(call, datetime.now(UTC)))
                    if told is None:
                        return _no(request.id, "There is no such interruption.", "Choose another one.")
                    return LogReply(id=request.id, story=told)
                case CountFigures(since=since, until=until):
                    return LogReply(id=request.id, figures=await self._figures(since, until))
                case ExportRows():
                    return await self._write(request)
                case StopExport():
                    await self.export.stop()
                    return LogReply(id=request.id)
                case PlayRecording():
                    return await self._play(request)
                case StopPlaying():
                    if self._player is not None:
                        self._player.stop()
                    return LogReply(id=request.id)
        except StoreTrouble as trouble:
            return _no(request.id, trouble.happened, trouble.do)

    async def _page(self, request: ListRows) -> Page:
        await self._prepared()
        if not self.log.at_once(request):
            await self._all_read()
        return await self._quickly(lambda: self.log.page(request, datetime.now(UTC)))

    async def _figures(self, since: datetime, until: datetime) -> FiguresView:
        await self._prepared()
        if not self.log.loaded and await self._quickly(lambda: self.log.few(since, until)):
            return await self._in(
                self._early, lambda: self.log.figures_of_few(since, until, datetime.now(UTC))
            )
        await self._all_read()
        return await self._slowly(lambda: self.log.figures(since, until, datetime.now(UTC)))

    async def _write(self, request: ExportRows) -> LogReply:
        if self.export.busy:
            return _no(
                request.id, "A file is being written already.", "Wait until it is done, or stop it first."
            )
        if not Path(request.file).is_absolute():
            return _no(
                request.id, "It is not said in which folder the file is to be.", "Give its whole path."
            )
        try:
            await self.export.begin(request, lambda: self._known(request))
        except OSError as error:
            log.error("A file could not be begun: %s", where(error))
            return _no(request.id, "The file could not be begun.", "Try again in a moment.")
        return LogReply(id=request.id)

    async def _known(self, request: ExportRows) -> ExportRows:
        try:
            return await self._slowly(lambda: self.log.handed(request, datetime.now(UTC)))
        except StoreTrouble:
            return request  # who writes it comes upon the same, and says so

    async def _play(self, request: PlayRecording) -> LogReply:
        await self._prepared()
        file = await self._quickly(lambda: self.log.file_of(request.recording))
        if file is None or not file.is_file():
            return _no(request.id, "This recording is not kept any more.", "Recordings are kept some weeks.")
        if self._player is None:
            from audio.player import Player  # numpy's and the sound system's weight only when it is played

            self._player = Player(self._moved)
        self._player.play(request.recording, file, request.at, request.speed)
        return LogReply(id=request.id)

    def _moved(self, moved: Moved) -> None:
        """Called from the player's thread."""
        told = Playing(
            recording=moved.recording,
            at=moved.at,
            speed=moved.speed,
            on=moved.on,
            happened=moved.happened,
            do=moved.do,
        )
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, told)

    def _tell(self, said: Exporting | Playing | LogChanged) -> None:
        for connection in self.lines.connections:
            connection.say(said)

    async def _prepared(self) -> None:
        """Records of an older version are worked out first: whom that takes too long is told."""
        if not self.log.ready:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._all_read(), WAITS)
        if not self.log.ready:
            raise _OLDER

    async def _all_read(self) -> None:
        await self._loaded.wait()
        if not self.log.loaded and self._trouble is not None:
            raise self._trouble

    async def _slowly(self, what: Callable[[], T]) -> T:
        return await self._in(self._slow, what)

    async def _quickly(self, what: Callable[[], T]) -> T:
        return await self._in(self._quick, what)

    async def _in(self, lane: ThreadPoolExecutor, what: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(lane, what)


def _sweep(folder: Path) -> None:
    """Take away the sockets of readers that were killed: those that nobody listens to."""
    for path in log_sockets(folder):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as ours:
            ours.setblocking(False)
            # one that begins this moment does not listen yet
            if time.time() - path.lstat().st_mtime > BEGINS and ours.connect_ex(str(path)) == ECONNREFUSED:
                path.unlink()


_OLDER = StoreTrouble(
    "These records are of an older version: they are worked out from their journal first.",
    "Wait: they are shown as soon as that is done.",
)


def _no(id: int, happened: str, do: str) -> LogReply:
    return LogReply(id=id, ok=False, happened=happened, do=do)


_decoder: msgspec.json.Decoder[AnyLogRequest] = msgspec.json.Decoder(AnyLogRequest)


def read(folder: Path, place: Path, about: About | None, settings: Path | None = None) -> NoReturn:
    """Read the log of this folder at this socket until nobody needs it; ends the process.

    Raises `StoreRefused`, `CannotRead` and `OSError` (the socket).
    """
    stand_back()
    os.umask(0o077)
    sys.setswitchinterval(TURN)
    asyncio.run(Reader(folder, place, about, settings).run())
    os._exit(0)  # what is still being read is not waited for
