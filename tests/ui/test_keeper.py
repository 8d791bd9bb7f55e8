from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import keeper as keeper_module
from ui import wire as wire_module
from ui.keeper import Keeper
from ui.link import Link

# An engine as a process of its own: it listens, and does what its first argument says.
ENGINE = """
import os, socket, sys, time
how, path = sys.argv[1:]
with open(path + ".pids", "a") as f: f.write(f"{os.getpid()}\\n")
if how == "refuses":
    print("one-moment.toml: phone.port is not known.\\nWrite phone.listen instead.", file=sys.stderr)
    raise SystemExit(2)
if how == "crashes": raise SystemExit(1)
if how == "ends": raise SystemExit(0)
if os.path.exists(path): os.unlink(path)
s = socket.socket(socket.AF_UNIX); s.bind(path); s.listen()
end = time.monotonic() + 60
s.settimeout(60)
connections = []
while time.monotonic() < end: connections.append(s.accept())
"""
Make = Callable[[str], Keeper]


def pids(path: Path) -> list[int]:
    file = Path(f"{path}.pids")
    return [int(line) for line in file.read_text().split()] if file.exists() else []


@pytest.fixture
def keeper(tmp_path: Path, qapp: object) -> Iterator[Make]:
    made: list[Keeper] = []
    program = tmp_path / "engine.py"
    program.write_text(ENGINE)

    def make(how: str) -> Keeper:
        link = Link(tmp_path / "e.sock")
        keeper = Keeper(link, [sys.executable, "-I", str(program), how, str(link.path)])
        made.append(keeper)
        link.open()
        keeper.begin()
        return keeper

    yield make
    for one in made:
        one.leave()
        one.link.close()
        if one.engine is not None:
            one.engine.kill()
            one.engine.wait()


def test_it_starts_an_engine_where_none_runs(qtbot: QtBot, keeper: Make) -> None:
    one = keeper("runs")
    qtbot.waitUntil(lambda: one.link.alive, timeout=10_000)
    assert one.starts == 1


def test_it_starts_none_where_one_runs(qtbot: QtBot, keeper: Make) -> None:
    first = keeper("runs")
    qtbot.waitUntil(lambda: first.link.alive, timeout=10_000)
    second = keeper("runs")
    qtbot.waitUntil(lambda: second.link.alive, timeout=10_000)
    qtbot.wait(500)
    assert second.starts == 0


def test_it_starts_it_again_after_a_kill(qtbot: QtBot, keeper: Make) -> None:
    one = keeper("runs")
    qtbot.waitUntil(lambda: one.link.alive, timeout=10_000)
    with qtbot.waitSignal(one.link.lost, timeout=10_000):
        os.kill(pids(one.link.path)[0], signal.SIGKILL)
    qtbot.waitUntil(lambda: one.link.alive, timeout=10_000)
    assert one.starts == 2


def test_it_waits_longer_after_each_crash(
    qtbot: QtBot, keeper: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "FIRST_WAIT", 0.05)
    one = keeper("crashes")
    one._wait = 0.05
    qtbot.waitUntil(lambda: one.starts == 3, timeout=10_000)
    assert one._wait >= 0.2
    assert not one.refusal


def test_an_engine_that_refuses_is_let_be(qtbot: QtBot, keeper: Make) -> None:
    one = keeper("refuses")
    qtbot.waitUntil(lambda: bool(one.refusal), timeout=10_000)
    assert one.refusal == "one-moment.toml: phone.port is not known.\nWrite phone.listen instead."
    qtbot.wait(800)
    assert one.starts == 1
    one.try_again()
    assert not one.refusal
    qtbot.waitUntil(lambda: one.starts == 2 and bool(one.refusal), timeout=10_000)


def test_an_engine_that_was_stopped_stays_stopped(qtbot: QtBot, keeper: Make) -> None:
    one = keeper("ends")
    qtbot.waitUntil(lambda: one.stopped, timeout=10_000)
    qtbot.wait(800)
    assert one.starts == 1


def test_a_program_that_is_not_there_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    link = Link(tmp_path / "e.sock")
    one = Keeper(link, [str(tmp_path / "no-such-program")])
    one.begin()
    qtbot.waitUntil(lambda: bool(one.refusal))
    assert "no-such-program" in one.refusal
    one.leave()


def test_the_window_going_leaves_the_engine(qtbot: QtBot, keeper: Make) -> None:
    one = keeper("runs")
    qtbot.waitUntil(lambda: one.link.alive, timeout=10_000)
    one.leave()
    one.link.close()
    qtbot.wait(300)
    os.kill(pids(one.link.path)[0], 0)
    assert os.getsid(pids(one.link.path)[0]) != os.getsid(0), "Ctrl-C in the window's terminal is not for it"


@pytest.mark.parametrize("stands_still", [False, True])
def test_one_that_hangs_is_left_to_the_person(
    qtbot: QtBot, keeper: Make, monkeypatch: pytest.MonkeyPatch, stands_still: bool
) -> None:
    monkeypatch.setattr(wire_module, "ANSWER", 100)
    monkeypatch.setattr(keeper_module, "LAST_WORD", 0.5)
    one = keeper("runs")
    qtbot.waitUntil(lambda: one.link.hangs, timeout=10_000)
    first = pids(one.link.path)[0]
    if stands_still:
        os.kill(first, signal.SIGSTOP)  # it cannot hear SIGTERM
    qtbot.wait(2500)
    assert one.starts == 1, "it is not ended without being asked"
    qtbot.waitUntil(lambda: one.can_end)
    one.start_again()
    said_so = one.ending
    assert said_so
    qtbot.waitUntil(lambda: len(pids(one.link.path)) == 2, timeout=10_000)
    assert not one.ending
    assert not one.stopped
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_one_that_hangs_and_was_there_before_can_be_ended_too(
    qtbot: QtBot, keeper: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire_module, "ANSWER", 100)
    keepers = keeper("runs")
    qtbot.waitUntil(lambda: keepers.link.alive, timeout=10_000)
    keepers.leave()
    keepers.link.close()
    one = keeper("runs")
    qtbot.waitUntil(lambda: one.link.hangs and one.can_end, timeout=10_000)
    assert one.starts == 0
    one.start_again()
    assert keepers.engine is not None
    keepers.engine.wait(10)
    qtbot.waitUntil(lambda: one.starts == 1, timeout=10_000)


def test_what_the_engine_said_is_its_owners_only(qtbot: QtBot, keeper: Make) -> None:
    one = keeper("refuses")
    qtbot.waitUntil(lambda: bool(one.refusal), timeout=10_000)
    assert one._said.stat().st_mode & 0o777 == 0o600
