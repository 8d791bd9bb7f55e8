"""What a window asks, of a real engine."""

from __future__ import annotations

import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from audio.wav import read_wav
from desk.core.model import Outcome, Presence, PromiseState
from desk.link_types import (
    AnyRequest,
    AskPracticePass,
    ChoosePresence,
    ClosePromise,
    ListLog,
    ListPromises,
    Look,
    NoteAttempt,
    PlayMessage,
    PracticePass,
    Practise,
    PutOff,
    ReadJournal,
    Reply,
    StopEngine,
    StopMessage,
    ToggleServing,
)
from desk.practice import practice_command
from tests.whole.programs import NUMBERS, Engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = Engine(tmp_path_factory.mktemp("requests"))
    engine.start()
    yield engine
    engine.end()


@pytest.fixture
def promise(engine: Engine) -> int:
    """The number of an open promise; a caller of its own who hung up."""
    number = NUMBERS[len(engine.promises())]
    assert engine.ask(Practise(number=number, hang_up_after=0.6)).ok
    engine.until(lambda view: not view.practising and number in {p.number for p in view.promises}, 15)
    return next(p.id for p in engine.promises(number))


def refused(reply: Reply) -> str:
    assert not reply.ok
    assert reply.happened.endswith(".")
    assert reply.do.endswith((".", "doctor"))
    return reply.happened


def test_presence(engine: Engine) -> None:
    assert engine.ask(ChoosePresence(presence=Presence.AWAY, by="Ana")) == Reply(id=0)
    view = engine.view()
    assert (view.state, view.by) == (Presence.AWAY, "Ana")
    assert engine.ask(ToggleServing()).ok
    assert engine.view().state is Presence.SERVING
    assert engine.ask(ToggleServing()).ok
    assert engine.view().state is Presence.FREE
    assert "Closed cannot be chosen" in refused(engine.ask(ChoosePresence(presence=Presence.CLOSED)))


def test_a_reply_comes_when_it_is_written(engine: Engine) -> None:
    records = engine.records()
    for n in range(10):
        assert engine.ask(ChoosePresence(presence=Presence.SERVING if n % 2 else Presence.FREE)).ok
        assert records.events()[-1] == "PresenceChosen"
    records.close()


def test_an_attempt_then_reached(engine: Engine, promise: int) -> None:
    note = "a\nnote " + "x" * 5000
    assert engine.ask(NoteAttempt(promise=promise, outcome=Outcome.NO_ANSWER, by="Ana", note=note)).ok
    [shown] = [p for p in engine.view().promises if p.id == promise]
    assert [(a.outcome, a.by, len(a.note)) for a in shown.attempts] == [(Outcome.NO_ANSWER, "Ana", 2000)]
    assert engine.ask(NoteAttempt(promise=promise, outcome=Outcome.REACHED)).ok
    assert "not open any more" in refused(engine.ask(ClosePromise(promise=promise)))
    [kept] = [p for p in engine.promises() if p.id == promise]
    assert (kept.state, len(kept.attempts)) == (PromiseState.KEPT, 2)


def test_done_with_how_it_ended(engine: Engine, promise: int) -> None:
    assert "cannot end as broken" in refused(
        engine.ask(ClosePromise(promise=promise, state=PromiseState.BROKEN))
    )
    done = ClosePromise(promise=promise, state=PromiseState.CANCELLED, note="  wrong person ", by="Ben")
    assert engine.ask(done).ok
    [ended] = [p for p in engine.promises() if p.id == promise]
    assert (ended.state, ended.note, ended.ended_by) == (PromiseState.CANCELLED, "wrong person", "Ben")


def test_later(engine: Engine, promise: int) -> None:
    for minutes in (0, -5, 481, 10**30):
        assert "1 to 480 minutes" in refused(engine.ask(PutOff(promise=promise, minutes=minutes)))
    assert engine.ask(PutOff(promise=promise, minutes=20)).ok
    [shown] = [p for p in engine.view().promises if p.id == promise]
    assert shown.put_off_until is not None
    assert abs(shown.put_off_until - datetime.now(UTC) - timedelta(minutes=20)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    "request_",
    [NoteAttempt(promise=999, outcome=Outcome.BUSY), ClosePromise(promise=-1), PutOff(promise=10**30)],
    ids=["attempt", "done", "later"],
)
def test_a_promise_that_is_not_there(engine: Engine, request_: AnyRequest) -> None:
    assert "no such promise" in refused(engine.ask(request_))


@pytest.mark.parametrize(
    "recording", ["", "nothing", "../../etc/passwd", "'; DROP TABLE journal; --", "\x00"]
)
def test_a_message_that_is_not_there(engine: Engine, recording: str) -> None:
    assert "no such message" in refused(engine.ask(PlayMessage(recording=recording)))
    assert engine.ask(StopMessage()).ok


def test_practice(engine: Engine) -> None:
    assert engine.ask(Practise(number=NUMBERS[50], hang_up_after=1.0)).ok
    assert "still going on" in refused(engine.ask(Practise()))
    view = engine.until(lambda view: view.calls)
    assert view.practising
    assert view.calls[0].number == NUMBERS[50]
    engine.until(lambda view: not view.practising, 15)
    given = engine.ask(AskPracticePass()).practice_pass
    assert given is not None
    assert given.uri == f"sip:desk@127.0.0.1:{engine.port};transport=udp"
    assert len(given.token) > 16
    voice = Path(given.voice)
    assert stat.S_IMODE(voice.stat().st_mode) == 0o600
    assert 1 < read_wav(voice).seconds < 6


def test_the_practice_caller_says_words(engine: Engine) -> None:
    """What it says while it is greeted is no key; what it says after a 3 is the message."""
    engine.until(lambda view: not view.practising, 15)
    given = engine.ask(AskPracticePass()).practice_pass
    assert given is not None
    seconds = read_wav(Path(given.voice)).seconds
    before = len(engine.ask(ReadJournal()).journal)
    assert engine.ask(Practise(number=NUMBERS[51], press="3#1")).ok
    engine.until(lambda view: view.calls, 15)
    engine.until(lambda view: not view.practising, 40)
    since = engine.ask(ReadJournal(after=before)).journal
    assert [entry["key"] for entry in since if entry["event"] == "KeyPressed"] == ["3", "1"]
    [said] = [entry["seconds"] for entry in since if entry["event"] == "RecordingEnded"]
    assert said == pytest.approx(seconds, abs=0.6)


@pytest.mark.parametrize("press", ["x", "--help", "-1", "\x00"])
def test_practice_with_keys_no_telephone_has(engine: Engine, press: str) -> None:
    engine.until(lambda view: not view.practising, 15)
    assert "No telephone has" in refused(engine.ask(Practise(press=press)))
    assert "No telephone has" in refused(engine.ask(Practise(number=press)))


def test_a_word_that_begins_with_a_dash_is_no_option() -> None:
    wanted = Practise(press="-1", number="-2", hang_up_after=3)
    command = practice_command(
        PracticePass(uri="sip:desk@127.0.0.1:5060", token="-Zq", voice="-v.wav"), wanted
    )
    assert [word for word in command[3:] if word.startswith("-")] == [
        "--press=-1",
        "--number=-2",
        "--hang-up-after=3",
        "--voice=-v.wav",
    ]


def test_lists_have_their_bounds(engine: Engine) -> None:
    for limit in (-1, 0, 1, 10**30):
        assert engine.ask(ListLog(limit=limit)).ok
        assert engine.ask(ReadJournal(limit=limit)).ok
    for after in (-1, 10**30):
        assert engine.ask(ReadJournal(after=after)).ok
    assert len(engine.ask(ReadJournal(limit=2)).journal) == 2
    assert engine.ask(ReadJournal(after=1, limit=1)).journal[0]["seq"] == 2
    assert {p.state for p in engine.ask(ListPromises()).promises} <= {PromiseState.OPEN}


def test_a_view_is_quick(engine: Engine) -> None:
    began = time.monotonic()
    for _ in range(20):
        assert engine.ask(Look()).view is not None
    assert time.monotonic() - began < 2


def test_stop_ends_it_in_good_order(engine: Engine) -> None:
    """The last one."""
    assert engine.ask(StopEngine()).ok
    assert engine.process is not None
    assert engine.process.wait(10) == 0
    records = engine.records()
    assert records.events()[-1] == "EngineStopped"
    records.close()
