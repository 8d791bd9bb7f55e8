"""The supervisor's log as a window: opened with the PIN, locked by itself, and back when its reader is."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QLocale, QObject, QSize, Qt, QTimer, Signal
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
from PySide6.QtWidgets import QWidget

from desk.log_types import ExportRows, Format
from ui.days_sheet import DaysSheet
from ui.help_sheet import help_of_log
from ui.log_door import LogDoor
from ui.log_export import Export, ExportSheet
from ui.log_link import LogLink
from ui.log_rows import LogRows
from ui.log_view import LogView
from ui.log_wanted import Wanted
from ui.look import Look
from ui.notice import Notice
from ui.pin_sheet import PinSheet
from ui.sheet import Sheet

translate = QCoreApplication.translate
UNUSED = 10 * 60_000  # ms without a key, a press or a recording: it locks itself
SOON = 700  # ms for which a lost reader is not spoken of: it may be back
GEOMETRY = "log/place"
USES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class LogWindow(QWidget):
    """Another theme, size or language builds its inside anew; what was asked stays while it is open."""

    closed = Signal()

    def __init__(self, look: Look, link: LogLink, door: LogDoor) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.look, self.link, self.door = look, link, door
        self.wanted = Wanted(link, self)
        self.rows = LogRows(link, self)
        self.file = Export(link, self)
        self.view: LogView | None = None
        self.pin: PinSheet | None = None
        self.sheet: Sheet | None = None
        self.trouble: tuple[str, str] = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to what has a name
        for key, does in (
            ("F1", self.help),
            ("Ctrl+F", lambda: self._in_view(LogView.to_search)),
            ("Ctrl+E", self.export),
            ("Ctrl+P", self.print),
            ("Ctrl+L", self.lock),
            ("F11", self.toggle_full_screen),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(does)
        self._unused = QTimer(self, singleShot=True, interval=UNUSED)
        self._unused.timeout.connect(lambda: self.lock(translate("LogWindow", "Locked: nobody used it.")))
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._tell)
        self.notice = Notice(look, self, self._try_again)
        link.found.connect(self._found)
        link.lost.connect(self._lost)
        link.playing.connect(lambda _: self._used())
        link.head_changed.connect(self._name_it)
        door.opened.connect(self._opened)
        door.refused.connect(self._refused)
        door.shut_up.connect(self._shut_up)
        self.wanted.changed.connect(self._ask)
        look.changed.connect(self.build)
        self.resize(1280, 800)
        self.restoreGeometry(QByteArray.fromBase64(look.kept(GEOMETRY).encode()))
        self.build()

    # ---- opening and locking

    def come(self) -> None:
        """Be seen; the PIN is asked first where one is needed."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if self.door.is_open:
            return
        if self.door.needs_pin:
            self._ask_pin()
        else:
            self.door.open()
            self._soon.start()

    def lock(self, why: str = "") -> None:
        """Nothing of the log can be seen or asked any more, until the PIN is given."""
        if self.door.needs_pin and self.door.is_open:
            self.door.shut()
            self._shut_up(why)

    def _shut_up(self, why: str) -> None:
        self._unused.stop()
        self._soon.stop()
        self.notice.hide()
        self._drop_sheet()
        self.wanted.forget_text()
        self.rows.forget()
        self.build()
        if self.isVisible():
            self._ask_pin(why)

    def _ask_pin(self, why: str = "") -> None:
        if self.pin is not None:
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.pin = pin = PinSheet(self.look, self, why)
        pin.given.connect(self.door.open)
        pin.unwanted.connect(self.close)
        pin.close_button.clicked.disconnect()
        pin.close_button.clicked.connect(self.close)
        pin.enter()

    def _opened(self) -> None:
        if self.pin is not None:
            self.pin.leave()
            self.pin = None
        self.trouble = ("", "")
        if self.view is None:
            self.build()
        self._used()
        if not self.link.alive:
            self._soon.start()

    def _refused(self, happened: str, do: str) -> None:
        if self.pin is not None:
            self.pin.refuse(happened, do)
            return
        self.trouble = (happened, do)
        self._tell()

    def _used(self) -> None:
        if self.door.needs_pin and self.door.is_open:
            self._unused.start()

    # ---- its inside

    def build(self) -> None:
        """Everything in the window, in the language, theme and size of now; nothing while it is locked."""
        old, call, was_up = self.view, "", False
        if old is not None:
            call, was_up = self.rows_call(old), not old.story_card.isHidden()
        self._drop_sheet()
        self.setMinimumSize(min(self.look.px(600), 900), min(self.look.px(400), 560))
        self.view = None
        if self.door.is_open or not self.door.needs_pin:
            view = LogView(self.look, self.link, self.wanted, self.rows, self.file, self)
            view.lock_button.setVisible(self.door.needs_pin)
            self.view = view
            view.export.connect(self.export)
            view.lock.connect(self.lock)
            view.help.connect(self.help)
            view.pick_days.connect(self.pick_days)
            view.setGeometry(self.rect())
            view.show()
            view.arranged()
            if self.link.alive:
                view.count_range()
            if call:
                view.table.choose(self.rows.row_of(call))
            if was_up and call:
                view.open_story(call)
            # one begins by typing; made anew, the keyboard is on the rows again, if there are any
            anew = old is not None and view.table.isVisible()
            first = view.table if anew else view.search
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if old is not None:
            old.let_go()
            old.hide()
            old.deleteLater()
        said, old_pin = "", self.pin
        if old_pin is not None:  # made anew, in the theme of now
            said = old_pin.said.text()
            self.pin = None
            old_pin.leave()
            self._ask_pin(said)
        self.notice.raise_()
        self._name_it()

    @staticmethod
    def rows_call(view: LogView) -> str:
        """The call that is chosen."""
        return view.table.chosen

    def _in_view(self, does: object) -> None:
        if self.view is not None and self.sheet is None and callable(does):
            does(self.view)

    def _name_it(self) -> None:
        head = self.link.head
        name = ", ".join(t for t in (head.desk_name, head.company) if t)
        log = translate("LogWindow", "The log")
        self.setWindowTitle(f"One Moment: {log}, {name}" if name else f"One Moment: {log}")

    # ---- the reader comes and goes

    def _ask(self) -> None:
        if self.link.alive:
            self.rows.ask(self.wanted.asked, self.wanted.order)

    def _found(self) -> None:
        self._soon.stop()
        happened, do = self.link.refusal
        self.trouble = (happened, do)
        if happened:
            self._tell()
            return
        self.notice.hide()
        self._ask()

    def _lost(self, sentence: str) -> None:
        if self.door.is_open:
            self.trouble = (sentence, "")
            self._soon.start()

    def _tell(self) -> None:
        """What is wrong with the log, over everything."""
        if self.pin is not None or (self.link.alive and not self.trouble[0]):
            return
        happened, do = self.trouble
        if not happened:
            happened = translate("LogWindow", "One moment. The log is being opened.")
            do = translate("LogWindow", "Nothing is lost: it comes back by itself.") if self.rows.rows else ""
        self.notice.say(happened, do, can_try=bool(self.trouble[0]))

    def _try_again(self) -> None:
        self.notice.hide()
        self.trouble = ("", "")
        self.link.drop("")
        if not self.door.needs_pin:
            self.door.open()
        self._soon.start()

    # ---- sheets

    def _put(self, sheet: Sheet, first: QWidget | None = None) -> None:
        self._drop_sheet()
        self.sheet = sheet
        sheet.closed.connect(lambda: self._put_away(sheet))
        sheet.enter(first)

    def _put_away(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None

    def _drop_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.leave()
            self.sheet = None

    @property
    def _ready(self) -> bool:
        return self.view is not None and self.sheet is None and self.pin is None and self.link.alive

    def help(self) -> None:
        """Every key on one sheet."""
        if self._ready:
            self._put(help_of_log(self.look, self))

    def pick_days(self) -> None:
        """From one day to another."""
        if self._ready:
            sheet = DaysSheet(self.look, self.wanted, self)
            self._put(sheet, sheet.first)

    def export(self) -> None:
        """Take away what is on screen, as a file."""
        if self._ready and self.view is not None and self.rows.rows and not self.file.goes_on:
            sheet = ExportSheet(self.look, self.wanted, self.rows.total, self._as_file, self.file.begin, self)
            self._put(sheet, sheet.first)

    def _as_file(self, file: str, kind: Format) -> ExportRows:
        """What is on screen, as it is asked to be written."""
        assert self.view is not None
        return ExportRows(
            file=file,
            format=kind,
            asked=self.wanted.asked,
            sort=self.wanted.order,
            columns=self.view.table.columns,
            language=QLocale().name()[:2],
        )

    def print(self) -> None:
        """The figures on paper."""
        if self._ready and self.view is not None:
            self.view.figures.print()

    # ---- keys, size, going

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash goes to the search; Esc closes the story, never the window."""
        if self.view is None:
            return
        if event.text() == "/":
            self.view.to_search()
        elif event.key() == Qt.Key.Key_Escape and not self.view.story_card.isHidden():
            self.view.close_story()
        else:
            super().keyPressEvent(event)

    def toggle_full_screen(self) -> None:
        """F11. Without a window manager a full screen has to be told its size."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.setGeometry(self.screen().geometry())
            self.showFullScreen()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on what is done in it is seen."""
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and presses anywhere in the window: it is used."""
        if event.type() in USES:
            self._used()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """What it opens with."""
        return QSize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        if self.view is not None:
            self.view.setGeometry(self.rect())
            self.view.arranged()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("ground"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes, and what was asked in it; the next who opens it needs the PIN."""
        event.accept()
        if not self.isFullScreen():
            self.look.keep(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        if self.pin is not None:
            self.pin.leave()
            self.pin = None
        self.wanted.reset()
        if self.door.is_open:
            self.door.shut()
            self._shut_up("")
        self.closed.emit()
