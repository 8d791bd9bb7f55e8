"""The views computed again from the journal: compared with those that are kept, and put in their place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from desk.core.events import Event
from desk.core.model import Desk, Policy
from desk.core.step import followed, replay
from desk.store import journal, schema, snapshots
from desk.store.people import marks
from desk.store.views import TABLES, apply

CACHE = 65536
"""KiB of pages kept in memory while the views of years are written."""

KEPT_BEHIND = 5000
"""Entries after the last kept desk from which a start keeps it anew."""

TOLD_EVERY = 1000
"""Entries between two words of how far it is: some 50 ms."""

Told = Callable[[int, int], None]
"""Told how many entries are done, and of how many."""


def nobody(done: int, of: int) -> None:
    """Nobody wants to be told."""


class Difference(NamedTuple):
    """A row of a view that is not what the journal says: `columns` differ, or a row is missing or extra."""

    table: str
    key: str
    columns: tuple[str, ...]


def compute(happened: Iterable[tuple[int, Event]], fold: Callable[[Desk, Event], Desk]) -> sqlite3.Connection:
    """The views of those entries in a database of their own. `fold` gives the desk after an event."""
    conn = sqlite3.connect("", isolation_level=None)  # in memory, and on disk what does not fit
    conn.execute("PRAGMA journal_mode = OFF")
    conn.execute(f"PRAGMA cache_size = {-CACHE}")
    schema.make_views(conn)
    _drop_indexes(conn)  # it is read through once, by its keys
    conn.execute("BEGIN")
    _write(conn, happened, fold)
    conn.execute("COMMIT")
    return conn


def fill(conn: sqlite3.Connection, told: Told = nobody) -> None:
    """Fill the empty views of records of an older version, and keep the desk as it is after the last entry.

    Inside the caller's transaction. Raises `journal.Torn`, `sqlite3.Error`.
    """
    desk = write_views(conn, conn, told)
    if (last := journal.tip(conn).seq) > 0:
        snapshots.save(conn, last, replace(desk, records_failed=None))


def keep_desk(conn: sqlite3.Connection, told: Told = nobody) -> None:
    """Keep the desk as it is where the last kept is long ago: a start then need not hold years at once.

    Inside the caller's transaction. Raises `journal.Torn`, `sqlite3.Error`.
    """
    desk, kept = snapshots.newest(conn)
    last = journal.tip(conn).seq
    if last - kept >= KEPT_BEHIND:
        happened = (event for _, event in counted(journal.entries(conn, kept), last, told))
        snapshots.save(conn, last, replay(desk or Desk(), happened, Policy()))


def counted(happened: Iterable[tuple[int, Event]], last: int, told: Told) -> Iterator[tuple[int, Event]]:
    """The same entries; `told` how far they are."""
    for seq, event in happened:
        if seq % TOLD_EVERY == 0:
            told(seq, last)
        yield seq, event


def write_views(conn: sqlite3.Connection, records: sqlite3.Connection, told: Told = nobody) -> Desk:
    """Write what the journal of `records` says into the empty views of `conn`; the desk after the last entry.

    Inside the caller's transaction. Raises `journal.Torn`, `sqlite3.Error`.
    """
    kept = conn.execute("PRAGMA cache_size").fetchone()[0]
    conn.execute(f"PRAGMA cache_size = {-CACHE}")
    # an index is made in one go faster than row by row
    indexes = _drop_indexes(conn)
    happened = counted(journal.entries(records), journal.tip(records).seq, told)
    desk = _write(conn, happened, lambda desk, event: followed(desk, event, Policy()))
    for index in indexes:
        conn.execute(index)
    conn.execute(f"PRAGMA cache_size = {kept}")
    return desk


def _drop_indexes(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Drop the views' indexes but the one that is needed to write them; how each is made again."""
    found = conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        f" AND name <> 'calls_promise' AND tbl_name IN ({marks(tuple(TABLES))})",
        tuple(TABLES),
    ).fetchall()
    for name, _ in found:
        conn.execute(f"DROP INDEX {name}")
    return tuple(sql for _, sql in found)


def _write(
    conn: sqlite3.Connection, happened: Iterable[tuple[int, Event]], fold: Callable[[Desk, Event], Desk]
) -> Desk:
    desk = Desk()
    for seq, event in happened:
        after = fold(desk, event)
        apply(conn, seq, event, desk, after)
        desk = after
    return desk


def differences(kept: sqlite3.Connection, computed: sqlite3.Connection) -> tuple[Difference, ...]:
    """Where the kept views are not the computed ones."""
    found = []
    for table in TABLES:
        names = _columns(computed, table)
        # two sorted lists read side by side: a year of them is more than memory should hold
        ours, theirs = _rows(kept, table, names), _rows(computed, table, names)
        a, b = next(ours, None), next(theirs, None)
        while a is not None or b is not None:
            if b is None or (a is not None and a[0] < b[0]):
                assert a is not None
                found.append(Difference(table, str(a[0]), names))
                a = next(ours, None)
            elif a is None or b[0] < a[0]:
                found.append(Difference(table, str(b[0]), names))
                b = next(theirs, None)
            else:
                if a != b:
                    columns = (name for name, x, y in zip(names, a, b, strict=True) if x != y)
                    found.append(Difference(table, str(a[0]), tuple(columns)))
                a, b = next(ours, None), next(theirs, None)
    return tuple(found)


def put(conn: sqlite3.Connection, computed: sqlite3.Connection) -> None:
    """Put the computed views in place of the kept ones, inside the caller's transaction."""
    for table in TABLES:
        names = _columns(computed, table)
        quoted = ", ".join(f'"{name}"' for name in names)
        conn.execute(f"DELETE FROM {table}")
        conn.executemany(
            f"INSERT INTO {table} ({quoted}) VALUES ({marks(names)})", _rows(computed, table, names)
        )


def _columns(conn: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The names of a view's columns, its key first."""
    found = [column[0] for column in conn.execute(f"SELECT * FROM {table} LIMIT 0").description]
    return (TABLES[table], *(name for name in found if name != TABLES[table]))


def _rows(conn: sqlite3.Connection, table: str, names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """Each row, in the order of the keys."""
    quoted = ", ".join(f'"{name}"' for name in names)
    return iter(conn.execute(f"SELECT {quoted} FROM {table} ORDER BY {TABLES[table]}"))
