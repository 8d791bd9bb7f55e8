"""kill -9 while somebody is spoken with: after the restart they are the first to be called back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.core.model import Doing, Outcome, Presence, PromiseState, Why
from desk.core.next_action import Because, What
from tests.peers import dialplan
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.dialplan import outside
from tests.peers.live_walks import owed
from tests.peers.person import Person

pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(Asterisk.missing() is not None, reason=str(Asterisk.missing())),
]


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


@pytest.fixture
def person(pbx: Asterisk, tmp_path: Path) -> Iterator[Person]:
    person = Person(pbx, tmp_path)
    with person.engine:
        person.chooses(Presence.SERVING)
        yield person


def killed(person: Person) -> None:
    """A power cut, and the engine is started again."""
    person.engine.kill()
    person.pbx.end_calls_of(person.user)
    person.engine.start()


@pytest.mark.parametrize("doing", [Doing.TALKING, Doing.PARKED])
def test_a_caller_who_was_spoken_with(person: Person, doing: Doing) -> None:
    owed(person, "+442079460801")  # somebody who waits longer already
    caller = person.rung_by("+442079460802")
    person.takes(caller)
    person.does(caller.number, Doing.TALKING)
    time.sleep(0.5)
    if doing is Doing.PARKED:
        person.parks(caller.number)
        person.does(caller.number, Doing.PARKED)
    killed(person)
    promise = person.promise(caller.number)
    assert promise.why is Why.LINE_LOST
    found = person.says_next(What.CALL_BACK, Because.LINE_LOST)
    assert found.promise == promise.id
    assert person.view().promises[0].id == promise.id
    assert [p.number for p in person.view().promises] == [caller.number, "+442079460801"]
    assert not person.view().calls


def test_somebody_who_was_called_back(person: Person) -> None:
    """The promise was not kept by a call that was cut: it stands, and goes before all others."""
    owed(person, "+442079460803")
    number = outside(dialplan.ANSWERS, 8)
    owed(person, number)
    person.calls_back(number)
    person.rings(number.lstrip("+"), 1).wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(0.5)
    killed(person)
    promise = person.promise(number)
    assert promise.cut
    assert promise.state is PromiseState.OPEN
    assert not promise.claimed_by
    found = person.says_next(What.CALL_BACK, Because.LINE_LOST)
    assert found.promise == promise.id
    # and it can be kept
    person.calls_back(number)
    person.rings(number.lstrip("+"), 2).wait_answered(10)
    person.does(number, Doing.TALKING)
    person.hangs_up(number)
    person.until(lambda view: not view.calls, 8, "it is over")
    person.says_outcome(number, Outcome.REACHED)
    assert number not in [p.number for p in person.view().promises]
