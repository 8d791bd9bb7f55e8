"""Whatever is open, asked or played when the log goes, is locked or is built anew: nothing of it comes back.

A fault here ends the interpreter: the wrappers of Python and the objects of Qt have to go in an order that
both survive, whoever lets go first.
"""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desk.log_types import LogReply, TellStory
from tests.ui.stories import HEAD, Reader
from ui.log_link import LogLink


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
