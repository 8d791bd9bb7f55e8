"""The views computed again from the journal: compared with those that are kept, and put in their place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from desk.core.events import Event
from desk.core.model import Desk, Policy
from desk.core.step import followed
from desk.store import journal, schema, snapshots
from desk.store.views import TABLES, apply


class Difference(NamedTuple):
    """A row of a view that is not what the journal says: `columns` differ, or a row is missing or extra."""

    table: str
    key: str
    columns: tuple[str, ...]


def compute(happened: Iterable[tuple[int, Event]], fold: Callable[[Desk, Event], Desk]) -> sqlite3.Connection:
    """The views of those entries in a database of their own. `fold` gives the desk after an event."""
    conn = sqlite3.connect("", isolation_level=None)  # in memory, and on disk what does not fit
    schema.make_views(conn)
    conn.execute("BEGIN")
    _write(conn, happened, fold)
    conn.execute("COMMIT")
    return conn


def fill(conn: sqlite3.Connection) -> None:
    """Fill the empty views of records of an older version, and keep the desk as it is after the last entry.

    Inside the caller's transaction. Raises `journal.Torn`, `sqlite3.Error`.
    """
    desk = write_views(conn, conn)
    if (last := journal.tip(conn).seq) > 0:
        snapshots.save(conn, last, replace(desk, records_failed=None))


def write_views(conn: sqlite3.Connection, records: sqlite3.Connection) -> Desk:
    """Write what the journal of `records` says into the empty views of `conn`; the desk after the last entry.

    Inside the caller's transaction. Raises `journal.Torn`, `sqlite3.Error`.
    """
    return _write(conn, journal.entries(records), lambda desk, event: followed(desk, event, Policy()))


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
    for table, key in TABLES.items():
        # two sorted lists read side by side: a year of them is more than memory should hold
        ours, theirs = _rows(kept, table, key), _rows(computed, table, key)
        a, b = next(ours, None), next(theirs, None)
        while a is not None or b is not None:
            if b is None or (a is not None and a[0] < b[0]):
                assert a is not None
                found.append(Difference(table, str(a[0]), tuple(a[1])))
                a = next(ours, None)
            elif a is None or b[0] < a[0]:
                found.append(Difference(table, str(b[0]), tuple(b[1])))
                b = next(theirs, None)
            else:
                columns = tuple(column for column in a[1] if a[1][column] != b[1].get(column))
                if columns:
                    found.append(Difference(table, str(a[0]), columns))
                a, b = next(ours, None), next(theirs, None)
    return tuple(found)


def put(conn: sqlite3.Connection, computed: sqlite3.Connection) -> None:
    """Put the computed views in place of the kept ones, inside the caller's transaction."""
    for table, key in TABLES.items():
        conn.execute(f"DELETE FROM {table}")
        for _, row in _rows(computed, table, key):
            names = ", ".join(f'"{name}"' for name in row)
            conn.execute(
                f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
            )


def _rows(conn: sqlite3.Connection, table: str, key: str) -> Iterator[tuple[Any, dict[str, object]]]:
    """Each row with its key, in the order of the keys."""
    cursor = conn.execute(f"SELECT * FROM {table} ORDER BY {key}")
    names = [column[0] for column in cursor.description]
    place = names.index(key)
    for row in cursor:
        yield row[place], dict(zip(names, row, strict=True))
