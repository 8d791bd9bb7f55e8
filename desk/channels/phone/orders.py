"""What the desk asks of its calls, carried out: of those that are there, and of those it makes."""

from __future__ import annotations

import logging
from collections.abc import Callable

from baresip.errors import BaresipError

from desk.channels.phone import logs
from desk.channels.phone.dialling import shown, uri_of
from desk.channels.phone.live import LiveCall, Surroundings
from desk.channels.phone.settings import PhoneSettings
from desk.channels.phone.stack import Stack
from desk.core.commands import (
    Answer,
    CollectNumber,
    Command,
    Dial,
    HangUp,
    Join,
    PlayMusic,
    Record,
    Refuse,
    RingDeskPhone,
    Say,
    Talk,
    Transfer,
)
from desk.core.events import CallEnded, EndedBy, TransferEnded
from desk.core.model import Caller, Outcome
from desk.mistakes import where

log = logging.getLogger(__name__)

_KEYS = "0123456789*#ABCD"


class Orders:
    """Carries out commands on `calls`, the line's own live calls, to which it adds those it makes.

    `stack` is set while the line is up, `closing` once nobody may be called any more. `dial_to` as in
    `PhoneLine`; `gone` is told of a call that is over.
    """

    def __init__(
        self,
        settings: PhoneSettings,
        around: Surroundings,
        calls: dict[str, LiveCall],
        gone: Callable[[LiveCall], None],
        dial_to: Callable[[Caller], str | None],
    ) -> None:
        self.stack: Stack | None = None
        self.closing = False
        self._settings = settings
        self._around = around
        self._calls = calls
        self._gone = gone
        self._dial_to = dial_to

    async def carry_out(self, command: Command) -> None:
        """As `PhoneLine.carry_out`."""
        match command:
            case Dial():
                await self._dial(command.call, self._number(command.to), self._settings.caller_id)
            case RingDeskPhone():
                shows = self._number(command.shows) if command.shows is not None else None
                await self._dial(command.call, self._settings.desk_phone, shows or "", leg=True)
            case Answer() | Refuse() | HangUp() | Say() | PlayMusic() | CollectNumber() | Record():
                if (call := self._calls.get(command.call)) is not None:
                    await self._of(call, command)
            case Talk() | Transfer() | Join():
                if (call := self._calls.get(command.call)) is not None:
                    self._with(call, command)
            case _:
                pass

    @staticmethod
    async def _of(
        call: LiveCall, command: Answer | Refuse | HangUp | Say | PlayMusic | CollectNumber | Record
    ) -> None:
        match command:
            case Answer():
                await call.answer()
            case Refuse():
                await call.refuse(for_good=command.for_good)
            case HangUp():
                await call.hang_up()
            case _:
                call.tell(command)

    def _with(self, call: LiveCall, command: Talk | Transfer | Join) -> None:
        match command:
            case Talk():
                leg = self._calls.get(command.leg) if command.leg is not None else None
                if leg is not None or command.leg is None:
                    self._around.talking.talk(call, leg)
            case Transfer():
                self._pass_on(call, command)
            case Join():
                other = self._calls.get(command.other)
                if other is not None:
                    call.join(other, command.longest)
                else:
                    self._not_passed_on(call.id, "the other call had ended")

    def send_keys(self, call: str, keys: str) -> None:
        """Press keys into a call. They may be a card's number: they are written nowhere."""
        live = self._calls.get(call)
        if live is not None:
            live.send_keys("".join(key for key in keys.upper() if key in _KEYS))

    def _pass_on(self, call: LiveCall, command: Transfer) -> None:
        number = self._number(command.to) if command.to is not None else self._settings.desk_phone
        uri = uri_of(number or "", self._settings.registrar, self._settings.transport)
        stack = self.stack
        if uri is not None and stack is not None:
            call.pass_on(uri, lambda: stack.dial(uri), command.longest)
        else:
            self._not_passed_on(call.id, "there is nobody to pass it on to")

    def _not_passed_on(self, call: str, reason: str) -> None:
        self._around.emit(
            TransferEnded(at=self._around.clock(), call=call, outcome=Outcome.FAILED, reason=reason)
        )

    # -- calls we make

    def _number(self, to: Caller) -> str | None:
        try:
            return self._dial_to(to)
        except Exception as error:
            log.error("whom to call could not be looked up: %s", where(error))
            return None

    async def _dial(self, id: str, number: str | None, shows: str, *, leg: bool = False) -> None:
        """Call and let `shows` be seen, or say at once that it cannot be."""
        uri = uri_of(number or "", self._settings.registrar, self._settings.transport)
        if uri is None or self.stack is None or self.closing:
            self._not_dialled(id, "the line is down" if uri else "there is nobody to dial")
            return
        try:
            call, missed = await self.stack.dial(uri, shown(shows, self._settings.registrar))
        except (BaresipError, ValueError) as error:
            self._not_dialled(id, str(error))
            return
        self._calls[id] = LiveCall(id, call, self._around, self._gone, out=True, leg=leg)
        missed()

    def _not_dialled(self, id: str, reason: str) -> None:
        self._around.emit(
            CallEnded(
                at=self._around.clock(),
                call=id,
                by=EndedBy.LINE,
                reason=logs.reason(reason),
                outcome=Outcome.FAILED,
            )
        )
