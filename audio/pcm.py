"""PCM as numbers: bytes to samples and back, another rate, and the same loudness for everything a caller
hears.

PCM is signed 16-bit little-endian mono; samples are float64 between -1 and 1.
"""

import math

import numpy as np
import soxr
from numpy.typing import NDArray

Samples = NDArray[np.float64]

TARGET_DBFS = -20.0
"""The level of active speech that every prompt is brought to: loud on any phone, with room for its peaks."""

PEAK_DBFS = -1.5
"""No sample goes above this; G.711 and resamplers overshoot by a few tenths of a dB."""

SILENCE_DBFS = -120.0
"""What digital silence is said to measure, so that levels stay finite."""


def samples(pcm: bytes) -> Samples:
    """PCM as samples. An odd last byte, from a file cut in half, is dropped."""
    return np.frombuffer(pcm[: len(pcm) & ~1], dtype="<i2").astype(np.float64) / 32768.0


def pcm(values: Samples) -> bytes:
    """Samples as PCM; what is above full scale is clipped."""
    return bytes(np.clip(np.round(values * 32768.0), -32768, 32767).astype("<i2").tobytes())


def dbfs(values: Samples) -> float:
    """The RMS level of samples in dB below full scale; silence, or none at all, is `SILENCE_DBFS`."""
    if not len(values):
        return SILENCE_DBFS
    return max(SILENCE_DBFS, 10.0 * math.log10(float(np.mean(values * values)) + 1e-12))


def amplitude(level: float) -> float:
    """The factor that a level in dB stands for."""
    return float(10.0 ** (level / 20.0))


def frame_levels(values: Samples, rate: int, milliseconds: int = 10) -> Samples:
    """The RMS level in dBFS of each frame; the last, shorter one is padded with silence."""
    size = rate * milliseconds // 1000
    count = -(-len(values) // size)
    padded = np.zeros(count * size)
    padded[: len(values)] = values
    energy = (padded.reshape(count, size) ** 2).mean(axis=1)
    return np.asarray(np.maximum(SILENCE_DBFS, 10.0 * np.log10(energy + 1e-12)))


def active_dbfs(values: Samples, rate: int) -> float:
    """The level of the parts in which somebody speaks, pauses left out (the idea of ITU-T P.56, gated by
    frames).

    A frame counts when it is at most 16 dB below the mean of the frames that are not silence, the margin that
    P.56 uses.
    """
    levels = frame_levels(values, rate, 20)
    powers = 10.0 ** (levels / 10.0)
    heard = powers[levels > -60.0]
    if not len(heard):
        return SILENCE_DBFS
    active = heard[heard > heard.mean() * 10.0**-1.6]
    return float(10.0 * np.log10(active.mean()))


def at_rate(values: Samples, from_rate: int, to_rate: int) -> Samples:
    """The same sound at another rate, by soxr; what the new rate cannot carry is filtered out."""
    if from_rate == to_rate or not len(values):
        return values
    return np.asarray(soxr.resample(values, from_rate, to_rate, quality="HQ"), dtype=np.float64)


def levelled(values: Samples, rate: int, target: float = TARGET_DBFS) -> Samples:
    """The same sound with its active parts at `target` dBFS and no peak above `PEAK_DBFS`. Silence stays
    silence.
    """
    ceiling = amplitude(PEAK_DBFS)
    for _ in range(4):  # limiting takes a little loudness away, so the gain is measured again after it
        level = active_dbfs(values, rate)
        if level <= SILENCE_DBFS + 1:
            return values
        values = _limited(values * amplitude(target - level), ceiling)
        if abs(active_dbfs(values, rate) - target) < 0.1:
            break
    return values


def _limited(values: Samples, ceiling: float) -> Samples:
    """Peaks bent softly below the ceiling; what is under half of it is not touched."""
    knee = ceiling / 2
    size = np.abs(values)
    over = size > knee
    if not over.any() or size.max() <= ceiling:
        return values
    room = ceiling - knee
    bent = knee + room * np.tanh((size - knee) / room)
    return np.where(over, np.sign(values) * bent, values)


def clearer(values: Samples, rate: int, lift_db: float) -> Samples:
    """Speech made easier to understand over a telephone: the hum below 200 Hz away, consonants up to
    `lift_db` stronger.

    The lift rises from 700 to 2200 Hz. A telephone cuts off above 3400 Hz, where most of what tells "zwei"
    from "drei" is; but too much of it makes an "f" an "s" ("fifty", "sixty").
    """
    size = -(-len(values) // 4096) * 4096  # a length that the transform is quick at
    pitch = np.fft.rfftfreq(size, 1 / rate)
    high_pass = 1 / np.sqrt(1 + (200 / np.maximum(pitch, 1)) ** 6)
    lift = 1 + (amplitude(lift_db) - 1) * np.clip((pitch - 700) / 1500, 0, 1)
    return np.asarray(np.fft.irfft(np.fft.rfft(values, size) * high_pass * lift, size)[: len(values)])


def trimmed(values: Samples, rate: int, before_ms: int, after_ms: int) -> Samples:
    """The sound without the silence at its ends, of which at most `before_ms` and `after_ms` are kept.

    Silence is what is 40 dB below the loudest frame, or below -60 dBFS. Without any sound the result is
    empty.
    """
    levels = frame_levels(values, rate)
    if not len(levels) or levels.max() < -60.0:
        return values[:0]
    heard = np.flatnonzero(levels > max(-60.0, levels.max() - 40.0))
    frame = rate // 100
    start = max(0, int(heard[0]) * frame - rate * before_ms // 1000)
    end = min(len(values), (int(heard[-1]) + 1) * frame + rate * after_ms // 1000)
    return values[start:end]


def faded(values: Samples, rate: int, milliseconds: int = 5) -> Samples:
    """The sound with both ends brought softly to zero, so that it starts and stops without a click."""
    size = min(len(values) // 2, rate * milliseconds // 1000)
    if not size:
        return values
    ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(size) + 0.5) / size)
    out = values.copy()
    out[:size] *= ramp
    out[-size:] *= ramp[::-1]
    return out
