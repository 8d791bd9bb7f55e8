import contextlib
import importlib
import sys
import threading
from typing import Any

import pytest

from audio import pyttsx3_pico
from audio import voice as voice_module
from audio.numerals import Language
from audio.pcm import dbfs, frame_levels, samples
from audio.spoken import BREATH
from audio.voice import Voice, VoiceError, find_voice
from audio.wav import duration


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Packages that cannot be imported while the test runs, as on a machine that has not got them."""
    missing: set[str] = set()
    real = importlib.import_module

    def load(name: str, package: str | None = None) -> Any:
        if name in missing:
            raise ImportError(f"No module named {name!r}", name=name)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", load)
    monkeypatch.setattr(voice_module, "_engines", {})
    return missing


def test_the_usual_voice_is_pico_in_each_language(voices: dict[Language, Voice]) -> None:
    assert [voice.name for voice in voices.values()] == ["en-GB", "es-ES", "de-DE", "fr-FR"]
    found, report = find_voice(language="de")
    assert found == voices["de"]
    assert report.understood_on_phone
    assert (report.driver, report.name, report.what_to_do) == ("pico", "de-DE", "")


def test_it_speaks_through_pyttsx3(voices: dict[Language, Voice]) -> None:
    pcm = voices["en"].speak("Thank you for calling. We will call you back by ten forty.")
    assert 3 < duration(pcm, 16_000) < 6
    assert dbfs(samples(pcm)) > -30
    assert "pyttsx3.drivers.pico" in sys.modules
    assert voices["en"].speak("") == b""


def test_the_same_text_takes_the_same_time_and_another_rate_another(voices: dict[Language, Voice]) -> None:
    text = "We are with a visitor. Please hold the line."
    lengths = {len(voices["en"].speak(text)) for _ in range(4)}
    assert len(lengths) == 1
    slow, _ = find_voice("pico", rate=0.7)
    assert slow is not None
    assert len(slow.speak(text)) > 1.2 * max(lengths)


def test_sentences_are_parted_by_a_pause(voices: dict[Language, Voice]) -> None:
    pcm = voices["en"].speak("Thank you. Goodbye.")
    quiet = frame_levels(samples(pcm), 16_000) < -50
    longest = max(len(run) for run in "".join("q" if frame else " " for frame in quiet).split())
    assert 25 <= longest <= 60  # frames of 10 ms


def test_a_breath_is_a_short_pause_to_pico_and_a_space_to_others(
    voices: dict[Language, Voice], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(voices["en"].speak(f"ten{BREATH}forty")) > len(voices["en"].speak("ten forty")) + 1000
    said: list[str] = []

    class Engine:
        def __getattr__(self, name: str) -> Any:
            return lambda *words, **_: said.append(words[0]) if name == "save_to_file" else None

    monkeypatch.setattr(voice_module, "_engine", lambda driver: Engine())
    with pytest.raises(VoiceError, match="wrote nothing"):
        Voice("sapi5", "", 200).speak(f"ten{BREATH}forty")
    assert said == ["ten forty"]


def test_many_threads_may_speak_at_once(voices: dict[Language, Voice]) -> None:
    texts = {language: f"{language} one two three." for language in voices}
    alone = {language: len(voices[language].speak(text)) for language, text in texts.items()}
    together: list[tuple[Language, int]] = []

    def job(language: Language) -> None:
        together.append((language, len(voices[language].speak(texts[language]))))

    threads = [threading.Thread(target=job, args=(language,)) for language in list(voices) * 5]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(together) == 20
    # Pico may end a sentence a few milliseconds sooner or later; another language would be far off.
    assert all(abs(size - alone[language]) < 3200 for language, size in together)


@pytest.mark.parametrize(
    "text", ["x" * 30_000, "a \x00 b", "<speed level='1000'>quick</speed>", "Ærø & Søn, 日本語", "a\ud800b"]
)
def test_no_company_name_breaks_the_voice(voices: dict[Language, Voice], text: str) -> None:
    with contextlib.suppress(VoiceError):
        voices["en"].speak(text[:3000])
    assert len(voices["en"].speak("Still here.")) > 10_000


def test_tags_are_not_commands() -> None:
    assert pyttsx3_pico.sentences("One <b>two</b>. Three!") == ["One b two /b .", "Three!"]
    assert pyttsx3_pico.sentences(" ... ") == []


def test_what_cannot_be_spoken_is_an_error_in_words(voices: dict[Language, Voice]) -> None:
    with pytest.raises(VoiceError, match="nothing"):
        voices["en"].speak("...")


def test_an_unknown_voice_is_said_and_the_usual_one_speaks() -> None:
    found, report = find_voice("pico", "xx-XX", language="fr")
    assert found is not None
    assert found.name == "fr-FR"
    assert "'xx-XX' is not there" in report.sentence
    assert report.what_to_do


def test_unknown_engines_and_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown voice engine"):
        find_voice("festival")
    with pytest.raises(ValueError, match="unknown language"):
        find_voice("pico", language="xx")


def test_switched_off() -> None:
    found, report = find_voice("none")
    assert found is None
    assert "switched off" in report.sentence


def test_without_pico_espeak_is_the_last_resort_and_said_to_be_bad(without: set[str]) -> None:
    without.add("audio.pyttsx3_pico")
    found, report = find_voice("auto", language="en")
    if found is None:
        pytest.skip(f"no espeak on this machine: {report.sentence}")
    assert found.driver == "espeak"
    assert not report.understood_on_phone
    assert "understand it badly" in report.sentence
    assert "py-nanotts" in report.what_to_do
    first, second = (
        found.speak("One moment please."),
        found.speak("A much longer sentence, that takes its time."),
    )
    assert 0.5 < duration(first, 16_000) < duration(second, 16_000)


def test_where_nothing_speaks_it_says_so(without: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    without |= {"audio.pyttsx3_pico", "pyttsx3.drivers._espeak", "pyttsx3.drivers.espeak"}
    found, report = find_voice("auto")
    assert found is None
    assert "tones" in report.sentence
    assert report.what_to_do


def test_an_engine_that_failed_is_made_anew(voices: dict[Language, Voice]) -> None:
    # pyttsx3 leaves its loop "running" for ever when a job ends in an error.
    voices["en"].speak("One.")
    voice_module._engines["pico"]._inLoop = True
    with pytest.raises(VoiceError, match="run loop"):
        voices["en"].speak("Two.")
    assert voices["en"].speak("Three.")


def test_a_driver_that_hangs_does_not_hang_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice_module, "_PATIENCE", 0.1)
    never = threading.Event()
    with pytest.raises(VoiceError, match="started anew"):
        voice_module._run(lambda: (never.wait(5), b"")[1])
    assert voice_module._run(lambda: b"again") == b"again"
    never.set()
