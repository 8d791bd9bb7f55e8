"""What is wrong just now, for the windows: what happened and what to do, a sentence each."""

from __future__ import annotations

from audio.loudspeaker import Loudspeaker
from desk.core.model import Desk, LineState
from desk.core.views import Trouble
from desk.from_settings import Voices


def troubles(
    desk: Desk, failure_detail: str, voices: Voices, loudspeaker: Loudspeaker
) -> tuple[Trouble, ...]:
    """Everything that is wrong, the gravest first. `failure_detail` is why records cannot be written."""
    found: list[Trouble] = []
    if desk.records_failed is not None:
        found.append(
            Trouble(
                what="records",
                happened=desk.records_failed,
                do="Callers are asked to ring again until it is solved.",
                detail=failure_detail,
            )
        )
    if desk.line.state in (LineState.REFUSED, LineState.UNREACHABLE, LineState.DOWN):
        found.append(_said("line", desk.line.detail))
    report = voices.report
    if not report.understood_on_phone:
        found.append(Trouble(what="voice", happened=report.sentence, do=report.what_to_do))
    found += [_said("recordings", problem) for problem in voices.prompts.problems]
    if loudspeaker.problem is not None:
        found.append(_said("sound", loudspeaker.problem))
    return tuple(found)


def _said(what: str, sentences: str) -> Trouble:
    """Sentences that say first what happened and then what to do."""
    happened, _, do = sentences.partition(". ")
    return Trouble(what=what, happened=happened.rstrip(".") + ".", do=do)
