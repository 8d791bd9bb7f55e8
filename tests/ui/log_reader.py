from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.ends import End
from desk.core.model import Choice, Dial, Presence
from desk.log_types import (
    AnyLogRequest,
    Asked,
    Column,
    CountFigures,
    Exporting,
    FiguresView,
    ListRows,
    LogChanged,
    LogHead,
    LogReply,
    LogRequest,
    LogRow,
    LookAtLog,
    Page,
    Playing,
    Sort,
    Story,
    TellStory,
)
from ui.log_door import OwnDoor
from ui.log_link import LogLink
from ui.log_window import LogWindow
from ui.look import Look

NAMES = ("Clara Fontaine", "Ben Adeyemi", "Jonas Weber", "Dr Ngozi Okafor", "", "")
ENDS = (End.SPOKEN, End.KEPT, End.KEPT, End.LOST, End.LATE, End.OPEN, End.CANCELLED, End.NOT_REACHED)


def some_rows(n: int, newest: datetime | None = None, seed: int = 1) -> list[LogRow]:
    """Believable rows, the newest first, a quarter of an hour apart."""
    chance = random.Random(seed)
    newest = newest or datetime.now(UTC)
    rows = []
    for i in range(n):
        at = newest - timedelta(minutes=15 * i + chance.random() * 9)
        end, name, inside = (
            ENDS[chance.randrange(len(ENDS))],
            NAMES[chance.randrange(6)],
            chance.random() < 0.2,
        )
        owed = end in (End.KEPT, End.LATE, End.OPEN, End.NOT_REACHED, End.CANCELLED)
        rows.append(
            LogRow(
                call=f"c{n - i}",
                at=at,
                number=f"{200 + chance.randrange(60)}" if inside else f"+44207946{chance.randrange(1000):04}",
                dial=Dial.EXTENSION if inside else Dial.CAN,
                name=name or None,
                company="Bell & Co" if name and chance.random() < 0.3 else "",
                internal=inside,
                vip=chance.random() < 0.05,
                met=list(Presence)[chance.randrange(3)],
                chose=list(Choice)[chance.randrange(4)] if owed else None,
                promise=n - i if owed else None,
                promised_by=at + timedelta(minutes=20) if owed else None,
                end=end,
                ended_at=at + timedelta(minutes=2),
                overdue=end is End.OPEN and chance.random() < 0.5,
                by=("Ana", "Tom", "Mia")[chance.randrange(3)] if end is not End.LOST else "",
                minutes=chance.random() * 40 if end in (End.KEPT, End.LATE) else None,
                notes="about the Tuesday appointment" if chance.random() < 0.1 else "",
            )
        )
    return rows


class Reader(QObject):
    """The other end of the log's link, a real local socket: pages of rows in memory, the plainest way."""

    def __init__(self, path: Path, rows: list[LogRow]) -> None:
        super().__init__()
        self.path, self.rows = path, rows
        self.asked: list[LogRequest] = []
        self.sockets: list[QLocalSocket] = []
        self.changed, self.loaded, self.copy = 1, True, False
        self.answers: Callable[[LogRequest], LogReply | None] = self.answer
        self._decoder = msgspec.json.Decoder(AnyLogRequest)
        self.server = QLocalServer(self)
        self.open()

    def open(self) -> None:
        QLocalServer.removeServer(str(self.path))
        assert self.server.listen(str(self.path)), self.server.errorString()
        self.server.newConnection.connect(self._come, Qt.ConnectionType.UniqueConnection)

    def close(self) -> None:
        self.server.close()
        for socket in self.sockets:
            socket.abort()
        self.sockets.clear()

    @property
    def head(self) -> LogHead:
        times = sorted(row.at for row in self.rows)
        return LogHead(
            company="Harbour Clinic",
            desk_name="Reception 1",
            language="en",
            time_zone="Europe/London",
            country="GB",
            copy=self.copy,
            interruptions=len(self.rows),
            oldest=times[0] if times else None,
            newest=times[-1] if times else None,
            channels=tuple(sorted({row.channel for row in self.rows})),
            by=tuple(sorted({row.by for row in self.rows} - {""})),
            loaded=self.loaded,
            changed=self.changed,
        )

    def change(self, rows: list[LogRow]) -> None:
        """These are the rows now."""
        self.rows = rows
        self.changed += 1
        self.say(LogChanged(head=self.head))

    def say(self, said: LogReply | LogChanged | Exporting | Playing) -> None:
        for socket in self.sockets:
            socket.write(msgspec.json.encode(said) + b"\n")
            socket.flush()

    def of(self, kind: type[LogRequest]) -> list[LogRequest]:
        return [r for r in self.asked if type(r) is kind]

    def _come(self) -> None:
        socket = self.server.nextPendingConnection()
        self.sockets.append(socket)
        socket.readyRead.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            request = self._decoder.decode(socket.readLine().data())
            self.asked.append(request)
            reply = self.answers(request)
            if reply is not None:
                socket.write(msgspec.json.encode(replace(reply, id=request.id)) + b"\n")
                socket.flush()

    def answer(self, request: LogRequest) -> LogReply | None:
        if isinstance(request, LookAtLog):
            return LogReply(id=0, head=self.head)
        if isinstance(request, ListRows):
            return LogReply(id=0, page=self.page(request))
        if isinstance(request, TellStory):
            row = next((r for r in self.rows if r.call == request.call), None)
            if row is None:
                return LogReply(id=0, ok=False, happened="This interruption is not there any more.")
            return LogReply(id=0, story=Story(row=row))
        if isinstance(request, CountFigures):
            return LogReply(id=0, figures=FiguresView(since=request.since, until=request.until))
        return LogReply(id=0)

    def page(self, request: ListRows) -> Page:
        rows = sorted((r for r in self.rows if fits(r, request.asked)), key=key_of(request.sort))
        start = 0
        if request.after:
            time, _, call = request.after.partition(" ")
            after = (-float(time), call)
            start = next((i for i, r in enumerate(rows) if (-r.at.timestamp(), r.call) > after), len(rows))
            if request.sort.column is not Column.TIME:
                start = next((i + 1 for i, r in enumerate(rows) if r.call == call), len(rows))
        page = rows[start : start + request.limit]
        more = start + request.limit < len(rows)
        next_ = f"{page[-1].at.timestamp()!r} {page[-1].call}" if page and more else ""
        return Page(rows=tuple(page), next=next_, total=len(rows) if self.loaded else None)


def key_of(sort: Sort) -> Callable[[LogRow], tuple[object, ...]]:
    if sort.column is Column.TIME:
        sign = -1 if sort.descending else 1
        return lambda row: (sign * row.at.timestamp(), row.call)
    assert sort.column is Column.BY, "the tests sort by these two"
    return lambda row: (not row.by, [(-1 if sort.descending else 1) * ord(c) for c in row.by], row.call)


def fits(row: LogRow, asked: Asked) -> bool:
    text = asked.text.lower()
    return (
        (asked.since is None or row.at >= asked.since)
        and (asked.until is None or row.at < asked.until)
        and (not asked.ends or row.end in asked.ends)
        and (not asked.overdue or row.overdue)
        and (not asked.by or row.by in asked.by)
        and (asked.internal is None or row.internal is asked.internal)
        and (not asked.met or row.met in asked.met)
        and (not asked.channels or row.channel in asked.channels)
        and text in f"{row.name} {row.company} {row.number} {row.notes}".lower()
    )


class Log:
    """A log window on a reader's socket of its own."""

    def __init__(self, qtbot: QtBot, path: Path, rows: list[LogRow], **remembered: str | int) -> None:
        self.qtbot = qtbot
        self.reader = Reader(path, rows)
        self.look = Look()
        for name, value in remembered.items():
            self.look.remember(name, value)
        self.link = LogLink(path)
        self.door = OwnDoor(self.link, path, ())
        self.window = LogWindow(self.look, self.link, self.door)
        qtbot.addWidget(self.window)

    def open(self, width: int = 1280, height: int = 800) -> Log:
        self.window.resize(width, height)
        self.window.come()
        self.here()
        return self

    def here(self) -> None:
        """Until what was asked is shown."""
        self.qtbot.waitUntil(
            lambda: self.link.alive and bool(self.reader.of(ListRows)) and not self.window.rows.waits
        )
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            QApplication.sendPostedEvents()

    def calls(self) -> list[str]:
        return [row.call for row in self.window.rows.rows]

    def close(self) -> None:
        self.link.close()
        self.reader.close()
