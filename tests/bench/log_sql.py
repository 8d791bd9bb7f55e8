"""The same questions asked of the database by plain SQL, with the indexes it has.

The rows are those of the shipped view `interruptions`, read from Python by sqlite3; a total is counted where
the window is told one.
"""

import csv
import sqlite3
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from desk.log_types import Asked
from desk.store.folding import digits_sought
from desk.store.journal import moment

_END = """CASE
 WHEN c."end" IS NOT NULL THEN c."end" WHEN c.ended_as IS NULL THEN 'live'
 WHEN c.ended_as IN ('spoken', 'passed_on', 'answered_elsewhere', 'refused') THEN c.ended_as
 WHEN c.ended_as = 'refused_blocked' THEN 'blocked' WHEN p.state IN ('open', 'claimed') THEN 'open'
 WHEN p.state = 'broken' THEN 'late'
 WHEN c.ended_as IN ('hung_up', 'line_lost')
  AND coalesce(p.state, 'not_reached') IN ('not_reached', 'cancelled') THEN 'lost'
 WHEN p.state IS NULL THEN 'ended' ELSE p.state END"""
_FROM = "FROM calls c LEFT JOIN promises p ON p.id = c.promise WHERE NOT c.out"
_FIRST = "SELECT * FROM interruptions{where} ORDER BY at DESC LIMIT 100"


class Sql:
    """The database, read only, asked by SQL."""

    def __init__(self, data: Path) -> None:
        self._conn = sqlite3.connect(f"file:{data / 'onemoment.db'}?mode=ro", uri=True)
        self._conn.execute("PRAGMA cache_size = -200000")
        self._conn.execute("PRAGMA mmap_size = 4000000000")

    def close(self) -> None:
        self._conn.close()

    def _timed(self, *questions: tuple[str, Sequence[object]]) -> float:
        begun = time.perf_counter()
        for question, values in questions:
            self._conn.execute(question, values).fetchall()
        return time.perf_counter() - begun

    def page(self, asked: Asked) -> float:
        """Seconds for the first hundred rows and how many there are."""
        where, joined, values = _where(asked)
        return self._timed((_FIRST.format(where=where), values), (f"SELECT count(*) {_FROM}{joined}", values))

    def after(self, at: datetime) -> float:
        """Seconds for the hundred rows before that time: keyset paging by the index."""
        return self._timed((_FIRST.format(where=" WHERE at < ?"), (moment(at),)))

    def story(self, call: str, promise: int | None) -> float:
        """Seconds for the entries of one call and its promise."""
        return self._timed(
            ("SELECT * FROM interruptions WHERE call = ?", (call,)),
            ("SELECT body FROM journal WHERE call = ? ORDER BY seq", (call,)),
            ("SELECT body FROM journal WHERE promise = ? ORDER BY seq", (promise,)),
            ("SELECT * FROM call_notes n LEFT JOIN notes t ON t.key = n.note WHERE n.call = ?", (call,)),
        )

    def figures(self, since: datetime, until: datetime) -> float:
        """Seconds for the figures of a range and of the one before it, each for all and by internal."""
        questions: list[tuple[str, Sequence[object]]] = []
        for first, last in ((since, until), (since - (until - since), since)):
            span = (moment(first), moment(last))
            questions += [
                (
                    f"SELECT c.internal, count(*), sum(({_END}) = 'lost'), max(c.held), count(c.answered_at),"
                    " sum((julianday(c.answered_at) - julianday(c.at)) * 86400 <= 5)"
                    f" {_FROM} AND c.at >= ? AND c.at < ? GROUP BY 1",
                    span,
                ),
                (
                    "SELECT internal, state, count(*) FROM promises WHERE created_at >= ? AND created_at < ?"
                    " GROUP BY 1, 2",
                    span,
                ),
                (
                    "SELECT internal, (julianday(reached_at) - julianday(created_at)) * 1440 AS m"
                    " FROM promises WHERE created_at >= ? AND created_at < ? AND reached_at IS NOT NULL"
                    " ORDER BY 1, 2",
                    span,
                ),
            ]
        span = (moment(since), moment(until))
        questions += [
            (
                f"SELECT strftime('%w', c.at), strftime('%H', c.at), count(*) {_FROM} AND c.met = 'serving'"
                " AND c.at >= ? AND c.at < ? GROUP BY 1, 2",
                span,
            ),
            (
                "SELECT ended_by, count(*) FROM promises WHERE created_at >= ? AND created_at < ?"
                " AND state = 'kept' GROUP BY 1",
                span,
            ),
        ]
        return self._timed(*questions)

    def csv(self, file: Path, since: datetime, until: datetime) -> tuple[float, int]:
        """Seconds for the rows of a range as a CSV file, and how many they were."""
        begun = time.perf_counter()
        rows = self._conn.execute(
            "SELECT * FROM interruptions WHERE at >= ? AND at < ? ORDER BY at DESC",
            (moment(since), moment(until)),
        )
        count = 0
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow([column[0] for column in rows.description])
            for row in rows:
                writer.writerow(row)
                count += 1
        return time.perf_counter() - begun, count


def _where(asked: Asked) -> tuple[str, str, list[object]]:
    """The condition for the view, the same for `_FROM`, and its values."""
    view: list[str] = []
    joined: list[str] = []
    values: list[object] = []

    def add(condition: str, on_calls: str, *given: object) -> None:
        view.append(condition)
        joined.append(on_calls)
        values.extend(given)

    if asked.since is not None:
        add("at >= ?", "c.at >= ?", moment(asked.since))
    if asked.until is not None:
        add("at < ?", "c.at < ?", moment(asked.until))
    if asked.ends:
        marks = ", ".join("?" * len(asked.ends))
        add(f'"end" IN ({marks})', f"{_END} IN ({marks})", *asked.ends)
    if asked.overdue:
        past = "promised_by < strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
        add(f"\"end\" = 'open' AND {past}", f"p.state IN ('open', 'claimed') AND p.{past}")
    if asked.internal is not None:
        add("internal = ?", "c.internal = ?", int(asked.internal))
    if asked.met:
        add("met = ?", "c.met = ?", asked.met[0])
    if asked.by:
        here = "? IN (SELECT name FROM staff WHERE key IN (c.taken_by, p.ended_by))"
        add('"by" = ?', here, asked.by[0])
    if asked.hour is not None:
        add(
            "CAST(strftime('%H', at) AS INTEGER) = ?", "CAST(strftime('%H', c.at) AS INTEGER) = ?", asked.hour
        )
    if asked.text:
        assert not values, "a text is asked for alone"
        digits = digits_sought(asked.text)
        like = f"%{digits or asked.text}%"
        keys = (
            "SELECT key FROM numbers WHERE number LIKE ?1 OR name LIKE ?1 UNION SELECT number_key FROM"
            " contact_numbers n JOIN contacts c ON c.key = n.contact WHERE c.found LIKE ?1"
        )
        said = (
            "SELECT call FROM call_notes n JOIN notes t ON t.key = n.note WHERE t.text LIKE ?1"
            " UNION SELECT p.call FROM attempts a JOIN notes t ON t.key = a.note"
            " JOIN promises p ON p.id = a.promise WHERE t.text LIKE ?1"
            " UNION SELECT r.call FROM words w JOIN recordings r ON r.key = w.recording WHERE w.text LIKE ?1"
        )
        found = f"c.call IN (SELECT call FROM calls WHERE caller_key IN ({keys}) UNION {said})"
        add(found.replace("c.call IN", "call IN", 1), found, like)
    where = f" WHERE {' AND '.join(view)}" if view else ""
    return where, "".join(f" AND {condition}" for condition in joined), values
