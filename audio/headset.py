"""The person's headset by sounddevice: microphone and speaker of one live conversation at a time.

Nothing here raises at its caller or keeps one waiting: what went wrong stands in `problem` and `do`, and a
thread of its own opens the devices, sees them go, and looks for them again by name until they are back.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from audio import pcm as sound
from audio import portaudio
from audio.buffer import Buffer
from audio.portaudio import Device, PortAudio, SoundError, Stream, Way
from audio.rates import Resampler

_log = logging.getLogger(__name__)

_RATE = 48_000
"""The rate that devices are opened at where they take it, else their own."""
_LATENCY = 0.02
"""Seconds asked of the sound system between the device and us, each way."""
_LOOK = 2.0
"""Seconds between two looks for a device that is missing while it is wanted."""
_LOOK_IDLE = 15.0
"""The same while nobody wants to speak."""
_SILENT = 1.0
"""Seconds after which a device that says nothing any more is gone."""
_STARTS = 4.0
"""Seconds that a device may need to start after it was opened."""
_UNREAD = 0.1
"""Seconds of the microphone kept for who reads late."""
TEST = 3.0
"""Seconds that `test` records."""


class Names(NamedTuple):
    """The devices that can be chosen, by name."""

    microphones: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class Headset:
    """The microphone and the speaker by name, "" for the machine's own. Call from any thread.

    `ready` says whether it can be spoken through, as far as was last seen; when not, `problem` and `do` are a
    sentence each. `changed` is called, from a thread of the headset's, when any of it is different. The
    devices are open from `warm` or `begin` until `cool` or `end`: an open microphone is a matter of trust.
    """

    def __init__(
        self,
        microphone: str = "",
        speaker: str = "",
        changed: Callable[[], None] = lambda: None,
        audio: PortAudio | None = None,
    ) -> None:
        self.ready = False
        self.problem = ""
        self.do = ""
        self.muted = False
        self._names: dict[Way, str] = {"microphone": microphone, "speaker": speaker}
        self._changed = changed
        self._portaudio = audio or portaudio.shared
        self._volume = 1.0
        self._warm = False
        self._closed = False
        self._again = False
        """Other devices were chosen."""
        self._looked = 0.0
        self._sockets = ""
        self._ends: dict[Way, _End] = {}
        self._lock = threading.Lock()
        """Held for some ten microseconds at most: the sound system's threads wait for it."""
        self._rate: int | None = None
        """The call's, None while nobody is spoken with."""
        self._spoken = bytearray()
        self._from_microphone = Resampler(1, 1)
        self._to_speaker = Resampler(1, 1)
        self._heard = Buffer(_RATE)
        self._test: _Test | None = None
        self._levels: dict[Way, float] = {"microphone": 0.0, "speaker": 0.0}
        self._wake = threading.Event()
        threading.Thread(target=self._work, name="headset", daemon=True).start()

    # A conversation: what the phone asks for.

    def begin(self, rate: int) -> None:
        """Speak and hear at this rate from now; what was buffered is dropped."""
        with self._lock:
            self._test = None
            self._rate = rate
            self._anew()
        self._wake.set()

    def end(self) -> None:
        """Nobody is spoken with any more; the devices stay open while it is warm."""
        with self._lock:
            self._rate = None
            self._anew()
        self._wake.set()

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
            if self._rate is not None and "speaker" in self._ends:
                self._heard.put(self._to_speaker.convert(pcm))

    def waiting(self) -> float:
        """Seconds written and not yet given to the device."""
        with self._lock:
            return self._heard.waiting

    # What the person sets and sees.

    def warm(self) -> None:
        """Open the devices before they are needed: that takes up to two seconds on some systems."""
        self._warm = True
        self._wake.set()

    def cool(self) -> None:
        """Close the devices, as soon as nobody is spoken with."""
        self._warm = False
        self._wake.set()

    def close(self) -> None:
        """Give the devices back for good and end the thread."""
        self._closed = True
        self._wake.set()

    @property
    def open(self) -> bool:
        """Whether the microphone is open just now."""
        return bool(self._ends)

    @property
    def microphone(self) -> str:
        """The chosen microphone's name, "" for the machine's own."""
        return self._names["microphone"]

    @property
    def speaker(self) -> str:
        """The chosen speaker's name, "" for the machine's own."""
        return self._names["speaker"]

    @property
    def volume(self) -> float:
        """How loud callers are heard, 0 to 1."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = min(1.0, max(0.0, volume))

    def choose(self, microphone: str | None = None, speaker: str | None = None) -> None:
        """Speak through other devices from now, also in the middle of a call; None leaves one as it is."""
        if microphone is not None:
            self._names["microphone"] = microphone
        if speaker is not None:
            self._names["speaker"] = speaker
        self._again = True
        self._wake.set()

    def devices(self) -> Names:
        """The devices that can be chosen, looked for anew where nothing is open. May take seconds; empty
        when there is no sound at all (see `problem`).
        """
        try:
            found = self._portaudio.devices(anew=True)
        except SoundError:
            found = None
        self._looked = 0.0
        self._wake.set()
        return Names() if found is None else Names(found.names("microphone"), found.names("speaker"))

    def levels(self) -> tuple[float, float]:
        """How loud the microphone and the speaker are just now: 0 is silence, 1 as loud as can be, in even
        steps of 60 dB in all. The microphone's is shown muted or not.
        """
        if not self._ends:
            return 0.0, 0.0
        return self._levels["microphone"], self._levels["speaker"]

    @property
    def testing(self) -> bool:
        """Whether the test is recording or playing."""
        return self._test is not None

    def test(self) -> None:
        """Record 3 s of the microphone and play them back; kept in memory meanwhile. Not while somebody is
        spoken with.
        """
        with self._lock:
            if self._rate is not None or self._test is not None:
                return
            self._test = _Test()
        self._wake.set()
        self._changed()

    def stop_test(self) -> None:
        """Stop the test and forget what was recorded; fine when there is none."""
        with self._lock:
            if self._test is None:
                return
            self._test = None
        self._wake.set()
        self._changed()

    # The sound system's threads.

    def _from_device(self, pcm: bytes) -> None:
        self._meter("microphone", pcm)
        with self._lock:
            test = self._test
            if test is not None and test.playing is None:
                test.recorded += pcm
                if len(test.recorded) >= 2 * TEST * self._ends["microphone"].rate:
                    self._wake.set()
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
                pcm = test.playing[:size]
                test.playing = test.playing[size:]
                if not test.playing:
                    self._wake.set()
                pcm += bytes(size - len(pcm))
            elif self._rate is not None:
                pcm = self._heard.take(size)
            else:
                pcm = bytes(size)
        if self._volume < 1.0:  # squared: even steps of the slider are heard as even steps
            values = np.frombuffer(pcm, "<i2") * self._volume**2
            pcm = values.astype("<i2").tobytes()
        self._meter("speaker", pcm)
        return pcm

    def _meter(self, way: Way, pcm: bytes) -> None:
        values = np.frombuffer(pcm, "<i2").astype(np.float32)
        power = float(np.mean(values * values)) if len(values) else 0.0
        level = 1.0 + 20.0 * math.log10(max(math.sqrt(power), 1e-3) / 32768.0) / 60.0
        self._levels[way] = max(0.0, min(1.0, level), self._levels[way] * 0.8)

    # The headset's own thread.

    def _work(self) -> None:
        while not self._closed:
            self._wake.wait(self._pause())
            self._wake.clear()
            was = (self.ready, self.problem, self.testing)
            try:
                self._step()
            except Exception:
                _log.exception("the headset could not be looked after")
            if (self.ready, self.problem, self.testing) != was:
                self._changed()
        self._shut()

    def _pause(self) -> float:
        return 0.25 if self._ends or not self._looked else _LOOK

    def _step(self) -> None:
        again, self._again = self._again, False
        wanted = self._warm or self._rate is not None or self._test is not None
        if self._ends and (again or not wanted):
            self._shut()
        gone = next((end for end in self._ends.values() if end.gone()), None)
        if gone is not None:
            self._shut()
            self._looked = time.monotonic()
            self._failed(_lost(gone))
        if wanted and not self._ends and (again or not self.problem or self._due(_LOOK)):
            self._open()
        elif not wanted and (again or self._plugged() or not self._looked or self._missing()):
            self._look()
        self._go_on_testing()

    def _due(self, after: float) -> bool:
        return time.monotonic() - self._looked >= after

    def _missing(self) -> bool:
        return bool(self.problem) and self._due(_LOOK_IDLE)

    def _plugged(self) -> bool:
        """Whether a sound card came or went since (Linux says so in this folder)."""
        try:
            there = str(sorted(entry.name for entry in Path("/dev/snd").iterdir()))
        except OSError:
            there = ""
        was, self._sockets = self._sockets, there
        return was != there

    def _look(self) -> None:
        """Whether the devices are there, without opening them."""
        self._looked = time.monotonic()
        try:
            self._found()
        except SoundError as error:
            self._failed(error)
        else:
            self._is_ready()

    def _found(self) -> dict[Way, Device]:
        devices = self._portaudio.devices(anew=True)
        found: dict[Way, Device] = {}
        ways: tuple[Way, ...] = ("microphone", "speaker")
        for way in ways:
            device = devices.find(self._names[way], way)
            if device is None:
                raise _not_there(way, self._names[way])
            found[way] = device
        return found

    def _open(self) -> None:
        self._looked = time.monotonic()
        ends: dict[Way, _End] = {}
        try:
            for way, device in self._found().items():
                ends[way] = self._opened(way, device)
        except SoundError as error:
            for end in ends.values():
                end.close()
            self._failed(error)
            return
        with self._lock:
            self._ends = ends
            self._anew()
        self._is_ready()

    def _opened(self, way: Way, device: Device) -> _End:
        """Open at our rate, else at the device's own. SoundError."""
        rates = tuple(dict.fromkeys((_RATE, device.rate)))
        for rate in rates:
            end = _End(way, device.name, rate)

            def heard(buffer: Any, end: _End = end) -> None:
                end.last = time.monotonic()
                if end.way == "microphone":
                    self._from_device(bytes(buffer))
                else:
                    buffer[:] = self._for_device(len(buffer))

            def ended(end: _End = end) -> None:
                end.ended = True
                self._wake.set()

            try:
                end.stream = self._portaudio.open(
                    way, device, rate=rate, frames=rate // 100, latency=_LATENCY, heard=heard, ended=ended
                )
            except SoundError:
                if rate == rates[-1]:
                    raise
            else:
                return end
        raise AssertionError  # the last rate either opened or raised

    def _anew(self) -> None:
        """Forget all sound on its way; with the lock held."""
        self._spoken.clear()
        speaker, microphone = self._ends.get("speaker"), self._ends.get("microphone")
        if self._rate is not None and speaker is not None and microphone is not None:
            self._heard = Buffer(speaker.rate)
            self._to_speaker = Resampler(self._rate, speaker.rate)
            self._from_microphone = Resampler(microphone.rate, self._rate)
        else:
            self._heard.clear()

    def _shut(self) -> None:
        with self._lock:
            ends, self._ends = self._ends, {}
            self._anew()
        for end in ends.values():
            end.close()

    def _failed(self, error: SoundError) -> None:
        if error.problem != self.problem:
            _log.warning("%s", error)
        self.ready, self.problem, self.do = False, error.problem, error.do
        with self._lock:
            self._test = None

    def _is_ready(self) -> None:
        self.ready, self.problem, self.do = True, "", ""

    def _go_on_testing(self) -> None:
        with self._lock:
            test, ends = self._test, self._ends
            if test is None or not ends:
                return
            if test.playing is not None:
                if not test.playing:
                    self._test = None
                return
            microphone, speaker = ends["microphone"].rate, ends["speaker"].rate
            size = int(2 * TEST * microphone) & ~1
            if len(test.recorded) < size:
                return
            recorded = bytes(test.recorded[:size])
        playing = sound.pcm(sound.at_rate(sound.samples(recorded), microphone, speaker))
        with self._lock:
            test.recorded.clear()
            test.playing = playing


class _Test:
    """What `test` recorded, then what is left to be played of it."""

    def __init__(self) -> None:
        self.recorded = bytearray()
        self.playing: bytes | None = None


class _End:
    """One of the two devices, open. `last` is when it last gave or took sound."""

    def __init__(self, way: Way, name: str, rate: int) -> None:
        self.way = way
        self.name = name
        self.rate = rate
        self.stream: Stream | None = None
        self.ended = False
        self.last: float | None = None
        self._since = time.monotonic()

    def gone(self) -> bool:
        """Whether the device was lost: its stream ended, or nothing came from it for too long."""
        now = time.monotonic()
        patience = _SILENT if now - self._since > _STARTS else _STARTS
        silent = now - (self.last or self._since) > patience
        return self.ended or silent

    def close(self) -> None:
        """Give the device back."""
        if self.stream is not None:
            self.stream.close()


def _not_there(way: Way, name: str) -> SoundError:
    if name:
        return SoundError(f"The {way} {name!r} was not found.", "Plug it in, or choose another one.")
    return SoundError(f"This computer has no {way}.", "Plug a headset in, or use the desk phone.")


def _lost(end: _End) -> SoundError:
    return SoundError(
        f"The {end.way} {end.name!r} does not answer any more.",
        "Plug it in again: it is used at once when it is back.",
    )
