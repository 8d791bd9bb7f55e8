"""What is said of an interruption later: both stand in the journal, everything reads as it was said last."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.core.ends import End
from desk.core.events import (
    AttemptEnded,
    EndAmended,
    NoteAdded,
    NoteAmended,
    NumberForgotten,
    PromiseClosed,
    ThanksGiven,
)
from desk.core.model import Outcome, PromiseState
from desk.store import Ending
from tests.store.conftest import Writing

ANA = "+12025550123"


def amend(writing: Writing, call: str, end: End, reason: str = "she said so") -> None:
    was = writing.store.ending(call)
    assert was is not None
    writing.feed(
        EndAmended(
            at=writing.later(),
            call=call,
            was=was.end,
            end=end,
            reason=writing.store.add_note(reason),
            promise=was.promise,
            state=writing.store.promise_when(call, end),
            by=writing.store.person_key("Supervisor"),
        )
    )


def owed(writing: Writing) -> str:
    """Ana rang and hung up: a callback is owed."""
    call = writing.ring(ANA, name="ANA")
    writing.hang_up(call)
    return call


def closed(writing: Writing, state: PromiseState = PromiseState.CANCELLED) -> str:
    call = owed(writing)
    [promise] = writing.desk.promises
    note = writing.store.add_note("came to the desk")
    writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=state, note=note))
    return call


def test_an_amended_end_is_told_with_the_promise(writing: Writing) -> None:
    call = closed(writing)
    store = writing.store
    assert store.ending(call) == Ending(End.LOST, 1, PromiseState.CANCELLED)
    amend(writing, call, End.KEPT)
    assert store.ending(call) == Ending(End.KEPT, 1, PromiseState.KEPT)
    assert [view.state for view in store.promises(closed=9)] == [PromiseState.KEPT]
    amend(writing, call, End.SPOKEN)  # in that call: what was promised has its own end again
    assert store.ending(call) == Ending(End.SPOKEN, 1, PromiseState.CANCELLED)
    assert store.rebuild(writing.fold) == ()
    amended = [row for row in store.journal() if row["event"] == "EndAmended"]
    assert [(row["was"], row["end"]) for row in amended] == [("lost", "kept"), ("kept", "spoken")]


def test_another_call_of_the_same_promise_follows(writing: Writing) -> None:
    call = owed(writing)
    again = writing.ring(ANA)
    writing.hang_up(again)
    writing.feed(PromiseClosed(at=writing.later(), promise=1, state=PromiseState.KEPT))
    amend(writing, call, End.NOT_REACHED)
    assert writing.store.ending(again) == Ending(End.LOST, 1, PromiseState.NOT_REACHED)


@pytest.mark.parametrize("own", [PromiseState.KEPT, PromiseState.CANCELLED, PromiseState.ANSWERED_ELSEWHERE])
@pytest.mark.parametrize("said", [(End.LOST,), (End.KEPT, End.NOT_REACHED), (End.LATE, End.PASSED_ON)])
def test_what_is_taken_back_leaves_all_as_it_was(
    writing: Writing, own: PromiseState, said: tuple[End, ...]
) -> None:
    call = closed(writing, own)
    was = writing.store.ending(call)
    assert was is not None
    for end in said:
        amend(writing, call, end)
    amend(writing, call, was.end)
    assert writing.store.ending(call) == was
    assert writing.store.rebuild(writing.fold) == ()


def test_what_is_said_of_another_call_of_the_promise_stands(writing: Writing) -> None:
    call = owed(writing)
    again = writing.ring(ANA)
    writing.hang_up(again)
    writing.feed(PromiseClosed(at=writing.later(), promise=1, state=PromiseState.KEPT))
    amend(writing, call, End.NOT_REACHED)
    amend(writing, again, End.SPOKEN)
    assert writing.store.ending(call) == Ending(End.NOT_REACHED, 1, PromiseState.NOT_REACHED)


def test_a_promise_that_is_owed_is_not_ended_by_it(writing: Writing) -> None:
    call = owed(writing)
    amend(writing, call, End.KEPT)  # the rules forbid it: should it come all the same, nobody is forgotten
    [view] = writing.store.promises(writing.desk.promises)
    assert view.state is PromiseState.OPEN
    [row] = writing.store._conn.execute("SELECT state, ended_at FROM promises").fetchall()
    assert row == ("open", None)
    assert writing.store.rebuild(writing.fold) == ()


def test_an_interruption_that_is_none_has_no_end(writing: Writing) -> None:
    assert writing.store.ending("nothing") is None


@pytest.mark.parametrize("follows", ["the first", "the last"])
def test_a_note_reads_as_it_was_written_last(writing: Writing, follows: str) -> None:
    call, store = owed(writing), writing.store
    tried = store.add_note("she was angri")
    writing.feed(AttemptEnded(at=writing.later(), promise=1, outcome=Outcome.BUSY, note=tried))
    key = store.add_note("wants a copie")
    writing.feed(NoteAdded(at=writing.later(), call=call, note=key))
    was = key
    for text in ("wants a copy", "wants two copies"):
        now, reason = store.add_note(text), store.add_note("misspelt")
        assert store.note_is_of(was, call)
        assert not store.note_is_of(was, "another")
        writing.feed(NoteAmended(at=writing.later(), call=call, note=was, now=now, reason=reason))
        was = key if follows == "the first" else now
    assert store.notes_of(call) == ("wants two copies",)
    assert store.note(key) == "wants two copies"
    assert [view.note for view in store.before(store.key_for(ANA)) if not view.out] == ["wants two copies"]
    now = store.add_note("she was angry")
    writing.feed(
        NoteAmended(at=writing.later(), call=call, note=tried, now=now, reason=store.add_note("misspelt"))
    )
    [view] = store.promises(writing.desk.promises)
    assert [attempt.note for attempt in view.attempts] == ["she was angry"]
    assert store.rebuild(writing.fold) == ()


def test_who_was_thanked(writing: Writing) -> None:
    store, before = writing.store, writing.at
    ben, boss = store.person_key("Ben"), store.person_key("Supervisor")
    text = store.add_note("for Mrs Okafor")
    writing.feed(ThanksGiven(at=writing.later(), to=ben, note=text, call="c", by=boss))
    writing.feed(ThanksGiven(at=writing.later(), to=boss, by=ben))
    one, two = store.thanks(before)
    assert (one.name, one.text, one.by) == ("Ben", "for Mrs Okafor", "Supervisor")
    assert (two.name, two.text, two.by) == ("Supervisor", "", "Ben")
    assert store.thanks(two.at) == (two,)
    assert store.rebuild(writing.fold) == ()


def test_nothing_that_was_said_later_is_left_of_an_erased_number(writing: Writing, folder: Path) -> None:
    store = writing.store
    call = closed(writing)
    amend(writing, call, End.KEPT, "because Ana Okafor rang the boss")
    key = store.add_note("old words of Okafor")
    writing.feed(NoteAdded(at=writing.later(), call=call, note=key))
    now, reason = store.add_note("new words of Okafor"), store.add_note("Okafor asked for it")
    writing.feed(NoteAmended(at=writing.later(), call=call, note=key, now=now, reason=reason))
    ben = store.person_key("Ben")
    thanks = store.add_note("thank you for Okafor")
    writing.feed(ThanksGiven(at=writing.later(), to=ben, note=thanks, call=call, by=ben))
    kept = owed_by_another(writing)
    writing.feed(NumberForgotten(at=writing.later(), key=store.key_for(ANA)))
    assert store.first_broken() is None
    assert store.rebuild(writing.fold) == ()
    assert store.notes_of(call) == ()
    assert store.notes_of(kept) == ("not about her",)
    texts = {text for (text,) in store._conn.execute("SELECT text FROM notes")}
    assert texts == {"not about her"}
    store.close()
    for file in folder.iterdir():
        assert b"Okafor" not in file.read_bytes(), file.name
        assert b"came to the desk" not in file.read_bytes(), file.name


def owed_by_another(writing: Writing) -> str:
    call = writing.ring("+12025550199")
    writing.hang_up(call)
    note = writing.store.add_note("not about her")
    writing.feed(NoteAdded(at=writing.later(), call=call, note=note))
    return call
