"""Help: every key on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.bits import Words
from ui.look import Look
from ui.sheet import Sheet
from ui.theme import SIZES

translate = QCoreApplication.translate


class HelpSheet(Sheet):
    """What the keys do, and in a sentence what One Moment does."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, translate("Help", "The keys"), widest=600)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(10))
        grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(
            (
                ("F2", translate("Help", "Serving on or off")),
                ("F3", translate("Help", "Do the next thing")),
                ("F5", translate("Help", "Take whoever waits first")),
                ("F6", translate("Help", "Hold, swap, resume")),
                ("F7", translate("Help", "Pass the caller on; connect them with the colleague")),
                ("F12", translate("Help", "Hang up")),
                ("F8", translate("Help", "Fold the desk into the strip, and open it again")),
                ("F9", translate("Help", "The supervisor's log; it asks for the PIN")),
                ("F11", translate("Help", "Full screen, and back")),
                ("2–5", translate("Help", "After a call back: how it went")),
                ("1–6", translate("Help", "On a promise: how the call went")),
                ("Tab", translate("Help", "From one to the next; Enter or Space presses")),
                ("Esc", translate("Help", "Close what is open")),
                ("F1", translate("Help", "This sheet")),
            )
        ):
            cap = Words(look, SIZES.name, strong=True, firm=True, text=key)
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(look, SIZES.name, lines=3, text=does), row, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(look.px(8))
        text = translate(
            "Help",
            "While you serve, callers are greeted, may hold, ask to be called back or leave a message. "
            "What they were promised stands under Promised; the next thing to do stands in the middle.",
        )
        self.body.addWidget(Words(look, SIZES.body, colour="soft", lines=8, text=text))
        self.body.addStretch(1)
