"""kill -9 of the engine at any moment of any call: no promise is missing, none is doubled, nobody is lost."""

from __future__ import annotations

import random
import time
import wave
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from audio.pcm import dbfs, samples
from desk.core.events import EngineStarted, Event
from desk.core.model import Desk, Doing, Policy, Why
from desk.core.step import step
from desk.core.views import PromiseView
from desk.store import Store
from tests.whole.conftest import MakeCaller, MakeEngine
from tests.whole.programs import NUMBERS, Caller, Engine, Records, Says, Sound, wait_for

pytestmark = [pytest.mark.peers, pytest.mark.slow]

PROMISE: Sound = [0.15, "2", 0.15, "1"]
MESSAGE: Sound = [0.15, "3", 0.15, "5", 0.4, Says(2.4), "#", 0.2, "1"]
HOLD: Sound = [0.15, "1"]
"""Held to the end: the longest hold becomes a promise."""

WALKS = {
    "promise": (PROMISE, Why.ASKED),
    "message": (MESSAGE, Why.MESSAGE),
    "hold": (HOLD, Why.HOLD_TOO_LONG),
}
HOLD_QUICKLY = {"hold_first_announcement": 1, "hold_announcement": 1, "hold_longest": 2.5}


def verified(engine: Engine, number: str, walk: str, began: int) -> PromiseView:
    """What must be true of a caller after a kill and a start; the promise there is."""
    records = engine.records()
    try:
        assert records.first_broken() is None
        key = records.key_of(number)
        entries = records.entries(began)
        made = [e for e in entries if e["event"] == "PromiseMade" and e["caller"].get("key") == key]
        assert len(made) == 1, f"{walk}: {[e['event'] for e in entries]}"
        cut = next(n for n, e in enumerate(entries) if e["event"] == "EngineStarted")
        before_the_cut = made[0] in entries[:cut]
    finally:
        records.close()
    found = engine.promises(number)
    assert len(found) == 1, f"{walk}: {found}"
    if before_the_cut:
        assert found[0].why is WALKS[walk][1]
    else:
        assert found[0].why in (Why.LINE_LOST, Why.MESSAGE)
    assert found[0].state == "open"
    return found[0]


def killed_at(engine: Engine, number: str, caller: Caller, sound: Sound, steps: int) -> tuple[int, bool]:
    """A call, and a kill as soon as so many of its events are on disk.

    Returns the entry before the call, and whether the call has more steps than that.
    """
    records = engine.records()
    began = records.seq()
    caller.call(number, sound)
    over: list[str] = []

    def there() -> bool:
        # what is told of the headset is no step of the call, and may come between
        if sum(1 for event in records.events(began) if event != "HeadsetChanged") >= steps:
            return True
        over[:] = [e for e in records.events(began) if e == "CallEnded"]
        return bool(over)

    try:
        wait_for(there, 20, f"step {steps} of the walk")
    except AssertionError as missing:
        raise AssertionError(f"{missing}, there is {records.events(began)}. {caller.said()}") from None
    engine.kill()
    caller.kill()
    more = "CallEnded" not in records.events(began)
    records.close()
    return began, more


def sweep(
    engine: Engine, make: Callable[[], Caller], walk: str, first: int, each: int
) -> dict[int, tuple[str, str]]:
    """The walk again and again, killed a few steps later each time: by step, who called and what is owed."""
    engine.start()
    done: dict[int, tuple[str, str]] = {}
    for steps in range(first, len(NUMBERS), each):
        number = NUMBERS[steps]
        began, more = killed_at(engine, number, make(), WALKS[walk][0], steps)
        engine.start()
        done[steps] = (number, verified(engine, number, walk, began).why)
        if not more:
            break
    return done


def fold(desk: Desk, event: Event) -> Desk:
    started = event.policy if isinstance(event, EngineStarted) else None
    return step(desk, event, started or desk.policy or Policy())[0]


def views_follow_from_the_journal(engine: Engine) -> None:
    engine.stop()
    store = Store.open(engine.data)
    assert store.rebuild(fold) == ()
    store.close()


def test_killed_at_every_step_of_the_walks(make_engine: MakeEngine, caller: MakeCaller) -> None:
    # several at once, each with an engine of its own: most of it is waiting for somebody to speak
    lanes = [
        (walk, first, each)
        for walk, each in (("promise", 1), ("message", 3), ("hold", 2))
        for first in range(1, each + 1)
    ]
    engines = [make_engine(f"{walk}-{first}", policy=HOLD_QUICKLY) for walk, first, _ in lanes]
    with ThreadPoolExecutor(len(lanes)) as threads:
        sweeps = list(
            threads.map(lambda engine, lane: sweep(engine, lambda: caller(engine), *lane), engines, lanes)
        )
    for engine, done in zip(engines, sweeps, strict=True):
        listed = engine.json("promises", "--all")
        assert sorted((p["number"], p["why"]) for p in listed) == sorted(done.values())
        views_follow_from_the_journal(engine)
    for walk, (_, why) in WALKS.items():
        steps: dict[int, tuple[str, str]] = {}
        for lane, done in zip(lanes, sweeps, strict=True):
            steps |= done if lane[0] == walk else {}
        # without a gap, from the first ring to the very end
        assert sorted(steps) == list(range(1, len(steps) + 1)) or max(steps) - len(steps) < 3
        assert len(steps) >= 7
        assert steps[1][1] == Why.LINE_LOST  # it was ringing
        assert steps[max(steps)][1] == why


def test_killed_while_a_message_is_recorded_what_was_said_is_kept(
    make_engine: MakeEngine, caller: MakeCaller
) -> None:
    engine = make_engine()
    engine.start()
    one = caller(engine).call(NUMBERS[0], [0.2, "3", 0.2, "5", 0.5, Says(9.0)])
    engine.until(lambda view: view.calls and view.calls[0].doing is Doing.RECORDING)
    wait_for(lambda: list(engine.data.glob("recordings/*.wav")), 5, "a recording began")
    time.sleep(3.5)
    engine.kill()
    one.kill()
    engine.start()
    [promise] = engine.promises(NUMBERS[0])
    assert promise.why is Why.MESSAGE
    [message] = promise.messages
    with wave.open(str(engine.data / message.file)) as wav:
        frames, rate = wav.readframes(wav.getnframes()), wav.getframerate()
    assert 2.5 < len(frames) / 2 / rate < 4.5
    assert message.seconds == pytest.approx(len(frames) / 2 / rate, abs=0.01)
    assert dbfs(samples(frames)) > -35
    [listed] = engine.json("promises")
    assert listed["messages"][0]["file"] == message.file
    # the next message has a name of its own, and the first is still what it was
    caller(engine).call(NUMBERS[0], [0.2, "3", 0.2, "5", 0.5, Says(1.8), "#", 0.3, "1"])
    wait_for(lambda: len({m.file for m in engine.promises(NUMBERS[0])[0].messages}) == 2, 15, "a second one")
    views_follow_from_the_journal(engine)


def rings(records: Records, began: int) -> bool:
    return "CallRang" in records.events(began)


def test_killed_at_any_moment(make_engine: MakeEngine, caller: MakeCaller) -> None:
    chance = random.Random(20260302)
    rounds = [(chance.choice(list(WALKS)), chance.uniform(0.05, 3.0)) for _ in range(15)]

    def lane(first: int) -> None:
        engine = make_engine(f"lane-{first}", policy=HOLD_QUICKLY)
        engine.start()
        for n, (walk, seconds) in enumerate(rounds[first::5]):
            records = engine.records()
            began = records.seq()
            one = caller(engine).call(NUMBERS[n], WALKS[walk][0])
            try:
                wait_for(partial(rings, records, began), 10, "it rings", 0.001)
            except AssertionError as missing:
                raise AssertionError(f"{missing}. {one.said()} {engine.log_text}") from None
            time.sleep(seconds)
            engine.kill()
            one.kill()
            records.close()
            engine.start()
            verified(engine, NUMBERS[n], walk, began)
        views_follow_from_the_journal(engine)

    with ThreadPoolExecutor(5) as threads:
        list(threads.map(lane, range(5)))


def test_several_callers_are_cut_at_once(make_engine: MakeEngine, caller: MakeCaller) -> None:
    engine = make_engine(policy=HOLD_QUICKLY)
    engine.start()
    everybody = [
        caller(engine).call(n, s) for n, s in zip(NUMBERS[:6], (PROMISE, HOLD, [5.0]) * 2, strict=True)
    ]
    engine.until(lambda view: len(view.promises) >= 2)
    engine.kill()
    for one in everybody:
        one.kill()
    engine.start()
    found = engine.promises()
    assert sorted(str(p.number) for p in found) == NUMBERS[:6]
    assert [p.why for p in found].count(Why.ASKED) == 2
    assert [p.why for p in found].count(Why.LINE_LOST) == 4


def test_stopped_in_good_order_the_cut_callers_are_callbacks_at_once(
    make_engine: MakeEngine, caller: MakeCaller
) -> None:
    engine = make_engine()
    engine.start()
    one = caller(engine).call(NUMBERS[0], [0.2, "1"])
    other = caller(engine).call(NUMBERS[1], [0.2, "3", 0.2, "5", 0.4, Says(9.0)])
    engine.until(lambda view: {c.doing for c in view.calls} == {Doing.HOLDING, Doing.RECORDING})
    time.sleep(3.5)
    assert engine.stop() == 0
    one.ends()  # we said goodbye to them
    other.ends()
    listed = {p["number"]: p for p in engine.json("promises")}
    assert listed[NUMBERS[0]]["why"] == "line_lost"
    assert listed[NUMBERS[1]]["why"] == "message"
    assert listed[NUMBERS[1]]["messages"][0]["seconds"] > 2
    assert engine.json("journal")[-1]["event"] == "EngineStopped"
    assert not (engine.data / "engine.sock").exists()
