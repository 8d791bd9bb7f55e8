"""The log as a CSV file (RFC 4180) that a spreadsheet opens by a double click.

UTF-8 with a mark at its beginning, CR LF, the columns named in the first line. Where numbers have a decimal
comma spreadsheets expect a semicolon between the cells, so it stands there. Times are local, as ISO 8601 has
them, minutes whole numbers: nothing is taken for another date or another number. What a spreadsheet would run
as a formula has an apostrophe before it (OWASP, CSV injection), also behind a comma or semicolon within a
cell: a spreadsheet that expects the other one of them would begin a new cell there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import accumulate
from typing import TypeVar

import phonenumbers

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log_types import Column
from desk.store.journal import moment
from desk.store.log_listed import Caller, Kind, Listed

MARK = "\ufeff"
COLUMNS = tuple(Column)

# what cannot be seen may stand before it
_UNSEEN = "\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_FORMULA = f"[{_UNSEEN}\"']*[=+\\-@＝＋－＠﹢﹣]"
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
    erased: str
    between: str = ","
    """Between two cells: a semicolon where the decimals have a comma."""


def written(
    chunks: Iterable[Sequence[Listed]], columns: Sequence[Column], words: Words, zone: tzinfo, now: datetime
) -> Iterator[tuple[bytes, int]]:
    """The file, piece by piece, each with the number of its rows; the first has none.

    What is past its time, is so at `now`.
    """
    cells = _Cells(words, zone, moment(now))
    made = [cells.of(column) for column in columns or COLUMNS]
    yield (
        (
            MARK + words.between.join(cells.text[one] for headers, _ in made for one in headers) + "\r\n"
        ).encode(),
        0,
    )
    for rows in chunks:
        # column by column: a hundred thousand rows in well under a second
        lines = map(words.between.join, zip(*(fill(rows) for _, fill in made), strict=True))
        yield ("\r\n".join(lines) + "\r\n").encode(), len(rows)


def lines(rows: Iterable[Sequence[str]], between: str) -> bytes:
    """A whole small table as such a file."""
    cell = _Once[str](lambda text: _quoted(defused(text), between))
    return (MARK + "".join(between.join(cell[text] for text in row) + "\r\n" for row in rows)).encode()


def defused(text: str) -> str:
    """The text on one line, so that no spreadsheet runs it as a formula."""
    if _PLAIN.fullmatch(text):
        return text
    text = _NO_LINE.sub(" ", text).strip()
    text = _STARTS_WITHIN.sub(r"\1'", text)
    return f"'{text}" if _STARTS.match(text) else text


def _quoted(text: str, between: str) -> str:
    """The text as a cell: in quotes where it has to be."""
    return '"' + text.replace('"', '""') + '"' if between in text or '"' in text else text


T = TypeVar("T")


class _Once(dict[T, str]):
    """What a text or a value becomes, worked out once: the same few thousand people call again and again."""

    def __init__(self, becomes: Callable[[T], str], at_most: int = 200_000) -> None:
        super().__init__()
        self._becomes, self._at_most = becomes, at_most

    def __missing__(self, what: T) -> str:
        if len(self) >= self._at_most:
            self.clear()
        made = self[what] = self._becomes(what)
        return made


def _whole(minutes: float | None) -> str:
    return "" if minutes is None else str(round(minutes))


Fill = Callable[[Sequence[Listed]], list[str]]
"""The cells of one column, of these rows."""


class _Cells:
    """What stands in each column, at `now`."""

    def __init__(self, words: Words, zone: tzinfo, now: str) -> None:
        self.words, self.zone, self.now = words, zone, now
        between = words.between
        self.text = _Once[str](lambda text: _quoted(defused(text), between))

    def of(self, column: Column) -> tuple[Sequence[str], Fill]:
        """The headers and the cells of this column; who it was takes two cells."""
        w, text, now = self.words, self.text, self.now
        header = w.headers[column]
        timed = f"{header} ({self.zone})"  # by which clock
        match column:
            case Column.TIME:
                at = _clock(self.zone)
                return [timed], lambda rows: [at[row.at[:16]] + row.at[16:19] for row in rows]
            case Column.WHO:
                who = _Once[Caller](self._who_and_number)
                return [header, w.number], lambda rows: [who[row.caller] for row in rows]
            case Column.CHANNEL:
                channel = _Once[Kind](lambda kind: text[w.channels(kind.channel)])
                return [header], lambda rows: [channel[row.kind] for row in rows]
            case Column.MET:
                met = _Once[Kind](lambda kind: text[w.met[Presence(kind.met)]])
                return [header], lambda rows: [met[row.kind] for row in rows]
            case Column.CHOSE:
                chose = _Once[Kind](lambda kind: text[w.chose[Choice(kind.chose)]] if kind.chose else "")
                return [header], lambda rows: [chose[row.kind] for row in rows]
            case Column.PROMISED_BY:
                clock = _clock(self.zone)
                return [timed], lambda rows: [
                    clock[by[:16]] + by[16:19] if (by := row.promised_by) else "" for row in rows
                ]
            case Column.END:
                end, late = _Once[Kind](lambda kind: text[w.ends[kind.end]]), text[w.overdue]
                return [header], lambda rows: [
                    late
                    if row.kind.end is End.OPEN and (by := row.promised_by) and by < now
                    else end[row.kind]
                    for row in rows
                ]
            case Column.BY:
                return [header], lambda rows: [text[row.by] for row in rows]
            case Column.MINUTES:
                return [header], lambda rows: [_whole(row.minutes) for row in rows]

    def _who_and_number(self, caller: Caller) -> str:
        w, number = self.words, self._number(caller)
        if name := caller.name or caller.company:
            who = self.text[name]
        elif caller.number is not None:
            who = number
        else:
            who = self.text[
                w.erased if caller.erased else w.withheld if caller.dial == Dial.WITHHELD else w.unknown
            ]
        return f"{who}{w.between}{number}"

    def _number(self, caller: Caller) -> str:
        if caller.number is None:
            return ""
        if caller.dial == Dial.EXTENSION:
            return self.text[self.words.extension.replace("%1", caller.number)]
        return _quoted(number_said(caller.number), self.words.between)


def _clock(zone: tzinfo) -> _Once[str]:
    """By minute, as the tables keep it, 2026-11-16 09:05 by the desk's clock. Seconds are the same."""

    def said(minute: str) -> str:
        return datetime.fromisoformat(f"{minute}Z").astimezone(zone).isoformat(" ")[:16]

    return _Once(said, 10_000)


_LEADING = 10
"""So many characters of a number in E.164 are more than the library goes by when it parts the digits."""
_alike: dict[tuple[str, int], tuple[slice, ...]] = {}
"""Numbers that begin alike are written alike: where their digits are parted, by beginning and length."""
_ALIKE_AT_MOST = 100_000


def number_said(number: str) -> str:
    """(+44) 161 555 0199: to be read and dialled, and neither a formula nor a sum to any spreadsheet."""
    alike = (number[:_LEADING], len(number))
    parts = _alike.get(alike)
    if parts is not None and number[1:].isdecimal() and number.isascii():
        return f"({number[parts[0]]}) {' '.join([number[part] for part in parts[1:]])}"
    said = _written(number)
    groups = said.replace("(", "").replace(")", "").split(" ")
    if said.startswith("(+") and "".join(groups) == number and len(_alike) < _ALIKE_AT_MOST:
        ends = list(accumulate(map(len, groups)))
        _alike[alike] = tuple(slice(begin, end) for begin, end in zip([0, *ends], ends, strict=False))
    return said


def _written(number: str) -> str:
    parsed = _parsed(number)
    if parsed is None:
        said = defused(number)
        return f"'{said}" if _LIKE_A_COUNT.fullmatch(said) else said
    said = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    country, between, rest = said.partition(" ")
    return f"({country}) {rest}" if between else defused(said)


def _parsed(number: str) -> phonenumbers.PhoneNumber | None:
    """A number in E.164, taken apart: the library's own way is for numbers as written, and slow."""
    digits = number[1:]
    if not (number.startswith("+") and digits.isascii() and digits.isdecimal() and len(digits) <= 15):
        return None
    for length in (1, 2, 3):
        if int(digits[:length]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            rest = digits[length:]
            if not rest:
                return None
            zeros = len(rest) - len(rest.lstrip("0"))
            return phonenumbers.PhoneNumber(
                country_code=int(digits[:length]),
                national_number=int(rest),
                italian_leading_zero=zeros > 0 or None,
                number_of_leading_zeros=zeros if zeros > 1 else None,
            )
    return None
