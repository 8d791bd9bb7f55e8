"""The report's mail, handed to a real mail server: what arrives, and what is said when it cannot."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from config.options_of_the_log import ReportOptions
from desk import mailing
from desk.mailing import Handed, NotSent, Problem
from tests.desk.mail_server import PASSWORD, USER, Post, mail_server
from tests.peers import certificates
from tests.peers.certificates import Certificate

needs_openssl = pytest.mark.skipif(certificates.missing() is not None, reason=str(certificates.missing()))
pytestmark = pytest.mark.filterwarnings("ignore:::aiosmtpd.smtp")  # what it says of itself
TO = ("ana@example.org", "boss@example.org", "chris@example.org")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificates.make(tmp_path_factory.mktemp("mail"), "mail")


@pytest.fixture
def trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Certificate:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    return certificate


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "one-moment-2026-11-16.pdf"
    made.write_bytes(b"%PDF-1.4 nothing")
    return made


def options(post: Post | int, **said: Any) -> ReportOptions:
    port = post if isinstance(post, int) else post.port
    known = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "none"}
    return ReportOptions(mail_to=TO, mail_from="desk@example.org", **known | said)  # type: ignore[arg-type]


async def sent(said: ReportOptions, file: Path, to: tuple[int, ...] = (1, 2, 3)) -> Handed:
    mail = mailing.message(said, "Praxis Müller", "Die Woche", "Anbei der Bericht.", file, to)
    return await asyncio.to_thread(mailing.hand_over, said, mail, to)


async def not_sent(said: ReportOptions, file: Path) -> Problem:
    with pytest.raises(NotSent) as caught:
        await sent(said, file)
    problem = caught.value.problem
    for sentence in (problem.happened, problem.do):
        assert sentence.endswith(".")
        assert "@" not in sentence
    return problem


async def test_it_arrives_as_it_was_made(file: Path) -> None:
    async with mail_server() as post:
        assert await sent(options(post), file) == Handed((1, 2, 3), (), (), "")
        assert await sent(options(post), file, (2,)) == Handed((2,), (), (), "")
        first, second = post.mails
        assert [envelope.rcpt_tos for envelope in post.came] == [list(TO), [TO[1]]]
    assert first["From"] == "Praxis Müller <desk@example.org>"
    assert (first["To"], second["To"]) == (", ".join(TO), TO[1])
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Message-ID"] == second["Message-ID"]
    # other words are another mail: one that has that id may be thrown away where this one is known
    other = mailing.message(options(post), "Praxis Müller", "Die Woche", "So stand es um 17:00.", file, (1,))
    assert other["Message-ID"] != first["Message-ID"]
    body = first.get_body()
    assert body is not None
    assert body.get_content().strip() == "Anbei der Bericht."
    [attached] = first.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == (file.name, "application/pdf")
    assert attached.get_content() == b"%PDF-1.4 nothing"


@needs_openssl
@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_the_way_is_encrypted_and_the_certificate_looked_at(
    file: Path, trusted: Certificate, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mail_server(trusted, at_once=security == "tls", login=True) as post:
        said = options(post, smtp_security=security, smtp_user=USER, smtp_password=PASSWORD)
        assert (await sent(said, file)).reached == (1, 2, 3)
        assert post.encrypted == [True]
        await asyncio.to_thread(mailing.log_in, said)
        wrong = replace(said, smtp_password="wrong")
        assert "refused the user or the password" in (await not_sent(wrong, file)).happened
        none = replace(said, smtp_user="", smtp_password="")
        assert (await not_sent(none, file)).happened == "The mail server wants a login."
        elsewhere = replace(said, smtp_host="localhost")
        assert "for another name" in (await not_sent(elsewhere, file)).happened
        monkeypatch.delenv("SSL_CERT_FILE")
        assert "signed by no authority" in (await not_sent(said, file)).happened
        assert len(post.came) == 1


@needs_openssl
async def test_what_is_to_be_encrypted_is_never_sent_in_the_open(file: Path, trusted: Certificate) -> None:
    async with mail_server() as post:
        said = options(post, smtp_security="starttls")
        assert (await not_sent(said, file)).happened == "The mail server offers no encryption."
        assert (
            "No encrypted connection" in (await not_sent(replace(said, smtp_security="tls"), file)).happened
        )
        assert post.encrypted == []


async def test_a_login_where_there_is_none(file: Path) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while await reader.readline():
            writer.write(b"250 here\r\n")
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        said = options(server.sockets[0].getsockname()[1], smtp_user=USER, smtp_password=PASSWORD)
        assert (await not_sent(said, file)).happened == "The mail server has no login."


@pytest.mark.parametrize(
    ("answers", "handed", "says"),
    [
        ({TO[1]: "550 5.1.1 no such user"}, Handed((1, 3), (2,), (), ""), "for entry 2 of report.mail_to."),
        ({TO[0]: "451 4.7.1 greylisted"}, Handed((2, 3), (), (1,), ""), "for entry 1 of report.mail_to just"),
        (dict.fromkeys(TO, "550 no"), Handed((), (1, 2, 3), (), ""), "entries 1 and 2 and 3"),
    ],
    ids=["refused", "later", "nobody"],
)
async def test_some_do_not_get_it(file: Path, answers: dict[str, str], handed: Handed, says: str) -> None:
    async with mail_server() as post:
        post.of_address = answers
        found = await sent(options(post), file)
        assert found._replace(said="") == handed
        problem = mailing.not_taken(found)
        assert problem is not None
        assert says in problem.happened
        assert next(iter(answers.values())) in problem.detail
        assert len(post.came) == bool(handed.reached)


@pytest.mark.parametrize(
    ("of_sender", "of_mail", "says"),
    [
        ("550 5.7.1 not you", "", "refused the sender"),
        ("451 4.3.0 busy", "", "takes no mail just now"),
        ("", "554 5.7.1 spam", "refused the report"),
        ("", "552 5.3.4 too big", "larger than the mail server takes"),
        ("", "452 4.3.1 full", "takes no mail just now"),
        ("", "421 4.3.2 closing", "takes no mail just now"),
    ],
)
async def test_what_the_server_says_no_to(file: Path, of_sender: str, of_mail: str, says: str) -> None:
    async with mail_server() as post:
        post.of_sender, post.of_mail = of_sender, of_mail
        problem = await not_sent(options(post), file)
    assert says in problem.happened
    assert (of_sender or of_mail) in problem.detail


async def test_one_that_is_too_large_is_not_even_begun(file: Path) -> None:
    async with mail_server(size=300) as post:
        assert "larger than" in (await not_sent(options(post), file)).happened


async def test_servers_that_are_none(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailing, "PATIENCE", 0.3)
    end = asyncio.Event()

    async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await end.wait()
        writer.close()

    async def gone(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        await writer.drain()
        writer.close()

    async def against(talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]) -> str:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            said = (await not_sent(options(port), file)).happened
            end.set()
        assert (await not_sent(options(port), file)).happened == "No mail server answers at that port."
        return said

    assert await against(silent) == "The mail server did not answer in time."
    assert await against(gone) == "The mail server ended the connection."
    nowhere = options(1, smtp_host="mail.invalid")
    assert (await not_sent(nowhere, file)).happened == "No mail server is known by that name."


@needs_openssl
async def test_a_certificate_out_of_date(
    file: Path, tmp_path: Path, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Certificate(tmp_path / "old.crt", certificate.key)
    command = ["openssl", "x509", "-in", str(certificate.file), "-signkey", str(certificate.key)]
    command += ["-days", "-1", "-out", str(old.file)]
    made = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    if await made.wait():
        pytest.skip("this openssl makes no old certificates")
    monkeypatch.setenv("SSL_CERT_FILE", str(old.file))
    async with mail_server(old, at_once=True) as post:
        assert "out of date" in (await not_sent(options(post, smtp_security="tls"), file)).happened


async def test_a_server_that_never_stops_speaking(file: Path) -> None:
    async def speak(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            writer.write(b"220 hello\r\n")
            while True:
                writer.write(b"250-and on and on and on and on and on\r\n" * 1000)
                await writer.drain()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    problem = await not_sent(options(server.sockets[0].getsockname()[1]), file)
    assert problem.happened == "The mail server ended the connection."
    server.close()


@pytest.mark.parametrize(
    ("offers", "then", "user", "says"),
    [
        (b"SIZE abc", b"", "", "does not speak as a mail server"),
        (b"SIZE " + b"9" * 5000, b"", "", "does not speak as a mail server"),
        (b"AUTH CRAM-MD5", b"334 !!!notbase64\r\n", "desk", "does not speak as a mail server"),
        (b"AUTH CRAM-MD5", b"334 aGVsbG8=\r\n", "m\u00fcller", "takes no letter beyond"),
    ],
)
async def test_a_server_that_says_what_none_says(
    offers: bytes, then: bytes, user: str, says: str, file: Path
) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 hello\r\n")
        await reader.readline()
        writer.write(b"250-hello\r\n250 " + offers + b"\r\n")
        while await reader.readline():
            writer.write(then)
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    async with server:
        given = options(server.sockets[0].getsockname()[1], smtp_user=user, smtp_password="m\u00fcsli")
        problem = await not_sent(given, file)
        assert says in problem.happened
        assert "\u00fc" not in problem.detail
