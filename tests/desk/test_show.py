"""What is kept of callers between two views is what the records say."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desk.core.events import (
    AttemptEnded,
    CallEnded,
    ContactRemoved,
    ContactSaved,
    EndedBy,
    Event,
    MessagePlayed,
    NoteAdded,
    PromiseClaimed,
    PromisePutOff,
    RecordingEnded,
    RecordingEndedBy,
)
from desk.core.model import Desk, Outcome
from desk.core.views import ContactView
from desk.show import Show
from tests.desk.running import Running, utc

NUMBERS = [f"+4420794601{n:02}" for n in range(4)]


@pytest.mark.parametrize("seed", range(3))
async def test_what_is_kept_is_what_the_records_say(tmp_path: Path, seed: int) -> None:
    shows: list[Show] = []

    def happened(event: Event, before: Desk, after: Desk) -> None:
        for show in shows:
            show.happened(event, before, after)

    one = Running(tmp_path, happened=happened)
    kept = Show(one.store)
    shows.append(kept)
    await one.start()
    store, chance = one.store, random.Random(seed)
    people: list[str] = []
    for step in range(120):
        calls, promises = one.desk.calls, one.desk.promises
        what = chance.randrange(8)
        if what == 0 or not calls:
            call = await one.answered(chance.choice(NUMBERS))
            await one.press(call, chance.choice(["1", "2", "3", ""]))
        elif what == 1:
            call = chance.choice(calls).id
            recording = one.desk.call(call)
            if recording is not None and recording.recording is not None and not recording.recorded:
                store.add_recording(recording.recording, "x.wav", 5.0, utc(), call)
                ended = RecordingEnded(
                    at=utc(), call=call, recording=recording.recording, seconds=5.0, by=RecordingEndedBy.LINE
                )
                await one.happens(ended)
            await one.happens(CallEnded(at=utc(), call=call, by=EndedBy.CALLER))
        elif what == 2:
            note = store.add_note(f"note {step}")
            await one.happens(NoteAdded(at=utc(), call=chance.choice(calls).id, note=note))
        elif what == 3 and people and chance.random() < 0.3:
            gone = people.pop()
            store.remove_contact(gone)
            await one.happens(ContactRemoved(at=utc(), contact=gone))
        elif what == 3:
            numbers = tuple(chance.sample(NUMBERS, 2))
            people.append(store.save_contact(ContactView(name=f"Person {step}", numbers=numbers)))
            await one.happens(ContactSaved(at=utc(), contact=people[-1]))
        elif promises:
            promise = chance.choice(promises)
            asked: list[Event] = [
                AttemptEnded(at=utc(), promise=promise.id, outcome=chance.choice(list(Outcome))),
                PromisePutOff(at=utc(), promise=promise.id, until=utc()),
                PromiseClaimed(at=utc(), promise=promise.id, by=store.person_key("Ana")),
                *(MessagePlayed(at=utc(), recording=r) for r in promise.recordings),
            ]
            await one.happens(chance.choice(asked))
        now, fresh = utc(), Show(store)
        assert kept.calls(one.desk) == fresh.calls(one.desk), step
        policy = one.engine.policy
        assert kept.promises(one.desk, now, policy) == fresh.promises(one.desk, now, policy), step
    await one.stop()
