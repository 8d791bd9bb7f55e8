from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import (
    Asked,
    Column,
    Exporting,
    ExportRows,
    Format,
    ListRows,
    LogReply,
    LogRequest,
    LogRow,
    Sort,
    StopExport,
    TellStory,
)
from tests.ui.log_reader import Log, some_rows
from ui.app import Language
from ui.figures_panel import CARDS
from ui.log_export import ExportSheet
from ui.log_ranges import Span
from ui.log_said import column
from ui.log_view import LogView
from ui.log_widths import parted

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MakeLog = Callable[..., Log]


@pytest.fixture
def log(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeLog]:
    made: list[Log] = []

    def make(
        rows: list[LogRow] | int = 400, width: int = 1280, height: int = 800, **remembered: str | int
    ) -> Log:
        rows = some_rows(rows) if isinstance(rows, int) else rows
        one = Log(qtbot, tmp_path / f"r{len(made)}.sock", rows, **remembered)
        made.append(one)
        return one.open(width, height)

    yield make
    for one in made:
        one.close()


def view(log: Log) -> LogView:
    assert log.window.view is not None
    return log.window.view


def press(log: Log, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or log.window, key, modifier)
    log.settle()


def asked(log: Log) -> ListRows:
    request = log.reader.of(ListRows)[-1]
    assert isinstance(request, ListRows)
    return request


def shown(log: Log) -> Callable[[], bool]:
    return lambda: not view(log)._pause.isActive() and not log.window.rows.waits


def told_of(log: Log) -> list[str]:
    """Whose stories were asked for, each once."""
    return list(dict.fromkeys(r.call for r in log.reader.of(TellStory)))  # type: ignore[attr-defined]


def scroll_to(log: Log, row: int) -> None:
    table = view(log).table
    table.verticalScrollBar().setValue(table.rowViewportPosition(row) + table.verticalOffset())
    log.settle()


# ---- pages


def test_pages_put_together_are_the_whole_while_it_is_scrolled(log: MakeLog) -> None:
    one = log(650)
    one.window.wanted.look_at(Span.ALL)
    one.here()
    while len(one.calls()) < 650:
        before = len(one.calls())
        view(one).table.scrollToBottom()
        one.qtbot.waitUntil(lambda n=before: len(one.calls()) > n)  # type: ignore[misc]
    assert one.calls() == [row.call for row in one.reader.rows]


def test_the_next_page_is_asked_before_the_end_is_seen(log: MakeLog) -> None:
    one = log(650)
    one.window.wanted.look_at(Span.ALL)
    one.here()
    one.qtbot.waitUntil(lambda: len(one.calls()) == 200)  # at the top a page is there already
    one.settle()
    assert len(one.calls()) == 200, "and no more than that"


def test_new_rows_come_by_themselves_at_the_top_and_are_counted_further_down(log: MakeLog) -> None:
    one = log(300)
    rows = one.reader.rows
    table, more = view(one).table, view(one).more
    table.choose(2)
    chosen = table.chosen
    new = [replace(rows[0], call=f"n{i}", at=rows[0].at + timedelta(seconds=i + 1)) for i in range(3)]
    one.reader.change([new[0], *rows])
    one.qtbot.waitUntil(lambda: one.calls()[0] == "n0")
    assert table.chosen == chosen, "the one that is looked at stays it"
    scroll_to(one, 60)
    first = table.rowAt(0)
    seen = one.calls()[first]
    one.reader.change([new[2], new[1], new[0], *rows])
    one.qtbot.waitUntil(more.isVisible)
    assert more.label == "2 new"
    assert one.calls()[table.rowAt(0)] == seen, "nothing moves under the eye"
    more.click()
    one.qtbot.waitUntil(lambda: one.calls()[:3] == ["n2", "n1", "n0"])
    assert not more.isVisible()


def test_what_changes_or_is_erased_while_it_is_seen_is_shown_so(log: MakeLog) -> None:
    one = log(300)
    rows = list(one.reader.rows)
    rows[1] = replace(rows[1], end=End.KEPT, by="Zoe")
    gone = rows[5].number
    rows[5] = replace(rows[5], name=None, number=None, company="")
    del rows[3]
    one.reader.change(rows)
    one.qtbot.waitUntil(lambda: one.calls()[:6] == [r.call for r in rows[:6]])
    assert one.window.rows.rows[1].by == "Zoe"
    assert gone not in {r.number for r in one.window.rows.rows[:6]} or gone in {r.number for r in rows[:6]}


def test_rows_far_down_are_asked_anew_when_they_are_seen(log: MakeLog) -> None:
    one = log(650)
    one.window.wanted.look_at(Span.ALL)
    one.here()
    scroll_to(one, 150)
    one.qtbot.waitUntil(lambda: len(one.calls()) >= 300)
    scroll_to(one, 0)
    rows = list(one.reader.rows)
    rows[155] = replace(rows[155], by="Zoe")
    one.reader.change(rows)
    one.qtbot.wait(50)
    scroll_to(one, 150)
    one.qtbot.waitUntil(lambda: one.window.rows.rows[155].by == "Zoe")
    assert one.calls() == [r.call for r in rows[: len(one.calls())]]


# ---- sorting, columns


def test_a_column_sorts_and_says_so(log: MakeLog) -> None:
    one = log(60)
    table = view(one).table
    at = table.head.sectionViewportPosition(list(Column).index(Column.BY))
    QTest.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at + 20, 20))
    one.here()
    assert asked(one).sort == Sort(column=Column.BY, descending=False)
    by = [row.by for row in one.window.rows.rows]
    assert by == sorted(by, key=lambda name: (not name, name))
    said = one.window.rows.headerData(
        list(Column).index(Column.BY), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert said == "By whom, A to Z"


def test_columns_are_chosen_moved_and_remembered(log: MakeLog) -> None:
    one = log(20)
    table = view(one).table
    menu = table.columns_menu(table)
    next(a for a in menu.actions() if a.text() == "Desk was").trigger()
    table.head.moveSection(table.head.visualIndex(list(Column).index(Column.END)), 0)
    before = table.columns
    assert before[0] is Column.END
    assert Column.MET not in before
    one.window.build()  # as for another theme
    assert view(one).table.columns == before
    one.look.keep("log/columns", "nonsense")
    one.window.build()
    assert view(one).table.columns[0] is Column.TIME


def seen(one: Log) -> set[Column]:
    table = view(one).table
    return {of for i, of in enumerate(Column) if not table.isColumnHidden(i)}


def test_columns_nobody_asked_for_give_way_where_there_is_no_room(log: MakeLog) -> None:
    one = log(20)
    table = view(one).table
    assert seen(one) == set(Column)
    one.window.resize(940, 600)
    one.settle()
    assert Column.CHANNEL not in seen(one)
    assert not table.horizontalScrollBar().maximum()
    assert table.columns == tuple(Column), "a file has them all"
    menu = table.columns_menu(table)
    next(a for a in menu.actions() if a.text() == "Channel").trigger()
    assert Column.CHANNEL in seen(one), "who asks for it scrolls sideways"
    one.window.build()
    one.settle()
    assert Column.CHANNEL in seen(one)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_of_times_ends_and_titles_nothing_is_cut(log: MakeLog, in_english: Language, language: str) -> None:
    in_english.speak(language)
    one = log(400)
    one.window.build()
    one.window.resize(1024, 600)
    one.here()
    table = view(one).table
    metrics, strong = QFontMetrics(one.look.font()), QFontMetrics(table.head.font())
    for i, of in enumerate(Column):
        if table.isColumnHidden(i) or of is Column.WHO:
            continue
        room = table.columnWidth(i) - one.look.px(20)
        sign = one.look.px(22) if of is Column.END else 0
        said = {str(one.window.rows.index(n, i).data()) for n in range(len(one.window.rows.rows))}
        for text in said:
            assert metrics.horizontalAdvance(text) + sign <= room, (of, text)
        for part in parted(strong, column(of), room):
            assert strong.horizontalAdvance(part) <= room, (of, part)


def test_a_name_and_its_company_have_room_before_others_have_more_than_they_need(log: MakeLog) -> None:
    long = "Rosalind Achterberg"
    one = log([replace(row, name=long, company="Bell & Company") for row in some_rows(20)], 1280, 800)
    table = view(one).table
    who = [*Column].index(Column.WHO)
    words = QFontMetrics(table.drawing.strong).horizontalAdvance(long)
    beside = QFontMetrics(table.drawing.small).horizontalAdvance("Bell & Company")
    assert table.columnWidth(who) >= words + one.look.px(8) + beside + one.look.px(20)
    assert table.head.length() <= table.viewport().width()
    times = [*Column].index(Column.TIME)
    table.setColumnWidth(times, 220)  # by hand: it stays so
    one.window.build()
    one.settle()
    assert view(one).table.columnWidth(times) == 220


def test_the_key_of_the_search_is_said_in_the_language_of_now(log: MakeLog, in_english: Language) -> None:
    in_english.speak("de")
    assert view(log(1)).search.placeholderText().endswith("Strg+F")


def test_a_double_press_opens_what_was_pressed_though_the_rows_move(log: MakeLog) -> None:
    one = log(60, 1440, 900)
    table = view(one).table
    at = table.visualRect(one.window.rows.index(4, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    one.settle()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    one.settle()
    assert view(one).story.call == one.calls()[4] == table.chosen


def test_a_chosen_row_stays_in_sight_beside_its_story(log: MakeLog) -> None:
    one = log(60, 1440, 900)
    view(one).figures.be(CARDS)
    view(one)._keep_level()
    one.settle()
    table = view(one).table
    last = table.rowAt(table.viewport().height() - 30)
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(one.window.rows.index(last, 0)).center(),
    )
    one.settle()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


# ---- chips and search


def test_search_as_it_is_typed_and_the_latest_wins(log: MakeLog) -> None:
    one = log(200)
    held: list[LogRequest] = []
    one.reader.answers = lambda r: held.append(r) if isinstance(r, ListRows) else one.reader.answer(r)
    press(one, Key.Key_Slash)
    assert view(one).search.hasFocus()
    QTest.keyClicks(view(one).search, "cl")
    one.qtbot.waitUntil(lambda: len(held) == 1)
    QTest.keyClicks(view(one).search, "ara")
    one.qtbot.waitUntil(lambda: len(held) == 2)
    for request in reversed(held):
        reply = one.reader.answer(request)
        assert reply is not None
        one.reader.say(replace(reply, id=request.id))
    one.qtbot.waitUntil(shown(one))
    assert {row.name for row in one.window.rows.rows} == {"Clara Fontaine"}
    assert view(one).count.text() == f"{one.window.rows.total} interruptions"
    one.reader.answers = one.reader.answer
    press(one, Key.Key_Escape)
    assert view(one).search.text() == ""
    one.qtbot.waitUntil(lambda: one.window.wanted.filters == Asked())
    assert one.window.isVisible(), "Esc does not close the window"


def test_chips_narrow_and_are_taken_away(log: MakeLog) -> None:
    one = log(200)
    chips = view(one).chips
    chips.end.menu.aboutToShow.emit()
    assert "Lost" in [a.text() for a in chips.end.menu.actions()]
    for name in ("Lost", "Still owed"):
        next(a for a in chips.end.menu.actions() if a.text() == name).trigger()
    one.here()
    assert {row.end for row in one.window.rows.rows} == {End.LOST, End.OPEN}
    assert chips.end.button.label == "Lost, Still owed"
    assert chips.end.cross.accessibleName() == "Take away: End"
    chips.by.menu.aboutToShow.emit()
    assert [a.text() for a in chips.by.menu.actions()] == ["Ana", "Mia", "Tom"]
    chips.end.cross.click()
    assert one.window.wanted.filters == Asked()
    one.window.wanted.narrow(met=(Presence.SERVING,), internal=True)
    assert chips.side.button.label == "Colleague"
    chips.clear.click()
    assert one.window.wanted.filters == Asked()
    chips.channel.menu.aboutToShow.emit()
    assert [a.text() for a in chips.channel.menu.actions()] == ["Phone"]
    chips.channel.menu.actions()[0].trigger()
    assert one.window.wanted.filters == Asked(channels=("phone",))


def test_empty_says_so_in_words(log: MakeLog) -> None:
    one = log([row for row in some_rows(80) if row.end is not End.LOST])
    one.window.wanted.narrow(ends=(End.LOST,))
    one.here()
    assert not view(one).table.isVisible()
    assert view(one).nothing.text() == "Last 7 days: nobody was lost."
    one.window.wanted.narrow(text="xyz")
    one.here()
    assert (
        view(one).nothing.text()
        == "Nothing is found by this in the range that is chosen. Write less of it, or choose a longer range."
    )
    one.reader.change(one.reader.rows)
    one.window.wanted.clear()
    one.here()
    assert view(one).table.isVisible()


def test_a_log_in_which_nothing_stands_yet_fills_by_itself(log: MakeLog) -> None:
    one = log([])
    assert view(one).nothing.text() == "Nobody has called yet. What comes in stands here."
    one.reader.change(some_rows(1))
    one.qtbot.waitUntil(lambda: one.calls() == ["c1"])
    assert view(one).table.isVisible()


def test_the_range_is_days_of_the_desks_clock(log: MakeLog) -> None:
    one = log(100)
    wanted = one.window.wanted
    wanted.look_at(Span.OWN, (date(2026, 3, 29), date(2026, 3, 29)))  # London: clocks go forward
    one.here()
    since, until = asked(one).asked.since, asked(one).asked.until
    assert since is not None
    assert until is not None
    assert until - since == timedelta(hours=23)
    assert view(one).chips.range.label in ("Sun 29 Mar", "29 Mar 2026")


def test_days_of_ones_own_are_typed(log: MakeLog) -> None:
    one = log(100)
    one.window.pick_days()
    sheet = one.window.sheet
    assert sheet is not None
    first, last = sheet.first, sheet.last  # type: ignore[attr-defined]
    first.setDate(last.date().addDays(-2))
    press(one, Key.Key_Return)
    days = one.window.wanted.days
    assert days is not None
    assert days[1] - days[0] == timedelta(days=2)
    assert one.window.sheet is None


def test_a_figure_leads_to_its_rows(log: MakeLog) -> None:
    one = log(300)
    since, until = one.window.wanted.moments or (None, None)
    view(one).search.setText("clara")
    view(one).follow(Asked(ends=(End.LOST,), since=since, until=until))
    one.qtbot.waitUntil(shown(one))
    assert {row.end for row in one.window.rows.rows} == {End.LOST}
    assert one.window.wanted.range_words == "Last 7 days"
    view(one).follow(Asked(ends=(End.OPEN,)))
    assert one.window.wanted.range_words == "All there is", "what is owed now is of all time"
    view(one).follow(Asked(weekday=0, hour=9, met=(Presence.SERVING,), since=since))
    assert view(one).chips.hour.button.label == "Monday 9:00 to 10:00"


# ---- the story


def test_enter_tells_the_story_beside_the_table_and_arrows_go_on(log: MakeLog) -> None:
    one = log(100)
    table = view(one).table
    table.setFocus()
    press(one, Key.Key_Home)
    press(one, Key.Key_Return)
    assert view(one).story_card.isVisible()
    assert view(one).left.isVisible()
    press(one, Key.Key_Down)
    one.qtbot.waitUntil(lambda: view(one).story.call == one.calls()[1])
    one.qtbot.waitUntil(lambda: told_of(one) == one.calls()[:2])
    press(one, Key.Key_Escape)
    assert not view(one).story_card.isVisible()
    assert table.hasFocus()


def test_the_story_takes_the_place_of_the_table_where_there_is_no_room_for_both(log: MakeLog) -> None:
    one = log(100, 1024, 600)
    view(one).open_story(one.calls()[0])
    assert not view(one).left.isVisible()
    press(one, Key.Key_Escape)
    assert view(one).left.isVisible()


# ---- files


def test_what_is_on_screen_is_taken_away_as_a_file(log: MakeLog, tmp_path: Path) -> None:
    one = log(300)
    one.window.wanted.narrow(ends=(End.LOST,))
    one.here()
    press(one, Key.Key_E, CTRL)
    sheet = one.window.sheet
    assert isinstance(sheet, ExportSheet)
    press(one, Key.Key_Down)
    press(one, Key.Key_Return)  # what has the keyboard is what is written
    dialog = one.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedNameFilter() == "PDF (*.pdf)"
    dialog.close()
    assert sheet.name.endswith(".pdf")
    file = str(tmp_path / "log.pdf")
    sheet.write_to(file)
    one.qtbot.waitUntil(lambda: bool(one.reader.of(ExportRows)))
    request = one.reader.of(ExportRows)[0]
    assert isinstance(request, ExportRows)
    assert (request.file, request.format, request.language) == (file, Format.PDF, "en")
    assert request.asked == one.window.wanted.asked
    assert request.columns == view(one).table.columns
    bar = view(one).bar
    one.reader.say(Exporting(file=file, done=1200, of=10_000))
    one.qtbot.waitUntil(lambda: bar.words.text() == "1,200 of 10,000 rows are written.")
    one.window.build()
    bar = view(one).bar
    assert bar.isVisible(), "another theme does not stop it"
    bar.stop.click()
    one.qtbot.waitUntil(lambda: bool(one.reader.of(StopExport)))
    one.reader.say(Exporting(file=file, done=1200, of=10_000, end=True))
    one.qtbot.waitUntil(lambda: bar.words.text() == "Stopped. Nothing was written.")
    bar.stop.click()
    assert not bar.isVisible()


def test_a_file_that_cannot_be_written_is_said(log: MakeLog) -> None:
    one = log(30)

    def no(request: LogRequest) -> LogReply | None:
        if isinstance(request, ExportRows):
            return LogReply(
                id=0, ok=False, happened="This folder cannot be written to.", do="Choose another."
            )
        return one.reader.answer(request)

    one.reader.answers = no
    one.window.file.begin(ExportRows(file="/nowhere/log.csv"))
    bar = view(one).bar
    one.qtbot.waitUntil(lambda: bar.words.text() == "This folder cannot be written to. Choose another.")
    assert bar.ground == "warn_ground"


# ---- the reader comes and goes


def test_a_reader_that_is_gone_is_said_and_comes_back_by_itself(log: MakeLog) -> None:
    one = log(300)
    view(one).table.choose(3)
    one.reader.close()
    one.qtbot.waitUntil(lambda: one.window.notice.isVisible())
    assert one.window.notice.title.text() == "One moment. The log is being opened."
    assert one.calls(), "what was read stands behind it"
    one.reader.open()
    one.qtbot.waitUntil(lambda: not one.window.notice.isVisible())
    one.here()
    assert view(one).table.chosen == one.calls()[3]


def test_records_that_cannot_be_read_are_said_in_two_sentences(log: MakeLog) -> None:
    one = log(30)
    one.reader.answers = lambda r: LogReply(id=0, ok=False, happened="They are newer.", do="Update.")
    one.link.drop("")
    one.qtbot.waitUntil(lambda: one.window.notice.isVisible())
    assert one.window.notice.title.text() == "They are newer."
    assert one.window.notice.text.text() == "Update."


def test_a_copy_says_that_it_is_one(log: MakeLog) -> None:
    one = log(30)
    one.reader.copy = True
    one.reader.change(one.reader.rows)
    one.qtbot.waitUntil(lambda: view(one).copy.isVisible())
    assert one.link.corrections is None
    assert not view(one).lock_button.isVisible(), "there is no PIN to lock it with"


def test_whatever_tab_comes_to_has_a_name(log: MakeLog) -> None:
    one = log(5)
    assert one.window.view is not None
    one.window.view.table.setFocus()
    for _ in range(30):
        here = QApplication.focusWidget()
        assert here is not None
        assert here.accessibleName(), here
        QTest.keyClick(here, Key.Key_Tab)


@pytest.mark.parametrize("story_first", [False, True])
def test_tab_and_a_screen_reader_go_through_it_as_it_is_seen(log: MakeLog, story_first: bool) -> None:
    one = log(400, width=1920, height=1080)
    assert view(one).search.hasFocus(), "one begins by typing"
    view(one).table.choose(0)
    view(one).open_story(view(one).table.chosen)
    if story_first:  # made anew with its story open: that stands there before the figures do
        one.look.changed.emit()
    one.settle()
    seen = view(one)
    parts = (seen.search, seen.chips, seen.figures, seen.table, seen.story_card)

    def part_of(widget: QWidget) -> QWidget | None:
        return next((part for part in parts if part is widget or part.isAncestorOf(widget)), None)

    seen.search.setFocus()
    came: list[QWidget] = []
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        part = part_of(here)
        if part is not None and (not came or came[-1] is not part):
            came.append(part)
        QTest.keyClick(here, Key.Key_Tab)
    assert came[: len(parts)] == list(parts)
    heard: list[QWidget] = []

    def listen(to: QAccessibleInterface) -> None:
        for i in range(to.childCount()):
            child = to.child(i)
            widget = child.object()
            if isinstance(widget, QWidget):
                part = part_of(widget)
                if part is not None and part not in heard:
                    heard.append(part)
                listen(child)

    listen(QAccessible.queryAccessibleInterface(seen))
    assert heard == list(parts)
