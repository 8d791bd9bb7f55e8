"""What a window or a command asks, turned into events.

What cannot be done is answered with one sentence what happened and one what to do.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from audio.loudspeaker import Loudspeaker
from desk.channels.phone.line import PhoneLine
from desk.core.events import AttemptEnded, Event, MessagePlayed, PresenceChosen, PromiseClosed, PromisePutOff
from desk.core.model import LineState, Presence
from desk.core.next_action import promised
from desk.core.promises import CLOSED_BY_HAND
from desk.core.views import View
from desk.engine import Engine
from desk.link_types import (
    AnyRequest,
    AskPracticePass,
    ChoosePresence,
    ClosePromise,
    ListLog,
    ListPromises,
    Look,
    NoteAttempt,
    PlayMessage,
    PracticePass,
    Practise,
    PutOff,
    ReadJournal,
    Reply,
    StopEngine,
    StopMessage,
    ToggleServing,
    Watch,
)
from desk.practice import practice_command, practice_environment, practice_voice
from desk.sounds import Sounds
from desk.store import CannotRead, CannotWrite

log = logging.getLogger("desk.requests")

LATER_AT_MOST = 480
"""Minutes a promise can be passed over: a working day."""
NOTE_AT_MOST = 2000
"""Characters of a note."""
KEYS, DIGITS = frozenset("0123456789*#,"), frozenset("0123456789+")
"""What a practice caller can press (a comma is a pause), and what its number is made of."""
ROWS_AT_MOST = 1000
"""Rows of a list in one reply."""
PROBLEM_SHOWN = 60.0
"""Seconds for which it is shown why a practice call came to nothing."""
ENTRIES_AT_MOST = 2**62
"""More than a journal can have: the largest number that is looked for."""


class Requests:
    """Carries requests out.

    `playing`, `practising` and `practice_problem` are what the windows show of it: the message being played,
    whether a practice caller started here is at work, and for a while why the last one came to nothing.
    """

    def __init__(
        self,
        engine: Engine,
        line: PhoneLine,
        loudspeaker: Loudspeaker,
        sounds: Sounds,
        data: Path,
        view: Callable[[], View],
        changed: Callable[[], None],
    ) -> None:
        self._engine = engine
        self._line = line
        self._loudspeaker = loudspeaker
        self._sounds = sounds
        self._data = data
        self._view = view
        self._changed = changed
        self._practice: asyncio.subprocess.Process | None = None
        self._watching: set[asyncio.Task[None]] = set()
        self._playing: PlayMessage | None = None
        self.practising = False
        self.practice_problem: str | None = None

    @property
    def playing(self) -> str | None:
        """The message being played, None when none is."""
        return None if self._playing is None else self._playing.recording

    async def answer(self, request: AnyRequest) -> Reply:
        """The reply to one request."""
        try:
            return await self._carried_out(request)
        except (CannotRead, CannotWrite) as failed:
            return _no(request, failed.happened, failed.do)

    async def _carried_out(self, request: AnyRequest) -> Reply:
        match request:
            case Look():
                return Reply(id=request.id, view=self._view())
            case ChoosePresence():
                return await self._choose(request, request.presence)
            case ToggleServing():
                serving = self._engine.desk.chosen is Presence.SERVING
                return await self._choose(request, Presence.FREE if serving else Presence.SERVING)
            case NoteAttempt() | ClosePromise() | PutOff():
                return await self._promise(request)
            case PlayMessage():
                return self._play(request)
            case StopMessage():
                self._loudspeaker.stop()
                return Reply(id=request.id)
            case Practise():
                return await self._practise(request)
            case AskPracticePass():
                reply = self._pass(request)
                if reply.practice_pass is None:
                    return reply
                return replace(reply, practice_pass=await self._with_voice(reply.practice_pass))
            case ListPromises() | ListLog() | ReadJournal():
                return self._list(request)
            case StopEngine():
                self._engine.stop()
                return Reply(id=request.id)
            case Watch():
                return Reply(id=request.id)
            case _:
                return _no(request, "This cannot be done yet.", "Use the telephone itself for now.")

    async def _choose(self, request: AnyRequest, presence: Presence) -> Reply:
        if presence is Presence.CLOSED:
            return _no(request, "Closed cannot be chosen.", "Set the opening hours in the settings instead.")
        return await self._fed(
            request, PresenceChosen(at=self._engine.clock.now(), presence=presence, by=self._by(request))
        )

    def _by(self, request: AnyRequest) -> str:
        """The key of who asks: the name itself never stands in an event."""
        return self._engine.store.person_key(request.by)

    async def _fed(self, request: AnyRequest, event: Event) -> Reply:
        await self._engine.feed_and_wait(event)
        return Reply(id=request.id)

    async def _promise(self, request: NoteAttempt | ClosePromise | PutOff) -> Reply:
        if self._engine.desk.promise(request.promise) is None:
            return _no(request, "This promise is not open any more.", "Look at the list again.")
        now = self._engine.clock.now()
        if isinstance(request, PutOff):
            if not 1 <= request.minutes <= LATER_AT_MOST:
                return _no(request, "Later is 1 to 480 minutes.", "Choose a time within the working day.")
            until = now + timedelta(minutes=request.minutes)
            return await self._fed(
                request, PromisePutOff(at=now, promise=request.promise, until=until, by=self._by(request))
            )
        if isinstance(request, ClosePromise) and request.state not in CLOSED_BY_HAND:
            allowed = ", ".join(state.value for state in CLOSED_BY_HAND)
            return _no(request, f"A promise cannot end as {request.state.value}.", f"Say one of {allowed}.")
        by, note = self._by(request), None
        if request.note.strip():
            note = self._engine.store.add_note(request.note.strip()[:NOTE_AT_MOST])
        event: Event
        if isinstance(request, NoteAttempt):
            event = AttemptEnded(at=now, promise=request.promise, outcome=request.outcome, by=by, note=note)
        else:
            event = PromiseClosed(at=now, promise=request.promise, state=request.state, by=by, note=note)
        return await self._fed(request, event)

    def _play(self, request: PlayMessage) -> Reply:
        message = self._engine.store.recording(request.recording)
        if message is None:
            return _no(request, "There is no such message.", "Look at the list again.")
        file = self._data / message.file
        if not file.exists():
            return _no(request, "The recording of this message is gone.", "Call the person back without it.")
        loop = asyncio.get_running_loop()

        def ended() -> None:
            with contextlib.suppress(RuntimeError):  # the engine has ended meanwhile
                loop.call_soon_threadsafe(self._played, request)

        self._playing = request
        self._loudspeaker.play(file, ended)
        self._changed()
        return Reply(id=request.id)

    def _played(self, request: PlayMessage) -> None:
        """A message has ended, was stopped or could not be played: what was heard counts as listened to."""
        if self._loudspeaker.problem is None:
            at = self._engine.clock.now()
            by = self._by(request)
            self._engine.feed(MessagePlayed(at=at, recording=request.recording, by=by))
        if self._playing is request:
            self._playing = None
        self._changed()

    def _pass(self, request: AskPracticePass | Practise) -> Reply:
        if not self._line.address or self._engine.desk.line.state in (LineState.STARTING, LineState.DOWN):
            return _no(
                request,
                "There is no line to practise on yet.",
                "Wait a moment; if it stays so, run: onemoment doctor",
            )
        if not self._line.uri:
            return _no(
                request,
                "There are no practice calls on a line by TLS.",  # the only one without
                "Call its extension from another phone instead.",
            )
        given = PracticePass(uri=self._line.uri, token=self._line.practice_token())
        return Reply(id=request.id, practice_pass=given)

    async def _with_voice(self, given: PracticePass) -> PracticePass:
        return replace(given, voice=await asyncio.to_thread(practice_voice, self._sounds, self._data))

    async def _practise(self, request: Practise) -> Reply:
        if self.practising:
            return _no(request, "A practice call is still going on.", "Wait until it has ended.")
        if not KEYS.issuperset(request.press) or not DIGITS.issuperset(request.number or ""):
            return _no(
                request, "No telephone has these keys.", "Keys are 0 to 9, * and #; a number has digits."
            )
        reply = self._pass(request)
        if reply.practice_pass is None:
            return reply
        self.practising, self.practice_problem = True, None
        task = asyncio.create_task(self._practice_call(reply.practice_pass, request))
        self._watching.add(task)
        task.add_done_callback(self._watching.discard)
        self._changed()
        return Reply(id=request.id)

    async def _practice_call(self, given: PracticePass, wanted: Practise) -> None:
        """One practice call, from its start to its end; what went wrong is shown for a while."""
        try:
            given = await self._with_voice(given)
            self._practice = await asyncio.create_subprocess_exec(
                *practice_command(given, wanted),
                env=practice_environment(given),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
            )
            _, said = await self._practice.communicate()
            if self._practice.returncode:
                self.practice_problem = _last_line(said) or "The practice call broke off. Try again."
        except OSError as error:
            self.practice_problem = f"The practice caller cannot be started: {error.strerror}. Try again."
        finally:
            self.practising, self._practice = False, None
            self._changed()
        shown = self.practice_problem
        await asyncio.sleep(PROBLEM_SHOWN)
        if self.practice_problem is shown:  # another call may have failed since
            self.practice_problem = None
            self._changed()

    async def close(self) -> None:
        """End the practice call and the sound, if there are any."""
        self._loudspeaker.stop()
        if self._practice is not None and self._practice.returncode is None:
            self._practice.terminate()

    def _list(self, request: ListPromises | ListLog | ReadJournal) -> Reply:
        store = self._engine.store
        if isinstance(request, ListPromises):
            order = promised(self._engine.desk, self._engine.clock.now(), self._engine.policy)
            closed = ROWS_AT_MOST if request.all else 0
            return Reply(id=request.id, promises=store.promises(order, closed=closed))
        limit = max(1, min(request.limit, ROWS_AT_MOST))
        if isinstance(request, ListLog):
            return Reply(id=request.id, log=store.log(limit))
        after = max(0, min(request.after, ENTRIES_AT_MOST))
        return Reply(id=request.id, journal=store.journal(after, limit))


def _last_line(said: bytes) -> str:
    return said.decode(errors="replace").strip().rpartition("\n")[2]


def _no(request: AnyRequest, happened: str, do: str) -> Reply:
    return Reply(id=request.id, ok=False, happened=happened, do=do)
