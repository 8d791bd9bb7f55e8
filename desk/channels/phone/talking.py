"""Whom the person at the desk is connected with: one call at a time, by the headset or by the desk phone."""

from __future__ import annotations

import logging
from functools import cache

import numpy as np

from audio import pcm as sound
from desk.channels.phone.conversation import Conversation, End, HeadsetEnd, PersonSound, ToneEnd
from desk.channels.phone.live import LiveCall

log = logging.getLogger(__name__)

_RATE = 8000


@cache
def ringback() -> bytes:
    """How it sounds when it rings at the far end: 425 Hz, 1 s, and 4 s of silence (ITU-T E.180)."""
    at = np.arange(_RATE) / _RATE
    tone = np.sin(2 * np.pi * 425 * at) * sound.amplitude(-23.0) * np.sqrt(2.0)
    return sound.pcm(np.concatenate((sound.faded(tone, _RATE, 10), np.zeros(4 * _RATE))))


class Talking:
    """Connects one call with the person. On the event loop's thread."""

    def __init__(self, headset: PersonSound | None) -> None:
        self._headset = headset
        self._call: LiveCall | None = None
        self._leg: LiveCall | None = None
        self._conversation: Conversation | None = None
        self._how: tuple[str, str] | None = None

    def talk(self, call: LiveCall, leg: LiveCall | None) -> None:
        """Connect these, as soon as both have sound; nobody else from this moment on."""
        if (self._call, self._leg) == (call, leg):
            return
        self.stop()
        self._call, self._leg = call, leg
        for one in (call, leg):
            if one is not None:
                one.taken_from_voice()
        if leg is None and self._headset is None:
            log.error("call %s cannot be spoken with: there is no headset", call.id)
        self._connect()

    def changed(self, call: LiveCall) -> None:
        """A call rings at the far end, has sound, or other sound than before."""
        if call in (self._call, self._leg):
            call.taken_from_voice()
            self._connect()

    def leave(self, call: LiveCall) -> None:
        """This call is not to be connected with the person any more."""
        if call in (self._call, self._leg):
            self.stop()

    def beyond(self, call: LiveCall) -> LiveCall | None:
        """Who is spoken with from this leg to the desk phone, None when it is no such leg."""
        return self._call if call is self._leg else None

    def stop(self) -> None:
        """Connect the person with nobody."""
        calls = (self._call, self._leg)
        self._call = self._leg = None
        self._disconnect()
        for one in calls:
            if one is not None:
                one.back_to_voice()

    def _disconnect(self) -> None:
        conversation, self._conversation = self._conversation, None
        self._how = None
        if conversation is not None:
            conversation.stop()

    def _connect(self) -> None:
        """Build the conversation that is possible now, unless it is the one that runs."""
        if self._call is None:
            return
        far, far_is = self._far(self._call)
        near, near_is = self._near()
        if far is None or near is None or self._how == (far_is, near_is):
            return
        self._disconnect()
        self._how = (far_is, near_is)
        self._conversation = Conversation(far, near)
        self._conversation.begin()

    @staticmethod
    def _far(call: LiveCall) -> tuple[End | None, str]:
        sound = call.sound_end()
        if sound is not None:
            return sound
        if call.rings_there:
            return ToneEnd(ringback(), _RATE), "ringing"
        return None, ""

    def _near(self) -> tuple[End | None, str]:
        if self._leg is not None:
            return self._leg.sound_end() or (None, "")
        if self._headset is not None:
            return HeadsetEnd(self._headset), "headset"
        return None, ""
