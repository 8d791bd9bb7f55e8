"""How long programs waited for a processor: what of a delay was the machine's, which had other things to do.

A bound on how long something of ours takes holds for the time that is left without it.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path


class Waiting:
    """From now on: the time that these programs, and this one, were ready to run and did not.

    All their threads together: of two that wait at once the time counts twice, and on a quiet machine hardly
    any is. Where the system does not tell (proc(5), schedstat) it is none.
    """

    def __init__(self, *pids: int | None) -> None:
        self._pids = {*pids, os.getpid()} - {None}
        self._before = self._now()
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """So far."""
        return sum(max(0.0, waited - self._before.get(thread, 0.0)) for thread, waited in self._now().items())

    @property
    def slower(self) -> float:
        """So many times as long as on a quiet machine anything may have taken: 1 there."""
        return 1 + self.seconds / (time.monotonic() - self._began)

    def _now(self) -> dict[Path, float]:
        found: dict[Path, float] = {}
        for pid in self._pids:
            for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
                with contextlib.suppress(OSError):  # it has ended
                    found[thread] = int(thread.read_text().split()[1]) / 1e9
        return found
