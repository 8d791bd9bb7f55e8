"""What a caller took back or did not say is deleted; what is kept is not."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.core.commands import Command, Discard
from desk.core.events import (
    CallAnswered,
    CallEnded,
    CallRang,
    EndedBy,
    Event,
    KeyPressed,
    PresenceChosen,
    RecordingEnded,
    RecordingEndedBy,
    SayEnded,
    Ticked,
)
from desk.core.model import Caller, Desk, Dial, Policy, Presence
from desk.core.step import settle

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
BEGIN: tuple[Event, ...] = (
    PresenceChosen(at=AT, presence=Presence.AWAY),
    CallRang(at=AT, call="c", caller=Caller(key="k", dial=Dial.CAN)),
    Ticked(at=AT),
    CallAnswered(at=AT, call="c"),
    KeyPressed(at=AT, call="c", key="3"),
    SayEnded(at=AT, call="c", say=2),
)


def ended(seconds: float, by: RecordingEndedBy) -> Event:
    return RecordingEnded(
        at=AT + timedelta(seconds=seconds), call="c", recording="c-1", seconds=seconds, by=by
    )


AGAIN = KeyPressed(at=AT + timedelta(seconds=20), call="c", key="2")
KEEP = KeyPressed(at=AT + timedelta(seconds=20), call="c", key="1")
GONE = CallEnded(at=AT + timedelta(seconds=21), call="c", by=EndedBy.CALLER)


@pytest.mark.parametrize(
    ("then", "deleted"),
    [
        ((ended(9, RecordingEndedBy.KEY), AGAIN), True),
        ((ended(0.2, RecordingEndedBy.KEY),), True),
        ((ended(1.5, RecordingEndedBy.HANG_UP), GONE), True),
        ((ended(9, RecordingEndedBy.HANG_UP), GONE), False),
        ((ended(9, RecordingEndedBy.KEY), KEEP, GONE), False),
        ((ended(9, RecordingEndedBy.KEY), GONE), False),
    ],
    ids=["again", "said nothing", "hung up at once", "hung up", "kept", "hung up in the review"],
)
def test_what_nobody_keeps_is_deleted(then: tuple[Event, ...], deleted: bool) -> None:
    desk, asked = Desk(), list[Command]()
    for event in (*BEGIN, *then):
        desk, _, commands = settle(desk, event, Policy())
        asked += commands
    assert (Discard(recording="c-1") in asked) is deleted
