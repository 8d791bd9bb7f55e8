"""What the desk asks the world to do. Values only; a channel or the engine carries them out."""

from __future__ import annotations

from datetime import datetime

from desk.core.events import Event
from desk.core.model import Caller, Value


class Phrase(Value, frozen=True, kw_only=True):
    """One prompt by its name in `config/prompts`, with what it has to say.

    `number` is whose number is read out (resolved by the store), `at` a time to be said in the desk's zone,
    `count` a small number. The name "beep" is the tone before a message. `language` is the caller's (ISO
    639), None for the desk's own.
    """

    name: str
    number: Caller | None = None
    at: datetime | None = None
    count: int | None = None
    language: str | None = None


class Answer(Value, frozen=True, kw_only=True):
    """Answer the call (SIP 200), unless it has gone meanwhile."""

    call: str


class Refuse(Value, frozen=True, kw_only=True):
    """Refuse the ringing call: busy (SIP 486), or for good (SIP 603)."""

    call: str
    for_good: bool = False


class Say(Value, frozen=True, kw_only=True):
    """Say these prompts, one after the other, to this call only; what it was hearing stops at once.

    When they have been heard to the end the channel reports `SayEnded(call, say)`. A key cuts them short, and
    `SayEnded` never comes, unless they are to be heard `whole`: nobody asked for a key then.
    """

    call: str
    say: int
    phrases: tuple[Phrase, ...]
    whole: bool = False


class PlayMusic(Value, frozen=True, kw_only=True):
    """Play hold music to this call until it is told something else."""

    call: str


class CollectNumber(Value, frozen=True, kw_only=True):
    """From now on keys of this call are digits of a number, ended by # or a pause after enough digits.

    Reported as one `NumberEntered`; dial NOTHING when no key came within `wait` seconds after the prompt.
    The key * begins again.
    """

    call: str
    wait: float


class Record(Value, frozen=True, kw_only=True):
    """Record what the caller says as `recording`, ended by #, a hang-up or `longest` seconds."""

    call: str
    recording: str
    longest: float


class Discard(Value, frozen=True, kw_only=True):
    """Delete this recording: it was recorded again, said nothing, or nobody keeps it."""

    recording: str


class HangUp(Value, frozen=True, kw_only=True):
    """End the call (BYE)."""

    call: str


class Dial(Value, frozen=True, kw_only=True):
    """Call this number as `call`; reported by `FarEndRang`, `CallAnswered` and `CallEnded`."""

    call: str
    to: Caller


class RingDeskPhone(Value, frozen=True, kw_only=True):
    """Call the desk phone as `call`. It shows `shows`, who wants to be spoken with, where the PBX lets us."""

    call: str
    shows: Caller | None = None


class Talk(Value, frozen=True, kw_only=True):
    """Connect this call with the person: by the headset, or with the desk phone's `leg`.

    Both directions, and nobody else: whoever was connected with the person before is not any more. What the
    call was hearing stops. For a call that is not answered yet the person hears how it rings. `Say`,
    `PlayMusic`, `Record` and the end of either call end it.
    """

    call: str
    leg: str | None = None


class Transfer(Value, frozen=True, kw_only=True):
    """Pass the call on (REFER, RFC 3515): to this number, or to the desk phone when None.

    Reported by `TransferEnded`; after REACHED the call ends by itself. Given up after `longest` seconds.
    """

    call: str
    to: Caller | None
    longest: float


class Join(Value, frozen=True, kw_only=True):
    """Pass the call on to the party of the answered call `other` (REFER with Replaces, RFC 3891).

    Reported by `TransferEnded` of `call`; after REACHED both calls end by themselves.
    """

    call: str
    other: str
    longest: float


class RingDesk(Value, frozen=True, kw_only=True):
    """Let the desk ring with a sound, until `QuietDesk`. `alarm`: softly, for a hold that was forgotten."""

    urgent: bool = False
    alarm: bool = False


class Remind(Value, frozen=True, kw_only=True):
    """One soft sound at the desk: a promise is due soon."""


class QuietDesk(Value, frozen=True, kw_only=True):
    """No sound at the desk."""


class Decide(Value, frozen=True, kw_only=True):
    """A decision of the rules: the engine journals it with its cause and feeds it to `step` at once."""

    event: Event


Command = (
    Answer
    | Refuse
    | Say
    | PlayMusic
    | CollectNumber
    | Record
    | Discard
    | HangUp
    | Dial
    | RingDeskPhone
    | Talk
    | Transfer
    | Join
    | Remind
    | RingDesk
    | QuietDesk
    | Decide
)
