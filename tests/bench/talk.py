"""The person at the desk speaks with a caller: delay from mouth to wire, from a press to both hearing each
other, and what live calls cost. The headset is two cards of a PulseAudio of the bench's own.
"""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from audio import pcm as sound
from audio.portaudio import PortAudio, SoundError
from desk.core.model import Doing
from desk.link_client import LinkClient
from desk.link_types import TakeCall
from desk.places import socket_path
from tests.audio.pulse import MICROPHONE, MOUTH, SPEAKER, Pulse
from tests.bench.engine import Engine, cpu_seconds
from tests.bench.far_end import FarEnd, Stream, decoded, encoded
from tests.bench.report import CannotMeasure, Figure, Part, percentile
from tests.bench.sip_caller import SipCaller

OURS, THEIRS = 1000.0, 440.0
"""The tones that the person and the caller say, in Hz."""
_RATE = 48_000
_CLICK_EVERY = 0.37
_PURE = 0.7


def run(quick: bool = False) -> Part:
    part = Part(
        "talk",
        "A headset of null sinks. Mouth to wire: from a click given to the microphone's card (whose own "
        "buffer of 20 ms is counted) to the kernel's stamp of its RTP packet. Press to two-way audio: "
        "from the request to the later of the person's tone in a packet and the caller's tone at the ear "
        "(whose 20 ms are counted too).",
    )
    if shutil.which("pulseaudio") is None or shutil.which("pacat") is None:
        raise CannotMeasure("PulseAudio is not installed: script/setup test.")
    with ExitStack() as stack:
        engine = Engine(ring=0.2)
        folder = engine.data.parent / "pulse"
        folder.mkdir(mode=0o700)
        server = Pulse(folder)
        stack.callback(server.close)
        if not server.wait():
            raise CannotMeasure("PulseAudio did not start.")
        os.environ["ALSA_CONFIG_PATH"] = str(server.alsa)
        stack.callback(os.environ.pop, "ALSA_CONFIG_PATH")
        with engine.settings.open("a") as settings:
            settings.write(f'[headset]\nmicrophone = "{MICROPHONE}"\nspeaker = "{SPEAKER}"\n')
        stack.enter_context(engine)
        far_end = stack.enter_context(FarEnd())
        mouth = stack.enter_context(_mouth())
        ear = stack.enter_context(_ear(server))
        took = [t for turn in range(4 if quick else 20) if (t := _take(engine, far_end, mouth, ear, turn))]
        delays = _delays(engine, far_end, mouth, 15.0 if quick else 60.0)
        cost = _cost(engine, far_end, mouth, 5.0 if quick else 20.0)
    both = [max(spoken, heard) * 1000 for spoken, heard in took]
    part.figures = [
        Figure("mouth to wire, p50", percentile(delays, 0.5), "ms"),
        Figure("mouth to wire, p99", percentile(delays, 0.99), "ms", at_most=120),
        Figure(
            "press to the person at the far end, p99", percentile([s * 1000 for s, _ in took], 0.99), "ms"
        ),
        Figure("press to the caller at the ear, p99", percentile([h * 1000 for _, h in took], 0.99), "ms"),
        Figure("press to two-way audio, p50", percentile(both, 0.5), "ms"),
        Figure("press to two-way audio, p99", percentile(both, 0.99), "ms", at_most=300),
        Figure("4 live calls, one spoken with: CPU a call-second", cost, "s"),
    ]
    part.notes.append(f"{len(delays)} clicks, {len(took)} calls taken.")
    return part


class _Mouth:
    """What is said into the microphone: nothing, a tone, or clicks, each with its moment."""

    def __init__(self) -> None:
        self.says = ""
        self.clicks: list[float] = []
        self._at = 0
        self._last = 0.0

    def fill(self, buffer: Any) -> None:
        """Ten milliseconds or so, in the sound system's thread."""
        count = len(buffer) // 2
        values = np.zeros(count)
        if self.says == "tone":
            values = 0.3 * np.sin(2 * np.pi * OURS * (self._at + np.arange(count)) / _RATE)
        elif self.says == "clicks" and time.time() - self._last > _CLICK_EVERY:
            self._last = time.time()
            self.clicks.append(self._last)
            values = 0.5 * np.sin(2 * np.pi * OURS * np.arange(count) / _RATE)
        self._at += count
        buffer[:] = sound.pcm(values)


@contextmanager
def _mouth() -> Iterator[_Mouth]:
    mouth, audio = _Mouth(), PortAudio()
    try:
        device = audio.devices(anew=True).find(MOUTH, "speaker")
        if device is None:
            raise CannotMeasure(
                "ALSA does not list the devices of the bench: is libasound2-plugins installed?"
            )
        stream = audio.open(
            "speaker", device, rate=_RATE, frames=480, latency=0.02, heard=mouth.fill, ended=lambda: None
        )
    except SoundError as error:
        raise CannotMeasure(str(error)) from error
    try:
        yield mouth
    finally:
        stream.close()


@contextmanager
def _ear(server: Pulse) -> Iterator[list[tuple[float, bytes]]]:
    """What the person hears, in pieces of 20 ms with their moments."""
    heard: list[tuple[float, bytes]] = []
    process = server.hear()

    def listen() -> None:
        assert process.stdout is not None
        while piece := process.stdout.read(320):
            heard.append((time.time(), piece))

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield heard
    finally:
        process.terminate()
        process.wait()


def _pure(values: np.ndarray[Any, Any], frequency: float) -> bool:
    """Whether 20 ms are this tone and nothing else."""
    values = values.astype(float)
    at = np.arange(len(values)) / 8000
    power = float(np.sum(values**2))
    if power < len(values) * 500.0**2:
        return False
    part = abs(np.sum(values * np.exp(-2j * np.pi * frequency * at))) ** 2 * 2 / len(values)
    return bool(part / power > _PURE)


def _until(true: Callable[[], Any], seconds: float = 8.0) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.02)
    return None


@contextmanager
def _caller(engine: Engine, far_end: FarEnd, number: str) -> Iterator[Stream]:
    """Somebody who was answered and says a tone."""
    caller = SipCaller(far_end, engine.address, number)
    try:
        caller.invite()
        caller.wait_answered(10)
        assert caller.stream is not None
        at = np.arange(8000 * 100) / 8000
        caller.stream.say(encoded(sound.pcm(0.3 * np.sin(2 * np.pi * THEIRS * at))))
        caller.attend(3.0)  # the greeting is heard, the headset is opened
        yield caller.stream
    finally:
        caller.end()


def _newest(engine: Engine) -> str:
    calls = [call for call in engine.view().calls if call.doing is not Doing.TALKING]
    if not calls:
        raise CannotMeasure("The engine shows no call to take.")
    return calls[-1].id


def _taken(engine: Engine) -> float:
    """Press; when it was pressed."""
    call = _newest(engine)
    with LinkClient(socket_path(engine.data)) as client:
        pressed = time.time()
        reply = client.ask(TakeCall(call=call))
    if not reply.ok:
        raise CannotMeasure(f"The call could not be taken: {reply}")
    return pressed


def _take(
    engine: Engine, far_end: FarEnd, mouth: _Mouth, ear: list[tuple[float, bytes]], turn: int
) -> tuple[float, float] | None:
    """From the press: until the far end has the person's tone, and the ear the caller's. None: never."""
    mouth.says = "tone"
    with _caller(engine, far_end, f"+4420794606{turn:02d}") as stream:
        ear.clear()
        pressed = _taken(engine)

        def spoken() -> float | None:
            packets = [p for p in list(stream.sound) if p.at > pressed]
            return next((p.at for p in packets if _pure(decoded(p), OURS)), None)

        def heard() -> float | None:
            pieces = [(at, np.frombuffer(piece, "<i2")) for at, piece in list(ear) if at > pressed]
            return next((at for at, values in pieces if _pure(values, THEIRS)), None)

        both = _until(lambda: (s, h) if (s := spoken()) and (h := heard()) else None)
        if both is None:
            return None
        return both[0] - pressed, both[1] - pressed


def _delays(engine: Engine, far_end: FarEnd, mouth: _Mouth, seconds: float) -> list[float]:
    """Milliseconds from each click to its packet."""
    with _caller(engine, far_end, "+442079460701") as stream:
        _taken(engine)
        mouth.says = "clicks"
        time.sleep(2)
        mouth.clicks.clear()
        time.sleep(seconds)
        clicks, packets = list(mouth.clicks), list(stream.sound)
        mouth.says = ""
    loud = [p.at for p in packets if np.abs(decoded(p).astype(int)).max() > 3000]
    found = [[at - click for at in loud if 0 < at - click < _CLICK_EVERY - 0.02] for click in clicks]
    return [min(each) * 1000 for each in found if each]


def _cost(engine: Engine, far_end: FarEnd, mouth: _Mouth, seconds: float) -> float:
    """CPU seconds of the engine a second and call: one spoken with, three that hear something."""
    mouth.says = "tone"
    with ExitStack() as stack:
        for index in range(4):
            stack.enter_context(_caller(engine, far_end, f"+44207946080{index}"))
        _taken(engine)
        time.sleep(1)
        before = cpu_seconds(engine.pid)
        time.sleep(seconds)
        return (cpu_seconds(engine.pid) - before) / seconds / 4
