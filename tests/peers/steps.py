"""A caller's whole way by SIPp and through a real Asterisk: each key, a hang-up at each stage, by the clock.

All calls of one kind are made at once; each is a test of test_callers.py.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from audio.wav import write_wav
from tests.engine_process import Engine
from tests.peers import expect, sipp_phone
from tests.peers.asterisk import Asterisk
from tests.peers.by_steps import ByAsterisk, BySipp, Caller, Listen, Press, Speak, Stay, Step
from tests.peers.together import Went, together

LATE = 3.0
"""Seconds by which anything may be late on a busy machine."""


@dataclass
class Walk:
    """One caller and the desk they call."""

    engine: Engine
    caller: Caller
    number: str

    def goes(self, *steps: Step, chose: str | None) -> None:
        """Make the whole call, which must go as written; the greeting is heard at once."""
        self.caller.call(self.number, steps)
        self.caller.answered()
        self.caller.ended()
        expect.row(self.engine, self.number, chose)
        expect.greeted(self.caller.heard(), LATE)


def holds(walk: Walk) -> None:
    walk.goes(Listen(1.5), Press("1"), Listen(12), chose="hold")
    heard = walk.caller.heard()
    kinds = [heard.kind(at, at + 1.5) for at in np.arange(5, heard.seconds - 1.5, 0.5)]
    assert "music" in kinds, (kinds, heard.picture())
    assert "silence" not in kinds, (kinds, heard.picture())
    expect.promise(walk.engine, walk.number, "hung_up")


def is_called_back(walk: Walk) -> None:
    walk.goes(Listen(2), Press("2"), Listen(4), Press("1"), Stay(12), chose="callback")
    expect.promise(walk.engine, walk.number, "asked")


def gives_another_number(walk: Walk) -> None:
    other = walk.number[:-2] + "5" + walk.number[-1]
    keyed = (step for key in other.replace("+44", "0") for step in (Press(key), Listen(0.2)))
    walk.goes(
        *(Listen(1), Press("2"), Listen(2), Press("2"), Listen(2), *keyed, Press("#")),
        *(Listen(3), Press("1"), Stay(12)),
        chose="callback",
    )
    expect.promise(walk.engine, other, "asked")
    expect.nothing(walk.engine, walk.number, 0)


def leaves_a_message(walk: Walk) -> None:
    walk.goes(
        *(Listen(1), Press("3"), Listen(2), Press("0"), Listen(1.5)),
        *(Speak(), Listen(0.5), Press("#"), Listen(2), Press("1"), Stay(10)),
        chose="message",
    )
    said = expect.message(walk.engine, walk.number)
    assert 4 < said.seconds < sipp_phone.SPEECH_SECONDS + 0.5, said.picture()
    assert said.sounding(0.2, said.seconds - 0.2) > 0.8, said.picture()
    assert len(walk.caller.heard().beeps(lasting=walk.caller.tone)) == 1, walk.caller.heard().picture()


def says_it_is_urgent(walk: Walk) -> None:
    walk.caller.call(walk.number, (Listen(1), Press("9"), Listen(5)))
    walk.caller.answered()
    walk.engine.wait_doing(walk.number, "holding", 6)
    call, following = walk.engine.call_of(walk.number), walk.engine.status()["next"]
    assert call is not None
    assert call["urgent"] is True
    assert (following["what"], following["call"]) == ("take_call", call["id"]), following
    walk.caller.ended()
    expect.row(walk.engine, walk.number, "urgent")
    expect.promise(walk.engine, walk.number, "hung_up")


def hangs_up_ringing(walk: Walk) -> None:
    walk.caller.give_up(walk.number, 0.5)
    walk.engine.wait_doing(walk.number, "ringing", 5)
    walk.caller.ended()
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, None)


def hangs_up_greeted(walk: Walk) -> None:
    walk.goes(Listen(2), chose=None)
    expect.promise(walk.engine, walk.number, "hung_up")


def hangs_up_read_back(walk: Walk) -> None:
    walk.goes(Listen(1), Press("2"), Listen(2), chose="callback")
    expect.promise(walk.engine, walk.number, "hung_up")


def hangs_up_speaking(walk: Walk) -> None:
    walk.goes(Listen(1), Press("3"), Listen(2), Press("0"), Listen(1.5), Speak(), chose="message")
    assert expect.message(walk.engine, walk.number).seconds > 4


def hangs_up_promised(walk: Walk) -> None:
    walk.goes(Listen(1), Press("2"), Listen(2), Press("1"), Listen(1), chose="callback")
    expect.promise(walk.engine, walk.number, "asked")


WALKS: dict[str, Callable[[Walk], None]] = {
    walk.__name__: walk
    for walk in (
        holds,
        is_called_back,
        gives_another_number,
        leaves_a_message,
        says_it_is_urgent,
        hangs_up_ringing,
        hangs_up_greeted,
        hangs_up_read_back,
        hangs_up_speaking,
        hangs_up_promised,
    )
}


def by_sipp(folder: Path) -> Went:
    """All walks at once by SIPp."""
    with Engine(folder / "desk", policy=expect.POLICY) as engine:
        engine.serving()
        return all_of("+4420794603", engine, lambda name: BySipp(folder / name, engine))


def by_asterisk(folder: Path) -> Went:
    """All walks at once through Asterisk, at which the desk is registered."""
    pbx = Asterisk()
    # a voice with the ups and downs of speech, without anything that could be a key
    at = np.arange(8000 * 6) / 8000
    speech = sum(np.sin(2 * np.pi * 140 * n * at) / n for n in range(1, 12)) * (0.55 + 0.45 * np.sin(14 * at))
    write_wav(folder / "speech.wav", (np.asarray(speech) * 6000).astype("<i2").tobytes(), 8000)
    with pbx:
        pbx.add_prompt("speech", folder / "speech.wav")
        phone = {"registrar": pbx.address, "user": "6000", "password": "pw6000"}
        with Engine(folder / "desk", phone=phone, policy=expect.POLICY) as engine:
            engine.serving()
            return all_of("+4420794604", engine, lambda _: ByAsterisk(pbx))


def all_of(prefix: str, engine: Engine, made: Callable[[str], Caller]) -> Went:
    with ExitStack() as callers:
        walks: dict[str, Callable[[], None]] = {}
        for index, (name, walk) in enumerate(WALKS.items()):
            caller = made(name)
            callers.callback(caller.close)
            walks[name] = partial(walk, Walk(engine, caller, f"{prefix}{index:02}"))
        outcomes = together(walks, apart=0.2)
    engine.wait_quiet()
    return Went(outcomes, {})
