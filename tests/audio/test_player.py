"""Recordings played back on a real sound server: from where, how fast, at what pitch, and what is said."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audio import pcm as sound
from audio import portaudio
from audio.player import Moved, Player
from audio.portaudio import PortAudio
from audio.wav import write_wav
from tests.audio.pulse import SPEAKER, Pulse, pulse

RATE = 8000


def tone(pitch: float, seconds: float) -> np.ndarray:
    return 0.4 * np.sin(2 * np.pi * pitch * np.arange(int(seconds * RATE)) / RATE)


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def share(file: Path, pitch: float) -> float:
    """How much of what was heard last is this tone."""
    values = sound.samples(file.read_bytes()[-8000:])
    power = np.abs(np.fft.rfft(values * np.hanning(len(values)))) ** 2 if len(values) > 2000 else np.zeros(9)
    near = np.abs(np.fft.rfftfreq(max(len(values), 16), 1 / 16_000)[: len(power)] - pitch) < 20
    return float(power[near].sum() / power.sum()) if power.any() else 0.0


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    with pulse(tmp_path / "pulse") as running:
        monkeypatch.setenv("ALSA_CONFIG_PATH", str(running.alsa))
        yield running
        until(lambda: not portaudio.shared._open)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """440 Hz for 60 seconds, then 1000 Hz for 60."""
    path = tmp_path / "message.wav"
    write_wav(path, sound.pcm(np.concatenate((tone(440, 60), tone(1000, 60)))), RATE)
    return path


def test_it_is_heard_from_where_and_as_fast_as_asked(server: Pulse, file: Path, tmp_path: Path) -> None:
    told: list[Moved] = []
    player = Player(told.append, SPEAKER)
    player.play("one", file, at=10)
    until(lambda: told and told[-1].at > 10.2)
    assert told[-1].on
    assert told[-1].at < 60
    ear = tmp_path / "ear.raw"
    with server.listen(ear):
        until(lambda: share(ear, 440) > 0.9)
        player.play("one", file, at=70, speed=1.5)
        until(lambda: told[-1].speed == 1.5 and told[-1].at > 70.5)
        until(lambda: share(ear, 1000) > 0.9)
        assert all(moved.on for moved in told)  # one stream all the time: it moved, it did not end

        one = len(told)
        player.play("two", file, at=119.5, speed=2)
        until(lambda: not told[-1].on and told[-1].recording == "two")
        ends = [moved for moved in told[one:] if not moved.on]
        assert [moved.recording for moved in ends] == ["one", "two"]
        assert ends[1].at == pytest.approx(120, abs=0.1)
        assert not any(moved.happened for moved in told)

    player.play("one", file, at=0)
    until(lambda: told[-1].on and told[-1].at > 0.1)
    player.stop()
    until(lambda: not told[-1].on)
    assert told[-1].at < 60
    player.stop()


def test_a_device_that_is_pulled_out_is_said(server: Pulse, file: Path) -> None:
    told: list[Moved] = []
    player = Player(told.append, SPEAKER)
    player.play("one", file, at=20)
    until(lambda: told and told[-1].at > 20.2)
    for card in ("other", "ear", "mouth"):  # the server would give us the next card instead
        server.unplug(card)
    until(lambda: not told[-1].on)
    assert "does not answer any more" in told[-1].happened
    assert told[-1].do == "Plug it in again."
    assert told[-1].at > 20.1
    for card in ("mouth", "ear"):
        server.plug(card)
    player.play("one", file, at=told[-1].at)
    until(lambda: told[-1].on and told[-1].at > 20.5)
    player.stop()
    until(lambda: not told[-1].on)


def said(player: Player, told: list[Moved], path: Path) -> Moved:
    """The end of a recording that cannot be played."""
    told.clear()
    player.play("one", path, at=3)
    until(lambda: told and not told[-1].on)
    assert told[-1].at == 3
    return told[-1]


def test_what_cannot_be_played_is_two_sentences(tmp_path: Path, file: Path) -> None:
    told: list[Moved] = []
    player = Player(told.append, "no such device 4711")
    gone = said(player, told, tmp_path / "none.wav")
    assert (gone.happened, gone.do) == (
        "This message cannot be played: its file is gone.",
        "It may be past the time recordings are kept.",
    )
    (tmp_path / "bad.wav").write_bytes(b"no sound")
    assert said(player, told, tmp_path / "bad.wav").do == "Its file is damaged; listen to the others."
    missing = said(player, told, file)
    assert "no such device 4711" in missing.happened or "PortAudio library is missing" in missing.happened


def test_without_the_library_it_says_so(file: Path) -> None:
    def load() -> Any:
        raise OSError("PortAudio library not found")

    told: list[Moved] = []
    player = Player(told.append, audio=PortAudio(load))
    assert said(player, told, file).do == "Install libportaudio2 by apt."
