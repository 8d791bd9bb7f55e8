"""The desk in English words, for the command line. The windows have their own, in four languages."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from desk.core.model import Outcome, PromiseState
from desk.core.next_action import Because, What
from desk.core.views import CallView, PromiseView, View


def called(number: str | None, name: str | None, erased: bool = False) -> str:
    """A caller by name, by number, or as the withheld or erased number it is."""
    if name is not None:
        return name
    if number is None:
        return "an erased number" if erased else "a withheld number"
    return number


def promise_state(promise: PromiseView) -> str:
    """Where a promise stands, or how it ended: for the supervisor too."""
    tried = len(promise.attempts)
    tries = f"tried {tried} times" if tried > 1 else "tried once" if tried else ""
    last = f", last {promise.attempts[-1].outcome.value.replace('_', ' ')}" if tried else ""
    match promise.state:
        case PromiseState.NOT_REACHED:
            return f"could not be reached, {tries}{last}"
        case PromiseState.OPEN if tried:
            return f"open, {tries}{last}"
        case PromiseState.CLAIMED if not promise.outcome_wanted:
            return f"{promise.claimed_by or 'somebody'} is calling now"
        case PromiseState.CLAIMED:
            return "how the call went has not been said"
        case _:
            return promise.state.value.replace("_", " ")


def length(seconds: float) -> str:
    """A length of time as a person says it: 0:48, 12:05, 1:02:03."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def clock(at: datetime, zone: str, now: datetime) -> str:
    """A time of day in the desk's zone, with the day when it is not today."""
    local, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    if local.date() == today.date():
        return f"{local:%H:%M}"
    return f"{local:%a %H:%M}" if abs((local.date() - today.date()).days) < 7 else f"{local:%Y-%m-%d %H:%M}"


def minutes(seconds: float) -> str:
    """Whole minutes with their word."""
    whole = max(0, round(seconds / 60))
    return f"{whole} minute" if whole == 1 else f"{whole} minutes"


def what(view: View) -> str:
    """The next thing to do, as a sentence."""
    call, promise = next_call(view), next_promise(view)
    if view.next.what is What.TAKE_CALL and call is not None:
        return f"Speak to {called(call.number, call.name)}"
    if view.next.what is What.RESUME and call is not None:
        return f"Speak to {called(call.number, call.name)} again"
    if promise is not None:
        who = called(promise.number, promise.name)
        if view.next.what is What.SAY_OUTCOME:
            return f"Say how the call to {who} ended"
        return f"Listen to the message of {who}" if view.next.what is What.LISTEN else f"Call {who} back"
    return "Nothing is waiting"


def because(view: View) -> str:
    """The reason, in words."""
    at = view.next.at
    if at is None:
        return ""
    gone = (view.at - at).total_seconds()
    call = next_call(view)
    by = f"promised by {clock(at, view.time_zone, view.at)}"
    return {
        Because.NOTHING_WAITS: "",
        Because.RINGING: f"ringing {length(gone)}",
        Because.URGENT: f"urgent, holding {length(gone)}",
        Because.HOLDING: f"holding {length(gone)}",
        Because.HOLDING_LONG: f"holding {length(gone)}, longer than anybody should",
        Because.CALLS_AGAIN: "calls again and again while waiting for our call",
        Because.OVERDUE: f"{by}, {minutes(gone)} late",
        Because.DUE_SOON: f"{by}, {minutes(-gone)} left",
        Because.PROMISED: f"{by}, {minutes(-gone)} left",
        Because.HUNG_UP: f"hung up before being served, {minutes(gone)} ago",
        Because.HOLD_TOO_LONG: "held too long",
        Because.MESSAGE: f"left a message {minutes(gone)} ago",
        Because.LINE_LOST: "the line was lost during the call",
        Because.AS_SOON_AS_FREE: "as soon as somebody is free",
        Because.CAME_BACK: f"came back: {_came_back(call)}",
        Because.PARKED: f"on hold {length(gone)}",
        Because.PARKED_LONG: f"on hold {length(gone)}, longer than anybody should",
        Because.OUTCOME_WANTED: "the call has ended, and nobody has said how",
    }[view.next.because]


def _came_back(call: CallView | None) -> str:
    outcome = Outcome.FAILED if call is None or call.came_back is None else call.came_back
    return {
        Outcome.NO_ANSWER: "nobody picked up",
        Outcome.BUSY: "engaged",
        Outcome.REFUSED: "refused",
    }.get(outcome, "the call could not be passed on")


def next_call(view: View) -> CallView | None:
    """The live call the next thing is about."""
    return next((c for c in view.calls if c.id == view.next.call), None)


def next_promise(view: View) -> PromiseView | None:
    """The promise the next thing is about."""
    return next((p for p in view.promises if p.id == view.next.promise), None)


def two_sentences(said: str) -> tuple[str, str]:
    """What happened, and what to do: of a text that says the one and then the other."""
    happened, _, do = said.partition(". ")
    return happened.rstrip(".") + ".", do
