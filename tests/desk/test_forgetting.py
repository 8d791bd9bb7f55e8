"""What is found of a number that is to be erased."""

from __future__ import annotations

from pathlib import Path

from desk import forgetting
from desk.core.model import Desk
from desk.store import Store


def test_a_number_is_found_that_was_one_when_it_called_or_is_one_now(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    then, now = store.key_for("+441632000386"), store.key_for("442079460101")
    assert forgetting.look(store, Desk(), "441632000386")[0] == (then,)
    assert forgetting.look(store, Desk(), "+442079460101")[0] == (now,)
    assert forgetting.look(store, Desk(), "214")[0] == ()
    store.close()
