"""A callback: whose number, is it right, and the promise made of it."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from desk.core import message, whose
from desk.core.commands import CollectNumber, Decide, Phrase
from desk.core.events import PromiseJoined, PromiseMade
from desk.core.model import Call, Caller, Choice, Desk, Dial, Doing, Policy, Promise, Why
from desk.core.promise import promised_by
from desk.core.turn import Turn, leave, may_be_called, put, ring_again, speak, waiting

_REFUSED = {
    Dial.EMERGENCY: "refused_emergency",
    Dial.PREMIUM: "refused_premium",
    Dial.NOT_ALLOWED: "refused_premium",
    Dial.OURS: "refused_ours",
}


def begin(desk: Desk, call: Call, at: datetime, why: Why, policy: Policy, *before: Phrase) -> Turn:
    """A callback is wanted: the number is read back, or asked for when it was withheld or may not be called.

    `before` is said first. A number that has a promise already is told its time.
    """
    if desk.records_failed is not None:
        return ring_again(desk, call, at)
    call = replace(call, number_why=why)
    if may_be_called(call.caller, call):
        if desk.promise_to(call.caller) is not None:
            return promise(desk, call, at, call.caller, policy)
        return _read_back(desk, call, at, call.caller, *before)
    if call.caller.dial in (Dial.WITHHELD, Dial.NOTHING):
        return _ask(desk, call, at, policy, *before, Phrase(name="ask_number_withheld"))
    return _ask(desk, call, at, policy, *before, _refusal(call.caller), Phrase(name="ask_number"))


def instead_of_holding(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The longest hold is over: a promise for the number we have, else the number is asked for."""
    call = replace(call, number_why=Why.HOLD_TOO_LONG)
    if may_be_called(call.caller, call):
        return promise(desk, call, at, call.caller, policy)
    return begin(desk, call, at, Why.HOLD_TOO_LONG, policy, Phrase(name="hold_too_long"))


def _refusal(number: Caller) -> Phrase:
    return Phrase(name=_REFUSED.get(number.dial, "refused_invalid"))


def _read_back(desk: Desk, call: Call, at: datetime, number: Caller, *before: Phrase) -> Turn:
    phrase = Phrase(name="read_back", number=number)
    return speak(desk, call, at, Doing.CONFIRMING_NUMBER, *before, phrase, number=number)


def _ask(desk: Desk, call: Call, at: datetime, policy: Policy, *phrases: Phrase) -> Turn:
    desk, said = speak(desk, call, at, Doing.ENTERING_NUMBER, *phrases, number=None)
    return desk, (*said, CollectNumber(call=call.id, wait=policy.menu_wait))


def said(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The question was heard: a key is waited for. While a number is keyed in, the channel keeps the time."""
    if call.doing is Doing.ENTERING_NUMBER:
        return desk, ()
    return put(desk, replace(call, deadline=waiting(at, policy))), ()


def confirm_key(desk: Desk, call: Call, at: datetime, pressed: str, policy: Policy) -> Turn:
    """After the read-back: 1 it is right, 2 another number, anything else reads it again."""
    assert call.number is not None
    if pressed == "1":
        return promise(desk, call, at, call.number, policy)
    if pressed == "2":
        return _ask(desk, replace(call, tries=0), at, policy, Phrase(name="ask_number"))
    return confirm_silence(desk, call, at, policy)


def confirm_silence(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """Read back again; a caller who never objects is taken to agree."""
    assert call.number is not None
    if call.tries + 1 < policy.menu_tries:
        return _read_back(desk, replace(call, tries=call.tries + 1), at, call.number)
    return promise(desk, call, at, call.number, policy)


def entered(desk: Desk, call: Call, at: datetime, number: Caller, policy: Policy) -> Turn:
    """A number was keyed in: read back, or refused kindly with another way out."""
    if may_be_called(number, call):
        return _read_back(desk, replace(call, tries=0), at, number)
    tries = call.tries + 1
    call = replace(call, tries=tries)
    if number.dial is Dial.NOTHING and tries < policy.menu_tries:
        return _ask(desk, call, at, policy, Phrase(name="menu_again"), Phrase(name="ask_number"))
    if tries >= policy.menu_tries:
        # nobody is asked for ever: what the caller wants can still be said aloud
        return message.begin(desk, replace(call, choice=Choice.MESSAGE, tries=0), at)
    offer = Phrase(name="offer_message")
    return speak(desk, call, at, Doing.REFUSED_NUMBER, _refusal(number), offer, number=None)


def refused_key(desk: Desk, call: Call, at: datetime, pressed: str, policy: Policy) -> Turn:
    """After a refusal: 2 another number, 3 a message."""
    if pressed == "2":
        return _ask(desk, call, at, policy, Phrase(name="ask_number"))
    if pressed == "3":
        return message.begin(desk, replace(call, choice=Choice.MESSAGE, tries=0), at)
    return refused_silence(desk, call, at, policy)


def refused_silence(desk: Desk, call: Call, at: datetime, policy: Policy) -> Turn:
    """The offer again, and in the end a goodbye."""
    if call.tries + 1 < policy.menu_tries:
        call = replace(call, tries=call.tries + 1)
        return speak(desk, call, at, Doing.REFUSED_NUMBER, Phrase(name="offer_message"))
    return leave(desk, call, at, Phrase(name="goodbye"))


def promise(desk: Desk, call: Call, at: datetime, number: Caller, policy: Policy) -> Turn:
    """The promise is decided; what the caller hears of it follows from `made` or `joined`, once written."""
    if desk.records_failed is not None:
        return ring_again(desk, call, at)
    desk = put(desk, replace(call, number=number, deadline=None))
    kept = whose.promise_for(desk, call, number)
    vip = call.caller.vip or number.vip
    if kept is None:
        decided = PromiseMade(
            at=at,
            promise=desk.next_promise,
            caller=number,
            why=call.number_why,
            promised_by=promised_by(at, desk, policy, vip=vip),
            call=call.id,
        )
        return desk, (Decide(event=decided),)
    # a caller who asks gets a clock time that can still be kept, even when the promise there is was
    # "as soon as free" or its time has passed
    stands = kept.promised_by is not None and kept.promised_by > at
    by = None if stands else promised_by(at, desk, policy, vip=vip)
    joined = PromiseJoined(
        at=at,
        promise=kept.id,
        call=call.id,
        why=call.number_why,
        promised_by=by,
        to=whose.called_at(kept, call, number, asked=True),
    )
    return desk, (Decide(event=joined),)


def made(desk: Desk, call: Call, at: datetime, given: Promise) -> Turn:
    """The promise is written: now it is said."""
    return leave(desk, call, at, *_because(call), _time(given, "promise"), promise=given.id)


def joined(desk: Desk, call: Call, at: datetime, given: Promise, *, new_time: bool) -> Turn:
    """There is a promise already: its time is said.

    That it was there already is nobody's business but theirs whose number it is.
    """
    own = given.caller.key in call.keys
    name = "promise_already" if own and not new_time else "promise"
    return leave(desk, call, at, *_because(call), _time(given, name), promise=given.id)


def _because(call: Call) -> tuple[Phrase, ...]:
    # who was asked for a number has heard it already
    too_long = call.doing is Doing.HOLDING and call.number_why is Why.HOLD_TOO_LONG
    return (Phrase(name="hold_too_long"),) if too_long else ()


def again(desk: Desk, call: Call, at: datetime) -> Turn:
    """A key cut the promise short: it is said again."""
    given = desk.promise(call.promise) if call.promise is not None else None
    if given is None or (given.promised_by is not None and given.promised_by <= at):
        return desk, ()  # it is over already, or the clock was set
    if call.choice is Choice.MESSAGE:
        # nobody is told of a callback who only left a message: the number may be withheld
        return leave(desk, call, at, Phrase(name="message_kept"))
    return leave(desk, call, at, _time(given, "promise_already"))


def _time(given: Promise, name: str) -> Phrase:
    if given.promised_by is None:
        return Phrase(name="promise_already_asap")
    return Phrase(name=name, at=given.promised_by)
