"""Taking rows about people away, so that nothing of them is left but keys; the journal stays whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from desk.core.model import Desk
from desk.core.number import stands_in

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


class Known(NamedTuple):
    """What stands beside the journal of one number, each by its key.

    `people` have no other number, `others` have one and stay known by that. `calls` only counts.
    """

    calls: int
    named: bool
    recordings: tuple[str, ...]
    notes: tuple[str, ...]
    people: tuple[str, ...]
    others: tuple[str, ...]


def known_of(conn: sqlite3.Connection, key: str) -> Known:
    """What stands beside the journal of this number: of its calls, and of what was promised to it."""
    of_promises = "SELECT id FROM promises WHERE caller_key = :key"
    # a call without a number, whose caller gave this one, is theirs too
    of_calls = f"SELECT call FROM calls WHERE caller_key = :key OR promise IN ({of_promises})"

    def keys(question: str) -> tuple[str, ...]:
        return tuple(found for (found,) in conn.execute(question, {"key": key}) if found)

    contacts = "SELECT contact FROM contact_numbers WHERE number_key = :key"
    elsewhere = "SELECT contact FROM contact_numbers WHERE number_key <> :key"
    return Known(
        calls=conn.execute("SELECT count(*) FROM calls WHERE caller_key = ?", (key,)).fetchone()[0],
        named=conn.execute("SELECT 1 FROM numbers WHERE key = ? AND name <> ''", (key,)).fetchone()
        is not None,
        recordings=keys(
            f"SELECT key FROM recordings WHERE call IN ({of_calls}) OR key IN"
            " (SELECT value FROM promises, json_each(promises.recordings) WHERE caller_key = :key)"
        ),
        notes=keys(
            "SELECT key FROM notes WHERE key IN ("
            f"SELECT note FROM call_notes WHERE call IN ({of_calls})"
            f" UNION SELECT note FROM attempts WHERE promise IN ({of_promises}) OR call IN ({of_calls})"
            " UNION SELECT note FROM promises WHERE caller_key = :key"
            f" UNION SELECT now FROM amendments WHERE call IN ({of_calls})"
            f" UNION SELECT reason FROM amendments WHERE call IN ({of_calls})"
            f" UNION SELECT note FROM thanks WHERE call IN ({of_calls}))"
        ),
        people=keys(f"{contacts} AND contact NOT IN ({elsewhere}) GROUP BY contact"),
        others=keys(f"{contacts} AND contact IN ({elsewhere}) GROUP BY contact"),
    )


def number(conn: sqlite3.Connection, key: str) -> tuple[str, ...]:
    """Forget who has this number, inside the caller's transaction: the keys of the recordings that go too.

    The number, its name, who has no other number, notes about its calls and promises, what was recorded of it
    and what a machine wrote down of that. The journal and the views keep keys that nobody can read any more.
    """
    known = known_of(conn, key)
    for note in known.notes:
        conn.execute("DELETE FROM notes WHERE key = ?", (note,))
    for recording in known.recordings:
        _recording(conn, recording)
    row = conn.execute("SELECT number FROM numbers WHERE key = ?", (key,)).fetchone()
    for contact in known.others:
        _without(conn, contact, row[0] if row else "")
    conn.execute("DELETE FROM contact_numbers WHERE number_key = ?", (key,))
    for contact in known.people:
        conn.execute("DELETE FROM contacts WHERE key = ?", (contact,))
    conn.execute("UPDATE words SET said = NULL WHERE said = ?", (key,))
    conn.execute("DELETE FROM numbers WHERE key = ?", (key,))
    return known.recordings


def _recording(conn: sqlite3.Connection, key: str) -> None:
    conn.execute("DELETE FROM words WHERE recording = ?", (key,))
    conn.execute("DELETE FROM recordings WHERE key = ?", (key,))


def _without(conn: sqlite3.Connection, contact: str, number: str) -> None:
    """What a search looks in has the digits too, and what a file had of them the number as it was written."""
    found, extra = conn.execute("SELECT found, extra FROM contacts WHERE key = ?", (contact,)).fetchone()
    left = " ".join(word for word in found.split(" ") if word != number.removeprefix("+"))
    if extra and number:
        try:
            extra = msgspec.json.encode(_pruned(msgspec.json.decode(extra), number)).decode()
        except msgspec.DecodeError:
            extra = ""  # nothing that anybody could read
    conn.execute("UPDATE contacts SET found = ?, extra = ? WHERE key = ?", (left, extra, contact))


def _pruned(kept: Any, number: str) -> Any:
    """The same without the texts in which that number stands."""
    match kept:
        case list():
            return [_pruned(one, number) for one in kept if not _has(one, number)]
        case dict():
            return {name: _pruned(one, number) for name, one in kept.items() if not _has(one, number)}
    return kept


def _has(kept: Any, number: str) -> bool:
    return isinstance(kept, str) and stands_in(number, kept)


class Old(NamedTuple):
    """What is past its time, each by its key."""

    recordings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(self)


def old(conn: sqlite3.Connection, recordings_before: str, log_before: str) -> Old:
    """What is older than these moments and belongs to no promise that is open. Reads only; takes its time."""
    owed = "SELECT value FROM promises, json_each(promises.recordings) WHERE ended_at IS NULL"
    open_ones = "SELECT id FROM promises WHERE ended_at IS NULL"
    amended = (
        "amendments a LEFT JOIN calls c ON c.call = a.call WHERE a.at < :log"
        f" AND (c.promise IS NULL OR c.promise NOT IN ({open_ones}))"
    )
    at = {"recordings": recordings_before, "log": log_before}

    def keys(question: str) -> tuple[str, ...]:
        return tuple(found for (found,) in conn.execute(question, at))

    return Old(
        recordings=keys(f"SELECT key FROM recordings WHERE at < :recordings AND key NOT IN ({owed})"),
        notes=keys(
            "SELECT key FROM notes WHERE key IN ("
            "SELECT n.note FROM call_notes n LEFT JOIN calls c ON c.call = n.call WHERE n.at < :log"
            f" AND (c.promise IS NULL OR c.promise NOT IN ({open_ones}))"
            f" UNION SELECT note FROM attempts WHERE at < :log AND promise NOT IN ({open_ones})"
            " UNION SELECT note FROM promises WHERE ended_at < :log"
            f" UNION SELECT now FROM {amended}"
            f" UNION SELECT reason FROM {amended}"
            " UNION SELECT note FROM thanks WHERE at < :log)"
        ),
        numbers=keys(f"SELECT key FROM numbers WHERE {_UNUSED_SINCE}"),
    )


_UNUSED_SINCE = """NOT EXISTS (SELECT 1 FROM contact_numbers WHERE number_key = numbers.key)
    AND NOT EXISTS (SELECT 1 FROM calls WHERE caller_key = numbers.key AND at >= :log)
    AND NOT EXISTS (SELECT 1 FROM calls WHERE sent_to = numbers.key AND at >= :log)
    AND NOT EXISTS (SELECT 1 FROM words WHERE said = numbers.key)
    AND NOT EXISTS (SELECT 1 FROM promises WHERE caller_key = numbers.key
        AND (ended_at IS NULL OR ended_at >= :log))
    AND NOT EXISTS (SELECT 1 FROM promises WHERE said = numbers.key
        AND (ended_at IS NULL OR ended_at >= :log))"""


def let_go(conn: sqlite3.Connection, past: Old, log_before: str, desk: Desk) -> dict[str, str]:
    """Erase these, inside the caller's transaction; the numbers it did, by key.

    A number that was used again since it was found old stays, and so does whatever the desk speaks of.
    """
    for recording in set(past.recordings) - recordings_of(desk):
        _recording(conn, recording)
    for note in past.notes:
        conn.execute("DELETE FROM notes WHERE key = ?", (note,))
    gone: dict[str, str] = {}
    for key in set(past.numbers) - spoken_of(desk):
        row = conn.execute(
            f"DELETE FROM numbers WHERE key = :key AND {_UNUSED_SINCE} RETURNING number",
            {"key": key, "log": log_before},
        ).fetchone()
        gone |= {key: row[0]} if row else {}
    return gone


def recordings_of(desk: Desk) -> set[str]:
    """The messages of open promises, and those being recorded."""
    kept = {recording for p in desk.promises for recording in p.recordings}
    return kept | {call.recording for call in desk.calls if call.recording is not None}
