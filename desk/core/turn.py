"""Small steps the rules are written with: each takes a desk and gives the next one and its commands."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from desk.core.commands import Command, Decide, HangUp, Phrase, Say
from desk.core.events import Unexpected
from desk.core.model import Call, Caller, Desk, Dial, Doing, Policy

Turn = tuple[Desk, tuple[Command, ...]]
"""What a rule gives: the desk after it, and what the world is asked to do, in order."""

LEAVING_LONGEST = timedelta(seconds=60)
"""A goodbye that never ends (a caller whose sound stopped) is ended then."""


HANG_UP_AGAIN = timedelta(seconds=5)
"""A call that is still there so long after we hung up is hung up again."""
NO_CHOICE = (Doing.TAKEN, Doing.PARKED, Doing.TRANSFERRING, Doing.TELLING)
"""What a call does in which its keys mean nothing: what follows its words waits for their end."""


def put(desk: Desk, call: Call) -> Desk:
    """The desk with this state of the call."""
    return replace(desk, calls=tuple(call if c.id == call.id else c for c in desk.calls))


def become(call: Call, at: datetime, doing: Doing, **changes: Any) -> Call:
    """The call now doing this, without a deadline unless one is given among `changes`."""
    since = call.since if call.doing is doing else at
    return replace(call, **{"doing": doing, "since": since, "deadline": None, **changes})


def speak(desk: Desk, call: Call, at: datetime, doing: Doing, *phrases: Phrase, **changes: Any) -> Turn:
    """The call hears these phrases, and is doing this from now on."""
    spoken = become(call, at, doing, say=call.say + 1, **changes)
    words = in_language(call, *phrases)
    return put(desk, spoken), (Say(call=call.id, say=spoken.say, phrases=words, whole=doing in NO_CHOICE),)


def in_language(call: Call, *phrases: Phrase) -> tuple[Phrase, ...]:
    """These phrases in the language of who hears them, where it is known."""
    language = call.caller.language
    return phrases if language is None else tuple(replace(p, language=language) for p in phrases)


def leave(desk: Desk, call: Call, at: datetime, *phrases: Phrase, **changes: Any) -> Turn:
    """The call hears these last phrases and is then ended."""
    return speak(desk, call, at, Doing.LEAVING, *phrases, deadline=at + LEAVING_LONGEST, **changes)


def hang_up(desk: Desk, call: Call, at: datetime) -> Turn:
    """The call is ended by us: from now on only its end is waited for."""
    gone = become(call, at, Doing.LEAVING, deadline=at + HANG_UP_AGAIN, hung_up=True, alert_until=None)
    return put(desk, gone), (HangUp(call=call.id),)


def ring_again(desk: Desk, call: Call, at: datetime) -> Turn:
    """Nothing can be written down, so nothing is promised: the caller is asked to ring again."""
    return leave(desk, call, at, Phrase(name="ring_again"))


def unexpected(desk: Desk, at: datetime, what: str, call: str | None = None) -> Turn:
    """Something that cannot be: noted in the journal, and nothing else."""
    return desk, (Decide(event=Unexpected(at=at, what=what, call=call)),)


def waiting(at: datetime, policy: Policy) -> datetime:
    """When a caller who presses nothing is spoken to again."""
    return at + timedelta(seconds=policy.menu_wait)


def may_be_called(number: Caller, call: Call) -> bool:
    """Whether this number may be promised a callback on this call.

    An extension only when the call itself came from one: a stranger cannot send us to an inside phone.
    """
    if number.dial is Dial.EXTENSION:
        return call.caller.dial is Dial.EXTENSION
    return number.dial is Dial.CAN
