"""Desks of several kinds: with the desk phone in its three ways, with a number of their own, with encryption.

Each walk has a desk with settings of its own, and is a test of test_desks.py.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from desk.core.events import EndedBy
from desk.core.model import Doing, Outcome
from desk.core.next_action import Because, What
from desk.core.views import ContactView
from desk.link_types import SaveContact
from tests.engine_process import Options
from tests.peers import dialplan
from tests.peers.asterisk import Asterisk, wait
from tests.peers.baresip_phone import BaresipPhone
from tests.peers.dialplan import DESK_PHONE, outside, tone_of
from tests.peers.live_walks import SPEAKS, gone, heard_by, over, owed
from tests.peers.person import OTHER_VOICE, Person, voices
from tests.peers.sipp_phone import SippPhone


@dataclass(frozen=True)
class Desk:
    """What a walk wants of the settings."""

    walk: Callable[[Person], None]
    user: str = "6000"
    phone: Callable[[Asterisk], Options] = field(default=lambda pbx: {})
    policy: Options = field(default_factory=dict)


# -- the desk phone


def not_picked_up(person: Person) -> None:
    """The caller is on hold again, was told so, and has kept the place before who came later."""
    first, second = person.rung_by("+442079460601"), person.rung_by("+442079460602", OTHER_VOICE)
    assert person.call(first.number).place == 1
    person.takes(first)
    person.does(first.number, Doing.TAKEN)
    assert person.view().side.rings
    person.does(first.number, Doing.HOLDING, 15)
    assert [person.call(each.number).place for each in (first, second)] == [1, 2]
    said = person.says_next(What.TAKE_CALL, Because.HOLDING)
    assert said.call == person.call(first.number).id
    assert not person.view().side.rings
    assert said_of_the_phone(person) == ["The desk phone was not picked up."]
    over(person, first, second)
    assert first.heard == []
    assert second.heard == []


def not_picked_up_at_once(person: Person) -> None:
    """A busy desk phone: the caller holds on, without having waited for it."""
    caller = person.rung_by("+442079460612")
    person.takes(caller)
    person.does(caller.number, Doing.HOLDING, 5)
    person.says_next(What.TAKE_CALL, Because.HOLDING)
    assert said_of_the_phone(person) == ["The desk phone is busy."]
    over(person, caller)


def said_of_the_phone(person: Person) -> list[str]:
    """What the person is told of a desk phone that was not picked up."""
    return [trouble.happened for trouble in person.view().troubles if trouble.what == "desk_phone"]


def handed_over(person: Person) -> None:
    """The PBX joins the two once the phone is picked up: the desk has nothing to do with them any more."""
    caller = person.rung_by("+442079460604")
    before = person.pbx.dialled("223")
    person.takes(caller)
    phone = person.pbx.called("223", before + 1, 15)
    phone.wait_answered(10)
    person.until(lambda view: not view.calls, 15, "the two are connected")
    time.sleep(SPEAKS)
    over(person, caller)
    assert caller.number not in [p.number for p in person.view().promises]
    assert caller.heard == [tone_of("223")]
    assert heard_by(phone) == [caller.tone]


def handed_over_in_vain(person: Person) -> None:
    """Who was sent to a phone that nobody picks up is not lost: with us still, or a callback is owed."""
    caller = person.rung_by("+442079460605")
    person.takes(caller)
    person.until(lambda view: person.call(caller.number, view).doing is Doing.TRANSFERRING, 10)
    person.until(lambda view: person.call(caller.number, view).doing is not Doing.TRANSFERRING, 20)
    still = person.call(caller.number)
    assert still.doing in (Doing.HOLDING, Doing.LEAVING), still
    caller.robot.hang_up()
    person.until(lambda view: not view.calls, 40, "no call is left")
    assert person.promise(caller.number).attempts == ()


def a_real_phone(person: Person) -> None:
    """baresip on the desk: registered at the PBX, picked up, put down again while the caller is on hold."""
    says = tone_of("223")
    with BaresipPhone(
        person.folder / "phone", DESK_PHONE, picks_up=True, registrar=person.pbx.address, says=says
    ) as phone:
        person.engine.wait(lambda: person.pbx.registered(DESK_PHONE), 15, "the phone is registered")
        caller = person.rung_by("+442079460606")
        person.takes(caller)
        person.does(caller.number, Doing.TALKING, 10)
        assert person.view().side.picked_up
        time.sleep(2 * SPEAKS)
        person.parks(caller.number)
        person.does(caller.number, Doing.PARKED)
        time.sleep(SPEAKS)  # of music: less than PAUSE would be taken for one and the same voice
        phone.hang_up()
        person.until(lambda view: not view.side.picked_up, 8, "the phone is put down")
        assert person.call(caller.number).doing is Doing.PARKED
        person.resumes(caller.number)  # it rings anew
        person.does(caller.number, Doing.TALKING, 10)
        time.sleep(SPEAKS)
        phone.hang_up()  # as the person hangs up on the caller
        gone(person, caller.number)
    over(person, caller)
    assert caller.heard == [says, says]
    assert voices(phone.heard) == [caller.tone]
    assert caller.number not in [p.number for p in person.view().promises]


# -- whose number is shown, and who calls


def shows_its_number(person: Person) -> None:
    """Whom we call sees the number of the settings, where the PBX lets us."""
    number = outside(dialplan.ANSWERS, 5)
    owed(person, number)
    person.calls_back(number)
    far = person.rings(number.lstrip("+"), 1)
    assert far.shown == "+442079460100"
    far.wait_answered(10)
    person.does(number, Doing.TALKING)
    person.hangs_up(number)
    gone(person, number)
    person.says_outcome(number, Outcome.REACHED)


def refuses_the_blocked(person: Person) -> None:
    number = "+442079460607"
    person.engine.do(SaveContact(contact=ContactView(name="Nuisance", numbers=(number,), blocked=True)))
    ended = person.pbx.call(person.user, wait(3), caller=f"Nuisance <{number}>").wait_ended(15)
    assert "603" in ended.said, ended
    nothing_came_of(person, number)


def tells_the_blocked(person: Person) -> None:
    """Answered, told, and hung up on: no menu, no promise."""
    number = "+442079460608"
    person.engine.do(SaveContact(contact=ContactView(name="Nuisance", numbers=(number,), blocked=True)))
    robot = person.pbx.call(person.user, wait(30), caller=f"Nuisance <{number}>")
    answered = robot.wait_answered(10)
    ended = robot.wait_ended(25)
    assert ended.dialled == "ANSWER"
    assert ended.at - answered < 20
    nothing_came_of(person, number)


def nothing_came_of(person: Person, number: str) -> None:
    """It is in the journal, and nowhere else."""
    person.until(lambda view: not view.calls, 8, "no call is left")
    assert number not in [p.number for p in person.engine.promises()]
    journal = person.engine.journal()
    rang = [e for e in journal if e["event"] == "CallRang"]
    ended = [e for e in journal if e["event"] == "CallEnded"]
    assert [e["caller"]["blocked"] for e in rang] == [True], rang
    assert [(e["call"], e["by"]) for e in ended] == [(rang[0]["call"], EndedBy.DESK)], ended


def knows_colleagues(person: Person) -> None:
    """An extension that the PBX says is one is a colleague's; a number from outside is not."""
    inside, outsider = person.rung_by("214"), person.rung_by("+442079460609", OTHER_VOICE)
    assert person.call("214").internal
    assert not person.call(outsider.number).internal
    over(person, inside, outsider)


def knows_who_only_says_so(person: Person) -> None:
    """Who writes an extension into From and is no trusted peer does not even ring; the PBX's word counts."""
    with SippPhone(person.folder / "spoof", "214") as spoof:
        spoof.call(person.engine.address, code=486, source="127.0.0.2")
        spoof.succeeded(15)
    assert not person.view().calls
    assert not [e for e in person.engine.journal() if e["event"] == "CallRang"]


# -- encrypted


def encrypted(person: Person) -> None:
    """By TLS with sound by SRTP (SDES): called, taken, and called back, both hear each other."""
    person.engine.wait_line("ready")
    caller = person.rung_by("+442079460611")
    person.takes(caller)
    person.does(caller.number, Doing.TALKING, 10)
    time.sleep(2 * SPEAKS)
    over(person, caller)
    assert caller.heard == [person.tone]
    assert person.heard() == [caller.tone]
    number = outside(dialplan.ANSWERS, 6)
    owed(person, number)
    person.calls_back(number)
    far = person.rings(number.lstrip("+"), 1)
    far.wait_answered(10)
    person.does(number, Doing.TALKING)
    time.sleep(SPEAKS)
    person.hangs_up(number)
    gone(person, number)
    assert heard_by(far) == [person.tone]
    person.says_outcome(number, Outcome.REACHED)


def refused_for_its_certificate(person: Person) -> None:
    """The line says so, with the fingerprint that it saw: for who looks it up at the PBX."""
    line = person.engine.status()["line"]
    assert line["state"] == "refused", line
    seen = person.pbx.wrong_certificate.fingerprint.replace(":", "").lower()
    assert seen in line["detail"].replace(":", "").replace(" ", "").lower(), line
    assert not person.pbx.registered(person.user)


def tls(pbx: Asterisk, wrong: bool = False, knows: str = "good", srtp: str = "require") -> Options:
    port = pbx.wrong_tls_port if wrong else pbx.tls_port
    known = {
        "good": pbx.certificate.fingerprint,
        "wrong": pbx.wrong_certificate.fingerprint,
        "nobody": "",
    }
    return {
        "registrar": f"{pbx.ip}:{port}",
        "transport": "tls",
        "srtp": srtp,
        "certificate": known[knows],
    }


DESKS: dict[str, Desk] = {
    "desk_phone_not_picked_up": Desk(
        not_picked_up, "6000", lambda _: {"desk_phone": "216"}, {"ring_desk": 3}
    ),
    "desk_phone_busy": Desk(not_picked_up_at_once, "6001", lambda _: {"desk_phone": "215"}),
    "desk_phone_handed_over": Desk(
        handed_over, "6004", lambda _: {"desk_phone": "223", "desk_phone_way": "hand_over"}
    ),
    "desk_phone_handed_over_in_vain": Desk(
        handed_over_in_vain,
        "6005",
        lambda _: {"desk_phone": "216", "desk_phone_way": "hand_over"},
        {"ring_desk": 3},
    ),
    "desk_phone_real": Desk(a_real_phone, "6006", lambda _: {"desk_phone": DESK_PHONE}),
    "shows_its_number": Desk(shows_its_number, "6003", lambda _: {"caller_id": "+44 20 7946 0100"}),
    "refuses_the_blocked": Desk(refuses_the_blocked, "6007"),
    "tells_the_blocked": Desk(tells_the_blocked, "6000", policy={"blocked": "text"}),
    "knows_colleagues": Desk(knows_colleagues, "6001"),
    "knows_who_only_says_so": Desk(knows_who_only_says_so, "6002"),
    "encrypted": Desk(encrypted, "6010", tls),
    "encrypted_where_offered": Desk(encrypted, "6011", lambda pbx: tls(pbx, srtp="offer")),
    "known_by_its_fingerprint": Desk(
        lambda person: None, "6010", lambda pbx: tls(pbx, wrong=True, knows="wrong")
    ),
    "wrong_certificate": Desk(
        refused_for_its_certificate, "6010", lambda pbx: tls(pbx, wrong=True, knows="good")
    ),
    "unknown_certificate": Desk(
        refused_for_its_certificate, "6011", lambda pbx: tls(pbx, wrong=True, knows="nobody")
    ),
}
