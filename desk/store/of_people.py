"""What the store is asked and told of people: numbers, names, notes, recordings, the people directory."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime

from desk.core.views import ContactView, MessageView
from desk.store import forgetting
from desk.store.contacts import Flags, shown_name
from desk.store.forgetting import Known, Old
from desk.store.journal import moment
from desk.store.opened import Opened
from desk.store.opening import BUSY

RECORDINGS = "recordings"
"""The folder of the messages, in the data folder: KEY.wav each."""


class OfPeople(Opened):
    """The part of the store that is about people. What is new here is written with the next append."""

    def key_for(self, number: str, name: str = "") -> str:
        """The key of a number, a new one if it was never seen; `name`, when given, is remembered with it.

        Never fails and never waits for the disk: what is new is written with the next append.
        """
        return self._people.key_for(number, name)

    def number_of(self, key: str) -> str | None:
        """The number of a key, None when it is not known (any more). Raises `CannotRead`."""
        with self._reading():
            return self._people.number_of(key)

    def name_of(self, key: str) -> str | None:
        """The name of who has that number, else the one last given with it, None without one.

        Two people of one number are both named: "Ana Okafor / Ben Okafor". Raises `CannotRead`.
        """
        with self._reading():
            return shown_name(self._contacts.of(key)) or self._people.name_of(key)

    def person_key(self, name: str) -> str:
        """The key by which events name who works at the desk, the same for the same name; "" for nobody.

        Never fails: what is new is written with the next append, and known by `person_name` at once.
        """
        return self._people.person_key(name)

    def knows_person(self, name: str) -> bool:
        """Whether somebody of that name works or worked at the desk. Raises `CannotRead`."""
        with self._reading():
            return self._people.knows_person(name)

    def person_name(self, key: str) -> str:
        """The name of who works at the desk, "" when it is not known (any more). Raises `CannotRead`."""
        with self._reading():
            return self._people.person_name(key)

    def add_note(self, text: str) -> str:
        """Remember a note, written with the next append; its key, for the event that goes with it."""
        return self._people.add_note(text)

    def note(self, key: str) -> str | None:
        """The text of a note, None when it is not known (any more). Raises `CannotRead`."""
        with self._reading():
            return self._people.note(key)

    def add_recording(
        self, key: str, file: str, seconds: float, at: datetime, call: str | None = None
    ) -> None:
        """Remember a recording under the key the rules gave it, written with the next append.

        `file` is relative to the data folder. That it was played is taken from `MessagePlayed` when appended.
        """
        self._people.add_recording(key, file, seconds, at, call)

    def discard_recording(self, key: str) -> None:
        """Delete a recording that nobody keeps, its file at once and its row with the next append."""
        self._people.discard_recording(key)
        self._delete_file(key)

    def _delete_file(self, key: str) -> None:
        # its place is the one every recording has; a file that is not there is as good as deleted
        with contextlib.suppress(OSError):
            (self.folder / RECORDINGS / f"{key}.wav").unlink()

    def recording(self, key: str) -> MessageView | None:
        """A recording, None when it is not known (any more). Raises `CannotRead`."""
        with self._reading():
            return self._people.recording(key)

    def add_words(self, recording: str, text: str, at: datetime) -> None:
        """Remember what a machine wrote down of a message, written with its `MessageTranscribed`."""
        self._people.add_words(recording, text, at)

    # The people directory

    def save_contact(self, contact: ContactView, extra: str | None = None) -> str:
        """Add (empty id) or change somebody, written with the next append; the key, for its event.

        The numbers are E.164 or an extension's digits already. `extra` is what a file had of them beyond our
        fields (see `desk.directory`); None leaves what was kept. Never fails, and is known at once.
        """
        return self._contacts.save(contact, extra)

    def remove_contact(self, key: str) -> None:
        """Remove somebody with the next append: nothing is left of them here but keys."""
        self._contacts.remove(key)

    def contact(self, key: str) -> ContactView | None:
        """Somebody in the directory, None when they are not (any more). Raises `CannotRead`."""
        with self._reading():
            return self._contacts.get(key)

    def contacts_of(self, number_key: str) -> tuple[ContactView, ...]:
        """All who have this number, who was added first before the others. Raises `CannotRead`."""
        with self._reading():
            return self._contacts.of(number_key)

    def also_theirs(self, number_key: str) -> tuple[str, ...]:
        """The keys of the other numbers of who has this one: see `CallRang`. Raises `CannotRead`."""
        with self._reading():
            return self._contacts.alone(number_key)[1:]

    def find_contacts(
        self, text: str = "", limit: int = 50, internal_first: bool = False
    ) -> tuple[ContactView, ...]:
        """Those whose name, company or number has every word of `text`, the best first; all when empty.

        Case and accents do not matter; a number may be typed as at home. Raises `CannotRead`.
        """
        with self._reading():
            return self._contacts.find(text, limit, internal_first)

    def all_contacts(self) -> Iterator[tuple[ContactView, str]]:
        """Everybody in the directory with their `extra`. Raises `CannotRead`."""
        with self._reading():
            yield from self._contacts.all()

    def flags_of(self, number_key: str) -> Flags:
        """What the people of a number make of a call from it (see `Flags`). Raises `CannotRead`."""
        with self._reading():
            return self._contacts.flags(number_key)

    # Forgetting

    def keys_of(self, number: str) -> tuple[str, ...]:
        """The keys this number has: none when it is not known, and nearly always one. Raises `CannotRead`."""
        with self._reading():
            return self._people.keys_of(number)

    def known_of(self, key: str) -> Known:
        """What a `NumberForgotten` of this key will erase, as it stands on disk. Raises `CannotRead`."""
        with self._reading():
            return forgetting.known_of(self._conn, key)

    def let_go(self, past: Old, log_before: datetime) -> None:
        """Erase these with the next append, whose event is `RetentionApplied`.

        Spared is what is owed or live then, and a number used again since `log_before`.
        """
        self._old = (past, moment(log_before))

    def _delete_for_good(self, recordings: set[str]) -> None:
        for recording in recordings:
            self._delete_file(recording)
        # what was erased must not stay in the write-ahead log either; while somebody reads (a backup is made)
        # it does, and goes with the next one: the calls do not wait for that
        with contextlib.suppress(sqlite3.Error):
            self._conn.execute("PRAGMA busy_timeout = 0")
            self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with contextlib.suppress(sqlite3.Error):
            self._conn.execute(f"PRAGMA busy_timeout = {int(BUSY * 1000)}")

    # Choices to remember

    def get_mark(self, name: str) -> str | None:
        """A choice that was remembered, None when there is none. Raises `CannotRead`."""
        with self._reading():
            row = self._conn.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
            return str(row[0]) if row else None

    def set_mark(self, name: str, value: str) -> None:
        """Remember a choice, on disk when this returns. Raises `CannotWrite`."""
        with self._writing():
            self._conn.execute(
                "INSERT INTO marks (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
