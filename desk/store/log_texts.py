"""The texts the supervisor's log is searched in: names and numbers, notes, and what a machine wrote down."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from desk.store.folding import folded
from desk.store.log_rows import Array
from desk.store.log_shown import amended
from desk.store.log_words import END, Words, both, whole, words
from desk.store.people import marks, somes


class People(NamedTuple):
    """Everybody whose number is known: words of names and companies, and each number's digits as a word."""

    names: Words
    numbers: Words
    shown: dict[int, str]
    """The name shown for a number, or the number, by its row in `numbers`; folded, to sort by."""


class Spoken(NamedTuple):
    """What was written of calls and of promises."""

    calls: Words
    promises: Words


def people(conn: sqlite3.Connection) -> People:
    """Names and numbers of everybody."""
    return _people(
        conn.execute("SELECT rowid, number, name FROM numbers"),
        conn.execute(f"{_CONTACTS} ORDER BY c.rowid"),
    )


def people_with(conn: sqlite3.Connection, known: People, rows: Array) -> People:
    """The same people and these rows of `numbers`, which are new or may have been given a name."""
    asked = [int(row) for row in rows if row]
    numbers: list[tuple[int, str, str]] = []
    contacts: list[tuple[int, str, str]] = []
    for some in somes(asked):
        numbers += conn.execute(
            f"SELECT rowid, number, name FROM numbers WHERE rowid IN ({marks(some)})", some
        ).fetchall()
        contacts += conn.execute(
            f"{_CONTACTS} WHERE n.rowid IN ({marks(some)}) ORDER BY c.rowid", some
        ).fetchall()
    new = _people(numbers, contacts)
    if all(known.shown.get(row) == name for row, name in new.shown.items()):
        return known
    return People(both(known.names, new.names), both(known.numbers, new.numbers), known.shown | new.shown)


_CONTACTS = (
    "SELECT n.rowid, c.name, c.company FROM contact_numbers t JOIN contacts c ON c.key = t.contact"
    " JOIN numbers n ON n.key = t.number_key"
)


def _people(numbers: Iterable[tuple[int, str, str]], contacts: Iterable[tuple[int, str, str]]) -> People:
    shown: dict[int, str] = {}
    digits: dict[int, str] = {}
    names: dict[int, list[str]] = {}
    known: dict[int, list[str]] = {}
    for row, number, name in numbers:
        digits[row] = number
        shown[row] = name or ""
        if name:
            names[row] = [name]
    for row, name, company in contacts:
        # the name that came with a call is another way to call them: it is found as well
        names.setdefault(row, []).extend(text for text in (name, company) if text)
        known.setdefault(row, []).append(name or company)
    for row, theirs in known.items():
        shown[row] = " / ".join(dict.fromkeys(filter(None, theirs))) or shown[row]
    return People(
        words((row, " ".join(theirs)) for row, theirs in names.items()),
        whole(list(digits), [number.removeprefix("+").replace(END, "") for number in digits.values()]),
        {row: " " + folded(shown[row]) if shown[row] else number for row, number in digits.items()},
    )


_NOTES = (
    "SELECT c.rowid, x.note, t.text FROM call_notes x JOIN calls c ON c.call = x.call"
    " LEFT JOIN notes t ON t.key = x.note",
    "SELECT a.promise, a.note, t.text FROM attempts a LEFT JOIN notes t ON t.key = a.note"
    " WHERE a.note IS NOT NULL",
    "SELECT p.id, p.note, t.text FROM promises p LEFT JOIN notes t ON t.key = p.note"
    " WHERE p.note IS NOT NULL",
)
_WORDS = (
    "SELECT c.rowid, w.text FROM words w JOIN recordings r ON r.key = w.recording"
    " JOIN calls c ON c.call = r.call"
)


def spoken(conn: sqlite3.Connection) -> Spoken:
    """Everything that was written of calls and promises, as it reads now."""
    now = _amended(conn)
    noted, tried, closed = (_said(conn.execute(question), now) for question in _NOTES)
    return Spoken(words(chain(noted, conn.execute(_WORDS))), words(chain(tried, closed)))


def spoken_of(conn: sqlite3.Connection, calls: Sequence[int], promises: Sequence[int]) -> Spoken:
    """The same of these calls (their rows) and promises alone."""
    now = _amended(conn)

    def said(question: str, asked: Sequence[int]) -> Iterator[tuple[int, str]]:
        for some in somes(asked):
            yield from _said(conn.execute(f"{question} IN ({marks(some)})", some), now)

    noted = said(f"{_NOTES[0]} WHERE c.rowid", calls)
    tried = said(f"{_NOTES[1]} AND a.promise", promises)
    closed = said(f"{_NOTES[2]} AND p.id", promises)
    wanted = set(calls)
    # some thousand: those of the last weeks
    heard = ((row, text) for row, text in (conn.execute(_WORDS) if wanted else ()) if row in wanted)
    return Spoken(words(chain(noted, heard)), words(chain(tried, closed)))


def _said(found: Iterable[tuple[int, str, str | None]], now: dict[str, str]) -> Iterator[tuple[int, str]]:
    for owner, key, text in found:
        text = now.get(key, text)
        if text:
            yield owner, text


def _amended(conn: sqlite3.Connection) -> dict[str, str]:
    """The text under each note that was written anew."""
    now = amended(conn)
    read: dict[str, str] = {}
    for some in somes(list(dict.fromkeys(now.values()))):
        read |= dict(conn.execute(f"SELECT key, text FROM notes WHERE key IN ({marks(some)})", some))
    return {note: read[last] for note, last in now.items() if last in read}
