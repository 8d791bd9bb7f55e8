"""The person's headset by sounddevice: microphone and speaker of one live conversation at a time.

Nothing here raises at its caller or keeps one waiting; what went wrong stands in `problem` and `do`.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from audio import pcm as sound
from audio import portaudio
from audio.buffer import Buffer
from audio.pair import Pair, Rates
from audio.portaudio import PortAudio, SoundError, Way
from audio.rates import Resampler

TEST = 3.0
"""Seconds that `test` records."""
_UNREAD = 0.1
"""Seconds of the microphone kept for who reads late."""
_RANGE_DB = 60.0
"""What is so far below full scale shows as no level."""
_FALLS = 0.8
"""What is left of a level after 10 ms of silence: half a second to nothing, so that a look ten times a second
sees each word.
"""


class Names(NamedTuple):
    """The devices that can be chosen, by name."""

    microphones: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class Headset:
    """The microphone and the speaker by name, "" for the machine's own. Call from any thread.

    `changed` is called, from a thread of the headset's or the caller's, when `ready`, `problem` or `testing`
    is different. The devices are open from `warm`, `begin` or `test` until the last of them is over: an open
    microphone is a matter of trust. `muted` sends silence.
    """

    def __init__(
        self,
        microphone: str = "",
        speaker: str = "",
        changed: Callable[[], None] = lambda: None,
        audio: PortAudio | None = None,
    ) -> None:
        self.muted = False
        self._changed = changed
        self._shown: tuple[bool, str, bool] = (False, "", False)
        self._volume = 1.0
        self._warm = False
        self._lock = threading.Lock()
        """Held for some ten microseconds at most: the sound system's threads wait for it."""
        self._rates: Rates | None = None
        self._rate: int | None = None
        """The call's, None while nobody is spoken with."""
        self._spoken = bytearray()
        self._from_microphone = Resampler(1, 1)
        self._to_speaker = Resampler(1, 1)
        self._heard = Buffer(1)
        self._test: _Test | None = None
        self._levels: dict[Way, float] = {"microphone": 0.0, "speaker": 0.0}
        self._audio = audio or portaudio.shared
        self._pair = Pair(
            {"microphone": microphone, "speaker": speaker},
            self._audio,
            from_device=self._from_device,
            for_device=self._for_device,
            opened=self._opened,
            seen=self._seen,
        )
        self._pair.start()

    # A conversation: what the phone asks for.

    def begin(self, rate: int) -> None:
        """Speak and hear at this rate from now; what was buffered is dropped, a test stopped."""
        with self._lock:
            self._test = None
            self._rate = rate
            self._anew()
        self._want()

    def end(self) -> None:
        """Nobody is spoken with any more; the devices stay open while it is warm."""
        with self._lock:
            self._rate = None
            self._anew()
        self._want()

    def read(self, longest: int) -> bytes:
        """What the microphone gave since, at most so many bytes; silence of that length when muted."""
        with self._lock:
            size = min(longest, len(self._spoken)) & ~1
            out = bytes(self._spoken[:size])
            del self._spoken[:size]
        return bytes(size) if self.muted else out

    def write(self, pcm: bytes) -> None:
        """Sound to be heard by the person; dropped while nobody is spoken with, or without a speaker."""
        with self._lock:
            if self._rate is not None and self._rates is not None:
                self._heard.put(self._to_speaker.convert(pcm))

    def waiting(self) -> float:
        """Seconds written and not yet given to the device."""
        with self._lock:
            return self._heard.waiting

    # What the person sets and sees.

    @property
    def ready(self) -> bool:
        """Whether it can be spoken through, as far as was last seen."""
        return self._pair.ready

    @property
    def problem(self) -> str:
        """Why it cannot, a sentence; "" when it can."""
        return self._pair.problem

    @property
    def do(self) -> str:
        """What to do about it, a sentence."""
        return self._pair.do

    @property
    def microphone(self) -> str:
        """The chosen microphone's name, "" for the machine's own."""
        return self._pair.names["microphone"]

    @property
    def speaker(self) -> str:
        """The chosen speaker's name, "" for the machine's own."""
        return self._pair.names["speaker"]

    @property
    def open(self) -> bool:
        """Whether the microphone is open just now."""
        return self._pair.open

    @property
    def volume(self) -> float:
        """How loud callers are heard, 0 to 1."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = min(1.0, max(0.0, volume))

    def warm(self) -> None:
        """Open the devices before they are needed: that takes up to two seconds on some systems."""
        self._warm = True
        self._want()

    def cool(self) -> None:
        """Close the devices, as soon as nobody is spoken with."""
        self._warm = False
        self._want()

    def close(self) -> None:
        """Give the devices back for good."""
        self._pair.close()

    def choose(self, microphone: str | None = None, speaker: str | None = None) -> None:
        """Speak through other devices from now, also in the middle of a call; None leaves one as it is."""
        if microphone is not None:
            self._pair.names["microphone"] = microphone
        if speaker is not None:
            self._pair.names["speaker"] = speaker
        self._pair.again()

    def devices(self) -> Names:
        """The devices that can be chosen, looked for anew where nothing is open; none where there is no sound
        at all (see `problem`). May take seconds.
        """
        try:
            found = self._audio.devices(anew=True)
        except SoundError:
            return Names()
        return Names(found.names("microphone"), found.names("speaker"))

    def levels(self) -> tuple[float, float]:
        """How loud the microphone and the speaker are just now: 0 is silence, 1 as loud as can be, in even
        steps of 60 dB in all. The microphone's is shown muted or not.
        """
        if not self.open:
            return 0.0, 0.0
        return self._levels["microphone"], self._levels["speaker"]

    @property
    def testing(self) -> bool:
        """Whether the test is recording or playing."""
        return self._test is not None

    def test(self) -> None:
        """Record 3 s of the microphone, then play them back; they are kept in memory, and dropped then. Does
        nothing while somebody is spoken with.
        """
        with self._lock:
            if self._rate is not None or self._test is not None:
                return
            self._test = _Test()
        if self.problem:  # try the devices now, not at the next look
            self._pair.again()
        self._want()

    def stop_test(self) -> None:
        """Stop the test and forget what was recorded; fine when there is none."""
        with self._lock:
            self._test = None
        self._want()

    def _want(self) -> None:
        self._pair.want(self._warm or self._rate is not None or self._test is not None)

    # The sound system's threads.

    def _from_device(self, pcm: bytes) -> None:
        self._meter("microphone", pcm)
        with self._lock:
            if self._rates is None:
                return
            test = self._test
            if test is not None and test.playing is None:
                test.recorded += pcm
                if len(test.recorded) >= 2 * TEST * self._rates.microphone:
                    self._pair.wake()
            if self._rate is None:
                return
            self._spoken += self._from_microphone.convert(pcm)
            longest = 2 * int(_UNREAD * self._rate)
            if len(self._spoken) > longest:
                del self._spoken[: len(self._spoken) - longest // 2]

    def _for_device(self, size: int) -> bytes:
        with self._lock:
            test = self._test
            if test is not None and test.playing is not None:
                pcm = test.playing[:size] + bytes(max(0, size - len(test.playing)))
                test.playing = test.playing[size:]
                if not test.playing:
                    self._pair.wake()
            elif self._rate is not None:
                pcm = self._heard.take(size)
            else:
                pcm = bytes(size)
        if self._volume < 1.0:  # squared: even steps of the slider are heard as even steps
            pcm = (np.frombuffer(pcm, "<i2") * self._volume**2).astype("<i2").tobytes()
        self._meter("speaker", pcm)
        return pcm

    def _meter(self, way: Way, pcm: bytes) -> None:
        values = np.frombuffer(pcm, "<i2").astype(np.float32)
        power = float(np.mean(values * values)) if len(values) else 0.0
        level = 1.0 + 10.0 * math.log10(max(power / 32768.0**2, 1e-12)) / _RANGE_DB
        level = max(level, self._levels[way] * _FALLS)
        self._levels[way] = level if level > 0.01 else 0.0

    # The pair's thread.

    def _opened(self, rates: Rates | None) -> None:
        with self._lock:
            self._rates = rates
            if self._test is not None:  # what it recorded has another rate, or its devices are gone
                self._test.recorded.clear()
                self._test.playing = None
            self._anew()

    def _anew(self) -> None:
        """Forget all sound on its way; with the lock held."""
        self._spoken.clear()
        if self._rate is not None and self._rates is not None:
            self._from_microphone = Resampler(self._rates.microphone, self._rate)
            self._to_speaker = Resampler(self._rate, self._rates.speaker)
            self._heard = Buffer(self._rates.speaker)
        else:
            self._heard.clear()

    def _seen(self) -> None:
        self._go_on_testing()
        shown = (self.ready, self.problem, self.testing)
        if shown != self._shown:
            self._shown = shown
            self._changed()

    def _go_on_testing(self) -> None:
        with self._lock:
            test, rates = self._test, self._rates
            if test is None:
                return
            if self.problem or test.playing == b"":
                self._test = None
                self._want()
            if rates is None or test.playing is not None:
                return
            size = 2 * int(TEST * rates.microphone)
            if len(test.recorded) < size:
                return
            recorded = bytes(test.recorded[:size])
        playing = sound.pcm(sound.at_rate(sound.samples(recorded), rates.microphone, rates.speaker))
        with self._lock:
            test.recorded.clear()
            test.playing = playing


class _Test:
    """What `test` recorded, then what is left to be played of it."""

    def __init__(self) -> None:
        self.recorded = bytearray()
        self.playing: bytes | None = None
