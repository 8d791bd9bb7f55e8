"""Where things are: settings, data, the socket. Standard folders of the system unless said otherwise."""

from __future__ import annotations

import hashlib
import os
import tempfile
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
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"{tempfile.gettempdir()}/one-moment-{os.getuid()}"
    return Path(runtime) / f"{short}.sock"
