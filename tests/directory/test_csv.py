"""CSV as spreadsheets and address books of many makers write it."""

from __future__ import annotations

import csv
import io

import pytest

from desk.core.views import ContactView
from desk.directory import CannotUse, csv_file
from desk.directory.rows import Extra, Row

ANA = ContactView(name="Ana Okafor", company="Harbour Dental", numbers=("+12025550123",))


def only(text: str, country: str = "US") -> Row:
    parsed = csv_file.read(text, country)
    assert parsed.problems == ()
    [row] = parsed.rows
    return row


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_whatever_stands_between(between: str, newline: str) -> None:
    lines = (("Name", "Company", "Phone"), ("Ana Okafor", "Harbour Dental", "(202) 555-0123"))
    row = only(newline.join(between.join(cells) for cells in lines))
    assert (row.line, row.contact) == (2, ANA)


@pytest.mark.parametrize(
    "header",
    [
        "name,company,number",
        "Nombre,Empresa,Teléfono",
        "Nom,Société,Numéro de téléphone",
        "NAME;Firma;Telefon (geschäftlich)",
        "Full_Name\tOrganization\tPhone 1 - Value",
    ],
)
def test_columns_in_the_languages_of_the_desk(header: str) -> None:
    between = next(c for c in ",;\t" if c in header)
    assert only(f"{header}\nAna Okafor{between}Harbour Dental{between}202-555-0123").contact == ANA


def test_first_and_last_name_several_numbers_and_quoted_newlines() -> None:
    row = only(
        "First Name,Last Name,Mobile Phone,Business Phone,Notes,VIP,Sprache\n"
        'Ana,Okafor,"+1 202 555 0123; 214",202.555.0199,"two\nlines, ""quoted""",Ja,Deutsch\n'
    )
    assert row.contact == ContactView(
        name="Ana Okafor",
        numbers=("+12025550123", "214", "+12025550199"),
        notes='two\nlines, "quoted"',
        language="de",
    )
    assert (row.vip, row.blocked) == (True, None)


def test_what_is_no_column_of_ours_is_kept_and_written_again() -> None:
    row = only("name,Birthday,id,number\nAna,4 May,12,214")
    assert row.uid == ""
    assert row.extra == Extra(fields={"Birthday": "4 May", "id": "12"})
    text = csv_file.write([(row.contact, row.extra.kept())])
    assert text.splitlines()[0].endswith("internal,Birthday,id")
    assert only(text[1:]).extra.fields == {"Birthday": "4 May", "id": "12"}


def test_each_line_that_cannot_be_used_is_told_with_its_number() -> None:
    parsed = csv_file.read(
        "name,number,language,vip\n"
        'Ana,"112, 555",gibberish,\n'
        "\n"
        '"two\nlines",214,,perhaps\n'
        ",,en,yes\n"
        "Ben,not one,,,too,many\n",
        "US",
    )
    assert [(row.line, row.contact.name, row.contact.numbers) for row in parsed.rows] == [
        (2, "Ana", ("555",)),
        (4, "two\nlines", ("214",)),
        (7, "Ben", ()),
    ]
    assert parsed.problems == (
        "Line 2: '112' is no number that can be called.",
        "Line 2: 'gibberish' is no language, such as en or de.",
        "Line 4: 'perhaps' under vip is neither yes nor no.",
        "Line 6 has no name and no number; it was left out.",
        "Line 7 has more cells than there are columns; those were left out.",
        "Line 7: 'not one' is no number that can be called.",
    )
    assert parsed.rows[2].extra.fields == {"number": "not one"}


def test_nobody_gets_the_numbers_of_those_behind_a_quotation_mark_that_is_never_closed() -> None:
    text = 'name,number,notes\nAna,214,"5"" pipe"\nBen,"215,\nCleo,216,\nDora,217,\n'
    parsed = csv_file.read(text, "US")
    assert [row.contact.name for row in parsed.rows] == ["Ana"]
    assert parsed.problems == ("A quotation mark in line 3 is never closed; the rest was left out.",)
    # a mark that stands for inches closes nothing, and notes of several lines may be the last
    parsed = csv_file.read('name,number,notes\nAna,214,5" pipe\nBen,215,"one\ntwo"\n', "US")
    assert [(row.contact.name, row.contact.notes) for row in parsed.rows] == [
        ("Ana", '5" pipe'),
        ("Ben", "one\ntwo"),
    ]
    assert parsed.problems == ()


def test_no_cell_is_a_formula_to_a_spreadsheet() -> None:
    evil = ContactView(
        id="1", name="=cmd|'/c calc'!A1", company="@SUM(1)", numbers=("+12025550123",), notes="-2"
    )
    extra = Extra(fields={"=Header": "\u00a0+1", "＝wide": "＋1"})
    text = csv_file.write([(evil, extra.kept())])
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "＝", "＋")) for row in rows for cell in row)
    row = only(text[1:])
    assert (row.contact.name, row.contact.company, row.contact.notes) == (evil.name, "@SUM(1)", "-2")
    assert row.contact.numbers == evil.numbers
    assert row.extra.fields == {"=Header": "+1", "＝wide": "＋1"}


def test_nor_to_one_that_expects_semicolons_between_the_cells() -> None:
    """It sees no quotation mark in the middle of a cell: a line feed ends the row, a semicolon the cell."""
    notes = "first\n=evil(), a;=b, +1;  -2\n '=known; 'tis"
    evil = ContactView(id="1", name="Ana; =x()", numbers=("+12025550123", "+12025550124"), notes=notes)
    text = csv_file.write([(evil, "")])
    for between in ",;\t":
        rows = list(csv.reader(io.StringIO(text[1:]), delimiter=between))
        assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    row = only(text[1:])
    assert (row.contact.name, row.contact.notes) == (evil.name, evil.notes)
    assert row.contact.numbers == evil.numbers


@pytest.mark.parametrize("text", ["Ana,214", "a;b;c\n1;2;3", "vip,notes\nyes,none", '"', ",,,\n"])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    with pytest.raises(CannotUse, match="first line of this file names no column"):
        csv_file.read(text, "US")
