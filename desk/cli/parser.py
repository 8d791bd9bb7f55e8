"""What can be said on the command line."""

from __future__ import annotations

import argparse
import contextlib

from desk.cli import (
    calls,
    headset,
    keeping,
    people,
    programs,
    promises,
    reading,
    records,
    report,
    status,
    supervising,
)
from desk.cli.declaring import Commands


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command; what is to be run stands in `run`."""
    commands = Commands()
    command = commands.command
    command("engine", programs.engine, "run the engine alone, without windows", with_json=False)
    serving = command("serving", status.serving, "say that somebody is being served, or not", with_json=False)
    serving.add_argument("turn", choices=("on", "off", "toggle"), metavar="on|off|toggle")
    command("away", status.away, "say that nobody is at the desk")
    command("still-serving", status.still_serving, "yes, somebody is still being served", by=True)
    practice = command("practice", programs.practice, "let a practice caller ring the line")
    practice.add_argument("--press", default="", metavar="KEYS", help="keys to press, one after the other")
    practice.add_argument("--number", metavar="N", help="the number the caller shows")
    practice.add_argument("--withhold", action="store_true", help="show no number")
    practice.add_argument(
        "--hang-up-after", type=_seconds, metavar="S", help="hang up S seconds after dialling"
    )
    command("status", status.status, "what the desk, the line and the callers are doing")
    calls.declare(commands)
    promises.declare(commands)
    listed = command("promises", records.promises, "the promises that are open")
    listed.add_argument("--all", action="store_true", help="ended ones too")
    log = command("log", records.log, "the newest interruptions")
    log.add_argument("--limit", type=_count, default=50, metavar="N", help="how many (50)")
    command("journal", records.journal, "everything that happened, in order")
    keeping.declare(commands)
    supervising.declare(commands)
    reading.declare(commands)
    report.declare(commands)
    people.declare(commands)
    headset.declare(commands)
    doctor = command("doctor", programs.doctor, "settings, line, voice, sound, disk: is each well")
    doctor.add_argument("--mail", action="store_true", help="log in at the report's mail server too")
    return commands.parser


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= (value := float(text)) <= 3600:
            return value
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds. Give 0 to 3600.")


def _count(text: str) -> int:
    with contextlib.suppress(ValueError):
        if 1 <= (value := int(text)) <= 1000:
            return value
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of rows. Give 1 to 1000.")
