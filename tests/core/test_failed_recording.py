"""A message that cannot be recorded is not asked for in vain: the caller is told to ring again."""

from datetime import UTC, datetime

from desk.core.commands import Say
from desk.core.events import (
    CallAnswered,
    CallRang,
    Event,
    KeyPressed,
    PresenceChosen,
    RecordingEnded,
    RecordingEndedBy,
    SayEnded,
    Ticked,
)
from desk.core.model import Caller, Desk, Dial, Doing, Policy, Presence
from desk.core.step import settle

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)


def test_a_recording_that_cannot_begin_ends_kindly() -> None:
    events: tuple[Event, ...] = (
        PresenceChosen(at=AT, presence=Presence.AWAY),
        CallRang(at=AT, call="c", caller=Caller(key="k", dial=Dial.CAN)),
        Ticked(at=AT),
        CallAnswered(at=AT, call="c"),
        KeyPressed(at=AT, call="c", key="3"),
        SayEnded(at=AT, call="c", say=2),
        RecordingEnded(at=AT, call="c", recording="c-1", seconds=0.0, by=RecordingEndedBy.FAILED),
    )
    desk, said = Desk(), list[str]()
    for event in events:
        desk, _, commands = settle(desk, event, Policy())
        said += [p.name for c in commands if isinstance(c, Say) for p in c.phrases]
    assert said[-1] == "ring_again"
    assert desk.calls[0].doing is Doing.LEAVING
