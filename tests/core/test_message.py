"""Key 3: the tone, the recording, keeping it."""

from __future__ import annotations

import pytest

from desk.core.commands import Discard, HangUp, Record
from desk.core.events import EndedBy, PromiseClosed, RecordingEnded, RecordingEndedBy, SayEnded
from desk.core.model import Caller, Doing, Policy, PromiseState, Why
from tests.core.play import ANA, WITHHELD, Play

HANG_UP, LINE, LONGEST = RecordingEndedBy.HANG_UP, RecordingEndedBy.LINE, RecordingEndedBy.LONGEST


def records(caller: Caller = ANA, policy: Policy | None = None) -> Play:
    """A caller whose message is being recorded."""
    return Play(policy).is_greeted(caller=caller).presses("3").hears()


def test_the_introduction_ends_with_a_beep_and_then_it_is_recorded() -> None:
    play = Play().is_greeted().presses("3")
    assert play.told() == ["message_intro", "beep"]
    assert play.doing() is Doing.RECORDING
    play.hears()
    assert play.last == (Record(call="A", recording="A-1", longest=120.0),)


def test_a_key_in_the_introduction_goes_straight_to_the_beep() -> None:
    play = Play().is_greeted().presses("3").presses("3")
    assert play.told() == ["beep"]
    assert type(play.hears().last[0]) is Record


def test_a_key_while_recording_changes_nothing() -> None:
    play = records().presses("2")
    assert play.last == ()
    assert play.doing() is Doing.RECORDING


def test_a_beep_that_ends_twice_records_once() -> None:
    play = records()
    play.feed(SayEnded(at=play.at, call="A", say=play.call().say))
    assert play.last == ()
    assert play.call().recording == "A-1"


def test_how_long_a_message_may_be_is_the_policys() -> None:
    play = records(policy=Policy(message_longest=30))
    assert play.last == (Record(call="A", recording="A-1", longest=30),)


def test_one_keeps_the_message_and_the_caller_is_thanked() -> None:
    play = records().spoke(12)
    assert play.told() == ["message_review"]
    assert play.doing() is Doing.REVIEWING
    assert play.presses("1").told() == ["message_kept"]
    assert play.promise.why is Why.MESSAGE
    assert play.promise.recordings == ("A-1",)
    assert play.promise.promised_by is None
    assert play.hears().last == (HangUp(call="A"),)
    play.hangs_up(by=EndedBy.DESK)
    assert len(play.made) == 1


def test_two_records_again_and_only_the_second_is_kept() -> None:
    play = records().spoke(12).presses("2")
    assert play.told() == ["message_intro", "beep"]
    play.hears()
    assert play.last == (Record(call="A", recording="A-2", longest=120.0),)
    assert play.spoke(7).presses("1").promise.recordings == ("A-2",)


def test_silence_after_the_review_asks_again_and_keeps_it() -> None:
    play = records().spoke(12).hears().after(8)
    assert play.told() == ["message_review"]
    play.hears().after(8).hears().after(8)
    assert play.told() == ["message_kept"]


def test_a_wrong_key_after_the_review_asks_again() -> None:
    assert records().spoke(12).presses("7").told() == ["message_review"]


def test_a_message_that_was_too_long_is_told_so() -> None:
    play = records().spoke(120, by=LONGEST)
    assert play.told() == ["message_full", "message_review"]


def test_an_empty_message_is_asked_for_again() -> None:
    play = records().spoke(0.4)
    assert play.told() == ["message_empty", "message_intro", "beep"]
    assert play.hears().spoke(0.4).told()[0] == "message_empty"
    assert play.hears().spoke(0.4).told() == ["message_empty", "goodbye"]


def test_three_empty_messages_become_a_callback_when_the_number_is_known() -> None:
    for caller, owed in ((ANA, 1), (WITHHELD, 0)):
        play = records(caller).spoke(0).hears().spoke(0).hears().spoke(0)
        play.hears().hangs_up(by=EndedBy.DESK)
        assert len(play.desk.promises) == owed


def test_a_hang_up_keeps_what_was_said_if_over_two_seconds() -> None:
    play = records().spoke(2.1, by=HANG_UP).hangs_up()
    assert play.promise.why is Why.MESSAGE
    assert play.promise.recordings == ("A-1",)


def test_a_hang_up_keeps_a_withheld_callers_message_too() -> None:
    play = records(WITHHELD).spoke(2.1, by=HANG_UP).hangs_up()
    assert play.promise.caller == WITHHELD
    assert play.promise.recordings == ("A-1",)


def test_two_seconds_or_less_are_a_hang_up() -> None:
    play = records().spoke(2.0, by=HANG_UP).hangs_up()
    assert play.promise.why is Why.HUNG_UP
    assert play.promise.recordings == ()
    assert records(WITHHELD).spoke(2.0, by=HANG_UP).hangs_up().desk.promises == ()


def test_a_hang_up_while_reviewing_keeps_the_message() -> None:
    play = records().spoke(12).hangs_up()
    assert play.promise.recordings == ("A-1",)


def test_a_line_that_breaks_keeps_the_message() -> None:
    play = records().spoke(12, by=LINE).hangs_up(by=EndedBy.LINE)
    assert play.promise.why is Why.MESSAGE
    assert play.promise.recordings == ("A-1",)


def test_who_recorded_again_and_hung_up_in_the_introduction_is_called_back() -> None:
    play = records().spoke(12).presses("2").hangs_up()
    assert play.promise.why is Why.HUNG_UP
    assert play.promise.recordings == ()


def test_a_message_joins_the_promise_the_number_has() -> None:
    play = Play().is_greeted().presses("21").hangs_up()
    time = play.promise.promised_by
    play.is_greeted("B").presses("3", "B").hears("B").spoke(9, "B").presses("1", "B")
    assert play.told("B") == ["message_kept"]
    assert play.promise.recordings == ("B-1",)
    assert play.promise.promised_by == time
    assert len(play.made) == 1


def test_withheld_callers_are_not_one_caller() -> None:
    play = Play()
    for call in "AB":
        play.is_greeted(call, WITHHELD).presses("3", call).hears(call).spoke(9, call).presses("1", call)
    assert len(play.desk.promises) == 2


def test_a_key_after_the_message_was_kept_promises_no_callback() -> None:
    play = records(WITHHELD).spoke(9).presses("1").presses("5")
    assert play.told() == ["message_kept"]


@pytest.mark.parametrize("stage", ["menu", "introduction", "review"])
def test_while_nothing_can_be_written_no_message_is_taken(stage: str) -> None:
    play = Play().is_greeted()
    if stage == "menu":
        assert play.records_fail().presses("3").told() == ["ring_again"]
    elif stage == "introduction":
        play.presses("3").records_fail().hears().spoke(9)
        assert play.presses("1").told() == ["ring_again"]
    else:
        play.presses("3").hears().spoke(9).records_fail()
        assert play.presses("1").told() == ["ring_again"]
    assert play.made == []


def test_a_recording_nobody_asked_for_is_noted_only() -> None:
    play = Play().is_greeted()
    play.feed(RecordingEnded(at=play.at, call="A", recording="A-1", seconds=9, by=HANG_UP))
    assert len(play.unexpected) == 1
    play = records()
    play.feed(RecordingEnded(at=play.at, call="A", recording="A-7", seconds=9, by=HANG_UP))
    assert len(play.unexpected) == 1
    assert play.call().recorded == 0


# -- what is deleted


def deleted(play: Play) -> list[str]:
    return [c.recording for c in play.commands if isinstance(c, Discard)]


def test_a_message_recorded_again_is_deleted() -> None:
    play = records().spoke(12).presses("2")
    assert deleted(play) == ["A-1"]
    play.hears().spoke(7).presses("1").hears().hangs_up(by=EndedBy.DESK)
    assert deleted(play) == ["A-1"]


def test_a_message_that_says_nothing_is_deleted() -> None:
    assert deleted(records().spoke(0.4)) == ["A-1"]
    assert deleted(records().spoke(1.5, by=HANG_UP).hangs_up()) == ["A-1"]


def test_a_message_kept_is_never_deleted() -> None:
    for play in (
        records().spoke(12).presses("1").hears().hangs_up(by=EndedBy.DESK),
        records().spoke(12).presses("1").hangs_up(),
        records().spoke(12).hangs_up(),
        records().spoke(12, by=HANG_UP).hangs_up(),
        records(WITHHELD).spoke(12, by=LINE).hangs_up(by=EndedBy.LINE),
        records().spoke(12).engine_is_killed(),
        records().spoke(12).presses("1").engine_is_killed(),
    ):
        assert deleted(play) == []
        assert play.promise.recordings == ("A-1",)


def test_a_message_heard_and_done_while_its_caller_is_still_thanked_is_not_deleted() -> None:
    play = records().spoke(12).presses("1")
    play.feed(PromiseClosed(at=play.at, promise=1, state=PromiseState.KEPT))
    play.hears().hangs_up(by=EndedBy.DESK)
    assert deleted(play) == []
