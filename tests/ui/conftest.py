from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.views import View
from desk.link_types import AnyRequest, FromEngine, Reply, Request, Shown, Watch
from ui.app import Language
from ui.desk_window import DeskWindow
from ui.link import Link
from ui.look import Look
from ui.notice import EngineState
from ui.truth import Truth


class Engine(QObject):
    """The other end of the link, a real local socket: shows what it is told to, keeps what it was asked."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.asked: list[Request] = []
        self.watchers: list[QLocalSocket] = []
        self.view: View | None = None
        self.answers: Callable[[Request], Reply | None] = lambda request: Reply(id=request.id)
        self._decoder = msgspec.json.Decoder(AnyRequest)
        self.server = QLocalServer(self)
        self.open()

    def open(self) -> None:
        QLocalServer.removeServer(str(self.path))
        assert self.server.listen(str(self.path)), self.server.errorString()
        self.server.newConnection.connect(self._come, Qt.ConnectionType.UniqueConnection)

    def close(self) -> None:
        self.server.close()
        for socket in self.watchers:
            socket.abort()
        self.watchers.clear()

    def _come(self) -> None:
        socket = self.server.nextPendingConnection()
        self.watchers.append(socket)
        socket.readyRead.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            request = self._decoder.decode(socket.readLine().data())
            self.asked.append(request)
            reply = self.answers(request)
            if reply is not None:
                self.send(reply, socket)
            if isinstance(request, Watch) and self.view is not None:
                self.send(Shown(view=self.view), socket)

    def show(self, view: View) -> None:
        self.view = view
        for socket in self.watchers:
            self.send(Shown(view=view), socket)

    def send(self, said: FromEngine | bytes, socket: QLocalSocket | None = None) -> None:
        line = said if isinstance(said, bytes) else msgspec.json.encode(said) + b"\n"
        for one in [socket] if socket else self.watchers:
            one.write(line)
            one.flush()

    def of(self, kind: type[Request]) -> list[Request]:
        return [r for r in self.asked if type(r) is kind]


class Desk:
    """A desk window on a socket of its own, its clock standing still."""

    def __init__(self, qtbot: QtBot, path: Path, view: View | None = None, **remembered: str | int) -> None:
        self.qtbot = qtbot
        self.engine = Engine(path)
        self.engine.view = view
        self.time = 1000.0
        self.look = Look()
        for name, value in remembered.items():
            self.look.remember(name, value)
        self.link = Link(path)
        self.truth = Truth(self.link, monotonic=lambda: self.time)
        self.engine_state = EngineState()
        self.window = DeskWindow(self.look, self.truth, self.engine_state)
        qtbot.addWidget(self.window)

    def open(self, width: int = 1280, height: int = 800) -> Desk:
        self.window.resize(width, height)
        self.link.open()
        self.window.show()
        if self.engine.view is not None:
            self.qtbot.waitUntil(lambda: self.truth.view == self.engine.view)
        self.settle()
        return self

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            QApplication.sendPostedEvents()

    def show(self, view: View) -> None:
        self.engine.show(view)
        self.qtbot.waitUntil(lambda: self.truth.view == view)
        self.settle()

    def asked(self, kind: type[Request]) -> Request:
        self.qtbot.waitUntil(lambda: bool(self.engine.of(kind)))
        return self.engine.of(kind)[-1]


MakeDesk = Callable[..., Desk]


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication) -> Iterator[Language]:
    qapp.setStyle("Fusion")
    language = Language("en")
    yield language
    # a window that was closed goes now: everything that is drawn later would be drawn in it too
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.speak("en")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(view: View | None = None, width: int = 1280, height: int = 800, **remembered: str | int) -> Desk:
        one = Desk(qtbot, tmp_path / f"e{len(made)}.sock", view, **remembered)
        made.append(one)
        return one.open(width, height)

    yield make
    for one in made:
        one.link.close()
        one.engine.close()
        one.truth._tick.stop()
