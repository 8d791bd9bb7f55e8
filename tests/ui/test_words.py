from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from desk.core.model import Dial, Doing, LineState, Outcome, Presence, Why
from tests.ui.scenes import AT, HELD, NO_TIME, OKAFOR, OVERDUE, PRACTICE, QUIET, SCENES, ago, ahead, call
from ui import calls_said, next_said, words
from ui.app import Language

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (48.9, "0:48"), (725, "12:05"), (3852, "1:04:12"), (-3, "0:00")]
)
def test_running_times(seconds: float, said: str) -> None:
    assert words.running(seconds) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (6, "6 minutes left"),
        (1, "1 minute left"),
        (5.1, "6 minutes left"),
        (0.5, "less than a minute left"),
        (-0.5, "due now"),
        (-1, "1 minute late"),
        (-3.9, "3 minutes late"),
        (80, "1 h 20 min left"),
        (120, "2 h left"),
        (60 * 24, "1 day left"),
        (60 * 49, "2 days left"),
    ],
)
def test_what_is_left(minutes: float, said: str) -> None:
    assert words.left(AT + minutes * MINUTE, AT) == said


def test_from_now_and_ago() -> None:
    assert words.until(ahead(minutes=6), AT) == "in 6 minutes"
    assert words.until(ahead(seconds=6), AT) == "in less than a minute"
    assert words.until(ahead(days=2), AT) == "in 2 days"
    assert words.ago(ago(minutes=4), AT) == "4 minutes ago"
    assert words.ago(ago(seconds=4), AT) == "just now"
    assert words.ago(ago(days=1), AT) == "1 day ago"


def test_clock_times_are_the_desks_own() -> None:
    assert words.clock(AT, "UTC", AT) == "10:31"
    assert words.clock(AT, "Europe/Berlin", AT) == "11:31"
    assert words.clock(AT, "Asia/Tokyo", AT) == "19:31"
    assert words.clock(AT, "Nowhere/At_all", AT) == "10:31"
    assert words.clock(ahead(days=1), "UTC", AT) == "tomorrow 10:31"
    assert words.clock(ago(days=1), "UTC", AT) == "yesterday 10:31"
    assert words.clock(ahead(days=2), "UTC", AT) == "Thu 10:31"
    assert words.clock(ahead(days=9), "UTC", AT) == "12 Mar 10:31"
    # half past nine tonight is tomorrow in Tokyo only
    assert words.clock(ahead(hours=11), "UTC", AT) == "21:31"
    assert words.clock(ahead(hours=11), "Asia/Tokyo", AT) == "tomorrow 06:31"
    assert words.today(AT, "UTC") == "Tue 10:31"


def test_the_night_the_clocks_change() -> None:
    before = AT.replace(month=3, day=28, hour=20)
    assert words.clock(before + timedelta(hours=12), "Europe/Berlin", before) == "tomorrow 10:31"


def test_numbers_are_read_in_groups() -> None:
    assert words.pretty("+442079460173", "US").replace("\u00a0", " ") == "+44 20 7946 0173"
    assert words.pretty("214", "US") == "214"
    assert words.pretty("+", "US") == "+"
    assert words.number_of("214", Dial.EXTENSION, "US") == "Extension 214"
    assert words.number_of(None, Dial.WITHHELD, "US") == "Withheld number"
    assert words.number_of(None, Dial.NOTHING, "US") == "Unknown number"
    assert " " not in words.pretty("+442079460173", "US"), "a number is not parted at the end of a line"


@pytest.mark.parametrize(
    ("number", "country", "said"),
    [
        ("+442079460173", "GB", "020 7946 0173"),
        ("+442079460173", "DE", "+44 20 7946 0173"),
        ("+4930901820", "DE", "030 901820"),
        ("+12125550173", "US", "(212) 555-0173"),
        ("+14165550173", "US", "+1 416-555-0173"),
        ("+390612345678", "IT", "06 1234 5678"),
        ("+34912345678", "ES", "912 34 56 78"),
        ("112", "DE", "112"),
    ],
)
def test_numbers_of_this_country_are_read_as_they_are_dialled_here(
    number: str, country: str, said: str
) -> None:
    shown = words.pretty(number, country)
    assert shown.replace("\u00a0", " ").replace("\u2011", "-") == said


def test_the_name_goes_before_the_number() -> None:
    assert words.who(OKAFOR, QUIET) == "Mrs Okafor"
    assert words.also(OKAFOR, QUIET)
    assert words.who(NO_TIME, QUIET).startswith("020")
    assert words.also(NO_TIME, QUIET) == ""


def test_everything_a_caller_can_be_doing_has_words() -> None:
    said = {calls_said.doing(call(doing=doing)) for doing in Doing}
    assert len(said) == len(Doing)
    assert calls_said.doing(HELD) == "holding, 1st in line"
    assert [calls_said.place(n) for n in (1, 2, 3, 4, 11)] == [
        "1st in line",
        "2nd in line",
        "3rd in line",
        "4th in line",
        "11th in line",
    ]


def test_every_state_and_reason_has_words() -> None:
    assert all(words.presence(state) for state in Presence)
    assert all(words.outcome(outcome) for outcome in Outcome)
    assert all(words.why(replace(OKAFOR, why=why), AT) for why in Why)
    assert all(words.line(replace(QUIET.line, state=state)) for state in LineState)
    assert words.line(PRACTICE.line) == "Practice line"


def test_all_calls_in_one_line() -> None:
    assert calls_said.happening((), AT) == "No calls"
    assert calls_said.happening((call(), call("b"), HELD), AT) == "2 callers greeted, 1 holding 0:48"
    assert calls_said.happening((call(doing=Doing.RINGING), call("b", Doing.RECORDING)), AT) == (
        "1 call ringing, 1 leaving a message"
    )


def test_what_is_next_in_one_line() -> None:
    said = {name: next_said.next_line(view, AT).replace("\u00a0", " ") for name, view in SCENES.items()}
    assert said["quiet"] == "Nothing waits"
    assert said["free"] == "Call Mrs Okafor back: 10:40, 9 minutes left"
    assert said["holding"] == "Mrs Okafor: holding 0:48, 1st in line"
    assert said["ringing"] == "Jonas Weber: ringing for 0:04"
    assert said["urgent"] == "020 7946 0142: says it is urgent, holding 0:22, 1st in line"
    assert said["overdue"] == "6 minutes late: Call Mr Lindqvist back"
    assert said["message"] == "Message from Dr Amara Nwosu"


def test_closed_says_when_it_opens() -> None:
    assert words.closed(SCENES["closed"], AT) == "Closed, opens 13:00"
    assert words.closed(QUIET, AT) == ""


def test_attempts() -> None:
    assert words.tried(OVERDUE, QUIET, AT) == "Tried once, at 10:19: no answer"
    twice = replace(OVERDUE, attempts=OVERDUE.attempts * 2)
    assert words.tried(twice, QUIET, AT) == "Tried 2 times, last at 10:19: no answer"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ("Mrs Okafor zurückrufen: 10:40, noch 9 Minuten", "vor 2 Tagen", "Di 10:31")),
        ("es", ("Llamar a Mrs Okafor: 10:40, quedan 9 minutos", "hace 2 días", "mar 10:31")),
        ("fr", ("Rappeler Mrs Okafor: 10:40, encore 9 minutes", "il y a 2 jours", "mar 10:31")),
    ],
)
def test_other_languages(in_english: Language, language: str, said: tuple[str, ...]) -> None:
    in_english.speak(language)
    next = next_said.next_line(SCENES["free"], AT)
    assert (next, words.ago(ago(days=2), AT), words.today(AT, "UTC")) == said
