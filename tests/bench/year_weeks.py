"""A week of a desk, played by the rules and written down: its entries, its views, who and what it speaks of.

A week begins and ends on a Sunday at five in the morning, when the desk is closed and nothing is open. So a
week that was played once can stand for another one of the same kind, with other numbers (`year_stamp`).
"""

import random
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import msgspec

from desk.core.ends import End, end_of, may_amend
from desk.core.events import (
    EndedBy,
    EngineStarted,
    EngineStopped,
    Event,
    LineChanged,
    MessagePlayed,
    MessageTranscribed,
    ReportSent,
)
from desk.core.model import Desk, LineState, Policy, Presence, PromiseState
from desk.store import schema, views
from desk.store.journal import moment
from tests.bench.year_callers import Callers, Plan
from tests.bench.year_people import Town
from tests.bench.year_staff import Staff, Told
from tests.bench.year_world import World, opened, seconds

VERSION = "0.4.0"
BY_HOUR = (0.002, 0.001, 0.001, 0.001, 0.001, 0.003, 0.01, 0.05, 0.9, 1.2, 1.05, 0.9, 0.55, 1.1, 1.0, 0.8,
           0.7, 0.45, 0.06, 0.04, 0.03, 0.02, 0.01, 0.005)  # fmt: skip
"""How many calls each hour brings, beside the others; after lunch it is fuller again."""
BY_DAY = (1.35, 1.0, 0.95, 1.15, 0.95, 0.4, 0.035)
encode = msgspec.json.Encoder().encode


@dataclass
class Kind:
    """What a week is like: its days without opening hours, how full it is, and what it is told from."""

    holidays: tuple[int, ...] = ()
    full: float = 1.0
    name: str = ""


@dataclass
class Week:
    """What was written of one week, entries numbered from 1, promises too."""

    begins: datetime
    entries: list[tuple[str, str, str | None, int | None, str]] = field(default_factory=list)
    tables: dict[str, tuple[list[str], list[tuple[object, ...]]]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    recordings: list[tuple[str, float, datetime, str]] = field(default_factory=list)
    played: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    desk: Desk = field(default_factory=Desk)
    calls: int = 0


def sunday(day: date, policy: Policy) -> datetime:
    """Five in the morning of that day, in UTC."""
    return datetime.combine(day, time(5), ZoneInfo(policy.time_zone)).astimezone(UTC)


def play(
    first: date, kind: Kind, policy: Policy, town: Town, volume: float, seed: str,
    until: datetime | None = None,
) -> Week:  # fmt: skip
    """A week from Sunday `first` with about `volume` calls; the last one goes on to `until`, left open."""
    begins = sunday(first, policy)
    ends = until or sunday(first + timedelta(days=7), policy)
    chance = random.Random(seed)
    conn = sqlite3.connect(":memory:", isolation_level=None)
    schema.make_views(conn)
    week = Week(begins)

    def written(event: Event, was: Desk, now: Desk) -> None:
        tag = str(event.__struct_config__.tag)
        call, promise = getattr(event, "call", None), getattr(event, "promise", None)
        week.entries.append((tag, moment(event.at), call, promise, encode(event).decode()))
        views.apply(conn, len(week.entries), event, was, now)
        if isinstance(event, MessagePlayed):
            week.played.setdefault(event.recording, moment(event.at))
        elif isinstance(event, MessageTranscribed) and event.said is not None and event.said.key:
            week.said[event.recording] = event.said.key

    world = World(opened(begins, policy), policy, begins, chance, written)
    callers = Callers(world, town)
    staff = Staff(world, town, callers, volume / 5.9)

    def told(call: str) -> Told:
        row = conn.execute(
            "SELECT c.ended_as, p.state, c.promise FROM calls c LEFT JOIN promises p ON p.id = c.promise"
            " WHERE c.call = ?",
            (call,),
        ).fetchone()
        state = PromiseState(row[1]) if row and row[1] else None
        end = end_of(row[0], state) if row else End.LIVE
        return end, may_amend(end, state), row[2] if row else None

    staff.end_of = told
    shown = None if until is None else Shown(world, callers, staff, town, until)
    _plan(world, callers, staff, town, policy, first, kind, volume, ends, shown)
    _starts(world, policy)
    world.run(ends)
    if until is None:
        assert not world.desk.calls, world.desk.calls
        assert not world.desk.promises, world.desk.promises
    for table in views.TABLES:
        cursor = conn.execute(f"SELECT * FROM {table} ORDER BY {views.TABLES[table]}")
        week.tables[table] = ([column[0] for column in cursor.description], cursor.fetchall())
    week.notes, week.words, week.recordings = staff.notes, staff.words, callers.recordings
    week.desk, week.calls = world.desk, len(callers.plans)
    conn.close()
    return week


def _starts(world: World, policy: Policy) -> None:
    world.feed(EngineStarted(at=world.now, version=VERSION, policy=policy))
    for state in (LineState.REGISTERING, LineState.READY):
        world.now += seconds(0.4)
        world.feed(LineChanged(at=world.now, state=state))


def _plan(
    world: World, callers: Callers, staff: Staff, town: Town, policy: Policy, first: date, kind: Kind,
    volume: float, ends: datetime, shown: "Shown | None",
) -> None:  # fmt: skip
    zone, chance = ZoneInfo(policy.time_zone), world.chance
    base, begins = volume / (sum(BY_HOUR) * sum(BY_DAY)), world.now
    last = ends - timedelta(hours=6) if shown is None else ends
    for offset in range((ends - begins).days + 2):
        day = first + timedelta(days=offset)
        midnight = datetime.combine(day, time(), zone)
        shut = day.weekday() in kind.holidays or not policy.week[day.weekday()]
        eve = (day.weekday() + 1) % 7 in kind.holidays
        for hour in range(24):
            full = base * kind.full * BY_HOUR[hour] * BY_DAY[day.weekday()]
            full *= 0.04 if shut and day.weekday() < 6 else 1.25 if eve else 1.0
            if (day.weekday(), hour) == (3, 10):
                full *= 2.2
            elif (day.weekday(), hour) == (0, 9):
                full *= 1.3
            if day.weekday() == 5 and hour >= 16:
                full = 0  # the week ends with nothing open
            for _ in range(_poisson(chance, full)):
                at = (midnight + timedelta(hours=hour)).astimezone(UTC) + seconds(chance.uniform(0, 3600))
                if begins + timedelta(seconds=20) < at < last and not (shown and shown.quiet(at)):
                    world.at(at, lambda: _rings(callers, town))
        if shut:
            continue
        span = policy.week[day.weekday()][0]
        opens = (midnight + timedelta(minutes=span.start)).astimezone(UTC)
        closes = (midnight + timedelta(minutes=span.end)).astimezone(UTC)
        if begins < opens < ends:
            world.at(opens + seconds(chance.uniform(-240, 60)), partial(staff.opens, closes))
        if day.weekday() == 4:
            world.at(closes - seconds(1500), staff.reviewed)
        if chance.random() < 0.03:
            world.at(opens + seconds(chance.uniform(600, 30000)), lambda: _crash(world, policy))
        if chance.random() < 0.03:
            world.at(opens + seconds(chance.uniform(600, 30000)), lambda: _line_lost(world))
    monday = sunday(first, policy) + timedelta(days=1, hours=1)
    world.at(monday, lambda: world.feed(ReportSent(at=world.now, week=first - timedelta(days=6))))
    if shown is None:
        saturday = datetime.combine(first + timedelta(days=6), time(17), zone).astimezone(UTC)
        for after in (0, 1800, 3600, 7200):
            world.at(saturday + timedelta(seconds=after), staff.tidy)
        world.at(ends - timedelta(seconds=9), lambda: world.feed(EngineStopped(at=world.now)))
        world.at(saturday, lambda: staff.chosen(Presence.FREE))


def _rings(callers: Callers, town: Town) -> None:
    world, chance = callers.world, callers.world.chance
    who = town.somebody(chance)
    if any(c.caller.key == who.caller.key and c.caller.key for c in world.desk.calls):
        who = town.somebody(chance)
    plan = callers.decided(who)
    callers.rings(plan)
    if plan.leaves in ("ringing", "greeting") and chance.random() < 0.3:
        # nobody there: they try once more, and stay
        again = Plan(who, "1", plan.patience)
        world.later(chance.uniform(40, 900), lambda: _tries_again(callers, again))


def _tries_again(callers: Callers, again: Plan) -> None:
    now = callers.world.now.astimezone(UTC)
    if not (now.weekday() == 5 and now.hour >= 15):
        callers.rings(again)


def _crash(world: World, policy: Policy) -> None:
    world.now += seconds(9)
    _started = EngineStarted(at=world.now, version=VERSION, policy=policy)
    world.feed(_started)
    world.feed(LineChanged(at=world.now + seconds(0.3), state=LineState.READY))
    world.now += seconds(0.3)


def _line_lost(world: World) -> None:
    world.feed(LineChanged(at=world.now, state=LineState.UNREACHABLE, detail="no answer from the PBX"))
    for call in world.desk.calls:
        world.ended(call.id, EndedBy.LINE, "no answer from the PBX")
    world.later(45, lambda: world.feed(LineChanged(at=world.now, state=LineState.READY)))


def _poisson(chance: random.Random, mean: float) -> int:
    if mean > 40:
        return max(0, round(chance.gauss(mean, mean**0.5)))
    count, left = 0, chance.expovariate(1)
    while left < mean:
        count, left = count + 1, left + chance.expovariate(1)
    return count


class Shown:
    """What the last days are to show: promises nobody kept yesterday, and the caller of ten past two."""

    def __init__(self, world: World, callers: Callers, staff: Staff, town: Town, until: datetime) -> None:
        self.world, self.callers, self.staff, self.town = world, callers, staff, town
        self.day = until.astimezone(staff.zone).date() - timedelta(days=1)
        for hour, minute, key in ((10, 22, "2"), (11, 47, "2"), (13, 35, "3"), (14, 52, "2"), (15, 18, "2")):
            world.at(self._at(hour, minute), partial(self._forgotten, key))
        world.at(self._at(14, 7), self._served)
        world.at(self._at(14, 10) + seconds(7), self._lost)

    def quiet(self, at: datetime) -> bool:
        """Whether nobody else rings then: there is one caller of ten past two."""
        return self._at(14, 9) < at < self._at(14, 12)

    def _at(self, hour: int, minute: int) -> datetime:
        return datetime.combine(self.day, time(hour, minute), self.staff.zone).astimezone(UTC)

    def _forgotten(self, key: str) -> None:
        """A promise that falls between two chairs."""
        world, who = self.world, self.town.withheld
        while not who.caller.key or who.caller.blocked or world.desk.promise_to(who.caller) is not None:
            who = self.town.somebody(world.chance)
        self._alone(Plan(who, key, 900.0))

    def _served(self) -> None:
        self.staff.chosen(Presence.SERVING)

    def _lost(self) -> None:
        """Withheld number, a long hold while somebody was served: nobody can call them back."""
        self._alone(Plan(self.town.withheld, "1", 158.0, "hold"))

    def _alone(self, plan: Plan) -> None:
        call = self.world.id("c")
        self.staff.left_alone.add(call)
        self.callers.rings(plan, call)
