"""A caller taken by headset: real sound devices (of pulseaudio) at one end, Asterisk at the other."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.core.model import Doing, Presence
from desk.core.views import View
from tests.peers import sound_card
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.dialplan import tone_of
from tests.peers.listening import Heard, level, share
from tests.peers.person import OTHER_VOICE, Person, voices
from tests.peers.sound_card import SoundCard

REASONS = [why for why in (Asterisk.missing(), sound_card.missing()) if why]
pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(bool(REASONS), reason=" ".join(REASONS)),
]
SAYS = tone_of("222")
"""The pitch that the person speaks with."""


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


@pytest.fixture
def card(tmp_path: Path) -> Iterator[SoundCard]:
    with SoundCard(tmp_path / "card") as card:
        card.hum(SAYS)
        yield card


@pytest.fixture
def person(pbx: Asterisk, card: SoundCard, tmp_path: Path) -> Iterator[Person]:
    person = Person(pbx, tmp_path / "desk", desk_phone="")
    person.engine.start(env=card.environment)
    person.chooses(Presence.SERVING)
    yield person
    person.engine.stop()


def ready(view: View) -> bool:
    return view.side.headset.ready


def hears(card: SoundCard, hertz: float, within: float = 10) -> None:
    """The person hears that voice, and nothing else, for a second."""
    until = time.monotonic() + within
    while True:
        heard = card.just_heard()
        if level(heard.values) > -45 and share(heard.values, heard.rate, hertz, 14) > 0.85:
            return
        assert time.monotonic() < until, f"{heard.pitch(0, 1)} {heard.picture()}"
        time.sleep(0.2)


def test_both_hear_each_other_and_the_next_one_only_when_taken(person: Person, card: SoundCard) -> None:
    one, other = person.rung_by("+442079460701"), person.rung_by("+442079460702", OTHER_VOICE)
    person.until(ready, 15, "the headset is ready while somebody calls")
    for caller, before in ((one, other), (other, one)):
        person.takes(caller)
        person.does(caller.number, Doing.TALKING)
        hears(card, caller.tone)
        time.sleep(1)
        assert person.call(before.number).doing in (Doing.HOLDING, Doing.PARKED)
    for caller in (one, other):
        caller.robot.hang_up()
        caller.robot.wait_ended(10)
        assert caller.heard == [SAYS]
    heard = voices(card.heard_file())
    assert heard == [one.tone, other.tone]


def test_pulled_out_in_a_call_and_plugged_in(person: Person, card: SoundCard) -> None:
    """The call stays, the window says what is wrong, and plugging in resumes it."""
    caller = person.rung_by("+442079460703")
    person.until(ready, 15, "the headset is ready")
    person.takes(caller)
    person.does(caller.number, Doing.TALKING)
    hears(card, caller.tone)
    card.unplug()
    view = person.until(lambda view: not ready(view), 20, "the window says so")
    assert view.side.headset.problem
    assert view.side.headset.do
    assert person.call(caller.number).doing is Doing.TALKING
    time.sleep(2)
    card.plug()
    person.until(ready, 30, "it is found again")
    assert person.call(caller.number).doing is Doing.TALKING
    hears(card, caller.tone, 15)
    time.sleep(2)
    caller.robot.hang_up()
    caller.robot.wait_ended(10)
    assert caller.heard == [SAYS, SAYS]
    said = Heard(caller.robot.heard)
    assert abs(said.pitch(said.seconds - 1.2, said.seconds - 0.2)[0] - SAYS) < 6, said.picture()
