"""A bad network: of the sound packets one in twenty is lost and all are late by up to 60 ms, in any order."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from desk.core.model import Doing, Presence
from desk.link_types import ChoosePresence, TakeCall
from tests.engine_process import Engine
from tests.peers import baresip_phone
from tests.peers.baresip_phone import BaresipPhone
from tests.peers.listening import Heard, level, share
from tests.peers.relay import Relay
from tests.peers.together import all_well

pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(baresip_phone.missing() is not None, reason=str(baresip_phone.missing())),
]
LOSS, JITTER = 0.05, 0.03
LONG = 60.0
CALLER, PHONE = 453, 719
POLICY: dict[str, object] = {"ring_serving": 0.3, "menu_wait": 15, "hold_first_announcement": 120}


def mostly(recording: Path, hertz: float, start: float) -> float:
    """The share of tenths of a second from then on in which that pitch is heard."""
    heard = Heard(recording)
    size = heard.rate // 10
    blocks = [heard.values[at : at + size] for at in range(int(start * heard.rate), len(heard.values), size)]
    there = [level(block) > -45 and share(block, heard.rate, hertz, 20) > 0.6 for block in blocks[:-1]]
    return sum(there) / max(1, len(there))


def test_a_minute_of_talk_and_every_key(tmp_path: Path) -> None:
    with BaresipPhone(tmp_path / "phone", "phone", picks_up=True, says=PHONE) as phone:
        line = {"desk_phone": f"sip:phone@127.0.0.1:{phone.sip}"}
        with (
            Engine(tmp_path / "desk", phone=line, policy=POLICY) as engine,
            Relay(engine.address, LOSS, JITTER, seed=5) as relay,
        ):
            engine.do(ChoosePresence(presence=Presence.SERVING))
            all_well(
                {
                    "talks": lambda: talks(engine, relay, tmp_path / "talks"),
                    "keys": lambda: keys(engine, relay, tmp_path / "keys"),
                }
            )
            share = relay.lost / (relay.lost + relay.passed)
            assert 0.04 < share < 0.06, share
            engine.wait_quiet()
    assert mostly(phone.heard, CALLER, 3) > 0.8, Heard(phone.heard).picture()


def talks(engine: Engine, relay: Relay, folder: Path) -> None:
    """Held by key, taken, and spoken with for a minute; the call stays up."""
    number = "+442079460751"
    with BaresipPhone(folder, number, says=CALLER) as caller:
        caller.call(relay.address)
        answered = caller.answered()
        time.sleep(1)
        caller.press("1")
        call = engine.wait_doing(number, "holding")["id"]
        engine.do(TakeCall(call=call))
        engine.wait_doing(number, "talking")
        began = time.monotonic()
        while time.monotonic() - began < LONG:
            time.sleep(2)
            (now,) = [c for c in engine.view().calls if c.id == call]
            assert now.doing is Doing.TALKING
        caller.hang_up()
        caller.ended(10)
    assert mostly(caller.heard, PHONE, began - answered + 2) > 0.8, Heard(caller.heard).picture()


def keys(engine: Engine, relay: Relay, folder: Path) -> None:
    """Another number is keyed in, digit by digit: not one is lost, none comes twice."""
    for one in range(3):
        number, other = f"+44207946076{one}", f"+44207946077{one}"
        with BaresipPhone(folder / str(one), number) as caller:
            caller.call(relay.address)
            caller.answered()
            time.sleep(1)
            caller.press("2")
            engine.wait_doing(number, "confirming_number")
            time.sleep(0.5)
            caller.press("2")
            engine.wait_doing(number, "entering_number")
            time.sleep(0.5)
            caller.press_all(other.replace("+44", "0") + "#")
            engine.wait_doing(number, "confirming_number", 25)
            time.sleep(0.5)
            caller.press("1")
            engine.wait(partial(engine.promise_to, other), 10, f"{other} is promised")
