"""What `onemoment doctor` says of the backups, the supervisor's log and the weekly report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from config.options_of_the_log import Weekday
from config.settings import Settings
from desk import mailing, pin
from desk.core.views import View
from desk.mailing import NotSent

OLD = timedelta(days=3)
"""How old the last backup may be: a machine that is off at the weekend is well."""
DAYS: dict[Weekday, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, what was seen, and what to do when it is not."""

    check: str
    ok: bool
    what: str
    do: str = ""


def backups(settings: Settings, data: Path, view: View | None, now: datetime) -> Finding:
    """When the last daily backup was made."""
    if (trouble := _trouble("backups", view)) is not None:
        return trouble
    if not settings.store.backups:
        return Finding("backups", True, "No backups are made: the settings say so.")
    folder = data / Path(settings.store.backups).expanduser()
    try:
        made = [
            datetime.fromtimestamp(f.stat().st_mtime, now.tzinfo) for f in folder.glob("one-moment-*.tar")
        ]
    except OSError:
        made = []
    if not made:
        if not (data / "onemoment.db").exists():
            return Finding("backups", True, "There is nothing to back up yet.")
        return Finding("backups", True, f"No backup has been made yet; one a day comes into {folder}.")
    last = max(made)
    said = f"The last backup is of {last.astimezone(ZoneInfo(settings.desk.time_zone)):%Y-%m-%d %H:%M}."
    if now - last > OLD:
        return Finding(
            "backups", False, said, "Let the engine run, or make one by hand: onemoment backup FILE"
        )
    if folder.resolve().is_relative_to(data.resolve()):
        return Finding(
            "backups", True, f"{said} It is on the disk of the records; store.backups names another."
        )
    return Finding("backups", True, said)


def log(settings: Settings) -> Finding:
    """Whether the supervisor's log can be opened at this desk, and how well it is closed."""
    said = settings.supervisor.pin
    if not said:
        return Finding("log", True, "The supervisor's log is closed: no PIN is set (supervisor.pin).")
    if pin.is_weak(said):
        what = "The PIN of the supervisor's log is one of the first that anybody would try."
        return Finding("log", False, what, "Choose other digits: onemoment pin")
    file = settings.file
    if not said.startswith(pin.MARK) and file is not None and file.stat().st_mode & 0o077:
        what = "The PIN of the supervisor's log stands in the settings where others can read it."
        return Finding("log", False, what, f"Put there what onemoment pin prints, or: chmod 600 {file}")
    return Finding("log", True, "The supervisor's log is opened with a PIN.")


def report(settings: Settings, view: View | None, *, mail: bool) -> Finding:
    """What is set up of the weekly report; with `mail` the mail server is asked, and nothing is sent."""
    said = settings.report
    if not said.wanted:
        return Finding("report", True, "No weekly report: no folder and no address are set.")
    if (trouble := _trouble("report", view)) is not None and not mail:
        return trouble
    folder = Path(said.folder)
    if said.folder and not os.access(folder if folder.exists() else folder.parent, os.W_OK):
        what = f"The weekly report cannot be written to {folder}."
        return Finding("report", False, what, "Make that folder, or name another in report.folder.")
    ways = [f"into {folder}"] if said.folder else []
    if said.mail_to:
        count = len(said.mail_to)
        ways.append(f"by mail to {count} {'address' if count == 1 else 'addresses'}")
    what = f"The weekly report goes {' and '.join(ways)}, each {DAYS[said.weekday]} at {said.at}."
    if not said.mail_to or not mail:
        return Finding("report", True, what)
    try:
        mailing.log_in(said)
    except NotSent as failed:
        return Finding("report", False, failed.problem.happened, failed.problem.do)
    return Finding("report", True, f"{what} The mail server lets us in.")


def _trouble(what: str, view: View | None) -> Finding | None:
    """What the running engine says is wrong with it."""
    found = next((t for t in view.troubles if t.what == what), None) if view is not None else None
    return None if found is None else Finding(what, False, found.happened, found.do)
