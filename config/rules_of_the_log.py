"""What a type cannot say of the settings of the supervisor's log and of its weekly report.

As in `rules`, each function adds what is wrong to the list it is given.
"""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path

from msgspec.structs import replace

from config import rules
from config.check import Wrong
from config.options_of_the_log import ReportOptions, SupervisorOptions
from config.rules import Wrongs, host_and_port

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([^@\s]+)", re.ASCII)
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def pin(supervisor: SupervisorOptions, wrong: Wrongs) -> None:
    """Digits, or the line that `onemoment pin` prints."""
    said = supervisor.pin
    if said and not re.fullmatch(r"\d{4,12}|scrypt:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{43}", said, re.ASCII):
        right = "4 to 12 digits in quotes, or the whole line that onemoment pin prints"
        wrong.append(("supervisor.pin", Wrong("the value is no PIN", right)))


def report(said: ReportOptions, folder: Path, bad: set[str], wrong: Wrongs) -> ReportOptions:
    """The report's options with its time, folder, port and password as they are used."""
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", said.at, re.ASCII):
        wrong.append(("report.at", Wrong("this is not a time of day", 'hours and minutes, such as "07:00"')))
    for place, address in enumerate(said.mail_to, 1):
        if not is_address(address):
            why = f"entry {place} is no mail address"
            wrong.append(("report.mail_to", Wrong(why, '["supervisor@example.org"]')))
    if said.mail_from and not is_address(said.mail_from):
        wrong.append(("report.mail_from", Wrong("the value is no mail address", '"reception@example.org"')))
    _server(said, bad, wrong)
    password = rules.password(
        said.smtp_password, said.smtp_password_file, "report.smtp_password_file", folder, wrong
    )
    if said.smtp_user and not password and "report.smtp_password_file" not in {key for key, _ in wrong}:
        right = "smtp_password_file, or no smtp_user"
        wrong.append(("report.smtp_user", Wrong("a user is set but no password", right)))
    written = folder / Path(said.folder).expanduser() if said.folder else ""
    return replace(
        said,
        smtp_password=password,
        smtp_port=said.smtp_port or _PORTS[said.smtp_security],
        folder=str(written),
    )


def _server(said: ReportOptions, bad: set[str], wrong: Wrongs) -> None:
    """Who is to get mail needs a server and a sender; a password is not sent in the open."""
    if said.smtp_host and (host_and_port(said.smtp_host) or ("", 1))[1] is not None:
        right = '"mail.example.org", and its port in smtp_port'
        wrong.append(("report.smtp_host", Wrong("this is not a host", right)))
    for name, right in (("smtp_host", "the mail server"), ("mail_from", "the address it is sent from")):
        if said.mail_to and not getattr(said, name) and f"report.{name}" not in bad:
            wrong.append((f"report.{name}", Wrong("mail_to is set but not this", right)))
    if (
        (said.smtp_password or said.smtp_password_file)
        and not said.smtp_user
        and "report.smtp_user" not in bad
    ):
        right = "the user name the mail server wants, or no password"
        wrong.append(("report.smtp_user", Wrong("a password is set but no user", right)))
    if said.smtp_user and said.smtp_security == "none" and not _is_here(said.smtp_host):
        right = '"starttls" or "tls"'
        wrong.append(("report.smtp_security", Wrong("a password is not sent without encryption", right)))


def is_address(text: str) -> bool:
    """Whether mail could be sent to it: ASCII, as SMTP without extensions takes it (RFC 5321 4.1.2)."""
    found = _ADDRESS.fullmatch(text)
    return found is not None and host_and_port(found[1]) == (found[1], None)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
