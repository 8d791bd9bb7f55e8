"""The desk's loudspeaker by sounddevice: the ring, soft reminders, and playing a message back.

Nothing here raises at its caller: a desk without sound must still ring in its window. What went wrong stands
in `problem`.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

from audio import pcm as sound
from audio import portaudio
from audio.portaudio import Device, PortAudio, SoundError, in_words
from audio.tones import desk_ring, hold_alarm, reminder, urgent_chime
from audio.wav import WavError, read_wav

_log = logging.getLogger(__name__)
_RATE = 48_000
"""The rate that sounds of our own are made at: the one most devices take."""
_LATENCY = 0.06
"""Seconds asked of the sound system: a ring that must stop is quiet this much later."""
_ENDS = 10.0
"""Seconds after which a device that takes nothing more is gone; opening one takes up to two."""

Sound = tuple[int, Iterator[bytes]]
"""A rate, and pieces of PCM one after the other."""


class Loudspeaker:
    """Sound at the desk. `device` is a name as the system lists it, "" for the system's usual one; another
    one is used from the next sound on.

    `problem` is None or one sentence that says what happened and one that says what to do. Opening a device
    takes up to two seconds, so each sound has a thread of its own and every method returns at once. Call from
    one thread.
    """

    def __init__(self, device: str = "", audio: PortAudio | None = None) -> None:
        self.device = device
        self.problem: str | None = None
        self._portaudio = audio or portaudio.shared
        self._ringing: _Playing | None = None
        self._playing: _Playing | None = None

    def check(self) -> str | None:
        """Whether there is a device to play on: None, or what is wrong and what to do. For `doctor`; plays
        nothing.
        """
        try:
            self._portaudio.takes(self._found(anew=True), "speaker", _RATE)
        except SoundError as error:
            return str(error)
        return None

    def ring(self, urgent: bool = False, alarm: bool = False) -> None:
        """Ring until `stop_ring`, over and over; `alarm` softly, for a hold that was forgotten. A message
        being played is stopped first: a caller goes before.
        """
        self.stop()
        self.stop_ring()
        make = urgent_chime if urgent else hold_alarm if alarm else desk_ring
        self._ringing = _Playing(self, lambda: (_RATE, repeat(make(_RATE))), None)

    def stop_ring(self) -> None:
        """Stop ringing; fine when nothing rings."""
        if self._ringing is not None:
            self._ringing.stop()
            self._ringing = None

    def remind(self) -> None:
        """One soft sound, unless something else is to be heard already."""
        if self._ringing is None and (self._playing is None or self._playing.over):
            self._playing = _Playing(self, lambda: (_RATE, iter((reminder(_RATE),))), None)

    def play(self, path: Path, on_end: Callable[[], None] | None = None) -> None:
        """Play a WAV file once, instead of what is being played.

        `on_end` is called once when it has ended, failed (see `problem`) or was stopped, from another thread.
        """
        self.stop()

        def load() -> Sound:
            wav = read_wav(path)
            return wav.rate, iter((wav.pcm,))

        self._playing = _Playing(self, load, on_end)

    def stop(self) -> None:
        """Stop the message being played; fine when none is."""
        if self._playing is not None:
            self._playing.stop()
            self._playing = None

    def _found(self, anew: bool) -> Device:
        """The device to play on. SoundError."""
        return found_speaker(self._portaudio, self.device, anew)


def found_speaker(audio: PortAudio, name: str, anew: bool) -> Device:
    """The speaker of that name, "" for the machine's own; `anew` looks for new ones first. SoundError."""
    device = audio.devices(anew).find(name, "speaker")
    if device is None and not anew:  # it may have been plugged in since
        device = audio.devices(anew=True).find(name, "speaker")
    if device is not None:
        return device
    if name:
        raise SoundError(f"The sound device {name!r} was not found.", "Plug it in, or choose another device.")
    raise SoundError(
        "There is no sound: this computer has no sound device.", "Plug one in, or use the window alone."
    )


class _Playing:
    """One sound being played, looked after by its own thread."""

    def __init__(
        self, speaker: Loudspeaker, load: Callable[[], Sound], on_end: Callable[[], None] | None
    ) -> None:
        self.over = False
        self._speaker = speaker
        self._load = load
        self._on_end = on_end
        self._stopped = False
        self._wake = threading.Event()
        # A daemon: a device that hangs must not keep the desk from ending.
        threading.Thread(target=self._run, name="loudspeaker", daemon=True).start()

    def stop(self) -> None:
        """Be quiet from now."""
        self._stopped = True
        self._wake.set()

    def _run(self) -> None:
        try:
            self._play()
            self._speaker.problem = None
        except Exception as error:
            # Whatever the sound system throws: the desk goes on without sound and says so.
            before, said = self._speaker.problem, str(not_played(error, self._speaker.device))
            self._speaker.problem = said
            if said != before:  # not with every call that rings
                _log.warning("%s", said)
        finally:
            self.over = True
            if self._on_end is not None:
                self._on_end()

    def _play(self) -> None:
        rate, pieces = self._load()
        device = self._speaker._found(anew=self._speaker.problem is not None)
        audio = self._speaker._portaudio
        out = rate if audio.takes(device, "speaker", rate) else device.rate
        source = _Source(pieces, rate, out)
        fed = time.monotonic()

        def fill(buffer: Any) -> None:
            nonlocal fed
            fed = time.monotonic()
            buffer[:] = bytes(len(buffer)) if self._stopped else source.take(len(buffer))
            if source.over:
                self._wake.set()

        stream = audio.open(
            "speaker",
            device,
            rate=out,
            frames=out // 50,
            latency=_LATENCY,
            heard=fill,
            ended=self._wake.set,
        )
        try:
            while not (self._stopped or source.over) and stream.active and time.monotonic() - fed < _ENDS:
                self._wake.wait(1.0)
                self._wake.clear()
            lost = not (self._stopped or source.over)
            if source.over and not self._stopped:
                self._wake.wait(stream.latency + 0.02)  # what the device still has
        finally:
            stream.close()
        if lost:
            raise SoundError(
                f"The sound device {device.name!r} does not answer any more.", "Plug it in again."
            )


class _Source:
    """Pieces of PCM, taken as a device wants them; `over` once the last was given."""

    def __init__(self, pieces: Iterator[bytes], rate: int, out: int) -> None:
        self.over = False
        self._pieces = pieces
        self._rate = rate
        self._out = out
        self._piece = b""
        self._made: tuple[bytes, bytes] = (b"", b"")
        self._at = 0

    def take(self, size: int) -> bytes:
        """Exactly `size` bytes, silence after the end."""
        out = bytearray()
        while len(out) < size and not self.over:
            if self._at >= len(self._piece):
                self._next()
            part = self._piece[self._at : self._at + size - len(out)]
            self._at += len(part)
            out += part
        return bytes(out) + bytes(size - len(out))

    def _next(self) -> None:
        piece = next(self._pieces, None)
        self._at = 0
        if piece is None:
            self.over = True
            self._piece = b""
            return
        if piece != self._made[0]:  # a ring is the same round over and over
            other = self._out != self._rate
            made = sound.pcm(sound.at_rate(sound.samples(piece), self._rate, self._out)) if other else piece
            self._made = (piece, made)
        self._piece = self._made[1]


def not_played(error: Exception, device: str) -> SoundError:
    """Why a recording could not be played, for people."""
    if isinstance(error, WavError):
        return SoundError(
            f"This message cannot be played: {error}.", "Its file is damaged; listen to the others."
        )
    if isinstance(error, FileNotFoundError):
        return SoundError(
            "This message cannot be played: its file is gone.",
            "It may be past the time recordings are kept.",
        )
    if isinstance(error, OSError) and error.errno:
        return SoundError(
            f"This message cannot be played: {error.strerror}.",
            "Check the data folder with onemoment doctor.",
        )
    return in_words(error, device)
