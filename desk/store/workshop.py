"""A folder to make something in that stands in its place only when it is whole."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = ".one-moment-making-"


@contextlib.contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """A folder of our own in `place`, gone afterwards; what a killed one left there goes as well.

    Raises `OSError`.
    """
    sweep(place)
    made = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))  # for its owner only
    held = os.open(made, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(held, fcntl.LOCK_SH)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(held)


def sweep(place: Path) -> None:
    """Take away what a killed one left in `place`."""
    for left in place.glob(f"{PREFIX}*"):
        # who still works in it holds it
        with contextlib.suppress(OSError):
            held = os.open(left, os.O_RDONLY | os.O_CLOEXEC)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(held)


def put(made: Path, file: Path) -> None:
    """Let a file that was made stand at `file`, on disk when this returns.

    Raises `FileExistsError` when there is one: nothing is ever overwritten; `OSError`.
    """
    to_disk(made)
    try:
        os.link(made, file)  # which, other than a rename, never replaces anything
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        # a memory stick knows no links: what stands there is ours from the moment it is made
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        made.rename(file)
    to_disk(file.parent)


def to_disk(path: Path) -> None:
    """What is in this file or folder is on the disk when this returns. Raises `OSError`."""
    held = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(held)
    finally:
        os.close(held)
