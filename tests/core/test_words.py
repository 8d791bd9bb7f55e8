"""The words of the desk: events as JSON, and prompts that the rules can say."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import desk.core
from desk.core.events import Event
from desk.core.model import Policy
from desk.core.step import settle
from tests.core.play import Play

KINDS = get_args(Event)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
events = st.one_of([st.from_type(kind) for kind in KINDS])


@settings(max_examples=300, deadline=None)
@given(events)
def test_each_event_is_the_same_after_json(event: Event) -> None:
    text = msgspec.json.encode(event)
    again = msgspec.json.decode(text, type=Event)
    assert type(again) is type(event)
    assert again == event
    assert msgspec.json.encode(again) == text


@pytest.mark.parametrize("kind", KINDS)
def test_each_event_says_its_name(kind: type) -> None:
    assert msgspec.inspect.type_info(kind).tag == kind.__name__  # type: ignore[attr-defined]


@settings(max_examples=300, deadline=None)
@given(st.lists(events, max_size=8))
def test_no_event_however_impossible_fails(some: list[Event]) -> None:
    desk_, policy = Play().is_greeted().desk, Policy()
    for event in some:
        if 1971 < event.at.year < 9000:
            desk_, _, _ = settle(desk_, event, policy)


def phrases() -> set[str]:
    """Every name of a phrase in the rules."""
    found: set[str] = set()
    for file in Path(desk.core.__file__).parent.glob("*.py"):
        text = file.read_text(encoding="utf-8")
        found |= set(re.findall(r'Phrase\(\s*name="([a-z_]+)"', text))
        found |= set(re.findall(r'"(refused_[a-z]+|promise(?:_already)?|menu_again|not_a_key)"', text))
    # what the caller is doing then, and how a call ended: no phrases
    found -= {"refused_number", "refused_blocked"}
    states = ("free", "serving", "away", "closed")
    found |= {f"greeting_{p}" for p in states} | {f"greeting_colleague_{p}" for p in states}
    return found | {"menu", "menu_urgent"}


@pytest.mark.parametrize("language", ["en", "es", "de", "fr"])
def test_each_phrase_of_the_rules_has_words(language: str) -> None:
    file = Path(desk.core.__file__).parents[2] / "config" / "prompts" / f"{language}.toml"
    said = set(tomllib.loads(file.read_text(encoding="utf-8")))
    assert phrases() - {"beep"} <= said
    assert len(phrases()) > 30
