"""One clock for all calls: every 10 ms each voice hears, speaks on, and all sound is searched for keys at
once.
"""

from __future__ import annotations

import asyncio
import logging

from desk.channels.phone.keys import Ear, InBandKeys
from desk.channels.phone.voice import Voice
from desk.mistakes import where

log = logging.getLogger(__name__)

EVERY = 0.010
"""Seconds. Half a packet: a key in the sound must silence a prompt within 100 ms, and hearing it takes 60 of
them."""


class Ticker:
    """Ticks while there are voices, sleeps otherwise. On the event loop's thread."""

    def __init__(self) -> None:
        self._voices: dict[Voice, None] = {}
        self._keys = InBandKeys()
        self._handle: asyncio.TimerHandle | None = None

    def add(self, voice: Voice) -> None:
        """Tick for this voice from now on."""
        self._voices[voice] = None
        if self._handle is None:
            loop = asyncio.get_running_loop()
            self._handle = loop.call_later(EVERY, self._tick, loop, loop.time() + EVERY)

    def remove(self, voice: Voice) -> None:
        """No longer."""
        self._voices.pop(voice, None)

    def close(self) -> None:
        """Stop."""
        self._voices.clear()
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _tick(self, loop: asyncio.AbstractEventLoop, planned: float) -> None:
        now = loop.time()
        searched: list[tuple[Voice, tuple[Ear, bytes]]] = []
        for voice in tuple(self._voices):
            try:
                heard = voice.tick(now)
            except Exception as error:  # the other calls must not stumble over it
                log.error("call %s: its voice stumbled: %s", voice.call, where(error))
                continue
            if heard is not None:
                searched.append((voice, heard))
        if searched:
            self._search(searched, now)
        if not self._voices:
            self._handle = None
            return
        following = max(planned + EVERY, now)  # after a stall on from here, nothing to catch up
        self._handle = loop.call_at(following, self._tick, loop, following)

    def _search(self, searched: list[tuple[Voice, tuple[Ear, bytes]]], now: float) -> None:
        try:
            found = self._keys.hear([heard for _, heard in searched])
        except Exception as error:
            log.error("the search for tones stumbled: %s", where(error))
            return
        for (voice, _), pressed in zip(searched, found, strict=True):
            for key in pressed:
                voice.pressed(key, now, tone=True)
