"""Passing a call on to somebody else: by REFER (RFC 3515), or by REFER with Replaces (RFC 3891)."""

from __future__ import annotations

import asyncio
import contextlib

from baresip import Call
from baresip.errors import BaresipError, TransferFailed

from desk.channels.phone import logs
from desk.channels.phone.dialling import outcome_of
from desk.core.model import Outcome

PASSED_ON = "Call transfered"
"""What the stack says of a call that it ended because the other side reported success (its spelling)."""
_SETTLED = 0.05
_REFRESHING = 0.15
"""Seconds between tries to hold a call while another re-INVITE of it is in flight."""


class OverMeanwhile(Exception):
    """The call ended before it was passed on."""


async def passed_on(call: Call, uri: str, longest: float) -> tuple[Outcome, str]:
    """Ask the other side to call `uri`. Raises OverMeanwhile."""
    try:
        await call.transfer(uri, timeout=longest)
    except (BaresipError, ValueError) as error:
        return await _failed(call, error)
    return Outcome.REACHED, ""


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
    if call.state.value == "closed":
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
