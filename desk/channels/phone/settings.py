"""What the phone line is told by the settings, and what is wrong with it said in a sentence."""

from __future__ import annotations

import ipaddress

from desk.core.model import Value

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

LOOPBACK: tuple[Network, ...] = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))
TRANSPORTS = ("udp", "tcp", "tls")


class WrongSettings(Exception):
    """The line cannot be made from these settings; the message is a sentence for a person."""


class PhoneSettings(Value, frozen=True, kw_only=True):
    """The `[phone]` part of the settings.

    `listen` is "host:port" (port 0: any free one), `registrar` "host" or "host:port" and empty without one,
    `peers` are the networks that may call; empty means the registrar, or loopback without a registrar.
    `zone` is the desk's time zone (IANA), for clock times in sentences; empty is the machine's.
    `desk_phone` is the extension of the phone on the desk or its sip: URI, empty without one; `caller_id` the
    number that those we call are shown, empty for what the PBX shows. `srtp` is "off", "offer" or "require",
    `certificate` the SHA-256 fingerprint of the PBX's certificate (64 hex digits, colons or spaces between
    them or none), empty when a known authority must have signed it.
    """

    listen: str = "127.0.0.1:5060"
    registrar: str = ""
    user: str = ""
    password: str = ""
    transport: str = "udp"
    peers: tuple[str, ...] = ()
    max_calls: int = 60
    zone: str = ""
    desk_phone: str = ""
    caller_id: str = ""
    srtp: str = "off"
    certificate: str = ""

    def __repr__(self) -> str:
        # the password stands in here: it belongs in no log
        return f"PhoneSettings(listen={self.listen!r}, registrar={self.registrar!r})"


def host_and_port(text: str, default: int) -> tuple[str, int]:
    """Take "host:port", "host", "[v6]:port" or a bare IPv6 address apart. ValueError when it is none of
    them.
    """
    text = text.strip()
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        port = rest.removeprefix(":")
    elif text.count(":") > 1:
        host, port = text, ""
    else:
        host, _, port = text.partition(":")
    number = int(port) if port else default
    if not host or not 0 <= number <= 65535 or any(c.isspace() or c in '"<>;@' for c in host):
        raise ValueError(text)
    return host, number


def joined(host: str, port: int) -> str:
    """Host and port as one text, IPv6 in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def networks(settings: PhoneSettings) -> tuple[Network, ...]:
    """`peers` as networks. Raises WrongSettings."""
    found: list[Network] = []
    for peer in settings.peers:
        try:
            found.append(ipaddress.ip_network(peer.strip(), strict=False))
        except ValueError:
            raise WrongSettings(
                f"phone.peers has {peer!r}, which is no network. Write it like 192.168.1.0/24."
            ) from None
    return tuple(found)


def checked(settings: PhoneSettings) -> None:
    """Raise WrongSettings with what would be right, for what only shows when the line is made."""
    try:
        host, _ = host_and_port(settings.listen, 5060)
        ipaddress.ip_address(host)
    except ValueError:
        raise WrongSettings(
            f"phone.listen is {settings.listen!r}. "
            "Write an address of this machine and a port, like 0.0.0.0:5060."
        ) from None
    if settings.transport not in TRANSPORTS:
        raise WrongSettings(f"phone.transport is {settings.transport!r}. It can be udp, tcp or tls.")
    networks(settings)
    if not settings.registrar:
        if settings.transport == "tls":
            raise WrongSettings(
                "phone.transport tls needs a PBX to register at. Set phone.registrar, or use udp."
            )
        return
    try:
        host_and_port(settings.registrar, 5060)
    except ValueError:
        raise WrongSettings(
            f"phone.registrar is {settings.registrar!r}. "
            "Write the PBX's name or address, like pbx.example.com."
        ) from None
    if not settings.user:
        raise WrongSettings(
            "phone.registrar is set but phone.user is not. Write the extension there, like 6000."
        )
    for option, value, bad in (("user", settings.user, '@:;<>"? '), ("password", settings.password, '"\\')):
        if any(ord(c) < 0x20 or c in bad for c in value):
            raise WrongSettings(
                f"phone.{option} has a character that the line cannot send: none of {bad.strip()}"
            )
