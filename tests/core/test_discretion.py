"""Who keys in somebody else's number does not learn that it called us."""

from datetime import UTC, datetime, timedelta

from desk.core.commands import Phrase, Say
from desk.core.events import (
    CallAnswered,
    CallRang,
    Event,
    KeyPressed,
    NumberEntered,
    PresenceChosen,
    PromiseMade,
    Ticked,
)
from desk.core.model import Caller, Desk, Dial, Policy, Presence, Why
from desk.core.step import settle

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
BY = AT + timedelta(minutes=15)
OWN = Caller(key="own", dial=Dial.CAN)


def heard_last(*events: Event) -> Phrase:
    desk, said = Desk(), list[Phrase]()
    for event in events:
        desk, _, commands = settle(desk, event, Policy())
        said += [p for c in commands if isinstance(c, Say) for p in c.phrases]
    return said[-1]


def test_the_time_of_somebody_elses_promise_sounds_like_a_new_one() -> None:
    promise = PromiseMade(at=AT, promise=1, caller=OWN, why=Why.ASKED, promised_by=BY)
    away = PresenceChosen(at=AT, presence=Presence.AWAY)
    stranger = (
        CallRang(at=AT, call="c", caller=Caller(dial=Dial.WITHHELD)),
        Ticked(at=AT),
        CallAnswered(at=AT, call="c"),
        KeyPressed(at=AT, call="c", key="2"),
        NumberEntered(at=AT, call="c", number=OWN),
        KeyPressed(at=AT, call="c", key="1"),
    )
    themselves = (
        CallRang(at=AT, call="c", caller=OWN),
        Ticked(at=AT),
        CallAnswered(at=AT, call="c"),
        KeyPressed(at=AT, call="c", key="2"),
    )
    assert heard_last(promise, away, *stranger) == Phrase(name="promise", at=BY)
    assert heard_last(promise, away, *themselves) == Phrase(name="promise_already", at=BY)
