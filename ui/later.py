"""Later: the small menu of how much later, and the way to a time of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

translate = QCoreApplication.translate


def later_menu(
    parent: QWidget, chosen: Callable[[int], None], pick: Callable[[bool], object] | None = None
) -> QMenu:
    """10 minutes, 30 minutes, 1 hour; `pick` opens the choice of a time, a promised one when it gets True."""
    menu = QMenu(parent)
    menu.setAccessibleName(translate("Later", "Remind me"))
    for text, minutes in (
        (translate("Later", "In 10 minutes"), 10),
        (translate("Later", "In 30 minutes"), 30),
        (translate("Later", "In 1 hour"), 60),
    ):
        menu.addAction(text).triggered.connect(lambda _=False, m=minutes: chosen(m))
    if pick is not None:
        menu.addAction(translate("Later", "At another time…")).triggered.connect(lambda _=False: pick(False))
        menu.addSeparator()
        menu.addAction(translate("Later", "Promise a new time…")).triggered.connect(
            lambda _=False: pick(True)
        )
    return menu
