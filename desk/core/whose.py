"""Whose promise it is: a caller is known by every number they have alone (see `CallRang.also`)."""

from __future__ import annotations

from desk.core.model import Call, Caller, Desk, Promise
from desk.core.turn import may_be_called


def promise_of(desk: Desk, call: Call) -> Promise | None:
    """The promise that who calls has already, None without one."""
    return next(iter(desk.promises_of(call)), None)


def promise_for(desk: Desk, call: Call, number: Caller) -> Promise | None:
    """The promise that a callback at this number, wanted in this call, joins; None without one.

    Whose a number is that was keyed in nobody knows, unless it is one of the caller's own.
    """
    kept = desk.promise_to(number)
    return promise_of(desk, call) if kept is None and number.key in call.keys else kept


def called_at(promise: Promise, call: Call, number: Caller, *, asked: bool) -> Caller | None:
    """The number at which this promise is called back from now on, None when it stays as it is.

    It is the one where they `asked` last to be called. Who was never told a time never asked: they are
    called where they rang from last.
    """
    if number.key == promise.caller.key or not may_be_called(number, call):
        return None
    return number if asked or promise.promised_by is None else None
