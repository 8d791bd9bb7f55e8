"""The desk: Now, Next and Promised, with the switch above them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desk.core.model import Doing
from desk.core.views import View
from ui import calls_said
from ui.keypad_sheet import KEYS
from ui.look import Look
from ui.menu import Doings, window_menu
from ui.next_card import NextColumn
from ui.notice import EngineState, Notice
from ui.now_column import NowColumn
from ui.pass_on_sheet import PassOnSheet
from ui.promised_column import PromisedColumn
from ui.scrolling import Scrolling
from ui.sheet import Sheet
from ui.sheets import Sheets
from ui.talking_card import TalkingCard
from ui.thanks_line import ThanksLine
from ui.theme import SIZES
from ui.top_bar import TopBar
from ui.trouble_bar import TroubleBar
from ui.truth import Truth

translate = QCoreApplication.translate
Does = Callable[[], None]


class _Content(QWidget):
    """As high as it must be, not as it would like to be: lists scroll by themselves while there is room."""

    def heightForWidth(self, width: int) -> int:
        """What the scroll area round it asks."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class DeskWindow(QWidget):
    """Shows what the truth says. Another theme, size or language builds its inside anew."""

    folded = Signal()
    closed = Signal()
    log = Signal()
    sheets: Sheets
    trouble: TroubleBar

    def __init__(self, look: Look, truth: Truth, engine: EngineState) -> None:
        super().__init__()
        self.look, self.truth, self.engine = look, truth, engine
        self.inside: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(1280, 800)
        for key, does in (
            ("F1", lambda: self.sheets.help()),
            ("F2", truth.toggle_serving),
            ("F3", self.do_next),
            ("F5", lambda: self._with_calls(self._take_first)),
            ("F6", lambda: self._with_calls(self._hold_or_resume)),
            ("F7", lambda: self._with_calls(self._pass_on_or_join)),
            ("F8", self.folded.emit),
            ("F9", self.log.emit),
            ("F12", lambda: self._with_calls(self._hang_up)),
            ("F11", self.toggle_full_screen),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(does)
        look.changed.connect(self.build)
        truth.changed.connect(self.refresh)
        truth.refused.connect(lambda why: self.trouble.refuse(why))
        self.build()

    def build(self) -> None:
        """Everything in the window, in the language, theme and size of now."""
        old = self.inside
        look, truth, px = self.look, self.truth, self.look.px
        self.setMinimumSize(min(px(480), 800), 320)
        self.inside = inside = QWidget(self)
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        content = _Content()
        self.scroll_area = Scrolling(content)
        outer.addWidget(self.scroll_area)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(20))
        sheets = Sheets(look, truth, inside)
        if old is not None:
            sheets.take_over(self.sheets)
        self.sheets = sheets
        sheets.take.connect(lambda: self._with_calls(self._take_first))
        sheets.resume.connect(lambda: self._with_calls(self._hold_or_resume))
        doings = Doings(
            self.folded.emit,
            sheets.help,
            self.toggle_full_screen,
            self.leave,
            people=sheets.people,
            headset=sheets.headset,
            log=self.log.emit,
        )
        self.top = TopBar(look, truth, window_menu(inside, look, truth, doings))
        self.trouble = TroubleBar(look, truth)
        self.thanks = ThanksLine(look, truth)
        self.now = NowColumn(look, truth)
        before = getattr(self, "talk", None)
        self.talk = TalkingCard(look, truth, sheets.pass_on, sheets.keypad, sheets.people)
        if before is not None:
            self.talk.take_over(before)
        self.next = NextColumn(look, truth, sheets.promise, self.now.speak_with, sheets.new_time)
        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(px(16))
        middle.addWidget(self.talk)
        middle.addWidget(self.next, 1)
        self.promised = PromisedColumn(look, truth, sheets.promise)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(px(20))
        for part, stretch in ((self.now, 28), (self.middle, 44), (self.promised, 28)):
            self.columns.addWidget(part, stretch)
        layout.addWidget(self.top)
        layout.addWidget(self.trouble)
        layout.addWidget(self.thanks)
        layout.addWidget(sheets)
        layout.addLayout(self.columns, 1)
        self.notice = Notice(look, inside, lambda: self.engine.try_again())
        inside.setGeometry(self.rect())
        inside.show()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setFocus()  # on nothing in particular: the ring comes with the first Tab
        self._arrange()
        self.refresh()
        sheets.take_up()

    def refresh(self) -> None:
        """Let each part draw what differs in it."""
        view = self.truth.view
        name = f"{view.desk_name}, {view.company}" if view is not None and view.company else ""
        self.setWindowTitle(f"One Moment: {name}" if name else "One Moment")
        self.scroll_area.setVisible(view is not None)  # before there is anything to be said, nothing is
        for part in (
            self.top,
            self.trouble,
            self.thanks,
            self.now,
            self.talk,
            self.next,
            self.promised,
            self.sheets,
        ):
            part.refresh()
        self._notice()

    def _notice(self) -> None:
        self.scroll_area.setEnabled(self.truth.fresh)
        if self.truth.fresh:
            self.notice.hide()
            return
        engine = self.engine
        if engine.title:
            self.notice.say(engine.title, engine.text, engine.can_try, engine.way_on)
        elif self.truth.view is None:
            self.notice.say(translate("Desk", "One moment. The engine is being started."))
        else:
            title = translate("Desk", "The engine is not answering. It's being started again.")
            text = translate(
                "Desk", "What stands behind this is how it was. No promise is lost: each one is written down."
            )
            self.notice.say(title, text)

    # ---- what the keys do

    @property
    def sheet(self) -> Sheet | None:
        """What lies over the desk."""
        return self.sheets.sheet

    def do_next(self) -> None:
        """F3: the main button of the Next card."""
        button = self.next.main_button
        if self.sheet is None and self.truth.fresh and button is not None and button.isEnabled():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()

    def _with_calls(self, does: Callable[[View], Does | None]) -> None:
        """A key for the calls: a sheet makes room for it, with what is written in it, if it does anything."""
        view = self.truth.view
        if view is None or not self.truth.fresh:
            return
        doing = does(view)
        if doing is not None:
            self.sheets.put_away()
            doing()

    def _take_first(self, view: View) -> Does | None:
        """F5: whom Next names, or the first in line."""
        first = calls_said.first_to_take(view)
        return (lambda: self.now.speak_with(first.id)) if first is not None else None

    def _hold_or_resume(self, view: View) -> Does | None:
        """F6: back from a colleague, swap, hold, or resume: whichever there is to do."""
        own, resumed = calls_said.with_you(view), calls_said.resumed_by_key(view)
        if own is not None and own.for_call is not None:
            return self.talk.go_back
        if resumed is not None:
            return lambda: self.now.speak_with(resumed)
        return self.talk.hold_call if own is not None and own.doing is Doing.TALKING else None

    def _pass_on_or_join(self, view: View) -> Does | None:
        """F7: pass on whom the person speaks with; connect them with the colleague who is asked."""
        own = calls_said.with_you(view)
        if own is not None and own.for_call is not None:
            return self.talk.join_them
        if own is not None and own.doing is Doing.TALKING and not isinstance(self.sheet, PassOnSheet):
            return lambda: self.sheets.pass_on(own.id)
        return None

    def _hang_up(self, view: View) -> Does | None:
        """F12: whom the person speaks with, or calls."""
        own = calls_said.with_you(view)
        return self.talk.drop_call if own is not None and calls_said.can_be_dropped(own, view) else None

    def toggle_full_screen(self) -> None:
        """F11. Without a window manager a full screen has to be told its size."""
        if self.isFullScreen():
            self.showNormal()
            self.resize(1280, 800)
        else:
            self.setGeometry(self.screen().geometry())
            self.showFullScreen()

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A telephone's keys go into the call that is spoken with; after a call back 2 to 5 say how it went.

        A field that has the keyboard keeps what is typed.
        """
        key = event.text()
        own = calls_said.with_you(self.truth.view) if self.truth.view is not None else None
        if key and key in KEYS and self.truth.fresh and self.sheet is None and not event.isAutoRepeat():
            if own is not None and own.doing is Doing.TALKING:
                self.sheets.keypad(own.id, key)
                return
            if key.isdigit() and self.next.outcome.press(int(key)):
                return
        super().keyPressEvent(event)

    # ---- size

    def _arrange(self) -> None:
        """Three columns beside one another, or under one another when there is no room for that."""
        wide = self.width() >= self.look.px(SIZES.wide)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.columns.setDirection(way)
        self.top.arrange(self.width() - self.look.px(2 * 20))
        for rows in (self.now.rows, self.promised.rows):
            rows.be_whole(not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        self._fill()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The strip may have been of another size in between."""
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        self.look.fit_to(self.width(), self.height())
        if self.inside is not None:
            self.inside.setGeometry(self.rect())
            self._arrange()

    def sizeHint(self) -> QSize:
        """What it opens with."""
        return QSize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("ground"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes; the engine and its calls stay."""
        event.accept()
        QTimer.singleShot(0, self.closed.emit)
