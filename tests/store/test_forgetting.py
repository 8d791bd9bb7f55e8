"""A number is forgotten: nothing of who had it is left on disk, and the journal stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from desk.core.events import (
    AttemptEnded,
    ContactSaved,
    MessageTranscribed,
    NoteAdded,
    NumberForgotten,
    PromiseClosed,
)
from desk.core.model import Caller, Dial, Outcome, PromiseState
from desk.core.views import ContactView
from desk.store import RECORDINGS
from tests.store.test_records import leave_message

if TYPE_CHECKING:
    from tests.store.conftest import Writing

EXTRA = (
    '{"uid":"urn:uuid:4fbe8971-0bc3","lines":["TEL;TYPE=home:(202) 555-0123","TEL;PREF=1:214"],'
    '"fields":{"Alt":"1-202-555.0123","Room":"214 b"}}'
)
"""What a file had of somebody, in its own spelling."""
SAID = (
    "+12025550123",
    "OKAFOR",
    "Okafor",
    "copper kettle",
    "secretly",
    "she is moving",
    "blue folder",
    "555-0123",
)


def a_morning(writing: Writing) -> str:
    """All that may be kept of one caller, and somebody else beside; the recording."""
    store = writing.store
    call = writing.ring(name="OKAFOR A")
    recording = leave_message(writing, call)
    (writing.folder / RECORDINGS).mkdir(exist_ok=True)
    (writing.folder / RECORDINGS / f"{recording}.wav").write_bytes(b"RIFF")
    store.add_words(recording, "the copper kettle leaks", writing.at)
    said = Caller(key=store.key_for("+12025550123"), dial=Dial.CAN)
    writing.feed(MessageTranscribed(at=writing.later(), recording=recording, said=said))
    writing.feed(NoteAdded(at=writing.later(), call=call, note=store.add_note("spoke secretly")))
    writing.hang_up(call)
    [promise] = writing.desk.promises
    tried = store.add_note("she is moving house")
    writing.feed(AttemptEnded(at=writing.later(), promise=promise.id, outcome=Outcome.NO_ANSWER, note=tried))
    done = store.add_note("look into the blue folder")
    writing.feed(
        PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.CANCELLED, note=done)
    )
    for name, numbers in (("Ana Okafor", ("+12025550123",)), ("Ben", ("+12025550123", "214"))):
        key = store.save_contact(ContactView(name=name, numbers=numbers), EXTRA)
        writing.feed(ContactSaved(at=writing.later(), contact=key))
    other = writing.ring("+12025550199", name="Somebody Else")
    writing.feed(NoteAdded(at=writing.later(), call=other, note=store.add_note("keeps this")))
    return recording


def on_disk(writing: Writing, text: str) -> bool:
    files = [path for path in writing.folder.rglob("*") if path.is_file()]
    return any(text.encode() in path.read_bytes() for path in files)


def test_nothing_is_left_of_a_number_that_is_forgotten(writing: Writing) -> None:
    recording = a_morning(writing)
    store = writing.store
    assert [text for text in SAID if not on_disk(writing, text)] == []
    key = store.key_for("+12025550123")
    kept = writing.desk
    writing.feed(NumberForgotten(at=writing.later(), key=key))
    assert [text for text in SAID if on_disk(writing, text)] == []
    assert not (writing.folder / RECORDINGS / f"{recording}.wav").exists()
    assert (store.number_of(key), store.name_of(key), store.recording(recording)) == (None, None, None)
    # who has another number is still known by that
    [ben] = store.find_contacts()
    assert replace(ben, id="") == ContactView(name="Ben", numbers=("214",))
    [(_, extra)] = store.all_contacts()
    assert extra == ('{"uid":"urn:uuid:4fbe8971-0bc3","lines":["TEL;PREF=1:214"],"fields":{"Room":"214 b"}}')
    # everybody else is as they were
    assert on_disk(writing, "Somebody Else")
    assert on_disk(writing, "keeps this")
    assert store.first_broken() is None
    assert store.rebuild(writing.fold) == ()
    [closed] = store.promises(closed=9)
    assert (closed.number, closed.name, closed.note, closed.messages) == (None, None, "", ())
    # it was no withheld number
    writing.ring(None)
    assert closed.erased
    assert [(view.number, view.erased) for view in store.log(9)] == [
        (None, False),
        ("+12025550199", False),
        (None, True),
    ]
    rows = store._conn.execute("SELECT number, erased FROM interruptions").fetchall()
    assert rows == [(None, 0), ("+12025550199", 0), (None, 1)]
    kept = writing.desk
    assert [view.note for view in closed.attempts] == [""]
    assert [view.note for view in store.before(key)] == ["", ""]
    # the same number is somebody new
    assert store.key_for("+12025550123") != key
    again = writing.again()
    assert again.desk == kept
    again.store.close()


def test_a_number_nobody_knows_can_be_forgotten(writing: Writing) -> None:
    writing.ring()
    writing.feed(NumberForgotten(at=writing.later(), key="nobody"))
    assert writing.store.number_of(writing.store.key_for("+12025550123")) == "+12025550123"
