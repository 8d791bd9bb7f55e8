"""A line by TLS: whose certificate is believed, and what is said when it is not. Real handshakes."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import subprocess
from pathlib import Path

import pytest

from desk.channels.phone.settings import PhoneSettings
from desk.core.events import LineChanged
from desk.core.model import LineState
from tests.peers import certificates
from tests.peers.certificates import Certificate
from tests.phone.conftest import started
from tests.phone.fakecore import Core

pytestmark = pytest.mark.skipif(certificates.missing() is not None, reason=str(certificates.missing()))


def signed_by_somebody(folder: Path) -> Certificate:
    """A certificate that an authority nobody knows has signed, as small PBXs are given theirs."""
    authority = certificates.make(folder, "authority")
    leaf = Certificate(folder / "leaf.crt", folder / "leaf.key")
    (folder / "leaf.ext").write_text("subjectAltName=IP:127.0.0.1\n")
    request = ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=leaf"]
    request += ["-keyout", str(leaf.key), "-out", str(folder / "leaf.csr")]
    sign = ["openssl", "x509", "-req", "-in", str(folder / "leaf.csr"), "-days", "9", "-CAcreateserial"]
    sign += ["-CA", str(authority.file), "-CAkey", str(authority.key)]
    sign += ["-extfile", str(folder / "leaf.ext"), "-out", str(leaf.file)]
    for command in (request, sign):
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return leaf


class TlsPbx:
    """Registers everybody who comes by TLS."""

    def __init__(self, certificate: Certificate) -> None:
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate.file, certificate.key)
        self.registered = 0
        self.address = ""
        self._writers: list[asyncio.StreamWriter] = []

    async def __aenter__(self) -> TlsPbx:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=self.context)
        self.address = f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.close()
        await asyncio.sleep(0.05)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            while True:
                text = (await reader.readuntil(b"\r\n\r\n")).decode()
                headers = dict(line.split(": ", 1) for line in text.split("\r\n")[1:] if ": " in line)
                lines = ["SIP/2.0 200 OK"]
                lines += [f"{name}: {headers[name]}" for name in ("Via", "From", "Call-ID", "CSeq")]
                lines += [f"To: {headers['To']};tag=pbx", f"Contact: {headers['Contact']}", "Expires: 60"]
                writer.write("\r\n".join([*lines, "Content-Length: 0", "", ""]).encode())
                self.registered += text.startswith("REGISTER")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Certificate]:
    folder = tmp_path_factory.mktemp("certificates")
    return {
        "its own": certificates.make(folder, "good"),
        "somebody's": signed_by_somebody(folder),
        "another": certificates.make(folder, "another"),
    }


def settings(pbx: TlsPbx, fingerprint: str = "") -> PhoneSettings:
    return PhoneSettings(
        listen="127.0.0.1:0",
        registrar=pbx.address,
        user="6000",
        password="pw",
        transport="tls",
        certificate=fingerprint,
    )


async def said(core: Core, *states: LineState, within: float = 8) -> LineChanged:
    async with asyncio.timeout(within):
        while True:
            for event in core.all(LineChanged):
                if event.state in states:
                    return event
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("whose", ["its own", "somebody's"])
async def test_the_certificate_of_the_settings_is_believed(
    tmp_path: Path, shown: dict[str, Certificate], whose: str
) -> None:
    async with TlsPbx(shown[whose]) as pbx:
        fingerprint = shown[whose].fingerprint
        for written in (fingerprint, fingerprint.replace(":", "").lower()):
            async with started(tmp_path, settings(pbx, written)) as core:
                await said(core, LineState.READY)
        assert pbx.registered >= 2


@pytest.mark.parametrize("fingerprint", ["another's", "none"])
async def test_any_other_is_refused_and_its_fingerprint_is_named(
    tmp_path: Path, shown: dict[str, Certificate], fingerprint: str
) -> None:
    wanted = shown["another"].fingerprint if fingerprint == "another's" else ""
    async with TlsPbx(shown["its own"]) as pbx, started(tmp_path, settings(pbx, wanted)) as core:
        refused = await said(core, LineState.REFUSED, LineState.READY)
        assert refused.state is LineState.REFUSED
        assert shown["its own"].fingerprint in refused.detail
        assert "phone.certificate" in refused.detail
        assert pbx.registered == 0  # nothing was said to it, least of all a password


async def test_a_known_authority_is_believed_but_not_for_another_name(
    tmp_path: Path, shown: dict[str, Certificate], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = certificates.make(tmp_path, "elsewhere", "192.0.2.7")
    known = tmp_path / "known.pem"
    known.write_text(shown["its own"].file.read_text() + elsewhere.file.read_text())
    monkeypatch.setenv("SSL_CERT_FILE", str(known))
    async with TlsPbx(shown["its own"]) as pbx, started(tmp_path, settings(pbx)) as core:
        await said(core, LineState.READY)
    async with TlsPbx(elsewhere) as pbx, started(tmp_path, settings(pbx)) as core:
        assert "192.0.2.7" not in (await said(core, LineState.REFUSED)).detail
        assert pbx.registered == 0


async def test_nobody_there_is_unreachable(tmp_path: Path, shown: dict[str, Certificate]) -> None:
    async with TlsPbx(shown["its own"]) as pbx:
        gone = settings(pbx, shown["its own"].fingerprint)
    async with started(tmp_path, gone) as core:
        await said(core, LineState.UNREACHABLE)
