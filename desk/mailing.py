"""The weekly report by mail: one message, handed to the mail server of the settings (SMTP, RFC 5321).

Addresses never stand in a sentence: who gets it is named by the place in `report.mail_to`.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from pathlib import Path
from typing import NamedTuple

from config.options_of_the_log import ReportOptions
from desk.core.model import Value

PATIENCE = 60.0
"""Seconds the mail server may take for one answer (RFC 5321 4.5.3.2 would give it minutes)."""
LONGEST_SAID = 200_000
"""Letters that a mail server may say in all: its answers are some lines."""
BY_ITSELF = "It is tried again by itself."


class Problem(Value, frozen=True, kw_only=True):
    """What could not be done: a sentence what happened, one what to do, and details, to be shown only.

    The two sentences hold no address and no name.
    """

    happened: str
    do: str
    detail: str = ""


class Made(Value, frozen=True, kw_only=True):
    """What came of one report: the file in the folder, the places of `report.mail_to` that it reached.

    `rows` with names and numbers went with it. It is `done` when nothing of it is to be tried again.
    `over` is false of a week that still went on then.
    """

    week: date
    over: bool = True
    done: bool = False
    rows: int = 0
    file: str = ""
    reached: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


class NotSent(Exception):
    """Nothing was sent, and why."""

    def __init__(self, happened: str, do: str, detail: str = "") -> None:
        super().__init__(happened)
        self.problem = Problem(happened=happened, do=do, detail=detail)


class Handed(NamedTuple):
    """Who the server took it for, who it will not (for good) and who it may later; places from 1.

    `said` is what the server said of those it did not take.
    """

    reached: tuple[int, ...]
    refused: tuple[int, ...]
    later: tuple[int, ...]
    said: str


class _Codes(NamedTuple):
    code: int
    said: str


def message(
    options: ReportOptions, sender: str, subject: str, text: str, attached: Path, to: Sequence[int]
) -> EmailMessage:
    """The mail with its file. The same words have the same id: where it comes twice, it can be seen."""
    mail = EmailMessage()
    user, _, domain = options.mail_from.partition("@")
    mail["From"] = Address(sender, user, domain)
    mail["To"] = ", ".join(options.mail_to[place - 1] for place in to)
    mail["Subject"] = subject
    mail["Date"] = datetime.now(UTC)
    about = hashlib.sha256(f"{sender}\n{subject}\n{text}\n{options.mail_from}".encode()).hexdigest()[:24]
    mail["Message-ID"] = f"<{about}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence is answered to it
    mail.set_content(text)
    main, sub = ("application", "pdf") if attached.suffix == ".pdf" else ("text", "csv")
    mail.add_attachment(attached.read_bytes(), maintype=main, subtype=sub, filename=attached.name)
    return mail


def hand_over(options: ReportOptions, mail: EmailMessage, to: Sequence[int]) -> Handed:
    """Send it to these places of `report.mail_to`. Raises `NotSent`; then nobody has got it."""
    raw = mail.as_bytes(policy=SMTP_POLICY)
    with _session(options) as smtp:
        if smtp.has_extn("size") and 0 < int(smtp.esmtp_features["size"] or 0) < len(raw):
            raise _too_large("")
        sender = _Codes(*_said(smtp.mail(options.mail_from, _of_size(smtp, raw))))
        if sender.code != 250:
            raise _of_sender(sender)
        answers = {place: _Codes(*_said(smtp.rcpt(options.mail_to[place - 1]))) for place in to}
        taken = tuple(place for place, answer in answers.items() if answer.code in (250, 251))
        refused = tuple(place for place, answer in answers.items() if answer.code >= 500)
        later = tuple(place for place in to if place not in taken and place not in refused)
        said = "\n".join(f"{a.code} {a.said}" for place, a in answers.items() if place not in taken)
        if taken:
            ended = _Codes(*_said(smtp.data(raw)))
            if ended.code != 250:
                raise _of_report(ended)
    return Handed(taken, refused, later, said)


def log_in(options: ReportOptions) -> None:
    """Go as far as the login and send nothing. Raises `NotSent`."""
    with _session(options):
        return


def not_taken(handed: Handed) -> Problem | None:
    """Why somebody did not get it, None when all did."""
    if handed.refused:
        happened = f"The mail server does not take mail for {_entries(handed.refused)} of report.mail_to."
        return Problem(happened=happened, do="Check that address in the settings.", detail=handed.said)
    if handed.later:
        happened = (
            f"The mail server does not take mail for {_entries(handed.later)} of report.mail_to just now."
        )
        return Problem(happened=happened, do=BY_ITSELF, detail=handed.said)
    return None


def _entries(places: tuple[int, ...]) -> str:
    one = len(places) == 1
    return f"entry {places[0]}" if one else f"entries {' and '.join(map(str, places))}"


@contextlib.contextmanager
def _session(options: ReportOptions) -> Iterator[smtplib.SMTP]:
    """Connected, encrypted as wanted, logged in. Raises `NotSent`, of what is done inside it too."""
    try:
        smtp = _connected(options)
        try:
            smtp.ehlo_or_helo_if_needed()
            if options.smtp_user:
                smtp.login(options.smtp_user, options.smtp_password)
            yield smtp
            with contextlib.suppress(OSError):  # what was taken is taken, however it says goodbye
                smtp.quit()
        finally:
            smtp.close()
    except (OSError, ValueError) as error:  # SMTPException is an OSError, what cannot be decoded a ValueError
        raise _why(error) from error


class _Heard(io.BufferedReader):
    """What the server says, as far as it comes to an end."""

    left = LONGEST_SAID

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line."""
        line = super().readline(size)
        self.left -= len(line)
        if self.left < 0:
            raise smtplib.SMTPServerDisconnected("It says more than a mail server has to say")
        return line


class _Smtp(smtplib.SMTP):
    """A session in which an answer without end ends it, before it fills the memory."""

    def getreply(self) -> tuple[int, bytes]:
        """The next answer of the server."""
        if self.file is None and self.sock is not None:
            self.file = _Heard(self.sock.makefile("rb", buffering=0))
        return super().getreply()


class _SmtpTls(_Smtp, smtplib.SMTP_SSL):
    """The same, encrypted from the beginning."""


def _connected(options: ReportOptions) -> smtplib.SMTP:
    host, port = options.smtp_host, options.smtp_port
    if options.smtp_security == "tls":
        return _SmtpTls(host, port, timeout=PATIENCE, context=ssl.create_default_context())
    smtp = _Smtp(host, port, timeout=PATIENCE)
    if options.smtp_security == "starttls":
        try:
            smtp.ehlo()
            if not smtp.has_extn("starttls"):
                raise NotSent(
                    "The mail server offers no encryption.",
                    'Set report.smtp_security to "tls", or ask who looks after the mail server.',
                )
            smtp.starttls(context=ssl.create_default_context())
        except BaseException:
            smtp.close()
            raise
    return smtp


def _of_size(smtp: smtplib.SMTP, raw: bytes) -> list[str]:
    return [f"size={len(raw)}"] if smtp.has_extn("size") else []


def _said(answer: tuple[int, bytes]) -> tuple[int, str]:
    return answer[0], answer[1].decode(errors="replace")


# -- what went wrong, in words


def _why(error: OSError | ValueError) -> NotSent:
    said = _detail(error)
    match error:
        case smtplib.SMTPAuthenticationError() if error.smtp_code < 500:
            return NotSent("The mail server cannot log anybody in just now.", BY_ITSELF, said)
        case smtplib.SMTPAuthenticationError():
            return NotSent(
                "The mail server refused the user or the password.",
                "Check report.smtp_user and its password in the settings.",
                said,
            )
        case smtplib.SMTPNotSupportedError():
            return NotSent("The mail server has no login.", "Leave report.smtp_user empty.", said)
        case smtplib.SMTPDataError():
            return _of_report(_Codes(error.smtp_code, said))
        case smtplib.SMTPServerDisconnected() if isinstance(error.__context__, TimeoutError):
            return NotSent("The mail server did not answer in time.", BY_ITSELF, said)
        case smtplib.SMTPException():
            return NotSent("The mail server ended the connection.", BY_ITSELF, said)
        case ssl.SSLCertVerificationError():
            return _of_certificate(error, said)
        case ssl.SSLError():
            return NotSent(
                "No encrypted connection to the mail server came about.",
                "Check report.smtp_security and report.smtp_port in the settings.",
                said,
            )
        case UnicodeEncodeError() if error.encoding == "ascii":  # smtplib sends user and password so
            return NotSent(
                "The mail server's login takes no letter beyond a to z.",
                "Set another report.smtp_user, or give it another password.",
            )
        case socket.gaierror() | UnicodeError():
            return NotSent(
                "No mail server is known by that name.",
                "Check report.smtp_host in the settings, and this machine's network.",
                said,
            )
        case ConnectionRefusedError():
            return NotSent(
                "No mail server answers at that port.",
                "Check report.smtp_host and report.smtp_port in the settings.",
                said,
            )
        case TimeoutError():
            return NotSent("The mail server did not answer in time.", BY_ITSELF, said)
        case ValueError():
            return NotSent(
                "What answers there does not speak as a mail server does.",
                "Check report.smtp_host and report.smtp_port in the settings.",
                said,
            )
        case _:
            return NotSent(
                "The mail server cannot be reached.", "Check this machine's network and firewall.", said
            )


def _of_certificate(error: ssl.SSLCertVerificationError, said: str) -> NotSent:
    if error.verify_code in (62, 64):  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH
        return NotSent(
            "The mail server's certificate is for another name.",
            "Check report.smtp_host in the settings.",
            said,
        )
    if error.verify_code in (9, 10):  # not yet valid, has expired
        return NotSent(
            "The mail server's certificate is out of date.",
            "Check this machine's clock, or ask who looks after the mail server.",
            said,
        )
    return NotSent(
        "The mail server's certificate is signed by no authority this machine knows.",
        "Install that authority's certificate on this machine.",
        said,
    )


def _of_sender(answer: _Codes) -> NotSent:
    detail = f"{answer.code} {answer.said}"
    if answer.code == 530:  # RFC 4954 6
        return NotSent(
            "The mail server wants a login.", "Set report.smtp_user and its password in the settings.", detail
        )
    if answer.code == 552:
        return _too_large(detail)
    if answer.code < 500:
        return NotSent("The mail server takes no mail just now.", BY_ITSELF, detail)
    return NotSent("The mail server refused the sender.", "Check report.mail_from in the settings.", detail)


def _of_report(answer: _Codes) -> NotSent:
    detail = f"{answer.code} {answer.said}"
    if answer.code < 500:
        return NotSent("The mail server takes no mail just now.", BY_ITSELF, detail)
    if answer.code == 552 or "5.3.4" in answer.said:
        return _too_large(detail)
    return NotSent("The mail server refused the report.", "What it said stands in the details.", detail)


def _too_large(detail: str) -> NotSent:
    return NotSent(
        "The report is larger than the mail server takes.",
        "Set report.rows to off, or write it to a folder.",
        detail,
    )


def _detail(error: BaseException) -> str:
    """What was said, on one line. It may hold an address: it is shown, never logged or journaled."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
    return re.sub(r"\s+", " ", str(error)).strip() or type(error).__name__
