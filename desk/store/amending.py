"""What corrections and thanks rest on: how an interruption ended, whose note it is, who was thanked."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from desk.core import ends
from desk.core.ends import End, end_of
from desk.core.model import PromiseState
from desk.core.views import ThanksView
from desk.store.journal import moment
from desk.store.people import People


class Ending(NamedTuple):
    """How an interruption ended as the log tells it now, and where its promise stands, None without one."""

    end: End
    promise: int | None = None
    state: PromiseState | None = None


def ending(conn: sqlite3.Connection, call: str) -> Ending | None:
    """The end of the interruption that began with this call, None when there is none."""
    row = conn.execute(
        'SELECT c.ended_as, c."end", c.promise, p.state FROM calls c LEFT JOIN promises p ON p.id = c.promise'
        " WHERE c.call = ? AND NOT c.out",
        (call,),
    ).fetchone()
    if row is None:
        return None
    ended_as, amended, promise, state = row
    state = PromiseState(state) if state else None
    return Ending(end_of(ended_as, state, End(amended) if amended else None), promise, state)


def promise_when(conn: sqlite3.Connection, call: str, end: End) -> PromiseState | None:
    """How the promise of this interruption ended when this is said of it, None without one.

    What was said of this interruption before is said no more; of another one with the same promise it stands.
    """
    row = conn.execute(
        "SELECT c.ended_as, coalesce((SELECT json_extract(body, '$.state') FROM journal"
        " WHERE c.\"end\" IS NOT NULL AND promise = c.promise AND event = 'PromiseEnded'"
        " ORDER BY seq LIMIT 1), p.state)"
        " FROM calls c JOIN promises p ON p.id = c.promise WHERE c.call = ? AND NOT c.out",
        (call,),
    ).fetchone()
    return None if row is None else ends.promise_when(end, row[0], PromiseState(row[1]))


_NOTES_OF = """
    WITH theirs AS (
        SELECT call FROM calls WHERE call = :call
        UNION SELECT call FROM calls WHERE promise = (SELECT promise FROM calls WHERE call = :call)),
    promised AS (SELECT promise AS id FROM calls WHERE call = :call AND promise IS NOT NULL)
    SELECT note FROM call_notes WHERE call IN theirs
    UNION SELECT note FROM attempts WHERE promise IN promised OR call IN theirs
    UNION SELECT note FROM promises WHERE id IN promised
    UNION SELECT now FROM amendments WHERE call IN theirs"""


def note_is_of(conn: sqlite3.Connection, note: str, call: str) -> bool:
    """Whether this note is told with that interruption: of its calls, its promise, or written anew since."""
    found = conn.execute(f"SELECT 1 FROM ({_NOTES_OF}) WHERE note = :note", {"call": call, "note": note})
    return found.fetchone() is not None


def thanks(conn: sqlite3.Connection, people: People, since: datetime) -> tuple[ThanksView, ...]:
    """Who was thanked since then, the first first; what was said is empty where it was erased."""
    rows = conn.execute(
        'SELECT seq, at, "to", note, "by" FROM thanks WHERE at >= ? ORDER BY seq', (moment(since),)
    ).fetchall()
    names = people.persons([key for row in rows for key in (row[2], row[4])])
    notes = people.notes([row[3] for row in rows if row[3]])
    return tuple(
        ThanksView(
            id=seq,
            name=names.get(to, ""),
            text=notes.get(note, ""),
            at=datetime.fromisoformat(at),
            by=names.get(by, ""),
        )
        for seq, at, to, note, by in rows
    )
