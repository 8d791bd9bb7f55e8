"""The test's hand on phones in processes of their own (see `far_end`), and a headset that is none."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self

import numpy as np

from audio.wav import read_wav, write_wav
from tests.phone.fakecore import pitch

ROOT = Path(__file__).resolve().parents[2]


class FarPhone:
    """One far end: `said` is everything it said of itself."""

    def __init__(self, name: str, hertz: float, folder: Path) -> None:
        self.name = name
        self.hertz = hertz
        self.folder = folder
        self.uri = ""
        self.said: list[dict[str, Any]] = []
        self._new = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.phone.far_end", self.name, str(self.hertz), str(self.folder)),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        self._reader = asyncio.create_task(self._read())
        self.uri = (await self.wait("listens", within=40))["uri"]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            async with asyncio.timeout(6):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reader

    async def _read(self) -> None:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            self.said.append(json.loads(line))
            self._new.set()

    def all(self, what: str) -> list[dict[str, Any]]:
        return [one for one in self.said if one["what"] == what]

    async def wait(self, what: str, count: int = 1, within: float = 10.0) -> dict[str, Any]:
        async with asyncio.timeout(within):
            while len(self.all(what)) < count:
                self._new.clear()
                await self._new.wait()
        return self.all(what)[count - 1]

    def do(self, *what: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write((" ".join(what) + "\n").encode())

    def part(self) -> Path:
        return self.folder / f"{self.name}-part.wav"

    def heard(self, number: int = 1) -> Path:
        return self.folder / f"{self.name}{number}.wav"


class TestHeadset:
    """A headset that speaks a pitch and writes down what it is given, both at the pace of a clock."""

    __test__ = False

    def __init__(self, hertz: float) -> None:
        self.hertz = hertz
        self.rate = 0
        self.begun: list[tuple[float, int]] = []
        self.ended = 0
        self.first: dict[str, float] = {}
        self.heard = bytearray()
        self.spoken = True
        self._lock = threading.Lock()
        self._began = 0.0
        self._said = 0
        self._wrote = 0.0

    def begin(self, rate: int) -> None:
        with self._lock:
            self.rate = rate
            self._began = time.monotonic()
            self._said = 0
            self._wrote = 0.0
            self.begun.append((self._began, rate))

    def end(self) -> None:
        with self._lock:
            self.rate = 0
            self.ended += 1

    def read(self, longest: int) -> bytes:
        with self._lock:
            if not self.rate:
                return b""
            due = int((time.monotonic() - self._began) * self.rate)
            size = min(due - self._said, longest // 2)
            at = self._said % self.rate
            self._said += size
            if not self.spoken:
                return bytes(2 * size)
            wave = pitch(self.hertz, 1.0, self.rate)
            return (wave + wave)[2 * at : 2 * (at + size)]

    def write(self, pcm: bytes) -> None:
        with self._lock:
            now = time.monotonic()
            self.heard += pcm
            self.first.setdefault("sound", now)
            self._wrote = max(self._wrote, now - self._began) + len(pcm) / 2 / self.rate

    def waiting(self) -> float:
        with self._lock:
            return max(0.0, self._began + self._wrote - time.monotonic())

    def keep(self, path: Path) -> Path:
        write_wav(path, bytes(self.heard), 8000)
        return path


def loudness(path: Path) -> float:
    """The loudest sample of a recording in dB below full scale."""
    values = np.frombuffer(read_wav(path).pcm, dtype="<i2").astype(float) / 32768
    assert len(values) > 8000
    return float(20 * np.log10(np.abs(values).max() + 1e-9))


def share(path: Path, hertz: float) -> float:
    """How strongly a pitch is in a recording, in dB below full scale of the loudest 100 ms (Goertzel)."""
    wav = read_wav(path)
    return loudest(wav.pcm, wav.rate, hertz)


def loudest(pcm: bytes, rate: int, hertz: float) -> float:
    values = np.frombuffer(pcm, dtype="<i2").astype(float) / 32768
    size = rate // 10
    at = np.arange(size) / rate
    probe = np.exp(-2j * np.pi * hertz * at) * np.hanning(size)
    most = 0.0
    for begin in range(0, max(0, len(values) - size), size // 2):
        most = max(most, abs(np.dot(values[begin : begin + size], probe)) * 4 / size)
    return float(20 * np.log10(most + 1e-9))
