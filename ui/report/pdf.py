"""The report as a PDF: a page of figures and charts, then the rows. Drawn by Qt, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QBuffer, QCoreApplication, QLocale
from PySide6.QtGui import QPainter, QPdfWriter

from desk.log_types import Asked, Column, FiguresView, LogHead, LogRow
from ui import figures_said, log_said, words
from ui.counted import counted
from ui.report.first_page import draw_first_page, draw_foot
from ui.report.paper import Paper, page_layout
from ui.report.row_pages import RowPages

translate = QCoreApplication.translate

RESOLUTION = 600
ROWS_AT_MOST = 20_000
"""So many rows are some 400 sheets; whoever wants more of them wants a table to reckon with."""


ALL = Asked()


def made(
    head: LogHead,
    view: FiguresView,
    rows: Sequence[LogRow],
    columns: Sequence[Column] = (),
    *,
    asked: Asked = ALL,
    by_day: bool = True,
    left_out: int = 0,
    made_at: datetime | None = None,
    told: Callable[[int], None] = lambda _: None,
) -> bytes:
    """The file. `told` hears how many rows are drawn, a page at a time; what it raises ends the drawing.

    `left_out` rows are said not to be in it. Some 130 bytes a row: whoever writes them to a disk is told by
    the system when it is full, as Qt does not tell.
    """
    paper = Paper.of(page_layout(head.country), RESOLUTION)
    many = counted.interruptions(len(rows) + left_out)
    what = ": ".join(part for part in (many, log_said.only(asked)) if part)
    table = RowPages(paper, head, rows, columns, by_day, what)
    out = QBuffer()
    out.open(QBuffer.OpenModeFlag.WriteOnly)
    _draw(out, view, table, left_out, made_at, told)
    return bytes(out.data().data())


def title(head: LogHead, view: FiguresView) -> str:
    """What the file calls itself."""
    whose = head.company or head.desk_name or "One Moment"
    return f"{whose}, {figures_said.span(view.since, view.until, head.time_zone)}"


def _draw(
    out: QBuffer,
    view: FiguresView,
    table: RowPages,
    left_out: int,
    made_at: datetime | None,
    told: Callable[[int], None],
) -> None:
    head, paper = table.head, table.paper
    writer = QPdfWriter(out)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(head.country))
    writer.setTitle(title(head, view))
    writer.setCreator("One Moment")
    writer.setDocumentXmpMetadata(_metadata(title(head, view)))
    whose = foot_left(head, made_at)
    many = 1 + len(table.pages)
    painter = QPainter(writer)
    try:
        draw_first_page(painter, paper, view, head)
        draw_foot(painter, paper, whose, foot_right(1, many))
        done = 0
        for number, page in enumerate(table.pages, 2):
            told(done)
            writer.newPage()
            table.draw(painter, page)
            more = _left_out(left_out) if number == many else ""
            draw_foot(painter, paper, more or whose, foot_right(number, many))
            done += sum(line.row is not None for line in page)
        told(done)
    finally:
        painter.end()


def foot_left(head: LogHead, made_at: datetime | None) -> str:
    """Whose report it is, and of when."""
    whose = " · ".join(part for part in ("One Moment", head.company, head.desk_name) if part)
    if made_at is None:
        return whose
    there = made_at.astimezone(words.zone(head.time_zone))
    made = translate("Report", "made on %1").replace("%1", f"{figures_said.day(there.date())} {there:%H:%M}")
    return f"{whose} · {made}"


def foot_right(number: int, many: int) -> str:
    """Page 3 of 20."""
    text = translate("Report", "Page %1 of %2").replace("%1", figures_said.number(number))
    return text.replace("%2", figures_said.number(many))


def _left_out(rows: int) -> str:
    if not rows:
        return ""
    text = translate("Report", "%1 more rows are not shown here; a CSV file has all of them.")
    return text.replace("%1", figures_said.number(rows))


def _metadata(title: str) -> bytes:
    """Title and language for whoever reads the file aloud or sorts it (XMP, ISO 16684)."""
    language = QLocale().name().replace("_", "-").partition("-")[0]
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="One Moment">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
