"""Passing a call on to somebody else: by REFER (RFC 3515), or by REFER with Replaces (RFC 3891).

A plain REFER gives the caller out of our hands whatever comes of it: Asterisk 22 reports that the colleague
is busy, and the caller has gone from our call all the same. So whoever is to be passed on is kept while we
call the colleague ourselves, and the two are joined when the colleague has picked up. Only where the other
side knows no Replaces the plain REFER is left.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from baresip import Call, CallState
from baresip.errors import BaresipError, TransferFailed, split_status
from baresip.events import Event, StackEvent

from desk.channels.phone import logs
from desk.channels.phone.dialling import outcome_of
from desk.core.model import Outcome
from desk.mistakes import where

log = logging.getLogger(__name__)

PASSED_ON = "Call transfered"
"""What the stack says of a call that it ended because the other side reported success (its spelling)."""
_WORD = 2.0
"""Seconds the end of a call waits for how passing it on went: the call it was joined with may end first."""
_SETTLED = 0.05
_ENDS = 100
"""Milliseconds that the end of a call is waited for before we end it."""
_REFRESHING = 0.15
"""Seconds between tries to hold a call while another re-INVITE of it is in flight."""


Dialled = tuple[Call, Callable[[], None]]
"""A call we make, and what tells it the events it has missed: see `Stack.dial`."""


class OverMeanwhile(Exception):
    """The call ended before it was passed on."""


class PassingOn:
    """The last try to pass one call on. `told` takes how it ended, unless the call was over before."""

    def __init__(self, told: Callable[[Outcome, str], None]) -> None:
        self._told = told
        self._task: asyncio.Task[Outcome | None] | None = None

    def begin(self, how: Coroutine[Any, Any, tuple[Outcome, str]]) -> None:
        """Try."""
        self._task = asyncio.create_task(self._try(how))

    def follow(self, other: PassingOn) -> None:
        """This call is the one that the other's caller is joined with: the two end together."""
        self._task = other._task

    async def over(self, text: str) -> bool:
        """Whether a call that ended with this word of the stack did so because it was passed on."""
        if self._task is None:
            return text == PASSED_ON
        task = self._task
        await asyncio.wait([task], timeout=_WORD)
        told = task.done() and not task.cancelled() and task.result() is Outcome.REACHED
        return text == PASSED_ON or told

    async def _try(self, how: Coroutine[Any, Any, tuple[Outcome, str]]) -> Outcome | None:
        try:
            outcome, reason = await how
        except OverMeanwhile:
            return None
        except Exception as error:
            log.error("passing a call on failed: %s", where(error))
            outcome, reason = Outcome.FAILED, ""
        self._told(outcome, reason)
        return outcome


async def passed_on(call: Call, uri: str, longest: float) -> tuple[Outcome, str]:
    """Ask the other side to call `uri`. Raises OverMeanwhile."""
    try:
        await call.transfer(uri, timeout=longest)
    except (BaresipError, ValueError) as error:
        return await _failed(call, error)
    return Outcome.REACHED, ""


async def rung_first(
    call: Call, dial: Callable[[], Awaitable[Dialled]], longest: float
) -> tuple[Outcome, str]:
    """Call somebody while the caller waits, and join the two once that is answered. Raises OverMeanwhile."""
    try:
        asked, missed = await dial()
    except (BaresipError, ValueError) as error:
        return Outcome.FAILED, logs.reason(str(error))
    ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def heard(event: StackEvent) -> None:
        if ended.done():
            return
        if event.event is Event.CALL_ESTABLISHED and event.call == asked.handle:
            ended.set_result("")
        elif event.event is Event.CALL_CLOSED:
            ended.set_result(event.text or "ended")

    asked.on(heard)
    call.on(heard)
    missed()
    try:
        async with asyncio.timeout(longest):
            why = await ended
        if call.state is CallState.CLOSED:
            raise OverMeanwhile
        if why:
            return outcome_of(split_status(why)[0]), logs.reason(why)
        outcome, reason = await joined(call, asked, longest)
    except TimeoutError:
        return Outcome.NO_ANSWER, "it rang and nobody picked up"
    else:
        return outcome, reason
    finally:
        call.off(heard)
        if asked.state is not CallState.CLOSED:
            await _let_go(asked)


async def _let_go(asked: Call) -> None:
    """After a join the other side ends it, which may take a moment; all else we end."""
    for _ in range(_ENDS // 5):
        await asyncio.sleep(0.005)
        if asked.state is CallState.CLOSED:
            return
    with contextlib.suppress(BaresipError):
        await asked.hangup()


async def joined(call: Call, other: Call, longest: float) -> tuple[Outcome, str]:
    """Ask the other side of `call` to take over `other`. Both are held meanwhile and resumed when it failed.

    Raises OverMeanwhile.
    """
    try:
        await _held(call)
        await _held(other)
        await call.attended_transfer(other, timeout=longest)
    except (BaresipError, ValueError) as error:
        for one in (call, other):
            await _resumed(one)
        return await _failed(call, error)
    return Outcome.REACHED, ""


async def _failed(call: Call, error: Exception) -> tuple[Outcome, str]:
    # of a caller who hangs up, the end of the try may be told a moment before the end of the call
    await asyncio.sleep(_SETTLED)
    if call.state is CallState.CLOSED:
        raise OverMeanwhile from None
    status = error.status if isinstance(error, TransferFailed) else None
    if status is not None:
        return outcome_of(status), logs.reason(f"{status} {getattr(error, 'reason', '')}")
    # accepted and then never reported: it rang there, or nobody knows
    silent = isinstance(error, TransferFailed) and "no transfer outcome" in str(error)
    return (Outcome.NO_ANSWER if silent else Outcome.FAILED), logs.reason(str(error))


async def _held(call: Call) -> None:
    for _ in range(10):
        try:
            await call.hold()
        except BaresipError as error:
            if "in flight" not in str(error):
                raise
            await asyncio.sleep(_REFRESHING)
        else:
            return
    raise BaresipError("the call could not be held")


async def _resumed(call: Call) -> None:
    for _ in range(10):
        try:
            await call.resume()
        except BaresipError as error:
            if "in flight" not in str(error):
                return  # it is gone, and its own events say so
            await asyncio.sleep(_REFRESHING)
        else:
            return
    with contextlib.suppress(BaresipError):
        await call.hangup()  # a call that stays on hold for ever is worse than one that ended
