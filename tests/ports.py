"""Ports for programs that must be told one before they open it.

Who can open port 0 itself and keep it does that. For all others `free_port` reserves: what it gives is given
to nobody else, in no thread and no process of this user, until this process ends. The system gives none of
these away by itself (its own begin at 32768), and Asterisk (20000) and our own sound (10000) take others.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import socket
import threading
from contextlib import ExitStack
from functools import cache
from itertools import chain
from pathlib import Path
from typing import BinaryIO

FEW = 4
"""So many are asked for at once, if not more: from the lower ports, so that whole ranges stay free above."""
FIRST, MANY, END = 2048, 7000, 10_000

_given: set[int] = set()
_giving = threading.Lock()


def free_port(host: str = "127.0.0.1", ports: int = FEW) -> int:
    """A port, free for UDP and TCP. It and those after it, `ports` together, are the caller's."""
    first, end = (FIRST, MANY) if ports <= FEW else (MANY, END)
    with _giving:
        places = range(first, end - ports + 1, max(ports, FEW))
        begin = secrets.randbelow(len(places))
        for port in chain(places[begin:], places[:begin]):
            wanted = range(port, port + ports)
            if _given.isdisjoint(wanted) and _reserve(host, wanted):
                _given.update(wanted)
                return port
    raise AssertionError("no port is free")


def _reserve(host: str, wanted: range) -> bool:
    """Whether they are ours now: a lock on a byte for each, which the system lifts when this process ends."""
    where = (len(wanted), wanted.start)
    try:
        fcntl.lockf(_held(), fcntl.LOCK_EX | fcntl.LOCK_NB, *where)
    except OSError:
        return False
    if all(_free(host, port) for port in wanted):
        return True
    fcntl.lockf(_held(), fcntl.LOCK_UN, *where)
    return False


@cache
def _held() -> BinaryIO:
    # opened once: to close it would lift every lock of this process on it
    return Path("/tmp", f"onemoment-test-ports.{os.getuid()}").open("ab")


def _free(host: str, port: int) -> bool:
    with ExitStack() as opened, contextlib.suppress(OSError):
        for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
            opened.enter_context(socket.socket(socket.AF_INET, kind)).bind((host, port))
        return True
    return False
