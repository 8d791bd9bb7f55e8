"""From phrases to clips: at once where they are in memory, else spoken on a worker thread while the call goes
on.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from desk.channels.phone.speaker import Clip
from desk.channels.phone.voice import Sounds
from desk.core.commands import Phrase
from desk.mistakes import where

log = logging.getLogger(__name__)

_KEPT = 16
"""Clips kept that had to be spoken: a call's greeting is spoken while it rings. Few, for they may say
numbers."""

Key = tuple[Phrase, int]


class Prompts:
    """All calls' way to the sounds. On the event loop's thread; `close` gives the worker threads back."""

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self._workers = ThreadPoolExecutor(2, "phone-prompts")
        self._spoken: OrderedDict[Key, asyncio.Future[bytes]] = OrderedDict()
        self._music: dict[int, asyncio.Future[bytes]] = {}

    def close(self) -> None:
        """Wait for nothing, keep nothing."""
        self._workers.shutdown(wait=False, cancel_futures=True)
        self._spoken.clear()

    def prepare(self, phrases: tuple[Phrase, ...], rate: int) -> None:
        """Begin to speak what is not in memory, for a call that will soon be answered."""
        self.clips(phrases, rate)

    def clips(self, phrases: tuple[Phrase, ...], rate: int) -> list[Clip]:
        """One clip a phrase; those not yet spoken fill themselves when they are. What cannot be spoken is
        silence.
        """
        return [self._clip(phrase, rate) for phrase in phrases]

    def music(self, rate: int, then: Callable[[bytes], None]) -> None:
        """Call `then` with the hold music at this rate: at once when it is there."""
        music = self._music.get(rate)
        if music is None:
            music = asyncio.ensure_future(
                asyncio.get_running_loop().run_in_executor(self._workers, self._sounds.music, rate)
            )
            self._music[rate] = music
        if music.done():
            then(self._result(music, "the hold music"))
        else:
            music.add_done_callback(lambda done: then(self._result(done, "the hold music")))

    def _clip(self, phrase: Phrase, rate: int) -> Clip:
        try:
            ready = self._sounds.ready(phrase, rate)
        except Exception as error:
            log.error("the prompt %s could not be had: %s", phrase.name, where(error))
            ready = b""
        if ready is not None:
            return Clip(ready, rate)
        spoken = self._speak(phrase, rate)
        if spoken.done():
            return Clip(self._result(spoken, phrase.name), rate)
        clip = Clip(None, rate)

        def fill(done: asyncio.Future[bytes]) -> None:
            clip.pcm = self._result(done, phrase.name)

        spoken.add_done_callback(fill)
        return clip

    def _speak(self, phrase: Phrase, rate: int) -> asyncio.Future[bytes]:
        key = (phrase, rate)
        spoken = self._spoken.get(key)
        if spoken is None or (spoken.done() and (spoken.cancelled() or spoken.exception() is not None)):
            spoken = asyncio.ensure_future(
                asyncio.get_running_loop().run_in_executor(self._workers, self._sounds.clip, phrase, rate)
            )
            self._spoken[key] = spoken
            while len(self._spoken) > _KEPT:
                self._spoken.popitem(last=False)
        return spoken

    @staticmethod
    def _result(done: asyncio.Future[bytes], name: str) -> bytes:
        if done.cancelled():
            return b""
        error = done.exception()
        if error is not None:
            log.error("%s could not be spoken: %s", name, where(error))
            return b""
        return done.result()
