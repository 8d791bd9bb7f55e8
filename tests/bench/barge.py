"""From a key pressed in the middle of the greeting to the end of the greeting at the caller's end."""

from audio import dtmf
from tests.bench.engine import Engine
from tests.bench.far_end import FRAME, FRAME_S, FarEnd, Stream, encoded, silent
from tests.bench.report import CannotMeasure, Figure, Part, percentile
from tests.bench.sip_caller import SipCaller

TONE_MS = 120
_LISTEN = 12.0
_RUN = 25
"""Packets in a row that all have sound: only there it can be told when a greeting stops."""
_SPARE = 2
"""Packets of such a run before a key is pressed in it."""


def run(quick: bool = False) -> Part:
    presses = 6 if quick else 36
    part = Part(
        "barge",
        "ms from the first packet of a key (RFC 4733 event; or the tone itself in the sound) to the last "
        "packet of the greeting plus its 20 ms, pressed in the middle of words; the greeting is known by its "
        "very bytes from a call that nobody interrupts.",
    )
    with Engine(ring=0.2) as engine, FarEnd() as far_end:
        whole = _greeting(engine, far_end)
        moments = _moments(whole)
        if not moments:
            raise CannotMeasure("The greeting has no place without a pause in it.")
        for kind, at_most in (("RFC 4733", 100.0), ("tone", 100.0)):
            took: list[float] = []
            unheard = 0
            for turn in range(presses):
                one = _press(engine, far_end, whole, moments[turn % len(moments)], kind == "tone", turn)
                if one is None:
                    unheard += 1
                else:
                    took.append(one * 1000)
            part.figures += [
                Figure(f"{kind}: key to silence, p50", percentile(took, 0.5), "ms"),
                Figure(f"{kind}: key to silence, p99", percentile(took, 0.99), "ms", at_most=at_most),
                Figure(f"{kind}: keys not understood of {presses}", unheard, at_most=0),
            ]
    return part


def _call(engine: Engine, far_end: FarEnd, turn: int) -> tuple[SipCaller, Stream]:
    caller = SipCaller(far_end, engine.address, f"+442079460{turn:03d}")
    try:
        caller.invite()
        caller.wait_answered(10)
    except CannotMeasure:
        caller.end()
        raise
    assert caller.stream is not None
    return caller, caller.stream


def _greeting(engine: Engine, far_end: FarEnd) -> bytes:
    """The greeting's own bytes, from its first sound on."""
    caller, stream = _call(engine, far_end, 999)
    caller.attend(_LISTEN)
    caller.end()
    return _from_first_sound(stream)


def _from_first_sound(stream: Stream) -> bytes:
    sound = stream.sound
    first = next((index for index, packet in enumerate(sound) if not silent(packet)), None)
    if first is None:
        raise CannotMeasure("Nothing was heard of the greeting.")
    return b"".join(packet.payload for packet in sound[first:])


def _moments(whole: bytes) -> list[float]:
    """Seconds into the greeting at which nothing but words comes for a while."""
    quiet = [_quiet(whole[at : at + FRAME]) for at in range(0, len(whole), FRAME)]
    found: list[float] = []
    for index in range(len(quiet) - _RUN):
        moment = (index + _SPARE) * FRAME_S
        apart = not found or moment - found[-1] > 0.1
        if moment > 0.5 and apart and not any(quiet[index : index + _RUN]):
            found.append(moment)
    return found


def _quiet(frame: bytes) -> bool:
    """Few bytes differ from mu-law's two zeros."""
    return sum(byte | 0x80 < 0xF8 for byte in frame) < FRAME // 8


def _press(
    engine: Engine, far_end: FarEnd, whole: bytes, moment: float, tone: bool, turn: int
) -> float | None:
    """One call and one key; seconds to the end of the greeting, None when the key changed nothing."""
    caller, stream = _call(engine, far_end, turn)
    try:
        for _ in range(500):
            if (first := stream.first_sound()) is not None:
                break
            caller.attend(0.01)
        else:
            raise CannotMeasure("Nothing was heard of the greeting.")
        played = len(stream.sound) - next(i for i, p in enumerate(stream.sound) if p.at == first)
        caller.attend(max(0.0, moment - played * FRAME_S))
        if tone:
            stream.say(encoded(dtmf.tone("3", TONE_MS, 8000)))
        else:
            stream.press("3")
        caller.attend(0.8)
    finally:
        caller.end()
    if not stream.pressed_at:
        return None
    begins = next(index for index, packet in enumerate(stream.sound) if not silent(packet))
    last = None
    for number, packet in enumerate(stream.sound[begins:]):
        if packet.payload != whole[number * FRAME : number * FRAME + FRAME]:
            return None if last is None else last + FRAME_S - stream.pressed_at[0]
        last = packet.at
    return None
