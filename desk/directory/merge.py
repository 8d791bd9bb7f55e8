"""What a file of people changes of the directory. Pure: those there are and those read in, what to save out.

An import never removes anybody, never takes a number away and never empties a field. Two people on one number
stay two people.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from desk.core.views import ContactView
from desk.directory.content_lines import parsed as content_line
from desk.directory.rows import LONG, NUMBERS, OURS, SHORT, Extra, Parsed, Row, extra_of, tidy, uid_of
from desk.link_types import ContactChange, Importing
from desk.store.folding import folded

SHOWN = 500
"""So many changes and problems are shown; the counts are whole."""

# properties a card has once (RFC 6350 section 3.3): a new value takes the place of the old
_ONCE = {"N", "BDAY", "ANNIVERSARY", "GENDER", "KIND"}


class Merged(NamedTuple):
    """What would change, to be shown, and what to save for it: each somebody with their `extra`."""

    importing: Importing
    save: tuple[tuple[ContactView, str], ...]


def merge(known: Iterable[tuple[ContactView, str]], parsed: Parsed) -> Merged:
    """The directory's people (with the `extra` kept of each) and what was read of a file.

    A row is somebody known when the file names them as we or their program did (UID); else when name and
    number are theirs; else when the number is theirs and one of both has no name; else when the name is
    theirs and the company too, or one of both has no number. Where that fits more than one, it is somebody
    new. A UID that people of several names have in the file is nobody's.
    """
    parsed = _told_apart(parsed)
    people = _People(known)
    named = {found for row in parsed.rows if (found := people.by_uid.get(row.uid)) is not None}
    merged_with: dict[int, bool] = {}
    cut: list[str] = []
    for row in parsed.rows:
        at = people.by_uid.get(row.uid) if row.uid else None
        if at is None:
            at = people.same_as(row, named)
        if at is None:
            at = people.add(row)
            merged_with[at] = True
        else:
            merged_with.setdefault(at, False)
            people.change(at, row)
        if people.cut_short(at):
            cut.append(f"Line {row.line}: this is more than is kept of one person; the end was left out.")
        if row.uid:
            # another row of another UID is another person, however alike
            named.add(at)
    return _told(people, merged_with, (*parsed.problems, *cut))


def _told_apart(parsed: Parsed) -> Parsed:
    names: dict[str, set[str]] = {}
    for row in parsed.rows:
        names.setdefault(row.uid, set()).add(folded(row.contact.name))
    shared = {uid for uid, said in names.items() if uid and len(said) > 1}
    if not shared:
        return parsed
    rows = tuple(_unnamed(row) if row.uid in shared else row for row in parsed.rows)
    lines = ", ".join(str(row.line) for row in parsed.rows if row.uid in shared)
    problem = (
        f"Several people have one id in this file; they are told apart by name and number ({lines[:80]})."
    )
    return Parsed(rows, (*parsed.problems, problem))


def _unnamed(row: Row) -> Row:
    fields = row.extra.fields if row.uid.startswith(OURS) else {"UID": row.uid} | row.extra.fields
    return row._replace(uid="", extra=Extra(lines=row.extra.lines, fields=fields))


def _told(people: _People, merged_with: dict[int, bool], problems: tuple[str, ...]) -> Merged:
    changes: list[ContactChange] = []
    save: list[tuple[ContactView, str]] = []
    added = changed = 0
    for at, new in merged_with.items():
        after, extra = people.now[at]
        before = people.before.get(at)
        if before is not None and before == (after, extra):
            continue
        save.append((after, extra.kept()))
        added += new
        changed += not new
        if len(changes) < SHOWN:
            changes.append(ContactChange(after=after, before=None if before is None else before[0]))
    importing = Importing(
        added=added,
        changed=changed,
        unchanged=len(merged_with) - added - changed,
        changes=tuple(changes),
        problems=problems[:SHOWN],
    )
    return Merged(importing, tuple(save))


class _People:
    """Everybody, by what a file may know them by."""

    def __init__(self, known: Iterable[tuple[ContactView, str]]) -> None:
        self.now: list[tuple[ContactView, Extra]] = []
        self.before: dict[int, tuple[ContactView, Extra]] = {}
        self.by_uid: dict[str, int] = {}
        self.by_number: dict[str, list[int]] = {}
        self.by_name: dict[str, list[int]] = {}
        for contact, kept in known:
            at = self._put(contact, extra_of(kept))
            self.before[at] = self.now[at]
            self.by_uid.setdefault(f"{OURS}{contact.id}", at)

    def add(self, row: Row) -> int:
        """Somebody new."""
        flags = {flag: bool(getattr(row, flag)) for flag in ("vip", "blocked", "internal")}
        return self._put(replace(row.contact, id="", **flags), row.extra)

    def change(self, at: int, row: Row) -> None:
        """Somebody known, as the row has them."""
        contact, extra = self.now[at]
        new = row.contact
        flags = {f: said for f in ("vip", "blocked", "internal") if (said := getattr(row, f)) is not None}
        after = replace(
            contact,
            name=_newer(contact.name, new.name),
            company=_newer(contact.company, new.company),
            numbers=tuple(dict.fromkeys((*contact.numbers, *new.numbers))),
            notes=_more(contact.notes, new.notes),
            language=new.language or contact.language,
            **flags,
        )
        uid = extra.uid or ("" if row.uid == uid_of(contact, extra) else row.uid)
        self.now[at] = (after, _both(extra, row.extra, uid))
        self._index(at)

    def cut_short(self, at: int) -> bool:
        """Keep no more of somebody than can be shown with each call; whether that was less than there is."""
        contact, extra = self.now[at]
        kept = replace(
            contact,
            name=contact.name[:SHORT],
            company=contact.company[:SHORT],
            notes=contact.notes[:LONG],
            numbers=contact.numbers[:NUMBERS],
        )
        self.now[at] = (kept, extra)
        return kept != contact

    def same_as(self, row: Row, but: set[int]) -> int | None:
        """Who the row is by name and number, None when nobody or more than one; see `merge`.

        Who another row names by UID is not meant by one with a UID of its own.
        """
        name, company = folded(row.contact.name), folded(row.contact.company)
        here = {at for number in row.contact.numbers for at in self.by_number.get(number, ())}
        alike = set(self.by_name.get(name, ())) if name else set()
        if row.uid:
            here, alike = here - but, alike - but
        both = here & alike
        if both:
            return _only(both) if len(both) == 1 else _only(at for at in both if self._company(at) == company)
        nameless = {at for at in here if not name or not self.now[at][0].name}
        if nameless:
            if not name and not company:
                return _only(nameless)
            return _only(at for at in nameless if not company or self._company(at) in ("", company))
        return _only(
            at
            for at in alike
            if (company and self._company(at) == company)
            or not row.contact.numbers
            or not self.now[at][0].numbers
        )

    def _company(self, at: int) -> str:
        return folded(self.now[at][0].company)

    def _put(self, contact: ContactView, extra: Extra) -> int:
        self.now.append((contact, extra))
        at = len(self.now) - 1
        if extra.uid:
            self.by_uid.setdefault(extra.uid, at)
        self._index(at)
        return at

    def _index(self, at: int) -> None:
        contact = self.now[at][0]
        for index, keys in ((self.by_number, contact.numbers), (self.by_name, (folded(contact.name),))):
            for key in filter(None, keys):
                found = index.setdefault(key, [])
                if at not in found:
                    found.append(at)


def _only(found: Iterable[int]) -> int | None:
    one = list(found)
    return one[0] if len(one) == 1 else None


def _newer(was: str, said: str) -> str:
    """What the file says, unless it says nothing, or the same."""
    return was if not said or tidy(was) == said else said


def _more(was: str, said: str) -> str:
    """Notes are added to, never replaced."""
    if not said or said in tidy(was):
        return was
    return said if not was or tidy(was) in said else f"{was}\n{said}"


def _both(was: Extra, new: Extra, uid: str) -> Extra:
    once = {line.name for text in new.lines if (line := content_line(text)) is not None} & _ONCE
    kept = [
        text
        for text in was.lines
        if text in new.lines or (line := content_line(text)) is None or line.name not in once
    ]
    lines = tuple(dict.fromkeys((*kept, *new.lines)))
    return Extra(uid=uid, lines=lines, fields=was.fields | new.fields)
