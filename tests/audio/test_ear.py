"""The ear itself, and with it what callers understand of the prompts; the listening is slow and needs the
bench's packages.
"""

from datetime import timedelta

import pytest

from audio.numerals import Language
from audio.voice import Voice
from tests.audio.conftest import NOW, MakePrompts
from tests.audio.ear import Unavailable, digits, over_the_phone, word_error, words, write_down


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("en", "We will call you back by ten oh five.", "we'll call you back by 10:05"),
        ("en", "by four o'clock this afternoon", "by for a clock this afternoon"),
        ("en", "by two fifteen", "by to 15"),
        ("en", "by twelve noon", "by 12 noon"),
        ("fr", "à sept heures", "à cette heure"),
        ("fr", "à cinq heures de l'après-midi", "à 5h de l'après-midi"),
        ("en", "by nine o'clock", "by 9 o'clock."),
        ("en", "zero two zero, seven nine four six", "020 7946"),
        ("en", "the twenty first of April", "the 21st of April"),
        ("es", "antes de las diez y cuarenta", "antes de las 10:40"),
        ("de", "bis vierzehn Uhr fünfundvierzig", "bis 14.45 Uhr"),
        ("de", "zwo eins vier", "2, 1, 4"),
        ("fr", "avant dix heures quarante", "avant 10h40"),
        ("fr", "avant vingt et une heures", "avant 21 heures"),
    ],
)
def test_numbers_are_written_alike(language: Language, said: str, heard: str) -> None:
    assert digits(said, language) == digits(heard, language) != ""
    assert words(said, language)[-2:] == words(heard, language)[-2:]


def test_wrong_words_are_counted() -> None:
    assert word_error("press two to hold", "press two to hold", "en") == 0
    assert word_error("press two to hold", "press three to hold", "en") == 0.25
    assert word_error("press two to hold", "", "en") == 1
    assert digits("by ten forty", "en") != digits("by ten fourteen", "en")


@pytest.mark.slow
def test_a_caller_understands_the_promise_and_the_number(
    voices: dict[Language, Voice], make_prompts: MakePrompts
) -> None:
    prompts = make_prompts(voices["en"])
    at = NOW + timedelta(minutes=70)
    number = "+442079460958"
    try:
        for name in ("greeting_serving", "menu", "promise", "read_back"):
            text = prompts.text(name, number=number, at=at, now=NOW)
            heard = write_down(
                over_the_phone(prompts.clip(name, rate=8000, number=number, at=at, now=NOW)), "en"
            )
            assert digits(heard, "en") == digits(text, "en"), heard
            assert word_error(text, heard, "en") <= 0.1, heard
    except Unavailable as why:
        pytest.skip(str(why))
