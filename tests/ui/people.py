"""An engine's answers about people, and sheets on a desk whose engine gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.core.model import Dial, Doing
from desk.core.views import ContactView, HeadsetView, SideView, View
from desk.link_types import (
    ContactChange,
    Devices,
    FindContacts,
    ImportContacts,
    Importing,
    ListDevices,
    Reply,
    Request,
    SaveContact,
)
from tests.ui.conftest import Engine
from tests.ui.scenes import QUIET, call
from ui.link import Link
from ui.look import Look
from ui.sheet import Sheet
from ui.truth import Truth

BEN = ContactView(
    id="ben", name="Ben Adeyemi", company="Billing", numbers=("214",), notes="Mondays only", internal=True
)
CLARA = ContactView(
    id="clara",
    name="Clara Fontaine",
    company="Radiology",
    numbers=("230", "+442079460130"),
    internal=True,
)
OKAFOR = ContactView(
    id="okafor",
    name="Mrs Okafor",
    numbers=("+442079460173",),
    notes="Prefers the morning. Her mother's papers are in the blue folder.",
    vip=True,
)
WEBER = ContactView(
    id="weber", name="Jonas Weber", company="Weber & Söhne", numbers=("+4930901820",), language="de"
)
NUISANCE = ContactView(id="x", name="Prize Bureau", numbers=("+442079460666",), blocked=True)
DIETRICH = ContactView(
    id="dietrich", name="Dr Dietrich", company="Radiology", numbers=("230",), internal=True
)
IMPORTING = Importing(
    added=2,
    changed=1,
    unchanged=240,
    changes=(
        ContactChange(before=BEN, after=replace(BEN, company="Accounts", numbers=("214", "215"))),
        ContactChange(after=ContactView(name="Amara Nwosu", company="Ward 3", numbers=("+442079460111",))),
        ContactChange(after=ContactView(name="Bell & Co", numbers=("+442079460188",), vip=True)),
    ),
    problems=(
        "Line 14: '12ab' is no number that can be called.",
        "Line 90 has no name and no number; it was left out.",
    ),
)
PEOPLE = (BEN, CLARA, DIETRICH, OKAFOR, WEBER, NUISANCE)

TALKING = call(
    "t",
    Doing.TALKING,
    42,
    name="Mrs Okafor",
    number="+442079460173",
    dial=Dial.CAN,
    contacts=(OKAFOR,),
    vip=True,
)
WITH_HER: View = replace(QUIET, calls=(TALKING,))
READY = HeadsetView(ready=True, microphone="Jabra Evolve 20 MS", volume=0.8)
DEVICES = Devices(
    microphones=("Jabra Evolve 20 MS", "Webcam C270"),
    speakers=("Jabra Evolve 20 MS", "HDMI & DisplayPort"),
)
WITH_HEADSET: View = replace(WITH_HER, side=SideView(desk_phone=True, headset=READY))
UNPLUGGED: View = replace(
    WITH_HER,
    side=SideView(
        headset=replace(
            READY,
            ready=False,
            muted=True,
            problem="The headset Jabra Evolve 20 MS is not plugged in any more.",
            do="Plug it in again: the call goes on by itself.",
        )
    ),
)


def found(request: Request, people: tuple[ContactView, ...] = PEOPLE) -> Reply | None:
    """What an engine answers; people as the store finds them: every word in name, company or number."""
    if isinstance(request, ListDevices):
        return Reply(id=request.id, devices=DEVICES)
    if isinstance(request, ImportContacts):
        importing = replace(IMPORTING, applied=request.apply)
        return Reply(id=request.id, importing=importing)
    if isinstance(request, SaveContact):
        kept = replace(request.contact, id=request.contact.id or "new")
        return Reply(id=request.id, contacts=(kept,))
    if not isinstance(request, FindContacts):
        return Reply(id=request.id)
    sought = request.text.lower().split()
    digits = "".join(c for c in request.text if c.isdigit())
    if digits and not any(c.isalpha() for c in request.text):
        sought = [digits.lstrip("0")]
    hits = [p for p in people if all(w in f"{p.name} {p.company} {p.numbers}".lower() for w in sought)]
    if request.internal_first:
        hits.sort(key=lambda p: not p.internal)
    return Reply(id=request.id, contacts=tuple(hits[request.skip : request.skip + request.limit]))


class Host(QWidget):
    """A window with nothing in it but the sheet that is open."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.sheet: Sheet | None = None
        self.notice = QWidget(self)
        self.notice.hide()

    def put(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.closed.connect(lambda: setattr(self, "sheet", None))
        sheet.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("ground"))
        painter.end()


class Bare:
    """A sheet over a bare window, on an engine's socket of its own; its clock stands still."""

    def __init__(self, qtbot: QtBot, path: Path, view: View, **remembered: str | int) -> None:
        self.qtbot = qtbot
        self.engine = Engine(path)
        self.engine.view = view
        self.engine.answers = found
        self.look = Look()
        for name, value in remembered.items():
            self.look.remember(name, value)
        self.link = Link(path)
        self.truth = Truth(self.link, monotonic=lambda: 1000.0)
        self.window = Host(self.look)
        qtbot.addWidget(self.window)

    def open(self, width: int, height: int) -> None:
        self.look.fit_to(width, height)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.link.open()
        self.qtbot.waitUntil(lambda: self.truth.view == self.engine.view)
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            QApplication.sendPostedEvents()

    def show(self, view: View) -> None:
        self.engine.show(view)
        self.qtbot.waitUntil(lambda: self.truth.view == view)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def asked(self, kind: type[Request]) -> Request:
        """The last request of this kind, as it was meant: without its id."""
        self.qtbot.waitUntil(lambda: bool(self.engine.of(kind)))
        return replace(self.engine.of(kind)[-1], id=0)


MakeBare = Callable[..., Bare]


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeBare]:
    made: list[Bare] = []

    def make(view: View, width: int = 1280, height: int = 800, **remembered: str | int) -> Bare:
        one = Bare(qtbot, tmp_path / f"b{len(made)}.sock", view, **remembered)
        made.append(one)
        one.open(width, height)
        return one

    yield make
    for one in made:
        one.link.close()
        one.engine.close()
        one.truth._tick.stop()
