"""The records of one desk: what the engine writes before it acts, and what everyone asks afterwards.

A `Store` belongs to the thread that opened it. Writes are one at a time, on disk when they return.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database

from desk.core.events import Event, MessagePlayed
from desk.core.model import Desk, Promise
from desk.core.views import InterruptionView, MessageView, PromiseView
from desk.store import journal, opening, questions, snapshots, views
from desk.store.journal import Torn
from desk.store.opening import Files
from desk.store.people import People
from desk.store.snapshots import Loaded
from desk.store.troubles import CannotRead, CannotWrite, cannot_write, code
from desk.store.views import Difference

RECORDINGS = "recordings"
"""The folder of the messages, in the data folder: KEY.wav each."""

Entry = tuple[Event, Desk, Desk]
"""What happened, the desk before it, the desk after it."""


class Store:
    """The records, open. Made by `Store.open`, ended by `close`."""

    def __init__(self, files: Files, lock: int, db: Database) -> None:
        self._files = files
        self._lock = lock
        self._db = db
        self._conn = db.conn
        self._people = People(self._conn)
        self._tip = journal.tip(self._conn)
        self._last = opening.open_last(files, self._tip)
        self._places = {files.database: _place(files.database)}

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the records in a data folder, making both if there are none.

        Raises `StoreRefused` when another engine runs there, when the records are damaged, newer than this
        program, locked or cannot be read or made. Nothing in them was changed then.
        """
        files = opening.prepare(folder)
        lock = opening.lock(files)
        try:
            db = opening.connect(files)
            return cls(files, lock, db)
        except BaseException:
            os.close(lock)
            raise

    def close(self) -> None:
        """Close the records and let another engine have the folder."""
        with contextlib.suppress(sqlite3.Error):
            self._conn.close()
        for held in (self._last, self._lock):
            if held >= 0:
                os.close(held)
        self._last = self._lock = -1

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._files.folder

    @property
    def seq(self) -> int:
        """The number of the last entry written, 0 before the first."""
        return self._tip.seq

    # Writing

    def append(self, entries: Sequence[Entry]) -> list[int]:
        """Write these events, the views they change and the people they speak of; their numbers.

        All of it is on disk when this returns. Raises `CannotWrite`; then none of it is, and the same entries
        can be appended again later.
        """
        tip = self._tip
        numbers = []
        with self._writing():
            self._people.write()
            for event, before, after in entries:
                tip = journal.append(self._conn, tip, event)
                views.apply(self._conn, tip.seq, event, before, after)
                if isinstance(event, MessagePlayed):
                    self._people.played(event.recording, event.at)
                numbers.append(tip.seq)
        self._people.written()
        self._tip = tip
        opening.write_last(self._last, tip)
        return numbers

    def can_write(self) -> bool:
        """Whether a write reaches the disk just now, tried by writing a mark of our own."""
        try:
            with self._writing():
                self._conn.execute(
                    "INSERT INTO marks (name, value) VALUES ('tried', '1') ON CONFLICT (name)"
                    " DO UPDATE SET value = CAST(value AS INTEGER) + 1"
                )
        except CannotWrite:
            return False
        return True

    def save_snapshot(self, seq: int, desk: Desk) -> None:
        """Keep the desk as it was after entry `seq`, so that a start begins there. Raises `CannotWrite`."""
        with self._writing():
            snapshots.save(self._conn, seq, desk)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, on disk when it ends well, without a trace when not. Raises `CannotWrite`."""
        try:
            self._still_here()
            self._conn.execute("BEGIN IMMEDIATE")
            yield
            self._conn.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            self._undo()
            raise cannot_write(error, self._files.database) from error
        except BaseException:
            self._undo()
            raise
        if self._files.wal not in self._places:  # it is there from the first write on
            with contextlib.suppress(OSError):
                self._places[self._files.wal] = _place(self._files.wal)

    def _undo(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            if self._conn.in_transaction:
                self._conn.execute("ROLLBACK")

    def _still_here(self) -> None:
        """A database that was moved or deleted takes writes without a word, into a file nobody will find."""
        for path, place in self._places.items():
            try:
                there = _place(path)
            except OSError:
                there = None
            if there != place:
                raise CannotWrite(
                    "The records were moved away while One Moment was running.",
                    "Put the data folder back, or start One Moment again.",
                    str(path),
                )

    # Starting

    def load(self) -> Loaded:
        """Where to begin: the newest usable snapshot and what happened since. Raises `StoreRefused`."""
        try:
            return snapshots.load(self._conn)
        except Torn as torn:
            detail = f"journal entry {torn.seq} is not what was written"
            raise opening.damaged(self._files, detail) from None
        except sqlite3.Error as error:
            raise opening.damaged(self._files, code(error)) from None

    # People

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
        """The name last given with that number, None without one. Raises `CannotRead`."""
        with self._reading():
            return self._people.name_of(key)

    def person_key(self, name: str) -> str:
        """The key by which events name who works at the desk, the same for the same name; "" for nobody.

        Never fails: what is new is written with the next append, and known by `person_name` at once.
        """
        return self._people.person_key(name)

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
        # its place is the one every recording has; a file that is not there is as good as deleted
        with contextlib.suppress(OSError):
            (self.folder / RECORDINGS / f"{key}.wav").unlink()

    def recording(self, key: str) -> MessageView | None:
        """A recording, None when it is not known (any more). Raises `CannotRead`."""
        with self._reading():
            return self._people.recording(key)

    # Questions

    def promises(self, order: Sequence[Promise] = (), *, closed: int = 0) -> tuple[PromiseView, ...]:
        """The promises of `order` (see `core.next_action.promised`) as shown, then up to `closed` ended ones.

        The ended ones come newest first. Raises `CannotRead`.
        """
        with self._reading():
            shown = questions.open_promises(self._conn, self._people, order)
            if not closed:
                return shown
            here = {promise.id for promise in order}
            ended = questions.closed_promises(self._conn, self._people, closed)
            return shown + tuple(view for view in ended if view.id not in here)

    def log(self, limit: int) -> tuple[InterruptionView, ...]:
        """The newest interruptions, newest first. Raises `CannotRead`."""
        with self._reading():
            return questions.log(self._conn, self._people, limit)

    def journal(self, after: int = 0, limit: int = 1000) -> tuple[dict[str, Any], ...]:
        """Entries after number `after`, oldest first: "seq", "at", "event" and the event's own fields.

        Raises `CannotRead`.
        """
        with self._reading():
            return journal.rows(self._conn, after, limit)

    def first_broken(self) -> int | None:
        """The first entry that is not what was written, None when all are. Raises `CannotRead`."""
        with self._reading():
            return journal.first_broken(self._conn)

    def rebuild(self, fold: Callable[[Desk, Event], Desk]) -> tuple[Difference, ...]:
        """Compute the views again from the journal; where they differed, the computed ones now stand.

        `fold` gives the desk after an event. Raises `CannotRead` (a torn journal included), `CannotWrite`.
        """
        with self._reading():
            computed = views.compute(journal.entries(self._conn), fold)
            found = views.differences(self._conn, computed)
        try:
            if found:
                with self._writing():
                    views.replace(self._conn, computed)
        finally:
            computed.close()
        return found

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, Torn, msgspec.MsgspecError, ValueError) as error:
            raise CannotRead(
                "The records cannot be read just now.",
                "Start One Moment again: it will say what to do.",
                f"{error if isinstance(error, Torn) else code(error)}, {self._files.database}",
            ) from error


def _place(path: Path) -> tuple[int, int]:
    """Which file stands at a path. Raises `OSError`."""
    state = path.stat()
    return (state.st_dev, state.st_ino)
