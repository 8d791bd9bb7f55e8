"""Speech faster or slower at its own pitch: WSOLA (Verhelst and Roelands, ICASSP 1993).

Pieces of the sound are laid over one another closer together or further apart than they were; each is taken
from where, within some milliseconds, it goes on most like the piece before it.
"""

from __future__ import annotations

import numpy as np

from audio.pcm import Samples

_PIECE = 0.03
"""Seconds of one piece, half of it over the one before: two or three periods of a low voice."""
_LOOK = 0.01
"""Seconds to either side in which the best place is looked for: more than half a period of a low voice."""


def stretched(values: Samples, rate: int, speed: float) -> Samples:
    """The sound in `1 / speed` of its time."""
    half = int(_PIECE * rate / 2)
    look = int(_LOOK * rate)
    if speed == 1.0 or len(values) < 4 * half:
        return values
    count = int(len(values) / speed) // half
    # so that every piece and whatever comes before and after it can be looked at
    padded = np.concatenate((np.zeros(look), values, np.zeros(2 * look + 4 * half)))
    energy = np.concatenate(([0.0], np.cumsum(padded * padded)))
    window = 0.5 - 0.5 * np.cos(np.pi * (np.arange(2 * half) + 0.5) / half)
    out = np.zeros((count + 1) * half)
    out[:half] = values[:half] * window[half:]
    at = look  # where the piece before was taken from
    for index in range(count):
        wanted = min(round(index * half * speed), len(values)) + look
        if index:
            # what would have come next, had it gone on as it was
            goes_on = padded[at + half : at + 2 * half]
            near = padded[wanted - look : wanted + look + half]
            alike = np.correlate(near, goes_on, "valid")
            first = wanted - look
            loud = energy[first + half : first + half + len(alike)] - energy[first : first + len(alike)]
            wanted = first + int(np.argmax(alike / np.sqrt(loud + 1e-9)))
        out[index * half : (index + 2) * half] += padded[wanted : wanted + 2 * half] * window
        at = wanted
    return out[: int(len(values) / speed)]
