"""Commands that start a program: the window, the engine, a practice caller, the doctor."""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys

from config.settings import load
from desk import as_json
from desk.cli.asking import FAILED, REFUSED, WELL, Sorry, ask, data
from desk.link_types import AskPracticePass, Practise
from desk.places import settings_file, socket_path


def window(asked: argparse.Namespace) -> int:
    """The windows, and the engine if none runs."""
    settings = load(settings_file(asked.settings))
    need_display(" or run the engine alone with: onemoment engine")
    from ui.app import main as windows

    folder = data(asked)
    command = [sys.executable, "-m", "desk.cli", "engine", "--data", str(folder)]
    if asked.settings is not None:
        command += ["--settings", asked.settings]
    return windows(socket_path(folder), command, settings.desk.language, folder / "window.ini")


def need_display(instead: str = "") -> None:
    """Raises `Sorry` where there is no screen."""
    named = (os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not any(named):
        do = f"Start it in a desktop session{f',{instead}' if instead else '.'}"
        raise Sorry("There is no screen to show the window on.", do, REFUSED)


def engine(asked: argparse.Namespace) -> int:
    """The engine alone, until it is told to stop."""
    # numbers and names never get here; what does is for the person who looks after the machine
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    settings = load(settings_file(asked.settings))
    from desk.lean import be_lean
    from desk.priority import be_punctual

    be_lean()
    be_punctual()
    from audio.sentences import PromptError
    from desk.serve import serve
    from desk.store import StoreRefused

    try:
        return serve(settings, data(asked))
    except StoreRefused as refused:
        raise Sorry(refused.happened, refused.do, REFUSED) from None
    except PromptError as wrong:
        raise Sorry(str(wrong), "Put that prompt file right.", REFUSED) from None
    except OSError as error:
        place = error.filename or data(asked)
        raise Sorry(
            f"The engine cannot work with {place}: {error.strerror or type(error).__name__}.",
            "Look at its rights and at the disk's space, or name another folder with --data.",
        ) from None


def practice(asked: argparse.Namespace) -> int:
    """A practice caller, to its end."""
    from desk.practice import practice_command, practice_environment

    given = ask(asked, AskPracticePass()).practice_pass
    if given is None:
        raise Sorry("The engine gave no line to practise on.", "Run: onemoment doctor")
    wanted = Practise(
        press=asked.press, number=asked.number, withhold=asked.withhold, hang_up_after=asked.hang_up_after
    )
    command = practice_command(given, wanted, json=asked.json)
    ended = subprocess.run(command, env=practice_environment(given), check=False).returncode
    return WELL if ended == 0 else REFUSED if ended == REFUSED else FAILED


def doctor(asked: argparse.Namespace) -> int:
    """What is well and what is not."""
    from desk.doctor import examine

    found = examine(settings_file(asked.settings), data(asked), mail=asked.mail)
    if asked.json:
        print(as_json.text([{"check": f.check, "ok": f.ok, "what": f.what, "do": f.do} for f in found]))
    else:
        for f in found:
            print(f"{'ok' if f.ok else '!!'}  {f.check:<11} {f.what}{f' {f.do}' if f.do else ''}")
    return WELL if all(f.ok for f in found) else FAILED
