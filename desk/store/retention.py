"""What is past its time is looked for beside the engine; erasing it is the engine's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from desk.store import forgetting
from desk.store.forgetting import Old
from desk.store.journal import moment
from desk.store.of_people import RECORDINGS
from desk.store.people import somes
from desk.store.reading import reading

AT_ONCE = 100
"""So many are erased in one transaction: the loop waits for it."""


def find_old(folder: Path, recordings_before: datetime, log_before: datetime) -> Old:
    """Messages, notes and numbers older than that, of no promise that is open. From any thread.

    Raises `StoreRefused`, `CannotRead`.
    """
    with reading(folder) as conn:
        return forgetting.old(conn, moment(recordings_before), moment(log_before))


def parts(old: Old) -> Iterator[Old]:
    """The same, some at a time."""
    yield from (Old(recordings=some) for some in somes(old.recordings, AT_ONCE))
    yield from (Old(notes=some) for some in somes(old.notes, AT_ONCE))
    yield from (Old(numbers=some) for some in somes(old.numbers, AT_ONCE))


def sweep(folder: Path, spared: set[str], before: datetime) -> int:
    """Delete the files of messages that nobody knows of, left by whoever was killed while erasing; how many.

    A file newer than `before`, or of a message in `spared`, stays. From any thread. Raises `StoreRefused`,
    `CannotRead`.
    """
    with reading(folder) as conn:
        spared = spared | {key for (key,) in conn.execute("SELECT key FROM recordings")}
    gone = 0
    for file in (folder / RECORDINGS).glob("*.wav"):
        with contextlib.suppress(OSError):
            if file.stem not in spared and file.stat().st_mtime < before.timestamp():
                file.unlink()
                gone += 1
    return gone
