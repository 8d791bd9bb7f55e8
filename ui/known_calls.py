"""The engine's sentences about live calls, in the windows' languages: see `troubles_said`."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

KNOWN = frozenset(
    str(text)
    for text in (
        QT_TRANSLATE_NOOP("Said", "Look at the desk's state."),
        QT_TRANSLATE_NOOP("Said", "The desk phone is busy."),
        QT_TRANSLATE_NOOP("Said", "Put it down and try again."),
        QT_TRANSLATE_NOOP("Said", "The desk phone refused to ring."),
        QT_TRANSLATE_NOOP("Said", "See whether it is set to do not disturb."),
        QT_TRANSLATE_NOOP("Said", "The desk phone cannot be reached."),
        QT_TRANSLATE_NOOP("Said", "See whether it is switched on, or speak by the headset."),
        QT_TRANSLATE_NOOP("Said", "The desk phone was not picked up."),
        QT_TRANSLATE_NOOP("Said", "Try again, and pick it up when it rings."),
        QT_TRANSLATE_NOOP("Said", "Nobody is being served."),
        QT_TRANSLATE_NOOP("Said", "Ask a colleague first, or send the caller."),
        QT_TRANSLATE_NOOP("Said", "Hang up there first."),
        QT_TRANSLATE_NOOP("Said", "Keys are 0 to 9, * and #."),
        QT_TRANSLATE_NOOP("Said", "Look at the log."),
        QT_TRANSLATE_NOOP("Said", "Look at the next card."),
        QT_TRANSLATE_NOOP("Said", "Nobody has taken this call yet."),
        QT_TRANSLATE_NOOP("Said", "Nobody is being asked by this call."),
        QT_TRANSLATE_NOOP("Said", "Nobody is speaking with this caller."),
        QT_TRANSLATE_NOOP("Said", "Resume it instead."),
        QT_TRANSLATE_NOOP("Said", "Resume it when you are ready."),
        QT_TRANSLATE_NOOP("Said", "Somebody is being asked about this caller already."),
        QT_TRANSLATE_NOOP("Said", "Speak with the caller again."),
        QT_TRANSLATE_NOOP("Said", "Take it first, or let it wait."),
        QT_TRANSLATE_NOOP("Said", "Take the call first."),
        QT_TRANSLATE_NOOP("Said", "Tell your colleague, and hang up."),
        QT_TRANSLATE_NOOP("Said", "The caller has hung up."),
        QT_TRANSLATE_NOOP("Said", "The note is empty."),
        QT_TRANSLATE_NOOP("Said", "There is no such call."),
        QT_TRANSLATE_NOOP("Said", "This call has ended."),
        QT_TRANSLATE_NOOP("Said", "This call is not on hold."),
        QT_TRANSLATE_NOOP("Said", "This call is on hold already taken."),
        QT_TRANSLATE_NOOP("Said", "This call is on hold already."),
        QT_TRANSLATE_NOOP("Said", "Write it, or leave it."),
        QT_TRANSLATE_NOOP("Said", "Your colleague cannot be reached."),
        QT_TRANSLATE_NOOP("Said", "Take another one."),
        QT_TRANSLATE_NOOP("Said", "Choose somebody else."),
        QT_TRANSLATE_NOOP("Said", "Somebody is being spoken with."),
        QT_TRANSLATE_NOOP("Said", "Test the headset after the call."),
        QT_TRANSLATE_NOOP("Said", "Add them again."),
        QT_TRANSLATE_NOOP("Said", "This person is not in the directory any more."),
        QT_TRANSLATE_NOOP("Said", "A caller is being told of a new time just now."),
        QT_TRANSLATE_NOOP("Said", "A new time is 1 minute to 7 days from now."),
        QT_TRANSLATE_NOOP("Said", "Choose a time within the opening hours."),
        QT_TRANSLATE_NOOP("Said", "Choose one of them."),
        QT_TRANSLATE_NOOP("Said", "Hang up, then say how it ended."),
        QT_TRANSLATE_NOOP("Said", "How the last call ended has not been said."),
        QT_TRANSLATE_NOOP("Said", "Nobody is calling just now."),
        QT_TRANSLATE_NOOP("Said", "Say how it ended, then call again."),
        QT_TRANSLATE_NOOP("Said", "The call is still going on."),
        QT_TRANSLATE_NOOP("Said", "The desk is closed at that time."),
        QT_TRANSLATE_NOOP("Said", "This person is being told of the new time just now."),
        QT_TRANSLATE_NOOP("Said", "Wait until that has ended."),
        QT_TRANSLATE_NOOP("Said", "The caller withheld the number."),
        QT_TRANSLATE_NOOP("Said", "Wait until they ring again."),
        QT_TRANSLATE_NOOP("Said", "There is no number."),
        QT_TRANSLATE_NOOP("Said", "Write a number with its digits."),
        QT_TRANSLATE_NOOP("Said", "No telephone has this number."),
        QT_TRANSLATE_NOOP("Said", "Look at its digits again."),
        QT_TRANSLATE_NOOP("Said", "Emergency numbers are never called from here."),
        QT_TRANSLATE_NOOP("Said", "Use a telephone."),
        QT_TRANSLATE_NOOP("Said", "Premium numbers are never called from here."),
        QT_TRANSLATE_NOOP("Said", "Ask the person for another number."),
        QT_TRANSLATE_NOOP("Said", "This is a number of our own."),
        QT_TRANSLATE_NOOP("Said", "The settings do not allow calls to this number."),
        QT_TRANSLATE_NOOP(
            "Said", "Ask who looks after One Moment to allow it (phone.allowed_prefixes, phone.internal)."
        ),
        QT_TRANSLATE_NOOP("Said", "No calls can be made from here: there is no PBX."),
        QT_TRANSLATE_NOOP(
            "Said", "On the practice line choose Done; for real calls set phone.registrar in the settings."
        ),
        QT_TRANSLATE_NOOP("Said", "There is no desk phone."),
        QT_TRANSLATE_NOOP("Said", "Set phone.desk_phone in the settings, or use the headset."),
        QT_TRANSLATE_NOOP("Said", "The headset is not ready yet."),
        QT_TRANSLATE_NOOP("Said", "Try again in a moment."),
        QT_TRANSLATE_NOOP("Said", "Plug it in, or choose another one."),
        QT_TRANSLATE_NOOP("Said", "Plug a headset in, or speak by the desk phone."),
        QT_TRANSLATE_NOOP("Said", "Plug it in again: it is used at once when it is back."),
        QT_TRANSLATE_NOOP("Said", "There is no sound: the sound system does not answer."),
        QT_TRANSLATE_NOOP("Said", "Start this computer again."),
        QT_TRANSLATE_NOOP("Said", "There is no sound: the sound system cannot be started."),
        QT_TRANSLATE_NOOP("Said", "Look at /etc/asound.conf and ~/.asoundrc, then start One Moment again."),
        QT_TRANSLATE_NOOP("Said", "There is no sound: the settings of the sound system are missing."),
        QT_TRANSLATE_NOOP("Said", "Install libasound2-data by apt."),
        QT_TRANSLATE_NOOP("Said", "This computer has no microphone."),
        QT_TRANSLATE_NOOP("Said", "This computer has no speaker."),
    )
)
"""Sentences without names, numbers or times in them."""

TEMPLATES = tuple(
    str(text)
    for text in (
        QT_TRANSLATE_NOOP("Said", "%1 is calling now."),
        QT_TRANSLATE_NOOP("Said", "Wait for %1, or call somebody else."),
        QT_TRANSLATE_NOOP("Said", "%1 has this call already."),
        QT_TRANSLATE_NOOP("Said", "%1 calls were made within the hour, as many as are allowed."),
        QT_TRANSLATE_NOOP("Said", "Call again at %1, or use a telephone."),
        QT_TRANSLATE_NOOP("Said", "The microphone %1 was not found."),
        QT_TRANSLATE_NOOP("Said", "The speaker %1 was not found."),
        QT_TRANSLATE_NOOP("Said", "The microphone %1 does not answer any more."),
        QT_TRANSLATE_NOOP("Said", "The speaker %1 does not answer any more."),
        QT_TRANSLATE_NOOP("Said", "%1 Or speak by the desk phone."),
    )
)
"""Sentences with one thing in them that is another one every time."""

_PATTERNS = tuple((re.compile(re.escape(t).replace("%1", "(.+)")), t) for t in TEMPLATES)


def filled(text: str) -> str | None:
    """A sentence of `TEMPLATES` in the window's language; None when it is none."""
    for pattern, template in _PATTERNS:
        if (found := pattern.fullmatch(text)) is not None:
            inside = found.group(1)
            if inside in KNOWN:
                inside = translate("Said", inside)
            return translate("Said", template).replace("%1", inside)
    return None
