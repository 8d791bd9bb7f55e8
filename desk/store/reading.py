"""The records read by somebody else than their engine: one moment's state, nothing written, no lock taken."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from desk.store import opening, schema
from desk.store.opening import Files
from desk.store.troubles import CannotRead, StoreRefused, code


@contextlib.contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees the records as they were at this moment, whoever writes meanwhile.

    Raises `StoreRefused` when there are none, when they are not ours or newer than this program, `CannotRead`
    when reading fails.
    """
    files = Files(folder)
    if not may_be_read(files):
        raise CannotRead(
            "The records may not be read by this account.",
            "Ask who keeps them for the right to read the data folder, or for a copy of it.",
            str(files.database),
        )
    if not files.database.is_file():
        raise StoreRefused(
            f"There are no records in {folder}.", "Name the data folder with --data.", str(files.database)
        )
    try:
        with contextlib.closing(connected(files)) as conn:
            conn.execute("BEGIN")
            look(conn, files.database)
            yield conn
    except sqlite3.Error as error:
        if code(error) == "SQLITE_NOTADB":
            raise not_ours(files.database) from None
        raise CannotRead(
            "The records cannot be read.",
            "Look at the disk's health and at the rights of the data folder.",
            f"{code(error)}, {files.database}",
        ) from error


def may_be_read(files: Files) -> bool:
    """Whether this account may look into the folder, and read the database where there is one."""
    try:
        return not files.database.exists() or os.access(files.database, os.R_OK)
    except PermissionError:
        return False


def look(conn: sqlite3.Connection, database: Path) -> int:
    """The version of these records. Raises `StoreRefused` (not ours, or newer), `sqlite3.Error`."""
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    if application != schema.APPLICATION_ID or version < 1:
        raise not_ours(database)
    if version > schema.VERSION:
        raise newer(version, database)
    return version


def not_ours(database: Path) -> StoreRefused:
    """The refusal of a file that is no database of One Moment."""
    return StoreRefused(
        f"{database} is not a database of One Moment.", "Name the data folder with --data.", str(database)
    )


def newer(version: int, file: Path) -> StoreRefused:
    """The refusal of records of a later version."""
    return StoreRefused(
        "These records were written by a newer One Moment.",
        "Install that version or a later one, then try again.",
        f"version {version}, this program knows {schema.VERSION}, {file}",
    )


def connected(files: Files) -> sqlite3.Connection:
    """A connection that writes nothing; any thread may close it. Raises `sqlite3.Error`."""
    conn = sqlite3.connect(
        address(files), uri=True, isolation_level=None, timeout=opening.BUSY, check_same_thread=False
    )
    prepare(conn, files)
    return conn


def prepare(conn: sqlite3.Connection, files: Files) -> None:
    """Before these records are read or attached by their `address`. Raises `sqlite3.Error`."""
    if _nobody_writes(files):
        # what SQLite would keep in a file beside them it keeps in memory
        conn.execute("PRAGMA locking_mode = EXCLUSIVE")


def address(files: Files) -> str:
    """The records as SQLite is told to open them for reading.

    On a medium that cannot be written to nobody writes meanwhile: SQLite need not make its own files there.
    What stands in the write-ahead log is read all the same, and nothing is locked.
    """
    place = f"file:{quote(str(files.database.absolute()))}?mode=ro"
    if not _nobody_writes(files):
        return place
    newest_beside = files.wal.exists() and files.wal.stat().st_size > 0
    return f"{place}&vfs=unix-none" if newest_beside else f"{place}&immutable=1"


def _nobody_writes(files: Files) -> bool:
    """Neither we could nor does anybody: then SQLite's two files would both be there."""
    index = files.wal.with_name("onemoment.db-shm")
    return not (os.access(files.folder, os.W_OK) or (files.wal.exists() and index.exists()))
