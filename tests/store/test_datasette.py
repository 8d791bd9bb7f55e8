"""The records looked at with Datasette as docs/datasette.md says: read only, with our words and questions."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desk.core.ends import AMENDED_TO, End, end_of
from desk.core.events import EndAmended, PresenceChosen, PromiseClosed
from desk.core.model import Presence, PromiseState
from tests.store.conftest import Writing
from tests.store.engines import fingerprints

HERE = Path(__file__).parents[2]
METADATA = HERE / "config" / "datasette.yaml"

ASK = """
import asyncio, json, sys
from datasette.app import Datasette
from datasette.utils import parse_metadata

async def ask():
    metadata = parse_metadata(open(sys.argv[2]).read())
    shown = Datasette([sys.argv[1]], metadata=metadata, settings={"allow_download": 0})
    answers = []
    for path in json.load(sys.stdin):
        answer = await shown.client.get(path)
        answers.append([answer.status_code, answer.text])
    print(json.dumps(answers))

asyncio.run(ask())
"""


def asked(database: Path, *paths: str) -> list[tuple[int, Any]]:
    """What the real Datasette answers to these, in one process of its own: status and JSON (or text)."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK, str(database), str(METADATA)],
        input=json.dumps(paths), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = []
    for status, text in json.loads(done.stdout.splitlines()[-1]):  # a refusal is told above it
        try:
            found.append((status, json.loads(text)))
        except ValueError:
            found.append((status, text))
    return found


@pytest.fixture
def morning(writing: Writing) -> Writing:
    """Yesterday: one is promised, one is lost without a number, one is cancelled without a try.

    Of the last the supervisor says that nobody rang back.
    """
    yesterday = datetime.now().astimezone() - timedelta(days=1)
    writing.at = yesterday.replace(hour=10, minute=0, second=0, microsecond=0).astimezone(UTC)
    writing.feed(PresenceChosen(at=writing.later(), presence=Presence.SERVING))
    writing.ring("+12025550123", "ana", "ANA")
    writing.hang_up("ana")
    writing.ring(None, "nobody")
    writing.hang_up("nobody")
    writing.ring("+12025550125", "ben")
    writing.hang_up("ben")
    by = writing.store.person_key("Ben")
    writing.feed(PromiseClosed(at=writing.later(), promise=2, state=PromiseState.CANCELLED, by=by))
    writing.ring("+12025550126", "cleo")
    writing.hang_up("cleo")
    writing.feed(PromiseClosed(at=writing.later(), promise=3, state=PromiseState.KEPT, by=by))
    said = EndAmended(at=writing.later(), call="cleo", was=End.KEPT, end=End.LOST, promise=3, reason="")
    writing.feed(said)
    return writing


def test_datasette_answers_our_questions_beside_a_running_engine(morning: Writing, folder: Path) -> None:
    before = fingerprints(folder)
    canned = (
        "promised_yesterday_not_called",
        "lost_and_why",
        "by_hour_while_serving",
        "colleagues_and_customers",
    )
    first, page, *answers = asked(
        folder / "onemoment.db",
        "/onemoment.json",
        "/onemoment/interruptions?_size=2",
        *(f"/onemoment/{name}.json?_shape=array" for name in canned),
        "/onemoment/interruptions.json?_shape=array",
        "/onemoment.json?sql=delete+from+notes&_shape=array",
        "/onemoment.json?sql=with+x+as+(select+1)+delete+from+notes&_shape=array",
        "/onemoment.json?sql=pragma+user_version%3D1&_shape=array",
        "/onemoment.db",
    )
    shown = {table["name"] for table in first[1]["tables"] if not table["hidden"]}
    assert {"calls", "promises", "journal", "numbers"} <= shown
    assert not shown & {"snapshot", "marks", "_sqlite_migrations"}
    assert [query["name"] for query in first[1]["queries"]] == list(canned)
    assert page[0] == 200
    assert "From the promise to that, minutes" in page[1]
    not_called, lost, hours, sides, rows, *refused = answers
    assert [(row["promise"], row["number"]) for row in not_called[1]] == [
        (1, "+12025550123"),
        (2, "+12025550125"),
        (3, "+12025550126"),
    ]
    assert {(row["number"], row["why"]) for row in lost[1]} == {
        (None, "no number to call back"),
        ("+12025550125", "never called back"),
        ("+12025550126", "never called back"),
    }
    assert [row["interruptions"] for row in hours[1]] == [4]
    due = {"who": "customers", "promises": 1, "minutes_on_average": None, "kept_percent": 0.0}
    assert sides == (200, [due])
    assert [(row["call"], row["end"], row["by"]) for row in rows[1]] == [
        ("cleo", "lost", "Ben"),
        ("ben", "lost", "Ben"),
        ("nobody", "lost", None),
        ("ana", "open", None),
    ]
    assert [status for status, _ in refused] == [400, 400, 400, 403]
    assert fingerprints(folder) == before


def test_every_table_and_column_that_is_described_is_there(writing: Writing) -> None:
    conn = writing.store._conn
    there: dict[str, set[str]] = {}
    for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"):
        there[name] = {row[1] for row in conn.execute(f"PRAGMA table_info('{name}')")}
    described: dict[str, set[str]] = {}
    of = ""
    lines = METADATA.read_text(encoding="utf-8").split("    queries:")[0].splitlines()
    for line in lines[lines.index("    tables:") + 1 :]:
        if found := re.fullmatch(r" {6}(\w+):", line):
            of = found[1]
            described[of] = set()
        elif found := re.fullmatch(r" {10}(\w+): .*", line):
            described[of].add(found[1])
    assert set(described) == set(there)
    for name, columns in described.items():
        assert columns <= there[name], name
    assert described["interruptions"] == there["interruptions"]


def test_the_view_says_the_same_end_as_the_rules(writing: Writing) -> None:
    """Every way a call can end, every state of its promise, every amendment."""
    conn: sqlite3.Connection = writing.store._conn
    ended = (
        *(None, "spoken", "passed_on", "answered_elsewhere", "refused", "refused_blocked"),
        *("promised", "message", "ended", "hung_up", "line_lost"),
    )
    states = (None, *PromiseState)
    combinations = list(product(ended, states, (None, *AMENDED_TO)))
    conn.execute("BEGIN")
    for number, (ended_as, state, amended) in enumerate(combinations, 1):
        conn.execute(
            'INSERT INTO calls (call, at, met, dial, ended_as, promise, "end")'
            " VALUES (?, '2026-01-01', 'free', 'can', ?, ?, ?)",
            (str(number), ended_as, number if state else None, amended),
        )
        if state:
            conn.execute(
                "INSERT INTO promises"
                " (id, dial, why, created_at, state, attempts, recordings, breaks_through)"
                " VALUES (?, 'can', 'asked', '2026-01-01', ?, 0, '[]', 0)",
                (number, state),
            )
    told = dict(conn.execute('SELECT CAST(call AS INTEGER), "end" FROM interruptions').fetchall())
    conn.execute("ROLLBACK")
    assert told == {number: end_of(*combination) for number, combination in enumerate(combinations, 1)}
