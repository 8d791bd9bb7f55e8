"""What the mail with the weekly report says, in the desk's language."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class Letter(NamedTuple):
    """The subject and the text; both name the week by its first and last day."""

    subject: str
    text: str


_LETTERS = {
    "en": Letter(
        "{company}: the week {first} to {last}",
        "Attached is the report of {desk} for the week {first} to {last}: what was promised, what was kept, "
        "whom we lost, and when a second person would have helped.",
    ),
    "es": Letter(
        "{company}: la semana del {first} al {last}",
        "Adjunto está el informe de {desk} de la semana del {first} al {last}: lo prometido, lo cumplido, a "
        "quién perdimos y cuándo habría ayudado una segunda persona.",
    ),
    "de": Letter(
        "{company}: die Woche vom {first} bis {last}",
        "Anbei der Bericht von {desk} über die Woche vom {first} bis {last}: was versprochen und was "
        "gehalten wurde, wen wir verloren haben und wann eine zweite Person geholfen hätte.",
    ),
    "fr": Letter(
        "{company} : la semaine du {first} au {last}",
        "Ci-joint le rapport de {desk} pour la semaine du {first} au {last} : ce qui a été promis, ce qui a "
        "été tenu, qui nous avons perdu et quand une deuxième personne aurait aidé.",
    ),
}
_WITH_ROWS = {
    "en": "It has names and telephone numbers in it.",
    "es": "Contiene nombres y números de teléfono.",
    "de": "Er enthält Namen und Telefonnummern.",
    "fr": "Il contient des noms et des numéros de téléphone.",
}
_NOT_OVER = {
    "en": "The week is not over yet: so it stood on {day} at {time}.",
    "es": "La semana aún no ha terminado: así estaba el {day} a las {time}.",
    "de": "Die Woche ist noch nicht vorbei: so stand es am {day} um {time}.",
    "fr": "La semaine n'est pas encore finie : voici où elle en était le {day} à {time}.",
}


def letter(
    language: str,
    company: str,
    desk: str,
    week: date,
    last: date,
    *,
    rows: bool,
    stood: datetime | None = None,
) -> Letter:
    """The mail about the week that begins on `week`, up to `last`. Days as 2026-11-16: read alike by all.

    `stood` is when it was made, by the desk's clock, where the week was not over then.
    """
    said = _LETTERS[language]
    words = {
        "company": company,
        "desk": desk,
        "first": week.isoformat(),
        "last": last.isoformat(),
    }
    text = said.text.format(**words)
    if stood is not None:
        text += " " + _NOT_OVER[language].format(day=stood.date(), time=f"{stood:%H:%M}")
    if rows:
        text += f" {_WITH_ROWS[language]}"
    return Letter(said.subject.format(**words), f"{text}\n\n-- \nOne Moment\n")
