"""A backup: one plain tar archive with the database, the messages, and last a list of both.

One file is easily carried, renamed and thrown away; a folder loses parts on the way. Without compression: the
processor belongs to the calls, and `tar` alone gets at the contents. The list stands at the end, so that an
archive that was cut short has none; in it is the SHA-256 of every file, which tar itself does not keep.
"""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

import msgspec

from desk.core.model import Value
from desk.store import schema
from desk.store.reading import newer
from desk.store.troubles import StoreRefused, code

DATABASE = "onemoment.db"
LIST = "one-moment-backup.json"
FORMAT = 1
_LIST_AT_MOST = 500_000_000
_NAME = re.compile(r"onemoment\.db|recordings/[^/\0]+\.wav")
_PIECE = 1 << 20


class Readable(Protocol):
    """What can be read from."""

    def read(self, size: int = -1, /) -> bytes: ...  # noqa: D102


class File(Value, frozen=True, kw_only=True):
    """One file of the archive."""

    name: str
    size: int
    sha256: str


class Contents(Value, frozen=True, kw_only=True):
    """What is in a backup: `entries` of the journal, the last with the link `chain` (hexadecimal).

    `version` is that of the records. `gone` counts messages that were deleted while the backup was made.
    """

    format: int
    made_at: datetime
    version: int
    entries: int
    chain: str
    files: tuple[File, ...]
    gone: int = 0

    @property
    def messages(self) -> int:
        """The messages of callers in it."""
        return sum(file.name != DATABASE for file in self.files)


def add(tar: tarfile.TarFile, name: str, source: IO[bytes], size: int) -> File:
    """Put a file into the archive. Raises `OSError`."""
    hashing = _Hashing(source)
    tar.addfile(_member(name, size), hashing)
    return File(name=name, size=size, sha256=hashing.sha.hexdigest())


def finish(tar: tarfile.TarFile, contents: Contents) -> None:
    """Put the list at the end. Raises `OSError`."""
    body = msgspec.json.encode(contents)
    tar.addfile(_member(LIST, len(body)), io.BytesIO(body))


def read(file: Path, each: Callable[[str, Readable], None] = lambda name, source: None) -> Contents:
    """Read a whole archive and check it; `each` is given every file in it, and reads of it what it wants.

    Raises `StoreRefused` when it is none of ours, cut short, changed, or of a newer version, and what `each`
    raises.
    """
    found: list[File] = []
    contents: Contents | None = None
    failed: OSError | None = None
    with _opened(file) as tar:
        for member in tar:
            source = tar.extractfile(member) if member.isreg() and not member.issparse() else None
            if contents is not None or source is None:
                raise _not_ours(file)
            if member.name == LIST:
                contents = _list(file, source, member.size)
                continue
            if not _NAME.fullmatch(member.name) or (not found and member.name != DATABASE):
                raise _not_ours(file)
            hashing = _Hashing(source)
            try:
                each(member.name, hashing)
            except OSError as error:
                failed = error
                break
            while hashing.read(_PIECE):
                pass
            found.append(File(name=member.name, size=member.size, sha256=hashing.sha.hexdigest()))
    if failed is not None:
        raise failed
    if not found and contents is None:
        raise _not_ours(file)
    if contents is None:
        raise damaged(file, "it has no end")
    if tuple(found) != contents.files:
        raise damaged(file, "a file in it is not what was written")
    return contents


def damaged(file: Path, detail: str) -> StoreRefused:
    """The refusal of a backup that is not what was once written."""
    return StoreRefused(
        f"The backup {file} is damaged or was cut short.", "Use another one, or copy it anew.", detail
    )


def _list(file: Path, source: IO[bytes], size: int) -> Contents:
    if size > _LIST_AT_MOST:
        raise _not_ours(file)
    body = source.read()
    try:
        kind = msgspec.json.decode(body, type=dict[str, object])
        if kind.get("format") != FORMAT and isinstance(kind.get("format"), int):
            raise newer(int(str(kind.get("version", 0))), file)
        contents = msgspec.json.decode(body, type=Contents)
    except (msgspec.MsgspecError, ValueError):
        raise damaged(file, "its list cannot be read") from None
    if contents.version > schema.VERSION:
        raise newer(contents.version, file)
    return contents


@contextmanager
def _opened(file: Path) -> Iterator[tarfile.TarFile]:
    if file.exists() and not file.is_file():
        raise _not_ours(file)  # a named pipe would be waited for without end
    try:
        with tarfile.open(file, "r:") as tar:
            yield tar
    except tarfile.ReadError as error:
        # what tar says of a file that ends in the middle of a member
        if "unexpected end" in str(error):
            raise damaged(file, str(error)) from None
        raise _not_ours(file) from None
    except (tarfile.TarError, EOFError) as error:
        raise damaged(file, type(error).__name__) from None
    except OSError as error:
        raise StoreRefused(
            f"The backup {file} cannot be read: {error.strerror or type(error).__name__}.",
            "Look at its name and at its rights.",
            code(error),
        ) from None


def _not_ours(file: Path) -> StoreRefused:
    return StoreRefused(f"{file} is not a backup of One Moment.", "Name a file that onemoment backup made.")


def _member(name: str, size: int) -> tarfile.TarInfo:
    # nothing of who made it: no owner, no group, no time of the file
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.sha = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        piece = self._source.read(size)
        self.sha.update(piece)
        return piece
