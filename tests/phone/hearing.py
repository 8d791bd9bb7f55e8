"""What a recording of the far end holds: pitches and silences, and when."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from audio.wav import read_wav

STEP = 0.01


def spans(path: Path) -> list[tuple[float, float, int]]:
    """Stretches of one pitch: start, end in seconds, and hertz to the next 20; silence is 0. Blips are left
    out."""
    wav = read_wav(path)
    values = np.frombuffer(wav.pcm, dtype="<i2").astype(float)
    step = int(wav.rate * STEP)
    found: list[tuple[float, float, int]] = []
    for at in range(0, len(values) - 2 * step, step):
        block = values[at : at + 2 * step]
        if np.sqrt(np.mean(block * block)) < 100:
            hertz = 0
        else:
            peak = np.abs(np.fft.rfft(block * np.hanning(len(block)), 8192)).argmax()
            hertz = round(peak * wav.rate / 8192 / 20) * 20
        now = at / wav.rate
        if found and abs(found[-1][2] - hertz) <= 20 and (hertz == 0) == (found[-1][2] == 0):
            found[-1] = (found[-1][0], now + STEP, found[-1][2])
        else:
            found.append((now, now + STEP, hertz))
    return [span for span in found if span[1] - span[0] >= 3 * STEP]


def heard(path: Path, hertz: float) -> list[tuple[float, float]]:
    """When a pitch was heard."""
    return [(start, end) for start, end, pitch in spans(path) if abs(pitch - hertz) <= 20]


def pitches(path: Path) -> list[int]:
    """The pitches heard, in order, without silences and repetitions."""
    found: list[int] = []
    for _, _, hertz in spans(path):
        if hertz and (not found or abs(found[-1] - hertz) > 20):
            found.append(hertz)
    return found
