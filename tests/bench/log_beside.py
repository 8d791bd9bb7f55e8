"""What a report and a busy log do to everything else: the engine's writing, and the packets of its calls."""

import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desk.core.events import CallAnswered, CallEnded, CallRang, EndedBy, Event, KeyPressed, SayEnded, Ticked
from desk.core.model import Caller, Desk, Dial, Policy
from desk.core.step import taken
from desk.log_types import AnyLogRequest, Asked, CountFigures, ListRows, LookAtLog
from desk.store import Store
from tests.bench.engine import ROOT, Engine, end
from tests.bench.far_end import FarEnd
from tests.bench.load import Side, _greeting, _turn
from tests.bench.log_reading import Reader
from tests.bench.report import CannotMeasure, Figure, percentile

EVERY = 0.015
"""Seconds between two writes: a desk that is never quiet."""


def appending(data: Path, stack: ExitStack, quick: bool) -> list[Figure]:
    """How long the journal takes for what happened, while a report of the year is made and while none is."""
    place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onemoment-bench-append-")))
    copy = place / "data"
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns("recordings"))
    store = Store.open(copy)
    try:
        loaded = store.load()
        desk = _Desk(store, loaded.desk or Desk())
        alone, beside, longest = list[float](), list[float](), 0.0
        for turn in range(2 if quick else 4):
            with _report(copy, "pdf" if turn % 2 else "csv") as running:
                begun = time.perf_counter()
                while running() and time.perf_counter() - begun < 120:
                    beside += desk.lives_on(20)
                longest = max(longest, time.perf_counter() - begun)
            alone += desk.lives_on(250 if quick else 1500)
    finally:
        store.close()
    shutil.rmtree(place, ignore_errors=True)
    return [
        Figure("report of the whole year, the longest", longest, "s"),
        Figure(
            f"journal append while it is made, p99 of {len(beside)}",
            percentile(beside, 0.99) * 1000,
            "ms",
            at_most=10,
        ),
        Figure("journal append without, p99", percentile(alone, 0.99) * 1000, "ms"),
    ]


class _Desk:
    """A desk that goes on: real events, by the rules, written as the engine writes them."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store, self._desk = store, desk
        self._policy = desk.policy or Policy()
        self._chance = random.Random(1)
        self._coming = self._calls()

    def lives_on(self, writes: int) -> list[float]:
        """So many writes, the seconds of each."""
        took = []
        for _ in range(writes):
            entries = []
            for now, before, after, _ in taken(self._desk, next(self._coming), self._policy):
                entries.append((now, before, after))
                self._desk = after
            begun = time.perf_counter()
            self._store.append(entries)
            took.append(time.perf_counter() - begun)
            time.sleep(EVERY)
        return took

    def _calls(self) -> Iterator[Event]:
        while True:
            call = f"c{self._chance.getrandbits(48):012x}"
            key = self._store.key_for(f"+441632{self._chance.randrange(1_000_000):06d}")
            caller = Caller(key=key, dial=Dial.CAN)
            yield CallRang(at=datetime.now(UTC), call=call, caller=caller)
            yield Ticked(at=datetime.now(UTC) + timedelta(seconds=25))
            yield CallAnswered(at=datetime.now(UTC), call=call)
            live = self._desk.call(call)
            if live is not None:
                yield SayEnded(at=datetime.now(UTC), call=call, say=live.say)
            yield KeyPressed(at=datetime.now(UTC), call=call, key="2")
            yield KeyPressed(at=datetime.now(UTC), call=call, key="1")
            yield CallEnded(at=datetime.now(UTC), call=call, by=EndedBy.CALLER)


@contextmanager
def _report(data: Path, kind: str) -> Iterator[Callable[[], bool]]:
    """`onemoment report` of a whole year, running; what is yielded says whether it still does."""
    with tempfile.TemporaryDirectory(prefix="onemoment-bench-report-") as place:
        file = Path(place) / f"year.{kind}"
        last = datetime.now(UTC).date()
        command = [sys.executable, "-m", "desk.cli", "report", "--data", str(data), "--format", kind]
        command += ["--settings", str(data / "onemoment.toml"), "--file", str(file)]
        command += ["--from", str(date(last.year - 1, last.month, 1)), "--to", str(last)]
        with (Path(place) / "said").open("wb") as said:
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            yield lambda: process.poll() is None
            if process.poll() not in (None, 0):
                raise CannotMeasure(f"The report was not made: {(Path(place) / 'said').read_text().strip()}")
        finally:
            end(process)


def calling(data: Path, stack: ExitStack, quick: bool) -> list[Figure]:
    """The spacing of the calls' packets, in turn with and without a report and a busy log."""
    if shutil.which("sipp") is None:
        raise CannotMeasure("sipp is not installed.")
    turns, listen = (1, 6.0) if quick else (4, 15.0)
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onemoment-bench-sound-")))
    greeting = _greeting(folder, listen + 1)
    engine = stack.enter_context(Engine(ring=1.0, recordings=greeting.parent))
    far_end = stack.enter_context(FarEnd())
    quiet, busy = (
        Side(name, engine.address, "desk", "+4420794600{}", engine.pid) for name in ("without", "beside")
    )
    asked = 0
    for _ in range(turns):
        _turn(quiet, far_end, listen)
        with _busy_log(data) as count, _reports(data):
            _turn(busy, far_end, listen)
            asked += count()
    p99, without = (percentile(side.spacing, 0.99) * 1000 for side in (busy, quiet))
    p999, without999 = (percentile(side.spacing, 0.999) * 1000 for side in (busy, quiet))
    return [
        Figure(f"calls' packet spacing beside a report and {asked} questions, p99", p99, "ms", at_most=22),
        Figure("without, p99", without, "ms"),
        Figure("beside, p99.9", p999, "ms"),
        Figure("without, p99.9", without999, "ms"),
        Figure("calls lost beside it", busy.failed + busy.mute, at_most=0),
        Figure("calls lost without", quiet.failed + quiet.mute),
    ]


@contextmanager
def _reports(data: Path) -> Iterator[None]:
    """Reports of the year, one after the other."""
    over = threading.Event()

    def make() -> None:
        while not over.is_set():
            with _report(data, "csv") as running:
                while running() and not over.is_set():
                    time.sleep(0.05)
                if over.is_set():
                    return

    thread = threading.Thread(target=make, name="reports")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def _busy_log(data: Path) -> Iterator[Callable[[], int]]:
    """Somebody who types, scrolls and looks at the figures without a pause; yields how often they asked."""
    over, asked = threading.Event(), 0
    with Reader(data) as reader:
        reader.loaded()
        head = reader.asked(LookAtLog())[0].head
        assert head is not None
        assert head.newest is not None
        now = head.newest
        questions: list[AnyLogRequest] = [
            ListRows(),
            ListRows(asked=Asked(text="oka")),
            ListRows(asked=Asked(internal=True)),
            ListRows(asked=Asked(text="016")),
            CountFigures(since=now - timedelta(days=30), until=now),
        ]

        def ask() -> None:
            nonlocal asked
            while not over.is_set():
                reader.asked(questions[asked % len(questions)])
                asked += 1
                time.sleep(0.03)

        thread = threading.Thread(target=ask, name="busy log")
        thread.start()
        try:
            yield lambda: asked
        finally:
            over.set()
            thread.join()
