"""What can go wrong with the records, in sentences: what happened, what to do, and a detail to copy.

None of these texts ever holds a number, a name or a note.
"""

from __future__ import annotations

import errno
from pathlib import Path


class StoreTrouble(Exception):
    """Something is wrong with the records. `happened` and `do` are a sentence each, `detail` for support."""

    def __init__(self, happened: str, do: str, detail: str = "") -> None:
        super().__init__(f"{happened} {do}" + (f" ({detail})" if detail else ""))
        self.happened = happened
        self.do = do
        self.detail = detail


class StoreRefused(StoreTrouble):
    """The records cannot be opened; nothing in them was changed."""


class CannotWrite(StoreTrouble):
    """Nothing was written just now; the same can be tried again later."""


class CannotRead(StoreTrouble):
    """A question could not be answered from the records."""


def code(error: BaseException) -> str:
    """The short name of an error: "SQLITE_FULL", "ENOSPC", else its class."""
    name = getattr(error, "sqlite_errorname", None)
    return str(name) if name else type(error).__name__


def cannot_write(error: Exception, database: Path) -> CannotWrite:
    """The error of a failed write, in words."""
    name = code(error)
    detail = f"{name}, {database}"
    if name.startswith("SQLITE_FULL") or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return CannotWrite("The disk is full, so nothing can be written down.", "Free some space.", detail)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CannotWrite(
            "Another program keeps the records locked, so nothing can be written down.",
            "Close the program that has them open.",
            detail,
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return CannotWrite(
            "The records may not be written to.",
            "Give One Moment the right to write in its data folder.",
            detail,
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return CannotWrite(
            "The records are damaged, so nothing can be written down.",
            "Start One Moment again: it will say what to do.",
            detail,
        )
    return CannotWrite(
        "The disk reported an error, so nothing can be written down.",
        "Look at the disk's health and space.",
        detail,
    )
