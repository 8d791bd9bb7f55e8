"""A morning at the desk, as the receptionist has it, and every view on the way.

Three callers are greeted during one visitor; one is taken, one passed on to a colleague who does not pick up
and comes back, one is called back, found engaged, and tried again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from desk.core.model import Doing, Outcome, Presence, PromiseState, Why
from desk.core.next_action import Because, What
from desk.core.views import View
from desk.link_client import LinkClient
from desk.link_types import Look
from desk.places import socket_path
from tests.peers import dialplan
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError, keys, wait
from tests.peers.dialplan import outside, tone_of
from tests.peers.live_walks import SPEAKS, gone, heard_by
from tests.peers.person import OTHER_VOICE, Person

pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(Asterisk.missing() is not None, reason=str(Asterisk.missing())),
]
ENGAGED = outside(dialplan.AS_TOLD)


def untrue(view: View) -> str:
    """What a view says that cannot be; empty when all of it can."""
    talking = [c.id for c in view.calls if c.doing is Doing.TALKING]
    if len(talking) > 1:
        return f"two are spoken with at once: {talking}"
    if len({c.id for c in view.calls}) < len(view.calls):
        return "a call is shown twice"
    if len({p.number for p in view.promises}) < len(view.promises):
        return "a number has two promises"
    following = view.next
    call = next((c for c in view.calls if c.id == following.call), None)
    promise = next((p for p in view.promises if p.id == following.promise), None)
    match following.what:
        case What.TAKE_CALL if call is None or call.doing not in (Doing.HOLDING, Doing.RINGING):
            return f"take whom? {following}"
        case What.RESUME if call is None or call.doing is not Doing.PARKED:
            return f"resume whom? {following}"
        case What.CALL_BACK | What.LISTEN if promise is None or promise.state is not PromiseState.OPEN:
            return f"call whom back? {following}"
        case What.SAY_OUTCOME if promise is None or not promise.outcome_wanted:
            return f"the outcome of what? {following}"
        case What.NOTHING:
            waiting = [c for c in view.calls if c.doing is Doing.HOLDING]
            if waiting:
                return f"nothing to do, and somebody holds: {waiting}"
    places = sorted(c.place for c in view.calls if c.place is not None)
    if places != list(range(1, len(places) + 1)):
        return f"places in line: {places}"
    return ""


class Watching:
    """A window that looks all the time, and knows what cannot be."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, name="window", daemon=True)
        self.seen = 0
        self.wrong: list[str] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(15)

    def _look(self) -> None:
        with LinkClient(socket_path(self._data)) as client:
            while not self._stop.wait(0.04):
                view = client.ask(Look()).view
                assert view is not None
                self.seen += 1
                if wrong := untrue(view):
                    self.wrong.append(wrong)


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    try:
        pbx = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with pbx:
        person = Person(pbx, tmp_path, policy={"retry_after": 6, "warn_before": 0})
        with person.engine:
            yield person


def test_a_morning(person: Person) -> None:
    with Watching(person.engine.data) as window:
        morning(person)
    assert window.seen > 100
    assert not window.wrong, window.wrong


def morning(person: Person) -> None:
    pbx = person.pbx
    person.says_next(What.NOTHING)
    # a visitor is served; three callers are greeted meanwhile, and nothing sounds at the desk
    person.chooses(Presence.SERVING)
    ana = person.rung_by("+442079460901")
    ben = person.rung_by("+442079460902", OTHER_VOICE)
    cy = pbx.call(person.user, wait(1.5), keys("2"), wait(2.5), keys("1"), wait(20), caller=f"Cy <{ENGAGED}>")
    person.does(ENGAGED, Doing.GREETING, 10)
    view = person.until(lambda view: ENGAGED in [p.number for p in view.promises], 20, "Cy is promised")
    assert not view.desk_rings
    assert [person.call(each.number, view).place for each in (ana, ben)] == [1, 2]
    promise = person.promise(ENGAGED)
    assert (promise.why, promise.attempts) == (Why.ASKED, ())
    assert promise.promised_by is not None
    cy.wait_ended(25)
    assert person.says_next(What.TAKE_CALL).call == person.call(ana.number).id
    # the visitor has gone: the one who has held longest is taken
    person.chooses(Presence.FREE)
    assert person.says_next(What.TAKE_CALL).call == person.call(ana.number).id
    person.takes(ana)
    person.does(ana.number, Doing.TALKING)
    assert person.call(ben.number).place == 1
    time.sleep(SPEAKS)
    person.hangs_up(ana.number)
    gone(person, ana.number)
    assert [p.number for p in person.view().promises] == [ENGAGED]  # Ana is owed nothing
    # the next one is passed on to a colleague who does not pick up, and comes back
    assert person.says_next(What.TAKE_CALL).call == person.call(ben.number).id
    person.takes(ben)
    person.does(ben.number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.sends(ben.number, "216")
    assert person.does(ben.number, Doing.TRANSFERRING).sent_to
    back = person.does(ben.number, Doing.PARKED, 25)
    assert back.came_back is Outcome.NO_ANSWER
    assert person.says_next(What.RESUME, Because.CAME_BACK).call == back.id
    person.resumes(ben.number)
    person.does(ben.number, Doing.TALKING)
    time.sleep(SPEAKS)
    ben.robot.hang_up()
    gone(person, ben.number)
    # the callback: engaged, and tried again when it is time
    assert person.says_next(What.CALL_BACK).promise == promise.id
    person.calls_back(ENGAGED)
    person.until(lambda view: not view.calls, 15, "engaged")
    tried = person.promise(ENGAGED)
    assert [a.outcome for a in tried.attempts] == [Outcome.BUSY]
    assert tried.put_off_until is not None
    person.says_next(What.NOTHING)
    pbx.tell(ENGAGED.lstrip("+"), dialplan.ANSWERS)
    person.until(lambda view: view.next.what is What.CALL_BACK, 15, "it is time to try again")
    person.calls_back(ENGAGED)
    far = person.rings(ENGAGED.lstrip("+"), 2)
    far.wait_answered(10)
    person.does(ENGAGED, Doing.TALKING)
    time.sleep(SPEAKS)
    person.hangs_up(ENGAGED)
    gone(person, ENGAGED)
    assert person.says_next(What.SAY_OUTCOME, Because.OUTCOME_WANTED).promise == promise.id
    person.says_outcome(ENGAGED, Outcome.REACHED)
    person.says_next(What.NOTHING)
    assert not person.view().promises
    (kept,) = person.engine.promises()
    assert (kept.state, len(kept.attempts)) == (PromiseState.KEPT, 2), kept
    # everybody heard whom they should
    for caller in (ana, ben):
        caller.robot.wait_ended(10)
    assert ana.heard == [person.tone]
    assert set(ben.heard) == {person.tone}
    assert heard_by(far) == [person.tone]
    assert tone_of(far.number) not in ana.heard + ben.heard
