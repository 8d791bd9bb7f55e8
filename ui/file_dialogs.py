"""Asking for a file, without stopping the window meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
Chosen = Callable[[str], None]


def people_file(parent: QWidget, chosen: Chosen) -> None:
    """A file of people that is there."""
    dialog = _dialog(parent, translate("People", "Import people"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    people = translate("People", "People (*.csv *.vcf *.vcard)")
    dialog.setNameFilters([people, translate("People", "All files (*)")])
    dialog.fileSelected.connect(chosen)
    dialog.open()


def new_people_file(parent: QWidget, chosen: Chosen) -> None:
    """A file that people are to be written to; its ending says how."""
    dialog = _dialog(parent, translate("People", "Export people"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["CSV (*.csv)", "vCard 4 (*.vcf)"])
    dialog.setDefaultSuffix("csv")
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix("vcf" if "vcf" in name else "csv"))
    dialog.fileSelected.connect(chosen)
    dialog.open()


def new_log_file(parent: QWidget, title: str, file: Path, ending: str, chosen: Chosen) -> None:
    """A file that the log is to be written to; one that is there is asked about by the dialog."""
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{ending.upper()} (*.{ending})"])
    dialog.setDefaultSuffix(ending)
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(file.name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if parent.window().isFullScreen():  # a kiosk has nobody to show the system's own
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog
