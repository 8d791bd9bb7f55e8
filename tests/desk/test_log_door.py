"""The door of the log, on real records: who has the PIN, who tries, who comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import pin
from desk.log_door import PASS_LASTS, Door, Shut
from desk.store import Store

PIN = "271828"


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    yield store
    store.close()


def a_door(store: Store, watch: Watch, setting: str = PIN) -> Door:
    return Door(setting, store, store.folder, None, watch)


async def shut(door: Door, typed: str) -> Shut:
    with pytest.raises(Shut) as caught:
        await door.check(typed)
    assert caught.value.happened.endswith(".")
    assert caught.value.do.endswith(".")
    return caught.value


@pytest.mark.parametrize("setting", [PIN, pin.kept(PIN)], ids=["clear", "kept"])
async def test_the_pin_opens_and_nothing_else(store: Store, watch: Watch, setting: str) -> None:
    door = a_door(store, watch, setting)
    await door.check(PIN)
    for wrong in ("x", "271829", f" {PIN}", setting if setting != PIN else "x" * 40):
        assert (await shut(door, wrong)).tried
    assert not (await shut(door, "")).tried
    await door.check(PIN)


async def test_without_a_pin_it_stays_shut(store: Store, watch: Watch) -> None:
    said = await shut(a_door(store, watch, ""), "")
    assert not said.tried
    assert "supervisor.pin" in said.do


async def test_wrong_ones_slow_down_whoever_tries(store: Store, watch: Watch) -> None:
    door = a_door(store, watch)
    for n in range(5):
        assert (await shut(door, "0000")).do == (
            "Try again." if n < 4 else "Wait 30 seconds, then try again."
        )
    for wait, said in ((30, "60 seconds"), (60, "2 minutes"), (120, "4 minutes"), (240, "8 minutes")):
        watch.at += wait - 1.0
        waits = await shut(door, PIN)  # the right one too: who tries all of them must not learn it
        assert (waits.tried, waits.do) == (False, "Wait 1 second, then try again.")
        watch.at += 1.5
        assert (await shut(door, "0000")).do == f"Wait {said}, then try again."
    for _ in range(3):
        watch.at += 900.0
        assert (await shut(door, "0000")).do == "Wait 15 minutes, then try again."
    watch.at += 900.0
    await door.check(PIN)
    assert (await shut(door, "0000")).do == "Try again."


async def test_many_windows_at_once_are_not_more_tries(store: Store, watch: Watch) -> None:
    door = a_door(store, watch)
    tried = await asyncio.gather(*(shut(door, f"{n:04}") for n in range(50)))
    assert sum(one.tried for one in tried) == 5


async def test_a_new_start_forgets_nothing(store: Store, watch: Watch) -> None:
    door = a_door(store, watch)
    for _ in range(6):
        await shut(door, "0000")
        watch.at += 30.0
    again = a_door(store, watch)
    assert (await shut(again, PIN)).do == "Wait 60 seconds, then try again."
    watch.at += 60.0
    await again.check(PIN)
    await a_door(store, watch).check(PIN)


async def test_a_pass_is_good_for_twelve_hours(store: Store, watch: Watch) -> None:
    door = a_door(store, watch)
    assert door.opened_by("") is None
    first, second = door.new_pass("Ana"), door.new_pass("")
    assert first != second
    assert (door.opened_by(first), door.opened_by(second)) == ("Ana", "")
    watch.at += PASS_LASTS - 1
    assert door.opened_by(first) == "Ana"
    watch.at += 1
    assert door.opened_by(first) is None
    assert a_door(store, watch).opened_by(first) is None


def test_what_is_kept_does_not_show_it() -> None:
    assert pin.kept(PIN) != pin.kept(PIN)
    assert PIN not in pin.kept(PIN)
    assert pin.fits(PIN, pin.kept(PIN))
    assert not pin.fits("271829", pin.kept(PIN))
    assert not pin.fits("٢٧١٨٢٨", PIN)


def test_weak_ones() -> None:
    assert all(map(pin.is_weak, ("0000", "1234", "987654", "1212", "2580")))
    assert not any(map(pin.is_weak, (PIN, "4071", pin.kept("1234"))))
