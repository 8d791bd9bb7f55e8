"""What the windows say of the one next thing, and of promises that press: pure functions, like `words`."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desk.core.model import Outcome, PromiseState, Told
from desk.core.next_action import Because, NextAction, What
from desk.core.views import CallView, PromiseView, View
from ui import calls_said
from ui.counted import counted
from ui.words import capital, clock, left, lower, outcome, promised, who, why

translate = QCoreApplication.translate


def next_call(view: View) -> CallView | None:
    """The live call the next action speaks of."""
    return next((c for c in view.calls if c.id == view.next.call), None)


def next_promise(view: View) -> PromiseView | None:
    """The promise the next action speaks of."""
    return next((p for p in view.promises if p.id == view.next.promise), None)


def nothing_waits() -> str:
    """When there is nothing to do."""
    return translate("Words", "Nothing waits")


def title_call_back(promise: PromiseView, view: View) -> str:
    """Call Mrs Okafor back."""
    return translate("Words", "Call %1 back").replace("%1", who(promise, view))


def title_message(promise: PromiseView, view: View) -> str:
    """Message from Mrs Okafor."""
    return translate("Words", "Message from %1").replace("%1", who(promise, view))


def title_outcome(promise: PromiseView, view: View) -> str:
    """How did it go with Mrs Okafor?"""
    return translate("Next", "How did it go with %1?").replace("%1", who(promise, view))


def title_call(call: CallView, next: NextAction, view: View) -> str:
    """Mrs Okafor is waiting, is ringing, is on hold, is back."""
    text = {
        Because.RINGING: translate("Next", "%1 is ringing"),
        Because.CAME_BACK: translate("Next", "%1 is back"),
        Because.PARKED: translate("Next", "%1 is on hold"),
        Because.PARKED_LONG: translate("Next", "%1 is on hold"),
    }.get(next.because, translate("Next", "%1 is waiting"))
    return text.replace("%1", who(call, view))


def because_promise(promise: PromiseView, next: NextAction, view: View, now: datetime) -> str:
    """Why this promise is next."""
    time = promised(promise, view, now)
    if promise.cut:
        cut = translate("Next", "the line was lost while you were speaking")
        return f"{cut}, {time}" if time else cut
    if next.because is Because.CALLS_AGAIN:
        text = translate("Words", "third call in five minutes")
        return f"{text}, {time}" if time else text
    if time:
        return time
    free = translate("Words", "as soon as you are free")
    return f"{why(promise, now)}, {free}"


def calling_short(promise: PromiseView, me: str) -> str:
    """Ana is calling: for one line of a list."""
    if not is_called(promise):
        return ""
    if promise.claimed_by and promise.claimed_by == me:
        return translate("Next", "you are calling")
    if not promise.claimed_by:
        return translate("Next", "somebody is calling")
    return translate("Next", "%1 is calling").replace("%1", promise.claimed_by)


def is_called(promise: PromiseView) -> bool:
    """True while somebody has claimed it and calls."""
    return promise.state is PromiseState.CLAIMED and not promise.outcome_wanted


def calling_now(promise: PromiseView, me: str) -> str:
    """Ana is calling now: who has claimed it; empty when nobody has."""
    if not is_called(promise):
        return ""
    if promise.claimed_by and promise.claimed_by == me:
        return translate("Next", "You are calling now")
    if not promise.claimed_by:
        return translate("Next", "Somebody is calling now")
    return translate("Next", "%1 is calling now").replace("%1", promise.claimed_by)


def missed(promise: PromiseView, now: datetime) -> str:
    """That an earlier time was not kept, while the present one still can be; empty when all is well."""
    late = promise.promised_by is not None and promise.promised_by < now
    return translate("Next", "an earlier time was not kept") if promise.broken and not late else ""


def told(promise: PromiseView) -> str:
    """That a new time was given, and whether the caller knows; empty when none was."""
    if promise.told is None:
        return ""
    if promise.told is Told.NOT_TOLD:
        return translate("Next", "new time given, the caller was not told")
    if promise.told_outcome is None:
        return translate("Next", "new time given, the caller is being told by a call")
    if promise.told_outcome is Outcome.REACHED:
        return translate("Next", "new time given, the caller was told")
    text = translate("Next", "new time given, the caller could not be told: %1")
    return text.replace("%1", lower(outcome(promise.told_outcome)))


def next_line(view: View, now: datetime) -> str:
    """The next action and its reason in one line, for the strip."""
    next = view.next
    call, promise = next_call(view), next_promise(view)
    if call is not None and next.what in (What.TAKE_CALL, What.RESUME):
        return f"{who(call, view)}: {calls_said.because_call(call, next, now)}"
    if promise is None:
        return nothing_waits()
    if next.what is What.SAY_OUTCOME:
        return title_outcome(promise, view)
    if next.what is What.LISTEN:
        return title_message(promise, view)
    if next.what is What.CALL_BACK:
        by = promise.promised_by
        if by is None:
            return f"{title_call_back(promise, view)}: {why(promise, now)}"
        if by < now:  # first what must not be elided
            return f"{capital(left(by, now))}: {title_call_back(promise, view)}"
        return f"{title_call_back(promise, view)}: {clock(by, view.time_zone, now)}, {left(by, now)}"
    return nothing_waits()


def pressing(view: View, now: datetime) -> str:
    """1 promise late, 2 due soon: what presses beside the next thing; empty when nothing does."""
    waits = [
        p
        for p in view.promises
        if p.id != view.next.promise
        and p.promised_by is not None
        and (p.put_off_until is None or p.put_off_until <= now)
    ]
    late = sum(p.promised_by < now for p in waits if p.promised_by is not None)
    warn = timedelta(seconds=view.warn_before)
    soon = sum(timedelta(0) <= p.promised_by - now <= warn for p in waits if p.promised_by is not None)
    said = [text for n, text in ((late, counted.late(late)), (soon, counted.due_soon(soon))) if n]
    return ", ".join(said)
