from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.link_types import BroughtUp, Watch
from tests.ui.conftest import Engine
from tests.ui.scenes import QUIET
from ui.app import Windows
from ui.door import Door, Elsewhere, door_of, enter, knock

WINDOW = """
import sys
from pathlib import Path
from ui.app import main
sys.exit(main(Path(sys.argv[1]), ["/no/engine"]))
"""


@pytest.fixture
def door(tmp_path: Path, qapp: object) -> Iterator[Door]:
    door = Door(tmp_path / "engine.window")
    yield door
    door.close()


def test_it_stands_beside_the_engines_socket() -> None:
    assert door_of(Path("/data/engine.sock")) == Path("/data/engine.window")


def test_only_its_owner_may_knock(door: Door, tmp_path: Path) -> None:
    assert door.open
    assert (tmp_path / "engine.window").stat().st_mode & 0o777 == 0o600


def test_who_knocks_is_answered_and_the_token_comes_along(
    qtbot: QtBot, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "a-token")
    with ThreadPoolExecutor() as pool, qtbot.waitSignal(door.knocked) as knocked:
        answered = pool.submit(knock, tmp_path / "engine.window", 5.0)
    assert answered.result() is True
    assert knocked.args == ["a-token"]


def test_who_knocks_is_told_once_the_window_has_come_forward(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    told: list[bool] = []

    def comes_forward(token: str) -> None:
        time.sleep(0.1)
        told.append(answered.done())

    door.knocked.connect(comes_forward)
    with ThreadPoolExecutor() as pool, qtbot.waitSignal(door.knocked):
        answered = pool.submit(knock, tmp_path / "engine.window", 5.0)
    assert answered.result() is True
    assert told == [False]


def test_garbage_at_the_door_brings_nothing_forward(qtbot: QtBot, door: Door, tmp_path: Path) -> None:
    knocked: list[str] = []
    door.knocked.connect(knocked.append)
    with socket.socket(socket.AF_UNIX) as there:
        there.connect(str(tmp_path / "engine.window"))
        there.setblocking(False)
        there.send(b"x" * 10_000)
        qtbot.wait(100)
    assert knocked == []


def test_a_door_left_behind_is_replaced(qtbot: QtBot, tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "engine.window"
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(path))
    assert path.exists()
    held = enter(path)
    assert held is not None
    door = Door(path)
    assert door.open
    with ThreadPoolExecutor() as pool, qtbot.waitSignal(door.knocked):
        second = pool.submit(enter, path)
    with pytest.raises(Elsewhere):
        second.result()
    door.close()
    os.close(held)


def test_a_window_that_hangs_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "engine.window"
    held = enter(path)
    assert held is not None
    with socket.socket(socket.AF_UNIX) as hangs:
        hangs.bind(str(path))
        hangs.listen()
        assert enter(path, patience=0.3) is None
    os.close(held)


def test_a_folder_that_cannot_be_written_to_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert enter(tmp_path / "file" / "engine.window") is None


def test_coming_forward_unfolds(qtbot: QtBot, tmp_path: Path) -> None:
    engine = Engine(tmp_path / "e.sock")
    engine.view = QUIET
    windows = Windows(engine.path, ["/no/engine/is/started"], "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    windows.fold()
    windows.come_forward()
    assert windows.desk.isVisible()
    assert windows.strip is not None
    assert not windows.strip.isVisible()
    windows.desk.showMinimized()
    windows.come_forward()
    assert not windows.desk.isMinimized()
    windows.strip.deleteLater()
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()
    engine.close()


def test_how_far_older_records_are_brought_up_to_date_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    """Over the desk, in the strip, and no more once there is an engine."""
    engine = Engine(tmp_path / "e.sock")
    windows = Windows(engine.path, ["/no/engine/is/started"], "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    qtbot.waitUntil(lambda: bool(engine.of(Watch)))
    notice = windows.desk.notice
    engine.send(BroughtUp(percent=12))
    qtbot.waitUntil(lambda: notice.title.text() == "The records are being brought up to date: 12 %")
    assert notice.text.text() == "Calls are answered once this is done. It goes on by itself."
    engine.send(BroughtUp(percent=40, left=350.0))
    qtbot.waitUntil(lambda: "40 %" in notice.title.text())
    assert notice.text.text() == "Calls are answered once this is done, in 6 minutes."
    engine.send(BroughtUp(percent=91, left=20.0))
    qtbot.waitUntil(lambda: "91 %" in notice.title.text())
    assert notice.text.text() == "Calls are answered once this is done, in less than a minute."
    assert notice.buttons.isHidden()
    windows.fold()
    assert windows.strip is not None
    assert "91 %" in windows.strip.next.text()
    engine.close()
    qtbot.waitUntil(lambda: "being started" in notice.title.text())
    engine.view = QUIET
    engine.open()
    qtbot.waitUntil(lambda: windows.truth.fresh)
    assert notice.isHidden()
    windows.strip.deleteLater()
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()
    engine.close()


@pytest.mark.slow
def test_started_twice_there_is_one_window(tmp_path: Path) -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    (tmp_path / "window.ini").write_text("[General]\nshape=strip\n")

    def start() -> subprocess.Popen[bytes]:
        path = tmp_path / "engine.sock"
        return subprocess.Popen([sys.executable, "-c", WINDOW, str(path)], env=env)

    first = start()
    door = tmp_path / "engine.window"
    try:
        end = time.monotonic() + 20
        while not door.exists() and time.monotonic() < end:
            time.sleep(0.05)
        assert start().wait(20) == 0
        assert first.poll() is None
        assert "shape=desk" in (tmp_path / "window.ini").read_text(), "it was unfolded"
        first.send_signal(signal.SIGKILL)
        first.wait(20)
        assert door.exists(), "left behind"
        first = start()
        end = time.monotonic() + 20
        while not knock(door, 1.0):  # nobody is behind the old one until the new one is there
            assert first.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        first.terminate()
        assert first.wait(20) == 0
    assert not door.exists()
