from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from desk import in_words
from desk.core.model import Dial, Doing, Outcome, Presence, PromiseState, Why
from desk.core.next_action import Because, NextAction, What
from desk.core.views import AttemptView, CallView, PromiseView, View
from tests.desk.running import utc
from tests.desk.test_link import view as bare


def seen(what: What, because: Because, ago: float) -> View:
    now = utc()
    call = CallView(
        id="c1", doing=Doing.HOLDING, since=now, began_at=now, met=Presence.FREE, name="Mrs Okafor"
    )
    promise = PromiseView(
        id=1, why=Why.ASKED, state=PromiseState.OPEN, created_at=now, number="+442079460101", dial=Dial.CAN
    )
    return msgspec.structs.replace(
        bare(),
        at=now,
        calls=(call,),
        promises=(promise,),
        next=NextAction(
            what=what,
            because=because,
            call="c1" if what is What.TAKE_CALL else None,
            promise=None if what is What.TAKE_CALL else 1,
            at=now - timedelta(seconds=ago),
        ),
    )


@pytest.mark.parametrize("because", list(Because))
def test_every_reason_is_a_phrase(because: Because) -> None:
    said = in_words.because(seen(What.CALL_BACK, because, 48))
    assert bool(said) == (because is not Because.NOTHING_WAITS)
    assert "_" not in said
    assert "{" not in said


def test_what_to_do_next() -> None:
    assert in_words.what(seen(What.TAKE_CALL, Because.HOLDING, 48)) == "Speak to Mrs Okafor"
    assert in_words.because(seen(What.TAKE_CALL, Because.HOLDING, 48)) == "holding 0:48"
    assert in_words.what(seen(What.CALL_BACK, Because.PROMISED, 0)) == "Call +442079460101 back"
    assert in_words.what(seen(What.LISTEN, Because.MESSAGE, 0)) == "Listen to the message of +442079460101"
    assert in_words.what(bare()) == "Nothing is waiting"


def test_late_and_left() -> None:
    assert in_words.because(seen(What.CALL_BACK, Because.OVERDUE, 360)).endswith(", 6 minutes late")
    assert in_words.because(seen(What.CALL_BACK, Because.DUE_SOON, -60)).endswith(", 1 minute left")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0:00"), (48, "0:48"), (59.9, "0:59"), (725, "12:05"), (3723, "1:02:03"), (-5, "0:00")],
)
def test_a_length_of_time(seconds: float, said: str) -> None:
    assert in_words.length(seconds) == said


def test_a_time_of_day_names_the_day_when_it_is_another() -> None:
    now = utc().replace(year=2026, month=3, day=2, hour=9, minute=0)  # a Monday
    assert in_words.clock(now.replace(hour=10, minute=40), "Europe/London", now) == "10:40"
    assert in_words.clock(now.replace(hour=23, minute=30), "Europe/Berlin", now) == "Tue 00:30"
    assert in_words.clock(now + timedelta(days=10), "Europe/London", now) == "2026-03-12 09:00"


def test_who_called() -> None:
    assert in_words.called("+442079460101", "Mrs Okafor") == "Mrs Okafor"
    assert in_words.called("+442079460101", None) == "+442079460101"
    assert in_words.called(None, None) == "a withheld number"


@pytest.mark.parametrize(
    ("state", "tried", "said"),
    [
        (PromiseState.OPEN, [], "open"),
        (PromiseState.OPEN, [Outcome.BUSY], "open, tried once, last busy"),
        (PromiseState.CLAIMED, [], "Ana is calling now"),
        (PromiseState.NOT_REACHED, [Outcome.BUSY, Outcome.NO_ANSWER],
         "could not be reached, tried 2 times, last no answer"),
        (PromiseState.ANSWERED_ELSEWHERE, [], "answered elsewhere"),
    ],
)  # fmt: skip
def test_where_a_promise_stands(state: PromiseState, tried: list[Outcome], said: str) -> None:
    attempts = tuple(AttemptView(at=utc(), outcome=outcome) for outcome in tried)
    promise = PromiseView(
        id=1, why=Why.ASKED, state=state, created_at=utc(), attempts=attempts, claimed_by="Ana"
    )
    assert in_words.promise_state(promise) == said
    wanted = msgspec.structs.replace(promise, state=PromiseState.CLAIMED, outcome_wanted=True)
    assert in_words.promise_state(wanted) == "how the call went has not been said"
