"""Being known to the PBX: when to try again, what to say of it, and which addresses the PBX has (RFC 3261
section 10).
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.channels.phone.settings import Address, PhoneSettings, host_and_port
from desk.core.model import LineState

INTERVAL = 60
"""Seconds a registration is asked for: short, so that a restarted PBX knows us again soon. A PBX that finds
it too brief (423, RFC 3261 section 10.2.8) names its own, which the stack then takes."""
OUTCOME = 8.0
"""Seconds to wait for the PBX's word before it counts as unreachable."""


def back_off() -> Iterator[float]:
    """Seconds to wait before each next try: 1, 2, 4 ... 60, 60."""
    wait = 1.0
    while True:
        yield wait
        wait = min(60.0, wait * 2)


@dataclass(frozen=True, slots=True)
class Said:
    """A state of the line and its sentence."""

    state: LineState
    detail: str


def default_port(transport: str) -> int:
    """The port a PBX listens on when the settings name none."""
    return 5061 if transport == "tls" else 5060


def outcome(settings: PhoneSettings, status: int | None, reason: str | None, since: str) -> Said:
    """A failed registration in words. `status` is the SIP code, None when nobody answered; `since` a clock
    time.
    """
    pbx, user = settings.registrar, settings.user
    if status in (401, 407):
        return Said(
            LineState.REFUSED,
            f"The PBX refused the password for {user}. Check phone.password in the settings.",
        )
    if status == 403:  # of some PBXs a wrong password too; of Asterisk a place that is taken (max_contacts)
        return Said(
            LineState.REFUSED,
            f"The PBX forbids {user} to register. Check phone.password in the settings, and that nobody else "
            "is registered there as that.",
        )
    if status == 404:
        return Said(LineState.REFUSED, f"The PBX does not know {user}. Check phone.user in the settings.")
    if status is not None and 400 <= status < 500 and status != 408:
        words = reason or "no reason given"
        return Said(
            LineState.REFUSED, f"The PBX refused {user}: {status} {words}. Ask who looks after the PBX."
        )
    if status is not None and status >= 500 and status != 503:
        return Said(
            LineState.UNREACHABLE, f"The PBX has trouble of its own ({status}) since {since}. Trying again."
        )
    return Said(
        LineState.UNREACHABLE,
        f"{pbx} unreachable since {since}. Check the network and phone.registrar; trying again.",
    )


async def addresses_of(settings: PhoneSettings) -> frozenset[Address]:
    """The addresses the registrar's name has now; empty when it cannot be resolved."""
    host, port = host_and_port(settings.registrar, default_port(settings.transport))
    try:
        return frozenset({ipaddress.ip_address(host)})
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_DGRAM)
    except OSError:
        return frozenset()
    return frozenset(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found)


def local_address(toward: frozenset[Address], port: int) -> str | None:
    """The address of this machine that packets to the registrar would leave from, None when there is no way
    to it.

    A connected UDP socket asks the routing table; nothing is sent.
    """
    for address in sorted(toward, key=str):
        family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((str(address), port))
                return str(probe.getsockname()[0])
            except OSError:
                continue
    return None


class Attempts:
    """The back-off between tries and the clock time since when they fail. `now` gives that time in words."""

    def __init__(self, now: Callable[[], str]) -> None:
        self._now = now
        self._waits = back_off()
        self._since: str | None = None

    def succeeded(self) -> None:
        """All is well: the next failure begins anew."""
        self._waits = back_off()
        self._since = None

    def since(self) -> str:
        """Since when it has been failing: from now on, when it was well until now."""
        if self._since is None:
            self._since = self._now()
        return self._since

    def failed(self) -> tuple[float, str]:
        """Seconds to wait before the next try, and since when it has been failing."""
        return next(self._waits), self.since()
