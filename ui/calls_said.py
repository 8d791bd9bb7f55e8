"""What the windows say of live calls: what each caller hears, who is spoken with, who was here before.

Pure functions of plain values, like `words`.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk.core.model import Doing, Outcome
from desk.core.next_action import Because, NextAction
from desk.core.views import CallView, ContactedView, View
from ui.counted import counted
from ui.words import between, clock, lower, outcome, quoted, who

translate = QCoreApplication.translate

OURS = (Doing.TAKEN, Doing.TALKING, Doing.DIALLING, Doing.RINGING_THERE)
"""What a call does while it has the person's own end."""
TAKEABLE = (Doing.RINGING, Doing.ANSWERING, Doing.GREETING, Doing.CHOOSING, Doing.HOLDING)
"""What a caller does who can be taken without cutting them short."""


# ---- which call


def with_you(view: View) -> CallView | None:
    """The call that has the person's own end: spoken with, being connected or being made."""
    ours = [c for c in view.calls if c.doing in OURS]
    return min(ours, key=lambda c: (OURS.index(c.doing), c.id)) if ours else None


def parked(view: View) -> tuple[CallView, ...]:
    """Whom the person put on hold, the longest first."""
    return tuple(sorted((c for c in view.calls if c.doing is Doing.PARKED), key=lambda c: (c.since, c.id)))


def resumed_by_key(view: View) -> str | None:
    """Whom F6 brings back: who has been on hold the longest, unless a colleague is asked about them."""
    own = with_you(view)
    if own is not None and (own.doing is not Doing.TALKING or own.for_call is not None):
        return None
    order = [c.id for c in parked(view)]
    named = [id for id in order if id == view.next.call]
    return next(iter(named or order), None)


def asked_about(call: CallView, view: View) -> CallView | None:
    """The call on hold about which this one asks a colleague."""
    return next((c for c in view.calls if c.id == call.for_call), None) if call.for_call else None


def can_be_dropped(call: CallView, view: View) -> bool:
    """Whether this call of the person's own can be hung up; from a colleague who is asked one goes back."""
    return asked_about(call, view) is None and (call.doing is Doing.TALKING or call.out)


def first_to_take(view: View) -> CallView | None:
    """Whom F5 takes: the one Next names, else the first in line, else who rings longest."""
    waiting = [c for c in view.calls if not c.out and c.doing in (Doing.HOLDING, Doing.RINGING)]
    named = [c for c in waiting if c.id == view.next.call]
    order = sorted(waiting, key=lambda c: (c.doing is not Doing.HOLDING, c.place or 1000, c.began_at, c.id))
    return next(iter(named or order), None)


# ---- what is happening


def place(n: int) -> str:
    """1st in line."""
    if n == 1:
        return translate("Words", "1st in line")
    if n == 2:
        return translate("Words", "2nd in line")
    if n == 3:
        return translate("Words", "3rd in line")
    return translate("Words", "%1th in line").replace("%1", str(n))


def doing(call: CallView) -> str:
    """What this caller hears or does at this moment."""
    if call.doing is Doing.HOLDING:
        text = translate("Words", "holding")
        return f"{text}, {place(call.place)}" if call.place else text
    if call.doing is Doing.TRANSFERRING:
        text = (
            translate("Words", "being passed on to %1")
            if call.sent_to
            else translate("Words", "being passed on")
        )
        return text.replace("%1", call.sent_to)
    return {
        Doing.RINGING: translate("Words", "hears it ringing"),
        Doing.ANSWERING: translate("Words", "is being answered"),
        Doing.GREETING: translate("Words", "hears the greeting"),
        Doing.CHOOSING: translate("Words", "is choosing"),
        Doing.CONFIRMING_NUMBER: translate("Words", "hears the number read back"),
        Doing.ENTERING_NUMBER: translate("Words", "is keying in a number"),
        Doing.REFUSED_NUMBER: translate("Words", "is asked for another number"),
        Doing.RECORDING: translate("Words", "leaving a message"),
        Doing.REVIEWING: translate("Words", "may keep or repeat the message"),
        Doing.LEAVING: translate("Words", "hears the goodbye"),
        Doing.TAKEN: translate("Words", "is being connected with you"),
        Doing.TALKING: translate("Words", "is with you"),
        Doing.PARKED: translate("Words", "on hold"),
        Doing.DIALLING: translate("Words", "is being called"),
        Doing.RINGING_THERE: translate("Words", "it rings there"),
        Doing.TELLING: translate("Words", "hears of the new time"),
    }[call.doing]


def how_long(call: CallView, now: datetime) -> str:
    """How long the caller has been at it; a caller on hold, since the hold began."""
    return between(now, (call.held_since or call.since) if call.doing is Doing.HOLDING else call.since)


def held_long(call: CallView, view: View, now: datetime) -> bool:
    """True of who has been on hold, in line or by the person, for longer than is kind."""
    if call.doing not in (Doing.HOLDING, Doing.PARKED):
        return False
    since = (call.held_since or call.since) if call.doing is Doing.HOLDING else call.since
    return (now - since).total_seconds() >= view.hold_alarm


def happening(calls: tuple[CallView, ...], now: datetime) -> str:
    """All live calls but the person's own in one line: 2 callers greeted, 1 holding 0:48."""
    calls = tuple(c for c in calls if c.doing not in OURS)
    if not calls:
        return translate("Words", "No calls")
    ringing = sum(c.doing is Doing.RINGING for c in calls)
    recording = sum(c.doing in (Doing.RECORDING, Doing.REVIEWING) for c in calls)
    passed_on = sum(c.doing is Doing.TRANSFERRING for c in calls)
    told = sum(c.doing is Doing.TELLING for c in calls)
    held = [c.held_since or c.since for c in calls if c.doing is Doing.HOLDING]
    put = [c.since for c in calls if c.doing is Doing.PARKED]
    greeted = len(calls) - ringing - recording - passed_on - told - len(held) - len(put)
    counts = [
        (ringing, counted.ringing(ringing)),
        (greeted, counted.greeted(greeted)),
        (recording, counted.recording(recording)),
        (passed_on, counted.passed_on(passed_on)),
        (told, counted.told(told)),
    ]
    said = [text for n, text in counts if n]
    if put:
        said.append(counted.put_on_hold(len(put)) + " " + between(now, min(put)))
    if held:
        said.append(counted.holding(len(held)) + " " + between(now, min(held)))
    return ", ".join(said)


# ---- the person's own call


def heading_with_you(call: CallView) -> str:
    """What the card of the person's own call is: WITH YOU, CALLING, ASKING."""
    if call.doing is Doing.TALKING:
        return translate("Talk", "ASKING") if call.for_call else translate("Talk", "WITH YOU")
    return translate("Talk", "CALLING") if call.out else translate("Talk", "FOR YOU")


def state_with_you(call: CallView, view: View) -> str:
    """How far the person's own call is: Talking, It rings there, Pick up the phone."""
    if view.side.rings:
        return translate("Talk", "Your phone rings: pick it up")
    return {
        Doing.TALKING: translate("Talk", "Talking"),
        Doing.TAKEN: translate("Talk", "Being connected with you"),
        Doing.DIALLING: translate("Talk", "Being called"),
        Doing.RINGING_THERE: translate("Talk", "It rings there"),
    }.get(call.doing, "")


def line_with_you(call: CallView, view: View, now: datetime) -> str:
    """The person's own call in one line, for the strip: Talking to Mrs Okafor 2:10."""
    if view.side.rings:
        text = translate("Talk", "Pick up the phone: %1")
    else:
        text = {
            Doing.TALKING: translate("Talk", "Talking to %1"),
            Doing.RINGING_THERE: translate("Talk", "It rings at %1"),
            Doing.DIALLING: translate("Talk", "Calling %1"),
        }.get(call.doing, translate("Talk", "Connecting you with %1"))
    return f"{text.replace('%1', who(call, view))} {between(now, call.since)}"


def mark(call: CallView) -> str:
    """VIP, colleague, blocked: what the directory says, in words."""
    said = []
    if call.internal:
        said.append(translate("Talk", "colleague"))
    if call.vip:
        said.append(translate("Talk", "VIP"))
    if any(c.blocked for c in call.contacts):
        said.append(translate("Talk", "blocked"))
    return ", ".join(said)


def company(call: CallView) -> str:
    """Where they are from; both when two people share the number."""
    return " / ".join(dict.fromkeys(c.company for c in call.contacts if c.company))


def contacted(one: ContactedView, view: View, now: datetime) -> str:
    """Yesterday 10:12: you called, no answer, "comes at 3"."""
    ended = {
        "promised": translate("Talk", "callback promised"),
        "message": translate("Talk", "left a message"),
        "hung_up": translate("Talk", "hung up"),
        "answered_elsewhere": translate("Talk", "answered elsewhere"),
        "refused": translate("Talk", "turned away, all lines busy"),
        "refused_blocked": translate("Talk", "turned away, blocked"),
        "line_lost": translate("Talk", "cut off"),
        "ended": translate("Talk", "ended by us"),
        "spoken": translate("Talk", "spoken with"),
        "passed_on": translate("Talk", "passed on"),
    }.get(one.end, "")
    if one.out and one.end in set(Outcome):
        ended = lower(outcome(Outcome(one.end)))
    way = translate("Talk", "called by us") if one.out else translate("Talk", "rang")
    parts = [way, ended, one.by, quoted(one.note)]
    return f"{clock(one.at, view.time_zone, now)}  " + ", ".join(p for p in parts if p)


def came_back(call: CallView) -> str:
    """Ben does not answer: why passing on failed."""
    name = call.sent_to or translate("Talk", "The other phone")
    text = {
        Outcome.BUSY: translate("Talk", "%1 is busy"),
        Outcome.NO_ANSWER: translate("Talk", "%1 did not answer"),
        Outcome.REFUSED: translate("Talk", "%1 refused the call"),
        Outcome.WRONG_NUMBER: translate("Talk", "%1 is no number that can be called"),
    }.get(call.came_back or Outcome.FAILED, translate("Talk", "%1 could not be reached"))
    return text.replace("%1", name)


def because_call(call: CallView, next: NextAction, now: datetime) -> str:
    """Why this caller is next."""
    since = call.since if call.doing is Doing.PARKED else call.held_since or call.since
    time = between(now, next.at or since)
    in_line = f", {place(call.place)}" if call.place else ""
    if next.because is Because.CAME_BACK:
        return translate("Talk", "%1, on hold %2").replace("%1", came_back(call)).replace("%2", time)
    if next.because is Because.PARKED_LONG:
        return translate("Talk", "on hold %1, longer than is kind").replace("%1", time)
    if next.because is Because.PARKED:
        return translate("Talk", "on hold %1").replace("%1", time)
    if next.because is Because.RINGING:
        return translate("Words", "ringing for %1").replace("%1", time)
    if next.because is Because.URGENT:
        return translate("Words", "says it is urgent, holding %1").replace("%1", time) + in_line
    if next.because is Because.HOLDING_LONG:
        return translate("Words", "holding %1, longer than is kind").replace("%1", time) + in_line
    return translate("Words", "holding %1").replace("%1", time) + in_line
