"""The other end of a call, as the practice caller uses it: dials, listens, speaks, presses keys, hangs up."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from collections.abc import Callable, Coroutine
from typing import Any, Literal

import numpy as np
from baresip import Account, AudioNotActive, AudioRestarted, Call, Config, Runtime, UserAgent
from baresip.errors import BaresipError
from baresip.events import Event, StackEvent

from desk.channels.phone.door import PRACTICE_HEADER
from desk.channels.phone.registration import local_address
from desk.channels.phone.settings import host_and_port, joined

BLOCK = 0.020
_LOUD = 10 ** (-50 / 20) * 32768
_SETTLED = 0.2
"""Seconds of silence, or of nothing but, until it is said that silence or sound is heard."""


Note = Callable[[str, float], None]
"""Told what happens, and how many seconds of sound had been heard by then."""


class Trouble(Exception):
    """The call did not go as planned; the message says what happened and what to do."""


class Ear:
    """What is heard: all of it, and how much speech and then quiet since `begin`."""

    def __init__(self, note: Note) -> None:
        self.all = bytearray()
        self.spoken = 0.0
        self.quiet = 0.0
        self.seconds = 0.0
        self._note = note
        self._sound = False

    def begin(self) -> None:
        """Count anew, as after a key: what is on its way from before is a moment of sound at most."""
        self.spoken = -0.12
        self.quiet = 0.0

    def hear(self, pcm: bytes, rate: int) -> None:
        """Take in a piece of sound."""
        self.all += pcm
        seconds = len(pcm) / 2 / rate
        self.seconds += seconds
        values = np.frombuffer(pcm, dtype="<i2").astype(np.float32)
        if float(np.sqrt(np.mean(values * values))) > _LOUD:
            self.spoken += seconds
            self.quiet = 0.0
            if not self._sound:
                self._sound = True
                self._note("hears sound", self.seconds)
            return
        self.quiet += seconds
        if self._sound and self.quiet >= _SETTLED:
            self._sound = False
            self._note("hears silence", self.seconds)


class Caller:
    """One outgoing call with a stack of its own. Raises Trouble with a sentence when it cannot be."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self.ear = Ear(note)
        self.rate = 0
        self.was_up = False
        self._runtime = Runtime()
        self._call: Call | None = None
        self._up = asyncio.Event()
        self._over = asyncio.Event()
        self._why = ""
        self._tasks: set[asyncio.Task[None]] = set()

    def note(self, what: str) -> None:
        """Say what happens."""
        self._note(what, self.ear.seconds)

    @property
    def live(self) -> bool:
        """False once the call is over."""
        return not self._over.is_set()

    async def dial(self, uri: str, number: str | None, token: str) -> None:
        """Call. `number` is shown as the caller's, None withholds it (RFC 3323)."""
        host, port, transport = _target(uri)
        here = "127.0.0.1"
        if not ipaddress.ip_address(host).is_loopback:
            here = local_address(frozenset({ipaddress.ip_address(host)}), port) or host
        config = Config(
            net_interface=here,
            extra_config_text=f"sip_listen {joined(here, 0)}\nsip_transports {transport}\n"
            "audio_jitter_buffer_type off\n",
        )
        headers = {PRACTICE_HEADER: token} if token else {}
        if number is None:
            headers["Privacy"] = "id"
        try:
            await self._runtime.start(config)
            account = Account(
                user="anonymous" if number is None else number,
                domain="anonymous.invalid" if number is None else here,
                password="",
                reg_interval=0,
                transport=transport,
                extra_params=("video_codecs=none",),
            )
            agent = await UserAgent.create(self._runtime, account)
            # Before the call exists: an answer may come faster than dial() returns. There is no other call
            # here.
            self._runtime.subscribe(self._heard)
            self.note(f"calls {joined(host, port)}")
            to = f"sip:desk@{joined(host, port)};transport={transport}"
            self._call = await agent.dial(to, headers)
        except ValueError:
            raise Trouble(
                f"{number!r} cannot be shown as a number. Give digits, with or without a +."
            ) from None
        except BaresipError as error:
            raise Trouble(f"The call could not be made: {error}. Run: onemoment doctor") from None

    async def answered(self, within: float) -> None:
        """Return once the call is up. Trouble when it is refused or nobody answers."""
        waits = [asyncio.create_task(self._up.wait()), asyncio.create_task(self._over.wait())]
        try:
            done, _ = await asyncio.wait(waits, timeout=within, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        if not done:
            await self.hang_up()
            raise Trouble(
                f"Nobody answered within {within:.0f} s. Is the desk's line ready? Run: onemoment doctor"
            )
        if not self.was_up:
            raise Trouble(_refusal(self._why))

    async def ended(self) -> None:
        """Return once the call is over."""
        await self._over.wait()

    async def sound(self) -> int:
        """The rate of what the caller says, once there is sound; 8000 if none comes within 2 s."""
        for _ in range(200):
            if self.rate or not self.live:
                break
            await asyncio.sleep(0.01)
        return self.rate or 8000

    def say(self, pcm: bytes) -> None:
        """Say something; what does not fit into the buffer of 2 s is said later by a task."""
        self._spawn(self._say(pcm))

    async def press(self, key: str) -> None:
        """Press a key as RFC 4733 events, for 100 ms."""
        if self._call is not None:
            with contextlib.suppress(BaresipError):  # the call may have ended under the finger
                await self._call.send_dtmf(key)

    async def hang_up(self) -> None:
        """BYE or CANCEL, and wait for a moment until it is over."""
        if self._call is not None and self.live:
            with contextlib.suppress(BaresipError, TimeoutError):
                await self._call.hangup()
                async with asyncio.timeout(2):
                    await self._over.wait()

    async def close(self) -> None:
        """Give everything back."""
        await self.hang_up()
        for task in self._tasks:
            task.cancel()
        with contextlib.suppress(BaresipError):
            await self._runtime.close()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _heard(self, event: StackEvent) -> None:
        match event.event:
            case Event.CALL_RINGING:
                self.note("ringing")
            case Event.CALL_ESTABLISHED:
                if not self.was_up:
                    self.was_up = True
                    self.note("answered")
                    self._spawn(self._listen())
                    self._up.set()
            case Event.CALL_CLOSED:
                self._why = event.text or ""
                self._over.set()
            case _:
                pass

    async def _listen(self) -> None:
        while self.live:
            if self._call is None:  # the answer came faster than dial() returned
                await asyncio.sleep(0.01)
                continue
            with contextlib.suppress(AudioNotActive, AudioRestarted):
                if not self.rate:
                    self.rate = self._call.audio.info().rx_sample_rate
                heard = self._call.audio.read(8192) if self.rate else b""
                size = int(self.rate * BLOCK) * 2
                for at in range(0, len(heard), size or 1):
                    self.ear.hear(heard[at : at + size], self.rate)
            await asyncio.sleep(0.01)

    async def _say(self, pcm: bytes) -> None:
        while pcm and self.live and self._call is not None:
            with contextlib.suppress(AudioNotActive, AudioRestarted):
                pcm = pcm[self._call.audio.write(pcm) :]
            if pcm:
                await asyncio.sleep(0.1)


def _target(uri: str) -> tuple[str, int, Literal["udp", "tcp"]]:
    """The address, port and transport of a SIP URI. The unspecified address stands for this machine."""
    scheme, _, rest = uri.partition(":")
    rest, _, parameters = rest.partition(";")
    transport: Literal["udp", "tcp"] = "tcp" if "transport=tcp" in parameters.lower().split(";") else "udp"
    try:
        if scheme.lower() != "sip":
            raise ValueError(uri)
        host, port = host_and_port(rest.rpartition("@")[2], 5060)
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise Trouble(f"{uri} is no address to call. Write it like sip:desk@127.0.0.1:5060.") from None
    if address.is_unspecified:
        address = ipaddress.ip_address("127.0.0.1" if address.version == 4 else "::1")
    return str(address), port, transport


def _refusal(why: str) -> str:
    """Why a call did not come up, in words."""
    if why.startswith("486"):
        return (
            "The line is busy, or this call may not come in. Try again in a moment, or run: onemoment doctor"
        )
    if "timed out" in why or "refused" in why:
        return "Nobody is there to take the call. Is the engine running? Run: onemoment status"
    return f"The call was not taken: {why or 'no reason given'}. Run: onemoment doctor"
