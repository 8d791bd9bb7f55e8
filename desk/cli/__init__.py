"""The command `onemoment`: every way to start it and to ask it something."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from config.settings import SettingsRefused
from desk.cli.asking import FAILED, REFUSED, WELL, Sorry
from desk.cli.parser import parser
from desk.link_client import NotAnswering

IF_IT_STAYS_SO = "Wait a moment; if it stays so, open the window: it offers to start the engine again."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    asked = parser().parse_args(arguments, argparse.Namespace(settings=None, data=None))
    try:
        run: Callable[[argparse.Namespace], int] = asked.run
        return run(asked)
    except Sorry as sorry:
        print(sorry, file=sys.stderr)
        return sorry.code
    except NotAnswering:
        print("One Moment runs but does not answer.", IF_IT_STAYS_SO, file=sys.stderr)
        return FAILED
    except SettingsRefused as refused:
        print("The settings are refused.", file=sys.stderr)
        print(refused, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        # whoever read us has seen enough (onemoment journal | head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
