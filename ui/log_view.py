"""What stands in the log's window: search and buttons, chips, figures, the table and the story beside it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk.log_types import Asked, Sort
from ui.bits import Card, Words, column, let_go_of_keyboard, tab_as_seen
from ui.button import Button
from ui.counted import counted
from ui.figures_panel import CARDS, LINE, FiguresPanel
from ui.log_chips import Chips
from ui.log_export import Export, ExportBar
from ui.log_link import LogLink
from ui.log_rows import LogRows
from ui.log_table import LogTable
from ui.log_wanted import Wanted
from ui.look import Look
from ui.story_panel import StoryPanel
from ui.theme import SIZES

translate = QCoreApplication.translate
PAUSE = 120  # ms of typing that may go on before it is asked
LOOK = 160  # ms the keyboard stays on a row before its story is told
LETTERS = 100
SEARCH = 160  # px at 100 %: so wide the search is before a button goes
WIDE, STORY = 1100, 420  # px at 100 %: from which width the story stands beside the table, and its width
LOW, AMPLE = 720, 1600  # under which height, or width beside a story, the figures are one line at first
LOWEST = 360  # under which height there are none, but rows
ROWS_SEEN = 4  # the head and some rows, whatever stands above them
FIGURES = "log/figures"
Key = Qt.Key


class _Above(QScrollArea):
    """The figures: as high as they are, as long as some rows can be seen under them; else they scroll."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self.hide()

    def hold(self, figures: QWidget) -> None:
        """They have been made; whether there is room to show them is for others to say."""
        self.setWidget(figures)
        figures.setAutoFillBackground(False)
        figures.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """All of them."""
        inside = self.widget()
        return inside.sizeHint() if inside is not None else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """One line of them."""
        inside = self.widget()
        height = inside.minimumSizeHint().height() if inside is not None else 0
        return QSize(0, min(height, self.look.px(SIZES.touch)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """There is more or less of them now."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class LogView(QWidget):
    """`export`, `help` and `lock` are asked for by its buttons; `pick_days` wants a range of one's own."""

    export = Signal()
    lock = Signal()
    pick_days = Signal()
    help = Signal()

    def __init__(
        self, look: Look, link: LogLink, wanted: Wanted, rows: LogRows, export: Export, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.look, self.link, self.wanted, self.rows = look, link, wanted, rows
        self.trouble = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.seek)
        self._look = QTimer(self, singleShot=True, interval=LOOK)
        self._look.timeout.connect(self._looked_at)
        kept = look.kept(FIGURES)
        self._level = int(kept) if kept.isdigit() else CARDS
        self._level_kept = kept.isdigit()  # else as there is room
        self._told = False
        self.columns = Button(look, translate("LogView", "Columns"), kind="quiet", glyph="down")
        px = look.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(12), px(16), px(12))
        outer.setSpacing(px(8))
        outer.addLayout(self._top())
        self.chips = Chips(look, wanted, self.pick_days.emit)
        self.has_figures = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._have_figures)
        self.left = QWidget()
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(8))
        left.addWidget(self.chips)
        self.above = _Above(look)  # in its place from the start: a screen reader goes by it
        left.addWidget(self.above)
        left.addLayout(self._line())
        self.card = Card(look)
        self.card.setMinimumHeight(px(ROWS_SEEN * SIZES.touch))
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(px(4), px(4), px(4), px(4))
        self.table = LogTable(look, rows)
        self.table.sorted_anew.connect(self._sort)
        self.table.opened.connect(self.open_story)
        self.table.looked_at.connect(lambda _: self._look.start())
        self.columns.setMenu(self.table.columns_menu(self.columns))
        self.nothing = Words(look, SIZES.name, colour="soft", lines=4)
        inside.addWidget(self.table, 1)
        self.empty = QWidget()
        column(look, self.empty, margin=20).addWidget(self.nothing, 1)
        inside.addWidget(self.empty, 1)
        left.addWidget(self.card, 1)
        self.story_card = Card(look)
        beside = QVBoxLayout(self.story_card)
        beside.setContentsMargins(px(4), px(4), px(4), px(4))
        self.story_card.hide()
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self.left, 1)
        middle.addWidget(self.story_card)
        outer.addLayout(middle, 1)
        self.bar = ExportBar(look, export)
        outer.addWidget(self.bar)
        rows.answered.connect(self.refresh)
        rows.counted.connect(self.refresh)
        rows.refused.connect(self._refused)
        link.head_changed.connect(self._new_head)
        wanted.moved.connect(self.count_range)
        self.refresh()

    # ---- what is not there from the first moment: the window is opened in steps, none of them long

    @cached_property
    def story(self) -> StoryPanel:
        """Made when the first one is told."""
        panel = StoryPanel(self.look, self.link)
        panel.closed.connect(self.close_story)
        layout = self.story_card.layout()
        assert layout is not None
        layout.addWidget(panel)
        tab_as_seen(self)
        return panel

    @cached_property
    def figures(self) -> FiguresPanel:
        """Made once the rows under them are shown."""
        panel = FiguresPanel(self.look, self.link, self._fitting())
        panel.asked.connect(self.follow)
        panel.opened.connect(self._keep_level)
        self.above.hold(panel)
        self.above.setVisible(self._has_room_above)
        tab_as_seen(self)
        self.has_figures = True
        return panel

    def _have_figures(self) -> None:
        self.figures.show()
        self.count_range()

    def showEvent(self, event: QShowEvent) -> None:
        """In the next turn of the loop the figures come."""
        super().showEvent(event)
        if not self.has_figures:
            self._later.start()

    def _top(self) -> QHBoxLayout:
        look, px = self.look, self.look.px
        top = QHBoxLayout()
        top.setSpacing(px(8))
        self.search = QLineEdit(self.wanted.filters.text)
        self.search.setMaxLength(LETTERS)
        self.search.setClearButtonEnabled(True)
        name = translate("LogView", "Search names, numbers, notes")
        key = translate("Keys", "Ctrl+F")
        self.search.setAccessibleName(name)
        self.search.setPlaceholderText(f"{name}   {key}")
        self.search.setMinimumWidth(px(120))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.installEventFilter(self)
        top.addWidget(self.search, 1)
        self.export_button = Button(look, translate("LogView", "Export"), key=translate("Keys", "Ctrl+E"))
        self.export_button.clicked.connect(lambda: self.export.emit())
        self.lock_button = Button(look, translate("LogView", "Lock"), key=translate("Keys", "Ctrl+L"))
        self.lock_button.clicked.connect(lambda: self.lock.emit())
        self.help_button = Button(look, translate("LogView", "Help"), key="F1", kind="quiet")
        self.help_button.clicked.connect(lambda: self.help.emit())
        for button in (self.columns, self.help_button, self.export_button, self.lock_button):
            top.addWidget(button)
        return top

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.look.px(12))
        self.count = Words(self.look, SIZES.body, colour="soft")
        self.copy = Words(self.look, SIZES.body, colour="soft")
        self.copy.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.more = Button(self.look, kind="main", glyph="up")
        self.more.clicked.connect(self._show_new)
        self.more.hide()
        line.addWidget(self.count, 1)
        line.addWidget(self.copy, 2)
        line.addWidget(self.more)
        return line

    def let_go(self) -> None:
        """It is built anew in its place: nothing is told to this one any more."""
        for timer in (self._pause, self._look, self._later):
            timer.stop()
        self.rows.answered.disconnect(self.refresh)
        self.rows.counted.disconnect(self.refresh)
        self.rows.refused.disconnect(self._refused)
        self.link.head_changed.disconnect(self._new_head)
        self.wanted.moved.disconnect(self.count_range)
        self.wanted.changed.disconnect(self.chips.refresh)
        self.bar.export.changed.disconnect(self.bar.refresh)

    # ---- asking

    def seek(self) -> None:
        """What stands in the search now."""
        self._pause.stop()
        self.wanted.narrow(text=self.search.text().strip())

    def _sort(self, order: Sort) -> None:
        self.wanted.sort(order)
        self.table.head.viewport().update()

    def follow(self, asked: Asked) -> None:
        """A figure leads to its rows."""
        self.search.blockSignals(True)
        self.search.setText("")
        self.search.blockSignals(False)
        self.wanted.follow(asked)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_new(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.scrollToTop()
        self.rows.ask_again()

    def _refused(self, happened: str, do: str) -> None:
        self.trouble = f"{happened} {do}".strip()
        self.refresh()

    def _new_head(self) -> None:
        if not self._told and self.wanted.moments is not None:
            self.count_range()
        self.refresh()
        self.chips.refresh()

    def count_range(self) -> None:
        """Have the figures of the range."""
        moments = self.wanted.moments
        if moments is not None and self.link.alive and self.has_figures:
            self._told = True
            self.figures.show_range(*moments)

    # ---- the story

    def open_story(self, call: str) -> None:
        """Beside the table; over it where there is no room for both."""
        self.story.show_story(call)
        self.story_card.show()
        self._arrange()
        if not self.left.isVisible():
            self.story.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_story(self) -> None:
        """The table alone, with the keyboard on it."""
        let_go_of_keyboard(self.story_card)
        self.story_card.hide()
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _looked_at(self) -> None:
        """The keyboard stays on a row: its story is told, if one is being told."""
        call = self.table.chosen
        shown = not self.story_card.isHidden() and self.left.isVisible()
        if shown and call and call != self.story.call:
            self.story.show_story(call)

    def _keep_level(self) -> None:
        """More or less of the figures was asked for: remembered for the next time."""
        self._level_kept = True
        self.look.keep(FIGURES, str(self.figures.level))

    # ---- what is said

    def refresh(self) -> None:
        """Say what there is."""
        rows = self.rows
        if rows.rows or rows.waits:
            self.trouble = ""
        nothing = not rows.rows and not rows.waits
        if nothing and self.table.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if nothing:
            nobody = self.wanted.nothing() if rows.told else ""
            self.nothing.say(self.trouble or nobody, "warn" if self.trouble else "soft")
        self.count.say(self._count_words())
        is_copy = self.link.head.copy
        self.copy.say(
            translate("LogView", "This is a copy: nothing can be corrected here.") if is_copy else ""
        )
        self.copy.setVisible(is_copy)
        new = rows.withheld
        if not new and self.more.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.setVisible(new != 0)
        if new:
            self.more.say(counted.new(new) if new > 0 else translate("LogView", "Many new"))
        self.export_button.setEnabled(bool(rows.rows))

    def _count_words(self) -> str:
        if self.rows.total is not None:
            return counted.interruptions(self.rows.total)
        return "" if self.link.head.loaded else translate("LogView", "Being counted…")

    # ---- keys and size

    def to_search(self) -> None:
        """Ctrl+F, or a slash."""
        if not self.left.isVisible():
            self.close_story()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search: down and Enter go to the rows, Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Key(event.key())
            if key in (Key.Key_Down, Key.Key_Return, Key.Key_Enter):
                if self._pause.isActive():
                    self.seek()
                if self.table.isVisible():
                    self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                    if not self.table.chosen:
                        self.table.choose(0)
                return True
            if event.text() == "/" and not self.search.text():
                return True  # it leads here
            if key is Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def arranged(self) -> None:
        """The window has another size."""
        self._arrange()

    def _give_way(self) -> None:
        """Where there is no room beside the search, Help goes first (F1 opens it), then Columns."""
        px = self.look.px
        kept = [b for b in (self.export_button, self.lock_button) if not b.isHidden()]
        room = self.width() - px(2 * 16 + SEARCH) - sum(px(8) + b.sizeHint().width() for b in kept)
        for button in (self.columns, self.help_button):
            room -= px(8) + button.sizeHint().width()
            if room < 0:
                let_go_of_keyboard(button)
            button.setVisible(room >= 0)

    def _arrange(self) -> None:
        self._give_way()
        wide = self.width() >= self.look.px(WIDE)
        story = not self.story_card.isHidden()
        self.left.setVisible(wide or not story)
        if self.has_figures:
            self.figures.blockSignals(True)
            self.figures.be(self._fitting())
            self.figures.blockSignals(False)
            self.above.setVisible(self._has_room_above)
        if wide:
            self.story_card.setFixedWidth(self.look.px(STORY))
        else:
            self.story_card.setMinimumWidth(0)
            self.story_card.setMaximumWidth(16_777_215)

    @property
    def _has_room_above(self) -> bool:
        return self.height() >= self.look.px(LOWEST)

    def _fitting(self) -> int:
        """How much of the figures is shown: as was chosen, else as there is room for rows under them."""
        if self._level_kept:
            return self.figures.level if self.has_figures else self._level
        beside = not self.story_card.isHidden() and self.width() < self.look.px(AMPLE)
        return LINE if beside or self.height() < self.look.px(LOW) else CARDS
