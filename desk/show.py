"""What is shown of the desk: its live calls and its open promises, with names and numbers from the store."""

from __future__ import annotations

from datetime import datetime

from desk.core.model import Call, Caller, Desk, Doing, Policy, Promise
from desk.core.next_action import holding_line, promised
from desk.core.views import CallView, PromiseView
from desk.in_words import called
from desk.store import CannotRead, Store


def calls(desk: Desk, store: Store) -> tuple[CallView, ...]:
    """Every live call, in the order they came."""
    places = {c.id: n for n, c in enumerate(holding_line(desk), 1)}
    return tuple(_call(c, desk, store, places.get(c.id)) for c in desk.calls)


def _call(call: Call, desk: Desk, store: Store, place: int | None) -> CallView:
    number, name = who(call.caller, store)
    promise = desk.promise_to(call.caller)
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
        out=call.out,
        vip=call.caller.vip,
        internal=call.caller.internal,
        promise=None if promise is None else promise.id,
        promised_by=None if promise is None else promise.promised_by,
        calls_back=call.calls_back,
        for_call=call.for_call,
        taken_at=call.taken_at,
        by=person(call.by, store),
        sent_to="" if call.sent_to is None else called(*who(call.sent_to, store)),
        came_back=call.came_back,
    )


def who(caller: Caller, store: Store) -> tuple[str | None, str | None]:
    """The number and the name of a caller; None each where there is none, or the records cannot be read."""
    if caller.key is None:
        return None, None
    try:
        return store.number_of(caller.key), store.name_of(caller.key)
    except CannotRead:
        return None, None


def person(key: str, store: Store) -> str:
    """The name of who works here; "" when nobody was named, or the records cannot be read."""
    try:
        return store.person_name(key)
    except CannotRead:
        return ""


def promises(desk: Desk, store: Store, at: datetime, policy: Policy) -> tuple[PromiseView, ...]:
    """The open promises in the order of the queue."""
    order = promised(desk, at, policy)
    try:
        return store.promises(order)
    except CannotRead:
        # what the rules know is still true, and better than an empty list
        return tuple(_bare(p, person(p.claimed_by, store)) for p in order)


def _bare(promise: Promise, claimed_by: str) -> PromiseView:
    return PromiseView(
        id=promise.id,
        why=promise.why,
        state=promise.state,
        created_at=promise.created_at,
        dial=promise.caller.dial,
        promised_by=promise.promised_by,
        breaks_through=promise.breaks_through,
        put_off_until=promise.put_off_until,
        vip=promise.caller.vip,
        internal=promise.caller.internal,
        claimed_by=claimed_by,
        claimed_until=promise.claimed_until,
        outcome_wanted=promise.outcome_of is not None,
        cut=promise.cut,
        renegotiated=promise.renegotiated,
    )
