"""Figures made by hand: a fortnight of a desk that has its Monday mornings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log_types import Busiest, Figures, FiguresView, LogHead, LogRow, PersonFigures, Sides

SINCE = datetime(2026, 11, 1, 23, tzinfo=UTC)  # Monday 2 November in Berlin
UNTIL = SINCE + timedelta(days=14)

NOW = Figures(
    interruptions=412,
    promises=96,
    due=90,
    kept=83,
    kept_share=83 / 90,
    minutes_median=11.6,
    minutes_p90=34.2,
    lost=14,
    greeted_soon=371,
    greeted_of=398,
    greeted_share=371 / 398,
    longest_hold=172.0,
    open_now=4,
    overdue_now=1,
)
BEFORE = replace(
    NOW,
    interruptions=398,
    kept=76,
    due=89,
    kept_share=76 / 89,
    minutes_median=14.1,
    minutes_p90=31.0,
    lost=14,
    greeted_soon=340,
    greeted_of=381,
    greeted_share=340 / 381,
    longest_hold=180.0,
)
CUSTOMERS = replace(
    NOW, interruptions=338, kept=70, due=75, kept_share=70 / 75, minutes_median=10.2, lost=11, open_now=3
)
COLLEAGUES = replace(
    NOW,
    interruptions=74,
    kept=13,
    due=15,
    kept_share=13 / 15,
    minutes_median=19.8,
    minutes_p90=51.0,
    lost=3,
    open_now=1,
    overdue_now=0,
    longest_hold=None,
)

_DAY = (0, 0, 0, 0, 0, 0, 0, 0, 3, 7, 6, 4, 1, 2, 7, 5, 3, 0, 0, 0, 0, 0, 0, 0)
HEAT = (
    tuple(n * 2 if hour in (9, 10) else n for hour, n in enumerate(_DAY)),
    _DAY,
    tuple(n // 2 for n in _DAY),
    _DAY,
    tuple(n if n < 7 else 4 for n in _DAY),
    (0,) * 9 + (2, 3, 1) + (0,) * 12,
    (0,) * 24,
)

VIEW = FiguresView(
    since=SINCE,
    until=UNTIL,
    now=Sides(everybody=NOW, customers=CUSTOMERS, colleagues=COLLEAGUES),
    before=Sides(everybody=BEFORE, customers=BEFORE, colleagues=replace(COLLEAGUES, minutes_median=16.0)),
    heat=HEAT,
    days=(2,) * 7,
    second_person=(Busiest(weekday=0, hour=9, average=7.0), Busiest(weekday=0, hour=10, average=6.0)),
    people=(
        PersonFigures(name="Ana", kept=41, thanks=3),
        PersonFigures(name="Ben", kept=29),
        PersonFigures(name="Čeněk Dvořák-Šimůnková", kept=13, thanks=1),
    ),
)
NOTHING = FiguresView(since=SINCE, until=UNTIL, heat=((0,) * 24,) * 7, days=(2,) * 7)

HEAD = LogHead(
    company="Harbour Clinic",
    desk_name="Reception 1",
    language="en",
    time_zone="Europe/Berlin",
    country="DE",
    interruptions=412,
    channels=("phone",),
    loaded=True,
)

_NAMES = (
    "Mrs Okafor",
    None,
    "Ζωή Παπαδοπούλου",
    "محمد الفاسي",
    "Łukasz Wójcik",
    "山田 太郎",
    "Dr. Bäumler-Østergård",
    '=HYPERLINK("http://x")',
    "Siobhán Ní Dhálaigh of the very long department of external affairs",
    "Łódź & Co",
)


def rows(many: int) -> list[LogRow]:
    """So many rows, the newest first, of every kind."""
    ends, choices, met = list(End), [*Choice, None], list(Presence)
    made = []
    for n in range(many):
        at = UNTIL - timedelta(minutes=7 * n + 3)
        name, end = _NAMES[n % len(_NAMES)], ends[n % len(ends)]
        promised = end in (End.KEPT, End.LATE, End.OPEN, End.NOT_REACHED, End.CANCELLED)
        made.append(
            LogRow(
                call=f"c{n}",
                at=at,
                number="214" if n % 9 == 4 else None if n % 11 == 3 else f"+4930555{n % 9000:04}",
                name=name if n % 11 != 3 else None,
                company="Bell & Co" if n % 5 == 0 else "",
                dial=Dial.EXTENSION if n % 9 == 4 else Dial.WITHHELD if n % 11 == 3 else Dial.CAN,
                internal=n % 9 == 4,
                met=met[n % len(met)],
                chose=choices[n % len(choices)],
                promise=n if promised else None,
                promised_by=at + timedelta(minutes=15) if promised and n % 3 else None,
                end=end,
                overdue=end is End.OPEN and n % 2 == 0,
                by=("Ana", "Ben", "")[n % 3],
                minutes=float(n % 40) + 0.5 if end in (End.KEPT, End.LATE) else None,
                notes="asked about the Tuesday appointment" if n % 4 == 0 else "",
            )
        )
    return made
