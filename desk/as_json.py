"""What the commands print with `--json`. The names are fixed: other programs read them."""

from __future__ import annotations

from typing import Any

import msgspec

from desk import in_words
from desk.core.views import CallView, ContactView, InterruptionView, PromiseView, SideView, View
from desk.link_types import Forgetting, Importing


def status(view: View) -> dict[str, Any]:
    """`onemoment status --json`."""
    return {
        "state": view.state,
        "chosen": view.chosen,
        "since": view.since,
        "opens_at": view.opens_at,
        "line": {
            "state": view.line.state,
            "detail": view.line.detail,
            "address": view.line.address,
            "practice": view.line.practice,
        },
        "calls": [call(c) for c in view.calls],
        "next": {
            "what": view.next.what,
            "because": in_words.because(view),
            "say": in_words.what(view),
            "call": view.next.call,
            "promise": view.next.promise,
            "at": view.next.at,
        },
        "promises_open": len(view.promises),
        "still_serving_since": view.still_serving_since,
        "side": side(view.side),
        "troubles": [
            {"what": t.what, "happened": t.happened, "do": t.do, "detail": t.detail} for t in view.troubles
        ],
        "garbage": view.garbage,
        "refused": view.refused,
    }


def call(c: CallView) -> dict[str, Any]:
    """One live call."""
    return {
        "id": c.id,
        "number": c.number,
        "name": c.name,
        "doing": c.doing,
        "since": c.since,
        "urgent": c.urgent,
        "place": c.place,
        "out": c.out,
        "by": c.by,
        "vip": c.vip,
        "internal": c.internal,
        "promise": c.promise,
        "calls_back": c.calls_back,
        "for_call": c.for_call,
        "sent_to": c.sent_to,
        "came_back": c.came_back,
        "notes": c.notes,
    }


def promise(p: PromiseView) -> dict[str, Any]:
    """One promise; `number` is E.164 or an extension as it is dialled, null when there is none to call."""
    return {
        "id": p.id,
        "number": p.number if p.dial.callable else None,
        "name": p.name,
        "why": p.why,
        "promised_by": p.promised_by,
        "state": p.state,
        "created_at": p.created_at,
        "attempts": len(p.attempts),
        "outcomes": [{"at": a.at, "outcome": a.outcome, "by": a.by, "note": a.note} for a in p.attempts],
        "messages": [
            {"id": m.id, "seconds": m.seconds, "at": m.at, "file": m.file, "played": m.played}
            for m in p.messages
        ],
        "breaks_through": p.breaks_through,
        "put_off_until": p.put_off_until,
        "ended_at": p.ended_at,
        "ended_by": p.ended_by,
        "claimed_by": p.claimed_by if p.claimed_until is not None else None,
        "claimed_until": p.claimed_until,
        "outcome_wanted": p.outcome_wanted,
        "cut": p.cut,
        "attempts_left": p.attempts_left,
        "broken": p.broken,
        "renegotiated": p.renegotiated,
        "told": p.told,
        "told_outcome": p.told_outcome,
    }


def person(c: ContactView) -> dict[str, Any]:
    """Somebody in the people directory, all fields present."""
    return {field: getattr(c, field) for field in c.__struct_fields__}


def side(s: SideView) -> dict[str, Any]:
    """`onemoment headset --json`: what is spoken through."""
    return {
        "used": s.used,
        "desk_phone": s.desk_phone,
        "headset": {field: getattr(s.headset, field) for field in s.headset.__struct_fields__},
    }


def importing(i: Importing) -> dict[str, Any]:
    """What a file of people would change, or has changed."""
    return {
        "added": i.added,
        "changed": i.changed,
        "unchanged": i.unchanged,
        "applied": i.applied,
        "changes": [
            {"before": None if c.before is None else person(c.before), "after": person(c.after)}
            for c in i.changes
        ],
        "problems": i.problems,
    }


def forgetting(f: Forgetting) -> dict[str, Any]:
    """`onemoment erase --json`, all fields present."""
    return {field: getattr(f, field) for field in f.__struct_fields__}


def interruption(row: InterruptionView) -> dict[str, Any]:
    """One row of the log, all its fields present."""
    return {field: getattr(row, field) for field in row.__struct_fields__}


def text(value: Any) -> str:
    """Indented JSON; times as RFC 3339."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
