"""What is exported and read again changes nothing, in both kinds of file, whatever people are called."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.core.views import ContactView
from desk.directory import csv_file, merge, vcard
from desk.directory.rows import Extra, Parsed, tidy

KINDS = ["csv", "vcf"]

_odd = st.sampled_from([*"=+-@'\";,:\\\n\t|\ufeff\u2028ß ", "\\n", "::", "\r\n", "né", "李", "=1+1"])
_text = st.lists(st.one_of(_odd, st.sampled_from(string.ascii_letters)), max_size=30).map("".join).map(tidy)
_long = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300).map(tidy)
_number = st.one_of(
    st.integers(1000000, 9999999).map(lambda n: f"+1202{n}").filter(lambda n: n[5] not in "01"),
    st.integers(200, 290).map(str),
)
_lines = st.sampled_from(
    [
        "N:Okafor;Ana;;Dr;",
        "EMAIL;TYPE=work:ana@example.org",
        "item1.URL:https://example.org/a:b",
        'X-UNHEARD-OF;A="b:c;d":what\\nis\\, this',
        "TEL;TYPE=fax:+1 202 555 0177",
    ]
)
_extra = st.builds(
    Extra,
    uid=st.uuids().map(lambda u: f"urn:uuid:{u}"),
    lines=st.lists(_lines, unique=True, max_size=4).map(tuple),
    fields=st.dictionaries(
        st.sampled_from(["Birthday", "Fax number", "=cmd"]), _text.filter(bool), max_size=2
    ),
)


def _person(name: str, company: str, numbers: list[str], rest: tuple[str, str, bool, bool]) -> ContactView:
    notes, language, vip, blocked = rest
    numbers = numbers if name or company else [*numbers, "+12025550100"]
    return ContactView(
        name=name,
        company=company,
        numbers=tuple(dict.fromkeys(numbers)),
        notes=notes,
        language=language,
        vip=vip,
        blocked=blocked,
        internal=not vip,
    )


_people = st.lists(
    st.tuples(
        st.builds(
            _person,
            st.one_of(_text, st.sampled_from(["Ana Okafor", "Ben"])),
            _text,
            st.lists(_number, max_size=3),
            st.tuples(
                st.one_of(_text, _long), st.sampled_from(["", "en", "de"]), st.booleans(), st.booleans()
            ),
        ),
        st.one_of(st.just(Extra()), _extra),
    ),
    max_size=6,
    unique_by=lambda pair: pair[1].uid or id(pair),
).map(
    lambda pairs: [
        (replace(contact, id=f"{n:016x}"), extra.kept()) for n, (contact, extra) in enumerate(pairs)
    ]
)


def exported(kind: str, people: list[tuple[ContactView, str]]) -> Parsed:
    if kind == "vcf":
        return vcard.read(vcard.write(people, "US"), "US")
    text = csv_file.write(people)
    assert text.startswith("\ufeff")
    return csv_file.read(text[1:], "US")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(_people)
def test_an_export_read_again_changes_nothing(kind: str, people: list[tuple[ContactView, str]]) -> None:
    parsed = exported(kind, people)
    assert parsed.problems == ()
    importing, save = merge(people, parsed)
    assert (importing.added, importing.changed, importing.unchanged) == (0, 0, len(people))
    assert save == ()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(_people)
def test_an_export_read_elsewhere_is_everybody(kind: str, people: list[tuple[ContactView, str]]) -> None:
    importing, save = merge((), exported(kind, people))
    assert importing.added == len(people)
    assert [replace(contact, id="") for contact, _ in people] == [contact for contact, _ in save]
    # and on from there it is the same file but for what names them
    again = [(replace(contact, id=f"{n:016x}"), kept) for n, (contact, kept) in enumerate(save)]
    assert merge(again, exported(kind, again)).save == ()
    assert merge(again, exported(kind, people)).save == ()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    vcard.read(f"BEGIN:VCARD\r\n{text}\r\nEND:VCARD", "US")
    csv_file.read(f"name,number\n{text}", "US")
