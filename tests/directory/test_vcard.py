"""vCard 4.0 (RFC 6350) and 3.0 as address books write them."""

from __future__ import annotations

import time

from msgspec.structs import replace

from desk.core.views import ContactView
from desk.directory import vcard
from desk.directory.content_lines import components, folded_line, parsed, unfolded
from desk.directory.rows import Row


def card(*lines: str, version: str = "4.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def only(text: str) -> Row:
    found = vcard.read(text, "US")
    assert found.problems == ()
    [row] = found.rows
    return row


def test_a_card_of_rfc_6350() -> None:
    row = only(
        card(
            "UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
            "FN;PID=1.1:J. Doe\\, jun.",
            "N:Doe;J.;;;",
            "ORG:ABC\\, Inc.;North American Division;Marketing",
            'item1.TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-202-555-0123;ext=12',
            "TEL;TYPE=fax:202 555 0177",
            "NOTE:one\\nand ",
            " two",
            "NOTE:three",
            "LANG;PREF=2:fr-CA",
            "EMAIL;TYPE=work:jqpublic@xyz.example.com",
            'X-ABC;Q="a:b":verbatim\\, as it is',
        )
    )
    assert row.contact == ContactView(
        name="J. Doe, jun.",
        company="ABC, Inc.",
        numbers=("+12025550123",),
        notes="one\nand two\nthree",
        language="fr",
    )
    assert row.uid == "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"
    written = vcard.write([(row.contact, row.extra.kept())], "US")
    whole = [line for _, line in unfolded(written)]
    # everything it had is there again as it was
    for line in (
        "ORG:ABC\\, Inc.;North American Division;Marketing",
        'item1.TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-202-555-0123;ext=12',
        "TEL;TYPE=fax:202 555 0177",
        "LANG;PREF=2:fr-CA",
        "EMAIL;TYPE=work:jqpublic@xyz.example.com",
        'X-ABC;Q="a:b":verbatim\\, as it is',
    ):
        assert whole.count(line) == 1, line
    assert [line for line in whole if line.startswith("FN")] == ["FN;PID=1.1:J. Doe\\, jun."]
    assert sum("TEL" in line for line in whole) == 2
    assert only(written).contact == row.contact


def test_what_was_changed_here_is_written_instead_of_what_was_read() -> None:
    row = only(card("FN;LANGUAGE=en:Ana", "N:Okafor;Ana;;;", "TEL;TYPE=cell:202 555 0123", "NOTE;X=1:old"))
    now = ContactView(id="1", name="Ben", numbers=("214",), vip=True)
    whole = [line for _, line in unfolded(vcard.write([(now, row.extra.kept())], "US"))]
    assert whole == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        vcard.PRODID,
        "UID;VALUE=text:onemoment-1",
        "FN:Ben",
        "TEL:214",
        "X-ONEMOMENT-VIP:1",
        "END:VCARD",
        "",
    ]


def test_a_card_of_version_3_and_of_a_mac() -> None:
    row = only(
        card(
            "PRODID:-//Apple Inc.//iPhone OS 17.0//EN",
            "N:Müller;Jürgen;;;",
            "TEL;type=CELL;type=VOICE;type=pref:(202) 555-0123",
            "item1.TEL:214",
            "item1.X-ABLabel:_$!<Other>!$_",
            version="3.0",
        ).replace("\r\n", "\n")
    )
    assert row.contact == ContactView(name="Jürgen Müller", numbers=("+12025550123", "214"))


def test_a_card_of_version_2_of_a_telephone_or_outlook() -> None:
    text = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCr=\r\ngen;;;",
        "ORG;CHARSET=windows-1252;QUOTED-PRINTABLE:Caf=E9",
        "TEL;CELL;PREF:(202) 555-0123",
        "TEL;WORK;FAX:(202) 555-0124",
        "item1.EMAIL;INTERNET:j@example.com",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:one=0D=0Atwo=2C three=3D=",
        "",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ=",
        " AAAA==",
        "",
        version="2.1",
    )
    found = vcard.read(text, "US")
    assert found.problems == ()
    [row] = found.rows
    assert row.contact == ContactView(
        name="Jürgen Müller", company="Café", numbers=("+12025550123",), notes="one\ntwo, three="
    )
    # and is a card of version 4 from now on
    again = vcard.write([(replace(row.contact, id="1"), row.extra.kept())], "US")
    assert "\r\nTEL;TYPE=CELL;TYPE=PREF:(202) 555-0123\r\nTEL;TYPE=WORK;TYPE=FAX:(202) 555-0124" in again
    assert "\r\nitem1.EMAIL;TYPE=INTERNET:j@example.com\r\n" in again
    assert "\r\nN:Müller;Jürgen;;;\r\n" in again
    assert "\r\nPHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ=AAAA==\r\n" in again
    assert "QUOTED" not in again
    assert only(again).contact == row.contact


def test_somebody_without_a_name_has_one_to_other_programs_only() -> None:
    nameless = ContactView(id="0" * 16, numbers=("+12025550123",))
    text = vcard.write([(nameless, "")], "US")
    assert "\r\nFN:+12025550123\r\n" in text
    assert only(text).contact.name == ""


def test_each_card_that_cannot_be_used_is_told_with_its_line() -> None:
    found = vcard.read(
        "X-BEFORE:1\n"
        + card("FN:Ana", "no line at all", "TEL:twelve", "TEL:911").replace("\r\n", "\n")
        + card("N:Old;One", version="1.0").replace("\r\n", "\n")
        + card("NOTE:nobody").replace("\r\n", "\n")
        + "BEGIN:VCARD\nFN:open\nBEGIN:VCARD\nVERSION:4.0\nFN:cut off",
        "US",
    )
    assert [row.contact.name for row in found.rows] == ["Ana"]
    assert found.problems == (
        "Line 1 stands outside of any card; it was left out.",
        "Line 5 is no line of a vCard; it was left out.",
        "Line 6: 'twelve' is no number that can be called.",
        "Line 7: '911' is no number that can be called.",
        "The card on line 9 is vCard 1.0; export it as vCard 4.0 or 3.0, or as CSV.",
        "The card on line 13 has no name and no number; it was left out.",
        "The card that begins on line 17 has no end; it was left out.",
        "The card that begins on line 19 has no end; it was left out.",
    )
    # a number we cannot use is not thrown away
    assert "TEL:twelve" in found.rows[0].extra.lines


def test_lines_are_folded_between_characters() -> None:
    line = "NOTE:" + "ä李😀" * 40
    written = folded_line(line)
    parts = written.removesuffix("\r\n").split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert len(parts) > 3
    assert next(unfolded(written)) == (1, line)


def test_parts_of_a_line() -> None:
    assert components("a\\;b;c\\\\;;d") == ["a;b", "c\\", "", "d"]
    assert components("") == [""]
    line = parsed('g.tel;type="a;b:c",d;Type=e;pref:1:2;3')
    assert line is not None
    assert (line.name, line.value, line.params["TYPE"]) == ("TEL", "1:2;3", '"a;b:c",d,e')
    assert parsed("no colon") is None
    assert parsed(":value") is None


def test_one_card_of_a_large_file_is_read_in_the_time_of_its_length() -> None:
    photo = "PHOTO:" + "\r\n ".join(["A" * 74] * 80_000)
    many = "TEL" + ";X=a" * 300_000 + ":+442079460123"
    before = time.process_time()
    parsed = vcard.read(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\n{photo}\r\n{many}\r\nEND:VCARD\r\n", "GB")
    # a second; when each line was put behind the whole before it, minutes
    assert time.process_time() - before < 20
    assert [row.contact.numbers for row in parsed.rows] == [("+442079460123",)]
    assert len(parsed.rows[0].extra.lines[0]) == len("PHOTO:") + 74 * 80_000
