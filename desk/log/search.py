"""The search: which interruptions have every word of a text in names, companies, numbers, notes or words.

Everything is looked through in memory, so that no index on the disk keeps what was erased.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import phonenumbers

from desk.log.columns import Columns
from desk.store.folding import folded
from desk.store.log_rows import Array
from desk.store.log_texts import END, People, Spoken, Texts

_END = END.encode()
FEW = 500
"""Finds up to which a text is looked through find by find; beyond, all places at once are quicker."""
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

    def found(self, text: str, columns: Columns) -> Array:
        """Of each call whether it has every word of `text`."""
        number = _digits(text)
        if number is not None:
            return self._by_number(text, number, columns)
        found = np.ones(len(columns), np.bool_)
        for word in folded(text).split():
            found &= self._by_word(word, columns)
        return found

    def _by_word(self, word: str, columns: Columns) -> Array:
        if word.isdecimal():
            return self._by_number(word, word, columns)
        sought = word.encode(errors="replace")
        if len(word) == 1:
            # one letter stands in nearly everything: here a name begins with it
            return _of(self._hit(self.people.names, b" " + sought), columns.calls.caller)
        return _of(self._hit(self.people.names, sought), columns.calls.caller) | self._spoken(sought, columns)

    def _by_number(self, text: str, digits: str, columns: Columns) -> Array:
        found = _of(self._numbers(text, digits), columns.calls.caller)
        if len(digits) > 1:
            for word in folded(text).split():
                # as it was written in a note
                sought = word.encode(errors="replace")
                if len(sought) > 1:
                    found |= self._spoken(sought, columns)
        return found

    def _numbers(self, text: str, digits: str) -> Array:
        numbers = self.people.numbers
        found = np.zeros(_size(numbers), np.bool_)
        first = np.append(np.int64(0), numbers.end[:-1] + 1)
        for sought, begins in forms(text, digits, self.country):
            at = _finds(numbers, sought)
            which = np.searchsorted(numbers.end, at)
            length = numbers.end[which] - first[which]
            # an extension is meant by all of its digits only
            meant = (length >= _EXTENSION) | (length == len(sought))
            if begins or len(sought) == 1:
                meant &= at == first[which]
            found[numbers.owner[which[meant]]] = True
        return found

    def _spoken(self, sought: bytes, columns: Columns) -> Array:
        calls, promises = self._hit(self.spoken.calls, sought), self._hit(self.spoken.promises, sought)
        if self.later is not None:
            calls = _instead(calls, self.gone[0], self._hit(self.later.calls, sought))
            promises = _instead(promises, self.gone[1], self._hit(self.later.promises, sought))
        found = _of(calls, columns.calls.row)
        if promises.any():
            found |= _of(promises, columns.calls.promise)
        return found

    def _hit(self, texts: Texts, sought: bytes) -> Array:
        """By owner, whether a text of theirs has it."""
        found = np.zeros(_size(texts), np.bool_)
        found[texts.owner[_which(texts, sought)]] = True
        return found


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


def _which(texts: Texts, sought: bytes) -> Array:
    """Which of the texts have it."""
    found = _finds(texts, sought)
    if len(found) * 4 < len(texts.end):
        return np.unique(np.searchsorted(texts.end, found))
    # so many that it is quicker to ask each text for its own
    return np.flatnonzero(np.diff(np.searchsorted(found, texts.end), prepend=0))


def _finds(texts: Texts, sought: bytes) -> Array:
    """Where it stands, at least once for each text that has it."""
    found: list[int] = []
    text, at = texts.text, texts.text.find(sought)
    while at >= 0:
        if len(found) == FEW:
            return np.concatenate([np.array(found, np.int64), _everywhere(text, sought, at)])
        found.append(at)
        # further on in the next text: once is enough
        after = text.find(_END, at)
        at = text.find(sought, after) if after >= 0 else -1
    return np.array(found, np.int64)


def _everywhere(text: bytes, sought: bytes, start: int) -> Array:
    """All places from `start` on: those of its rarest letter, then of them those with the letters around."""
    whole = np.frombuffer(text, np.uint8)
    sample = whole[start : start + 100_000]
    rarest = min(range(len(sought)), key=lambda i: int(np.count_nonzero(sample == sought[i])))
    places = (
        np.flatnonzero(whole[start + rarest : len(whole) - len(sought) + rarest + 1] == sought[rarest])
        + start
    )
    for i, letter in enumerate(sought):
        if i != rarest:
            places = places[whole[places + i] == letter]
    return places


def _size(texts: Texts) -> int:
    return 1 + (int(texts.owner.max()) if len(texts.owner) else 0)


def _of(hit: Array, column: Array) -> Array:
    """Of each row whether who it names is hit; beyond the end nobody is."""
    if not len(column):
        return np.zeros(0, np.bool_)
    last = int(column.max())
    if last >= len(hit):
        hit = np.append(hit, np.zeros(last + 1 - len(hit), np.bool_))
    found: Array = hit[column]
    return found


def _instead(hit: Array, gone: Array, later: Array) -> Array:
    size = max(len(hit), len(later), 1 + (int(gone.max()) if len(gone) else 0))
    found = np.zeros(size, np.bool_)
    found[: len(hit)] = hit
    found[gone] = False
    found[: len(later)] |= later
    return found
