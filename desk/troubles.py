"""What is wrong just now, for the windows: what happened and what to do, a sentence each."""

from __future__ import annotations

from audio.loudspeaker import Loudspeaker
from desk.core.model import Desk, LineState, Outcome
from desk.core.views import Trouble
from desk.from_settings import Voices
from desk.in_words import two_sentences
from desk.mailing import Problem

NOT_PICKED_UP = {
    Outcome.BUSY: ("The desk phone is busy.", "Put it down and try again."),
    Outcome.REFUSED: ("The desk phone refused to ring.", "See whether it is set to do not disturb."),
    Outcome.FAILED: (
        "The desk phone cannot be reached.",
        "See whether it is switched on, or speak by the headset.",
    ),
}
"""Why the desk phone was not picked up, and what to do; for any other reason `NOT_IN_TIME`."""
NOT_IN_TIME = ("The desk phone was not picked up.", "Try again, and pick it up when it rings.")


def troubles(
    desk: Desk,
    failure_detail: str,
    voices: Voices,
    loudspeaker: Loudspeaker,
    practice_problem: str | None,
    backup_problem: str | None = None,
    report_problem: Problem | None = None,
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
    if desk.side.missed is not None:
        happened, do = NOT_PICKED_UP.get(desk.side.missed, NOT_IN_TIME)
        found.append(Trouble(what="desk_phone", happened=happened, do=do))
    if backup_problem is not None:
        found.append(_said("backups", backup_problem))
    if report_problem is not None:
        said = report_problem
        found.append(Trouble(what="report", happened=said.happened, do=said.do, detail=said.detail))
    report = voices.report
    if not report.understood_on_phone:
        found.append(Trouble(what="voice", happened=report.sentence, do=report.what_to_do))
    found += [_said("recordings", problem) for problem in voices.prompts.problems]
    if loudspeaker.problem is not None:
        found.append(_said("sound", loudspeaker.problem))
    if practice_problem is not None:
        found.append(_said("practice", practice_problem))
    return tuple(found)


def _said(what: str, sentences: str) -> Trouble:
    happened, do = two_sentences(sentences)
    return Trouble(what=what, happened=happened, do=do)
