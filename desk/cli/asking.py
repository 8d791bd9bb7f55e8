"""What every command needs: a way to ask the engine, and to say that something could not be done."""

from __future__ import annotations

import argparse
from datetime import MAXYEAR, MINYEAR, date
from pathlib import Path

from desk.core.views import View
from desk.link_client import LinkClient, NotRunning
from desk.link_types import AnyRequest, Look, Reply
from desk.places import data_folder, socket_path

WELL, FAILED, REFUSED = 0, 1, 2
"""Exit codes: done; could not be done now; cannot be done like this (wrong settings or arguments)."""


class Sorry(Exception):
    """A command could not be carried out: one sentence what happened, one what to do."""

    def __init__(self, happened: str, do: str, code: int = FAILED) -> None:
        super().__init__(f"{happened} {do}".strip())
        self.happened, self.do, self.code = happened, do, code


def data(asked: argparse.Namespace) -> Path:
    """The data folder it is about."""
    return data_folder(asked.data)


def day(text: str) -> date:
    """A day as a command is given it: one before and after which there is another."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not MINYEAR < found.year < MAXYEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is no day. Give it as 2026-11-16.")
    return found


def are_kept(folder: Path) -> bool:
    """Whether One Moment has run on this folder. Raises `Sorry` when this account may not look into it."""
    try:
        return any((folder / name).exists() for name in ("onemoment.db", "onemoment.last"))
    except PermissionError:
        do = "Ask who keeps it for the right to read it, or for a copy."
        raise Sorry(f"This account may not look into {folder}.", do, REFUSED) from None


def ask(asked: argparse.Namespace, request: AnyRequest) -> Reply:
    """What the engine replies. Raises `Sorry`."""
    try:
        with LinkClient(socket_path(data(asked))) as client:
            reply = client.ask(request)
    except NotRunning:
        raise Sorry("One Moment is not running.", "Start it with: onemoment") from None
    return well(reply)


def well(reply: Reply) -> Reply:
    """The reply when it says yes. Raises `Sorry`."""
    if not reply.ok:
        raise Sorry(reply.happened, reply.do)
    return reply


def look(asked: argparse.Namespace) -> View:
    """What the desk shows. Raises `Sorry`."""
    view = ask(asked, Look()).view
    if view is None:
        raise Sorry("The engine sent no answer.", "Stop it and start onemoment again.")
    return view
