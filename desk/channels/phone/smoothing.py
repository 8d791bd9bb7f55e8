"""Sound that comes in fits, made to flow to an end that takes it at a steady pace. Pure.

What comes over a network, or from a thread that was kept waiting, comes now early and now late, and no two
clocks run alike. A little is kept in reserve, so that a late piece is not heard as a gap; the reserve grows
when it was too small, shrinks again when it was not needed, and what gathers beyond it is left out.
"""

from __future__ import annotations

import numpy as np

STEP = 0.010
"""Seconds the reserve grows by after a gap."""
LITTLE = 0.005
"""Seconds that are not worth leaving out."""
BURST = 0.120
"""Seconds beyond the reserve at which something is left out at once: a stall is over, not jitter."""
PAUSE = 0.250
"""Seconds of nothing after which it was a pause (a hold, silence not sent) and not a late packet."""
BLEND = 0.002
"""Seconds over which what is before and after a piece left out is blended, so that it does not click."""
_LOOKS = 100
"""Pieces of 10 ms over which the least that waited is what was never needed, a grown reserve apart."""
_CALM = 300
"""Pieces without a gap after which a grown reserve gives up what it never needed in them."""


class Smoothing:
    """Between one source and one end. `rate` is samples a second, `least` and `most` the reserve in seconds,
    `kept` what of the least reserve waits even at the worst moment: with less there is soon a gap, more is
    only delay.

    `waiting` is what the end has been given and has not yet played, in seconds; it is asked at each step.
    """

    def __init__(self, rate: int, least: float, most: float, kept: float) -> None:
        self._rate = rate
        self._least = least
        self._most = most
        self._kept = kept
        self.reserve = least
        self.gaps = 0
        self.left_out = 0
        self._held = b""
        self._playing = False
        self._silent = PAUSE
        self._lowest = most
        self._looks = 0
        self._calm = 0
        self._lowest_in_calm = most
        self._leaving = 0
        """Bytes still to be left out."""
        self._before = b""
        """The beginning of what is left out, to be blended into what follows."""

    def step(self, pcm: bytes, waiting: float, elapsed: float) -> bytes:
        """Take what came in the last `elapsed` seconds, return what is to be played now."""
        if not pcm:
            self._silent += elapsed
            if self._held and self._silent >= PAUSE:  # it will not become more: its end is worth hearing
                held, self._held = self._held, b""
                return held
            return b""
        if self._playing and waiting <= 0:
            self._playing = False
            self._leaving, self._before = 0, b""
            if self._silent < PAUSE:
                self.gaps += 1
                self.reserve = min(self._most, self.reserve + STEP)
        self._silent = 0.0
        if not self._playing:
            self._held += pcm
            if waiting + self._seconds(self._held) < self.reserve:
                return b""
            pcm, self._held = self._held, b""
            self._playing = True
            self._begin_looking()
            self._begin_calm()
        return self._fitting(pcm, waiting)

    def _fitting(self, pcm: bytes, waiting: float) -> bytes:
        if not self._before:
            over = self._over(waiting, self._seconds(pcm))
            if over > LITTLE:
                self._leaving = int(over * self._rate) * 2
                self._before = pcm[: int(BLEND * self._rate) * 2]
                self._begin_looking()
                self._begin_calm()
        return self._without(pcm) if self._before else pcm

    def _over(self, waiting: float, more: float) -> float:
        """Seconds that wait in vain."""
        self._lowest = min(self._lowest, waiting)
        self._lowest_in_calm = min(self._lowest_in_calm, waiting)
        self._looks += 1
        self._calm += 1
        if waiting + more > self.reserve + BURST:
            return waiting + more - self.reserve
        if self._calm >= _CALM:
            self.reserve = max(self._least, self.reserve - max(0.0, self._lowest_in_calm - self._kept))
            self._begin_calm()
        if self._looks < _LOOKS:
            return 0.0
        over = self._lowest - self._kept - (self.reserve - self._least)
        self._begin_looking()
        return over

    def _without(self, pcm: bytes) -> bytes:
        """A piece without what is to be left out of it."""
        size = min(self._leaving, len(pcm))
        self._leaving -= size
        rest = pcm[size:]
        if self._leaving or len(rest) < len(self._before):
            self.left_out += len(pcm)
            return b""
        self.left_out += size
        before, self._before = np.frombuffer(self._before, "<i2"), b""
        after = np.frombuffer(rest[: 2 * len(before)], "<i2")
        ramp = np.linspace(0.0, 1.0, len(before))
        return (before * (1 - ramp) + after * ramp).astype("<i2").tobytes() + rest[2 * len(before) :]

    def _begin_looking(self) -> None:
        self._looks = 0
        self._lowest = self._most

    def _begin_calm(self) -> None:
        self._calm = 0
        self._lowest_in_calm = self._most

    def _seconds(self, pcm: bytes) -> float:
        return len(pcm) / 2 / self._rate
