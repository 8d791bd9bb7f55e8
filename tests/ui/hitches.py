"""How long the window's event loop does not turn.

Wall clocks lie on a loaded machine: another program may have had the processor. What is measured is the
processor time of the window's own thread (`time.thread_time`) between two words of Qt's
dispatcher (`aboutToBlock`, `awake`: it says one before and one after each of its turns): at most so long a
finger was kept waiting. A wait for something else than the processor (a file that is read) does not show in
it; the window reads none.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QAbstractEventDispatcher, QObject


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the loop: what went on, and seconds of the processor."""

    what: str
    busy: float


class Hitches(QObject):
    """Watches the event loop of the thread it is made in."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[Turn] = []
        self.what = ""
        self._before = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self._turned)
        dispatcher.awake.connect(self._turned)

    def _turned(self) -> None:
        now = time.thread_time()
        self.turns.append(Turn(self.what, now - self._before))
        self._before = now

    def longest(self) -> list[Turn]:
        """The longest turn of each thing that went on."""
        longest: dict[str, Turn] = {}
        for turn in self.turns:
            if turn.what not in longest or turn.busy > longest[turn.what].busy:
                longest[turn.what] = turn
        return sorted(longest.values(), key=lambda turn: -turn.busy)
