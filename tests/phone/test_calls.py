"""Real calls over loopback: a practice caller in its own process rings a line whose desk is in `fakecore`."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from audio.wav import read_wav
from desk.core.commands import Answer, CollectNumber, HangUp, Phrase, PlayMusic, Record, Refuse, Say
from desk.core.events import (
    CallAnswered,
    CallEnded,
    CallRang,
    EndedBy,
    Event,
    KeyPressed,
    NumberEntered,
    RecordingEnded,
    RecordingEndedBy,
    SayEnded,
)
from desk.core.model import Caller, Dial
from tests.phone.conftest import Practise
from tests.phone.fakecore import PITCH, Core
from tests.phone.hearing import heard, pitches
from tests.waited import Waiting

LONG = Say(call="", say=1, phrases=(Phrase(name="long"),))


def say(call: str, number: int, *names: str) -> Say:
    return Say(call=call, say=number, phrases=tuple(Phrase(name=name) for name in names))


@pytest.mark.parametrize("how", [(), ("--in-band",)])
async def test_a_key_silences_the_prompt_within_100_ms(
    core: Core, practise: Practise, how: tuple[str, ...]
) -> None:
    """The best of some calls: other tests may have the processors. script/bench has the percentiles."""
    core.answers(LONG)
    silences, firsts = [], []
    for calls in range(1, 9):
        call = await practise(core.line.address, "--press", "2", "--hang-up-after", "3", *how)
        assert call.code == 0, call.trouble
        assert [event.key for event in core.all(KeyPressed)] == ["2"] * calls
        ended = await core.ended(calls)
        assert (ended.by, ended.answered_elsewhere, ended.reason) == (EndedBy.CALLER, False, "unknown")
        (span,) = heard(call.heard, PITCH["long"])
        silences.append(span[1] - call.said("pressed 2")[1])
        firsts.append(call.said("hears sound")[0] - call.said("answered")[0])
        # what was heard is counted in packets of 20 ms, and a tone waits for the caller's own next packet
        if silences[-1] <= (0.140 if how else 0.100) and firsts[-1] <= 0.100:
            break
    else:
        pytest.fail(f"silence after {silences} s, first sound after {firsts} s")
    assert core.all(SayEnded) == []


async def test_a_key_cuts_nothing_short_that_is_to_be_heard_whole(core: Core, practise: Practise) -> None:
    """Who presses keys while being told that they are put through hears it, and is put through."""
    core.answers(Say(call="", say=1, phrases=(Phrase(name="greeting"),), whole=True))
    call = await practise(core.line.address, "--press", "2", "--hang-up-after", "3")
    assert call.code == 0, call.trouble
    await core.ended()
    assert [event.say for event in core.all(SayEnded)] == [1]
    assert [event.key for event in core.all(KeyPressed)] == ["2"]
    ((begin, end),) = heard(call.heard, PITCH["greeting"])
    assert end - begin > 1.4


async def test_phrases_follow_each_other_and_the_end_is_said_once(core: Core, practise: Practise) -> None:
    """A phrase that must first be spoken (80 ms) and one that cannot be at all are among them."""

    def on(event: Event) -> None:
        if isinstance(event, CallRang):
            core.does(say(event.call, 1, "greeting", "late", "broken", "second"), Answer(call=event.call))
        if isinstance(event, SayEnded):
            core.does(HangUp(call=event.call))

    core.on = on
    waited = Waiting()
    call = await practise(core.line.address, "--press", ",")
    assert call.code == 0, call.trouble
    assert pitches(call.heard) == [440, 880, 660]
    (greeting,), (second,) = heard(call.heard, 440), heard(call.heard, 660)
    assert greeting[1] - greeting[0] == pytest.approx(1.5, abs=0.05)
    assert second[1] - second[0] == pytest.approx(1.0, abs=0.05)
    assert second[0] - greeting[1] == pytest.approx(0.5, abs=0.05)
    (ended,) = core.all(SayEnded)
    (answered,) = core.all(CallAnswered)
    assert 3.1 - 0.15 < core.at(ended) - core.at(answered) < 3.1 + 0.15 + waited.seconds
    assert [e.by for e in core.all(CallEnded)] == [EndedBy.DESK]
    assert call.what[-1] == "hung up by the desk"


async def test_each_new_prompt_stops_the_one_before_and_music_plays_on(
    core: Core, practise: Practise
) -> None:
    def on(event: Event) -> None:
        if isinstance(event, CallRang):
            core.does(Answer(call=event.call), say(event.call, 1, "long"))
        if isinstance(event, KeyPressed):
            if event.key == "1":
                core.does(PlayMusic(call=event.call))
            elif event.key == "2":
                core.does(say(event.call, 2, "second"))
            elif event.key == "3":
                core.does(say(event.call, 3, "greeting"), say(event.call, 4, "late"))
        if isinstance(event, SayEnded) and event.say == 4:
            core.does(HangUp(call=event.call))

    core.on = on
    call = await practise(core.line.address, "--press", "1,2*3")
    assert call.code == 0, call.trouble
    # * is no command of this desk: music had been replaced by "second", which it silences
    assert pitches(call.heard) == [520, 320, 660, 880] or pitches(call.heard) == [520, 340, 660, 880]
    music = heard(call.heard, PITCH["music"])
    assert music[-1][1] - music[0][0] > 1.9
    assert [event.say for event in core.all(SayEnded)] == [2, 4]


@pytest.mark.parametrize("how", [(), ("--in-band",)])
async def test_a_number_is_collected_and_never_an_event(
    core: Core, practise: Practise, how: tuple[str, ...]
) -> None:
    def on(event: Event) -> None:
        if isinstance(event, CallRang):
            core.does(
                Answer(call=event.call), say(event.call, 1, "long"), CollectNumber(call=event.call, wait=5)
            )
        if isinstance(event, NumberEntered):
            core.does(HangUp(call=event.call))

    core.on = on
    call = await practise(core.line.address, "--press", "9*020#", *how)
    assert call.code == 0, call.trouble
    assert core.numbers[1:] == ["020"]
    (entered,) = core.all(NumberEntered)
    assert entered.number == Caller(key="key2", dial=Dial.CAN)
    assert core.all(KeyPressed) == []
    assert core.all(SayEnded) == []
    assert "020" not in "".join(
        str(e) for e in core.events if not isinstance(e, CallRang) and "at" not in str(e)
    )


async def test_no_number_is_nothing_and_a_pause_ends_a_number(core: Core, practise: Practise) -> None:
    def on(event: Event) -> None:
        if isinstance(event, CallRang):
            core.does(
                Answer(call=event.call),
                say(event.call, 1, "second"),
                CollectNumber(call=event.call, wait=0.8),
            )
        if isinstance(event, NumberEntered):
            if event.number.dial is Dial.NOTHING:
                core.does(say(event.call, 2, "second"), CollectNumber(call=event.call, wait=5))
            else:
                core.does(HangUp(call=event.call))

    core.on = on
    waited = Waiting()
    call = await practise(core.line.address, "--press", ",123")
    assert call.code == 0, call.trouble
    nothing, entered = core.all(NumberEntered)
    assert nothing.number == Caller(dial=Dial.NOTHING)
    said = core.all(SayEnded)[0]
    assert 0.7 < core.at(nothing) - core.at(said) < 0.9 + waited.seconds
    assert core.numbers[1:] == ["123"]
    assert entered.number.dial is Dial.CAN


@pytest.mark.parametrize("how", [(), ("--in-band",)])
async def test_a_message_is_recorded_trimmed_and_ended_by_hash(
    core: Core, practise: Practise, how: tuple[str, ...]
) -> None:
    def on(event: Event) -> None:
        if isinstance(event, CallRang):
            core.does(Answer(call=event.call), say(event.call, 1, "long"))
        if isinstance(event, KeyPressed):
            core.does(say(event.call, 2, "beep"))
        if isinstance(event, SayEnded) and event.say == 2:
            core.does(Record(call=event.call, recording="m-1", longest=30))
        if isinstance(event, RecordingEnded):
            core.does(HangUp(call=event.call))

    core.on = on
    call = await practise(core.line.address, "--press", "3#", *how)
    assert call.code == 0, call.trouble
    (ended,) = core.all(RecordingEnded)
    assert (ended.recording, ended.by) == ("m-1", RecordingEndedBy.KEY)
    wav = read_wav(core.recordings / "m-1.wav")
    assert wav.seconds == pytest.approx(ended.seconds, abs=0.01)
    assert (
        2.0 < wav.seconds < 3.2
    )  # three motives of 0.64 s with gaps, and neither the wait before nor the key after
    assert [event.key for event in core.all(KeyPressed)] == ["3"]


@pytest.mark.parametrize("longest", [1.0, 30.0])
async def test_a_message_ends_by_its_longest_or_a_hang_up(
    core: Core, practise: Practise, longest: float
) -> None:
    def on(event: Event) -> None:
        if isinstance(event, CallRang):
            core.does(Answer(call=event.call), say(event.call, 1, "long"))
        if isinstance(event, KeyPressed):
            core.does(say(event.call, 2, "beep"), Record(call=event.call, recording="m-1", longest=longest))

    core.on = on
    call = await practise(core.line.address, "--press", "3", "--hang-up-after", "4.5")
    assert call.code == 0, call.trouble
    (ended,) = core.all(RecordingEnded)
    await core.ended()
    assert core.events.index(ended) < core.events.index(core.all(CallEnded)[0])
    assert ended.by is (RecordingEndedBy.LONGEST if longest == 1 else RecordingEndedBy.HANG_UP)
    assert ended.seconds <= longest
    assert read_wav(core.recordings / "m-1.wav").seconds == pytest.approx(ended.seconds, abs=0.01)


async def test_numbers_shown_and_withheld(core: Core, practise: Practise) -> None:
    core.on = lambda event: core.does(Refuse(call=event.call)) if isinstance(event, CallRang) else None
    calls = await asyncio.gather(
        practise(core.line.address),
        practise(core.line.address, "--withhold"),
        practise(core.line.address, "--number", "+12025550100"),
    )
    assert [call.code for call in calls] == [1, 1, 1]
    assert "busy" in calls[0].trouble
    assert sorted(map(str, core.numbers)) == ["+12025550100", "+442079460123", "None"]
    async with asyncio.timeout(8):
        while core.line.calls:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert core.all(CallEnded) == []  # the desk wrote their ends when it refused them
    # a call has a random name, in which any four digits may stand
    assert "2079460123" not in "".join(map(str, core.events))


async def test_a_caller_who_hangs_up_while_it_rings(core: Core, practise: Practise) -> None:
    call = await practise(core.line.address, "--hang-up-after", "0.5")
    assert call.code == 0, call.trouble
    ended = await core.ended()
    assert (ended.by, ended.reason) == (EndedBy.CALLER, "unknown")
    assert core.all(CallAnswered) == []
    await core.line.carry_out(Answer(call=ended.call))  # too late is nobody's fault


async def test_calls_at_once_hear_their_own_greeting(core: Core, practise: Practise) -> None:
    """Half hear one pitch and half another, none both. Four: each is a process of its own."""
    core.sounds.seconds.update(greeting=4.0, second=4.0)
    rung = 0

    def on(event: Event) -> None:
        nonlocal rung
        if isinstance(event, CallRang):
            rung += 1
            core.does(Answer(call=event.call), say(event.call, 1, "greeting" if rung % 2 else "second"))
        if isinstance(event, SayEnded):
            core.does(HangUp(call=event.call))

    core.on = on
    calls = await asyncio.gather(*(practise(core.line.address, "--press", ",") for _ in range(4)))
    assert [call.code for call in calls] == [0] * 4, [call.trouble for call in calls]
    assert sorted(tuple(pitches(call.heard)) for call in calls) == [(440,)] * 2 + [(660,)] * 2, [
        call.lines for call in calls
    ]


async def test_the_practice_caller_says_what_went_wrong(practise: Practise, tmp_path: Path) -> None:
    nobody = await practise("127.0.0.1:9", "--answer-within", "1")
    assert nobody.code == 1
    assert "Run: onemoment" in nobody.trouble
    wrong = await practise("127.0.0.1:9", "--press", "x")
    assert (wrong.code, wrong.lines) == (1, [])
    assert "no telephone has" in wrong.trouble
    missing = await practise("127.0.0.1:9", "--voice", str(tmp_path / "no.wav"))
    assert missing.code == 1
    assert "Give another WAV file" in missing.trouble
    address = await practise("nowhere")
    assert "Write it like sip:" in address.trouble
