"""What one interruption's story is told from: its entries in the journal, and all that belongs to them."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from desk.core.events import CallSent, ConsultBegun, Event, RecordingEnded
from desk.store.journal import moment
from desk.store.log_shown import Shown, of_call
from desk.store.people import marks, somes

_decode = msgspec.json.Decoder(Event).decode
_LONGEST = timedelta(hours=2)
"""How long ago a call may have begun that is still on the line."""
_BESIDE = ("ConsultBegun", "ConsultJoined")


class Note(NamedTuple):
    """A note as it reads now, and what it said before, oldest first."""

    text: str
    before: tuple[str, ...] = ()


class Recorded(NamedTuple):
    """A recording; `file` is relative to the data folder, None when it is not kept any more."""

    id: str
    at: datetime
    seconds: float
    file: str | None
    played_at: datetime | None
    words: str


class Material(NamedTuple):
    """All of one story. `staff`, `notes` and `numbers` are by the store's keys."""

    row: Shown
    ended_as: str | None
    left_doing: str | None
    state: str | None
    promised_by: datetime | None
    doings: tuple[tuple[float, str], ...]
    entries: tuple[tuple[int, Event], ...]
    staff: dict[str, str]
    notes: dict[str, Note]
    texts: dict[str, str]
    numbers: dict[str, str]
    recordings: tuple[Recorded, ...]
    busy: int


def material(conn: sqlite3.Connection, call: str) -> Material | None:
    """Everything about one call in, None when there is none. Raises `sqlite3.Error`, `ValueError`."""
    row = of_call(conn, call)
    if row is None:
        return None
    ended_as, left_doing, ended_at = conn.execute(
        "SELECT ended_as, left_doing, ended_at FROM calls WHERE call = ?", (call,)
    ).fetchone()
    entries = _entries(conn, call, row.promise)
    state, recordings = (None, "[]")
    if row.promise is not None:
        found = conn.execute("SELECT state, recordings FROM promises WHERE id = ?", (row.promise,)).fetchone()
        state, recordings = found or (None, "[]")
    kept = [*msgspec.json.decode(recordings, type=list[str])]
    kept += [event.recording for _, event in entries if isinstance(event, RecordingEnded)]
    keys = _note_keys(entries)
    notes, texts = _notes(conn, keys)
    return Material(
        row=row,
        ended_as=ended_as,
        left_doing=left_doing,
        state=state,
        promised_by=row.promised_by,
        doings=_doings(conn, call),
        entries=entries,
        staff=dict(conn.execute("SELECT key, name FROM staff")),
        notes=notes,
        texts=texts,
        numbers=_numbers(conn, entries),
        recordings=_recordings(conn, list(dict.fromkeys(kept))),
        busy=_busy(conn, call, ended_at),
    )


def file_of(conn: sqlite3.Connection, recording: str) -> str | None:
    """The file of a recording, relative to the data folder, None when it is not kept any more."""
    row = conn.execute("SELECT file FROM recordings WHERE key = ?", (recording,)).fetchone()
    return row[0] if row else None


def _entries(conn: sqlite3.Connection, call: str, promise: int | None) -> tuple[tuple[int, Event], ...]:
    found: dict[int, bytes] = {}

    def take(question: str, *asked: str | int) -> None:
        found.update(conn.execute(f"SELECT seq, body FROM journal WHERE {question}", asked).fetchall())

    take("call = ?", call)
    if found:
        # who was asked first: those entries name this call within
        first, last = min(found), max(found)
        ended = conn.execute(
            "SELECT min(seq) FROM journal WHERE call = ? AND event = 'CallEnded'", (call,)
        ).fetchone()[0]
        for seq, body in conn.execute(
            f"SELECT seq, body FROM journal WHERE seq BETWEEN ? AND ? AND event IN ({marks(_BESIDE)})",
            (first, ended or last, *_BESIDE),
        ):
            found[seq] = body
    if promise is not None:
        take("promise = ?", promise)
        for (back,) in conn.execute(
            "SELECT call FROM calls WHERE promise = ? AND out", (promise,)
        ).fetchall():
            take("call = ? AND event IN ('NoteAdded', 'NoteAmended', 'ThanksGiven')", back)
    return tuple(_readable(found))


def _readable(found: dict[int, bytes]) -> Iterator[tuple[int, Event]]:
    """One entry that is not what was written takes no more from a story than itself; `verify` tells of it."""
    for seq in sorted(found):
        with contextlib.suppress(msgspec.MsgspecError, ValueError):
            yield seq, _decode(found[seq])


def _doings(conn: sqlite3.Connection, call: str) -> tuple[tuple[float, str], ...]:
    row = conn.execute("SELECT doings FROM call_doings WHERE call = ?", (call,)).fetchone()
    return msgspec.json.decode(row[0], type=tuple[tuple[float, str], ...]) if row else ()


def _note_keys(entries: Iterable[tuple[int, Event]]) -> list[str]:
    keys = []
    for _, event in entries:
        for name in ("note", "now", "reason"):
            value = getattr(event, name, None)
            if isinstance(value, str) and value:
                keys.append(value)
    return keys


def _notes(conn: sqlite3.Connection, keys: Sequence[str]) -> tuple[dict[str, Note], dict[str, str]]:
    """Each note as it reads now with what it said before, and the plain text under each key."""
    later: dict[str, list[str]] = {}
    for some in somes(keys):
        for note, now in conn.execute(
            f"SELECT note, now FROM amendments WHERE note IN ({marks(some)}) ORDER BY seq", some
        ):
            later.setdefault(note, []).append(now)
    every = [*keys, *(now for nows in later.values() for now in nows)]
    texts: dict[str, str] = {}
    for some in somes(list(dict.fromkeys(every))):
        texts |= dict(conn.execute(f"SELECT key, text FROM notes WHERE key IN ({marks(some)})", some))
    notes = {}
    for key in keys:
        # a note written anew twice: each time by its first key, or by the one it had then
        chain, place = [key], 0
        while place < len(chain) and len(chain) < 100:
            chain += [now for now in later.get(chain[place], ()) if now not in chain]
            place += 1
        said = [texts[one] for one in chain if one in texts]
        if said:
            notes[key] = Note(said[-1], tuple(said[:-1]))
    return notes, texts


def _numbers(conn: sqlite3.Connection, entries: Iterable[tuple[int, Event]]) -> dict[str, str]:
    """Name or number of whom a call was passed on to."""
    to = [event.to for _, event in entries if isinstance(event, CallSent | ConsultBegun)]
    keys = [caller.key for caller in to if caller.key]
    found: dict[str, str] = {}
    for some in somes(list(dict.fromkeys(keys))):
        for key, number, name, known in conn.execute(
            "SELECT n.key, n.number, n.name, (SELECT c.name FROM contact_numbers t JOIN contacts c"
            " ON c.key = t.contact WHERE t.number_key = n.key ORDER BY c.rowid LIMIT 1)"
            f" FROM numbers n WHERE n.key IN ({marks(some)})",
            some,
        ):
            found[key] = known or name or number
    return found


def _recordings(conn: sqlite3.Connection, keys: Sequence[str]) -> tuple[Recorded, ...]:
    found = []
    for some in somes(keys):
        for key, at, seconds, file, played, words in conn.execute(
            "SELECT r.key, r.at, r.seconds, r.file, r.played_at, w.text FROM recordings r"
            f" LEFT JOIN words w ON w.recording = r.key WHERE r.key IN ({marks(some)})",
            some,
        ):
            heard = datetime.fromisoformat(played) if played else None
            found.append(Recorded(key, datetime.fromisoformat(at), seconds, file, heard, words or ""))
    return tuple(sorted(found, key=lambda one: one.at))


def _busy(conn: sqlite3.Connection, call: str, ended_at: str | None) -> int:
    """How many others were on the line when this call ended."""
    if ended_at is None:
        return 0
    end = datetime.fromisoformat(ended_at)
    return int(
        conn.execute(
            "SELECT count(*) FROM calls WHERE at BETWEEN ? AND ? AND call <> ?"
            " AND (ended_at IS NULL OR ended_at > ?)",
            (moment(end - _LONGEST), moment(end), call, ended_at),
        ).fetchone()[0]
    )
