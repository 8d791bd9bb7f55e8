"""What the SIP stack says of itself, kept free of callers' numbers: its log lines, and what it prints on fd
2.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import select
import threading
from collections.abc import Callable

from audio.portaudio import moving_stderr

_URI_USER = re.compile(r"(sips?:|tel:)[^@\s<>;,\"]+", re.IGNORECASE)
_DIGITS = re.compile(r"\+?\d{6,}")
_SPACED = re.compile(r"[+(]*\d(?:[^\w;,=\"]*_*\d){3,}")
"""A number as people write it: its digits with anything between them that ends no word of a header."""
_BY_WHOM = re.compile(
    r"\bby\b[\s:]*\\?(?P<open>[\"'“”„«»‘’]).*?(?:[\"'“”„«»‘’]|$)", re.IGNORECASE | re.DOTALL
)
_HEAD = re.compile(
    r"\s*(?P<protocol>[A-Za-z][\w.-]*)\s*;(?:.*?;)?\s*cause\s*=\s*(?P<cause>\d{1,3})(?!\d)", re.DOTALL
)
_REPLACED = " replaced"
"""Ends what the stack says of a call that an INVITE with Replaces took the place of (RFC 3891): the rest is
the call's own id and tags, which let somebody in.
"""
_LONGEST_REASON = 80
_GARBAGE = (b"msg decode err", b"unhandled request from ")
"""What is no SIP, and requests that nobody here has anything to do with, in the sender's own words."""
LINES_A_MINUTE = 30
"""Of what the stack says; anybody who can reach the line makes it say something with every packet."""

log = logging.getLogger("desk.channels.phone.stack")


def scrubbed(text: str) -> str:
    """The text without the users of SIP addresses and without anything long enough to be a number."""
    return _DIGITS.sub("…", _URI_USER.sub(r"\1…", text))


def reason(text: str) -> str:
    """A Reason header (RFC 3326), or what the stack says of an end: short, without numbers and by whom.

    Of a longer one the protocol and the cause come first, as they do by custom.
    """
    if text.endswith(_REPLACED):
        return "replaced by another call"
    text = " ".join(_URI_USER.sub(r"\1…", _BY_WHOM.sub("by …", text)).split())
    said = _SPACED.sub("…", text)
    if len(said) <= _LONGEST_REASON:
        return said
    head = _HEAD.match(said)
    if head is not None and head.end() >= _LONGEST_REASON:
        protocol, cause = head["protocol"][:20], head["cause"]
        said = f"{protocol};cause={cause};{said[said.index(';') + 1 :]}"
    return f"{said[: _LONGEST_REASON - 1]}…"


class _Scrubbing(logging.Handler):
    """Hands the binding's records on under our own name, scrubbed; their extra fields (peers) stay behind.

    No more than `LINES_A_MINUTE`, or a stranger fills the disk: then how many were left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._since = -60.0
        self._said = 0

    def emit(self, record: logging.LogRecord) -> None:
        if not log.isEnabledFor(record.levelno):
            return
        if record.created >= self._since + 60 or record.created < self._since:  # or the clock was set
            left_out = self._said - LINES_A_MINUTE
            self._since, self._said = record.created, 0
            if left_out > 0:
                log.warning("The SIP stack said %d lines more than are kept of a minute.", left_out)
        self._said += 1
        if self._said <= LINES_A_MINUTE:
            log.log(record.levelno, "%s: %s", record.name, scrubbed(record.getMessage()))


class QuietStack:
    """While open, the binding's loggers reach ours scrubbed, and the SIP trace reaches `trace` only."""

    def __init__(self, trace: logging.Handler) -> None:
        self._pairs = (
            (logging.getLogger("baresip"), _Scrubbing(), logging.INFO),
            (logging.getLogger("baresip.native.sip"), trace, logging.DEBUG),
        )
        self._before: list[tuple[bool, int]] = []

    def open(self) -> None:
        """Take the loggers over."""
        for logger, handler, level in self._pairs:
            self._before.append((logger.propagate, logger.level))
            logger.propagate = False
            logger.setLevel(level)
            logger.addHandler(handler)

    def close(self) -> None:
        """Give them back."""
        for (logger, handler, _), (propagate, level) in zip(self._pairs, self._before, strict=False):
            logger.removeHandler(handler)
            logger.propagate = propagate
            logger.setLevel(level)
        self._before.clear()


_ASIDE = 2.0
"""Seconds to wait for a sound system that starts; one that hangs is not waited for."""


class StderrTap:
    """Counts what the SIP parser prints on fd 2 about datagrams that are no SIP, or no request that is
    answered here, and passes everything else on.

    The library prints these natively and tells nobody else. `garbage` is called on the tap's own thread, once
    a line. A pipe stands in for fd 2 while the tap is open.
    """

    def __init__(self, garbage: Callable[[], None]) -> None:
        self._garbage = garbage
        self._saved = -1
        self._ends: tuple[int, ...] = ()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Put the pipe in the place of fd 2. OSError when the process has no such thing."""
        self._saved = os.dup(2)
        read, write = os.pipe()
        stop_read, stop_write = os.pipe()
        os.set_blocking(read, False)
        # PortAudio's start puts fd 2 aside for a moment, and back what was there before
        aside = moving_stderr.acquire(timeout=_ASIDE)
        os.dup2(write, 2)
        if aside:
            moving_stderr.release()
        os.close(write)
        self._ends = (read, stop_read, stop_write)
        self._thread = threading.Thread(
            target=self._pass_on, args=(read, stop_read), name="stderr-tap", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Give fd 2 back and pass on what is left."""
        if self._thread is None:
            return
        os.dup2(self._saved, 2)
        os.write(self._ends[2], b".")
        self._thread.join(2)
        self._thread = None
        for end in (*self._ends, self._saved):
            os.close(end)

    def _pass_on(self, read: int, stop: int) -> None:
        rest = b""
        watched = [read, stop]
        while True:
            ready, _, _ = select.select(watched, [], [])
            while True:
                try:
                    data = os.read(read, 65536)
                except BlockingIOError:
                    break
                if not data:  # somebody put another file in the place of fd 2: nothing comes any more
                    watched = [stop]
                    break
                *lines, rest = (rest + data).split(b"\n")
                for line in lines:
                    self._line(line + b"\n")
            if rest and not _may_become_garbage(rest):  # what may is kept until it is whole
                self._line(rest)
                rest = b""
            if stop in ready:
                self._line(rest)
                return

    def _line(self, line: bytes) -> None:
        if any(garbage in line for garbage in _GARBAGE):
            self._garbage()
        elif line:
            if b"sip:" in line or b"sips:" in line:
                line = scrubbed(line.decode("utf-8", "replace")).encode()
            with contextlib.suppress(OSError):
                os.write(self._saved, line)


def _may_become_garbage(begun: bytes) -> bool:
    return any(begun.startswith(start) or start.startswith(begun) for start in (b"sip", b"unhandled request"))
