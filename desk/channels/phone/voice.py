"""One call's voice: what this caller hears and says. Prompts, music, keys, a number keyed in, a message.

Knows one call's audio and nothing of SIP, so that nothing can be said into another call. Everything here runs
on the event loop's thread; `tick` is called every 10 ms for all calls by one `Ticker`.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from baresip import AudioNotActive, AudioRestarted
from baresip.audio import CallAudio

from desk.channels.phone.collection import Collection
from desk.channels.phone.conversation import CallEnd, heard_by_call
from desk.channels.phone.keys import Ear
from desk.channels.phone.recording import KEY_TONE, Recording
from desk.channels.phone.speaker import Clip, Speaker
from desk.core.commands import Phrase, Record
from desk.core.events import Event, KeyPressed, NumberEntered, RecordingEnded, RecordingEndedBy, SayEnded
from desk.core.model import Caller, Dial
from desk.mistakes import where

log = logging.getLogger(__name__)

KEYS = "0123456789*#"
TOLD = "1239*#"
"""Keys that mean something to the desk. Any other is told as "other": it could be a digit of a number."""
_TWICE = 0.3
"""Seconds in which an RFC 4733 key is the same press as a tone just heard: some exchanges send both."""
_READ = 8192


class Sounds(Protocol):
    """Where prompts and music come from, as 16-bit mono PCM at `rate` samples a second."""

    def ready(self, phrase: Phrase, rate: int) -> bytes | None:
        """The phrase if it is in memory already; never waits."""
        ...

    def clip(self, phrase: Phrase, rate: int) -> bytes:
        """The phrase, spoken now if need be: some 10s of milliseconds. Called on a worker thread."""
        ...

    def music(self, rate: int) -> bytes:
        """Hold music, made to be repeated. Called on a worker thread."""
        ...


class Voice:
    """What one established call says and hears.

    `order` counts what was asked to be heard, so that sound which comes late knows whether it is still
    wanted. `emit` takes this call's events; `identify` turns a number keyed in into a `Caller`; `clock` gives
    the wall clock. Times named `now` are seconds of the loop's clock.
    """

    def __init__(
        self,
        call: str,
        audio: CallAudio,
        *,
        emit: Callable[[Event], None],
        identify: Callable[[str | None], Caller],
        clock: Callable[[], datetime],
        recordings: Path,
    ) -> None:
        self.call = call
        self.rate = 0
        self._audio = audio
        self._emit = emit
        self._identify = identify
        self._clock = clock
        self._folder = recordings
        self._speaker = Speaker(audio)
        self._say: int | None = None
        self._whole = False
        self._collection: Collection | None = None
        self._record: Record | None = None
        self._recording: Recording | None = None
        self._finishing: asyncio.Task[None] | None = None
        self._pressed_meanwhile: list[str] = []
        self._ear: Ear | None = None
        self._events_seen = False
        self._tone: tuple[str, float] = ("", 0.0)
        self._lost = False
        self._heard_talking: deque[tuple[bytes, int]] | None = None
        self.order = 0

    # -- what the desk asks for

    def open(self) -> bool:
        """Bind to the call's audio; False while it has none yet."""
        try:
            info = self._audio.info()
        except AudioNotActive:
            return False
        if not (info.tx_ready and info.rx_ready):
            return False
        self.rate = info.rx_sample_rate
        self._ear = Ear(self.rate)
        self._speaker.open(info)
        return True

    @property
    def speaks_at(self) -> int:
        """Samples a second of what is said to this call."""
        return self._speaker.rate

    def say(self, number: int, clips: list[Clip], now: float, *, whole: bool = False) -> None:
        """Say these clips, one after the other, instead of whatever was heard until now.

        `whole` as in `Say`.
        """
        self.order += 1
        self._collection = None
        self._say, self._whole = number, whole
        self._speaker.say(deque(clips), now)

    def play(self, music: bytes, rate: int, now: float) -> None:
        """Play music, from where it was last left, until something else is asked for."""
        self.order += 1
        self._collection = None
        self._say = None
        self._speaker.play(Clip(music, rate), now)

    def collect(self, wait: float, now: float) -> None:
        """From now on keys are the digits of a number."""
        self._collection = Collection(wait)
        if self._say is None:
            self._collection.listen(now)

    def record(self, command: Record, now: float) -> None:
        """Record from now on, or from the end of what is being said."""
        self._record = command
        if self._say is None:
            self._begin_recording(now)

    def lend(self, now: float) -> None:
        """The call's sound belongs to a conversation until `take_back`: be silent, and only look for keys."""
        self.order += 1
        self._collection = None
        self._say = None
        self._record = None
        self._end_recording(RecordingEndedBy.KEY)
        self._speaker.flush(now)
        self._heard_talking = heard_by_call()

    def end(self) -> CallEnd:
        """The lent sound, as one end of a conversation."""
        return CallEnd(self._audio, self._heard_talking)

    def take_back(self, now: float) -> None:
        """The conversation is over and has let go of the sound: what it left in the buffer is dropped."""
        if self._heard_talking is None:
            return
        self._heard_talking = None
        self._restarted(now)
        self._speaker.flush(now)

    async def close(self, by: RecordingEndedBy) -> None:
        """The call is over: a recording still running ends, and its event has been emitted when this
        returns.
        """
        self._speaker.stop()
        self._say = None
        self._collection = None
        self._end_recording(by)
        if self._finishing is not None:
            await self._finishing

    # -- keys

    def pressed(self, key: str, now: float, *, tone: bool) -> None:
        """A key, as RFC 4733 event or SIP INFO, or as a `tone` in the sound. The same press counts once."""
        if key not in KEYS:
            return
        if tone:
            if self._events_seen:
                return
            self._tone = (key, now)
        else:
            self._events_seen = True
            again = self._tone[0] == key and now - self._tone[1] < _TWICE
            if again:
                return
        if (
            self._say is not None and not self._whole
        ):  # the caller has chosen: silence at once, and no SayEnded
            self._say = None
            self._speaker.flush(now)
            if self._record is not None:
                self._begin_recording(now)
        if self._recording is not None:
            if key == "#":
                self._end_recording(RecordingEndedBy.KEY, KEY_TONE if tone else 0.0)
        elif self._collection is not None:
            if self._collection.press(key, now):
                self._number_complete()
        else:
            # what is keyed in to a person is between the two: part of a card's number, it may be
            told = key in TOLD and self._heard_talking is None
            self._pressed_meanwhile.append(key if told else "other")
            if self._finishing is None:
                self._tell_keys()

    def _tell_keys(self) -> None:
        pressed, self._pressed_meanwhile = self._pressed_meanwhile, []
        for key in pressed:
            self._emit(KeyPressed(at=self._clock(), call=self.call, key=key))

    def _number_complete(self) -> None:
        collection, self._collection = self._collection, None
        if collection is None:
            return
        number = self._identify(collection.digits) if collection.digits else Caller(dial=Dial.NOTHING)
        self._emit(NumberEntered(at=self._clock(), call=self.call, number=number))

    # -- time

    def tick(self, now: float) -> tuple[Ear, bytes] | None:
        """Hear, go on speaking, and look at the waits. Returns what is to be searched for tones, if
        anything.
        """
        if self._heard_talking is not None:
            return self._overhear(self._heard_talking)
        heard = self._hear(now)
        if self._lost:
            return None
        if self._speaker.due(now) and self._speaker.send(now) and self._say is not None:
            say, self._say = self._say, None
            if self._record is not None:
                self._begin_recording(now)
            if self._collection is not None:
                self._collection.listen(now)
            self._emit(SayEnded(at=self._clock(), call=self.call, say=say))
        if self._collection is not None and self._collection.over(now):
            self._number_complete()
        if self._recording is not None and now >= self._recording.until:
            self._end_recording(RecordingEndedBy.LONGEST)
        if heard and not self._events_seen and self._ear is not None:
            return self._ear, heard
        return None

    def _overhear(self, talking: deque[tuple[bytes, int]]) -> tuple[Ear, bytes] | None:
        """What the caller said in the conversation since, to be searched for tones."""
        heard = b""
        while talking:
            pcm, rate = talking.popleft()
            if rate != self.rate:
                self.rate = rate
                self._ear = Ear(rate)
                heard = b""
            heard += pcm
        if heard and not self._events_seen and self._ear is not None:
            return self._ear, heard
        return None

    def _hear(self, now: float) -> bytes:
        """What came in since the last tick. Re-INVITE and hold replace the streams: what was not heard is
        said again.
        """
        try:
            if self._lost:
                if not self._audio.info().tx_ready:
                    return b""
                self._restarted(now)
            heard = self._audio.read(_READ)
        except AudioRestarted:
            self._restarted(now)
            return b""
        except AudioNotActive:
            self._lost = True
            self._speaker.cut(now)
            return b""
        if heard and self._recording is not None:
            self._recording.add(heard, self.rate)
        return heard

    def _restarted(self, now: float) -> None:
        try:
            info = self._audio.info()
        except AudioNotActive:
            self._lost = True
            self._speaker.cut(now)
            return
        self._lost = not info.tx_ready
        if self._lost:
            self._speaker.cut(now)
            return
        if info.rx_sample_rate and info.rx_sample_rate != self.rate:
            self.rate = info.rx_sample_rate
            self._ear = Ear(self.rate)
        self._speaker.resume(info, now)

    # -- a message

    def _begin_recording(self, now: float) -> None:
        command, self._record = self._record, None
        if command is None:
            return
        self._end_recording(RecordingEndedBy.LINE)
        try:
            self._recording = Recording(self._folder, command.recording, self.rate, command.longest, now)
        except (OSError, ValueError) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or where(error)
            log.warning("recording %s could not begin: %s", command.recording, why)
            self._emit_recorded(command.recording, 0.0, RecordingEndedBy.FAILED)

    def _end_recording(self, by: RecordingEndedBy, cut: float = 0.0) -> None:
        recording, self._recording = self._recording, None
        if recording is not None:
            self._finishing = asyncio.create_task(self._finish(recording, by, cut, self._finishing))

    async def _finish(
        self, recording: Recording, by: RecordingEndedBy, cut: float, before: asyncio.Task[None] | None
    ) -> None:
        if before is not None:
            await before
        try:
            seconds = await asyncio.to_thread(recording.finish, cut)
        except Exception as error:
            log.error("recording %s could not be finished: %s", recording.name, where(error))
            seconds = 0.0
        self._emit_recorded(recording.name, seconds, by)
        if self._finishing is asyncio.current_task():
            self._finishing = None
            self._tell_keys()  # who is quick has answered what the desk asks after a message

    def _emit_recorded(self, recording: str, seconds: float, by: RecordingEndedBy) -> None:
        self._emit(
            RecordingEnded(
                at=self._clock(), call=self.call, recording=recording, seconds=round(seconds, 3), by=by
            )
        )
