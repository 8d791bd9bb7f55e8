"""What was decided under other settings is replayed under those."""

from datetime import UTC, datetime, timedelta

from desk.core.events import CallRang, EngineStarted, Event, Ticked
from desk.core.model import Caller, Desk, Dial, Policy, Presence, Span
from desk.core.step import replay, settle

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
CLOSED = Policy(week=((Span(start=0, end=1),),) * 7)


def test_a_call_met_while_closed_was_met_while_closed_even_if_we_are_always_open_now() -> None:
    desk, journal = Desk(), list[Event]()
    for event in (
        EngineStarted(at=AT, version="1", policy=CLOSED),
        CallRang(at=AT + timedelta(seconds=1), call="c1", caller=Caller(key="k", dial=Dial.CAN)),
        Ticked(at=AT + timedelta(seconds=2)),
    ):
        desk, events, _ = settle(desk, event, CLOSED)
        journal += events
    again = replay(Desk(), journal, Policy())
    assert again == desk
    assert again.calls[0].met is Presence.CLOSED
