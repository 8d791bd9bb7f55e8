"""Help: every key on one sheet, each drawn as the cap that stands on its button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.bits import Words, column, heading
from ui.button import key_font, paint_key
from ui.look import Look
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate
Keys = tuple[tuple[str, str], ...]
"""Keys, and what each does."""
Group = tuple[str, Keys]
BESIDE = 820  # px at 100 %: from which width of the window two groups stand beside each other


class _Caps(QWidget):
    """Keys as on a button; what they do stands beside them, with their names."""

    def __init__(self, look: Look, keys: str) -> None:
        super().__init__()
        self.look, self.keys = look, keys.split(" ")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(key_font(self.look))
        return [max(metrics.horizontalAdvance(key) + self.look.px(12), self.look.px(24)) for key in self.keys]

    def sizeHint(self) -> QSize:
        """The caps beside one another."""
        widths = self._widths()
        return QSize(sum(widths) + self.look.px(4) * (len(widths) - 1), self.look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One cap for each key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for key, width in zip(self.keys, self._widths(), strict=True):
            paint_key(painter, self.look, key, "ink", QRectF(x, 1, width, self.height() - 2))
            x += width + self.look.px(4)
        painter.end()


class HelpSheet(Sheet):
    """What the keys of a window do, and in a few sentences what stands in it."""

    def __init__(self, look: Look, parent: QWidget, groups: tuple[Group, ...], text: str) -> None:
        super().__init__(look, parent, translate("Help", "The keys"), widest=880)
        px = look.px
        self.body.addWidget(Words(look, SIZES.body, colour="soft", lines=8, text=text))
        beside = parent.width() >= px(BESIDE)
        row: QHBoxLayout | QVBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
        row.setSpacing(px(32 if beside else 16))
        for title, keys in groups:
            part = column(look, gap=12)
            part.addWidget(heading(look, title))
            part.addLayout(self._listed(keys))
            part.addStretch(1)
            row.addLayout(part, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _listed(self, keys: Keys) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(16))
        grid.setVerticalSpacing(self.look.px(8))
        grid.setColumnMinimumWidth(0, self.look.px(56))
        grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(keys):
            said = Words(self.look, SIZES.body, lines=3, text=does)
            said.setAccessibleName(f"{key}: {does}")
            grid.addWidget(_Caps(self.look, key), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignVCenter)
        return grid


def help_of_desk(look: Look, parent: QWidget) -> HelpSheet:
    """The keys of the desk."""
    desk: Keys = (
        ("F2", translate("Help", "Serving on or off")),
        ("F3", translate("Help", "Do the next thing")),
        ("F5", translate("Help", "Take whoever waits first")),
        ("F8", translate("Help", "Fold the desk into the strip, and open it again")),
        ("F9", translate("Help", "The supervisor's log; it asks for the PIN")),
        ("F11", translate("Help", "Full screen, and back")),
        ("Tab", translate("Help", "From one to the next; Enter or Space presses")),
        ("Esc", translate("Help", "Close what is open")),
        ("F1", translate("Help", "This sheet")),
    )
    caller: Keys = (
        ("F6", translate("Help", "Hold, swap, resume")),
        ("F7", translate("Help", "Pass the caller on; connect them with the colleague")),
        ("F12", translate("Help", "Hang up")),
        ("0–9 * #", translate("Help", "The keys of a telephone: for billing press 2")),
        ("2–5", translate("Help", "After a call back: how it went")),
        ("1–6", translate("Help", "On a promise: how the call went")),
    )
    text = translate(
        "Help",
        "While you serve, callers are greeted, may hold, ask to be called back or leave a message. "
        "What they were promised stands under Promised; the next thing to do stands in the middle.",
    )
    groups = ((translate("Help", "AT THE DESK"), desk), (translate("Help", "WITH A CALLER"), caller))
    return HelpSheet(look, parent, groups, text)


def help_of_log(look: Look, parent: QWidget) -> HelpSheet:
    """The keys of the supervisor's log."""
    rows: Keys = (
        ("↑ ↓", translate("Help", "From row to row; the story beside them follows")),
        (translate("Keys", "Enter"), translate("Help", "Open its story")),
        ("Esc", translate("Help", "Close the story, or empty the search")),
        ("Tab", translate("Help", "From one to the next; Enter or Space presses")),
    )
    window: Keys = (
        (f"{translate('Keys', 'Ctrl+F')} /", translate("Help", "Search")),
        (translate("Keys", "Ctrl+E"), translate("Help", "Take what is on screen away as a file")),
        (translate("Keys", "Ctrl+P"), translate("Help", "Print the figures")),
        (translate("Keys", "Ctrl+L"), translate("Help", "Lock the log")),
        ("F11", translate("Help", "Full screen, and back")),
        ("F1", translate("Help", "This sheet")),
    )
    text = translate(
        "Help",
        "Press a figure to see the rows that it counts, and a row to see its story: what was heard, pressed "
        "and promised, and by whom it was kept.",
    )
    groups = ((translate("Help", "THE ROWS"), rows), (translate("Help", "THE WINDOW"), window))
    return HelpSheet(look, parent, groups, text)
