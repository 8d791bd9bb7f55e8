"""Commands about the desk itself: what it does for visitors, and what goes on."""

from __future__ import annotations

import argparse

from desk import as_json, in_words
from desk.cli.asking import WELL, ask, look
from desk.core.model import Presence
from desk.link_types import ChoosePresence, StillServingYes, ToggleServing


def serving(asked: argparse.Namespace) -> int:
    """Somebody is being served, or not."""
    if asked.turn == "toggle":
        ask(asked, ToggleServing())
    else:
        ask(asked, ChoosePresence(presence=Presence.SERVING if asked.turn == "on" else Presence.FREE))
    return WELL


def away(asked: argparse.Namespace) -> int:
    """Nobody is at the desk."""
    ask(asked, ChoosePresence(presence=Presence.AWAY))
    if asked.json:
        print(as_json.text(as_json.status(look(asked))))
    return WELL


def status(asked: argparse.Namespace) -> int:
    """What the desk, the line and the callers are doing."""
    view = look(asked)
    if asked.json:
        print(as_json.text(as_json.status(view)))
        return WELL
    print(f"{view.desk_name}: {view.state.value}")
    print(f"Line: {view.line.state.value}{f' at {view.line.address}' if view.line.address else ''}")
    if view.line.detail:
        print(f"  {view.line.detail}")
    for call in view.calls:
        doing = call.doing.value.replace("_", " ")
        who = in_words.called(call.number, call.name)
        print(f"Call {call.id}: {who}, {doing} {in_words.length((view.at - call.since).total_seconds())}")
    reason = in_words.because(view)
    print(f"Next: {in_words.what(view)}{f' ({reason})' if reason else ''}")
    for trouble in view.troubles:
        print(f"Trouble: {trouble.happened} {trouble.do}")
    return WELL


def still_serving(asked: argparse.Namespace) -> int:
    """Yes, still serving."""
    ask(asked, StillServingYes(by=asked.by))
    return WELL
