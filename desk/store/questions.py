"""What the windows, the log and the command line ask of the records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from desk.core.model import Choice, Dial, Outcome, Presence, Promise, PromiseState, Why
from desk.core.views import AttemptView, InterruptionView, MessageView, PromiseView
from desk.store.people import People


def open_promises(
    conn: sqlite3.Connection, people: People, order: Sequence[Promise]
) -> tuple[PromiseView, ...]:
    """Those promises as they are shown, in that order."""
    attempts = _attempts(conn, people, [promise.id for promise in order])
    return tuple(
        PromiseView(
            id=promise.id,
            why=promise.why,
            state=promise.state,
            created_at=promise.created_at,
            number=people.number_of(promise.caller.key) if promise.caller.key else None,
            name=people.name_of(promise.caller.key) if promise.caller.key else None,
            dial=promise.caller.dial,
            promised_by=promise.promised_by,
            attempts=attempts.get(promise.id, ()),
            messages=_messages(people, promise.recordings),
            breaks_through=promise.breaks_through,
            put_off_until=promise.put_off_until,
        )
        for promise in order
    )


def closed_promises(conn: sqlite3.Connection, people: People, limit: int) -> tuple[PromiseView, ...]:
    """Promises that came to an end, the last ended first."""
    found = conn.execute(
        "SELECT id, caller_key, dial, why, created_at, promised_by, state, recordings, breaks_through,"
        " put_off_until, ended_at, ended_by, note FROM promises WHERE ended_at IS NOT NULL"
        " ORDER BY ended_at DESC, id DESC LIMIT ?",
        (limit,),
    ).fetchall()
    attempts = _attempts(conn, people, [row[0] for row in found])
    return tuple(
        PromiseView(
            id=row[0],
            number=people.number_of(row[1]) if row[1] else None,
            name=people.name_of(row[1]) if row[1] else None,
            dial=Dial(row[2]),
            why=Why(row[3]),
            created_at=datetime.fromisoformat(row[4]),
            promised_by=_maybe(row[5]),
            state=PromiseState(row[6]),
            attempts=attempts.get(row[0], ()),
            messages=_messages(people, msgspec.json.decode(row[7], type=tuple[str, ...])),
            breaks_through=bool(row[8]),
            put_off_until=_maybe(row[9]),
            ended_at=_maybe(row[10]),
            ended_by=people.person_name(row[11]) if row[11] else "",
            note=(people.note(row[12]) or "") if row[12] else "",
        )
        for row in found
    )


def log(conn: sqlite3.Connection, people: People, limit: int) -> tuple[InterruptionView, ...]:
    """The newest interruptions, newest first."""
    found = conn.execute(
        "SELECT call, at, met, caller_key, chose, ended_at, ended_as, promise FROM calls"
        " ORDER BY at DESC, rowid DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return tuple(
        InterruptionView(
            call=row[0],
            at=datetime.fromisoformat(row[1]),
            met=Presence(row[2]),
            number=people.number_of(row[3]) if row[3] else None,
            name=people.name_of(row[3]) if row[3] else None,
            chose=Choice(row[4]) if row[4] else None,
            ended_at=_maybe(row[5]),
            end=row[6] or "",
            promise=row[7],
        )
        for row in found
    )


def _attempts(
    conn: sqlite3.Connection, people: People, promises: Sequence[int]
) -> dict[int, tuple[AttemptView, ...]]:
    found: dict[int, tuple[AttemptView, ...]] = {}
    for start in range(0, len(promises), 500):
        some = promises[start : start + 500]
        marks = ", ".join("?" * len(some))
        for promise, at, outcome, by, note in conn.execute(
            f'SELECT promise, at, outcome, "by", note FROM attempts WHERE promise IN ({marks}) ORDER BY seq',
            tuple(some),
        ).fetchall():
            view = AttemptView(
                at=datetime.fromisoformat(at),
                outcome=Outcome(outcome),
                by=people.person_name(by),
                note=(people.note(note) or "") if note else "",
            )
            found[promise] = (*found.get(promise, ()), view)
    return found


def _messages(people: People, keys: Iterable[str]) -> tuple[MessageView, ...]:
    """The messages that are still kept."""
    return tuple(view for key in keys if (view := people.recording(key)) is not None)


def _maybe(at: str | None) -> datetime | None:
    return None if at is None else datetime.fromisoformat(at)
