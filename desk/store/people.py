"""Numbers, names of callers and of the staff, notes and recordings, beside the journal under random keys.

Nothing here writes by itself: what is new is remembered and written in the transaction of the next append,
the one whose event carries the key. So a call never waits for it nor fails for it, and no event on disk ever
names a key whose row was lost.
"""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from desk.core.views import MessageView
from desk.store.journal import moment

Key = TypeVar("Key", str, int)

SOME = 500
"""So many keys are asked for in one question to SQLite."""

AMENDED_AT_MOST = 100
"""So many corrections of one note are followed."""

_KEY_OF = "SELECT key, name FROM numbers WHERE number = ? ORDER BY rowid LIMIT 1"


class People:
    """What is known of people, on disk and not yet on disk."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._numbers: dict[str, str] = {}  # key -> number, not yet written; likewise below
        self._new_numbers: dict[str, str] = {}  # the same by number
        self._names: dict[str, str] = {}
        self._staff: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._recordings: dict[str, tuple[str, float, datetime, str | None]] = {}
        self._discarded: set[str] = set()
        self._words: dict[str, tuple[str, datetime]] = {}

    def key_for(self, number: str, name: str = "") -> str:
        """The key of a number, a new one if it was never seen; a `name` given is remembered with it."""
        key = self._new_numbers.get(number)
        if key is None:
            # unreadable just now: the caller gets a key all the same
            with contextlib.suppress(sqlite3.Error):
                row = self._conn.execute(_KEY_OF, (number,)).fetchone()
                if row is not None:
                    key = str(row[0])
                    name = "" if row[1] == name else name
        if key is None:
            key = secrets.token_hex(8)
            self._numbers[key] = number
            self._new_numbers[number] = key
        if name:
            self._names[key] = name
        return key

    def put_back(self, key: str, number: str) -> None:
        """A number whose row was erased is spoken of after all."""
        self._numbers[key] = number
        self._new_numbers[number] = key

    def keys_of(self, number: str) -> tuple[str, ...]:
        """All keys of a number."""
        found = [key for (key,) in self._conn.execute("SELECT key FROM numbers WHERE number = ?", (number,))]
        new = self._new_numbers.get(number)
        return tuple(dict.fromkeys([*found, *([new] if new else [])]))

    def number_of(self, key: str) -> str | None:
        """The number of a key, None when it is not known (any more)."""
        return self._numbers.get(key) or self._one("SELECT number FROM numbers WHERE key = ?", key)

    def name_of(self, key: str) -> str | None:
        """The name last given with that number, None without one."""
        return self._names.get(key) or self._one("SELECT name FROM numbers WHERE key = ?", key)

    def numbers_of(self, keys: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
        """Number and name last given with it, of those of these keys that are still known."""
        found: dict[str, tuple[str | None, str | None]] = {}
        for some in somes(keys):
            for key, number, name in self._conn.execute(
                f"SELECT key, number, name FROM numbers WHERE key IN ({marks(some)})", some
            ):
                found[key] = (number, name)
        for key in keys:
            number, name = found.get(key, (None, None))
            if key in self._numbers or key in self._names:
                found[key] = (self._numbers.get(key, number), self._names.get(key, name))
        return found

    def person_key(self, name: str) -> str:
        """The key of who works here, a new one for a new name; "" for nobody."""
        if not name:
            return ""
        key = next((key for key, pending in self._staff.items() if pending == name), None)
        if key is None:
            # unreadable just now: what was asked is done all the same
            with contextlib.suppress(sqlite3.Error):
                key = self._one("SELECT key FROM staff WHERE name = ? ORDER BY rowid LIMIT 1", name)
        if key is None:
            key = secrets.token_hex(8)
            self._staff[key] = name
        return key

    def knows_person(self, name: str) -> bool:
        """Whether somebody of that name works or worked here."""
        return name in self._staff.values() or bool(self._one("SELECT key FROM staff WHERE name = ?", name))

    def person_name(self, key: str) -> str:
        """The name of who works here, "" when it is not known (any more)."""
        if not key:
            return ""
        return self._staff.get(key) or self._one("SELECT name FROM staff WHERE key = ?", key) or ""

    def persons(self, keys: Sequence[str]) -> dict[str, str]:
        """The names of those of these who work here and are still known."""
        return self._texts("SELECT key, name FROM staff", keys) | _of(self._staff, keys)

    def add_note(self, text: str) -> str:
        """Remember a note; the key it will have."""
        key = secrets.token_hex(8)
        self._notes[key] = text
        return key

    def note(self, key: str) -> str | None:
        """The text of a note as it reads now, None when it is not known (any more)."""
        return self.notes((key,)).get(key)

    def notes(self, keys: Sequence[str]) -> dict[str, str]:
        """The texts of those of these notes that are still known, as they read now."""
        reads = self._read_as(keys)
        wanted = list(reads.values())
        texts = self._texts("SELECT key, text FROM notes", wanted) | _of(self._notes, wanted)
        return {key: texts[now] for key, now in reads.items() if now in texts}

    def _read_as(self, keys: Sequence[str]) -> dict[str, str]:
        """By which note each of these is read: the one it was last amended to, or itself."""
        reads = {key: key for key in keys}
        for _ in range(AMENDED_AT_MOST):
            newer: dict[str, str] = {}
            for some in somes(list(set(reads.values()))):
                newer |= dict(
                    self._conn.execute(
                        f"SELECT note, now FROM amendments WHERE note IN ({marks(some)}) ORDER BY seq", some
                    )
                )
            if not newer:
                break
            reads = {key: newer.get(now, now) for key, now in reads.items()}
        return reads

    def add_recording(
        self, key: str, file: str, seconds: float, at: datetime, call: str | None = None
    ) -> None:
        """Remember a recording under the key the rules gave it. `file` is relative to the data folder."""
        self._recordings[key] = (file, seconds, at, call)

    def discard_recording(self, key: str) -> None:
        """Forget a recording, on disk with the next write."""
        self._recordings.pop(key, None)
        self._discarded.add(key)

    def add_words(self, recording: str, text: str, at: datetime) -> None:
        """Remember what a machine wrote down of a message."""
        self._words[recording] = (text, at)

    def recording(self, key: str) -> MessageView | None:
        """A recording, None when it is not known (any more)."""
        return self.recordings_of((key,)).get(key)

    def recordings_of(self, keys: Sequence[str]) -> dict[str, MessageView]:
        """Those of these recordings that are still known."""
        found: dict[str, MessageView] = {}
        for some in somes([key for key in keys if key not in self._recordings]):
            for key, file, seconds, at, played, words, said in self._conn.execute(
                "SELECT r.key, r.file, r.seconds, r.at, r.played_at, w.text, n.number FROM recordings r"
                " LEFT JOIN words w ON w.recording = r.key LEFT JOIN numbers n ON n.key = w.said"
                f" WHERE r.key IN ({marks(some)})",
                some,
            ):
                found[key] = MessageView(
                    id=key,
                    file=file,
                    seconds=seconds,
                    at=datetime.fromisoformat(at),
                    played=played is not None,
                    words=words or "",
                    said_number=said,
                )
        for key in keys:
            if key in self._recordings:
                file, seconds, made, _ = self._recordings[key]
                found[key] = MessageView(id=key, seconds=seconds, at=made, file=file)
            if key in found and key in self._words:
                found[key] = replace(found[key], words=self._words[key][0])
        return {key: view for key, view in found.items() if key not in self._discarded}

    def write(self) -> None:
        """Write what is new, inside the caller's transaction. Raises `sqlite3.Error`."""
        for key, number in self._numbers.items():
            self._conn.execute("INSERT INTO numbers (key, number) VALUES (?, ?)", (key, number))
        for key, name in self._names.items():
            self._conn.execute("UPDATE numbers SET name = ? WHERE key = ?", (name, key))
        for key, name in self._staff.items():
            self._conn.execute("INSERT INTO staff (key, name) VALUES (?, ?)", (key, name))
        for key, text in self._notes.items():
            self._conn.execute("INSERT INTO notes (key, text) VALUES (?, ?)", (key, text))
        for key, (file, seconds, at, call) in self._recordings.items():
            self._conn.execute(
                "INSERT OR REPLACE INTO recordings (key, file, seconds, at, call) VALUES (?, ?, ?, ?, ?)",
                (key, file, seconds, moment(at), call),
            )
        for key in self._discarded:
            self._conn.execute("DELETE FROM recordings WHERE key = ?", (key,))
            self._conn.execute("DELETE FROM words WHERE recording = ?", (key,))
        for key, (text, at) in self._words.items():
            self._conn.execute(
                "INSERT INTO words (recording, text, at) VALUES (?, ?, ?) ON CONFLICT (recording)"
                " DO UPDATE SET text = excluded.text, at = excluded.at",
                (key, text, moment(at)),
            )

    def written(self) -> None:
        """That transaction is on disk: nothing is new any more."""
        self._numbers.clear()
        self._new_numbers.clear()
        self._names.clear()
        self._staff.clear()
        self._notes.clear()
        self._recordings.clear()
        self._discarded.clear()
        self._words.clear()

    def played(self, key: str, at: datetime) -> None:
        """A recording was listened to, inside the caller's transaction; the first time counts."""
        self._conn.execute(
            "UPDATE recordings SET played_at = ? WHERE key = ? AND played_at IS NULL", (moment(at), key)
        )

    def transcribed(self, recording: str, said: str | None) -> None:
        """The number heard in a message, inside the caller's transaction."""
        self._conn.execute("UPDATE words SET said = ? WHERE recording = ?", (said, recording))

    def _texts(self, question: str, keys: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in somes(list(dict.fromkeys(keys))):
            found |= dict(self._conn.execute(f"{question} WHERE key IN ({marks(some)})", some))
        return found

    def _one(self, question: str, asked: str) -> str | None:
        row = self._conn.execute(question, (asked,)).fetchone()
        return row[0] if row else None


def somes(keys: Sequence[Key], some: int = SOME) -> Iterator[tuple[Key, ...]]:
    """The keys, some at a time."""
    for start in range(0, len(keys), some):
        yield tuple(keys[start : start + some])


def marks(keys: Sequence[object]) -> str:
    """As many question marks as keys, for IN ()."""
    return ", ".join("?" * len(keys))


def _of(waiting: dict[str, str], keys: Sequence[str]) -> dict[str, str]:
    return {key: waiting[key] for key in keys if key in waiting}
