"""Where things are: settings, data, the socket. Standard folders of the system unless said otherwise."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

import platformdirs

NAME = "one-moment"
LONGEST_SOCKET = 100
"""Bytes of a path a Unix socket may have: 108 with its end on Linux, 104 elsewhere (unix(7))."""


def settings_file(given: str | None) -> Path | None:
    """The settings file: the one given, else the standard one if it is there, else none."""
    if given is not None:
        return Path(given)
    standard = Path(platformdirs.user_config_dir(NAME)) / "onemoment.toml"
    return standard if standard.exists() else None


def own_folder() -> Path:
    """Where this person's windows keep how they look, beside the settings."""
    return Path(platformdirs.user_config_dir(NAME))


def data_folder(given: str | None) -> Path:
    """The folder of the journal, the messages and the rendered voice."""
    return Path(given) if given is not None else Path(platformdirs.user_data_dir(NAME))


def socket_path(data: Path) -> Path:
    """The engine's socket for this data folder, the same for every program that names the folder."""
    whole = data.resolve()
    path = whole / "engine.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET:
        return path
    short = hashlib.sha256(os.fsencode(whole)).hexdigest()[:16]
    return _runtime() / f"{short}.sock"


def log_socket_path(data: Path) -> Path:
    """A socket for a reader of the log, another each time: beside the engine's where that can be."""
    folder, name = data.resolve(), f"log-{secrets.token_hex(8)}.sock"
    path = folder / name
    fits = len(os.fsencode(path)) <= LONGEST_SOCKET and os.access(folder, os.W_OK)
    return path if fits else _runtime() / name


def log_sockets(folder: Path) -> list[Path]:
    """The sockets of readers of the log in this folder, also those that a killed one left."""
    return [*folder.glob(f"log-{'[0-9a-f]' * 16}.sock")]


def _runtime() -> Path:
    """A folder that is ours alone: in /tmp somebody else could be there before us, and be told the PIN."""
    return Path(os.environ.get("XDG_RUNTIME_DIR") or platformdirs.user_cache_dir(NAME))
