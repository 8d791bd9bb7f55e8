"""PortAudio's life in one place: the headset and the loudspeaker share it.

PortAudio is not made for several threads, knows the devices of when it started, closes every stream when it
starts anew, and may never come back: it looks for JACK, whose records in /dev/shm stay locked for ever when a
program that had them open was killed. So one thread does everything here, those who ask wait for it with
patience, and new devices are looked for while no stream is open.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import importlib
import re
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Literal, TypeVar

from audio import alsa

PATIENCE = 8.0
"""Seconds after which a sound system counts as hung; opening a device takes up to two."""

moving_stderr = threading.Lock()
"""Held while sounddevice puts fd 2 aside, when PortAudio starts. Who moves it meanwhile loses it."""

_PERIODS = 8
"""Pieces that ALSA's buffer of a device is filled or emptied in. PortAudio's own 4 would double the delay of
a buffer that outlasts a stall of 50 ms.
"""
_NOT_STARTED = (
    "There is no sound: the sound system cannot be started.",
    "Look at /etc/asound.conf and ~/.asoundrc, then start One Moment again.",
)
_NO_SETTINGS = (
    "There is no sound: the settings of the sound system are missing.",
    "Install libasound2-data by apt.",
)
_LAST = 2.0
"""Seconds that the end of the program waits for the sound system."""

Way = Literal["microphone", "speaker"]
T = TypeVar("T")


class SoundError(Exception):
    """There is no sound: `problem` says what happened, `do` what to do about it, a sentence each."""

    def __init__(self, problem: str, do: str) -> None:
        super().__init__(f"{problem} {do}")
        self.problem = problem
        self.do = do


class Hung(SoundError):
    """The sound system does not answer."""

    def __init__(self) -> None:
        super().__init__("There is no sound: the sound system does not answer.", "Start this computer again.")


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device as the system lists it: its place in the list, its name, its own rate, and what it
    can.
    """

    index: int
    name: str
    rate: int
    microphone: bool
    speaker: bool


@dataclass(frozen=True, slots=True)
class Devices:
    """What there is. `microphone` and `speaker` are the machine's own, None where it has none."""

    all: tuple[Device, ...] = ()
    microphone: Device | None = None
    speaker: Device | None = None

    def names(self, way: Way) -> tuple[str, ...]:
        """The names that can be chosen, each once."""
        return tuple(dict.fromkeys(_plain(device.name) for device in self.all if getattr(device, way)))

    def find(self, name: str, way: Way) -> Device | None:
        """The device of that name, "" for the machine's own; a name that is only similar is not taken."""
        if not name:
            return self.microphone if way == "microphone" else self.speaker
        able = [device for device in self.all if getattr(device, way)]
        for form in (str, _plain):
            for device in able:
                if form(device.name).casefold() == form(name).casefold():
                    return device
        return None


def _plain(name: str) -> str:
    """A device's name without ALSA's number in it, which is another one after it was plugged in again."""
    return re.sub(r"\s*\(hw:\d+,\d+\)$", "", name.strip())


class PortAudio:
    """The library and its one thread. Every method may be called from any thread and waits for the answer."""

    def __init__(self, load: Callable[[], Any] | None = None) -> None:
        """`load` gives the library, sounddevice where nothing else is said."""
        self._library = load or _sounddevice
        self._jobs: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        self._turn = threading.Lock()
        self._hung = threading.Event()
        self._started = False
        self._loaded = False
        self._open: set[Stream] = set()
        self._known: Devices | None = None

    def devices(self, anew: bool = False) -> Devices:
        """What there is; looked for anew where asked and while nothing is open. SoundError, never another."""
        return self._run(lambda: self._look(anew))

    def open(
        self,
        way: Way,
        device: Device,
        *,
        rate: int,
        frames: int,
        latency: float,
        heard: Callable[[Any], None],
        ended: Callable[[], None],
    ) -> Stream:
        """A running stream of 16-bit mono PCM.

        `heard` is given the buffer of each `frames` samples, filled (microphone) or to be filled (speaker),
        in a thread of the sound system's; `ended` is called there when the stream stops, by whomever.
        SoundError.
        """

        def opened() -> Stream:
            library = self._load()
            kind = library.RawInputStream if way == "microphone" else library.RawOutputStream
            try:
                raw = kind(
                    samplerate=rate,
                    device=device.index,
                    channels=1,
                    dtype="int16",
                    blocksize=frames,
                    latency=latency,
                    callback=lambda buffer, *_: heard(buffer),
                    finished_callback=ended,
                )
                try:
                    raw.start()
                except Exception:
                    raw.close(ignore_errors=True)
                    raise
            except Exception as error:
                raise in_words(error, device.name) from error
            stream = Stream(self, raw)
            self._open.add(stream)
            return stream

        return self._run(opened, undo=lambda stream: stream.close())

    def takes(self, device: Device, way: Way, rate: int) -> bool:
        """Whether a device can be opened at a rate; bare ALSA devices take their own only."""

        def asked() -> bool:
            library = self._load()
            check = library.check_input_settings if way == "microphone" else library.check_output_settings
            try:
                check(device=device.index, channels=1, dtype="int16", samplerate=rate)
            except (library.PortAudioError, ValueError):
                return False
            return True

        return self._run(asked)

    def _look(self, anew: bool) -> Devices:
        library = self._load()
        if self._known is not None and (not anew or self._open):
            return self._known
        try:
            if self._known is not None or anew:
                _look_at_alsa()
                with moving_stderr:
                    library._terminate()
                    library._initialize()
            listed = list(library.query_devices())
            own = [library.default.device[0], library.default.device[1]]
            found = tuple(_device(index, one) for index, one in enumerate(listed))
        except Exception as error:
            self._known = None
            raise in_words(error, "") from error
        self._known = Devices(found, _own(found, own[0], "microphone"), _own(found, own[1], "speaker"))
        return self._known

    def _load(self) -> Any:
        try:
            with moving_stderr:
                library = self._library()
        except (ImportError, OSError, SoundError) as error:
            raise in_words(error, "") from error
        except Exception as error:  # sounddevice's own, which there is no name for while it cannot be loaded
            raise SoundError(*_NOT_STARTED) from error
        if not self._loaded:
            self._loaded = True
            _in_short_pieces(library)
            atexit.register(self._at_exit, library)  # goes before the library's own, registered earlier
        return library

    def _at_exit(self, library: Any) -> None:
        """The library ends PortAudio in the main thread: nothing may be open or under way by then, and one
        that hangs would keep the program from ending.
        """
        done: Future[None] = Future()
        self._jobs.put((self._close_all, done))
        try:
            done.result(_LAST)
        except TimeoutError:
            atexit.unregister(library._exit_handler)

    def _close_all(self) -> None:
        for stream in list(self._open):
            stream._close()

    def _run(self, job: Callable[[], T], undo: Callable[[T], None] | None = None) -> T:
        """Do a job in the one thread. `undo` takes back what came after the patience was over."""
        with self._turn:  # waiting here, not in the queue: the patience counts one's own job only
            if self._hung.is_set():
                raise Hung
            if not self._started:
                self._started = True
                # A daemon: a sound system that hangs must not keep the desk from ending.
                threading.Thread(target=self._work, name="portaudio", daemon=True).start()
            answer: Future[T] = Future()
            self._jobs.put((job, answer))
            try:
                return answer.result(PATIENCE)
            except TimeoutError:
                self._hung.set()
                answer.add_done_callback(lambda done: self._answered(done, undo))
                raise Hung from None

    def _answered(self, done: Future[T], undo: Callable[[T], None] | None) -> None:
        """It came back after all, in the one thread."""
        self._hung.clear()
        if undo is not None and done.exception() is None:
            undo(done.result())

    def _work(self) -> None:
        while True:
            job, answer = self._jobs.get()
            try:
                answer.set_result(job())
            except BaseException as error:
                answer.set_exception(error)


class Stream:
    """One open stream."""

    def __init__(self, owner: PortAudio, raw: Any) -> None:
        self._owner = owner
        self._raw = raw

    @property
    def active(self) -> bool:
        """Whether it still runs, as far as the sound system says."""
        return bool(self._raw.active)

    @property
    def latency(self) -> float:
        """Seconds between the device and us, as far as the sound system says."""
        return float(self._raw.latency)

    def close(self) -> None:
        """Stop at once and give the device back; fine when it is gone. Never raises, waits for no answer."""
        self._owner._jobs.put((self._close, Future()))

    def _close(self) -> None:
        with contextlib.suppress(Exception):
            self._raw.abort(ignore_errors=True)
        with contextlib.suppress(Exception):
            self._raw.close(ignore_errors=True)
        self._owner._open.discard(self)


def _device(index: int, listed: Any) -> Device:
    return Device(
        index,
        str(listed["name"]),
        int(listed["default_samplerate"]),
        listed["max_input_channels"] > 0,
        listed["max_output_channels"] > 0,
    )


def _own(found: tuple[Device, ...], index: int, way: Way) -> Device | None:
    """The machine's own device for this way: what the system says, else the first that can."""
    able = [device for device in found if getattr(device, way)]
    return next((device for device in able if device.index == index), able[0] if able else None)


def _sounddevice() -> Any:
    """Loaded when first needed: without PortAudio its import raises OSError."""
    _look_at_alsa()
    return importlib.import_module("sounddevice")


def _look_at_alsa() -> None:
    if not alsa.names_devices():
        raise SoundError(*_NO_SETTINGS)


def _in_short_pieces(library: Any) -> None:
    """PortAudio's pa_linux_alsa.h; sounddevice has no word for it, and other systems have no such thing."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(library._libname).PaAlsa_SetNumPeriods(_PERIODS)


def in_words(error: Exception, device: str) -> SoundError:
    """What the sound system throws, for people."""
    if isinstance(error, SoundError):
        return error
    if isinstance(error, ImportError):
        return SoundError("There is no sound: sounddevice is not installed.", "Run script/setup.")
    if isinstance(error, OSError):  # what sounddevice raises when it is imported, without a number
        return SoundError(
            "There is no sound: the PortAudio library is missing.", "Install libportaudio2 by apt."
        )
    named = f"The sound device {device!r}" if device else "The sound device"
    code = error.args[1] if len(error.args) > 1 else None
    if code == _UNAVAILABLE:
        return SoundError(
            f"{named} is used by another program.", "Close that program, or choose another device."
        )
    detail = str(error).splitlines()[0] if str(error) else type(error).__name__
    return SoundError(
        f"{named} could not be used ({detail}).", "Check that it is plugged in and switched on."
    )


_UNAVAILABLE = -9985
"""PortAudio's paDeviceUnavailable."""

shared = PortAudio()
"""The one PortAudio of this program."""
