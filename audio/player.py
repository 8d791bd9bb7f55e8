"""Recordings played back to listen closely: from any second, faster or slower at their own pitch.

Nothing here raises at its caller. One thread a player; moving about in a recording goes on in the stream that
is open, as opening one takes up to two seconds.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from audio import pcm as sound
from audio import portaudio
from audio.loudspeaker import found_speaker, not_played
from audio.portaudio import PortAudio, SoundError
from audio.stretch import stretched
from audio.wav import read_wav

_log = logging.getLogger(__name__)
_LATENCY = 0.15
"""Seconds asked of the sound system: what else the program does is not to be heard."""
_TELL = 0.1
"""Seconds between two words of where it is."""
_STARTS = 10.0
"""Seconds that a device may need to start after it was opened."""
_SILENT = 3.0
"""Seconds after which a device that takes nothing more is gone."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a recording being played is, in its own seconds. `on` is false once, at its end; `happened` and
    `do` are a sentence each where it could not be played.
    """

    recording: str
    at: float
    speed: float = 1.0
    on: bool = True
    happened: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    recording: str
    file: Path
    at: float
    speed: float


class Player:
    """Plays one recording at a time.

    `moved` is called from a thread of the player's, ten times a second while it plays and once at the end of
    each recording, also of one that gave way to another. `device` is a name as the system lists it, "" for
    the system's usual one; another one is used from the next recording on.
    """

    def __init__(
        self, moved: Callable[[Moved], None], device: str = "", audio: PortAudio | None = None
    ) -> None:
        self.device = device
        self._moved = moved
        self._audio = audio or portaudio.shared
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._wanted: _Wanted | None = None
        self._running = False
        self._at = Moved("", 0.0)

    def play(self, recording: str, file: Path, at: float = 0.0, speed: float = 1.0) -> None:
        """Play a WAV file from second `at`; the one being played ends, or moves there when it is the same.

        Returns at once.
        """
        with self._lock:
            self._wanted = _Wanted(recording, file, max(0.0, at), speed)
            if not self._running:
                self._running = True
                # A daemon: a device that hangs must not keep the program from ending.
                threading.Thread(target=self._run, name="player", daemon=True).start()
        self._wake.set()

    def stop(self) -> None:
        """Play no further; fine when nothing plays."""
        with self._lock:
            self._wanted = None
        self._wake.set()

    def _run(self) -> None:
        anew = True  # it may have been plugged in since something was played last
        while True:
            with self._lock:
                wanted = self._wanted
                if wanted is None:
                    self._running = False
                    return
            self._at = Moved(wanted.recording, wanted.at, wanted.speed)
            happened = do = ""
            try:
                self._play(wanted, anew)
                anew = False
            except Exception as error:
                # Whatever the sound system throws: it is said, and the log stays open.
                problem = not_played(error, self.device)
                anew, happened, do = True, problem.problem, problem.do
                _log.warning("%s", problem)
                with self._lock:
                    if self._wanted is not None and self._wanted.recording == wanted.recording:
                        self._wanted = None
            self._moved(replace(self._at, on=False, happened=happened, do=do))

    def _play(self, first: _Wanted, anew: bool) -> None:
        """Until it has ended, or another one is wanted, or none."""
        wav = read_wav(first.file)
        device = found_speaker(self._audio, self.device, anew)
        out = wav.rate if self._audio.takes(device, "speaker", wav.rate) else device.rate
        track = _Track(sound.samples(wav.pcm), wav.rate, out)
        track.go_to(first)
        current: _Wanted | None = first
        gone_at = time.monotonic() + _STARTS

        def fill(buffer: Any) -> None:
            nonlocal gone_at
            gone_at = time.monotonic() + _SILENT
            buffer[:] = track.take(len(buffer))
            if track.over:
                self._wake.set()

        stream = self._audio.open(
            "speaker",
            device,
            rate=out,
            frames=out // 50,
            latency=_LATENCY,
            heard=fill,
            ended=self._wake.set,
        )
        try:
            while stream.active and time.monotonic() < gone_at:
                with self._lock:
                    wanted, end = self._wanted, track.over
                    if end and wanted is current:
                        self._wanted = wanted = None
                if wanted is None or wanted.recording != first.recording:
                    if end:
                        time.sleep(stream.latency + 0.02)  # what the device still has
                    self._at = track.moved(0.0)
                    return
                if wanted is not current:
                    track.go_to(wanted)
                    current = wanted
                self._at = track.moved(stream.latency)
                self._moved(self._at)
                self._wake.wait(_TELL)
                self._wake.clear()
        finally:
            stream.close()
        raise SoundError(f"The sound device {device.name!r} does not answer any more.", "Plug it in again.")


class _Track:
    """The sound of one recording at the device's rate, from where and as fast as was asked last."""

    def __init__(self, values: sound.Samples, rate: int, out: int) -> None:
        self._values, self._rate, self._out = values, rate, out
        self._lock = threading.Lock()
        self._from = _Wanted("", Path(), 0.0, 1.0)
        self._pcm = b""
        self._taken = 0

    @property
    def over(self) -> bool:
        """Whether all of it was taken."""
        return self._taken >= len(self._pcm)

    def go_to(self, wanted: _Wanted) -> None:
        """Go on there, at that speed."""
        values = self._values[int(wanted.at * self._rate) :]
        made = sound.at_rate(stretched(values, self._rate, wanted.speed), self._rate, self._out)
        pcm = sound.pcm(sound.faded(made, self._out))
        with self._lock:
            self._from, self._pcm, self._taken = wanted, pcm, 0

    def take(self, size: int) -> bytes:
        """Exactly `size` bytes, silence after the end."""
        with self._lock:
            piece = self._pcm[self._taken : self._taken + size]
            self._taken += len(piece)
        return piece + bytes(size - len(piece))

    def moved(self, latency: float) -> Moved:
        """Where it is to be heard, `latency` seconds behind what was taken."""
        with self._lock:
            wanted, taken = self._from, self._taken
        heard = max(0.0, taken / 2 / self._out - latency)
        end = len(self._values) / self._rate
        return Moved(wanted.recording, min(wanted.at + heard * wanted.speed, end), wanted.speed)
