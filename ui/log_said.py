"""What the supervisor's log says: columns, ends, what was chosen, and why somebody was lost, in words.

Pure functions of plain values, like `words`: for the table, the story, the printed report and the CSV file.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desk.core.ends import End, Left, Lost
from desk.core.model import Choice, Presence
from desk.log_types import Asked, Column, Format, LogRow, WhyLost
from ui import words
from ui.counted import counted
from ui.words import presence, quoted, running

translate = QCoreApplication.translate

WELL = (End.SPOKEN, End.PASSED_ON, End.ANSWERED_ELSEWHERE, End.KEPT)
"""Ends after which somebody had spoken with them, in time."""
ILL = (End.LATE, End.NOT_REACHED, End.LOST)
"""Ends that ask for a look."""


def column(of: Column) -> str:
    """What stands above a column."""
    return {
        Column.TIME: translate("Log", "Time"),
        Column.WHO: translate("Log", "Who"),
        Column.CHANNEL: translate("Log", "Channel"),
        Column.MET: translate("Log", "Desk was"),
        Column.CHOSE: translate("Log", "Chose"),
        Column.PROMISED_BY: translate("Log", "Promised by"),
        Column.END: translate("Log", "End"),
        Column.BY: translate("Log", "By whom"),
        Column.MINUTES: translate("Log", "Minutes to callback"),
    }[of]


def meaning(of: Column) -> str:
    """What a column tells, in a sentence."""
    return {
        Column.TIME: translate("Log", "When it rang."),
        Column.WHO: translate("Log", "The name in the directory, or else the number."),
        Column.CHANNEL: translate("Log", "How they came to us."),
        Column.MET: translate("Log", "What the desk was doing when it rang."),
        Column.CHOSE: translate("Log", "What the caller chose by key, the last choice standing."),
        Column.PROMISED_BY: translate("Log", "By when a callback was promised."),
        Column.END: translate("Log", "How it ended, the promise included."),
        Column.BY: translate("Log", "Who took it, or closed its promise, or tried last."),
        Column.MINUTES: translate("Log", "From the promise until somebody spoke with them."),
    }[of]


def end(of: End) -> str:
    """How an interruption ended as a whole, in two words."""
    return {
        End.LIVE: translate("Log", "Going on"),
        End.SPOKEN: translate("Log", "Spoken with"),
        End.PASSED_ON: translate("Log", "Passed on"),
        End.ANSWERED_ELSEWHERE: translate("Log", "Answered elsewhere"),
        End.KEPT: translate("Log", "Called back"),
        End.LATE: translate("Log", "Called back late"),
        End.OPEN: translate("Log", "Still owed"),
        End.NOT_REACHED: translate("Log", "Not reached"),
        End.CANCELLED: translate("Log", "Cancelled"),
        End.LOST: translate("Log", "Lost"),
        End.REFUSED: translate("Log", "Turned away"),
        End.BLOCKED: translate("Log", "Blocked"),
        End.ENDED: translate("Log", "Ended by the desk"),
    }[of]


def end_meaning(of: End) -> str:
    """The same in a sentence."""
    return {
        End.LIVE: translate("Log", "It still goes on."),
        End.SPOKEN: translate("Log", "Somebody here spoke with them in that call."),
        End.PASSED_ON: translate("Log", "They were passed on to a colleague."),
        End.ANSWERED_ELSEWHERE: translate("Log", "Another phone answered them."),
        End.KEPT: translate("Log", "Somebody spoke with them by the time promised."),
        End.LATE: translate("Log", "Somebody spoke with them, after the time promised."),
        End.OPEN: translate("Log", "They are still waiting to be called back."),
        End.NOT_REACHED: translate("Log", "Every attempt was made, and nobody could be reached."),
        End.CANCELLED: translate("Log", "A person closed it without speaking with them."),
        End.LOST: translate("Log", "They were gone, and nobody spoke with them later."),
        End.REFUSED: translate("Log", "There were more calls than there may be at once."),
        End.BLOCKED: translate("Log", "The number is blocked."),
        End.ENDED: translate("Log", "The desk ended the call, with nothing promised."),
    }[of]


def end_of(row: LogRow) -> str:
    """How this one ended; a promise that is past its time says so."""
    return owed_and_late() if row.end is End.OPEN and row.overdue else end(row.end)


def owed_and_late() -> str:
    """What is said of a promise that is still owed and past its time."""
    return translate("Log", "Owed, and late")


def number_of(row: LogRow, country: str) -> str:
    """Their number as it can be shown; that it was erased, withheld or is unknown where there is none."""
    return erased() if row.erased else words.number_of(row.number, row.dial, country)


def erased() -> str:
    """What is said of a number that there was."""
    return translate("Log", "Erased number")


def number() -> str:
    """What stands above the numbers, where they have a column of their own."""
    return translate("Log", "Number")


def chose(choice: Choice | None) -> str:
    """What the caller chose by key; empty when nothing was."""
    if choice is None:
        return ""
    return {
        Choice.HOLD: translate("Log", "To hold"),
        Choice.CALLBACK: translate("Log", "A callback"),
        Choice.MESSAGE: translate("Log", "A message"),
        Choice.URGENT: translate("Log", "Urgent"),
    }[choice]


def channel(name: str) -> str:
    """How they came to us."""
    return translate("Log", "Phone") if name == "phone" else name


def file_format(of: Format) -> str:
    """A kind of file, to be chosen from."""
    return {
        Format.CSV: translate("Log", "Table for a spreadsheet (CSV)"),
        Format.PDF: translate("Log", "Report to read and print (PDF)"),
        Format.JSON: translate("Log", "One object a line (JSON)"),
    }[of]


def side(internal: bool) -> str:
    """Customer or colleague."""
    return translate("Log", "Colleague") if internal else translate("Log", "Customer")


def only(asked: Asked) -> str:
    """Which rows were asked for, but for their time: "Lost, by Ana"; empty for all of them."""
    said = [" / ".join(end(one) for one in asked.ends)]
    said += [owed_and_late()] if asked.overdue else []
    said += [translate("Log", "by %1").replace("%1", " / ".join(asked.by))] if asked.by else []
    said += [side(asked.internal)] if asked.internal is not None else []
    said += [" / ".join(presence(one) for one in asked.met), " / ".join(map(channel, asked.channels))]
    if asked.weekday is not None:
        said.append(QLocale().standaloneDayName(asked.weekday + 1, QLocale.FormatType.LongFormat))
    if asked.hour is not None:
        said.append(f"{asked.hour}:00 – {asked.hour + 1}:00")
    said += [quoted(asked.text.strip())]
    return ", ".join(part for part in said if part)


# ---- why somebody was lost


def why_lost(why: WhyLost) -> str:
    """Why this one was lost, in one sentence: what they heard when they left, and what came of it then.

    Hung up after 1:42 on hold, while somebody was being served and 2 others were on the line; the number was
    withheld, so nobody could call back.
    """
    if why.lost is Lost.AMENDED:
        text = translate("Log", "%1 says so.") if why.by else translate("Log", "The supervisor says so.")
        return text.replace("%1", why.by)
    return f"{_left(why)}{_round_about(why)}; {_then(why)}."


def _left(why: WhyLost) -> str:
    if why.lost is Lost.LINE or why.left is Left.CUT:
        text = translate("Log", "The line was cut after %1")
    elif why.left is None:
        text = translate("Log", "A callback was promised after %1")
    else:
        text = {
            Left.RINGING: translate("Log", "Hung up after %1, while it was still ringing"),
            Left.GREETING: translate("Log", "Hung up after %1, during the greeting"),
            Left.CHOOSING: translate("Log", "Hung up after %1, when asked to choose"),
            Left.NUMBER: translate("Log", "Hung up after %1, when asked for a number"),
            Left.MESSAGE: translate("Log", "Hung up after %1, while leaving a message"),
            Left.HOLDING: translate("Log", "Hung up after %1, while holding"),
            Left.PARKED: translate("Log", "Hung up after %1, put on hold by us"),
            Left.PASSING_ON: translate("Log", "Hung up after %1, while being passed on"),
            Left.GOODBYE: translate("Log", "The desk said goodbye after %1, with nothing agreed"),
        }[why.left]
    return text.replace("%1", running(why.waited))


def _round_about(why: WhyLost) -> str:
    """What the desk was doing, and who else was on the line."""
    met = {
        Presence.FREE: "",
        Presence.SERVING: translate("Log", "while somebody was being served"),
        Presence.AWAY: translate("Log", "while nobody was at the desk"),
        Presence.CLOSED: translate("Log", "outside the opening hours"),
    }[why.met]
    busy = counted.on_the_line(why.busy) if why.busy else ""
    both = [part for part in (met, busy) if part]
    return "".join(f", {part}" for part in both)


def _then(why: WhyLost) -> str:
    return {
        Lost.NO_NUMBER: translate("Log", "the number was withheld, so nobody could call back"),
        Lost.MAY_NOT_CALL: translate("Log", "the number may not be called back"),
        Lost.NOT_TRIED: translate("Log", "the callback was closed without an attempt"),
        Lost.NOT_REACHED: counted.attempts_in_vain(why.attempts),
        Lost.CANCELLED: counted.given_up(why.attempts),
        Lost.WRONG_NUMBER: translate("Log", "somebody else answered at the number they left"),
        Lost.LINE: translate("Log", "nothing could be promised any more"),
        Lost.AMENDED: "",
    }[why.lost] + _by(why)


def _by(why: WhyLost) -> str:
    if not why.by or why.lost not in (Lost.NOT_TRIED, Lost.CANCELLED):
        return ""
    return f" ({why.by})"
