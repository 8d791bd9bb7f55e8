"""Commands of the supervisor: the log's window, its PIN, corrections, thanks."""

from __future__ import annotations

import argparse
import getpass
import sys

from msgspec.structs import replace

from config.settings import load
from desk import as_json
from desk.cli.asking import REFUSED, WELL, Sorry, are_kept, ask, data, look, well
from desk.cli.declaring import Commands
from desk.cli.programs import need_display
from desk.core.ends import AMENDED_TO, End
from desk.core.views import View
from desk.link_client import LinkClient, NotAnswering, NotRunning
from desk.link_types import AmendEnd, Look, OpenLog, Thank
from desk.places import log_socket_path, own_folder, settings_file, socket_path

ENDS = ", ".join(end.value for end in AMENDED_TO)


def declare(commands: Commands) -> None:
    """Add these commands."""
    commands.command("log-window", _window, "the supervisor's log, on any machine", with_json=False)
    commands.command("pin", _pin, "make the line for supervisor.pin of the settings", with_json=False)
    amend = commands.command("amend", _amend, "say how an interruption really ended", by=True)
    amend.add_argument("call", metavar="CALL", help="its id, as onemoment log --json shows it")
    amend.add_argument("end", choices=[end.value for end in AMENDED_TO], metavar="END", help=ENDS)
    amend.add_argument("--reason", required=True, metavar="TEXT", help="why; kept with it")
    thank = commands.command("thank", _thank, "thank somebody of the desk", by=True)
    thank.add_argument("name", metavar="NAME", help="who")
    thank.add_argument("text", nargs="?", default="", metavar="TEXT", help="what for")
    thank.add_argument("--call", metavar="CALL", help="for this call")


def _window(asked: argparse.Namespace) -> int:
    """The log of a running engine, which wants the PIN, or of the data folder alone."""
    settings = load(settings_file(asked.settings))
    need_display()
    folder = data(asked)
    view = _engine(asked)
    from ui.log_app import main as windows

    if view is not None:
        return windows(view.language, folder / "window.ini", engine=socket_path(folder))
    if not are_kept(folder):
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
    """What a running engine shows, None when none runs on that folder. Raises `NotAnswering`, `Sorry`."""
    try:
        with LinkClient(socket_path(data(asked))) as client:
            view = well(client.ask(Look())).view
    except NotRunning:
        return None
    if view is None:
        raise NotAnswering
    return view


def _amend(asked: argparse.Namespace) -> int:
    if not asked.reason.strip():
        raise Sorry("A correction needs a reason.", "Say it with --reason TEXT.", REFUSED)
    request = AmendEnd(call=asked.call, end=End(asked.end), reason=asked.reason[:500], by=asked.by)
    return _with_the_pin(asked, request)


def _thank(asked: argparse.Namespace) -> int:
    if not 1 <= len(asked.name) <= 80:
        raise Sorry("Nobody of that name works at this desk.", "Look at how the name is written.", REFUSED)
    return _with_the_pin(asked, Thank(to=asked.name, text=asked.text[:500], call=asked.call, by=asked.by))


def _with_the_pin(asked: argparse.Namespace, request: AmendEnd | Thank) -> int:
    """What changes the log wants the PIN, here too."""
    look(asked)  # that none runs is said before anything is asked
    door = ask(asked, OpenLog(pin=_typed()[:40], by=asked.by, reader=False)).log_door
    if door is None:
        raise Sorry("The engine sent no answer.", "Stop it and start onemoment again.")
    ask(asked, replace(request, door=door.pass_))
    if asked.json:
        print(as_json.text({"call": request.call}))
    return WELL


def _typed() -> str:
    """A PIN, typed without being shown, or one line from another program."""
    if sys.stdin.isatty():
        return getpass.getpass("PIN: ")
    return sys.stdin.readline().rstrip("\r\n")


def _pin(asked: argparse.Namespace) -> int:
    """The PIN is typed twice, or comes as one line from another program."""
    from desk import pin

    typed = _typed()
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
    return WELL
