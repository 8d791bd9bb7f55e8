"""One call from its ringing to its end: the SIP side of it, its voice, and the events of both in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baresip import Call, CallState
from baresip.errors import BaresipError, split_status
from baresip.events import Event as StackEventKind
from baresip.events import StackEvent

from desk.channels.phone import logs
from desk.channels.phone.conversation import CallEnd
from desk.channels.phone.dialling import outcome_of
from desk.channels.phone.passing import Dialled, PassingOn, joined, passed_on, rung_first
from desk.channels.phone.presses import Presses
from desk.channels.phone.prompts import Prompts
from desk.channels.phone.stack import declined
from desk.channels.phone.ticker import Ticker
from desk.channels.phone.trace import Ending, Wire
from desk.channels.phone.voice import Voice
from desk.core.commands import CollectNumber, PlayMusic, Record, Say
from desk.core.events import (
    CallAnswered,
    CallEnded,
    EndedBy,
    Event,
    FarEndRang,
    KeyPressed,
    RecordingEndedBy,
    TransferEnded,
)
from desk.core.model import Caller, Outcome
from desk.mistakes import where

if TYPE_CHECKING:
    from desk.channels.phone.talking import Talking

log = logging.getLogger(__name__)

USUAL_RATE = 8000
_TRACE_WAIT = 0.05
"""Seconds an event may be ahead of the trace that belongs to it."""
_AUDIO_WAIT = 3.0
_FINISHED_WITHIN = 5.0
"""Seconds a recording may take to be brought to the disk before the end of its call is told."""
_RESET = "Connection reset by peer"
"""What the stack says of a call the other side ended, whether by BYE or CANCEL."""

Spoken = Say | PlayMusic | CollectNumber | Record


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every call of the line uses."""

    emit: Callable[[Event], None]
    identify: Callable[[str | None], Caller]
    clock: Callable[[], datetime]
    prompts: Prompts
    ticker: Ticker
    wire: Wire
    recordings: Path
    talking: Talking


class LiveCall:
    """One call. Made when it rings, or, one that we make (`out`), when it is dialled; `gone` is called once,
    after its `CallEnded`.

    `rings_there` is true while a call we make is heard to ring and nobody has picked up. `leg` is true of our
    call to the desk phone: its keys are the person's, and go to whom is spoken with.
    """

    def __init__(
        self,
        id: str,
        call: Call,
        around: Surroundings,
        gone: Callable[[LiveCall], None],
        *,
        out: bool = False,
        leg: bool = False,
    ) -> None:
        self.id = id
        self.out = out
        self.leg = leg
        self.rings_there = False
        self._early = False
        self._presses = Presses()
        self._call = call
        self._around = around
        self._gone = gone
        self._voice: Voice | None = None
        self._waiting: list[Spoken] = []
        self._answering = False
        self._lent = False
        self._passing = PassingOn(self._passed_on)
        self._fingers = asyncio.Lock()
        self._established = False
        self._by_us = False
        self._refused = False
        self._ended = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._over = False
        call.on(self._heard)

    # -- what the desk asks for

    @property
    def sip_id(self) -> str:
        """The SIP Call-ID; empty while a call we make has none yet."""
        return self._call.call_id or ""

    async def answer(self) -> None:
        """200 OK, if it still rings and was not answered before."""
        if self._answering or self._over or self._call.state is not CallState.INCOMING:
            return
        self._answering = True
        try:
            await self._call.answer()
        except BaresipError as error:
            log.info("call %s could not be answered: %s", self.id, type(error).__name__)
            with contextlib.suppress(BaresipError):
                await self._call.reject()

    async def refuse(self, *, for_good: bool = False) -> None:
        """486 Busy Here, or 603 Decline. The desk has written its end already: it is not reported once
        more.
        """
        self._refused = True
        if for_good and not self._over and declined(self.sip_id):
            self._by_us = True
            return
        await self._end_ours(self._call.reject)

    async def hang_up(self) -> None:
        """BYE; 486 to a caller who still rings, CANCEL where we ring."""
        await self._end_ours(self._call.hangup if self._answering or self.out else self._call.reject)

    def tell(self, command: Spoken) -> None:
        """Say, play, collect or record: now, or first thing once the caller hears us."""
        if self._over:
            return
        if not isinstance(command, CollectNumber):
            self._around.talking.leave(self)
        if self._voice is None:
            if isinstance(command, Say):
                self._around.prompts.prepare(command.phrases, USUAL_RATE)
            self._waiting.append(command)
            return
        self._tell(self._voice, command)

    def send_keys(self, keys: str) -> None:
        """Press these keys, one after the other, once those sent before are through."""
        self._spawn(self._send_keys(keys))

    async def _send_keys(self, keys: str) -> None:
        async with self._fingers:
            if not self._over and keys:
                # the call may have ended under the finger
                with contextlib.suppress(BaresipError):
                    await self._call.send_dtmf(keys)

    # -- to somebody else

    def pass_on(self, uri: str, dial: Callable[[], Awaitable[Dialled]], longest: float) -> None:
        """Pass the caller on to `uri`, which `dial` calls; TransferEnded says how it went."""
        invite = next(iter(self._around.wire.invites(self.sip_id)), None)
        supported = ",".join((*invite.all("supported"), *invite.all("k"))) if invite else "replaces"
        if "replaces" in supported.lower():
            self._passing.begin(rung_first(self._call, dial, longest))
        else:
            self._passing.begin(passed_on(self._call, uri, longest))

    def join(self, other: LiveCall, longest: float) -> None:
        """Connect the caller with the party of `other`, and be out of it; TransferEnded says how it went."""
        self._around.talking.leave(self)
        self._around.talking.leave(other)
        self._passing.begin(joined(self._call, other._call, longest))
        other._passing.follow(self._passing)

    def _passed_on(self, outcome: Outcome, reason: str) -> None:
        if not self._over:
            at = self._around.clock()
            self._around.emit(TransferEnded(at=at, call=self.id, outcome=outcome, reason=reason))

    # -- with the person

    def taken_from_voice(self) -> None:
        """What this call was hearing stops: it is to be connected with the person."""
        self._waiting.clear()
        if self._voice is not None and not self._lent:
            self._lent = True
            self._voice.lend(asyncio.get_running_loop().time())

    def back_to_voice(self) -> None:
        """It is not connected with the person any more."""
        if self._voice is not None and self._lent:
            self._voice.take_back(asyncio.get_running_loop().time())
        self._lent = False

    def sound_end(self) -> tuple[CallEnd, str] | None:
        """This call's sound as one end of a conversation, and which: "call", or "early" (what the exchange
        lets be heard before the call is answered, RFC 3960). None while there is none.
        """
        if self._voice is not None:
            return self._voice.end(), "call"
        if self._early and not self._over:
            return CallEnd(self._call.audio), "early"
        return None

    async def lost(self, reason: str) -> None:
        """The line under the call is gone: it ends here and now."""
        await self._end(EndedBy.LINE, reason, None)

    async def ended(self) -> None:
        """Return once the call is over and has said so."""
        await self._ended.wait()

    async def _end_ours(self, how: Callable[[], Awaitable[None]]) -> None:
        if self._over:
            return
        self._by_us = True
        try:
            await how()
        except BaresipError as error:
            self._by_us = False  # it was gone already, by somebody else's hand
            log.debug("call %s could not be ended: %s", self.id, type(error).__name__)

    def _tell(self, voice: Voice, command: Spoken) -> None:
        now = asyncio.get_running_loop().time()
        match command:
            case Say():
                clips = self._around.prompts.clips(command.phrases, voice.speaks_at)
                voice.say(command.say, clips, now, whole=command.whole)
            case PlayMusic():
                order = voice.order
                rate = voice.speaks_at

                def play(music: bytes) -> None:
                    if voice.order == order:  # nothing else has been asked for meanwhile
                        voice.play(music, rate, asyncio.get_running_loop().time())

                self._around.prompts.music(rate, play)
            case CollectNumber():
                voice.collect(command.wait, now)
            case Record():
                voice.record(command, now)

    # -- what the wire says

    def _heard(self, event: StackEvent) -> None:
        match event.event:
            case StackEventKind.CALL_RINGING | StackEventKind.CALL_PROGRESS:
                # the stack says PROGRESS when there is sound with it, whether it came by 180 or 183
                self._rings(early=event.event is StackEventKind.CALL_PROGRESS)
            case StackEventKind.CALL_ESTABLISHED:
                if not self._established:
                    self._established = True
                    self._spawn(self._establish())
            case StackEventKind.CALL_DTMF_START if event.text:
                self._key(event.text, asyncio.get_running_loop().time())
            case StackEventKind.CALL_DTMF_END:
                self._presses.ends(asyncio.get_running_loop().time())
            case StackEventKind.CALL_CLOSED:
                self._spawn(self._closed(event.text or ""))
            case _:
                pass

    def _key(self, key: str, now: float) -> None:
        if not self._presses.begins(key, now):
            return
        beyond = self._around.talking.beyond(self)
        if beyond is not None:
            beyond.send_keys(key)
        elif self._voice is not None:
            self._voice.pressed(key, now, tone=False)

    def _rings(self, *, early: bool) -> None:
        if not self.out or self._established or self._over:
            return
        first, self.rings_there = not self.rings_there, True
        self._early = early
        self._around.talking.changed(self)
        if first:
            self._around.emit(FarEndRang(at=self._around.clock(), call=self.id))

    async def _establish(self) -> None:
        """The caller hears us: open the audio, say what waits, then tell the desk."""
        around = self._around
        voice = Voice(
            self.id,
            self._call.audio,
            emit=self._emit,
            identify=around.identify,
            clock=around.clock,
            recordings=around.recordings,
        )
        loop = asyncio.get_running_loop()
        until = loop.time() + _AUDIO_WAIT
        while not voice.open():
            if self._over:
                return
            if loop.time() > until:
                log.warning("call %s has no sound", self.id)
                await self.hang_up()
                return
            await asyncio.sleep(0.002)
        if self._over:
            return
        self._voice = voice
        self.rings_there = self._early = False
        around.talking.changed(self)
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            self._tell(voice, command)
        around.ticker.add(voice)
        around.emit(CallAnswered(at=around.clock(), call=self.id))

    def _emit(self, event: Event) -> None:
        """What the voice has to say; keys of the desk phone are nobody's choice."""
        if not (self.leg and isinstance(event, KeyPressed)):
            self._around.emit(event)

    async def _closed(self, text: str) -> None:
        if await self._passing.over(text):
            await self._end(EndedBy.DESK, "", None, reason="passed on")
            return
        ending = self._around.wire.ending(self.sip_id)
        if not self._by_us and ending is None and (not text or text.startswith(_RESET)):
            ending = await self._ending_soon()
        if self._by_us:
            by = EndedBy.DESK
        elif ending is not None or text.startswith(_RESET):
            by = EndedBy.CALLER
        else:
            by = EndedBy.LINE
        await self._end(by, text, ending)

    async def _ending_soon(self) -> Ending | None:
        """The trace of the CANCEL or BYE, which may come a moment after the event."""
        for _ in range(int(_TRACE_WAIT / 0.005)):
            await asyncio.sleep(0.005)
            ending = self._around.wire.ending(self.sip_id)
            if ending is not None:
                return ending
        return None

    async def _end(self, by: EndedBy, text: str, ending: Ending | None, reason: str = "") -> None:
        if self._over:
            return
        self._over = True
        around = self._around
        try:
            await self._fall_silent(by)
        except Exception as error:  # whatever it was, the desk must learn that the call is over
            log.error("call %s: its sound could not be let go: %s", self.id, where(error))
        if ending is not None:
            reason = ending.reason
        if not reason and by is EndedBy.LINE:
            reason = text
        if not self._refused:
            around.emit(
                CallEnded(
                    at=around.clock(),
                    call=self.id,
                    by=by,
                    answered_elsewhere=ending is not None
                    and not self._established
                    and ending.answered_elsewhere,
                    reason=logs.reason(reason) or "unknown",
                    outcome=self._outcome(text) if self.out and not self._established else None,
                )
            )
        around.wire.forget(self.sip_id)
        self._call.off(self._heard)
        self._ended.set()
        self._gone(self)

    async def _fall_silent(self, by: EndedBy) -> None:
        """Nobody speaks with it any more; what was being recorded is finished and said first."""
        self._around.talking.leave(self)
        if self._voice is not None:
            self._around.ticker.remove(self._voice)
            ended_by = RecordingEndedBy.LINE if by is EndedBy.LINE else RecordingEndedBy.HANG_UP
            async with asyncio.timeout(_FINISHED_WITHIN):
                await self._voice.close(ended_by)

    def _outcome(self, text: str) -> Outcome:
        """How a call of ours ended that was never answered: by the SIP status, or because we gave up."""
        return Outcome.NO_ANSWER if self._by_us else outcome_of(split_status(text)[0])

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        failed = None if task.cancelled() else task.exception()
        if failed is not None:
            log.error("call %s: a step of it failed: %s", self.id, where(failed))
