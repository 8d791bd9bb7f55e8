"""Erasing who has a number: what there is of them, and the events that do it.

The same beside a running engine and on the folder alone. An entry of the journal says that it was done, and
in its transaction what stands beside the journal goes; the journal itself and all counts stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.core.events import Event, NumberForgotten, PromiseClosed
from desk.core.model import Call, Caller, Desk, PromiseState
from desk.link_types import Forgetting
from desk.store import Store


def look(store: Store, desk: Desk, number: str) -> tuple[tuple[str, ...], Forgetting]:
    """The keys of a number, and what is kept of who has it. Raises `CannotRead`.

    Which digits are a number changes with the numbering plans: one that was kept as none is found, and one
    that was.
    """
    forms = (number, number.removeprefix("+") if number.startswith("+") else f"+{number}")
    keys = tuple(dict.fromkeys(key for form in forms for key in store.keys_of(form)))
    known = [store.known_of(key) for key in keys]
    messages = {recording for k in known for recording in k.recordings}
    others = dict.fromkeys(contact for k in known for contact in k.others)
    promises = tuple(
        p.id for p in desk.promises if p.caller.key in keys or not messages.isdisjoint(p.recordings)
    )
    return keys, Forgetting(
        known=bool(keys),
        calls=sum(k.calls for k in known),
        messages=len(messages),
        notes=len({note for k in known for note in k.notes}),
        named=any(k.named for k in known),
        people=len({contact for k in known for contact in k.people}),
        others=len(others),
        other_numbers=_but(others, forms, store),
        promises=promises,
        live=any(_speaks_of(call, keys, promises) for call in desk.calls),
    )


def _but(contacts: Iterable[str], forms: tuple[str, ...], store: Store) -> tuple[str, ...]:
    """The numbers of these people, but for those that are erased."""
    people = (store.contact(key) for key in contacts)
    numbers = (number for person in people if person is not None for number in person.numbers)
    return tuple(dict.fromkeys(number for number in numbers if number not in forms))


def _speaks_of(call: Call, keys: tuple[str, ...], promises: tuple[int, ...]) -> bool:
    callers: tuple[Caller | None, ...] = (call.caller, call.number, call.sent_to)
    if any(caller is not None and caller.key in keys for caller in callers):
        return True
    if any(key in keys for key in call.also):
        return True
    return any(p in promises for p in (call.promise, call.calls_back, call.tells) if p is not None)


def events(keys: tuple[str, ...], found: Forgetting, at: datetime, by: str) -> list[Event]:
    """What happens when it is erased: what is still owed is cancelled, then the number goes."""
    closed = [
        PromiseClosed(at=at, promise=promise, state=PromiseState.CANCELLED, by=by)
        for promise in found.promises
    ]
    return [*closed, *(NumberForgotten(at=at, key=key, by=by) for key in keys)]
