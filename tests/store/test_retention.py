"""What is past its time goes with the entry that says so; what is owed stays, and the people directory."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.core.ends import End
from desk.core.events import (
    CallRang,
    ContactSaved,
    EndAmended,
    NoteAdded,
    NoteAmended,
    NumberForgotten,
    PromiseClosed,
    RetentionApplied,
    ThanksGiven,
)
from desk.core.model import Caller, Dial, PromiseState
from desk.core.views import ContactView
from desk.store import RECORDINGS, Old
from desk.store.retention import find_old, parts, sweep
from tests.store.engines import APPEND, child
from tests.store.test_forgetting import SAID, a_morning, on_disk
from tests.store.test_records import leave_message

if TYPE_CHECKING:
    from tests.store.conftest import Writing


def wav(writing: Writing, recording: str) -> Path:
    file = writing.folder / RECORDINGS / f"{recording}.wav"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"RIFF")
    return file


def days(writing: Writing, count: float) -> datetime:
    """So many days before now."""
    return writing.at - timedelta(days=count)


def retain(writing: Writing, recordings_days: float = 30, log_days: float = 730) -> Old:
    """As the engine does it."""
    log_before = days(writing, log_days)
    found = find_old(writing.folder, days(writing, recordings_days), log_before)
    for part in parts(found):
        writing.store.let_go(part, log_before)
        writing.feed(RetentionApplied(at=writing.later(), recordings=len(part.recordings)))
    return found


def test_what_was_said_later_goes_after_its_days_too(writing: Writing) -> None:
    store = writing.store
    old, open_one = writing.ring("+12025550101"), writing.ring("+12025550102")
    for call in (old, open_one):
        writing.hang_up(call)
        key, now, why = (store.add_note(f"{word} of {call}") for word in ("first", "second", "reason"))
        writing.feed(NoteAdded(at=writing.later(), call=call, note=key))
        writing.feed(NoteAmended(at=writing.later(), call=call, note=key, now=now, reason=why))
    closed = PromiseClosed(at=writing.later(), promise=1, state=PromiseState.CANCELLED)
    writing.feed(closed)
    end = EndAmended(
        at=writing.later(), call=old, was=End.LOST, end=End.SPOKEN, reason=store.add_note("spoken with")
    )
    writing.feed(end)
    writing.feed(
        ThanksGiven(at=writing.later(), to=store.person_key("Ben"), note=store.add_note("well done"))
    )
    assert retain(writing) == Old()
    writing.later(731 * 86400)
    assert len(retain(writing).notes) == 5
    texts = {text for (text,) in store._conn.execute("SELECT text FROM notes")}
    assert texts == {f"{word} of {open_one}" for word in ("first", "second", "reason")}
    assert store.notes_of(old) == ()
    assert store.notes_of(open_one) == (f"second of {open_one}",)
    for text in ("spoken with", "well done", f"second of {old}"):
        assert not on_disk(writing, text)
    assert store.rebuild(writing.fold) == ()


def test_messages_go_after_their_days_and_numbers_after_theirs(writing: Writing) -> None:
    recording = a_morning(writing)
    other = writing.desk.calls[0].id
    writing.hang_up(other)
    [promise] = writing.desk.promises
    writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.KEPT))
    key = writing.store.key_for("+12025550123")
    assert retain(writing) == Old()
    writing.later(31 * 86400)
    assert retain(writing) == Old(recordings=(recording,))
    assert not (writing.folder / RECORDINGS / f"{recording}.wav").exists()
    assert writing.store.recording(recording) is None
    assert not on_disk(writing, "copper kettle")
    # not the rest of it
    assert [text for text in SAID if not on_disk(writing, text)] == ["copper kettle"]
    writing.later(800 * 86400)
    found = retain(writing)
    assert (len(found.notes), len(found.numbers)) == (4, 1)
    assert not on_disk(writing, "+12025550199")
    assert not on_disk(writing, "keeps this")
    assert not on_disk(writing, "secretly")
    # who stands in the directory, stands there
    assert writing.store.number_of(key) == "+12025550123"
    assert len(writing.store.find_contacts()) == 2
    assert [view.number for view in writing.store.log(9)] == [None, "+12025550123"]
    assert writing.store.first_broken() is None
    assert writing.store.rebuild(writing.fold) == ()
    assert retain(writing) == Old()
    kept = writing.desk
    again = writing.again()
    assert again.desk == kept
    again.store.close()


def test_an_open_promise_keeps_its_message_its_notes_and_its_number(writing: Writing) -> None:
    call = writing.ring()
    recording = leave_message(writing, call)
    file = wav(writing, recording)
    writing.feed(NoteAdded(at=writing.later(), call=call, note=writing.store.add_note("about the boiler")))
    writing.hang_up(call)
    [promise] = writing.desk.promises
    writing.later(3000 * 86400)
    assert retain(writing) == Old()
    assert file.exists()
    assert writing.store.notes_of(call) == ("about the boiler",)
    [view] = writing.store.promises(writing.desk.promises)
    assert (view.number, len(view.messages)) == ("+12025550123", 1)
    # the moment it is done its time begins to count, by its end
    writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.KEPT))
    assert retain(writing) == Old(recordings=(recording,), notes=retained_notes(writing, call))
    assert not file.exists()
    assert writing.store.number_of(promise.caller.key or "") == "+12025550123"


def retained_notes(writing: Writing, call: str) -> tuple[str, ...]:
    rows = writing.store._conn.execute("SELECT note FROM call_notes WHERE call = ?", (call,))
    return tuple(note for (note,) in rows)


def test_what_became_owed_meanwhile_is_spared(writing: Writing) -> None:
    """Found old, and then, before it was erased, they called again."""
    call = writing.ring()
    recording = leave_message(writing, call)
    file = wav(writing, recording)
    writing.hang_up(call)
    lonely = writing.ring("+12025550177")
    writing.hang_up(lonely)
    for promise in writing.desk.promises:
        writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.KEPT))
    writing.later(3000 * 86400)
    log_before = days(writing, 730)
    found = find_old(writing.folder, days(writing, 30), log_before)
    assert (len(found.recordings), len(found.numbers)) == (1, 2)
    writing.ring()  # live
    again = writing.ring("+12025550177")
    writing.hang_up(again)  # over already, and yet owed
    writing.store.let_go(found, log_before)
    writing.feed(RetentionApplied(at=writing.later()))
    assert not file.exists()
    for number in ("+12025550123", "+12025550177"):
        assert writing.store.number_of(writing.store.key_for(number)) == number
    assert on_disk(writing, "+12025550177")
    assert len(writing.store.keys_of("+12025550177")) == 1


def test_one_who_rings_at_that_very_moment_keeps_the_number(writing: Writing) -> None:
    call = writing.ring()
    writing.hang_up(call)
    [promise] = writing.desk.promises
    writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.KEPT))
    writing.later(3000 * 86400)
    key = writing.store.key_for("+12025550123")  # the line asks who rings ...
    retain(writing)
    assert not on_disk(writing, "+12025550123")
    writing.feed(CallRang(at=writing.later(), call="new", caller=Caller(key=key, dial=Dial.CAN)))
    assert writing.store.number_of(key) == "+12025550123"
    writing.feed(NumberForgotten(at=writing.later(), key=key))
    writing.ring("+12025550199")
    assert not on_disk(writing, "+12025550123")


def test_a_message_just_being_left_is_spared_whatever_the_clock_says(writing: Writing) -> None:
    call = writing.ring()
    writing.press(call, "3")
    writing.heard(call)
    live = writing.desk.call(call)
    assert live is not None
    assert live.recording is not None
    writing.store.add_recording(live.recording, f"recordings/{live.recording}.wav", 3.0, writing.at, call)
    writing.later()
    writing.ring("+12025550199")
    file = wav(writing, live.recording)
    assert retain(writing, recordings_days=-1).recordings == (live.recording,)
    assert writing.store.recording(live.recording) is not None
    assert file.exists()


def test_one_who_rings_while_erased_is_somebody_new_with_a_number(writing: Writing) -> None:
    call = writing.ring()
    writing.hang_up(call)
    [promise] = writing.desk.promises
    writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.CANCELLED))
    [key] = writing.store.keys_of("+12025550123")
    writing.feed(NumberForgotten(at=writing.later(), key=key))
    writing.ring("+12025550199")
    assert not on_disk(writing, "+12025550123")
    # the line had asked who rings before it was erased
    writing.feed(CallRang(at=writing.later(), call="new", caller=Caller(key=key, dial=Dial.CAN)))
    assert writing.store.number_of(key) == "+12025550123"


def test_erasing_reaches_what_is_not_written_yet(writing: Writing) -> None:
    store = writing.store
    call = writing.ring()
    writing.hang_up(call)
    [promise] = writing.desk.promises
    writing.feed(PromiseClosed(at=writing.later(), promise=promise.id, state=PromiseState.CANCELLED))
    key = store.key_for("+12025550123", "OKAFOR")
    store.save_contact(ContactView(name="Ana Okafor", numbers=("+12025550123",)))
    store.add_recording("r9", "recordings/r9.wav", 3.0, writing.at, call)
    file = wav(writing, "r9")
    store.add_words("r9", "the copper kettle", writing.at)
    writing.feed(NumberForgotten(at=writing.later(), key=key))
    for text in ("+12025550123", "12025550123", "Okafor", "OKAFOR", "kettle"):
        assert not on_disk(writing, text), text
    assert not file.exists()
    assert store.find_contacts() == ()
    writing.ring("+12025550199")  # nothing of it comes back with the next write
    assert not on_disk(writing, "12025550123")
    assert store.keys_of("+12025550123") == ()


def test_the_digits_are_not_found_in_the_directory_any_more(writing: Writing) -> None:
    store = writing.store
    ben = store.save_contact(ContactView(name="Ben 3", company="Boats", numbers=("+12025550123", "214")))
    writing.feed(ContactSaved(at=writing.later(), contact=ben))
    [key] = store.keys_of("+12025550123")
    assert (store.known_of(key).people, store.known_of(key).others) == ((), (ben,))
    writing.feed(NumberForgotten(at=writing.later(), key=key))
    assert not on_disk(writing, "2025550123")
    assert [c.numbers for c in store.find_contacts("214")] == [("214",)]
    assert [c.name for c in store.find_contacts("boats")] == ["Ben 3"]
    assert store.find_contacts("5550123") == ()


def test_files_that_nobody_knows_of_are_swept(writing: Writing) -> None:
    call = writing.ring()
    known = leave_message(writing, call)
    files = {name: wav(writing, name) for name in (known, "left", "spared", "young")}
    old = days(writing, 3).timestamp()
    for name in (known, "left", "spared"):
        os.utime(files[name], (old, old))
    assert sweep(writing.folder, {"spared"}, days(writing, 1)) == 1
    assert {name for name, file in files.items() if file.exists()} == {known, "spared", "young"}


KILLED = (
    APPEND
    + """
    import os
    from datetime import timedelta
    from desk.core.events import RetentionApplied
    from desk.store.retention import find_old, parts
    (Path(sys.argv[1]) / "recordings").mkdir(exist_ok=True)
    at = datetime.now(UTC) - timedelta(days=900)
    for n in range(40):
        file = Path(sys.argv[1]) / "recordings" / f"r{n}.wav"
        file.write_bytes(b"RIFF")
        store.add_recording(f"r{n}", f"recordings/r{n}.wav", 1.0, at, f"call-{n}")
    feed("+12025550100")
    now = datetime.now(UTC)
    found = find_old(Path(sys.argv[1]), now - timedelta(days=30), now - timedelta(days=730))
    print(len(found.recordings), flush=True)
    for n in range(40):
        part = type(found)(recordings=found.recordings[n:n + 1])
        store.let_go(part, now - timedelta(days=730))
        event = RetentionApplied(at=now, recordings=1)
        store.append([(event, desk, desk)])
        print("done", flush=True)
"""
)


def test_killed_in_the_middle_of_it(folder: Path) -> None:
    """Each entry of it stands with what it erased, and a file that was left behind is swept."""
    running = child(KILLED, folder)
    assert running.stdout is not None
    assert running.stdout.readline() == "40\n"
    for _ in range(15):
        running.stdout.readline()
    running.kill()
    running.communicate()
    from desk.store import Store

    store = Store.open(folder)
    entries = [e for e in store.journal(limit=1000) if e["event"] == "RetentionApplied"]
    rows = {key for (key,) in store._conn.execute("SELECT key FROM recordings")}
    assert 15 <= len(entries) < 40
    assert len(rows) == 40 - len(entries)
    assert store.first_broken() is None
    files = {file.stem for file in (folder / "recordings").iterdir()}
    assert rows <= files
    assert len(files - rows) <= 1  # the one between entry and file
    sweep(folder, set(), datetime.now().astimezone() + timedelta(days=1))
    assert {file.stem for file in (folder / "recordings").iterdir()} == rows
    store.close()
