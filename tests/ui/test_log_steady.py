"""Whatever is open, asked or played when the log goes, is locked or is built anew: nothing of it comes back.

A fault here ends the interpreter: the wrappers of Python and the objects of Qt have to go in an order that
both survive, whoever lets go first.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.ends import End
from desk.link_types import Reply, Request
from desk.log_types import CountFigures, ExportRows, Format, LogReply, LogRequest, Playing, TellStory
from tests.ui.log_reader import some_rows
from tests.ui.stories import HEAD, KEPT, WEEK, Reader
from tests.ui.test_log_door import Counter
from ui.figures_panel import WEEK as ALL_FIGURES
from ui.log_link import LogLink
from ui.log_window import LogWindow


def collect() -> None:
    """All that can go, goes now."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_a_link_goes_with_its_questions_unanswered(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(tmp_path / "r.sock")
    replies: list[LogReply] = []
    for n in range(1, 13):
        link = LogLink(reader.path)
        link.open()
        qtbot.waitUntil(lambda link=link: link.head == HEAD)  # type: ignore[misc]
        reader.answers = lambda r: None
        for _ in range(3):
            link.ask(TellStory(call="call-1"), replies.append)
        link.close()
        assert len(replies) == 3 * n
        assert not replies[-1].ok
        reader.answers = reader.answer
        del link
        collect()


# ---- the window, with all there is open in it


@pytest.fixture
def one(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    made = Counter(qtbot, tmp_path)
    yield made
    made.close()


def told(counter: Counter, request: LogRequest) -> LogReply | None:
    """A reader with a story and figures for every row."""
    if isinstance(request, TellStory):
        return LogReply(id=0, story=replace(KEPT, row=replace(KEPT.row, call=request.call)))
    if isinstance(request, CountFigures):
        return LogReply(id=0, figures=WEEK)
    return counter.reader.answer(request)


def menu(window: LogWindow) -> None:
    assert window.view is not None
    of = window.view.chips.end.menu
    of.aboutToShow.emit()
    of.popup(window.mapToGlobal(window.rect().center()))


def sheet(window: LogWindow) -> None:
    """A correction on its way to the engine."""
    assert window.view is not None
    doings = window.view.story.doings
    doings.correct_end()
    assert doings.sheet is not None
    doings.sheet.give_reason("Told by the caller")  # type: ignore[attr-defined]
    doings.sheet.choose(End.NOT_REACHED)  # type: ignore[attr-defined]
    doings.sheet.save()  # type: ignore[attr-defined]


def thanks(window: LogWindow) -> None:
    assert window.view is not None
    window.view.story.doings.thank_them()
    thank = window.view.story.doings.sheet
    assert thank is not None
    thank.thank()  # type: ignore[attr-defined]


def tables(window: LogWindow) -> None:
    assert window.view is not None
    window.view.figures.show_tables()


def file(window: LogWindow) -> None:
    window.export()
    window.file.begin(ExportRows(file="/somewhere/log.csv", format=Format.CSV))


def days(window: LogWindow) -> None:
    window.pick_days()


OPEN = (menu, sheet, thanks, tables, file, days)


def lock(counter: Counter, window: LogWindow) -> None:
    window.lock()
    assert window.view is None


def unused(counter: Counter, window: LogWindow) -> None:
    window._unused.timeout.emit()


def theme(counter: Counter, window: LogWindow) -> None:
    window.look.remember("theme", "contrast")


def size(counter: Counter, window: LogWindow) -> None:
    window.look.remember("scale", 150)
    window.resize(1024, 600)


def rebuilt(counter: Counter, window: LogWindow) -> None:
    for _ in range(3):
        window.build()


def close(counter: Counter, window: LogWindow) -> None:
    window.close()


def reader(counter: Counter, window: LogWindow) -> None:
    counter.reader.close()
    QTest.qWait(5)
    counter.reader.open()


def erased(counter: Counter, window: LogWindow) -> None:
    counter.reader.change([])


HAPPENS = (lock, unused, theme, size, rebuilt, close, reader, erased)


@pytest.mark.parametrize("happens", HAPPENS, ids=lambda f: f.__name__)
def test_nothing_of_it_comes_back(one: Counter, happens: Callable[[Counter, LogWindow], None]) -> None:
    one.reader.answers = lambda r: told(one, r)
    window = one.opened()
    first = HAPPENS.index(happens)
    for opens in (OPEN[first % 6], OPEN[(first + 3) % 6]):
        one.good = "the pass"
        if window.view is None:
            window.come()
            one.type("2580")
            one.qtbot.waitUntil(lambda: window.view is not None)
        if not one.reader.rows:
            one.reader.change(some_rows(20))
        one.qtbot.waitUntil(lambda: window.link.alive and bool(window.rows.rows))
        view = window.view
        assert view is not None
        view.open_story(window.rows.rows[0].call)
        view.figures.be(ALL_FIGURES)
        one.qtbot.waitUntil(lambda v=view: v.story.story is not None)  # type: ignore[misc]
        one.reader.say(Playing(recording="rec-1", at=2.0))
        # from here on nobody answers: everything that is asked stays open
        late: list[LogRequest] = []
        one.reader.answers = late.append
        requests: list[Request] = []
        answers = one.engine.answers
        one.engine.answers = lambda r, kept=requests: kept.append(r)  # type: ignore[misc]
        one.qtbot.waitUntil(lambda v=view: v.story.players[0].on)  # type: ignore[misc]
        view.story.players[0].be_as_fast(1.5)
        opens(window)
        view.count_range()
        window.wanted.narrow(text="a")
        window.look.keep("log/figures", "1")
        QApplication.processEvents()
        happens(one, window)
        collect()
        # and now they do
        one.engine.answers = answers
        one.reader.answers = lambda r: told(one, r)
        for request in late:
            reply = told(one, request)
            assert reply is not None
            one.reader.say(replace(reply, id=request.id))
        for asked in requests:
            one.engine.send(Reply(id=asked.id))
        QTest.qWait(10)
        collect()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        window.wanted.narrow(text="")
