"""What the supervisor's log keeps in memory of every call, read in one go."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import msgspec

from desk.store.journal import moment

__all__ = ["extent", "moment", "time_zone"]


def extent(conn: sqlite3.Connection) -> tuple[int, datetime | None, datetime | None]:
    """How many calls came in, and when the first and the last of them."""
    count, oldest, newest = conn.execute(
        "SELECT count(*), min(at), max(at) FROM calls WHERE NOT out"
    ).fetchone()
    if not count:
        return 0, None, None
    return count, datetime.fromisoformat(oldest), datetime.fromisoformat(newest)


def time_zone(conn: sqlite3.Connection) -> str:
    """The desk's time zone as its engine last knew it; UTC when no engine ever said."""
    row = conn.execute(
        "SELECT body FROM journal WHERE event = 'EngineStarted' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    policy = msgspec.json.decode(row[0]).get("policy") if row else None
    return str((policy or {}).get("time_zone", "UTC"))
