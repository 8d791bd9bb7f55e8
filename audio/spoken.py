"""How people say telephone numbers and times, in words that survive a telephone: no digits, no "half past",
no doubles.

Pure: what is said depends on the arguments alone. Times are aware datetimes; both are read in the zone of
`now`. A `BREATH` stands where a number or a time needs one.
"""

from datetime import datetime

import phonenumbers

from audio.numerals import Language, cardinal, digit, feminine, ordinal_day

BREATH = "\N{THIN SPACE}"
"""A pause too short for a comma, without which a telephone runs words together: "two twenty" into "twenty
twenty", "by eight fifty" into "by age fifty". A voice that knows no such pause reads it as a space.
"""

_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_MONTHS: dict[Language, list[str]] = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
_PLUS: dict[Language, str] = {"en": "plus", "es": "más", "de": "plus", "fr": "indicatif"}
"""What comes before a foreign country code. French voices say "plus" like "plu", so it is named instead."""


def plain(text: str) -> str:
    """The words alone, a space for each breath."""
    return text.replace(BREATH, " ")


def say_number(number: str, country: str, language: Language) -> str:
    """A telephone number digit by digit, in groups with commas between them. Without a breath after each
    digit nobody hears whether the same one came two or three times.

    `number` is E.164 ("+442079460958"), said as people of `country` (ISO code, "GB") dial it when it is one
    of theirs and with its country code otherwise; or digits alone, such as an extension ("214"). ValueError
    when there is no digit in it.
    """
    groups, foreign = _groups(number, country)
    if not groups:
        raise ValueError("there is no digit in this number")
    said = [
        BREATH.join(digit(character, language) for character in part)
        for group in groups
        for part in _parts(group)
    ]
    if foreign:
        said[0] = f"{_PLUS[language]} {said[0]}"
    return f",{BREATH}".join(said)


def _groups(number: str, country: str) -> tuple[list[str], bool]:
    """Digits in the groups that its country writes, and whether the first is a country code said as such."""
    if not number.startswith("+"):
        return _digit_groups(number), False
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return _digit_groups(number), True
    own = parsed.country_code == phonenumbers.country_code_for_region(country.upper())
    style = phonenumbers.PhoneNumberFormat.NATIONAL if own else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    groups = _digit_groups(phonenumbers.format_number(parsed, style))
    wanted = str(parsed.country_code) + phonenumbers.national_significant_number(parsed)
    if not own and "".join(groups) != wanted:
        return [str(parsed.country_code), phonenumbers.national_significant_number(parsed)], True
    return groups, not own


def _digit_groups(text: str) -> list[str]:
    return "".join(character if character in "0123456789" else " " for character in text).split()


def _parts(group: str) -> list[str]:
    """A group of more than four digits in threes and fours, which is what people keep in mind."""
    if len(group) <= 4:
        return [group]
    size = 4 if len(group) % 4 == 0 else 3
    if len(group) == 5:
        return [group[:3], group[3:]]
    return [group[:size], *_parts(group[size:])]


def say_count(count: int, language: Language) -> str:
    """A small count or a place in line, 0 to 99: "three"."""
    return cardinal(count, language)


def say_by(at: datetime, now: datetime, language: Language) -> str:
    """Until when something will be done: "by ten forty", "tomorrow by nine o'clock", "on Monday by ..."."""
    return _moment(at, now, language, _BY)


def say_at(at: datetime, now: datetime, language: Language) -> str:
    """When something happens, such as opening again: "at eight thirty", "tomorrow at eight thirty"."""
    return _moment(at, now, language, _AT)


_BY: dict[Language, str] = {
    "en": f"by{BREATH}{{}}",
    "es": "antes de {}",
    "de": f"bis um{BREATH}{{}}",
    "fr": f"au plus tard à{BREATH}{{}}",
}
_AT: dict[Language, str] = {
    "en": f"at{BREATH}{{}}",
    "es": "a {}",
    "de": f"um{BREATH}{{}}",
    "fr": f"à{BREATH}{{}}",
}


def _moment(at: datetime, now: datetime, language: Language, words: dict[Language, str]) -> str:
    at = at.astimezone(now.tzinfo)
    days = (at.date() - now.date()).days
    clock = words[language].format(say_clock(at.hour, at.minute, language, today=days == 0))
    return f"{day} {clock}" if (day := _day(at, days, language)) else clock


def _day(at: datetime, days: int, language: Language) -> str:
    """Which day, said before the clock time; nothing for today."""
    weekday, month = _WEEKDAYS[language][at.weekday()], _MONTHS[language][at.month - 1]
    if days == 0:
        return ""
    if days == 1:
        return {"en": "tomorrow", "es": "mañana", "de": "morgen", "fr": "demain"}[language]
    if 2 <= days <= 6:
        return {"en": f"on {weekday}", "es": f"el {weekday}", "de": f"am {weekday}", "fr": weekday}[language]
    day = ordinal_day(at.day, language)
    return {
        "en": f"on {weekday}, the {day} of {month},",
        "es": f"el {weekday}, {day} de {month},",
        "de": f"am {weekday}, dem {day} {month},",
        "fr": f"le {weekday} {day} {month},",
    }[language]


def say_clock(hour: int, minute: int, language: Language, *, today: bool = True) -> str:
    """A time of day that can be mistaken for no other, with its article where the language has one.

    German counts to twenty-four, as its clocks and offices do; the others count to twelve and name the part
    of the day when it is not the morning. `today` makes that "this afternoon" in English and French.

    What is said is what was understood over a telephone: "ten zero five" and not "ten oh five", "cinq heures
    cet après-midi" and not "dix-sept heures".
    """
    if language == "en":
        return _english_clock(hour, minute, today)
    if language == "es":
        return _spanish_clock(hour, minute)
    if language == "fr":
        return _french_clock(hour, minute, today)
    word = "ein" if hour == 1 else cardinal(hour, "de")
    return f"{word} Uhr{BREATH}{cardinal(minute, 'de')}" if minute else f"{word} Uhr"


def _english_clock(hour: int, minute: int, today: bool) -> str:
    if minute == 0 and hour in (0, 12):
        return "midnight" if hour == 0 else "twelve noon"
    twelve = cardinal(hour % 12 or 12, "en")
    if minute == 0:
        clock = f"{twelve}{BREATH}o'clock"
    elif minute < 10:
        clock = f"{twelve}{BREATH}zero{BREATH}{cardinal(minute, 'en')}"
    else:
        clock = f"{twelve}{BREATH}{cardinal(minute, 'en')}"
    if hour < 5:
        return f"{clock}{BREATH}at night"
    if hour < 12:
        return clock
    return f"{clock}{BREATH}{'this' if today else 'in the'} {'afternoon' if hour < 18 else 'evening'}"


def _spanish_clock(hour: int, minute: int) -> str:
    twelve = hour % 12 or 12
    clock = f"{'la' if twelve == 1 else 'las'}{BREATH}{feminine(twelve, 'es')}"
    if minute:
        clock += f"{BREATH}y {cardinal(minute, 'es')}"
    if hour < 6:
        return f"{clock} de la madrugada"
    if hour < 12:
        return clock if minute else f"{clock} en punto"
    if hour == 12:
        return f"{clock} del mediodía"
    return f"{clock} {'de la tarde' if hour < 21 else 'de la noche'}"


def _french_clock(hour: int, minute: int, today: bool) -> str:
    if minute == 0 and hour in (0, 12):
        return "midi" if hour else "minuit"
    twelve = hour % 12 or 12
    clock = f"{feminine(twelve, 'fr')} {'heure' if twelve == 1 else 'heures'}" if hour else "minuit"
    if minute:
        # "Vingt" alone is heard as "un", or not at all.
        clock += f"{BREATH}{feminine(minute, 'fr')}{' minutes' if minute == 20 else ''}"
    if hour <= 12:
        return clock
    if today:
        return f"{clock} {'cet après-midi' if hour < 18 else 'ce soir'}"
    return clock + (" de l'après-midi" if hour < 18 else " du soir")
