"""Whether a connection to the PBX stands, asked of the system with real sockets."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from desk.channels.phone.connection import connected


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_connection_is_seen_while_it_stands(family: socket.AddressFamily, host: str) -> None:
    addresses = frozenset({ipaddress.ip_address(host)})
    with socket.socket(family) as server:
        try:
            server.bind((host, 0))
        except OSError:
            pytest.skip(f"This machine has no {host}.")
        server.listen()
        port = server.getsockname()[1]
        assert connected(addresses, port) is False
        with socket.create_connection((host, port)):
            there, _ = server.accept()
            assert connected(addresses, port) is True
            assert connected(addresses, port + 1) is False
            there.close()
            assert connected(addresses, port) is False
