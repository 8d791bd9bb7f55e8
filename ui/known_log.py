"""What engine and reader say of the log, in the windows' languages: see `troubles_said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

KNOWN = frozenset(
    str(text)
    for text in (
        # the door
        QT_TRANSLATE_NOOP("Said", "The log is closed: no PIN is set."),
        QT_TRANSLATE_NOOP("Said", "Set supervisor.pin in the settings, then start One Moment again."),
        QT_TRANSLATE_NOOP("Said", "The log is closed."),
        QT_TRANSLATE_NOOP("Said", "Type the PIN."),
        QT_TRANSLATE_NOOP("Said", "Open it with the PIN, then try again."),
        QT_TRANSLATE_NOOP("Said", "There were too many wrong PINs."),
        QT_TRANSLATE_NOOP("Said", "This is not the PIN."),
        QT_TRANSLATE_NOOP("Said", "Try again."),
        QT_TRANSLATE_NOOP("Said", "The log cannot be read just now."),
        QT_TRANSLATE_NOOP("Said", "Try again; if it stays so, run: onemoment doctor"),
        # corrections and thanks
        QT_TRANSLATE_NOOP("Said", "This call is still going on."),
        QT_TRANSLATE_NOOP("Said", "Correct it when it has ended."),
        QT_TRANSLATE_NOOP("Said", "This caller is still to be called back."),
        QT_TRANSLATE_NOOP("Said", "End the promise at the desk first."),
        QT_TRANSLATE_NOOP("Said", "The log says so already."),
        QT_TRANSLATE_NOOP("Said", "This cannot be the end of this call."),
        QT_TRANSLATE_NOOP("Said", "Choose another end."),
        QT_TRANSLATE_NOOP("Said", "There is no such note any more."),
        QT_TRANSLATE_NOOP("Said", "Look at the log again."),
        QT_TRANSLATE_NOOP("Said", "A note cannot be taken away."),
        QT_TRANSLATE_NOOP("Said", "Write what it should say."),
        QT_TRANSLATE_NOOP("Said", "The note says so already."),
        QT_TRANSLATE_NOOP("Said", "Write it anew, or leave it."),
        QT_TRANSLATE_NOOP("Said", "Nobody of that name works at this desk."),
        QT_TRANSLATE_NOOP("Said", "Look at how the name is written."),
        QT_TRANSLATE_NOOP("Said", "There is no such call."),
        QT_TRANSLATE_NOOP("Said", "Look at the log."),
        QT_TRANSLATE_NOOP("Said", "A correction needs a reason."),
        QT_TRANSLATE_NOOP("Said", "Write why, in a few words."),
        # reading
        QT_TRANSLATE_NOOP("Said", "There is no such interruption."),
        QT_TRANSLATE_NOOP("Said", "Choose another one."),
        QT_TRANSLATE_NOOP("Said", "The records cannot be read."),
        QT_TRANSLATE_NOOP(
            "Said",
            "Look at the disk's health and at the rights of the data folder, then open the log again.",
        ),
        QT_TRANSLATE_NOOP("Said", "These records were written by a newer One Moment."),
        QT_TRANSLATE_NOOP("Said", "Install that version or a later one, then try again."),
        QT_TRANSLATE_NOOP("Said", "The records were moved away while the log was open."),
        QT_TRANSLATE_NOOP("Said", "Put the data folder back, then open the log again."),
        QT_TRANSLATE_NOOP("Said", "Open a backup instead."),
        # files and recordings
        QT_TRANSLATE_NOOP("Said", "A file is being written already."),
        QT_TRANSLATE_NOOP("Said", "Wait until it is done, or stop it first."),
        QT_TRANSLATE_NOOP("Said", "The file could not be begun."),
        QT_TRANSLATE_NOOP("Said", "Try again in a moment."),
        QT_TRANSLATE_NOOP("Said", "This recording is not kept any more."),
        QT_TRANSLATE_NOOP("Said", "Recordings are kept some weeks."),
    )
)
"""Sentences without names, numbers or files in them."""

TEMPLATES = tuple(
    str(text)
    for text in (
        QT_TRANSLATE_NOOP("Said", "Wait 1 second, then try again."),
        QT_TRANSLATE_NOOP("Said", "Wait %1 seconds, then try again."),
        QT_TRANSLATE_NOOP("Said", "Wait %1 minutes, then try again."),
        QT_TRANSLATE_NOOP("Said", "There are no records in %1."),
        QT_TRANSLATE_NOOP("Said", "The records are damaged: entry %1 is not what was written."),
    )
)
"""Sentences with a number or a folder in them."""
