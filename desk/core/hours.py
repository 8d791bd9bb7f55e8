"""Opening hours: whether the desk is open, and when it opens next.

Hours are wall-clock times in the desk's zone. On the two days a year the clock is set, a wall-clock time
can be missing or come twice; each span is turned into two moments in UTC and everything else is done
there, so that no minute is counted twice or lost. A missing time is read as the moment the clock jumps; a
time that comes twice begins a span at its first and ends one at its second coming.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from desk.core.model import Desk, Policy, Presence, Span

DAYS_AHEAD = 400
"""How far the search for an opening looks; a desk closed for longer has no hours worth promising."""


def has_hours(policy: Policy) -> bool:
    """True when opening hours were set at all; without them the desk is always open."""
    return any(policy.week)


@lru_cache(maxsize=2048)  # a replay of years asks for the same few of each day
def _moment(day: date, minute: int, zone: ZoneInfo, fold: int) -> datetime:
    day, minute = day + timedelta(days=minute // 1440), minute % 1440
    local = datetime.combine(day, time(minute // 60, minute % 60, fold=fold), tzinfo=zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # the time is missing; PEP 495: read by the offset before the jump it is after it, and the other way round
    before, after = local.replace(fold=1).astimezone(UTC), local.replace(fold=0).astimezone(UTC)
    return _jump(before, after, zone)


def _jump(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment between these two at which the clock is set, to the second."""
    old = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        half = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if half.astimezone(zone).utcoffset() == old:
            before = half
        else:
            after = half
    return after


def spans(after: datetime, policy: Policy) -> Iterator[tuple[datetime, datetime]]:
    """Opening spans as moments in UTC, in order, the first one ending after `after`."""
    if not has_hours(policy):
        return
    zone, holidays = ZoneInfo(policy.time_zone), frozenset(policy.holidays)
    # spans that meet in an hour that comes twice would overlap: each begins where the last ended
    last = after
    first = after.astimezone(zone).date() - timedelta(days=1)
    for offset in range(DAYS_AHEAD):
        day = first + timedelta(days=offset)
        if day in holidays:
            continue
        for span in policy.week[day.weekday()]:
            start, end = _bounds(day, span, zone)
            if end <= after or end <= start:
                continue
            if last > after:
                start = max(start, last)
            if end > start:
                yield start, end
                last = end


def _bounds(day: date, span: Span, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return _moment(day, span.start, zone, 0), _moment(day, span.end, zone, 1)


def is_open(at: datetime, policy: Policy) -> bool:
    """True when `at` lies inside the opening hours, or no hours were set."""
    if not has_hours(policy):
        return True
    return any(start <= at for start, _ in _first(at, policy))


def _first(at: datetime, policy: Policy) -> tuple[tuple[datetime, datetime], ...]:
    found = next(spans(at, policy), None)
    return () if found is None else (found,)


def opens_at(at: datetime, policy: Policy) -> datetime | None:
    """When the desk opens next if it is closed at `at`; None when it is open or never opens again."""
    if is_open(at, policy):
        return None
    found = next(spans(at, policy), None)
    return None if found is None else found[0]


def quarters(at: datetime, policy: Policy, count: int) -> tuple[datetime, ...]:
    """The next `count` quarter hours inside the opening hours, the first ten minutes after `at` or later.

    A span's first moment counts, its last does not; fewer when the desk does not open that often any more.
    """
    return _quarters(at.replace(second=0, microsecond=0), policy, count)


@lru_cache(maxsize=4)  # asked at every change, and another only once a minute
def _quarters(at: datetime, policy: Policy, count: int) -> tuple[datetime, ...]:
    zone, found = ZoneInfo(policy.time_zone), list[datetime]()
    when = at + timedelta(minutes=10)
    for _ in range(3 * count + 30):  # a desk whose every opening is shorter than that has none to offer
        if len(found) == count:
            break
        if (opening := opens_at(when, policy)) is not None:
            when = opening
        elif not is_open(when, policy):
            break
        local = when.astimezone(zone)
        past = timedelta(minutes=local.minute % 15, seconds=local.second, microseconds=local.microsecond)
        if past:
            when += timedelta(minutes=15) - past
        if is_open(when, policy):
            found.append(when.astimezone(UTC))
            when += timedelta(minutes=15)
    return tuple(found)


def presence(desk: Desk, at: datetime, policy: Policy) -> Presence:
    """The state calls are met with: closed outside the hours, else what the person chose."""
    return desk.chosen if is_open(at, policy) else Presence.CLOSED
