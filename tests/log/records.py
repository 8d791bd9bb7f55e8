"""Records with some thousand interruptions in them, made in no time: rows as the views have them."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desk.core.model import Choice, Presence, PromiseState
from desk.store import Store
from desk.store.journal import moment

BEGAN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ENDED_AS = (
    "spoken passed_on line_lost refused_blocked promised message hung_up refused ended answered_elsewhere"
).split()
PEOPLE = (
    ("+441615550199", "Ada Müller"),
    ("+441615550122", None),
    ("+442079460101", "Søren Okafor"),
    ("+33123456789", "Zoë O'Neill"),
    ("214", "Ward 3"),
    ("2140", None),
    ("+12025550214", "Łukasz Żak"),
)
NOTES = (
    "asked about the invoice",
    "Rückruf wegen Termin",
    "room 214, bring the key",
    "e",
    "très urgent\nzwei",
)
STAFF = ("Ana Costa", "Ben Müller", "")


@contextmanager
def written(folder: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(folder / "onemoment.db", isolation_level=None)
    conn.execute("PRAGMA synchronous = OFF")
    try:
        conn.execute("BEGIN")
        yield conn
        conn.execute("COMMIT")
    finally:
        conn.close()


def empty(folder: Path) -> Path:
    """A data folder with people in it, and no call yet."""
    Store.open(folder).close()
    with written(folder) as conn:
        for i, (number, name) in enumerate(PEOPLE):
            conn.execute("INSERT INTO numbers (key, number, name) VALUES (?, ?, ?)", (f"n{i}", number, name))
        for i, name in enumerate(STAFF[:-1]):
            conn.execute("INSERT INTO staff (key, name) VALUES (?, ?)", (f"s{i}", name))
        for i, text in enumerate(NOTES):
            conn.execute("INSERT INTO notes (key, text) VALUES (?, ?)", (f"t{i}", text))
        conn.execute(
            "INSERT INTO contacts (key, name, company, notes, language, vip, blocked, internal, found,"
            " created_at, changed_at, extra) VALUES ('c1', 'Grace Hopper', 'Compilers & Söhne', '', '', 1, 0,"
            " 0, '', '', '', '')"
        )
        conn.execute("INSERT INTO contact_numbers (contact, position, number_key) VALUES ('c1', 0, 'n1')")
    return folder


def add(folder: Path, count: int, seed: int, days: float = 60, begin: datetime = BEGAN) -> None:
    """So many more calls, with promises, attempts and notes; one journal entry stands for all."""
    chance = random.Random(seed)
    with written(folder) as conn:
        seq = conn.execute("SELECT coalesce(max(changed), 0) FROM calls").fetchone()[0]
        promise = conn.execute("SELECT coalesce(max(id), 0) FROM promises").fetchone()[0]
        for _ in range(count):
            seq += 1
            call = f"call-{seed}-{seq}"
            at = begin + timedelta(seconds=chance.randrange(int(days * 86400)))
            ended = at + timedelta(
                seconds=chance.choice((2, 5, 30, 200)), microseconds=chance.randrange(10**6)
            )
            live = chance.random() < 0.02
            answered = at + timedelta(seconds=chance.choice((1, 4.999, 5, 5.001, 20)))
            internal = int(chance.random() < 0.3)
            mine = None
            if chance.random() < 0.5:
                if promise == 0 or chance.random() < 0.9:
                    promise += 1
                    _promise(conn, chance, promise, call, at, seq, internal)
                mine = promise if chance.random() < 0.9 else chance.randrange(1, promise + 1)
            conn.execute(
                "INSERT INTO calls (call, at, met, caller_key, dial, chose, ended_at, ended_as, promise,"
                ' taken_by, internal, answered_at, held, "end", amended, changed)'
                " VALUES (?, ?, ?, ?, 'can', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    call,
                    moment(at),
                    chance.choice(tuple(Presence)),
                    chance.choice((None, *(f"n{i}" for i in range(len(PEOPLE))))),
                    chance.choice((None, *Choice)),
                    None if live else moment(ended),
                    None if live else chance.choice(ENDED_AS),
                    mine,
                    chance.choice(("s0", "s1", "", "", "")),
                    internal,
                    moment(answered) if chance.random() < 0.7 and answered < ended else None,
                    chance.choice((None, 12.5, 180.009)),
                    "lost" if chance.random() < 0.03 else None,
                    int(chance.random() < 0.03),
                    seq,
                ),
            )
            if chance.random() < 0.2:
                conn.execute(
                    'INSERT INTO call_notes (seq, call, note, at, "by") VALUES (?, ?, ?, ?, ?)',
                    (seq, call, f"t{chance.randrange(len(NOTES))}", moment(ended), "s0"),
                )
        # who was told of another time: how the call ends is known before it does
        conn.execute("UPDATE calls SET ended_as = 'answered_elsewhere' WHERE ended_at IS NULL AND rowid % 2")
        happened(conn, "StillServing")


def happened(conn: sqlite3.Connection, event: str) -> None:
    """One entry more in the journal."""
    seq = conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM journal").fetchone()[0]
    body = json.dumps({"event": event, "at": moment(BEGAN)})
    conn.execute(
        "INSERT INTO journal (seq, at, event, body, chain) VALUES (?, ?, ?, ?, x'')",
        (seq, moment(BEGAN), event, body),
    )


def _promise(
    conn: sqlite3.Connection,
    chance: random.Random,
    promise: int,
    call: str,
    at: datetime,
    seq: int,
    internal: int,
) -> None:
    state = chance.choice(tuple(PromiseState))
    # a promise that was kept until a supervisor said otherwise still knows when
    was_reached = state in ("kept", "broken") or (state == "not_reached" and chance.random() < 0.5)
    reached = at + timedelta(minutes=chance.randrange(-2, 300)) if was_reached else None
    due = at + timedelta(minutes=15) if chance.random() < 0.8 else None
    conn.execute(
        "INSERT INTO promises (id, caller_key, dial, why, created_at, promised_by, state, call, attempts,"
        " recordings, breaks_through, ended_at, ended_by, note, internal, reached_at, changed)"
        " VALUES (?, NULL, 'can', 'asked', ?, ?, ?, ?, 0, '[]', 0, ?, ?, ?, ?, ?, ?)",
        (
            promise,
            moment(at),
            moment(due) if due else None,
            state,
            call,
            moment(reached) if reached else None,
            chance.choice((None, "s0", "s1")),
            chance.choice((None, None, "t1")),
            internal,
            moment(reached) if reached else None,
            seq,
        ),
    )
    for i in range(chance.randrange(3)):
        conn.execute(
            'INSERT INTO attempts (seq, promise, at, outcome, "by", note) VALUES (?, ?, ?, ?, ?, ?)',
            (
                promise * 10 + i,
                promise,
                moment(at),
                "no_answer",
                chance.choice(("s0", "s1", "")),
                chance.choice((None, "t2")),
            ),
        )
