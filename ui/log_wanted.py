"""What the supervisor wants to see: range, chips and search. Kept while the window is open."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import Asked, Sort
from ui import log_said, words
from ui.log_link import LogLink
from ui.log_ranges import Span, days_of, moments_of, span_words

translate = QCoreApplication.translate


def named_hour(weekday: int | None, hour: int | None) -> str:
    """Mondays 9 to 10."""
    name = words.capital(QLocale().standaloneDayName(weekday + 1)) if weekday is not None else ""
    if hour is None:
        return name
    clock = translate("LogWanted", "%1 to %2").replace("%1", f"{hour}:00").replace("%2", f"{hour + 1}:00")
    return f"{name} {clock}".strip()


class Wanted(QObject):
    """`changed` says that other rows are wanted, `moved` that the range is another one."""

    changed = Signal()
    moved = Signal()

    def __init__(self, link: LogLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.span = Span.SEVEN
        self.own: tuple[date, date] | None = None
        self.filters = Asked()
        self.order = Sort()

    def today(self) -> date:
        """By the desk's clock."""
        return datetime.now(UTC).astimezone(words.zone(self.link.head.time_zone)).date()

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the range."""
        return days_of(self.span, self.today(), self.own)

    @property
    def moments(self) -> tuple[datetime, datetime] | None:
        """From when to when, for the figures: of all there is from the first day to today."""
        head, days = self.link.head, self.days
        if days is None:
            if head.oldest is None:
                return None
            days = (head.oldest.astimezone(words.zone(head.time_zone)).date(), self.today())
        return moments_of(days, head.time_zone)

    @property
    def asked(self) -> Asked:
        """The question as the reader takes it."""
        days = self.days
        if days is None:
            return self.filters
        since, until = moments_of(days, self.link.head.time_zone)
        return replace(self.filters, since=since, until=until)

    @property
    def range_words(self) -> str:
        """What the chip of the range says."""
        return span_words(self.span, self.own, self.today().year)

    @property
    def narrowed(self) -> bool:
        """Whether anything but the range is asked for."""
        return self.filters != Asked()

    # ---- choosing

    def look_at(self, span: Span, own: tuple[date, date] | None = None) -> None:
        """Another range."""
        if (span, own) != (self.span, self.own):
            self.span, self.own = span, own
            self.moved.emit()
            self.changed.emit()

    def narrow(self, **fields: object) -> None:
        """Ask for these fields of `Asked` from now on."""
        filters = replace(self.filters, **fields)
        if filters != self.filters:
            self.filters = filters
            self.changed.emit()

    def follow(self, asked: Asked) -> None:
        """A figure was pressed: the rows it counts, and no others. Without a range it counts all."""
        self.filters = replace(asked, since=None, until=None)
        if asked.since is None and self.span is not Span.ALL:
            self.span, self.own = Span.ALL, None
            self.moved.emit()
        self.changed.emit()

    def clear(self) -> None:
        """All of the range."""
        self.filters = Asked()
        self.changed.emit()

    def forget_text(self) -> None:
        """The log was locked: a name that was looked for is not left standing there."""
        self.filters = replace(self.filters, text="")

    def reset(self) -> None:
        """The window was closed: the next time it is as at first."""
        self.span, self.own, self.filters, self.order = Span.SEVEN, None, Asked(), Sort()

    def sort(self, order: Sort) -> None:
        """Another order."""
        if order != self.order:
            self.order = order
            self.changed.emit()

    # ---- in words

    @property
    def said(self) -> tuple[str, ...]:
        """The range and all that narrows it."""
        filters = self.filters
        hour = named_hour(filters.weekday, filters.hour)
        side = "" if filters.internal is None else log_said.side(filters.internal)
        channels = ", ".join(log_said.channel(name) for name in filters.channels)
        all_of_it = (self.range_words, ends_words(filters), ", ".join(filters.by), side)
        return tuple(t for t in (*all_of_it, met_words(filters.met), channels, hour, filters.text) if t)

    def nothing(self) -> str:
        """Why the table is empty, in a sentence."""
        head, filters = self.link.head, self.filters
        if not head.interruptions and head.loaded:
            return translate("LogWanted", "Nobody has called yet. What comes in stands here.")
        if filters.text:
            found = translate("LogWanted", "Nothing is found by this in the range that is chosen.")
            do = translate("LogWanted", "Write less of it, or choose a longer range.")
            return f"{found} {do}"
        only_ends = filters == Asked(ends=filters.ends)
        if filters.ends == (End.LOST,) and only_ends:
            return translate("LogWanted", "%1: nobody was lost.").replace("%1", self.range_words)
        if (filters.ends == (End.OPEN,) and only_ends) or (filters.overdue and not filters.ends):
            return translate("LogWanted", "%1: nobody is owed a callback.").replace("%1", self.range_words)
        if self.narrowed:
            none = translate("LogWanted", "There is none of these in the range that is chosen.")
            do = translate("LogWanted", "Choose a longer range, or press Clear.")
            return f"{none} {do}"
        return translate("LogWanted", "Nobody interrupted in the range that is chosen.")


def ends_words(filters: Asked) -> str:
    """What the chip of the ends says; empty without one."""
    said = [log_said.end(end) for end in filters.ends]
    if filters.overdue:
        said.append(translate("Log", "Owed, and late"))
    return ", ".join(said)


def met_words(met: tuple[Presence, ...]) -> str:
    """What the chip of the desk's state says."""
    return ", ".join(words.presence(one) for one in met)
