"""The command that reads the supervisor's log for a window: started by the engine or by the window."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from config.settings import load
from desk.cli.asking import REFUSED, Sorry, data
from desk.cli.declaring import Commands
from desk.places import settings_file


def declare(commands: Commands) -> None:
    """What can be said of reading the log."""
    reader = commands.command(
        "log-reader", log_reader, "what the log's window starts: reads the records for it", with_json=False
    )
    reader.add_argument("--socket", required=True, metavar="FILE", help="where it answers")


def log_reader(asked: argparse.Namespace) -> int:
    """The log's reader, until nobody needs it."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.WARNING)
    named = settings_file(asked.settings)
    settings = None if named is None else load(named)
    from desk.lean import be_lean

    be_lean()
    from desk.log.about import about_of
    from desk.log_reader import read
    from desk.store import StoreTrouble

    try:
        about = None if settings is None else about_of(settings)
        return read(data(asked), Path(asked.socket), about, named)
    except StoreTrouble as trouble:
        raise Sorry(trouble.happened, trouble.do, REFUSED) from None
    except OSError as error:
        place = error.filename or asked.socket
        raise Sorry(
            f"The log's reader cannot answer at {place}: {error.strerror or type(error).__name__}.",
            "Look at the rights of that folder, or name another with --socket.",
        ) from None
