"""What a caller hears, by the phrase: in the caller's language where there are prompts in it."""

from datetime import UTC
from pathlib import Path

import pytest

from audio.numerals import Language
from audio.prompts import Prompts
from audio.sentences import PromptError
from desk.core.commands import Phrase
from desk.core.model import Caller, Dial
from desk.sounds import Sounds
from tests.audio.conftest import NOW, NUMBER, Counting, MakePrompts


@pytest.fixture
def voice() -> Counting:
    return Counting()


def sounds(make_prompts: MakePrompts, voice: Counting, asked: list[str] | None = None) -> Sounds:
    def others(language: Language) -> Prompts:
        if asked is not None:
            asked.append(language)
        return make_prompts(voice, language)

    return Sounds(make_prompts(voice), {"k": NUMBER}.get, lambda: NOW.astimezone(UTC), others)


def test_a_caller_is_spoken_to_in_the_callers_language(make_prompts: MakePrompts, voice: Counting) -> None:
    asked: list[str] = []
    both = sounds(make_prompts, voice, asked)
    both.clip(Phrase(name="goodbye"), 8000)
    assert voice.said.pop() == "Thank you for calling. Goodbye."
    assert asked == []  # another language is made when it is first needed
    for _ in range(2):
        both.clip(Phrase(name="goodbye", language="es"), 8000)
        both.clip(Phrase(name="greeting_again", language="es", at=NOW.replace(hour=11)), 8000)
    assert [said.split()[0] for said in voice.said] == ["Gracias", "Gracias"]
    assert "Riverside Clinic" in voice.said[1]
    assert asked == ["es"]


def test_numbers_are_read_in_the_callers_language(make_prompts: MakePrompts, voice: Counting) -> None:
    number = Caller(key="k", dial=Dial.CAN)
    sounds(make_prompts, voice).clip(Phrase(name="read_back", number=number, language="de"), 8000)
    assert "zwo" in voice.said[0] or "zwei" in voice.said[0]


def test_an_unknown_language_hears_the_desks_own(make_prompts: MakePrompts, voice: Counting) -> None:
    both = sounds(make_prompts, voice)
    assert both.clip(Phrase(name="menu", language="tlh"), 8000) == both.clip(Phrase(name="menu"), 8000)
    assert len(voice.said) == 1


def test_prompts_that_cannot_be_had_are_said_in_the_desks_language(
    make_prompts: MakePrompts, voice: Counting, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(language: Language) -> Prompts:
        raise PromptError("fr.toml lacks menu.")

    def mute(language: Language) -> Prompts:
        return make_prompts(None, language)

    own = make_prompts(voice)
    english = own.clip("menu", rate=8000)
    for others in (broken, mute, None):
        both = Sounds(own, lambda key: None, lambda: NOW, others)
        assert both.clip(Phrase(name="menu", language="fr"), 8000) == english
    assert "fr.toml lacks menu" in caplog.text


def test_what_is_in_memory_is_kept_for_each_language(
    make_prompts: MakePrompts, voice: Counting, tmp_path: Path
) -> None:
    both = sounds(make_prompts, voice)
    spanish = Phrase(name="menu", language="es")
    assert both.ready(spanish, 8000) is None
    clip = both.clip(spanish, 8000)
    assert both.ready(spanish, 8000) == clip
    assert both.ready(Phrase(name="menu"), 8000) is None
    assert both.ready(Phrase(name="menu", language="en"), 8000) is None
    english = both.clip(Phrase(name="menu"), 8000)
    assert both.ready(Phrase(name="menu", language="en"), 8000) == english
