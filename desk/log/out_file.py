"""A file that is written beside its place and put there whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from desk.store.workshop import workshop


class CannotWrite(Exception):
    """A file cannot be written: one sentence what happened, one what to do."""

    def __init__(self, happened: str, do: str) -> None:
        super().__init__(f"{happened} {do}")
        self.happened, self.do = happened, do


@contextlib.contextmanager
def in_place(file: Path, records: Path) -> Iterator[Path]:
    """An empty file to write to, for its owner only (there are names in it); it takes the place of `file`.

    Nothing in the folder `records` has its place taken: it would be the records themselves. Whatever is
    raised meanwhile, it is deleted; what a killed one left there goes as well.
    Raises `CannotWrite`, of an `OSError` too.
    """
    if "\0" in str(file):
        raise CannotWrite("No file can have this name.", "Choose another name.")
    if _within(file, records):
        raise CannotWrite("This folder holds the records themselves.", "Choose another folder.")
    if file.exists() and not file.is_file():
        raise CannotWrite("By this name there is something that is no file.", "Choose another name.")
    try:
        with workshop(file.parent) as here:
            part = here / "part"
            os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            yield part
            with part.open("rb") as whole:
                os.fsync(whole.fileno())
            part.replace(file)
    except OSError as error:
        raise refused(error) from None


def _within(file: Path, folder: Path) -> bool:
    """Whether it would stand in that folder, whatever the way there is called."""
    try:
        return file.parent.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a way that leads round in a circle leads nowhere
        return False


def refused(error: OSError) -> CannotWrite:
    """What the system's refusal comes to."""
    why = error.strerror or type(error).__name__
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            do = "Choose a folder that is there."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            do = "Choose a folder that you may write to."
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            do = "Free some space, or choose another folder."
        case errno.ENAMETOOLONG:
            do = "Choose a shorter name."
        case _:
            do = "Choose a folder that is there, that you may write to, and that has space."
    return CannotWrite(f"The file cannot be written ({why}).", do)
