"""Records of an older program, before an engine opens them: how much there is to do, and doing it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from desk.store import journal, opening, schema, snapshots
from desk.store.computing import Told
from desk.store.opening import Files

WORTH_SAYING = 20_000
"""Entries that are computed anew in about a second: with fewer an engine just opens the records."""

BringUp = Callable[[Told], None]


@contextlib.contextmanager
def older(folder: Path) -> Iterator[BringUp | None]:
    """What brings these records up to date, on whatever thread; None where that takes no time.

    No other engine can have the folder meanwhile. Raises `StoreRefused`, and so does what is given.
    """
    files = Files(folder)
    if _behind(files) < WORTH_SAYING:
        yield None
        return
    held = opening.lock(files)
    try:
        yield lambda told: opening.connect(files, told).close()
    finally:
        os.close(held)


def _behind(files: Files) -> int:
    """The entries that are to be computed anew; 0 where they cannot be opened: who opens them says why."""
    try:
        conn = opening.sqlite(files.database, "ro")
    except sqlite3.Error:
        return 0
    try:
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        if not 0 < version <= schema.VERSION:
            return 0
        last = journal.tip(conn).seq
        return last if version < schema.VIEWS_SINCE else last - snapshots.newest(conn)[1]
    except sqlite3.Error:
        return 0
    finally:
        conn.close()
