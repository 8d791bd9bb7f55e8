"""What is said of the weekly report when it cannot be written or sent: see `troubles_said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

KNOWN = frozenset(
    str(text)
    for text in (
        QT_TRANSLATE_NOOP("Said", "The weekly report could not be made."),
        QT_TRANSLATE_NOOP("Said", "Try it by hand: onemoment report --send"),
        QT_TRANSLATE_NOOP("Said", "It is tried again by itself."),
        QT_TRANSLATE_NOOP("Said", "The folder for the weekly report is not there."),
        QT_TRANSLATE_NOOP("Said", "Make it, or name another in report.folder of the settings."),
        QT_TRANSLATE_NOOP("Said", "The folder for the weekly report may not be written to."),
        QT_TRANSLATE_NOOP(
            "Said",
            "Give One Moment the right to write there, or name another in report.folder of the settings.",
        ),
        QT_TRANSLATE_NOOP("Said", "The disk is full, so the weekly report was not written."),
        QT_TRANSLATE_NOOP("Said", "The weekly report could not be written to its folder."),
        QT_TRANSLATE_NOOP(
            "Said", "Look at that disk, or name another folder in report.folder of the settings."
        ),
        QT_TRANSLATE_NOOP("Said", "The mail server cannot log anybody in just now."),
        QT_TRANSLATE_NOOP("Said", "The mail server refused the user or the password."),
        QT_TRANSLATE_NOOP("Said", "Check report.smtp_user and its password in the settings."),
        QT_TRANSLATE_NOOP("Said", "The mail server has no login."),
        QT_TRANSLATE_NOOP("Said", "Leave report.smtp_user empty."),
        QT_TRANSLATE_NOOP("Said", "The mail server did not answer in time."),
        QT_TRANSLATE_NOOP("Said", "The mail server ended the connection."),
        QT_TRANSLATE_NOOP("Said", "The mail server's login takes no letter beyond a to z."),
        QT_TRANSLATE_NOOP("Said", "Set another report.smtp_user, or give it another password."),
        QT_TRANSLATE_NOOP("Said", "No encrypted connection to the mail server came about."),
        QT_TRANSLATE_NOOP("Said", "Check report.smtp_security and report.smtp_port in the settings."),
        QT_TRANSLATE_NOOP("Said", "No mail server is known by that name."),
        QT_TRANSLATE_NOOP("Said", "Check report.smtp_host in the settings, and this machine's network."),
        QT_TRANSLATE_NOOP("Said", "No mail server answers at that port."),
        QT_TRANSLATE_NOOP("Said", "Check report.smtp_host and report.smtp_port in the settings."),
        QT_TRANSLATE_NOOP("Said", "What answers there does not speak as a mail server does."),
        QT_TRANSLATE_NOOP("Said", "The mail server cannot be reached."),
        QT_TRANSLATE_NOOP("Said", "Check this machine's network and firewall."),
        QT_TRANSLATE_NOOP("Said", "The mail server's certificate is for another name."),
        QT_TRANSLATE_NOOP("Said", "Check report.smtp_host in the settings."),
        QT_TRANSLATE_NOOP("Said", "The mail server's certificate is out of date."),
        QT_TRANSLATE_NOOP("Said", "Check this machine's clock, or ask who looks after the mail server."),
        QT_TRANSLATE_NOOP(
            "Said", "The mail server's certificate is signed by no authority this machine knows."
        ),
        QT_TRANSLATE_NOOP("Said", "Install that authority's certificate on this machine."),
        QT_TRANSLATE_NOOP("Said", "The mail server offers no encryption."),
        QT_TRANSLATE_NOOP(
            "Said", 'Set report.smtp_security to "tls", or ask who looks after the mail server.'
        ),
        QT_TRANSLATE_NOOP("Said", "The mail server wants a login."),
        QT_TRANSLATE_NOOP("Said", "Set report.smtp_user and its password in the settings."),
        QT_TRANSLATE_NOOP("Said", "The mail server takes no mail just now."),
        QT_TRANSLATE_NOOP("Said", "The mail server refused the sender."),
        QT_TRANSLATE_NOOP("Said", "Check report.mail_from in the settings."),
        QT_TRANSLATE_NOOP("Said", "The mail server refused the report."),
        QT_TRANSLATE_NOOP("Said", "What it said stands in the details."),
        QT_TRANSLATE_NOOP("Said", "The report is larger than the mail server takes."),
        QT_TRANSLATE_NOOP("Said", "Set report.rows to off, or write it to a folder."),
        QT_TRANSLATE_NOOP("Said", "Check that address in the settings."),
    )
)
"""Sentences without a place in `report.mail_to`."""
