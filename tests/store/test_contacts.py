"""The people directory: saved with the event that names them, found as one types, two on one number."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.core.events import CallRang, ContactRemoved, ContactSaved, MessageTranscribed
from desk.core.model import Caller, Dial
from desk.core.views import ContactView
from desk.store import CannotWrite, Flags, Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Writing

ANA = ContactView(name="Ana Okafor", company="Harbour Dental", numbers=("+12025550123", "214"), notes="x-ray")
BEN = ContactView(name="Ben Okafor", numbers=("+12025550123",), language="es")


def save(writing: Writing, contact: ContactView, extra: str | None = None) -> str:
    key = writing.store.save_contact(contact, extra)
    writing.feed(ContactSaved(at=writing.later(), contact=key))
    return key


def remove(writing: Writing, key: str) -> None:
    writing.store.remove_contact(key)
    writing.feed(ContactRemoved(at=writing.later(), contact=key))


def names(store: Store, text: str, limit: int = 50, internal_first: bool = False) -> list[str]:
    return [view.name for view in store.find_contacts(text, limit, internal_first)]


def everywhere(folder: Path, text: str) -> list[str]:
    """The tables in which a text stands; with a space before it, as a word (keys are random digits too)."""
    conn = sqlite3.connect(folder / "onemoment.db")
    tables = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = [
        table
        for table in tables
        if any(text in f" {value}" for row in conn.execute(f'SELECT * FROM "{table}"') for value in row)
    ]
    conn.close()
    return found


def test_somebody_is_known_at_once_and_written_with_their_event(writing: Writing) -> None:
    store = writing.store
    key = store.save_contact(ANA)
    number = store.key_for("+12025550123")
    whole = replace(ANA, id=key)
    assert store.contact(key) == whole
    assert store.contacts_of(number) == (whole,)
    assert store.find_contacts("okaf") == (whole,)
    assert store.name_of(number) == "Ana Okafor"
    assert everywhere(writing.folder, "Okafor") == []
    writing.feed(ContactSaved(at=writing.later(), contact=key))
    assert everywhere(writing.folder, "Ana Okafor") == ["contacts"]
    again = writing.again()
    assert again.store.contact(key) == whole
    assert again.store.contacts_of(number) == (whole,)
    assert again.store.find_contacts("okaf") == (whole,)
    assert again.store.find_contacts() == (whole,)
    assert again.store.contact("nobody") is None
    assert again.store.contacts_of("none") == ()
    again.store.close()


def test_a_change_takes_the_place_of_what_was_and_keeps_what_a_file_had(writing: Writing) -> None:
    key = save(writing, ANA, extra="kept")
    other = writing.store.key_for("214")
    changed = ContactView(id=key, name="Ana Okafor-Lee", numbers=("+12025550199",))
    assert save(writing, changed) == key
    assert writing.store.contact(key) == changed
    assert writing.store.contacts_of(other) == ()
    assert list(writing.store.all_contacts()) == [(changed, "kept")]
    assert names(writing.store, "harbour") == []
    save(writing, changed, extra="another")
    assert list(writing.store.all_contacts()) == [(changed, "another")]


def test_two_people_share_a_number(writing: Writing) -> None:
    number = writing.store.key_for("+12025550123", "HARBOUR DENTAL")
    assert writing.store.name_of(number) == "HARBOUR DENTAL"
    ana = save(writing, ANA)
    ben = save(writing, BEN)
    assert [view.id for view in writing.store.contacts_of(number)] == [ana, ben]
    assert writing.store.name_of(number) == "Ana Okafor / Ben Okafor"
    remove(writing, ana)
    assert writing.store.name_of(number) == "Ben Okafor"
    remove(writing, ben)
    assert writing.store.name_of(number) is None


def test_a_caller_is_known_by_every_number_that_is_theirs_alone(writing: Writing) -> None:
    store = writing.store
    home, mobile, work = (store.key_for(n) for n in ("+12025550123", "+12025550124", "214"))
    ana = replace(ANA, numbers=("+12025550123", "+12025550124", "214"))
    assert store.also_theirs(home) == ()
    key = store.save_contact(ana)
    assert store.also_theirs(home) == (mobile, work)
    writing.feed(ContactSaved(at=writing.later(), contact=key))
    assert store.also_theirs(mobile) == (home, work)
    # who calls from a number of two is one of them, and neither's other numbers are said of it
    ben = save(writing, BEN)
    assert store.also_theirs(home) == ()
    assert store.also_theirs(mobile) == (work,)
    remove(writing, ben)
    assert store.also_theirs(home) == (mobile, work)
    # a company without a name is nobody: who calls from one of its numbers is not who did from another
    save(writing, replace(ana, id=key, name=""))
    assert store.also_theirs(home) == ()


NUMBERS = tuple(f"+1202555010{n}" for n in range(5))


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(NUMBERS)), st.booleans(), st.booleans(), st.booleans()), max_size=5
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_directory_nobody_is_taken_for_another(
    writing: Writing, people: list[tuple[set[str], bool, bool, bool]]
) -> None:
    store = writing.store
    for contact, _ in tuple(store.all_contacts()):
        store.remove_contact(contact.id)
    who: dict[str, list[tuple[int, bool]]] = {number: [] for number in NUMBERS}
    for n, (numbers, named, stays, written) in enumerate(people):
        contact = ContactView(name=f"P{n}" if named else "", company="Acme", numbers=tuple(sorted(numbers)))
        key = store.save_contact(contact)
        if written:
            writing.feed(ContactSaved(at=writing.later(), contact=key))
        if not stays:
            store.remove_contact(key)
            continue
        for number in numbers:
            who[number].append((n, named))
    for number in NUMBERS:
        same = {
            store.key_for(other)
            for other in NUMBERS
            if other != number and who[other] == who[number] and len(who[number]) == 1 and who[number][0][1]
        }
        assert set(store.also_theirs(store.key_for(number))) == same


def test_a_call_is_blocked_only_when_all_who_share_its_number_are(writing: Writing) -> None:
    store = writing.store
    number = store.key_for("+12025550123")
    assert store.flags_of(number) == Flags()
    ana = save(writing, replace(ANA, blocked=True))
    assert store.flags_of(number) == Flags(blocked=True)
    ben = save(writing, replace(BEN, vip=True))
    assert store.flags_of(number) == Flags(vip=True, blocked=False, language="es")
    save(writing, replace(BEN, id=ben, blocked=True, internal=True))
    assert store.flags_of(number) == Flags(blocked=True, internal=True, language="es")
    save(writing, replace(ANA, id=ana, language="de"))
    assert store.flags_of(number).language is None


def test_people_are_found_as_one_types(writing: Writing) -> None:
    store = writing.store
    for view in (
        ContactView(name="Jürgen Müller", company="Café Sørensen", numbers=("+493012345678",)),
        ContactView(name="Mule Ltd", numbers=("+12025550111",)),
        ContactView(name="Ann Mullen", numbers=("215",), internal=True),
        ContactView(name="", company="Łódź Print", numbers=("+48221234567",)),
    ):
        save(writing, view)
    assert names(store, "MUL") == ["Mule Ltd", "Ann Mullen", "Jürgen Müller"]
    assert names(store, "mul", internal_first=True) == ["Ann Mullen", "Mule Ltd", "Jürgen Müller"]
    assert names(store, "mul", limit=1) == ["Mule Ltd"]
    assert names(store, "muller jurgen") == ["Jürgen Müller"]
    assert names(store, "sorensen") == ["Jürgen Müller"]
    assert [view.company for view in store.find_contacts("lodz")] == ["Łódź Print"]
    assert names(store, "030 1234-56") == ["Jürgen Müller"]
    assert names(store, "+49 (30) 123") == ["Jürgen Müller"]
    assert names(store, "0049 30 123") == ["Jürgen Müller"]
    assert names(store, "215") == ["Ann Mullen"]
    assert names(store, "%") == names(store, "_") == names(store, "'") == []
    # one not on disk yet stands where it belongs
    store.save_contact(ContactView(name="Muir", numbers=("216",), internal=True))
    assert names(store, "mu") == ["Muir", "Mule Ltd", "Ann Mullen", "Jürgen Müller"]
    assert names(store, "mu", internal_first=True)[:2] == ["Muir", "Ann Mullen"]


def test_who_was_removed_leaves_nothing_but_keys(writing: Writing) -> None:
    known = writing.ring("+12025550123", name="OKAFOR A")
    key = save(writing, ANA, extra="Okafor's extra")
    writing.hang_up(known)
    remove(writing, key)
    assert writing.store.contact(key) is None
    assert names(writing.store, "okafor") == []
    assert everywhere(writing.folder, "kafor") == everywhere(writing.folder, "OKAFOR") == []
    assert everywhere(writing.folder, " 214") == []
    # the number that called is owed a callback: it stays
    assert writing.store.number_of(writing.store.key_for("+12025550123")) == "+12025550123"
    assert everywhere(writing.folder, "2025550123") == ["numbers"]
    assert {"journal", "sqlite_master"}.isdisjoint(everywhere(writing.folder, "Harbour"))
    assert writing.store.first_broken() is None


def test_a_number_that_the_log_speaks_of_stays_when_its_person_is_removed(writing: Writing) -> None:
    call = writing.ring("+12025550123", name="OKAFOR A")
    writing.hang_up(call, elsewhere=True)
    key = save(writing, ANA)
    number = writing.store.key_for("+12025550123")
    # a number taken from somebody goes as well
    save(writing, replace(ANA, id=key, numbers=("+12025550123",)))
    assert everywhere(writing.folder, " 214") == []
    remove(writing, key)
    assert (writing.store.number_of(number), writing.store.name_of(number)) == ("+12025550123", None)
    assert [view.number for view in writing.store.log(1)] == ["+12025550123"]


def test_a_caller_who_rings_while_their_person_is_removed_can_be_called_back(writing: Writing) -> None:
    key = save(writing, ANA)
    # the line has looked up who rings, then the removal is written, then the ring
    caller = Caller(key=writing.store.key_for("+12025550123"), dial=Dial.CAN)
    remove(writing, key)
    assert everywhere(writing.folder, "2025550123") == []
    writing.feed(CallRang(at=writing.later(), call="c", caller=caller))
    writing.hang_up("c")
    [promise] = writing.store.promises(writing.desk.promises)
    assert promise.number == "+12025550123"
    assert everywhere(writing.folder, "2025550123") == ["numbers"]


def test_who_cannot_be_written_just_now_is_known_and_written_later(writing: Writing) -> None:
    other = sqlite3.connect(writing.folder / "onemoment.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = writing.store
    ana, ben = store.save_contact(ANA), store.save_contact(BEN)
    cleo = store.save_contact(ContactView(name="Cleo", numbers=("777",)))
    with pytest.raises(CannotWrite):
        writing.feed(ContactSaved(at=writing.later(), contact=ana))
    store.remove_contact(cleo)
    changed = replace(ANA, id=ana, numbers=("+12025550188",))
    store.save_contact(changed)
    assert names(store, "") == ["Ana Okafor", "Ben Okafor"]
    assert store.contact(cleo) is None
    assert [view.id for view in store.contacts_of(store.key_for("+12025550123"))] == [ben]
    other.execute("ROLLBACK")
    other.close()
    writing.feed(ContactSaved(at=writing.later(), contact=ana))
    # numbers that nobody has any more were never anybody's on disk
    assert everywhere(writing.folder, " 777") == everywhere(writing.folder, " 214") == []
    again = writing.again()
    assert again.store.contact(ana) == changed
    assert names(again.store, "") == ["Ana Okafor", "Ben Okafor"]
    again.store.close()


def test_the_words_of_a_message_stand_beside_the_journal(writing: Writing) -> None:
    store = writing.store
    store.add_recording("r1", "recordings/r1.wav", 3.0, writing.at)
    store.add_words("r1", "please call me on two one four", writing.at)
    view = store.recording("r1")
    assert view is not None
    assert view.words == "please call me on two one four"
    said = Caller(key=store.key_for("214"), dial=Dial.EXTENSION)
    writing.feed(MessageTranscribed(at=writing.later(), recording="r1", said=said))
    view = store.recording("r1")
    assert view is not None
    assert (view.words, view.said_number) == ("please call me on two one four", "214")
    assert everywhere(writing.folder, "please call") == ["words"]
    store.discard_recording("r1")
    writing.ring()
    assert everywhere(writing.folder, "please call") == []


def test_a_choice_is_remembered(writing: Writing) -> None:
    assert writing.store.get_mark("microphone") is None
    writing.store.set_mark("microphone", "USB headset")
    writing.store.set_mark("microphone", "")
    writing.store.set_mark("speaker", "Lautsprecher (Büro)")
    again = writing.again()
    assert again.store.get_mark("microphone") == ""
    assert again.store.get_mark("speaker") == "Lautsprecher (Büro)"
    again.store.close()
