"""The real programs: an engine to start and kill, what stands on its disk, and callers by SIPp."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import msgspec
import numpy as np

from audio import dtmf
from desk.core.model import Presence
from desk.link_types import ChoosePresence
from desk.store import journal
from tests import engine_process
from tests.engine_process import Options
from tests.ports import free_port

SIPP = Path(__file__).with_name("sipp")
NUMBERS = [f"+4420794601{n:02}" for n in range(100)]
"""Kept for films and plays (Ofcom)."""


def wait_for(true: Callable[[], object], seconds: float, what: str, every: float = 0.004) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, f"after {seconds} s: {what}"
        time.sleep(every)


class Records:
    """What stands on the disk, read by somebody else than the engine."""

    def __init__(self, data: Path) -> None:
        self._conn = sqlite3.connect(f"file:{data / 'onemoment.db'}?mode=ro", uri=True, timeout=1)

    def seq(self) -> int:
        return journal.tip(self._conn).seq

    def entries(self, after: int = 0) -> list[dict[str, Any]]:
        rows = self._conn.execute("SELECT body FROM journal WHERE seq > ? ORDER BY seq", (after,))
        return [msgspec.json.decode(body) for (body,) in rows]

    def events(self, after: int = 0) -> list[str]:
        return [entry["event"] for entry in self.entries(after)]

    def first_broken(self) -> int | None:
        return journal.first_broken(self._conn)

    def key_of(self, number: str) -> str | None:
        row = self._conn.execute("SELECT key FROM numbers WHERE number = ?", (number,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        self._conn.close()


class Engine(engine_process.Engine):
    """One on a port of its own which rings and speaks quickly, and from its start makes no sound at the desk.

    A program killed while JACK starts leaves its lock behind in /dev/shm, and every program after it that
    wants sound, ours or not, hangs.
    """

    def __init__(self, folder: Path, **sections: Options) -> None:
        policy = {"ring_free": 0.2, "ring_serving": 0.2, "menu_wait": 3, **sections.pop("policy", {})}
        super().__init__(folder, policy=policy, voice={"rate": 2.0}, **sections)

    def start(
        self, until: str | None = "ready", within: float = 30, env: Mapping[str, str] | None = None
    ) -> Self:
        super().start(until, within, env)
        if self.view().chosen is not Presence.SERVING:
            self.do(ChoosePresence(presence=Presence.SERVING))
        return self

    def records(self) -> Records:
        return Records(self.data)


@dataclass(frozen=True)
class Says:
    """The caller speaks for so many seconds."""

    seconds: float


Sound = Sequence[float | str | Says]
"""What a caller lets be heard: seconds of silence, keys, speech."""

RATE = 8000


def mulaw(pcm: np.ndarray[Any, np.dtype[np.int16]]) -> bytes:
    """G.711 mu-law of 16 bit samples."""
    sign = np.where(pcm < 0, 0x80, 0)
    size = np.minimum(np.abs(pcm.astype(np.int32)), 32635) + 132
    exponent = np.floor(np.log2(size)).astype(np.int32) - 7
    mantissa = (size >> (exponent + 3)) & 0x0F
    return bytes((~(sign | (exponent << 4) | mantissa) & 0xFF).astype(np.uint8))


def sound_of(sound: Sound) -> bytes:
    noise = np.random.default_rng(7)
    parts = []
    for one in sound:
        if isinstance(one, str):
            parts.append(np.frombuffer(dtmf.tone(one, 100, RATE), np.int16))
            parts.append(np.zeros(RATE // 12, np.int16))
        elif isinstance(one, Says):
            at = np.arange(int(one.seconds * RATE)) / RATE
            word = np.sin(2 * np.pi * 180 * at) * 4000 + noise.normal(0, 1500, at.size)
            parts.append((word * (np.sin(2 * np.pi * 2 * at) > -0.7)).astype(np.int16))
        else:
            parts.append(np.zeros(int(one * RATE), np.int16))
    # SIPp ends the stream with the file: a caller is there, silently, until the end of the call
    return mulaw(np.concatenate([*parts, np.zeros(RATE * 30, np.int16)]))


class Caller:
    """One SIPp."""

    _names = itertools.count(1)

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._port = port
        self._process: subprocess.Popen[bytes] | None = None

    def call(
        self, number: str, sound: Sound = (), *, hang_up_after: float | None = None, source: str = "127.0.0.1"
    ) -> Caller:
        """Rings, is answered, is heard, and hangs up so long after the answer or waits for the desk to."""
        end = (SIPP / ("wait.xml" if hang_up_after is None else "bye.xml")).read_text()
        return self._start((SIPP / "call.xml").read_text(), number, sound, end, "", hang_up_after, source)

    def busy(self, number: str, source: str = "127.0.0.1") -> Caller:
        """Rings and expects to be told that the line is busy."""
        text = (SIPP / "call.xml").read_text()
        head, _, tail = text.partition("BEFORE_ANSWER")
        whole = head + (SIPP / "busy.xml").read_text() + "</scenario>"
        assert tail
        return self._start(whole, number, (), "", "", None, source)

    def cancel(self, number: str, after: float = 0.05, reason: str = "") -> Caller:
        """Gives up while it rings."""
        text = (SIPP / "cancel.xml").read_text()
        text = text.replace("REASON_HEADER", f"Reason: {reason}\n" if reason else "")
        return self._start(text, number, (), "", "", after, "127.0.0.1")

    def _start(
        self, text: str, number: str, sound: Sound, end: str, before: str, after: float | None, source: str
    ) -> Caller:
        name = self._folder / f"call-{next(Caller._names)}"
        said = name.with_suffix(".ul")
        said.write_bytes(sound_of(sound))
        text = text.replace("\nEND\n", f"\n{end}\n").replace("BEFORE_ANSWER", before)
        text = text.replace("NUMBER", number).replace("SOUND", str(said))
        text = text.replace("HANG_UP_AFTER", str(int((after or 0) * 1000)))
        scenario = name.with_suffix(".xml")
        scenario.write_text(text)
        command = ["sipp", f"127.0.0.1:{self._port}", "-sf", scenario, "-i", source, "-p", free_port(ports=1)]
        command += ["-mp", free_port()]  # and two after it, for video
        command += ["-m", 1, "-nostdin", "-timeout", 60, "-timeout_error", "-trace_err"]
        command += ["-error_file", name.with_suffix(".err")]
        self._error, self._out = name.with_suffix(".err"), name.with_suffix(".out")
        with self._out.open("wb") as out:
            self._process = subprocess.Popen(
                [str(word) for word in command],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        return self

    def ends(self, seconds: float = 20) -> None:
        """The whole scenario came as it was expected."""
        assert self._process is not None
        code = self._process.wait(seconds)
        assert code == 0, f"sipp ended with {code}: {self.said()}"

    def said(self) -> str:
        """What SIPp itself has to say."""
        return "\n".join(
            path.read_text(errors="replace")[-2000:] for path in (self._error, self._out) if path.exists()
        )

    def kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def sipp_is_missing() -> bool:
    return shutil.which("sipp") is None
