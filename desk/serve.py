"""The engine as a program: settings, store, voice, line and socket put together, run until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import threading
from pathlib import Path

from msgspec.structs import replace

from audio import transcription
from audio.headset import Headset
from audio.loudspeaker import Loudspeaker
from audio.wav import WavError, duration, read_wav, trim, write_wav
from config.settings import Settings
from desk.bringing_up import bring_up
from desk.channels.phone.line import PhoneLine
from desk.core.events import CallEnded, CallRang, EndedBy, Event, RecordingEnded, RecordingEndedBy
from desk.core.hours import opens_at, presence, quarters
from desk.core.model import Caller, Desk, Doing
from desk.core.next_action import next_action
from desk.core.serving import still_serving_since
from desk.core.sounding import sounds as desk_sounds
from desk.core.views import LineView, View
from desk.engine import Engine
from desk.from_settings import phone_of, policy_of, voices_of
from desk.keeping import Keeping
from desk.link import Link
from desk.link_types import Levels
from desk.log_door import Door
from desk.numbers import Numbers
from desk.places import socket_path
from desk.reporting import Reporting
from desk.requests import Means, Requests
from desk.show import Show
from desk.sounds import Sounds
from desk.speaking import MakeHeadset, Speaking
from desk.store import RECORDINGS, Store
from desk.transcripts import Transcribe, Transcripts
from desk.troubles import troubles
from desk.version import program_version

log = logging.getLogger("desk.serve")


class EngineProcess:
    """One engine process. `run` returns when it was told to stop, or when it must be started anew.

    `headset` makes what the person speaks through, `transcribe` writes messages down (None: nobody does).
    """

    def __init__(
        self,
        settings: Settings,
        data: Path,
        *,
        headset: MakeHeadset = Headset,
        transcribe: Transcribe | None = None,
    ) -> None:
        self.settings = settings
        self.data = data
        self.store = Store.open(data)
        self.recordings = data / RECORDINGS
        self.recordings.mkdir(mode=0o700, exist_ok=True)
        self.voices = voices_of(settings, data)
        self.loudspeaker = Loudspeaker()
        self.policy = policy_of(settings)
        self.engine = Engine(
            self.store,
            self.policy,
            program_version(),
            self.loudspeaker,
            changed=self._changed,
            happened=self._written,
        )
        self.show = Show(self.store)
        self.transcripts: Transcripts | None = None
        self._closing = False
        self._line_dead = False
        self.numbers = Numbers(settings, self.store)
        if transcribe is not None and settings.messages.transcribe:
            self.transcripts = Transcripts(
                self.engine, self.numbers, data, settings.desk.language, transcribe
            )
        self.keeping = Keeping(self.engine, data, settings.store, settings.desk.time_zone, self._changed)
        self.reporting = Reporting(self.engine, data, settings, self._changed)
        self.speaking = Speaking(settings, self.store, self.loudspeaker, headset)
        self.sounds = Sounds(
            self.voices.prompts, self.numbers.heard, self.engine.clock.now, self.voices.others
        )
        self.line = PhoneLine(
            phone_of(settings),
            emit=self.happened,
            identify=self.identify,
            clock=self.engine.clock.now,
            sounds=self.sounds,
            recordings=self.recordings,
            on_dead=self._line_died,
            dial_to=self.numbers.to_dial,
            headset=self.speaking.headset,
        )
        self.log_door = Door(settings.supervisor.pin, self.store, data, settings.file)
        self.requests = Requests(
            Means(
                engine=self.engine,
                line=self.line,
                loudspeaker=self.loudspeaker,
                sounds=self.sounds,
                settings=settings,
                data=data,
                speaking=self.speaking,
                numbers=self.numbers,
                log_door=self.log_door,
                view=self.view,
                changed=self._changed,
            )
        )
        self.link = Link(socket_path(data), self.requests.answer, self.view, self._levels)

    def happened(self, event: Event) -> None:
        """The line says that something happened: what stands beside the journal is remembered with it."""
        if isinstance(event, RecordingEnded):
            self._remember(event)
        if isinstance(event, CallRang):
            event = replace(event, also=self.numbers.also(event.caller))
        if self._closing and isinstance(event, CallEnded) and event.by is EndedBy.DESK:
            # it was not the rules that ended it: this caller was cut, and is owed a callback for that
            # nor was it given up because nobody answered: it is no attempt
            event = replace(event, by=EndedBy.LINE, reason="the engine was stopped", outcome=None)
        self.engine.feed(event)

    def _remember(self, event: RecordingEnded) -> None:
        file = f"{RECORDINGS}/{event.recording}.wav"
        self.store.add_recording(event.recording, file, event.seconds, event.at, event.call)

    def identify(self, number: str | None, inside: bool = False) -> Caller:
        """A number in clear to what the rules may know of it."""
        return self.numbers.identify(number, inside)

    async def run(self) -> bool:
        """Start everything, run until stopped, end in good order. False when it must be started anew."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self.engine.stop)
        cut = self._cut_recordings()
        # rendered beside everything else: a first start must not keep callers waiting for it
        prepared = threading.Thread(target=self._prepare, name="prepare-prompts", daemon=True)
        prepared.start()
        await self.engine.start(self.line, cut)
        if self.transcripts is not None:
            self.transcripts.take_up(self.engine.desk)
        self.speaking.start(self.engine, self._changed)
        await self.link.open()
        await self.line.start()
        self.keeping.start()
        self.reporting.start()
        try:
            await self.engine.run()
        finally:
            self._closing = True
            await self.line.close()
            try:
                await self.engine.finish()
            finally:
                await self.requests.close()
                await self.log_door.close()
                await self.link.close()
                self.loudspeaker.stop_ring()
                self.speaking.close()
                if self.transcripts is not None:
                    await self.transcripts.close()
                await self.keeping.close()
                await self.reporting.close()
                self.store.close()
        return not self._line_dead

    def _prepare(self) -> None:
        try:
            self.sounds.prepare()
        except Exception:
            # whatever it was, each prompt is tried again when it is needed
            log.exception("The prompts could not all be rendered beforehand.")

    def _line_died(self) -> None:
        log.error("The phone line stopped working. The engine ends now and is started again.")
        self._line_dead = True
        self.engine.stop()

    def _cut_recordings(self) -> list[Event]:
        """Messages that were being recorded when the engine was killed: what was said is kept."""
        found: list[Event] = []
        for call in self.engine.restore().calls:
            if call.doing is Doing.RECORDING and call.recording is not None and not call.recorded:
                file = self.recordings / f"{call.recording}.wav"
                with contextlib.suppress(WavError, OSError):
                    said = read_wav(file)
                    pcm = trim(said.pcm, said.rate)
                    ended = RecordingEnded(
                        at=self.engine.clock.now(),
                        call=call.id,
                        recording=call.recording,
                        seconds=duration(pcm, said.rate),
                        by=RecordingEndedBy.LINE,
                    )
                    self._remember(ended)
                    found.append(ended)
                    write_wav(file, pcm, said.rate)
        return found

    def _changed(self) -> None:
        self.speaking.follow(self.engine.desk)
        self.link.changed()

    def _written(self, event: Event, before: Desk, after: Desk) -> None:
        self.show.happened(event, before, after)
        if self.transcripts is not None and not self._closing:
            self.transcripts.happened(event)

    def _levels(self) -> Levels | None:
        return self.speaking.levels(self.engine.desk)

    def view(self) -> View:
        """Everything that is shown, now."""
        desk, now, policy = self.engine.desk, self.engine.clock.now(), self.policy
        ring = desk_sounds(desk, now)
        return View(
            at=now,
            desk_name=self.settings.desk.name,
            company=self.settings.desk.company,
            language=self.settings.desk.language,
            time_zone=self.settings.desk.time_zone,
            country=self.settings.desk.country,
            people=self.settings.desk.people,
            state=presence(desk, now, policy),
            chosen=desk.chosen,
            since=desk.chosen_since,
            by=self.show.person(desk.chosen_by),
            line=LineView(
                state=desk.line.state,
                detail=desk.line.detail,
                since=desk.line.since,
                address=self.line.address,
                practice=self.line.practice,
            ),
            calls=self.show.calls(desk),
            next=next_action(desk, now, policy),
            promises=self.show.promises(desk, now, policy),
            opens_at=opens_at(now, policy),
            new_times=quarters(now, policy, 8),
            warn_before=policy.warn_before,
            hold_alarm=policy.hold_alarm,
            troubles=troubles(
                desk,
                self.engine.failure_detail,
                self.voices,
                self.loudspeaker,
                self.requests.practice.problem,
                self.keeping.problem,
                self.reporting.problem,
            ),
            playing=self.requests.messages.playing,
            practising=self.requests.practice.practising,
            desk_rings=ring is not None,
            side=self.speaking.view(desk),
            still_serving_since=still_serving_since(desk, now, policy),
            thanks=self.show.thanks(now, self.settings.desk.time_zone),
            garbage=self.line.garbage + self.link.garbage,
            refused=self.line.refused,
        )


def serve(settings: Settings, data: Path, *, headset: MakeHeadset = Headset) -> int:
    """Run the engine in this process until it is told to stop; the exit code.

    Whoever keeps it running starts it again after any other code than 0. Raises `StoreRefused` and
    `PromptError`.
    """
    os.umask(0o077)
    bring_up(data)
    transcribe = None if transcription.unavailable() else transcription.transcribe
    return (
        0 if asyncio.run(EngineProcess(settings, data, headset=headset, transcribe=transcribe).run()) else 1
    )
