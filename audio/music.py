"""Music for those who hold: made by the project, calm, the same every time, and repeating without a seam.

A slow broken chord over a soft bass line, eight chords round. Everything lies between 300 and 3400 Hz, the
part of sound that a telephone carries, so nothing is lost on the way. Notes ring on past the end into the
beginning, which makes the loop seamless.
"""

from functools import cache, lru_cache, partial

import numpy as np

from audio import pcm as sound

LEVEL_DBFS = -24.0
"""Below the prompts (-20), so that a caller hears at once when somebody speaks."""

_BAR = 3.6
"""Seconds to a chord: 16 bars make a loop of 57.6 s."""

# Notes as MIDI numbers, 60 = middle C. Each chord: one low note held through the bar, four that are plucked
# in turn.
_CHORDS = (
    (64, (72, 76, 79, 83)),  # C major seven
    (67, (71, 74, 79, 83)),  # G
    (69, (72, 76, 79, 84)),  # A minor seven
    (65, (72, 77, 81, 84)),  # F
    (64, (67, 72, 76, 79)),  # C over E
    (65, (69, 72, 77, 81)),  # F
    (67, (74, 77, 79, 83)),  # G seven
    (67, (71, 74, 79, 86)),  # G
)
_ORDERS = ((0, 1, 2, 3, 2, 1), (0, 2, 1, 3, 1, 2))
"""In which order a chord's notes are plucked: the first time round, and the second."""


@lru_cache(maxsize=4)
def hold_music(rate: int) -> bytes:
    """PCM of one round, 57.6 s at -24 dBFS, to be repeated without a pause. Takes about half a second, then
    remembered.
    """
    bars = len(_CHORDS) * len(_ORDERS)
    # notes come again and again, but are worth their megabytes only while the round is made
    pad, pluck = cache(partial(_pad, rate=rate)), cache(partial(_pluck, rate=rate))
    out = np.zeros(round(bars * _BAR * rate))
    for bar in range(bars):
        low, notes = _CHORDS[bar % len(_CHORDS)]
        order = _ORDERS[bar // len(_CHORDS)]
        _add(out, bar * _BAR, pad(low), rate)
        for turn, which in enumerate(order):
            # Softer on the second half of the bar: it breathes.
            loud = 1.0 if turn < 3 else 0.8
            _add(out, bar * _BAR + turn * _BAR / len(order), loud * pluck(notes[which]), rate)
    return sound.pcm(sound.levelled(out, rate, LEVEL_DBFS))


def _frequency(note: int) -> float:
    return float(440.0 * 2.0 ** ((note - 69) / 12))


def _add(out: sound.Samples, seconds: float, note: sound.Samples, rate: int) -> None:
    """Add a note at a time; what rings past the end sounds at the beginning."""
    start = round(seconds * rate)
    first = min(len(note), len(out) - start)
    out[start : start + first] += note[:first]
    out[: len(note) - first] += note[first:]


def _pluck(note: int, rate: int) -> sound.Samples:
    """A soft string: higher partials weaker and sooner gone."""
    at = np.arange(round(2.4 * rate)) / rate
    wave = np.zeros_like(at)
    for harmonic in (1, 2, 3, 4):
        pitch = _frequency(note) * harmonic
        if pitch < 3400.0:
            wave += np.sin(2 * np.pi * pitch * at) * np.exp(-at * (1.6 + 0.9 * harmonic)) / harmonic**1.6
    return sound.faded(wave * np.minimum(1.0, at / 0.012), rate, 40)


def _pad(note: int, rate: int) -> sound.Samples:
    """A quiet held note that swells and goes, a little longer than a bar."""
    at = np.arange(round(1.2 * _BAR * rate)) / rate
    swell = np.sin(np.pi * at / at[-1]) ** 1.5
    pitch = _frequency(note)
    return np.asarray(0.22 * swell * (np.sin(2 * np.pi * pitch * at) + 0.3 * np.sin(4 * np.pi * pitch * at)))
