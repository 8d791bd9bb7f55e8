"""What `onemoment report` writes, once it is known what is asked for."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import msgspec

from config.settings import load
from desk.cli.asking import Sorry
from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log import csv_file, json_lines
from desk.log.about import About, about_of
from desk.log.chosen import Chosen, Handed
from desk.log.early import Early, early
from desk.log.out_file import CannotWrite, in_place, refused
from desk.log_types import Column, ExportRows, FiguresView, Format, LogHead, LogRow
from desk.places import settings_file
from desk.store import StoreTrouble
from desk.store.log_listed import Listed

if TYPE_CHECKING:
    from desk.log.log import Log

Told = Callable[[int, int], None]
"""Hears how many rows are done, and of how many."""

STDOUT = "-"
SAY_EVERY = 0.1  # seconds


def about_of_settings(settings: str | None) -> About | None:
    """Whose log it is; None without settings. Raises `SettingsRefused`."""
    named = settings_file(settings)
    return None if named is None else about_of(load(named))


def time_zone_of(folder: Path) -> str:
    """By which clock the records of a folder without settings were made. Raises `Sorry`."""
    log = _opened(folder, None, Early.open)
    try:
        return log.about.time_zone
    finally:
        log.close()


def write(
    folder: Path,
    settings: str | None,
    asked: ExportRows,
    *,
    rows: bool = True,
    told: Told = lambda done, of: None,
) -> int:
    """Write the file that is asked for ("-" is standard output), and give back how many rows it has.

    Without `rows` it has the figures only. `told` hears how far it is. Raises `Sorry`.
    """
    log = _opened(folder, about_of_settings(settings), _way(asked, rows))
    try:
        # a hundred thousand rows come and go without any cycle among them; looking for some costs a third
        gc.disable()
        return _write(log, asked, rows, _seldom(told))
    except StoreTrouble as trouble:
        raise Sorry(trouble.happened, trouble.do) from None
    except CannotWrite as wrong:
        raise Sorry(wrong.happened, wrong.do) from None
    except BrokenPipeError:
        raise  # who read it has seen enough
    except OSError as error:
        said = refused(error)
        raise Sorry(said.happened, said.do) from None
    finally:
        gc.enable()
        log.close()


Way = Callable[[Path, About | None], Early]
"""Opens the log as far as it is needed."""


def _opened(folder: Path, about: About | None, way: Way) -> Early:
    try:
        return way(folder, about)
    except StoreTrouble as trouble:
        raise Sorry(trouble.happened, trouble.do) from None


def _way(asked: ExportRows, rows: bool) -> Way:
    if rows and isinstance(asked, Handed) and asked.head is not None:
        return partial(Chosen.of, asked)
    if rows and asked.format is not Format.PDF and early(asked.asked, asked.sort):
        return Early.open
    from desk.log.log import Log  # with numpy, which all others do without

    return Log.open


@dataclass(frozen=True)
class _Job:
    """One file: what is asked of which log, and who hears how far it is."""

    log: Early
    head: LogHead
    asked: ExportRows
    now: datetime
    rows: bool
    many: int
    told: Told

    def chunks(self) -> Iterator[Sequence[LogRow]]:
        """The rows, some thousand at a time."""
        return self.log.rows(self.asked.asked, self.asked.sort, self.now) if self.rows else iter(())

    def listed(self) -> Iterator[Sequence[Listed]]:
        """The same as a list has them."""
        return self.log.listed(self.asked.asked, self.asked.sort, self.now)

    def figures(self) -> FiguresView:
        """The figures of the time that is asked for."""
        return cast("Chosen | Log", self.log).figures_asked(self.asked.asked, self.now)


def _write(log: Early, asked: ExportRows, rows: bool, told: Told) -> int:
    from ui.report import headless

    head, now = log.head(), datetime.now(UTC)
    pdf = asked.format is Format.PDF
    job = _Job(log, head, asked, now, rows, log.count(asked.asked, now) if rows else 0, told)
    told(0, job.many)
    with headless.spoken(asked.language or head.language or "en", drawing=pdf):
        fill = _pdf if pdf else _text
        if asked.file == STDOUT:
            return fill(job, sys.stdout.buffer)
        with in_place(Path(asked.file), log.folder) as part, part.open("wb") as out:
            return fill(job, out)


def _text(job: _Job, out: BinaryIO) -> int:
    """CSV and JSON."""
    from ui.words import zone

    as_json = job.asked.format is Format.JSON
    if not job.rows:
        out.write(_figures_as_json(job.figures()) if as_json else _figures_as_csv(job.figures(), job.head))
        return 0
    if as_json:
        pieces = json_lines.written(job.chunks())
    else:
        columns, clock = job.asked.columns, zone(job.head.time_zone)
        pieces = csv_file.written(job.listed(), columns, _words(job.head), clock, job.now)
    done = 0
    for piece, of_rows in pieces:
        out.write(piece)
        done += of_rows
        job.told(done, job.many)
    out.flush()
    return done


def _pdf(job: _Job, out: BinaryIO) -> int:
    from ui.report import pdf

    shown = list(islice(chain.from_iterable(job.chunks()), pdf.ROWS_AT_MOST))
    whole = pdf.made(
        job.head,
        job.figures(),
        shown,
        job.asked.columns,
        asked=job.asked.asked,
        by_day=job.asked.sort.column is Column.TIME,
        left_out=max(0, job.many - len(shown)),
        made_at=job.now,
        told=lambda done: job.told(done, job.many),
    )
    out.write(whole)
    out.flush()
    return len(shown)


def _words(head: LogHead) -> csv_file.Words:
    from ui import log_said, words
    from ui.report.headless import has_decimal_comma

    return csv_file.Words(
        headers={column: log_said.column(column) for column in Column},
        number=log_said.number(),
        ends={end: log_said.end(end) for end in End},
        overdue=log_said.owed_and_late(),
        met={presence: words.presence(presence) for presence in Presence},
        chose={choice: log_said.chose(choice) for choice in Choice},
        channels=log_said.channel,
        extension=words.number_of("%1", Dial.EXTENSION, ""),
        withheld=words.number_of(None, Dial.WITHHELD, ""),
        unknown=words.number_of(None, Dial.INVALID, ""),
        erased=log_said.erased(),
        between=";" if has_decimal_comma(head.country) else ",",
    )


def _figures_as_csv(view: FiguresView, head: LogHead) -> bytes:
    from ui import figures_said
    from ui.report.headless import has_decimal_comma

    between = ";" if has_decimal_comma(head.country) else ","
    span = figures_said.span(view.since, view.until, head.time_zone)
    return csv_file.lines(figures_said.table(view, span), between)


def _figures_as_json(view: FiguresView) -> bytes:
    """Every key, whatever its value."""
    return msgspec.json.encode(_whole(view)) + b"\n"


def _whole(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return {name: _whole(getattr(value, name)) for name in value.__struct_fields__}
    return [_whole(one) for one in value] if isinstance(value, tuple) else value


def _seldom(told: Told) -> Told:
    """The same, some ten times a second."""
    last = 0.0

    def tell(done: int, of: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= SAY_EVERY or not last:
            last = now
            told(done, of)

    return tell
