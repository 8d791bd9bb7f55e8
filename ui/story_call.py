"""A story as it is drawn: which steps are told, their signs, and the call itself from ring to end.

Pure functions of plain values, like `words`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.core.ends import End
from desk.core.model import Doing, Outcome
from desk.log_types import LogRow, Step, StepKind, Story
from ui import log_said, words

translate = QCoreApplication.translate

GLYPHS = {
    StepKind.RANG: ("ring", "ink"),
    StepKind.PRESSED: ("dot", "accent"),
    StepKind.PROMISED: ("message", "accent"),
    StepKind.JOINED: ("ring", "ink"),
    StepKind.MESSAGE: ("record", "accent"),
    StepKind.TAKEN: ("talk", "accent"),
    StepKind.PARKED: ("pause", "ink"),
    StepKind.RESUMED: ("talk", "accent"),
    StepKind.SENT: ("bye", "ink"),
    StepKind.RANG_AGAIN: ("ring", "ink"),
    StepKind.CALLED: ("bye", "ink"),
    StepKind.ATTEMPT: ("dash", "ink"),
    StepKind.CALL_ENDED: ("stop", "ink"),
    StepKind.PROMISE_ENDED: ("tick", "accent"),
}
"""The sign of a step and its colour, where it has one of its own."""
PASSING = (Doing.ANSWERING, Doing.TAKEN, Doing.LEAVING)
"""What is heard on the way to something else."""
SAYS = {
    Doing.TALKING: (StepKind.TAKEN, StepKind.RESUMED),
    Doing.PARKED: (StepKind.PARKED,),
    Doing.TRANSFERRING: (StepKind.SENT,),
}
"""The steps that say already that this is heard from then on."""


def glyph(step: Step) -> tuple[str, str]:
    """The sign before a step, and its colour: never the colour alone."""
    if step.told is StepKind.HEARD:
        return {Doing.HOLDING: ("pause", "soft"), Doing.TALKING: ("talk", "accent")}.get(
            step.doing or Doing.RINGING, ("dot", "soft")
        )
    if step.told is StepKind.ATTEMPT and step.outcome is Outcome.REACHED:
        return "tick", "accent"
    if step.told is StepKind.ATTEMPT:
        return "cross", "warn"
    if step.told is StepKind.CALL_ENDED and step.left is not None:
        return "cross", "warn"
    if step.told is StepKind.PROMISE_ENDED and step.end in log_said.ILL:
        return ("late", "warn") if step.end is End.LATE else ("cross", "warn")
    return GLYPHS.get(step.told, ("dot", "soft"))


def in_call(story: Story) -> tuple[Step, ...]:
    """The steps of the call itself: up to its end."""
    last = next(
        (
            i
            for i, step in enumerate(story.steps)
            if step.told is StepKind.CALL_ENDED and step.call in ("", story.row.call)
        ),
        None,
    )
    if last is None:
        return story.steps if story.row.end is End.LIVE else ()
    ended = story.steps[last].at
    return tuple(step for step in story.steps if step.at <= ended)


def told(story: Story) -> tuple[Step, ...]:
    """The steps that are told: not what was heard for less than a second, or is said by the step before."""
    during = in_call(story)
    left_out = set()
    for i, step in enumerate(during):
        if step.told is not StepKind.HEARD:
            continue
        after = during[i + 1].at if i + 1 < len(during) else None
        brief = step.doing in PASSING and after is not None and (after - step.at).total_seconds() < 1
        same = any(
            before.told in SAYS.get(step.doing or Doing.RINGING, ())
            and abs((step.at - before.at).total_seconds()) < 1
            for before in during[max(0, i - 3) : i + 3]
        )
        if brief or same:
            left_out.add(i)
    return tuple(step for i, step in enumerate(story.steps) if i not in left_out)


def since_ring(step: Step, row: LogRow) -> str:
    """0:04: how long after the ring."""
    return words.running((step.at - row.at).total_seconds())


# ---- the call itself, drawn


def parts(story: Story) -> tuple[tuple[Step, float, float], ...]:
    """What was heard in the call, each with its begin and end in seconds from the ring."""
    during = in_call(story)
    heard = [step for step in during if step.told in (StepKind.RANG, StepKind.HEARD)]
    if not heard:
        return ()
    seconds = [(step.at - story.row.at).total_seconds() for step in (*heard, during[-1])]
    return tuple(zip(heard, seconds[:-1], seconds[1:], strict=True))


def short(part: Step) -> str:
    """What was heard, in one word."""
    return {
        Doing.GREETING: translate("Story", "greeting"),
        Doing.CHOOSING: translate("Story", "choice"),
        Doing.CONFIRMING_NUMBER: translate("Story", "number"),
        Doing.ENTERING_NUMBER: translate("Story", "number"),
        Doing.REFUSED_NUMBER: translate("Story", "number"),
        Doing.RECORDING: translate("Story", "message"),
        Doing.REVIEWING: translate("Story", "message"),
        Doing.HOLDING: translate("Story", "holding"),
        Doing.PARKED: translate("Story", "on hold"),
        Doing.LEAVING: translate("Story", "goodbye"),
        Doing.TALKING: translate("Story", "talk"),
        Doing.TRANSFERRING: translate("Story", "passing on"),
        Doing.TELLING: translate("Story", "new time"),
    }.get(part.doing or Doing.RINGING, translate("Story", "ringing"))


def line(story: Story) -> str:
    """The call in one line, for who cannot see it drawn: 0:55, ringing 0:04, greeting 0:07."""
    drawn = parts(story)
    said = [f"{short(part)} {words.running(end - begin)}" for part, begin, end in drawn]
    whole = words.running(drawn[-1][2]) if drawn else "0:00"
    return translate("Story", "The call took %1: ").replace("%1", whole) + ", ".join(said)
