"""What a call must have left behind, as the engine's own commands show it."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.engine_process import Engine, moment
from tests.peers.listening import Heard

MINUTES, ROUNDING = 15, 5
POLICY: dict[str, object] = {
    "ring_serving": 1,
    "menu_wait": 2,
    "hold_first_announcement": 4,
    "hold_announcement": 8,
    "promise_minutes": MINUTES,
    "promise_rounding": ROUNDING,
    "promises_open": 500,
}


def promise(engine: Engine, number: str, why: str, within: float = 15) -> dict[str, Any]:
    """The one promise to that number, which is open, and has a clock time only if it was asked for."""
    found = engine.wait(lambda: engine.promise_to(number), within, f"{number} is promised a callback")
    assert found is not None
    assert (found["why"], found["state"], found["attempts"]) == (why, "open", 0), found
    if why in ("asked", "hold_too_long"):
        by, made = moment(found["promised_by"]), moment(found["created_at"])
        assert timedelta(minutes=MINUTES) <= by - made <= timedelta(minutes=MINUTES + ROUNDING), found
        local = by.astimezone(ZoneInfo("Europe/London"))
        assert (local.minute % ROUNDING, local.second, local.microsecond) == (0, 0, 0), found
    else:
        assert found["promised_by"] is None, found
    return found


def row(engine: Engine, number: str | None, chose: str | None, met: str = "serving") -> dict[str, Any]:
    """The one row of the log about that number."""

    def ended() -> list[dict[str, Any]]:
        rows = [each for each in engine.log() if each["number"] == number]
        return rows if rows and all(each["ended_at"] for each in rows) else []

    found = engine.wait(ended, 15, f"the log has the end of {number}'s call")
    assert len(found) == 1, found
    assert (found[0]["met"], found[0]["chose"]) == (met, chose), found
    return found[0]


def message(engine: Engine, number: str) -> Heard:
    """The recording of the one message that number left."""
    found = promise(engine, number, "message")
    assert len(found["messages"]) == 1, found
    (said,) = found["messages"]
    heard = Heard(engine.data / said["file"])
    assert abs(heard.seconds - said["seconds"]) < 0.05, said
    return heard


def greeted(heard: Heard, before: float = 0.4) -> None:
    """The caller heard somebody speak, soon after the answer and for as long as it takes to choose."""
    first = heard.first_sound()
    assert first < before, f"first sound after {first:.2f} s: {heard.picture()}"


def nothing(engine: Engine, number: str | None, for_seconds: float = 1.0) -> None:
    """Nothing is owed to that number, and nothing comes later."""
    time.sleep(for_seconds)
    assert engine.promise_to(number) is None, engine.promises()


def tone(said: Heard, hertz: float) -> None:
    """Nothing but this pitch was said, in the first seconds at least."""
    pitch, share = said.pitch(0.2, 1.8)
    assert abs(pitch - hertz) < 5, said.picture()
    assert share > 0.9, said.picture()
