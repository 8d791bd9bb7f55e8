"""The words of the log's table, cell by cell."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desk.core.ends import End
from desk.log_types import Column, LogHead, LogRow
from ui import figures_said, log_said, words

translate = QCoreApplication.translate

SHAPES = {
    End.LIVE: ("talk", "accent"),
    End.SPOKEN: ("tick", "accent"),
    End.PASSED_ON: ("bye", "accent"),
    End.ANSWERED_ELSEWHERE: ("bye", "accent"),
    End.KEPT: ("tick", "accent"),
    End.LATE: ("late", "warn"),
    End.OPEN: ("ring", "ink"),
    End.NOT_REACHED: ("cross", "warn"),
    End.CANCELLED: ("dash", "soft"),
    End.LOST: ("cross", "alarm"),
    End.REFUSED: ("dash", "soft"),
    End.BLOCKED: ("dash", "soft"),
    End.ENDED: ("dash", "soft"),
}
"""The sign before an end, and its colour: never the colour alone."""


def shape(row: LogRow) -> tuple[str, str]:
    """The sign of how it ended, and its colour."""
    return ("late", "warn") if row.end is End.OPEN and row.overdue else SHAPES[row.end]


def when(at: datetime, tz: str, now: datetime | None = None) -> str:
    """10:31 today; yesterday 10:31; Wed 12 Aug 10:31; 12 Aug 2025 10:31."""
    zone = words.zone(tz)
    there = at.astimezone(zone)
    here = (now or datetime.now(UTC)).astimezone(zone)
    time, days = there.strftime("%H:%M"), (here.date() - there.date()).days
    if -1 <= days <= 1:
        return words.clock(at, tz, now or datetime.now(UTC))
    return f"{day(there.date(), here.year)} {time}"


def due(row: LogRow, tz: str) -> str:
    """By when a callback was promised: 10:31 on the day it rang, Thu 10:31 in the days after that."""
    if row.promised_by is None:
        return ""
    zone = words.zone(tz)
    rang, by = row.at.astimezone(zone), row.promised_by.astimezone(zone)
    days = (by.date() - rang.date()).days
    if not 0 <= days < 7:
        return when(row.promised_by, tz)
    time = by.strftime("%H:%M")
    return f"{figures_said.day_name(by.weekday(), short=True)} {time}" if days else time


def day(of: date, year: int | None = None) -> str:
    """Wed 12 Aug; with its year when that is not `year`."""
    if of.year != year:
        return figures_said.day(of)
    name = figures_said.day_name(of.weekday(), short=True)
    return f"{name} {figures_said.day(of, year=False).rstrip('.')}"


def who(row: LogRow, head: LogHead) -> str:
    """The name, else the company, else the number."""
    return row.name or row.company or log_said.number_of(row, head.country)


def also(row: LogRow) -> str:
    """The company beside a name, and what is special of them."""
    company = row.company if row.name else ""
    vip = translate("LogTable", "VIP") if row.vip else ""
    inside = translate("LogTable", "colleague") if row.internal else ""
    return ", ".join(text for text in (company, vip, inside) if text)


def minutes(value: float | None) -> str:
    """3.4 is 3, 0.4 is 1: as one says it; 75 is 1 h 15 min, as on the cards."""
    if value is None:
        return ""
    whole = max(1, round(value))
    if whole < 60:
        return QLocale().toString(whole)
    return figures_said.minutes(whole)


def cell(row: LogRow, of: Column, head: LogHead) -> str:
    """One cell."""
    if of is Column.TIME:
        return when(row.at, head.time_zone)
    if of is Column.WHO:
        beside = also(row)
        return f"{who(row, head)}, {beside}" if beside else who(row, head)
    if of is Column.CHANNEL:
        return log_said.channel(row.channel)
    if of is Column.MET:
        return words.presence(row.met)
    if of is Column.CHOSE:
        return log_said.chose(row.chose)
    if of is Column.PROMISED_BY:
        return due(row, head.time_zone)
    if of is Column.END:
        return log_said.end_of(row)
    if of is Column.BY:
        return row.by
    return minutes(row.minutes)


def whole(row: LogRow, head: LogHead) -> str:
    """All of a row in one line, for who cannot see the table."""
    said = ((of, cell(row, of, head)) for of in Column if of is not Column.CHANNEL)
    return ", ".join(f"{log_said.column(of)} {text}" for of, text in said if text)
