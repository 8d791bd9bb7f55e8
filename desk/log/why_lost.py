"""Why somebody was lost: what they heard when they left, and what came of it then. Pure."""

from __future__ import annotations

from desk.core.ends import End, Left, Lost
from desk.core.model import Dial, Doing, Outcome, PromiseState
from desk.log_types import LogRow, WhyLost

_LEFT = {
    Doing.RINGING: Left.RINGING,
    Doing.ANSWERING: Left.RINGING,
    Doing.GREETING: Left.GREETING,
    Doing.CHOOSING: Left.CHOOSING,
    Doing.CONFIRMING_NUMBER: Left.NUMBER,
    Doing.ENTERING_NUMBER: Left.NUMBER,
    Doing.REFUSED_NUMBER: Left.NUMBER,
    Doing.RECORDING: Left.MESSAGE,
    Doing.REVIEWING: Left.MESSAGE,
    Doing.HOLDING: Left.HOLDING,
    Doing.PARKED: Left.PARKED,
    Doing.TRANSFERRING: Left.PASSING_ON,
    Doing.LEAVING: Left.GOODBYE,
}
LOST = (End.LOST, End.NOT_REACHED, End.CANCELLED)
"""The ends after which nobody has spoken with them."""


def left(ended_as: str | None, doing: str | None) -> Left | None:
    """What they heard when they left; None when the call ended in another way."""
    if ended_as == "line_lost":
        return Left.CUT
    if ended_as != "hung_up" or doing is None:
        return None
    return _LEFT.get(Doing(doing))


def why_lost(
    row: LogRow,
    ended_as: str | None,
    doing: str | None,
    state: PromiseState | None,
    outcomes: tuple[Outcome, ...],
    said_by: str | None,
    waited: float,
    busy: int,
) -> WhyLost | None:
    """Why, None when nobody was lost.

    `state` is how the promise stands, `outcomes` are those of the attempts, `said_by` is the
    supervisor who said that they were lost, `waited` seconds from the ring, `busy` who else was on the line.
    """
    if row.end not in LOST:
        return None
    return WhyLost(
        lost=_lost(row, ended_as, state, outcomes) if said_by is None else Lost.AMENDED,
        left=left(ended_as, doing),
        waited=waited,
        met=row.met,
        attempts=row.attempts,
        by=row.by if said_by is None else said_by,
        busy=busy,
    )


def _lost(
    row: LogRow, ended_as: str | None, state: PromiseState | None, outcomes: tuple[Outcome, ...]
) -> Lost:
    if state is None:
        if row.dial in (Dial.WITHHELD, Dial.NOTHING):
            return Lost.NO_NUMBER
        if not row.dial.callable:
            return Lost.MAY_NOT_CALL
        return Lost.LINE if ended_as == "line_lost" else Lost.NOT_TRIED
    if outcomes and outcomes[-1] is Outcome.WRONG_NUMBER:
        return Lost.WRONG_NUMBER
    if state is PromiseState.CANCELLED:
        return Lost.CANCELLED if outcomes else Lost.NOT_TRIED
    return Lost.NOT_REACHED if outcomes else Lost.NOT_TRIED
