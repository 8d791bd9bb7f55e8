"""The figures on paper, by the system's own way to choose a printer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desk.log_types import FiguresView, LogHead
from ui.report.first_page import draw_first_page, draw_foot
from ui.report.paper import Paper, page_layout
from ui.report.pdf import foot_left, foot_right, title

translate = QCoreApplication.translate

Said = Callable[[str, str], None]
"""Is told what happened and what to do; both in a sentence."""


def print_figures(parent: QWidget, view: FiguresView, head: LogHead, said: Said) -> QPrintDialog | None:
    """Let a printer be chosen, and print the page of figures on it. `said` is told when it cannot be.

    Returns at once; the dialog it opened is given back, None when this machine has no printer.
    """
    if not _printers():
        said(
            translate("Report", "This computer has no printer."),
            translate("Report", "Set one up, or export a PDF and print it elsewhere."),
        )
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(head.country))
    printer.setDocName(title(head, view))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Report", "Print the figures"))

    def chosen() -> None:
        if not print_on(printer, view, head):
            said(
                translate("Report", "The printer took nothing."),
                translate("Report", "See whether it is switched on, then print again."),
            )

    dialog.accepted.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own wants to be told whom to tell
    return dialog


def print_on(printer: QPrinter, view: FiguresView, head: LogHead) -> bool:
    """Print the page of figures; False when the printer took nothing."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paper = Paper.of(printer.pageLayout(), printer.resolution())
    draw_first_page(painter, paper, view, head)
    draw_foot(painter, paper, foot_left(head, datetime.now(UTC)), foot_right(1, 1))
    return painter.end()


def _printers() -> list[str]:
    return QPrinterInfo.availablePrinterNames()
