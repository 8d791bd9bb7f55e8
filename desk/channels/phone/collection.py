"""A number being keyed in. Pure; its digits are never journaled, logged or shown."""

from __future__ import annotations

LONGEST = 20
ENOUGH = 3
PLAUSIBLE = 7
"""Fewer digits than this are hardly a whole number: whoever stops there may be looking up the rest."""
PAUSE, LONG_PAUSE = 4.0, 6.0
"""Seconds without a key that end a plausible number, and one that is not (yet)."""


class Collection:
    """Takes the keys of one call; times are seconds of one monotonic clock.

    `wait` is how long a key is waited for once the prompt is over, and between keys while they are too few to
    be a number. The key * begins again, # ends.
    """

    def __init__(self, wait: float) -> None:
        self._wait = wait
        self.digits = ""
        self.deadline: float | None = None

    def listen(self, now: float) -> None:
        """The prompt is over (or there was none): the wait begins, unless it has begun."""
        if self.deadline is None:
            self.deadline = now + self._wait

    def press(self, key: str, now: float) -> bool:
        """Take a key; True when the number is complete."""
        if key == "#":
            return True
        if key == "*":
            self.digits = ""
        elif key in "0123456789":
            self.digits += key
        self.deadline = now + self._pause()
        return len(self.digits) >= LONGEST

    def _pause(self) -> float:
        if len(self.digits) >= PLAUSIBLE:
            return PAUSE
        return LONG_PAUSE if len(self.digits) >= ENOUGH else max(LONG_PAUSE, self._wait)

    def over(self, now: float) -> bool:
        """True when nothing more is waited for."""
        return self.deadline is not None and now >= self.deadline
