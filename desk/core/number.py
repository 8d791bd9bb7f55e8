"""Numbers: in which form they are kept, and whether the desk may call them back.

E.164 by `phonenumbers` (the metadata of Google's libphonenumber), which also knows each country's emergency,
premium and short numbers. Internal extensions are two to five digits and kept as they are dialled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberType

from desk.core.model import Dial

_EXTENSION = re.compile(r"[1-9][0-9]{1,4}|0[0-9]{2,4}")
_DIALS_MORE = re.compile(r"[*#,;%@=\uff0a\uff03]")
"""Of a service of the exchange (*21*214#), a pause and what is dialled after it, or an address: its digits
alone are another number."""
_NEVER = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER}
_NO_COUNTRY = {870, 878, 881, 882, 883, 979}
"""Satellites and networks of no country: as dear as premium numbers, and a known trap for who calls back."""
EMERGENCY = frozenset({"112", "911", "999", "000"})
"""Emergency in every country, whatever the metadata says; the others (110, 15, 061) where they are that:
elsewhere they are somebody's extension."""
_OUTSIDE_LINE = ("0", "9")
"""What many a PBX wants before an outside number."""

LONGEST = 20
"""Digits kept of something that is no number; E.164 has at most 15."""


def classify(
    said: str | None, country: str, ours: Sequence[str] = (), allowed: Sequence[str] = ()
) -> tuple[str | None, Dial]:
    """A number as it came or was keyed in -> (the form it is kept in, whether it may be called).

    `country` is an ISO 3166 code, in whose national form the number may be; `ours` are numbers of this
    site in any form. `allowed` are the beginnings of E.164 numbers that may be called, all when there is
    none; extensions always may. The form is E.164, an extension's digits, the bare digits of what cannot
    be called (so that it can be shown and recognised), or None without a digit.
    """
    if said is None:
        return None, Dial.WITHHELD
    kept = _bare(said)
    digits = kept.removeprefix("+")
    if not digits:
        return None, Dial.NOTHING
    if _DIALS_MORE.search(said) or _goes_on_in_letters(said):
        return digits[:LONGEST], Dial.INVALID
    if kept == digits and _is_emergency(digits, country):
        return digits, Dial.EMERGENCY
    if not kept.startswith("+") and kept.startswith("00"):
        kept = "+" + digits[2:]
    mine = {form for number in ours if (form := _kept_form(number, country)) is not None}
    form = _kept_form(kept, country)
    if not kept.startswith("+") and _EXTENSION.fullmatch(digits):
        return (digits, Dial.OURS) if digits in mine else (digits, Dial.EXTENSION)
    if form is None:
        # "911" with anything behind it may still reach them
        risky = kept == digits and phonenumbers.connects_to_emergency_number(digits, country)
        return digits[:LONGEST], Dial.EMERGENCY if risky else Dial.INVALID
    if form in mine:
        return form, Dial.OURS
    number = phonenumbers.parse(form)
    if phonenumbers.number_type(number) in _NEVER or number.country_code in _NO_COUNTRY:
        return form, Dial.PREMIUM
    if allowed and not form.startswith(tuple(allowed)):
        return form, Dial.NOT_ALLOWED
    return form, Dial.CAN


def stands_in(number: str, text: str) -> bool:
    """Whether this number, in the form it is kept in, stands in a text, in any spelling.

    An extension only where it is all that follows the last colon: its few digits stand in much else.
    """
    if not number.startswith("+"):
        return _bare(text.rpartition(":")[2]) == number
    try:
        digits = phonenumbers.national_significant_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        digits = number.removeprefix("+")  # of a numbering plan that is no more
    return digits in _bare(text)


def _bare(said: str) -> str:
    """The digits as 0 to 9, with a + before them if they had one."""
    digits = "".join(str(unicodedata.digit(c)) for c in said if c.isdecimal())
    return "+" + digits if re.match(r"[^\d]*[+\uff0b]", said) else digits


def _goes_on_in_letters(said: str) -> bool:
    """Whether letters follow the first digit: "12ab" is not 12, nor "1-800-FLOWERS" 1800. A remark in
    brackets at the end, "(home)", may.
    """
    said = said.rstrip()
    if said.endswith(")"):
        before, _, remark = said.rpartition("(")
        said = said if any(c.isdecimal() for c in remark) else before
    first = re.search(r"\d", said)
    return first is not None and re.search(r"[^\W\d_]", said[first.end() :]) is not None


def _is_emergency(digits: str, country: str) -> bool:
    inside = (digits, digits[1:]) if digits[0] in _OUTSIDE_LINE else (digits,)
    if any(d in ("112", "911") for d in inside) or digits in EMERGENCY:
        return True
    return bool(phonenumbers.is_emergency_number(digits, country))


@lru_cache(maxsize=1024)
def _kept_form(said: str, country: str) -> str | None:
    """E.164 of a valid number, the digits of an extension, else None."""
    kept = _bare(said)
    if _EXTENSION.fullmatch(kept):
        return kept
    try:
        number = phonenumbers.parse(kept, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
