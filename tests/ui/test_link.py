from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desk.core.model import Presence
from desk.link_types import (
    LONGEST_LINE,
    ChoosePresence,
    Levels,
    Look,
    Reply,
    ToggleServing,
    Watch,
    WatchLevels,
)
from tests.ui.conftest import Engine
from tests.ui.scenes import QUIET, SCENES
from ui import wire as wire_module
from ui.link import Link


class Sheet(QLabel):
    """Says what was answered."""

    def answered(self, reply: Reply) -> None:
        self.setText(reply.happened)


@pytest.fixture
def engine(tmp_path: Path, qapp: object) -> Iterator[Engine]:
    engine = Engine(tmp_path / "e.sock")
    engine.view = QUIET
    yield engine
    engine.close()


@pytest.fixture
def link(engine: Engine) -> Iterator[Link]:
    link = Link(engine.path)
    yield link
    link.close()


def test_the_truth_is_shown_at_once(qtbot: QtBot, engine: Engine, link: Link) -> None:
    with qtbot.waitSignal(link.shown) as shown:
        link.open()
    assert shown.args == [QUIET]
    assert [type(r) for r in engine.asked] == [Watch]
    with qtbot.waitSignal(link.shown) as shown:
        engine.show(SCENES["serving"])
    assert shown.args == [SCENES["serving"]]


def test_requests_carry_who_asked_and_get_their_own_answers(qtbot: QtBot, engine: Engine, link: Link) -> None:
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    link.by = "Ana"
    engine.answers = lambda r: Reply(id=r.id, ok=not isinstance(r, ChoosePresence))
    replies: list[Reply] = []
    link.ask(ToggleServing(), replies.append)
    link.ask(ChoosePresence(presence=Presence.AWAY), replies.append)
    qtbot.waitUntil(lambda: len(replies) == 2)
    assert [r.ok for r in replies] == [True, False]
    assert engine.asked[-1] == ChoosePresence(presence=Presence.AWAY, by="Ana", id=replies[1].id)


def test_an_answer_that_does_not_come_is_said(qtbot: QtBot, engine: Engine, link: Link) -> None:
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    engine.answers = lambda r: None
    replies: list[Reply] = []
    link.ask(ToggleServing(), replies.append, within=50)
    qtbot.waitUntil(lambda: bool(replies))
    assert not replies[0].ok
    assert replies[0].happened == "The engine did not answer."
    assert replies[0].do


@pytest.mark.parametrize("how", ["a method", "a lambda"])
def test_who_has_been_closed_meanwhile_is_not_answered(
    qtbot: QtBot, engine: Engine, link: Link, how: str
) -> None:
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    engine.answers = lambda r: None
    sheet, replies = Sheet(), list[Reply]()
    link.ask(ToggleServing(), sheet.answered if how == "a method" else lambda reply: sheet.answered(reply))
    link.ask(ToggleServing(), replies.append)
    delete(sheet)
    link.close()
    assert [reply.ok for reply in replies] == [False]


def test_it_comes_back_by_itself(qtbot: QtBot, engine: Engine, link: Link) -> None:
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    waiting: list[Reply] = []
    engine.answers = lambda r: None
    link.ask(ToggleServing(), waiting.append)
    with qtbot.waitSignal(link.lost) as lost:
        engine.close()
    assert lost.args == [""]
    assert [r.ok for r in waiting] == [False], "who waited is told"
    engine.answers = lambda r: Reply(id=r.id)
    with qtbot.waitSignal(link.shown, timeout=5000):
        engine.open()


def test_it_waits_for_an_engine_that_is_not_there_yet(qtbot: QtBot, tmp_path: Path) -> None:
    link = Link(tmp_path / "later.sock")
    link.open()
    qtbot.wait(300)
    assert not link.alive
    engine = Engine(link.path)
    engine.view = QUIET
    qtbot.waitUntil(lambda: link.alive)
    link.close()
    engine.close()


def test_asking_without_an_engine_is_answered(tmp_path: Path, qapp: object) -> None:
    replies: list[Reply] = []
    Link(tmp_path / "none.sock").ask(ToggleServing(), replies.append)
    assert [r.ok for r in replies] == [False]


@pytest.mark.parametrize(
    "garbage",
    [
        b"hello\n",
        b"{}\n",
        b'{"say":"shown"}\n',
        b"\xff\xfe\n",
        b'{"say":"shown","view":{"at":"now"}}\n',
        b"x" * (LONGEST_LINE + 2),
    ],
    ids=["no json", "nothing", "no view", "no utf-8", "half a view", "too long"],
)  # fmt: skip
def test_what_cannot_be_understood_ends_the_connection(
    qtbot: QtBot, engine: Engine, link: Link, garbage: bytes
) -> None:
    link.open()
    qtbot.waitUntil(lambda: link.alive and bool(engine.watchers))
    with qtbot.waitSignal(link.lost) as lost:
        engine.send(garbage)
    assert "does not understand" in lost.args[0]
    with qtbot.waitSignal(link.shown, timeout=5000):
        pass


def test_a_view_in_pieces_is_put_together(qtbot: QtBot, engine: Engine, link: Link) -> None:
    import msgspec

    from desk.link_types import Shown

    with qtbot.waitSignal(link.shown):
        link.open()  # nothing else is on its way now
    whole = msgspec.json.encode(Shown(view=SCENES["long"])) + b"\n"
    with qtbot.waitSignal(link.shown) as shown:
        for i in range(0, len(whole), 700):
            engine.send(whole[i : i + 700])
            qtbot.wait(1)
    assert shown.args == [SCENES["long"]]


def test_silence_is_noticed(
    qtbot: QtBot, engine: Engine, link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    link._quiet.setInterval(50)
    monkeypatch.setattr(wire_module, "ANSWER", 50)
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    qtbot.waitUntil(lambda: bool(engine.of(Look)))
    assert link.alive, "one that answers is well"
    engine.answers = lambda r: None
    with qtbot.waitSignal(link.lost):
        link.ask(Look(), link._still_there)
    assert link.hangs


def test_one_that_takes_connections_and_says_nothing_hangs_until_it_speaks(
    qtbot: QtBot, engine: Engine, link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire_module, "ANSWER", 50)
    engine.answers, engine.view = lambda r: None, None
    link.open()
    with qtbot.waitSignal(link.hung):
        pass
    assert link.hangs
    with qtbot.waitSignal(link.found):
        pass
    assert link.hangs, "a connection is no answer"
    engine.answers, engine.view = lambda r: Reply(id=r.id), QUIET
    with qtbot.waitSignal(link.shown):
        pass
    assert not link.hangs


def test_one_that_is_gone_does_not_hang(
    qtbot: QtBot, engine: Engine, link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire_module, "ANSWER", 50)
    engine.answers, engine.view = lambda r: None, None
    link.open()
    qtbot.waitUntil(lambda: link.hangs)
    engine.close()
    qtbot.waitUntil(lambda: not link.hangs)


def test_the_process_at_the_other_end_is_known(qtbot: QtBot, engine: Engine, link: Link) -> None:
    assert link.process() is None
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    process = link.process()
    assert process is not None
    assert f"Pid:\t{os.getpid()}\n" in Path(f"/proc/self/fdinfo/{process}").read_text()
    os.close(process)


def test_levels_are_watched_by_as_many_as_want_them(qtbot: QtBot, engine: Engine, link: Link) -> None:
    link.open()
    qtbot.waitUntil(lambda: link.alive)
    for on in (True, True, False):
        link.watch_levels(on)
    qtbot.waitUntil(lambda: bool(engine.of(WatchLevels)))
    with qtbot.waitSignal(link.levels) as came:
        engine.send(Levels(microphone=0.5, speaker=0.25))
    assert came.args == [Levels(microphone=0.5, speaker=0.25)]
    assert [r.on for r in engine.asked if isinstance(r, WatchLevels)] == [True]
    link.watch_levels(False)
    qtbot.waitUntil(lambda: [r.on for r in engine.asked if isinstance(r, WatchLevels)] == [True, False])


def test_levels_are_asked_for_again_after_the_link_was_lost(qtbot: QtBot, engine: Engine, link: Link) -> None:
    link.watch_levels(True)  # before it is connected
    link.open()
    qtbot.waitUntil(lambda: len(engine.of(WatchLevels)) == 1)
    engine.close()
    qtbot.waitUntil(lambda: not link.alive)
    engine.open()
    qtbot.waitUntil(lambda: len(engine.of(WatchLevels)) == 2)
