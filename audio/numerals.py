"""Numbers as words in the four languages, without any digits, as said aloud on a telephone."""

from collections.abc import Callable
from typing import Literal

Language = Literal["en", "es", "de", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "es", "de", "fr")

_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_DE = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = "vingt trente quarante cinquante soixante".split()


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    tens = _EN_TENS[number // 10 - 2]
    return f"{tens} {_EN[number % 10]}" if number % 10 else tens


def _spanish(number: int) -> str:
    if number < 30:
        return _ES[number]
    tens = _ES_TENS[number // 10 - 3]
    return f"{tens} y {_ES[number % 10]}" if number % 10 else tens


def _german(number: int) -> str:
    if number < 20:
        return _DE[number]
    tens = _DE_TENS[number // 10 - 2]
    ones = "ein" if number % 10 == 1 else _DE[number % 10]
    return f"{ones}und{tens}" if number % 10 else tens


def _french(number: int) -> str:
    if number < 20:
        return _FR[number]
    if number < 70:
        tens = _FR_TENS[number // 10 - 2]
        if number % 10 == 0:
            return tens
        return f"{tens} et un" if number % 10 == 1 else f"{tens}-{_FR[number % 10]}"
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_FR[number - 60]}"
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{_FR[number - 80]}"


_CARDINAL: dict[Language, Callable[[int], str]] = {
    "en": _english,
    "es": _spanish,
    "de": _german,
    "fr": _french,
}


def cardinal(number: int, language: Language) -> str:
    """A whole number from 0 to 99 as counted: "twenty three". ValueError outside of that."""
    if not 0 <= number <= 99:
        raise ValueError(f"only 0 to 99 can be said, not {number}")
    return _CARDINAL[language](number)


def digit(character: str, language: Language) -> str:
    """One digit of a telephone number. German says "zwo", which no line turns into "drei"."""
    if language == "de" and character == "2":
        return "zwo"
    return cardinal(int(character), language)


def feminine(number: int, language: Language) -> str:
    """A number before a feminine noun, as hours are in Spanish and French: "una", "vingt et une"."""
    words = cardinal(number, language)
    if language == "fr" and words.split("-")[-1].split()[-1] == "un":
        return words + "e"
    if language == "es" and words.endswith("uno"):
        return words[:-1] + "a"
    return words


def ordinal_day(day: int, language: Language) -> str:
    """The day of a month, 1 to 31, as a date says it: "twenty first", "ersten", "premier"."""
    if not 1 <= day <= 31:
        raise ValueError(f"no month has a day {day}")
    if language == "en":
        return _english_ordinal(day)
    if language == "de":
        special = {1: "ersten", 3: "dritten", 7: "siebten"}
        return special.get(day) or cardinal(day, "de") + ("ten" if day < 20 else "sten")
    if language == "fr" and day == 1:
        return "premier"
    return cardinal(day, language)


def _english_ordinal(day: int) -> str:
    special = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
    if day in special:
        return special[day]
    if day < 20:
        return _EN[day] + "th"
    tens = _EN_TENS[day // 10 - 2]
    return f"{tens} {_english_ordinal(day % 10)}" if day % 10 else tens[:-1] + "ieth"
