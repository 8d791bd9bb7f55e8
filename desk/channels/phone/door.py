"""Who may call: the PBX, the networks of the settings, or our own practice caller with its word."""

from __future__ import annotations

import ipaddress
import secrets
import time
from collections.abc import Callable, Iterable

from desk.channels.phone.settings import LOOPBACK, Address, Network, PhoneSettings, networks
from desk.channels.phone.trace import Message

PRACTICE_HEADER = "X-One-Moment-Practice"
PRACTICE_TOKEN = "ONE_MOMENT_PRACTICE_TOKEN"
"""The environment variable in which a practice caller is given its word: a command line is for all to see."""
_TOKEN_SECONDS = 60.0


def address(text: str) -> Address | None:
    """An address as text; None when it is none. IPv4 written inside IPv6 is taken as IPv4."""
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        return found.ipv4_mapped
    return found


def within(found: Address, allowed: Iterable[Network]) -> bool:
    """Whether an address lies in one of the networks."""
    return any(found.version == network.version and found in network for network in allowed)


class Door:
    """Decides on each INVITE by the address it came from, never by what it says of itself.

    `registrar` is set to the PBX's addresses whenever they are resolved, `own` to the
    address we listen on, from which a call of this machine to it comes. `monotonic` is a clock in seconds.
    """

    def __init__(self, settings: PhoneSettings, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._explicit = networks(settings)
        self._registers = bool(settings.registrar)
        self._monotonic = monotonic
        self._tokens: dict[str, float] = {}
        self.registrar: frozenset[Address] = frozenset()
        self.own = ""

    def practice_token(self) -> str:
        """A word that lets one practice call in from this machine within a minute."""
        now = self._monotonic()
        self._tokens = {token: until for token, until in self._tokens.items() if until > now}
        token = secrets.token_urlsafe(18)
        self._tokens[token] = now + _TOKEN_SECONDS
        return token

    def may_call(self, invites: tuple[Message, ...]) -> bool:
        """Whether this call may ring: every address that sent an INVITE of it must be allowed."""
        return bool(invites) and all(self._allowed(invite) for invite in invites)

    def trusted(self, invites: tuple[Message, ...]) -> bool:
        """Whether the sender's P-Asserted-Identity counts: the PBX, or a network named in the settings."""
        return bool(invites) and all(self._known(invite) for invite in invites)

    def practises(self, invites: tuple[Message, ...]) -> bool:
        """Whether it is a call of this machine on a line of this machine alone, where nobody is outside."""
        alone = not self._registers and not self._explicit
        return alone and bool(invites) and all(self._here(invite) for invite in invites)

    @staticmethod
    def _here(invite: Message) -> bool:
        source = address(invite.source)
        return source is not None and within(source, LOOPBACK)

    def _known(self, invite: Message) -> bool:
        source = address(invite.source)
        return source is not None and (source in self.registrar or within(source, self._explicit))

    def _allowed(self, invite: Message) -> bool:
        if self._known(invite):
            return True
        source = address(invite.source)
        if source is None or not (within(source, LOOPBACK) or str(source) == self.own):
            return False
        open_to_loopback = not self._registers and not self._explicit
        # The word is used up by the call it let in.
        until = self._tokens.pop(invite.first(PRACTICE_HEADER.lower()), 0.0)
        return (open_to_loopback and within(source, LOOPBACK)) or until > self._monotonic()
