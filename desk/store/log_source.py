"""Where the supervisor's log is read: the records of a data folder, also those of an older version.

The views of older records tell less than is asked today, and nobody may change a copy: they are computed
anew into a database of our own, which is read as if it were in their place. It is in a file that has no name
any more when the first row is written: whatever ends us, nothing of anybody is left.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self
from urllib.parse import quote

import msgspec

from desk.store import computing, reading, schema
from desk.store.journal import Torn
from desk.store.opening import Files
from desk.store.troubles import CannotRead, StoreRefused, code

Connection = sqlite3.Connection
"""What is asked; how, is the store's affair."""
Place = tuple[int, int, str]
"""Which file stands at a path, and how it is opened: who may not write opens it otherwise."""


class _Held:
    """A connection that is closed once nobody has it any more: neither its thread nor who is asking."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def __del__(self) -> None:
        self.conn.close()


class Source:
    """The records of one folder, read only. Made by `Source.open`, ended by `close`."""

    def __init__(self, files: Files, place: Place, ready: bool) -> None:
        self._files = files
        self._own: _Own | None = None
        self._computing = threading.Lock()
        self._mine = threading.local()
        self.place = place
        self.ready = ready

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Look at the records. Raises `StoreRefused` and `CannotRead`."""
        files = Files(folder)
        with reading.reading(folder) as conn:
            old = reading.look(conn, files.database) < schema.VIEWS_SINCE
            place = _place(files)
            if not old:
                _like_a_database(conn)
        return cls(files, place, not old)

    def prepare(self) -> None:
        """Compute what older records do not tell: some seconds for ten thousand interruptions.

        Nothing is done where it was done, or where they are of today. Raises as `open`.
        """
        with self._computing:
            if not self.ready:
                own = _Own()
                with reading.reading(self.folder) as conn:
                    _compute(own.conn, self._files, conn)
                self._own, self.ready = own, True

    def time_zone(self) -> str:
        """The desk's time zone as its engine last knew it, UTC when none ever said; also before `prepare`.

        Raises `CannotRead`.
        """
        try:
            with contextlib.closing(reading.connected(self._files)) as conn:
                return _time_zone(conn)
        except (sqlite3.Error, OSError, ValueError) as error:
            raise cannot_read(error, self._files.database) from error

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._files.folder

    @contextlib.contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, which sees what the engine writes meanwhile.

        Raises `CannotRead`, and as `prepare`, which it waits for.
        """
        self.prepare()
        try:
            held: _Held | None = getattr(self._mine, "held", None)
            if held is None:
                held = self._mine.held = self._connect()
            yield held.conn
        except (sqlite3.Error, OSError, ValueError) as error:
            raise cannot_read(error, self._files.database) from error

    def _connect(self) -> _Held:
        if self._own is None:
            return _Held(reading.connected(self._files))
        held = _Held(self._own.connected())
        reading.prepare(held.conn, self._files)
        # what is not in our database is looked for in theirs
        held.conn.execute("ATTACH ? AS kept", (reading.address(self._files),))
        return held

    def replaced(self) -> bool:
        """True when another file stands there now, which is read from now on.

        Raises `StoreRefused` when there is none any more, or when the new one cannot be read.
        """
        try:
            if _place(self._files) == self.place:
                return False
        except OSError:
            raise StoreRefused(
                "The records were moved away while the log was open.",
                "Put the data folder back, then open the log again.",
                str(self._files.database),
            ) from None
        new = Source.open(self.folder)
        self.close()
        self.ready, self.place = new.ready, new.place
        return True

    def written_by_an_engine(self) -> bool:
        """Whether an engine runs on this folder."""
        try:
            held = os.open(self._files.lock, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(held)
        return False

    def close(self) -> None:
        """What was made for reading goes; each connection is closed once its last answer is told."""
        self._mine = threading.local()
        self._own = None


def _time_zone(conn: sqlite3.Connection) -> str:
    row = conn.execute(
        "SELECT body FROM journal WHERE event = 'EngineStarted' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    policy = msgspec.json.decode(row[0]).get("policy") if row else None
    return str((policy or {}).get("time_zone", "UTC"))


def cannot_read(error: Exception, database: Path) -> CannotRead:
    """What is said of records that cannot be read."""
    return CannotRead(
        "The records cannot be read.",
        "Look at the disk's health and at the rights of the data folder, then open the log again.",
        f"{code(error)}, {database}",
    )


class _Own(_Held):
    """An empty database of our own, there as long as a connection to it is open."""

    def __init__(self) -> None:
        held, name = tempfile.mkstemp(prefix="onemoment-log-", suffix=".db")  # its owner's only
        os.close(held)
        # who shares the cache of a file that is open needs no name to open it by
        self._address = f"file:{quote(name)}?cache=shared"
        try:
            super().__init__(self.connected())
        finally:
            Path(name).unlink()

    def connected(self) -> sqlite3.Connection:
        """One more connection to it; any thread may close it. Raises `sqlite3.Error`."""
        return sqlite3.connect(self._address, uri=True, isolation_level=None, check_same_thread=False)


def _compute(new: sqlite3.Connection, files: Files, conn: sqlite3.Connection) -> None:
    try:
        new.execute("PRAGMA journal_mode = OFF")
        new.execute("PRAGMA synchronous = OFF")
        schema.make_views(new)
        reading.prepare(new, files)
        new.execute("ATTACH ? AS kept", (reading.address(files),))
        for table in _LATER:
            there = "SELECT 1 FROM kept.sqlite_master WHERE name = ?"
            if not new.execute(there, (table,)).fetchone():
                new.execute(_LATER[table])
        new.execute("BEGIN")
        computing.write_views(new, conn)
        new.execute("COMMIT")
        new.execute("DETACH kept")
    except Torn as torn:
        raise StoreRefused(
            f"The records are damaged: entry {torn.seq} is not what was written.",
            "Open a backup instead.",
            str(files.database),
        ) from None


_LATER = {
    "contacts": "CREATE TABLE contacts (key TEXT, name TEXT, company TEXT, notes TEXT, vip INTEGER)",
    "contact_numbers": "CREATE TABLE contact_numbers (contact TEXT, position INTEGER, number_key TEXT)",
    "words": "CREATE TABLE words (recording TEXT, text TEXT, at TEXT, said TEXT)",
}
"""Tables that the first records did not have, as far as the log asks them: empty."""


def _like_a_database(conn: sqlite3.Connection) -> None:
    """Raises `sqlite3.Error` when a table that is needed cannot be read."""
    for table in ("calls", "promises", "attempts", "call_doings", "journal", "numbers", "notes"):
        conn.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()


def _place(files: Files) -> Place:
    state = files.database.stat()
    return (state.st_dev, state.st_ino, reading.address(files))
