"""Telephone keys in the sound itself: hearing them for many calls at once, and making them.

Some PBXs and phones send keys as tones in the voice (ITU-T Q.23) instead of RFC 4733 events. A key is a pair
of tones; speech and music hold such pairs for moments too, so a key is believed only when the pair has nearly
all the energy of the window, both tones are of like strength and of the right pitch, and that stays so for
three windows in a row.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio import pcm as sound

KEYS = "123A456B789C*0#D"
LOW = (697.0, 770.0, 852.0, 941.0)
HIGH = (1209.0, 1336.0, 1477.0, 1633.0)

_WINDOW_MS = 25.5
"""The classic length: 205 samples at 8 kHz, long enough to part 697 from 770 Hz, short enough for tones of 50
ms.
"""
_HOP_MS = 10
_OFFSETS = (-0.030, -0.0175, -0.00875, 0.0, 0.00875, 0.0175, 0.030)
"""Each tone is looked for at its pitch and a little beside it (keys may be 1.5 % off); the outer two are
guards: a tone that is strongest there (Q.24: more than 3.5 % off) is no key.
"""
_SHARE = 0.80
"""How much of a window's energy the two tones must have. Speech that happens to hold a pair rarely has over
0.7.
"""
_TWIST = 8.0
"""How many dB one tone may be above the other (Q.24 asks for 4 and 8)."""
_FLOOR = -38.0
"""Windows below this level in dBFS are not keys: line noise and echo."""
_HITS = 3
_MISSES = 5
"""Windows without the key after which it was let go. A lost packet of 20 ms costs about 3, a gap of 50 ms
about 6.
"""


def tone(
    key: str, milliseconds: int, rate: int, level: float = -10.0, twist: float = 0.0, offset: float = 0.0
) -> bytes:
    """PCM of one key: `level` dBFS in all, the high tone `twist` dB above the low one, both `offset` (0.01 =
    1 %) off pitch.

    Raises ValueError for a key that no telephone has.
    """
    if len(key) != 1 or key not in KEYS:
        raise ValueError(f"{key!r} is no telephone key; keys are {''.join(sorted(KEYS))}")
    row, column = divmod(KEYS.index(key), 4)
    at = np.arange(rate * milliseconds // 1000) / rate
    low = np.sin(2 * np.pi * LOW[row] * (1 + offset) * at)
    high = np.sin(2 * np.pi * HIGH[column] * (1 + offset) * at) * sound.amplitude(twist)
    both = low + high
    rms = np.sqrt((1 + sound.amplitude(twist) ** 2) / 2)
    return sound.pcm(sound.faded(both / rms * sound.amplitude(level), rate, 2))


class ToneDetector:
    """Hears keys in `calls` sounds at once, each a row, at `rate` samples a second (8000 or 16000).

    Feed each call's sound in pieces of 20 ms or so; what is left between windows is kept. A key is reported
    once, about 45 ms after it began, and again only after it was let go. Not for several threads at once.
    """

    def __init__(self, calls: int = 1, rate: int = 8000) -> None:
        self.rate = rate
        self._window = round(rate * _WINDOW_MS / 1000)
        self._hop = rate * _HOP_MS // 1000
        self._probes = _probes(self._window, rate)
        self._kept = np.zeros((calls, 0), dtype=np.float32)
        self._last = np.full(calls, -1)
        self._hits = np.zeros(calls, dtype=np.int64)
        self._held = np.full(calls, -1)
        self._misses = np.zeros(calls, dtype=np.int64)
        self._idle = True  # whether no key is held in any row

    def reset(self, call: int) -> None:
        """Forget what was heard in one row, to give the row to another call."""
        self._kept[call] = 0
        self._last[call] = self._held[call] = -1
        self._hits[call] = self._misses[call] = 0

    def detect(self, blocks: NDArray[np.int16]) -> list[str]:
        """The keys newly pressed in each row, usually "". `blocks` is 16-bit samples, shape (calls, n), any
        n.
        """
        self._kept = np.concatenate((self._kept, blocks.astype(np.float32) / 32768.0), axis=1)
        calls, length = self._kept.shape
        pressed = [""] * calls
        count = (length - self._window) // self._hop + 1
        if count <= 0:
            return pressed
        views = np.lib.stride_tricks.sliding_window_view(self._kept, self._window, axis=1)[:, :: self._hop]
        keys = self._keys(views[:, :count].reshape(calls * count, self._window)).reshape(calls, count)
        self._kept = self._kept[:, count * self._hop :]
        if self._idle and not (keys >= 0).any():  # nearly always
            self._last[:] = -1
            self._hits[:] = 0
            return pressed
        for column in range(count):
            for call in self._step(keys[:, column]):
                pressed[call] += KEYS[int(self._held[call])]
        return pressed

    def hear(self, pcm: bytes) -> str:
        """`detect` for a detector of one call, on PCM of any length."""
        return self.detect(np.frombuffer(pcm[: len(pcm) & ~1], dtype="<i2").reshape(1, -1))[0]

    def _keys(self, windows: NDArray[np.float32]) -> NDArray[np.int64]:
        """The key (index in KEYS) that each window holds, or -1. One matrix product for all calls."""
        windows = windows - windows.mean(axis=1, keepdims=True)
        energy = (windows * windows).mean(axis=1) + 1e-12
        found = (windows @ self._probes).reshape(len(windows), 2, 8, len(_OFFSETS))
        # Of each tone at each offset: the power that a sine of that pitch would have.
        power = (found * found).sum(axis=1)
        best = power.argmax(axis=2)
        true = (best > 0) & (best < len(_OFFSETS) - 1)
        power = power.max(axis=2)
        row, column = power[:, :4].argmax(axis=1), power[:, 4:].argmax(axis=1)
        every = np.arange(len(windows))
        low, high = power[every, row], power[every, column + 4]
        twist = np.abs(10 * np.log10((high + 1e-12) / (low + 1e-12)))
        good = (
            (low + high > _SHARE * energy)
            & (energy > 10 ** (_FLOOR / 10))
            & (twist < _TWIST)
            & true[every, row]
            & true[every, column + 4]
        )
        return np.where(good, row * 4 + column, -1)

    def _step(self, keys: NDArray[np.int64]) -> Sequence[int]:
        """Take one window of every call; returns the calls in which a key has just been pressed (it is in
        `_held`).
        """
        heard = keys >= 0
        self._hits = np.where(heard, np.where(keys == self._last, self._hits + 1, 1), 0)
        self._last = keys
        self._misses = np.where(keys == self._held, 0, self._misses + 1)
        self._held = np.where(self._misses >= _MISSES, -1, self._held)
        pressed = heard & (self._hits >= _HITS) & (keys != self._held)
        self._held = np.where(pressed, keys, self._held)
        self._misses = np.where(pressed, 0, self._misses)
        self._idle = bool((self._held < 0).all())
        return [int(call) for call in np.flatnonzero(pressed)]


def _probes(window: int, rate: int) -> NDArray[np.float32]:
    """Cosine and sine of every tone at every offset as columns; a product with them, squared, is that tone's
    power.
    """
    pitch = np.array([*LOW, *HIGH])[:, None] * (1 + np.array(_OFFSETS))
    phase = 2 * np.pi * pitch.reshape(1, -1) * np.arange(window).reshape(-1, 1) / rate
    scale = np.sqrt(2.0) / window
    return np.asarray(np.concatenate((np.cos(phase), np.sin(phase)), axis=1) * scale, dtype=np.float32)
