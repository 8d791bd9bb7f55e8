from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log import csv_file, json_lines
from desk.log_types import Column, LogRow
from desk.store.folding import folded
from desk.store.journal import moment
from desk.store.log_listed import Caller, Kind, Listed
from tests.ui.report.figures import rows

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
NOW = AT + timedelta(days=30)


def words(between: str = ",") -> csv_file.Words:
    return csv_file.Words(
        headers={column: column.value for column in Column},
        number="number",
        ends={end: end.value for end in End},
        overdue="late",
        met={presence: presence.value for presence in Presence},
        chose={choice: choice.value for choice in Choice},
        channels=str,
        extension="Extension %1",
        withheld="Withheld",
        unknown="Unknown",
        erased="Erased",
        between=between,
    )


def written(given: list[LogRow], columns: tuple[Column, ...] = (), between: str = ",") -> str:
    pieces = csv_file.written([list(map(listed, given))], columns, words(between), BERLIN, NOW)
    return b"".join(piece for piece, _ in pieces).decode()


def listed(row: LogRow) -> Listed:
    """The row as the store lists it."""
    caller = Caller(row.number, row.name, row.company, row.dial, row.erased)
    kind = Kind(row.channel, row.met, row.chose or "", row.end, row.by)
    promised_by = moment(row.promised_by) if row.promised_by else None
    return Listed(0, moment(row.at), caller, kind, promised_by, row.by, row.minutes)


def read(text: str, between: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(csv_file.MARK), newline=""), delimiter=between))


def runs(cell: str) -> bool:
    """What a spreadsheet takes for a formula, blanks and quotes before it or not."""
    bare = "".join(c for c in cell if c.isprintable()).lstrip(' \u00a0"')
    return bare[:1] in set("=+-@＝＋－＠")


def test_the_file_has_a_mark_its_columns_and_ends_of_lines_as_the_rfc_says() -> None:
    text = written(rows(3))
    assert text.startswith("\ufefftime (Europe/Berlin),who,number,")
    assert text.count("\r\n") == 4
    assert text.replace("\r\n", "").isprintable() or "\n" not in text.replace("\r\n", "")


def test_only_the_columns_on_screen_in_their_order() -> None:
    [header, first] = read(
        written([LogRow(call="c", at=AT, by="Ana", minutes=11.6)], (Column.MINUTES, Column.BY))
    )
    assert header == ["minutes", "by"]
    assert first == ["12", "Ana"]


def test_times_are_the_desks_also_in_the_hour_that_comes_twice() -> None:
    given = [LogRow(call="a", at=AT), LogRow(call="b", at=AT.replace(hour=1))]
    [_, one, other] = read(written(given, (Column.TIME,)))
    assert one == other == ["2026-10-25 02:30:00"]


def test_what_is_owed_is_late_once_its_time_has_passed() -> None:
    given = [
        LogRow(call=str(minutes), at=AT, end=end, promised_by=NOW + timedelta(minutes=minutes))
        for end in (End.OPEN, End.KEPT)
        for minutes in (-1, 1)
    ]
    assert read(written(given, (Column.END,)))[1:] == [["late"], ["open"], ["kept"], ["kept"]]


@pytest.mark.parametrize(
    ("number", "dial", "cell"),
    [
        ("+441615550199", Dial.CAN, "(+44) 161 555 0199"),
        ("+493055501", Dial.CAN, "(+49) 30 55501"),
        ("214", Dial.EXTENSION, "Extension 214"),
        ("0800123456", Dial.INVALID, "'0800123456"),
        ("+999123", Dial.INVALID, "'+999123"),
        ("4930555019912345", Dial.INVALID, "'4930555019912345"),
    ],
)
def test_numbers_can_be_read_and_dialled_and_are_neither_sums_nor_formulas(
    number: str, dial: Dial, cell: str
) -> None:
    [_, [who, said]] = read(written([LogRow(call="c", at=AT, number=number, dial=dial)], (Column.WHO,)))
    assert who == said == cell


def test_who_showed_no_number() -> None:
    [_, cells] = read(written([LogRow(call="c", at=AT)], (Column.WHO,)))
    assert cells == ["Withheld", ""]
    [_, gone] = read(written([LogRow(call="c", at=AT, dial=Dial.CAN, erased=True)], (Column.WHO,)))
    assert gone == ["Erased", ""]


NASTY = st.text(
    st.sampled_from("=+-@＝＋＠\t\r\n\v\x00 \u00a0\u200b\u202e\u2066\"',;aé|!1(\u2028"), max_size=12
)


@given(NASTY, NASTY, st.sampled_from(",;"))
def test_no_cell_is_a_formula_whichever_separator_a_spreadsheet_expects(
    name: str, by: str, between: str
) -> None:
    text = written([LogRow(call="c", at=AT, name=name, by=by)], (Column.WHO, Column.BY), between)
    assert len(read(text, between)) == 2
    for separator in ",;\t":
        for line in read(text, separator):
            assert not [cell for cell in line if runs(cell)]
        # also by a reader that knows nothing of quotes
        for bare in text.removeprefix(csv_file.MARK).split("\r\n"):
            assert not [cell for cell in bare.split(separator) if runs(cell)]


@given(st.text(max_size=30))
def test_what_is_no_formula_stays_as_it_was_written(name: str) -> None:
    said = csv_file.defused(name)
    assert (
        folded(said.replace("'", "")).split() == folded(name.replace("'", "")).split()
        or not name.isprintable()
    )


def test_names_of_any_script_are_as_they_were() -> None:
    names = ["Ζωή Παπαδοπούλου", "محمد الفاسي", "山田 太郎", "O'Neill, Siobhán", 'the "Bell"', "Łódź & Co"]
    given = [
        LogRow(call=str(n), at=AT, name=name, number="214", dial=Dial.EXTENSION)
        for n, name in enumerate(names)
    ]
    assert [cells[0] for cells in read(written(given, (Column.WHO,)))[1:]] == names


def test_json_lines_have_every_key_in_every_line() -> None:
    import json

    given = rows(40)
    pieces = list(json_lines.written([given[:20], given[20:]]))
    assert [count for _, count in pieces] == [20, 20]
    lines = [json.loads(line) for line in b"".join(piece for piece, _ in pieces).splitlines()]
    assert len({tuple(line) for line in lines}) == 1
    promised = [line["promise"] for line in lines if line["promise"]]
    assert promised
    assert {tuple(promise) for promise in promised} == {
        ("id", "promised_by", "overdue", "attempts", "minutes")
    }
    assert [line["call"] for line in lines] == [row.call for row in given]


def test_numbers_are_parted_as_the_library_parts_them() -> None:
    draw = Random(7)
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            written = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
            # neighbours at every digit: those that begin alike were written before
            for place in range(4, len(written)):
                for _ in range(3):
                    number = written[:place] + "".join(draw.choices("0123456789", k=len(written) - place))
                    assert csv_file.number_said(number) == csv_file._written(number)
