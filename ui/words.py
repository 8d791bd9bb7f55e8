"""What the windows say: times as persons say them, numbers to read, what a caller hears, why it is next.

Everything here is a pure function of plain values, in the language that is installed; English is what the
texts are written in. The other languages are in `i18n/`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desk.core.model import Dial, LineState, Outcome, Presence, Why
from desk.core.views import CallView, LineView, MessageView, PromiseView, View
from ui.counted import counted

translate = QCoreApplication.translate


# ---- times


@lru_cache(maxsize=8)
def zone(name: str) -> ZoneInfo:
    """The desk's time zone; UTC if this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def running(seconds: float) -> str:
    """0:48, 12:05, 1:04:12: a time that is running."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def between(now: datetime, since: datetime | None) -> str:
    """The running time from `since` to `now`, empty when it has not begun."""
    return "" if since is None else running((now - since).total_seconds())


def clock(at: datetime, tz: str, now: datetime) -> str:
    """10:40; with the day before it when it is another one: tomorrow 9:10, Wed 09:10, 12 Aug 09:10."""
    there, here = at.astimezone(zone(tz)), now.astimezone(zone(tz))
    time, days = there.strftime("%H:%M"), (there.date() - here.date()).days
    if days == 0:
        return time
    if days == 1:
        return translate("Words", "tomorrow %1").replace("%1", time)
    if days == -1:
        return translate("Words", "yesterday %1").replace("%1", time)
    if 1 < days < 7:
        return f"{_day(there)} {time}"
    return f"{QLocale().toString(QDate(there.year, there.month, there.day), 'd MMM')} {time}"


def today(now: datetime, tz: str) -> str:
    """Tue 10:31."""
    here = now.astimezone(zone(tz))
    return f"{_day(here)} {here.strftime('%H:%M')}"


def _day(at: datetime) -> str:
    return QLocale().standaloneDayName(at.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")


def length(delta: timedelta) -> str:
    """6 minutes, 1 h 20 min, 2 days. What is still to come is rounded up, as people do."""
    seconds = delta.total_seconds()
    minutes = int(-(-seconds // 60)) if seconds > 0 else int(-seconds // 60)
    if minutes < 60:
        return counted.minutes(minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        text = translate("Words", "%1 h %2 min") if minutes else translate("Words", "%1 h")
        return text.replace("%1", str(hours)).replace("%2", str(minutes))
    return counted.days(hours // 24)


def left(by: datetime, now: datetime) -> str:
    """6 minutes left, less than a minute left, 3 minutes late."""
    delta = by - now
    if delta < timedelta(0):
        if -delta < timedelta(minutes=1):
            return translate("Words", "due now")
        return translate("Words", "%1 late").replace("%1", length(delta))
    if delta < timedelta(minutes=1):
        return translate("Words", "less than a minute left")
    return translate("Words", "%1 left").replace("%1", length(delta))


def until(at: datetime, now: datetime) -> str:
    """In 6 minutes."""
    if at - now < timedelta(minutes=1):
        return translate("Words", "in less than a minute")
    if at - now >= timedelta(days=1):
        return counted.in_days((at - now).days)
    return translate("Words", "in %1").replace("%1", length(at - now))


def ago(at: datetime, now: datetime) -> str:
    """4 minutes ago, just now."""
    if now - at < timedelta(minutes=1):
        return translate("Words", "just now")
    if now - at >= timedelta(days=1):
        return counted.days_ago((now - at).days)
    return translate("Words", "%1 ago").replace("%1", length(at - now))


# ---- people and numbers


@lru_cache(maxsize=512)
def pretty(number: str, country: str) -> str:
    """A number in groups, to be read and dialled from: as people dial it in `country` if it is one of there.

    As it came when it is none that the world knows.
    """
    if not number.startswith("+"):
        return number
    import phonenumbers  # here, as it costs a noticeable part of the start (`learn_numbers` comes after it)

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    forms = phonenumbers.PhoneNumberFormat
    at_home = phonenumbers.region_code_for_number(parsed) == country
    text = phonenumbers.format_number(parsed, forms.NATIONAL if at_home else forms.INTERNATIONAL)
    return text.replace(" ", "\u00a0").replace("-", "\u2011")  # never parted at the end of a line


def learn_numbers() -> None:
    """Read how the world writes its numbers, before the first of them is to be drawn."""
    pretty("+442079460000", "GB")


def number_of(number: str | None, dial: Dial, country: str) -> str:
    """The number in words that can be shown: 020 7946 0173, extension 214, withheld number."""
    if dial is Dial.EXTENSION and number:
        return translate("Words", "Extension %1").replace("%1", number)
    if number:
        return pretty(number, country)
    if dial is Dial.WITHHELD:
        return translate("Words", "Withheld number")
    return translate("Words", "Unknown number")


def who(who: CallView | PromiseView, view: View) -> str:
    """The caller's name, or else the number."""
    return who.name or number_of(who.number, who.dial, view.country)


def also(who: CallView | PromiseView, view: View) -> str:
    """The number beside a name; empty when the number is already what they are called by."""
    return number_of(who.number, who.dial, view.country) if who.name and who.number else ""


# ---- the desk and its line


def presence(state: Presence) -> str:
    """The desk's state in one word."""
    return {
        Presence.FREE: translate("Words", "Free"),
        Presence.SERVING: translate("Words", "Serving"),
        Presence.AWAY: translate("Words", "Away"),
        Presence.CLOSED: translate("Words", "Closed"),
    }[state]


def closed(view: View, now: datetime) -> str:
    """Closed, opens 13:00; empty when it is open."""
    if view.state is not Presence.CLOSED:
        return ""
    if view.opens_at is None:
        return presence(Presence.CLOSED)
    return translate("Words", "Closed, opens %1").replace("%1", clock(view.opens_at, view.time_zone, now))


def line(view: LineView) -> str:
    """The line's health in two words."""
    if view.state is LineState.READY and view.practice:
        return translate("Words", "Practice line")
    return {
        LineState.STARTING: translate("Words", "Line starting"),
        LineState.REGISTERING: translate("Words", "Line connecting"),
        LineState.READY: translate("Words", "Line ready"),
        LineState.REFUSED: translate("Words", "Line refused"),
        LineState.UNREACHABLE: translate("Words", "Line unreachable"),
        LineState.DOWN: translate("Words", "Line down"),
    }[view.state]


def outcome(what: Outcome) -> str:
    """How an attempt ended."""
    return {
        Outcome.REACHED: translate("Words", "Reached"),
        Outcome.NO_ANSWER: translate("Words", "No answer"),
        Outcome.BUSY: translate("Words", "Busy"),
        Outcome.VOICEMAIL: translate("Words", "Voicemail"),
        Outcome.WRONG_NUMBER: translate("Words", "Wrong number"),
        Outcome.FAILED: translate("Words", "Failed"),
        Outcome.REFUSED: translate("Words", "Refused"),
    }[what]


# ---- promises


def promised(promise: PromiseView, view: View, now: datetime) -> str:
    """Promised by 10:40, 6 minutes left; empty when no time was said."""
    by = promise.promised_by
    if by is None:
        return ""
    text = translate("Words", "promised by %1, %2").replace("%1", clock(by, view.time_zone, now))
    return text.replace("%2", left(by, now))


def why(promise: PromiseView, now: datetime) -> str:
    """Why this callback is owed."""
    when = ago(promise.created_at, now)
    text = {
        Why.ASKED: translate("Words", "asked to be called back, %1"),
        Why.HUNG_UP: translate("Words", "hung up while waiting, %1"),
        Why.HOLD_TOO_LONG: translate("Words", "held for too long, %1"),
        Why.MESSAGE: translate("Words", "left a message, %1"),
        Why.LINE_LOST: translate("Words", "was cut off by us, %1"),
    }[promise.why]
    return text.replace("%1", when)


def why_short(promise: PromiseView, view: View, now: datetime) -> str:
    """Hung up, 10:28: why and since when, for one line of a list."""
    text = {
        Why.ASKED: translate("Words", "asked for it"),
        Why.HUNG_UP: translate("Words", "hung up"),
        Why.HOLD_TOO_LONG: translate("Words", "held too long"),
        Why.MESSAGE: translate("Words", "message"),
        Why.LINE_LOST: translate("Words", "cut off"),
    }[promise.why]
    return f"{text}, {clock(promise.created_at, view.time_zone, now)}"


def message(message: MessageView, view: View, now: datetime) -> str:
    """0:24 long, left at 10:12."""
    text = translate("Words", "%1 long, left at %2").replace("%1", running(message.seconds))
    return text.replace("%2", clock(message.at, view.time_zone, now))


def tried(promise: PromiseView, view: View, now: datetime) -> str:
    """Tried once: no answer at 10:12; empty when nobody has tried yet."""
    if not promise.attempts:
        return ""
    last = promise.attempts[-1]
    text = counted.tried(len(promise.attempts))
    return text.replace("%1", clock(last.at, view.time_zone, now)).replace("%2", lower(outcome(last.outcome)))


def quoted(note: str) -> str:
    """A note in the quotation marks of the language; empty when there is none."""
    return QLocale().quoteString(note) if note else ""


def capital(text: str) -> str:
    """The first letter large, for a sentence of its own."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """The first letter small, inside a sentence; German keeps its nouns."""
    return text if QLocale().language() is QLocale.Language.German else text[:1].lower() + text[1:]
