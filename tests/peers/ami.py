"""Asterisk's manager line (AMI), as much of it as the tests speak: actions with their answers, and events."""

import contextlib
import itertools
import socket
import threading
import time
from collections.abc import Callable, Iterable

Message = dict[str, str]


class ManagerError(Exception):
    """Asterisk refused an action, or said nothing in time."""


class Manager:
    """One connection. A thread reads it; whoever waits is woken by each message."""

    def __init__(self, ip: str, port: int, secret: str) -> None:
        self._socket = socket.create_connection((ip, port), timeout=5)
        self._socket.settimeout(None)
        self._numbers = itertools.count(1)
        self._arrived = threading.Condition()
        self._messages: list[tuple[float, Message]] = []
        self._closed = False
        self._reader = threading.Thread(target=self._read, name="asterisk manager", daemon=True)
        self._reader.start()
        self.act("Login", Username="tests", Secret=secret)

    def act(self, action: str, *variables: str, **fields: str) -> Message:
        """Sends an action and returns its answer; `variables` are channel variables, each NAME=VALUE."""
        number = str(next(self._numbers))
        lines = [
            f"Action: {action}",
            f"ActionID: {number}",
            *(f"{key}: {value}" for key, value in fields.items()),
        ]
        lines += [f"Variable: {variable}" for variable in variables]
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        _, answer = self.wait(lambda message: message.get("ActionID") == number and "Response" in message, 10)
        if answer["Response"] not in ("Success", "Goodbye"):
            raise ManagerError(f"{action}: {answer}")
        return answer

    def wait(self, wanted: Callable[[Message], bool], timeout: float) -> tuple[float, Message]:
        """The first message so far that is wanted, with the monotonic time it came at."""
        until = time.monotonic() + timeout
        seen = 0
        with self._arrived:
            while True:
                for at, message in self._messages[seen:]:
                    if wanted(message):
                        return at, message
                seen = len(self._messages)
                left = until - time.monotonic()
                if left <= 0 or self._closed:
                    raise ManagerError(
                        "Asterisk is gone." if self._closed else f"Nothing came in {timeout:g} s."
                    )
                self._arrived.wait(left)

    def events(self, name: str) -> list[tuple[float, Message]]:
        """All user events of that name so far."""
        with self._arrived:
            return [(at, message) for at, message in self._messages if message.get("UserEvent") == name]

    def keys(self, channel: str, linked: str = "") -> str:
        """The keys that came in by that channel so far (RFC 4733, or tones where it listens for them).

        With `linked` by any channel whose name begins so, of the call that this one began.
        """
        with self._arrived:
            return "".join(
                message.get("Digit", "")
                for _, message in self._messages
                if message.get("Event") == "DTMFEnd"
                and message.get("Direction") == "Received"
                and (message.get("Linkedid") == linked if linked else message.get("Channel") == channel)
                and message.get("Channel", "").startswith(channel)
            )

    def close(self) -> None:
        """Ends the connection."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._reader.join(5)
        self._socket.close()

    def _read(self) -> None:
        with self._socket.makefile("r", encoding="utf-8", errors="replace", newline="\r\n") as stream:
            for message in _messages(stream):
                with self._arrived:
                    self._messages.append((time.monotonic(), message))
                    self._arrived.notify_all()
        with self._arrived:
            self._closed = True
            self._arrived.notify_all()


def _messages(lines: Iterable[str]) -> Iterable[Message]:
    message: Message = {}
    try:
        for line in lines:
            key, colon, value = line.rstrip("\r\n").partition(":")
            if not line.strip():
                if message:
                    yield message
                message = {}
            elif not colon:
                continue  # the greeting
            elif key in message:
                message[key] += "\n" + value.removeprefix(" ")
            else:
                message[key] = value.removeprefix(" ")
    except OSError:
        return
