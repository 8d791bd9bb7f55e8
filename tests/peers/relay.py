"""A bad network between a telephone and the desk: sound packets are lost, late and out of order, SIP is not.

with Relay(engine.address, loss=0.05, jitter=0.03, seed=7) as relay:
    phone.call(relay.address)               # instead of engine.address
    relay.lost, relay.passed

It takes SIP by UDP and hands it on; in the descriptions of sound that it sees (SDP, RFC 4566) it puts ports
of its own, one pair a call. What follows the answer goes from end to end, but the sound goes through here.
"""

from __future__ import annotations

import heapq
import itertools
import random
import re
import selectors
import socket
import threading
import time
from types import TracebackType
from typing import Self

Address = tuple[str, int]
HOST = "127.0.0.1"


class Relay:
    """One, for any number of calls. Seconds; `loss` is the share of sound packets that never arrive.

    Each packet is late by something between nothing and twice `jitter`, so that many overtake others.
    """

    def __init__(self, desk: str, loss: float = 0.0, jitter: float = 0.0, seed: int = 1) -> None:
        host, _, port = desk.rpartition(":")
        self._desk: Address = (host, int(port))
        self._loss, self._jitter = loss, jitter
        self._chance = random.Random(seed)
        self._selector = selectors.DefaultSelector()
        self._outside = self._socket()  # where telephones call
        self._ways: dict[int, tuple[socket.socket, Address | None]] = {}  # by the socket where it comes in
        self._callers: dict[str, Address] = {}  # by Call-ID
        self._pairs: dict[str, tuple[socket.socket, socket.socket]] = {}
        self._late: list[tuple[float, int, socket.socket, bytes, Address]] = []
        self._number = itertools.count()
        self._stop = threading.Event()
        self.lost = self.passed = 0
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where the desk is called by this way."""
        return f"{HOST}:{self._outside.getsockname()[1]}"

    def close(self) -> None:
        """Let nothing pass any more."""
        self._stop.set()
        self._thread.join(5)
        for key in list(self._selector.get_map().values()):
            assert isinstance(key.fileobj, socket.socket)
            key.fileobj.close()
        self._selector.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _socket(self) -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind((HOST, 0))
        made.setblocking(False)
        self._selector.register(made, selectors.EVENT_READ)
        return made

    def _run(self) -> None:
        while not self._stop.is_set():
            now = time.monotonic()
            while self._late and self._late[0][0] <= now:
                _, _, by, packet, to = heapq.heappop(self._late)
                by.sendto(packet, to)
            wait = min(0.2, self._late[0][0] - now) if self._late else 0.2
            for key, _ in self._selector.select(max(0.0, wait)):
                assert isinstance(key.fileobj, socket.socket)
                try:
                    packet, source = key.fileobj.recvfrom(65536)
                except OSError:  # a port at the other end is closed already
                    continue
                if key.fileobj is self._outside:
                    self._signal(packet, source)
                else:
                    self._sound(key.fileobj, packet)

    def _sound(self, arrived: socket.socket, packet: bytes) -> None:
        by, to = self._ways[arrived.fileno()]
        if to is None:
            return  # the desk has not said where yet
        if self._chance.random() < self._loss:
            self.lost += 1
            return
        self.passed += 1
        at = time.monotonic() + self._chance.uniform(0, 2 * self._jitter)
        heapq.heappush(self._late, (at, next(self._number), by, packet, to))

    def _signal(self, packet: bytes, source: Address) -> None:
        text = packet.decode("utf-8", "replace")
        found = re.search(r"^Call-ID:\s*(\S+)", text, re.MULTILINE | re.IGNORECASE)
        if found is None:
            return
        call = found[1]
        from_desk = source == self._desk
        if not from_desk:
            self._callers.setdefault(call, source)
        to = self._callers.get(call) if from_desk else self._desk
        if to is not None:
            self._outside.sendto(self._described(text, call, from_desk).encode(), to)

    def _described(self, text: str, call: str, from_desk: bool) -> str:
        """The same message, its sound to be sent to us."""
        said = re.search(r"^m=audio (\d+) ", text, re.MULTILINE)
        if said is None:
            return text
        if call not in self._pairs:
            self._pairs[call] = (self._socket(), self._socket())
        for_desk, for_caller = self._pairs[call]
        # what comes in for one of them leaves from the port that the other one knows
        if from_desk:
            mine = for_caller
            self._ways[for_caller.fileno()] = (for_desk, (HOST, int(said[1])))
            self._ways.setdefault(for_desk.fileno(), (for_caller, None))
        else:
            mine = for_desk
            self._ways[for_desk.fileno()] = (for_caller, (HOST, int(said[1])))
            self._ways.setdefault(for_caller.fileno(), (for_desk, None))
        head, _, body = text.partition("\r\n\r\n")
        body = re.sub(r"^m=audio \d+ ", f"m=audio {mine.getsockname()[1]} ", body, flags=re.MULTILINE)
        body = re.sub(r"^a=rtcp:.*\r\n", "", body, flags=re.MULTILINE)
        head = re.sub(r"(?im)^(Content-Length|l):.*$", f"Content-Length: {len(body.encode())}\r", head)
        return f"{head}\r\n\r\n{body}".replace("\r\r\n", "\r\n")
