"""The command `onemoment`: every way to start it and to ask it something."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from config.settings import SettingsRefused, load
from desk import as_json, in_words
from desk.core.model import Desk, Policy, Presence
from desk.core.next_action import promised
from desk.core.step import replay
from desk.core.views import PromiseView, View
from desk.link_client import LinkClient, NotAnswering, NotRunning
from desk.link_types import (
    AnyRequest,
    AskPracticePass,
    ChoosePresence,
    ListLog,
    ListPromises,
    Look,
    Practise,
    ReadJournal,
    Reply,
    ToggleServing,
)
from desk.places import data_folder, settings_file, socket_path

WELL, FAILED, REFUSED = 0, 1, 2
"""Exit codes: done; could not be done now; cannot be done like this (wrong settings or arguments)."""


if TYPE_CHECKING:
    from desk.store import Store  # slow to import, and a window does not need it

T = TypeVar("T")

IF_IT_STAYS_SO = "Wait a moment; if it stays so, open the window: it offers to start the engine again."


class Sorry(Exception):
    """A command could not be carried out: one sentence what happened, one what to do."""

    def __init__(self, happened: str, do: str, code: int = FAILED) -> None:
        super().__init__(f"{happened} {do}".strip())
        self.code = code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    asked = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    places = common.add_argument_group("places")
    places.add_argument("--settings", metavar="FILE", default=argparse.SUPPRESS, help="the settings file")
    places.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the data folder")
    json = argparse.ArgumentParser(add_help=False)
    json.add_argument("--json", action="store_true", help="print JSON")

    parser = argparse.ArgumentParser(
        prog="onemoment",
        description="Takes the call for a moment while you serve the person at the counter.",
        parents=[common],
    )
    parser.set_defaults(run=_window, settings=None, data=None, json=False)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], help: str, *, with_json: bool = True
    ) -> argparse.ArgumentParser:
        parents = [common, json] if with_json else [common]
        made = commands.add_parser(name, parents=parents, help=help, description=help)
        made.set_defaults(run=run)
        return made

    command("engine", _engine, "run the engine alone, without windows", with_json=False)
    serving = command("serving", _serving, "say that somebody is being served, or not", with_json=False)
    serving.add_argument("turn", choices=("on", "off", "toggle"))
    command("away", _away, "say that nobody is at the desk")
    practice = command("practice", _practice, "let a practice caller ring the line")
    practice.add_argument("--press", default="", metavar="KEYS", help="keys to press, one after the other")
    practice.add_argument("--number", metavar="N", help="the number the caller shows")
    practice.add_argument("--withhold", action="store_true", help="show no number")
    practice.add_argument(
        "--hang-up-after", type=_seconds, metavar="S", help="hang up S seconds after dialling"
    )
    command("status", _status, "what the desk, the line and the callers are doing")
    listed = command("promises", _promises, "the promises that are open")
    listed.add_argument("--all", action="store_true", help="ended ones too")
    log = command("log", _log, "the newest interruptions")
    log.add_argument("--limit", type=_count, default=50, metavar="N", help="how many (50)")
    command("journal", _journal, "everything that happened, in order")
    command("doctor", _doctor, "settings, line, voice, sound, disk: each is well, or what to do")
    return parser


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


def _data(asked: argparse.Namespace) -> Path:
    return data_folder(asked.data)


def _ask(asked: argparse.Namespace, request: AnyRequest) -> Reply:
    try:
        with LinkClient(socket_path(_data(asked))) as client:
            reply = client.ask(request)
    except NotRunning:
        raise Sorry("One Moment is not running.", "Start it with: onemoment") from None
    return _well(reply)


def _well(reply: Reply) -> Reply:
    if not reply.ok:
        raise Sorry(reply.happened, reply.do)
    return reply


def _look(asked: argparse.Namespace) -> View:
    view = _ask(asked, Look()).view
    if view is None:
        raise Sorry("The engine sent no answer.", "Stop it and start onemoment again.")
    return view


def _window(asked: argparse.Namespace) -> int:
    settings = load(settings_file(asked.settings))
    if not _has_display():
        raise Sorry(
            "There is no screen to show the window on.",
            "Start it in a desktop session, or run the engine alone with: onemoment engine",
            REFUSED,
        )
    from ui.app import main as windows

    data = _data(asked)
    command = [sys.executable, "-m", "desk.cli", "engine", "--data", str(data)]
    if asked.settings is not None:
        command += ["--settings", asked.settings]
    return windows(socket_path(data), command, settings.desk.language, data / "window.ini")


def _has_display() -> bool:
    named = (os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform != "linux" or any(named)


def _engine(asked: argparse.Namespace) -> int:
    # numbers and names never get here; what does is for the person who looks after the machine
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    settings = load(settings_file(asked.settings))
    from desk.lean import be_lean

    be_lean()
    from audio.sentences import PromptError
    from desk.serve import serve
    from desk.store import StoreRefused

    try:
        return serve(settings, _data(asked))
    except StoreRefused as refused:
        raise Sorry(refused.happened, refused.do, REFUSED) from None
    except PromptError as wrong:
        raise Sorry(str(wrong), "Put that prompt file right.", REFUSED) from None
    except OSError as error:
        place = error.filename or _data(asked)
        raise Sorry(
            f"The engine cannot work with {place}: {error.strerror or type(error).__name__}.",
            "Look at its rights and at the disk's space, or name another folder with --data.",
        ) from None


def _serving(asked: argparse.Namespace) -> int:
    if asked.turn == "toggle":
        _ask(asked, ToggleServing())
    else:
        _ask(asked, ChoosePresence(presence=Presence.SERVING if asked.turn == "on" else Presence.FREE))
    return WELL


def _away(asked: argparse.Namespace) -> int:
    _ask(asked, ChoosePresence(presence=Presence.AWAY))
    if asked.json:
        print(as_json.text(as_json.status(_look(asked))))
    return WELL


def _practice(asked: argparse.Namespace) -> int:
    from desk.practice import practice_command, practice_environment

    given = _ask(asked, AskPracticePass()).practice_pass
    if given is None:
        raise Sorry("The engine gave no line to practise on.", "Run: onemoment doctor")
    wanted = Practise(
        press=asked.press, number=asked.number, withhold=asked.withhold, hang_up_after=asked.hang_up_after
    )
    command = practice_command(given, wanted, json=asked.json)
    ended = subprocess.run(command, env=practice_environment(given), check=False).returncode
    return WELL if ended == 0 else REFUSED if ended == REFUSED else FAILED


def _status(asked: argparse.Namespace) -> int:
    view = _look(asked)
    if asked.json:
        print(as_json.text(as_json.status(view)))
        return WELL
    print(f"{view.desk_name}: {view.state.value}")
    print(f"Line: {view.line.state.value}{f' at {view.line.address}' if view.line.address else ''}")
    if view.line.detail:
        print(f"  {view.line.detail}")
    for call in view.calls:
        doing = call.doing.value.replace("_", " ")
        who = in_words.called(call.number, call.name)
        print(f"Call: {who}, {doing} {in_words.length((view.at - call.since).total_seconds())}")
    reason = in_words.because(view)
    print(f"Next: {in_words.what(view)}{f' ({reason})' if reason else ''}")
    for trouble in view.troubles:
        print(f"Trouble: {trouble.happened} {trouble.do}")
    return WELL


def _stored(
    asked: argparse.Namespace,
    said: Callable[[Callable[[AnyRequest], Reply]], T],
    read: Callable[[Store], T],
) -> T:
    """From the engine when it runs, else from its data folder: a supervisor need not start it to look.

    `said` is given a way to ask the engine, `read` the store.
    """
    from desk.store import Store, StoreTrouble

    try:
        with LinkClient(socket_path(_data(asked))) as client:
            return said(lambda request: _well(client.ask(request)))
    except NotRunning:
        if not (_data(asked) / "onemoment.db").exists():
            raise Sorry("One Moment has not run here yet.", "Start it with: onemoment") from None
    try:
        store = Store.open(_data(asked))
        try:
            return read(store)
        finally:
            store.close()
    except StoreTrouble as trouble:
        raise Sorry(trouble.happened, trouble.do, REFUSED) from None


def _zone(asked: argparse.Namespace) -> ZoneInfo:
    """The desk's own time zone: as the engine has it, else as the settings say."""
    with contextlib.suppress(NotRunning), LinkClient(socket_path(_data(asked))) as client:
        view = client.ask(Look()).view
        if view is not None:
            return ZoneInfo(view.time_zone)
    return ZoneInfo(load(settings_file(asked.settings)).desk.time_zone)


def _promises(asked: argparse.Namespace) -> int:
    def read(store: Store) -> tuple[PromiseView, ...]:
        loaded = store.load()
        desk = replay(loaded.desk or Desk(), (e for _, e in loaded.events_after), Policy())
        order = promised(desk, datetime.now(UTC), desk.policy or Policy())
        return store.promises(order, closed=1000 if asked.all else 0)

    found = _stored(asked, lambda ask: ask(ListPromises(all=asked.all)).promises, read)
    if asked.json:
        print(as_json.text([as_json.promise(p) for p in found]))
        return WELL
    zone = _zone(asked)
    for p in found:
        by = f"by {p.promised_by.astimezone(zone):%Y-%m-%d %H:%M}" if p.promised_by else "as soon as free"
        state, why = p.state.value.replace("_", " "), p.why.value.replace("_", " ")
        print(f"{p.id:>5}  {by:<19}  {in_words.called(p.number, p.name):<20}  {why}, {state}")
    if not found:
        print("No promise is open." if not asked.all else "Nothing was promised yet.")
    return WELL


def _log(asked: argparse.Namespace) -> int:
    found = _stored(
        asked, lambda ask: ask(ListLog(limit=asked.limit)).log, lambda store: store.log(asked.limit)
    )
    if asked.json:
        print(as_json.text([as_json.interruption(row) for row in found]))
        return WELL
    zone = _zone(asked)
    for row in found:
        chose = row.chose.value if row.chose else "nothing"
        end = row.end.replace("_", " ") or "still going on"
        who = in_words.called(row.number, row.name)
        at = f"{row.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        print(f"{at}  {who:<20}  met {row.met.value}, chose {chose}, {end}")
    if not found:
        print("Nobody has called yet.")
    return WELL


def _journal(asked: argparse.Namespace) -> int:
    def whole(page: Callable[[int], tuple[dict[str, Any], ...]]) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        while found := page(entries[-1]["seq"] if entries else 0):
            entries += found
        return entries

    entries = _stored(
        asked,
        lambda ask: whole(lambda after: ask(ReadJournal(after=after)).journal),
        lambda store: whole(store.journal),
    )
    if asked.json:
        print(as_json.text(entries))
        return WELL
    for entry in entries:
        rest = ", ".join(f"{k} {v}" for k, v in entry.items() if k not in ("seq", "at", "event"))
        print(f"{entry['seq']:>7}  {entry['at']}  {entry['event']}{f'  {rest}' if rest else ''}")
    return WELL


def _doctor(asked: argparse.Namespace) -> int:
    from desk.doctor import examine

    found = examine(settings_file(asked.settings), _data(asked))
    if asked.json:
        print(as_json.text([{"check": f.check, "ok": f.ok, "what": f.what, "do": f.do} for f in found]))
    else:
        for f in found:
            print(f"{'ok' if f.ok else '!!'}  {f.check:<9} {f.what}{f' {f.do}' if f.do else ''}")
    return WELL if all(f.ok for f in found) else FAILED


if __name__ == "__main__":
    sys.exit(main())
