"""`onemoment report`: the log's rows and figures as a file.

It reads the data folder itself, beside a running engine or without one. The log's reader and the engine start
it too, as a process of its own: what is asked may then come as JSON on standard input, and how far it is goes
to standard output.
"""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from desk import as_json
from desk.cli.asking import FAILED, REFUSED, WELL, Sorry, data, day
from desk.cli.declaring import Commands
from desk.core.ends import End
from desk.log_types import Asked, Column, Exporting, ExportRows, Format
from desk.priority import stand_back

STDOUT = "-"
LANGUAGES = ("en", "es", "de", "fr")


def declare(commands: Commands) -> None:
    """Add the command."""
    report = commands.command("report", _report, "the log's figures and rows as a file")
    report.add_argument("--from", dest="since", type=day, metavar="DAY", help="the first day (2026-11-16)")
    report.add_argument("--to", dest="until", type=day, metavar="DAY", help="the last day, itself included")
    report.add_argument(
        "--format", choices=tuple(Format), default=Format.CSV.value, metavar="F", help="csv, pdf or json"
    )
    report.add_argument("--file", default=STDOUT, metavar="FILE", help="where to; - is standard output")
    report.add_argument("--language", choices=LANGUAGES, default="", metavar="L", help="en, es, de, fr")
    report.add_argument("--no-rows", action="store_true", help="the figures only: no names, no numbers")
    report.add_argument(
        "--columns", type=_columns, default=(), metavar="C,C", help=f"of {', '.join(Column)}; else all"
    )
    only = report.add_argument_group("only these rows")
    only.add_argument("--end", action="append", choices=tuple(End), default=[], metavar="END", help=_ends())
    only.add_argument("--overdue", action="store_true", help="owed, and past the time promised")
    only.add_argument("--by", action="append", default=[], metavar="NAME", help="taken or called back by")
    side = only.add_mutually_exclusive_group()
    side.add_argument("--internal", dest="internal", action="store_true", default=None, help="colleagues")
    side.add_argument("--external", dest="internal", action="store_false", help="customers")
    only.add_argument(
        "--text", choices=(STDOUT,), metavar="-", help="with these words; read from standard input"
    )
    report.add_argument(
        "--asked", choices=(STDOUT,), metavar="-", help="what the log's window starts: all of it as JSON"
    )
    send = report.add_argument_group("the weekly report")
    send.add_argument("--send", action="store_true", help="write and send it now, as the settings say")
    send.add_argument(
        "--week", type=day, metavar="DAY", help="of the week this day is in (the last whole one)"
    )
    send.add_argument(
        "--without", type=_places, default=(), metavar="N,N", help="not to these places of report.mail_to"
    )


def _ends() -> str:
    return f"ended so: {', '.join(End)}; may be said more than once"


def _columns(text: str) -> tuple[Column, ...]:
    try:
        return tuple(dict.fromkeys(Column(part.strip()) for part in text.split(",") if part.strip()))
    except ValueError:
        known = ", ".join(Column)
        raise argparse.ArgumentTypeError(f"{text!r} are no columns. Give some of {known}.") from None


def _places(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",") if part)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} are no places. Give them as 1,3.") from None


class _Stopped(BaseException):
    """We were asked to end (SIGTERM): what was written of the file is deleted."""


def _report(asked: argparse.Namespace) -> int:
    def stop(*_: object) -> None:
        raise _Stopped

    before = signal.signal(signal.SIGTERM, stop)
    stand_back()  # whoever starts it
    try:
        if asked.send:
            from desk.cli.weekly import send  # slow to import: the records, the mail

            return send(asked)
        return _for_a_window(asked) if asked.asked else _by_hand(asked)
    except _Stopped:
        return FAILED
    finally:
        signal.signal(signal.SIGTERM, before)


def _by_hand(asked: argparse.Namespace) -> int:
    from desk.cli.report_writing import about_of_settings, write

    kind, to_stdout = Format(asked.format), asked.file == STDOUT
    if to_stdout and kind is Format.PDF and sys.stdout.isatty():
        raise Sorry("A PDF cannot be read on a terminal.", "Name a file with --file.", REFUSED)
    about = about_of_settings(asked.settings)
    wanted = ExportRows(
        file=STDOUT if to_stdout else str(Path(asked.file).absolute()),
        format=kind,
        asked=_rows_asked(asked, data(asked), about.time_zone if about is not None else ""),
        columns=asked.columns,
        language=asked.language,
    )
    rows = write(data(asked), asked.settings, wanted, rows=not asked.no_rows)
    if to_stdout:
        return WELL
    if asked.json:
        print(as_json.text({"file": wanted.file, "rows": rows}))
    else:
        print(f"Written: {wanted.file} ({rows} {'row' if rows == 1 else 'rows'}).")
    return WELL


def _rows_asked(asked: argparse.Namespace, folder: Path, time_zone: str) -> Asked:
    """Days are by the desk's clock. Raises `Sorry`."""
    from desk.cli.report_writing import time_zone_of

    first, last = asked.since, asked.until
    if first is not None and last is not None and last < first:
        raise Sorry(f"{last} is before {first}.", "Give --from the earlier day.", REFUSED)
    zone = ZoneInfo(time_zone or time_zone_of(folder))
    text = ""
    if asked.text is not None:
        text = sys.stdin.readline().strip()
        if len(text) > 100:
            raise Sorry("This text is too long to be looked for.", "Give up to 100 letters.", REFUSED)
    return Asked(
        since=_midnight(first, zone) if first is not None else None,
        until=_midnight(last + timedelta(days=1), zone) if last is not None else None,
        ends=tuple(End(end) for end in asked.end),
        overdue=asked.overdue,
        by=tuple(asked.by),
        internal=asked.internal,
        text=text,
    )


def _midnight(of: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(of, time(), zone).astimezone(UTC)


def _for_a_window(asked: argparse.Namespace) -> int:
    """A `Handed` on standard input, `Exporting` line by line on standard output."""
    from desk.cli.report_writing import write
    from desk.log.chosen import Handed

    try:
        wanted = msgspec.json.decode(sys.stdin.buffer.readline(), type=Handed)
    except msgspec.DecodeError as wrong:
        raise Sorry(f"This is nothing that can be asked for: {wrong}.", "Send an export.", REFUSED) from None
    if not Path(wanted.file).is_absolute():
        raise Sorry("This is not a whole path.", "Name the file from / on.", REFUSED)

    def say(done: int, of: int) -> None:
        _tell(Exporting(file=wanted.file, done=done, of=of))

    try:
        rows = write(data(asked), asked.settings, wanted, rows=not asked.no_rows, told=say)
    except Sorry as sorry:
        _tell(Exporting(file=wanted.file, end=True, happened=sorry.happened, do=sorry.do))
        return FAILED
    except _Stopped:
        _tell(Exporting(file=wanted.file, end=True))
        return FAILED
    _tell(Exporting(file=wanted.file, done=rows, of=rows, end=True, rows=rows))
    return WELL


def _tell(said: Exporting) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
    sys.stdout.buffer.flush()
