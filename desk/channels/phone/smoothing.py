"""Sound that comes in fits, made to flow to an end that takes it at a steady pace. Pure.

What comes over a network, or from a thread that was kept waiting, comes now early and now late, and no two
clocks run alike. A little is kept in reserve, so that a late piece is not heard as a gap; the reserve grows
when it was too small, shrinks again when it was not needed, and what gathers beyond it is left out.
"""

from __future__ import annotations

STEP = 0.020
"""Seconds the reserve grows by after a gap: one packet."""
SLACK = 0.030
"""Seconds beyond the reserve that may always be waiting before something is left out."""
BURST = 0.120
"""Seconds beyond the reserve at which something is left out at once: a stall is over, not jitter."""
PAUSE = 0.250
"""Seconds of nothing after which it was a pause (a hold, silence not sent) and not a late packet."""
_LOOKS = 100
"""Pieces of 10 ms over which the least that waited is what was never needed."""
_CALM = 1000
"""Pieces without a gap after which the reserve shrinks."""


class Smoothing:
    """Between one source and one end. `rate` is samples a second, `least` and `most` the reserve in seconds.

    `waiting` is what the end has been given and has not yet played, in seconds; it is asked at each step.
    """

    def __init__(self, rate: int, least: float, most: float) -> None:
        self._rate = rate
        self._least = least
        self._most = most
        self.reserve = least
        self.gaps = 0
        self.left_out = 0
        self._held = b""
        self._playing = False
        self._silent = PAUSE
        self._lowest = most
        self._looks = 0
        self._calm = 0

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
            if self._silent < PAUSE:
                self.gaps += 1
                self._calm = 0
                self.reserve = min(self._most, self.reserve + STEP)
        self._silent = 0.0
        if not self._playing:
            self._held += pcm
            if waiting + self._seconds(self._held) < self.reserve:
                return b""
            pcm, self._held = self._held, b""
            self._playing = True
            self._begin_looking()
        return self._fitting(pcm, waiting)

    def _fitting(self, pcm: bytes, waiting: float) -> bytes:
        self._lowest = min(self._lowest, waiting)
        self._looks += 1
        self._calm += 1
        if self._calm >= _CALM:
            self._calm = 0
            self.reserve = max(self._least, self.reserve - STEP / 4)
        over = 0.0
        if waiting + self._seconds(pcm) > self.reserve + BURST:
            over = waiting + self._seconds(pcm) - self.reserve
        elif self._looks >= _LOOKS:
            if self._lowest > self.reserve + SLACK:
                over = self._lowest - self.reserve
            self._begin_looking()
        if over <= 0:
            return pcm
        left_out = min(len(pcm), int(over * self._rate) * 2)
        self.left_out += left_out
        return pcm[left_out:]

    def _begin_looking(self) -> None:
        self._looks = 0
        self._lowest = self._most

    def _seconds(self, pcm: bytes) -> float:
        return len(pcm) / 2 / self._rate
