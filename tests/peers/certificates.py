"""Certificates of the tests' own, made with openssl: whom nobody knows, as a small PBX shows them."""

from __future__ import annotations

import hashlib
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.peers.phone import missing as program_missing


def missing() -> str | None:
    """Why no certificate can be made, in one sentence, or None."""
    return program_missing("openssl", "openssl")


@dataclass(frozen=True)
class Certificate:
    """One certificate with its key, both PEM."""

    file: Path
    key: Path

    @property
    def fingerprint(self) -> str:
        """Its SHA-256 as people write it: pairs of hex digits with colons between them."""
        whole = hashlib.sha256(ssl.PEM_cert_to_DER_cert(self.file.read_text())).hexdigest().upper()
        return ":".join(whole[at : at + 2] for at in range(0, len(whole), 2))


def make(folder: Path, name: str, host: str = "127.0.0.1", days: int = 30) -> Certificate:
    """One that has signed itself, for that host."""
    made = Certificate(folder / f"{name}.crt", folder / f"{name}.key")
    of = f"IP:{host}" if host.replace(".", "").isdigit() else f"DNS:{host}"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", str(days)]
    command += ["-subj", f"/CN={name}", "-addext", f"subjectAltName={of}"]
    command += ["-keyout", str(made.key), "-out", str(made.file)]
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return made
