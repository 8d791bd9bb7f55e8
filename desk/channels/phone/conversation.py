"""Two who speak with each other: what each says is carried to the other, and to nobody else.

Every 10 ms on a thread of its own, since the event loop may stall while the journal is put on disk and a
pause of 50 ms in a conversation is heard. An end is a call's sound, the person's headset, or a tone.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from typing import Protocol

from baresip import AudioNotActive, AudioRestarted
from baresip.audio import CallAudio

from audio.rates import Resampler
from desk.channels.phone.smoothing import Smoothing
from desk.mistakes import where

log = logging.getLogger(__name__)

EVERY = 0.010
_READ = 8192
_DROPS = 6
"""Steps to wait for the stack to drop what the call was hearing before: it does so with its next packet."""
_KEPT = 50
"""Pieces of what a call said that are kept for the search for keys: half a second."""


class PersonSound(Protocol):
    """The person's headset: 16-bit mono PCM. Every method from any thread; none waits, none raises."""

    def begin(self, rate: int) -> None:
        """Speak and hear at this rate from now on; what was buffered is dropped."""
        ...

    def end(self) -> None:
        """Nobody is spoken with any more."""
        ...

    def read(self, longest: int) -> bytes:
        """What the microphone gave since, at most so many bytes; silence while muted."""
        ...

    def write(self, pcm: bytes) -> None:
        """To be heard by the person."""
        ...

    def waiting(self) -> float:
        """Seconds written and not yet heard."""
        ...


class End(Protocol):
    """One end of a conversation. `gives` and `takes` are samples a second, 0 while there is no sound.

    `least`, `most` and `kept` are the seconds in reserve for whoever listens here (see `smoothing`).
    """

    gives: int
    takes: int
    least: float
    most: float
    kept: float

    def look(self, other: End) -> None:
        """See how things stand; called before each step. `other` is the other end."""
        ...

    def read(self) -> bytes:
        """What was said here since."""
        ...

    def write(self, pcm: bytes) -> None:
        """What is to be heard here."""
        ...

    def waiting(self) -> float:
        """Seconds written and not yet heard, as of `look`."""
        ...

    def leave(self) -> None:
        """The conversation is over."""
        ...


class CallEnd:
    """A call's sound. `heard` gathers what the call said, with its rate, for the search for keys in it."""

    # the stack takes packets of 20 ms, on time; a microphone gives as much at once
    least, most, kept = 0.040, 0.100, 0.010

    def __init__(self, audio: CallAudio, heard: deque[tuple[bytes, int]] | None = None) -> None:
        self.gives = 0
        self.takes = 0
        self._audio = audio
        self._heard = heard
        self._buffered = 0
        self._fresh = True
        self._drops = _DROPS

    def look(self, other: End) -> None:
        """Re-INVITE and hold replace the streams or take one of them away: what is there now counts."""
        try:
            info = self._audio.info()
        except AudioNotActive:
            self.gives = self.takes = 0
            return
        self.gives = info.rx_sample_rate if info.rx_ready else 0
        self.takes = info.tx_sample_rate if info.tx_ready else 0
        self._buffered = info.tx_buffered
        if self._drops and self._buffered:  # what is written before that would be dropped with it
            self._drops -= 1
            self.takes = 0
        elif self.takes:
            self._drops = 0
        if self._fresh and self.gives:  # what was said before the two were connected is for nobody
            self._fresh = False
            while self._raw(_READ):
                pass

    def read(self) -> bytes:
        """What the far end said since."""
        pcm = self._raw(_READ) if self.gives else b""
        if pcm and self._heard is not None:
            self._heard.append((pcm, self.gives))
        return pcm

    def _raw(self, longest: int) -> bytes:
        try:
            return self._audio.read(longest)
        except (AudioNotActive, AudioRestarted):
            return b""

    def write(self, pcm: bytes) -> None:
        """What the stack's buffer (1 s and more) cannot take is lost: it would come much too late."""
        try:
            self._audio.write(pcm)
        except (AudioNotActive, AudioRestarted):
            return

    def waiting(self) -> float:
        """Seconds in the transmit buffer."""
        return self._buffered / 2 / self.takes if self.takes else 0.0

    def leave(self) -> None:
        """What is still in the buffer is dropped by the voice, which has the call from now on."""


class HeadsetEnd:
    """The person's headset, at the rate of whoever is spoken with."""

    # a device takes up to 30 ms at once, and the 20 ms of a packet drift against that
    least, most, kept = 0.040, 0.120, 0.040

    def __init__(self, person: PersonSound) -> None:
        self.gives = 0
        self.takes = 0
        self._person = person

    def look(self, other: End) -> None:
        """Take on the other's rate; a headset that was begun anew has nothing buffered."""
        rate = other.gives or other.takes
        if rate and rate != self.gives:
            self._person.begin(rate)
            self.gives = self.takes = rate

    def read(self) -> bytes:
        """What the microphone gave."""
        return self._person.read(_READ)

    def write(self, pcm: bytes) -> None:
        """To the speaker."""
        self._person.write(pcm)

    def waiting(self) -> float:
        """Seconds the device has been given and has not played."""
        return self._person.waiting()

    def leave(self) -> None:
        """Let the device go."""
        if self.gives:
            self._person.end()


class ToneEnd:
    """A tone, over and over, that hears nothing: how it rings at the far end."""

    least = most = kept = 0.0

    def __init__(self, pcm: bytes, rate: int) -> None:
        self.gives = rate
        self.takes = 0
        self._pcm = pcm
        self._began = time.monotonic()
        self._given = 0

    def look(self, other: End) -> None:
        """Nothing changes."""

    def read(self) -> bytes:
        """As much as time has passed."""
        due = int((time.monotonic() - self._began) * self.gives) * 2
        size = min(due - self._given, _READ)
        at = self._given % len(self._pcm)
        self._given = due
        return (self._pcm[at:] + self._pcm)[:size]

    def write(self, pcm: bytes) -> None:
        """Nobody hears it."""

    def waiting(self) -> float:
        """Nothing waits."""
        return 0.0

    def leave(self) -> None:
        """Nothing to give back."""


class Way:
    """One direction: from what one says to what the other hears, at the rates the two have."""

    def __init__(self, source: End, sink: End) -> None:
        self._source = source
        self._sink = sink
        self._rates = (0, 0)
        self._convert = Resampler(1, 1)
        self.smoothing = Smoothing(8000, sink.least, sink.most, sink.kept)

    def step(self, elapsed: float) -> None:
        """Carry what was said since over."""
        rates = (self._source.gives, self._sink.takes)
        pcm = self._source.read()
        if 0 in rates:
            return
        if rates != self._rates:
            self._rates = rates
            self._convert = Resampler(*rates)
            sink = self._sink
            self.smoothing = Smoothing(rates[1], sink.least, sink.most, sink.kept)
        play = self.smoothing.step(self._convert.convert(pcm), self._sink.waiting(), elapsed)
        if play:
            self._sink.write(play)


class Conversation:
    """Carries sound between two ends from `begin` on until `stop` returns."""

    def __init__(self, one: End, other: End) -> None:
        self._ends = (one, other)
        self._ways = (Way(one, other), Way(other, one))
        self._lock = threading.Lock()
        self._over = False
        self._thread = threading.Thread(target=self._run, name="conversation", daemon=True)

    def begin(self) -> None:
        """Carry from now on."""
        self._thread.start()

    def stop(self) -> None:
        """From the return of this on nobody hears the other. Waits for one step at most."""
        if self._over:
            return
        # before the lock: a thread that is late takes it again at once, and would keep us waiting for long
        self._over = True
        with self._lock:
            pass
        for end in self._ends:
            end.leave()

    def _run(self) -> None:
        before = time.monotonic()
        due = before
        while True:
            now = time.monotonic()
            with self._lock:
                if self._over:
                    return
                try:
                    self._step(now - before)
                except Exception as error:  # the two must not lose each other over it
                    log.error("a conversation stumbled: %s", where(error))
            before = now
            due = max(due + EVERY, now)  # after a stall on from here
            time.sleep(max(0.0, due - time.monotonic()))

    def _step(self, elapsed: float) -> None:
        one, other = self._ends
        one.look(other)
        other.look(one)
        for way in self._ways:
            way.step(elapsed)


def heard_by_call() -> deque[tuple[bytes, int]]:
    """A place for what a call says during a conversation; the oldest goes when nobody looks."""
    return deque(maxlen=_KEPT)
