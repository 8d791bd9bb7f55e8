"""The log as a CSV file (RFC 4180) that a spreadsheet opens by a double click.

UTF-8 with a mark at its beginning, CR LF, the columns named in the first line. Where numbers have a decimal
comma spreadsheets expect a semicolon between the cells, so it stands there. Times are local, as ISO 8601 has
them, minutes whole numbers: nothing is taken for another date or another number. What a spreadsheet would run
as a formula has an apostrophe before it (OWASP, CSV injection), also behind a comma or semicolon within a
cell: a spreadsheet that expects the other one of them would begin a new cell there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

import phonenumbers

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log_types import Column, LogRow

MARK = "\ufeff"
COLUMNS = tuple(Column)

_FORMULA = "[\\s\"'\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠﹢﹣]"  # what cannot be seen may stand before it
_STARTS = re.compile(_FORMULA)
_STARTS_WITHIN = re.compile(f"([,;])(?={_FORMULA})")
_NO_LINE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_PLAIN = re.compile(r"[\w .()]*")
_LIKE_A_COUNT = re.compile(r"0\d+|\d{12,}")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the file in the reader's language."""

    headers: Mapping[Column, str]
    number: str
    """The header of the column beside `Column.WHO`."""
    ends: Mapping[End, str]
    overdue: str
    met: Mapping[Presence, str]
    chose: Mapping[Choice, str]
    channels: Callable[[str], str]
    extension: str
    """With %1 for its number."""
    withheld: str
    unknown: str
    between: str = ","
    """Between two cells: a semicolon where the decimals have a comma."""


def written(
    chunks: Iterable[Sequence[LogRow]], columns: Sequence[Column], words: Words, zone: tzinfo
) -> Iterator[tuple[bytes, int]]:
    """The file, piece by piece, each with the number of its rows; the first has none."""
    cells = _Cells(words, zone)
    made = [one for column in columns or COLUMNS for one in cells.of(column)]
    yield (MARK + _text([[defused(header) for header, _ in made]], words.between)).encode(), 0
    fill = [cell for _, cell in made]
    for rows in chunks:
        yield _text([[cell(row) for cell in fill] for row in rows], words.between).encode(), len(rows)


def defused(text: str) -> str:
    """The text on one line, so that no spreadsheet runs it as a formula."""
    if _PLAIN.fullmatch(text):
        return text
    text = _NO_LINE.sub(" ", text).strip()
    text = _STARTS_WITHIN.sub(r"\1'", text)
    return f"'{text}" if _STARTS.match(text) else text


def _text(rows: Iterable[Sequence[str]], between: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=between).writerows(rows)
    return out.getvalue()


class _Once(dict[str, str]):
    """What a text becomes, worked out once: the same few thousand people call again and again."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, text: str) -> str:
        made = self[text] = self._becomes(text)
        return made


class _Cells:
    """What stands in each cell."""

    def __init__(self, words: Words, zone: tzinfo) -> None:
        self.words, self.zone = words, zone
        self._texts, self._numbers = _Once(defused), _Once(number_said)
        self._channels = _Once(lambda name: defused(words.channels(name)))

    def of(self, column: Column) -> list[tuple[str, Callable[[LogRow], str]]]:
        """The header and the cell of this column; who it was takes two."""
        w = self.words
        header = w.headers[column]
        ends = {end: defused(said) for end, said in w.ends.items()}
        met = {presence: defused(said) for presence, said in w.met.items()}
        chose = {choice: defused(said) for choice, said in w.chose.items()}
        match column:
            case Column.TIME:
                return [(self._timed(header), lambda row: self._time(row.at))]
            case Column.WHO:
                return [(header, self._who), (w.number, self._number)]
            case Column.CHANNEL:
                return [(header, lambda row: self._channels[row.channel])]
            case Column.MET:
                return [(header, lambda row: met[row.met])]
            case Column.CHOSE:
                return [(header, lambda row: chose[row.chose] if row.chose else "")]
            case Column.PROMISED_BY:
                return [(self._timed(header), lambda row: self._time(row.promised_by))]
            case Column.END:
                late = defused(w.overdue)
                return [(header, lambda row: late if row.overdue and row.end is End.OPEN else ends[row.end])]
            case Column.BY:
                return [(header, lambda row: self._texts[row.by])]
            case Column.MINUTES:
                return [(header, lambda row: "" if row.minutes is None else str(round(row.minutes)))]

    def _timed(self, header: str) -> str:
        """The header of times says by which clock they are."""
        return f"{header} ({self.zone})"

    def _time(self, at: datetime | None) -> str:
        return "" if at is None else at.astimezone(self.zone).isoformat(" ", "seconds")[:19]

    def _who(self, row: LogRow) -> str:
        if name := row.name or row.company:
            return self._texts[name]
        if row.number is None:
            return self.words.withheld if row.dial is Dial.WITHHELD else self.words.unknown
        return self._number(row)

    def _number(self, row: LogRow) -> str:
        if row.number is None:
            return ""
        if row.dial is Dial.EXTENSION:
            return self._texts[self.words.extension.replace("%1", row.number)]
        return self._numbers[row.number]


def number_said(number: str) -> str:
    """(+44) 161 555 0199: to be read and dialled, and neither a formula nor a sum to any spreadsheet."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        said = defused(number)
        return f"'{said}" if _LIKE_A_COUNT.fullmatch(said) else said
    said = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    country, between, rest = said.partition(" ")
    return f"({country}) {rest}" if between else defused(said)
