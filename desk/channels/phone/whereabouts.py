"""Where the line listens: from the settings, and from the address this machine has toward the PBX just
now.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

from desk.channels.phone.registration import addresses_of, default_port, local_address
from desk.channels.phone.settings import Address, PhoneSettings, host_and_port
from desk.channels.phone.stack import free_port

_SOMEWHERE = frozenset({ipaddress.ip_address("192.0.2.1")})
"""An address of nobody (RFC 5737): whether there is a way to it tells whether any network is up."""


@dataclass(frozen=True, slots=True)
class Place:
    """The address listened on, the interface used (None: the stack's own choice), and where the PBX is.

    `local` is this machine's address toward the PBX, None without a PBX or a way to it.
    """

    host: str
    port: int
    interface: str | None
    local: str | None = None
    registrar: frozenset[Address] = field(default_factory=frozenset)
    registrar_port: int = 5060

    @property
    def loopback(self) -> bool:
        """True when only this machine can reach it."""
        return ipaddress.ip_address(self.host).is_loopback

    def toward_registrar(self) -> str | None:
        """This machine's address toward the PBX now."""
        return local_address(self.registrar, self.registrar_port)


async def place_of(settings: PhoneSettings, before: Place | None) -> Place:
    """Where to listen now. A free port, once chosen, is kept. OSError when the address is not this
    machine's.
    """
    host, port = host_and_port(settings.listen, 5060)
    port = port or (before.port if before is not None else free_port(host))
    if not settings.registrar:
        unspecified = ipaddress.ip_address(host).is_unspecified
        alone = unspecified and local_address(_SOMEWHERE, 9) is None
        return Place(host, port, "127.0.0.1" if alone else None if unspecified else host)
    registrar = await addresses_of(settings)
    if not registrar and before is not None:
        registrar = before.registrar
    registrar_port = host_and_port(settings.registrar, default_port(settings.transport))[1]
    local = local_address(registrar, registrar_port)
    given = ipaddress.ip_address(host)
    if given.is_loopback and local is not None and not ipaddress.ip_address(local).is_loopback:
        host = local  # calls come from the PBX, which loopback never hears; the door lets nobody else in
        given = ipaddress.ip_address(host)
    interface = local if given.is_unspecified else host
    return Place(host, port, interface, local, registrar, registrar_port)
