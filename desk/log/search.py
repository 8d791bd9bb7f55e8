"""The search: which interruptions have every word of a text in names, companies, numbers, notes or words.

Everything is looked through in memory, so that no index on the disk keeps what was erased.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import phonenumbers

from desk.log.columns import Columns
from desk.store.folding import folded
from desk.store.log_rows import Array
from desk.store.log_texts import People, Spoken
from desk.store.log_words import END

_NUMBER = re.compile(r"[\s+()./\-–]*\d[\d\s+()./\-–]*")
_TRUNK = re.compile(r"\(0\)")
SURE = 6
"""Digits after which a number is meant wherever it stands, without the zero it is dialled with at home."""


@dataclass(frozen=True, eq=False)
class Looked:
    """What is looked through. `later` replaces what was written of some calls and promises since."""

    people: People
    spoken: Spoken
    later: Spoken | None = None
    gone: tuple[Array, Array] = (np.zeros(0, np.int32), np.zeros(0, np.int32))
    country: str = "US"

    def found(self, text: str, columns: Columns, here: slice) -> Array:
        """Of each of these calls whether it has every word of `text`."""
        number = _digits(text)
        if number is not None:
            hits = [self._by_number(text, number)]
        else:
            hits = [self._by_word(word) for word in folded(text).split()]
        which = np.ones(here.stop - here.start, np.bool_)
        places: slice | Array = here
        for hit in hits:
            has = hit.of(columns, places)
            if places is here:
                which = has
            else:
                which[places - here.start] = has
            places = here.start + np.flatnonzero(which)  # the next word is looked for in those alone
        return which

    def _by_word(self, word: str) -> Hit:
        if word.isdecimal():
            return self._by_number(word, word)
        sought = word.encode(errors="replace")
        if len(word) == 1:
            # one letter stands in nearly everything: here a name begins with it
            return Hit(self.people.names.having(END.encode() + sought))
        return self._written(self.people.names.having(sought), sought)

    def _by_number(self, text: str, digits: str) -> Hit:
        callers = self._numbers(text, digits)
        hit = Hit(callers)
        if len(digits) > 1:
            for word in folded(text).split():
                # as it was written in a note
                sought = word.encode(errors="replace")
                if len(sought) > 1:
                    hit = self._written(hit.callers, sought, hit)
        return hit

    def _numbers(self, text: str, digits: str) -> Array:
        numbers = self.people.numbers
        found = np.zeros(numbers.size, np.bool_)
        for sought, begins in forms(text, digits, self.country):
            at = numbers.places(sought)
            which = numbers.word_at(at)
            first = numbers.begin[which]
            length = numbers.begin[which + 1] - first - 1
            # an extension is meant by all of its digits only
            meant = (length >= _EXTENSION) | (length == len(sought))
            if begins or len(sought) == 1:
                meant &= at == first
            numbers.mark(which[meant], found)
        return found

    def _written(self, callers: Array, sought: bytes, other: Hit | None = None) -> Hit:
        calls, promises = self.spoken.calls.having(sought), self.spoken.promises.having(sought)
        if self.later is not None:
            calls = _instead(calls, self.gone[0], self.later.calls.having(sought))
            promises = _instead(promises, self.gone[1], self.later.promises.having(sought))
        if other is not None:
            calls, promises = _either(calls, other.calls), _either(promises, other.promises)
        return Hit(callers, calls, promises)


_NOBODY = np.zeros(0, np.bool_)


class Hit(NamedTuple):
    """Who has a word: by row of `numbers`, by row of `calls`, by promise."""

    callers: Array
    calls: Array = _NOBODY
    promises: Array = _NOBODY

    def of(self, columns: Columns, places: slice | Array) -> Array:
        """Of each call at these places whether it has it."""
        calls = columns.calls
        found: Array | None = None
        for hit, column in (
            (self.callers, calls.caller),
            (self.calls, calls.row),
            (self.promises, calls.promise),
        ):
            if hit.any():
                # beyond the end nobody is hit
                has = np.append(hit, np.False_).take(column[places], mode="clip")
                found = has if found is None else found | has
        return np.zeros(len(calls.row[places]), np.bool_) if found is None else found


_EXTENSION = 7
"""Digits of a number that is longer than any extension."""


def forms(text: str, digits: str, country: str) -> tuple[tuple[bytes, bool], ...]:
    """The digits to look for in international numbers; True where a number must begin with them.

    Written as at home a number has a prefix instead of its country; written for abroad two zeros, or what the
    country dials, instead of the plus. A zero in brackets is dialled at home only.
    """
    code = phonenumbers.country_code_for_region(country)
    known = phonenumbers.PhoneMetadata.metadata_for_region(country)
    home = (known.national_prefix if known else None) or ""
    abroad = (known.international_prefix if known else None) or "00"
    found: dict[tuple[str, bool], None] = {(digits, text.lstrip().startswith("+")): None}
    if "(0)" in text:
        found[("".join(c for c in _TRUNK.sub("", text) if c.isdecimal()), False)] = None
    for prefix in {abroad, "00"}:
        if digits.startswith(prefix) and len(digits) > len(prefix):
            found[(digits.removeprefix(prefix), True)] = None
    if home and digits.startswith(home) and len(digits) > len(home):
        found[(f"{code}{digits.removeprefix(home)}", True)] = None
    bare = digits.lstrip("0")
    if bare != digits and len(bare) >= SURE:
        found[(bare, False)] = None
    if text.lstrip().startswith("+") or digits.startswith("00"):
        # +44 0161: the zero of home, written where it does not belong
        for size in (1, 2, 3):
            begin = digits.removeprefix("00")
            if (
                begin[size : size + 1] == "0"
                and int(begin[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE
            ):
                found[(begin[:size] + begin[size + 1 :], True)] = None
    return tuple((sought.encode(), begins) for sought, begins in found if sought)


def _digits(text: str) -> str | None:
    """All digits of what may be a number, None when it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    return "".join(str(int(c)) for c in text if c.isdecimal())


def _either(one: Array, other: Array) -> Array:
    found = np.zeros(max(len(one), len(other)), np.bool_)
    found[: len(one)] = one
    found[: len(other)] |= other
    return found


def _instead(hit: Array, gone: Array, later: Array) -> Array:
    size = max(len(hit), len(later), 1 + (int(gone.max()) if len(gone) else 0))
    found = np.zeros(size, np.bool_)
    found[: len(hit)] = hit
    found[gone] = False
    found[: len(later)] |= later
    return found
