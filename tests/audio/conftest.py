"""What the tests of the sound share: the real voice of this machine, and prompts in a folder of the test's
own.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from audio.numerals import Language
from audio.prompts import Prompts, Speaker
from audio.voice import Voice, find_voice

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 25, 9, 30, tzinfo=LONDON)
COUNTRIES: dict[Language, str] = {"en": "GB", "es": "ES", "de": "DE", "fr": "FR"}

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
