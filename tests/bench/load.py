"""Fifty callers at once hear the same sound for the same time, from One Moment and from Asterisk, in turn."""

import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from audio.prompts import Prompts
from audio.voice import find_voice
from audio.wav import write_wav
from tests.bench.engine import Engine, cpu_seconds, memory_mb
from tests.bench.far_end import FRAME_S, FarEnd
from tests.bench.report import CannotMeasure, Figure, Part, percentile
from tests.bench.sipp import call_at_once
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError

CALLS = 50
LISTEN = 20.0
_USER = "+4420794600{}"


@dataclass
class Side:
    """One of the two that play, and what was found of it over all turns."""

    name: str
    target: tuple[str, int]
    service: str
    user: str
    pid: int
    cpu: float = 0.0
    heard: float = 0.0
    failed: int = 0
    mute: int = 0
    missing: int = 0
    by_stream: list[float] = field(default_factory=list)
    spacing: list[float] = field(default_factory=list)
    memory: float = 0.0

    @property
    def cost(self) -> float:
        """Processor seconds for each second of sound that a caller received."""
        return self.cpu / self.heard if self.heard else float("nan")


def run(quick: bool = False) -> Part:
    if shutil.which("sipp") is None:
        raise CannotMeasure("sipp is not installed.")
    turns, listen = (1, 10.0) if quick else (3, LISTEN)
    part = Part(
        "load",
        f"{CALLS} calls by SIPp within a second, {listen:g} s of the same spoken greeting from each side, "
        f"{turns} times in turn; each caller sends sound too; packets stamped by the receiving kernel.",
    )
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onemoment-bench-sound-")))
        greeting = _greeting(folder, listen + 1)
        engine = stack.enter_context(Engine(ring=1.0, recordings=greeting.parent))
        sides = [Side("One Moment", engine.address, "desk", _USER, engine.pid)]
        try:
            asterisk = _asterisk(stack, greeting)
            assert asterisk.pid is not None
            target = (asterisk.ip, asterisk.sip_port)
            sides.append(Side("Asterisk", target, "prompt-bench", "sipp", asterisk.pid))
        except AsteriskUnavailableError as why:
            part.notes.append(f"Nothing to compare with: {why}")
        far_end = stack.enter_context(FarEnd())
        for _ in range(turns):
            for side in sides:
                _turn(side, far_end, listen)
        part.notes.append(f"the callers' own packets were late by {far_end.late * 1000:.0f} ms at most")
        rss = memory_mb(engine.pid, "VmRSS")
    us = sides[0]
    peer = sides[1] if len(sides) > 1 else None
    part.peer_name = peer.name if peer else ""
    part.figures = [
        *_figures(us, peer, turns),
        Figure("memory of the engine after it", rss, "MB", at_most=100),
    ]
    return part


def _figures(us: Side, peer: Side | None, turns: int) -> list[Figure]:
    def both(what: str, unit: str, of: Callable[[Side], float], at_most: float | None = None) -> Figure:
        return Figure(what, of(us), unit, at_most, peer=of(peer) if peer else None)

    def spacing(share: float) -> Callable[[Side], float]:
        return lambda side: percentile(side.spacing, share) * 1000

    return [
        both("CPU seconds a call-second", "s", lambda side: side.cost, peer.cost if peer else None),
        both("memory, most", "MB", lambda side: side.memory, 100),
        both("packet spacing, p50", "ms", spacing(0.5)),
        both("packet spacing, p99", "ms", spacing(0.99), 22),
        both(
            "packet spacing, p99 of the worst call", "ms", lambda side: max(side.by_stream, default=0) * 1000
        ),
        both(f"calls lost of {CALLS * turns}", "", lambda side: side.failed + side.mute, 0),
        both("packets lost", "", lambda side: side.missing),
        both("sound heard", "s", lambda side: side.heard),
    ]


def _turn(side: Side, far_end: FarEnd, listen: float) -> None:
    port = far_end.open()
    before = cpu_seconds(side.pid)
    side.failed += call_at_once(CALLS, side.target, side.service, side.user, port, listen)
    time.sleep(0.5)
    side.cpu += cpu_seconds(side.pid) - before
    side.memory = max(side.memory, memory_mb(side.pid))
    streams = [stream for stream in far_end.close_port(port) if stream.sound]
    # a call lost is one without sound for nearly all of its time, whatever its signalling said
    enough = 0.9 * listen / FRAME_S
    well = sum(len(stream.sound) >= enough and stream.first_sound() is not None for stream in streams)
    side.mute += max(0, CALLS - well)
    for stream in streams:
        spacing = stream.spacing()
        side.heard += len(stream.sound) * FRAME_S
        side.missing += stream.lost()
        side.spacing += spacing
        side.by_stream.append(percentile(spacing, 0.99))
    time.sleep(1)


def _greeting(folder: Path, seconds: float) -> Path:
    """A spoken greeting as long as the listening, as a recording for both sides."""
    voice, _ = find_voice()
    prompts = Prompts("en", "Hill Street Practice", "GB", UTC, voice, None, folder / "voice")
    once = prompts.clip("greeting_serving", rate=8000) + prompts.clip("menu_urgent", rate=8000)
    sound = (once * (int(seconds * 16000 / len(once)) + 1))[: int(seconds * 8000) * 2]
    file = folder / "recordings" / "greeting_serving.wav"
    file.parent.mkdir()
    write_wav(file, sound, 8000)
    return file


def _asterisk(stack: ExitStack, prompt: Path) -> Asterisk:
    """A real Asterisk that plays the same, and is not slowed by logs or by telling us what happens."""
    asterisk = Asterisk()
    stack.enter_context(asterisk)
    asterisk.add_prompt("bench", prompt)
    logs = asterisk.home / "etc/logger.conf"
    logs.write_text("[general]\n[logfiles]\nfull => warning,error\n")
    asterisk.cli("logger reload")
    asterisk.cli("core set verbose 0")
    asterisk.manager.act("Events", EventMask="off")
    return asterisk
