"""Rows of the log written to a file: by `onemoment report`, in a process of its own, one at a time."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec

from desk.log_types import Exporting, ExportRows

Known = Callable[[], Awaitable[ExportRows]]
"""Finds out what is known of a file, so that whoever writes it need not."""

ENDS_WITHIN = 5.0
"""Seconds it has to stop and delete what it wrote."""
_LONGEST = 100_000
_HERE = Path(__file__).resolve().parent.parent


class Export:
    """The file being written, if one is. `told` hears how far it is, on the loop's thread."""

    def __init__(self, folder: Path, settings: Path | None, told: Callable[[Exporting], None]) -> None:
        self._command = [sys.executable, "-m", "desk.cli", "report", "--asked", "-", "--data", str(folder)]
        if settings is not None:
            self._command += ["--settings", str(settings)]
        self._told = told
        self._process: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None
        self._writing = False
        self._stopping = False

    @property
    def busy(self) -> bool:
        """True while a file is being written, until its end was told."""
        return self._writing

    async def begin(self, asked: ExportRows, known: Known) -> None:
        """Begin to write this file. What is `known` of it is waited for meanwhile. Raises `OSError`."""
        self._writing, self._stopping = True, False
        try:
            await self._begin(asked, known)
        except BaseException:
            self._writing = False
            raise

    async def _begin(self, asked: ExportRows, known: Known) -> None:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            cwd=_HERE,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=_LONGEST,
        )
        self._process = process
        self._task = asyncio.create_task(self._listen(process, asked, known))

    async def _hand_over(self, process: asyncio.subprocess.Process, known: Known) -> None:
        assert process.stdin is not None
        try:
            process.stdin.write(msgspec.json.encode(await known()) + b"\n")
        finally:
            process.stdin.close()

    async def _listen(self, process: asyncio.subprocess.Process, asked: ExportRows, known: Known) -> None:
        """Hand on what it tells; whatever becomes of it, the end is told once."""
        assert process.stdout is not None
        handing = asyncio.create_task(self._hand_over(process, known))
        ended = False
        with contextlib.suppress(ValueError):  # a line longer than any it may say
            async for line in process.stdout:
                with contextlib.suppress(msgspec.MsgspecError, ValueError):
                    said = _decode(line)
                    if said.end:
                        ended = True
                        self._writing = False  # before it is told: the next file may be asked for at once
                    self._told(said)
                    if ended:
                        break
        await process.wait()
        handing.cancel()
        if not ended:
            self._writing = False
        if not ended and self._stopping:  # before it knew what it was to write
            self._told(Exporting(file=asked.file, end=True))
        elif not ended:
            happened = f"{Path(asked.file).name} could not be written: the program that writes it broke off."
            self._told(
                Exporting(
                    file=asked.file, end=True, happened=happened, do="Try again, or choose another folder."
                )
            )

    async def stop(self) -> None:
        """Write no further; what was written of the file is deleted."""
        process, task = self._process, self._task
        if process is None or task is None or task.done():
            return
        self._stopping = True
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(asyncio.shield(task), ENDS_WITHIN)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await task


_decode = msgspec.json.Decoder(Exporting).decode
