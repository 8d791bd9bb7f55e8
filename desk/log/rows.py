"""A row of the records as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log_types import LogRow
from desk.store.log_shown import Shown

# looked up: a hundred thousand rows of a file make each word by hand noticeable
_DIAL = {dial.value: dial for dial in Dial}
_MET = {met.value: met for met in Presence}
_CHOSE = {choice.value: choice for choice in Choice}


def told(rows: Iterable[Shown], now: datetime) -> tuple[LogRow, ...]:
    """These rows as they are told at `now`."""
    return tuple(_row(row, now) for row in rows)


def _row(row: Shown, now: datetime) -> LogRow:
    return LogRow(
        call=row.call,
        at=row.at,
        channel=row.channel,
        number=row.number,
        name=row.name,
        company=row.company,
        dial=_DIAL[row.dial],
        internal=row.internal,
        vip=row.vip,
        met=_MET[row.met],
        chose=_CHOSE[row.chose] if row.chose else None,
        promise=row.promise,
        promised_by=row.promised_by,
        end=row.end,
        ended_at=row.ended_at,
        overdue=row.end is End.OPEN and row.promised_by is not None and row.promised_by < now,
        by=row.by,
        minutes=row.minutes,
        attempts=row.attempts,
        held=row.held,
        recordings=row.recordings,
        notes=row.notes,
        amended=row.amended,
        erased=row.erased,
    )
