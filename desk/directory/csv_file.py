"""People in a CSV file, as spreadsheets and address books write them.

The first line names the columns, in any of the desk's languages; columns that are none of ours are kept. What
a spreadsheet would run as a formula is written with an apostrophe before it, which is taken away when read;
also where a spreadsheet that expects semicolons between the cells would begin a new cell or line.
"""

from __future__ import annotations

import csv
import io
import re
import typing
from collections.abc import Iterable, Iterator, Sequence

from desk.core.views import ContactView
from desk.directory.rows import (
    Extra,
    Parsed,
    Row,
    extra_of,
    language_of,
    number_of,
    tells_apart,
    tidy,
    uid_of,
)
from desk.directory.text_file import CannotUse
from desk.store.folding import folded

COLUMNS = ("id", "name", "company", "numbers", "notes", "language", "vip", "blocked", "internal")
"""Ours, as they are written."""

_SAID = {
    "id": "id uid",
    "name": "name full_name display_name nombre nombre_completo nom nom_complet anzeigename"
    " vollstandiger_name",
    "first": "first first_name given_name vorname prenom nombre_de_pila",
    "last": "last last_name family_name surname nachname familienname nom_de_famille apellido apellidos",
    "company": "company organization organisation organization_name business empresa organizacion firma"
    " unternehmen societe entreprise",
    "numbers": "number numbers phone phones phone_number phone_numbers telephone tel tel. mobile mobile_phone"
    " cell business_phone home_phone work_phone extension telefon telefonnummer nummer nummern rufnummer"
    " telefon_geschaftlich telefon_privat mobiltelefon handy mobil durchwahl nebenstelle telefono numero"
    " numeros telefonos numero_de_telefono movil celular anexo numero_de_telephone portable poste",
    "notes": "note notes notiz notizen bemerkung bemerkungen nota notas observaciones remarque remarques",
    "language": "language languages sprache idioma lengua langue",
    "vip": "vip",
    "blocked": "blocked gesperrt blockiert bloqueado bloque",
    "internal": "internal intern interno interne colleague kollege colega collegue",
}
_HEADERS = {word.replace("_", " "): ours for ours, words in _SAID.items() for word in words.split()}
_NUMBERED = re.compile(r"(phone|telephone|telefon|telefono|number|nummer|numero) ?\d+( value)?")
_YES = frozenset("yes y true 1 x ja j wahr si s verdadero oui o vrai".split())
_NO = frozenset("no n false 0 nein falsch falso non faux".split())
_FORMULA = re.compile(r"((?:^|[,;\n])\s*)(?='*[=+\-@\t\r＝＋－＠])")
_DEFUSED = re.compile(_FORMULA.pattern.replace("(?=", "'(?=", 1))
_BETWEEN = re.compile(r":::|[;,|\n]")
_WIDEST = 1_000_000  # characters of one cell

if typing.TYPE_CHECKING:
    import _csv


def is_ours(head: str) -> bool:
    """Whether a file that begins so is an export of ours."""
    return head.startswith(",".join(COLUMNS))


def read(text: str, country: str) -> Parsed:
    """The people of a CSV file; `country` is for numbers written as at home.

    Raises `CannotUse` when its first line names no column we know.
    """
    between, headers = _first_line(text)
    rows: list[Row] = []
    problems: list[str] = []
    for line, cells in _lines(text, between, problems):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(headers):
            problems.append(f"Line {line} has more cells than there are columns; those were left out.")
        row, wrong = _row(line, headers, cells, country)
        rows += [row] if row is not None else []
        problems += wrong
    return Parsed(tuple(rows), tuple(problems))


def write(people: Iterable[tuple[ContactView, str]]) -> str:
    """These people, with the columns that were kept of each, as CSV (RFC 4180) for any spreadsheet."""
    everybody = [(contact, extra_of(kept)) for contact, kept in people]
    others = tuple(dict.fromkeys(header for _, extra in everybody for header in extra.fields))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*COLUMNS, *(_defused(header) for header in others)))
    for contact, extra in everybody:
        cells = (
            uid_of(contact, extra),
            contact.name,
            contact.company,
            "; ".join(contact.numbers),
            contact.notes,
            contact.language,
            *("yes" if flag else "" for flag in (contact.vip, contact.blocked, contact.internal)),
            *(extra.fields.get(header, "") for header in others),
        )
        writer.writerow([_defused(tidy(cell)) for cell in cells])
    return "\ufeff" + out.getvalue()


def _first_line(text: str) -> tuple[str, list[str]]:
    """What stands between the cells, and the columns. Of the usual three the one that makes most sense."""
    found: list[tuple[int, int, str, list[str]]] = []
    for between in (",", ";", "\t"):
        try:
            none: list[str] = []
            cells = next((row for row in _reader(text, between) if any(cell.strip() for cell in row)), none)
        except csv.Error:
            continue
        headers = [tidy(_armed(cell)) for cell in cells]
        found.append((sum(_column(header) != "" for header in headers), len(headers), between, headers))
    known, _, between, headers = max(found, default=(0, 0, ",", []))
    columns = {_column(header) for header in headers}
    if not known or not columns & {"name", "first", "last", "company", "numbers"}:
        raise CannotUse(
            "The first line of this file names no column with names or numbers.",
            "Let its first line name the columns, such as name, company, number, notes.",
        )
    return between, headers


def _lines(text: str, between: str, problems: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row behind the first with the number of its first line."""
    reader = _reader(text, between)
    last = sum(1 for _ in io.StringIO(text, newline=""))
    first = True
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(f"Line {line} is no line of a CSV file ({error}).")
            continue
        if line < last == reader.line_num and _never_closed(text, line, between):
            problems.append(f"A quotation mark in line {line} is never closed; the rest was left out.")
            return
        if first:
            first = not any(cell.strip() for cell in cells)
            continue
        yield line, cells


def _never_closed(text: str, line: int, between: str) -> bool:
    """Whether the last row has swallowed those behind it."""
    rest = "".join(list(io.StringIO(text, newline=""))[line - 1 :])
    try:
        next(_reader(rest, between, strict=True))
    except csv.Error as error:
        return str(error) == "unexpected end of data"
    return False


def _row(
    line: int, headers: Sequence[str], cells: Sequence[str], country: str
) -> tuple[Row | None, list[str]]:
    problems: list[str] = []
    texts: dict[str, list[str]] = {}
    fields: dict[str, str] = {}
    numbers: list[str] = []
    for position, (header, cell) in enumerate(zip(headers, map(tidy, map(_armed, cells)), strict=False), 1):
        column = _column(header)
        if not cell:
            continue
        if not column:
            fields[header or f"column {position}"] = cell
        elif column == "numbers":
            wrong = []
            for written in filter(None, map(str.strip, _BETWEEN.split(cell))):
                number = number_of(written, country)
                numbers += [number] if number is not None else []
                wrong += [written] if number is None else []
            if wrong:
                fields[header] = "; ".join(wrong)
                problems += [f"Line {line}: {what[:40]!r} is no number that can be called." for what in wrong]
        elif column == "id" and not tells_apart(cell):
            fields[header] = cell
        else:
            texts.setdefault(column, []).append(cell)
    said = {column: found[0] for column, found in texts.items()}
    name = said.get("name") or " ".join(filter(None, (said.get("first"), said.get("last"))))
    language = language_of(said.get("language", ""), folded(said.get("language", "")))
    if "language" in said and not language:
        problems.append(f"Line {line}: {said['language'][:40]!r} is no language, such as en or de.")
    flags: dict[str, bool | None] = {}
    for flag in ("vip", "blocked", "internal"):
        word = folded(said.get(flag, ""))
        flags[flag] = True if word in _YES else False if word in _NO else None
        if word and flags[flag] is None:
            problems.append(f"Line {line}: {said[flag][:40]!r} under {flag} is neither yes nor no.")
    contact = ContactView(
        name=name,
        company=said.get("company", ""),
        numbers=tuple(dict.fromkeys(numbers)),
        notes="\n".join(dict.fromkeys(texts.get("notes", ()))),
        language=language,
    )
    if not (contact.name or contact.company or contact.numbers):
        return None, [*problems, f"Line {line} has no name and no number; it was left out."]
    uid = said.get("id", "")
    return Row(line, contact, uid=uid, **flags, extra=Extra(uid=uid, fields=fields)), problems


def _reader(text: str, between: str, *, strict: bool = False) -> _csv.Reader:
    csv.field_size_limit(_WIDEST)
    return csv.reader(io.StringIO(text, newline=""), delimiter=between, skipinitialspace=True, strict=strict)


def _column(header: str) -> str:
    """Which of our columns this is, "" for none."""
    plain = re.sub(r"[\s_\-/()]+", " ", folded(header)).strip()
    if _NUMBERED.fullmatch(plain):
        return "numbers"
    return _HEADERS.get(plain, "")


def _defused(cell: str) -> str:
    """The cell so that no spreadsheet runs it as a formula."""
    return _FORMULA.sub(r"\1'", cell)


def _armed(cell: str) -> str:
    """The cell without what `_defused` put before it."""
    return _DEFUSED.sub(r"\1", cell)
