"""Promises after they are made: tried, put off, done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.core.events import (
    AttemptEnded,
    Event,
    PromiseClosed,
    PromiseEnded,
    PromiseJoined,
    PromiseMade,
    PromisePutOff,
)
from desk.core.model import Desk, Outcome, Policy, PromiseState, Why
from desk.core.promises import same_attempt
from desk.core.step import replay
from tests.core.play import ANA, BEN, Play, utc

KEPT, CANCELLED = PromiseState.KEPT, PromiseState.CANCELLED


def promised() -> Play:
    """Ana was promised a callback by 10:20."""
    return Play().is_greeted().presses("21").hears().hangs_up()


def attempt(play: Play, outcome: Outcome) -> Play:
    again = same_attempt(play.promise, play.at, play.policy)
    return play.feed(AttemptEnded(at=play.at, promise=1, outcome=outcome, by="Ana", again=again))


def test_reached_keeps_the_promise() -> None:
    play = attempt(promised(), Outcome.REACHED)
    assert play.desk.promises == ()
    assert play.ended[-1].state is KEPT
    assert play.ended[-1].by == "Ana"


def test_reached_after_its_time_is_broken() -> None:
    assert attempt(promised().after(1200), Outcome.REACHED).ended[-1].state is PromiseState.BROKEN


def test_reached_at_its_time_is_kept() -> None:
    play = promised()
    play.at = utc("2026-03-04 10:20")
    assert attempt(play, Outcome.REACHED).ended[-1].state is KEPT


def test_as_soon_as_free_is_never_broken() -> None:
    play = Play().rings().hangs_up().after(7200)
    assert attempt(play, Outcome.REACHED).ended[-1].state is KEPT


def test_a_wrong_number_ends_it() -> None:
    assert attempt(promised(), Outcome.WRONG_NUMBER).ended[-1].state is CANCELLED


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.BUSY, Outcome.VOICEMAIL, Outcome.FAILED])
def test_who_was_not_reached_is_tried_again_later(outcome: Outcome) -> None:
    play = attempt(promised(), outcome)
    assert play.promise.attempts == 1
    assert play.promise.put_off_until == play.at + timedelta(minutes=15)
    assert attempt(play.after(899), outcome).promise.attempts == 1
    assert attempt(play.after(1), outcome).promise.attempts == 2


def test_what_counted_as_one_attempt_is_told_by_the_journal_whatever_the_rules_are_later() -> None:
    play = promised()
    for again in (False, True, False, True):
        tried = AttemptEnded(at=play.at, promise=1, outcome=Outcome.BUSY, again=again)
        play.feed(tried)
    assert play.promise.attempts == 2
    [other] = replay(Desk(), play.journal, Policy(retry_after=0.1, retries=1)).promises
    assert (other.attempts, other.tried_at) == (2, play.promise.tried_at)


def test_who_calls_again_is_not_passed_over_any_longer() -> None:
    play = attempt(promised(), Outcome.NO_ANSWER).rings("B").hangs_up("B")
    assert play.promise.put_off_until is None
    assert play.promise.attempts == 1


def test_later_passes_it_over_and_changes_nothing_promised() -> None:
    play = promised()
    until = play.at + timedelta(minutes=5)
    play.feed(PromisePutOff(at=play.at, promise=1, until=until))
    assert play.promise.put_off_until == until
    assert play.promise.promised_by == utc("2026-03-04 10:20")


@pytest.mark.parametrize("state", [KEPT, CANCELLED, PromiseState.ANSWERED_ELSEWHERE])
def test_done_ends_it(state: PromiseState) -> None:
    play = promised()
    play.feed(PromiseClosed(at=play.at, promise=1, state=state, by="Ben", note="n1"))
    assert play.desk.promises == ()
    assert play.ended[-1] == PromiseEnded(at=play.at, promise=1, state=state, by="Ben")


def test_done_after_its_time_is_broken() -> None:
    play = promised().after(1200)
    play.feed(PromiseClosed(at=play.at, promise=1, state=KEPT))
    assert play.ended[-1].state is PromiseState.BROKEN
    # cancelled is cancelled, late or not
    play = promised().after(1200)
    play.feed(PromiseClosed(at=play.at, promise=1, state=CANCELLED))
    assert play.ended[-1].state is CANCELLED


@pytest.mark.parametrize("state", [PromiseState.OPEN, PromiseState.CLAIMED, PromiseState.BROKEN])
def test_done_is_not_said_with_a_state_that_is_no_end(state: PromiseState) -> None:
    play = promised()
    play.feed(PromiseClosed(at=play.at, promise=1, state=state))
    assert len(play.desk.promises) == 1
    assert len(play.unexpected) == 1


def test_what_is_said_of_a_promise_that_is_none_is_noted_only() -> None:
    at = utc("2026-03-04 10:00")
    events: list[Event] = [
        AttemptEnded(at=at, promise=9, outcome=Outcome.REACHED),
        PromisePutOff(at=at, promise=9, until=at),
        PromiseClosed(at=at, promise=9, state=KEPT),
        PromiseEnded(at=at, promise=9, state=KEPT),
        PromiseJoined(at=at, promise=9, call="A", why=Why.ASKED),
    ]
    play = promised()
    before = play.desk
    for n, event in enumerate(events, 1):
        play.feed(event)
        assert play.desk == before
        assert len(play.unexpected) == n


@pytest.mark.parametrize(("promise", "caller"), [(1, BEN), (2, ANA)])
def test_a_promise_made_twice_is_one_promise(promise: int, caller: object) -> None:
    play = promised()
    before = play.desk
    play.feed(PromiseMade(at=play.at, promise=promise, caller=BEN if caller is BEN else ANA, why=Why.ASKED))
    assert play.desk == before
    assert len(play.unexpected) == 1


def test_done_twice_ends_it_once() -> None:
    play = attempt(promised(), Outcome.REACHED)
    play.feed(PromiseClosed(at=play.at, promise=1, state=KEPT))
    assert len(play.ended) == 1
