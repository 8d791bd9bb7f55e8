"""Which reports of a key are a press of its own."""

from __future__ import annotations

from desk.channels.phone.presses import LATE, Presses


def test_a_packet_that_comes_after_the_end_of_its_press_is_no_press() -> None:
    presses = Presses()
    assert presses.begins("1", 0.0)
    presses.ends(0.1)
    assert not presses.begins("1", 0.12)
    presses.ends(0.14)  # the end comes three times
    assert not presses.begins("1", 0.16)


def test_the_same_key_pressed_again_and_others_count() -> None:
    presses = Presses()
    pressed = []
    for at, key in enumerate("112233#"):
        if presses.begins(key, at * 0.2):
            pressed.append(key)
        presses.ends(at * 0.2 + 0.2 - 1.1 * LATE)
    assert "".join(pressed) == "112233#"
    assert presses.begins("4", 1.4)
    presses.ends(1.5)
    assert presses.begins("5", 1.5)  # another key may follow at once
