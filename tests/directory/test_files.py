"""Files as they lie about: every wrong one has its sentence, and nothing of anybody's is overwritten."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desk.core.views import ContactView
from desk.directory import CannotUse, read, write
from desk.directory.text_file import LARGEST

ANA = ContactView(id="a" * 16, name="Ana Müller", numbers=("+12025550123",))


@pytest.mark.parametrize("ending", [".csv", ".vcf", ".VCF"])
def test_a_file_is_written_for_its_owner_and_replaced_only_when_it_is_ours(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"people{ending}"
    assert write(path, [(ANA, "")], "US") == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [row.contact.name for row in read(path, "US").rows] == ["Ana Müller"]
    assert write(path, [(ANA, ""), (ANA, "")], "US") == 2
    assert len(read(path, "US").rows) == 2
    path.write_text("my own list")
    with pytest.raises(CannotUse, match="did not write it"):
        write(path, [(ANA, "")], "US")
    assert path.read_text() == "my own list"
    assert list(tmp_path.iterdir()) == [path]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    for path, match in (
        (tmp_path / "people.xlsx", "neither a CSV nor a vCard"),
        (Path("people.csv"), "not a whole path"),
        (tmp_path / "nowhere" / "people.csv", "cannot be written"),
    ):
        with pytest.raises(CannotUse, match=match):
            write(path, [(ANA, "")], "US")
    (tmp_path / "people.csv").mkdir()
    with pytest.raises(CannotUse, match="did not write it"):
        write(tmp_path / "people.csv", [(ANA, "")], "US")
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / "link.csv").symlink_to(mine)
    with pytest.raises(CannotUse, match="did not write it"):
        write(tmp_path / "link.csv", [(ANA, "")], "US")
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_letters_of_windows_and_of_everybody_else(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("Name;Telefon\r\nJürgen Müller;0201 123456\r\n".encode(encoding))
    [row] = read(path, "DE").rows
    assert row.contact == ContactView(name="Jürgen Müller", numbers=("+49201123456",))


def test_what_is_in_it_counts_and_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "people.txt"
    path.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nEND:VCARD\n")
    assert [row.contact.name for row in read(path, "US").rows] == ["Ana"]


def test_each_wrong_file_has_its_sentence(tmp_path: Path) -> None:
    def wrong(name: str, content: bytes) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    os.mkfifo(tmp_path / "pipe")
    huge = wrong("huge", b"name,number\n")
    with huge.open("ab") as file:
        file.truncate(LARGEST + 1)
    for path, match in (
        (Path("people.csv"), "not a whole path"),
        (tmp_path / "none.csv", "no such file"),
        (tmp_path, "folder"),
        (tmp_path / "pipe", "no file"),
        (Path("/dev/zero"), "no file"),
        (tmp_path / ("x" * 300), "cannot be read"),
        (tmp_path / "\0", "cannot be read"),
        (huge, "larger than 20 MB"),
        (wrong("empty", b""), "empty"),
        (wrong("blank", b"\xef\xbb\xbf \r\n"), "empty"),
        (wrong("sheet.xlsx", b"PK\x03\x04\0\0\0"), "holds no text"),
        (wrong("zeros", b"\xff\xfe" + bytes(100)), "holds no text"),
        (wrong("headless.csv", b"Ana,214\n"), "names no column"),
        (wrong("calendar.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"), "names no column"),
    ):
        with pytest.raises(CannotUse, match=match) as refused:
            read(path, "US")
        assert refused.value.happened.endswith(".")
        assert refused.value.do.endswith(".")
