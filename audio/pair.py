"""Two sound devices kept open: a microphone and a speaker by name, seen to go and found again.

A thread of its own does it, since a device takes up to two seconds to open and may go at any moment.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audio.portaudio import Device, Hung, PortAudio, SoundError, Stream, Way

_log = logging.getLogger(__name__)

_RATE = 48_000
"""The rate that devices are opened at where they take it, else their own."""
_LATENCY: dict[Way, float] = {"microphone": 0.07, "speaker": 0.06}
"""Seconds the sound system may keep for us. Of the microphone only what we are late for ever waits there."""
_LOOK = 2.0
"""Seconds between two looks for a device that is missing while it is wanted."""
_LOOK_IDLE = 15.0
"""The same while nobody wants to speak."""
_WATCH = 0.25
"""Seconds between two looks at what is open."""
_SILENT = 2.0
"""Seconds after which a device that says nothing any more is gone."""
_STARTS = 3.0
"""Seconds that a device may need to start after it was opened."""
_RUNS = 0.25
"""Seconds of sound after which a device counts as running."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Samples a second of the two devices."""

    microphone: int
    speaker: int


class Pair:
    """The microphone and the speaker by name, "" for the machine's own; open while `want`ed.

    `ready` says whether both are there, as far as was last seen; when not, `problem` and `do` are a sentence
    each. `from_device` is given the microphone's PCM, `for_device` asked for so many bytes to be heard, both
    in threads of the sound system's. `opened` is called when both were opened (their rates) or closed (None),
    `seen` after each look, from this thread.
    """

    def __init__(
        self,
        names: dict[Way, str],
        audio: PortAudio,
        *,
        from_device: Callable[[bytes], None],
        for_device: Callable[[int], bytes],
        opened: Callable[[Rates | None], None],
        seen: Callable[[], None],
    ) -> None:
        self.names = names
        self.ready = False
        self.problem = ""
        self.do = ""
        self._audio = audio
        self._from_device = from_device
        self._for_device = for_device
        self._opened = opened
        self._seen = seen
        self._wanted = False
        self._again = True
        """To be looked for now, whatever is open."""
        self._closed = False
        self._looked = 0.0
        self._cards = _cards()
        self._ends: tuple[_End, ...] = ()
        self._wake = threading.Event()

    def start(self) -> None:
        """Begin to look after them: `seen` and `opened` may come from now on."""
        # A daemon: a sound system that hangs must not keep the desk from ending.
        threading.Thread(target=self._work, name="headset", daemon=True).start()

    @property
    def open(self) -> bool:
        """Whether the microphone is open just now."""
        return bool(self._ends)

    def want(self, wanted: bool) -> None:
        """Have them open from now on, or closed."""
        self._wanted = wanted
        self._wake.set()

    def again(self) -> None:
        """Look for them now: others were chosen, or some may have come."""
        self._again = True
        self._wake.set()

    def wake(self) -> None:
        """Have `seen` called soon."""
        self._wake.set()

    def close(self) -> None:
        """Give the devices back for good and end the thread."""
        self._closed = True
        self._wake.set()

    def _work(self) -> None:
        while not self._closed:
            try:
                self._step()
                self._seen()
            except Exception:
                _log.exception("the headset could not be looked after")
            self._wake.wait(_WATCH if self._ends else _LOOK)
            self._wake.clear()
        self._shut()

    def _step(self) -> None:
        again, self._again = self._again, False
        if again:
            self.problem = self.do = ""
        if self._ends and (again or not self._wanted):
            self._shut()
        gone = next((end for end in self._ends if end.gone()), None)
        if gone is not None:
            self._shut()
            self._failed(_lost(gone))
            again = gone.works  # a stream may stumble and its device be well
            self._looked = time.monotonic()
        elif self._ends and all(end.works for end in self._ends):
            self._is_ready()
        since = time.monotonic() - self._looked
        if self._wanted:
            if not self._ends and (again or not self.problem or since >= _LOOK):
                self._open()
        else:
            cards, self._cards = self._cards, _cards()
            if again or cards != self._cards or (self.problem and since >= _LOOK_IDLE):
                self._look()

    def _look(self) -> None:
        """Whether the devices are there, without opening them."""
        try:
            self._found()
        except SoundError as error:
            self._failed(error)
        else:
            self._is_ready()

    def _found(self) -> dict[Way, Device]:
        self._looked = time.monotonic()
        devices = self._audio.devices(anew=True)
        found: dict[Way, Device] = {}
        for way, name in self.names.items():
            device = devices.find(name, way)
            if device is None:
                raise _not_there(way, name)
            found[way] = device
        return found

    def _open(self) -> None:
        """A device that was opened is not yet there: a sound server opens also what was unplugged."""
        ends: list[_End] = []
        try:
            for way, device in self._found().items():
                ends.append(self._end(way, device))
        except SoundError as error:
            for end in ends:
                end.close()
            if not self.problem or isinstance(error, Hung):  # that it was lost says more
                self._failed(error)
            return
        rates = {end.way: end.rate for end in ends}
        self._opened(Rates(rates["microphone"], rates["speaker"]))
        self._ends = tuple(ends)

    def _end(self, way: Way, device: Device) -> _End:
        """Open at our rate, else at the device's own. SoundError."""
        rates = tuple(dict.fromkeys((_RATE, device.rate)))
        for rate in rates:
            end = _End(way, device.name, rate)

            def heard(buffer: Any, end: _End = end) -> None:
                end.ran(len(buffer))
                if end.way == "microphone":
                    self._from_device(bytes(buffer))
                else:
                    buffer[:] = self._for_device(len(buffer))

            def ended(end: _End = end) -> None:
                end.ended = True
                self._wake.set()

            try:
                end.stream = self._audio.open(
                    way,
                    device,
                    rate=rate,
                    frames=rate // 100,
                    latency=_LATENCY[way],
                    heard=heard,
                    ended=ended,
                )
            except SoundError:
                if rate == rates[-1]:
                    raise
            else:
                return end
        raise AssertionError  # the last rate either opened or raised

    def _shut(self) -> None:
        ends, self._ends = self._ends, ()
        self._opened(None)
        for end in ends:
            end.close()

    def _failed(self, error: SoundError) -> None:
        if error.problem != self.problem:
            _log.warning("%s", error)
        self.ready, self.problem, self.do = False, error.problem, error.do

    def _is_ready(self) -> None:
        self.ready, self.problem, self.do = True, "", ""


class _End:
    """One of the two devices, open."""

    def __init__(self, way: Way, name: str, rate: int) -> None:
        self.way = way
        self.name = name
        self.rate = rate
        self.stream: Stream | None = None
        self.ended = False
        self._size = 0
        self._since = self._last = time.monotonic()

    def ran(self, size: int) -> None:
        """So many bytes were given or taken just now."""
        self._size += size
        self._last = time.monotonic()

    @property
    def works(self) -> bool:
        """Whether it runs: more went through it than what is gathered before it starts."""
        return self._size > 2 * self.rate * _RUNS

    def gone(self) -> bool:
        """Whether the device was lost: its stream ended, or nothing came from it for too long."""
        now = time.monotonic()
        patience = _SILENT if now - self._since > _STARTS else _STARTS
        return self.ended or now - self._last > patience

    def close(self) -> None:
        """Give the device back."""
        if self.stream is not None:
            self.stream.close()


def _cards() -> frozenset[str]:
    """The sound cards there are, as Linux lists them: when one comes or goes it is worth a look."""
    try:
        return frozenset(entry.name for entry in Path("/dev/snd").iterdir())
    except OSError:
        return frozenset()


def _not_there(way: Way, name: str) -> SoundError:
    if name:
        return SoundError(f"The {way} {name!r} was not found.", "Plug it in, or choose another one.")
    return SoundError(f"This computer has no {way}.", "Plug a headset in, or speak by the desk phone.")


def _lost(end: _End) -> SoundError:
    return SoundError(
        f"The {end.way} {end.name!r} does not answer any more.",
        "Plug it in again: it is used at once when it is back.",
    )
