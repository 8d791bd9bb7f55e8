"""Commands of the supervisor: the log's window, its PIN, corrections, thanks."""

from __future__ import annotations

import argparse
import getpass
import sys

from config.settings import load
from desk.cli.asking import REFUSED, Sorry, data
from desk.cli.declaring import Commands
from desk.cli.programs import need_display
from desk.core.views import View
from desk.link_client import LinkClient, NotAnswering, NotRunning
from desk.link_types import Look
from desk.places import log_socket_path, own_folder, settings_file, socket_path


def declare(commands: Commands) -> None:
    """Add these commands."""
    commands.command("log-window", _window, "the supervisor's log, on any machine", with_json=False)
    commands.command("pin", _pin, "make the line for supervisor.pin of the settings", with_json=False)


def _window(asked: argparse.Namespace) -> int:
    """The log of a running engine, which wants the PIN, or of the data folder alone."""
    settings = load(settings_file(asked.settings))
    need_display()
    folder = data(asked)
    view = _engine(asked)
    from ui.log_app import main as windows

    if view is not None:
        return windows(view.language, folder / "window.ini", engine=socket_path(folder))
    if not any((folder / name).exists() for name in ("onemoment.db", "onemoment.last")):
        raise Sorry(f"There are no records in {folder}.", "Name the data folder with --data.", REFUSED)
    socket = log_socket_path(folder)
    command = [
        sys.executable,
        "-m",
        "desk.cli",
        "log-reader",
        "--data",
        str(folder.absolute()),
        "--socket",
        str(socket),
    ]
    if settings.file is not None:
        command += ["--settings", str(settings.file.absolute())]
    remembered = own_folder() / "log-window.ini"
    return windows(settings.desk.language, remembered, reader=socket, reader_command=command)


def _engine(asked: argparse.Namespace) -> View | None:
    """What a running engine shows, None when none runs on that folder. Raises `NotAnswering`."""
    try:
        with LinkClient(socket_path(data(asked))) as client:
            view = client.ask(Look()).view
    except NotRunning:
        return None
    if view is None:
        raise NotAnswering
    return view


def _pin(asked: argparse.Namespace) -> int:
    """The PIN is typed twice, or comes as one line from another program."""
    from desk import pin

    typed = getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not pin.is_pin(typed):
        raise Sorry("This is no PIN.", f"Choose {pin.SHORTEST} to {pin.LONGEST} digits.", REFUSED)
    if sys.stdin.isatty() and getpass.getpass("The same again: ") != typed:
        raise Sorry("These are two PINs.", "Try again.", REFUSED)
    if pin.is_weak(typed):
        print(
            "This PIN is one of the first that anybody would try. A better one: other digits.",
            file=sys.stderr,
        )
    print("[supervisor]", f'pin = "{pin.kept(typed)}"', sep="\n")
    return 0
