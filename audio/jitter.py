"""Sound on its way between two clocks: PCM that comes unevenly and is taken evenly, kept short."""

from __future__ import annotations

import numpy as np

_JOIN_MS = 5
"""Where a piece is left out, what is before and after it is blended for so long."""


class Jitter:
    """A queue of 16-bit mono PCM at `rate`, one side putting and one taking; not safe by itself.

    `aim` seconds are gathered before any is given, and again after it ran empty, so that what comes late is
    there in time. Each time it runs empty the aim grows by a step, up to `most`; a quiet minute takes a step
    back. The two ends' clocks are never the same: when even the least of a second was above the aim, the
    surplus is left out; when it runs empty, silence is put in.
    """

    def __init__(self, rate: int, aim: float = 0.03, most: float = 0.12) -> None:
        self.rate = rate
        self.dropped = 0
        """Samples left out so far."""
        self.emptied = 0
        """How often it ran empty while something was being heard."""
        self._pcm = bytearray()
        self._gathering = True
        self._least_aim = self._aim = aim
        self._most = most
        self._taken = 0
        self._calm = 0
        self._least = 1 << 30

    @property
    def waiting(self) -> float:
        """Seconds put and not yet taken."""
        return len(self._pcm) / 2 / self.rate

    @property
    def aim(self) -> float:
        """Seconds that are gathered just now before any is given."""
        return self._aim

    def put(self, pcm: bytes) -> None:
        """Add sound. More than the most twice over is a stall that ended: only the newest is kept."""
        self._pcm += pcm
        longest = self._bytes(2 * self._most)
        if len(self._pcm) > longest:
            self._leave_out(len(self._pcm) - self._bytes(self._aim))

    def take(self, size: int) -> bytes:
        """Exactly `size` bytes: sound, or silence where there is none."""
        if self._gathering and len(self._pcm) >= max(size, self._bytes(self._aim)):
            self._gathering = False
        if self._gathering:
            return bytes(size)
        if len(self._pcm) < size:
            self._ran_empty()
        out = bytes(self._pcm[:size])
        del self._pcm[:size]
        self._count(size)
        return out + bytes(size - len(out))

    def clear(self) -> None:
        """Forget what waits."""
        self._pcm.clear()
        self._gathering = True
        self._taken, self._least = 0, 1 << 30

    def _ran_empty(self) -> None:
        self.emptied += 1
        self._gathering = True
        self._calm = 0
        self._aim = min(self._most, self._aim + 0.01)

    def _count(self, size: int) -> None:
        """Once a second: what was always too much is left out."""
        self._least = min(self._least, len(self._pcm))
        self._taken += size
        if self._taken < self._bytes(1.0):
            return
        surplus = self._least - self._bytes(self._aim)
        self._taken, self._least = 0, 1 << 30
        self._calm += 1
        if self._calm >= 60:
            self._calm = 0
            self._aim = max(self._least_aim, self._aim - 0.01)
        if surplus > 0:
            self._leave_out(surplus)

    def _leave_out(self, size: int) -> None:
        """Take the oldest away, blended into what follows so that it does not click."""
        size = min(size & ~1, len(self._pcm))
        join = min(self._bytes(_JOIN_MS / 1000), size, len(self._pcm) - size)
        if join > 0:
            ramp = np.linspace(0.0, 1.0, join // 2)
            before = np.frombuffer(bytes(self._pcm[:join]), "<i2")
            after = np.frombuffer(bytes(self._pcm[size : size + join]), "<i2")
            blended = before * (1 - ramp) + after * ramp
            self._pcm[size : size + join] = blended.astype("<i2").tobytes()
        del self._pcm[:size]
        self.dropped += size // 2

    def _bytes(self, seconds: float) -> int:
        return 2 * int(seconds * self.rate)
