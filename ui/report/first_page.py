"""The report's first page: the figures of a time beside those before, when a second person was needed, what
went well by person, and what each figure means.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desk.log_types import FiguresView, LogHead
from ui import figures_said
from ui.counted import counted
from ui.figures_said import Figure
from ui.report.drawing import LEFT, PAPER, RIGHT, card_height, draw_card, draw_text, draw_trend
from ui.report.heat import HeatGrid, draw_heat, heat_height
from ui.report.paper import Paper

translate = QCoreApplication.translate

PEOPLE_AT_MOST = 8
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass
class _At:
    """Where on the sheet the next thing is drawn."""

    painter: QPainter
    paper: Paper
    y: float

    @property
    def inside(self) -> QRectF:
        return self.paper.inside

    def row(self, points: float, left: float = 0.0, right: float = 1.0) -> QRectF:
        """A rect so many points high, from `left` to `right` of the width."""
        inside = self.inside
        width = inside.width() * (right - left)
        return QRectF(inside.left() + inside.width() * left, self.y, width, self.paper.pt(points))

    def down(self, points: float) -> None:
        self.y += self.paper.pt(points)

    def line(self) -> None:
        """A thin line across."""
        self.painter.setPen(QPen(QColor(PAPER.edge), self.paper.pt(0.6)))
        self.painter.drawLine(QPointF(self.inside.left(), self.y), QPointF(self.inside.right(), self.y))

    def heading(self, text: str, left: float = 0.0, right: float = 1.0) -> None:
        draw_text(self.painter, self.row(14, left, right), text, self.paper.font(10, strong=True), PAPER.ink)


def draw_first_page(painter: QPainter, paper: Paper, view: FiguresView, head: LogHead) -> None:
    """All of it on one sheet, but the foot."""
    at = _At(painter, paper, paper.inside.top())
    _draw_title(at, view, head)
    _draw_cards(at, view)
    _draw_week(at, view)
    _draw_sides(at, view)
    _draw_meanings(at)


def draw_foot(painter: QPainter, paper: Paper, left: str, right: str) -> None:
    """What stands at the end of each sheet: whose it is, which page of how many."""
    font, foot = paper.font(7.5), paper.foot
    foot.setTop(foot.bottom() - paper.pt(12))
    wide = QFontMetricsF(font).horizontalAdvance(right) + paper.pt(12)
    draw_text(painter, foot.adjusted(0, 0, -wide, 0), left, font, PAPER.soft, LEFT)
    draw_text(painter, foot, right, font, PAPER.soft, RIGHT)


def _draw_title(at: _At, view: FiguresView, head: LogHead) -> None:
    company = head.company or head.desk_name or "One Moment"
    draw_text(at.painter, at.row(24), company, at.paper.font(18, strong=True), PAPER.ink)
    at.down(25)
    time = figures_said.span(view.since, view.until, head.time_zone)
    draw_text(at.painter, at.row(16), time, at.paper.font(12), PAPER.ink)
    desk = head.desk_name if head.desk_name != company else ""
    draw_text(at.painter, at.row(16), desk, at.paper.font(9), PAPER.soft, RIGHT)
    at.down(16)
    before = figures_said.span(view.since - (view.until - view.since), view.since, head.time_zone)
    text = translate("Report", "Before, to compare with: %1").replace("%1", before)
    draw_text(at.painter, at.row(12), text, at.paper.font(8), PAPER.soft)
    at.down(24)


def _draw_cards(at: _At, view: FiguresView) -> None:
    """Seven figures in two rows, and in the eighth place of how much they tell."""
    font, gap = at.paper.font(8.8), at.paper.pt(7)
    now, before = view.now.everybody, view.before.everybody
    width, height = (at.inside.width() - 3 * gap) / 4, card_height(font)
    for place, figure in enumerate((*Figure, None)):
        left = at.inside.left() + (place % 4) * (width + gap)
        rect = QRectF(left, at.y + (place // 4) * (height + gap), width, height)
        if figure is not None:
            draw_card(at.painter, rect, figure, now, before, PAPER, font)
            continue
        line = QFontMetricsF(font).height()
        words = rect.adjusted(line * 0.65, line * 0.45, 0, 0)
        for n, text in enumerate((counted.interruptions(now.interruptions), counted.promises(now.promises))):
            row = QRectF(words.left(), words.top() + n * line * 1.15, words.width(), line)
            draw_text(at.painter, row, text, font, PAPER.soft)
    at.y += 2 * height + gap
    at.down(22)


def _draw_week(at: _At, view: FiguresView) -> None:
    at.heading(figures_said.heat_title())
    at.down(16)
    font = at.paper.font(8.2)
    rect = QRectF(at.inside.left(), at.y, at.inside.width(), heat_height(view, font))
    draw_heat(at.painter, HeatGrid.of(view, rect, font), view, PAPER, font)
    at.y = rect.bottom()
    at.down(5)
    _wrapped(
        at, at.row(100), figures_said.second_person(view), 9.2, PAPER.ink, strong=bool(view.second_person)
    )
    at.down(12)


def _draw_sides(at: _At, view: FiguresView) -> None:
    """Customers beside colleagues on the left, what went well by person on the right."""
    top, split = at.y, 0.67
    small, row = at.paper.font(8.4), 14.0
    at.heading(translate("Report", "Customers and colleagues"), 0, split)
    at.down(15)
    sides = (
        (figures_said.customers(), view.now.customers, view.before.customers),
        (figures_said.colleagues(), view.now.colleagues, view.before.colleagues),
    )
    starts = (0.205, 0.44)
    for start, (name, _, _) in zip(starts, sides, strict=True):
        draw_text(at.painter, at.row(row, start, start + 0.213), name, small, PAPER.soft, RIGHT)
    at.down(row)
    for figure in Figure:
        # its name may go as far as the first value leaves room
        place = at.row(row, 0, starts[0] + 0.1)
        first = QFontMetricsF(small).horizontalAdvance(figures_said.value(figure, view.now.customers))
        place.setWidth(place.width() - first - at.paper.pt(5))
        draw_text(at.painter, place, figures_said.title(figure), small, PAPER.ink)
        for start, (_, now, before) in zip(starts, sides, strict=True):
            said = figures_said.value(figure, now)
            draw_text(at.painter, at.row(row, start, start + 0.1), said, small, PAPER.ink, RIGHT)
            if figure is not Figure.OPEN:
                then = f"({figures_said.value(figure, before)})"
                draw_text(at.painter, at.row(row, start + 0.1, start + 0.213), then, small, PAPER.soft, RIGHT)
            mark = at.row(row, start + 0.218, start + 0.232)
            middle = mark.height() * 0.26
            mark.adjust(0, middle, 0, -middle)
            draw_trend(at.painter, mark, figures_said.trend(figure, now, before), PAPER)
        at.down(row)
    bottom, at.y = at.y, top
    _draw_people(at, view, split + 0.05)
    at.y = max(bottom, at.y)
    at.down(4)
    draw_text(at.painter, at.row(10), _legend(), at.paper.font(7), PAPER.soft)
    at.down(20)


def _legend() -> str:
    return translate("Report", "In brackets: the time before. A full triangle is better, a hollow one worse.")


def _draw_people(at: _At, view: FiguresView, left: float) -> None:
    small, row = at.paper.font(8.4), 14.0
    kept, given = 0.88, 0.92
    at.heading(figures_said.people_title(), left)
    at.down(15)
    for start, end, name in (
        (left, given, figures_said.kept_title()),
        (given, 1.0, figures_said.thanks_title()),
    ):
        draw_text(at.painter, at.row(row, start, end), name, small, PAPER.soft, RIGHT)
    at.down(row)
    shown = view.people if len(view.people) <= PEOPLE_AT_MOST else view.people[: PEOPLE_AT_MOST - 1]
    for person in shown:
        draw_text(at.painter, at.row(row, left, kept), person.name, small, PAPER.ink)
        draw_text(
            at.painter, at.row(row, kept, given), figures_said.number(person.kept), small, PAPER.ink, RIGHT
        )
        thanks = figures_said.number(person.thanks) if person.thanks else ""
        draw_text(at.painter, at.row(row, given, 1.0), thanks, small, PAPER.ink, RIGHT)
        at.down(row)
    if len(shown) < len(view.people):
        more = counted.more_people(len(view.people) - len(shown))
        draw_text(at.painter, at.row(row, left), more, small, PAPER.soft)
        at.down(row)
    if not view.people:
        draw_text(at.painter, at.row(row, left), figures_said.NONE, small, PAPER.soft)
        at.down(row)


def _draw_meanings(at: _At) -> None:
    """What each figure counts, small, in two columns."""
    at.line()
    at.down(7)
    said = [(figures_said.title(one), figures_said.definition(one)) for one in Figure]
    said.append((figures_said.heat_title(), figures_said.heat_definition()))
    for points in (7.2, 6.8, 6.4, 6.0, 5.6):
        if _meanings(at, said, points, draw=False) or points == 5.6:
            _meanings(at, said, points, draw=True)
            return


def _meanings(at: _At, said: list[tuple[str, str]], points: float, *, draw: bool) -> bool:
    """Whether they fit on what is left of the sheet at this size."""
    half, ends, top = (len(said) + 1) // 2, [], at.y
    for column in range(2):
        at.y = top
        for title, meaning in said[column * half : (column + 1) * half]:
            rect = at.row(200, 0.52 * column, 0.52 * column + 0.48)
            _wrapped(at, rect, f"{title}. {meaning}", points, PAPER.soft, draw=draw)
            at.down(2.5)
        ends.append(at.y)
    at.y = max(ends) if draw else top
    return max(ends) <= at.inside.bottom()


def _wrapped(
    at: _At, rect: QRectF, text: str, points: float, colour: str, *, strong: bool = False, draw: bool = True
) -> None:
    """A text on as many lines as it needs; the next thing is drawn under it."""
    font = at.paper.font(points, strong)
    needed = QFontMetricsF(font).boundingRect(rect, int(WRAPPED), text)
    if draw:
        at.painter.setFont(font)
        at.painter.setPen(QColor(colour))
        at.painter.drawText(rect, int(WRAPPED), text)
    at.y = rect.top() + needed.height()
