"""What a recording of a call holds, as an ear would say it: when there is sound, and what kind of sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio.wav import read_wav

Samples = NDArray[np.float64]

TENTH = 0.1
QUIET = -45.0
"""dB below full scale under which nobody hears anything; speech here is at about -20."""


class Heard:
    """One recording. Times are seconds from its beginning, which is when the call was answered."""

    def __init__(self, path: Path) -> None:
        wav = read_wav(path)
        self.rate = wav.rate
        self.seconds = wav.seconds
        self.values: Samples = np.frombuffer(wav.pcm, dtype="<i2").astype(np.float64) / 32768

    def part(self, start: float, end: float) -> Samples:
        """The samples of a stretch."""
        return self.values[int(max(0, start) * self.rate) : int(max(0, end) * self.rate)]

    def level(self, start: float, end: float) -> float:
        """RMS of a stretch in dB below full scale; silence is -120."""
        return level(self.part(start, end))

    def levels(self, step: float = TENTH) -> list[float]:
        """RMS of each tenth of a second."""
        size = int(step * self.rate)
        return [level(self.values[at : at + size]) for at in range(0, len(self.values) - size + 1, size)]

    def first_sound(self, after: float = 0.0) -> float:
        """When something is heard first, to 10 ms."""
        size = self.rate // 100
        for at in range(int(after * self.rate), len(self.values) - size, size):
            if level(self.values[at : at + size]) > QUIET:
                return at / self.rate
        raise AssertionError(f"nothing is heard after {after:.2f} s: {self.picture()}")

    def silence(self, after: float, lasting: float = TENTH) -> float:
        """When it becomes quiet for so long, first after a time, to 10 ms."""
        size, need, run = self.rate // 100, round(lasting * 100), 0
        for at in range(int(after * self.rate), len(self.values) - size, size):
            run = run + 1 if level(self.values[at : at + size]) <= QUIET else 0
            if run >= need:
                return (at + size) / self.rate - run / 100
        raise AssertionError(f"it is never quiet after {after:.2f} s: {self.picture()}")

    def sounding(self, start: float, end: float) -> float:
        """The share of a stretch in which something is heard."""
        found = self._hundredths(start, end)
        return sum(each > QUIET for each in found) / max(1, len(found))

    def pitch(self, start: float, end: float) -> tuple[float, float]:
        """The strongest pitch of a stretch, and its share of the energy."""
        return pitch(self.part(start, end), self.rate)

    def beeps(self, hertz: float = 1000, lasting: float = 0.15) -> list[float]:
        """When a pure tone of that pitch begins."""
        found: list[float] = []
        run = 0
        for at in range(0, len(self.values) - self.rate // 50, self.rate // 50):
            block = self.values[at : at + self.rate // 50]
            pure = level(block) > QUIET and share(block, self.rate, hertz) > 0.9
            run = run + 1 if pure else 0
            if run == round(lasting * 50):
                found.append(at / self.rate - lasting + 0.02)
        return found

    def kind(self, start: float, end: float) -> str:
        """silence, tone, music or speech: which it is most like, for a stretch of two seconds or more."""
        if self.sounding(start, end) < 0.05:
            return "silence"
        if self.pitch(start, end)[1] > 0.9:
            return "tone"
        return "music" if self.steadiness(start, end) > STEADY else "speech"

    def steadiness(self, start: float, end: float) -> float:
        """How much each twentieth of a second has the pitches of the one before: notes stand, words move."""
        size = self.rate // 20
        values = self.part(start, end)
        before: Samples | None = None
        alike: list[float] = []
        for at in range(0, len(values) - size + 1, size):
            block = values[at : at + size]
            if level(block) <= QUIET:
                before = None
                continue
            spectrum: Samples = np.abs(np.fft.rfft(block * np.hanning(size)))
            spectrum /= np.linalg.norm(spectrum) or 1.0
            if before is not None:
                alike.append(float(spectrum @ before))
            before = spectrum
        return float(np.mean(alike)) if alike else 0.0

    def picture(self) -> str:
        """The levels of each tenth of a second, for who reads a failure."""
        return " ".join("." if each <= QUIET else f"{each:.0f}" for each in self.levels())

    def _hundredths(self, start: float, end: float) -> list[float]:
        size, values = self.rate // 100, self.part(start, end)
        return [level(values[at : at + size]) for at in range(0, len(values) - size + 1, size)]


STEADY = 0.88
"""Measured: speech over G.711 is at 0.66 to 0.81, our music at 0.95."""


def level(values: Samples) -> float:
    """RMS in dB below full scale."""
    return float(20 * np.log10(max(1e-6, np.sqrt(np.mean(values * values))))) if len(values) else -120.0


def share(values: Samples, rate: int, hertz: float, wide: float = 60) -> float:
    """The share of the energy that lies around a pitch."""
    power = np.abs(np.fft.rfft(values * np.hanning(len(values)))) ** 2
    at = np.fft.rfftfreq(len(values), 1 / rate)
    return float(power[abs(at - hertz) <= max(wide, 1.5 * rate / len(values))].sum() / (power.sum() or 1.0))


def pitch(values: Samples, rate: int) -> tuple[float, float]:
    """The strongest pitch, and its share of the energy."""
    if not len(values):
        return 0.0, 0.0
    power = np.abs(np.fft.rfft(values * np.hanning(len(values)))) ** 2
    hertz = float(np.fft.rfftfreq(len(values), 1 / rate)[power.argmax()])
    return hertz, share(values, rate, hertz)


def alike(one: Samples, other: Samples) -> float:
    """How much of one sound is in another, whatever the delay: 1.0 the same, 0 nothing in common."""
    size = 1 << (len(one) + len(other)).bit_length()
    found = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(other, size)), size)
    return float(np.abs(found).max() / ((np.linalg.norm(one) * np.linalg.norm(other)) or 1.0))
