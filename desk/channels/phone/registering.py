"""Staying registered: a task that registers, waits until it is lost, and tries again with a back-off."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from baresip.errors import BaresipError, RegistrationError

from desk.channels.phone.door import Door
from desk.channels.phone.registration import OUTCOME, Attempts, addresses_of, outcome
from desk.channels.phone.settings import PhoneSettings
from desk.channels.phone.stack import Stack
from desk.core.model import LineState

log = logging.getLogger(__name__)


class Registering:
    """Keeps one stack registered until closed, and says how that goes.

    `say` takes the line's state and its sentence, `now` gives the clock time in words. The stack refreshes a
    registration by itself; only its failures come here. `failures` counts the tries, since the last that
    succeeded, to which nobody answered.
    """

    def __init__(
        self,
        settings: PhoneSettings,
        stack: Stack,
        door: Door,
        say: Callable[[LineState, str], None],
        now: Callable[[], str],
    ) -> None:
        self._settings = settings
        self._stack = stack
        self._door = door
        self._say = say
        self._now = now
        self.failures = 0
        self._registered = False
        self._network = True
        self._again = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop trying. The stack itself says goodbye to the PBX."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    def lost(self) -> None:
        """A refresh failed."""
        if self._registered:
            self._registered = False
            self._again.set()

    def network_gone(self) -> None:
        """There is no way to the PBX from here."""
        if self._network:
            self._network = False
            self._say(
                LineState.UNREACHABLE,
                f"{self._settings.registrar} unreachable since {self._now()}: no network. "
                "Check the cable or Wi-Fi.",
            )

    def network_back(self) -> None:
        """There is a way again: register at once instead of waiting."""
        if not self._network:
            self._network = True
            self._registered = False
            self._again.set()

    async def _run(self) -> None:
        pbx, user = self._settings.registrar, self._settings.user
        attempts = Attempts(self._now)
        self._say(LineState.REGISTERING, f"Registering {user} at {pbx}.")
        while True:
            self._again.clear()
            status, reason = await self._try()
            if status == 200:
                attempts.succeeded()
                self.failures = 0
                self._registered = True
                self._door.registrar = await addresses_of(self._settings) or self._door.registrar
                self._say(LineState.READY, f"Registered {user} at {pbx}.")
                await self._again.wait()
                continue
            self.failures += status is None
            wait, since = attempts.failed()
            if self._network:
                said = outcome(self._settings, status, reason, since)
                self._say(said.state, said.detail)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._again.wait()

    async def _try(self) -> tuple[int | None, str | None]:
        """One REGISTER: the SIP status (None when nobody answered) and the reason's words."""
        try:
            await self._stack.agent.register(timeout=OUTCOME)
        except RegistrationError as error:
            return error.status, error.reason
        except BaresipError as error:
            log.info("registering failed: %s", type(error).__name__)
            return None, None
        except Exception as error:
            # whatever it was: a line that stops trying would look as if it were registering for ever
            log.error("registering stumbled: %s", type(error).__name__)
            return None, None
        return 200, None
