"""The search against a look at every row, and numbers in any spelling."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.log.log import Log
from desk.log_types import Asked, Sort
from desk.store import log_words
from desk.store.folding import folded
from desk.store.log_words import both, words
from tests.log.conftest import ABOUT
from tests.log.records import BEGAN, NOTES, PEOPLE, add, empty, happened, written

NOW = BEGAN + timedelta(days=200)
SAID = [word for text in [*NOTES, *(name or "" for _, name in PEOPLE)] for word in text.split()]
WORDS = sorted(
    {word[:n] for word in SAID for n in (2, 3, 5, 20)}
    | {"grace", "compilers", "sohne", "ADA", "muller", "zzz"}
)


@pytest.fixture(scope="module")
def texts_of(folder: Path, whole: Log) -> dict[str, str]:
    """All that is written of each call, folded."""
    found: dict[str, list[str]] = defaultdict(list)
    conn = sqlite3.connect(folder / "onemoment.db")
    for question in (
        "SELECT c.call, n.name FROM calls c JOIN numbers n ON n.key = c.caller_key WHERE n.name IS NOT NULL",
        "SELECT c.call, k.name || ' ' || k.company FROM calls c JOIN contact_numbers t"
        " ON t.number_key = c.caller_key JOIN contacts k ON k.key = t.contact",
        "SELECT x.call, t.text FROM call_notes x JOIN notes t ON t.key = x.note",
        "SELECT c.call, t.text FROM calls c JOIN attempts a ON a.promise = c.promise"
        " JOIN notes t ON t.key = a.note",
        "SELECT c.call, t.text FROM calls c JOIN promises p ON p.id = c.promise"
        " JOIN notes t ON t.key = p.note",
    ):
        for call, text in conn.execute(question):
            found[call].append(folded(text))
    conn.close()
    return {call: " | ".join(said) for call, said in found.items()}


def calls(log: Log, text: str) -> set[str]:
    return {row.call for some in log.rows(Asked(text=text), Sort(), NOW) for row in some}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS).filter(lambda word: len(word) > 1), min_size=1, max_size=3))
def test_every_word_is_found_anywhere(whole: Log, texts_of: dict[str, str], words: list[str]) -> None:
    found = calls(whole, "  ".join(words))
    if any(any(c.isdigit() for c in word) for word in words):
        return  # numbers: below
    right = {call for call, text in texts_of.items() if all(folded(word) in text for word in words)}
    assert found == right


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0161 555 01 99", {"+441615550199"}),
        ("+44161 5550199", {"+441615550199"}),
        ("+44 (0)161 555-0199", {"+441615550199"}),
        ("+44 0161 555 0199", {"+441615550199"}),
        ("0044161", {"+441615550199", "+441615550122"}),
        ("555-01", {"+441615550199", "+441615550122"}),
        ("0199", {"+441615550199"}),
        ("+33 1 23 45", {"+33123456789"}),
        ("01 23 45 67 89", {"+33123456789"}),
        ("2140", {"2140"}),
        ("(020) 7946", {"+442079460101"}),
        ("99999", set()),
    ],
)
def test_a_number_is_found_in_any_spelling(whole: Log, typed: str, numbers: set[str]) -> None:
    found = {row.number for some in whole.rows(Asked(text=typed), Sort(), NOW) for row in some}
    assert found == numbers


def test_an_extension_is_meant_by_all_of_its_digits(whole: Log) -> None:
    rows = [row for some in whole.rows(Asked(text="214"), Sort(), NOW) for row in some]
    found = {row.number for row in rows if "214" not in row.notes}
    assert {"214", "+12025550214"} <= found
    noted = {row.number for row in rows if "room 214" in row.notes}
    assert noted  # and it may be a room
    assert not any(row.number == "2140" and "214" not in row.notes for row in rows if not row.promise)


def test_one_letter_is_the_beginning_of_a_name(whole: Log) -> None:
    found = {row.name for some in whole.rows(Asked(text="m"), Sort(), NOW) for row in some}
    assert found == {"Ada Müller"}


def test_a_word_that_stands_in_every_text_is_found_in_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_words, "FEW", 10)
    said = [f"{'x' * (n % 7)}callback{n}" if n % 3 else "nothing" for n in range(500)]
    found = words(enumerate(said)).having(b"callback")
    assert list(np.flatnonzero(found)) == [n for n in range(500) if n % 3]
    assert list(np.flatnonzero(words(enumerate(said)).having(b"k499"))) == [499]
    assert not words([]).having(b"a").any()


@given(
    some=st.lists(st.text("ab \0é", max_size=9), max_size=6),
    more=st.lists(st.text("ab ", max_size=9), max_size=4),
    sought=st.text("ab", min_size=1, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_words_are_found_wherever_they_stand(some: list[str], more: list[str], sought: str) -> None:
    known = both(words(enumerate(some)), words(enumerate(more, len(some))))
    found = set(np.flatnonzero(known.having(sought.encode())).tolist())
    said = [folded(text.replace("\0", " ")) for text in some + more]
    assert found == {n for n, text in enumerate(said) if sought in text}
    begin = set(np.flatnonzero(known.having(b"\0" + sought.encode())).tolist())
    assert begin == {n for n, text in enumerate(said) if any(w.startswith(sought) for w in text.split())}


@given(st.lists(st.text(max_size=20), max_size=5))
@settings(max_examples=60, deadline=None)
def test_many_texts_are_folded_as_each_alone(said: list[str]) -> None:
    known, found = words(enumerate(said)), [set[str]() for _ in said]
    for which, word in enumerate(known.text.decode().split("\0")[1:-1]):
        for owner in known.owner[known.first[which] : known.first[which + 1]]:
            found[owner].add(word)
    assert found == [set(folded(text.replace("\0", " ")).split()) for text in said]


def test_what_is_erased_or_written_anew_is_found_no_more(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    add(folder, 200, seed=5)
    log = Log.open(folder, ABOUT)
    log.load()
    assert calls(log, "invoice")
    assert calls(log, "okafor")
    with written(folder) as conn:
        last = conn.execute("SELECT max(changed) FROM calls").fetchone()[0] + 1
        conn.execute("DELETE FROM notes WHERE key = 't0'")
        conn.execute("DELETE FROM numbers WHERE key = 'n2'")
        conn.execute("UPDATE calls SET changed = ?", (last,))
        happened(conn, "NumberForgotten")
    assert log.refresh()
    assert not calls(log, "invoice")
    assert not calls(log, "okafor")
    assert not calls(log, "2079460101")
    assert calls(log, "muller")
    assert not log.refresh()
    log.close()
