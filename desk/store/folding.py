"""Text as it is looked for: without case, without accents, so that "muller" finds Müller."""

from __future__ import annotations

import re
import unicodedata

# letters that Unicode does not take apart, though people type them without their stroke
STROKES = {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
_STROKES = str.maketrans(STROKES)
_NUMBER = re.compile(r"[\s+()./\-–]*\d[\d\s+()./\-–]*")


def folded(text: str) -> str:
    """The text without case and accents, one space between words."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return " ".join(plain.translate(_STROKES).split())


def digits_sought(text: str) -> str | None:
    """The digits to look for when a number is being typed, None when it is not one.

    A number typed as at home begins with a 0 that its E.164 form does not have.
    """
    if not _NUMBER.fullmatch(text):
        return None
    digits = "".join(c for c in text if c.isdecimal())
    return digits.lstrip("0") or digits
