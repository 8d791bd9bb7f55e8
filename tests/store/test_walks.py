"""Random days at a desk: the views say what the desk says, and rebuilt they are the same."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk.core.ends import AMENDED_TO, End
from desk.core.events import (
    AttemptEnded,
    CallAnswered,
    CallbackBegun,
    CallDropped,
    CallEnded,
    CallerTold,
    CallParked,
    CallResumed,
    CallSent,
    CallTaken,
    ClaimEnded,
    ConsultBegun,
    ConsultJoined,
    ContactRemoved,
    ContactSaved,
    EndAmended,
    EndedBy,
    EngineStarted,
    Event,
    FarEndRang,
    MessagePlayed,
    NoteAdded,
    NoteAmended,
    NumberForgotten,
    PresenceChosen,
    PromiseClaimed,
    PromiseClosed,
    PromisePutOff,
    PromiseRenegotiated,
    ThanksGiven,
    Ticked,
    TransferEnded,
)
from desk.core.model import Caller, Dial, Outcome, Policy, Presence, PromiseState, SideKind, Told
from desk.core.views import ContactView
from desk.store import Ending
from desk.store.forgetting import spoken_of
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
        st.tuples(
            st.just("person"), st.sampled_from(["take", "hold", "resume", "drop", "note", "send", "join"])
        ),
        st.tuples(st.just("call"), st.sampled_from(["back", "consult"])),
        st.tuples(st.just("there"), st.sampled_from(["rings", "answers", *Outcome])),
        st.tuples(st.just("passed on"), st.sampled_from(list(Outcome))),
        st.tuples(st.just("claim"), st.sampled_from([True, False])),
        st.tuples(st.just("new time"), st.sampled_from(list(Told))),
        st.tuples(st.just("told"), st.sampled_from(list(Outcome))),
        st.tuples(st.just("leg"), st.sampled_from(["answers", *EndedBy])),
        st.tuples(st.just("contact"), st.integers(0, 3)),
        st.tuples(st.just("amend"), st.sampled_from([*AMENDED_TO, "note", "thanks"])),
        st.tuples(st.just("forget"), st.integers(0, 3)),
    ),
    min_size=5,
    max_size=50,
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
            again = number % 2 == 0
            tried = AttemptEnded(at=writing.later(), promise=promise, outcome=what, note=note, again=again)
            writing.feed(tried)
        elif kind == "close":
            assert isinstance(what, PromiseState)
            by = writing.store.person_key("Ana")
            writing.feed(PromiseClosed(at=writing.later(), promise=promise, state=what, by=by))
            writing.feed(MessagePlayed(at=writing.later(), recording=f"recording-{number}"))
        elif kind == "amend":
            said_later(writing, number, what)
        elif kind == "forget":
            key = writing.store.key_for(f"+1202555010{what}")
            if key not in spoken_of(writing.desk):  # who is owed or live is not forgotten
                writing.feed(NumberForgotten(at=writing.later(), key=key))
        elif kind in ("person", "call", "there", "passed on", "claim", "new time", "told", "leg", "contact"):
            live(writing, number, kind, what, call, promise)
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


def said_later(writing: Writing, number: int, what: object) -> None:
    """What a supervisor says of some interruption, allowed or not."""
    store, log = writing.store, writing.store.log(1000)
    call = log[number % len(log)].call if log else "none"
    by, reason = store.person_key("Boss"), store.add_note("a reason")
    if what == "note":
        rows = [row for row in store.journal(0, 10_000) if row["event"] == "NoteAdded"]
        note = rows[number % len(rows)]["note"] if rows else "none"
        now = store.add_note("written anew")
        event: Event = NoteAmended(at=writing.later(), call=call, note=note, now=now, reason=reason, by=by)
    elif what == "thanks":
        event = ThanksGiven(at=writing.later(), to=by, note=reason, call=call)
    else:
        assert isinstance(what, End)
        was = store.ending(call) or Ending(End.LOST)
        state = store.promise_when(call, what) if number % 2 else None  # entries of before name none
        event = EndAmended(
            at=writing.later(),
            call=call,
            was=was.end,
            end=what,
            reason=reason,
            promise=was.promise,
            state=state,
            by=by,
        )
    writing.feed(event)


def live(writing: Writing, number: int, kind: str, what: object, call: str, promise: int) -> None:
    """What the live call adds: taken, passed on, called back, told; mostly in an order that cannot be."""
    store, at = writing.store, writing.later()
    by, leg = store.person_key("Ana"), f"leg-{number}"
    side = SideKind.DESK_PHONE if number % 3 == 0 else SideKind.HEADSET
    to = Caller(key=store.key_for(f"+1202555011{number % 4}"), dial=Dial.CAN)
    made = f"out-{number}"
    out = next((c.id for c in writing.desk.calls if c.out), call)
    events: dict[object, Event] = {
        "take": CallTaken(at=at, call=call, side=side, leg=leg, by=by),
        "hold": CallParked(at=at, call=call, by=by),
        "resume": CallResumed(at=at, call=call, side=side, leg=leg, by=by),
        "drop": CallDropped(at=at, call=call, by=by),
        "note": NoteAdded(at=at, call=call, note=store.add_note("a note"), by=by),
        "send": CallSent(at=at, call=call, to=to, by=by),
        "join": ConsultJoined(at=at, call=out, by=by),
        "back": CallbackBegun(at=at, promise=promise, call=made, side=side, leg=leg, by=by),
        "consult": ConsultBegun(at=at, call=made, for_call=call, to=to, side=side, leg=leg, by=by),
        "rings": FarEndRang(at=at, call=out),
        "answers": CallAnswered(at=at, call=writing.desk.side.leg or leg if kind == "leg" else out),
    }
    if kind == "passed on":
        assert isinstance(what, Outcome)
        writing.feed(TransferEnded(at=at, call=call, outcome=what))
    elif kind == "claim":
        claimed = PromiseClaimed(at=at, promise=promise, by=by)
        writing.feed(claimed if what else ClaimEnded(at=at, promise=promise, by=by))
    elif kind == "new time":
        assert isinstance(what, Told)
        told = made if what is Told.BY_CALL else None
        then = at + timedelta(minutes=number)
        writing.feed(PromiseRenegotiated(at=at, promise=promise, promised_by=then, told=what, call=told))
    elif kind == "told":
        assert isinstance(what, Outcome)
        writing.feed(CallerTold(at=at, promise=promise, call=out, outcome=what))
    elif kind == "leg" and isinstance(what, EndedBy):
        writing.feed(CallEnded(at=at, call=writing.desk.side.leg or leg, by=what))
    elif kind == "there" and isinstance(what, Outcome):
        writing.feed(CallEnded(at=at, call=out, by=EndedBy.CALLER, outcome=what))
    elif kind == "contact":
        numbers = (f"+1202555010{what}", "214")
        key = store.save_contact(ContactView(name=f"Person {what}", numbers=numbers, blocked=number % 2 == 0))
        writing.feed(ContactSaved(at=at, contact=key))
        if number % 5 == 0:
            store.remove_contact(key)
            writing.feed(ContactRemoved(at=at, contact=key))
    else:
        writing.feed(events[what])


@settings(max_examples=60, deadline=None)
@example([("ring", 1), *[("ring", 0)] * 7, ("person", "take"), ("ring", 0), ("elsewhere", 0)])
@given(_steps)
def test_the_views_are_what_the_desk_and_the_journal_say(steps: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        writing = Writing(Path(folder) / "data")
        writing.policy = Policy(max_calls=2)
        writing = walk(writing, steps)
        store, desk = writing.store, writing.desk
        assert store.first_broken() is None
        log = store.log(1000)
        live_calls = {call.id for call in desk.calls if not call.out}
        assert {view.call for view in log if view.ended_at is None} == live_calls
        assert all(view.end for view in log if view.ended_at is not None)
        ended = store.promises(closed=1000)
        owed = {promise.id for promise in desk.promises}
        assert owed.isdisjoint(view.id for view in ended)
        assert len(owed) + len(ended) == desk.next_promise - 1
        # whoever was removed from the directory: a number that is owed a callback is never lost
        for promise, view in zip(desk.promises, store.promises(desk.promises), strict=True):
            assert (view.number is None) == (promise.caller.key is None)
        assert {view.promise for view in log if view.promise is not None} <= owed | {v.id for v in ended}
        assert store.rebuild(writing.fold) == ()
        everybody_has_one_end(writing)
        store.close()


def everybody_has_one_end(writing: Writing) -> None:
    """Each interruption has exactly one end, in the view as by the rules; what is owed is open."""
    store, desk = writing.store, writing.desk
    told = dict(store._conn.execute('SELECT call, "end" FROM interruptions').fetchall())
    assert sorted(told) == sorted(view.call for view in store.log(1000))
    for view in store.log(1000):
        ending = store.ending(view.call)
        assert ending is not None
        assert told[view.call] == ending.end
        if view.ended_at is None and view.call not in amended(writing):
            assert ending.end is End.LIVE
        if view.call in {promise.call for promise in desk.promises} - amended(writing) and view.ended_at:
            assert ending.end in (End.OPEN, End.SPOKEN, End.PASSED_ON)
    ends = store._conn.execute("SELECT state, count(*) FROM promises GROUP BY state").fetchall()
    assert sum(count for _, count in ends) == desk.next_promise - 1
    newest = store._conn.execute("SELECT max(changed) FROM calls").fetchone()[0]
    assert newest is None or newest <= store.seq


def amended(writing: Writing) -> set[str]:
    return {row["call"] for row in writing.store.journal(0, 10_000) if row["event"] == "EndAmended"}
