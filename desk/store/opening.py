"""Opening the records: one engine at a time, looked at before anything is written, never overwritten.

Beside `onemoment.db` stand two small files. `onemoment.lock` is locked while an engine runs. `onemoment.last`
names the last entry that was written: SQLite itself takes a damaged or missing write-ahead log for an empty
one and would come up some promises short without a word; with this it is noticed.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from desk.store import computing, journal, schema
from desk.store.computing import Told, nobody
from desk.store.journal import Tip, Torn
from desk.store.troubles import StoreRefused, code

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY = 0.25
"""Seconds a write waits for another program's lock: the engine's loop, and so every caller, waits with it."""

LOOKED_AT = 0.5
"""Seconds a start waits for a command that only reads (`onemoment promises`) to leave the folder."""

CHECKED_WHOLE = 200_000_000
"""Bytes up to which every start reads the whole file; a larger one would keep callers waiting."""

CHECKED_LAST = 20_000
"""So many of the last entries have their chain checked at every start."""


class Files(NamedTuple):
    """Where the records stand."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database."""
        return self.folder / "onemoment.db"

    @property
    def wal(self) -> Path:
        """SQLite's write-ahead log: the newest entries are in here."""
        return self.folder / "onemoment.db-wal"

    @property
    def lock(self) -> Path:
        """Locked while an engine runs."""
        return self.folder / "onemoment.lock"

    @property
    def last(self) -> Path:
        """Names the last entry written."""
        return self.folder / "onemoment.last"


def prepare(folder: Path) -> Files:
    """Make the data folder if it is not there, for its owner only. Raises `StoreRefused`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _no_folder(folder, error) from None
    return Files(folder)


def lock(files: Files) -> int:
    """Hold the folder for this engine. Raises `StoreRefused`.

    Returns the descriptor to close at the end.
    """
    try:
        held = os.open(files.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _no_folder(files.folder, error) from None
    until = time.monotonic() + LOOKED_AT
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() < until:
                time.sleep(0.02)
                continue
            os.close(held)
            raise StoreRefused(
                "One Moment already runs on this data folder.",
                "Use the one that runs, or give this one a folder of its own with --data.",
                str(files.folder),
            ) from None
        return held


def connect(files: Files, told: Told = nobody) -> Database:
    """The writing connection, after a look; makes the database if there was none. Raises `StoreRefused`.

    `told` is told how far it is where records of an older program are brought up to date first.
    """
    if not files.database.exists():
        _nothing_left_behind(files)
        _create(files)
    examine(files)
    db: Database | None = None
    try:
        files.database.chmod(0o600)
        db = _to_write(files.database)
        db.conn.execute("PRAGMA synchronous = FULL")
        db.conn.execute("PRAGMA secure_delete = ON")  # what is erased is gone from the file too
        schema.migrate(db, lambda conn: computing.fill(conn, told))
        with db.atomic():
            computing.keep_desk(db.conn, told)
    except Torn as torn:
        if db is not None:
            db.close()
        raise damaged(files, f"journal entry {torn.seq} is not what was written") from None
    except (sqlite3.Error, OSError) as error:
        if db is not None:
            db.close()
        raise StoreRefused(
            "The records cannot be opened for writing.",
            "Look at the disk's space and at the rights of the data folder, then start again.",
            f"{code(error)}, {files.database}",
        ) from None
    return db


def examine(files: Files) -> None:
    """Look at the database without writing to it. Raises `StoreRefused`; a damaged one is copied aside."""
    try:
        with files.database.open("rb") as file:
            head = file.read(16)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise _unreadable(files, code(error)) from None
    if head != b"SQLite format 3\0":
        raise damaged(files, "not a database")
    try:
        # read only: closing it neither writes the log back nor removes it, what is damaged stays as it is
        conn = sqlite(files.database, "ro")
    except sqlite3.Error as error:
        raise _unreadable(files, code(error)) from None
    try:
        _look(files, conn, size)
    except Torn as torn:
        raise damaged(files, f"journal entry {torn.seq} is not what was written") from None
    except sqlite3.Error as error:
        if code(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise StoreRefused(
                "Another program keeps the records locked.",
                "Close the program that has them open, then start again.",
                str(files.database),
            ) from None
        if code(error).startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
            raise _unreadable(files, code(error)) from None
        raise damaged(files, code(error)) from None
    finally:
        conn.close()


def damaged(files: Files, detail: str) -> StoreRefused:
    """The refusal of damaged records; a copy of them as they are is kept aside."""
    try:
        aside = f"a copy is kept as {_keep_aside(files).name}"
    except OSError as error:
        aside = f"no copy could be made ({code(error)})"
    return StoreRefused(
        f"The records in {files.folder} are damaged; they were left as they are and {aside}.",
        "Move the whole data folder away, then put a backup in its place, or start again to begin anew.",
        f"{detail}, {files.database}",
    )


def write_last(held: int, tip: Tip) -> None:
    """Name the last entry written, in place. Second line of defence: should it fail, nothing else does."""
    with contextlib.suppress(OSError):
        os.pwrite(held, _last_line(tip), 0)


def open_last(files: Files, tip: Tip) -> int:
    """The descriptor for `write_last`, -1 when there can be none."""
    try:
        held = os.open(files.last, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return -1
    write_last(held, tip)
    return held


def _last_line(tip: Tip) -> bytes:
    return f"{tip.seq:012d} {tip.chain.hex()}\n".encode()


def read_last(files: Files) -> Tip | None:
    """The entry named by `onemoment.last`; None without that file, or when a power failure cut it short."""
    try:
        seq, chain = files.last.read_bytes().split()
        tip = Tip(int(seq), bytes.fromhex(chain.decode()))
    except (OSError, ValueError):
        return None
    return tip if len(tip.chain) == 32 else None


def _look(files: Files, conn: sqlite3.Connection, size: int) -> None:
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if application != schema.APPLICATION_ID:
        raise damaged(files, "not a database of One Moment")
    if version > schema.VERSION:
        raise StoreRefused(
            "These records were written by a newer One Moment.",
            "Install that version or a later one, then start again.",
            f"version {version}, this program knows {schema.VERSION}, {files.database}",
        )
    if size <= CHECKED_WHOLE:
        found = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(files, "quick_check")
    if version < 1:
        return
    tip = journal.tip(conn)
    broken = journal.first_broken(conn, max(0, tip.seq - CHECKED_LAST))
    if broken is not None:
        raise Torn(broken)
    last = read_last(files)
    if last is not None and last.seq:
        row = conn.execute("SELECT chain FROM journal WHERE seq = ?", (last.seq,)).fetchone()
        if row is None:
            raise StoreRefused(
                "The newest entries of the records are missing: they end earlier than they did.",
                f"Put back the whole data folder. If this older copy is meant, remove {files.last}.",
                f"last entry {tip.seq}, it was {last.seq}; a copy is kept as {_keep_aside(files).name}",
            )
        if row[0] != last.chain:
            raise Torn(last.seq)


def _nothing_left_behind(files: Files) -> None:
    """Refuse to begin anew where something of former records still stands."""
    for left in (files.wal, files.last):
        with contextlib.suppress(OSError):
            if left.stat().st_size:
                raise StoreRefused(
                    f"The records are gone from {files.folder}, but {left.name} is still there.",
                    f"Put {files.database.name} back. To begin anew, move the whole data folder away.",
                    str(left),
                )


def _create(files: Files) -> None:
    """Make the database under another name and move it into place: a half-made one never stands there."""
    new = files.folder / "onemoment.db.new"
    try:
        for old in files.folder.glob("onemoment.db.new*"):
            old.unlink()
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        db = _to_write(new)
        try:
            db.enable_wal()
            schema.migrate(db, computing.fill)
        finally:
            db.close()
        for path in (new, files.folder):
            held = os.open(path, os.O_RDONLY)
            try:
                os.fsync(held)
            finally:
                os.close(held)
            if path == new:
                new.rename(files.database)
    except (OSError, sqlite3.Error) as error:
        raise StoreRefused(
            "No records can be made in the data folder.",
            "Look at the disk's space and at the rights of the folder, or name another with --data.",
            f"{code(error)}, {files.folder}",
        ) from None


def sqlite(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to a database that is there; `mode` is "rw" or "ro". Raises `sqlite3.Error`."""
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY
    )


def _to_write(path: Path) -> Database:
    from sqlite_utils import Database  # see `schema.migrate`

    return Database(sqlite(path, "rw"))


def _keep_aside(files: Files) -> Path:
    """Copy database and log beside themselves; the copy's path. The same damage is copied once."""
    for copy in files.folder.glob("onemoment.db.damaged-*Z"):
        if (_state(copy), _state(Path(f"{copy}-wal"))) == (_state(files.database), _state(files.wal)):
            return copy
    copy = files.folder / f"onemoment.db.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    for path, name in ((files.wal, f"{copy.name}-wal"), (files.database, copy.name)):
        if path.exists():
            kept = files.folder / name
            shutil.copy2(path, kept)
            kept.chmod(0o600)
    return copy


def _state(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_size, state.st_mtime_ns


def _no_folder(folder: Path, error: OSError) -> StoreRefused:
    return StoreRefused(
        "The data folder cannot be used.",
        "Give One Moment the right to write there, or name another folder with --data.",
        f"{code(error)} ({error.strerror}), {folder}",
    )


def _unreadable(files: Files, why: str) -> StoreRefused:
    return StoreRefused(
        "The records cannot be read.",
        "Look at the disk's health and at the rights of the data folder, then start again.",
        f"{why}, {files.database}",
    )
