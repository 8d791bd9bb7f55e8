"""Many calls at once, each followed by a thread of its own, and what came of each."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Outcome = BaseException | None


@dataclass
class Went:
    """How all walks with one kind of telephone went, and how long the desk took for what.

    With each time goes how many times slower the machine was than a quiet one.
    """

    outcomes: dict[str, Outcome]
    took: dict[str, list[tuple[float, float]]]


def together(walks: Mapping[str, Callable[[], None]], apart: float = 0.0) -> dict[str, Outcome]:
    """Run all of these at once; what each ended with, None when all was well.

    With `apart` so many seconds lie between their beginnings: a dozen telephones that ring within one moment
    are a machine without a processor left for them.
    """
    outcomes: dict[str, Outcome] = dict.fromkeys(walks, AssertionError("it did not end"))

    def run(name: str, walk: Callable[[], None]) -> None:
        try:
            walk()
        except BaseException as error:
            outcomes[name] = error
        else:
            outcomes[name] = None

    threads = [threading.Thread(target=run, args=each, name=each[0], daemon=True) for each in walks.items()]
    for thread in threads:
        thread.start()
        time.sleep(apart)
    for thread in threads:
        thread.join(90)
    return dict(outcomes)


def all_well(walks: Mapping[str, Callable[[], None]]) -> None:
    """Run all of these at once and raise what went wrong."""
    wrong = [error for error in together(walks).values() if isinstance(error, Exception)]
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise ExceptionGroup("calls that went wrong", wrong)
