"""Which week's report is due: pure, by the desk's clock.

A report is of a whole week, Monday to Sunday; a week is named by its Monday.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)


def last_week(day: date) -> date:
    """The last week that was over before this day began."""
    return day - timedelta(days=day.weekday()) - WEEK


def last_sent(weeks: Iterable[date], day: date) -> date | None:
    """The last of the weeks that were sent which was over before this day began.

    One that was not over was sent while the clock was far ahead: it would keep all others waiting.
    """
    return max((week for week in weeks if week <= last_week(day)), default=None)


def due(
    now: datetime, sent: date | None, weekday: int, at: time, zone: ZoneInfo, first: datetime | None
) -> date | None:
    """The week whose report is to be made now, None when there is none.

    `weekday` (0 Monday) and `at` are when it is made, `sent` the last week that was sent, `first` when the
    first entry of the journal was written. Of weeks missed while the machine was off it is the last alone,
    and none of before there were records.
    """
    if first is None:
        return None
    here = now.astimezone(zone)
    day = here.date() - timedelta(days=(here.weekday() - weekday) % 7)
    if (day, at) > (here.date(), here.time()):
        day -= WEEK
    week = last_week(day)
    if first.astimezone(zone).date() >= week + WEEK or (sent is not None and sent >= week):
        return None
    return week
