"""Which days the log is looked at: today, yesterday, this week, or from one day to another. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from ui import words
from ui.log_cells import day

translate = QCoreApplication.translate


class Span(StrEnum):
    """The choices of the range."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    SEVEN = "seven"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    YEAR = "year"
    ALL = "all"
    OWN = "own"


def days_of(span: Span, today: date, own: tuple[date, date] | None = None) -> tuple[date, date] | None:
    """The first and the last day; None for all there are."""
    first = QLocale().firstDayOfWeek().value  # 1 Monday, 7 Sunday
    begun = today - timedelta(days=(today.isoweekday() - first) % 7)
    month = today.replace(day=1)
    last_month = (month - timedelta(days=1)).replace(day=1)
    if span is Span.ALL:
        return None
    if span is Span.OWN and own is not None:
        return min(own), max(own)
    return {
        Span.YESTERDAY: (today - timedelta(days=1), today - timedelta(days=1)),
        Span.SEVEN: (today - timedelta(days=6), today),
        Span.WEEK: (begun, begun + timedelta(days=6)),
        Span.MONTH: (month, (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)),
        Span.LAST_MONTH: (last_month, month - timedelta(days=1)),
        Span.YEAR: (date(today.year, 1, 1), date(today.year, 12, 31)),
    }.get(span, (today, today))


def moments_of(days: tuple[date, date], tz: str) -> tuple[datetime, datetime]:
    """From when to when these days are, by the desk's clock: the second does not count any more."""
    zone = words.zone(tz)
    first, last = days
    begin = datetime.combine(first, time.min, zone)
    end = datetime.combine(last + timedelta(days=1), time.min, zone)
    return begin, end


def span_words(span: Span, own: tuple[date, date] | None = None, year: int | None = None) -> str:
    """The range as its chip says it."""
    if span is Span.OWN and own is not None:
        first, last = min(own), max(own)
        if first == last:
            return day(first, year)
        between = translate("LogRange", "%1 to %2")
        return between.replace("%1", day(first, year)).replace("%2", day(last, year))
    return {
        Span.TODAY: translate("LogRange", "Today"),
        Span.YESTERDAY: translate("LogRange", "Yesterday"),
        Span.SEVEN: translate("LogRange", "Last 7 days"),
        Span.WEEK: translate("LogRange", "This week"),
        Span.MONTH: translate("LogRange", "This month"),
        Span.LAST_MONTH: translate("LogRange", "Last month"),
        Span.YEAR: translate("LogRange", "This year"),
        Span.ALL: translate("LogRange", "All there is"),
        Span.OWN: translate("LogRange", "From one day to another…"),
    }[span]
