"""A forgotten Serving: the person is asked whether it is still meant. Nothing changes by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core.events import StillServing
from desk.core.hours import presence
from desk.core.model import Desk, Policy, Presence
from desk.core.turn import Turn, unexpected


def asks_at(desk: Desk, policy: Policy) -> datetime | None:
    """When the person is asked next; None while not serving."""
    if desk.chosen is not Presence.SERVING or desk.chosen_since is None:
        return None
    return (desk.still_serving_at or desk.chosen_since) + timedelta(seconds=policy.serving_longest)


def still_serving_since(desk: Desk, at: datetime, policy: Policy) -> datetime | None:
    """Since when the person is to be asked whether Serving is still meant; None when not."""
    asks = asks_at(desk, policy)
    if asks is None or at < asks or presence(desk, at, policy) is not Presence.SERVING:
        return None
    return asks


def said_yes(desk: Desk, event: StillServing) -> Turn:
    """Still serving: asked again after another while."""
    if desk.chosen is not Presence.SERVING:
        return unexpected(desk, event.at, "still serving was said while not serving")
    return replace(desk, still_serving_at=event.at), ()
