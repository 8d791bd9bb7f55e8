"""What the story of one interruption says: each step of it in words, and the time that stands before it.

Pure functions of plain values, like `words`.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from desk.core.ends import End, Left
from desk.core.model import Doing, Outcome, Presence, Told, Why
from desk.log_types import LogHead, LogRow, NoteTold, Step, StepKind, Story
from ui import log_said, words
from ui.log_cells import day

translate = QCoreApplication.translate

KEYS = tuple("0123456789*#")


# ---- when


def at_day(at: datetime, head: LogHead) -> str:
    """Thursday, 13 Aug 2026: above the steps of another day."""
    there = at.astimezone(words.zone(head.time_zone))
    name = QLocale().standaloneDayName(there.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{words.capital(name)}, {day(there.date())}"


def clock(at: datetime, head: LogHead) -> str:
    """10:40, by the desk's clock."""
    return at.astimezone(words.zone(head.time_zone)).strftime("%H:%M")


def _time(at: datetime | None, then: datetime, head: LogHead) -> str:
    """The time something was promised for; with its day where that is not the day of `then`."""
    if at is None:
        return ""
    zone = words.zone(head.time_zone)
    same = at.astimezone(zone).date() == then.astimezone(zone).date()
    return clock(at, head) if same else f"{day(at.astimezone(zone).date(), then.year)} {clock(at, head)}"


# ---- what


def title(row: LogRow, head: LogHead) -> str:
    """Whose story it is: the name, or the number."""
    return row.name or row.company or words.number_of(row.number, row.dial, head.country)


def about(row: LogRow, head: LogHead) -> str:
    """Their number and company, and what is special of them, beside the name."""
    number = words.number_of(row.number, row.dial, head.country) if row.name or row.company else ""
    company = row.company if row.name else ""
    vip = translate("Story", "VIP") if row.vip else ""
    return ", ".join(part for part in (number, company, vip, log_said.side(row.internal)) if part)


def what_came(row: LogRow, head: LogHead) -> str:
    """Promised by 14:30; called back after 12 min by Ana: the end in a few words more."""
    said = []
    if row.promised_by is not None:
        by = _time(row.promised_by, row.at, head)
        said.append(translate("Story", "Promised by %1").replace("%1", by))
    if row.minutes is not None:
        length = words.length(timedelta(minutes=-row.minutes))
        said.append(translate("Story", "spoken with after %1").replace("%1", length))
    if row.by:
        said.append(translate("Story", "by %1").replace("%1", row.by))
    return words.capital(", ".join(said))


def step(of: Step, story: Story, head: LogHead) -> str:
    """One step in a sentence or less."""
    match of.told:
        case StepKind.RANG:
            return _rang(story.row.met)
        case StepKind.HEARD:
            return _heard(of)
        case StepKind.PRESSED:
            if of.key not in KEYS:
                return translate("Story", "Pressed another key")
            return translate("Story", "Pressed %1").replace("%1", of.key)
        case StepKind.PROMISED:
            return _promised(of, head)
        case StepKind.JOINED:
            by = _time(of.promised_by, of.at, head)
            text = translate("Story", "The promise they had stands: by %1") if by else ""
            return (text or translate("Story", "The promise they had stands")).replace("%1", by)
        case StepKind.MESSAGE:
            text = translate("Story", "Left a message, %1 long")
            return text.replace("%1", words.running(of.seconds or 0))
        case StepKind.TAKEN:
            return _by(of, translate("Story", "%1 took the call"), translate("Story", "The call was taken"))
        case StepKind.PARKED:
            return _by(of, translate("Story", "%1 put them on hold"), translate("Story", "Put on hold"))
        case StepKind.RESUMED:
            return _by(
                of, translate("Story", "%1 came back to them"), translate("Story", "Spoken with again")
            )
        case StepKind.SENT:
            return _sent(of)
        case StepKind.RANG_AGAIN:
            return translate("Story", "Rang again about it")
        case StepKind.CLAIMED:
            return _by(of, translate("Story", "%1 took it on"), translate("Story", "Somebody took it on"))
        case StepKind.CLAIM_ENDED:
            return translate("Story", "It was anybody's again")
        case StepKind.CALLED:
            return _by(of, translate("Story", "%1 began to call"), translate("Story", "A call to them began"))
        case StepKind.ATTEMPT:
            said = words.outcome(of.outcome or Outcome.FAILED)
            text = _by(of, translate("Story", "%1 called back"), translate("Story", "Called back"))
            return f"{text}: {words.lower(said)}"
        case StepKind.PUT_OFF:
            named, unnamed = (
                translate("Story", "%1 put it off until %2"),
                translate("Story", "Put off until %2"),
            )
            return _by(of, named, unnamed, _time(of.promised_by, of.at, head))
        case StepKind.RENEGOTIATED:
            named, unnamed = (
                translate("Story", "%1 gave a new time: %2"),
                translate("Story", "A new time: %2"),
            )
            return _by(of, named, unnamed, _time(of.promised_by, of.at, head))
        case StepKind.CALLER_TOLD:
            said = words.lower(words.outcome(of.outcome or Outcome.FAILED))
            return translate("Story", "Called with the new time: %1").replace("%1", said)
        case StepKind.NOTE:
            return _by(of, translate("Story", "%1 wrote"), translate("Story", "A note"))
        case StepKind.PLAYED:
            return _by(
                of, translate("Story", "%1 listened to it"), translate("Story", "The message was heard")
            )
        case StepKind.CALL_ENDED:
            return _ended(of, story.row)
        case StepKind.PROMISE_ENDED:
            return _by(of, "%1: ", "") + log_said.end(of.end or End.CANCELLED)
        case StepKind.AMENDED:
            return _amended(of)
        case StepKind.THANKED:
            return _by(of, translate("Story", "%1 thanked %2"), translate("Story", "%2 was thanked"), of.to)


def below(of: Step) -> tuple[str, ...]:
    """What stands under a step: the note, what it said before, the reason."""
    said = []
    if of.told is StepKind.PROMISED and of.why is not None:
        said.append(_why(of.why))
    if of.told is StepKind.RENEGOTIATED and of.caller_told is not None:
        said.append(
            translate("Story", "The caller is told by a call")
            if of.caller_told is Told.BY_CALL
            else translate("Story", "The caller was not told")
        )
    if of.note is not None:
        said += _note(of.note)
    if of.reason:
        said.append(translate("Story", "Reason: %1").replace("%1", of.reason))
    return tuple(said)


def _note(note: NoteTold) -> list[str]:
    before = (
        translate("Story", "Before: %1").replace("%1", words.quoted(text)) for text in reversed(note.before)
    )
    return [words.quoted(note.text), *before] if note.text else list(before)


def _by(of: Step, with_name: str, without: str, second: str = "") -> str:
    """Filled in at once: a name may look like what is filled in."""
    parts = re.split("(%[12])", with_name if of.by else without)
    return "".join({"%1": of.by, "%2": second}.get(part, part) for part in parts)


def _rang(met: Presence) -> str:
    return {
        Presence.FREE: translate("Story", "It rang; the desk was free"),
        Presence.SERVING: translate("Story", "It rang while somebody was being served"),
        Presence.AWAY: translate("Story", "It rang while nobody was at the desk"),
        Presence.CLOSED: translate("Story", "It rang outside the opening hours"),
    }[met]


def _heard(of: Step) -> str:
    doing = of.doing or Doing.RINGING
    if doing is Doing.TALKING:
        return _by(of, translate("Story", "Spoke with %1"), translate("Story", "Was spoken with"))
    return {
        Doing.RINGING: translate("Story", "Heard it ring"),
        Doing.ANSWERING: translate("Story", "Was being answered"),
        Doing.GREETING: translate("Story", "Heard the greeting"),
        Doing.CHOOSING: translate("Story", "Was asked to choose"),
        Doing.CONFIRMING_NUMBER: translate("Story", "Heard the number read back"),
        Doing.ENTERING_NUMBER: translate("Story", "Was asked to key in a number"),
        Doing.REFUSED_NUMBER: translate("Story", "Was asked for another number"),
        Doing.RECORDING: translate("Story", "Was leaving a message"),
        Doing.REVIEWING: translate("Story", "Could keep or repeat the message"),
        Doing.HOLDING: translate("Story", "Was holding, with music"),
        Doing.LEAVING: translate("Story", "Heard the goodbye"),
        Doing.TAKEN: translate("Story", "Was being connected"),
        Doing.PARKED: translate("Story", "Was put on hold, with music"),
        Doing.TRANSFERRING: translate("Story", "Was being passed on"),
        Doing.DIALLING: translate("Story", "Was being called"),
        Doing.RINGING_THERE: translate("Story", "It rang there"),
        Doing.TELLING: translate("Story", "Heard the new time"),
        Doing.TALKING: "",
    }[doing]


def _promised(of: Step, head: LogHead) -> str:
    by = _time(of.promised_by, of.at, head)
    if not by:
        return translate("Story", "A callback is owed, as soon as somebody is free")
    return translate("Story", "A callback was promised by %1").replace("%1", by)


def _why(why: Why) -> str:
    return {
        Why.ASKED: translate("Story", "They asked for it"),
        Why.HUNG_UP: translate("Story", "They hung up while waiting"),
        Why.HOLD_TOO_LONG: translate("Story", "They had held for too long"),
        Why.MESSAGE: translate("Story", "They left a message"),
        Why.LINE_LOST: translate("Story", "They were cut off by us"),
    }[why]


def _sent(of: Step) -> str:
    if not of.to and of.outcome is not None:  # what came of it: to whom was said before
        return {
            Outcome.REACHED: translate("Story", "Answered there"),
            Outcome.BUSY: translate("Story", "It was busy there"),
            Outcome.NO_ANSWER: translate("Story", "Nobody answered there"),
            Outcome.REFUSED: translate("Story", "The call was refused there"),
        }.get(of.outcome, translate("Story", "Nobody could be reached there"))
    to = of.to or translate("Story", "somebody")
    text = {
        None: translate("Story", "Passed on to %1"),
        Outcome.REACHED: translate("Story", "Passed on to %1, who answered"),
        Outcome.BUSY: translate("Story", "Passed on to %1, who was busy"),
        Outcome.NO_ANSWER: translate("Story", "Passed on to %1, who did not answer"),
        Outcome.REFUSED: translate("Story", "Passed on to %1, who refused the call"),
    }.get(of.outcome, translate("Story", "Passed on to %1, who could not be reached"))
    return text.replace("%1", to)


def _ended(of: Step, row: LogRow) -> str:
    if row.end is End.ANSWERED_ELSEWHERE and not row.amended:
        return translate("Story", "Another phone answered")
    if of.by == "line":
        return translate("Story", "The line was lost")
    if of.by == "desk":
        return translate("Story", "The desk ended the call")
    if of.left is None or of.left is Left.CUT:
        return translate("Story", "They hung up")
    return {
        Left.RINGING: translate("Story", "They hung up while it was ringing"),
        Left.GREETING: translate("Story", "They hung up during the greeting"),
        Left.CHOOSING: translate("Story", "They hung up when asked to choose"),
        Left.NUMBER: translate("Story", "They hung up when asked for a number"),
        Left.MESSAGE: translate("Story", "They hung up while leaving a message"),
        Left.HOLDING: translate("Story", "They hung up while holding"),
        Left.PARKED: translate("Story", "They hung up, put on hold by us"),
        Left.PASSING_ON: translate("Story", "They hung up while being passed on"),
        Left.GOODBYE: translate("Story", "They hung up during the goodbye"),
    }[of.left]


def _amended(of: Step) -> str:
    if of.end is None:
        return _by(of, translate("Story", "%1 corrected a note"), translate("Story", "A note was corrected"))
    named, unnamed = translate("Story", "%1 corrected how it ended: %2"), translate("Story", "Corrected: %2")
    text = _by(of, named, unnamed, log_said.end(of.end))
    if of.was is not None and of.was is not of.end:
        was = translate("Story", "before: %1").replace("%1", words.lower(log_said.end(of.was)))
        return f"{text} ({was})"
    return text
