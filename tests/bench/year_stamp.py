"""A played week written into records, as it was or for another week: later, with other numbers and names.

Only what stands for something else is replaced: times, calls, numbers, notes, and what counts entries and
promises. So every row is still what the rules said of that week, and the chain is made as the store makes it.
"""

import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any

from desk.store import journal
from desk.store.journal import Tip, moment
from tests.bench.year_people import Person, Town
from tests.bench.year_weeks import Week

# sixteen digits after a point are no key
_TOKEN = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)|(?P<day>\d{4}-\d\d-\d\d)"
    r"|(?P<call>(?<![\w.])[col][0-9a-f]{12}(?!\w))|(?P<key>(?<![\w.])[0-9a-f]{16}(?!\w))|(?<=\"promise\":)(?P<promise>\d+)"
)
_COUNTS_ENTRIES = ("seq", "changed")
REGULARS = 300
"""So many of the numbers that call most are the same ones every week."""


class Stamp:
    """One week, taken apart into what stays and what is another in each copy."""

    def __init__(self, week: Week, town: Town) -> None:
        self.week = week
        self.staff = set(town.staff.values())
        self.people = {p.caller.key: p for p in (*town.outside, *town.inside) if p.caller.key}
        self._slots: dict[tuple[str, Any], int] = {}
        self._formats: dict[str, str] = {}
        self.entries = [self._entry(*entry) for entry in week.entries]
        self.rows = {
            table: [itemgetter(*self._row(table, names, row)) for row in rows]
            for table, (names, rows) in week.tables.items()
        }
        self.columns = {table: names for table, (names, _) in week.tables.items()}
        self.recordings = {
            recording: itemgetter(self._slot("call", recording.rpartition("-")[0]))
            for recording, *_ in week.recordings
        }
        self.promises = week.desk.next_promise - 1
        self.keys = [value for kind, value in self._slots if kind == "key"]

    def _slot(self, kind: str, value: Any) -> int:
        return self._slots.setdefault((kind, value), len(self._slots))

    def _entry(
        self, tag: str, at: str, call: str | None, promise: int | None, body: str
    ) -> tuple[str, int, int, int, str, Callable[[list[Any]], Any]]:
        head = self._slot("at", at), self._slot("call", call), self._slot("promise", promise)
        if tag == "EngineStarted":  # its policy has holidays, which stay where they are
            begin, end = re.search(r'(?<="at":")[^"]+', body).span()  # type: ignore[union-attr]
            slots = [self._slot("at", body[begin:end])]
            text = _plain(body[:begin]) + "%s" + _plain(body[end:])
        else:
            text, slots = self._taken_apart(body)
        # one slot alone would be no tuple for the format
        return (tag, *head, self._formats.setdefault(text, text), itemgetter(*slots, slots[0]))

    def _taken_apart(self, text: str) -> tuple[str, list[int]]:
        parts, slots, last = [], [], 0
        for found in _TOKEN.finditer(text):
            kind = found.lastgroup
            assert kind is not None
            slots.append(self._slot(kind, int(found[0]) if kind == "promise" else found[0]))
            parts.append(_plain(text[last : found.start()]) + "%s")
            last = found.end()
        return "".join([*parts, _plain(text[last:])]), slots

    def _row(self, table: str, names: list[str], row: tuple[object, ...]) -> Iterator[int]:
        for name, value in zip(names, row, strict=True):
            if isinstance(value, str) and _TOKEN.search(value):
                text, slots = self._taken_apart(value)
                yield slots[0] if text == "%s" else self._slot("text", (text, *slots))
            elif value is not None and name in _COUNTS_ENTRIES:
                yield self._slot("seq", value)
            elif value is not None and (name == "promise" or (table == "promises" and name == "id")):
                yield self._slot("promise", value)
            else:
                yield self._slot("as it is", (type(value), value))

    def values(self, by: timedelta, seq: int, promises: int, other: "Other") -> list[Any]:
        """What stands in each slot of a copy that is so much later."""
        found: list[Any] = []
        days = timedelta(days=round(by / timedelta(days=1)))
        for kind, value in self._slots:
            match kind:
                case "at":
                    found.append(_later(value, by))
                case "day":
                    found.append((datetime.fromisoformat(value) + days).date().isoformat())
                case "call":
                    found.append(value and other.call(value))
                case "key":
                    found.append(value if value in self.staff else other.key(value))
                case "promise":
                    found.append(None if value is None else value + promises)
                case "seq":
                    found.append(value + seq)
                case "text":
                    found.append(value[0] % tuple(found[slot] for slot in value[1:]))
                case _:
                    found.append(value[1])
        return found


class Other:
    """The names that things have in one copy: the same in the first, others of the same kind in the next."""

    def __init__(self, week: Week, town: Town, seed: str | None) -> None:
        self._same = seed is None
        self._chance = random.Random(seed)
        self._calls: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        if not self._same:
            for people in (town.outside, town.inside):
                self._shuffle(people)
        self.notes = {self.key(key): text for key, text in week.notes.items()}

    def _shuffle(self, people: list[Person]) -> None:
        """Each number is another of the same kind; who calls often is one who does."""
        kinds: dict[Any, list[str]] = {}
        for rank, person in enumerate(people):
            key = person.caller.key
            assert key is not None
            kind = (rank < REGULARS, person.caller.vip, person.caller.blocked, person.caller.language)
            kinds.setdefault(kind, []).append(key)
        for keys in kinds.values():
            self._keys.update(zip(keys, self._chance.sample(keys, len(keys)), strict=True))

    def call(self, call: str) -> str:
        if self._same:
            return call
        if call not in self._calls:
            self._calls[call] = f"{call[0]}{self._chance.getrandbits(48):012x}"
        return self._calls[call]

    def key(self, key: str) -> str:
        if self._same:
            return key
        if key not in self._keys:
            self._keys[key] = f"{self._chance.getrandbits(64):016x}"
        return self._keys[key]


class Written:
    """How far the records are."""

    def __init__(self) -> None:
        self.tip = Tip()
        self.promises = 0
        self.calls = 0
        self.keys: set[str] = set()


def stamp(
    conn: sqlite3.Connection, week: Stamp, begins: datetime, town: Town, seed: str | None, so_far: Written
) -> None:
    """Write one copy of a week that begins then, inside the caller's transaction."""
    by = begins - week.week.begins
    other = Other(week.week, town, seed)
    before = so_far.tip.seq
    values = week.values(by, before, so_far.promises, other)
    chain = so_far.tip.chain
    rows = []
    for number, (tag, at, call, promise, text, slots) in enumerate(week.entries, before + 1):
        body = text % slots(values)[:-1]
        chain = journal.link(chain, number, body.encode())
        rows.append((number, _column(values[at]), tag, values[call], values[promise], body, chain))
    conn.executemany(journal._INSERT, rows)
    for table, slots_of in week.rows.items():
        marks = ", ".join("?" * len(week.columns[table]))
        names = ", ".join(f'"{name}"' for name in week.columns[table])
        conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", (row(values) for row in slots_of))
    _beside(conn, week, by, other)
    so_far.tip = Tip(before + len(week.entries), chain)
    so_far.promises += week.promises
    so_far.calls += week.week.calls
    so_far.keys.update(other.key(key) for key in week.keys if key in week.people)


def _beside(conn: sqlite3.Connection, stamped: Stamp, by: timedelta, other: Other) -> None:
    """The rows about people: what was said and written."""
    week = stamped.week
    conn.executemany("INSERT INTO notes (key, text) VALUES (?, ?)", other.notes.items())

    def recording(key: str) -> str:
        call, _, number = key.rpartition("-")
        return f"{other.call(call)}-{number}"

    conn.executemany(
        "INSERT INTO recordings (key, file, seconds, at, call, played_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                recording(key),
                f"recordings/{recording(key)}.wav",
                length,
                moment(at + by),
                other.call(call),
                _column(_later(week.played[key], by)) if key in week.played else None,
            )
            for key, length, at, call in week.recordings
        ),
    )
    conn.executemany(
        "INSERT INTO words (recording, text, at, said) VALUES (?, ?, ?, ?)",
        (
            (recording(key), text, moment(at + by), other.key(week.said[key]) if key in week.said else None)
            for key, (text, at) in week.words.items()
        ),
    )


def _plain(text: str) -> str:
    return text.replace("%", "%%")


def _later(at: str, by: timedelta) -> str:
    """The time so much later, written as it was: with its millionths or without."""
    if not by:
        return at
    later = (datetime.fromisoformat(at) + by).astimezone(UTC)
    return later.strftime("%Y-%m-%dT%H:%M:%S" + (".%fZ" if "." in at else "Z"))


def _column(at: str) -> str:
    return at if "." in at else f"{at[:-1]}.000000Z"
