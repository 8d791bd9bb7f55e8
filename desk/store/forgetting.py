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


def numbers_let_go(conn: sqlite3.Connection, keys: Iterable[str], desk: Desk) -> None:
    """Erase those of these numbers that nobody has any more, inside the caller's transaction.

    A number that a call or a promise speaks of stays, or nobody could be called back; the name that came
    with a call goes.
    """
    live = _live(desk)
    for key in keys:
        uses = [conn.execute(use, (key,)).fetchone() is not None for use in _USES]
        if uses[0]:
            continue
        if key in live or any(uses):
            conn.execute("UPDATE numbers SET name = NULL WHERE key = ?", (key,))
        else:
            conn.execute("DELETE FROM numbers WHERE key = ?", (key,))


def _live(desk: Desk) -> set[str]:
    """The keys of the numbers the desk speaks of at this moment."""
    callers = [caller for c in desk.calls for caller in (c.caller, c.number, c.sent_to)]
    callers += [caller for p in desk.promises for caller in (p.caller, p.said)]
    return {caller.key for caller in callers if caller is not None and caller.key is not None}
