"""The far end of calls: RTP sockets whose packets are stamped by the kernel as they arrive (RFC 3550).

One thread serves all sockets: it keeps every packet that comes, and to everybody it hears, or was told of, it
sends a caller's own sound every 20 ms, as a telephone does: quiet unless given something to say, or keys
(RFC 4733).
"""

import itertools
import secrets
import selectors
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

FRAME = 160
FRAME_S = 0.020
QUIET = b"\xff" * FRAME
EVENTS = 101
"""The payload type under which keys are sent; the SDP of `sip_caller` says so."""
LOUD = 200
"""A packet with a sample beyond this (-44 dBFS) is not silent; prompts have their loudest at over 5000."""
_STAMP = getattr(socket, "SO_TIMESTAMPNS", 35)  # Linux has it, Python gives no name to it


class Packet(NamedTuple):
    """One RTP packet: when the kernel took it in (seconds of the wall clock), and what stands in it."""

    at: float
    sequence: int
    stamp: int
    kind: int
    payload: bytes


@dataclass
class Stream:
    """What goes both ways with one other end."""

    address: tuple[str, int]
    packets: list[Packet] = field(default_factory=list)
    to_say: deque[tuple[int, bool, bytes]] = field(default_factory=deque)
    """Frames still to be sent: payload type, whether it begins a key, payload."""
    pressed_at: list[float] = field(default_factory=list)
    _source: bytes = field(default_factory=lambda: secrets.token_bytes(4))
    _stamp: int = 0
    _event_stamp: int = 0
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def next_frame(self) -> bytes:
        """The next packet to send; quiet when there is nothing to say."""
        kind, begins, payload = self.to_say.popleft() if self.to_say else (0, False, QUIET)
        self._stamp = (self._stamp + FRAME) & 0xFFFFFFFF
        if begins:
            self._event_stamp = self._stamp
            self.pressed_at.append(time.time())
        stamp = self._event_stamp if kind == EVENTS else self._stamp
        marked = 0x80 if begins and kind == EVENTS else 0
        return struct.pack("!BBHI", 0x80, kind | marked, next(self._numbers) & 0xFFFF, stamp) + (
            self._source + payload
        )

    def say(self, ulaw: bytes) -> None:
        """Send this sound; the moment its first packet goes is kept in `pressed_at`."""
        frames = [ulaw[at : at + FRAME].ljust(FRAME, b"\xff") for at in range(0, len(ulaw), FRAME)]
        self.to_say.extend((0, index == 0, frame) for index, frame in enumerate(frames))

    def press(self, key: str) -> None:
        """Press a key for 100 ms as telephone events: five packets, then the end three times."""
        event = "0123456789*#".index(key)
        for number in range(1, 9):
            ended, length = number > 5, min(number, 5) * FRAME
            payload = struct.pack("!BBH", event, 10 | (0x80 if ended else 0), length)
            self.to_say.append((EVENTS, number == 1, payload))

    @property
    def sound(self) -> list[Packet]:
        """The packets with sound in them."""
        return [packet for packet in self.packets if packet.kind in (0, 8)]

    def first_sound(self) -> float | None:
        """When the first packet came that was not silent."""
        return next((packet.at for packet in self.sound if not silent(packet)), None)

    def spacing(self) -> list[float]:
        """Seconds between each packet of sound and the one before it, where none was lost between."""
        sound = self.sound
        return [
            later.at - earlier.at
            for earlier, later in itertools.pairwise(sound)
            if (later.sequence - earlier.sequence) & 0xFFFF == 1
        ]

    def lost(self) -> int:
        """Packets of sound that never came, by the gaps in their numbers."""
        gaps = [(b.sequence - a.sequence) & 0xFFFF for a, b in itertools.pairwise(self.packets)]
        return sum(gap - 1 for gap in gaps if 1 < gap < 1000)

    def pcm(self) -> bytes:
        """All that was heard as PCM at 8 kHz; what was lost is silence."""
        heard: list[NDArray[np.int16]] = []
        before: int | None = None
        for packet in self.sound:
            gap = 1 if before is None else (packet.sequence - before) & 0xFFFF
            if gap == 0 or gap > 1000:
                continue
            heard += [np.zeros(FRAME, np.int16)] * (gap - 1) + [decoded(packet)]
            before = packet.sequence
        return np.concatenate(heard).astype("<i2").tobytes() if heard else b""


class FarEnd:
    """The thread and its sockets. `open` gives a port; `streams(port)` what came to it, by who sent it."""

    def __init__(self) -> None:
        self._sockets: dict[int, tuple[socket.socket, dict[tuple[str, int], Stream]]] = {}
        self._selector = selectors.DefaultSelector()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self.late = 0.0
        """The longest that our own sending was late: a figure taken while this is large says little."""
        self._thread = threading.Thread(target=self._run, name="far end", daemon=True)

    def open(self) -> int:
        """A new port that takes RTP from anybody on loopback."""
        one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        one.bind(("127.0.0.1", 0))
        one.setblocking(False)
        one.setsockopt(socket.SOL_SOCKET, _STAMP, 1)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8_000_000)
        port = int(one.getsockname()[1])
        streams: dict[tuple[str, int], Stream] = {}
        with self._lock:
            self._sockets[port] = (one, streams)
            self._selector.register(one, selectors.EVENT_READ, (one, streams))
        return port

    def expect(self, port: int, address: tuple[str, int]) -> Stream:
        """Send to this address from now on, heard of it or not."""
        with self._lock:
            return self._sockets[port][1].setdefault(address, Stream(address))

    def streams(self, port: int) -> list[Stream]:
        with self._lock:
            return list(self._sockets[port][1].values())

    def close_port(self, port: int) -> list[Stream]:
        """No more of this port; what came to it."""
        with self._lock:
            one, streams = self._sockets.pop(port)
            self._selector.unregister(one)
            one.close()
            return list(streams.values())

    def _run(self) -> None:
        due = time.monotonic() + FRAME_S
        while not self._stop.is_set():
            now = time.monotonic()
            if now >= due:
                self.late = max(self.late, now - due)
                with self._lock:
                    for one, streams in self._sockets.values():
                        for stream in streams.values():
                            self._send(one, stream)
                due += FRAME_S
                continue
            for key, _ in self._selector.select(due - now):
                self._take(*key.data)

    @staticmethod
    def _send(one: socket.socket, stream: Stream) -> None:
        try:
            one.sendto(stream.next_frame(), stream.address)
        except OSError:
            return  # the call has ended and nobody listens there any more

    def _take(self, one: socket.socket, streams: dict[tuple[str, int], Stream]) -> None:
        with self._lock:
            for _ in range(200):
                try:
                    data, ancillary, _, address = one.recvmsg(2048, 64)
                except BlockingIOError:
                    return
                except OSError:
                    continue  # a refusal that came back for something sent
                if len(data) < 12:
                    continue
                at = stamped(ancillary)
                kind, sequence, stamp = data[1] & 0x7F, data[2] << 8 | data[3], int.from_bytes(data[4:8])
                stream = streams.get(address) or streams.setdefault(address, Stream(address))
                stream.packets.append(Packet(at, sequence, stamp, kind, data[12:]))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(5)
        for port in list(self._sockets):
            self.close_port(port)
        self._selector.close()


def stamped(ancillary: list[tuple[int, int, bytes]]) -> float:
    """When the kernel took a datagram in."""
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == _STAMP:
            seconds, nanoseconds = struct.unpack("qq", data[:16])
            return float(seconds) + float(nanoseconds) / 1e9
    return time.time()


def ask_for_stamps(one: socket.socket) -> None:
    """From now on this socket's datagrams say when they came."""
    one.setsockopt(socket.SOL_SOCKET, _STAMP, 1)


def _mu_law() -> NDArray[np.int16]:
    """ITU-T G.711: the linear value of each of the 256 mu-law codes."""
    codes = ~np.arange(256) & 0xFF
    exponent, mantissa = codes >> 4 & 7, codes & 15
    value = ((mantissa << 3) + 0x84 << exponent) - 0x84
    return np.where(codes & 0x80, -value, value).astype(np.int16)


MU_LAW = _mu_law()


def decoded(packet: Packet) -> NDArray[np.int16]:
    """A packet's sound as linear samples; only mu-law is offered by our callers."""
    return MU_LAW[np.frombuffer(packet.payload, np.uint8)]


def encoded(pcm: bytes) -> bytes:
    """PCM as mu-law, by the nearest code."""
    samples = np.frombuffer(pcm, "<i2")
    order = np.argsort(MU_LAW, kind="stable")
    values = MU_LAW[order].astype(np.int32)
    above = np.clip(np.searchsorted(values, samples), 1, 255)
    nearer = np.where(samples - values[above - 1] < values[above] - samples, above - 1, above)
    return order[nearer].astype(np.uint8).tobytes()


def silent(packet: Packet) -> bool:
    """Whether nothing is to be heard in this packet."""
    return not packet.payload or int(np.abs(decoded(packet).astype(np.int32)).max()) <= LOUD
