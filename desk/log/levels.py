"""How loud a recording is along its length, to draw it."""

from __future__ import annotations

import numpy as np

from audio.wav import Wav

LEVELS = 200
"""So many loudnesses at most."""


def levels(wav: Wav) -> tuple[float, ...]:
    """Loudnesses from 0 to 1, evenly over its length: in each part the loudest sample."""
    samples = np.abs(np.frombuffer(wav.pcm, "<i2").astype(np.int32))
    if not len(samples):
        return (0.0,)
    parts = np.array_split(samples, min(LEVELS, len(samples)))
    return tuple(round(float(part.max()) / 32768, 3) for part in parts)
