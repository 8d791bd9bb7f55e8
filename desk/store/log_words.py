"""Words and where they stand: each different one is kept once, with all that have it.

Whatever is looked for has no space in it: it stands within a word or nowhere. So only the words there are
need looking through, however often each was written.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from desk.store.folding import STROKES
from desk.store.log_rows import Array, Kinds

END = "\0"
"""Before each word: no text has it."""
BLOCK = 10_000
"""So many texts are folded at once."""
FEW = 500
"""Finds up to which words are looked through find by find; beyond, all places at once are quicker."""
_END = END.encode()
_LAST_COMBINING = 0x20000
"""Beyond are signs and letters that nothing is put upon."""


class Words(NamedTuple):
    """All different words in UTF-8, `END` before each and behind the last.

    `begin` is where each begins, and one more where another would. Of the owners in `owner` those of a word
    begin at `first`: rows of `calls`, promises or rows of `numbers`, all below `size`.
    """

    text: bytes
    begin: Array
    first: Array
    owner: Array
    size: int

    def having(self, sought: bytes) -> Array:
        """By owner, whether a word of theirs has this in it."""
        found = np.zeros(self.size, np.bool_)
        at = self.places(sought)
        # beginning with `END` it stands before its word
        self.mark(np.unique(self.word_at(at + 1 if sought.startswith(_END) else at)), found)
        return found

    def mark(self, words: Array, found: Array) -> None:
        """Those who have one of these words are found."""
        first, last = self.first[words], self.first[words + 1]
        if len(words) <= FEW:
            for one, end in zip(first.tolist(), last.tolist(), strict=True):
                found[self.owner[one:end]] = True
        else:
            there = np.zeros(len(self.first) - 1, np.bool_)
            there[words] = True
            found[self.owner[np.repeat(there, np.diff(self.first))]] = True

    def word_at(self, places: Array) -> Array:
        """Which word stands at each place of the text."""
        return np.searchsorted(self.begin, places, "right") - 1

    def places(self, sought: bytes) -> Array:
        """Where it stands, at least once in each word that has it."""
        found: list[int] = []
        text, at = self.text, self.text.find(sought)
        while at >= 0:
            if len(found) == FEW:
                return np.concatenate([np.array(found, np.int64), _everywhere(text, sought, at)])
            found.append(at)
            # further on in the next word: once is enough
            after = text.find(_END, at + 1)
            at = text.find(sought, after) if after >= 0 else -1
        return np.array(found, np.int64)


def words(said: Iterable[tuple[int, str]]) -> Words:
    """The words of these texts, folded. Each comes with its owner, who may have several."""
    kinds = Kinds()
    kinds[END] = 0  # behind each text
    which, owners = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    said = iter(said)
    while some := list(islice(said, BLOCK)):
        found = _folded(_together(text for _, text in some)).replace(END, f" {END} ").split()
        kind = np.fromiter(map(kinds.__getitem__, found), np.int32, len(found))
        ends = kind == 0
        of = np.fromiter((owner for owner, _ in some), np.int32, len(some))
        owners.append(of[(np.cumsum(ends, dtype=np.int32) - ends)[~ends]])
        which.append(kind[~ends] - 1)
    return _indexed(kinds.words[1:], np.concatenate(which), np.concatenate(owners))


def whole(owners: Sequence[int], texts: Sequence[str]) -> Words:
    """Each text as a word of its own."""
    kinds = Kinds()
    which = np.fromiter((kinds[text] for text in texts), np.int32, len(texts))
    return _indexed(kinds.words, which, np.asarray(owners, np.int32))


def both(some: Words, more: Words) -> Words:
    """The words of both."""
    count = len(some.begin) - 1
    text = some.text + more.text[1:]
    begin = np.concatenate([some.begin[:-1], more.begin + (len(some.text) - 1)])
    first = np.concatenate([some.first[:-1], more.first + some.first[count]])
    return Words(text, begin, first, np.concatenate([some.owner, more.owner]), max(some.size, more.size))


def _indexed(known: list[str], which: Array, owner: Array) -> Words:
    text = (END + "".join(word + END for word in known)).encode(errors="replace")
    begin = np.flatnonzero(np.frombuffer(text, np.uint8) == 0).astype(np.int32) + 1
    order = np.argsort(which, kind="stable")
    first = np.zeros(len(known) + 1, np.int32)
    np.cumsum(np.bincount(which, minlength=len(known)), out=first[1:])
    return Words(text, begin, first, owner[order], 1 + int(owner.max(initial=-1)))


def _together(texts: Iterable[str]) -> str:
    return "".join(text.replace(END, " ") + END for text in texts)


def _folded(text: str) -> str:
    """As `folding.folded`, of much at once: only that spaces stay as they are."""
    if text.isascii():
        return text.lower()
    letters = np.frombuffer(
        unicodedata.normalize("NFKD", text.casefold()).encode("utf-32-le", "replace"), np.uint32
    )
    plain = letters[~_combining()[letters]].tobytes().decode("utf-32-le").casefold()
    for letter, stroke in STROKES.items():
        plain = plain.replace(letter, stroke)
    return plain


@cache
def _combining() -> Array:
    """Of each letter there is whether it is put upon the one before it."""
    found = np.zeros(sys.maxunicode + 1, np.bool_)
    found[[code for code in range(_LAST_COMBINING) if unicodedata.combining(chr(code))]] = True
    return found


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
