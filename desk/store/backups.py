"""Making a backup beside whoever writes, and keeping the last of them."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import sqlite3
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.store import archive, checking, journal, opening
from desk.store.archive import DATABASE, Contents
from desk.store.opening import Files
from desk.store.reading import look, reading
from desk.store.troubles import CannotWrite, StoreRefused, StoreTrouble, code
from desk.store.workshop import put, workshop

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

LEFT_FREE = 200_000_000
"""Bytes that a backup leaves free where it is made: the journal may be on the same disk."""

_PAGES, _REST = 500, 0.005
_PIECE = 2_000_000
"""Bytes after which what was written goes to the disk: all at the end would keep the journal waiting."""
_OURS = re.compile(r"one-moment-\d{8}T\d{6}(\d{3})?Z\.tar")


def name_at(at: datetime) -> str:
    """The name of a backup made at this moment, to the millisecond; they sort by time."""
    return f"one-moment-{at.astimezone(UTC):%Y%m%dT%H%M%S}{at.microsecond // 1000:03}Z.tar"


def make(folder: Path, file: Path, at: datetime) -> Contents:
    """Write a backup of the records in `folder` to `file`, consistent whoever writes meanwhile, and read it.

    What stands at `file` is whole. Raises `StoreRefused`, `CannotRead`, `CannotWrite`; then nothing stands
    there that did not before.
    """
    if file.exists() or file.is_symlink():
        raise _is_there(file)
    try:
        with workshop(file.parent) as here:
            made = here / "backup.tar"
            contents = _write(folder, here, made, at)
            if archive.read(made) != contents:
                raise archive.damaged(file, "it reads otherwise than it was written")
            put(made, file)
    except FileExistsError:
        raise _is_there(file) from None
    except OSError as error:
        raise _cannot(error, file) from error
    return contents


def keep_last(folder: Path, count: int) -> int:
    """Remove all but the last `count` backups named by `name_at`: how many. Raises `CannotWrite`."""
    try:
        ours = sorted(path for path in folder.iterdir() if _OURS.fullmatch(path.name))
        for old in ours[:-count]:
            old.unlink()
    except OSError as error:
        raise _cannot(error, folder) from error
    return len(ours[:-count])


def _write(folder: Path, here: Path, made: Path, at: datetime) -> Contents:
    copy = Files(here)
    with reading(folder) as conn:
        recordings = [name for (name,) in conn.execute("SELECT file FROM recordings ORDER BY key")]
        _room(conn, folder, recordings, here)
        _copy(conn, copy.database)
    version, tip = _checked(copy, folder)
    files: list[archive.File] = []
    gone = 0
    with (
        _Gently(made) as out,
        tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, path in [(DATABASE, copy.database), *((name, folder / name) for name in recordings)]:
            try:
                source = path.open("rb")
            except FileNotFoundError:
                gone += 1  # deleted since, or long before
                continue
            with source:
                files.append(archive.add(tar, name, source, os.fstat(source.fileno()).st_size))
        contents = Contents(
            format=archive.FORMAT,
            made_at=at,
            version=version,
            entries=tip.seq,
            chain=tip.chain.hex(),
            files=tuple(files),
            gone=gone,
        )
        archive.finish(tar, contents)
    return contents


class _Gently(io.FileIO):
    """A new file that goes to the disk piece by piece."""

    def __init__(self, path: Path) -> None:
        super().__init__(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "r+")
        self._waiting = 0

    def write(self, piece: ReadableBuffer, /) -> int:
        written, view = 0, memoryview(piece)
        while written < len(view):  # a file that fills up takes a part, then says why
            written += super().write(view[written:])
        self._waiting += written
        if self._waiting > _PIECE:
            os.fdatasync(self.fileno())
            time.sleep(_REST)
            self._waiting = 0
        return written


def _copy(conn: sqlite3.Connection, to: Path) -> None:
    """By SQLite's backup, some pages at a time. `conn` sees one moment all along, so it never begins anew."""
    held = os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)

    def rest(status: int, remaining: int, total: int) -> None:
        os.fdatasync(held)
        time.sleep(_REST)

    try:
        with contextlib.closing(opening.sqlite(to, "rw")) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            conn.backup(copy, pages=_PAGES, progress=rest)
    except sqlite3.Error as error:
        if code(error).startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE")):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise
    finally:
        os.close(held)


def _checked(copy: Files, folder: Path) -> tuple[int, journal.Tip]:
    """The copy as it opens: its version and its last entry. A backup of a damaged journal is none."""
    try:
        with contextlib.closing(opening.sqlite(copy.database, "ro")) as conn:
            version = look(conn, copy.database)
            whole = conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            found = checking.chain(conn)
            tip = journal.tip(conn)
    except sqlite3.Error as error:
        raise _damaged(folder, code(error)) from None
    if not whole or not found.whole:
        raise _damaged(folder, f"journal entry {found.broken}" if found.broken else "quick_check")
    if copy.wal.exists() and copy.wal.stat().st_size:
        raise CannotWrite("The backup is not in one piece.", "Try again.", str(copy.wal))
    return version, tip


def _damaged(folder: Path, detail: str) -> StoreRefused:
    return StoreRefused(
        f"The records in {folder} are damaged, so no backup of them was made.",
        "Keep the backups there are, and find out more with: onemoment verify",
        detail,
    )


def _room(conn: sqlite3.Connection, folder: Path, recordings: list[str], here: Path) -> None:
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    database = int(pages) * int(conn.execute("PRAGMA page_size").fetchone()[0])
    wanted = 2 * database
    for name in recordings:
        with contextlib.suppress(OSError):
            wanted += (folder / name).stat().st_size
    free = shutil.disk_usage(here).free
    if free - wanted < LEFT_FREE:
        raise CannotWrite(
            f"There is no room for a backup: it takes {wanted // 1_000_000 + 1} MB,"
            f" and {free // 1_000_000} MB are free.",
            "Free some space, or name another place.",
            str(here.parent),
        )


def _is_there(file: Path) -> StoreRefused:
    return StoreRefused(f"{file} is there already, and it was left as it is.", "Name another file.")


def _cannot(error: OSError, file: Path) -> StoreTrouble:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotWrite(
            "The disk is full, so no backup was made.", "Free some space, or name another place.", str(file)
        )
    if not file.parent.is_dir():
        return StoreRefused(f"There is no folder {file.parent}.", "Make it, or name another place.")
    why = error.strerror or type(error).__name__
    return CannotWrite(
        f"No backup could be written to {file.parent}: {why}.",
        "Look at the disk and at the rights there, or name another place.",
        code(error),
    )
