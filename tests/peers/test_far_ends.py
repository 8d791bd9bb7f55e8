"""Colleagues and outside numbers at the tests' Asterisk: that they do what the walks count on."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from tests.peers import certificates, dialplan, sipp_phone, sound_card
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.dialplan import outside, tone_of
from tests.peers.listening import Heard
from tests.peers.relay import Relay
from tests.peers.sipp_phone import SippPhone
from tests.peers.sound_card import SoundCard
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
    assert all(b - a > 30 for a, b in pairwise(tones)), tones


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


def test_the_relay_loses_and_delays_sound_and_nothing_else(pbx: Asterisk, tmp_path: Path) -> None:
    with Relay(pbx.address, loss=0.05, jitter=0.03, seed=3) as relay:
        with SippPhone(tmp_path / "one", "sipp") as phone:
            pressed = (sipp_phone.keys("0123456789*#"), sipp_phone.wait(3))
            phone.call(relay.address, *pressed, who="223")
            phone.succeeded(30)
            packets = phone.packets
            heard = Heard(phone.heard)
        share = relay.lost / (relay.lost + relay.passed)
        assert relay.passed > 400, relay.passed
        assert 0.02 < share < 0.09, share
        gaps = [b - a for a, b in pairwise(packets)]
        assert sum(gap < 0.01 for gap in gaps) > 20
        assert sum(gap > 0.035 for gap in gaps) > 20
        hertz, pure = heard.pitch(1, 6)
        assert abs(hertz - tone_of("223")) < 5
        assert pure > 0.5
        assert heard.sounding(1, 6) < 0.99  # of what is lost nothing is heard
    # Asterisk itself misses a key now and then when its packets overtake each other
    assert len(pbx.called("223").keys) >= 10


SPEAKS = """
import numpy as np, sounddevice, sys, time
said, at = [], 0
def hear(data, frames, time, status):
    said.append(bytes(data))
def speak(data, frames, time, status):
    global at
    data[:] = (8000 * np.sin(2 * np.pi * 700 * (at + np.arange(frames)) / 16000)).astype("<i2").tobytes()
    at += frames
both = dict(samplerate=16000, channels=1, dtype="int16")
with sounddevice.RawInputStream(**both, callback=hear), sounddevice.RawOutputStream(**both, callback=speak):
    time.sleep(5)
    heard = np.frombuffer(b"".join(said)[-32000:], "<i2").astype(float)
print(abs(np.fft.rfft(heard * np.hanning(len(heard)))).argmax() * 16000 / len(heard))
"""


@pytest.mark.skipif(sound_card.missing() is not None, reason=str(sound_card.missing()))
def test_a_headset_that_is_pulled_out_and_plugged_in(tmp_path: Path) -> None:
    with SoundCard(tmp_path) as card:
        for plugged in (1, 2):
            card.hum(500 + 20 * plugged)
            done = subprocess.run(
                [sys.executable, "-c", SPEAKS],
                capture_output=True,
                text=True,
                timeout=60,
                env={**os.environ, **card.environment},
            )
            assert done.returncode == 0, done.stderr
            assert abs(float(done.stdout) - 500 - 20 * plugged) < 5
            assert abs(card.heard().pitch(2.5, 4)[0] - 700) < 5, card.heard().picture()
            card.unplug()
            card.plug()
