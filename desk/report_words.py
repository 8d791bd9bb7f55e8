"""What the mail with the weekly report says, in the desk's language."""

from __future__ import annotations

from datetime import date, timedelta
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


def letter(language: str, company: str, desk: str, week: date, *, rows: bool) -> Letter:
    """The mail about the week that begins on `week`. Days as 2026-11-16: read alike by all."""
    said = _LETTERS[language]
    words = {
        "company": company,
        "desk": desk,
        "first": week.isoformat(),
        "last": (week + timedelta(days=6)).isoformat(),
    }
    text = said.text.format(**words)
    if rows:
        text += f" {_WITH_ROWS[language]}"
    return Letter(said.subject.format(**words), f"{text}\n\n-- \nOne Moment\n")
