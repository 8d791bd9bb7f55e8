"""The engine's sentences about people and their files, in the windows' languages: see `troubles_said`."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import known_log

translate = QCoreApplication.translate

KNOWN = frozenset(
    str(text)
    for text in (
        # a person
        QT_TRANSLATE_NOOP("Said", "This person has no name."),
        QT_TRANSLATE_NOOP("Said", "Write a name or a company."),
        QT_TRANSLATE_NOOP("Said", "This is too long to be kept."),
        QT_TRANSLATE_NOOP("Said", "Write up to 200 letters, and up to 5000 of notes."),
        QT_TRANSLATE_NOOP("Said", "These are too many numbers for one person."),
        QT_TRANSLATE_NOOP("Said", "Keep the 20 that are used."),
        QT_TRANSLATE_NOOP("Said", "No language is written like this."),
        QT_TRANSLATE_NOOP("Said", "Write two letters, such as en, es, de or fr, or none."),
        # a file
        QT_TRANSLATE_NOOP("Said", "The first line of this file names no column with names or numbers."),
        QT_TRANSLATE_NOOP(
            "Said", "Let its first line name the columns, such as name, company, number, notes."
        ),
        QT_TRANSLATE_NOOP("Said", "By its name this is neither a CSV nor a vCard file."),
        QT_TRANSLATE_NOOP("Said", "Let the name end in .csv or .vcf."),
        QT_TRANSLATE_NOOP("Said", "This is not a whole path."),
        QT_TRANSLATE_NOOP("Said", "Name the file from / on."),
        QT_TRANSLATE_NOOP("Said", "This is no file."),
        QT_TRANSLATE_NOOP("Said", "Choose a .csv or .vcf file."),
        QT_TRANSLATE_NOOP("Said", "This is a folder."),
        QT_TRANSLATE_NOOP("Said", "Choose a .csv or .vcf file in it."),
        QT_TRANSLATE_NOOP("Said", "This file is empty."),
        QT_TRANSLATE_NOOP("Said", "Choose the file with the people."),
        QT_TRANSLATE_NOOP("Said", "There is a file of that name already, and One Moment did not write it."),
        QT_TRANSLATE_NOOP("Said", "Choose another name, or move that file away first."),
        QT_TRANSLATE_NOOP(
            "Said", "Choose a folder that is there, that you may write to, and that has space."
        ),
        QT_TRANSLATE_NOOP("Said", "Choose a folder that is there."),
        QT_TRANSLATE_NOOP("Said", "Choose a folder that you may write to."),
        QT_TRANSLATE_NOOP("Said", "Free some space, or choose another folder."),
        QT_TRANSLATE_NOOP("Said", "Choose a shorter name."),
        QT_TRANSLATE_NOOP("Said", "Choose another name."),
        QT_TRANSLATE_NOOP("Said", "By this name there is something that is no file."),
        QT_TRANSLATE_NOOP("Said", "No file can have this name."),
        QT_TRANSLATE_NOOP("Said", "This folder holds the records themselves."),
        QT_TRANSLATE_NOOP("Said", "Choose another folder."),
        QT_TRANSLATE_NOOP("Said", "There is no such file."),
        QT_TRANSLATE_NOOP("Said", "Look at its name and folder."),
        QT_TRANSLATE_NOOP("Said", "Give One Moment the right to read it, or copy it elsewhere."),
        QT_TRANSLATE_NOOP("Said", "Leave pictures out when exporting it, or split it into several files."),
        QT_TRANSLATE_NOOP("Said", "This file holds no text."),
        QT_TRANSLATE_NOOP("Said", "Choose a .csv or .vcf file; a spreadsheet must be saved as CSV first."),
    )
)
"""Sentences without names, numbers or files in them."""

TEMPLATES = tuple(
    str(text)
    for text in (
        QT_TRANSLATE_NOOP("Said", "No telephone has the number %1."),
        QT_TRANSLATE_NOOP("Said", "The file cannot be written (%1)."),
        QT_TRANSLATE_NOOP("Said", "The file cannot be read (%1)."),
        QT_TRANSLATE_NOOP("Said", "This file is larger than %1."),
        QT_TRANSLATE_NOOP("Said", "Line %1 has more cells than there are columns; those were left out."),
        QT_TRANSLATE_NOOP("Said", "Line %1 is no line of a CSV file (%2)."),
        QT_TRANSLATE_NOOP("Said", "A quotation mark in line %1 is never closed; the rest was left out."),
        QT_TRANSLATE_NOOP(
            "Said", "Several people have one id in this file; they are told apart by name and number (%1)."
        ),
        QT_TRANSLATE_NOOP("Said", "Line %1: this is more than is kept of one person; the end was left out."),
        QT_TRANSLATE_NOOP("Said", "Line %1: %2 is no number that can be called."),
        QT_TRANSLATE_NOOP("Said", "Line %1: %2 is no language, such as en or de."),
        QT_TRANSLATE_NOOP("Said", "Line %1: %2 is neither yes nor no."),
        QT_TRANSLATE_NOOP("Said", "Line %1 has no name and no number; it was left out."),
        QT_TRANSLATE_NOOP("Said", "Line %1 is no line of a vCard; it was left out."),
        QT_TRANSLATE_NOOP("Said", "Line %1 stands outside of any card; it was left out."),
        QT_TRANSLATE_NOOP("Said", "The card that begins on line %1 has no end; it was left out."),
        QT_TRANSLATE_NOOP("Said", "The card on line %1 is %2; export it as vCard 4.0 or 3.0, or as CSV."),
        QT_TRANSLATE_NOOP("Said", "The card on line %1 has no name and no number; it was left out."),
    )
)
"""Sentences with a line, a number or a reason in them."""


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.escape(template).replace("%1", "(.+?)").replace("%2", "(.+)"), re.DOTALL)


_PATTERNS = tuple((_pattern(template), template) for template in (*TEMPLATES, *known_log.TEMPLATES))


def filled(text: str) -> str | None:
    """A sentence of `TEMPLATES` in the window's language; None when it is none."""
    for pattern, template in _PATTERNS:
        if (found := pattern.fullmatch(text)) is not None:
            said = translate("Said", template)
            for n, inside in enumerate(found.groups(), 1):
                said = said.replace(f"%{n}", inside)
            return said
    return None
