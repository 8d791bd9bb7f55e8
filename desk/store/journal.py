"""The journal: events in order, each entry carrying the hash of the one before.

An entry's link is SHA-256 over the link before it, its number and its body. Whoever changes, takes out or
puts in an entry afterwards breaks the chain there; `first_broken` finds the place.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec

from desk.core.events import Event

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Event).decode

_INSERT = "INSERT INTO journal (seq, at, event, call, promise, body, chain) VALUES (?, ?, ?, ?, ?, ?, ?)"
# the body as it lies on disk: bytes that are no longer UTF-8 are for us to find, not for the driver
_SELECT = (
    "SELECT seq, at, event, call, promise, CAST(body AS BLOB), chain FROM journal WHERE seq > ? ORDER BY seq"
)


class Tip(NamedTuple):
    """The last entry: its number (0 before the first) and its link."""

    seq: int = 0
    chain: bytes = bytes(32)


class Torn(Exception):
    """Entry `seq` is not what was once written."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"journal entry {seq} is not what was written")
        self.seq = seq


def moment(at: datetime) -> str:
    """A time as the tables keep it: UTC, always of the same length, so that it sorts as text."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def maybe(at: datetime | None) -> str | None:
    """The same, or None for None."""
    return None if at is None else moment(at)


def tip(conn: sqlite3.Connection) -> Tip:
    """The last entry there is."""
    row = conn.execute("SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Tip(row[0], row[1]) if row else Tip()


def link(before: bytes, seq: int, body: bytes) -> bytes:
    """The link of entry `seq` after an entry with the link `before`."""
    return hashlib.sha256(before + seq.to_bytes(8) + body).digest()


def append(conn: sqlite3.Connection, last: Tip, event: Event) -> Tip:
    """Add one event after `last`, inside the transaction of the caller. Raises `sqlite3.Error`."""
    body = _encode(event)
    seq = last.seq + 1
    chain = link(last.chain, seq, body)
    conn.execute(_INSERT, (seq, *_columns(event), body.decode(), chain))
    return Tip(seq, chain)


def entries(conn: sqlite3.Connection, after: int = 0) -> Iterator[tuple[int, Event]]:
    """Every event after entry `after`, its chain checked on the way.

    Raises `Torn` at the first entry that is not what was written, `sqlite3.Error` when reading fails.
    """
    last = Tip()
    if after:
        row = conn.execute("SELECT chain FROM journal WHERE seq = ?", (after,)).fetchone()
        if row is None:
            raise Torn(after)
        last = Tip(after, row[0])
    for seq, at, event, call, promise, body, chain in conn.execute(_SELECT, (after,)):
        if seq != last.seq + 1 or link(last.chain, seq, body) != chain:
            raise Torn(last.seq + 1)
        try:
            happened: Event = _decode(body)
        except (msgspec.MsgspecError, ValueError):
            raise Torn(seq) from None
        if _columns(happened) != (at, event, call, promise):
            raise Torn(seq)
        last = Tip(seq, chain)
        yield seq, happened


def first_broken(conn: sqlite3.Connection, after: int = 0) -> int | None:
    """The number of the first entry after `after` that is not what was written, None when all are whole."""
    try:
        for _ in entries(conn, after):
            pass
    except Torn as torn:
        return torn.seq
    return None


def rows(conn: sqlite3.Connection, after: int, limit: int) -> tuple[dict[str, Any], ...]:
    """Entries after `after` as plain fields with their number as "seq", oldest first."""
    found = conn.execute("SELECT seq, body FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit))
    return tuple({"seq": seq, **msgspec.json.decode(body)} for seq, body in found)


def _columns(event: Event) -> tuple[str, str, str | None, int | None]:
    tag = event.__struct_config__.tag
    return moment(event.at), str(tag), getattr(event, "call", None), getattr(event, "promise", None)
