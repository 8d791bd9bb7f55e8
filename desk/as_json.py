"""What the commands print with `--json`. The names are fixed: other programs read them."""

from __future__ import annotations

from typing import Any

import msgspec

from desk import in_words
from desk.core.views import CallView, InterruptionView, PromiseView, View


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
    }


def interruption(row: InterruptionView) -> dict[str, Any]:
    """One row of the log, all its fields present."""
    return {field: getattr(row, field) for field in row.__struct_fields__}


def text(value: Any) -> str:
    """Indented JSON; times as RFC 3339."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
