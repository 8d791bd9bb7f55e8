"""Troubles and refusals in the language of the window.

The engine speaks English. In English its own sentences are shown; in another language the same is said in
that one, and the engine's sentences go to the details that can be copied, for whoever looks after it.
A sentence that is not known here is said in general, by its kind.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from desk.core.model import LineState
from desk.core.views import Trouble, View
from desk.link_types import Reply
from ui import known_calls, known_files, known_log, known_report, words
from ui.link import NoAnswer

translate = QCoreApplication.translate

KNOWN = (
    known_calls.KNOWN
    | known_files.KNOWN
    | known_log.KNOWN
    | known_report.KNOWN
    | frozenset(
        str(text)
        for text in (
            # requests
            QT_TRANSLATE_NOOP("Said", "Closed cannot be chosen."),
            QT_TRANSLATE_NOOP("Said", "Set the opening hours in the settings instead."),
            QT_TRANSLATE_NOOP("Said", "This promise is not open any more."),
            QT_TRANSLATE_NOOP("Said", "There is no such promise."),
            QT_TRANSLATE_NOOP("Said", "Look at the list again."),
            QT_TRANSLATE_NOOP("Said", "Later is 1 to 480 minutes."),
            QT_TRANSLATE_NOOP("Said", "Choose a time within the working day."),
            QT_TRANSLATE_NOOP("Said", "There is no such message."),
            QT_TRANSLATE_NOOP("Said", "The recording of this message is gone."),
            QT_TRANSLATE_NOOP("Said", "Call the person back without it."),
            QT_TRANSLATE_NOOP("Said", "There is no line to practise on yet."),
            QT_TRANSLATE_NOOP("Said", "Wait a moment; if it stays so, run: onemoment doctor"),
            QT_TRANSLATE_NOOP("Said", "There are no practice calls on a line by TLS."),
            QT_TRANSLATE_NOOP("Said", "Call its extension from another phone instead."),
            QT_TRANSLATE_NOOP("Said", "A practice call is still going on."),
            QT_TRANSLATE_NOOP("Said", "Wait until it has ended."),
            QT_TRANSLATE_NOOP("Said", "No telephone has these keys."),
            QT_TRANSLATE_NOOP("Said", "Keys are 0 to 9, * and #; a number has digits."),
            QT_TRANSLATE_NOOP("Said", "This could not be done: One Moment made a mistake."),
            QT_TRANSLATE_NOOP("Said", "Try again; if it stays so, stop One Moment and start it again."),
            # records
            QT_TRANSLATE_NOOP("Said", "The disk is full, so nothing can be written down."),
            QT_TRANSLATE_NOOP("Said", "Free some space."),
            QT_TRANSLATE_NOOP(
                "Said", "Another program keeps the records locked, so nothing can be written down."
            ),
            QT_TRANSLATE_NOOP("Said", "Close the program that has them open."),
            QT_TRANSLATE_NOOP("Said", "The records may not be written to."),
            QT_TRANSLATE_NOOP("Said", "Give One Moment the right to write in its data folder."),
            QT_TRANSLATE_NOOP("Said", "The records are damaged, so nothing can be written down."),
            QT_TRANSLATE_NOOP("Said", "Start One Moment again: it will say what to do."),
            QT_TRANSLATE_NOOP("Said", "The disk reported an error, so nothing can be written down."),
            QT_TRANSLATE_NOOP("Said", "Look at the disk's health and space."),
            QT_TRANSLATE_NOOP("Said", "The records were moved away while One Moment was running."),
            QT_TRANSLATE_NOOP("Said", "Put the data folder back, or start One Moment again."),
            QT_TRANSLATE_NOOP("Said", "The records cannot be read just now."),
            QT_TRANSLATE_NOOP("Said", "Callers are asked to ring again until it is solved."),
            # voice
            QT_TRANSLATE_NOOP("Said", "The voice is switched off: callers hear tones and your recordings."),
            QT_TRANSLATE_NOOP("Said", "Set engine to auto."),
            QT_TRANSLATE_NOOP(
                "Said", "Install the Pico voice (pip install py-nanotts), or record the prompts yourself."
            ),
            # sound
            QT_TRANSLATE_NOOP("Said", "There is no sound: sounddevice is not installed."),
            QT_TRANSLATE_NOOP("Said", "Run script/setup."),
            QT_TRANSLATE_NOOP("Said", "There is no sound: the PortAudio library is missing."),
            QT_TRANSLATE_NOOP("Said", "Install libportaudio2 by apt."),
            QT_TRANSLATE_NOOP("Said", "There is no sound: this computer has no sound device."),
            QT_TRANSLATE_NOOP("Said", "Plug one in, or use the window alone."),
            QT_TRANSLATE_NOOP("Said", "This message cannot be played: its file is gone."),
            QT_TRANSLATE_NOOP("Said", "It may be past the time recordings are kept."),
        )
    )
)
"""The engine's sentences that have no names, numbers or files in them."""

WELL = (LineState.READY, LineState.STARTING, LineState.REGISTERING)


def in_english() -> bool:
    """True when the engine's own sentences can be shown."""
    return QLocale().language() is QLocale.Language.English


def sentence(text: str) -> str:
    """A sentence in the window's language if it is known, else as it is."""
    return translate("Said", text) if text in KNOWN else _filled(text) or text


def is_known(text: str) -> bool:
    """True when `sentence` says it in the window's language."""
    return text in KNOWN or _filled(text) is not None


def _filled(text: str) -> str | None:
    return known_calls.filled(text) or known_files.filled(text)


def troubles(view: View, now: datetime) -> tuple[Trouble, ...]:
    """All that is wrong, the gravest first. A line that does not work is a trouble, if the engine has not
    put it into words as one.
    """
    found = view.troubles
    if view.line.state not in WELL and not any(t.what == "line" for t in found):
        line = Trouble(
            what="line",
            happened=view.line.detail or f"{words.line(view.line)}.",
            do=translate("Trouble", "Calls cannot reach this desk until it is put right."),
        )
        found = (*found, line)
    return found if in_english() else tuple(_said(trouble, view, now) for trouble in found)


def refusal(reply: Reply) -> Trouble:
    """Why the engine would not do what was asked."""
    asked = Trouble(what="refused", happened=reply.happened, do=reply.do)
    if in_english() or isinstance(reply, NoAnswer):
        return asked
    return _in_words(asked, *_in_general(asked.what))


def line_detail(view: View, now: datetime) -> str:
    """What there is to say of the line, beside its two words."""
    if in_english():
        return view.line.detail
    return "" if view.line.state in WELL else _of_line(view, now)[0]


def _said(trouble: Trouble, view: View, now: datetime) -> Trouble:
    general = _of_line(view, now) if trouble.what == "line" else _in_general(trouble.what)
    return _in_words(trouble, *general)


def _in_words(trouble: Trouble, happened: str, do: str) -> Trouble:
    """The trouble in the window's language; `happened` and `do` when its own sentences are not known."""
    own = "\n".join(t for t in (trouble.happened, trouble.do, trouble.detail) if t)
    if is_known(trouble.happened):
        happened = sentence(trouble.happened)
        do = sentence(trouble.do) if is_known(trouble.do) or not trouble.do else do
    return replace(trouble, happened=happened, do=do, detail=own)


def _of_line(view: View, now: datetime) -> tuple[str, str]:
    since = words.clock(view.line.since, view.time_zone, now) if view.line.since is not None else ""
    happened, do = {
        LineState.REFUSED: (
            translate("Said", "The phone system has been refusing this line since %1."),
            translate("Said", "Check phone.user and phone.password in the settings."),
        ),
        LineState.UNREACHABLE: (
            translate("Said", "The phone system has been unreachable since %1."),
            translate("Said", "Check the network; it is tried again and again by itself."),
        ),
    }.get(
        view.line.state,
        (
            translate("Said", "The phone line has not been working since %1."),
            translate("Said", "Calls cannot reach this desk. What to do is said by: onemoment doctor"),
        ),
    )
    return happened.replace("%1", since) if since else f"{words.line(view.line)}.", do


def _in_general(what: str) -> tuple[str, str]:
    """What happened and what to do, as far as the kind of a trouble tells."""
    if what == "records":
        return (
            translate("Said", "Nothing can be written down just now."),
            translate("Said", "Callers are asked to ring again until it is solved."),
        )
    if what == "voice":
        return (
            translate("Said", "Callers understand the voice badly, or hear tones in place of words."),
            sentence("Install the Pico voice (pip install py-nanotts), or record the prompts yourself."),
        )
    if what == "recordings":
        return (
            translate("Said", "A recording or a prompt cannot be used; callers hear something else instead."),
            translate("Said", "Which one, and why, stands in the details."),
        )
    if what == "sound":
        return (
            translate("Said", "The sound at this desk does not work as it should."),
            translate("Said", "Check that the loudspeaker is plugged in and switched on."),
        )
    if what == "desk_phone":
        return (
            sentence("The desk phone was not picked up."),
            sentence("Try again, and pick it up when it rings."),
        )
    if what == "backups":
        return (
            translate("Said", "No backup could be made."),
            translate("Said", "It is tried again every hour. Why it failed stands in the details."),
        )
    if what == "report":
        return (
            translate("Said", "The weekly report could not be written or sent."),
            translate("Said", "It is tried again by itself. Why it failed stands in the details."),
        )
    if what == "practice":
        return translate("Said", "The practice call broke off."), translate("Said", "Try again.")
    if what == "refused":
        return (
            translate("Said", "This could not be done."),
            translate("Said", "Try again. What One Moment said to it stands in the details."),
        )
    return (
        translate("Said", "Something is wrong with One Moment."),
        translate("Said", "Show the details to whoever looks after it."),
    )
