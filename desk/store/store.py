"""The records of one desk: what the engine writes before it acts, and what everyone asks afterwards.

A `Store` belongs to the thread that opened it. Writes are one at a time, on disk when they return.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.core.ends import End
from desk.core.events import (
    CallRang,
    Event,
    MessagePlayed,
    MessageTranscribed,
    NumberForgotten,
    RetentionApplied,
)
from desk.core.model import Desk, Promise, PromiseState
from desk.core.views import ContactedView, InterruptionView, PromiseView, ThanksView
from desk.store import amending, computing, forgetting, journal, opening, questions, snapshots, views
from desk.store.amending import Ending
from desk.store.before import before, notes_of
from desk.store.checking import torn_journal
from desk.store.computing import Difference
from desk.store.journal import Torn
from desk.store.of_people import OfPeople
from desk.store.snapshots import Loaded
from desk.store.troubles import code
from desk.store.workshop import sweep

Entry = tuple[Event, Desk, Desk]
"""What happened, the desk before it, the desk after it."""


@dataclass
class Gone:
    """What one transaction erases: numbers by their key, messages by theirs."""

    let_go: dict[str, str] = field(default_factory=dict)
    erased: dict[str, str] = field(default_factory=dict)
    recordings: set[str] = field(default_factory=set)
    for_good: bool = False
    retained: bool = False


RINGS_MEANWHILE = 1000
"""Numbers just erased that are remembered in memory: one of them may be ringing already."""


class Store(OfPeople):
    """The records, open. Made by `Store.open`, ended by `close`."""

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the records in a data folder, making both if there are none.

        Raises `StoreRefused` when another engine runs there, when the records are damaged, newer than this
        program, locked or cannot be read or made. Nothing in them was changed then.
        """
        files = opening.prepare(folder)
        lock = opening.lock(files)
        try:
            sweep(files.folder)  # a backup that was being put back when it was killed
            db = opening.connect(files)
            return cls(files, lock, db)
        except BaseException:
            os.close(lock)
            raise

    def close(self) -> None:
        """Close the records and let another engine have the folder."""
        with contextlib.suppress(sqlite3.Error):
            self._conn.close()
        for held in (self._last, self._lock):
            if held >= 0:
                os.close(held)
        self._last = self._lock = -1

    @property
    def seq(self) -> int:
        """The number of the last entry written, 0 before the first."""
        return self._tip.seq

    # Writing

    def append(self, entries: Sequence[Entry]) -> list[int]:
        """Write these events, the views they change and the people they speak of; their numbers.

        All of it is on disk when this returns. Raises `CannotWrite`; then none of it is, and the same entries
        can be appended again later.
        """
        tip = self._tip
        numbers = []
        self._put_back(entries)
        gone = Gone()
        with self._writing():
            self._people.write()
            had = self._contacts.write(entries[-1][0].at) if entries else ()
            for event, before, after in entries:
                tip = journal.append(self._conn, tip, event)
                views.apply(self._conn, tip.seq, event, before, after)
                # after what waited was written: nothing that is erased comes back with the next write
                self._beside(event, entries[-1][2], gone)
                numbers.append(tip.seq)
            if had:
                gone.let_go |= forgetting.numbers_let_go(self._conn, had, entries[-1][2])
        self._people.written()
        self._contacts.written()
        self._tip = tip
        opening.write_last(self._last, tip)
        self._gone(gone)
        return numbers

    def _beside(self, event: Event, desk: Desk, gone: Gone) -> None:
        """What this event does to the rows beside the journal, inside its transaction."""
        match event:
            case MessagePlayed():
                self._people.played(event.recording, event.at)
            case MessageTranscribed():
                self._people.transcribed(event.recording, event.said.key if event.said else None)
            case NumberForgotten():
                number = self._people.number_of(event.key)
                gone.erased |= {event.key: number} if number else {}
                gone.recordings.update(forgetting.number(self._conn, event.key))
                gone.for_good = True
            case RetentionApplied() if self._old is not None:
                past, log_before = self._old
                gone.let_go |= forgetting.let_go(self._conn, past, log_before, desk)
                gone.recordings.update(set(past.recordings) - forgetting.recordings_of(desk))
                gone.for_good, gone.retained = True, True

    def _gone(self, gone: Gone) -> None:
        """That transaction is on disk."""
        for let, new in ((self._let_go, gone.let_go), (self._erased, gone.erased)):
            let |= new
            while len(let) > RINGS_MEANWHILE:
                del let[next(iter(let))]
        if gone.retained:
            self._old = None
        if gone.for_good:
            self._delete_for_good(gone.recordings)

    def _put_back(self, entries: Sequence[Entry]) -> None:
        """A caller who was given the key of a number just before it was erased with a person has it again."""
        if not (self._let_go or self._erased) or not entries:
            return
        rang = {event.caller.key for event, _, _ in entries if isinstance(event, CallRang)}
        for key in self._let_go.keys() & (forgetting.spoken_of(entries[-1][2]) | rang):
            self._people.put_back(key, self._let_go.pop(key))
        for key in self._erased.keys() & rang:
            self._people.put_back(key, self._erased.pop(key))

    def save_snapshot(self, seq: int, desk: Desk) -> None:
        """Keep the desk as it was after entry `seq`, so that a start begins there. Raises `CannotWrite`."""
        with self._writing():
            snapshots.save(self._conn, seq, desk)

    # Starting

    def load(self) -> Loaded:
        """Where to begin: the newest usable snapshot and what happened since. Raises `StoreRefused`."""
        try:
            return snapshots.load(self._conn)
        except Torn as torn:
            detail = f"journal entry {torn.seq} is not what was written"
            raise opening.damaged(self._files, detail) from None
        except sqlite3.Error as error:
            raise opening.damaged(self._files, code(error)) from None

    # Questions

    def promises(self, order: Sequence[Promise] = (), *, closed: int = 0) -> tuple[PromiseView, ...]:
        """The promises of `order` (see `core.next_action.promised`) as shown, then up to `closed` ended ones.

        The ended ones come newest first. Raises `CannotRead`.
        """
        with self._reading():
            shown = questions.open_promises(self._conn, self._people, self._contacts, order)
            if not closed:
                return shown
            here = {promise.id for promise in order}
            ended = questions.closed_promises(self._conn, self._people, self._contacts, closed)
            return shown + tuple(view for view in ended if view.id not in here)

    def log(self, limit: int) -> tuple[InterruptionView, ...]:
        """The newest interruptions, newest first. Raises `CannotRead`."""
        with self._reading():
            return questions.log(self._conn, self._people, self._contacts, limit)

    def before(
        self, number_key: str, limit: int = 3, not_call: str | None = None
    ) -> tuple[ContactedView, ...]:
        """The last contacts with this number, newest first, without `not_call` and calls still live.

        Where one person alone has the number, their other numbers count too. Raises `CannotRead`.
        """
        with self._reading():
            return before(self._conn, self._people, self._contacts, number_key, limit, not_call)

    def knows_call(self, call: str) -> bool:
        """Whether there is or was a call of that id. Raises `CannotRead`."""
        with self._reading():
            return bool(self._conn.execute("SELECT 1 FROM calls WHERE call = ?", (call,)).fetchone())

    def notes_of(self, call: str) -> tuple[str, ...]:
        """What was written about a call, the first note first. Raises `CannotRead`."""
        with self._reading():
            return notes_of(self._conn, self._people, call)

    def ending(self, call: str) -> Ending | None:
        """How the interruption that began with this call ended, None when there is none.

        Raises `CannotRead`.
        """
        with self._reading():
            return amending.ending(self._conn, call)

    def promise_when(self, call: str, end: End) -> PromiseState | None:
        """How its promise ended when this is said of that interruption, None without one.

        Raises `CannotRead`.
        """
        with self._reading():
            return amending.promise_when(self._conn, call, end)

    def note_is_of(self, note: str, call: str) -> bool:
        """Whether a note, by its key, is told with that interruption. Raises `CannotRead`."""
        with self._reading():
            return amending.note_is_of(self._conn, note, call)

    def thanks(self, since: datetime) -> tuple[ThanksView, ...]:
        """Who was thanked since then, the first first. Raises `CannotRead`."""
        with self._reading():
            return amending.thanks(self._conn, self._people, since)

    def first_at(self) -> datetime | None:
        """When the first entry was written, None before it. Raises `CannotRead`."""
        with self._reading():
            row = self._conn.execute("SELECT at FROM journal WHERE seq = 1").fetchone()
            return None if row is None else datetime.fromisoformat(row[0])

    def journal(self, after: int = 0, limit: int = 1000) -> tuple[dict[str, Any], ...]:
        """Entries after number `after`, oldest first: "seq", "at", "event" and the event's own fields.

        Raises `CannotRead`.
        """
        with self._reading():
            return journal.rows(self._conn, after, limit)

    def first_broken(self) -> int | None:
        """The first entry that is not what was written, None when all are. Raises `CannotRead`."""
        with self._reading():
            return journal.first_broken(self._conn)

    def rebuild(self, fold: Callable[[Desk, Event], Desk]) -> tuple[Difference, ...]:
        """Compute the views again from the journal; where they differed, the computed ones now stand.

        `fold` gives the desk after an event. Raises `CannotRead` (a torn journal included), `CannotWrite`.
        """
        with self._reading():
            try:
                computed = computing.compute(journal.entries(self._conn), fold)
            except Torn as torn:
                raise torn_journal(torn.seq) from None
            found = computing.differences(self._conn, computed)
        try:
            if found:
                with self._writing():
                    computing.put(self._conn, computed)
        finally:
            computed.close()
        return found
