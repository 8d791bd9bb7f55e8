"""The log read while the desk's own store writes, before older records are worked out, with torn entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from audio.wav import write_wav
from desk.core.ends import End, Left, Lost
from desk.core.events import (
    EndAmended,
    EndedBy,
    NoteAdded,
    PromiseClosed,
    RecordingEnded,
    RecordingEndedBy,
    Ticked,
)
from desk.core.model import Doing, Policy, PromiseState, Span
from desk.log.log import Log
from desk.log_types import Asked, ListRows, StepKind
from tests.log.conftest import ABOUT
from tests.store.conftest import Writing

HERE = Path(__file__).parent


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[Writing]:
    made = Writing(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def log(writing: Writing) -> Iterator[Log]:
    opened = Log.open(writing.folder, ABOUT)
    opened.load()
    yield opened
    opened.close()


def test_what_the_desk_writes_is_told_as_it_comes(writing: Writing, log: Log) -> None:
    assert log.page(ListRows(), writing.at).total == 0
    call = writing.ring("+441615550199", name="Ada Müller")
    assert log.refresh()
    row = log.page(ListRows(), writing.at).rows[0]
    assert (row.call, row.end, row.name) == (call, End.LIVE, "Ada Müller")
    writing.hang_up(call)
    key = writing.store.add_note("about the invoice")
    writing.feed(NoteAdded(at=writing.later(), call=call, note=key))
    assert log.refresh()
    page = log.page(ListRows(asked=Asked(text="INVOICE muller")), writing.at)
    assert [(row.call, row.notes) for row in page.rows] == [(call, "about the invoice")]
    assert page.rows[0].end is not End.LIVE
    assert not log.refresh()
    view = log.figures(writing.at - timedelta(hours=1), writing.at + timedelta(hours=1), writing.at)
    assert view.now.everybody.interruptions == 1


def test_a_message_is_told_with_how_loud_it_is_as_long_as_it_is_kept(writing: Writing, log: Log) -> None:
    call = writing.ring()
    file = writing.folder / "recordings" / "one.wav"
    file.parent.mkdir(exist_ok=True)
    loud = (np.repeat([0, 16384], 4000)).astype("<i2").tobytes()
    write_wav(file, loud, 8000)
    key = "message-1"
    writing.store.add_recording(key, "recordings/one.wav", 1.0, writing.at, call)
    writing.feed(
        RecordingEnded(at=writing.later(), call=call, recording=key, seconds=1.0, by=RecordingEndedBy.HANG_UP)
    )
    writing.hang_up(call)
    log.refresh()
    story = log.story(call, writing.at)
    assert story is not None
    (told,) = story.recordings
    assert told.kept
    assert (len(told.levels), told.levels[0], told.levels[-1]) == (200, 0.0, 0.5)
    assert log.file_of(key) == file
    file.unlink()
    story = log.story(call, writing.at)
    assert story is not None
    assert not story.recordings[0].kept


def test_an_entry_that_cannot_be_read_takes_nothing_but_itself(writing: Writing, log: Log) -> None:
    call, other = writing.ring(), writing.ring()
    writing.press(call, "1")
    writing.hang_up(call)
    writing.hang_up(other)
    log.refresh()
    before = {one: log.story(one, writing.at) for one in (call, other)}
    conn = sqlite3.connect(writing.folder / "onemoment.db")
    conn.execute("DROP TRIGGER journal_no_update")
    assert conn.execute(
        "UPDATE journal SET body = '{\"event\": 0.d3' WHERE event = 'KeyPressed' AND call = ?", (call,)
    ).rowcount
    conn.commit()
    conn.close()
    assert log.story(other, writing.at) == before[other]
    story, was = log.story(call, writing.at), before[call]
    assert story is not None
    assert was is not None
    assert story.steps == tuple(step for step in was.steps if step.told is not StepKind.PRESSED)
    assert len(story.steps) < len(was.steps)


def test_who_said_that_somebody_was_lost_is_named_and_nobody_else(writing: Writing, log: Log) -> None:
    store = writing.store
    call, again = (owed(writing), owed(writing))
    ben, boss = store.person_key("Ben"), store.person_key("The boss")
    writing.feed(PromiseClosed(at=writing.later(), promise=1, state=PromiseState.KEPT, by=ben))
    for end in (End.LOST, End.NOT_REACHED):
        said = EndAmended(at=writing.later(), call=call, was=End.KEPT, end=end, reason="", promise=1, by=boss)
        writing.feed(said)
        log.refresh()
        for one in (call, again):
            story = log.story(one, writing.at)
            assert story is not None
            assert story.why_lost is not None
            assert (story.why_lost.lost, story.why_lost.by) == (Lost.AMENDED, "The boss")
            assert (story.row.by, story.row.minutes) == ("Ben", None)
    [minutes] = store._conn.execute("SELECT DISTINCT minutes FROM interruptions").fetchall()
    assert minutes == (None,)


@pytest.mark.parametrize(("cut", "left"), [(False, Left.GOODBYE), (True, Left.CUT)])
def test_who_heard_the_goodbye_or_was_cut_was_promised_nothing_it_says(
    writing: Writing, log: Log, cut: bool, left: Left
) -> None:
    closed = ((Span(start=1, end=2),), *[()] * 6)
    writing.policy = Policy(week=closed)
    call = writing.ring(None)
    writing.press(call, "")
    for _ in range(20):  # no key comes
        writing.heard(call)
        live = writing.desk.call(call)
        assert live is not None
        if live.doing is Doing.LEAVING:
            break
        writing.feed(Ticked(at=writing.later(20)))
    writing.hang_up(call, EndedBy.LINE if cut else EndedBy.CALLER)
    log.refresh()
    story = log.story(call, writing.at)
    assert story is not None
    assert story.why_lost is not None
    assert (story.row.end, story.why_lost.lost, story.why_lost.left) == (End.LOST, Lost.NO_NUMBER, left)


def owed(writing: Writing) -> str:
    call = writing.ring("+441615550199")
    writing.hang_up(call)
    return call


def test_records_of_an_older_version_have_a_head_before_they_are_worked_out(tmp_path: Path) -> None:
    conn = sqlite3.connect(tmp_path / "onemoment.db")
    conn.executescript((HERE.parent / "store" / "version_6.sql").read_text())
    conn.close()
    opened = Log.open(tmp_path, ABOUT)
    head = opened.head()
    assert (head.company, head.loaded, head.interruptions) == ("Example", False, 0)
    assert not opened.at_once(ListRows())
    opened.load()
    assert opened.head().interruptions
    opened.close()
