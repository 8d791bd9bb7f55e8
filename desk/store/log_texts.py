"""The texts the supervisor's log is searched in: names and numbers, notes, and what a machine wrote down."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from desk.store.folding import STROKES, folded
from desk.store.log_rows import Array
from desk.store.log_shown import amended
from desk.store.people import marks, somes

END = "\0"
"""Between two texts: no text has it."""
BLOCK = 10_000
"""So many texts are folded at once."""
_LAST_COMBINING = 0x20000
"""Beyond are signs and letters that nothing is put upon."""


class Texts(NamedTuple):
    """Texts without case and accents, one after the other in UTF-8, each ending with `END`.

    `owner` says whose each is: a row of `calls`, a promise or a row of `numbers`. `end` is where it ends.
    """

    text: bytes
    end: Array
    owner: Array


class People(NamedTuple):
    """Everybody whose number is known. Each word of a name or company has a space before it."""

    names: Texts
    numbers: Texts
    shown: dict[int, str]
    """The name shown for a number, or the number, by its row in `numbers`; folded, to sort by."""


class Spoken(NamedTuple):
    """What was written of calls and of promises."""

    calls: Texts
    promises: Texts


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
    return People(_and(known.names, new.names), _and(known.numbers, new.numbers), known.shown | new.shown)


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
    rows = list(names)
    return People(
        texts(rows, [" " + " ".join(names[row]) for row in rows]),
        texts(list(digits), [number.removeprefix("+") for number in digits.values()]),
        {row: " " + folded(shown[row]) if shown[row] else number for row, number in digits.items()},
    )


def _and(some: Texts, more: Texts) -> Texts:
    return Texts(
        some.text + more.text,
        np.concatenate([some.end, more.end + len(some.text)]),
        np.concatenate([some.owner, more.owner]),
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
    of_call, of_promise = _collected(), _collected()
    for question, (rows, said) in zip(_NOTES, (of_call, of_promise, of_promise), strict=True):
        for row, key, text in conn.execute(question):
            text = now.get(key, text)
            if text:
                rows.append(row)
                said.append(text)
    for row, text in conn.execute(_WORDS):
        of_call[0].append(row)
        of_call[1].append(text)
    return Spoken(texts(*of_call), texts(*of_promise))


def spoken_of(conn: sqlite3.Connection, calls: Sequence[int], promises: Sequence[int]) -> Spoken:
    """The same of these calls (their rows) and promises alone."""
    now = _amended(conn)
    of_call, of_promise = _collected(), _collected()
    questions = (
        (f"{_NOTES[0]} WHERE c.rowid IN ", calls, of_call),
        (f"{_NOTES[1]} AND a.promise IN ", promises, of_promise),
        (f"{_NOTES[2]} AND p.id IN ", promises, of_promise),
    )
    for question, asked, (rows, said) in questions:
        for some in somes(asked):
            for row, key, text in conn.execute(f"{question}({marks(some)})", some):
                text = now.get(key, text)
                if text:
                    rows.append(row)
                    said.append(text)
    if calls:
        wanted = set(calls)
        for row, text in conn.execute(_WORDS):  # some thousand: those of the last weeks
            if row in wanted:
                of_call[0].append(row)
                of_call[1].append(text)
    return Spoken(texts(*of_call), texts(*of_promise))


def texts(owners: Sequence[int], found: Iterable[str]) -> Texts:
    """These texts, folded."""
    text = fold_many(found)
    end = np.flatnonzero(np.frombuffer(text, np.uint8) == 0)
    return Texts(text, end.astype(np.int64), np.asarray(owners, np.int32))


def fold_many(found: Iterable[str]) -> bytes:
    """As `folding.folded` each of them, many at once: only that spaces stay as they are."""
    parts, some = [], iter(found)
    while block := "".join(text.replace(END, " ") + END for text in islice(some, BLOCK)):
        parts.append(_folded(block))
    return b"".join(parts)


def _folded(text: str) -> bytes:
    if text.isascii():
        return text.lower().encode()
    letters = np.frombuffer(
        unicodedata.normalize("NFKD", text.casefold()).encode("utf-32-le", "replace"), np.uint32
    )
    plain = letters[~_combining()[letters]].tobytes().decode("utf-32-le").casefold()
    for letter, stroke in STROKES.items():
        plain = plain.replace(letter, stroke)
    return plain.encode()


@cache
def _combining() -> Array:
    """Of each letter there is whether it is put upon the one before it."""
    found = np.zeros(sys.maxunicode + 1, np.bool_)
    found[[code for code in range(_LAST_COMBINING) if unicodedata.combining(chr(code))]] = True
    return found


def _collected() -> tuple[list[int], list[str]]:
    return [], []


def _amended(conn: sqlite3.Connection) -> dict[str, str]:
    """The text under each note that was written anew."""
    now = amended(conn)
    read: dict[str, str] = {}
    for some in somes(list(dict.fromkeys(now.values()))):
        read |= dict(conn.execute(f"SELECT key, text FROM notes WHERE key IN ({marks(some)})", some))
    return {note: read[last] for note, last in now.items() if last in read}
