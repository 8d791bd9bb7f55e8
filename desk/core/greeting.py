"""How a call is met: ringing, the greeting, the menu and its keys."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import giving_number, holding, message, whose
from desk.core.commands import Answer, Command, Decide, Phrase, Refuse
from desk.core.events import CallEnded, CallRang, EndedBy, PromiseJoined
from desk.core.hours import opens_at, presence
from desk.core.model import Blocked, Call, Choice, Desk, Doing, Policy, Presence, Ring, Why
from desk.core.turn import Turn, become, leave, put, ring_again, speak, unexpected, waiting

RECENT = timedelta(minutes=5)
"""A number that calls `OFTEN` times within this, while it has a promise, breaks through."""
OFTEN = 3
HOUR = timedelta(hours=1)


def rang(desk: Desk, event: CallRang, policy: Policy) -> Turn:
    """A call came in: it rings, or is refused when there are too many, or answered at once."""
    at = event.at
    if desk.call(event.call) is not None:
        return unexpected(desk, at, "a call rang twice", event.call)
    rings = tuple(r for r in desk.rings if r.at > at - HOUR)
    if event.caller.key is not None:
        rings = (*rings, Ring(key=event.caller.key, at=at))
    desk = replace(desk, rings=rings)
    # a refused call's end is written with it, so that the journal says so whatever the settings are later
    if event.caller.blocked and policy.blocked is Blocked.REFUSE:
        refused = CallEnded(at=at, call=event.call, by=EndedBy.DESK, reason="blocked")
        return desk, (Refuse(call=event.call, for_good=True), Decide(event=refused))
    if sum(not c.out for c in desk.calls) >= policy.max_calls:
        refused = CallEnded(at=at, call=event.call, by=EndedBy.DESK, reason="too many calls at once")
        return desk, (Refuse(call=event.call), Decide(event=refused))
    met = presence(desk, at, policy)
    call = Call(
        id=event.call,
        caller=event.caller,
        also=event.also,
        began_at=at,
        since=at,
        met=met,
        deadline=at + ring_time(met, policy),
    )
    promise = whose.promise_of(desk, call)
    if promise is not None:
        call = replace(call, waits_since=promise.created_at)
    desk = replace(desk, calls=(*desk.calls, call))
    if event.caller.blocked:
        desk, said = leave(desk, call, at, Phrase(name="blocked"))
        return desk, (Answer(call=call.id), *said)
    commands: tuple[Command, ...] = ()
    if promise is not None and _calls_lately(desk, call, at) >= OFTEN:
        joined = PromiseJoined(at=at, promise=promise.id, call=call.id, why=promise.why, breaks_through=True)
        commands = (Decide(event=joined),)
    if call.deadline == at:
        desk, answered = ring_time_over(desk, call, at, policy)
        commands += answered
    return desk, commands


def _calls_lately(desk: Desk, call: Call, at: datetime) -> int:
    return sum(1 for r in desk.rings if r.key in call.keys and not r.urgent and r.at > at - RECENT)


def ring_time(met: Presence, policy: Policy) -> timedelta:
    """How long a call rings before it is greeted, by what the desk is doing."""
    seconds = {Presence.FREE: policy.ring_free, Presence.SERVING: policy.ring_serving}.get(met, 0.0)
    return timedelta(seconds=seconds)


def meet_again(desk: Desk, at: datetime, policy: Policy) -> Desk:
    """The desk's state changed: calls still ringing are met by the new one, from when they began."""
    met = presence(desk, at, policy)
    for call in desk.calls:
        if call.doing is Doing.RINGING:
            due = max(at, call.began_at + ring_time(met, policy))
            desk = put(desk, replace(call, met=met, deadline=due))
    return desk


def ring_time_over(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The call is answered and greeted."""
    answer = Answer(call=call.id)
    if desk.records_failed is not None:
        desk, said = ring_again(desk, call, at)
        return desk, (answer, *said)
    desk, said = speak(
        desk, call, at, Doing.ANSWERING, *_greeting(desk, call, at, policy), _menu(call, policy)
    )
    return desk, (answer, *said)


def _greeting(desk: Desk, call: Call, at: datetime, policy: Policy) -> tuple[Phrase, ...]:
    promise = whose.promise_of(desk, call)
    if promise is not None and promise.promised_by is not None and promise.promised_by > at:
        return (Phrase(name="greeting_again", at=promise.promised_by),)
    if promise is not None and call.met is not Presence.CLOSED:
        return (Phrase(name="greeting_again_asap"),)
    name = "greeting_colleague" if call.caller.internal else "greeting"
    if call.met is Presence.CLOSED:
        opens = opens_at(at, policy)
        if opens is not None:
            return (Phrase(name=f"{name}_closed", at=opens),)
        return (Phrase(name=f"{name}_away"),)
    return (Phrase(name=f"{name}_{call.met.value}"),)


def _menu(call: Call, policy: Policy) -> Phrase:
    if call.met is Presence.CLOSED:
        return Phrase(name="menu_closed")
    return Phrase(name="menu_urgent" if policy.urgent else "menu")


def answered(desk: Desk, call: Call, at: datetime) -> Turn:
    """Our answer was acknowledged: the caller hears the greeting from now on."""
    if call.doing is Doing.ANSWERING:
        return put(desk, become(call, at, Doing.GREETING)), ()
    return desk, ()


def greeted(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """Greeting and menu were heard: a key is waited for."""
    return put(desk, become(call, at, Doing.CHOOSING, deadline=waiting(at, policy))), ()


def key(desk: Desk, call: Call, at: datetime, pressed: str, policy: Policy) -> Turn:
    """A key of the menu, at any moment of the greeting."""
    choice = {"1": Choice.HOLD, "2": Choice.CALLBACK, "3": Choice.MESSAGE, "9": Choice.URGENT}.get(pressed)
    if choice is not None and may_choose(choice, call, policy):
        return chosen(desk, call, at, choice, policy)
    return _once_more(desk, call, at, policy, "not_a_key")


def may_choose(choice: Choice, call: Call, policy: Policy) -> bool:
    """Whether this choice is offered: nobody holds while closed, and urgent can be switched off."""
    if choice is Choice.URGENT and not policy.urgent:
        return False
    return call.met is not Presence.CLOSED or choice in (Choice.CALLBACK, Choice.MESSAGE)


def chosen(desk: Desk, call: Call, at: datetime, choice: Choice, policy: Policy) -> Turn:
    """The caller chose."""
    call = replace(call, tries=0)
    if choice is Choice.CALLBACK:
        return giving_number.begin(desk, replace(call, choice=choice), at, Why.ASKED, policy)
    if choice is Choice.MESSAGE:
        return message.begin(desk, replace(call, choice=choice), at)
    if choice is Choice.URGENT:
        return holding.urgent(desk, call, at, policy)
    return holding.begin(desk, call, at, policy, Phrase(name="hold_begin"))


def silence(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """No key came: the menu again, and in the end hold. Nobody holds while closed: a goodbye instead."""
    return _once_more(desk, call, at, policy, "menu_again")


def _once_more(desk: Desk, call: Call, at: datetime, policy: Policy, why: str) -> Turn:
    tries = call.tries + 1
    if tries < policy.menu_tries:
        return speak(desk, call, at, Doing.GREETING, Phrase(name=why), _menu(call, policy), tries=tries)
    if call.met is Presence.CLOSED:
        return leave(desk, call, at, Phrase(name="goodbye"))
    return chosen(desk, call, at, Choice.HOLD, policy)
