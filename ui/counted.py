"""What has to know one from many: one minute, two minutes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class Counted:
    """A class, because lupdate sees that a text is counted in `self.tr` only."""

    def tr(self, text: str, comment: str, n: int) -> str:
        """The text for so many."""
        return QCoreApplication.translate("Counted", text, comment, n)

    def minutes(self, n: int) -> str:
        """6 minutes."""
        return self.tr("%n minute(s)", "", n)

    def days(self, n: int) -> str:
        """2 days."""
        return self.tr("%n day(s)", "", n)

    def in_days(self, n: int) -> str:
        """In 2 days: German bends the word."""
        return self.tr("in %n day(s)", "", n)

    def days_ago(self, n: int) -> str:
        """2 days ago."""
        return self.tr("%n day(s) ago", "", n)

    def ringing(self, n: int) -> str:
        """2 calls ringing."""
        return self.tr("%n call(s) ringing", "", n)

    def greeted(self, n: int) -> str:
        """2 callers greeted."""
        return self.tr("%n caller(s) greeted", "", n)

    def recording(self, n: int) -> str:
        """2 leaving a message."""
        return self.tr("%n leaving a message", "", n)

    def holding(self, n: int) -> str:
        """2 holding."""
        return self.tr("%n holding", "", n)

    def passed_on(self, n: int) -> str:
        """2 being passed on."""
        return self.tr("%n being passed on", "", n)

    def told(self, n: int) -> str:
        """2 told of a new time."""
        return self.tr("%n told of a new time", "", n)

    def put_on_hold(self, n: int) -> str:
        """2 put on hold by the person, who wants to speak with them again."""
        return self.tr("%n put on hold", "", n)

    def late(self, n: int) -> str:
        """2 promises are late."""
        return self.tr("%n promise(s) late", "", n)

    def due_soon(self, n: int) -> str:
        """2 promises due soon."""
        return self.tr("%n promise(s) due soon", "", n)

    def tried(self, n: int) -> str:
        """Tried 2 times, and how it went."""
        return self.tr("Tried %n time(s), last at %1: %2", "", n)

    def on_the_line(self, n: int) -> str:
        """With 2 others on the line at the time."""
        return self.tr("with %n other(s) on the line", "", n)

    def attempts_in_vain(self, n: int) -> str:
        """2 attempts were made, and nobody could be reached."""
        return self.tr("%n attempt(s) made, and nobody could be reached", "", n)

    def given_up(self, n: int) -> str:
        """The callback was closed after 2 attempts."""
        return self.tr("the callback was closed after %n attempt(s)", "", n)

    def interruptions(self, n: int) -> str:
        """1,204 interruptions."""
        return self.tr("%Ln interruption(s)", "", n)

    def promises(self, n: int) -> str:
        """2 callbacks promised."""
        return self.tr("%Ln callback(s) promised", "", n)

    def more_people(self, n: int) -> str:
        """And 2 more people, for whom there was no room."""
        return self.tr("and %n more", "", n)

    def thanks(self, n: int) -> str:
        """Thanked 2 times."""
        return self.tr("thanked %n time(s)", "", n)

    def kept(self, n: int) -> str:
        """2 promises kept."""
        return self.tr("%n promise(s) kept", "", n)

    def overdue(self, n: int) -> str:
        """2 of them past their time."""
        return self.tr("%n past the time", "", n)

    def new(self, n: int) -> str:
        """3 new."""
        return self.tr("%Ln new", "", n)


counted = Counted()
