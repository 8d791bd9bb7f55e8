"""Holding: music, the place in line, the offer of a callback, and the end of a hold that is too long."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.core import giving_number, message
from desk.core.commands import Command, Phrase, PlayMusic, Say
from desk.core.model import Call, Choice, Desk, Doing, Policy, Ring, Why
from desk.core.next_action import holding_line
from desk.core.turn import Turn, become, in_language, put, ring_again, speak

HOUR = timedelta(hours=1)
WHILE_SPEAKING = timedelta(seconds=4)
"""About as long as the place is spoken."""


def begin(desk: Desk, call: Call, at: datetime, policy: Policy, said: Phrase) -> Turn:
    """The caller holds from now on, and hears this first."""
    if call.held_since is None:
        call = replace(
            call,
            held_since=at,
            place_due=at + timedelta(seconds=policy.hold_first_announcement),
            offer_due=at + timedelta(seconds=policy.hold_announcement),
        )
    choice = Choice.URGENT if call.urgent else Choice.HOLD
    return speak(desk, call, at, Doing.HOLDING, said, choice=choice, deadline=_due(call, policy))


def back(desk: Desk, call: Call, at: datetime, policy: Policy, said: Phrase) -> Turn:
    """Who was taken but not spoken with holds again, at the place there was; the words are not cut short."""
    if call.held_since is not None:
        offer = at + timedelta(seconds=policy.hold_announcement)
        call = replace(call, place_due=None, offer_due=offer)
    desk, spoken = begin(desk, call, at, policy, said)
    held = desk.call(call.id)
    if held is not None and held.deadline is not None:
        desk = put(desk, replace(held, deadline=max(held.deadline, at + WHILE_SPEAKING)))
    return desk, spoken


def urgent(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The caller says it is urgent: it sounds at the desk, but only so often an hour for one caller.

    Withheld numbers share one count.
    """
    keys = call.keys or ("",)
    lately = sum(1 for r in desk.rings if r.urgent and r.key in keys and r.at > at - HOUR)
    if call.urgent or lately >= policy.urgent_per_hour:
        return begin(desk, call, at, policy, Phrase(name="urgent_limit"))
    desk = replace(desk, rings=(*desk.rings, Ring(key=keys[0], at=at, urgent=True)))
    alert = at + timedelta(seconds=policy.ring_free)
    call = replace(call, urgent=True, alert_until=alert)
    return begin(desk, call, at, policy, Phrase(name="urgent_through"))


def said(desk: Desk, call: Call) -> Turn:
    """An announcement was heard: the music goes on."""
    return desk, (PlayMusic(call=call.id),)


def key(desk: Desk, call: Call, at: datetime, pressed: str, policy: Policy) -> Turn:
    """A key while holding: 2 a callback instead, 3 a message, 9 urgent, 1 says the place."""
    if pressed == "2":
        call = replace(call, choice=Choice.CALLBACK, tries=0)
        return giving_number.begin(desk, call, at, Why.ASKED, policy)
    if pressed == "3":
        return message.begin(desk, replace(call, choice=Choice.MESSAGE, tries=0), at)
    if pressed == "9" and policy.urgent:
        return urgent(desk, call, at, policy)
    if pressed == "1":
        return say_place(desk, call, at, policy)
    due = _due(call, policy)
    return speak(
        desk, call, at, Doing.HOLDING, Phrase(name="not_a_key"), Phrase(name="hold_offer"), deadline=due
    )


def place(desk: Desk, call: Call) -> int:
    """The place in line, 1 is next."""
    return 1 + [c.id for c in holding_line(desk)].index(call.id)


def say_place(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The place in line is said; not a wait, which nobody knows."""
    now = place(desk, call)
    call = replace(call, place_said=now, place_due=None)
    phrases = [_place(now)]
    if call.offer_due is not None and call.offer_due <= at + WHILE_SPEAKING:
        # the offer would cut the place short: it is said with it
        call = replace(call, offer_due=at + timedelta(seconds=policy.hold_announcement))
        phrases.append(Phrase(name="hold_offer"))
    return speak(desk, call, at, Doing.HOLDING, *phrases, deadline=_due(call, policy))


def _place(now: int) -> Phrase:
    return Phrase(name="hold_next") if now == 1 else Phrase(name="hold_place", count=now)


def places_changed(desk: Desk, commands: tuple[Command, ...], at: datetime, policy: Policy) -> Turn:
    """Callers who know their place are told when it is another one now.

    `commands` are those of the rule before: to a caller it speaks to, the place is said after that.
    """
    for call in holding_line(desk):
        now = place(desk, call)
        if not call.place_said or now == call.place_said:
            continue
        spoken = next(
            (c for c in commands if isinstance(c, Say) and (c.call, c.say) == (call.id, call.say)), None
        )
        if spoken is None:
            desk, said = say_place(desk, call, at, policy)
            commands += said
        else:
            desk = put(desk, replace(call, place_said=now))
            longer = replace(spoken, phrases=(*spoken.phrases, *in_language(call, _place(now))))
            commands = tuple(longer if c is spoken else c for c in commands)
    return desk, commands


def due(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """A time of the hold has come: its end, the place, or the offer."""
    if call.held_since is not None and at >= call.held_since + timedelta(seconds=policy.hold_longest):
        return _too_long(desk, call, at, policy)
    if call.place_due is not None and at >= call.place_due:
        return say_place(desk, call, at, policy)
    if call.offer_due is not None and at >= call.offer_due:
        call = replace(call, offer_due=at + timedelta(seconds=policy.hold_announcement))
        return speak(desk, call, at, Doing.HOLDING, Phrase(name="hold_offer"), deadline=_due(call, policy))
    return put(desk, become(call, at, Doing.HOLDING, deadline=_due(call, policy))), ()


def _too_long(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    if desk.records_failed is not None:
        return ring_again(desk, call, at)
    call = replace(call, tries=0)
    return giving_number.instead_of_holding(desk, call, at, policy)


def _due(call: Call, policy: Policy) -> datetime | None:
    if call.held_since is None:
        return None
    longest = call.held_since + timedelta(seconds=policy.hold_longest)
    return min(t for t in (call.place_due, call.offer_due, longest) if t is not None)
