"""The phone line: SIP calls become events of the core, and the core's commands become calls' doings (RFC
3261).

`PhoneLine` keeps the stack running and the registration alive, decides who may ring, and hands each call to a
`LiveCall`. Numbers go from the INVITE to `identify` and nowhere else.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from baresip import Call, CallState
from baresip.errors import BaresipError

from desk.channels.phone.connection import connected
from desk.channels.phone.conversation import PersonSound
from desk.channels.phone.door import Door
from desk.channels.phone.identity import from_inside, number_of
from desk.channels.phone.live import LiveCall, Surroundings
from desk.channels.phone.logs import QuietStack, StderrTap
from desk.channels.phone.orders import Orders
from desk.channels.phone.prompts import Prompts
from desk.channels.phone.registering import Registering
from desk.channels.phone.registration import Attempts, outcome
from desk.channels.phone.settings import PhoneSettings, WrongSettings, checked, joined
from desk.channels.phone.stack import PortTaken, Stack, StackFailed, account, config
from desk.channels.phone.talking import Talking
from desk.channels.phone.ticker import Ticker
from desk.channels.phone.trace import Message, TraceHandler, Wire
from desk.channels.phone.trust import NotTrusted, Trust, trust_of, verified_by
from desk.channels.phone.voice import Sounds
from desk.channels.phone.whereabouts import Place, place_of
from desk.core.commands import Command
from desk.core.events import CallRang, Event, LineChanged
from desk.core.model import Caller, LineState
from desk.mistakes import where

log = logging.getLogger(__name__)

WATCH = 3.0
"""Seconds between looks at this machine's address."""
_LOOK_AGAIN = 2
"""Registrations that failed by TLS after which the certificate may be another: it is looked at again."""
_TRACE_WAIT = 0.25
"""Seconds a ringing call waits for the trace of its INVITE; usually it is there already."""


class PhoneLine:
    """One phone line.

    `emit` takes events on the event loop's thread. `identify` turns a number in clear, or None when it is
    withheld, into a `Caller`, and is called before the event that carries it; it is told whether the call
    may be one from inside the house. `clock` gives aware UTC.
    `dial_to` gives the number to ask the PBX for (or a whole sip: URI) when somebody is to be called, None
    when that is not known any more. `headset` is what the person speaks through, None without one.
    Recordings are written to `recordings`, which must exist. `on_dead` is called when the SIP stack has died
    and only a new process helps. `garbage` counts datagrams that were no SIP, `refused` calls from where
    nobody may call.
    """

    def __init__(
        self,
        settings: PhoneSettings,
        *,
        emit: Callable[[Event], None],
        identify: Callable[[str | None, bool], Caller],
        clock: Callable[[], datetime],
        sounds: Sounds,
        recordings: Path,
        on_dead: Callable[[], None] | None = None,
        dial_to: Callable[[Caller], str | None] = lambda _: None,
        headset: PersonSound | None = None,
    ) -> None:
        self.garbage = 0
        self.refused = 0
        self._settings = settings
        self._emit = emit
        self._identify = identify
        self._clock = clock
        self._on_dead = on_dead
        self._wire = Wire()
        self._quiet = QuietStack(TraceHandler(self._wire))
        self._tap = StderrTap(self._count_garbage)
        self._ticker = Ticker()
        self._prompts = Prompts(sounds)
        self._talking = Talking(headset)
        self._around = Surroundings(
            emit, self._who, clock, self._prompts, self._ticker, self._wire, recordings, self._talking
        )
        self._calls: dict[str, LiveCall] = {}
        self._orders = Orders(settings, self._around, self._calls, self._gone, dial_to)
        self._door: Door | None = None
        self._place: Place | None = None
        self._stack: Stack | None = None
        self._registering: Registering | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._said: tuple[LineState, str] | None = None
        self._attempts = Attempts(self._time)
        self._closing = False
        self._dead = False
        self._connected = False

    # -- what the engine asks

    @property
    def address(self) -> str:
        """Where the line listens, "host:port"; empty while it does not."""
        return joined(self._place.host, self._place.port) if self._place and self._stack else ""

    @property
    def uri(self) -> str:
        """Whom a practice caller calls; empty while nobody can. It has no certificates, so not by TLS."""
        if not self.address or self.transport == "tls":
            return ""
        return f"sip:desk@{self.address};transport={self.transport}"

    @property
    def transport(self) -> str:
        """How calls come in: udp, tcp or tls."""
        return self._settings.transport

    @property
    def practice(self) -> bool:
        """True when only this machine can call: no PBX, and listening on loopback."""
        return not self._settings.registrar and self._place is not None and self._place.loopback

    @property
    def calls(self) -> tuple[str, ...]:
        """The ids of the live calls."""
        return tuple(self._calls)

    def practice_token(self) -> str:
        """A word that lets one practice call in within a minute, whoever else may call. Empty while the line
        is down.
        """
        return self._door.practice_token() if self._door else ""

    async def start(self) -> None:
        """Bring the line up. Returns after the first try; what fails is said by `LineChanged` and tried
        again.
        """
        self._tap.open()
        self._quiet.open()
        await self._open()
        self._keeper = asyncio.create_task(self._keep())

    async def close(self) -> None:
        """End all calls and the registration, and give back everything. The calls' ends are emitted."""
        self._closing = self._orders.closing = True
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        calls = tuple(self._calls.values())
        for call in calls:
            await call.hang_up()
        if calls:
            await asyncio.wait([asyncio.create_task(call.ended()) for call in calls], timeout=2)
        for call in tuple(self._calls.values()):
            await call.lost("the line was closed")
        self._talking.stop()
        await self._shut()
        self._ticker.close()
        self._prompts.close()
        self._quiet.close()
        self._tap.close()

    async def carry_out(self, command: Command) -> None:
        """Do what the desk asks of a call. A call that is not there any more is nobody's fault: nothing
        happens.
        """
        await self._orders.carry_out(command)

    def send_keys(self, call: str, keys: str) -> None:
        """Press keys into a call. They may be a card's number: they are written nowhere."""
        self._orders.send_keys(call, keys)

    # -- keeping the line up

    async def _open(self) -> None:
        """One try to bring the line up; what went wrong is said."""
        settings = self._settings
        try:
            checked(settings)
            self._door = self._door or Door(settings)
            place = await place_of(settings, self._place)
        except WrongSettings as error:
            self._say(LineState.DOWN, str(error))
            return
        except OSError:
            self._say(
                LineState.DOWN,
                f"This machine does not have the address {settings.listen}. "
                "Check phone.listen in the settings.",
            )
            return
        self._door.registrar = place.registrar
        self._door.own = place.host
        address = joined(place.host, place.port)
        trust = await self._trust()
        if trust is None:
            return
        try:
            with verified_by(trust) as file:
                self._stack = await Stack.open(
                    config(settings, place.host, place.port, place.interface, file),
                    account(settings, address),
                    rings=self._rings,
                    unregistered=self._unregistered,
                    died=self._died,
                    pinned=bool(trust.only),
                )
        except PortTaken:
            self._say(
                LineState.DOWN,
                f"Another program uses {address}. "
                "Stop it, or choose another port in phone.listen; trying again.",
            )
            return
        except StackFailed as error:
            self._say(LineState.DOWN, f"The phone line could not start: {error}. Trying again.")
            return
        self._place = place
        self._orders.stack = self._stack
        self._attempts.succeeded()
        for rate in (8000, 16000):
            self._prompts.music(rate, lambda _: None)
        if settings.registrar:
            self._registering = Registering(settings, self._stack, self._door, self._say, self._time)
        else:
            where = "for practice calls from this machine" if place.loopback else "for calls"
            self._say(LineState.READY, f"Listening on {address} {where}.")

    async def _trust(self) -> Trust | None:
        """What the PBX is to be verified by; None, said why, when it must not be spoken with."""
        settings = self._settings
        if settings.transport != "tls":
            return Trust()
        try:
            return await trust_of(settings)
        except NotTrusted as error:
            self._say(LineState.REFUSED, str(error))
        except OSError:
            said = outcome(settings, None, None, self._attempts.since())
            self._say(said.state, said.detail)
        return None

    async def _shut(self) -> None:
        if self._registering is not None:
            await self._registering.close()
        self._orders.stack = None
        stack, self._stack = self._stack, None
        if stack is not None:
            await stack.close()

    async def _keep(self) -> None:
        """Bring the line back whenever it is down, and move it when this machine's address changes."""
        while not self._dead:
            try:
                if self._stack is None:
                    wait, _ = self._attempts.failed()
                    await asyncio.sleep(wait)
                    await self._open()
                    continue
                await asyncio.sleep(WATCH)
                await self._watch()
            except Exception as error:
                log.error("keeping the line up failed, trying again: %s", where(error))
                await asyncio.sleep(WATCH)

    async def _watch(self) -> None:
        registering, place = self._registering, self._place
        if registering is None or place is None or self._dead:
            return
        toward = place.toward_registrar()
        if toward is None:
            registering.network_gone()
            return
        moved = toward != place.local
        if moved and not self._calls:  # live calls come first: they may still work, or end by themselves
            log.info("this machine's address changed: the line starts anew")
            await self._shut()
            await self._open()
        elif not moved:
            registering.network_back()
            if self._settings.transport == "tls" and registering.failures >= _LOOK_AGAIN and not self._calls:
                log.info("the PBX cannot be spoken with: its certificate is looked at again")
                await self._shut()
                await self._open()
                return
            if self._settings.transport != "udp":
                self._watch_connection(registering, place)

    def _watch_connection(self, registering: Registering, place: Place) -> None:
        """Register again when the connection to the PBX, seen at the last look, is gone."""
        before, self._connected = self._connected, connected(place.registrar, place.registrar_port) or False
        if before and not self._connected:
            registering.lost()

    def _unregistered(self) -> None:
        if self._registering is not None:
            self._registering.lost()

    def _died(self) -> None:
        """The stack's thread died. Every call is over, and this process can never have another stack."""
        self._dead = True
        self._stack = self._orders.stack = None
        for call in tuple(self._calls.values()):
            self._spawn(call.lost("the phone part stopped"))
        self._say(
            LineState.DOWN, "The phone part of the engine stopped by itself. The engine must be restarted."
        )
        if self._on_dead is not None:
            self._on_dead()

    def _say(self, state: LineState, detail: str) -> None:
        """Report the line's state, once until it changes."""
        if self._said != (state, detail):
            self._said = (state, detail)
            self._emit(LineChanged(at=self._clock(), state=state, detail=detail))

    def _time(self) -> str:
        zone = ZoneInfo(self._settings.zone) if self._settings.zone else None
        return self._clock().astimezone(zone).strftime("%H:%M")

    # -- calls coming in

    def _rings(self, call: Call) -> None:
        invites = self._wire.invites(call.call_id or "")
        if invites:
            self._let_in(call, invites)
        else:
            self._spawn(self._let_in_later(call))

    async def _let_in_later(self, call: Call) -> None:
        """The trace is late: without it nobody knows where the call comes from."""
        until = asyncio.get_running_loop().time() + _TRACE_WAIT
        invites: tuple[Message, ...] = ()
        while not invites and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.005)
            invites = self._wire.invites(call.call_id or "")
        if call.state is CallState.INCOMING:
            self._let_in(call, invites)

    def _let_in(self, call: Call, invites: tuple[Message, ...]) -> None:
        door = self._door
        if door is None or self._closing or not door.may_call(invites):
            self.refused += 1
            self._wire.forget(call.call_id or "")
            self._spawn(self._turn_away(call))
            return
        invite = invites[0]
        from_, asserted = invite.first("from"), invite.all("p-asserted-identity")
        trusted = door.trusted(invites)
        number = number_of(from_, asserted, invite.all("privacy"), trusted=trusted)
        inside = from_inside(asserted, trusted=trusted or door.practises(invites))
        id = f"c{secrets.token_hex(6)}"
        self._calls[id] = LiveCall(id, call, self._around, self._gone)
        self._emit(CallRang(at=self._clock(), call=id, caller=self._who(number, inside)))

    def _who(self, number: str | None, inside: bool = False) -> Caller:
        """`identify`, which may fail when the disk does: the call goes on as from a withheld number."""
        try:
            return self._identify(number, inside)
        except Exception as error:
            log.error("who called could not be looked up: %s", where(error))
            return Caller()

    async def _turn_away(self, call: Call) -> None:
        try:
            await call.reject()  # 486: the binding cannot say 403
        except BaresipError:
            log.debug("a call that was turned away had gone already")

    def _gone(self, call: LiveCall) -> None:
        self._calls.pop(call.id, None)

    def _count_garbage(self) -> None:
        self.garbage += 1

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
