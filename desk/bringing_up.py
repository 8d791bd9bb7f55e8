"""Records of an older program are brought up to date before the engine begins, and how far that is is said.

No promise may be spoken before it can be written down, so there is no line meanwhile. The engine's socket is
there already: who watches is told once a second, every other request is refused with the same words.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from pathlib import Path

import msgspec

from desk.in_words import minutes
from desk.lines import Connection, Lines
from desk.link_types import AnyRequest, BroughtUp, Reply, Watch
from desk.places import socket_path
from desk.store import BringUp, older

log = logging.getLogger("desk.bringing_up")

TOLD_EVERY = 1.0
"""Seconds between two words to who watches."""
SURE_AFTER = 2.0
"""Seconds after which it can be said how long the rest takes."""


def bring_up(data: Path) -> None:
    """Bring the records in this folder up to date, if they are not. Raises `StoreRefused`, `OSError`."""
    with older(data) as work:
        if work is not None:
            log.info("The records are of an older One Moment and are brought up to date first.")
            began = time.monotonic()
            asyncio.run(_Meanwhile(socket_path(data)).until(work))
            log.info("The records are up to date, after %.0f seconds.", time.monotonic() - began)


class _Meanwhile:
    """Who answers at the engine's socket until there is an engine."""

    def __init__(self, path: Path) -> None:
        self.lines: Lines[AnyRequest, Reply] = Lines(path, _decoder, self._asked, _no, self._left)
        self._watching: set[Connection] = set()
        self._began = time.monotonic()
        self._share = 0.0

    async def until(self, work: BringUp) -> None:
        """Answer until this is done. Raises what it raises."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Exception | None] = loop.create_future()

        def carry_out() -> None:
            failed: Exception | None = None
            try:
                work(self._told)
            except Exception as error:
                failed = error
            loop.call_soon_threadsafe(done.set_result, failed)

        await self.lines.open()
        try:
            # a daemon: who is told to stop does not wait for it, and the half that is done leaves no trace
            threading.Thread(target=carry_out, name="bring-up", daemon=True).start()
            while not (await asyncio.wait({done}, timeout=TOLD_EVERY))[0]:
                for connection in self._watching:
                    if not connection.behind:
                        connection.say(self._now())
        finally:
            await self.lines.close()
        if (failed := done.result()) is not None:
            raise failed

    def _told(self, done: int, of: int) -> None:
        """Called from the thread that does it."""
        before, self._share = self._share, done / of
        if int(self._share * 10) > int(before * 10):
            log.info("The records are being brought up to date: %d %%.", self._now().percent)

    def _now(self) -> BroughtUp:
        share, gone = self._share, time.monotonic() - self._began
        left = gone / share - gone if share and gone >= SURE_AFTER else None
        return BroughtUp(percent=min(99, int(share * 100)), left=left)

    async def _asked(self, request: AnyRequest, connection: Connection) -> Reply:
        now = self._now()
        if isinstance(request, Watch):
            self._watching.add(connection)
            connection.say(now)
            return Reply(id=request.id)
        happened = f"The records are being brought up to date: {now.percent} %."
        soon = now.left is None or now.left < 60
        wait = "Wait a moment" if soon else f"Wait about {minutes(now.left or 0)}"
        return _no(request.id, happened, f"{wait}: calls are answered once that is done.")

    def _left(self, connection: Connection) -> None:
        self._watching.discard(connection)


def _no(id: int, happened: str, do: str) -> Reply:
    return Reply(id=id, ok=False, happened=happened, do=do)


_decoder: msgspec.json.Decoder[AnyRequest] = msgspec.json.Decoder(AnyRequest)
