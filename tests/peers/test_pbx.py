"""The desk behind a real Asterisk: whose number it is, keys as tones, ring groups, and staying registered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.engine_process import Engine
from tests.peers import expect
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError, Robot, keys, told, tones, wait
from tests.peers.listening import Heard
from tests.peers.together import Outcome, all_well, together

pytestmark = [
    pytest.mark.peers,
    pytest.mark.timeout(180),
    pytest.mark.skipif(Asterisk.missing() is not None, reason=str(Asterisk.missing())),
]
LATE = 3.0


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


def at(pbx: Asterisk, user: str = "6000", **more: str) -> dict[str, object]:
    """The settings of a phone line there."""
    return {"registrar": pbx.address, "user": user, "password": f"pw{user}", **more}


@pytest.fixture(scope="module")
def desk(pbx: Asterisk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("pbx")
    with Engine(folder, phone=at(pbx), policy={**expect.POLICY, "ring_serving": 2}) as engine:
        engine.serving()
        yield engine


# -- whose number it is, and keys


def asks(press: Callable[[str], str]) -> tuple[str, ...]:
    """The steps of a robot which asks to be called back, as the desk is ready for each."""
    return (told(1), wait(1), press("2"), told(2), wait(1), press("1"), wait(12))


def is_promised(robot: Robot, desk: Engine, number: str) -> None:
    """That robot goes along with what the desk does, to its end."""
    for nth, doing in enumerate(("greeting", "confirming_number"), 1):
        desk.wait_doing(number, doing, 30)
        robot.tell(nth)
    expect.promise(desk, number, "asked", 20)
    robot.wait_ended(30)


def asks_to_be_called_back(pbx: Asterisk, desk: Engine, shown: str, kept: str) -> None:
    robot = pbx.call("6000", *asks(keys), caller=f"Mrs Robot <{shown}>")
    is_promised(robot, desk, kept)
    expect.row(desk, kept, "callback")


def presses_tones_only(pbx: Asterisk, desk: Engine) -> None:
    number = "+442079460410"
    robot = pbx.call("6000", *asks(tones), caller=f"Tone <{number}>")
    is_promised(robot, desk, number)
    assert [
        e["key"] for e in desk.journal() if e["event"] == "KeyPressed" and e["call"] == last(desk, number)
    ] == [
        "2",
        "1",
    ]


def last(desk: Engine, number: str | None) -> str:
    return str(next(row["call"] for row in desk.log() if row["number"] == number))


def withholds_and_keys_in(pbx: Asterisk, desk: Engine) -> None:
    steps = (wait(2), keys("2"), wait(2), keys("02079460420#"), wait(3), keys("1"), wait(12))
    robot = pbx.call("6000", *steps, caller=None)
    robot.wait_answered(20)
    expect.promise(desk, "+442079460420", "asked", 25)
    robot.wait_ended(30)
    heard = Heard(robot.heard)
    expect.greeted(heard, LATE)


def may_not_be_called(pbx: Asterisk, desk: Engine) -> None:
    """Who shows no whole number is asked for it; an emergency number is refused kindly, a message offered."""
    steps = (wait(2), keys("2"), wait(2), keys("112#"), wait(6), keys("3"), wait(2))
    robot = pbx.call("6000", *steps, caller="Half <5550100>")
    robot.wait_answered(20)
    robot.wait_ended(30)
    entered = [e for e in desk.journal() if e["event"] == "NumberEntered"]
    assert "emergency" in [e["number"]["dial"] for e in entered]
    assert desk.promise_to("112") is None
    assert desk.promise_to(None) is None


def numbers_and_keys(pbx: Asterisk, desk: Engine, folder: Path) -> None:
    """National, E.164, with 00, an extension, withheld; RFC 4733 keys and tones: all at once."""
    shown = {
        "national": ("02079460401", "+442079460401"),
        "E.164": ("+442079460402", "+442079460402"),
        "with 00": ("00442079460403", "+442079460403"),
        "from abroad": ("+12025550143", "+12025550143"),
        "an extension": ("6001", "6001"),
    }
    calls: dict[str, Callable[[], None]] = {
        name: partial(asks_to_be_called_back, pbx, desk, *numbers) for name, numbers in shown.items()
    }
    calls["tones"] = partial(presses_tones_only, pbx, desk)
    calls["withheld"] = partial(withholds_and_keys_in, pbx, desk)
    calls["emergency"] = partial(may_not_be_called, pbx, desk)
    all_well(calls)
    # who withheld the number keyed it in, and is in the log without one
    assert "callback" in [row["chose"] for row in desk.log() if row["number"] is None]


# -- the ring group


def a_ring_group(pbx: Asterisk, desk: Engine, folder: Path) -> None:
    """Answered elsewhere nothing is owed; given up, a callback is; and whoever withholds is owed nothing."""
    called = partial(pbx.call, "6000")
    elsewhere = called(wait(1), caller="Else <+442079460431>", colleague_answers_after=0.8)
    gave_up = called(caller="Gone <+442079460432>", ring=1)
    withheld = called(caller=None, ring=1)
    ended = [robot.wait_ended(15) for robot in (elsewhere, gave_up, withheld)]
    assert [each.dialled for each in ended] == ["ANSWER", "NOANSWER", "NOANSWER"]
    expect.promise(desk, "+442079460432", "hung_up")
    expect.nothing(desk, "+442079460431")
    row = expect.row(desk, "+442079460431", None)
    assert "elsewhere" in row["end"], row
    assert desk.promise_to(None) is None


def a_colleague_answers_who_had_been_promised(pbx: Asterisk, desk: Engine, folder: Path) -> None:
    """Who is owed a callback rings again and is answered by a colleague: the promise ends by itself."""
    caller = "Again <+442079460441>"
    pbx.call("6000", caller=caller, ring=1).wait_ended(10)
    expect.promise(desk, "+442079460441", "hung_up")
    pbx.call("6000", wait(1), caller=caller, colleague_answers_after=0.8).wait_ended(15)

    def state() -> bool:
        found = desk.promise_to("+442079460441")
        return found is not None and found["state"] == "answered_elsewhere"

    desk.wait(state, 5, "the promise ended")


# -- staying registered


def calls_in(pbx: Asterisk, phone: str, number: str, within: float) -> None:
    """Call until it is answered, for so long; then the greeting is heard."""
    until = time.monotonic() + within
    while True:
        robot = pbx.call(phone, wait(1.5), caller=f"Mrs Robot <{number}>")
        ended = robot.wait_ended(20)
        if ended.dialled == "ANSWER":
            break
        assert time.monotonic() < until, f"{phone} is not reached: {ended}"
        time.sleep(0.5)
    expect.greeted(Heard(robot.heard), LATE)


def registering_at_a_pbx_that_comes_and_goes(pbx: Asterisk, desk: Engine, folder: Path) -> None:
    """By UDP and TCP: away at first, then there; killed and back, with and without its memory."""
    pbx = Asterisk()  # one of its own
    lines = {"udp": ("6000", {}), "tcp": ("6001", {"transport": "tcp"})}
    with ExitStack() as stack:
        stack.callback(pbx.stop)
        engines: dict[str, tuple[str, Engine]] = {}
        for name, (user, more) in lines.items():
            engine = Engine(folder / name, phone=at(pbx, user, **more), policy=expect.POLICY)
            stack.callback(engine.stop)
            engine.start(None)
            engine.serving()
            engines[name] = (user, engine)
        for _, engine in engines.values():
            line = engine.wait_line("unreachable", 20)
            assert pbx.address in line["detail"], line
        pbx.start()

        def works(user: str, engine: Engine, round: int) -> None:
            engine.wait(lambda: pbx.registered(user), 45, f"{user} is registered")
            engine.wait_line("ready", 15)
            number = f"+4420794604{round}{user[-1]}"
            calls_in(pbx, user, number, 12)
            expect.row(engine, number, None)
            expect.promise(engine, number, "hung_up")

        def all_work(round: int) -> None:
            all_well({name: partial(works, *engine, round) for name, engine in engines.items()})

        all_work(6)
        pbx.restart(kill=True)  # it knows its phones still
        all_work(7)
        pbx.restart(down=1, kill=True, forget=True)  # it knows nobody: they come back by themselves
        began = time.monotonic()
        all_work(8)
        assert time.monotonic() - began < 40


def a_wrong_password_is_said(pbx: Asterisk, desk: Engine, folder: Path) -> None:
    settings = {**at(pbx, "6002"), "password": "wrong"}
    engine = Engine(folder, phone=settings)
    engine.start("refused", 20)
    try:
        detail = engine.status()["line"]["detail"]
        assert "password for 6002" in detail
        assert "phone.password" in detail
        assert detail in engine.command("status")
        assert "wrong" not in detail
        assert [t["what"] for t in engine.status()["troubles"] if t["what"] == "line"] == ["line"]
    finally:
        engine.stop()


def a_user_the_pbx_does_not_know(pbx: Asterisk, desk: Engine, folder: Path) -> None:
    engine = Engine(folder, phone=at(pbx, "6999"))
    engine.start("refused", 20)
    try:
        assert "6999" in engine.status()["line"]["detail"]
    finally:
        engine.stop()


CALLS: dict[str, Callable[[Asterisk, Engine, Path], None]] = {
    call.__name__: call
    for call in (
        numbers_and_keys,
        a_ring_group,
        a_colleague_answers_who_had_been_promised,
        registering_at_a_pbx_that_comes_and_goes,
        a_wrong_password_is_said,
        a_user_the_pbx_does_not_know,
    )
}


@pytest.fixture(scope="module")
def went(pbx: Asterisk, desk: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """All of it side by side."""
    return together(
        {name: partial(call, pbx, desk, tmp_path_factory.mktemp(name)) for name, call in CALLS.items()}
    )


@pytest.mark.parametrize("call", CALLS)
def test_behind_a_pbx(went: dict[str, Outcome], call: str) -> None:
    if (error := went[call]) is not None:
        raise error
