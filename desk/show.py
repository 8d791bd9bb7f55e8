"""What is shown of the desk: its live calls and its open promises, with names and numbers from the store.

It is asked after every change. What the records say of a caller is kept until something happens that may
change it; what the rules say is taken anew each time.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from desk.core.events import (
    ContactRemoved,
    ContactSaved,
    ContactsImported,
    EngineStarted,
    Event,
    KeyPressed,
    LineChanged,
    NoteAdded,
    NumberEntered,
    NumberForgotten,
    RecordsRestored,
    RetentionApplied,
    SayEnded,
    ThanksGiven,
    Ticked,
)
from desk.core.model import Call, Caller, Desk, Doing, Policy, Promise, Value
from desk.core.next_action import holding_line, promised
from desk.core.views import CallView, ContactedView, ContactView, PromiseView, ThanksView
from desk.in_words import called
from desk.store import CannotRead, Store

_NOTHING_NEW = (SayEnded, KeyPressed, NumberEntered, Ticked, LineChanged)
"""What happens often and changes nothing that the records say of anybody."""
_OF_ANYBODY = (
    ContactSaved,
    ContactRemoved,
    ContactsImported,
    NumberForgotten,
    RetentionApplied,
    RecordsRestored,
    EngineStarted,
)
"""What may change what is known of everybody."""


class Known(Value, frozen=True, kw_only=True):
    """What the records say of a caller."""

    number: str | None = None
    name: str | None = None
    contacts: tuple[ContactView, ...] = ()
    before: tuple[ContactedView, ...] = ()


NOBODY = Known()


class Show:
    """What is shown, with what is known of the callers on it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str], Known] = {}  # by number's key and call
        self._notes: dict[str, tuple[str, ...]] = {}  # by call
        self._promises: dict[int, tuple[Promise, PromiseView]] = {}
        self._thanks: tuple[datetime, tuple[ThanksView, ...]] | None = None

    def happened(self, event: Event, before: Desk, after: Desk) -> None:
        """This stands in the records now: what it may have changed is read again."""
        if isinstance(event, _NOTHING_NEW):
            return
        if isinstance(event, _OF_ANYBODY):
            self._forget_all()
            return
        if isinstance(event, ThanksGiven):
            self._thanks = None
            return
        id, number = getattr(event, "call", None), getattr(event, "promise", None)
        if id is not None:
            self._notes.pop(id, None)
            call = before.call(id) or after.call(id)
            if call is not None:
                self._forget(call.caller.key)
            elif isinstance(event, NoteAdded):  # of a call that has ended: whose it was is not known here
                self._forget_all()
        if number is not None:
            promise = before.promise(number) or after.promise(number)
            self._forget(None if promise is None else promise.caller.key)
        recording = getattr(event, "recording", None)
        if recording is not None:
            kept = self._promises.items()
            self._promises = {id: kept for id, kept in kept if recording not in kept[0].recordings}

    def _forget_all(self) -> None:
        self._known.clear()
        self._notes.clear()
        self._promises.clear()
        self._thanks = None

    def _forget(self, key: str | None) -> None:
        """What is known of this number, and of all numbers of who has it."""
        if key is None:
            return
        theirs = {c.id for p, view in self._promises.values() if p.caller.key == key for c in view.contacts}
        theirs |= {c.id for (k, _), known in self._known.items() if k == key for c in known.contacts}
        self._promises = {
            id: (promise, view)
            for id, (promise, view) in self._promises.items()
            if promise.caller.key != key and theirs.isdisjoint(c.id for c in view.contacts)
        }
        self._known = {
            of: known
            for of, known in self._known.items()
            if of[0] != key and theirs.isdisjoint(c.id for c in known.contacts)
        }

    def thanks(self, now: datetime, zone: str) -> tuple[ThanksView, ...]:
        """Who was thanked today, by the desk's clock."""
        since = now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
        if self._thanks is None or self._thanks[0] != since:
            try:
                self._thanks = since, self._store.thanks(since)
            except CannotRead:
                return ()
        return self._thanks[1]

    def calls(self, desk: Desk) -> tuple[CallView, ...]:
        """Every live call, in the order they came."""
        places = {c.id: n for n, c in enumerate(holding_line(desk), 1)}
        return tuple(self._call(c, desk, places.get(c.id)) for c in desk.calls)

    def _call(self, call: Call, desk: Desk, place: int | None) -> CallView:
        known = self._of(call.caller, call.id)
        promise = next(iter(desk.promises_of(call)), None)
        return CallView(
            id=call.id,
            doing=call.doing,
            since=call.held_since if call.doing is Doing.HOLDING and call.held_since else call.since,
            began_at=call.began_at,
            met=call.met,
            number=known.number,
            name=known.name,
            dial=call.caller.dial,
            place=place,
            held_since=call.held_since,
            urgent=call.urgent,
            breaks_through=call.breaks_through,
            choice=call.choice,
            out=call.out,
            vip=call.caller.vip or any(c.vip for c in known.contacts),
            internal=call.caller.internal,
            contacts=known.contacts,
            before=known.before,
            notes=self._notes_of(call.id),
            promise=None if promise is None else promise.id,
            promised_by=None if promise is None else promise.promised_by,
            calls_back=call.calls_back,
            for_call=call.for_call,
            taken_at=call.taken_at,
            by=self.person(call.by),
            sent_to=self._sent_to(call.sent_to),
            came_back=call.came_back,
        )

    def _of(self, caller: Caller, call: str) -> Known:
        """What is known of a caller; nothing where there is nothing, or the records cannot be read."""
        key = caller.key
        if key is None:
            return NOBODY
        known = self._known.get((key, call))
        if known is None:
            store = self._store
            try:
                known = Known(
                    number=store.number_of(key),
                    name=store.name_of(key),
                    contacts=store.contacts_of(key),
                    before=store.before(key, not_call=call),
                )
            except CannotRead:
                return NOBODY
            self._known[key, call] = known
        return known

    def _notes_of(self, call: str) -> tuple[str, ...]:
        notes = self._notes.get(call)
        if notes is None:
            try:
                notes = self._store.notes_of(call)
            except CannotRead:
                return ()
            self._notes[call] = notes
        return notes

    def _sent_to(self, caller: Caller | None) -> str:
        if caller is None or caller.key is None:
            return ""
        try:
            return called(self._store.number_of(caller.key), self._store.name_of(caller.key))
        except CannotRead:
            return ""

    def person(self, key: str) -> str:
        """The name of who works here; "" when nobody was named, or the records cannot be read."""
        if not key:
            return ""
        try:
            return self._store.person_name(key)
        except CannotRead:
            return ""

    def promises(self, desk: Desk, at: datetime, policy: Policy) -> tuple[PromiseView, ...]:
        """The open promises in the order of the queue."""
        order = promised(desk, at, policy)
        self._promises = {p.id: self._promises[p.id] for p in order if p.id in self._promises}
        changed = [p for p in order if p.id not in self._promises or self._promises[p.id][0] != p]
        views = {id: view for id, (_, view) in self._promises.items()}
        try:
            read = self._store.promises(changed) if changed else ()
            self._promises |= {p.id: (p, view) for p, view in zip(changed, read, strict=True)}
        except CannotRead:
            # what the rules know is still true, and better than an empty list
            read = tuple(self._bare(p) for p in changed)
        views |= {view.id: view for view in read}
        return tuple(_with_time(views[p.id], p, at, policy) for p in order)

    def _bare(self, promise: Promise) -> PromiseView:
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
            claimed_by=self.person(promise.claimed_by),
            claimed_until=promise.claimed_until,
            outcome_wanted=promise.outcome_of is not None,
            cut=promise.cut,
            renegotiated=promise.renegotiated,
        )


def _with_time(view: PromiseView, promise: Promise, at: datetime, policy: Policy) -> PromiseView:
    """With what the rules' numbers and the time make of it."""
    late = promise.promised_by is not None and promise.promised_by < at
    left = max(0, policy.retries - promise.attempts)
    if view.attempts_left == left and view.broken == (late or promise.missed):
        return view
    return replace(view, attempts_left=left, broken=late or promise.missed)
