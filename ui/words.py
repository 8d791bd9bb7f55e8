"""What the windows say: times as persons say them, numbers to read, what a caller hears, why it is next.

Everything here is a pure function of plain values, in the language that is installed; English is what the
texts are written in. The other languages are in `i18n/`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desk.core.model import Dial, Doing, LineState, Outcome, Presence, Why
from desk.core.next_action import Because, NextAction, What
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
    import phonenumbers  # here, as it costs a noticeable part of the start

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    forms = phonenumbers.PhoneNumberFormat
    at_home = phonenumbers.region_code_for_number(parsed) == country
    text = phonenumbers.format_number(parsed, forms.NATIONAL if at_home else forms.INTERNATIONAL)
    return text.replace(" ", "\u00a0").replace("-", "\u2011")  # never parted at the end of a line


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


# ---- what is happening


def place(n: int) -> str:
    """1st in line."""
    if n == 1:
        return translate("Words", "1st in line")
    if n == 2:
        return translate("Words", "2nd in line")
    if n == 3:
        return translate("Words", "3rd in line")
    return translate("Words", "%1th in line").replace("%1", str(n))


def doing(call: CallView) -> str:
    """What this caller hears or does at this moment."""
    if call.doing is Doing.HOLDING:
        text = translate("Words", "holding")
        return f"{text}, {place(call.place)}" if call.place else text
    return {
        Doing.RINGING: translate("Words", "hears it ringing"),
        Doing.ANSWERING: translate("Words", "is being answered"),
        Doing.GREETING: translate("Words", "hears the greeting"),
        Doing.CHOOSING: translate("Words", "is choosing"),
        Doing.CONFIRMING_NUMBER: translate("Words", "hears the number read back"),
        Doing.ENTERING_NUMBER: translate("Words", "is keying in a number"),
        Doing.REFUSED_NUMBER: translate("Words", "is asked for another number"),
        Doing.RECORDING: translate("Words", "leaving a message"),
        Doing.REVIEWING: translate("Words", "may keep or repeat the message"),
        Doing.LEAVING: translate("Words", "hears the goodbye"),
    }[call.doing]


def how_long(call: CallView, now: datetime) -> str:
    """How long the caller has been at it; a caller on hold, since the hold began."""
    return between(now, (call.held_since or call.since) if call.doing is Doing.HOLDING else call.since)


def happening(calls: tuple[CallView, ...], now: datetime) -> str:
    """All live calls in one line: 2 callers greeted, 1 holding 0:48."""
    if not calls:
        return translate("Words", "No calls")
    ringing = sum(c.doing is Doing.RINGING for c in calls)
    recording = sum(c.doing in (Doing.RECORDING, Doing.REVIEWING) for c in calls)
    held = [c.held_since or c.since for c in calls if c.doing is Doing.HOLDING]
    greeted = len(calls) - ringing - recording - len(held)
    said = []
    if ringing:
        said.append(counted.ringing(ringing))
    if greeted:
        said.append(counted.greeted(greeted))
    if recording:
        said.append(counted.recording(recording))
    if held:
        said.append(counted.holding(len(held)) + " " + between(now, min(held)))
    return ", ".join(said)


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
    }[what]


# ---- what is next, and why


def promised(promise: PromiseView, view: View, now: datetime) -> str:
    """Promised by 10:40, 6 minutes left; empty when no time was said."""
    by = promise.promised_by
    if by is None:
        return ""
    text = translate("Words", "promised by %1, %2").replace("%1", clock(by, view.time_zone, now))
    return text.replace("%2", left(by, now))


def why(promise: PromiseView, view: View, now: datetime) -> str:
    """Why this callback is owed."""
    when = ago(promise.created_at, now)
    text = {
        Why.ASKED: translate("Words", "asked to be called back, %1"),
        Why.HUNG_UP: translate("Words", "hung up before choosing, %1"),
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


def because_call(call: CallView, next: NextAction, now: datetime) -> str:
    """Why this caller is next."""
    time = between(now, next.at or call.held_since or call.since)
    in_line = f", {place(call.place)}" if call.place else ""
    if next.because is Because.RINGING:
        return translate("Words", "ringing for %1").replace("%1", time)
    if next.because is Because.URGENT:
        return translate("Words", "says it is urgent, holding %1").replace("%1", time) + in_line
    if next.because is Because.HOLDING_LONG:
        return translate("Words", "holding %1, longer than is kind").replace("%1", time) + in_line
    return translate("Words", "holding %1").replace("%1", time) + in_line


def because_promise(promise: PromiseView, next: NextAction, view: View, now: datetime) -> str:
    """Why this promise is next."""
    time = promised(promise, view, now)
    if next.because is Because.CALLS_AGAIN:
        text = translate("Words", "third call in five minutes")
        return f"{text}, {time}" if time else text
    if time:
        return time
    free = translate("Words", "as soon as you are free")
    return f"{why(promise, view, now)}, {free}"


def next_line(view: View, now: datetime) -> str:
    """The next action and its reason in one line, for the strip."""
    next = view.next
    call = next_call(view)
    promise = next_promise(view)
    if next.what is What.TAKE_CALL and call is not None:
        return f"{who(call, view)}: {because_call(call, next, now)}"
    if promise is not None and next.what is What.LISTEN:
        return title_message(promise, view)
    if promise is not None and next.what is What.CALL_BACK:
        by = promise.promised_by
        if by is None:
            return f"{title_call_back(promise, view)}: {why(promise, view, now)}"
        return f"{title_call_back(promise, view)}: {clock(by, view.time_zone, now)}, {left(by, now)}"
    return nothing_waits()


def nothing_waits() -> str:
    """When there is nothing to do."""
    return translate("Words", "Nothing waits")


def title_call_back(promise: PromiseView, view: View) -> str:
    """Call Mrs Okafor back."""
    return translate("Words", "Call %1 back").replace("%1", who(promise, view))


def next_call(view: View) -> CallView | None:
    """The live call the next action speaks of."""
    return next((c for c in view.calls if c.id == view.next.call), None)


def next_promise(view: View) -> PromiseView | None:
    """The promise the next action speaks of."""
    return next((p for p in view.promises if p.id == view.next.promise), None)


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


def title_message(promise: PromiseView, view: View) -> str:
    """Message from Mrs Okafor."""
    return translate("Words", "Message from %1").replace("%1", who(promise, view))


def quoted(note: str) -> str:
    """A note in the quotation marks of the language; empty when there is none."""
    return QLocale().quoteString(note) if note else ""


def capital(text: str) -> str:
    """The first letter large, for a sentence of its own."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """The first letter small, inside a sentence; German keeps its nouns."""
    return text if QLocale().language() is QLocale.Language.German else text[:1].lower() + text[1:]
