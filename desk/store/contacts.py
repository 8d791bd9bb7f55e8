"""The people directory: who they are, and which numbers are theirs; two people may share one.

As in `people`, nothing here writes by itself: what is saved or removed is remembered, known to every question
at once, and written in the transaction of the next append, the one whose event names the key.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from desk.core.views import ContactView
from desk.store.folding import digits_sought, folded
from desk.store.journal import moment
from desk.store.people import People, marks, somes

_FIELDS = "key, name, company, notes, language, vip, blocked, internal"


class Flags(NamedTuple):
    """What the people of one number make of a call from it.

    VIP and internal when any of them is. Blocked only when all of them are: nobody is turned away for
    another with the same number. The language is the one that all who have one agree on, None else.
    """

    vip: bool = False
    blocked: bool = False
    internal: bool = False
    language: str | None = None


class Contacts:
    """The people directory, on disk and not yet on disk."""

    def __init__(self, conn: sqlite3.Connection, people: People) -> None:
        self._conn = conn
        self._people = people
        self._saved: dict[str, tuple[ContactView, tuple[str, ...], str | None]] = {}
        self._removed: set[str] = set()
        self._had: set[str] = set()  # keys of numbers that somebody had who was not written yet

    def save(self, contact: ContactView, extra: str | None = None) -> str:
        """Remember somebody new (empty id) or changed; the key. `extra` None leaves what was kept."""
        key = contact.id or secrets.token_hex(8)
        numbers = tuple(dict.fromkeys(contact.numbers))
        keys = tuple(self._people.key_for(number) for number in numbers)
        if key in self._saved:
            _, had, kept = self._saved[key]
            self._had.update(had)
            extra = kept if extra is None else extra
        whole = ContactView(
            id=key,
            name=contact.name.strip(),
            company=contact.company.strip(),
            numbers=numbers,
            notes=contact.notes.strip(),
            language=contact.language.strip().lower(),
            vip=contact.vip,
            blocked=contact.blocked,
            internal=contact.internal,
        )
        self._saved[key] = (whole, keys, extra)
        self._removed.discard(key)
        return key

    def remove(self, key: str) -> None:
        """Forget somebody, on disk with the next write."""
        if key in self._saved:
            self._had.update(self._saved.pop(key)[1])
        self._removed.add(key)

    def get(self, key: str) -> ContactView | None:
        """Somebody by key, None when they are not known (any more)."""
        if key in self._removed:
            return None
        if key in self._saved:
            return self._saved[key][0]
        found = self._conn.execute(f"SELECT {_FIELDS} FROM contacts WHERE key = ?", (key,))
        return next(iter(self._shown(found)), None)

    def of(self, number_key: str) -> tuple[ContactView, ...]:
        """All who have this number, who was added first before the others."""
        return self.of_many((number_key,)).get(number_key, ())

    def of_many(self, number_keys: Iterable[str]) -> dict[str, tuple[ContactView, ...]]:
        """All who have each of these numbers; a number that nobody has is left out."""
        keys = list(dict.fromkeys(number_keys))
        pairs: list[tuple[str, str]] = []
        for some in somes(keys):
            pairs += self._conn.execute(
                "SELECT DISTINCT n.number_key, c.key FROM contact_numbers n JOIN contacts c"
                f" ON c.key = n.contact WHERE n.number_key IN ({marks(some)}) ORDER BY c.rowid",
                some,
            ).fetchall()
        pairs = [(n, who) for n, who in pairs if who not in self._removed and who not in self._saved]
        pairs += [(n, who) for who, (_, theirs, _) in self._saved.items() for n in theirs if n in keys]
        views = self._many([who for _, who in pairs])
        found: dict[str, tuple[ContactView, ...]] = {}
        for number, who in pairs:
            found[number] = (*found.get(number, ()), views[who])
        return found

    def alone(self, number_key: str) -> tuple[str, ...]:
        """This number, then the others of the one person who has it: those that nobody else has.

        Nothing but itself where two share it, and of a company without a name, where many may call.
        """
        people = self.of(number_key)
        if len(people) != 1 or not people[0].name:
            return (number_key,)
        theirs = self._numbers_of(people[0].id)
        shared = {number for number, who in self.of_many(theirs).items() if len(who) > 1}
        return tuple(dict.fromkeys((number_key, *(n for n in theirs if n not in shared))))

    def find(self, text: str, limit: int, internal_first: bool = False) -> tuple[ContactView, ...]:
        """Those whose name, company or number has every word of `text`; all when it is empty.

        The best first: whose name begins so, then who has a word that begins so, then the others, by name.
        """
        words = _sought(text)
        begins = folded(text)
        where = " AND ".join(["instr(found, ?) > 0"] * len(words)) or "1"
        order = ["internal DESC"] if internal_first else []
        asked: list[str | int] = list(words)
        if words:
            order += ["instr(found, ?) <> 1", "instr(' ' || found, ?) = 0"]
            asked += [begins, " " + words[0]]
        # who is not on disk yet may take the place of one who is
        waiting = set(self._saved) | self._removed
        # the keys first: only those shown are read whole
        found = self._conn.execute(
            f"SELECT key FROM contacts WHERE {where} ORDER BY {', '.join([*order, 'found', 'key'])} LIMIT ?",
            (*asked, limit + len(waiting)),
        ).fetchall()
        keys = [key for (key,) in found if key not in waiting]
        new = [view for view, _, _ in self._saved.values() if all(word in _findable(view) for word in words)]
        views = self._many(keys)
        shown = [views[key] for key in keys if key in views]
        if new:
            shown = sorted([*shown, *new], key=lambda view: _rank(view, words, begins, internal_first))
        return tuple(shown[:limit])

    def all(self) -> Iterator[tuple[ContactView, str]]:
        """Everybody with what else was kept of them (`extra`), in the order they were added."""
        saved = dict(self._saved)  # they may be written while somebody goes through all
        waiting = set(saved) | self._removed
        keys = [key for (key,) in self._conn.execute("SELECT key FROM contacts ORDER BY rowid")]
        for some in somes(keys):
            views = self._many([key for key in some if key not in waiting])
            extras = dict(
                self._conn.execute(f"SELECT key, extra FROM contacts WHERE key IN ({marks(some)})", some)
            )
            for key in some:
                if key in views:
                    yield views[key], extras[key]
        for view, _, extra in saved.values():
            yield view, extra if extra is not None else self._extra(view.id)

    def flags(self, number_key: str) -> Flags:
        """What the people of this number make of a call from it; see `Flags`."""
        return merged(self.of(number_key))

    def write(self, at: datetime) -> tuple[str, ...]:
        """Write what is new, inside the caller's transaction. Raises `sqlite3.Error`.

        Returns the keys of numbers that somebody had until now.
        """
        when = moment(at)
        had = tuple(
            number
            for key in (*self._saved, *self._removed)
            for (number,) in self._conn.execute(
                "SELECT number_key FROM contact_numbers WHERE contact = ?", (key,)
            ).fetchall()
        )
        for key, (view, numbers, extra) in self._saved.items():
            self._conn.execute(
                _UPSERT,
                (
                    key,
                    view.name,
                    view.company,
                    view.notes,
                    view.language,
                    int(view.vip),
                    int(view.blocked),
                    int(view.internal),
                    _findable(view),
                    when,
                    when,
                    extra,
                    extra,
                ),
            )
            self._conn.execute("DELETE FROM contact_numbers WHERE contact = ?", (key,))
            self._conn.executemany(
                "INSERT INTO contact_numbers (contact, position, number_key) VALUES (?, ?, ?)",
                [(key, position, number) for position, number in enumerate(numbers)],
            )
        for key in self._removed:
            self._conn.execute("DELETE FROM contact_numbers WHERE contact = ?", (key,))
            self._conn.execute("DELETE FROM contacts WHERE key = ?", (key,))
        return (*had, *self._had)

    def written(self) -> None:
        """That transaction is on disk: nothing is new any more."""
        self._saved.clear()
        self._removed.clear()
        self._had.clear()

    def _numbers_of(self, key: str) -> tuple[str, ...]:
        if key in self._saved:
            return self._saved[key][1]
        found = self._conn.execute(
            "SELECT number_key FROM contact_numbers WHERE contact = ? ORDER BY position", (key,)
        )
        return tuple(number for (number,) in found)

    def _extra(self, key: str) -> str:
        row = self._conn.execute("SELECT extra FROM contacts WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _many(self, keys: Sequence[str]) -> dict[str, ContactView]:
        found = {key: self._saved[key][0] for key in keys if key in self._saved}
        for some in somes(list(dict.fromkeys(key for key in keys if key not in found))):
            rows = self._conn.execute(f"SELECT {_FIELDS} FROM contacts WHERE key IN ({marks(some)})", some)
            found |= {view.id: view for view in self._shown(rows)}
        return found

    def _shown(self, rows: Iterable[tuple[str, ...]]) -> list[ContactView]:
        rows = list(rows)
        numbers: dict[str, tuple[str, ...]] = {}
        for some in somes([row[0] for row in rows]):
            for contact, number in self._conn.execute(
                "SELECT c.contact, n.number FROM contact_numbers c JOIN numbers n ON n.key = c.number_key"
                f" WHERE c.contact IN ({marks(some)}) ORDER BY c.contact, c.position",
                some,
            ):
                numbers[contact] = (*numbers.get(contact, ()), number)
        return [
            ContactView(
                id=key,
                name=name,
                company=company,
                numbers=numbers.get(key, ()),
                notes=notes,
                language=language,
                vip=bool(vip),
                blocked=bool(blocked),
                internal=bool(internal),
            )
            for key, name, company, notes, language, vip, blocked, internal in rows
        ]


def shown_name(contacts: Sequence[ContactView]) -> str | None:
    """The name shown for a number: of all who share it, None without one."""
    return " / ".join(dict.fromkeys(c.name or c.company for c in contacts if c.name or c.company)) or None


def merged(contacts: Sequence[ContactView]) -> Flags:
    """What those who share one number make of a call from it; see `Flags`."""
    languages = {c.language for c in contacts if c.language}
    return Flags(
        vip=any(c.vip for c in contacts),
        blocked=bool(contacts) and all(c.blocked for c in contacts),
        internal=any(c.internal for c in contacts),
        language=languages.pop() if len(languages) == 1 else None,
    )


_UPSERT = (
    "INSERT INTO contacts (key, name, company, notes, language, vip, blocked, internal, found, created_at,"
    " changed_at, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, ''))"
    " ON CONFLICT (key) DO UPDATE SET name = excluded.name, company = excluded.company,"
    " notes = excluded.notes, language = excluded.language, vip = excluded.vip, blocked = excluded.blocked,"
    " internal = excluded.internal, found = excluded.found, changed_at = excluded.changed_at,"
    " extra = coalesce(?, extra)"
)


def _sought(text: str) -> list[str]:
    digits = digits_sought(text)
    return [digits] if digits else folded(text).split()


def _findable(view: ContactView) -> str:
    digits = " ".join(number.removeprefix("+") for number in view.numbers)
    return " ".join(filter(None, (folded(view.name), folded(view.company), digits)))


def _rank(view: ContactView, words: Sequence[str], begins: str, internal_first: bool) -> tuple[object, ...]:
    """As in the question to SQLite of `find`."""
    found = _findable(view)
    order = (not found.startswith(begins), f" {words[0]}" not in f" {found}") if words else ()
    return (internal_first and not view.internal, *order, found, view.id)
