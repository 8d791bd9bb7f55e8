"""What of a caller's keys reaches the journal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from baresip.audio import CallAudio
from hypothesis import given
from hypothesis import strategies as st

from desk.channels.phone.voice import KEYS, Voice
from desk.core.commands import Record
from desk.core.events import Event, KeyPressed, NumberEntered, RecordingEnded, RecordingEndedBy
from desk.core.model import Caller, Dial

KEYED = st.tuples(st.sampled_from(KEYS + "ABCDx"), st.booleans(), st.floats(0.05, 30))
"""A key, whether it came as a tone, and the seconds since the one before."""


@given(st.lists(st.one_of(KEYED, st.none()), max_size=60))
def test_no_keys_give_the_journal_a_number(done: list[tuple[str, bool, float] | None]) -> None:
    """None stands for the desk asking for a number."""
    events: list[Event] = []
    voice = Voice(
        "c1",
        cast(CallAudio, None),  # nothing is said or heard here
        emit=events.append,
        identify=lambda number: Caller(key="k", dial=Dial.CAN),
        clock=lambda: datetime.now(UTC),
        recordings=Path("/nowhere"),
    )
    now = 0.0
    for one in done:
        if one is None:
            voice.collect(8, now)
        else:
            now += one[2]
            voice.pressed(one[0], now, tone=one[1])
    for event in events:
        assert isinstance(event, KeyPressed | NumberEntered)
        if isinstance(event, KeyPressed):
            assert event.key in {"1", "2", "3", "9", "*", "#", "other"}


async def test_a_key_pressed_right_after_a_message_comes_after_its_end(tmp_path: Path) -> None:
    """The recording is finished beside the calls, which takes its time on a busy machine."""
    events: list[Event] = []
    voice = Voice(
        "c1",
        cast(CallAudio, None),
        emit=events.append,
        identify=lambda number: Caller(key="k", dial=Dial.CAN),
        clock=lambda: datetime.now(UTC),
        recordings=tmp_path,
    )
    voice.rate = 8000
    voice.record(Record(call="c1", recording="m-1", longest=30), 0.0)
    for at, key in enumerate("#1*"):
        voice.pressed(key, at, tone=False)
    await voice.close(RecordingEndedBy.HANG_UP)
    voice.pressed("2", 4, tone=False)
    ended, *pressed = events
    assert isinstance(ended, RecordingEnded)
    assert ended.by is RecordingEndedBy.KEY
    assert [event.key for event in pressed if isinstance(event, KeyPressed)] == ["1", "*", "2"]
