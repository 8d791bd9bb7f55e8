"""The open records: the connection, one transaction at a time, and every error in words."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desk.store import journal, opening
from desk.store.contacts import Contacts
from desk.store.forgetting import Old
from desk.store.journal import Torn
from desk.store.opening import Files
from desk.store.people import People
from desk.store.troubles import CannotRead, CannotWrite, cannot_write, code

if TYPE_CHECKING:
    from sqlite_utils import Database


class Opened:
    """The records, open, with what is not written yet."""

    def __init__(self, files: Files, lock: int, db: Database) -> None:
        self._files = files
        self._lock = lock
        self._db = db
        self._conn = db.conn
        self._people = People(self._conn)
        self._contacts = Contacts(self._conn, self._people)
        self._let_go: dict[str, str] = {}  # numbers lately erased because nobody has them any more, by key
        self._erased: dict[str, str] = {}  # numbers lately erased because it was asked for
        self._old: tuple[Old, str] | None = None  # what the next `RetentionApplied` erases
        self._tip = journal.tip(self._conn)
        self._last = opening.open_last(files, self._tip)
        self._places = {files.database: _place(files.database)}

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._files.folder

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
