"""The log as JSON lines: one interruption an object, with every key in every line.

Keys and values are the English words of `desk.log_types`, whatever language is spoken; times are UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log_types import LogRow


class PromiseLine(msgspec.Struct, frozen=True, kw_only=True):
    """The callback promised: by when, whether that has passed, how often tried, minutes until spoken with."""

    id: int
    promised_by: datetime | None
    overdue: bool
    attempts: int
    minutes: float | None


class RowLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a `LogRow`, what is of its promise in an object of its own."""

    call: str
    at: datetime
    channel: str
    number: str | None
    name: str | None
    company: str
    dial: Dial
    internal: bool
    vip: bool
    met: Presence
    chose: Choice | None
    end: End
    ended_at: datetime | None
    by: str
    held: float | None
    recordings: int
    notes: str
    amended: bool
    erased: bool
    promise: PromiseLine | None


def written(chunks: Iterable[Sequence[LogRow]]) -> Iterator[tuple[bytes, int]]:
    """The file, piece by piece, each with the number of its lines."""
    encoder = msgspec.json.Encoder()
    for rows in chunks:
        yield encoder.encode_lines([_line(row) for row in rows]), len(rows)


def _line(row: LogRow) -> RowLine:
    promise = None
    if row.promise is not None:
        promise = PromiseLine(
            id=row.promise,
            promised_by=row.promised_by,
            overdue=row.overdue,
            attempts=row.attempts,
            minutes=None if row.minutes is None else round(row.minutes, 2),
        )
    return RowLine(
        call=row.call,
        at=row.at,
        channel=row.channel,
        number=row.number,
        name=row.name,
        company=row.company,
        dial=row.dial,
        internal=row.internal,
        vip=row.vip,
        met=row.met,
        chose=row.chose,
        end=row.end,
        ended_at=row.ended_at,
        by=row.by,
        held=row.held,
        recordings=row.recordings,
        notes=row.notes,
        amended=row.amended,
        erased=row.erased,
        promise=promise,
    )
