"""Files at the people window: one is chosen, looked at and brought in, or everybody is written into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desk.link_types import ExportContacts, Reply
from ui import troubles_said
from ui.errand import Errand
from ui.file_dialogs import new_people_file, people_file
from ui.import_sheet import LONGEST, ImportSheet
from ui.look import Look
from ui.truth import Truth

if TYPE_CHECKING:
    from ui.people_window import PeopleWindow

translate = QCoreApplication.translate


class PeopleFiles:
    """What the two buttons of the window do; neither stops anything else."""

    def __init__(self, look: Look, truth: Truth, window: PeopleWindow) -> None:
        self.look, self.truth, self.window = look, truth, window

    @property
    def open(self) -> bool:
        """Whether a file is being looked at over the window."""
        return any(not sheet.isHidden() for sheet in self.window.findChildren(ImportSheet))

    def choose_import(self) -> None:
        """Which file, and what it would change."""
        window = self.window
        people_file(window, lambda file: window.keeping(lambda: self.import_from(file)))

    def import_from(self, file: str) -> None:
        """Show what this file would change."""
        ImportSheet(self.look, self.truth, self.window, file, self.window.again).enter()

    def choose_export(self) -> None:
        """Which file to write everybody into."""
        new_people_file(self.window, self.export_to)

    def export_to(self, file: str) -> None:
        """Write everybody into this file."""
        window = self.window
        window.say(translate("People", "The file is being written."))

        def written(reply: Reply) -> None:
            if reply.ok:
                window.say(translate("People", "Written to %1").replace("%1", file))
            else:
                window.say_why(troubles_said.refusal(reply))

        Errand(self.truth.link, ExportContacts(file=file), written, LONGEST)
