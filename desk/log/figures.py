"""The figures of a range of time, of the same length before it, and of now. Each says what it counts.

The windows say the same in words (`ui.figures_said`): whoever changes one changes the other. A colleague is
whose call really came from inside; everybody else is a customer.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from desk.core.ends import End
from desk.core.model import Presence, PromiseState
from desk.log.columns import ENDS, MET, STATES, Columns, micros, moment
from desk.log_types import Busiest, Figures, FiguresView, PersonFigures, Sides
from desk.store.log_rows import NONE, Array

SOON = 5.0
"""Seconds of ringing within which a greeting is soon."""
BUSY_HOUR = 3.0
"""Interruptions an hour while Serving, on average, from which a second person would have helped."""
BUSIEST = 3
"""So many hours of the week are named."""

_SOON = int(SOON * 1_000_000)
_LOST = ENDS.index(End.LOST)
_SERVING = MET.index(Presence.SERVING)
_NOT_MEANT = [ENDS.index(end) for end in (End.BLOCKED, End.REFUSED, End.ANSWERED_ELSEWHERE)]
_KEPT = STATES.index(PromiseState.KEPT)
_ENDED = [STATES.index(s) for s in (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.NOT_REACHED)]

Thanks = dict[str, tuple[datetime, ...]]
"""When each person was thanked, by name."""


def figures(
    columns: Columns, since: datetime, until: datetime, now: datetime, thanks: Thanks | None = None
) -> FiguresView:
    """The figures of a range; `since` counts, `until` does not."""
    earlier = before(since, until, columns.zone)
    heat, days = week(columns, since, until, now)
    return FiguresView(
        since=since,
        until=until,
        now=sides(columns, since, until, now),
        before=sides(columns, *earlier, now),
        heat=heat,
        days=days,
        second_person=second_person(heat, days),
        people=people(columns, since, until, thanks or {}),
    )


def before(since: datetime, until: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The same length directly before: of whole days by the desk's clock as many days, however long each.

    Nothing where no calendar goes back so far.
    """
    try:
        first, last = since.astimezone(zone).date(), until.astimezone(zone).date()
        if (_begins(first, zone), _begins(last, zone)) == (since, until):
            return _begins(first - (last - first), zone), since
        return since - (until - since), since
    except OverflowError:
        return since, since


def _begins(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day; it is not midnight where the clocks are set forward then."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def sides(columns: Columns, since: datetime, until: datetime, now: datetime) -> Sides:
    """The figures of everybody, of customers and of colleagues."""
    return Sides(
        everybody=one_side(columns, since, until, now, None),
        customers=one_side(columns, since, until, now, False),
        colleagues=one_side(columns, since, until, now, True),
    )


def one_side(
    columns: Columns, since: datetime, until: datetime, now: datetime, internal: bool | None
) -> Figures:
    """The figures of everybody (None), of colleagues or of customers.

    `interruptions` are the calls that came in in the range, whatever became of them.
    """
    here = columns.span(since, until)
    calls = slice(None) if internal is None else columns.internal[here] == internal
    theirs = _of_side(columns, internal)
    made = theirs & _made_in(columns, since, until)
    due, kept = promises_kept(columns, made, now)
    median, p90 = minutes(columns, made)
    soon, of = greeted_soon(columns, here, calls, now)
    open_now, overdue_now = still_open(columns, theirs, now)
    return Figures(
        interruptions=len(columns.calls.at[here][calls]),
        promises=int(made.sum()),
        due=due,
        kept=kept,
        kept_share=kept / due if due else None,
        minutes_median=median,
        minutes_p90=p90,
        lost=lost(columns, here, calls),
        greeted_soon=soon,
        greeted_of=of,
        greeted_share=soon / of if of else None,
        longest_hold=longest_hold(columns, here, calls),
        open_now=open_now,
        overdue_now=overdue_now,
    )


def promises_kept(columns: Columns, made: Array, now: datetime) -> tuple[int, int]:
    """How many promises were due, and how many of them were kept in time.

    Of the promises made in the range: those that ended, and open ones whose time has passed. Cancelled ones
    and those answered elsewhere are left out. Kept in time means that somebody spoke with them by the time
    promised, or at all where no time was said. A new time is the time promised, whether the caller was told
    or not; but a promise whose time passed is not kept, also when a new one was given after that.
    """
    state = columns.state[made]
    due = np.isin(state, _ENDED) | (columns.owed & _past(columns, now))[made]
    return int(due.sum()), int((state == _KEPT).sum())


def minutes(columns: Columns, made: Array) -> tuple[float | None, float | None]:
    """Minutes from making a promise to first speaking with them: the median, and the 90th percentile.

    Of the promises made in the range, each once; those with whom nobody spoke yet are not in it. Of an even
    number the middle lies between the two in the middle.
    """
    waited = columns.waited[made]
    waited = waited[waited != NONE]
    if not len(waited):
        return None, None
    median, p90 = np.percentile(waited / 60_000_000, (50, 90))
    return float(median), float(p90)


def lost(columns: Columns, here: slice, calls: Array | slice) -> int:
    """Callers lost: calls of the range that ended as LOST. They hung up, and nobody spoke with them later."""
    return int((columns.end[here][calls] == _LOST).sum())


def greeted_soon(columns: Columns, here: slice, calls: Array | slice, now: datetime) -> tuple[int, int]:
    """How many calls were answered within five seconds of ringing, and out of how many.

    Out of those that were answered, by the greeting or by a person, and those that rang at least five seconds
    without. Blocked and refused ones and those answered elsewhere are left out.
    """
    at, answered, ended = (
        column[here][calls] for column in (columns.calls.at, columns.calls.answered, columns.calls.ended)
    )
    meant = ~np.isin(columns.end[here][calls], _NOT_MEANT)
    has = answered != NONE
    rang = np.where(has, answered, np.where(ended == NONE, micros(now), ended)) - at
    of = meant & (has | (rang >= _SOON))
    return int((of & has & (rang <= _SOON)).sum()), int(of.sum())


def longest_hold(columns: Columns, here: slice, calls: Array | slice) -> float | None:
    """Seconds of the longest single stretch on hold among the calls of the range, None without any."""
    held = columns.calls.held[here][calls]
    longest = int(held.max(initial=NONE))
    return None if longest < 0 else longest / 1000


def still_open(columns: Columns, theirs: Array, now: datetime) -> tuple[int, int]:
    """Promises open now, whenever they were made, and how many of them are past their time."""
    owed = columns.owed & theirs
    return int(owed.sum()), int((owed & _past(columns, now)).sum())


def week(
    columns: Columns, since: datetime, until: datetime, now: datetime
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Interruptions met while Serving, by weekday and hour of the desk's clock, and how many such days.

    Only days that have begun count, and none before the first interruption there is: what is not written
    down makes no average lower.
    """
    here = columns.span(since, until)
    hours = columns.hour[here][columns.met[here] == _SERVING]
    counts = np.bincount(hours, minlength=168)[:168].reshape(7, 24)
    days = [0] * 7
    if columns.oldest is not None:
        # what lies far beyond is brought near: a time of the year 1 or 9999 has no date in some zones
        oldest, beyond = moment(columns.oldest), timedelta(days=2)
        first = min(max(since, oldest), now + beyond).astimezone(columns.zone).date()
        last = (
            (max(min(until, now), oldest - beyond) - timedelta(microseconds=1))
            .astimezone(columns.zone)
            .date()
        )
        whole, rest = divmod(max((last - first).days + 1, 0), 7)
        days = [whole] * 7
        for further in range(rest):
            days[(first.weekday() + further) % 7] += 1
    return tuple(tuple(int(n) for n in day) for day in counts), tuple(days)


def second_person(heat: tuple[tuple[int, ...], ...], days: tuple[int, ...]) -> tuple[Busiest, ...]:
    """The hours of the week in which a second person would have helped most, up to three, the first most.

    While one visitor was being served there were on average at least three interruptions within that hour,
    one every twenty minutes. No hour is named that had fewer.
    """
    found = [
        Busiest(weekday=weekday, hour=hour, average=count / days[weekday])
        for weekday, counts in enumerate(heat)
        for hour, count in enumerate(counts)
        if days[weekday] and count >= BUSY_HOUR * days[weekday]
    ]
    return tuple(sorted(found, key=lambda hour: (-hour.average, hour.weekday, hour.hour))[:BUSIEST])


def people(columns: Columns, since: datetime, until: datetime, thanks: Thanks) -> tuple[PersonFigures, ...]:
    """What went well, by name in the order of the alphabet: promises of the range kept in time, by who closed
    them or tried last, and thanks given in the range. Nobody without either is named.
    """
    made = _made_in(columns, since, until) & (columns.state == _KEPT)
    kept = np.bincount(columns.kept_by[made], minlength=len(columns.people))
    found = {name: int(kept[i]) for i, name in enumerate(columns.people) if name}
    thanked = {name: sum(since <= at < until for at in times) for name, times in thanks.items() if name}
    names = sorted({*found, *thanked}, key=lambda name: (name.casefold(), name))
    rows = (PersonFigures(name=n, kept=found.get(n, 0), thanks=thanked.get(n, 0)) for n in names)
    return tuple(row for row in rows if row.kept or row.thanks)


def _made_in(columns: Columns, since: datetime, until: datetime) -> Array:
    created = columns.promises.created
    found: Array = (created >= micros(since)) & (created < micros(until))
    return found


def _of_side(columns: Columns, internal: bool | None) -> Array:
    if internal is None:
        return np.ones(len(columns.promises.id), np.bool_)
    found: Array = columns.of_colleague == internal
    return found


def _past(columns: Columns, now: datetime) -> Array:
    due = columns.promises.promised_by
    found: Array = (due != NONE) & (due < micros(now))
    return found
