"""Taking the log away as a file: what and where is asked on a sheet; how far it is stands in a bar below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from desk.link_types import SayExported
from desk.log_types import Exporting, ExportRows, Format, LogReply, StopExport
from ui import file_dialogs, log_said
from ui.bits import Card, Words, column
from ui.button import Button
from ui.counted import counted
from ui.glyphs import Glyph
from ui.log_link import LogLink
from ui.log_wanted import Wanted
from ui.look import Look
from ui.sheet import Sheet
from ui.theme import SIZES
from ui.troubles_said import sentence

translate = QCoreApplication.translate
FOLDER = "log/folder"
OFFERED = (Format.CSV, Format.PDF)


class Export(QObject):
    """The file that is being written, if one is. `changed` says that there is something else to be said."""

    changed = Signal()

    def __init__(self, link: LogLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.request: ExportRows | None = None
        self.done = self.of = 0
        self.said, self.is_wrong = "", False
        link.exporting.connect(self._told)
        link.lost.connect(self._lost)

    @property
    def goes_on(self) -> bool:
        """Whether a file is being written."""
        return self.request is not None

    def begin(self, request: ExportRows) -> None:
        """Have this file written."""
        self.request, self.done, self.of = request, 0, 0
        self.said, self.is_wrong = "", False
        self.changed.emit()
        self.link.ask(request, self._begun)

    def stop(self) -> None:
        """Write no further."""
        if self.goes_on:
            self.link.ask(StopExport())

    def forget(self) -> None:
        """What was said of it was read."""
        self.said, self.is_wrong = "", False
        self.changed.emit()

    def _begun(self, reply: LogReply) -> None:
        if not reply.ok and self.goes_on:
            self._end(f"{sentence(reply.happened)} {sentence(reply.do)}".strip(), wrong=True)

    def _told(self, told: Exporting) -> None:
        request = self.request
        if request is None or told.file != request.file:
            return
        self.done, self.of = told.done, told.of
        if not told.end:
            self.changed.emit()
        elif told.rows is not None:
            if self.link.corrections is not None:
                self.link.corrections.ask(SayExported(rows=told.rows, format=request.format))
            self._end(translate("LogExport", "Written to %1").replace("%1", told.file))
        elif told.happened:
            self._end(f"{sentence(told.happened)} {sentence(told.do)}".strip(), wrong=True)
        else:
            self._end(translate("LogExport", "Stopped. Nothing was written."))

    def _lost(self, sentence: str) -> None:
        if self.goes_on:
            text = translate("LogExport", "The log was closed, so the file was not written. Do it again.")
            self._end(text, wrong=True)

    def _end(self, said: str, wrong: bool = False) -> None:
        self.request, self.said, self.is_wrong = None, said, wrong
        self.changed.emit()


class ExportBar(Card):
    """How far the file is, with a way to stop it; then where it is, until that was read."""

    def __init__(self, look: Look, export: Export) -> None:
        super().__init__(look, "tint", "edge" if look.c.border > 1 else "")
        self.export = export
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(4), px(4))
        row.setSpacing(px(12))
        self.sign = Glyph(look, "late", "warn")
        self.words = Words(look, SIZES.body, lines=2)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(px(120))
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.setFixedHeight(px(8))
        self.bar.setAccessibleName(translate("LogExport", "How far the file is"))
        self.stop = Button(look, translate("LogExport", "Stop"))
        self.stop.clicked.connect(self._press)
        row.addWidget(self.sign)
        row.addWidget(self.words, 2, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        export.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to say."""
        export = self.export
        self.setVisible(export.goes_on or bool(export.said))
        self.bar.setVisible(export.goes_on)
        if export.goes_on:
            self.bar.setRange(0, export.of)
            self.bar.setValue(export.done)
            self.words.say(self._how_far(), "ink")
            self.stop.say(translate("LogExport", "Stop"))
        else:
            self.words.say(export.said, "ink")
            self.stop.say(translate("Sheet", "Close"))
        wrong = export.is_wrong and not export.goes_on
        self.sign.setVisible(wrong)
        self.paint_as("warn_ground" if wrong else "tint", self.edge)

    def _how_far(self) -> str:
        export, locale = self.export, QLocale()
        if not export.of:
            return translate("LogExport", "The file is being written.")
        text = translate("LogExport", "%1 of %2 rows are written.")
        return text.replace("%1", locale.toString(export.done)).replace("%2", locale.toString(export.of))

    def _press(self) -> None:
        if self.export.goes_on:
            self.export.stop()
        else:
            self.export.forget()


class ExportSheet(Sheet):
    """Which kind of file; then where. `begin` gets the request, without language."""

    def __init__(
        self,
        look: Look,
        wanted: Wanted,
        rows: int | None,
        request: Callable[[str, Format], ExportRows],
        begin: Callable[[ExportRows], None],
        parent: QWidget,
    ) -> None:
        super().__init__(look, parent, translate("LogExport", "Take it away as a file"), widest=560)
        self.wanted, self._request, self._begin = wanted, request, begin
        text = translate("LogExport", "What is on screen now: %1.")
        said = ", ".join(wanted.said)
        if rows is not None:
            said = f"{counted.interruptions(rows)} ({said})"
        self.body.addWidget(Words(look, SIZES.body, lines=5, text=text.replace("%1", said)))
        formats = column(look, gap=8)
        self.formats: dict[Format, Button] = {}
        for kind in OFFERED:
            button = Button(look, f"{log_said.file_format(kind)}…")
            button.clicked.connect(lambda _=False, k=kind: self.choose(k))
            self.formats[kind] = button
            formats.addWidget(button)
        self.body.addLayout(formats)
        personal = translate(
            "LogExport", "Names and numbers of callers stand in it: keep it where they are safe."
        )
        self.body.addWidget(Words(look, SIZES.small, colour="soft", lines=3, text=personal))
        self.body.addStretch(1)
        self.kind = Format.CSV
        self.first = self.formats[Format.CSV]

    def choose(self, kind: Format) -> None:
        """This kind of file; then where."""
        self.kind = kind
        self._where()

    @property
    def name(self) -> str:
        """What the file is called if nothing else is said."""
        days = self.wanted.days
        between = f" {days[0].isoformat()} {days[1].isoformat()}" if days is not None else ""
        return f"One Moment{between}.{self.kind.value}"

    def _where(self) -> None:
        folder = Path(self.look.kept(FOLDER) or "")
        if not self.look.kept(FOLDER) or not folder.is_dir():
            places = QStandardPaths.StandardLocation
            folder = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
        title = translate("LogExport", "Take it away as a file")
        file_dialogs.new_log_file(self.window(), title, folder / self.name, self.kind.value, self.write_to)

    def write_to(self, file: str) -> None:
        """Have it written there."""
        self.look.keep(FOLDER, str(Path(file).parent))
        request = self._request(file, self.kind)
        self.leave()
        self._begin(request)
