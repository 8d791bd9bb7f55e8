"""Reading a file somebody chose, whatever it is, and writing one whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

LARGEST = 20_000_000
"""Bytes of the largest file that is read."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class CannotUse(Exception):
    """A file of people cannot be read or written: what happened and what to do, a sentence each."""

    def __init__(self, happened: str, do: str) -> None:
        super().__init__(f"{happened} {do}")
        self.happened = happened
        self.do = do


def read_text(path: Path) -> str:
    """The text of a file. UTF-8 or UTF-16 with its mark, else Windows' old Western letters (cp1252).

    Raises `CannotUse`: not there, not allowed, no file, too large, empty, or no text at all.
    """
    if not path.is_absolute():
        raise CannotUse("This is not a whole path.", "Name the file from / on.")
    raw = _read(path)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, errors="replace")
            break
    else:
        if b"\0" in raw:
            raise _no_text()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
    if "\0" in text:
        raise _no_text()
    if not text.strip():
        raise CannotUse("This file is empty.", "Choose the file with the people.")
    return text


def write_text(path: Path, text: str, ours: Callable[[str], bool]) -> None:
    """Put a text in a file for its owner only, whole or not at all. Raises `CannotUse`.

    A file of that name is replaced only when it is `ours`, read from its beginning: an earlier export.
    """
    if not path.is_absolute():
        raise CannotUse("This is not a whole path.", "Name the file from / on.")
    if os.path.lexists(path) and not _is_ours(path, ours):
        raise CannotUse(
            "There is a file of that name already, and One Moment did not write it.",
            "Choose another name, or move that file away first.",
        )
    new = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.new")
    try:
        held = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(held, "wb") as file:
                file.write(text.encode(errors="replace"))
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                new.unlink()
            raise
    except OSError as error:
        raise CannotUse(
            f"The file cannot be written ({error.strerror}).",
            "Choose a folder that is there, that you may write to, and that has space.",
        ) from None


def _read(path: Path) -> bytes:
    try:
        # a pipe would be waited for, a device never ends
        held = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(held, "rb") as file:
            state = os.fstat(held)
            if not stat.S_ISREG(state.st_mode):
                raise CannotUse("This is no file.", "Choose a .csv or .vcf file.")
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise CannotUse("There is no such file.", "Look at its name and folder.") from None
    except IsADirectoryError:
        raise CannotUse("This is a folder.", "Choose a .csv or .vcf file in it.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such name can be"
        raise CannotUse(
            f"The file cannot be read ({why}).", "Give One Moment the right to read it, or copy it elsewhere."
        ) from None
    if len(raw) > LARGEST:
        raise CannotUse(
            f"This file is larger than {LARGEST // 1_000_000} MB.",
            "Leave pictures out when exporting it, or split it into several files.",
        )
    return raw


def _no_text() -> CannotUse:
    return CannotUse(
        "This file holds no text.",
        "Choose a .csv or .vcf file; a spreadsheet must be saved as CSV first.",
    )


def _is_ours(path: Path, ours: Callable[[str], bool]) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(4096) if stat.S_ISREG(path.lstat().st_mode) else b""
    except OSError:
        return False
    return ours(head.decode("utf-8-sig", errors="replace"))
