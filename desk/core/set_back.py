"""A clock that was set back: no length of time may end on a day that is years away."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core.model import Desk, Policy, Promise
from desk.core.promises import next_open

PUT_OFF_AT_MOST = timedelta(minutes=480)
"""How long a promise can be passed over: a working day."""


def nothing_ahead(desk: Desk, at: datetime, policy: Policy) -> Desk:
    """The desk without moments that are later than they can be at this time.

    Else a clock that was wrong, and was set right while no engine was there to see, would leave behind a
    promise that is passed over, a claim, or the calls of an hour that last until then.
    """
    promises = tuple(_possible(p, at, policy) for p in desk.promises)
    return replace(
        desk,
        promises=promises,
        rings=tuple(replace(r, at=min(r.at, at)) for r in desk.rings),
        dialled=tuple(min(t, at) for t in desk.dialled),
        chosen_since=_at_most(desk.chosen_since, at),
        still_serving_at=_at_most(desk.still_serving_at, at),
    )


def _possible(promise: Promise, at: datetime, policy: Policy) -> Promise:
    put_off = max(at + PUT_OFF_AT_MOST, next_open(at + timedelta(seconds=policy.retry_after), policy))
    return replace(
        promise,
        tried_at=_at_most(promise.tried_at, at),
        claimed_until=_at_most(promise.claimed_until, at + timedelta(seconds=policy.claim_expires)),
        put_off_until=_at_most(promise.put_off_until, put_off),
    )


def _at_most(moment: datetime | None, latest: datetime) -> datetime | None:
    return None if moment is None else min(moment, latest)
