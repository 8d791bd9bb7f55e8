"""A file of people, by what it is: vCard or CSV."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desk.core.views import ContactView
from desk.directory import csv_file, vcard
from desk.directory.rows import Parsed
from desk.directory.text_file import CannotUse, read_text, write_text


def read(path: Path, country: str) -> Parsed:
    """The people in a vCard or CSV file, whatever its name; `country` as in `desk.core.number.classify`.

    Raises `CannotUse` when the file as a whole cannot be used; a line that cannot is one of the problems.
    """
    text = read_text(path)
    return vcard.read(text, country) if vcard.is_vcard(text) else csv_file.read(text, country)


def write(path: Path, people: Iterable[tuple[ContactView, str]], country: str) -> int:
    """Write these people (each with the `extra` kept of them) to a .vcf or .csv file; how many they were.

    Raises `CannotUse`: another ending, not to be written, or something there that is no export of ours.
    """
    everybody = tuple(people)
    ending = path.suffix.lower()
    if ending == ".vcf":
        write_text(path, vcard.write(everybody, country), vcard.is_ours)
    elif ending == ".csv":
        write_text(path, csv_file.write(everybody), csv_file.is_ours)
    else:
        raise CannotUse(
            "By its name this is neither a CSV nor a vCard file.", "Let the name end in .csv or .vcf."
        )
    return len(everybody)
