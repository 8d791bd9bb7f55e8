"""What one call is made to hear: clips or music, written a second ahead into the call's transmit buffer.

The stack's own thread paces the packets; here it is only seen to that the buffer never runs dry, and that it
can be emptied at once.
"""

from __future__ import annotations

import contextlib
from collections import deque
from dataclasses import dataclass

from baresip import AudioNotActive, AudioRestarted
from baresip.audio import AudioInfo, CallAudio

from audio import pcm as sound

AHEAD = 1.0
"""Seconds kept in the buffer (it holds 2 s at 8 kHz and 1 s at 16 kHz): a busy moment here is not heard
there."""
TOP_UP = 0.2
FLUSHING = 0.2
"""Seconds for which a flush is waited for; it takes one frame where sound is being sent at all."""
GRACE = 0.06
"""Seconds after the buffer is empty until a clip counts as heard: what the encoder and the network still
hold."""


@dataclass(slots=True)
class Clip:
    """One piece of speech as PCM; None while it is still being spoken. `rate` is samples a second."""

    pcm: bytes | None
    rate: int


class Speaker:
    """Feeds one call's transmit buffer. Times are seconds of one monotonic clock."""

    def __init__(self, audio: CallAudio) -> None:
        self._audio = audio
        self.rate = 0
        self._ahead = 0
        self._frame = 320
        self._clips: deque[Clip] = deque()
        self._rest = memoryview(b"")
        self._saying = False
        self._music = b""
        self._playing = False
        self._at = 0
        self._next: float | None = None
        self._tail = b""
        self._sent = False
        self._buffered = 0
        self._buffered_at = 0.0
        self._flushing_until = 0.0
        self._cut: int | None = None

    def open(self, info: AudioInfo) -> None:
        """Take the streams' format."""
        self.rate = info.tx_sample_rate
        self._frame = max(2, self.rate * info.tx_ptime_ms // 1000 * 2)
        self._ahead = min(info.tx_capacity - self._frame, int(self.rate * AHEAD) * 2)

    def say(self, clips: deque[Clip], now: float) -> None:
        """Say these instead of what is heard now."""
        self.flush(now)
        self._clips = clips
        self._saying = True
        self._sent = False
        self._next = now
        self.send(now)

    def play(self, clip: Clip, now: float) -> None:
        """Play this over and over instead of what is heard now, from where it was last left."""
        self.flush(now)
        self._music = music = self._converted(clip)
        self._at = self._at % len(music) if music else 0
        self._playing = bool(music)
        self._next = now if music else None
        self.send(now)

    def flush(self, now: float) -> None:
        """Silence, at once: at most one frame is still on its way."""
        if self._playing:  # music goes on later from what was really heard
            self._at -= min(self._at, self._unheard(now))
        self.stop()
        # Not active or replaced streams have nothing left to drop.
        with contextlib.suppress(AudioNotActive, AudioRestarted):
            if self._audio.info().tx_buffered:
                self._audio.flush_tx()
                self._flushing_until = now + FLUSHING

    def stop(self) -> None:
        """Write nothing more."""
        self._clips = deque()
        self._rest = memoryview(b"")
        self._saying = self._playing = False
        self._next = None
        self._tail = b""
        self._buffered = 0
        if self._cut is not None:
            self._cut = 0

    def due(self, now: float) -> bool:
        """Whether `send` has something to do."""
        return self._next is not None and now >= self._next

    def send(self, now: float) -> bool:
        """Top the buffer up; True when clips have been heard to the end."""
        if self._next is None:
            return False
        try:
            self._buffered = self._audio.info().tx_buffered
            # The stack's thread drops at its next frame all that is buffered then, also what came after the
            # flush.
            if self._buffered and now < self._flushing_until:
                self._next = now
                return False
            self._flushing_until = 0.0
            self._buffered_at = now
            while self._buffered < self._ahead:
                piece = self._piece(self._ahead - self._buffered)
                if not piece:
                    break
                taken = self._audio.write(piece)
                self._took(piece, taken)
                if taken < len(piece):
                    break
        except (AudioNotActive, AudioRestarted):
            self._next = now + TOP_UP  # the voice notices at its next look and calls resume()
            return False
        return self._plan(now)

    def _plan(self, now: float) -> bool:
        """When to look again; True when all was said and heard."""
        if self._saying and not self._rest and not self._clips:
            if self._sent:
                self._saying = False
                self._next = None
                return True
            self._sent = not self._buffered
            self._next = now + (GRACE if self._sent else self._buffered / (self.rate * 2))
        elif self._saying and not self._rest and self._clips[0].pcm is None:
            self._next = now + 0.01
        else:
            self._next = now + TOP_UP
        return False

    def _piece(self, room: int) -> bytes | memoryview:
        """The next bytes to write, at most `room`; empty when there is nothing (yet)."""
        room &= ~1
        if self._playing:
            return self._music[self._at : self._at + room]
        while not self._rest and self._clips and self._clips[0].pcm is not None:
            clip = self._clips.popleft()
            whole = self._converted(clip)
            if not self._clips:  # a frame cut short would count as running dry
                whole += bytes(-len(whole) % self._frame)
            self._rest = memoryview(whole)  # many calls hear one clip: none has a copy of its own
        return self._rest[:room]

    def _converted(self, clip: Clip) -> bytes:
        if clip.pcm is None or clip.rate == self.rate:
            return clip.pcm or b""
        return sound.pcm(sound.at_rate(sound.samples(clip.pcm), clip.rate, self.rate))

    def _took(self, piece: bytes | memoryview, taken: int) -> None:
        self._buffered += taken
        self._tail = (self._tail + piece[:taken])[-self._ahead - self._frame :]
        if self._playing:
            self._at = (self._at + taken) % len(self._music)
        else:
            self._rest = self._rest[taken:]

    def cut(self, now: float) -> None:
        """The streams are gone for a while, as when the far end holds: what was not sent by now waits."""
        if self._cut is None:
            self._cut = self._unheard(now)

    def resume(self, info: AudioInfo, now: float) -> None:
        """The streams were replaced and their buffer is lost: go on with what had not been sent."""
        unheard = self._unheard(now) if self._cut is None else self._cut
        self._cut = None
        old = self.rate
        lost = self._tail[-unheard:] if unheard else b""
        self._tail = b""
        self._buffered = 0
        self._sent = False
        if self._saying:
            if self._rest:
                self._clips.appendleft(Clip(bytes(self._rest), old))
                self._rest = memoryview(b"")
            if lost:
                self._clips.appendleft(Clip(lost, old))
        elif self._playing:
            self._at = (self._at - len(lost)) % len(self._music)
        self.open(info)
        if self._saying or self._playing:
            self._next = now
            self.send(now)

    def _unheard(self, now: float) -> int:
        """Bytes written that are still in the buffer, reckoned from the last look at it."""
        gone = int((now - self._buffered_at) * self.rate) * 2
        return max(0, self._buffered - gone) & ~1
