"""Nobody is lost: hang-ups at every stage, answered elsewhere, a broken line, an engine that is killed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.core.events import CallRang, EndedBy, EngineStarted, RecordingEndedBy
from desk.core.model import Caller, Dial, Doing, LineState, Presence, PromiseState, Why
from tests.core.play import ANA, BEN, COLLEAGUE, NONE, PREMIUM, WITHHELD, Play, utc

Stage = Callable[[Play], Play]
STAGES: dict[str, tuple[Doing, Stage]] = {
    "ringing": (Doing.RINGING, lambda p: p.rings()),
    "answering": (Doing.ANSWERING, lambda p: p.rings().after(20)),
    "greeting": (Doing.GREETING, lambda p: p.rings().after(20).acknowledges()),
    "choosing": (Doing.CHOOSING, lambda p: p.is_greeted()),
    "menu again": (Doing.GREETING, lambda p: p.is_greeted().after(8)),
    "confirming": (Doing.CONFIRMING_NUMBER, lambda p: p.is_greeted().presses("2")),
    "entering": (Doing.ENTERING_NUMBER, lambda p: p.is_greeted().presses("22")),
    "refused": (Doing.REFUSED_NUMBER, lambda p: p.is_greeted().presses("22").enters(PREMIUM)),
    "introduction": (Doing.RECORDING, lambda p: p.is_greeted().presses("3")),
    "recording": (Doing.RECORDING, lambda p: p.is_greeted().presses("3").hears()),
    "holding": (Doing.HOLDING, lambda p: p.holds()),
    "urgent": (Doing.HOLDING, lambda p: p.is_greeted().presses("9")),
}


@pytest.mark.parametrize("stage", STAGES)
def test_who_hangs_up_at_any_stage_is_called_back_as_soon_as_free(stage: str) -> None:
    doing, reach = STAGES[stage]
    play = reach(Play())
    assert play.doing() is doing
    play.hangs_up()
    assert play.desk.calls == ()
    assert play.promise.caller == ANA
    assert play.promise.why is Why.HUNG_UP
    assert play.promise.promised_by is None
    assert play.promise.call == "A"
    assert play.sound == ""


@pytest.mark.parametrize("stage", STAGES)
def test_a_line_that_breaks_at_any_stage_is_line_lost(stage: str) -> None:
    play = STAGES[stage][1](Play()).hangs_up(by=EndedBy.LINE)
    assert play.promise.why is Why.LINE_LOST
    assert play.promise.promised_by is None


@pytest.mark.parametrize("stage", STAGES)
def test_an_engine_killed_at_any_stage_owes_a_callback_line_lost(stage: str) -> None:
    play = STAGES[stage][1](Play()).after(0.5).engine_is_killed()
    assert play.desk.calls == ()
    assert play.promise.caller == ANA
    assert play.promise.why is Why.LINE_LOST
    # and killed again it owes no second one
    before = play.desk.promises
    assert play.engine_is_killed().desk.promises == before
    assert len(play.made) == 1


def test_an_engine_killed_after_the_promise_has_that_promise_and_no_other() -> None:
    play = Play().is_greeted().presses("21").engine_is_killed()
    assert play.promise.why is Why.ASKED
    assert play.promise.promised_by == utc("2026-03-04 10:20")
    assert len(play.made) == 1
    assert play.joined == []


def test_an_engine_killed_in_many_calls_owes_each_caller_one() -> None:
    play = Play().rings("A").rings("B", BEN).rings("C", WITHHELD).rings("D", COLLEAGUE).rings("E", BEN)
    play.engine_is_killed()
    assert [p.caller for p in play.desk.promises] == [ANA, BEN, COLLEAGUE]
    assert [p.id for p in play.desk.promises] == [1, 2, 3]
    assert {p.why for p in play.desk.promises} == {Why.LINE_LOST}
    assert play.unexpected == []


def test_an_engine_killed_between_two_written_lines_still_owes_the_callback() -> None:
    """Whatever the last line that reached the disk is."""
    whole = Play().is_greeted("A").presses("2", "A").is_greeted("B", BEN).presses("1", "A").presses("1", "B")
    for length in range(1, len(whole.journal) + 1):
        play = Play(at=whole.at)
        play.journal = whole.journal[:length]
        play.engine_is_killed()
        owed = {p.caller for p in play.desk.promises}
        rang = {e.caller for e in play.journal if isinstance(e, CallRang)}
        assert owed == rang
        assert play.desk.calls == ()


def test_an_engine_killed_in_the_middle_of_its_start_cuts_the_calls_at_the_next() -> None:
    play = Play().rings("A").rings("B", BEN)
    play.journal.append(EngineStarted(at=play.at, version="1"))
    play.engine_is_killed()
    assert [p.caller for p in play.desk.promises] == [ANA, BEN]


def test_the_line_is_starting_again_after_a_start() -> None:
    play = Play().after(5).engine_is_killed()
    assert play.desk.line.state is LineState.STARTING
    assert play.desk.line.since == play.at


def test_the_presence_survives_a_start() -> None:
    assert Play().is_(Presence.SERVING).engine_is_killed().desk.chosen is Presence.SERVING


def test_a_start_while_nothing_can_be_written_still_promises_nothing() -> None:
    play = Play().records_fail()
    play.feed(EngineStarted(at=play.at, version="1")).rings().after(20)
    assert play.told() == ["ring_again"]


def test_what_could_be_read_can_be_written_until_known_otherwise() -> None:
    assert Play().records_fail().engine_is_killed().desk.records_failed is None


@pytest.mark.parametrize(
    "caller",
    [WITHHELD, NONE, PREMIUM, *(Caller(key="x", dial=d) for d in (Dial.EMERGENCY, Dial.OURS, Dial.INVALID))],
)
def test_who_cannot_be_called_is_not_owed_a_callback(caller: Caller) -> None:
    assert Play().is_greeted(caller=caller).hangs_up().desk.promises == ()


def test_a_withheld_caller_who_gave_a_number_is_called_there() -> None:
    play = Play().is_greeted(caller=WITHHELD).presses("2").enters(BEN).hangs_up()
    assert play.promise.caller == BEN


def test_a_caller_who_gave_another_number_is_called_there() -> None:
    assert Play().is_greeted().presses("22").enters(BEN).hangs_up().promise.caller == BEN


def test_a_hang_up_joins_the_promise_there_is() -> None:
    play = Play().is_greeted().presses("21").hangs_up().rings("B").hangs_up("B")
    assert play.promise.why is Why.ASKED
    assert play.promise.promised_by is not None
    assert [e.why for e in play.joined] == [Why.HUNG_UP]
    assert len(play.made) == 1


# -- answered elsewhere


@pytest.mark.parametrize("stage", ["ringing", "answering"])
def test_answered_elsewhere_is_owed_nothing(stage: str) -> None:
    play = STAGES[stage][1](Play()).hangs_up(elsewhere=True)
    assert play.desk.promises == ()
    assert play.sound == ""


def test_answered_elsewhere_ends_the_promise_the_number_had() -> None:
    play = Play().rings().hangs_up().rings("B").hangs_up("B", elsewhere=True)
    assert play.desk.promises == ()
    assert play.ended[-1].state is PromiseState.ANSWERED_ELSEWHERE


def test_who_talked_to_us_was_not_answered_elsewhere() -> None:
    assert Play().is_greeted().hangs_up(elsewhere=True).promise.why is Why.HUNG_UP


# -- while nothing can be written


def test_who_was_asked_to_ring_again_is_called_back_all_the_same() -> None:
    for keys in ("", "2", "3"):
        play = (
            Play().is_greeted().records_fail().presses(keys) if keys else Play().records_fail().is_greeted()
        )
        if keys:
            play.hears()
        play.hangs_up(by=EndedBy.DESK)
        assert play.promise.promised_by is None
        assert play.promise.why is Why.HUNG_UP


# -- ends of calls that are none


def test_the_end_of_an_unknown_call_is_noted_only() -> None:
    play = Play().hangs_up("Z")
    assert len(play.unexpected) == 1
    assert play.unexpected[0].call == "Z"


def test_a_call_that_ends_twice_owes_one_callback() -> None:
    play = Play().rings().hangs_up().hangs_up()
    assert len(play.made) == 1
    assert play.joined == []


def test_what_comes_after_the_end_is_nothing() -> None:
    play = Play().rings().hangs_up()
    before = play.desk
    play.presses("2").enters(BEN).acknowledges()
    assert play.desk == before


def test_after_we_hung_up_it_is_done_again_until_the_call_is_gone() -> None:
    play = Play().is_greeted().presses("21").hears()
    assert [type(c).__name__ for c in play.after(5).last] == ["HangUp"]
    assert play.hangs_up(by=EndedBy.DESK).after(60).last == ()


def test_a_goodbye_that_never_ends_is_ended() -> None:
    play = Play().is_greeted().presses("21").after(60)
    assert [type(c).__name__ for c in play.last] == ["HangUp"]


def test_a_recording_that_ends_with_its_call_is_told_first() -> None:
    play = Play().is_greeted(caller=WITHHELD).presses("3").hears().spoke(5, by=RecordingEndedBy.HANG_UP)
    assert play.doing() is Doing.RECORDING
    assert play.hangs_up().promise.recordings == ("A-1",)
