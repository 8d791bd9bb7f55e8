"""Playing messages on the desk's loudspeaker."""

from __future__ import annotations

import asyncio
import contextlib

from desk.core.events import MessagePlayed
from desk.link_types import PlayMessage, Reply, StopMessage
from desk.requests.means import Means, no


class Messages:
    """The message being played, if one is."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._playing: PlayMessage | None = None

    @property
    def playing(self) -> str | None:
        """The message being played, None when none is."""
        return None if self._playing is None else self._playing.recording

    def answer(self, request: PlayMessage | StopMessage) -> Reply:
        """Play, or stop."""
        if isinstance(request, StopMessage):
            self._means.loudspeaker.stop()
            return Reply(id=request.id)
        return self._play(request)

    def _play(self, request: PlayMessage) -> Reply:
        message = self._means.engine.store.recording(request.recording)
        if message is None:
            return no(request, "There is no such message.", "Look at the list again.")
        file = self._means.data / message.file
        if not file.exists():
            return no(request, "The recording of this message is gone.", "Call the person back without it.")
        loop = asyncio.get_running_loop()

        def ended() -> None:
            with contextlib.suppress(RuntimeError):  # the engine has ended meanwhile
                loop.call_soon_threadsafe(self._played, request)

        self._playing = request
        self._means.loudspeaker.play(file, ended)
        self._means.changed()
        return Reply(id=request.id)

    def _played(self, request: PlayMessage) -> None:
        """A message has ended, was stopped or could not be played: what was heard counts as listened to."""
        if self._means.loudspeaker.problem is None:
            by = self._means.by(request)
            self._means.engine.feed(MessagePlayed(at=self._means.now(), recording=request.recording, by=by))
        if self._playing is request:
            self._playing = None
        self._means.changed()
