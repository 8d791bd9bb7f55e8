"""The log's window never keeps a finger waiting: by hand also on a large year, with
ONE_MOMENT_YEAR=folder and `pytest -s`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.core.ends import End
from desk.log_types import ExportRows, Format
from tests.log.records import add, empty
from tests.ui.hitches import Hitches, Turn
from ui import words
from ui.log_app import LogProgram
from ui.log_ranges import Span
from ui.log_view import LogView

YEAR = os.environ.get("ONE_MOMENT_YEAR")
ROWS = 3000
LONGEST = 0.050  # seconds
TRIES = 3  # a processor that is fought over does a turn's work more slowly, but not each time the same turn's


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if YEAR:
        return Path(YEAR)
    made = empty(tmp_path_factory.mktemp("year") / "data")
    add(made, ROWS + 200, seed=3)
    return made


@contextmanager
def opened(folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[LogProgram]:
    socket = tmp_path / "r.sock"
    words = ("-m", "desk.cli", "log-reader", "--data", str(folder), "--socket", str(socket))
    one = LogProgram("en", tmp_path / "w.ini", reader=socket, reader_command=(sys.executable, *words))
    qtbot.addWidget(one.window)
    yield one
    one.door.shut()


def turn(until: Callable[[], bool], seconds: float = 100.0) -> None:
    """Let the loop turn as it does in the program, blocking when there is nothing to do."""
    loop, end = QEventLoop(), time.monotonic() + seconds
    look = QTimer(interval=5)
    look.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > end else None)
    look.start()
    loop.exec()
    look.stop()
    assert until()


def rest(seconds: float) -> None:
    end = time.monotonic() + seconds
    turn(lambda: time.monotonic() >= end)


def view(program: LogProgram) -> LogView:
    assert program.window.view is not None
    return program.window.view


@pytest.mark.slow
def test_no_turn_of_the_loop_is_long(folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    least: dict[str, float] = {}
    for attempt in range(TRIES):
        place = tmp_path / str(attempt)
        place.mkdir()
        with opened(folder, place, qtbot) as program:
            for one in walked(program, place):
                least[one.what] = min(one.busy, least.get(one.what, one.busy))
        for what, busy in sorted(least.items()):
            print(f"{what:16} {busy * 1000:6.1f} ms")
        # what the window itself takes long for it takes long for each time
        if max(least.values()) <= LONGEST:
            return
    pytest.fail(f"a finger was kept waiting: {least}")


def walked(program: LogProgram, tmp_path: Path) -> list[Turn]:
    """The longest turn of each thing a supervisor does."""
    window = program.window
    words.learn_numbers()  # as the program does once its window is shown
    window.resize(1280, 800)
    window.wanted.look_at(Span.ALL)
    hitches = Hitches()

    def do(what: str, does: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        hitches.what = what
        QTimer.singleShot(0, does)
        rest(0.05)
        turn(lambda: until() and not window.rows.waits)
        rest(0.15)

    do("open", window.come, lambda: bool(window.rows.rows) and program.link.head.loaded)
    assert window.rows.total is not None
    assert window.rows.total >= ROWS
    bar = view(program).table.verticalScrollBar()

    def scroll() -> None:
        while_ = QTimer(window, interval=8)
        while_.timeout.connect(lambda: bar.setValue(bar.value() + 8 * 44))
        while_.start()

    do("scroll", scroll, lambda: len(window.rows.rows) >= ROWS)
    for timer in window.findChildren(QTimer):
        if timer.interval() == 8:
            timer.stop()
    do("back to the top", view(program).table.scrollToTop)
    for letter in "an":
        do("search", lambda key=letter: QTest.keyClicks(view(program).search, key))  # type: ignore[misc]
        rest(0.2)
    do("search away", view(program).search.clear)
    rest(0.2)
    do("filter", lambda: window.wanted.narrow(ends=(End.LOST, End.KEPT)))
    do("filter away", window.wanted.clear)
    for n in range(8):
        do("story", lambda n=n: view(program).open_story(window.rows.rows[n].call))  # type: ignore[misc]
    do("story away", view(program).close_story)
    file = str(tmp_path / "log.csv")
    do(
        "export",
        lambda: window.file.begin(ExportRows(file=file, format=Format.CSV, asked=window.wanted.asked)),
        lambda: not window.file.goes_on,
    )
    assert window.file.said.startswith("Written"), window.file.said
    assert len(hitches.turns) > 500
    return hitches.longest()
