"""What every program with windows does around them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import words

HEARD_EVERY = 500  # ms
SHOWN = 250  # ms after which a window that was just opened has been drawn


def application() -> QApplication:
    """Qt's application, under our name; it does not end with its last window."""
    QApplication.setApplicationName("One Moment")
    QApplication.setDesktopFileName("onemoment")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    return app


def run(app: QApplication, leave: Callable[[], None]) -> int:
    """Run until it is left; the exit code. Ctrl-C and SIGTERM leave."""
    signal.signal(signal.SIGINT, lambda *_: leave())
    signal.signal(signal.SIGTERM, lambda *_: leave())
    # Qt runs no Python while it waits: this lets the two be heard within half a second
    listen = QTimer(interval=HEARD_EVERY)
    listen.timeout.connect(lambda: None)
    listen.start()
    QTimer.singleShot(SHOWN, words.learn_numbers)
    return app.exec()
