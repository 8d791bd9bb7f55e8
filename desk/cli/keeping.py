"""Commands about the records themselves: are they whole, back them up, put them back, erase somebody."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from config.settings import load
from desk import as_json
from desk.cli.asking import FAILED, REFUSED, WELL, Sorry, are_kept, data, well
from desk.cli.declaring import Commands
from desk.core.model import Desk, Policy
from desk.core.step import followed, replay, taken
from desk.link_client import LinkClient, NotRunning
from desk.link_types import ForgetNumber, Forgetting
from desk.places import settings_file, socket_path

if TYPE_CHECKING:
    from desk.core.events import Event

T = TypeVar("T")


def declare(commands: Commands) -> None:
    """Add these commands."""
    verify = commands.command("verify", _verify, "is the journal, or a backup, what was once written")
    verify.add_argument("file", nargs="?", metavar="FILE", help="a backup instead of the data folder")
    rebuild = commands.command("rebuild", _rebuild, "compute the lists again from the journal")
    rebuild.add_argument("--apply", action="store_true", help="put them in place of those that differ")
    backup = commands.command("backup", _backup, "write a backup, beside a running engine too")
    backup.add_argument("file", metavar="FILE", help="a new file, or a folder to make one in")
    backup.add_argument(
        "--keep", type=_count, metavar="N", help="in a folder: keep the last N made there, remove older ones"
    )
    restore = commands.command("restore", _restore, "put a backup into an empty data folder")
    restore.add_argument("file", metavar="FILE", help="the backup")
    erase = commands.command("erase", _erase, "erase who has a number; what was counted stays", by=True)
    erase.add_argument(
        "--number", required=True, metavar="N", help="as you write it; - reads it from standard input"
    )
    erase.add_argument("--yes", action="store_true", help="do it without asking, open promises included")


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of backups. Give 1 to 1000.")


def _records(asked: argparse.Namespace) -> Path:
    """The data folder, in which there are records. Raises `Sorry`."""
    folder = data(asked)
    if not are_kept(folder):
        raise Sorry("One Moment has not run here yet.", "Start it with: onemoment")
    return folder


def _kept(do: Callable[[], T]) -> T:
    """What is asked of the records. Raises `Sorry`."""
    from desk.store import CannotWrite, StoreTrouble

    try:
        return do()
    except StoreTrouble as trouble:
        code = FAILED if isinstance(trouble, CannotWrite) else REFUSED
        raise Sorry(trouble.happened, trouble.do, code) from None


def _verify(asked: argparse.Namespace) -> int:
    from desk.store import archive, checking

    if asked.file is not None:
        made = _kept(lambda: archive.read(Path(asked.file)))
        if asked.json:
            print(as_json.text({"whole": True, "entries": made.entries, "made_at": made.made_at}))
        else:
            what = _backed_up(made.entries, made.messages)
            print(f"The backup of {made.made_at:%Y-%m-%d %H:%M} UTC is whole: {what}.")
        return WELL
    folder = _records(asked)
    found = _kept(lambda: checking.verify(folder))
    if asked.json:
        print(as_json.text({"whole": found.whole, **found._asdict()}))
        return WELL if found.whole else FAILED
    if found.broken is not None:
        print(
            f"Entry {found.broken} of the journal is not what was written; those before it are.",
            "Keep the data folder as it is, and put a backup of before into another one: onemoment restore",
            sep="\n",
        )
    elif found.lost:
        print(
            f"The journal ends with entry {found.entries}; {_of(found.lost, 'entry', 'entries')} after it"
            f" {'is' if found.lost == 1 else 'are'} gone.",
            "If an older copy was put back, that is why; if not, keep the data folder as it is.",
            sep="\n",
        )
    else:
        last = f", the last of {found.last_at[:16].replace('T', ' ')} UTC" if found.entries else ""
        print(f"The journal is whole: {_of(found.entries, 'entry', 'entries')}{last}.")
    return WELL if found.whole else FAILED


@contextlib.contextmanager
def _percent() -> Iterator[Callable[[int, int], None]]:
    """How far it is, on a terminal's last line, for a person who waits; nothing of it stays."""
    seen = sys.stderr.isatty()

    def told(done: int, of: int) -> None:
        if seen:
            print(f"\r{100 * done // of} %", end="", file=sys.stderr, flush=True)

    try:
        yield told
    finally:
        if seen:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _rebuild(asked: argparse.Namespace) -> int:
    from desk.store import Store, checking

    folder = _records(asked)

    def fold(desk: Desk, event: Event) -> Desk:
        return followed(desk, event, Policy())

    def applied() -> int:
        store = Store.open(folder)
        try:
            return len(store.rebuild(fold))
        finally:
            store.close()

    with _percent() as told:
        found = _kept(lambda: checking.differences(folder, fold, told))
    done = bool(found) and asked.apply and bool(_kept(applied))
    if asked.json:
        print(as_json.text({"differences": [d._asdict() for d in found], "applied": done}))
        return WELL if done or not found else FAILED
    for d in found:
        print(f"{d.table} {d.key}: {', '.join(d.columns)}")
    if not found:
        print("The lists are what follows from the journal.")
    elif done:
        print(f"{_of(len(found), 'row', 'rows')} put right.")
    else:
        print(f"{_of(len(found), 'row', 'rows')} differ. To put them right: onemoment rebuild --apply")
    return WELL if done or not found else FAILED


def _backup(asked: argparse.Namespace) -> int:
    from desk.store import backups

    folder, now, file = _records(asked), datetime.now(UTC), Path(asked.file).absolute()
    if asked.keep is not None:
        with contextlib.suppress(OSError):
            file.mkdir(mode=0o700, exist_ok=True)
        if not file.is_dir():
            raise Sorry(f"There is no folder {file}.", "Make it, or name another place.", REFUSED)
    target = file / backups.name_at(now) if file.is_dir() else file
    made = _kept(lambda: backups.make(folder, target, now))
    removed = _kept(lambda: backups.keep_last(file, asked.keep)) if asked.keep is not None else 0
    if asked.json:
        told = {"file": str(target), "entries": made.entries, "messages": made.messages, "gone": made.gone}
        print(as_json.text(told | {"removed": removed}))
        return WELL
    print(f"Backed up and read again: {_backed_up(made.entries, made.messages)}, in {target}.")
    if made.gone:
        print(f"{_of(made.gone, 'message had', 'messages had')} no file any more.")
    if removed:
        print(f"{_of(removed, 'older backup was', 'older backups were')} removed.")
    return WELL


def _restore(asked: argparse.Namespace) -> int:
    from desk.store import restoring

    folder = data(asked)
    made = _kept(lambda: restoring.restore(Path(asked.file), folder))
    if asked.json:
        told = {"folder": str(folder), "entries": made.entries, "messages": made.messages}
        print(as_json.text(told | {"made_at": made.made_at}))
        return WELL
    print(f"Put back as of {made.made_at:%Y-%m-%d %H:%M} UTC: {_backed_up(made.entries, made.messages)}.")
    return WELL


def _erase(asked: argparse.Namespace) -> int:
    asked.number = (sys.stdin.readline().strip() if asked.number == "-" else asked.number)[:80]
    found = _forget(asked, apply=False)
    if found.known:
        if found.live:
            raise Sorry(
                "A call of theirs is going on, or was cut when One Moment last stopped.",
                "Wait until it has ended (or start One Moment once), then try again.",
            )
        if not asked.yes:
            _agreed(found)
        found = _forget(asked, apply=True)
        if not found.done:
            raise Sorry("They called just now, so nothing was erased.", "Try again.")
    if asked.json:
        print(as_json.text(as_json.forgetting(found)))
    elif not found.known:
        print("Nothing is kept of this number.")
    else:
        print(f"Erased: {_what(found)}.")
        if found.promises:
            print(f"Cancelled: {_promises(found)}.")
        if found.other_numbers:
            print(_others(found))
        print("Backups made before still have it, until they are removed.")
    return WELL


def _forget(asked: argparse.Namespace, *, apply: bool) -> Forgetting:
    """By the engine when one runs, else on the folder itself. Raises `Sorry`."""
    request = ForgetNumber(number=asked.number, apply=apply, cancel=apply, by=asked.by)
    try:
        with LinkClient(socket_path(data(asked))) as client:
            found = well(client.ask(request)).forgetting
    except NotRunning:
        return _kept(lambda: _forget_on_the_folder(asked, request))
    if found is None:
        raise Sorry("The engine sent no answer.", "Stop it and start onemoment again.")
    return found


def _forget_on_the_folder(asked: argparse.Namespace, request: ForgetNumber) -> Forgetting:
    from msgspec.structs import replace

    from desk import forgetting
    from desk.core.model import Dial
    from desk.numbers import Numbers
    from desk.store import Store

    folder, settings = _records(asked), load(settings_file(asked.settings))
    store = Store.open(folder)
    try:
        number, dial = Numbers(settings, store).form_of(request.number)
        if number is None or dial in (Dial.NOTHING, Dial.WITHHELD):
            raise Sorry("No telephone has this number.", "Look at its digits again.")
        loaded = store.load()
        desk = replay(loaded.desk or Desk(), (event for _, event in loaded.events_after), Policy())
        keys, found = forgetting.look(store, desk, number)
        if not request.apply or found.live:
            return found
        policy, by = desk.policy or Policy(), store.person_key(request.by)
        for event in forgetting.events(keys, found, datetime.now(UTC), by):
            done = [(now, before, after) for now, before, after, _ in taken(desk, event, policy)]
            store.append(done)
            desk = done[-1][2]
        return replace(found, done=True)
    finally:
        store.close()


def _agreed(found: Forgetting) -> None:
    """Ask the person. Raises `Sorry` unless the answer is yes."""
    print(f"Of this number there is {_what(found)}.", file=sys.stderr)
    if found.other_numbers:
        print(_others(found), file=sys.stderr)
    if found.promises:
        print(f"Still open, and then cancelled: {_promises(found)}.", file=sys.stderr)
    if not sys.stdin.isatty():
        raise Sorry("Nothing was erased.", "Say --yes to erase it without being asked.", REFUSED)
    print("Erase it for good? Type yes: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() != "yes":
        raise Sorry("Nothing was erased.", "")


def _what(found: Forgetting) -> str:
    said = [
        "the number",
        *(["a name"] if found.named or found.people else []),
        *([_of(found.people, "person in the directory", "people in the directory")] if found.people else []),
        *([_of(found.messages, "message", "messages")] if found.messages else []),
        *([_of(found.notes, "note", "notes")] if found.notes else []),
    ]
    calls = f"{_of(found.calls, 'call stays', 'calls stay')} counted, without the number"
    return f"{', '.join(said)}; {calls}"


def _others(found: Forgetting) -> str:
    numbers = ", ".join(found.other_numbers)
    return f"Who has it is kept under {numbers} too. To erase all of a person, erase each of their numbers."


def _promises(found: Forgetting) -> str:
    which = ", ".join(str(promise) for promise in found.promises)
    return f"promise {which}" if len(found.promises) == 1 else f"promises {which}"


def _backed_up(entries: int, messages: int) -> str:
    return f"{_of(entries, 'entry', 'entries')} of the journal, {_of(messages, 'message', 'messages')}"


def _of(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
