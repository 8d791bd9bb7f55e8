"""Whatever is asked, in whatever order: an answer, never a mistake of ours."""

from __future__ import annotations

import random
import typing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desk import link_types
from desk.core.ends import End
from desk.core.events import CallAnswered, CallEnded, EndedBy, Event
from desk.core.model import Outcome, Presence, PromiseState, SideKind, Told
from desk.core.views import ContactView
from desk.link_types import AnyRequest
from tests.desk.test_live_call import SETTINGS, at_work

LEFT_OUT = {"StopEngine", "Practise", "AskPracticePass", "PlayMessage"}
TEXTS = ["", "214", "+442079460123", "999", "x" * 80, "\x00", "Ana", "'; --", "٣٤", "/etc/passwd", "~/x.csv"]
KINDS = [kind for kind in typing.get_args(AnyRequest) if kind.__name__ not in LEFT_OUT]


_as_it_comes: msgspec.json.Decoder[AnyRequest] = msgspec.json.Decoder(AnyRequest)


def one_of(chance: random.Random, kind: Any, calls: list[str], promises: list[int], door: str) -> AnyRequest:
    """A request of that kind with values that could come, good and bad."""
    values: dict[str, Any] = {
        "call": chance.choice([*calls, *calls, "c0", ""]),
        "promise": chance.choice([*promises, *promises, 0, 10**12]),
        "to": chance.choice(TEXTS),
        "number": chance.choice(TEXTS),
        "text": chance.choice(TEXTS),
        "file": chance.choice(TEXTS),
        "recording": chance.choice(TEXTS),
        "keys": chance.choice(["1", "12#", "x", "*" * 40]),
        "note": chance.choice(TEXTS),
        "by": chance.choice(["", "Ana", "Ben"]),
        "minutes": chance.choice([None, -1, 0, 5, 481, 10**9]),
        "at": chance.choice([None, datetime.now(UTC), datetime.now(UTC) + timedelta(minutes=30)]),
        "outcome": chance.choice(list(Outcome)),
        "state": chance.choice(list(PromiseState)),
        "presence": chance.choice(list(Presence)),
        "told": chance.choice(list(Told)),
        "side": chance.choice([None, None, *SideKind]),
        "contact": ContactView(name=chance.choice(TEXTS), numbers=(chance.choice(TEXTS),)),
        "limit": chance.choice([-1, 0, 5, 10**9]),
        "skip": chance.choice([0, 7]),
        "after": chance.choice([-1, 0, 10**9]),
        "muted": chance.choice([None, True, False]),
        "volume": chance.choice([None, 0.0, 0.5]),
        "end": chance.choice(list(End)),
        "reason": chance.choice(TEXTS),
        "pin": chance.choice(TEXTS),
        "door": chance.choice([door, door, *TEXTS]),
        "reader": False,
        "rows": chance.choice([-1, 0, 10**9]),
        "format": chance.choice(TEXTS),
        "microphone": chance.choice([None, *TEXTS]),
    }
    if kind is link_types.RemoveContact:
        values["contact"] = chance.choice(TEXTS)
    if kind is link_types.PutOff:
        values["minutes"] = chance.choice([-1, 0, 5, 10**9])
    given = {f: values[f] for f in kind.__struct_fields__ if f in values}
    sent = msgspec.json.encode(kind(**given))
    try:
        return _as_it_comes.decode(sent)
    except msgspec.ValidationError:
        return link_types.Look()


@pytest.mark.parametrize("seed", range(2))
async def test_any_request_has_an_answer(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    settings = (
        SETTINGS.replace("calls_per_hour = 3", "calls_per_hour = 50") + '[supervisor]\npin = "271828"\n'
    )
    async with at_work(tmp_path / "data", settings) as desk:
        engine, door = desk.process.engine, desk.process.log_door.new_pass("")
        await desk.hung_up("+442079460101")
        await desk.holding("+442079460102")
        for _ in range(250):
            calls, promises = [c.id for c in engine.desk.calls], [p.id for p in engine.desk.promises]
            request = one_of(chance, chance.choice(KINDS), calls, promises, door)
            reply = await desk.ask(request)
            assert reply.ok or (reply.happened and reply.do), request
            if calls and chance.random() < 0.1:  # and what the far ends may do meanwhile
                at, call = engine.clock.now(), chance.choice(calls)
                far: list[Event] = [
                    CallEnded(at=at, call=call, by=EndedBy.CALLER),
                    CallAnswered(at=at, call=call),
                ]
                await engine.feed_and_wait(chance.choice(far))
            if chance.random() < 0.1:
                assert desk.view.line.address
        unexpected = [e for e in desk.journal() if e["event"] == "Unexpected" and "rules failed" in e["what"]]
        assert not unexpected
