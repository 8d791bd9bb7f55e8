"""A mail server of the test: aiosmtpd on the loopback, with what it is told to answer."""

from __future__ import annotations

import asyncio
import email
import email.policy
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from tests.peers.certificates import Certificate

USER, PASSWORD = "desk@example.org", "open sesame"


class Post:
    """What came, and what the server says: by address, after the mail, after the sender."""

    def __init__(self) -> None:
        self.came: list[Envelope] = []
        self.of_address: dict[str, str] = {}
        self.of_mail = ""
        self.of_sender = ""
        self.encrypted: list[bool] = []
        self.answers = asyncio.Event()  # or it keeps everybody waiting
        self.answers.set()
        self.port = 0

    @property
    def mails(self) -> list[EmailMessage]:
        raw = [e.content for e in self.came if isinstance(e.content, bytes)]
        return [email.message_from_bytes(content, policy=email.policy.default) for content in raw]

    async def handle_MAIL(self, server: Any, _: Session, envelope: Envelope, address: str, __: Any) -> str:
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        await self.answers.wait()
        if self.of_sender:
            return self.of_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, _: Any, __: Session, envelope: Envelope, address: str, ___: Any) -> str:
        if address in self.of_address:
            return self.of_address[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: Any, __: Session, envelope: Envelope) -> str:
        if self.of_mail:
            return self.of_mail
        self.came.append(envelope)
        return "250 OK"


def _let_in(_: Any, __: Any, ___: Any, ____: str, given: Any) -> AuthResult:
    right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@asynccontextmanager
async def mail_server(
    certificate: Certificate | None = None, *, at_once: bool = False, login: bool = False, size: int = 2**25
) -> AsyncIterator[Post]:
    """With a certificate it offers STARTTLS, or speaks TLS `at_once`; `login` is wanted or not."""
    post, context = Post(), None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.file, certificate.key)

    def session() -> SMTP:
        return SMTP(
            post,
            hostname="mail.example.org",
            tls_context=None if at_once else context,
            auth_required=login,
            auth_require_tls=certificate is not None and not at_once,
            authenticator=_let_in,
            data_size_limit=size,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, "127.0.0.1", 0, ssl=context if at_once else None)
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield post
    finally:
        server.close()
        await server.wait_closed()
