"""By when a callback is promised.

The policy's minutes are counted in opening hours only, then rounded up to the next `promise_rounding`
minutes of the wall clock; a time after closing moves into the next opening with what was left of the
minutes, so that nobody is promised the very moment the desk opens. With `promises_open` promises already
open the minutes are doubled, with twice as many trebled: a promise that cannot be kept is not made.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.core.hours import has_hours, spans
from desk.core.model import Desk, Policy


def promised_by(at: datetime, desk: Desk, policy: Policy, *, vip: bool = False) -> datetime | None:
    """The time to be promised at `at`, aware in UTC; None when the desk never opens again.

    A VIP has minutes of their own, however many promises are open.
    """
    load = 1 + len(desk.promises) // max(1, policy.promises_open)
    left = timedelta(minutes=policy.vip_minutes if vip else policy.promise_minutes * load)
    if not has_hours(policy):
        return _rounded_up(at + left, policy)
    for start, end in spans(at, policy):
        begin = max(start, at)
        if begin + left <= end:
            by = _rounded_up(begin + left, policy)
            if by <= end:
                return by
            left = by - end  # what rounding pushes past closing
        else:
            left -= end - begin
    return None


def _rounded_up(moment: datetime, policy: Policy) -> datetime:
    """The next multiple of the rounding on the wall clock, at or after `moment`; each full hour is one."""
    zone, moment = ZoneInfo(policy.time_zone), moment.astimezone(UTC)
    while True:
        local = moment.astimezone(zone)
        past = timedelta(
            minutes=local.minute % policy.promise_rounding,
            seconds=local.second,
            microseconds=local.microsecond,
        )
        if not past:
            return moment
        to_the_hour = 60 - local.minute + local.minute % policy.promise_rounding
        # added in UTC: a sum in local time would be wrong across the hour the clock is set. Where it is set
        # by half an hour, what was a multiple may be none any more: then once more.
        moment += timedelta(minutes=min(policy.promise_rounding, to_the_hour)) - past
