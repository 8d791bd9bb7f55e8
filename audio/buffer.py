"""Sound on its way to a device: put when it comes, taken when the device wants it."""

from __future__ import annotations

import numpy as np

_GATHER = 0.02
"""Seconds gathered before the first of it is given, and again after it ran empty: what was put in time is
then never cut by a device that asks a moment too early.
"""
_LONGEST = 0.3
"""Seconds beyond which it is a stall that ended, and only the newest is kept. Who puts keeps it far shorter:
how much has to wait depends on the network.
"""
_KEPT = 0.05
"""Seconds kept then."""
_JOIN = 0.005
"""Seconds over which what is before and after a piece left out is blended, so that it does not click."""


class Buffer:
    """A queue of 16-bit mono PCM at `rate`; not safe by itself."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._pcm = bytearray()
        self._gathering = True

    @property
    def waiting(self) -> float:
        """Seconds put and not yet taken."""
        return len(self._pcm) / 2 / self.rate

    def put(self, pcm: bytes) -> None:
        """Add sound."""
        self._pcm += pcm
        if self.waiting > _LONGEST:
            self._leave_out(len(self._pcm) - self._bytes(_KEPT))

    def take(self, size: int) -> bytes:
        """Exactly `size` bytes: sound, or silence where there is none."""
        if self._gathering and len(self._pcm) < max(size, self._bytes(_GATHER)):
            return bytes(size)
        out = bytes(self._pcm[:size])
        del self._pcm[:size]
        self._gathering = len(out) < size
        return out + bytes(size - len(out))

    def clear(self) -> None:
        """Forget what waits."""
        self._pcm.clear()
        self._gathering = True

    def _leave_out(self, size: int) -> None:
        """Take the oldest away, blended into what follows."""
        join = self._bytes(_JOIN)
        ramp = np.linspace(0.0, 1.0, join // 2)
        before = np.frombuffer(bytes(self._pcm[:join]), "<i2")
        after = np.frombuffer(bytes(self._pcm[size : size + join]), "<i2")
        self._pcm[size : size + join] = (before * (1 - ramp) + after * ramp).astype("<i2").tobytes()
        del self._pcm[:size]

    def _bytes(self, seconds: float) -> int:
        return 2 * int(seconds * self.rate)
