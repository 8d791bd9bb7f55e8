"""A phone in a process of its own, told what to do by lines on stdin. One call at a time.

It rings, answers, speaks a pitch, and writes down what it hears.

    python -m tests.phone.far_end NAME HERTZ FOLDER

It says what happens as JSON lines on stdout, its address first.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from baresip import Account, AudioNotActive, AudioRestarted, Call, Config, Runtime, UserAgent
from baresip.errors import BaresipError
from baresip.events import Event, StackEvent

from audio.wav import write_wav
from tests.phone.fakecore import pitch
from tests.ports import free_port


def loud(pcm: bytes) -> bool:
    return bool(np.abs(np.frombuffer(pcm, dtype="<i2")).max() > 500)


def tell(what: str, **more: object) -> None:
    print(json.dumps({"at": time.monotonic(), "what": what, **more}), flush=True)


class FarEnd:
    def __init__(self, name: str, hertz: float, folder: Path) -> None:
        self.name = name
        self.hertz = hertz
        self.folder = folder
        self.call: Call | None = None
        self.calls = 0
        self.awaits = False
        self.heard = bytearray()
        self.agent: Any = None
        self.runtime = Runtime()
        self.ear: asyncio.Task[None] | None = None

    async def run(self) -> None:
        port = free_port()
        more = f"sip_listen 127.0.0.1:{port}\nsip_transports udp\naudio_jitter_buffer_type off\n"
        config = Config(
            net_interface="127.0.0.1", sip_trace=False, max_concurrent_calls=4, extra_config_text=more
        )
        await self.runtime.start(config)
        account = Account(
            user=self.name,
            domain=f"127.0.0.1:{port}",
            password="",
            reg_interval=0,
            extra_params=("video_codecs=none", "catchall=yes", "audio_codecs=pcmu"),
        )
        self.agent = await UserAgent.create(self.runtime, account, transfer_policy="manual")
        self.agent.on_incoming(self._rings)
        self.runtime.subscribe(self._any)
        tell("listens", uri=f"sip:{self.name}@127.0.0.1:{port};transport=udp")
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
        )
        while line := (await reader.readline()).decode().split():
            try:
                await self.do(*line)
            except BaresipError as error:
                tell("could not", why=str(error))
        await self.runtime.close()

    async def do(self, what: str, *more: str) -> None:
        call = self.call
        match what:
            case "dial":
                self._take(await self.agent.dial(more[0]))
            case "pitch":
                self.hertz = float(more[0])
            case "part":
                write_wav(self.folder / f"{self.name}-part.wav", bytes(self.heard), 8000)
                tell("parted")
            case "listen":
                self.awaits = True
            case "forget":
                self.heard.clear()
            case "answer" if call is not None:
                await call.answer()
            case "reject" if call is not None:
                await call.reject()
            case "hangup" if call is not None:
                await call.hangup()
            case "hold" if call is not None:
                await call.hold()
            case "resume" if call is not None:
                await call.resume()
            case "press" if call is not None:
                await call.send_dtmf(more[0])
            case "accept" if call is not None:
                self._take(await call.accept_transfer())
            case "refuse" if call is not None:
                await call.reject_transfer(int(more[0]))
        tell("did", which=what)

    def _any(self, event: StackEvent) -> None:
        if event.event in (Event.CALL_TRANSFER, Event.CALL_TRANSFER_FAILED):
            tell(event.event.name.lower(), text=event.text)
        if event.event is Event.CALL_CLOSED and self.call is not None and event.call != self.call.handle:
            tell("other call over", why=event.text)

    def _rings(self, call: Call) -> None:
        self._take(call)
        tell("rings", peer=call.peer)

    def _take(self, call: Call) -> None:
        self.call = call
        self.calls += 1
        number = self.calls

        def heard(event: StackEvent) -> None:
            match event.event:
                case Event.CALL_ESTABLISHED:
                    tell("up", call=number)
                    self.ear = self.ear or asyncio.create_task(self._listen())
                case Event.CALL_DTMF_START:
                    tell("key", key=event.text)
                case Event.CALL_RINGING:
                    tell("ringing there")
                case Event.CALL_CLOSED:
                    write_wav(self.folder / f"{self.name}{number}.wav", bytes(self.heard), 8000)
                    self.heard.clear()
                    tell("over", why=event.text, call=number)

        call.on(heard)

    async def _listen(self) -> None:
        """Speak the pitch at a steady pace, and hear."""
        loop = asyncio.get_running_loop()
        said, began = 0, loop.time()
        while True:
            call = self.call
            due = int((loop.time() - began) * 8000)
            if call is not None:
                with contextlib.suppress(AudioNotActive, AudioRestarted):
                    heard = call.audio.read(16384)
                    self.heard += heard
                    if self.awaits and heard and loud(heard):
                        self.awaits = False
                        tell("hears")
                    wave = pitch(self.hertz, 1.0, 8000)
                    at = said % 8000  # whole pitches: a second of them is seamless
                    size = min(due - said, 4000)
                    piece = (wave + wave)[2 * at : 2 * (at + size)]
                    if self.hertz and piece:
                        call.audio.write(piece)
            said = due
            await asyncio.sleep(0.01)


if __name__ == "__main__":
    asyncio.run(FarEnd(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3])).run())
