"""The figures as tables: what is drawn in the log, to be read one after the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.log_types import FiguresView, LogHead
from ui import figures_said
from ui.bits import Words
from ui.figures_said import Figure
from ui.look import Look
from ui.plain_table import PlainTable
from ui.report.heat import hours_of, weekdays_of
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate
Rows = tuple[tuple[str, ...], ...]


def heads_of_figures() -> tuple[str, ...]:
    """Above the table of figures: each side, now and before."""
    before = translate("FiguresTable", "before")
    sides = (figures_said.everybody(), figures_said.customers(), figures_said.colleagues())
    return ("", *(text for side in sides for text in (side, before)))


def rows_of_figures(view: FiguresView) -> Rows:
    """Each figure, of everybody, customers and colleagues, now and before."""
    sides = tuple(
        (getattr(view.now, side), getattr(view.before, side))
        for side in ("everybody", "customers", "colleagues")
    )
    return tuple(
        (
            figures_said.title(of),
            *(
                text
                for now, then in sides
                for text in (
                    figures_said.value(of, now),
                    "" if of is Figure.OPEN else figures_said.value(of, then),
                )
            ),
        )
        for of in Figure
    )


def heads_of_week(view: FiguresView) -> tuple[str, ...]:
    """The days of the week, above its hours."""
    return ("", *(figures_said.day_name(day) for day in weekdays_of(view)))


def rows_of_week(view: FiguresView) -> Rows:
    """Each hour, with what came in it on average on each day."""
    rows = []
    for hour in hours_of(view):
        counts = (figures_said.average_of(view, day, hour) for day in weekdays_of(view))
        said = (
            figures_said.amount(count / days, days) if days else figures_said.NONE for count, days in counts
        )
        rows.append((f"{hour}:00", *said))
    return tuple(rows)


def heads_of_people() -> tuple[str, ...]:
    """Above the table of who kept what."""
    return (
        "",
        translate("FiguresTable", "kept"),
        translate("FiguresTable", "thanked"),
    )


def rows_of_people(view: FiguresView) -> Rows:
    """Each person in the order of the alphabet, with what went well."""
    return tuple(
        (one.name, figures_said.number(one.kept), figures_said.number(one.thanks)) for one in view.people
    )


class FiguresSheet(Sheet):
    """Opened by "As tables"."""

    def __init__(self, look: Look, over: QWidget, view: FiguresView, head: LogHead) -> None:
        title = figures_said.span(view.since, view.until, head.time_zone)
        super().__init__(look, over, title, widest=980)
        self.figures = PlainTable(look, translate("FiguresTable", "The figures"))
        self.figures.show_rows(heads_of_figures(), rows_of_figures(view))
        self.body.addWidget(self.figures)
        self.week = PlainTable(look, figures_said.heat_title())
        self.week.show_rows(heads_of_week(view), rows_of_week(view))
        self.people = PlainTable(look, figures_said.people_title())
        self.people.show_rows(heads_of_people(), rows_of_people(view))
        for name, table, shown in (
            (figures_said.heat_title(), self.week, True),
            (figures_said.people_title(), self.people, bool(view.people)),
        ):
            if shown:
                self.body.addWidget(Words(look, SIZES.body, strong=True, lines=2, text=name))
                self.body.addWidget(table)
            else:
                table.setParent(self)
                table.hide()
        self.body.addWidget(Words(look, SIZES.body, lines=3, text=figures_said.second_person(view)))
        for of in Figure:
            text = f"{figures_said.title(of)}: {figures_said.definition(of)}"
            self.body.addWidget(Words(look, SIZES.small, colour="soft", lines=5, text=text))
