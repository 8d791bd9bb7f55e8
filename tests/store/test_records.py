"""What is written is what is read: the journal, people, the views, the snapshots, the rebuilding."""

from __future__ import annotations

import sqlite3
import stat
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.core.events import (
    AttemptEnded,
    EndedBy,
    EngineStarted,
    MessagePlayed,
    PresenceChosen,
    PromiseClosed,
    PromiseEnded,
    PromisePutOff,
    RecordingEnded,
    RecordingEndedBy,
)
from desk.core.model import Choice, Outcome, Policy, Presence, PromiseState, Why
from desk.core.next_action import promised
from desk.store import Store

if TYPE_CHECKING:
    from tests.store.conftest import Writing


def sql(folder: Path, *statements: str) -> sqlite3.Connection:
    conn = sqlite3.connect(folder / "onemoment.db", isolation_level=None)
    for statement in statements:
        conn.execute(statement)
    return conn


def leave_message(writing: Writing, call: str) -> str:
    writing.press(call, "3")
    writing.heard(call)
    live = writing.desk.call(call)
    assert live is not None
    key = live.recording
    assert key is not None
    writing.store.add_recording(key, f"recordings/{key}.wav", 12.5, writing.at, call)
    done = RecordingEnded(at=writing.later(), call=call, recording=key, seconds=12.5, by=RecordingEndedBy.KEY)
    writing.feed(done)
    writing.feed_key(call, "1")
    return key


def test_files_are_for_their_owner_only(writing: Writing) -> None:
    writing.ring()
    assert stat.S_IMODE(writing.folder.stat().st_mode) == 0o700
    for path in writing.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_start_finds_what_was_written(writing: Writing) -> None:
    call = writing.ring()
    writing.press(call, "2")
    kept = writing.desk
    seq = writing.store.seq
    again = writing.again()
    assert again.desk == kept
    assert again.store.load().seq == 0
    again.store.save_snapshot(again.store.seq, again.desk)
    again.press(call, "1")
    kept = again.desk
    third = again.again()
    loaded = third.store.load()
    assert loaded.seq == seq
    assert loaded.desk is not None
    assert third.desk == kept
    third.store.close()


def test_the_newest_two_snapshots_are_kept_and_a_bad_one_is_passed_over(writing: Writing) -> None:
    for _ in range(4):
        writing.ring()
        writing.store.save_snapshot(writing.store.seq, writing.desk)
    writing.store.close()
    conn = sql(writing.folder)
    seqs = [row[0] for row in conn.execute("SELECT seq FROM snapshot ORDER BY seq")]
    assert len(seqs) == 2
    conn.execute("UPDATE snapshot SET desk = CAST('{}' AS BLOB) WHERE seq = ?", (seqs[1],))
    conn.close()
    store = Store.open(writing.folder)
    assert store.load().seq == seqs[0]
    store.close()
    sql(writing.folder, "UPDATE snapshot SET version = 'another'").close()
    store = Store.open(writing.folder)
    loaded = store.load()
    assert (loaded.desk, loaded.seq) == (None, 0)
    assert len(loaded.events_after) == store.seq
    store.close()


def test_the_same_number_has_the_same_key_and_nothing_is_written_for_it(writing: Writing) -> None:
    store = writing.store
    key = store.key_for("+12025550123", "Ana Okafor")
    assert store.key_for("+12025550123") == key
    assert store.key_for("+12025550199") != key
    assert store.number_of(key) == "+12025550123"
    assert store.name_of(key) == "Ana Okafor"
    conn = sql(writing.folder)
    assert conn.execute("SELECT count(*) FROM numbers").fetchone() == (0,)
    conn.close()
    writing.ring("+12025550123")
    again = writing.again()
    assert again.store.key_for("+12025550123") == key
    assert again.store.name_of(key) == "Ana Okafor"
    again.ring("+12025550123", name="Mrs Okafor")
    assert again.store.name_of(key) == "Mrs Okafor"
    assert again.store.number_of("nobody") is None
    assert again.store.recording("nothing") is None
    assert again.store.note("nothing") is None
    again.store.close()


def test_the_journal_holds_no_number_and_no_note(writing: Writing) -> None:
    call = writing.ring("+12025550123", name="Ana Okafor")
    writing.hang_up(call)
    note = writing.store.add_note("asked for Dr Kim")
    ana = writing.store.person_key("Ana")
    promise = writing.desk.promises[0].id
    writing.feed(
        AttemptEnded(at=writing.later(), promise=promise, outcome=Outcome.NO_ANSWER, by=ana, note=note)
    )
    said = str(writing.store.journal())
    assert "2025550123" not in said
    assert "Okafor" not in said
    assert "Kim" not in said
    assert writing.store.promises(writing.desk.promises)[0].attempts[0].note == "asked for Dr Kim"


def test_the_same_name_has_the_same_key_and_nothing_is_written_for_it(writing: Writing) -> None:
    store = writing.store
    key = store.person_key("Zoë Quill")
    assert store.person_key("Zoë Quill") == key
    assert store.person_key("Ben") != key
    assert store.person_name(key) == "Zoë Quill"
    assert (store.person_key(""), store.person_name(""), store.person_name("nobody")) == ("", "", "")
    conn = sql(writing.folder)
    assert conn.execute("SELECT count(*) FROM staff").fetchone() == (0,)
    conn.close()
    writing.ring()
    again = writing.again()
    assert again.store.person_key("Zoë Quill") == key
    assert again.store.person_name(key) == "Zoë Quill"
    again.store.close()


def everything_by(writing: Writing, name: str) -> int:
    """All that a person at the desk can do, by one; the number of the promise that was ended."""
    by = writing.store.person_key(name)
    recording = leave_message(writing, writing.ring())
    writing.hang_up(writing.ring("+12025550199"))
    one, two = (promise.id for promise in writing.desk.promises)
    writing.feed(PresenceChosen(at=writing.later(), presence=Presence.AWAY, by=by))
    writing.feed(AttemptEnded(at=writing.later(), promise=one, outcome=Outcome.BUSY, by=by))
    until = writing.at + timedelta(hours=1)
    writing.feed(PromisePutOff(at=writing.later(), promise=one, until=until, by=by))
    writing.feed(PromiseClosed(at=writing.later(), promise=two, state=PromiseState.KEPT, by=by))
    writing.feed(MessagePlayed(at=writing.later(), recording=recording, by=by))
    writing.store.save_snapshot(writing.store.seq, writing.desk)
    named = [entry for entry in writing.store.journal() if entry.get("by") == by]
    assert {entry["event"] for entry in named} == {
        "PresenceChosen",
        "AttemptEnded",
        "PromisePutOff",
        "PromiseClosed",
        "PromiseEnded",
        "MessagePlayed",
    }
    return two


def test_a_name_of_the_staff_stands_in_one_table_only(writing: Writing) -> None:
    ended = everything_by(writing, "Quillfeather")
    conn = sql(writing.folder)
    tables = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    named = [
        table
        for table in tables
        if any(
            "Quillfeather" in (value.decode(errors="replace") if isinstance(value, bytes) else str(value))
            for row in conn.execute(f'SELECT * FROM "{table}"')
            for value in row
        )
    ]
    conn.close()
    assert {"journal", "attempts", "promises", "snapshot"} < set(tables)
    assert named == ["staff"]
    views = {view.id: view for view in writing.store.promises(writing.desk.promises, closed=1)}
    assert views.pop(ended).ended_by == "Quillfeather"
    [view] = views.values()
    assert [attempt.by for attempt in view.attempts] == ["Quillfeather"]


def test_erasing_who_works_here_leaves_the_chain_whole_and_the_file_without_the_name(
    writing: Writing,
) -> None:
    ended = everything_by(writing, "Quillfeather")
    key = writing.desk.chosen_by
    assert writing.store.person_name(key) == "Quillfeather"
    conn = sql(writing.folder, "PRAGMA secure_delete = ON", "DELETE FROM staff")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    assert writing.store.first_broken() is None
    assert writing.store.rebuild(writing.fold) == ()
    assert writing.store.person_name(key) == ""
    views = {view.id: view for view in writing.store.promises(writing.desk.promises, closed=1)}
    assert views.pop(ended).ended_by == ""
    [view] = views.values()
    assert [attempt.by for attempt in view.attempts] == [""]
    assert writing.store.person_key("Quillfeather") != key
    kept = writing.desk
    again = writing.again()
    assert b"Quillfeather" not in (writing.folder / "onemoment.db").read_bytes()
    assert again.store.first_broken() is None
    assert again.desk == kept
    again.store.close()


def test_journal_rows_are_plain_fields(writing: Writing) -> None:
    call = writing.ring()
    writing.hang_up(call)
    rows = writing.store.journal()
    assert [row["seq"] for row in rows] == [1, 2, 3]
    assert [row["event"] for row in rows] == ["CallRang", "CallEnded", "PromiseMade"]
    assert rows[0]["call"] == call
    assert [row["seq"] for row in writing.store.journal(after=1, limit=1)] == [2]


def test_how_each_call_ended(writing: Writing) -> None:
    promised_to = writing.ring("+12025550101")
    writing.press(promised_to, "21")
    writing.hang_up(promised_to)
    hung_up = writing.ring("+12025550102")
    writing.hang_up(hung_up)
    withheld = writing.ring(None)
    writing.hang_up(withheld)
    elsewhere = writing.ring("+12025550103")
    writing.hang_up(elsewhere, elsewhere=True)
    cut = writing.ring("+12025550104")
    writing.hang_up(cut, by=EndedBy.LINE)
    message = writing.ring("+12025550105")
    leave_message(writing, message)
    writing.hang_up(message, by=EndedBy.DESK)
    live = writing.ring("+12025550106")
    ends = {view.call: view.end for view in writing.store.log(50)}
    assert ends == {
        promised_to: "promised",
        hung_up: "hung_up",
        withheld: "hung_up",
        elsewhere: "answered_elsewhere",
        cut: "line_lost",
        message: "message",
        live: "",
    }
    assert [view.call for view in writing.store.log(2)] == [live, message]
    row = {view.call: view for view in writing.store.log(50)}[promised_to]
    assert row.chose is Choice.CALLBACK
    assert row.number == "+12025550101"
    assert row.promise is not None
    assert row.met is Presence.FREE
    # the engine was killed while a call was live
    writing.feed(EngineStarted(at=writing.later(), version="test"))
    assert writing.store.log(1)[0].end == "line_lost"


def test_too_many_calls_are_in_the_log_as_refused(writing: Writing) -> None:
    writing.policy = Policy(max_calls=1)
    writing.ring("+12025550101")
    refused = writing.ring("+12025550102")
    view = writing.store.log(1)[0]
    assert (view.call, view.end) == (refused, "refused")
    assert view.ended_at is not None


def test_a_call_that_breaks_through_and_hangs_up_is_no_promise_of_its_own(writing: Writing) -> None:
    for _ in range(3):
        call = writing.ring("+12025550101")
        writing.hang_up(call)
    assert writing.desk.promises[0].breaks_through
    assert [view.end for view in writing.store.log(3)] == ["hung_up"] * 3
    assert len({view.promise for view in writing.store.log(3)}) == 1


def test_a_call_met_by_the_state_the_desk_changed_to(writing: Writing) -> None:
    writing.ring()
    writing.feed(PresenceChosen(at=writing.later(), presence=Presence.SERVING))
    assert writing.store.log(1)[0].met is Presence.SERVING


def test_promises_open_and_closed(writing: Writing) -> None:
    for last in range(5):
        writing.hang_up(writing.ring(f"+1202555010{last}"))
    one, two, three, four, five = (promise.id for promise in writing.desk.promises)
    note = writing.store.add_note("all well")
    ana, ben = writing.store.person_key("Ana"), writing.store.person_key("Ben")
    writing.feed(PromiseClosed(at=writing.later(), promise=one, state=PromiseState.KEPT, by=ana, note=note))
    writing.feed(AttemptEnded(at=writing.later(), promise=two, outcome=Outcome.BUSY, by=ben))
    writing.feed(AttemptEnded(at=writing.later(3600), promise=two, outcome=Outcome.REACHED, by=ana))
    writing.feed(PromisePutOff(at=writing.later(), promise=three, until=writing.at + timedelta(hours=1)))
    writing.feed(PromiseClosed(at=writing.later(), promise=four, state=PromiseState.CANCELLED, by=ben))
    # too late, and for one that never was: the ledger keeps what it has
    for id in (one, 99):
        writing.feed(PromiseClosed(at=writing.later(), promise=id, state=PromiseState.CANCELLED, by="X"))
        writing.feed(PromiseEnded(at=writing.later(), promise=id, state=PromiseState.CANCELLED, by="X"))
        writing.feed(AttemptEnded(at=writing.later(), promise=id, outcome=Outcome.BUSY, by="X"))
    order = promised(writing.desk, writing.at, writing.policy)
    views = writing.store.promises(order, closed=10)
    assert [view.id for view in views] == [*(promise.id for promise in order), four, two, one]
    assert {view.id for view in views[:2]} == {three, five}
    by_id = {view.id: view for view in views}
    assert by_id[one].state is PromiseState.KEPT
    assert (by_id[one].ended_by, by_id[one].note) == ("Ana", "all well")
    assert (by_id[four].ended_by, by_id[five].ended_by) == ("Ben", "")
    assert [attempt.by for attempt in by_id[two].attempts] == ["Ben", "Ana"]
    assert by_id[two].state is PromiseState.KEPT
    assert [attempt.outcome for attempt in by_id[two].attempts] == [Outcome.BUSY, Outcome.REACHED]
    assert by_id[three].put_off_until is not None
    assert by_id[five].number == "+12025550104"
    assert by_id[five].why is Why.HUNG_UP
    assert [view.id for view in writing.store.promises(order)] == [promise.id for promise in order]
    assert [view.id for view in writing.store.promises(closed=1)] == [four]


def test_messages_are_listed_and_played(writing: Writing) -> None:
    call = writing.ring()
    key = leave_message(writing, call)
    (view,) = writing.store.promises(writing.desk.promises)
    (message,) = view.messages
    assert (message.id, message.seconds, message.played) == (key, 12.5, False)
    assert message.file == f"recordings/{key}.wav"
    writing.feed(MessagePlayed(at=writing.later(), recording=key, by=writing.store.person_key("Ana")))
    played = writing.store.recording(key)
    assert played is not None
    assert played.played


def test_erasing_a_number_leaves_the_chain_whole_and_the_file_without_it(writing: Writing) -> None:
    call = writing.ring("+12025550123", name="Ana Okafor")
    leave_message(writing, call)
    writing.hang_up(call)
    key = writing.desk.promises[0].caller.key
    assert key is not None
    seq = writing.store.seq
    conn = sql(writing.folder, "PRAGMA secure_delete = ON", "DELETE FROM numbers", "DELETE FROM recordings")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    assert writing.store.first_broken() is None
    assert writing.store.rebuild(writing.fold) == ()
    (view,) = writing.store.promises(writing.desk.promises)
    assert (view.number, view.name, view.messages) == (None, None, ())
    assert writing.store.log(1)[0].number is None
    assert writing.store.key_for("+12025550123") != key
    assert writing.store.seq == seq
    again = writing.again()
    assert b"2025550123" not in (writing.folder / "onemoment.db").read_bytes()
    assert again.store.first_broken() is None
    again.store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = '{}' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 2",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "INSERT INTO journal (seq, at, event, body, chain) VALUES (99, '', '', '', x'00')",
    ],
)
def test_the_journal_is_only_ever_added_to(writing: Writing, statement: str) -> None:
    writing.ring()
    writing.ring("+12025550199")
    conn = sql(writing.folder)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        conn.execute(statement)
    conn.close()
    assert writing.store.first_broken() is None


def test_the_chain_shows_where_it_was_changed(writing: Writing) -> None:
    for _ in range(5):
        writing.ring()
    conn = sql(writing.folder, "DROP TRIGGER journal_no_update")
    conn.execute("UPDATE journal SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 4")
    assert writing.store.first_broken() == 4
    conn.execute("UPDATE journal SET body = replace(body, '\"can\"', '\"ours\"') WHERE seq = 2")
    assert writing.store.first_broken() == 2
    conn.execute("DROP TRIGGER journal_no_delete")
    conn.execute("DELETE FROM journal WHERE seq = 1")
    conn.close()
    assert writing.store.first_broken() == 1


def test_rebuilding_finds_and_mends_what_differs(writing: Writing) -> None:
    for last in range(5):
        writing.hang_up(writing.ring(f"+1202555010{last}"))
    promise, by = writing.desk.promises[0].id, writing.store.person_key("Ana")
    writing.feed(AttemptEnded(at=writing.later(), promise=promise, outcome=Outcome.REACHED, by=by))
    assert writing.store.rebuild(writing.fold) == ()
    before = (writing.store.log(50), writing.store.promises(closed=50))
    conn = sql(
        writing.folder,
        "UPDATE promises SET state = 'cancelled' WHERE id = 1",
        "DELETE FROM attempts",
        "INSERT INTO attempts VALUES (77, 1, '', 'busy', '', NULL, NULL)",
        "UPDATE calls SET met = 'away', dial = 'invalid' WHERE rowid = 1",
    )
    conn.close()
    found = writing.store.rebuild(writing.fold)
    assert {(item.table, *item.columns[:2]) for item in found} == {
        ("promises", "state"),
        ("attempts", "seq", "promise"),
        ("calls", "met", "dial"),
    }
    assert writing.store.rebuild(writing.fold) == ()
    assert (writing.store.log(50), writing.store.promises(closed=50)) == before
