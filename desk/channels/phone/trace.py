"""What only the SIP trace tells: who really sent an INVITE, its raw headers, and why a call was ended (RFC
3326).

The binding's events have no source address and no headers of a CANCEL or BYE. Its trace has whole messages,
on a thread of its own, a fraction of a millisecond before the event, which is not promised: `Wire` keeps what
was heard until somebody asks. The text comes off the network: `parse` takes anything and never raises.
"""

from __future__ import annotations

import logging
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

_FIRST = re.compile(r"(RX|TX) (\w+) (\S+) -> (\S+)")
_REQUEST = re.compile(r"([A-Z]{1,20}) \S.* SIP/2\.0\s*")
_SHORT = {"i": "call-id", "f": "from", "t": "to", "m": "contact", "v": "via"}
_CAUSE = re.compile(r";\s*cause\s*=\s*\"?(\d+)", re.IGNORECASE)
_KEPT = 1024
"""Calls remembered at once; more than ever ring together, and a flood of INVITEs cannot fill the memory."""
_LONGEST = 16_384


@dataclass(frozen=True, slots=True)
class Message:
    """One SIP request that came in: the address it came from and its headers, names in small letters."""

    source: str
    method: str
    call_id: str
    headers: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a header, in order."""
        return self.headers.get(name, ())

    def first(self, name: str) -> str:
        """The first value of a header, empty without one."""
        return next(iter(self.all(name)), "")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a call was ended from the other side: by which method, and the Reason header as it came."""

    method: str
    reason: str

    @property
    def answered_elsewhere(self) -> bool:
        """True for a CANCEL whose Reason says so: protocol SIP, cause 200 (RFC 3326 section 3.1)."""
        return self.method == "CANCEL" and elsewhere(self.reason)


def elsewhere(reason: str) -> bool:
    """Whether a Reason header has the value SIP;cause=200. Other protocols' 200 means nothing of the kind."""
    for value in re.sub(r'"(?:[^"\\]|\\.)*"', '""', reason).split(","):
        protocol = value.partition(";")[0].strip().upper()
        cause = _CAUSE.search(value)
        if protocol == "SIP" and cause is not None and cause[1] == "200":
            return True
    return False


def host_of(address: str) -> str:
    """The host of the trace's "host:port", brackets of IPv6 taken off."""
    return address.rpartition(":")[0].strip("[]")


def parse(record: str) -> Message | None:
    """A record of the trace as the request that came in; None for answers, for what we sent, and for
    nonsense.
    """
    where, _, text = record[:_LONGEST].partition("\n")
    came = _FIRST.match(where)
    if came is None or came[1] != "RX":
        return None
    lines = text.lstrip("\r\n").split("\n")
    request = _REQUEST.fullmatch(lines[0].rstrip("\r"))
    if request is None:
        return None
    headers: dict[str, list[str]] = {}
    last: list[str] | None = None
    for raw in lines[1:]:
        line = raw.rstrip("\r")
        if not line:
            break
        if line[0] in " \t":  # a folded header goes on (RFC 3261 section 7.3.1)
            if last:
                last[-1] = f"{last[-1]} {line.strip()}"
            continue
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if not colon or not name:
            last = None
            continue
        last = headers.setdefault(_SHORT.get(name, name), [])
        last.append(value.strip())
    call_id = headers.get("call-id", [""])[0]
    if not call_id:
        return None
    kept = {name: tuple(values) for name, values in headers.items()}
    return Message(host_of(came[3]), request[1], call_id, kept)


class Wire:
    """Remembers, by Call-ID, the INVITE that began a call and how it was ended. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._invites: OrderedDict[str, tuple[Message, ...]] = OrderedDict()
        self._endings: OrderedDict[str, Ending] = OrderedDict()

    def heard(self, record: str) -> None:
        """Take one record of the trace."""
        if not record.startswith("RX "):
            return
        message = parse(record)
        if message is None:
            return
        with self._lock:
            if message.method == "INVITE" and ";tag=" not in message.first("to").lower():
                # All are kept: a second INVITE with a known Call-ID must not lend its address to the first.
                known = self._invites.get(message.call_id, ())
                if not any(m.source == message.source for m in known):
                    self._invites[message.call_id] = (*known[:4], message)
            elif message.method in ("CANCEL", "BYE"):
                reason = ", ".join(message.all("reason"))
                self._endings.setdefault(message.call_id, Ending(message.method, reason))
            for kept in (self._invites, self._endings):
                while len(kept) > _KEPT:
                    kept.popitem(last=False)

    def invites(self, call_id: str) -> tuple[Message, ...]:
        """The INVITEs that began this call, one a source address; empty when none was heard (yet)."""
        with self._lock:
            return self._invites.get(call_id, ())

    def ending(self, call_id: str) -> Ending | None:
        """How this call was ended by the other side, None when that was not heard (yet)."""
        with self._lock:
            return self._endings.get(call_id)

    def forget(self, call_id: str) -> None:
        """This call is over."""
        with self._lock:
            self._invites.pop(call_id, None)
            self._endings.pop(call_id, None)


class TraceHandler(logging.Handler):
    """Takes the trace off the binding's logger, so that callers' numbers never reach a log."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(logging.DEBUG)
        self._wire = wire

    def emit(self, record: logging.LogRecord) -> None:
        """Called on the binding's log thread."""
        self._wire.heard(record.getMessage())
