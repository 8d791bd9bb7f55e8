"""May we dial: the checks before a call of ours goes out, for the rules and for who asks."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec.structs import replace

from desk.core.model import Caller, Desk, Dial, Policy, Promise

HOUR = timedelta(hours=1)


class May(StrEnum):
    """Whether a call of ours may go out, and if not, why.

    NOT_CALLABLE: the number's own `dial` says why. TOO_MANY: the calls of this hour are used up (toll fraud).
    CLAIMED: somebody else is calling back. UNDER_WAY: a call for this promise lives. OUTCOME_WANTED: nobody
    has said yet how the last one ended. NO_PROMISE: the promise is not open any more.
    """

    OK = "ok"
    NOT_CALLABLE = "not_callable"
    TOO_MANY = "too_many"
    CLAIMED = "claimed"
    UNDER_WAY = "under_way"
    OUTCOME_WANTED = "outcome_wanted"
    NO_PROMISE = "no_promise"


def may_dial(desk: Desk, to: Caller, at: datetime, policy: Policy) -> May:
    """Whether this number may be dialled now, or a call be sent to it."""
    if not to.dial.callable:
        return May.NOT_CALLABLE
    if counts(to) and sum(1 for t in desk.dialled if t > at - HOUR) >= policy.calls_per_hour:
        return May.TOO_MANY
    return May.OK


def may_call_back(
    desk: Desk, promise: Promise | None, to: Caller | None, at: datetime, policy: Policy, by: str = ""
) -> May:
    """Whether this person may call the promise back now, at `to` when it is another number than its own."""
    if promise is None:
        return May.NO_PROMISE
    claim = may_claim(desk, promise, at, by)
    return claim if claim is not May.OK else may_dial(desk, to or promise.caller, at, policy)


def may_claim(desk: Desk, promise: Promise | None, at: datetime, by: str = "") -> May:
    """Whether this person may say that they call back now."""
    if promise is None:
        return May.NO_PROMISE
    if under_way(desk, promise.id):
        return May.UNDER_WAY
    if promise.outcome_of is not None:
        return May.OUTCOME_WANTED
    if promise.claimed_until is not None and at < promise.claimed_until and promise.claimed_by != by:
        return May.CLAIMED
    return May.OK


def under_way(desk: Desk, promise: int) -> bool:
    """Whether a call we make for this promise lives."""
    return any(promise in (c.calls_back, c.tells) for c in desk.calls)


def counts(to: Caller) -> bool:
    """Whether dialling this costs: an extension does not."""
    return to.dial is not Dial.EXTENSION


def dialled(desk: Desk, to: Caller, at: datetime) -> Desk:
    """The desk having dialled this number now."""
    if not counts(to):
        return desk
    return replace(desk, dialled=(*(t for t in desk.dialled if t > at - HOUR), at))
