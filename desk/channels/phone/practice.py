"""The practice caller: a real SIP call from a process of its own, that listens, presses keys and speaks.

    python -m desk.channels.phone.practice sip:desk@127.0.0.1:5060 --press 21

Prints a line for everything that happens. Ends with 0 when the call came up and ended as planned, else with 1
and a sentence of what happened and what to do. Waits for nothing forever.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import logging
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from audio import dtmf, tones
from audio import pcm as sound
from audio.wav import WavError, read_wav, write_wav
from desk.channels.phone.caller import Caller, Note, Trouble
from desk.channels.phone.door import PRACTICE_TOKEN

NUMBER = "+442079460123"
"""Kept for films and plays (Ofcom): nobody is rung when the receptionist calls back."""
FIRST_SOUND = 20.0
"""Seconds in which a greeting must have begun."""
NEXT_SOUND = 0.8
"""Seconds of silence after a key before the next is pressed all the same, as between the digits of a
number."""
ENOUGH = 1.0
"""Seconds of speech heard before a key is pressed: the caller has understood, and interrupts."""
PAUSE = 0.6
NO_MESSAGE = 2.0
"""Seconds of silence after a 3 that tell it was a digit of a number, and no message is asked for."""
HELD_LONGEST = 300.0
"""Seconds after which a caller who is still held gives up."""


@dataclass(frozen=True)
class Plan:
    """What this caller does. `hang_up_after` counts seconds from the first ring."""

    uri: str
    number: str | None
    keys: str
    token: str
    in_band: bool
    hang_up_after: float | None
    voice: Path | None
    record: Path | None
    answer_within: float


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="practice", description="Call the desk, listen, press keys, hang up."
    )
    parser.add_argument("uri", help="whom to call, like sip:desk@127.0.0.1:5060")
    parser.add_argument("--number", default=NUMBER, help="the number the caller shows")
    parser.add_argument("--withhold", action="store_true", help="show no number")
    parser.add_argument("--press", default="", help="keys, one after the other; a comma waits 2 s. Usual: 21")
    parser.add_argument("--in-band", action="store_true", help="send keys as tones in the sound")
    parser.add_argument("--hang-up-after", type=float, metavar="S", help="hang up S seconds after calling")
    parser.add_argument(
        "--answer-within", type=float, default=60.0, metavar="S", help="give up ringing after S"
    )
    parser.add_argument(
        "--voice", type=Path, metavar="WAV", help="what the caller says once answered, and after a 3"
    )
    parser.add_argument("--record", type=Path, metavar="WAV", help="write down what the caller hears")
    parser.add_argument(
        "--token", help=f"the line's word that lets this call in; better in the environment: {PRACTICE_TOKEN}"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    return parser.parse_args(arguments)


def _plan(asked: argparse.Namespace) -> Plan:
    keys = asked.press
    if not keys and asked.hang_up_after is None:
        keys = "21"
    wrong = sorted(set(keys) - set("0123456789*#,"))
    if wrong:
        raise Trouble(f"--press has {''.join(wrong)!r}, which no telephone has. Keys are 0 to 9, * and #.")
    return Plan(
        uri=asked.uri,
        number=None if asked.withhold else asked.number,
        keys=keys,
        token=asked.token or os.environ.get(PRACTICE_TOKEN, ""),
        in_band=asked.in_band,
        hang_up_after=asked.hang_up_after,
        voice=asked.voice,
        record=asked.record,
        answer_within=asked.answer_within,
    )


def voice_of(plan: Plan, rate: int) -> bytes:
    """What the caller says: the WAV file of the plan, or a few notes that anybody knows from speech by
    ear.
    """
    if plan.voice is None:
        return b"".join(
            tones.motif(word, rate) + tones.silence(120, rate) for word in ("practice", "call", "voice")
        )
    try:
        wav = read_wav(plan.voice)
    except OSError as error:
        raise Trouble(f"{plan.voice} cannot be read: {error.strerror}. Give another WAV file.") from None
    except WavError as error:
        raise Trouble(f"{plan.voice} cannot be used: {error}. Give another WAV file.") from None
    return sound.pcm(sound.at_rate(sound.samples(wav.pcm), wav.rate, rate))


async def _press_all(plan: Plan, caller: Caller) -> None:
    """Press each key once the desk has begun to say something, and speak after a 3 and its tone."""
    first = True
    for key in plan.keys:
        if key == ",":
            await asyncio.sleep(2.0)
            continue
        await _wait_for_prompt(caller, FIRST_SOUND if first else NEXT_SOUND, must=first)
        first = False
        if plan.in_band:
            caller.say(dtmf.tone(key, 100, caller.rate))
            caller.note(f"pressed {key}")
        else:
            caller.note(f"pressed {key}")
            await caller.press(key)
        caller.ear.begin()
        if key == "3":
            await _leave_message(plan, caller)
    caller.note("waits for the desk to hang up" if plan.keys else "listens")


async def _wait_for_prompt(caller: Caller, longest: float, *, must: bool) -> None:
    """Until enough was heard to answer; or, unless it `must` come, nothing for `longest` seconds."""
    until = time.monotonic() + longest
    while caller.live:
        ear = caller.ear
        if ear.spoken >= ENOUGH or (ear.spoken >= 0.3 and ear.quiet >= PAUSE):
            return
        if must and ear.spoken <= 0 and time.monotonic() > until:
            raise Trouble(
                f"The call was answered but nothing was heard for {longest:.0f} s. Run: onemoment doctor"
            )
        if not must and ear.quiet >= longest:
            return
        await asyncio.sleep(0.02)


async def _leave_message(plan: Plan, caller: Caller) -> None:
    began = time.monotonic()
    while caller.live and not (caller.ear.spoken >= 0.05 and caller.ear.quiet >= PAUSE):
        waited = time.monotonic() - began
        if caller.ear.spoken <= 0 and waited > NO_MESSAGE:
            return
        if waited > 30:
            raise Trouble("No tone was heard to speak after. Run: onemoment doctor")
        await asyncio.sleep(0.02)
    said = voice_of(plan, caller.rate)
    caller.note("speaks")
    caller.say(said)
    await asyncio.sleep(len(said) / 2 / caller.rate + 0.2)
    caller.ear.begin()


async def _call(plan: Plan, note: Note) -> None:
    voice_of(plan, 8000)  # a file that cannot be read is said before anybody is rung
    caller = Caller(note)
    try:
        await caller.dial(plan.uri, plan.number, plan.token)
        async with asyncio.timeout(plan.hang_up_after):
            await caller.answered(plan.answer_within)
            if plan.voice is not None and not plan.in_band:  # words and tones would mix
                caller.say(voice_of(plan, await caller.sound()))
                caller.note("speaks")
            await _press_all(plan, caller)
            async with asyncio.timeout(HELD_LONGEST):
                await caller.ended()
        caller.note("hung up by the desk")
        if not plan.keys and plan.hang_up_after is not None and not caller.was_up:
            raise Trouble("The desk ended the call before it was answered.")
    except TimeoutError:
        planned = plan.hang_up_after is not None
        await caller.hang_up()
        caller.note("hung up")
        if not planned:
            raise Trouble(
                f"The desk did not end the call within {HELD_LONGEST:.0f} s. Look at its log: onemoment log"
            ) from None
    finally:
        if plan.record is not None:
            await asyncio.to_thread(write_wav, plan.record, bytes(caller.ear.all), caller.rate or 8000)
        await caller.close()


def main(arguments: list[str] | None = None) -> int:
    """Make one practice call; returns the exit code."""
    asked = _arguments(sys.argv[1:] if arguments is None else arguments)
    began = time.monotonic()
    logging.getLogger("baresip").addHandler(logging.NullHandler())
    logging.getLogger("baresip").propagate = False

    def note(what: str, heard: float) -> None:
        at = round(time.monotonic() - began, 3)
        line = (
            json.dumps({"at": at, "what": what, "heard": round(heard, 3)})
            if asked.json
            else f"{at:7.3f}  {what}"
        )
        # whoever started us may have stopped listening; the call goes on
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

    try:
        asyncio.run(_call(_plan(asked), note))
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
