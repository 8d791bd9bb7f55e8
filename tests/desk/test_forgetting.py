"""What is found of a number that is to be erased."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desk import forgetting
from desk.core.events import ContactSaved
from desk.core.model import Call, Caller, Desk, Dial, Presence
from desk.core.views import ContactView
from desk.store import Store


def test_a_number_is_found_that_was_one_when_it_called_or_is_one_now(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    then, now = store.key_for("+441632000386"), store.key_for("442079460101")
    assert forgetting.look(store, Desk(), "441632000386")[0] == (then,)
    assert forgetting.look(store, Desk(), "+442079460101")[0] == (now,)
    assert forgetting.look(store, Desk(), "214")[0] == ()
    store.close()


def test_a_person_of_several_numbers_is_known_by_the_others_still(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    numbers = ("+441632000386", "+442079460101", "214")
    key = store.save_contact(ContactView(name="Ana Okafor", numbers=numbers))
    store.save_contact(ContactView(name="Ben Okafor", numbers=("214",)))
    saved = ContactSaved(at=datetime(2026, 3, 2, 9, tzinfo=UTC), contact=key)
    store.append([(saved, Desk(), Desk())])
    one, two = (forgetting.look(store, Desk(), number) for number in numbers[1:])
    assert (one[1].people, one[1].others, one[1].other_numbers) == (0, 1, (numbers[0], numbers[2]))
    assert (two[1].people, two[1].others, two[1].other_numbers) == (1, 1, numbers[:2])
    # while they ring from any of their numbers
    call = Call(
        id="c1", caller=Caller(key=one[0][0], dial=Dial.CAN), also=two[0], met=Presence.FREE,
        began_at=saved.at, since=saved.at,
    )  # fmt: skip
    assert forgetting.look(store, Desk(calls=(call,)), "214")[1].live
    store.close()
