"""The desk's loudspeaker by sounddevice: the ring, and playing a message back.

Nothing here raises at its caller: a desk without sound must still ring in its window. What went wrong stands
in `problem`.
"""

import importlib
import logging
import threading
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

from audio import pcm as sound
from audio.tones import desk_ring, urgent_chime
from audio.wav import WavError, read_wav

_log = logging.getLogger(__name__)
_RATE = 16_000
_PIECE_MS = 40
"""How much is handed over at once: a ring that must stop is quiet this much later, plus the device's own
buffer.
"""

_PATIENCE = 8.0
"""Seconds after which a sound system counts as hung; opening a device takes up to two. PortAudio looks for
JACK, whose records in /dev/shm stay locked for ever when a program that had them open was killed.
"""


class _Hung(Exception):
    """The sound system does not answer."""


class Loudspeaker:
    """Sound at the desk. `device` is a name or part of one as the system lists it, "" for the system's usual
    one.

    `problem` is None or one sentence that says what happened and one that says what to do. Opening a device
    takes up to two seconds, so each sound has a thread of its own and every method returns at once. Call from
    one thread.
    """

    def __init__(self, device: str = "") -> None:
        self.device = device
        self.problem: str | None = None
        self._ringing: _Playing | None = None
        self._playing: _Playing | None = None

    def check(self) -> str | None:
        """Whether there is a device to play on: None, or what is wrong and what to do. For `doctor`; plays
        nothing, and may never come back from a sound system that hangs.
        """
        try:
            library = _sounddevice()
            library.check_output_settings(device=self._wanted(library), channels=1, dtype="int16")
        except Exception as error:
            return _in_words(error, self.device)
        return None

    def ring(self, urgent: bool = False) -> None:
        """Ring until `stop_ring`, over and over. A message being played is stopped first: a caller goes
        before.
        """
        self.stop()
        self.stop_ring()
        round_of = urgent_chime(_RATE) if urgent else desk_ring(_RATE)
        self._ringing = _Playing(self, lambda: (_RATE, repeat(round_of)), None)

    def stop_ring(self) -> None:
        """Stop ringing; fine when nothing rings."""
        if self._ringing is not None:
            self._ringing.stopped.set()
            self._ringing = None

    def play(self, path: Path, on_end: Callable[[], None] | None = None) -> None:
        """Play a WAV file once, instead of what is being played.

        `on_end` is called once when it has ended, failed (see `problem`) or was stopped, from another thread.
        """
        self.stop()

        def load() -> tuple[int, Iterator[bytes]]:
            wav = read_wav(path)
            return wav.rate, iter((wav.pcm,))

        self._playing = _Playing(self, load, on_end)

    def stop(self) -> None:
        """Stop the message being played; fine when none is."""
        if self._playing is not None:
            self._playing.stopped.set()
            self._playing = None

    def _wanted(self, library: Any) -> int | str | None:
        """The device as sounddevice takes it. Names are told apart by case nowhere, and parts of names will
        do.
        """
        if not self.device:
            if not library.query_devices():
                raise LookupError("no device")
            return None
        return self.device


_counting = threading.Lock()
_open: set["_Playing"] = set()
"""The sounds that have a device open."""
_marking = threading.Lock()
_hung: set["_Playing"] = set()
"""The sounds whose thread waits for a sound system that does not answer; as long as there are any, no more
threads are sent after them.
"""


class _Playing:
    """One sound being played in its own thread."""

    def __init__(
        self,
        speaker: Loudspeaker,
        load: Callable[[], tuple[int, Iterator[bytes]]],
        on_end: Callable[[], None] | None,
    ) -> None:
        self.stopped = threading.Event()
        self._speaker = speaker
        self._load = load
        self._on_end = on_end
        self._answered = False
        self._waited = threading.Timer(_PATIENCE, self._is_hung)
        # Daemons: a device that hangs must not keep the desk from ending.
        self._waited.daemon = True
        if _hung:
            self._failed(_Hung())
            self._end()
            return
        self._waited.start()
        threading.Thread(target=self._run, name="loudspeaker", daemon=True).start()

    def _run(self) -> None:
        try:
            self._play()
            self._speaker.problem = None
        except Exception as error:
            # Whatever the sound system throws: the desk goes on without sound and says so.
            self._failed(error)
        finally:
            self._has_answered()
            self._end()

    def _has_answered(self) -> None:
        self._waited.cancel()
        with _marking:
            self._answered = True
            _hung.discard(self)

    def _is_hung(self) -> None:
        with _marking:
            if self._answered:
                return
            _hung.add(self)
        self._failed(_Hung())
        self.stopped.set()
        self._end()

    def _failed(self, error: Exception) -> None:
        self._speaker.problem = _in_words(error, self._speaker.device)
        _log.warning("%s", self._speaker.problem)

    def _end(self) -> None:
        """Tell whoever waits for it, once."""
        on_end, self._on_end = self._on_end, None
        if on_end is not None:
            on_end()

    def _play(self) -> None:
        rate, parts = self._load()
        library = _sounddevice()
        with _counting:
            if not _open and self._speaker.problem is not None:
                # PortAudio knows the devices of when it started; after a failure it must look again. Only
                # while nothing else plays: starting again closes every stream.
                library._terminate()
                library._initialize()
            _open.add(self)
        try:
            self._to(library, rate, parts)
        finally:
            with _counting:
                _open.discard(self)

    def _to(self, library: Any, rate: int, parts: Iterator[bytes]) -> None:
        """Open the device and play until the sound ends or is stopped."""
        device = self._speaker._wanted(library)
        out = rate
        try:
            library.check_output_settings(device=device, channels=1, dtype="int16", samplerate=rate)
        except library.PortAudioError:
            # Bare ALSA devices take their own rate only.
            out = int(library.query_devices(device, "output")["default_samplerate"])
        with library.RawOutputStream(samplerate=out, device=device, channels=1, dtype="int16") as stream:
            self._has_answered()
            for part in parts:
                pcm = part if out == rate else sound.pcm(sound.at_rate(sound.samples(part), rate, out))
                size = 2 * (out * _PIECE_MS // 1000)
                for start in range(0, len(pcm), size):
                    if self.stopped.is_set():
                        stream.abort()
                        return
                    stream.write(pcm[start : start + size])


def _sounddevice() -> Any:
    """The library, loaded when first needed: without PortAudio its import raises OSError."""
    return importlib.import_module("sounddevice")


def _in_words(error: Exception, device: str) -> str:
    named = f"The sound device {device!r}" if device else "The sound device"
    if isinstance(error, _Hung):
        return "There is no sound: the sound system does not answer. Start this computer again."
    if isinstance(error, WavError):
        return f"This message cannot be played: {error}. Its file is damaged; listen to the others."
    if isinstance(error, FileNotFoundError):
        return "This message cannot be played: its file is gone. It may be past the time recordings are kept."
    if isinstance(error, ImportError):
        return "There is no sound: sounddevice is not installed. Run script/setup."
    if isinstance(error, OSError) and error.errno:
        return (
            f"This message cannot be played: {error.strerror}. Check the data folder with onemoment doctor."
        )
    if isinstance(error, OSError):  # what sounddevice raises when it is imported, without a number
        return "There is no sound: the PortAudio library is missing. Install libportaudio2 by apt."
    if isinstance(error, LookupError):
        return "There is no sound: this computer has no sound device. Plug one in, or use the window alone."
    if isinstance(error, ValueError) and device:
        return f"{named} was not found. Plug it in, or choose another device."
    detail = str(error).splitlines()[0] if str(error) else type(error).__name__
    return f"{named} could not be used ({detail}). Check that it is plugged in and switched on."
