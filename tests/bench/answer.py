"""From the answer to the first sound, with twenty callers at once."""

import time
from concurrent.futures import ThreadPoolExecutor

from tests.bench.engine import Engine
from tests.bench.far_end import FarEnd, Stream
from tests.bench.report import Figure, Part, percentile
from tests.bench.sip_caller import SipCaller

AT_ONCE = 20
LISTEN = 1.5


def run(quick: bool = False) -> Part:
    part = Part(
        "answer",
        f"{AT_ONCE} callers ring at once and are greeted; ms from the 200 OK to RTP packets, both stamped by "
        "the caller's kernel. A greeting begins with 20 ms of silence of its own, which are counted.",
    )
    first: list[float] = []
    begins: list[float] = []
    mute = 0
    with Engine(ring=1.0) as engine, FarEnd() as far_end:
        for turn in range(2 if quick else 6):
            for wait, stream in _round(engine, far_end, turn):
                if (sound := stream.first_sound()) is None:
                    mute += 1
                    continue
                first.append((sound - wait) * 1000)
                begins.append((stream.sound[0].at - wait) * 1000)
        late = far_end.late * 1000
    part.figures = [
        Figure("answer to first packet, p50", percentile(begins, 0.5), "ms"),
        Figure("answer to first packet, p99", percentile(begins, 0.99), "ms"),
        Figure("answer to first greeting packet with sound, p50", percentile(first, 0.5), "ms"),
        Figure("answer to first greeting packet with sound, p99", percentile(first, 0.99), "ms", at_most=100),
        Figure("answer to first sound, worst", max(first, default=float("nan")), "ms", at_most=200),
        Figure("callers who heard nothing", mute, at_most=0),
    ]
    part.notes.append(f"{len(first)} calls; the callers' own packets were late by {late:.0f} ms at most.")
    return part


def _round(engine: Engine, far_end: FarEnd, turn: int) -> list[tuple[float, Stream]]:
    """Everybody calls, listens for a moment and hangs up: when each was answered, and what they heard."""
    callers = [
        SipCaller(far_end, engine.address, f"+4420794605{turn:01d}{index:02d}") for index in range(AT_ONCE)
    ]

    def call(caller: SipCaller) -> tuple[float, Stream]:
        try:
            caller.invite()
            answered = caller.wait_answered(10)
            caller.attend(LISTEN)
            assert caller.stream is not None
            return answered, caller.stream
        finally:
            caller.end()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(call, callers))
    time.sleep(0.5)
    return done
