"""The log's link: to the program that reads the records, and to the engine for what changes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk.link_types import AmendEnd, AmendNote, Reply, SayExported, Thank
from desk.log_types import (
    Exporting,
    FromLog,
    LogChanged,
    LogHead,
    LogReply,
    LogRequest,
    LookAtLog,
    Playing,
)
from ui.link import Link
from ui.troubles_said import sentence
from ui.wire import Wire

translate = QCoreApplication.translate
LONG = 20_000  # ms an answer may take: the records may be read for the first time, on a slow disk

Correction = AmendEnd | AmendNote | Thank | SayExported


class NoLogAnswer(LogReply, frozen=True, kw_only=True, tag="no_answer"):
    """What we answer ourselves when the reader does not; in the window's language."""


class Corrections:
    """What changes the records goes to the engine, with the pass of the log's door."""

    def __init__(self, link: Link, pass_: str) -> None:
        self.link, self.pass_ = link, pass_

    def ask(self, request: Correction, answered: Callable[[Reply], None] | None = None) -> None:
        """Have the engine write it down; `answered` gets its reply."""
        self.link.ask(msgspec.structs.replace(request, door=self.pass_), answered)


class LogLink(Wire[LogRequest, LogReply]):
    """The connection to the reader.

    `head` is what it last said of the records; `head_changed` comes with each new one, `found` once the first
    of a connection is there. `exporting` and `playing` bring how far a file and a recording are.
    `corrections` is None where nothing can be changed: on a copy.
    """

    head_changed = Signal()
    exporting = Signal(object)
    playing = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path, msgspec.json.Decoder(FromLog), parent)
        self.head = LogHead()
        self.corrections: Corrections | None = None
        self.refusal: tuple[str, str] = ("", "")

    def read_at(self, path: Path) -> None:
        """The records are read there from now on."""
        again = self._wanted
        if path != self.path or not self.alive:
            self.close()
            self.path = path
            if again:
                self.open()

    def ask(
        self,
        request: LogRequest,
        answered: Callable[[LogReply], None] | None = None,
        within: int | None = LONG,
    ) -> None:
        """Ask the reader."""
        super().ask(request, answered, within)

    def forget(self) -> None:
        """The log was locked: nothing of it stays here."""
        self.close()
        self.head = LogHead()
        self.corrections = None

    def _begin(self) -> None:
        self.ask(LookAtLog(), self._looked)

    def _looked(self, reply: LogReply) -> None:
        if isinstance(reply, NoLogAnswer):
            if self.alive:
                self.drop("")
            return
        self.refusal = ("", "") if reply.ok else (sentence(reply.happened), sentence(reply.do))
        if reply.head is not None:
            self._new_head(reply.head)
        self.found.emit()

    def _new_head(self, head: LogHead) -> None:
        self.head = head
        self.head_changed.emit()

    def _take(self, said: LogReply | Exporting | Playing | LogChanged) -> LogReply | None:
        if isinstance(said, LogReply):
            return said
        if isinstance(said, LogChanged):
            self._new_head(said.head)
        elif isinstance(said, Exporting):
            self.exporting.emit(said)
        else:
            self.playing.emit(said)
        return None

    def not_understood(self) -> str:
        """The reader and this window are not of one version."""
        return translate(
            "LogLink", "The log said something this window does not understand. Are both of one version?"
        )

    def no_answer(self, id: int) -> LogReply:
        """What is said for the reader when it says nothing."""
        return NoLogAnswer(
            id=id,
            ok=False,
            happened=translate("LogLink", "The log did not answer."),
            do=translate("LogLink", "Wait a moment; it is being opened again."),
        )
