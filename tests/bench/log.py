"""The supervisor's log of a year, asked as its window asks: pages, filters, search, stories, figures, files.

Beside each question stands the same one asked of the same database by SQL. A year is made first, which takes
minutes; ONEMOMENT_BENCH_YEAR names the folder of one that was made before (`script/bench year --make`).
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import (
    Asked,
    Column,
    CountFigures,
    ExportRows,
    Format,
    ListRows,
    LogHead,
    LogRow,
    LookAtLog,
    Page,
    Sort,
    TellStory,
)
from tests.bench import log_beside, year
from tests.bench.log_reading import Reader
from tests.bench.log_sql import Sql
from tests.bench.report import CannotMeasure, Figure, Part, percentile

YEAR = "ONEMOMENT_BENCH_YEAR"
MADE, MADE_QUICK = 1_000_000, 50_000
TYPED = (
    "okafor", "muller", "müller", "01632 960", "+44 1632 12", "030 2312", "prescription", "nguyễn", "nguyen",
    "x-ray", "=was", "invoice", "hill street", "ana", "zhang wei", "o'brien", "214", "nobody of that name",
)  # fmt: skip
"""What is typed into the search, a letter after the other."""
ROWS = 100_000


def run(quick: bool = False) -> Part:
    with ExitStack() as stack:
        data = _year(stack, quick)
        part = Part("log", "", peer_name="SQL")
        reader = stack.enter_context(Reader(data))
        _, _ = reader.asked(ListRows())
        first = time.perf_counter() - reader.begun
        loaded = reader.loaded()
        head = reader.asked(LookAtLog())[0].head
        assert head is not None
        assert head.newest is not None
        size = (data / "onemoment.db").stat().st_size / 1e9
        part.how = (
            f"A year of {head.interruptions:,} interruptions ({size:.1f} GB), asked on the reader's socket; "
            "from asking to the answer decoded. Beside it the same by SQL on the same database, median."
        )
        sql = Sql(data)
        stack.callback(sql.close)
        part.figures = [
            Figure("from the start of the reader to its first page", first, "s"),
            Figure("all of it read after", loaded, "s"),
            Figure("memory of the reader", reader.memory(), "MB"),
            *_questions(reader, sql, head, quick),
            Figure("memory of the reader after all of it", reader.memory(), "MB"),
            *_files(reader, sql, head, stack),
        ]
        part.figures += log_beside.appending(data, stack, quick)
        try:
            part.figures += log_beside.calling(data, stack, quick)
        except CannotMeasure as why:
            part.notes.append(f"Calls beside it were not measured: {why}")
        return part


def _year(stack: ExitStack, quick: bool) -> Path:
    """The records: those that were made before, or new ones."""
    if YEAR in os.environ and not quick:
        return Path(os.environ[YEAR])
    place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onemoment-bench-year-")))
    year.make(place / "data", MADE_QUICK if quick else MADE, 1, datetime.now(UTC).date())
    return place / "data"


# -- what is asked and answered at once


def _questions(reader: Reader, sql: Sql, head: LogHead, quick: bool) -> Iterator[Figure]:
    """Every question is asked once, and is another one than those before it: what was kept of an answer is no
    answer. Only the first page is asked again and again.
    """
    now, chance = head.newest, random.Random(1)
    assert now is not None

    def pages(asked: Iterable[ListRows]) -> list[float]:
        return [reader.asked(one)[1] for one in asked]

    yield _figure("first page", pages([ListRows()] * (30 if quick else 200)), [sql.page(Asked())])
    one = list(_one_chip(head, now))
    yield _figure("one chip", pages(ListRows(asked=asked) for asked in one), [sql.page(a) for a in one[::4]])
    more = list(_more_chips(head, now, chance, 40 if quick else 300))
    theirs = [sql.page(asked) for asked in more[:: 10 if quick else 30]]
    yield _figure("several chips", pages(ListRows(asked=asked) for asked in more), theirs)
    letters = list(dict.fromkeys(text[:length] for text in TYPED for length in range(1, len(text) + 1)))
    theirs = [sql.page(Asked(text=letter)) for letter in letters[:: 12 if quick else 6]]
    yield _figure("search, letter by letter", pages(ListRows(asked=Asked(text=t)) for t in letters), theirs)
    yield _figure("sorted by another column", pages(ListRows(sort=sort) for sort in _sorts()))
    some = [ListRows(asked=asked, sort=sort) for asked, sort in zip(more, [*_sorts()] * 2, strict=False)]
    yield _figure("several chips, sorted by another column", pages(some))
    found = list(_pages(reader, Asked(), Sort(), 200))
    theirs = [sql.after(page.rows[-1].at) for page, _ in found[:: max(1, len(found) // 10)]]
    yield _figure("next page, 200 pages on", [took for _, took in found], theirs)
    deep = Asked(internal=False, met=(Presence.SERVING,))
    deep_pages = _pages(reader, deep, Sort(column=Column.MINUTES), 50 if quick else 200)
    yield _figure("next page, filtered and sorted by minutes", [took for _, took in deep_pages])
    rows = _of_all_ends(reader, 100 if quick else 500)
    ours = [reader.asked(TellStory(call=row.call))[1] for row in rows]
    yield _figure("story", ours, [sql.story(row.call, row.promise) for row in rows[:: 50 if quick else 10]])
    for what, days, at_most in (("week", 7, None), ("month", 30, 200.0), ("year", 365, 1000.0)):
        ranges = [(now - timedelta(days=days, hours=hours), now) for hours in range(3 if quick else 10)]
        took = [reader.asked(CountFigures(since=since, until=until))[1] for since, until in ranges]
        by_sql = sql.figures(*ranges[0])
        yield Figure(
            f"figures of a {what}, worst", max(took) * 1000, "ms", at_most=at_most, peer=by_sql * 1000
        )


def _one_chip(head: LogHead, now: datetime) -> Iterator[Asked]:
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    yield Asked(since=day)
    yield Asked(since=day - timedelta(days=1), until=day)
    yield Asked(since=day - timedelta(days=now.weekday()))
    yield Asked(since=day.replace(day=1))
    yield Asked(since=day - timedelta(days=90), until=day - timedelta(days=30))
    yield from (Asked(ends=(end,)) for end in End)
    yield from (Asked(by=(name,)) for name in head.by)
    yield from (Asked(internal=internal) for internal in (True, False))
    yield from (Asked(met=(met,)) for met in Presence)
    yield from (Asked(hour=hour) for hour in range(8, 18))
    yield Asked(overdue=True)


def _more_chips(head: LogHead, now: datetime, chance: random.Random, count: int) -> Iterator[Asked]:
    """Different ones, as chips can be pressed together."""
    for _ in range(count):
        since = now - timedelta(days=chance.choice((1, 7, 30, 90, 365)), minutes=chance.randrange(1440))
        yield Asked(
            since=since if chance.random() < 0.7 else None,
            ends=tuple(chance.sample(list(End), chance.choice((0, 1, 2)))),
            internal=chance.choice((None, True, False)),
            by=tuple(chance.sample(head.by, chance.choice((0, 0, 1)))),
            met=tuple(chance.sample(list(Presence), chance.choice((0, 1)))),
            hour=chance.choice((None, None, chance.randrange(8, 18))),
        )


def _sorts() -> Iterator[Sort]:
    for column in Column:
        for descending in (True, False):
            if (column, descending) != (Column.TIME, True):
                yield Sort(column=column, descending=descending)


def _pages(reader: Reader, asked: Asked, sort: Sort, count: int) -> Iterator[tuple[Page, float]]:
    """The pages after the first one, each with the seconds it took."""
    after = ""
    for number in range(count + 1):
        reply, took = reader.asked(ListRows(asked=asked, sort=sort, after=after))
        assert reply.page is not None
        after = reply.page.next
        if number:
            yield reply.page, took
        if not after:
            return


def _of_all_ends(reader: Reader, count: int) -> list[LogRow]:
    """Interruptions of every end there is, from all over the year."""
    chance, found = random.Random(1), list[LogRow]()
    for end in End:
        page = reader.asked(ListRows(asked=Asked(ends=(end,)), limit=500))[0].page
        assert page is not None
        found += chance.sample(page.rows, min(len(page.rows), -(-count // 8)))
    chance.shuffle(found)
    return found[:count]


def _figure(what: str, ours: list[float], theirs: list[float] | None = None) -> Figure:
    """The 99th percentile in milliseconds, with the median named beside it."""
    return Figure(
        f"{what}, p99 (p50 {percentile(ours, 0.5) * 1000:.3g})",
        percentile(ours, 0.99) * 1000,
        "ms",
        at_most=50,
        peer=None if theirs is None else percentile(theirs, 0.5) * 1000,
    )


# -- files


def _files(reader: Reader, sql: Sql, head: LogHead, stack: ExitStack) -> Iterator[Figure]:
    place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onemoment-bench-files-")))
    since, until = _range_of(reader, head, min(ROWS, head.interruptions // 2))
    by_sql, rows = min(sql.csv(place / "sql.csv", since, until) for _ in range(2))
    took, written = [], 0
    for _ in range(2):
        begun = time.perf_counter()
        asked = Asked(since=since, until=until)
        reader.asked(ExportRows(file=str(place / "ours.csv"), format=Format.CSV, asked=asked))
        end = reader.exported()
        if end.rows is None or end.happened:
            raise CannotMeasure(f"The CSV was not written: {end.happened}")
        took.append(time.perf_counter() - begun)
        written = end.rows
    assert written == rows, (written, rows)
    share = ROWS / rows
    yield Figure(
        f"CSV of {rows:,} rows, each 100,000 of them", min(took) * share, "s", 2, peer=by_sql * share
    )
    begun = time.perf_counter()
    asked = Asked(since=since, until=until)
    reader.asked(ExportRows(file=str(place / "ours.pdf"), format=Format.PDF, asked=asked))
    end = reader.exported()
    if end.rows is not None and not end.happened:
        yield Figure(f"PDF of a page of figures and {end.rows:,} rows", time.perf_counter() - begun, "s")
    shutil.rmtree(place, ignore_errors=True)


def _range_of(reader: Reader, head: LogHead, rows: int) -> tuple[datetime, datetime]:
    """A range up to the newest that has about so many rows."""
    assert head.newest is not None
    assert head.oldest is not None
    until = head.newest + timedelta(seconds=1)
    low, high = head.oldest, until
    for _ in range(18):
        middle = low + (high - low) / 2
        page = reader.asked(ListRows(asked=Asked(since=middle, until=until), limit=1))[0].page
        assert page is not None
        low, high = (middle, high) if (page.total or 0) > rows else (low, middle)
    return low, until
