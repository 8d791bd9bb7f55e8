"""Whether the PBX's certificate may be trusted (RFC 5922): by known authorities, or by its fingerprint.

The stack verifies authorities only and says of a refusal no more than "protocol error". So the certificate is
looked at before the stack is started, and the stack is then given what was decided: the authorities this
machine knows, or exactly the one certificate of the settings.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import socket
import ssl
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desk.channels.phone.registration import default_port
from desk.channels.phone.settings import PhoneSettings, host_and_port

WITHIN = 5.0
"""Seconds in which the PBX must have shown its certificate."""
_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


class NotTrusted(Exception):
    """The PBX's certificate is refused; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Trust:
    """What the stack verifies the PBX by: `authorities` is a file of them, empty where this machine has none;
    or `only` is the one certificate (PEM) that is believed whoever signed it.
    """

    authorities: str = ""
    only: str = ""


@contextlib.contextmanager
def verified_by(trust: Trust) -> Iterator[str]:
    """The file to verify by, there as long as the stack reads it at its start."""
    if not trust.only:
        yield trust.authorities
        return
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(trust.only)
        file.flush()
        yield file.name


def authorities() -> str:
    """The file of the authorities that this machine knows, empty when there is none."""
    return os.environ.get("SSL_CERT_FILE") or next((b for b in _BUNDLES if Path(b).exists()), "")


def bare(fingerprint: str) -> str:
    """A fingerprint as 64 hex digits in small letters, however it was written."""
    return "".join(c for c in fingerprint.lower() if c not in ": -")


def written(fingerprint: str) -> str:
    """A fingerprint as people compare it: pairs of digits with colons between them."""
    whole = bare(fingerprint).upper()
    return ":".join(whole[at : at + 2] for at in range(0, len(whole), 2))


async def trust_of(settings: PhoneSettings) -> Trust:
    """Look at the certificate the PBX shows now. Raises NotTrusted, and OSError when nobody shows one."""
    host, port = host_and_port(settings.registrar, default_port("tls"))
    wanted = bare(settings.certificate)
    shown, known = await asyncio.to_thread(_look, host, port, None if wanted else authorities())
    seen = hashlib.sha256(shown).hexdigest()
    if wanted:
        if seen == wanted:
            return Trust(only=ssl.DER_cert_to_PEM_cert(shown))
        raise NotTrusted(
            f"{settings.registrar} shows another certificate than phone.certificate: {written(seen)}. "
            "If the PBX was given a new one, write that there; if not, somebody else may be answering."
        )
    if known:
        raise NotTrusted(
            f"The certificate of {settings.registrar} is not trusted: {known}. If it is the PBX's own, set "
            f"phone.certificate to {written(seen)}."
        )
    return Trust(authorities=authorities())


def _look(host: str, port: int, known_by: str | None) -> tuple[bytes, str]:
    """The certificate shown (DER), and why the authorities do not vouch for it: empty when they do, or when
    nobody asks (`known_by` None). The name in it must be the PBX's, also where that is an address, of which
    the stack checks nothing.
    """
    why = ""
    if known_by is not None:
        strict = ssl.create_default_context(cafile=known_by or None)
        try:
            return _shown(strict, host, port), ""
        except ssl.SSLCertVerificationError as error:
            why = error.verify_message or "it cannot be verified"
    open_to_all = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    open_to_all.check_hostname = False
    open_to_all.verify_mode = ssl.CERT_NONE
    return _shown(open_to_all, host, port), why.rstrip(".")


def _shown(context: ssl.SSLContext, host: str, port: int) -> bytes:
    with (
        socket.create_connection((host, port), timeout=WITHIN) as plain,
        context.wrap_socket(plain, server_hostname=host) as secured,
    ):
        shown = secured.getpeercert(binary_form=True)
    if not shown:
        raise OSError("no certificate was shown")
    return shown
