"""The figures of the log in words: what each is called, what it counts, how it stands and stood before.

One place for the cards, their definitions on hover, the table a screen reader reads, and the printed page.
Pure functions of plain values, like `words`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desk.log_types import Busiest, Figures, FiguresView
from ui.counted import counted
from ui.words import capital, running, zone

translate = QCoreApplication.translate

NONE = "–"
"""Where there is nothing to be counted."""


class Figure(StrEnum):
    """The figures on top of the log, in their order."""

    KEPT = "kept"
    MEDIAN = "median"
    P90 = "p90"
    LOST = "lost"
    GREETED = "greeted"
    HOLD = "hold"
    OPEN = "open"


class Trend(StrEnum):
    """How a figure stands beside the one before: drawn as a shape and said in a word."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NONE = "none"


# ---- one figure


def title(of: Figure) -> str:
    """What a figure is called, on a card."""
    return {
        Figure.KEPT: translate("Figures", "Promises kept"),
        Figure.MEDIAN: translate("Figures", "Half called back within"),
        Figure.P90: translate("Figures", "9 of 10 called back within"),
        Figure.LOST: translate("Figures", "Callers lost"),
        Figure.GREETED: translate("Figures", "Greeted within 5 s"),
        Figure.HOLD: translate("Figures", "Longest hold"),
        Figure.OPEN: translate("Figures", "Owed now"),
    }[of]


def definition(of: Figure) -> str:
    """What a figure counts: `desk.log.figures` in a supervisor's words."""
    return {
        Figure.KEPT: translate(
            "Figures",
            "Of the callbacks promised in this time: how many were kept in time, or at all where no time was"
            " said. A new time counts, told or not, if the old one had not passed. Counted once ended or past"
            " their time; without those cancelled or answered on another phone.",
        ),
        Figure.MEDIAN: translate(
            "Figures",
            "From the promise of a callback until somebody spoke with them: half of them waited no longer"
            " than this (the median).",
        ),
        Figure.P90: translate(
            "Figures",
            "From the promise of a callback until somebody spoke with them: nine of ten waited no longer"
            " than this (the 90th percentile).",
        ),
        Figure.LOST: translate(
            "Figures",
            "Callers who were gone before anybody spoke with them, and with whom nobody spoke later.",
        ),
        Figure.GREETED: translate(
            "Figures",
            "Of the calls that were answered, or rang for 5 seconds and more: how many were answered within"
            " 5 seconds, by the greeting or by a person. Without those blocked, turned away, or answered on"
            " another phone.",
        ),
        Figure.HOLD: translate("Figures", "The longest time one caller was holding, in minutes and seconds."),
        Figure.OPEN: translate(
            "Figures", "Callbacks that are owed at this moment, whenever they were promised."
        ),
    }[of]


def value(of: Figure, figures: Figures) -> str:
    """How it stands: 92 %, 12 min, 3, 4:05; `NONE` where there is nothing to count."""
    match of:
        case Figure.KEPT:
            return share(figures.kept_share)
        case Figure.MEDIAN:
            return minutes(figures.minutes_median)
        case Figure.P90:
            return minutes(figures.minutes_p90)
        case Figure.LOST:
            return number(figures.lost)
        case Figure.GREETED:
            return share(figures.greeted_share)
        case Figure.HOLD:
            return NONE if figures.longest_hold is None else running(figures.longest_hold)
        case Figure.OPEN:
            return number(figures.open_now)


def of_what(of: Figure, figures: Figures) -> str:
    """What it was counted of: 46 of 50, or of 50; empty when there is nothing to add."""
    if of is Figure.LOST and figures.interruptions:  # the figure itself says how many
        return translate("Figures", "of %1").replace("%1", number(figures.interruptions))
    pair = {
        Figure.KEPT: (figures.kept, figures.due),
        Figure.GREETED: (figures.greeted_soon, figures.greeted_of),
    }.get(of)
    if pair is not None:
        text = translate("Figures", "%1 of %2").replace("%1", number(pair[0]))
        return text.replace("%2", number(pair[1])) if pair[1] else ""
    if of is Figure.OPEN and figures.overdue_now:
        return counted.overdue(figures.overdue_now)
    return ""


def before(of: Figure, figures: Figures) -> str:
    """How it stood in the same time before: "before: 88 %"; empty for what is counted now only."""
    if of is Figure.OPEN:
        return ""
    return translate("Figures", "before: %1").replace("%1", value(of, figures))


def trend(of: Figure, now: Figures, then: Figures) -> Trend:
    """Whether it is better than before. What would be said alike is the same."""
    one, other = _amount(of, now), _amount(of, then)
    if one is None or other is None or of is Figure.OPEN:
        return Trend.NONE
    if one == other or value(of, now) == value(of, then):
        return Trend.SAME
    more_is_better = of in (Figure.KEPT, Figure.GREETED)
    return Trend.BETTER if (one > other) is more_is_better else Trend.WORSE


def trend_said(of: Trend) -> str:
    """Better, worse, as before; empty where there is nothing to compare."""
    return {
        Trend.BETTER: translate("Figures", "better"),
        Trend.WORSE: translate("Figures", "worse"),
        Trend.SAME: translate("Figures", "as before"),
        Trend.NONE: "",
    }[of]


def compared(of: Figure, now: Figures, then: Figures) -> str:
    """How it stands beside the same time before, in words: better, before: 85 %; as before."""
    how = trend(of, now, then)
    if how is Trend.SAME:
        return trend_said(how)
    return ", ".join(part for part in (trend_said(how), before(of, then)) if part)


def _amount(of: Figure, figures: Figures) -> float | None:
    return {
        Figure.KEPT: figures.kept_share,
        Figure.MEDIAN: figures.minutes_median,
        Figure.P90: figures.minutes_p90,
        Figure.LOST: figures.lost if figures.interruptions else None,
        Figure.GREETED: figures.greeted_share,
        Figure.HOLD: figures.longest_hold,
        Figure.OPEN: figures.open_now,
    }[of]


# ---- headings


def everybody() -> str:
    """The heading of all together."""
    return translate("Figures", "Everybody")


def customers() -> str:
    """The heading of those from outside."""
    return translate("Figures", "Customers")


def colleagues() -> str:
    """The heading of those from inside: they are customers too."""
    return translate("Figures", "Colleagues")


def same_time_before() -> str:
    """The heading of what is compared with."""
    return translate("Figures", "The same time before")


def people_title() -> str:
    """The heading of what went well, by person."""
    return translate("Figures", "What went well, by person")


def kept_title() -> str:
    """The heading of promises kept by a person."""
    return translate("Figures", "Kept")


def thanks_title() -> str:
    """The heading of thanks to a person."""
    return translate("Figures", "Thanks")


def heat_title() -> str:
    """The heading of the week by hour."""
    return translate("Figures", "Interruptions while serving, by hour of the week")


def heat_definition() -> str:
    """What a cell of the week by hour tells."""
    return translate(
        "Figures",
        "Calls that came while somebody was being served at the counter: how many in such an hour,"
        " on average.",
    )


# ---- the week by hour


def second_person(view: FiguresView) -> str:
    """Which hours need a second person, in a sentence."""
    if not view.second_person:
        return translate("Figures", "No hour of this time needed a second person.")
    hours = "; ".join(busiest(one, view) for one in view.second_person)
    return translate("Figures", "A second person would have helped most on %1.").replace("%1", hours)


def busiest(of: Busiest, view: FiguresView) -> str:
    """Monday, 9:00 to 10:00 (4.2 an hour)."""
    text = translate("Figures", "%1 (%2 an hour)").replace("%1", hour_of_week(of.weekday, of.hour))
    return text.replace("%2", amount(of.average, average_of(view, of.weekday, of.hour)[1]))


def hour_of_week(weekday: int, hour: int) -> str:
    """Monday, 9:00 to 10:00."""
    text = translate("Figures", "%1, %2 to %3").replace("%1", day_name(weekday))
    return text.replace("%2", f"{hour}:00").replace("%3", f"{hour + 1}:00")


def day_name(weekday: int, short: bool = False) -> str:
    """Monday, or Mon."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday + 1, form).rstrip(".")


def heat_cell(view: FiguresView, weekday: int, hour: int) -> str:
    """Monday, 9:00 to 10:00: 4.2 an hour, 17 in 4 days: what a cell says when it is pointed at."""
    count, days = average_of(view, weekday, hour)
    text = translate("Figures", "%1: %2 in all").replace("%1", hour_of_week(weekday, hour))
    text = text.replace("%2", number(count))
    each = (
        translate("Figures", "%1 an hour on average").replace("%1", amount(count / days)) if days > 1 else ""
    )
    return f"{text}, {each}" if each else text


def average_of(view: FiguresView, weekday: int, hour: int) -> tuple[int, int]:
    """How many interruptions while Serving in this hour of the week, and on how many such days."""
    count = view.heat[weekday][hour] if weekday < len(view.heat) and hour < len(view.heat[weekday]) else 0
    return count, view.days[weekday] if weekday < len(view.days) else 0


# ---- all of it as a table


def table(view: FiguresView, over: str) -> list[list[str]]:
    """All of it in plain numbers, for a spreadsheet; `over` names the time, in the first cell."""
    sides = [
        (everybody(), view.now.everybody, view.before.everybody),
        (customers(), view.now.customers, view.before.customers),
        (colleagues(), view.now.colleagues, view.before.colleagues),
    ]
    rows = [[over, *(cell for name, _, _ in sides for cell in (name, same_time_before()))]]
    for figure in Figure:
        cells = (_plain(figure, one) for _, now, then in sides for one in (now, then))
        rows.append([f"{title(figure)}{_UNITS.get(figure, '')}", *cells])
    rows += [[], [people_title(), kept_title(), thanks_title()]]
    rows += [[person.name, str(person.kept), str(person.thanks)] for person in view.people]
    rows += [[], [heat_title(), *(f"{hour}:00" for hour in range(24))]]
    rows += [[day_name(day), *map(str, hours)] for day, hours in enumerate(view.heat)]
    return rows


_UNITS = {
    Figure.KEPT: " (%)",
    Figure.MEDIAN: " (min)",
    Figure.P90: " (min)",
    Figure.GREETED: " (%)",
    Figure.HOLD: " (s)",
}


def _plain(of: Figure, figures: Figures) -> str:
    """A whole number, empty where there is nothing to count."""
    amount = _amount(of, figures)
    if amount is None:
        return ""
    return str(percent(amount) if of in (Figure.KEPT, Figure.GREETED) else round(amount))


# ---- amounts


def number(n: int) -> str:
    """1,234 as the language writes it."""
    return QLocale().toString(n)


def amount(value: float, days: int = 0) -> str:
    """4.2 as the language writes it; of one day it is no average: 8."""
    return QLocale().toString(value, "f", 0 if value >= 100 or days == 1 else 1)


def share(part: float | None) -> str:
    """92%, as the language writes it; `NONE` of nothing."""
    if part is None:
        return NONE
    space = "" if QLocale().language() is QLocale.Language.English else "\u00a0"
    return f"{percent(part)}{space}%"


def percent(part: float) -> int:
    """92: never 100 when one is missing, never 0 when there is one."""
    whole = round(part * 100)
    whole = min(whole, 99) if part < 1 else whole
    return max(whole, 1) if part > 0 else whole


def minutes(length: float | None) -> str:
    """12 min, 1 h 40 min, 2 d 3 h."""
    if length is None:
        return NONE
    if 0 < length < 1:
        return translate("Figures", "under 1 min")
    whole = round(length)
    hours, rest = divmod(whole, 60)
    if not hours:
        text = translate("Figures", "%1 min").replace("%1", str(whole))
    elif hours < 24:
        text = translate("Figures", "%1 h %2 min") if rest else translate("Figures", "%1 h")
        text = text.replace("%1", str(hours)).replace("%2", str(rest))
    else:
        text = translate("Figures", "%1 d %2 h")
        text = text.replace("%1", str(hours // 24)).replace("%2", str(hours % 24))
    return text.replace(" ", "\u00a0")


def span(since: datetime, until: datetime, tz: str) -> str:
    """The days of a range: Tuesday, 3 Nov 2026; November 2026; 2 Nov to 8 Nov 2026; 2026."""
    first = since.astimezone(zone(tz)).date()
    last = (until - timedelta(microseconds=1)).astimezone(zone(tz)).date()
    after = last + timedelta(days=1)
    if first >= last:
        return capital(f"{day_name(first.weekday())}, {day(first)}")
    if (first.month, first.day) == (after.month, after.day) == (1, 1) and after.year == first.year + 1:
        return str(first.year)
    if first.day == after.day == 1 and (first.replace(day=28) + timedelta(days=4)).replace(day=1) == after:
        name = QLocale().standaloneMonthName(first.month, QLocale.FormatType.LongFormat)
        return capital(f"{name} {first.year}")
    begin = day(first, year=first.year != last.year)
    return capital(translate("Figures", "%1 to %2").replace("%1", begin).replace("%2", day(last)))


def day(of: date, *, year: bool = True) -> str:
    """3 Nov 2026, or 3 Nov."""
    number = "d'.' MMM" if QLocale().language() is QLocale.Language.German else "d MMM"
    return QLocale().toString(QDate(of.year, of.month, of.day), f"{number} yyyy" if year else number)
