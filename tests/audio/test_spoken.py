import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.numerals import LANGUAGES, Language, cardinal, digit, ordinal_day
from audio.spoken import BREATH, plain, say_clock, say_count, say_number
from audio.spoken import say_at as say_at_with_breaths
from audio.spoken import say_by as say_by_with_breaths
from tests.audio.conftest import LONDON, NOW

SAID: dict[tuple[Language, int, int], str] = {
    ("en", 10, 40): "by ten forty",
    ("en", 9, 0): "by nine o'clock",
    ("en", 10, 5): "by ten zero five",
    ("en", 14, 40): "by two forty this afternoon",
    ("en", 12, 0): "by twelve noon",
    ("en", 18, 30): "by six thirty this evening",
    ("es", 10, 40): "antes de las diez y cuarenta",
    ("es", 13, 1): "antes de la una y uno de la tarde",
    ("es", 21, 15): "antes de las nueve y quince de la noche",
    ("de", 10, 40): "bis um zehn Uhr vierzig",
    ("de", 9, 0): "bis um neun Uhr",
    ("de", 13, 1): "bis um dreizehn Uhr eins",
    ("de", 21, 21): "bis um einundzwanzig Uhr einundzwanzig",
    ("fr", 10, 40): "au plus tard à dix heures quarante",
    ("fr", 12, 0): "au plus tard à midi",
    ("es", 14, 20): "antes de las dos y veinte de la tarde",
    ("fr", 10, 20): "au plus tard à dix heures vingt minutes",
    ("fr", 12, 10): "au plus tard à douze heures dix",
    ("fr", 17, 30): "au plus tard à cinq heures trente cet après-midi",
    ("fr", 21, 21): "au plus tard à neuf heures vingt et une ce soir",
}


def say_by(at: datetime, now: datetime, language: Language) -> str:
    """The words alone."""
    return plain(say_by_with_breaths(at, now, language))


def say_at(at: datetime, now: datetime, language: Language) -> str:
    """The words alone."""
    return plain(say_at_with_breaths(at, now, language))


@pytest.mark.parametrize(("when", "words"), SAID.items())
def test_a_time_today(when: tuple[Language, int, int], words: str) -> None:
    language, hour, minute = when
    assert say_by(NOW.replace(hour=hour, minute=minute), NOW, language) == words


@pytest.mark.parametrize(
    ("days", "language", "words"),
    [
        (1, "en", "tomorrow by nine o'clock"),
        (5, "en", "on Monday by nine o'clock"),
        (7, "en", "on Wednesday, the first of April, by nine o'clock"),
        (27, "en", "on Tuesday, the twenty first of April, by nine o'clock"),
        (1, "es", "mañana antes de las nueve en punto"),
        (5, "es", "el lunes antes de las nueve en punto"),
        (7, "es", "el miércoles, uno de abril, antes de las nueve en punto"),
        (1, "de", "morgen bis um neun Uhr"),
        (5, "de", "am Montag bis um neun Uhr"),
        (9, "de", "am Freitag, dem dritten April, bis um neun Uhr"),
        (1, "fr", "demain au plus tard à neuf heures"),
        (5, "fr", "lundi au plus tard à neuf heures"),
        (7, "fr", "le mercredi premier avril, au plus tard à neuf heures"),
    ],
)
def test_another_day(days: int, language: Language, words: str) -> None:
    assert say_by((NOW + timedelta(days=days)).replace(hour=9, minute=0), NOW, language) == words


@pytest.mark.parametrize(
    ("minute", "words"),
    [
        (0, "by|two|o'clock|this afternoon"),
        (5, "by|two|zero|five|this afternoon"),
        (20, "by|two|twenty|this afternoon"),
    ],
)
def test_an_english_time_breathes_between_what_would_run_together(minute: int, words: str) -> None:
    assert say_by_with_breaths(NOW.replace(hour=14, minute=minute), NOW, "en") == words.replace("|", BREATH)


def test_opening_again() -> None:
    tomorrow = (NOW + timedelta(days=1)).replace(hour=8, minute=30)
    assert say_at(tomorrow, NOW, "en") == "tomorrow at eight thirty"
    assert say_at(tomorrow, NOW, "es") == "mañana a las ocho y treinta"
    assert say_at(tomorrow, NOW, "de") == "morgen um acht Uhr dreißig"
    assert say_at(tomorrow, NOW, "fr") == "demain à huit heures trente"


def test_a_time_is_read_in_the_zone_of_the_desk() -> None:
    noon_in_new_york = datetime(2026, 3, 25, 12, 0, tzinfo=ZoneInfo("America/New_York"))
    assert say_by(noon_in_new_york, NOW, "de") == "bis um sechzehn Uhr"
    # In Sydney it is already the next day.
    assert (
        say_by(datetime(2026, 3, 26, 9, 0, tzinfo=ZoneInfo("Australia/Sydney")), NOW, "en")
        == "by ten o'clock this evening"
    )


def test_tomorrow_across_the_change_of_the_clocks() -> None:
    saturday = datetime(2026, 3, 28, 23, 30, tzinfo=LONDON)
    sunday = datetime(2026, 3, 29, 9, 0, tzinfo=LONDON)
    assert say_by(sunday, saturday, "en") == "tomorrow by nine o'clock"
    assert say_by(sunday + timedelta(days=1), saturday, "en") == "on Monday by nine o'clock"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", [True, False])
def test_every_minute_of_the_day_is_said_in_words_of_its_own(language: Language, today: bool) -> None:
    said = [
        plain(say_clock(hour, minute, language, today=today)) for hour in range(24) for minute in range(60)
    ]
    assert len(set(said)) == 24 * 60
    for words in said:
        assert re.fullmatch(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*", words), words


@given(
    language=st.sampled_from(LANGUAGES),
    minutes=st.integers(1, 60 * 24 * 400),
    other=st.integers(1, 60 * 24 * 6),
)
def test_moments_of_the_same_week_are_never_said_alike(language: Language, minutes: int, other: int) -> None:
    at, second = NOW + timedelta(minutes=minutes), NOW + timedelta(minutes=other)
    assert not re.search(r"\d|\{|  ", say_by(at, NOW, language))
    if at != second:
        assert say_by(at, NOW, language) != say_by(second, NOW, language)


DIGITS = {
    language: {digit(str(value), language): str(value) for value in range(10)} for language in LANGUAGES
}


def back(words: str, language: Language) -> str:
    """The digits that somebody hearing the words would write down."""
    return "".join(DIGITS[language].get(word, "") for word in words.replace(",", "").split())


@given(st.sampled_from(LANGUAGES), st.text("0123456789", min_size=1, max_size=20))
def test_every_digit_is_said_once_and_in_order(language: Language, number: str) -> None:
    said = say_number(number, "GB", language)
    assert back(said, language) == number
    assert all(len(group.split()) <= 4 for group in said.split(","))


@settings(max_examples=200)
@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from(["GB", "ES", "DE", "FR", "IT", "US", "MX"]),
    st.integers(10, 99),
    st.text("0123456789", min_size=5, max_size=12),
)
def test_international_numbers_lose_no_digit(language: Language, country: str, code: int, rest: str) -> None:
    number = f"+{code}{rest}"
    said = back(say_number(number, country, language), language)
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        assert said == number[1:]
        return
    if parsed.country_code == phonenumbers.country_code_for_region(country):
        assert said.endswith(phonenumbers.national_significant_number(parsed))
    else:
        assert said == str(parsed.country_code) + phonenumbers.national_significant_number(parsed)


@pytest.mark.parametrize(
    ("number", "country", "language", "words"),
    [
        ("+442079460958", "GB", "en", "zero two zero, seven nine four six, zero nine five eight"),
        ("+442079460958", "gb", "en", "zero two zero, seven nine four six, zero nine five eight"),
        ("+442079460958", "ES", "en", "plus four four, two zero, seven nine four six, zero nine five eight"),
        ("+34912345678", "ES", "es", "nueve uno dos, tres cuatro, cinco seis, siete ocho"),
        ("+493012345678", "DE", "de", "null drei null, eins zwo drei vier, fünf sechs sieben acht"),
        ("+33142685300", "FR", "fr", "zéro un, quatre deux, six huit, cinq trois, zéro zéro"),
        ("214", "GB", "en", "two one four"),
    ],
)
def test_numbers_as_their_people_say_them(number: str, country: str, language: Language, words: str) -> None:
    assert plain(say_number(number, country, language)) == words


def test_there_is_a_breath_after_each_digit() -> None:
    assert say_number("21455", "GB", "en").replace(BREATH, "|") == "two|one|four,|five|five"


def test_no_digits_is_an_error() -> None:
    with pytest.raises(ValueError, match="no digit"):
        say_number("anonymous", "GB", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_numbers(language: Language) -> None:
    said = [say_count(count, language) for count in range(100)]
    assert len(set(said)) == 100
    assert not any(re.search(r"\d", words) for words in said)
    assert len({ordinal_day(day, language) for day in range(1, 32)}) == 31
    for wrong in (-1, 100):
        with pytest.raises(ValueError, match="0 to 99"):
            cardinal(wrong, language)


def test_numbers_that_languages_build_their_own_way() -> None:
    assert [cardinal(number, "fr") for number in (21, 71, 80, 81, 91)] == [
        "vingt et un",
        "soixante et onze",
        "quatre-vingts",
        "quatre-vingt-un",
        "quatre-vingt-onze",
    ]
    assert [cardinal(number, "es") for number in (16, 21, 31)] == ["dieciséis", "veintiuno", "treinta y uno"]
    assert [cardinal(number, "de") for number in (17, 21, 30)] == ["siebzehn", "einundzwanzig", "dreißig"]
    assert [ordinal_day(day, "en") for day in (1, 12, 20, 31)] == [
        "first",
        "twelfth",
        "twentieth",
        "thirty first",
    ]
    assert [ordinal_day(day, "de") for day in (1, 3, 7, 19, 20)] == [
        "ersten",
        "dritten",
        "siebten",
        "neunzehnten",
        "zwanzigsten",
    ]
