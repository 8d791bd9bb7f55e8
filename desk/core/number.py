"""Numbers: in which form they are kept, and whether the desk may call them back.

E.164 by `phonenumbers` (the metadata of Google's libphonenumber), which also knows each country's emergency,
premium and short numbers. Internal extensions are two to five digits and kept as they are dialled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import phonenumbers
from phonenumbers import PhoneNumberType

from desk.core.model import Dial

_EXTENSION = re.compile(r"[1-9]\d{1,4}|0\d{2,4}")
_NEVER = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST}
EMERGENCY = frozenset(
    {"112", "911", "999", "000", "110", "113", "114", "115", "117", "118", "119", "15", "17", "18"}
)
"""Kept from being called back in every country, whatever the metadata says: a PBX may dial them out."""

LONGEST = 20
"""Digits kept of something that is no number; E.164 has at most 15."""


def classify(said: str | None, country: str, ours: Sequence[str] = ()) -> tuple[str | None, Dial]:
    """A number as it came or was keyed in -> (the form it is kept in, whether it may be called).

    `country` is an ISO 3166 code, in whose national form the number may be; `ours` are numbers of this
    site in any form. The form is E.164, an extension's digits, the bare digits of what cannot be called
    (so that it can be shown and recognised), or None without a digit.
    """
    if said is None:
        return None, Dial.WITHHELD
    kept = re.sub(r"[^\d+]", "", said)
    digits = kept.lstrip("+")
    if not digits:
        return None, Dial.NOTHING
    if not kept.startswith("+") and kept.startswith("00"):
        kept = "+" + digits[2:]
    mine = {form for number in ours if (form := _kept_form(number, country)) is not None}
    form = _kept_form(kept, country)
    if not kept.startswith("+"):
        if digits in EMERGENCY or phonenumbers.connects_to_emergency_number(digits, country):
            return digits, Dial.EMERGENCY
        if _EXTENSION.fullmatch(digits):
            return (digits, Dial.OURS) if digits in mine else (digits, Dial.EXTENSION)
    if form is None:
        return digits[:LONGEST], Dial.INVALID
    if form in mine:
        return form, Dial.OURS
    number = phonenumbers.parse(form)
    if phonenumbers.number_type(number) in _NEVER:
        return form, Dial.PREMIUM
    return form, Dial.CAN


def _kept_form(said: str, country: str) -> str | None:
    """E.164 of a valid number, the digits of an extension, else None."""
    kept = re.sub(r"[^\d+]", "", said)
    if _EXTENSION.fullmatch(kept):
        return kept
    try:
        number = phonenumbers.parse(kept, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
