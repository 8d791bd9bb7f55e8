"""`onemoment report --send`: the report of one week, into the folder and to the people of the settings.

The engine starts the same command by its schedule (see `desk.reporting`) and reads what it printed as JSON.
"""

from __future__ import annotations

import argparse
import errno
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from config.settings import Settings, load
from desk import as_json, mailing
from desk.cli.asking import FAILED, REFUSED, WELL, Sorry, data
from desk.core.reporting import last_week
from desk.log_types import Asked, ExportRows, Format
from desk.mailing import Handed, Made, NotSent, Problem
from desk.places import settings_file
from desk.report_words import letter
from desk.store.workshop import workshop

NOTHING_SET = "Set report.folder or report.mail_to in the settings."


def send(asked: argparse.Namespace) -> int:
    """The report is written and sent; what could not be done is said."""
    settings = load(settings_file(asked.settings))
    if not settings.report.wanted:
        raise Sorry("Nobody is to get a weekly report.", NOTHING_SET, REFUSED)
    zone = ZoneInfo(settings.desk.time_zone)
    now = datetime.now(UTC).astimezone(zone)
    one = asked.week or last_week(now.date())
    week = one - timedelta(days=one.weekday())
    with workshop(Path(tempfile.gettempdir())) as folder:
        made = _made(asked, settings, week, now, folder)
    if asked.json:
        print(as_json.text(made))
    else:
        _say(made)
    return WELL if not made.problems else FAILED


def _made(asked: argparse.Namespace, settings: Settings, week: date, now: datetime, folder: Path) -> Made:
    """One file, put into the folder and sent; the one is done though the other fails.

    Of a week that is not over it has the days until today, beside as many before; and says so.
    """
    from desk.cli.report_writing import write

    said, desk = settings.report, settings.desk
    zone, sunday = ZoneInfo(desk.time_zone), week + timedelta(days=6)
    over = week <= last_week(now.date())
    last = now.date() if week <= now.date() < sunday else sunday
    file = folder / f"one-moment-{week}.{said.format}"
    wanted = ExportRows(
        file=str(file),
        format=Format(said.format),
        asked=Asked(since=_midnight(week, zone), until=_midnight(last + timedelta(days=1), zone)),
        language=desk.language,
    )
    try:
        rows = write(data(asked), asked.settings, wanted, rows=said.rows)
    except Sorry as sorry:
        return Made(week=week, problems=(Problem(happened=sorry.happened, do=sorry.do),))
    problems: list[Problem] = []
    written = ""
    if said.folder:
        try:
            written = _put(file, Path(said.folder))
        except OSError as error:
            problems.append(_of_folder(error, Path(said.folder)))
    to = [place for place in range(1, len(said.mail_to) + 1) if place not in asked.without]
    handed = Handed((), (), (), "")
    if to:
        try:
            stood = None if over else now
            words = letter(desk.language, desk.company, desk.name, week, last, rows=said.rows, stood=stood)
            mail = mailing.message(said, desk.company, words.subject, words.text, file, to)
            handed = mailing.hand_over(said, mail, to)
            problems += [problem for problem in [mailing.not_taken(handed)] if problem is not None]
        except NotSent as failed:
            handed = Handed((), (), tuple(to), "")
            problems.append(failed.problem)
    # who is refused for good is not tried again, unless nobody has it
    nobody = bool(handed.refused) and not handed.reached and not asked.without
    return Made(
        week=week,
        over=over,
        done=(not said.folder or bool(written)) and not handed.later and not nobody,
        rows=rows if said.rows else 0,
        file=written,
        reached=handed.reached,
        problems=tuple(problems),
    )


def _midnight(of: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(of, time(), zone).astimezone(UTC)


def _put(file: Path, folder: Path) -> str:
    """Beside first, then under its name; as many may read it as may read the folder."""
    folder.mkdir(mode=0o700, exist_ok=True)
    with workshop(folder) as here:
        made = here / file.name
        shutil.copyfile(file, made)
        made.chmod(folder.stat().st_mode & 0o666 | 0o600)
        made.replace(folder / file.name)
    return str(folder / file.name)


def _of_folder(error: OSError, folder: Path) -> Problem:
    detail = f"{error.strerror or type(error).__name__}, {folder}"
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR | errno.EEXIST:
            happened = "The folder for the weekly report is not there."
            do = "Make it, or name another in report.folder of the settings."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            happened = "The folder for the weekly report may not be written to."
            do = "Give One Moment the right to write there, or name another in report.folder of the settings."
        case errno.ENOSPC | errno.EDQUOT:
            happened, do = "The disk is full, so the weekly report was not written.", "Free some space."
        case _:
            happened = "The weekly report could not be written to its folder."
            do = "Look at that disk, or name another folder in report.folder of the settings."
    return Problem(happened=happened, do=do, detail=detail)


def _say(made: Made) -> None:
    """What was done, and to standard error what was not."""
    if made.file:
        print(f"Written: {made.file}")
    if made.reached:
        count = len(made.reached)
        print(f"Sent to {count} {'address' if count == 1 else 'addresses'}: the week from {made.week}.")
    if not made.over and (made.file or made.reached):
        print("That week is not over yet: it is what there was until now.")
    for problem in made.problems:
        print(f"{problem.happened} {problem.do}", file=sys.stderr)
        if problem.detail:
            print(f"  {problem.detail}", file=sys.stderr)
