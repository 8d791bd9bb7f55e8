"""A morning at the real desk window, by keys only: what every card says at each moment.

The engine is real, its headset says a tone; callers, the colleague and who is called back are telephones of a
real Asterisk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from desk.core.views import ContactView
from desk.link_types import SaveContact
from desk.places import socket_path
from tests.peers import dialplan
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError, Robot, hum, keys, wait
from tests.peers.dialplan import outside
from tests.peers.person import OTHER_VOICE, VOICE, Person
from ui.app import Windows
from ui.bits import Words
from ui.button import Button
from ui.people_list import TITLE
from ui.rows import Rows

pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(Asterisk.missing() is not None, reason=str(Asterisk.missing())),
]
Key = Qt.Key
OKAFOR, BELL, ENGAGED = "+442079460901", "+442079460902", outside(dialplan.AS_TOLD)
RETRY_AFTER = 12
RUNNING = {
    r"\b\d\d:\d\d\b": "10:40",
    r"\b\d:\d\d\b": "0:00",
    r"just now|\d+ minutes? ago": "just now",
    r"\d+ minutes left": "18 minutes left",
    r"in \d+ minutes": "in 18 minutes",
}
"""Times as they run, and what is read instead."""


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    try:
        pbx = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with pbx:
        person = Person(pbx, tmp_path, policy={"retry_after": RETRY_AFTER, "warn_before": 0}, desk_phone="")
        here = datetime.now(UTC)
        zone = (here.hour - 10 + 12) % 24 - 12  # it is ten in the morning there; west is plus in these names
        person.engine.sections["desk"] = {
            **person.engine.sections["desk"],
            "time_zone": f"Etc/GMT{zone:+d}",
            "people": ["Ana"],
        }
        with person.engine.with_headset(tmp_path / "heard"):
            for contact in (
                ContactView(name="Mrs Okafor", numbers=(OKAFOR,)),
                ContactView(name="Harriet Bell", numbers=(BELL,)),
                ContactView(name="Cy Young", numbers=(ENGAGED,)),
                ContactView(name="Ben Fisher", company="Billing", numbers=("216",), internal=True),
            ):
                person.engine.do(SaveContact(contact=contact))
            yield person


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, person: Person, in_english: object) -> Iterator[Windows]:
    windows = Windows(socket_path(person.engine.data), [], "en", tmp_path / "window.ini")
    qtbot.addWidget(windows.desk)
    windows.begin()
    qtbot.waitUntil(lambda: windows.truth.fresh, timeout=20_000)
    yield windows
    windows.keeper.leave()
    windows.link.close()
    windows.truth._tick.stop()


class Receptionist:
    """What she sees, and the keys she presses."""

    def __init__(self, qtbot: QtBot, windows: Windows) -> None:
        self.qtbot, self.windows, self.desk = qtbot, windows, windows.desk

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.desk, key, modifier)

    def types(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.desk, text)

    def sees(self, *expected: str, within: int = 20) -> None:
        """All of this, and nothing else, stands in Now, at the call of hers, in Next and in Promised."""

        def same() -> None:
            assert self.seen() == list(expected)

        self.qtbot.waitUntil(same, timeout=within * 1000)

    def seen(self) -> list[str]:
        desk = self.desk
        said = [
            *("NOW " + read(card) for card in in_order(desk.now.rows)),
            "YOU " + read(desk.talk),
            "NEXT " + read(desk.next.brief if desk.next.card.isHidden() else desk.next.card),
            *("OWED " + read(row) for row in in_order(desk.promised.rows)),
        ]
        return [part for part in said if part.partition(" ")[2]]

    def found(self) -> list[str]:
        """Whom a sheet with a list in it offers."""
        sheet = self.desk.sheet
        models = [each.model() for each in sheet.findChildren(QListView)] if sheet is not None else []
        return [m.data(m.index(row, 0), TITLE) for m in models for row in range(m.rowCount())]


def in_order(rows: Rows) -> list[QWidget]:
    items = [rows.layout_.itemAt(i) for i in range(rows.layout_.count())]
    return [w for item in items if item is not None and (w := item.widget()) is not None]


def read(part: QWidget) -> str:
    """The words, and the buttons with their keys, as they are seen from the top; times stand still."""
    if not part.isVisible():
        return ""
    seen = [w for w in part.findChildren(QWidget) if w.isVisible() and isinstance(w, (Words, Button))]
    seen.sort(key=lambda w: (w.mapTo(part, QPoint(0, 0)).y(), w.mapTo(part, QPoint(0, 0)).x()))
    said = [
        w.text() if isinstance(w, Words) else f"[{w.label} {w.key_hint}]".replace(" ]", "]") for w in seen
    ]
    text = "; ".join(t for t in said if t).replace("\u00a0", " ").replace("\u2011", "-")
    for running, still in RUNNING.items():
        text = re.sub(running, still, text)
    return text


TALKING = "Talking; [Hold F6]; [Pass on F7]; [Hang up F12]; [Keys]; [Mute]; [Open in People]"
CY_LATER = "OWED 10:40; Cy Young; in 18 minutes"
CALL_CY = (
    "NEXT Call Cy Young back; +1 202-555-0190; Promised by 10:40, 18 minutes left; "
    "Asked to be called back, just now; [Call back F3]; [Later]; [Done]"
)


def test_a_morning(qtbot: QtBot, windows: Windows, person: Person) -> None:
    her, pbx = Receptionist(qtbot, windows), person.pbx

    def rings(number: str, *steps: str) -> Robot:
        calls = len(her.desk.now.cards)
        robot = pbx.call(person.user, *steps, caller=f"Robot <{number}>")
        qtbot.waitUntil(lambda: len(her.desk.now.cards) == calls + 1, timeout=15_000)
        return robot

    her.sees("NEXT Nothing waits; Nobody is waiting for you.")

    # a visitor comes; three callers are greeted meanwhile
    her.presses(Key.Key_F2)
    her.sees("NEXT Nothing waits; Whoever is in front of you has all your time.")
    okafor = rings(OKAFOR, wait(4), keys("1"), hum(VOICE))
    bell = rings(BELL, wait(7), keys("1"), hum(OTHER_VOICE))
    rings(ENGAGED, wait(5), keys("2"), wait(2.5), keys("1"), wait(30))
    her.sees(
        "NOW Mrs Okafor; 020 7946 0901; hears the greeting; 0:00; [Take]",
        "NOW Harriet Bell; 020 7946 0902; hears the greeting; 0:00; [Take]",
        "NOW Cy Young; +1 202-555-0190; hears the greeting; 0:00; [Take]",
        "NEXT Nothing waits; The callers are being looked after.",
    )
    first = "NOW Mrs Okafor; 020 7946 0901; holding, 1st in line; 0:00; [Take F5]"
    next_okafor = "NEXT Mrs Okafor is waiting; 020 7946 0901; Holding 0:00, 1st in line; [Take F3]"
    second = "NOW Harriet Bell; 020 7946 0902; holding, 2nd in line; 0:00; [Take]"
    her.sees(first, second, next_okafor, CY_LATER, within=40)

    # the visitor leaves; who holds longest is taken
    her.presses(Key.Key_F2)
    qtbot.waitUntil(lambda: not windows.truth.serving)
    her.sees(first, second, next_okafor, CY_LATER)
    her.presses(Key.Key_F5)
    bell_first = "NOW Harriet Bell; 020 7946 0902; holding, 1st in line; 0:00; [Take F5]"
    her.sees(
        bell_first,
        f"YOU WITH YOU; Mrs Okafor; 0:00; 020 7946 0901; {TALKING}",
        "NEXT Harriet Bell: holding 0:00, 1st in line",
        CY_LATER,
    )
    her.presses(Key.Key_F12)
    next_bell = "NEXT Harriet Bell is waiting; 020 7946 0902; Holding 0:00, 1st in line; [Take F3]"
    her.sees(bell_first, next_bell, CY_LATER)
    okafor.wait_ended(10)

    # the next is passed on to a colleague who does not pick up, and comes back
    with_bell = f"YOU WITH YOU; Harriet Bell; 0:00; 020 7946 0902; {TALKING}"
    after_bell = "NEXT Call Cy Young back: 10:40, 18 minutes left"
    her.presses(Key.Key_F5)
    her.sees(with_bell, after_bell, CY_LATER)
    her.presses(Key.Key_F7)
    her.types("fish")
    qtbot.waitUntil(lambda: her.found() == ["Ben Fisher"], timeout=10_000)
    her.presses(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: her.desk.sheet is None, timeout=10_000)
    her.sees(
        "NOW Harriet Bell; 020 7946 0902; being passed on to Ben Fisher; 0:00",
        CALL_CY,
        CY_LATER,
    )
    her.sees(
        "NOW Harriet Bell; 020 7946 0902; Ben Fisher did not answer; on hold; 0:00; [Resume F6]",
        "NEXT Harriet Bell is back; 020 7946 0902; Ben Fisher did not answer, on hold 0:00; [Resume F3]",
        CY_LATER,
        within=30,
    )
    her.presses(Key.Key_F6)
    her.sees(with_bell, after_bell, CY_LATER)
    her.presses(Key.Key_F12)
    her.sees(CALL_CY, CY_LATER)
    bell.wait_ended(10)

    # the callback: engaged, put off by itself, and tried again
    her.presses(Key.Key_F3)
    her.sees(
        "NEXT Nothing waits; Nobody is waiting for you.",
        "OWED 10:40; Cy Young; put off until 10:40",
    )
    pbx.tell(ENGAGED.lstrip("+"), dialplan.ANSWERS)
    her.sees(CALL_CY.replace("; [Call", "; Tried once, at 10:40: busy; [Call", 1), CY_LATER, within=30)
    her.presses(Key.Key_F3)
    claimed = "OWED 10:40; Cy Young; you are calling"
    with_cy = "Cy Young; 0:00; +1 202-555-0190"
    known = (
        "Promised by 10:40, 18 minutes left; 10:40  called by us, busy, Ana; 10:40  rang, callback promised"
    )
    her.sees(
        f"YOU CALLING; {with_cy}; It rings there; [Hang up F12]; {known}",
        "NEXT Nothing waits",
        claimed,
    )
    her.sees(f"YOU WITH YOU; {with_cy}; {TALKING}; {known}", "NEXT Nothing waits", claimed)
    her.presses(Key.Key_F12)
    her.sees(
        "NEXT How did it go with Cy Young?; +1 202-555-0190; [Reached F3]; "
        "[No answer 2]; [Busy 3]; [Voicemail 4]; [Wrong number 5]",
        "OWED 10:40; Cy Young; how did it go?",
    )
    her.presses(Key.Key_F3)
    her.sees("NEXT Nothing waits; Nobody is waiting for you.")
    (kept,) = person.engine.promises()
    assert (kept.state, len(kept.attempts)) == ("kept", 2), kept
