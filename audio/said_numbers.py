"""A telephone number in what somebody said: "five five five oh one seven three", "555 0173", "double five".

Pure. Digits written as digits or as words, in pairs or one by one, in four languages.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from audio.numerals import LANGUAGES, Language, cardinal, digit

_LEAST, _MOST = 6, 15
"""How many digits a telephone number has: fewer is a time, a date or a room; E.164 allows fifteen."""

_MORE: dict[Language, dict[str, str]] = {
    "en": {"oh": "0", "o": "0", "nought": "0", "plus": "+", "hundred": "00", "thousand": "000"},
    "es": {"más": "+", "mas": "+"},
    "de": {"zwei": "2", "zwo": "2", "ein": "1", "plus": "+", "hundert": "00", "tausend": "000"},
    "fr": {"plus": "+", "une": "1"},
}
_TIMES: dict[Language, dict[str, int]] = {
    "en": {"double": 2, "triple": 3, "treble": 3},
    "es": {"doble": 2, "triple": 3},
    "de": {"doppel": 2, "doppelt": 2, "doppelte": 2, "dreimal": 3, "zweimal": 2},
    "fr": {"double": 2, "triple": 3},
}
_CUES: dict[Language, tuple[str, ...]] = {
    "en": ("number", "phone", "mobile", "reach me", "call me", "me back"),
    "es": ("número", "teléfono", "móvil", "llamar", "llámeme"),
    "de": ("nummer", "telefon", "handy", "erreichen", "zurückrufen"),
    "fr": ("numéro", "téléphone", "portable", "joindre", "rappeler"),
}
"""Words after which a number is most likely the one to call."""
_CUE_WORDS = 6
"""How many words before a number a cue may stand."""


def number_in(text: str, language: str) -> str | None:
    """The number to call that was said, its digits alone (a "+" before them when it was said), or None.

    The last one after a word such as "number" goes before the longest of all. A language without words here
    is looked through for digits only.
    """
    spoken = next((known for known in LANGUAGES if known == language), None)
    words = _words(text)
    cues = _CUES[spoken] if spoken else ()
    found: list[tuple[bool, int, str]] = []
    at = 0
    while at < len(words):
        number, after = _number_at(words, at, spoken)
        if number and _LEAST <= len(number.lstrip("+")) <= _MOST:
            before = " ".join(words[max(0, at - _CUE_WORDS) : at])
            cued = any(cue in before for cue in cues)
            found.append((cued, 0 if cued else len(number), number))
        at = max(after, at + 1)
    best = max(found, key=lambda one: one[:2], default=None)
    if best is None:
        return None
    same = [number for cued, size, number in found if (cued, size) == best[:2]]
    return same[-1]  # who corrects a number says the right one last


_BREAK = "."
_PAUSE = ","
"""Between the groups of a number: "twenty, seven" is not twenty seven."""


def _words(text: str) -> list[str]:
    """Lower case, digits apart from letters, with pauses and a mark where a sentence ends."""
    flat = unicodedata.normalize("NFC", text.lower()).replace("\u2019", "'")
    flat = re.sub(r"[.;!?]+(?=\s|$)", f" {_BREAK} ", flat)
    flat = re.sub(r"\d{1,2}(?::|h)\d\d\b", f" {_BREAK} ", flat)  # a clock time
    flat = re.sub(r"\+", " + ", flat)
    return re.findall(rf"\d+|[^\W\d_']+|[+{_PAUSE}]|{re.escape(_BREAK)}(?= )", flat)


def _number_at(words: list[str], at: int, language: Language | None) -> tuple[str, int]:
    """The digits said from here on without anything between them, and where they end."""
    out, times = "", 1
    while at < len(words):
        word = words[at]
        if word == _PAUSE and out:
            at += 1
            continue
        if language and word in _TIMES[language]:
            times, at = _TIMES[language][word], at + 1
            continue
        value, size = _value(words, at, language)
        if not size or (value == "+" and out) or (times > 1 and len(value) > 1 and not word.isdigit()):
            break
        if times > 1 and len(value) > 1:  # "double 5 01": the first of them
            value = value[0] * (times - 1) + value
        elif times > 1:
            value *= times
        out, at, times = out + value, at + size, 1
    half = len(out) // 2
    if half >= _LEAST and out[:half] == out[half:]:  # said twice
        out = out[:half]
    return out, at


def _value(words: list[str], at: int, language: Language | None) -> tuple[str, int]:
    """What is said here in digits, and in how many words; 0 words when it is no number."""
    if words[at].isdigit() or words[at] == "+":
        return words[at], 1
    if language is None:
        return "", 0
    for size in range(min(4, len(words) - at), 0, -1):
        value = _numerals(language).get(" ".join(words[at : at + size]))
        if value is not None:
            return value, size
    return "", 0


@lru_cache(maxsize=4)
def _numerals(language: Language) -> dict[str, str]:
    """Number words and the digits they stand for."""
    found = {cardinal(number, language).replace("-", " "): str(number) for number in range(100)}
    found |= {digit(str(number), language): str(number) for number in range(10)}
    return found | _MORE[language]
