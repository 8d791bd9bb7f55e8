"""How a command is declared: its name, what it runs, and the options that many have."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desk.cli import programs
from desk.core.model import SideKind

Run = Callable[[argparse.Namespace], int]


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from desk.version import program_version  # slow to import, and seldom asked

        print("One Moment", program_version())
        parser.exit()


class Commands:
    """The parser of `onemoment`, and a way to add commands to it."""

    def __init__(self) -> None:
        self._common = argparse.ArgumentParser(add_help=False)
        places = self._common.add_argument_group("places")
        places.add_argument("--settings", metavar="FILE", default=argparse.SUPPRESS, help="the settings file")
        places.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the data folder")
        self._json = argparse.ArgumentParser(add_help=False)
        self._json.add_argument("--json", action="store_true", help="print JSON")
        self._by = argparse.ArgumentParser(add_help=False)
        self._by.add_argument("--by", metavar="NAME", default="", help="who does it")
        self.parser = argparse.ArgumentParser(
            prog="onemoment",
            description="Takes the call for a moment while you serve the person at the counter.",
            parents=[self._common],
        )
        self.parser.add_argument("--version", action=_Version, nargs=0, help="which version this is")
        # `settings` and `data` here too would be set anew by each command, undoing what was said before it
        self.parser.set_defaults(run=programs.window, json=False)
        self._commands = self.parser.add_subparsers(metavar="COMMAND", title="commands")

    def command(
        self, name: str, run: Run, help: str, *, with_json: bool = True, by: bool = False
    ) -> argparse.ArgumentParser:
        """Add a command. `by` lets it be said who does it."""
        parents = [self._common, *([self._json] if with_json else []), *([self._by] if by else [])]
        made = self._commands.add_parser(name, parents=parents, help=help, description=help)
        made.set_defaults(run=run)
        return made


def with_side(command: argparse.ArgumentParser) -> None:
    """Let it be said what one speaks through; else it is what the desk uses."""
    side = command.add_mutually_exclusive_group()
    side.add_argument(
        "--headset", dest="side", action="store_const", const=SideKind.HEADSET, help="speak by the headset"
    )
    side.add_argument(
        "--desk-phone",
        dest="side",
        action="store_const",
        const=SideKind.DESK_PHONE,
        help="speak by the desk phone",
    )
