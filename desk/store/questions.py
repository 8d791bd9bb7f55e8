"""What the windows, the log and the command line ask of the records."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from itertools import chain

import msgspec

from desk.core.model import Choice, Dial, Outcome, Presence, Promise, PromiseState, Told, Why
from desk.core.views import AttemptView, ContactedView, InterruptionView, PromiseView
from desk.store.before import BEFORE, before
from desk.store.contacts import Contacts
from desk.store.known import who
from desk.store.people import People, marks, somes


def open_promises(
    conn: sqlite3.Connection, people: People, contacts: Contacts, order: Sequence[Promise]
) -> tuple[PromiseView, ...]:
    """Those promises as they are shown, in that order."""
    attempts = _attempts(conn, people, [promise.id for promise in order])
    told = _told(conn, [promise.id for promise in order])
    behind = who(people, contacts, [promise.caller.key for promise in order])
    messages = people.recordings_of([key for promise in order for key in promise.recordings])
    claims = people.persons([promise.claimed_by for promise in order])
    shown = []
    for promise in order:
        them = behind[promise.caller.key]
        said, outcome = told.get(promise.id, (None, None))
        shown.append(
            PromiseView(
                id=promise.id,
                why=promise.why,
                state=promise.state,
                created_at=promise.created_at,
                number=them.number,
                name=them.name,
                dial=promise.caller.dial,
                promised_by=promise.promised_by,
                attempts=attempts.get(promise.id, ()),
                messages=tuple(messages[key] for key in promise.recordings if key in messages),
                breaks_through=promise.breaks_through,
                put_off_until=promise.put_off_until,
                vip=promise.caller.vip or them.vip,
                internal=promise.caller.internal,
                contacts=them.contacts,
                before=_before(conn, people, contacts, promise),
                claimed_by=claims.get(promise.claimed_by, ""),
                claimed_until=promise.claimed_until,
                outcome_wanted=promise.outcome_of is not None,
                cut=promise.cut,
                renegotiated=promise.renegotiated,
                told=said,
                told_outcome=outcome,
                erased=them.erased,
            )
        )
    return tuple(shown)


def closed_promises(
    conn: sqlite3.Connection, people: People, contacts: Contacts, limit: int
) -> tuple[PromiseView, ...]:
    """Promises that came to an end, the last ended first; what came before each is left out."""
    found = conn.execute(
        "SELECT id, caller_key, dial, why, created_at, promised_by, state, recordings, breaks_through,"
        " put_off_until, ended_at, ended_by, note, vip, internal, cut, renegotiated, told, told_outcome"
        " FROM promises WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, id DESC LIMIT ?",
        (limit,),
    ).fetchall()
    attempts = _attempts(conn, people, [row[0] for row in found])
    recordings = [msgspec.json.decode(row[7], type=tuple[str, ...]) for row in found]
    messages = people.recordings_of(list(chain.from_iterable(recordings)))
    behind = who(people, contacts, [row[1] for row in found])
    ended_by = people.persons([row[11] for row in found if row[11]])
    notes = people.notes([row[12] for row in found if row[12]])
    return tuple(
        PromiseView(
            id=row[0],
            number=behind[row[1]].number,
            name=behind[row[1]].name,
            contacts=behind[row[1]].contacts,
            dial=Dial(row[2]),
            why=Why(row[3]),
            created_at=datetime.fromisoformat(row[4]),
            promised_by=_maybe(row[5]),
            state=PromiseState(row[6]),
            attempts=attempts.get(row[0], ()),
            messages=tuple(messages[key] for key in kept if key in messages),
            breaks_through=bool(row[8]),
            put_off_until=_maybe(row[9]),
            ended_at=_maybe(row[10]),
            ended_by=ended_by.get(row[11], ""),
            note=notes.get(row[12], ""),
            vip=bool(row[13]) or behind[row[1]].vip,
            internal=bool(row[14]),
            cut=bool(row[15]),
            renegotiated=row[16],
            told=Told(row[17]) if row[17] else None,
            told_outcome=Outcome(row[18]) if row[18] else None,
            erased=behind[row[1]].erased,
        )
        for row, kept in zip(found, recordings, strict=True)
    )


def log(
    conn: sqlite3.Connection, people: People, contacts: Contacts, limit: int
) -> tuple[InterruptionView, ...]:
    """The newest interruptions, newest first: who rang us, not whom we rang."""
    found = conn.execute(
        "SELECT call, at, met, caller_key, chose, ended_at, ended_as, promise FROM calls WHERE NOT out"
        " ORDER BY at DESC, rowid DESC LIMIT ?",
        (limit,),
    ).fetchall()
    behind = who(people, contacts, [row[3] for row in found])
    return tuple(
        InterruptionView(
            call=row[0],
            at=datetime.fromisoformat(row[1]),
            met=Presence(row[2]),
            number=behind[row[3]].number,
            name=behind[row[3]].name,
            chose=Choice(row[4]) if row[4] else None,
            ended_at=_maybe(row[5]),
            # a call that spoke of a new time may know its end before it is over
            end=(row[6] or "") if row[5] else "",
            promise=row[7],
            erased=behind[row[3]].erased,
        )
        for row in found
    )


def _before(
    conn: sqlite3.Connection, people: People, contacts: Contacts, promise: Promise
) -> tuple[ContactedView, ...]:
    if promise.caller.key is None:
        return ()
    return before(conn, people, contacts, promise.caller.key, BEFORE)


def _told(conn: sqlite3.Connection, promises: Sequence[int]) -> dict[int, tuple[Told | None, Outcome | None]]:
    """Of each promise with a new time whether the caller is told of it, and how that went."""
    found: dict[int, tuple[Told | None, Outcome | None]] = {}
    for some in somes(promises):
        for promise, told, outcome in conn.execute(
            f"SELECT id, told, told_outcome FROM promises WHERE told IS NOT NULL AND id IN ({marks(some)})",
            some,
        ):
            found[promise] = (Told(told), Outcome(outcome) if outcome else None)
    return found


def _attempts(
    conn: sqlite3.Connection, people: People, promises: Sequence[int]
) -> dict[int, tuple[AttemptView, ...]]:
    rows = []
    for some in somes(promises):
        rows += conn.execute(
            'SELECT promise, at, outcome, "by", note FROM attempts'
            f" WHERE promise IN ({marks(some)}) ORDER BY seq",
            some,
        ).fetchall()
    names = people.persons([row[3] for row in rows])
    notes = people.notes([row[4] for row in rows if row[4]])
    found: dict[int, tuple[AttemptView, ...]] = {}
    for promise, at, outcome, by, note in rows:
        view = AttemptView(
            at=datetime.fromisoformat(at),
            outcome=Outcome(outcome),
            by=names.get(by, ""),
            note=notes.get(note, ""),
        )
        found[promise] = (*found.get(promise, ()), view)
    return found


def _maybe(at: str | None) -> datetime | None:
    return None if at is None else datetime.fromisoformat(at)
