"""By when a callback is promised.

The policy's minutes are counted in opening hours only, then rounded up to the next `promise_rounding`
minutes of the wall clock; a time after closing moves into the next opening with what was left of the
minutes. With `promises_open` promises already open the minutes are doubled, with twice as many trebled:
a promise that cannot be kept is not made.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.core.hours import has_hours, spans
from desk.core.model import Desk, Policy


def promised_by(at: datetime, desk: Desk, policy: Policy) -> datetime | None:
    """The time to be promised at `at`, aware in UTC; None when the desk never opens again."""
    load = 1 + len(desk.promises) // max(1, policy.promises_open)
    left = timedelta(minutes=policy.promise_minutes * load)
    if not has_hours(policy):
        return _rounded_up(at + left, policy)
    for start, end in spans(at, policy):
        begin = max(start, at)
        if begin + left <= end:
            by = _rounded_up(begin + left, policy)
            if by <= end:
                return by
            # what rounding pushes past closing is owed first thing at the next opening
            left = timedelta()
        else:
            left -= end - begin
    return None


def _rounded_up(moment: datetime, policy: Policy) -> datetime:
    """The next multiple of the rounding on the wall clock, at or after `moment`, whole minutes."""
    local = moment.astimezone(ZoneInfo(policy.time_zone))
    past = timedelta(
        minutes=local.minute % policy.promise_rounding, seconds=local.second, microseconds=local.microsecond
    )
    if not past:
        return moment.astimezone(UTC)
    # added in UTC: a sum in local time would be wrong across the hour the clock is set
    return moment.astimezone(UTC) + timedelta(minutes=policy.promise_rounding) - past
