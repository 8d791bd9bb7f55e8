"""How the practice caller is started, which is a program of its own."""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path

from audio.wav import write_wav
from desk.channels.phone.door import PRACTICE_TOKEN
from desk.core.commands import Phrase
from desk.link_types import PracticePass, Practise
from desk.mistakes import where
from desk.sounds import Sounds

log = logging.getLogger(__name__)

_RATE = 8000


def practice_voice(sounds: Sounds, data: Path) -> str:
    """The file with what the practice caller says, in the desk's language. Made anew: tens of milliseconds.

    Empty when it cannot be made: the caller then has its own few notes.
    """
    file = data / "voice" / "practice_hello.wav"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_wav(file, sounds.clip(Phrase(name="practice_hello"), _RATE), _RATE)
    except Exception as error:
        log.warning("the practice caller has no words: %s", where(error))
        return ""
    return str(file)


def bare(number: str | None) -> str | None:
    """A number as it is dialled, without what people write between its digits."""
    return None if number is None else re.sub(r"(?!^-)[ ()./-]", "", number)


def practice_command(given: PracticePass, wanted: Practise, *, json: bool = False) -> list[str]:
    """What to run so that a practice caller rings the line of this pass as wanted."""
    # one word each: a value may begin with a dash
    command = [sys.executable, "-m", "desk.channels.phone.practice", given.uri]
    if wanted.press:
        command += [f"--press={wanted.press}"]
    if (number := bare(wanted.number)) is not None:
        command += [f"--number={number}"]
    if wanted.withhold:
        command += ["--withhold"]
    if wanted.hang_up_after is not None:
        command += [f"--hang-up-after={wanted.hang_up_after}"]
    if given.voice:
        command += [f"--voice={given.voice}"]
    if json:
        command += ["--json"]
    return command


def practice_environment(given: PracticePass) -> dict[str, str]:
    """The environment to run it in: ours, and the word that lets the call in."""
    return {**os.environ, PRACTICE_TOKEN: given.token}
