"""The desk as it was after an entry of the journal, so that a start need not replay years."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import NamedTuple

import msgspec

from desk.core.events import Event
from desk.core.model import Desk
from desk.store import journal

KEPT = 2
"""So many snapshots are kept: should the newest be unreadable, the one before it still saves the replay."""

# A snapshot of another shape of desk may lack what today's rules know: then the journal is replayed instead.
SHAPE = hashlib.sha256(msgspec.json.encode(msgspec.json.schema(Desk))).hexdigest()[:16]


class Loaded(NamedTuple):
    """Where a start begins: the desk after entry `seq` (None and 0: from nothing), and what came after."""

    desk: Desk | None
    seq: int
    events_after: list[tuple[int, Event]]


def save(conn: sqlite3.Connection, seq: int, desk: Desk) -> None:
    """Keep the desk as it was after entry `seq`, inside the caller's transaction. Raises `sqlite3.Error`."""
    body = msgspec.json.encode(desk)
    conn.execute(
        "INSERT OR REPLACE INTO snapshot (seq, version, desk, digest) VALUES (?, ?, ?, ?)",
        (seq, SHAPE, body, _digest(seq, SHAPE, body)),
    )
    conn.execute(
        "DELETE FROM snapshot WHERE seq NOT IN (SELECT seq FROM snapshot ORDER BY seq DESC LIMIT ?)", (KEPT,)
    )


def newest(conn: sqlite3.Connection) -> tuple[Desk | None, int]:
    """The newest usable snapshot and the entry it is of; None and 0 without one. Raises `sqlite3.Error`."""
    last = journal.tip(conn).seq
    found = conn.execute("SELECT seq, version, desk, digest FROM snapshot ORDER BY seq DESC").fetchall()
    for seq, version, body, digest in found:
        if version != SHAPE or seq > last or digest != _digest(seq, version, body):
            continue
        try:
            desk = msgspec.json.decode(body, type=Desk)
        except (msgspec.MsgspecError, ValueError):
            continue
        return desk, seq
    return None, 0


def load(conn: sqlite3.Connection) -> Loaded:
    """The newest usable snapshot and what happened since. Raises `journal.Torn`, `sqlite3.Error`."""
    desk, seq = newest(conn)
    return Loaded(desk, seq, list(journal.entries(conn, seq)))


def _digest(seq: int, version: str, body: bytes) -> bytes:
    return hashlib.sha256(seq.to_bytes(8) + version.encode() + body).digest()
