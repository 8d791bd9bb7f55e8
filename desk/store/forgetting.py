"""Taking rows about people away, so that nothing of them is left but keys; the journal stays whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from desk.core.model import Desk

_USES = (
    "SELECT 1 FROM contact_numbers WHERE number_key = ?",
    "SELECT 1 FROM calls WHERE caller_key = ?",
    "SELECT 1 FROM calls WHERE sent_to = ?",
    "SELECT 1 FROM promises WHERE caller_key = ?",
    "SELECT 1 FROM promises WHERE said = ?",
    "SELECT 1 FROM words WHERE said = ?",
)


def numbers_let_go(conn: sqlite3.Connection, keys: Iterable[str], desk: Desk) -> dict[str, str]:
    """Erase those of these numbers that nobody has any more, inside the caller's transaction; those it did.

    A number that a call or a promise speaks of stays, or nobody could be called back; the name that came
    with a call goes.
    """
    live = spoken_of(desk)
    gone: dict[str, str] = {}
    for key in keys:
        uses = [conn.execute(use, (key,)).fetchone() is not None for use in _USES]
        if uses[0]:
            continue
        if key in live or any(uses):
            conn.execute("UPDATE numbers SET name = NULL WHERE key = ?", (key,))
        else:
            row = conn.execute("DELETE FROM numbers WHERE key = ? RETURNING number", (key,)).fetchone()
            gone |= {key: row[0]} if row else {}
    return gone


def spoken_of(desk: Desk) -> set[str]:
    """The keys of the numbers the desk speaks of at this moment."""
    callers = [caller for c in desk.calls for caller in (c.caller, c.number, c.sent_to)]
    callers += [caller for p in desk.promises for caller in (p.caller, p.said)]
    return {caller.key for caller in callers if caller is not None and caller.key is not None}


def number(conn: sqlite3.Connection, key: str) -> tuple[str, ...]:
    """Forget who has this number, inside the caller's transaction: the keys of the recordings that go too.

    The number, its name, who has no other number, notes about its calls and promises, what was recorded of it
    and what a machine wrote down of that. The journal and the views keep keys that nobody can read any more.
    """
    of_calls = "SELECT call FROM calls WHERE caller_key = ?"
    of_promises = "SELECT id FROM promises WHERE caller_key = ?"
    for notes in (
        f"SELECT note FROM call_notes WHERE call IN ({of_calls})",
        f"SELECT note FROM attempts WHERE promise IN ({of_promises}) OR call IN ({of_calls})",
        "SELECT note FROM promises WHERE caller_key = ?",
    ):
        conn.execute(f"DELETE FROM notes WHERE key IN ({notes})", (key,) * notes.count("?"))
    recordings = conn.execute(
        f"SELECT key FROM recordings WHERE call IN ({of_calls}) OR key IN"
        " (SELECT value FROM promises, json_each(promises.recordings) WHERE caller_key = ?)",
        (key, key),
    ).fetchall()
    for (recording,) in recordings:
        conn.execute("DELETE FROM words WHERE recording = ?", (recording,))
        conn.execute("DELETE FROM recordings WHERE key = ?", (recording,))
    people = conn.execute("SELECT contact FROM contact_numbers WHERE number_key = ?", (key,)).fetchall()
    conn.execute("DELETE FROM contact_numbers WHERE number_key = ?", (key,))
    for (contact,) in people:
        conn.execute(
            "DELETE FROM contacts WHERE key = ? AND key NOT IN (SELECT contact FROM contact_numbers)",
            (contact,),
        )
    conn.execute("UPDATE words SET said = NULL WHERE said = ?", (key,))
    conn.execute("DELETE FROM numbers WHERE key = ?", (key,))
    return tuple(recording for (recording,) in recordings)
