"""How a call is met by what the desk is doing, and by how busy it is: with telephones that people use."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.engine_process import Engine, moment
from tests.peers import baresip_phone, expect, linphone_phone, sipp_phone
from tests.peers.baresip_phone import BaresipPhone
from tests.peers.linphone_phone import LinphonePhone
from tests.peers.listening import Heard, alike
from tests.peers.phone import Phone
from tests.peers.sipp_phone import SippPhone
from tests.peers.together import Outcome, together

REASONS = [why for why in (baresip_phone.missing(), linphone_phone.missing(), sipp_phone.missing()) if why]
pytestmark = [
    pytest.mark.peers,
    pytest.mark.timeout(120),
    pytest.mark.skipif(bool(REASONS), reason=" ".join(REASONS)),
]
LATE = 3.0
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A desk that rings for 3 s while it is free, and takes three calls at once."""
    folder = tmp_path_factory.mktemp("states")
    policy = {
        **expect.POLICY,
        "ring_free": 3,
        "urgent_per_hour": 1,
        "hold_first_announcement": 60,
        "hold_announcement": 60,
    }
    with Engine(folder, policy=policy, phone={"max_calls": 3}) as engine:
        yield engine


@pytest.fixture
def phones() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def rings_for(phone: Phone, engine: Engine) -> float:
    phone.call(engine.address)
    return -phone.wait("ringing", 5) + phone.answered()


def test_free_rings_until_its_time_then_away_answers_at_once(
    desk: Engine, tmp_path: Path, phones: ExitStack
) -> None:
    desk.serving("off")
    assert desk.status()["state"] == "free"
    free = phones.enter_context(LinphonePhone(tmp_path / "free", "+442079460301"))
    assert 2.7 < rings_for(free, desk) < 3 + LATE
    away = phones.enter_context(BaresipPhone(tmp_path / "away", "+442079460302"))
    desk.command("away")
    began = time.monotonic()
    away.call(desk.address)
    assert away.answered() - began < LATE
    time.sleep(2)
    for phone, number, met in ((free, "+442079460301", "free"), (away, "+442079460302", "away")):
        phone.close()
        heard = Heard(phone.heard)
        expect.greeted(heard, LATE)
        assert heard.sounding(0, heard.seconds) > 0.4, heard.picture()
        expect.row(desk, number, None, met)
        expect.promise(desk, number, "hung_up")


def test_somebody_who_is_away_again_while_it_rings(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    """Away is said while a call rings for the one who was free: it is answered now, by the new state."""
    desk.serving("off")
    phone = phones.enter_context(BaresipPhone(tmp_path / "one", "+442079460303"))
    phone.call(desk.address)
    desk.wait_doing("+442079460303", "ringing")
    desk.command("away")
    phone.answered(2.5)
    phone.close()
    expect.row(desk, "+442079460303", None, "away")


def test_one_call_too_many_is_told_busy(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    desk.serving()
    desk.wait_quiet()
    for index in range(3):
        phone = phones.enter_context(BaresipPhone(tmp_path / f"one{index}", f"+44207946031{index}"))
        phone.call(desk.address)
        desk.wait_doing(f"+44207946031{index}", "greeting")
    busy = phones.enter_context(SippPhone(tmp_path / "busy", "+442079460319"))
    busy.call(desk.address, code=486)
    busy.succeeded(10)
    assert len(desk.calls()) == 3
    rang = [e for e in desk.journal() if e["event"] == "CallRang"][-1]
    ended = [e for e in desk.journal() if e["event"] == "CallEnded" and e["call"] == rang["call"]]
    assert (ended[0]["by"], ended[0]["reason"]) == ("desk", "too many calls at once")
    expect.nothing(desk, "+442079460319")
    phones.close()
    desk.wait_quiet()


# -- what can go on side by side: all at once, each a test


def the_third_call_breaks_through(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    number = "+442079460320"
    for index in range(3):
        phone = phones.enter_context(SippPhone(tmp_path / str(index), number))
        phone.call(desk.address, sipp_phone.wait(1.5))
        if index == 2:
            desk.wait_doing(number, "ringing")
            given = desk.promise_to(number)
            assert given is not None
            assert given["breaks_through"] is True
        phone.succeeded(15)
        assert expect.promise(desk, number, "hung_up")["breaks_through"] is (index == 2)
    assert len([row for row in desk.log() if row["number"] == number]) == 3


def urgent_only_so_often_an_hour(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    for urgent in (True, False):
        phone = phones.enter_context(BaresipPhone(tmp_path / str(urgent), "+442079460330"))
        phone.call(desk.address)
        desk.wait_doing("+442079460330", "greeting")
        phone.press("9")
        assert desk.wait_doing("+442079460330", "holding")["urgent"] is urgent
        phone.close()
        desk.wait(lambda: desk.call_of("+442079460330") is None, 5, "the call is over")


def a_withheld_number_is_asked_for(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    one = phones.enter_context(BaresipPhone(tmp_path / "one", None))
    one.call(desk.address)
    desk.wait_doing(None, "greeting")
    one.press("2")
    desk.wait_doing(None, "entering_number")
    one.press_all("999#")
    desk.wait_doing(None, "refused_number")
    one.press("2")
    desk.wait_doing(None, "entering_number")
    one.press_all("02079460340#")
    desk.wait_doing(None, "confirming_number")
    one.press("1")
    expect.promise(desk, "+442079460340", "asked")
    one.ended(20)
    other = phones.enter_context(LinphonePhone(tmp_path / "other", None))
    other.call(desk.address)
    desk.wait_doing(None, "greeting")
    other.close()
    expect.nothing(desk, None)


def two_callers_hear_what_is_said_to_them_only(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    one = phones.enter_context(BaresipPhone(tmp_path / "one", "+442079460361"))
    two = phones.enter_context(BaresipPhone(tmp_path / "two", "+442079468888"))
    for phone, number in ((one, "+442079460361"), (two, "+442079468888")):
        phone.call(desk.address)
        desk.wait_doing(number, "greeting")
    one.press("1")
    desk.wait_doing("+442079460361", "holding")
    time.sleep(5)  # "Thank you for waiting ..." is over
    began = time.monotonic()
    two.press("2")
    desk.wait_doing("+442079468888", "confirming_number")
    time.sleep(3.5)
    ended = time.monotonic()
    one.close()
    two.close()
    holding, giving = Heard(one.heard), Heard(two.heard)
    music = holding.part(began - one.answered() + 0.5, ended - one.answered())
    digits = giving.part(began - two.answered() + 0.5, ended - two.answered())
    assert holding.kind(began - one.answered() + 1, ended - one.answered()) == "music", holding.picture()
    assert giving.kind(began - two.answered() + 1, ended - two.answered()) == "speech", giving.picture()
    # the same greeting is found in both recordings, and nothing of the one's music in the other's digits
    assert alike(holding.part(0.2, 1.2), giving.part(0, 2)) > 0.5
    assert alike(music, digits) < 0.25


def closed_says_when_it_opens_and_promises_then(desk: Engine, tmp_path: Path, phones: ExitStack) -> None:
    zone = ZoneInfo("Europe/London")
    opens = (datetime.now(zone) + timedelta(days=3)).date()
    hours = {day: ["09:00-12:00"] if index == opens.weekday() else [] for index, day in enumerate(DAYS)}
    with Engine(tmp_path / "closed", policy=expect.POLICY, hours=hours) as engine:
        status = engine.status()
        assert status["state"] == "closed"
        assert moment(status["opens_at"]).astimezone(zone).isoformat()[:16] == f"{opens}T09:00"
        phone = phones.enter_context(BaresipPhone(tmp_path / "one", "+442079460350"))
        phone.call(engine.address)
        answered = phone.answered(LATE)
        time.sleep(2)
        phone.press("1")  # nobody holds while closed: it is said so, and the menu again
        time.sleep(2)
        assert engine.call_of("+442079460350")["doing"] == "greeting"  # type: ignore[index]
        phone.press("2")
        engine.wait_doing("+442079460350", "confirming_number")
        phone.press("1")
        ended = phone.ended(20)
        phone.close()
        heard = Heard(phone.heard)
        assert heard.kind(0.2, 1.8) == "speech", heard.picture()
        assert heard.kind(ended - answered - 2.5, ended - answered - 0.5) == "speech", heard.picture()
        found = engine.promise_to("+442079460350")
        assert found is not None
        by = moment(found["promised_by"]).astimezone(zone)
        assert (by.date(), found["why"]) == (opens, "asked")
        assert (9, 15) <= (by.hour, by.minute) <= (9, 20)
        expect.row(engine, "+442079460350", "callback", "closed")


CALLS: dict[str, Callable[[Engine, Path, ExitStack], None]] = {
    call.__name__: call
    for call in (
        the_third_call_breaks_through,
        urgent_only_so_often_an_hour,
        a_withheld_number_is_asked_for,
        two_callers_hear_what_is_said_to_them_only,
        closed_says_when_it_opens_and_promises_then,
    )
}


@pytest.fixture(scope="module")
def went(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    policy = {**expect.POLICY, "urgent_per_hour": 1, "hold_first_announcement": 60, "hold_announcement": 60}
    with Engine(tmp_path_factory.mktemp("serving"), policy=policy) as engine:
        engine.serving()

        def run(name: str) -> None:
            with ExitStack() as phones:
                CALLS[name](engine, tmp_path_factory.mktemp(name), phones)

        return together({name: partial(run, name) for name in CALLS})


@pytest.mark.parametrize("call", CALLS)
def test_beside_others(went: dict[str, Outcome], call: str) -> None:
    if (error := went[call]) is not None:
        raise error
