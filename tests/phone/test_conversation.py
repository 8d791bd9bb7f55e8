"""A conversation ends when it is told to, however busy its thread is."""

from __future__ import annotations

import time

from desk.channels.phone.conversation import Conversation, End


class BusyEnd:
    """An end that takes longer for its part of each step than a step may take. It counts them."""

    least, most, kept = 0.040, 0.100, 0.010

    def __init__(self) -> None:
        self.gives = self.takes = 0
        self.steps = 0

    def look(self, other: End) -> None:
        """6 ms: with two such ends the thread is always late, and has no pause between its steps."""
        self.steps += 1
        time.sleep(0.006)

    def read(self) -> bytes:
        """Nothing is said."""
        return b""

    def write(self, pcm: bytes) -> None:
        """Nothing is heard."""

    def waiting(self) -> float:
        """Nothing waits."""
        return 0.0

    def leave(self) -> None:
        """It is over."""


def test_a_late_thread_makes_nobody_wait_for_more_than_the_step_it_is_at() -> None:
    for _ in range(60):
        one, other = BusyEnd(), BusyEnd()
        conversation = Conversation(one, other)
        conversation.begin()
        time.sleep(0.03)
        before = one.steps
        conversation.stop()
        assert one.steps - before <= 1
        after = one.steps
        time.sleep(0.002)
        assert one.steps == after
