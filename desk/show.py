"""What is shown of the desk: its live calls and its open promises, with names and numbers from the store."""

from __future__ import annotations

from datetime import datetime

from desk.core.model import Call, Caller, Desk, Doing, Policy, Promise
from desk.core.next_action import holding_line, promised
from desk.core.views import CallView, PromiseView
from desk.store import CannotRead, Store


def calls(desk: Desk, store: Store) -> tuple[CallView, ...]:
    """Every live call, in the order they came."""
    places = {c.id: n for n, c in enumerate(holding_line(desk), 1)}
    return tuple(_call(c, store, places.get(c.id)) for c in desk.calls)


def _call(call: Call, store: Store, place: int | None) -> CallView:
    number, name = who(call.caller, store)
    return CallView(
        id=call.id,
        doing=call.doing,
        since=call.held_since if call.doing is Doing.HOLDING and call.held_since else call.since,
        began_at=call.began_at,
        met=call.met,
        number=number,
        name=name,
        dial=call.caller.dial,
        place=place,
        held_since=call.held_since,
        urgent=call.urgent,
        breaks_through=call.breaks_through,
        choice=call.choice,
    )


def who(caller: Caller, store: Store) -> tuple[str | None, str | None]:
    """The number and the name of a caller; None each where there is none, or the records cannot be read."""
    if caller.key is None:
        return None, None
    try:
        return store.number_of(caller.key), store.name_of(caller.key)
    except CannotRead:
        return None, None


def chosen_by(desk: Desk, store: Store) -> str:
    """The name of who chose the desk's state; "" when nobody was named, or the records cannot be read."""
    try:
        return store.person_name(desk.chosen_by)
    except CannotRead:
        return ""


def promises(desk: Desk, store: Store, at: datetime, policy: Policy) -> tuple[PromiseView, ...]:
    """The open promises in the order of the queue."""
    order = promised(desk, at, policy)
    try:
        return store.promises(order)
    except CannotRead:
        # what the rules know is still true, and better than an empty list
        return tuple(_bare(p) for p in order)


def _bare(promise: Promise) -> PromiseView:
    return PromiseView(
        id=promise.id,
        why=promise.why,
        state=promise.state,
        created_at=promise.created_at,
        dial=promise.caller.dial,
        promised_by=promise.promised_by,
        breaks_through=promise.breaks_through,
        put_off_until=promise.put_off_until,
    )
