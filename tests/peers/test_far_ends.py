"""Colleagues and outside numbers at the tests' Asterisk: that they do what the walks count on."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from tests.peers import certificates, dialplan, sipp_phone
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.dialplan import outside, tone_of
from tests.peers.listening import Heard
from tests.peers.sipp_phone import SippPhone
from tests.peers.together import all_well

REASONS = [why for why in (Asterisk.missing(), sipp_phone.missing()) if why]
pytestmark = [
    pytest.mark.peers,
    pytest.mark.timeout(600),
    pytest.mark.skipif(bool(REASONS), reason=" ".join(REASONS)),
]
REFUSALS = {
    "215": 486,
    "217": 603,
    outside(dialplan.BUSY): 486,
    outside(dialplan.CONGESTION): 503,
    outside(dialplan.DECLINES): 603,
    outside(dialplan.FORBIDDEN): 403,
    outside(dialplan.AWAY): 480,
    "999999": 404,
}


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


def answers(pbx: Asterisk, folder: Path, number: str) -> None:
    """It picks up after a second, with its own tone, and hears what is said to it; keys are seen."""
    digits = number.lstrip("+")
    with SippPhone(folder / digits, "sipp") as phone:
        steps = (
            sipp_phone.wait(1),
            sipp_phone.keys("15#"),
            sipp_phone.wait(0.5),
            sipp_phone.speak(),
            sipp_phone.wait(3),
        )
        phone.call(pbx.address, *steps, who=number)
        far = pbx.called(digits)
        assert far.wait_answered(10) - far.rang > 0.9
        phone.succeeded(20)
        far.wait_gone(10)
        hertz, share = Heard(phone.heard).pitch(0.3, 2.5)
    assert abs(hertz - tone_of(digits)) < 5, hertz
    assert share > 0.9
    assert far.keys == "15#"
    heard = Heard(far.heard)
    assert heard.sounding(heard.seconds - 2.5, heard.seconds - 0.5) > 0.5, heard.picture()


def refuses(pbx: Asterisk, folder: Path, number: str, code: int) -> None:
    with SippPhone(folder / number.lstrip("+"), "sipp") as phone:
        phone.call(pbx.address, code=code, who=number)
        phone.succeeded(20)


def rings_only(pbx: Asterisk, folder: Path) -> None:
    with SippPhone(folder / "216", "sipp") as phone:
        phone.call(pbx.address, cancel_after=2, who="216")
        phone.wait("ringing", 10)
        phone.succeeded(20)
    pbx.called("216").wait_gone(10)


def hangs_up(pbx: Asterisk, folder: Path) -> None:
    with SippPhone(folder / "218", "sipp") as phone:
        phone.call(pbx.address, sipp_phone.by_the_desk(5), who="218")
        phone.succeeded(20)


def voicemail(pbx: Asterisk, folder: Path) -> None:
    """It says something, lets a tone be heard, then keeps what is said."""
    number = outside(dialplan.VOICEMAIL)
    with SippPhone(folder / "voicemail", "sipp") as phone:
        phone.call(pbx.address, sipp_phone.wait(12), who=number)
        phone.succeeded(30)
        heard = Heard(phone.heard)
    assert heard.kind(0.5, 2.5) == "speech", heard.picture()
    assert heard.beeps(lasting=0.1), heard.picture()


def test_far_ends(pbx: Asterisk, tmp_path: Path) -> None:
    calls: dict[str, Callable[[], None]] = {
        number: partial(answers, pbx, tmp_path, number)
        for number in ("214", "221", outside(dialplan.ANSWERS, 7))
    }
    calls |= {number: partial(refuses, pbx, tmp_path, number, code) for number, code in REFUSALS.items()}
    calls |= {each.__name__: partial(each, pbx, tmp_path) for each in (rings_only, hangs_up, voicemail)}
    all_well(calls)


def test_tones_lie_apart() -> None:
    numbers = [*dialplan.COLLEAGUES, dialplan.ROBOT_DESK_PHONE]
    numbers += [outside(dialplan.ANSWERS, one) for one in range(10)]
    tones = sorted(map(tone_of, numbers))
    assert all(b - a >= 70 for a, b in pairwise(tones)), tones


def test_what_the_callee_sees(pbx: Asterisk, tmp_path: Path) -> None:
    """A number is dialled with what the caller says of itself: the test knows it."""
    with SippPhone(tmp_path / "one", "sipp") as phone:
        phone.call(
            pbx.address,
            sipp_phone.wait(0.2),
            who="222",
            more="P-Asserted-Identity: <sip:+442079460999@127.0.0.1>",
        )
        phone.succeeded(20)
    far = pbx.called("222")
    assert "sip:sipp@" in far.headers["From"]
    assert "+442079460999" in far.headers["Asserted"]


@pytest.mark.skipif(certificates.missing() is not None, reason=str(certificates.missing()))
def test_it_shows_its_certificate_and_at_another_port_a_wrong_one(pbx: Asterisk) -> None:
    shown = []
    for port in (pbx.tls_port, pbx.wrong_tls_port):
        pem = ssl.get_server_certificate((pbx.ip, port), timeout=10)
        (pbx.home / "seen.crt").write_text(pem)
        shown.append(certificates.Certificate(pbx.home / "seen.crt", pbx.home).fingerprint)
    assert shown == [pbx.certificate.fingerprint, pbx.wrong_certificate.fingerprint]
    assert shown[0] != shown[1]
