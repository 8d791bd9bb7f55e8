"""How the practice caller is started, which is a program of its own."""

from __future__ import annotations

import os
import sys

from desk.channels.phone.door import PRACTICE_TOKEN
from desk.link_types import Practise, Ticket


def practice_command(ticket: Ticket, wanted: Practise, *, json: bool = False) -> list[str]:
    """What to run so that a practice caller rings the line of this ticket as wanted."""
    # one word each: a value may begin with a dash
    command = [sys.executable, "-m", "desk.channels.phone.practice", ticket.uri]
    if wanted.press:
        command += [f"--press={wanted.press}"]
    if wanted.number is not None:
        command += [f"--number={wanted.number}"]
    if wanted.withhold:
        command += ["--withhold"]
    if wanted.hang_up_after is not None:
        command += [f"--hang-up-after={wanted.hang_up_after}"]
    if json:
        command += ["--json"]
    return command


def practice_environment(ticket: Ticket) -> dict[str, str]:
    """The environment to run it in: ours, and the word that lets the call in."""
    return {**os.environ, PRACTICE_TOKEN: ticket.token}
