"""How an interruption ended as a whole: every combination has one end, and what may be said instead."""

from __future__ import annotations

from itertools import product

import pytest

from desk.core.ends import AMENDED_TO, End, amended_promise, end_of, may_amend
from desk.core.model import PromiseState

E, P = End, PromiseState
STATES = (None, P.OPEN, P.CLAIMED, P.KEPT, P.BROKEN, P.CANCELLED, P.ANSWERED_ELSEWHERE, P.NOT_REACHED)
TABLE = {
    # none, open, claimed, kept, broken, cancelled, answered elsewhere, not reached
    None: (E.LIVE,) * 8,
    "spoken": (E.SPOKEN,) * 8,
    "passed_on": (E.PASSED_ON,) * 8,
    "answered_elsewhere": (E.ANSWERED_ELSEWHERE,) * 8,
    "refused": (E.REFUSED,) * 8,
    "refused_blocked": (E.BLOCKED,) * 8,
    "promised": (E.ENDED, E.OPEN, E.OPEN, E.KEPT, E.LATE, E.CANCELLED, E.ANSWERED_ELSEWHERE, E.NOT_REACHED),
    "message": (E.ENDED, E.OPEN, E.OPEN, E.KEPT, E.LATE, E.CANCELLED, E.ANSWERED_ELSEWHERE, E.NOT_REACHED),
    "ended": (E.ENDED, E.OPEN, E.OPEN, E.KEPT, E.LATE, E.CANCELLED, E.ANSWERED_ELSEWHERE, E.NOT_REACHED),
    "hung_up": (E.LOST, E.OPEN, E.OPEN, E.KEPT, E.LATE, E.LOST, E.ANSWERED_ELSEWHERE, E.LOST),
    "line_lost": (E.LOST, E.OPEN, E.OPEN, E.KEPT, E.LATE, E.LOST, E.ANSWERED_ELSEWHERE, E.LOST),
}  # fmt: skip


@pytest.mark.parametrize("ended_as", TABLE)
def test_the_end_of_a_call_with_the_promise_it_was_given(ended_as: str | None) -> None:
    assert tuple(end_of(ended_as, state) for state in STATES) == TABLE[ended_as]


def test_what_a_supervisor_says_stands_instead() -> None:
    for ended_as, state, amended in product(TABLE, STATES, AMENDED_TO):
        assert end_of(ended_as, state, amended) is amended


def test_what_may_be_said_instead() -> None:
    for was, state in product(End, STATES):
        ends = may_amend(was, state)
        if was in (E.LIVE, E.OPEN) or state in (P.OPEN, P.CLAIMED):
            assert ends == ()
        elif state is None:
            assert set(ends) == {E.SPOKEN, E.PASSED_ON, E.ANSWERED_ELSEWHERE, E.LOST} - {was}
        else:
            assert set(ends) == set(AMENDED_TO) - {was}


def test_an_amended_end_of_a_promise_is_told_as_it_was_said() -> None:
    for end in AMENDED_TO:
        state = amended_promise(end)
        if state is not None:
            assert end_of("hung_up", state) is end or end in (E.NOT_REACHED, E.CANCELLED)
            assert end_of("promised", state) is end or end is E.LOST
