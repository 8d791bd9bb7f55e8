"""Whether a number is called from here, and if not, why, in words."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from desk.core.dialling import HOUR, May, may_dial
from desk.core.model import Caller, Dial, Doing
from desk.requests.means import Means

CANNOT_CALL: dict[Dial, tuple[str, str]] = {
    Dial.WITHHELD: ("The caller withheld the number.", "Wait until they ring again."),
    Dial.NOTHING: ("There is no number.", "Write a number with its digits."),
    Dial.INVALID: ("No telephone has this number.", "Look at its digits again."),
    Dial.EMERGENCY: ("Emergency numbers are never called from here.", "Use a telephone."),
    Dial.PREMIUM: ("Premium numbers are never called from here.", "Ask the person for another number."),
    Dial.OURS: ("This is a number of our own.", "Ask the person for another number."),
    Dial.NOT_ALLOWED: (
        "The settings do not allow calls to this number.",
        "Ask who looks after One Moment to allow it (phone.allowed_prefixes, phone.internal).",
    ),
}
"""Why a number is not called, and what to do."""
NO_PBX = (
    "No calls can be made from here: there is no PBX.",
    "On the practice line choose Done; for real calls set phone.registrar in the settings.",
)
"""A line for practice, or one that only listens: a call from it would be an attempt that nobody made."""


def cannot_call(means: Means, to: Caller) -> tuple[str, str] | None:
    """Why this number is not called now, and what to do; None when it can be."""
    policy = means.engine.policy
    may = may_dial(means.desk, to, means.now(), policy)
    if may is May.TOO_MANY:
        again = (min(means.desk.dialled) + HOUR).astimezone(ZoneInfo(policy.time_zone))
        happened = f"{policy.calls_per_hour} calls were made within the hour, as many as are allowed."
        return happened, f"Call again at {again:%H:%M}, or use a telephone."
    if may is not May.OK:
        return CANNOT_CALL.get(to.dial, CANNOT_CALL[Dial.INVALID])
    return None if means.settings.phone.registrar else NO_PBX


def as_it_is_now(means: Means, caller: Caller) -> Caller:
    """The same number looked at anew: settings and directory may have changed since it was kept.

    Raises `CannotRead`.
    """
    if caller.key is None:
        return caller
    number = means.engine.store.number_of(caller.key)
    return Caller(dial=Dial.NOTHING) if number is None else means.numbers.identify(number)


def being_called(means: Means) -> tuple[str, str] | None:
    """Why nobody else is called while somebody is being rung, and what to do; None when nobody is."""
    waiting = (Doing.TAKEN, Doing.DIALLING, Doing.RINGING_THERE)
    if any(c.out and c.tells is None and c.doing in waiting for c in means.desk.calls):
        return "Somebody is being called just now.", "Wait until they answer, or hang up there first."
    return None
