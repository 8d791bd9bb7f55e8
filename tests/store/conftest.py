"""A desk whose every event is written: the engine's loop without the world."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.core.events import (
    CallAnswered,
    CallEnded,
    CallRang,
    EndedBy,
    Event,
    KeyPressed,
    LineChanged,
    SayEnded,
    Ticked,
)
from desk.core.model import Caller, Desk, Dial, Doing, LineState, Policy
from desk.core.step import step, taken
from desk.store import Store


class Writing:
    """A store with the desk it belongs to. `feed` is the engine's: step, then write, then go on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.policy = Policy()
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self.store = Store.open(folder)
        loaded = self.store.load()
        self.desk = loaded.desk or Desk()
        for _, event in loaded.events_after:
            self.desk = self.fold(self.desk, event)
            self.at = max(self.at, event.at)
        self.calls = 0

    def fold(self, desk: Desk, event: Event) -> Desk:
        """The desk after one journaled event: its decisions are in the journal themselves."""
        return step(desk, event, self.policy)[0]

    def feed(self, event: Event) -> list[int]:
        done = [(now, before, after) for now, before, after, _ in taken(self.desk, event, self.policy)]
        seqs = self.store.append(done)
        self.desk = done[-1][2]
        return seqs

    def feed_line(self, state: LineState) -> None:
        self.feed(LineChanged(at=self.later(), state=state))

    def later(self, seconds: float = 1) -> datetime:
        self.at += timedelta(seconds=seconds)
        return self.at

    def ring(self, number: str | None = "+12025550123", call: str | None = None, name: str = "") -> str:
        self.calls += 1
        call = call or f"call-{self.store.seq}-{self.calls}"
        key = self.store.key_for(number, name) if number else None
        dial = Dial.CAN if number else Dial.WITHHELD
        also = self.store.also_theirs(key) if key else ()
        self.feed(CallRang(at=self.later(), call=call, caller=Caller(key=key, dial=dial), also=also))
        return call

    def press(self, call: str, keys: str) -> None:
        live = self.desk.call(call)
        if live is not None and live.doing is Doing.RINGING:
            self.feed(Ticked(at=self.later(25)))
            self.feed(CallAnswered(at=self.later(), call=call))
        for key in keys:
            self.feed_key(call, key)

    def feed_key(self, call: str, key: str) -> None:
        self.feed(KeyPressed(at=self.later(), call=call, key=key))

    def heard(self, call: str) -> None:
        live = self.desk.call(call)
        if live is not None:
            self.feed(SayEnded(at=self.later(), call=call, say=live.say))

    def hang_up(self, call: str, by: EndedBy = EndedBy.CALLER, elsewhere: bool = False) -> None:
        self.feed(CallEnded(at=self.later(), call=call, by=by, answered_elsewhere=elsewhere))

    def again(self) -> Writing:
        """Closed and opened anew."""
        self.store.close()
        return Writing(self.folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def writing(folder: Path) -> Iterator[Writing]:
    made = Writing(folder)
    yield made
    made.store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k,mode=700", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    ) if os.geteuid() == 0 else None  # fmt: skip
    if made is None or made.returncode:
        pytest.skip("a small disk of its own needs root and the right to mount")
    yield place
    subprocess.run(["umount", str(place)], check=True)
