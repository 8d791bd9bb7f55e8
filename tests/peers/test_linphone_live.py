"""The live call with linphone: as the caller, as the desk phone, as the colleague.

What everybody hears is measured: linphone plays a file instead of a microphone, and records into one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from audio.wav import write_wav
from desk.core.model import Doing, Outcome, Presence
from desk.core.next_action import Because, What
from desk.link_types import TakeCall
from tests.peers import linphone_phone
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.dialplan import DESK_PHONE, tone_of
from tests.peers.linphone_phone import RINGS, LinphonePhone
from tests.peers.listening import Heard
from tests.peers.live_walks import gone, heard_by, over
from tests.peers.person import OTHER_VOICE, VOICE, Person, voices
from tests.peers.phone import ANSWERED, ENDED

REASONS = [why for why in (Asterisk.missing(), linphone_phone.missing()) if why]
pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(bool(REASONS), reason=" ".join(REASONS)),
]
SAYS = tone_of("222")
"""The pitch that the person speaks with by headset."""
INSIDE = "6006"
"""The extension that linphone has as a caller."""
COLLEAGUE, OTHER_COLLEAGUE = "6007", "6005"
"""Those that it has as a colleague: one in each walk."""
SPEAKS = 2.0
"""Seconds for which people speak, or are on hold."""
POLICY: dict[str, object] = {"transfer_longest": 3}
AT_A_TIME = 3
"""Desks: more are a busy machine, on which linphone loses sound."""


def by_headset(person: Person) -> list[int]:
    """The voices that the person heard by headset, in order."""
    files = (person.folder / "heard").glob("heard-*.raw")
    found: list[int] = []
    for file in sorted(files, key=lambda each: int(each.stem.split("-")[1])):
        wav = file.with_suffix(".wav")
        pcm = file.read_bytes()
        write_wav(wav, pcm[: len(pcm) // 2 * 2], int(file.stem.split("-")[2]))
        found += voices(wav)
    return found


def registered(person: Person, phone: str) -> None:
    person.engine.wait(lambda: person.pbx.registered(phone), 15, f"{phone} is registered")


def takes(person: Person, number: str, doing: Doing = Doing.TALKING) -> None:
    person.engine.do(TakeCall(call=person.call(number).id))
    person.does(number, doing, 10)


def holds(person: Person, linphone: LinphonePhone, number: str, to: str, calls: int = 1) -> None:
    """linphone calls, for the `calls`-th time, and holds by key."""
    linphone.dial(to)
    linphone.wait(ANSWERED, 10, calls)
    person.does(number, Doing.GREETING)
    linphone.press("1")
    person.does(number, Doing.HOLDING)
    person.says_next(What.TAKE_CALL, Because.HOLDING)


# -- linphone calls


def calls_through_the_pbx(person: Person) -> None:
    """Taken, held, swapped with somebody else, and passed on to a colleague who was asked."""
    with LinphonePhone(
        person.folder / "linphone", INSIDE, registrar=person.pbx.address, says=VOICE
    ) as linphone:
        registered(person, INSIDE)
        holds(person, linphone, INSIDE, f"{person.user}@{person.pbx.address}")
        assert person.call(INSIDE).internal
        takes(person, INSIDE)
        time.sleep(SPEAKS)
        other = person.rung_by("+442079460711", OTHER_VOICE)
        person.takes(other)
        person.does(other.number, Doing.TALKING)
        assert person.call(INSIDE).doing is Doing.PARKED
        time.sleep(SPEAKS)
        person.resumes(INSIDE)
        person.does(INSIDE, Doing.TALKING)
        assert person.call(other.number).doing is Doing.PARKED
        time.sleep(SPEAKS)
        other.robot.hang_up()
        other.robot.wait_ended(10)
        far_before = person.rung("214")
        consult = person.asks(INSIDE, "214")
        far = person.rings("214", far_before + 1)
        far.wait_answered(10)
        person.until(lambda view: any(c.id == consult and c.doing is Doing.TALKING for c in view.calls))
        time.sleep(SPEAKS)
        person.joins(consult)
        person.until(lambda view: not view.calls, 10, "both are connected with each other")
        time.sleep(2 * SPEAKS)
        linphone.hang_up()
        linphone.ended()
        assert heard_by(far) == [SAYS, VOICE]
    assert INSIDE not in [p.number for p in person.view().promises]
    assert voices(linphone.heard) == [SAYS, SAYS, tone_of("214")]
    assert other.heard == [SAYS]
    assert by_headset(person) == [VOICE, OTHER_VOICE, VOICE, tone_of("214")]


def calls_directly(person: Person) -> None:
    """Taken, on hold with music, sent keys, hung up on; then it is linphone that holds, and hangs up."""
    number, to = "+442079460712", f"desk@{person.engine.address}"
    with LinphonePhone(person.folder / "linphone", number, says=VOICE) as linphone:
        holds(person, linphone, number, to)
        takes(person, number)
        time.sleep(SPEAKS)
        person.parks(number)
        person.does(number, Doing.PARKED)
        person.says_next(What.RESUME, Because.PARKED)
        time.sleep(2 * SPEAKS)
        person.resumes(number)
        person.does(number, Doing.TALKING)
        time.sleep(SPEAKS)
        person.presses(number, "4071#*")
        person.engine.wait(lambda: linphone.keys == "4071#*", 10, f"the keys are there: {linphone.keys}")
        person.hangs_up(number)
        linphone.ended()
        gone(person, number)
        first = linphone.heard
        linphone.record("again")
        holds(person, linphone, number, to, 2)
        takes(person, number)
        time.sleep(SPEAKS)
        linphone.pause()
        time.sleep(SPEAKS)
        second = linphone.heard
        linphone.record("resumed")
        linphone.resume()
        time.sleep(SPEAKS)
        linphone.hang_up()
        gone(person, number)
    assert voices(first) == [SAYS, SAYS]
    music = Heard(first)
    assert music.sounding(1, music.seconds) > 0.8, music.picture()  # the music plays meanwhile
    assert voices(second) == [SAYS]
    assert voices(linphone.heard) == [SAYS]
    assert by_headset(person) == [VOICE] * 3  # linphone's music on hold is its voice file


def is_the_desk_phone(person: Person) -> None:
    """Declined: the caller holds on. Picked up: they talk. Put down meanwhile: who was parked stays."""
    says = person.tone
    with LinphonePhone(
        person.folder / "linphone", DESK_PHONE, registrar=person.pbx.address, says=says
    ) as linphone:
        registered(person, DESK_PHONE)
        caller = person.rung_by("+442079460713")
        takes(person, caller.number, Doing.TAKEN)
        linphone.wait(RINGS, 10)
        linphone.hang_up()
        person.does(caller.number, Doing.HOLDING, 10)
        person.says_next(What.TAKE_CALL, Because.HOLDING)
        takes(person, caller.number, Doing.TAKEN)
        linphone.wait(RINGS, 10, 2)
        linphone.pick_up()
        person.does(caller.number, Doing.TALKING)
        assert person.view().side.picked_up
        time.sleep(SPEAKS)
        person.parks(caller.number)
        person.does(caller.number, Doing.PARKED)
        time.sleep(SPEAKS)
        linphone.hang_up()
        person.until(lambda view: not view.side.picked_up, 8, "the phone is put down")
        assert person.call(caller.number).doing is Doing.PARKED
        first = linphone.heard
        linphone.record("again")
        person.resumes(caller.number)
        linphone.wait(RINGS, 10, 3)
        linphone.pick_up()
        person.does(caller.number, Doing.TALKING)
        time.sleep(SPEAKS)
        linphone.hang_up()
        gone(person, caller.number)
    over(person, caller)
    assert caller.heard == [says, says]
    assert voices(first) == [caller.tone]
    assert voices(linphone.heard) == [caller.tone]
    assert caller.number not in [p.number for p in person.view().promises]


def is_asked(person: Person) -> None:
    """As the colleague who is asked about a caller: declines, is busy, answers and hangs up."""
    with LinphonePhone(
        person.folder / "linphone", COLLEAGUE, registrar=person.pbx.address, says=tone_of("223")
    ) as linphone:
        registered(person, COLLEAGUE)
        caller = person.rung_by("+442079460714")
        takes(person, caller.number)
        time.sleep(SPEAKS)
        consult = person.asks(caller.number, COLLEAGUE)
        linphone.wait(RINGS, 10)
        linphone.hang_up()
        asked(person, caller.number, consult, Outcome.REFUSED)
        linphone.record("echo")
        linphone.dial(f"echo@{person.pbx.address}")
        linphone.wait(ANSWERED, 10)
        asked(person, caller.number, person.asks(caller.number, COLLEAGUE), Outcome.BUSY)
        linphone.hang_up()
        linphone.wait(ENDED, 10, 2)
        linphone.record("asked")
        consult = person.asks(caller.number, COLLEAGUE)
        linphone.wait(RINGS, 10, 2)
        linphone.pick_up()
        person.until(lambda view: any(c.id == consult and c.doing is Doing.TALKING for c in view.calls))
        time.sleep(SPEAKS)
        linphone.hang_up()
        asked(person, caller.number, consult, None)
        over(person, caller)
    assert voices(linphone.heard) == [SAYS]
    assert caller.heard == [SAYS]
    assert by_headset(person) == [caller.tone, tone_of("223")]


def is_sent_to(person: Person) -> None:
    """As the colleague to whom a caller is sent: declines, does not pick up, is busy, and talks with them."""
    says = tone_of("223")
    with LinphonePhone(
        person.folder / "linphone", OTHER_COLLEAGUE, registrar=person.pbx.address, says=says
    ) as linphone:
        registered(person, OTHER_COLLEAGUE)
        caller = person.rung_by("+442079460715")
        takes(person, caller.number)
        person.sends(caller.number, OTHER_COLLEAGUE)
        linphone.wait(RINGS, 10)
        linphone.hang_up()
        back(person, caller.number, Outcome.REFUSED)
        person.sends(caller.number, OTHER_COLLEAGUE)
        linphone.wait(RINGS, 10, 2)
        back(person, caller.number, Outcome.NO_ANSWER)
        linphone.record("echo")
        linphone.dial(f"echo@{person.pbx.address}")
        linphone.wait(ANSWERED, 10)
        person.sends(caller.number, OTHER_COLLEAGUE)
        back(person, caller.number, Outcome.BUSY)
        linphone.hang_up()
        linphone.wait(ENDED, 10, 3)
        linphone.record("sent")
        person.sends(caller.number, OTHER_COLLEAGUE)
        linphone.wait(RINGS, 10, 3)
        linphone.pick_up()
        person.until(lambda view: not view.calls, 10, "the caller is passed on")
        time.sleep(2 * SPEAKS)
        linphone.hang_up()
        over(person, caller)
    assert voices(linphone.heard) == [caller.tone]
    assert caller.heard[-1] == says
    assert set(caller.heard) <= {says, SAYS}
    assert set(by_headset(person)) <= {caller.tone}


def asked(person: Person, number: str, consult: str, outcome: Outcome | None) -> None:
    """Whoever was asked is gone (`outcome` None: answered), the caller on hold is the next thing to do."""
    person.until(lambda view: consult not in [c.id for c in view.calls], 15, "the consult is over")
    assert person.call(number).doing is Doing.PARKED
    person.says_next(What.RESUME)
    ended = [e for e in person.engine.journal() if e["event"] == "CallEnded" and e["call"] == consult]
    assert [e.get("outcome") for e in ended] == [outcome], ended


def back(person: Person, number: str, outcome: Outcome) -> None:
    """Who was passed on in vain is on hold with us again; and then spoken with."""
    found = person.does(number, Doing.PARKED, 25)
    assert found.came_back is outcome, found
    person.says_next(What.RESUME, Because.CAME_BACK)
    person.resumes(number)
    person.does(number, Doing.TALKING)


WALKS: dict[str, tuple[Callable[[Person], None], str, dict[str, object]]] = {
    "is_sent_to": (is_sent_to, "6002", {"desk_phone": ""}),
    "is_asked": (is_asked, "6004", {"desk_phone": ""}),
    "calls_through_the_pbx": (calls_through_the_pbx, "6000", {"desk_phone": ""}),
    "calls_directly": (calls_directly, "", {"desk_phone": "", "registrar": "", "password": ""}),
    "is_the_desk_phone": (is_the_desk_phone, "6001", {"desk_phone": DESK_PHONE}),
}


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


@pytest.fixture(scope="module")
def went(
    request: pytest.FixtureRequest, pbx: Asterisk, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[None]]]:
    """The walks that were asked for, each with a desk of its own, some side by side."""
    tests = request.session.items
    asked_for = {each.callspec.params.get("name") for each in tests if hasattr(each, "callspec")}

    def go(name: str) -> None:
        walk, user, phone = WALKS[name]
        person = Person(pbx, tmp_path_factory.mktemp(name), user, policy=POLICY, **phone)
        if not phone["desk_phone"]:
            person.engine.with_headset(person.folder / "heard", SAYS)
        with person.engine:
            person.chooses(Presence.SERVING)
            walk(person)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        yield {name: pool.submit(go, name) for name in WALKS if name in asked_for}


@pytest.mark.parametrize("name", WALKS)
def test_linphone(went: dict[str, Future[None]], name: str) -> None:
    went[name].result()
