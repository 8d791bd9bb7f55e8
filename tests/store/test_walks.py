"""Random days at a desk: the views say what the desk says, and rebuilt they are the same."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.core.events import (
    AttemptEnded,
    CallEnded,
    EndedBy,
    EngineStarted,
    MessagePlayed,
    PresenceChosen,
    PromiseClosed,
    PromisePutOff,
    Ticked,
)
from desk.core.model import Outcome, Policy, Presence, PromiseState
from tests.store.conftest import Writing

_steps = st.lists(
    st.one_of(
        st.tuples(st.just("ring"), st.integers(0, 3)),
        st.tuples(st.just("tick"), st.integers(1, 90)),
        st.tuples(st.just("press"), st.sampled_from("1239#")),
        st.tuples(st.just("heard"), st.just(0)),
        st.tuples(st.just("end"), st.sampled_from(list(EndedBy))),
        st.tuples(st.just("elsewhere"), st.just(0)),
        st.tuples(st.just("presence"), st.sampled_from([Presence.FREE, Presence.SERVING, Presence.AWAY])),
        st.tuples(st.just("attempt"), st.sampled_from(list(Outcome))),
        st.tuples(st.just("close"), st.sampled_from(list(PromiseState))),
        st.tuples(st.just("later"), st.integers(1, 60)),
        st.tuples(st.just("restart"), st.booleans()),
    ),
    min_size=5,
    max_size=40,
)


def walk(writing: Writing, steps: list[tuple[str, object]]) -> Writing:
    for number, (kind, what) in enumerate(steps):
        calls, owed = writing.desk.calls, writing.desk.promises
        call = calls[number % len(calls)].id if calls else "none"
        promise = owed[number % len(owed)].id if owed else number
        if kind == "ring":
            writing.ring(f"+1202555010{what}" if what else None)
        elif kind == "tick":
            assert isinstance(what, int)
            writing.feed(Ticked(at=writing.later(what)))
        elif kind == "press":
            writing.press(call, str(what))
        elif kind == "heard":
            writing.heard(call)
        elif kind == "end":
            assert isinstance(what, EndedBy)
            writing.feed(CallEnded(at=writing.later(), call=call, by=what))
        elif kind == "elsewhere":
            writing.hang_up(call, elsewhere=True)
        elif kind == "presence":
            assert isinstance(what, Presence)
            writing.feed(PresenceChosen(at=writing.later(), presence=what))
        elif kind == "attempt":
            assert isinstance(what, Outcome)
            note = writing.store.add_note("a note")
            writing.feed(AttemptEnded(at=writing.later(), promise=promise, outcome=what, note=note))
        elif kind == "close":
            assert isinstance(what, PromiseState)
            by = writing.store.person_key("Ana")
            writing.feed(PromiseClosed(at=writing.later(), promise=promise, state=what, by=by))
            writing.feed(MessagePlayed(at=writing.later(), recording=f"recording-{number}"))
        elif kind == "later":
            assert isinstance(what, int)
            until = writing.at + timedelta(minutes=what)
            writing.feed(PromisePutOff(at=writing.later(), promise=promise, until=until))
        else:
            if what:
                writing.store.save_snapshot(writing.store.seq, writing.desk)
            kept = writing.desk
            writing = writing.again()
            assert writing.desk == kept
            writing.policy = Policy(max_calls=2)
            writing.feed(EngineStarted(at=writing.later(), version="test"))
    return writing


@settings(max_examples=60, deadline=None)
@given(_steps)
def test_the_views_are_what_the_desk_and_the_journal_say(steps: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        writing = Writing(Path(folder) / "data")
        writing.policy = Policy(max_calls=2)
        writing = walk(writing, steps)
        store, desk = writing.store, writing.desk
        assert store.first_broken() is None
        log = store.log(1000)
        assert {view.call for view in log if view.ended_at is None} == {call.id for call in desk.calls}
        assert all(view.end for view in log if view.ended_at is not None)
        ended = store.promises(closed=1000)
        owed = {promise.id for promise in desk.promises}
        assert owed.isdisjoint(view.id for view in ended)
        assert len(owed) + len(ended) == desk.next_promise - 1
        assert {view.promise for view in log if view.promise is not None} <= owed | {v.id for v in ended}
        assert store.rebuild(writing.fold) == ()
        store.close()
