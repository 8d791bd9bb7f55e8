"""The last contacts with somebody: calls that came, calls of ours, and attempts made on another phone."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from desk.core.views import ContactedView
from desk.store.contacts import Contacts
from desk.store.people import People, marks

BEFORE = 3
"""So many of the last contacts are shown."""


def before(
    conn: sqlite3.Connection,
    people: People,
    contacts: Contacts,
    number_key: str,
    limit: int = BEFORE,
    not_call: str | None = None,
) -> tuple[ContactedView, ...]:
    """The last contacts with this number, newest first, without the call `not_call` and those still live.

    Where one person alone has the number, those with the other numbers that are theirs alone count too.
    """
    keys = contacts.alone(number_key)
    found = [
        *_calls(conn, people, keys, limit, not_call),
        *_elsewhere(conn, people, keys, limit),
    ]
    return tuple(sorted(found, key=lambda view: view.at, reverse=True)[:limit])


def notes_of(conn: sqlite3.Connection, people: People, call: str) -> tuple[str, ...]:
    """What was written about a call, the first note first; what was erased is left out."""
    rows = conn.execute("SELECT note FROM call_notes WHERE call = ? ORDER BY seq", (call,)).fetchall()
    keys = [key for (key,) in rows]
    notes = people.notes(keys)
    return tuple(notes[key] for key in keys if key in notes)


def _calls(
    conn: sqlite3.Connection, people: People, keys: tuple[str, ...], limit: int, not_call: str | None
) -> list[ContactedView]:
    rows = []
    for key in keys:  # one after the other: each is read off the index, newest first
        rows += conn.execute(
            "SELECT at, call, out, ended_as, taken_by FROM calls WHERE caller_key = ?"
            " AND ended_at IS NOT NULL AND call IS NOT ? ORDER BY at DESC LIMIT ?",
            (key, not_call, limit),
        ).fetchall()
    found = []
    for at, call, out, ended_as, taken_by in sorted(rows, reverse=True)[:limit]:
        said = conn.execute(
            'SELECT outcome, "by", note FROM attempts WHERE call = ? ORDER BY seq DESC LIMIT 1', (call,)
        ).fetchone()
        outcome, by, note = said or (None, "", None)
        notes = [*notes_of(conn, people, call), people.note(note) if note else None]
        found.append(
            ContactedView(
                at=datetime.fromisoformat(at),
                out=bool(out),
                # what the person said of it (voicemail, wrong number) is truer than what the line saw
                end=outcome or ended_as or "",
                note=" · ".join(text for text in notes if text),
                by=people.person_name(by or taken_by),
            )
        )
    return found


def _elsewhere(
    conn: sqlite3.Connection, people: People, keys: tuple[str, ...], limit: int
) -> list[ContactedView]:
    """Attempts that were no call of ours: made on another phone."""
    rows = conn.execute(
        'SELECT a.at, a.outcome, a."by", a.note FROM promises p JOIN attempts a ON a.promise = p.id'
        f" WHERE p.caller_key IN ({marks(keys)}) AND a.call IS NULL ORDER BY a.seq DESC LIMIT ?",
        (*keys, limit),
    ).fetchall()
    return [
        ContactedView(
            at=datetime.fromisoformat(at),
            out=True,
            end=outcome,
            note=(people.note(note) or "") if note else "",
            by=people.person_name(by),
        )
        for at, outcome, by, note in rows
    ]
