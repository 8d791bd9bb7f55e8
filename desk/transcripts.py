"""Messages written down by a machine: each after it is kept, one at a time, in another process.

What the machine wrote stands beside the journal, as its words; a number heard in it is offered as the one to
call back.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from desk.core.events import Event, MessageTranscribed, PromiseJoined, PromiseMade
from desk.core.model import Caller, Desk
from desk.engine import Engine
from desk.mistakes import where
from desk.numbers import Numbers
from desk.store import CannotRead

log = logging.getLogger("desk.transcripts")

WAITING_AT_MOST = 100
"""Messages that wait to be written down; those beyond are listened to."""


class Transcript(Protocol):
    """What the machine heard: its words, and a number as it was said, None without one."""

    @property
    def words(self) -> str: ...  # noqa: D102

    @property
    def number(self) -> str | None: ...  # noqa: D102


Transcribe = Callable[[Path, str], Awaitable[Transcript | None]]
"""(WAV file, language) -> what was heard; None when it cannot be done."""


class Transcripts:
    """The messages that wait to be written down, and the one that is."""

    def __init__(
        self, engine: Engine, numbers: Numbers, data: Path, language: str, transcribe: Transcribe
    ) -> None:
        self._engine = engine
        self._numbers = numbers
        self._data = data
        self._language = language
        self._transcribe = transcribe
        self._waiting: asyncio.Queue[tuple[str, str]] = asyncio.Queue(WAITING_AT_MOST)
        self._known: set[str] = set()  # of this run: one that is cut at a start both happens and is taken up
        self._task: asyncio.Task[None] | None = None

    def happened(self, event: Event) -> None:
        """A message that is kept waits for its turn. On the loop."""
        if not isinstance(event, PromiseMade | PromiseJoined) or event.recording is None:
            return
        promise = self._engine.desk.promise(event.promise)
        self._wait_for(event.recording, None if promise is None else promise.caller)

    def take_up(self, desk: Desk) -> None:
        """The engine starts: messages of open promises that nobody has written down wait again."""
        try:
            for recording, caller in ((r, p.caller) for p in desk.promises for r in p.recordings):
                message = self._engine.store.recording(recording)
                if message is not None and not message.words:
                    self._wait_for(recording, caller)
        except CannotRead as failed:  # they are listened to
            log.warning("%s %s", failed.happened, failed.do)

    def _wait_for(self, recording: str, caller: Caller | None) -> None:
        language = (caller.language if caller is not None else None) or self._language
        if recording in self._known:
            return
        if self._waiting.full():
            log.warning("A message is not written down: too many wait already.")
            return
        self._known.add(recording)
        self._waiting.put_nowait((recording, language))
        if self._task is None:
            self._task = asyncio.create_task(self._work())

    async def _work(self) -> None:
        while True:
            recording, language = await self._waiting.get()
            try:
                await self._write_down(recording, language)
            except Exception as error:  # the words of a message are in no log
                log.warning("A message could not be written down: %s", where(error))

    async def _write_down(self, recording: str, language: str) -> None:
        store = self._engine.store
        message = store.recording(recording)
        if message is None:
            return
        found = await self._transcribe(self._data / message.file, language)
        if found is None or not found.words.strip():
            return
        if store.recording(recording) is None:  # erased meanwhile
            return
        at = self._engine.clock.now()
        store.add_words(recording, found.words.strip(), at)
        said = self._said(found.number)
        self._engine.feed(MessageTranscribed(at=at, recording=recording, said=said))

    def _said(self, number: str | None) -> Caller | None:
        """The number heard, when it is one that could be called."""
        caller = self._numbers.identify(number) if number else None
        return caller if caller is not None and caller.dial.callable else None

    async def close(self) -> None:
        """The engine ends: what is not written down now is listened to."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
