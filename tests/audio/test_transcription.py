"""A message is written down by another process, offline; skipped where the extra is not installed."""

import asyncio
from pathlib import Path

import pytest

from audio import pcm as sound
from audio import transcription
from audio.numerals import Language
from audio.tones import silence
from audio.transcription import transcribe
from audio.voice import RATE, Voice
from audio.wav import write_wav
from tests.audio.ear import over_the_phone


def message(voice: Voice, words: str, file: Path) -> None:
    """As a caller leaves it: spoken, by telephone."""
    spoken = sound.pcm(sound.at_rate(sound.samples(voice.speak(words)), RATE, 8000))
    write_wav(file, over_the_phone(spoken) + silence(500, 8000), 8000)


@pytest.mark.slow
async def test_what_a_caller_said_and_the_number_in_it(voices: dict[Language, Voice], tmp_path: Path) -> None:
    if why := transcription.unavailable():
        pytest.skip(why)
    english, german = tmp_path / "en.wav", tmp_path / "de.wav"
    message(voices["en"], "My number is: five five five, zero one seven three. Please call me back.", english)
    message(voices["de"], "Meine Nummer ist: null drei null, vier fünf sechs, eins sieben drei.", german)
    both = await asyncio.gather(transcribe(english, "en"), transcribe(german, "de"))
    assert [found and found.number for found in both] == ["5550173", "030456173"]
    assert both[0] is not None
    assert "call me back" in both[0].words.lower()


async def test_a_file_that_is_gone_is_no_transcript(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert await transcribe(tmp_path / "none.wav", "en") is None
    assert "could not be written down" in caplog.text


async def test_it_is_given_up_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(transcription, "LONGEST", 0.01)
    assert await transcribe(tmp_path / "none.wav", "en") is None
    assert "took more than" in caplog.text


def test_without_the_extra_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcription, "_HALVES", ("no_such_package_4711",))
    assert "one-moment[transcribe]" in transcription.unavailable()
