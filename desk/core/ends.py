"""How an interruption ended as a whole, and why somebody was lost: the supervisor's words for it.

A call has its own end (`store.views`), and so has the promise it was given; the log tells one end of both.
"""

from __future__ import annotations

from enum import StrEnum


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
    """What the caller heard when the call ended without anything come of it."""

    RINGING = "ringing"
    GREETING = "greeting"
    CHOOSING = "choosing"
    NUMBER = "number"
    MESSAGE = "message"
    HOLDING = "holding"
    PARKED = "parked"
    PASSING_ON = "passing_on"


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
