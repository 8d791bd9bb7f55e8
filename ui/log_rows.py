"""The rows of the log as a model: page after page, each asked before the one above it has been scrolled past.

A page is known by its key (`Page.next` of the one before) and is asked again by it when the records have
changed while it is seen: rows come, go and change in place, and nothing moves under the eye.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.log_types import ROWS_AT_MOST, Asked, Column, ListRows, LogReply, LogRow, Page, Sort
from ui.log_cells import cell, whole
from ui.log_link import LogLink
from ui.log_said import column, meaning
from ui.troubles_said import sentence

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
PART = 100
"""Rows asked for at once."""
AHEAD = 150
"""So many rows under the last one seen the next page is asked for."""
MORE = 20  # rows more than a page had, when it is asked again: some may have come
COLUMNS = tuple(Column)
ROW = Qt.ItemDataRole.UserRole


@dataclass(slots=True)
class _Part:
    """One page: the key it is asked by, how many rows it has, and of which `LogHead.changed` they are."""

    after: str
    rows: int
    changed: int


class LogRows(QAbstractTableModel):
    """What is asked for, in order, as far as it was scrolled.

    `answered` says that the rows of what was last asked are here, `refused` (two sentences) why they are not,
    `counted` that `total` or `withheld` changed. `withheld` is how many new rows wait above the first, while
    the person looks further down; -1 when they are too many to be counted.
    """

    answered = Signal()
    refused = Signal(str, str)
    counted = Signal()

    def __init__(self, link: LogLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.rows: list[LogRow] = []
        self.asked, self.order = Asked(), Sort()
        self.total: int | None = None
        self.withheld = 0
        self.at_top: Callable[[], bool] = lambda: True
        self.seen: Callable[[], tuple[int, int]] = lambda: (0, 0)
        self._parts: list[_Part] = []
        self._next = ""
        self._places: dict[str, int] = {}
        self._n = 0  # numbers what is asked: an answer to an earlier question is dropped
        self._first_waits = self._next_waits = self._again_waits = False
        self.told = False  # whether a first page has come
        link.head_changed.connect(self.look_again)

    @property
    def waits(self) -> bool:
        """True while what is shown is not yet what was asked."""
        return self._first_waits

    def ask(self, asked: Asked, order: Sort) -> None:
        """Show these, in this order, from the first."""
        self.asked, self.order = asked, order
        self.ask_again()

    def ask_again(self) -> None:
        """Show the same from the first, new."""
        self._n += 1
        self._first_waits, self._next_waits, self._again_waits = True, False, False
        self._ask("", PART, self._came_first)

    def forget(self) -> None:
        """The log was locked: nothing of it stays here."""
        self._n += 1
        self._first_waits = self._next_waits = self._again_waits = False
        self._show(Page(), 0)
        self.told = False

    def row_of(self, call: str) -> int:
        """The row of a call, -1 when it is not here."""
        return self._places.get(call, -1)

    def _ask(self, after: str, limit: int, came: Callable[[Page, int], None]) -> None:
        n, changed = self._n, self.link.head.changed

        def answered(reply: LogReply) -> None:
            if n != self._n:
                return
            if reply.ok and reply.page is not None:
                came(reply.page, changed)
                return
            self._first_waits = self._next_waits = self._again_waits = False
            self.refused.emit(sentence(reply.happened), sentence(reply.do))

        self.link.ask(ListRows(asked=self.asked, sort=self.order, after=after, limit=limit), answered)

    # ---- pages

    def _came_first(self, page: Page, changed: int) -> None:
        self._first_waits = False
        self.told = True
        self._show(page, changed)
        self.answered.emit()
        self._look_further(changed)
        self.scrolled()

    def _show(self, page: Page, changed: int) -> None:
        self.beginResetModel()
        self.rows = list(page.rows)
        self._parts = [_Part("", len(self.rows), changed)] if self.rows else []
        self._next, self.total, self.withheld = page.next, page.total, 0
        self._count_places()
        self.endResetModel()
        self.counted.emit()

    def scrolled(self) -> None:
        """Other rows are seen now: the next page is asked for in time, and what is old asked again."""
        _, last = self.seen()
        if self._next and not self._next_waits and not self._first_waits and last + AHEAD >= len(self.rows):
            self._next_waits = True
            after = self._next
            self._ask(after, PART, lambda page, changed: self._came_next(after, page, changed))
        self.look_again()

    def _came_next(self, after: str, page: Page, changed: int) -> None:
        self._next_waits = False
        new = [row for row in page.rows if row.call not in self._places]
        self._next = page.next
        if new:
            at = len(self.rows)
            self.beginInsertRows(QModelIndex(), at, at + len(new) - 1)
            self.rows += new
            self._parts.append(_Part(after, len(new), changed))
            self._places |= {row.call: at + i for i, row in enumerate(new)}
            self.endInsertRows()
        self._total(page.total)
        self.scrolled()

    def look_again(self) -> None:
        """The records may have changed: what is seen, and the first page, are asked again if they are old."""
        if self._first_waits or self._again_waits or not self.link.alive:
            return
        if not self._parts:
            if self.total != 0 or self.link.head.changed or not self.link.head.loaded:
                self._look_at_nothing()
            return
        changed = self.link.head.changed
        first, last = self.seen()
        start = 0
        for n, part in enumerate(self._parts):
            is_seen = start <= last and start + part.rows > first
            start += part.rows
            if (n == 0 or is_seen) and part.changed < changed:
                self._again_waits = True
                limit = min(part.rows + MORE, ROWS_AT_MOST)
                self._ask(part.after, limit, partial(self._came_again, part))
                return

    def _look_at_nothing(self) -> None:
        """Nothing was found: something may be by now."""
        if self._empty_at != (self.link.head.changed, self.link.head.loaded):
            self._empty_at = (self.link.head.changed, self.link.head.loaded)
            self.ask_again()

    _empty_at: tuple[int, bool] = (-1, False)

    def _look_further(self, changed: int) -> None:
        if not self.rows:
            self._empty_at = (changed, self.link.head.loaded)
        if self.link.head.changed > changed:
            self.look_again()

    def _came_again(self, part: _Part, page: Page, changed: int) -> None:
        """Put what came in the place of what was there."""
        self._again_waits = False
        if part not in self._parts:
            return
        part.changed = changed
        start = sum(p.rows for p in self._parts[: self._parts.index(part)])
        end = start + part.rows
        mine = {row.call for row in self.rows[start:end]}
        known = any(row.call in mine for row in page.rows)
        if part.after == "" and not known and (self.at_top() or not page.rows):
            self.ask_again()  # nothing of the first page is there any more
            return
        new = [row for row in page.rows if row.call in mine or row.call not in self._places]
        if part.after == "":
            new = self._keep_back(new, mine)
        else:
            while new and new[-1].call not in mine:  # of the page below
                new.pop()
        self._replace(part, start, end, new)
        self._total(page.total)
        if part.rows > ROWS_AT_MOST - 2 * MORE and self.at_top():
            self.ask_again()  # it has grown too long for one page
        self.look_again()

    def _keep_back(self, new: list[LogRow], mine: set[str]) -> list[LogRow]:
        """Rows above the first one: they come when the first is seen, else they are only counted."""
        leading = next((i for i, row in enumerate(new) if row.call in mine), -1)
        if leading < 0:
            self.withheld = -1
            return self.rows[: self._parts[0].rows]
        if not self.at_top() and leading > 0:
            self.withheld = leading
            new = new[leading:]
        else:
            self.withheld = 0
        while new and new[-1].call not in mine:
            new.pop()
        return new

    def _replace(self, part: _Part, start: int, end: int, new: list[LogRow]) -> None:
        old = self.rows[start:end]
        if [row.call for row in old] == [row.call for row in new]:
            for i, (was, now) in enumerate(zip(old, new, strict=True), start):
                if was != now:
                    self.rows[i] = now
                    self.dataChanged.emit(self.index(i, 0), self.index(i, len(COLUMNS) - 1))
            return
        # what is the same at both ends stays, so that the one that is chosen stays chosen
        head = tail = 0
        while head < min(len(old), len(new)) and old[head].call == new[head].call:
            head += 1
        while tail < min(len(old), len(new)) - head and old[-1 - tail].call == new[-1 - tail].call:
            tail += 1
        if gone := len(old) - head - tail:
            self.beginRemoveRows(QModelIndex(), start + head, start + head + gone - 1)
            del self.rows[start + head : start + head + gone]
            part.rows -= gone
            self._count_places()
            self.endRemoveRows()
        if come := len(new) - head - tail:
            self.beginInsertRows(QModelIndex(), start + head, start + head + come - 1)
            self.rows[start + head : start + head] = new[head : head + come]
            part.rows += come
            self._count_places()
            self.endInsertRows()
        if not part.rows:
            self._parts.remove(part)
            if self._parts:
                self._parts[0].after = ""
            else:
                self.ask_again()
            return
        self._replace(part, start, start + part.rows, new)

    def _count_places(self) -> None:
        self._places = {row.call: i for i, row in enumerate(self.rows)}

    def _total(self, total: int | None) -> None:
        self.total = total if total is not None else self.total
        self.counted.emit()

    # ---- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """So many are here."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """All there are; some are hidden."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; `ROW` is the row as it came."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(row, COLUMNS[index.column()], self.link.head)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = cell(row, COLUMNS[index.column()], self.link.head)
            return text or translate("LogTable", "nothing")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return whole(row, self.link.head)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands above a column; in words too how it is sorted."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        of = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column(of)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column(of)}, {self.sorted_words}" if of is self.order.column else column(of)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return meaning(of)
        return None

    @property
    def sorted_words(self) -> str:
        """How the rows stand, in words."""
        down = self.order.descending
        if self.order.column in (Column.TIME, Column.PROMISED_BY):
            return translate("LogTable", "newest first") if down else translate("LogTable", "oldest first")
        if self.order.column is Column.MINUTES:
            return translate("LogTable", "longest first") if down else translate("LogTable", "shortest first")
        return translate("LogTable", "Z to A") if down else translate("LogTable", "A to Z")
