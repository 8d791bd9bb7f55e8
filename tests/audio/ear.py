"""The caller's ear: what somebody at the far end of a telephone understands, by Whisper offline.

Not a test by itself: the bench and a slow test use it. faster_whisper and its models are imported when first
needed; `Unavailable` is raised where they are not installed.
"""

import re
import unicodedata
from functools import lru_cache

import numpy as np

from audio import pcm as sound
from audio import transcription
from audio.numerals import Language, cardinal, digit, feminine, ordinal_day
from audio.transcription import Unavailable as Unavailable


def over_the_phone(pcm8k: bytes) -> bytes:
    """PCM at 8 kHz as it comes out of a G.711 mu-law line (the continuous law in 8 bits)."""
    values = sound.samples(pcm8k)
    coded = np.round(np.sign(values) * np.log1p(255 * np.abs(values)) / np.log(256) * 127) / 127
    return sound.pcm(np.sign(coded) * (256 ** np.abs(coded) - 1) / 255)


def write_down(pcm8k: bytes, language: Language) -> str:
    """What is understood of speech at 8 kHz; English by Whisper tiny.en, the others by Whisper base."""
    return transcription.write_down(sound.at_rate(sound.samples(pcm8k), 8000, 16_000), language)


def word_error(expected: str, heard: str, language: Language) -> float:
    """The share of expected words that were heard wrong, left out or added; numbers count digit by digit."""
    return word_errors(expected, heard, language) / max(1, len(words(expected, language)))


def word_errors(expected: str, heard: str, language: Language) -> int:
    """How many words must be changed, added or taken away to make what was heard into what was said."""
    return _distance(words(expected, language), words(heard, language))


def digits(text: str, language: Language) -> str:
    """Every digit in a text, numbers in words included: two texts with the same digits agree on numbers and
    times.
    """
    return "".join(word for word in words(text, language) if word.isdigit())


_NOISE: dict[Language, set[str]] = {
    "en": {"o'clock", "oclock", "a", "p", "m", "am", "pm"},
    "es": {"y", "en", "punto", "h"},
    "de": {"uhr"},
    "fr": {"heures", "heure", "h", "et"},
}
"""Words that a written clock time has or has not ("10:40", "10h40", "ten o'clock"); left out beside a number.
"""

_ALIKE: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (
        ("twelve noon", "12"),
        ("12 noon", "12"),
        ("noon", "12"),
        ("ok", "okay"),
        ("call back", "callback"),
        ("on to", "onto"),
        ("a clock", "o'clock"),
    ),
    "es": (("doce del mediodía", "12"), ("alas", "a las")),
    "de": (("daß", "dass"),),
    "fr": (
        ("l'après midi", "l'après-midi"),
        ("midi", "12"),
        ("minuit", "0"),
        ("cette heure", "7 heures"),  # one sound, as the next
        ("fil", "file"),
    ),
}

_ONE_SOUND = (("to", "2"), ("too", "2"), ("for", "4"))
"""English words that sound as a digit does."""


@lru_cache(maxsize=4)
def _numerals(language: Language) -> tuple[tuple[str, str], ...]:
    """Number words and the digits they stand for, longest first."""
    found = {digit(str(number), language): str(number) for number in range(10)}
    for number in range(100):
        found[feminine(number, language)] = str(number)
        found[cardinal(number, language)] = str(number)
    if language == "de":
        found |= {ordinal_day(day, language): str(day) for day in range(1, 32)}
    if language == "en":
        found |= {ordinal_day(day, language): str(day) for day in range(4, 32)}
    found |= {"en": {"oh": "0", "o": "0"}, "es": {}, "de": {"ein": "1", "zwo": "2"}, "fr": {}}[language]
    flat = {_plain(words): value for words, value in found.items()}
    return tuple(sorted(flat.items(), key=lambda pair: -len(pair[0])))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text.lower()).replace("\u2019", "'")
    text = re.sub(r"(?<=\d)(?:[:.h]|\s?uhr\s|\sh\s)(?=\d\d\b)", " ", text)
    text = re.sub(r"(?<=\d):00\b", "", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)
    text = re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", text)
    return " ".join(re.sub(r"[^\w' ]", " ", text.replace("-", " ")).split())


def words(text: str, language: Language) -> list[str]:
    """The words of a text, written alike: lower case, no punctuation, numbers as single digits."""
    flat = f" {_plain(text)} "
    for one, other in _ALIKE[language]:
        flat = flat.replace(f" {one} ", f" {other} ")
    for spelled, number in _numerals(language):
        while f" {spelled} " in flat:
            flat = flat.replace(f" {spelled} ", f" {number} ")
    if language == "en":  # one sound: among digits it is the digit, before "o'clock" it is the hour
        for sounded, number in _ONE_SOUND:
            flat = re.sub(rf"(?<=\d ){sounded}(?= )|(?<= ){sounded}(?= (?:\d|o'clock ))", number, flat)
    out: list[str] = []
    parts = flat.split()
    for index, word in enumerate(parts):
        beside = any(other.isdigit() for other in parts[max(0, index - 1) : index + 2])
        if word.isdigit():
            # "10 00" is how a whole hour may be written; said, it has no minutes.
            if not (word == "00" and out and out[-1].isdigit()):
                out += list(word)
        elif not (word in _NOISE[language] and beside):
            # French "tapez", "taper", "tapé" and "tapées" are one sound: nobody can hear which it was.
            out.append(re.sub(r"(?<=\w\w)(?:ez|er|ées?|és)$", "é", word) if language == "fr" else word)
    return out


def _distance(one: list[str], other: list[str]) -> int:
    row = list(range(len(other) + 1))
    for index, word in enumerate(one, 1):
        previous, row[0] = row[0], index
        for column, against in enumerate(other, 1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (word != against)),
            )
    return row[-1]
