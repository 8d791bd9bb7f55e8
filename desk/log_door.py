"""The door of the supervisor's log: who has the PIN is told where the log is read, and may correct it.

Wrong PINs slow down whoever tries, over all windows at once and also after a new start. The log itself is
read from a program of its own (`desk.log_reader`), started when it is asked for.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import secrets
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desk import pin
from desk.in_words import two_sentences
from desk.places import log_socket_path
from desk.store import Store, StoreTrouble

log = logging.getLogger("desk.log_door")

FREE_TRIES = 5
"""Wrong PINs in a row before anybody has to wait."""
FIRST_WAIT, LONGEST_WAIT = 30.0, 900.0
"""Seconds after the fifth wrong PIN, doubling with each one more."""
PASS_LASTS = 12 * 3600.0
READER_BEGINS_WITHIN = 10.0
"""Seconds until a reader that was started answers."""
ENDS_WITHIN = 3.0
KNOCK_LASTS = 10.0
"""Seconds in which who was told of a reader comes to it."""
_LOOK_EVERY = 0.02
_WRONG = "pin_wrong"
"""The mark that remembers how many PINs were wrong in a row."""
_HERE = Path(__file__).resolve().parent.parent
_LONGEST_SAID = 600
_LOOK = "Try again; if it stays so, run: onemoment doctor"


class Shut(Exception):
    """The door stays shut: one sentence what happened, one what to do. `tried` when a wrong PIN was given."""

    def __init__(self, happened: str, do: str, *, tried: bool = False) -> None:
        super().__init__(happened)
        self.happened, self.do, self.tried = happened, do, tried


class Door:
    """Who may open the log, and where it is read. `setting` is `supervisor.pin`."""

    def __init__(
        self,
        setting: str,
        store: Store,
        data: Path,
        settings_file: Path | None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._setting = setting
        self._store = store
        self._data = data
        self._settings_file = settings_file
        self._clock = clock
        self._passes: dict[str, tuple[float, str]] = {}
        self._trying = asyncio.Lock()
        self._wrong = self._remembered()
        # whoever starts One Moment anew to try again waits as long as before
        self._not_before = clock() + self._wait()
        self._starting = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._socket: Path | None = None
        self._said = b""
        self._knock: asyncio.StreamWriter | None = None

    # -- the PIN

    async def check(self, typed: str) -> None:
        """Raises `Shut` unless this is the PIN."""
        if not self._setting:
            raise Shut(
                "The log is closed: no PIN is set.",
                "Set supervisor.pin in the settings, then start One Moment again.",
            )
        if not typed:
            raise Shut("The log is closed.", "Type the PIN.")
        async with self._trying:  # one at a time: many at once are not more tries
            left = self._not_before - self._clock()
            if left > 0:
                raise Shut("There were too many wrong PINs.", f"Wait {_said(left)}, then try again.")
            if await asyncio.to_thread(pin.fits, typed, self._setting):
                self._count(0)
                return
            self._count(self._wrong + 1)
            self._not_before = self._clock() + self._wait()
            raise Shut("This is not the PIN.", self._try_again(), tried=True)

    def _try_again(self) -> str:
        wait = self._wait()
        return f"Wait {_said(wait)}, then try again." if wait else "Try again."

    def _wait(self) -> float:
        if self._wrong < FREE_TRIES:
            return 0.0
        return float(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(self._wrong - FREE_TRIES, 10)))

    def _count(self, wrong: int) -> None:
        if wrong == self._wrong:
            return
        self._wrong = wrong
        with contextlib.suppress(StoreTrouble):  # then it is known until the next start
            self._store.set_mark(_WRONG, str(wrong))

    def _remembered(self) -> int:
        with contextlib.suppress(StoreTrouble, ValueError):
            return int(self._store.get_mark(_WRONG) or 0)
        return 0

    # -- the pass

    def new_pass(self, by: str) -> str:
        """What is shown with each correction; `by` is who opened the log."""
        now = self._clock()
        self._passes = {given: kept for given, kept in self._passes.items() if kept[0] > now}
        given = secrets.token_urlsafe(32)
        self._passes[given] = (now + PASS_LASTS, by)
        return given

    def opened_by(self, shown: str) -> str | None:
        """Who opened the log with this pass, None when it is none (any more)."""
        until, by = self._passes.get(shown, (0.0, ""))
        return by if self._clock() < until else None

    # -- the reader

    async def reader(self) -> Path:
        """The socket of a reader that answers, started if there is none. Raises `Shut`."""
        async with self._starting:
            if self._socket is None or not await self._answers(self._socket):
                await self.close()
                await self._start(log_socket_path(self._data))
            assert self._socket is not None
            return self._socket

    async def _answers(self, socket: Path) -> bool:
        """Whether somebody listens there. It stays for a while after, for whoever is told of it now."""
        try:
            async with asyncio.timeout(READER_BEGINS_WITHIN):
                _, writer = await asyncio.open_unix_connection(str(socket))
        except (OSError, TimeoutError):
            return False
        self._let_go()
        self._knock = writer
        asyncio.get_running_loop().call_later(KNOCK_LASTS, writer.close)
        return True

    def _let_go(self) -> None:
        if self._knock is not None:
            self._knock.close()
        self._knock = None

    async def _start(self, socket: Path) -> None:
        self._socket = socket
        words = ["log-reader", "--data", str(self._data.absolute()), "--socket", str(socket)]
        if self._settings_file is not None:
            words += ["--settings", str(self._settings_file.absolute())]
        self._process = process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "desk.cli", *words),
            cwd=_HERE,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stderr is not None
        self._said = b""
        self._listening = asyncio.create_task(self._listen(process.stderr))
        until = time.monotonic() + READER_BEGINS_WITHIN
        while not await self._answers(socket):
            if process.returncode is not None or time.monotonic() > until:
                raise await self._why_not()
            await asyncio.sleep(_LOOK_EVERY)

    async def _listen(self, stderr: asyncio.StreamReader) -> None:
        """Keep the last of what it says: it must not wait for somebody to read it."""
        while part := await stderr.read(4096):
            self._said = (self._said + part)[-_LONGEST_SAID:]

    async def _why_not(self) -> Shut:
        await self.close()
        lines = self._said.decode(errors="replace").strip().splitlines()
        if len(lines) == 1 and not lines[0].startswith(("Traceback", " ")):
            happened, do = two_sentences(lines[0])
            return Shut(happened, do or _LOOK)
        log.error("The log's reader did not start.")
        return Shut("The log cannot be read just now.", _LOOK)

    async def close(self) -> None:
        """The reader ends, if there is one."""
        self._let_go()
        process, self._process = self._process, None
        socket, self._socket = self._socket, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(ENDS_WITHIN):
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if socket is not None:
            socket.unlink(missing_ok=True)  # of one that was killed
        if self._listening is not None:
            await asyncio.gather(self._listening, return_exceptions=True)


def _said(seconds: float) -> str:
    """A length of time in whole seconds, or minutes when it is long."""
    whole = math.ceil(seconds)
    if whole < 120:
        return "1 second" if whole == 1 else f"{whole} seconds"
    return f"{math.ceil(whole / 60)} minutes"
