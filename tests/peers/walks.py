"""A caller's whole way by a telephone that people use: each key, and a hang-up at each stage.

All calls of one kind of telephone are made at once; each is a test of test_callers.py.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np

from audio.wav import write_wav
from tests.engine_process import Engine
from tests.peers import baresip_phone, expect, linphone_phone
from tests.peers.baresip_phone import BaresipPhone
from tests.peers.linphone_phone import LinphonePhone
from tests.peers.listening import Heard
from tests.peers.phone import DrivenPhone
from tests.peers.together import Went, together
from tests.waited import Waiting

PHONES = {
    "baresip": (BaresipPhone, baresip_phone.missing, "+4420794601"),
    "linphone": (LinphonePhone, linphone_phone.missing, "+4420794602"),
}
TONE = 620.0
BUSY = 3.0
"""Seconds by which anything may be late where a dozen telephones share two busy cores, or as many times later
as these are busy with other things. How quick the desk is by itself is seen in the quickest of the calls:
`test_the_quickest` of test_callers.py."""


@dataclass
class Walk:
    """One caller: their telephone, their number, and the desk they call."""

    engine: Engine
    phone: DrivenPhone
    number: str
    tone: Path
    took: dict[str, list[tuple[float, float]]]
    waited: Waiting = field(init=False)

    def ring(self) -> None:
        self.waited = Waiting(self.engine.pid, self.phone.pid)
        self.phone.call(self.engine.address)

    def greet(self) -> float:
        """Ring, and be answered after one ring's time."""
        self.ring()
        rang = self.phone.wait("ringing", 5)
        answered = self.phone.answered()
        self.measured("ringing", answered - rang, 0.7, 1 + BUSY)
        self.engine.wait_doing(self.number, "greeting")
        return answered

    def does(self, doing: str, within: float = 20) -> None:
        self.engine.wait_doing(self.number, doing, within)

    def hear(self) -> Heard:
        """Everything that was heard; the greeting came at once."""
        self.phone.close()
        heard = Heard(self.phone.heard)
        self.measured("first sound", heard.first_sound(), 0, BUSY)
        return heard

    def measured(self, what: str, seconds: float, least: float, most: float) -> None:
        """How long something took; kept, to be compared with the other calls."""
        slower = self.waited.slower
        self.took.setdefault(what, []).append((seconds, slower))
        assert least <= seconds <= most * slower, f"{what} took {seconds:.2f} s, {slower:.1f} times slower"

    def hang_up(self) -> None:
        self.phone.hang_up()
        self.phone.ended(5)

    def silent_after(self, pressed: float) -> None:
        """What was being said stopped soon after a key."""
        at = pressed - self.phone.answered()
        self.measured("silence after a key", self.hear().silence(at - 0.05, 0.35) - at, -0.1, BUSY)


def holds(walk: Walk) -> None:
    answered = walk.greet()
    time.sleep(1)
    pressed = walk.phone.press("1") - answered
    walk.does("holding")
    time.sleep(12)
    assert walk.engine.call_of(walk.number)["place"] is not None  # type: ignore[index]
    walk.hang_up()
    heard = walk.hear()
    assert heard.kind(0.2, pressed) == "speech"
    # "Thank you for waiting ..." takes 4 s, then the place is said and a callback offered; then music goes on
    kinds = [heard.kind(at, at + 1.5) for at in np.arange(pressed + 3, heard.seconds - 1.5, 0.25)]
    assert "music" in kinds, (kinds, heard.picture())
    assert "silence" not in kinds, (kinds, heard.picture())
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, "hold")


def is_called_back(walk: Walk) -> None:
    answered = walk.greet()
    time.sleep(1.5)
    walk.phone.press("2")
    walk.does("confirming_number")
    time.sleep(2)
    walk.phone.press("1")
    walk.does("leaving")
    given = expect.promise(walk.engine, walk.number, "asked", 2)  # while it is still being said
    ended = walk.phone.ended(12)
    heard = walk.hear()
    assert heard.kind(ended - answered - 2.5, ended - answered - 0.5) == "speech", heard.picture()
    found = expect.row(walk.engine, walk.number, "callback")
    assert found["promise"] == given["id"]


def gives_another_number(walk: Walk) -> None:
    other = walk.number[:-2] + "9" + walk.number[-1]
    walk.greet()
    walk.phone.press("2")
    walk.does("confirming_number")
    time.sleep(0.5)
    walk.phone.press("2")
    walk.does("entering_number")
    time.sleep(1)
    pressed = walk.phone.press("0")
    time.sleep(0.5)
    walk.phone.press_all(other.replace("+44", "") + "#")
    walk.does("confirming_number", 25)
    time.sleep(1)
    walk.phone.press("1")
    expect.promise(walk.engine, other, "asked")
    walk.phone.ended(12)
    walk.silent_after(pressed)
    expect.nothing(walk.engine, walk.number, 0)
    expect.row(walk.engine, walk.number, "callback")


def leaves_a_message(walk: Walk) -> None:
    answered = walk.greet()
    time.sleep(1)
    walk.phone.press("3")
    walk.does("recording")
    time.sleep(1)
    pressed = walk.phone.press("0")  # goes straight to the tone
    time.sleep(1.5)
    walk.phone.speak(walk.tone)
    time.sleep(3)
    walk.phone.press("#")
    walk.does("reviewing")
    walk.phone.press("1")
    walk.does("leaving")
    walk.phone.ended(12)
    said = expect.message(walk.engine, walk.number)
    assert 2 < said.seconds < 3.6, said.picture()  # without the silence before and after
    expect.tone(said, TONE)
    heard = walk.hear()
    beeps = heard.beeps()
    assert len(beeps) == 1, (beeps, heard.picture())
    walk.measured("tone after a key", beeps[0] - (pressed - answered), -0.1, BUSY)
    expect.row(walk.engine, walk.number, "message")


def says_it_is_urgent(walk: Walk) -> None:
    walk.greet()
    walk.phone.press("9")
    walk.does("holding")
    call = walk.engine.call_of(walk.number)
    assert call is not None
    assert call["urgent"] is True
    assert call["place"] == 1  # before all who hold
    following = walk.engine.status()["next"]
    assert (following["what"], following["call"]) == ("take_call", call["id"]), following
    time.sleep(3)
    walk.hang_up()
    walk.hear()
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, "urgent")


def says_nothing(walk: Walk) -> None:
    answered = walk.greet()
    walk.does("choosing", 20)
    chose = time.monotonic() - answered
    walk.does("greeting")
    time.sleep(1.5)
    walk.hang_up()
    heard = walk.hear()
    assert heard.kind(chose + 0.2, chose + 1.7) == "silence", heard.picture()
    assert heard.sounding(chose + 2.4, heard.seconds) > 0.4, heard.picture()  # the menu again
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, None)


def hangs_up_ringing(walk: Walk) -> None:
    walk.ring()
    walk.does("ringing")
    walk.hang_up()
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, None)


def hangs_up_greeted(walk: Walk) -> None:
    walk.greet()
    walk.hang_up()
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, None)


def hangs_up_read_back(walk: Walk) -> None:
    walk.greet()
    walk.phone.press("2")
    walk.does("confirming_number")
    time.sleep(1)
    walk.hang_up()
    expect.promise(walk.engine, walk.number, "hung_up")
    expect.row(walk.engine, walk.number, "callback")


def hangs_up_speaking(walk: Walk) -> None:
    walk.greet()
    walk.phone.press("3")
    walk.does("recording")
    time.sleep(0.5)
    walk.phone.press("0")
    time.sleep(1)
    walk.phone.speak(walk.tone)
    time.sleep(3)
    walk.hang_up()
    said = expect.message(walk.engine, walk.number)
    expect.tone(said, TONE)
    expect.row(walk.engine, walk.number, "message")


def hangs_up_silent_at_the_tone(walk: Walk) -> None:
    walk.greet()
    walk.phone.press("3")
    walk.does("recording")
    walk.phone.press("0")
    time.sleep(3)
    walk.hang_up()
    found = expect.promise(walk.engine, walk.number, "hung_up")
    assert found["messages"] == []


def hangs_up_promised(walk: Walk) -> None:
    walk.greet()
    walk.phone.press("2")
    walk.does("confirming_number")
    walk.phone.press("1")
    walk.does("leaving")
    time.sleep(0.5)
    walk.hang_up()
    expect.promise(walk.engine, walk.number, "asked")
    expect.row(walk.engine, walk.number, "callback")


WALKS: dict[str, Callable[[Walk], None]] = {
    walk.__name__: walk
    for walk in (
        holds,
        is_called_back,
        gives_another_number,
        leaves_a_message,
        says_it_is_urgent,
        says_nothing,
        hangs_up_ringing,
        hangs_up_greeted,
        hangs_up_read_back,
        hangs_up_speaking,
        hangs_up_silent_at_the_tone,
        hangs_up_promised,
    )
}


def whole(walk: Callable[[Walk], None], caller: Walk) -> None:
    with caller.phone:
        walk(caller)


def run(kind: str, folder: Path) -> Went:
    """All walks at once with telephones of one kind."""
    make, _, prefix = PHONES[kind]
    tone = folder / "tone.wav"
    wave = 9000 * np.sin(2 * np.pi * TONE * np.arange(8000 * 2.5) / 8000)
    write_wav(tone, wave.astype("<i2").tobytes(), 8000)
    took: dict[str, list[tuple[float, float]]] = {}
    with Engine(folder / "desk", policy=expect.POLICY) as engine:
        engine.serving()
        numbers = {name: f"{prefix}{index:02}" for index, name in enumerate(WALKS)}
        with ExitStack() as phones:
            made = {name: phones.enter_context(make(folder / name, numbers[name])) for name in WALKS}
            outcomes = together(
                {
                    name: partial(whole, walk, Walk(engine, made[name], numbers[name], tone, took))
                    for name, walk in WALKS.items()
                },
                apart=0.2,
            )
        engine.wait_quiet()
    return Went(outcomes, took)
