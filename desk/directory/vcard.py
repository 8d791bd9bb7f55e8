"""People in a vCard file: 4.0 (RFC 6350) is written, 4.0, 3.0 (RFC 2426) and 2.1 are read.

Whatever a card has beyond our fields is kept as its content lines were, and written again: parameters,
X- properties, what no RFC knows. A kept line of one of our own properties (an FN with a language, a TEL with
its type) is written again as long as it still says what our field says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from desk.core.views import ContactView
from desk.directory.content_lines import Line, components, escaped, folded_line, parsed, unfolded
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
from desk.store.folding import folded

PRODID = "PRODID:-//One Moment//One Moment//EN"
_HEAD = "BEGIN:VCARD\r\nVERSION:4.0\r\n"
_X = "X-ONEMOMENT-"
_FLAGS = ("vip", "blocked", "internal")
_NOT_KEPT = {
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "REV",
    "UID",
    f"{_X}FIELD",
    *(f"{_X}{f.upper()}" for f in _FLAGS),
}
_YES = ("1", "yes", "true")


def is_vcard(text: str) -> bool:
    """Whether this text begins as a vCard file does."""
    return text.lstrip().upper().startswith("BEGIN:VCARD")


def is_ours(head: str) -> bool:
    """Whether a file that begins so is an export of ours."""
    return is_vcard(head) and PRODID in head


def read(text: str, country: str) -> Parsed:
    """The people of a vCard file; `country` is for numbers written as at home."""
    rows: list[Row] = []
    problems: list[str] = []
    card: list[tuple[int, Line]] | None = None
    began = 0
    for number, whole in unfolded(text):
        if not whole.strip():
            continue
        line = parsed(whole)
        if line is None:
            problems.append(f"Line {number} is no line of a vCard; it was left out.")
        elif (line.name, line.value.strip().upper()) == ("BEGIN", "VCARD"):
            if card is not None:
                problems.append(f"The card that begins on line {began} has no end; it was left out.")
            card, began = [], number
        elif (line.name, line.value.strip().upper()) == ("END", "VCARD"):
            if card is not None:
                row, wrong = _row(began, card, country)
                rows += [row] if row is not None else []
                problems += wrong
            card = None
        elif card is None:
            problems.append(f"Line {number} stands outside of any card; it was left out.")
        else:
            card.append((number, line))
    if card is not None:
        problems.append(f"The card that begins on line {began} has no end; it was left out.")
    return Parsed(tuple(rows), tuple(problems))


def write(people: Iterable[tuple[ContactView, str]], country: str) -> str:
    """These people, with the `extra` kept of each, as vCard 4.0."""
    cards = [_card(contact, extra_of(kept), country) for contact, kept in people]
    text = "".join(folded_line(line) for card in cards for line in card)
    # who wrote this file stands in its first card: by it an export is known when it is to be replaced
    return text.replace(_HEAD, f"{_HEAD}{PRODID}\r\n", 1)


def _row(began: int, card: Sequence[tuple[int, Line]], country: str) -> tuple[Row | None, list[str]]:
    lines = [line for _, line in card]
    version = next((line.value.strip() for line in lines if line.name == "VERSION"), "")
    if version not in ("2.1", "3.0", "4.0"):
        which = f"vCard {version[:40]}" if version else "no version that is named"
        return None, [f"The card on line {began} is {which}; export it as vCard 4.0 or 3.0, or as CSV."]
    problems = []
    numbers: list[str] = []
    for at, line in card:
        if line.name == "TEL" and not _fax(line):
            number = _number(line, country)
            if number is None:
                problems.append(f"Line {at}: {line.text[:40]!r} is no number that can be called.")
            else:
                numbers.append(number)
    contact = ContactView(
        name=_name(lines),
        company=next((tidy(_org(line)) for line in lines if line.name == "ORG"), ""),
        numbers=tuple(dict.fromkeys(numbers)),
        notes=tidy("\n".join(tidy(line.text) for line in lines if line.name == "NOTE")),
        language=next((code for line in lines if line.name == "LANG" and (code := _language(line))), ""),
    )
    if not (contact.name or contact.company or contact.numbers):
        return None, [*problems, f"The card on line {began} has no name and no number; it was left out."]
    flags = {flag: _flag(lines, flag) for flag in _FLAGS}
    uid = next((tidy(line.text) for line in lines if line.name == "UID"), "")
    fresh = set(_ours(contact))
    weak = {} if tells_apart(uid) or not uid else {"UID": uid}
    uid = "" if weak else uid
    extra = Extra(
        uid=uid,
        lines=tuple(line.whole for line in lines if line.name not in _NOT_KEPT and line.whole not in fresh),
        fields=weak
        | {
            line.params["HEADER"].strip('"'): line.text
            for line in lines
            if line.name == f"{_X}FIELD" and "HEADER" in line.params
        },
    )
    return Row(began, contact, uid=uid, **flags, extra=extra), problems


def _card(contact: ContactView, extra: Extra, country: str) -> Iterable[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID;VALUE=text:{escaped(uid_of(contact, extra))}"
    kept = [line for whole in extra.lines if (line := parsed(whole)) is not None]
    said: set[str] = set()
    wanted = {
        "FN": contact.name,
        "ORG": contact.company,
        "LANG": contact.language,
        "NOTE": contact.notes,
    }
    notes = tidy("\n".join(tidy(line.text) for line in kept if line.name == "NOTE"))
    for line in kept:
        if line.name == "TEL" and not _fax(line) and (number := _number(line, country)) is not None:
            if number not in contact.numbers:
                continue
            said.add(number)
        elif line.name in wanted:
            now = notes if line.name == "NOTE" else _field(line)
            if now != tidy(wanted[line.name]) or (line.name in said and line.name != "NOTE"):
                continue
            said.add(line.name)
        elif line.name == "N" and not _names(line, contact.name):
            continue
        yield line.whole
    for whole in _ours(contact):
        ours = parsed(whole) if said else None
        if ours is not None and (
            ours.name in said or (ours.name == "TEL" and _number(ours, country) in said)
        ):
            continue
        yield whole
    for flag in _FLAGS:
        if getattr(contact, flag):
            yield f"{_X}{flag.upper()}:1"
    for header, cell in extra.fields.items():
        name = re.sub(r'["\x00-\x1f]', " ", header)
        yield f'{_X}FIELD;HEADER="{name}":{escaped(tidy(cell))}'
    yield "END:VCARD"


def _ours(contact: ContactView) -> Iterable[str]:
    """Our fields as we write them. FN must be there (section 6.2.1): a company or a number stands in."""
    name = tidy(contact.name)
    company = tidy(contact.company)
    yield f"FN:{escaped(name or company or next(iter(contact.numbers), ''))}"
    if not name:
        yield f"{_X}NAMELESS:1"
    if company:
        yield f"ORG:{escaped(company)}"
    for number in contact.numbers:
        yield f"TEL;VALUE=uri:tel:{number}" if number.startswith("+") else f"TEL:{number}"
    if contact.notes:
        yield f"NOTE:{escaped(tidy(contact.notes))}"
    if contact.language:
        yield f"LANG:{contact.language}"


def _name(lines: Sequence[Line]) -> str:
    if any(line.name == f"{_X}NAMELESS" for line in lines):
        return ""
    for line in lines:
        if line.name == "FN" and (name := tidy(line.text)):
            return name
    for line in lines:
        if line.name == "N":
            family, given, *more = [*components(line.value), "", ""]
            return tidy(" ".join(filter(None, (given, more[0] if more else "", family))))
    return ""


def _names(line: Line, name: str) -> bool:
    """Whether this N (family and given name first) is of somebody of that name."""
    words = folded(" ".join(components(line.value)[:2])).split()
    return set(words) <= set(folded(name).split())


def _field(line: Line) -> str:
    if line.name == "ORG":
        return tidy(_org(line))
    return _language(line) if line.name == "LANG" else tidy(line.text)


def _org(line: Line) -> str:
    return components(line.value)[0]


def _language(line: Line) -> str:
    return language_of(line.text, folded(line.text))


def _fax(line: Line) -> bool:
    """A number nobody picks up."""
    return bool(line.types & {"fax", "pager", "textphone", "modem", "bbs"}) and "voice" not in line.types


def _number(line: Line, country: str) -> str | None:
    text = line.text.strip()
    if text.lower().startswith("tel:"):
        # RFC 3966: the number, then parameters, of which ;ext= is the extension behind it
        text = unquote(text[4:].split(";")[0])
    return number_of(text, country)


def _flag(lines: Sequence[Line], flag: str) -> bool | None:
    said = next((line.value.strip().lower() for line in lines if line.name == f"{_X}{flag.upper()}"), "")
    return (said in _YES) if said else None
