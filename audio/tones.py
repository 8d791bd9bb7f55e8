"""Short sounds without words: the beep before a message, the desk's ring, the urgent chime, and tones where
no voice is.
"""

import hashlib

import numpy as np

from audio import pcm as sound

_SCALE = (523.25, 587.33, 659.25, 783.99, 880.0, 1046.5)
"""A pentatonic scale, which has no wrong order; single notes, so no key detector takes them for a key."""


def silence(milliseconds: int, rate: int) -> bytes:
    """Digital silence as PCM."""
    return bytes(2 * (rate * milliseconds // 1000))


def beep(rate: int) -> bytes:
    """The sound after which a caller speaks: 250 ms at 1 kHz and -20 dBFS with soft edges."""
    return sound.pcm(_note(1000.0, 250, rate, -20.0, edge_ms=15))


def desk_ring(rate: int) -> bytes:
    """One round of the desk's ring, 3 s: two gentle bell notes, then quiet; made to be repeated."""
    return _round(rate, 3000, ((0, 784.0), (260, 659.26)), -23.0)


def urgent_chime(rate: int) -> bytes:
    """One round of the urgent ring, 1.6 s: three rising notes, told from the usual ring without being looked
    at.
    """
    return _round(rate, 1600, ((0, 659.26), (180, 830.61), (360, 987.77)), -19.0)


def hold_alarm(rate: int) -> bytes:
    """One round of the soft alarm for a hold that was forgotten, 6 s: one low bell and its fifth, twice as
    quiet as the ring; made to be repeated.
    """
    return _round(rate, 6000, ((0, 440.0), (320, 659.26)), -29.0)


def reminder(rate: int) -> bytes:
    """One soft sound for a promise that is due soon, 1.5 s: two rising notes that do not come again."""
    return _round(rate, 1500, ((0, 587.33), (220, 880.0)), -29.0)


def motif(name: str, rate: int) -> bytes:
    """The tones that stand for the prompt called `name` where nothing can speak: five notes, the same for the
    same name.
    """
    notes = hashlib.sha256(name.encode()).digest()
    parts = [_note(_SCALE[byte % len(_SCALE)], 160, rate, -20.0, edge_ms=15) for byte in notes[:5]]
    return sound.pcm(sound.levelled(np.concatenate(parts), rate))


def _note(frequency: float, milliseconds: int, rate: int, level: float, edge_ms: int = 5) -> sound.Samples:
    at = np.arange(rate * milliseconds // 1000) / rate
    wave = np.sin(2 * np.pi * frequency * at) * sound.amplitude(level) * np.sqrt(2.0)
    return sound.faded(wave, rate, edge_ms)


def _round(rate: int, milliseconds: int, notes: tuple[tuple[int, float], ...], level: float) -> bytes:
    """Bell notes, each started at its millisecond, in one round whose end is quiet enough to be followed by
    itself.
    """
    out = np.zeros(rate * milliseconds // 1000)
    for start_ms, frequency in notes:
        start = rate * start_ms // 1000
        at = np.arange(len(out) - start) / rate
        rise = np.minimum(1.0, at / 0.008)
        bell = sum(
            share * np.sin(2 * np.pi * frequency * ratio * at) * np.exp(-at * fall)
            for ratio, share, fall in ((1.0, 1.0, 3.5), (2.0, 0.35, 6.0), (3.01, 0.12, 10.0))
            if frequency * ratio < 0.45 * rate
        )
        out[start:] += rise * bell
    return sound.pcm(sound.faded(sound.levelled(out, rate, level), rate, 5))
