"""The caller's number, read from the headers of an INVITE (RFC 3261, 3323, 3325, 3966). Pure, and never
raises.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_SEPARATORS = re.compile(r"[\s().\-/\u2010-\u2015\u00a0]")
_NUMBER = re.compile(r"\+?[0-9]{1,20}")
_HIDDEN = frozenset({"id", "user", "header", "full", "session", "critical"})
"""Values of Privacy that ask for it (RFC 3323 4.2, RFC 3325 9.3); "none" says the caller wants none."""


def number_of(
    from_: str, asserted: tuple[str, ...] = (), privacy: tuple[str, ...] = (), *, trusted: bool
) -> str | None:
    """The number that called: digits with or without a leading +, or None when it is withheld or none.

    `asserted` are the P-Asserted-Identity values, used only when the peer is `trusted` (RFC 3325 section 6).
    A caller who asks for privacy is taken as withheld even where the PBX tells us the number.
    """
    asked = {word.strip().lower() for value in privacy for word in value.split(";")}
    if asked & _HIDDEN or _anonymous(from_):
        return None
    if trusted:
        for value in asserted:
            for one in _addresses(value):
                number = _number_in(one)
                if number is not None:
                    return number
    return _number_in(_uri(from_))


def from_inside(asserted: tuple[str, ...] = (), *, trusted: bool) -> bool:
    """Whether the number that called may be a colleague's extension: only from a `trusted` peer.

    Anybody can write an extension into From. Where the exchange asserts an identity the number must be that
    identity, which `number_of` then takes; a From beside an asserted name that is no number proves nothing.
    An exchange that asserts nothing is believed: it must not let callers from outside show extensions.
    """
    if not trusted or not asserted:
        return trusted
    return any(_number_in(one) is not None for value in asserted for one in _addresses(value))


def plain(text: str) -> str | None:
    """A number as people or exchanges write it, without separators; 00 before a whole number becomes +. None
    if it is none.
    """
    text = _SEPARATORS.sub("", text)
    if not _NUMBER.fullmatch(text):
        return None
    if text.startswith("00") and len(text) >= 10 and text[2] != "0":
        return "+" + text[2:]
    return text


def _addresses(value: str) -> list[str]:
    """The URIs of a header that may hold several, split at commas outside of quotes and brackets."""
    parts = re.findall(r"(?:<[^>]*>?|[^,<])+", _QUOTED.sub("", value))
    return [_uri(part) for part in parts]


def _uri(value: str) -> str:
    """The URI of a name-addr or addr-spec; parameters after the bracket are left out."""
    value = _QUOTED.sub("", value)
    if "<" in value:
        return value.partition("<")[2].partition(">")[0].strip()
    return value.strip()


def _anonymous(from_: str) -> bool:
    uri = _uri(from_).lower()
    user, at, host = uri.partition(":")[2].rpartition("@")
    host = re.split(r"[;?:]", host, maxsplit=1)[0].rstrip(".")
    return bool(at) and (user.partition(";")[0] in ("anonymous", "") or host == "anonymous.invalid")


def _number_in(uri: str) -> str | None:
    scheme, _, rest = uri.partition(":")
    scheme = scheme.strip().lower()
    if scheme in ("sip", "sips"):
        user, at, _ = rest.rpartition("@")
        if not at:
            return None
        user, _, parameters = user.partition(";")
        user = user.partition(":")[0]
    elif scheme == "tel":
        user, _, parameters = rest.partition(";")
        user = user.partition("?")[0]
    else:
        return None
    number = plain(unquote(user))
    if number is None or number.startswith("+"):
        return number
    return _in_context(number, parameters)


def _in_context(number: str, parameters: str) -> str:
    """A local number with a global phone-context is a global number (RFC 3966 section 5.1.5)."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "phone-context" and value.startswith("+"):
            prefix = plain(unquote(value))
            if prefix is not None and len(prefix + number) <= 16:
                return prefix + number
    return number
