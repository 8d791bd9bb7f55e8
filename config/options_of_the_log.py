"""The settings of the supervisor's log and its report, declared as `config.options` says."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

SmtpSecurity = Literal["starttls", "tls", "none"]
ReportFormat = Literal["pdf", "csv"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class SupervisorOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The supervisor's log."""

    pin: Annotated[
        str,
        Meta(
            max_length=200,
            description="What opens the log at this desk: 4 to 12 digits, or better what `onemoment pin` "
            "prints for them. Empty keeps it closed.",
            extra={"private": True},
        ),
    ] = ""
    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=80,
            description="Who corrections and thanks are by, when a window does not say.",
        ),
    ] = "Supervisor"

    def __repr__(self) -> str:
        # the PIN does not belong in a log
        return "SupervisorOptions()"


class ReportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The weekly report: written where a folder is set, sent where somebody is to get it."""

    weekday: Annotated[
        Weekday, Meta(description="The day it is made on; it is of the last whole week, Monday to Sunday.")
    ] = "mon"
    at: Annotated[
        str,
        Meta(
            max_length=5,
            description="The time it is made at, by the desk's clock; later where the machine is off then.",
            extra={"right": '"07:00"'},
        ),
    ] = "07:00"
    folder: Annotated[
        str,
        Meta(
            max_length=1000,
            description="A folder it is written to, relative to this file; empty is none.",
            extra={"right": '"/srv/reports"'},
        ),
    ] = ""
    mail_to: Annotated[
        tuple[Annotated[str, Meta(max_length=254)], ...],
        Meta(
            max_length=20,
            description="Who gets it by mail; [] is nobody.",
            extra={"right": '["supervisor@example.org"]', "private": True},
        ),
    ] = ()
    mail_from: Annotated[
        str,
        Meta(
            max_length=254,
            description="The address it is sent from.",
            extra={"right": '"reception@example.org"', "private": True},
        ),
    ] = ""
    format: Annotated[
        ReportFormat, Meta(description="A page to read, or a file for a table calculation.")
    ] = "pdf"
    rows: Annotated[
        bool,
        Meta(description="With every interruption, its name and number; else figures alone leave the house."),
    ] = False
    smtp_host: Annotated[
        str,
        Meta(
            max_length=255,
            description="The mail server that sends it.",
            extra={"right": '"mail.example.org"'},
        ),
    ] = ""
    smtp_port: Annotated[
        int,
        Meta(
            ge=0, le=65535, description="Its port; 0 is the usual one: 587 with starttls, 465 tls, 25 none."
        ),
    ] = 0
    smtp_security: Annotated[SmtpSecurity, Meta(description="How the way to it is encrypted.")] = "starttls"
    smtp_user: Annotated[
        str,
        Meta(
            max_length=254,
            description="The user name it wants; empty logs in nowhere.",
            extra={"private": True},
        ),
    ] = ""
    smtp_password: Annotated[
        str,
        Meta(
            max_length=200,
            description="Its password; better in a file of its own: smtp_password_file.",
            extra={"private": True},
        ),
    ] = ""
    smtp_password_file: Annotated[
        str,
        Meta(
            max_length=1000,
            description="A file with that password alone, readable by its owner only; relative to this file.",
            extra={"right": '"smtp-password"'},
        ),
    ] = ""

    @property
    def wanted(self) -> bool:
        """Whether there is to be one."""
        return bool(self.folder or self.mail_to)

    def __repr__(self) -> str:
        # addresses and the password stand in here: neither belongs in a log
        return f"ReportOptions(weekday={self.weekday!r}, at={self.at!r}, format={self.format!r})"
