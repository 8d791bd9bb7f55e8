"""How wide the columns of the log's table are: as their words need it. Which give way where there is no room.

Widths that are remembered are pixels at 100 %; all others are pixels at the size of now.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence, Set
from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QFontMetrics

from desk.core.ends import End
from desk.core.model import Choice, Presence
from desk.log_types import Column, LogHead
from ui import log_said, words
from ui.log_cells import minutes, when
from ui.look import Look
from ui.theme import SIZES

WIDTHS = {
    Column.TIME: 168, Column.WHO: 300, Column.CHANNEL: 92, Column.MET: 92, Column.CHOSE: 108,
    Column.PROMISED_BY: 124, Column.END: 176, Column.BY: 124, Column.MINUTES: 156,
}  # fmt: skip
"""Where there is room. Who it was takes what is left."""
WHO = 160  # px at 100 %: what of a name can still be read
NAME = 140  # px at 100 %: a longer name of somebody here is cut
NARROWEST = 64
LEFT, RIGHT = 12, 8  # px at 100 % beside the words
TO_RIGHT = (Column.MINUTES,)  # written at the right of it
SIGN = 22  # px at 100 %: the sign before an end, and the arrow where it is sorted
GIVE_WAY = (Column.CHANNEL, Column.CHOSE, Column.MET)
"""Columns nobody asked for are left out in this order, where all of them have no room."""
CUT = ((Column.BY, 96), (Column.WHO, 130))  # px at 100 %
SELDOM = (End.ANSWERED_ELSEWHERE, End.ENDED)  # long words, of few rows: they may be cut


def parted(metrics: QFontMetrics, text: str, room: int) -> tuple[str, ...]:
    """On one line, else on two, parted where the longer of them is shortest."""
    if metrics.horizontalAdvance(text) <= room or " " not in text:
        return (text,)
    parts = text.split(" ")
    halves = [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
    return min(halves, key=lambda two: max(map(metrics.horizontalAdvance, two)))


def least(look: Look, head: LogHead, by: Column) -> dict[Column, int]:
    """What each column needs so that nothing that often stands in it is cut, sorted `by` one of them."""
    metrics, strong = QFontMetrics(look.font()), QFontMetrics(look.font(SIZES.small, strong=True))
    px = look.px
    now = datetime.now(UTC)
    times = [when(now - timedelta(days=n), head.time_zone, now).replace("1", "0") for n in range(2, 9)]
    inside: dict[Column, list[str]] = {
        Column.TIME: times,
        Column.WHO: [],
        Column.CHANNEL: [log_said.channel(name) for name in head.channels],
        Column.MET: [words.presence(one) for one in Presence],
        Column.CHOSE: [log_said.chose(one) for one in Choice],
        Column.PROMISED_BY: [text.split(" ")[0] + " 00:00" for text in times],
        Column.END: [log_said.owed_and_late(), *(log_said.end(end) for end in End if end not in SELDOM)],
        Column.BY: [],
        Column.MINUTES: [minutes(24 * 60 - 1)],
    }
    needs = {}
    for of, texts in inside.items():
        title = max(map(strong.horizontalAdvance, parted(strong, log_said.column(of), 0)))
        wide = max(map(metrics.horizontalAdvance, texts), default=0) + (px(SIGN) if of is Column.END else 0)
        title += px(SIGN) if of is by else 0
        # widths of letters are not whole numbers: one pixel more
        needs[of] = max(title, wide, px(NARROWEST) - px(LEFT + RIGHT)) + 1 + px(LEFT + RIGHT)
    names = max(map(metrics.horizontalAdvance, head.by), default=0) + 1 + px(LEFT + RIGHT)
    needs[Column.BY] = max(needs[Column.BY], min(names, px(NAME)))
    needs[Column.WHO] = px(WHO)
    return needs


def left_out(
    needs: Mapping[Column, int], wanted: Sequence[Column], ticked: Container[Column], room: int
) -> list[Column]:
    """Which of those wanted give way, that the others fit into `room`; none that was ticked by hand."""
    lacks = sum(needs[of] for of in wanted) - room
    out: list[Column] = []
    for of in GIVE_WAY:
        if lacks > 0 and of in wanted and of not in ticked:
            out.append(of)
            lacks -= needs[of]
    return out


def cut_names(look: Look, needs: dict[Column, int], shown: Sequence[Column], room: int) -> None:
    """Where the others still have no room, names are cut before the table has to be scrolled sideways."""
    lacks = sum(needs[of] for of in shown) - room
    for of, least_of_it in CUT:
        if of in shown and lacks > 0:
            less = min(lacks, max(needs[of] - look.px(least_of_it), 0))
            needs[of] -= less
            lacks -= less


def shared(
    look: Look, needs: Mapping[Column, int], by_hand: Mapping[Column, int], shown: Sequence[Column], room: int
) -> dict[Column, int]:
    """How wide each of those `shown` is; who it was takes what the others leave.

    Where that is too little for a name and a company, the others give of what they do not need; those made so
    wide `by_hand` only where not even a name could be read.
    """
    px = look.px
    wide: dict[Column, int] = {
        of: px(by_hand[of]) if of in by_hand else max(px(WIDTHS[of]), needs[of])
        for of in shown
        if of is not Column.WHO
    }
    if Column.WHO not in shown:
        _give(wide, needs, wide.keys(), room)
        return wide
    _give(wide, needs, wide.keys() - by_hand.keys(), room - max(px(WIDTHS[Column.WHO]), needs[Column.WHO]))
    _give(wide, needs, wide.keys(), room - needs[Column.WHO])
    return {**wide, Column.WHO: max(room - sum(wide.values()), needs[Column.WHO])}


def _give(wide: dict[Column, int], needs: Mapping[Column, int], giving: Set[Column], room: int) -> None:
    """Make them as narrow as `room`, as far as those that are `giving` have more than they need."""
    spare = {of: max(wide[of] - needs[of], 0) for of in giving}
    lacks = min(max(sum(wide.values()) - room, 0), sum(spare.values()))
    for of, has in spare.items():
        wide[of] -= -(-has * lacks // max(sum(spare.values()), 1))
