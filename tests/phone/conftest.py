"""What the tests of the phone line share: a desk on a free port, and a practice caller in a process of its
own."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.channels.phone.conversation import PersonSound
from desk.channels.phone.settings import PhoneSettings
from tests.phone.fakecore import Core
from tests.phone.registrar import Registrar

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Practised:
    """How a practice call went: exit code, what it printed, and its sentence on stderr."""

    code: int
    lines: list[tuple[float, str, float]]
    trouble: str
    heard: Path

    def said(self, what: str) -> tuple[float, float]:
        """When something was printed first, and how much sound had been heard by then."""
        return next((at, heard) for at, said, heard in self.lines if said == what)

    @property
    def what(self) -> list[str]:
        return [what for _, what, _ in self.lines]


Practise = Callable[..., Awaitable[Practised]]


@pytest.fixture
def practise(tmp_path: Path) -> Practise:
    """Make a practice call with these arguments to an address."""
    made = 0

    async def call(address: str, *arguments: str, within: float = 40.0) -> Practised:
        nonlocal made
        made += 1
        heard = tmp_path / f"heard{made}.wav"
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "desk.channels.phone.practice", f"sip:desk@{address}"),
            *("--json", "--record", str(heard), *arguments),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(within):
                out, err = await process.communicate()
        except TimeoutError:
            process.kill()
            await process.wait()
            raise
        lines = [json.loads(line) for line in out.decode().splitlines()]
        assert process.returncode is not None
        return Practised(
            process.returncode, [(n["at"], n["what"], n["heard"]) for n in lines], err.decode(), heard
        )

    return call


@pytest.fixture
async def pbx() -> AsyncIterator[Registrar]:
    """A registrar for 6000 whose password is "right"; not yet open."""
    pbx = Registrar("6000", "right")
    yield pbx
    await pbx.close()


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[Core]:
    """A desk with a practice line on a free port."""
    async with started(tmp_path) as core:
        yield core


class started:  # reads as a word in "async with started(...)"
    """A desk with its line up, given back at the end."""

    def __init__(
        self,
        folder: Path,
        settings: PhoneSettings | None = None,
        headset: PersonSound | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        recordings = folder / "recordings"
        recordings.mkdir(exist_ok=True)
        self.core = Core(recordings, settings, headset, quiet=quiet)

    async def __aenter__(self) -> Core:
        await self.core.line.start()
        return self.core

    async def __aexit__(self, *_: object) -> None:
        await self.core.line.close()
