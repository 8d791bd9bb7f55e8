from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from msgspec.structs import replace

from desk.core.ends import End, Left, Lost
from desk.core.model import Choice, Presence
from desk.log_types import Asked, Column, Figures, Format, WhyLost
from tests.ui.report.figures import BEFORE, NOTHING, NOW, SINCE, UNTIL, VIEW, rows
from ui import figures_said, log_said
from ui.figures_said import Figure, Trend
from ui.language import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_words_of_its_own(language: str, in_english: Language) -> None:
    in_english.speak(language)
    for words in (
        [log_said.column(one) for one in Column],
        [log_said.meaning(one) for one in Column],
        [log_said.end(one) for one in End],
        [log_said.end_meaning(one) for one in End],
        [log_said.chose(one) for one in Choice],
        [log_said.file_format(one) for one in Format],
        [figures_said.title(one) for one in Figure],
        [figures_said.definition(one) for one in Figure],
        [figures_said.trend_said(one) for one in Trend],
    ):
        assert len(set(words)) == len(words)
    assert log_said.chose(None) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_somebody_was_lost_is_one_whole_sentence(language: str, in_english: Language) -> None:
    in_english.speak(language)
    for lost, left, met, busy in product(Lost, (None, *Left), Presence, (0, 2)):
        why = WhyLost(lost=lost, left=left, waited=102, met=met, attempts=3, by="Ana", busy=busy)
        said = log_said.why_lost(why)
        assert said.endswith(".")
        assert "%" not in said
        assert "  " not in said
        assert said[0].isupper()
        assert "1:42" in said or lost is Lost.AMENDED


def test_the_caller_of_ten_past_two() -> None:
    why = WhyLost(lost=Lost.NO_NUMBER, left=Left.HOLDING, waited=158, met=Presence.SERVING, busy=2)
    assert log_said.why_lost(why) == (
        "Hung up after 2:38, while holding, while somebody was being served, with 2 others on the line;"
        " the number was withheld, so nobody could call back."
    )
    again = WhyLost(lost=Lost.NOT_REACHED, left=Left.GREETING, waited=12, attempts=3)
    assert log_said.why_lost(again) == (
        "Hung up after 0:12, during the greeting; 3 attempts were made, and nobody could be reached."
    )


def test_an_open_promise_past_its_time_says_so() -> None:
    owed = replace(rows(7)[6], end=End.OPEN, overdue=True)
    assert log_said.end_of(owed) == "Owed, and late"
    assert log_said.end_of(replace(owed, overdue=False)) == "Still owed"


def test_which_rows_were_asked_for() -> None:
    assert log_said.only(Asked(since=SINCE, until=UNTIL)) == ""
    asked = Asked(ends=(End.LOST, End.LATE), by=("Ana",), internal=True, weekday=0, hour=9, text=" oka ")
    assert log_said.only(asked) == "Lost / Called back late, by Ana, Colleague, Monday, 9:00 – 10:00, “oka”"


# ---- figures


def test_a_share_is_whole_only_when_all_are_there() -> None:
    said = [figures_said.share(part) for part in (None, 0.0, 0.0001, 0.5, 0.9999, 1.0)]
    assert said == ["–", "0%", "1%", "50%", "99%", "100%"]


def test_minutes_as_a_person_says_them() -> None:
    said = [figures_said.minutes(n).replace("\u00a0", " ") for n in (0, 0.4, 11.6, 60, 125, 60 * 51)]
    assert said == ["0 min", "under 1 min", "12 min", "1 h", "2 h 5 min", "2 d 3 h"]
    assert figures_said.minutes(None) == "–"


@pytest.mark.parametrize(
    ("figure", "change", "trend"),
    [
        (Figure.KEPT, {"kept_share": 0.5}, Trend.WORSE),
        (Figure.KEPT, {"kept_share": 0.99}, Trend.BETTER),
        (Figure.KEPT, {"kept_share": None}, Trend.NONE),
        (Figure.MEDIAN, {"minutes_median": 2.0}, Trend.BETTER),
        (Figure.P90, {"minutes_p90": 300.0}, Trend.WORSE),
        (Figure.LOST, {"lost": 15}, Trend.WORSE),
        (Figure.LOST, {"lost": 14}, Trend.SAME),
        (Figure.GREETED, {"greeted_share": 1.0}, Trend.BETTER),
        (Figure.HOLD, {"longest_hold": 180.4}, Trend.SAME),
        (Figure.OPEN, {"open_now": 99}, Trend.NONE),
    ],
)
def test_whether_it_is_better_than_before(figure: Figure, change: dict[str, float], trend: Trend) -> None:
    assert figures_said.trend(figure, replace(NOW, **change), BEFORE) is trend


def test_nothing_to_count_is_said_so() -> None:
    nothing = Figures()
    values = {figure: figures_said.value(figure, nothing) for figure in Figure}
    assert values[Figure.KEPT] == values[Figure.MEDIAN] == values[Figure.HOLD] == "–"
    assert values[Figure.LOST] == values[Figure.OPEN] == "0"
    assert not any(figures_said.of_what(figure, nothing) for figure in Figure)
    lost = replace(NOW, lost=14)
    assert figures_said.trend(Figure.LOST, lost, nothing) is Trend.NONE, "no records: nothing was better then"
    assert figures_said.second_person(NOTHING) == "No hour of this time needed a second person."


def test_which_hours_need_a_second_person() -> None:
    said = figures_said.second_person(VIEW)
    assert "Monday, 9:00 to 10:00 (7.0 an hour)" in said
    assert "Monday, 10:00 to 11:00 (6.0 an hour)" in said
    week = replace(VIEW, days=(1,) * 7)
    assert "Monday, 9:00 to 10:00 (7 an hour)" in figures_said.second_person(week), "one such hour: a count"
    assert figures_said.heat_cell(VIEW, 0, 9) == "Monday, 9:00 to 10:00: 14 in all, 7.0 an hour on average"


@pytest.mark.parametrize(
    ("first", "days", "said"),
    [
        (date(2026, 11, 2), 1, "Monday, 2 Nov 2026"),
        (date(2026, 11, 2), 14, "2 Nov to 15 Nov 2026"),
        (date(2026, 11, 1), 30, "November 2026"),
        (date(2026, 1, 1), 365, "2026"),
        (date(2026, 2, 1), 59, "1 Feb to 31 Mar 2026"),
    ],
)
def test_the_days_of_a_range(first: date, days: int, said: str) -> None:
    since = datetime.combine(first, time(), UTC)
    assert figures_said.span(since, since + timedelta(days=days), "UTC") == said


def test_the_table_for_a_spreadsheet_has_plain_numbers() -> None:
    table = figures_said.table(VIEW, "a fortnight")
    assert table[0][:3] == ["a fortnight", "Everybody", "The same time before"]
    assert ["Promises kept (%)", "92", "85", "93", "85", "87", "87"] in table
    assert ["Longest hold (s)", "172", "180", "172", "180", "", ""] in table
    assert ["Ana", "41", "3"] in table
    assert [row[10] for row in table if row and row[0] == "Monday"] == ["14"]
