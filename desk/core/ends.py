"""How an interruption ended as a whole, and why somebody was lost: the supervisor's words for it.

A call has its own end (`store.views`), and so has the promise it was given; the log tells one end of both.
"""

from __future__ import annotations

from enum import StrEnum

from desk.core.model import PromiseState


class End(StrEnum):
    """How one interruption ended, its promise included.

    LIVE: it still goes on. SPOKEN: a person here spoke with them in that call. PASSED_ON: to a colleague.
    ANSWERED_ELSEWHERE: on another phone. KEPT: called back (or they rang again and were answered) by the time
    promised, or at all where no time was said. LATE: the same after that time. OPEN: still owed. NOT_REACHED:
    every attempt was made. CANCELLED: a person closed it without speaking with them. LOST: they hung up, or
    the line was lost, and nobody spoke with them later. REFUSED: turned away, more calls than may be at once.
    BLOCKED: the number is blocked. ENDED: the desk ended the call, with nothing promised.
    """

    LIVE = "live"
    SPOKEN = "spoken"
    PASSED_ON = "passed_on"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    KEPT = "kept"
    LATE = "late"
    OPEN = "open"
    NOT_REACHED = "not_reached"
    CANCELLED = "cancelled"
    LOST = "lost"
    REFUSED = "refused"
    BLOCKED = "blocked"
    ENDED = "ended"


AMENDED_TO = (
    End.SPOKEN,
    End.PASSED_ON,
    End.ANSWERED_ELSEWHERE,
    End.KEPT,
    End.LATE,
    End.NOT_REACHED,
    End.CANCELLED,
    End.LOST,
)
"""The ends a supervisor may say instead; KEPT to CANCELLED only where there is a promise."""


class Left(StrEnum):
    """What the caller heard when the call ended without anything come of it.

    GOODBYE: the desk's own end of it. CUT: nothing any more, the line was lost.
    """

    RINGING = "ringing"
    GREETING = "greeting"
    CHOOSING = "choosing"
    NUMBER = "number"
    MESSAGE = "message"
    HOLDING = "holding"
    PARKED = "parked"
    PASSING_ON = "passing_on"
    GOODBYE = "goodbye"
    CUT = "cut"


class Lost(StrEnum):
    """Why nobody spoke with them later.

    NO_NUMBER: it was withheld. MAY_NOT_CALL: the number may not be called back. NOT_TRIED: the callback was
    closed without an attempt. NOT_REACHED: every attempt was made. CANCELLED: closed by a person after fewer.
    WRONG_NUMBER: somebody else answered there. AMENDED: a supervisor said so. LINE: the line or the engine
    was cut and nothing could be promised.
    """

    NO_NUMBER = "no_number"
    MAY_NOT_CALL = "may_not_call"
    NOT_TRIED = "not_tried"
    NOT_REACHED = "not_reached"
    CANCELLED = "cancelled"
    WRONG_NUMBER = "wrong_number"
    AMENDED = "amended"
    LINE = "line"


_OF_CALL = {
    "spoken": End.SPOKEN,
    "passed_on": End.PASSED_ON,
    "answered_elsewhere": End.ANSWERED_ELSEWHERE,
    "refused": End.REFUSED,
    "refused_blocked": End.BLOCKED,
}
_OF_PROMISE = {
    PromiseState.OPEN: End.OPEN,
    PromiseState.CLAIMED: End.OPEN,
    PromiseState.RENEGOTIATED: End.OPEN,
    PromiseState.KEPT: End.KEPT,
    PromiseState.BROKEN: End.LATE,
    PromiseState.CANCELLED: End.CANCELLED,
    PromiseState.ANSWERED_ELSEWHERE: End.ANSWERED_ELSEWHERE,
    PromiseState.NOT_REACHED: End.NOT_REACHED,
}
_STATE_OF = {
    End.KEPT: PromiseState.KEPT,
    End.LATE: PromiseState.BROKEN,
    End.NOT_REACHED: PromiseState.NOT_REACHED,
    End.CANCELLED: PromiseState.CANCELLED,
    End.ANSWERED_ELSEWHERE: PromiseState.ANSWERED_ELSEWHERE,
    End.LOST: PromiseState.NOT_REACHED,
}
_WITH_A_PROMISE = (End.KEPT, End.LATE, End.NOT_REACHED, End.CANCELLED)


def end_of(ended_as: str | None, promise: PromiseState | None = None, amended: End | None = None) -> End:
    """The one end of an interruption.

    `ended_as` is how its call ended (see `store.views`, None while it goes on), `promise` where the promise
    it was given stands (None without one), `amended` what a supervisor said instead.
    """
    if amended is not None:
        return amended
    if ended_as is None:
        return End.LIVE
    if ended_as in _OF_CALL:
        return _OF_CALL[ended_as]
    end = None if promise is None else _OF_PROMISE[promise]
    if ended_as in ("hung_up", "line_lost") and end in (None, End.NOT_REACHED, End.CANCELLED):
        return End.LOST  # they were given nothing, and nobody spoke with them later
    return end or End.ENDED


def may_amend(was: End, promise: PromiseState | None) -> tuple[End, ...]:
    """What may be said instead of `was`; nothing while it is live or owed: end it at the desk first."""
    owed = promise is not None and _OF_PROMISE[promise] is End.OPEN
    if was in (End.LIVE, End.OPEN) or owed:
        return ()
    return tuple(
        end for end in AMENDED_TO if end is not was and (promise is not None or end not in _WITH_A_PROMISE)
    )


def amended_promise(end: End) -> PromiseState | None:
    """How a promise ended when this is said of its interruption, None when its own end stays."""
    return _STATE_OF.get(end)


def promise_when(end: End, ended_as: str | None, own: PromiseState | None) -> PromiseState | None:
    """The same, of a promise whose `own` end is this: what is taken back leaves it as it was."""
    return own if end_of(ended_as, own) is end else amended_promise(end) or own
