"""The walks of a call as a caller makes them, with the real engine and SIPp."""

from __future__ import annotations

import wave

import pytest

from desk.core.model import Why
from tests.whole.conftest import MakeCaller
from tests.whole.programs import NUMBERS, Engine, Says, Sound

pytestmark = pytest.mark.peers


def test_a_callback_is_promised(engine: Engine, caller: MakeCaller) -> None:
    caller(engine).call(NUMBERS[0], [0.3, "2", 0.4, "1"]).ends()
    [promise] = engine.promises(NUMBERS[0])
    assert promise.why is Why.ASKED
    assert promise.promised_by is not None


def test_a_message_is_kept(engine: Engine, caller: MakeCaller) -> None:
    sound: Sound = [0.3, "3", 0.3, "5", 0.5, Says(3.0), "#", 0.5, "1"]
    caller(engine).call(NUMBERS[1], sound).ends()
    [promise] = engine.promises(NUMBERS[1])
    assert promise.why is Why.MESSAGE
    [message] = promise.messages
    with wave.open(str(engine.data / message.file)) as wav:
        assert wav.getnframes() / wav.getframerate() == pytest.approx(message.seconds, abs=0.01)
    assert 2.0 < message.seconds < 4.0


def test_who_hangs_up_is_a_callback_as_soon_as_free(engine: Engine, caller: MakeCaller) -> None:
    caller(engine).call(NUMBERS[2], hang_up_after=0.5).ends()
    caller(engine).cancel(NUMBERS[3]).ends()
    engine.until(lambda view: not view.calls)
    for number in NUMBERS[2:4]:
        [promise] = engine.promises(number)
        assert promise.why is Why.HUNG_UP
        assert promise.promised_by is None


def test_who_was_answered_elsewhere_is_no_callback(engine: Engine, caller: MakeCaller) -> None:
    caller(engine).cancel(NUMBERS[4], reason='SIP;cause=200;text="Call completed elsewhere"').ends()
    engine.until(lambda view: not view.calls)
    assert not engine.promises(NUMBERS[4])
    assert engine.json("log")[0]["end"] == "answered_elsewhere"
