"""The supervisor's log: figures, chips and search above, the table, and one interruption's story."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.log_types import Asked, Sort
from ui.bits import Words
from ui.button import Button
from ui.counted import counted
from ui.log_chips import Chips
from ui.log_link import LogLink
from ui.log_rows import LogRows
from ui.log_table import LogTable
from ui.log_wanted import Wanted
from ui.look import Look
from ui.theme import SIZES

translate = QCoreApplication.translate
PAUSE = 120  # ms of typing that may go on before it is asked
LETTERS = 100


class LogWindow(QWidget):
    """On a `LogLink`. Another theme, size or language builds its inside anew; what was asked stays."""

    closed = Signal()
    locked = Signal()

    def __init__(self, look: Look, link: LogLink, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.look, self.link = look, link
        self.wanted = Wanted(link, self)
        self.rows = LogRows(link, self)
        self.inside: QWidget | None = None
        self.search = QLineEdit()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._seek)
        for key, does in (
            ("Ctrl+F", self.to_search),
            ("F11", self.toggle_full_screen),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(does)
        link.found.connect(self._found)
        link.head_changed.connect(self._head_changed)
        self.rows.answered.connect(self.refresh)
        self.rows.counted.connect(self.refresh)
        self.rows.refused.connect(self._refused)
        self.wanted.changed.connect(self._ask)
        look.changed.connect(self.build)
        self._trouble = ""
        self.build()

    def build(self) -> None:
        """Everything in the window, in the language, theme and size of now."""
        old, look, px = self.inside, self.look, self.look.px
        self.setMinimumSize(min(px(640), 900), 400)
        self.inside = inside = QWidget(self)
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(px(16), px(12), px(16), px(12))
        outer.setSpacing(px(10))
        text = self.search.text() if old is not None else ""
        top = QHBoxLayout()
        top.setSpacing(px(8))
        self.search = QLineEdit(text)
        self.search.setMaxLength(LETTERS)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(translate("LogWindow", "Search"))
        keys = translate("LogWindow", "Search names, numbers, notes   Ctrl+F")
        self.search.setPlaceholderText(keys)
        self.search.setMinimumWidth(px(200))
        self.search.textEdited.connect(lambda _: self._pause.start())
        top.addWidget(self.search, 1)
        self.columns = Button(look, translate("LogWindow", "Columns"), glyph="down")
        top.addWidget(self.columns)
        outer.addLayout(top)
        self.chips = Chips(look, self.wanted, self.pick_days)
        outer.addWidget(self.chips)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        self.count = Words(look, SIZES.body, colour="soft")
        self.more = Button(look)
        self.more.clicked.connect(self._show_new)
        self.more.hide()
        line.addWidget(self.count, 1)
        line.addWidget(self.more)
        outer.addLayout(line)
        self.table = LogTable(look, self.rows)
        self.table.sorted_anew.connect(self._sort)
        self.columns.setMenu(self.table.columns_menu(self.columns))
        outer.addWidget(self.table, 1)
        self.nothing = Words(look, SIZES.name, colour="soft", lines=3)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        inside.setGeometry(self.rect())
        inside.show()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.refresh()

    # ---- asking

    def _found(self) -> None:
        self._ask()

    def _ask(self) -> None:
        self._trouble = ""
        self.rows.ask(self.wanted.asked, self.wanted.order)

    def _seek(self) -> None:
        self.wanted.narrow(text=self.search.text().strip())

    def _sort(self, order: Sort) -> None:
        self.wanted.sort(order)
        self.table.head.viewport().update()

    def follow(self, asked: Asked) -> None:
        """A figure leads to its rows."""
        self.search.setText("")
        self.wanted.follow(asked)

    def pick_days(self) -> None:
        """From one day to another."""

    def _show_new(self) -> None:
        self.table.scrollToTop()
        self.rows.ask_again()
        self.table.setFocus()

    def _refused(self, happened: str, do: str) -> None:
        self._trouble = f"{happened} {do}".strip()
        self.refresh()

    # ---- what is said

    def _head_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Say what there is."""
        head, rows = self.link.head, self.rows
        name = ", ".join(t for t in (head.desk_name, head.company) if t)
        log = translate("LogWindow", "The log")
        self.setWindowTitle(f"One Moment: {log}, {name}" if name else f"One Moment: {log}")
        nothing = not rows.rows and not rows.waits
        self.table.setVisible(not nothing)
        self.nothing.setVisible(nothing)
        self.nothing.say(self._trouble or (self.wanted.nothing() if nothing else ""), "soft")
        self.count.say(self._count_words())
        new = rows.withheld
        self.more.setVisible(new != 0)
        if new:
            self.more.say(counted.new(new) if new > 0 else translate("LogWindow", "Many new"))

    def _count_words(self) -> str:
        if self.rows.total is None:
            return "" if self.link.head.loaded else translate("LogWindow", "Being counted…")
        return counted.interruptions(self.rows.total)

    # ---- keys

    def to_search(self) -> None:
        """Ctrl+F, or a slash."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash goes to the search."""
        if event.text() == "/":
            self.to_search()
        else:
            super().keyPressEvent(event)

    def toggle_full_screen(self) -> None:
        """F11."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.setGeometry(self.screen().geometry())
            self.showFullScreen()

    # ---- size

    def sizeHint(self) -> QSize:
        """What it opens with."""
        return QSize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        if self.inside is not None:
            self.inside.setGeometry(self.rect())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("ground"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes."""
        event.accept()
        self.closed.emit()
