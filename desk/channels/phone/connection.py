"""Whether a TCP connection to the PBX still stands, as the system tells it.

The stack does not say when the connection that it registered with breaks, as it does when the PBX is
started again. Until the next refresh the PBX would have no way to us: calls would be lost while the line
looks well.
"""

from __future__ import annotations

import ipaddress
import sys
from pathlib import Path

from desk.channels.phone.settings import Address

_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_ESTABLISHED = "01"


def connected(addresses: frozenset[Address], port: int) -> bool | None:
    """Whether this machine has a connection to one of these; None where the system does not tell."""
    found: set[tuple[Address, int]] = set()
    told = False
    for table in _TABLES:
        try:
            lines = table.read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            continue
        told = True
        found.update(_remote(fields[2]) for line in lines if (fields := line.split())[3] == _ESTABLISHED)
    return any((address, port) in found for address in addresses) if told else None


def _remote(text: str) -> tuple[Address, int]:
    """An address of /proc/net/tcp: each 32 bits of it in the machine's byte order, then the port."""
    host, _, port = text.partition(":")
    words = (int(host[at : at + 8], 16).to_bytes(4, sys.byteorder) for at in range(0, len(host), 8))
    address = ipaddress.ip_address(b"".join(words))
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address, int(port, 16)
