"""The tables, as small named steps. A step that was released is never changed: a new one is added.

Three kinds of table stand side by side. `journal` is what happened and is only ever added to. `numbers`,
`staff`, `notes`, `recordings`, `words`, `contacts` and `contact_numbers` are about people and may be erased;
the journal knows them by random key only. `calls`, `promises`, `attempts`, `call_notes`, `call_doings`,
`amendments` and `thanks` are views for questions, `snapshot` a short cut: both follow from the journal, and
so know no more of people than keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = int.from_bytes(b"1Mom")
"""What `file` and we know the database by."""

VERSION = 7
"""The `user_version` of a database with all steps below."""

VIEWS_SINCE = 7
"""The version in which the views last became others: those of records before it are computed anew."""

_VIEWS = (
    """CREATE TABLE calls (
        call TEXT PRIMARY KEY, at TEXT NOT NULL, met TEXT NOT NULL, caller_key TEXT, dial TEXT NOT NULL,
        chose TEXT, ended_at TEXT, ended_as TEXT, promise INTEGER, why TEXT) STRICT""",
    "CREATE INDEX calls_at ON calls (at)",
    """CREATE TABLE promises (
        id INTEGER PRIMARY KEY, caller_key TEXT, dial TEXT NOT NULL, why TEXT NOT NULL,
        created_at TEXT NOT NULL, promised_by TEXT, state TEXT NOT NULL, call TEXT, attempts INTEGER NOT NULL,
        recordings TEXT NOT NULL, breaks_through INTEGER NOT NULL, put_off_until TEXT, ended_at TEXT,
        ended_by TEXT, note TEXT) STRICT""",
    "CREATE INDEX promises_ended_at ON promises (ended_at)",
    """CREATE TABLE attempts (
        seq INTEGER PRIMARY KEY, promise INTEGER NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL,
        "by" TEXT NOT NULL, note TEXT) STRICT""",
    "CREATE INDEX attempts_promise ON attempts (promise)",
)

# what the first version's tables lacked to tell of calls that are taken, passed on and made
_LIVE = (
    "ALTER TABLE calls ADD COLUMN out INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE calls ADD COLUMN taken_at TEXT",
    "ALTER TABLE calls ADD COLUMN taken_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE calls ADD COLUMN reached INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE calls ADD COLUMN sent_to TEXT",
    "ALTER TABLE calls ADD COLUMN passed_on INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE promises ADD COLUMN claimed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN claimed_until TEXT",
    "ALTER TABLE promises ADD COLUMN outcome_of TEXT",
    "ALTER TABLE promises ADD COLUMN cut INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE promises ADD COLUMN said TEXT",
    "ALTER TABLE promises ADD COLUMN renegotiated INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE promises ADD COLUMN told TEXT",
    "ALTER TABLE promises ADD COLUMN told_outcome TEXT",
    "ALTER TABLE promises ADD COLUMN vip INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE promises ADD COLUMN internal INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attempts ADD COLUMN call TEXT",
    """CREATE TABLE call_notes (
        seq INTEGER PRIMARY KEY, call TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL
        ) STRICT""",
    "CREATE INDEX calls_caller ON calls (caller_key, at) WHERE caller_key IS NOT NULL",
    "CREATE INDEX calls_sent_to ON calls (sent_to) WHERE sent_to IS NOT NULL",
    "CREATE INDEX promises_caller ON promises (caller_key) WHERE caller_key IS NOT NULL",
    "CREATE INDEX promises_said ON promises (said) WHERE said IS NOT NULL",
    "CREATE INDEX attempts_call ON attempts (call) WHERE call IS NOT NULL",
    "CREATE INDEX call_notes_call ON call_notes (call)",
)

# what the supervisor's log asks beyond that: how a whole interruption ended, what they heard when, and what
# was said of it later. `changed` is the journal entry that last changed a row, or what is told with it.
_LEDGER = (
    "ALTER TABLE calls ADD COLUMN channel TEXT NOT NULL DEFAULT 'phone'",
    "ALTER TABLE calls ADD COLUMN internal INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE calls ADD COLUMN vip INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE calls ADD COLUMN answered_at TEXT",
    "ALTER TABLE calls ADD COLUMN held REAL",
    "ALTER TABLE calls ADD COLUMN left_doing TEXT",
    'ALTER TABLE calls ADD COLUMN "end" TEXT',
    "ALTER TABLE calls ADD COLUMN amended INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE calls ADD COLUMN changed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE promises ADD COLUMN reached_at TEXT",
    "ALTER TABLE promises ADD COLUMN missed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE promises ADD COLUMN changed INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE call_doings (call TEXT PRIMARY KEY, doings TEXT NOT NULL) STRICT",
    """CREATE TABLE amendments (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, call TEXT NOT NULL, promise INTEGER, was TEXT, "end" TEXT,
        note TEXT, now TEXT, reason TEXT NOT NULL, "by" TEXT NOT NULL) STRICT""",
    """CREATE TABLE thanks (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, "to" TEXT NOT NULL, note TEXT, call TEXT,
        "by" TEXT NOT NULL) STRICT""",
    "CREATE INDEX calls_promise ON calls (promise) WHERE promise IS NOT NULL",
    "CREATE INDEX calls_changed ON calls (changed)",
    "CREATE INDEX amendments_call ON amendments (call)",
    "CREATE INDEX amendments_note ON amendments (note) WHERE note IS NOT NULL",
    "CREATE INDEX thanks_call ON thanks (call) WHERE call IS NOT NULL",
)

_INTERRUPTIONS = """CREATE VIEW interruptions AS
SELECT
    c.call, c.at, c.channel, c.internal, c.vip, n.number, n.name,
    c.caller_key IS NOT NULL AND n.key IS NULL AS erased, c.dial, c.met, c.chose, c.answered_at,
    c.held AS held_seconds, c.left_doing, c.ended_at, c.ended_as, c.promise, p.promised_by, p.reached_at,
    CASE WHEN p.state IN ('kept', 'broken')
        THEN max(round((julianday(p.reached_at) - julianday(p.created_at)) * 1440, 1), 0.0) END AS minutes,
    p.attempts,
    CASE
        WHEN c."end" IS NOT NULL THEN c."end"
        WHEN c.ended_as IS NULL THEN 'live'
        WHEN c.ended_as IN ('spoken', 'passed_on', 'answered_elsewhere', 'refused') THEN c.ended_as
        WHEN c.ended_as = 'refused_blocked' THEN 'blocked'
        WHEN p.state IN ('open', 'claimed', 'renegotiated') THEN 'open'
        WHEN p.state = 'broken' THEN 'late'
        WHEN c.ended_as IN ('hung_up', 'line_lost')
            AND coalesce(p.state, 'not_reached') IN ('not_reached', 'cancelled') THEN 'lost'
        WHEN p.state IS NULL THEN 'ended'
        ELSE p.state
    END AS "end",
    coalesce(taken.name, ended.name, (
        SELECT s.name FROM attempts a JOIN staff s ON s.key = a."by" WHERE a.promise = c.promise
        ORDER BY a.seq DESC LIMIT 1)) AS "by",
    c.amended
FROM calls c
LEFT JOIN promises p ON p.id = c.promise
LEFT JOIN numbers n ON n.key = c.caller_key
LEFT JOIN staff taken ON taken.key = c.taken_by
LEFT JOIN staff ended ON ended.key = p.ended_by
WHERE NOT c.out
ORDER BY c.at DESC"""


def _run(db: Database, version: int, *statements: str) -> None:
    for statement in statements:
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA user_version = {version}")


def journal(db: Database) -> None:
    """What happened, in order, each entry chained to the one before; only ever added to."""
    _run(
        db,
        1,
        f"PRAGMA application_id = {APPLICATION_ID}",
        """CREATE TABLE journal (
            seq INTEGER PRIMARY KEY, at TEXT NOT NULL, event TEXT NOT NULL, call TEXT, promise INTEGER,
            body TEXT NOT NULL, chain BLOB NOT NULL) STRICT""",
        "CREATE INDEX journal_call ON journal (call) WHERE call IS NOT NULL",
        "CREATE INDEX journal_promise ON journal (promise) WHERE promise IS NOT NULL",
        """CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
            BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END""",
        """CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
            BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END""",
        # stops INSERT OR REPLACE too, which would otherwise be an update by another name
        """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
            WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
            BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END""",
    )


def people(db: Database) -> None:
    """What is known of people, each under a random key; these rows may be erased."""
    _run(
        db,
        2,
        # no UNIQUE number: should a number ever get a second key (its row could not be read just then), two
        # keys are better than a caller whose number is lost
        "CREATE TABLE numbers (key TEXT PRIMARY KEY, number TEXT NOT NULL, name TEXT) STRICT",
        "CREATE INDEX numbers_number ON numbers (number)",
        # who works at the desk; as with numbers, two keys of one name do no harm
        "CREATE TABLE staff (key TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT",
        "CREATE TABLE notes (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT",
        """CREATE TABLE recordings (
            key TEXT PRIMARY KEY, file TEXT NOT NULL, seconds REAL NOT NULL, at TEXT NOT NULL, call TEXT,
            played_at TEXT) STRICT""",
    )


def views(db: Database) -> None:
    """What windows and the log ask for; follows from the journal."""
    _run(db, 3, *_VIEWS)


def snapshot(db: Database) -> None:
    """The desk as it was after an entry, for a short start; and marks of the program's own."""
    _run(
        db,
        4,
        """CREATE TABLE snapshot (
            seq INTEGER PRIMARY KEY, version TEXT NOT NULL, desk BLOB NOT NULL, digest BLOB NOT NULL
            ) STRICT""",
        "CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    )


def contacts(db: Database) -> None:
    """The people directory, and what a machine wrote down of messages; these rows may be erased."""
    _run(
        db,
        5,
        # `found` is what a search looks in; `extra` what a file had of them that we have no field for
        """CREATE TABLE contacts (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, company TEXT NOT NULL, notes TEXT NOT NULL,
            language TEXT NOT NULL, vip INTEGER NOT NULL, blocked INTEGER NOT NULL, internal INTEGER NOT NULL,
            found TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL, extra TEXT NOT NULL
            ) STRICT""",
        "CREATE INDEX contacts_found ON contacts (found, internal, key)",
        """CREATE TABLE contact_numbers (
            contact TEXT NOT NULL, position INTEGER NOT NULL, number_key TEXT NOT NULL,
            PRIMARY KEY (contact, position)) STRICT, WITHOUT ROWID""",
        "CREATE INDEX contact_numbers_key ON contact_numbers (number_key)",
        """CREATE TABLE words (
            recording TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL, said TEXT) STRICT""",
    )


def live_calls(db: Database) -> None:
    """The views tell of calls that are taken, passed on and made, of claims, new times and notes."""
    _run(db, 6, *_LIVE, "CREATE INDEX words_said ON words (said) WHERE said IS NOT NULL")


def ledger(db: Database) -> None:
    """The views tell of whole interruptions, of what was amended and who was thanked."""
    _run(db, 7, *(f"DELETE FROM {table}" for table in _COMPUTED_ANEW), *_LEDGER, _INTERRUPTIONS)


_STEPS = (journal, people, views, snapshot, contacts, live_calls, ledger)
_COMPUTED_ANEW = ("calls", "promises", "attempts", "call_notes", "snapshot")


def migrate(db: Database, compute: Callable[[sqlite3.Connection], None]) -> None:
    """Bring the tables up to `VERSION`. Raises `sqlite3.Error`; what fails leaves no trace.

    `compute` fills the views of records whose views were others, in the same transaction.
    """
    from sqlite_utils import Migrations  # it takes long to come, with numpy: only where something is written

    steps = Migrations("onemoment")
    for step in _STEPS:
        steps()(step)
    with db.atomic():
        before = db.conn.execute("PRAGMA user_version").fetchone()[0]
        steps.apply(db)
        if 0 < before < VIEWS_SINCE:
            compute(db.conn)


def make_views(conn: sqlite3.Connection) -> None:
    """The views' tables alone, for computing them in a database of their own."""
    for statement in (*_VIEWS, *_LIVE, *_LEDGER):
        conn.execute(statement)
