"""A command of ours in a process of its own that stands back behind the calls."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from pathlib import Path
from typing import NamedTuple

from desk.priority import stand_back

_HERE = Path(__file__).resolve().parent.parent
_LONGEST_SAID = 600
_ENDS_WITHIN = 5.0
_WITH_US = ("setpriv", "--pdeathsig", "TERM")
"""It ends when we do, however that is: what it had sent would be sent again by whoever comes after us."""


class Ended(NamedTuple):
    """How it ended: its exit code, what it printed, what it said was wrong."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What it said was wrong, where that is one line as a person is told it; else empty."""
        lines = self.err.strip().splitlines()
        return lines[0] if len(lines) == 1 and len(lines[0]) < _LONGEST_SAID else ""


async def run(*words: str, longest: float) -> Ended:
    """Run `onemoment` with these words. Raises `TimeoutError` after `longest` seconds; it is ended then."""
    process = await asyncio.create_subprocess_exec(
        *(*_WITH_US, sys.executable, "-m", "desk.cli", *words),
        cwd=_HERE,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        stand_back(process.pid)
        async with asyncio.timeout(longest):
            out, err = await process.communicate()
    except BaseException:
        await _end(process)
        raise
    return Ended(process.returncode or 0, out.decode(errors="replace"), err.decode(errors="replace"))


async def _end(process: asyncio.subprocess.Process) -> None:
    """It may clear away what it has begun, but not for long."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_ENDS_WITHIN):
            await process.wait()
    except (TimeoutError, asyncio.CancelledError):
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
