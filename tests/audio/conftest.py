"""What the tests of the sound share: the real voice of this machine, and prompts in a folder of the test's
own.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from audio.numerals import Language
from audio.prompts import RATES, Prompts, Speaker
from audio.sentences import BLANKS
from audio.voice import Voice, find_voice

LONDON = ZoneInfo("Europe/London")
NUMBER = "+442079460958"
NOW = datetime(2026, 3, 25, 9, 30, tzinfo=LONDON)
COUNTRIES: dict[Language, str] = {"en": "GB", "es": "ES", "de": "DE", "fr": "FR"}

Rendered = Callable[[Language], dict[str, dict[int, bytes]]]
MakePrompts = Callable[..., Prompts]


@pytest.fixture(scope="session")
def voices() -> dict[Language, Voice]:
    """The Pico voice in each language; the package is one of ours, so its absence is a failure."""
    found: dict[Language, Voice] = {}
    for language in COUNTRIES:
        voice, report = find_voice("pico", language=language)
        assert voice is not None, report.sentence
        found[language] = voice
    return found


@pytest.fixture
def make_prompts(tmp_path: Path) -> MakePrompts:
    """Prompts whose cache is a folder of this test; `voice` may be anything that speaks, or None."""

    def make(
        voice: Speaker | None,
        language: Language = "en",
        recordings: Path | None = None,
        cache: Path | None = None,
    ) -> Prompts:
        return Prompts(
            language,
            "Riverside Clinic",
            COUNTRIES[language],
            LONDON,
            voice,
            recordings,
            cache or tmp_path / "cache",
        )

    return make


@pytest.fixture(scope="session")
def rendered(voices: dict[Language, Voice], tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Every prompt of a language as spoken, {name: {rate: PCM}}; rendered once for all tests."""

    @cache
    def render(language: Language) -> dict[str, dict[int, bytes]]:
        folder = tmp_path_factory.mktemp(language)
        prompts = Prompts(
            language, "Riverside Clinic", COUNTRIES[language], LONDON, voices[language], None, folder
        )
        at = NOW.replace(hour=16)
        clips = {
            name: {
                rate: prompts.clip(name, rate=rate, number=NUMBER, at=at, now=NOW, count=3) for rate in RATES
            }
            for name in BLANKS
        }
        assert prompts.problems == []
        return {name: {int(rate): pcm for rate, pcm in both.items()} for name, both in clips.items()}

    return render


class Counting:
    """A voice that counts what it is asked for, and whose sound is the text's length of a tone."""

    driver = "counting"
    name = "tone"
    words_per_minute = 200

    def __init__(self) -> None:
        self.said: list[str] = []

    def speak(self, text: str) -> bytes:
        from audio.tones import beep

        self.said.append(text)
        return beep(16_000) * (1 + len(text) % 3)
