"""The other end of the local socket for commands: one request, one reply, no waiting for ever."""

from __future__ import annotations

import socket
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from desk.link_types import AnyRequest, FromEngine, Reply

PATIENCE = 10.0
"""Seconds a reply may take."""


class NotRunning(Exception):
    """No engine answers on this socket."""


class NotAnswering(Exception):
    """An engine has this socket and does not answer in time."""


class LinkClient:
    """A connection to the engine at `path`. Raises `NotRunning` when none answers."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(patience)
        try:
            self._socket.connect(str(path))
        except OSError as error:
            self._socket.close()
            raise NotRunning from error
        self._file = self._socket.makefile("rb")

    def ask(self, request: AnyRequest) -> Reply:
        """Send one request and wait for its reply. Raises `NotRunning` when the engine goes away.

        `NotAnswering` when it takes longer than the patience.
        """
        try:
            self._socket.sendall(msgspec.json.encode(request) + b"\n")
            while line := self._file.readline():
                said = _decoder.decode(line)
                if isinstance(said, Reply):
                    return said
        except TimeoutError as error:
            raise NotAnswering from error
        except (OSError, msgspec.DecodeError) as error:
            raise NotRunning from error
        raise NotRunning

    def close(self) -> None:
        """End the connection."""
        self._file.close()
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_decoder: msgspec.json.Decoder[FromEngine] = msgspec.json.Decoder(FromEngine)
