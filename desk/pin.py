"""The supervisor's PIN: how the settings keep it without showing it, and whether one that was typed is it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import secrets

SHORTEST, LONGEST = 4, 12
"""Digits of a PIN."""
MARK = "scrypt:"
_N, _R, _P = 2**14, 8, 1
"""What one try costs (RFC 7914): 16 MB and some 50 ms, so that trying all of them takes a while."""
_SALT, _KEY = 16, 32

_OFTEN = ("1212", "6969", "2580", "2000", "1004", "2001", "1010")
"""Tried first by everybody, beside one digit again and again and digits in a row."""


def is_pin(text: str) -> bool:
    """Whether it is digits, as many as a PIN has."""
    return text.isascii() and text.isdecimal() and SHORTEST <= len(text) <= LONGEST


def kept(pin: str) -> str:
    """The PIN as the settings may hold it: "scrypt:SALT:KEY". Another one each time."""
    salt = secrets.token_bytes(_SALT)
    return f"{MARK}{_text(salt)}:{_text(_derived(pin, salt))}"


def fits(typed: str, setting: str) -> bool:
    """Whether this is the PIN of the settings, in clear or as `kept` wrote it: then it takes some 50 ms."""
    if not is_pin(typed):
        return False
    if not setting.startswith(MARK):
        return hmac.compare_digest(typed.encode(), setting.encode())
    salt, _, key = setting.removeprefix(MARK).partition(":")
    return hmac.compare_digest(_derived(typed, _bytes(salt)), _bytes(key))


def is_weak(pin: str) -> bool:
    """Whether it is one of those that anybody would try first. Of one that is not shown nothing is known."""
    if pin.startswith(MARK):
        return False
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    return steps in ({0}, {1}, {9}) or pin in _OFTEN


def _derived(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=_KEY)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
