"""The headset on a real sound server: heard both ways, muted, lost, found again, never raising."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audio import pcm as sound
from audio import portaudio
from audio.headset import Headset
from audio.portaudio import PortAudio
from tests.audio.pulse import MICROPHONE, OTHER, SPEAKER, Pulse, pulse

RATE = 8000


def tone(frequency: float, seconds: float, rate: int = RATE) -> bytes:
    at = np.arange(int(seconds * rate)) / rate
    return sound.pcm(0.3 * np.sin(2 * np.pi * frequency * at))


def share(pcm: bytes, frequency: float, rate: int = RATE) -> float:
    """How much of a sound is this tone: 1 is all of it."""
    values = sound.samples(pcm)
    if len(values) < rate // 10 or not (values**2).any():
        return 0.0
    spectrum = np.abs(np.fft.rfft(values * np.hanning(len(values)))) ** 2
    pitch = np.fft.rfftfreq(len(values), 1 / rate)
    return float(spectrum[np.abs(pitch - frequency) < 20].sum() / spectrum.sum())


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def in_test(headset: Headset) -> bool:
    return headset.testing


def is_open(headset: Headset) -> bool:
    return headset.open


class Talk:
    """Somebody at the other end: a tone for the person to hear, and what the person said, every 10 ms."""

    def __init__(self, headset: Headset, frequency: float = 440.0) -> None:
        self.headset = headset
        self.spoken = bytearray()
        self._tone = tone(frequency, 60)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        began, sent = time.monotonic(), 0
        while not self._over.wait(0.01):
            self.spoken += self.headset.read(8192)
            due = 2 * int((time.monotonic() - began) * RATE)
            self.headset.write(self._tone[sent:due])
            sent = due

    def __enter__(self) -> "Talk":
        self.headset.begin(RATE)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self.headset.end()

    def said(self, seconds: float = 1.0) -> bytes:
        """What the person says from now on."""
        self.spoken.clear()
        until(lambda: len(self.spoken) >= 2 * RATE * seconds)
        return bytes(self.spoken)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    with pulse(tmp_path / "pulse") as running:
        monkeypatch.setenv("ALSA_CONFIG_PATH", str(running.alsa))
        yield running


@pytest.fixture
def made(server: Pulse, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Headset]]:
    """Headsets of this test on that server; their devices are given back before the server ends."""
    kept: list[Headset] = []

    def make(microphone: str = MICROPHONE, speaker: str = SPEAKER, **more: Any) -> Headset:
        kept.append(Headset(microphone, speaker, **more))
        return kept[-1]

    yield make
    for headset in kept:
        headset.close()
    until(lambda: not any(headset.open for headset in kept) and not portaudio.shared._open)


def test_both_hear_each_other(server: Pulse, made: Callable[..., Headset], tmp_path: Path) -> None:
    headset = made()
    headset.warm()
    until(lambda: headset.open)
    with Talk(headset) as talk, server.say(tone(1000, 30), RATE):
        until(lambda: headset.levels()[0] > 0.5)
        until(lambda: share(talk.said(), 1000) > 0.8)
        ear = tmp_path / "ear.raw"
        with server.listen(ear):
            until(lambda: share(ear.read_bytes()[-16_000:], 440, 16_000) > 0.8)
        until(lambda: headset.levels()[1] > 0.5)

        headset.muted = True
        assert not any(talk.said()[800:])
        until(lambda: headset.levels()[0] > 0.5)  # one sees that one speaks in vain
        headset.muted = False
        until(lambda: share(talk.said(), 1000) > 0.8)

        headset.volume = 0.0
        until(lambda: headset.levels()[1] == 0)
        headset.volume = 1.0
        until(lambda: headset.levels()[1] > 0.5)
    headset.cool()
    until(lambda: not headset.open)
    assert headset.levels() == (0.0, 0.0)


def test_the_microphone_is_open_only_while_it_is_wanted(made: Callable[..., Headset]) -> None:
    headset = made()
    until(lambda: headset.ready)
    assert not is_open(headset)
    headset.warm()
    until(lambda: headset.open)
    headset.begin(RATE)
    headset.cool()
    time.sleep(0.5)
    assert is_open(headset)  # somebody is spoken with
    headset.end()
    until(lambda: not is_open(headset))
    assert headset.read(8192) == b""


def test_unplugged_in_a_call_and_back_by_its_name(
    server: Pulse, made: Callable[..., Headset], caplog: pytest.LogCaptureFixture
) -> None:
    told: list[tuple[bool, str]] = []
    headset: Headset = made(changed=lambda: told.append((headset.ready, headset.problem)))
    headset.warm()
    with Talk(headset) as talk:
        with server.say(tone(600, 60), RATE):
            until(lambda: headset.levels()[0] > 0.5)
            for card in ("other", "ear", "mouth"):  # the server would give us the next card instead
                server.unplug(card)
            until(lambda: not headset.ready)
        assert MICROPHONE in headset.problem or SPEAKER in headset.problem
        assert "Plug it in" in headset.do
        server.plug("other")
        time.sleep(5)  # two looks: the other microphone with a similar name is not taken
        assert not headset.ready
        assert not headset.open
        server.plug("mouth")
        server.plug("ear")
        with server.say(tone(600, 60), RATE):
            until(lambda: headset.ready and headset.levels()[0] > 0.5)
            until(lambda: share(talk.said(), 600) > 0.8)
    readiness = [ready for ready, _ in told]
    assert True in readiness[readiness.index(False) :]
    assert not any(record.exc_info for record in caplog.records)


def test_another_device_is_chosen_in_the_middle_of_a_call(
    server: Pulse, made: Callable[..., Headset]
) -> None:
    headset = made()
    names = headset.devices()
    assert {MICROPHONE, OTHER} <= set(names.microphones)
    assert SPEAKER in names.speakers
    with (
        Talk(headset) as talk,
        server.say(tone(600, 60), RATE),
        server.say(tone(1500, 60), RATE, card="other"),
    ):
        until(lambda: headset.levels()[0] > 0.5)
        until(lambda: share(talk.said(), 600) > 0.8)
        headset.choose(microphone=OTHER)
        until(lambda: share(talk.said(0.5), 1500) > 0.8)
        assert headset.microphone == OTHER
        headset.choose(microphone="Test headset")  # part of a name is no name
        until(lambda: not headset.ready)
        assert headset.problem == "The microphone 'Test headset' was not found."


def test_say_something_hear_it_back(server: Pulse, made: Callable[..., Headset], tmp_path: Path) -> None:
    told: list[bool] = []
    headset: Headset = made(changed=lambda: told.append(headset.testing))
    until(lambda: headset.ready)
    with server.say(tone(700, 60), RATE):
        headset.test()
        assert in_test(headset)
        with server.listen(tmp_path / "ear.raw"):
            until(lambda: not headset.testing)
        until(lambda: not headset.open)
        heard = np.frombuffer((tmp_path / "ear.raw").read_bytes(), "<i2")
        loud = np.flatnonzero(np.abs(heard) > 1000)
        assert len(loud) > 16_000  # more than a second of what was recorded
        assert share(heard[loud[0] : loud[-1]].tobytes(), 700, 16_000) > 0.5
        headset.test()
        headset.begin(RATE)  # a call goes before
        assert not in_test(headset)
        headset.end()
        headset.test()
        headset.stop_test()
        assert not in_test(headset)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("PortAudio library not found"), "PortAudio library is missing"),
        (ImportError("No module named 'sounddevice'"), "sounddevice is not installed"),
    ],
)
def test_without_a_sound_system_there_is_a_sentence(
    error: Exception, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    def load() -> Any:
        raise error

    headset = Headset(audio=PortAudio(load))
    until(lambda: headset.problem)
    assert said in headset.problem
    assert headset.do
    assert not headset.ready
    headset.warm()
    headset.begin(RATE)
    headset.write(bytes(320))
    assert headset.read(320) == b""
    assert headset.waiting() == 0
    assert headset.devices() == ((), ())
    headset.end()
    headset.test()
    until(lambda: not headset.testing)
    headset.close()
    assert not any(record.levelno >= logging.ERROR for record in caplog.records)


def test_a_sound_system_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()

    def hangs() -> Any:
        answers.wait(30)
        raise OSError("no library")

    monkeypatch.setattr(portaudio, "PATIENCE", 0.3)
    headset = Headset(audio=PortAudio(hangs))
    began = time.monotonic()
    headset.warm()
    headset.begin(RATE)
    headset.read(320)
    headset.write(bytes(320))
    headset.end()
    assert time.monotonic() - began < 5  # it hangs for 30
    until(lambda: "does not answer" in headset.problem)
    answers.set()
    headset.close()
