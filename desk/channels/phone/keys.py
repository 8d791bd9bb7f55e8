"""Keys heard in the sound of many calls at once, cheaply (ITU-T Q.23).

Every block of 20 ms of every call is looked at with one small matrix product: has a low and a high key pitch
most of its energy? Only where that is so the careful `ToneDetector` listens, and on until the suspicion is
gone. Fifty silent or talking calls then cost next to nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.dtmf import HIGH, LOW, ToneDetector

BLOCK = 0.020
"""Seconds looked at in one piece."""
_SHARE = 0.35
"""Of a block's energy, so low that no key is missed: a pitch 1.5 % off loses a third of itself in 20 ms."""
_FLOOR = (10 ** (-42 / 20) * 32768) ** 2
_CALM = 6
"""Blocks without suspicion after which the careful listener goes: the key has then long been let go."""


def block_size(rate: int) -> int:
    """Bytes of PCM in one block."""
    return int(rate * BLOCK) * 2


def _probes(rate: int) -> NDArray[np.float32]:
    size = int(rate * BLOCK)
    phase = 2 * np.pi * np.arange(size).reshape(-1, 1) * np.array([*LOW, *HIGH]).reshape(1, -1) / rate
    probes = np.concatenate((np.cos(phase), np.sin(phase)), axis=1) * (np.sqrt(2.0) / size)
    return np.asarray(probes, dtype=np.float32)


class Ear:
    """What one call's sound is remembered by between blocks."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.rest = b""
        self.before = b""
        self.careful: ToneDetector | None = None
        self.calm = 0

    def blocks(self, pcm: bytes) -> list[bytes]:
        """New sound, cut into whole blocks; what is left over waits."""
        size = block_size(self.rate)
        pcm = self.rest + pcm
        end = len(pcm) // size * size
        self.rest = pcm[end:]
        return [pcm[at : at + size] for at in range(0, end, size)]


class InBandKeys:
    """Listens to all calls of one tick. Not for several threads at once."""

    def __init__(self) -> None:
        self._all_probes: dict[int, NDArray[np.float32]] = {}

    def hear(self, heard: list[tuple[Ear, bytes]]) -> list[str]:
        """The keys newly pressed in each call's new sound, usually "". One ear at most once in a list."""
        pressed = [""] * len(heard)
        for rate in {ear.rate for ear, _ in heard}:
            todo = [
                (index, block)
                for index, (ear, pcm) in enumerate(heard)
                if ear.rate == rate
                for block in ear.blocks(pcm)
            ]
            if not todo:
                continue
            suspicious = self._suspicious(b"".join(block for _, block in todo), rate)
            for (index, block), suspect in zip(todo, suspicious, strict=True):
                ear = heard[index][0]
                if suspect or ear.careful is not None:
                    pressed[index] += _listen(ear, block, suspect)
                ear.before = block
        return pressed

    def _suspicious(self, pcm: bytes, rate: int) -> list[bool]:
        if rate not in self._all_probes:
            self._all_probes[rate] = _probes(rate)
        blocks = np.frombuffer(pcm, dtype="<i2").reshape(-1, int(rate * BLOCK)).astype(np.float32)
        energy = (blocks * blocks).mean(axis=1) + 1e-3
        found = (blocks @ self._all_probes[rate]).reshape(len(blocks), 2, 8)
        power = (found * found).sum(axis=1)
        low, high = power[:, :4].max(axis=1), power[:, 4:].max(axis=1)
        two = (low + high > _SHARE * energy) & (np.minimum(low, high) > 0.03 * energy) & (energy > _FLOOR)
        return [bool(one) for one in two]


def _listen(ear: Ear, block: bytes, suspect: bool) -> str:
    pressed = ""
    if ear.careful is None:
        ear.careful = ToneDetector(1, ear.rate)
        pressed = ear.careful.hear(ear.before)  # the key may have begun in the block before
    pressed += ear.careful.hear(block)
    ear.calm = 0 if suspect else ear.calm + 1
    if ear.calm >= _CALM:
        ear.careful = None
        ear.calm = 0
    return pressed
