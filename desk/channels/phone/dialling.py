"""Calls we make: whom to ask for, and what became of it in the words of the desk. Pure."""

from __future__ import annotations

from urllib.parse import quote

from desk.channels.phone.identity import plain
from desk.core.model import Outcome

_BUSY = frozenset({486, 600})
_REFUSED = frozenset({403, 603})
_NO_ANSWER = frozenset({408, 480, 487})


def outcome_of(status: int | None) -> Outcome:
    """A final answer to an INVITE (RFC 3261 section 21) as an outcome; FAILED also where there was none."""
    if status in _BUSY:
        return Outcome.BUSY
    if status in _REFUSED:
        return Outcome.REFUSED
    if status in _NO_ANSWER:
        return Outcome.NO_ANSWER
    return Outcome.FAILED


def uri_of(number: str, host: str, transport: str) -> str | None:
    """The request URI for a number at the PBX `host`; a whole sip: URI is taken as it is.

    None when there is no PBX to ask for a number, or nothing to ask for.
    """
    number = number.strip()
    if not number:
        return None
    if number.lower().startswith(("sip:", "sips:")):
        return number if not any(c.isspace() or c in '<>"' for c in number) else None
    if not host:
        return None
    # in the user part of a SIP URI # must be escaped and + need not be (RFC 3261 section 25.1)
    return f"sip:{quote(number, safe='+*()-_.!~')}@{host};transport={transport}"


def shown(number: str, host: str) -> dict[str, str]:
    """Headers that ask for this number to be shown (RFC 3325); none when it is no number.

    Asterisk 22 shows P-Asserted-Identity to whom is called where the endpoint has trust_id_inbound, and
    neither header otherwise; exchanges that hold to the RFC read P-Preferred-Identity of a telephone. A From
    of another number was tried too: Asterisk knows the endpoint by it and would refuse the call.
    """
    plainly = plain(number)
    if plainly is None or not host:
        return {}
    identity = f"<sip:{plainly}@{host}>"
    return {"P-Asserted-Identity": identity, "P-Preferred-Identity": identity}
