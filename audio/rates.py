"""Live sound at another rate, a few milliseconds late: soxr over pieces that overlap.

soxr's own stream works in blocks of 20 to 110 ms, too long for two people who talk. Here each 10 ms are
resampled with what was before and a little of what comes after, and only the middle is kept; what differs
from the whole done at once is 60 dB below the sound, under the noise of G.711.
"""

from __future__ import annotations

from math import gcd

import numpy as np
import soxr

_BEFORE = 0.01
"""Seconds of the past that each piece is resampled with."""
AFTER = 0.005
"""Seconds of what comes after that each piece waits for: the delay."""


class Resampler:
    """16-bit mono PCM from one rate to another, for one direction of one conversation; not safe by itself."""

    def __init__(self, from_rate: int, to_rate: int) -> None:
        self.from_rate = from_rate
        self.to_rate = to_rate
        # the shortest piece from 10 ms on that is a whole number of samples at both rates
        least = from_rate // gcd(from_rate, to_rate)
        self._piece = least * -(-from_rate // (100 * least))
        self._out = self._piece * to_rate // from_rate
        self._before = self._piece * -(-int(_BEFORE * from_rate) // self._piece)
        self._after = int(AFTER * from_rate)
        self._skip = self._before * to_rate // from_rate
        # Sound comes in 10 or 20 ms: where the rates allow it, pieces end AFTER before the end of what came,
        # so that the last of it waits no longer than that.
        early = max(0, self._piece - self._after) // least * least
        self._past = np.zeros(self._before + early, dtype="<i2")
        self._nothing = 2 * (early * to_rate // from_rate)
        """Bytes of the first piece that nobody gave."""

    def convert(self, pcm: bytes) -> bytes:
        """What can be given out now, after this was added. An odd last byte is dropped."""
        if self.from_rate == self.to_rate:
            return pcm
        self._past = np.concatenate((self._past, np.frombuffer(pcm[: len(pcm) & ~1], dtype="<i2")))
        out = []
        whole = self._before + self._piece + self._after
        while len(self._past) >= whole:
            made = soxr.resample(self._past[:whole], self.from_rate, self.to_rate, quality="MQ")
            piece = np.asarray(made[self._skip : self._skip + self._out], dtype="<i2").tobytes()
            out.append(piece[self._nothing :])
            self._nothing = 0
            self._past = self._past[self._piece :]
        return b"".join(out)
