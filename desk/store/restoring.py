"""Putting a backup back: into a folder of its own, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from desk.store import archive, checking, journal, opening
from desk.store.archive import DATABASE, Contents, Readable
from desk.store.of_people import RECORDINGS
from desk.store.opening import Files
from desk.store.troubles import CannotWrite, StoreRefused, code
from desk.store.workshop import PREFIX, put, to_disk, workshop

_PIECE = 1 << 20


def restore(file: Path, folder: Path) -> Contents:
    """Let the data folder be what this backup has. Nothing is overwritten, and the backup stays.

    Raises `StoreRefused` when the folder holds anything, when the backup is none, damaged or newer,
    `CannotWrite`; then there are no records in the folder.
    """
    _nothing_there(folder)
    archive.read(file)  # all of it before anything is written
    files = opening.prepare(folder)
    held = opening.lock(files)
    try:
        _nothing_there(folder)
        with workshop(folder) as here:
            contents = _unpacked(file, here)
            (here / RECORDINGS).rename(folder / RECORDINGS)
            put(here / DATABASE, files.database)  # the last: without it there are no records
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CannotWrite(
            f"The backup could not be put into {folder}: {why}.",
            "Look at the disk's space and at the rights there, or name another folder with --data.",
            code(error),
        ) from error
    finally:
        os.close(held)
    return contents


def _unpacked(file: Path, new: Path) -> Contents:
    (new / RECORDINGS).mkdir(mode=0o700)

    def write(name: str, source: Readable) -> None:
        # `name` is the database or one file in the folder of the recordings: `archive.read` takes no other
        with os.fdopen(os.open(new / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            shutil.copyfileobj(source, out, _PIECE)
            out.flush()
            os.fsync(out.fileno())

    contents = archive.read(file, write)
    to_disk(new / RECORDINGS)
    _opens(new, contents, file)
    return contents


def _opens(new: Path, contents: Contents, file: Path) -> None:
    """As an engine would look at it, and the whole chain to the very entry the backup names."""
    files = Files(new)
    try:
        opening.examine(files)
        with contextlib.closing(opening.sqlite(files.database, "ro")) as conn:
            found, tip = checking.chain(conn), journal.tip(conn)
    except (StoreRefused, sqlite3.Error) as error:
        raise archive.damaged(file, f"its records cannot be opened: {code(error)}") from None
    if not found.whole or (tip.seq, tip.chain.hex()) != (contents.entries, contents.chain):
        raise archive.damaged(file, f"journal entry {found.broken or contents.entries}")


def _nothing_there(folder: Path) -> None:
    try:
        names = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return
    except OSError:
        names = {str(folder)}
    # a restoring that was cut short leaves no more than these
    left = {name for name in names if not name.startswith(PREFIX)} - {Files(folder).lock.name}
    if left:
        raise StoreRefused(
            f"{folder} is not empty, and it was left as it is.",
            "Move it away, or name another folder with --data.",
        )
