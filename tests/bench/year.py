"""script/bench year --make FOLDER: the records of a believable year.

The folder is a data folder as an engine leaves one, with its settings beside the database: opening hours and
holidays, rushes, repeat callers, colleagues, three receptionists. The same every time for the same arguments.
"""

import argparse
import os
import sqlite3
import sys
import time
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from msgspec.structs import replace

from audio.wav import write_wav
from config.settings import load
from desk.core.model import Desk, Policy
from desk.from_settings import policy_of
from desk.store import snapshots
from desk.store.folding import folded
from desk.store.journal import moment
from desk.store.opening import connect, open_last, prepare
from tests.bench.year_callers import LENGTHS
from tests.bench.year_people import Town
from tests.bench.year_stamp import Stamp, Written, stamp
from tests.bench.year_weeks import Kind, Week, play, sunday

WEEKS = 52
PLAYED = 25_000
"""Up to so many interruptions every week is played; of a larger year most weeks are played ones once more."""
RECORDINGS_FOR = timedelta(days=30)

_SETTINGS = """[desk]
name = "Reception"
company = "Hill Street Practice"
country = "GB"
time_zone = "Europe/London"
people = ["Ana Costa", "Ben Müller", "Chidi Okafor"]

[phone]
internal = ["2xx"]
desk_phone = "sip:299@192.0.2.20"
desk_phone_way = "hand_over"
max_calls = 200

[policy]
calls_per_hour = {calls}
promises_open = {promises}

[hours]
mon = ["08:00-18:00"]
tue = ["08:00-18:00"]
wed = ["08:00-18:00"]
thu = ["08:00-18:00"]
fri = ["08:00-18:00"]
sat = ["09:00-16:00"]
holidays = [{holidays}]
"""


def holidays_of(year: int) -> set[date]:
    """Days without opening hours, as a practice in London has them."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    easter = date(year, month, (h - m + r + month + 19) % 32)
    mondays = [date(year, 5, 1), date(year, 5, 25), date(year, 8, 25)]
    spring = {day + timedelta(days=-day.weekday() % 7) for day in mondays}
    return {easter - timedelta(days=2), easter + timedelta(days=1), date(year, 12, 25), date(year, 12, 26),
            date(year, 1, 1), *spring}  # fmt: skip


def make(folder: Path, interruptions: int, seed: int, until: date) -> None:
    """Make the records of the year up to the morning of `until`. Raises `FileExistsError`."""
    began = time.monotonic()
    files = prepare(folder)
    if files.database.exists():
        raise FileExistsError(f"There are records in {folder} already.")
    holidays = {day for year in range(until.year - 2, until.year + 2) for day in holidays_of(year)}
    settings = folder / "onemoment.toml"
    settings.write_text(
        _SETTINGS.format(
            holidays=", ".join(sorted(str(day) for day in holidays)),
            calls=1000 if interruptions > 100_000 else 200,
            promises=max(8, min(500, interruptions // 4000)),
        )
    )
    policy = policy_of(load(settings))
    town = _town(seed, interruptions)
    ends = datetime.combine(until, datetime.min.time(), ZoneInfo(policy.time_zone)) + timedelta(
        hours=9, minutes=30
    )
    last = until - timedelta(days=(until.weekday() + 1) % 7 + 7)
    sundays = [last - timedelta(days=7 * week) for week in range(WEEKS, -1, -1)]
    kinds = [_kind(day, holidays) for day in sundays]
    days = sum(k.full * (5.9 - len(k.holidays)) / 5.9 for k in kinds[:-1])
    days += (until - last).days / 7
    volume = interruptions / days / 1.055  # some try again
    database = connect(files)
    conn = database.conn
    conn.execute("PRAGMA journal_mode = OFF")
    conn.execute("PRAGMA synchronous = OFF")
    conn.execute("PRAGMA cache_size = -400000")
    later = _without_indexes(conn)
    conn.execute("BEGIN")
    so_far, promises = Written(), 0
    names = [
        kind.name if interruptions > PLAYED else f"{day}" for day, kind in zip(sundays, kinds, strict=True)
    ]
    names[-1] = "last"
    copies: Counter[str] = Counter()
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1), get_context("spawn")) as pool:
        played = {
            name: pool.submit(_played, day, kind, policy, (seed, interruptions), volume, name, until)
            for name, day, kind, until in _each(names, sundays, kinds, ends)
        }
        stamps: dict[str, Stamp] = {}
        for name, day in zip(names, sundays, strict=True):
            if name not in stamps:
                if interruptions <= PLAYED:
                    stamps.clear()
                stamps[name] = Stamp(played.pop(name).result(), town)
            copies[name] += 1
            again = None if copies[name] == 1 else f"{seed} {name} {copies[name]}"
            promises = so_far.promises
            stamp(conn, stamps[name], sunday(day, policy), town, again, so_far)
            _say(f"{day}: {so_far.calls} calls, {so_far.tip.seq} entries, {time.monotonic() - began:.0f} s")
    desk = _numbered(stamps["last"].week.desk, promises)
    _people(conn, town, so_far.keys, sunday(sundays[0], policy))
    snapshots.save(conn, so_far.tip.seq, desk)
    conn.execute("COMMIT")
    _say(f"indexes after {time.monotonic() - began:.0f} s")
    for statement in later:
        conn.execute(statement)
    conn.execute("ANALYZE")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = open_last(files, so_far.tip)
    os.close(held)
    _sounds(conn, folder, ends)
    made = conn.execute("SELECT count(*) FROM calls WHERE NOT out").fetchone()[0]
    database.close()
    size = files.database.stat().st_size / 1e9
    _say(f"{made} interruptions, {so_far.tip.seq} entries, {size:.2f} GB, {time.monotonic() - began:.0f} s")


def _kind(first: date, holidays: set[date]) -> Kind:
    shut = tuple(day for day in range(6) if first + timedelta(days=day + 1) in holidays)
    month = first.month
    full, season = (1.3, "flu") if month in (12, 1, 2) else (0.85, "summer") if month in (7, 8) else (1.0, "")
    if shut:
        full, season = 1.0, "".join(map(str, shut))
    return Kind(shut, full, season or "week")


def _without_indexes(conn: sqlite3.Connection) -> list[str]:
    """Take indexes and triggers away for the time of writing; what makes them again."""
    found = conn.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')"
    ).fetchall()
    for kind, name, _ in found:
        conn.execute(f"DROP {kind} {name}")
    return [sql for _, _, sql in sorted(found)]


@lru_cache(1)
def _town(seed: int, interruptions: int) -> Town:
    return Town(seed, interruptions)


def _played(
    first: date,
    kind: Kind,
    policy: Policy,
    town: tuple[int, int],
    volume: float,
    name: str,
    until: datetime | None,
) -> Week:
    """A week, played in a process of its own."""
    return play(first, kind, policy, _town(*town), volume, f"{town[0]} {name}", until)


def _each(
    names: list[str], sundays: list[date], kinds: list[Kind], ends: datetime
) -> Iterator[tuple[str, date, Kind, datetime | None]]:
    """Each week that is to be played, once; the last one goes on until then."""
    first = {name: at for at, name in reversed(list(enumerate(names)))}
    for name, at in sorted(first.items(), key=lambda one: one[1]):
        yield name, sundays[at], kinds[at], ends if name == "last" else None


def _numbered(desk: Desk, promises: int) -> Desk:
    """The desk with its promises numbered on from so many."""
    return replace(
        desk,
        next_promise=desk.next_promise + promises,
        promises=tuple(replace(p, id=p.id + promises) for p in desk.promises),
        calls=tuple(
            replace(
                c,
                promise=None if c.promise is None else c.promise + promises,
                calls_back=None if c.calls_back is None else c.calls_back + promises,
                tells=None if c.tells is None else c.tells + promises,
            )
            for c in desk.calls
        ),
    )


def _people(conn: sqlite3.Connection, town: Town, keys: set[str], at: datetime) -> None:
    known = {key: number for contact in town.contacts for key, number in contact.numbers}
    called = {p.caller.key: p.number for p in (*town.outside, *town.inside) if p.caller.key in keys}
    conn.executemany(
        "INSERT INTO numbers (key, number) VALUES (?, ?)",
        ((known | called).items()),
    )
    conn.executemany("INSERT INTO staff (key, name) VALUES (?, ?)", ((k, n) for n, k in town.staff.items()))
    when = moment(at)
    for c in town.contacts:
        digits = " ".join(number.removeprefix("+") for _, number in c.numbers)
        found = " ".join(filter(None, (folded(c.name), folded(c.company), digits)))
        flags = (int(c.vip), int(c.blocked), int(c.internal))
        conn.execute(
            "INSERT INTO contacts (key, name, company, notes, language, vip, blocked, internal, found,"
            " created_at, changed_at, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (c.key, c.name, c.company, c.notes, c.language, *flags, found, when, when),
        )
        conn.executemany(
            "INSERT INTO contact_numbers (contact, position, number_key) VALUES (?, ?, ?)",
            [(c.key, position, key) for position, (key, _) in enumerate(c.numbers)],
        )


def _sounds(conn: sqlite3.Connection, folder: Path, ends: datetime) -> None:
    """The messages of the last weeks as files: a few sounds under many names."""
    place = folder / "recordings"
    place.mkdir(mode=0o700, exist_ok=True)
    sounds: dict[float, Path] = {}
    since = moment(ends - RECORDINGS_FOR)
    for key, length in conn.execute("SELECT key, seconds FROM recordings WHERE at >= ?", (since,)).fetchall():
        length = LENGTHS[bisect(LENGTHS, length + 0.01) - 1] if length >= LENGTHS[0] else LENGTHS[0]
        file = place / f"{key}.wav"
        if length not in sounds:
            write_wav(file, _hummed(length), 8000)
            sounds[length] = file
        elif not file.exists():
            os.link(sounds[length], file)


def _hummed(length: float) -> bytes:
    """Somebody who hums, louder and softer, for so many seconds."""
    at = np.arange(int(length * 8000)) / 8000
    every = np.arange(0, length + 1, 0.25)
    loud = np.interp(at, every, np.random.default_rng(1).random(len(every)))
    sound = np.sin(2 * np.pi * (170 + 60 * np.sin(3 * at)) * at) * loud * 9000
    return sound.astype("<i2").tobytes()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="script/bench year", description=__doc__)
    parser.add_argument("--make", type=Path, required=True, metavar="FOLDER", help="a data folder to make")
    parser.add_argument("--interruptions", type=int, default=1_000_000, metavar="N", help="about so many")
    parser.add_argument("--seed", type=int, default=1, help="another number makes another year")
    parser.add_argument(
        "--until", type=date.fromisoformat, default=datetime.now(UTC).date(), metavar="DATE",
        help="the day on whose morning it ends; today when not said",
    )  # fmt: skip
    asked = parser.parse_args(arguments)
    try:
        make(asked.make, asked.interruptions, asked.seed, asked.until)
    except FileExistsError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
