"""What the records say of calls that are taken, passed on and made, by the rules of the desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk.core.events import (
    AttemptEnded,
    CallAnswered,
    CallbackBegun,
    CallDropped,
    CallEnded,
    CallParked,
    CallRang,
    CallSent,
    CallTaken,
    EndedBy,
    FarEndRang,
    NoteAdded,
    PromiseClaimed,
    PromiseRenegotiated,
    SayEnded,
    TransferEnded,
)
from desk.core.model import Blocked, Caller, Dial, LineState, Outcome, Policy, PromiseState, Told
from desk.core.views import ContactedView, ContactView

if TYPE_CHECKING:
    from tests.store.conftest import Writing

ANA = "+12025550123"


def take(writing: Writing, number: str = ANA, by: str = "Ben") -> str:
    call = writing.ring(number)
    key = writing.store.person_key(by)
    writing.feed(CallTaken(at=writing.later(), call=call, by=key))
    writing.feed(CallAnswered(at=writing.later(), call=call))
    return call


def note(writing: Writing, call: str, text: str) -> None:
    written = writing.store.add_note(text)
    writing.feed(NoteAdded(at=writing.later(), call=call, note=written))


def call_back(writing: Writing, promise: int, call: str) -> None:
    by = writing.store.person_key("Ben")
    writing.feed(CallbackBegun(at=writing.later(), promise=promise, call=call, by=by))
    writing.feed(FarEndRang(at=writing.later(), call=call))


def end_of(writing: Writing, call: str) -> str:
    [end] = [view.end for view in writing.store.log(100) if view.call == call]
    return end


def ends(writing: Writing, number: str = ANA, limit: int = 3) -> list[tuple[bool, str, str, str]]:
    found = writing.store.before(writing.store.key_for(number), limit)
    return [(view.out, view.end, view.note, view.by) for view in found]


def whole(writing: Writing) -> None:
    assert writing.store.rebuild(writing.fold) == ()
    assert writing.store.first_broken() is None


def test_how_calls_that_a_person_took_ended(writing: Writing) -> None:
    spoken = take(writing)
    note(writing, spoken, "wants a copy")
    note(writing, spoken, "by post")
    assert writing.store.notes_of(spoken) == ("wants a copy", "by post")
    writing.hang_up(spoken)
    dropped = take(writing, "+12025550124")
    writing.feed(CallDropped(at=writing.later(), call=dropped))
    writing.hang_up(dropped, EndedBy.DESK)
    cut = take(writing, "+12025550125")
    writing.hang_up(cut, EndedBy.LINE)
    assert [end_of(writing, call) for call in (spoken, dropped, cut)] == ["spoken", "spoken", "line_lost"]
    assert ends(writing) == [(False, "spoken", "wants a copy · by post", "Ben")]
    # a note may come when the call is over
    note(writing, spoken, "and a stamp")
    assert ends(writing)[0][2] == "wants a copy · by post · and a stamp"
    [owed] = writing.store.promises(writing.desk.promises)
    assert owed.number == "+12025550125"
    whole(writing)


def test_a_call_that_was_passed_on_and_one_that_came_back(writing: Writing) -> None:
    colleague = Caller(key=writing.store.key_for("214"), dial=Dial.EXTENSION)
    for number, outcome, end in (
        ("+12025550101", Outcome.REACHED, "passed_on"),
        ("+12025550102", Outcome.BUSY, "spoken"),
    ):
        call = take(writing, number)
        writing.feed(CallSent(at=writing.later(), call=call, to=colleague))
        writing.heard(call)
        writing.feed(TransferEnded(at=writing.later(), call=call, outcome=outcome))
        if outcome is not Outcome.REACHED:
            writing.heard(call)
            writing.feed(CallTaken(at=writing.later(), call=call))
        writing.hang_up(call)
        assert end_of(writing, call) == end
    # the word of it may come after its end
    late = take(writing, "+12025550103")
    writing.feed(CallSent(at=writing.later(), call=late, to=colleague))
    writing.heard(late)
    writing.hang_up(late)
    writing.feed(TransferEnded(at=writing.later(), call=late, outcome=Outcome.REACHED))
    assert end_of(writing, late) == "passed_on"
    whole(writing)


def test_blocked_numbers_are_in_the_log_as_blocked(writing: Writing) -> None:
    for blocked in Blocked:
        writing.policy = Policy(blocked=blocked)
        call = f"blocked-{blocked}"
        caller = Caller(key=writing.store.key_for(ANA), dial=Dial.CAN, blocked=True)
        writing.feed(CallRang(at=writing.later(), call=call, caller=caller))
        if writing.desk.call(call) is not None:
            writing.hang_up(call, EndedBy.DESK)
        assert end_of(writing, call) == "refused_blocked"
    assert writing.desk.promises == ()


def test_each_try_to_call_back_is_one_contact(writing: Writing) -> None:
    writing.hang_up(writing.ring())
    [promise] = writing.desk.promises
    call_back(writing, promise.id, "o1")
    [view] = writing.store.promises(writing.desk.promises)
    assert (view.claimed_by, view.state) == ("Ben", PromiseState.CLAIMED)
    ended = CallEnded(at=writing.later(), call="o1", by=EndedBy.CALLER, outcome=Outcome.BUSY)
    writing.feed(ended)
    assert ends(writing) == [(True, "busy", "", "Ben"), (False, "hung_up", "", "")]
    call_back(writing, promise.id, "o2")
    writing.feed(CallAnswered(at=writing.later(), call="o2"))
    assert writing.store.before(writing.store.key_for(ANA), not_call="o1")[0].end == "hung_up"
    note(writing, "o2", "a machine")
    writing.hang_up("o2")
    [view] = writing.store.promises(writing.desk.promises)
    assert (view.outcome_wanted, [attempt.outcome for attempt in view.attempts]) == (True, [Outcome.BUSY])
    assert ends(writing)[0] == (True, "spoken", "a machine", "Ben")
    ben, said = writing.store.person_key("Ben"), writing.store.add_note("left a word")
    tried = AttemptEnded(
        at=writing.later(901), promise=promise.id, outcome=Outcome.VOICEMAIL, call="o2", by=ben, note=said
    )
    writing.feed(tried)
    # what the person said of it is truer than what the line saw
    assert ends(writing, limit=1) == [(True, "voicemail", "a machine · left a word", "Ben")]
    elsewhere = AttemptEnded(at=writing.later(901), promise=promise.id, outcome=Outcome.NO_ANSWER)
    writing.feed(elsewhere)
    assert ends(writing, limit=9) == [
        (True, "no_answer", "", ""),
        (True, "voicemail", "a machine · left a word", "Ben"),
        (True, "busy", "", "Ben"),
        (False, "hung_up", "", ""),
    ]
    # after the policy's three attempts, each a quarter of an hour after the last, nobody could be reached
    [closed] = writing.store.promises(closed=1)
    assert (closed.state, len(closed.attempts)) == (PromiseState.NOT_REACHED, 3)
    assert [view.call for view in writing.store.log(9)] == [
        view.call for view in writing.store.log(9) if not view.call.startswith("o")
    ]
    whole(writing)


def test_a_new_time_and_whether_the_caller_was_told(writing: Writing) -> None:
    writing.feed_line(LineState.READY)
    writing.hang_up(writing.ring())
    [promise] = writing.desk.promises

    def give(told: Told, call: str | None = None) -> datetime:
        by = writing.at + timedelta(hours=2)
        event = PromiseRenegotiated(
            at=writing.later(), promise=promise.id, promised_by=by, told=told, call=call
        )
        writing.feed(event)
        return by

    by = give(Told.NOT_TOLD)
    [view] = writing.store.promises(writing.desk.promises)
    assert (view.promised_by, view.renegotiated, view.told, view.told_outcome) == (by, 1, Told.NOT_TOLD, None)
    give(Told.BY_CALL, "o7")
    writing.feed(FarEndRang(at=writing.later(), call="o7"))
    writing.feed(CallAnswered(at=writing.later(), call="o7"))
    live = writing.desk.call("o7")
    assert live is not None
    writing.feed(SayEnded(at=writing.later(), call="o7", say=live.say))
    writing.hang_up("o7", EndedBy.DESK)
    [view] = writing.store.promises(writing.desk.promises)
    assert (view.renegotiated, view.told, view.told_outcome) == (2, Told.BY_CALL, Outcome.REACHED)
    assert ends(writing)[0][:2] == (True, "reached")
    whole(writing)


def test_a_claim_is_by_name_and_what_is_known_stands_with_the_promise(writing: Writing) -> None:
    store = writing.store
    person = ContactView(name="Ana Okafor", numbers=(ANA, "214"), vip=True)
    key = store.save_contact(person)
    writing.hang_up(writing.ring("214"))
    writing.hang_up(writing.ring())
    first = writing.desk.promises[-1]
    writing.feed(PromiseClaimed(at=writing.later(), promise=first.id, by=store.person_key("Ben")))
    view = store.promises(writing.desk.promises)[-1]
    assert (view.claimed_by, view.claimed_until is not None) == ("Ben", True)
    assert (view.name, view.vip) == ("Ana Okafor", True)
    assert [contact.id for contact in view.contacts] == [key]
    # her other number counts, as it is hers alone
    assert [contacted.end for contacted in view.before] == ["hung_up", "hung_up"]
    store.save_contact(ContactView(name="Ben Okafor", numbers=(ANA,)))
    again = store.before(store.key_for(ANA))
    assert again == (ContactedView(at=view.before[0].at, end="hung_up"),)


def test_who_rings_from_another_number_joins_their_promise_and_is_called_there(writing: Writing) -> None:
    store = writing.store
    store.save_contact(ContactView(name="Ana Okafor", numbers=(ANA, "+12025550199")))
    writing.hang_up(writing.ring())
    again = writing.ring("+12025550199")
    writing.hang_up(again)
    [view] = store.promises(writing.desk.promises)
    assert (view.number, view.name, len(view.before)) == ("+12025550199", "Ana Okafor", 2)
    assert [row.promise for row in store.log(10)] == [view.id, view.id]
    taken = take(writing)
    assert writing.desk.promises == ()
    writing.hang_up(taken)
    assert [end_of(writing, call) for call in (again, taken)] == ["hung_up", "spoken"]
    whole(writing)


def test_the_calls_of_a_number_that_two_share_are_not_told_of_one_of_them(writing: Writing) -> None:
    store = writing.store
    store.save_contact(ContactView(name="Ana Okafor", numbers=(ANA, "214")))
    store.save_contact(ContactView(name="Ben Okafor", numbers=(ANA,)))
    writing.hang_up(writing.ring())
    writing.hang_up(writing.ring("214"))
    assert [p.caller.key for p in writing.desk.promises] == [store.key_for(ANA), store.key_for("214")]
    assert len(store.before(store.key_for("214"))) == len(store.before(store.key_for(ANA))) == 1


def test_a_parked_caller_who_hangs_up_was_spoken_with(writing: Writing) -> None:
    call = take(writing)
    writing.feed(CallParked(at=writing.later(), call=call))
    writing.hang_up(call)
    assert end_of(writing, call) == "spoken"
    whole(writing)
