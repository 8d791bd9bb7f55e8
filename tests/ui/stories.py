"""Stories and figures by hand, at a fixed time, and a reader that tells them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import sin
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.core.ends import End, Left, Lost
from desk.core.model import Choice, Dial, Doing, Outcome, Presence, Told, Why
from desk.log_types import (
    AnyLogRequest,
    Busiest,
    CountFigures,
    Figures,
    FiguresView,
    LogHead,
    LogReply,
    LogRequest,
    LogRow,
    LookAtLog,
    NoteTold,
    PersonFigures,
    Playing,
    RecordingTold,
    Sides,
    Step,
    StepKind,
    Story,
    TellStory,
    WhyLost,
)

RANG = datetime(2026, 3, 3, 14, 10, 7, tzinfo=UTC)  # a Tuesday
HEAD = LogHead(
    company="Riverside Clinic",
    desk_name="Reception 1",
    language="en",
    time_zone="Europe/London",
    country="GB",
    interruptions=20_000,
    oldest=RANG - timedelta(days=200),
    newest=RANG + timedelta(days=2),
    channels=("phone",),
    by=("Ana", "Ben"),
    loaded=True,
    changed=1,
)


def after(**length: float) -> datetime:
    return RANG + timedelta(**length)


def step(told: StepKind, from_ring: float = 0, **more: Any) -> Step:
    return Step(told=told, at=more.pop("at", after(seconds=from_ring)), **more)


def row(**more: Any) -> LogRow:
    given: dict[str, Any] = {
        "call": "call-1",
        "at": RANG,
        "number": "+442079460173",
        "name": "Mrs Okafor",
        "dial": Dial.CAN,
        "met": Presence.SERVING,
    }
    return LogRow(**{**given, **more})


BEGAN = (
    step(StepKind.RANG),
    step(StepKind.HEARD, 4, doing=Doing.GREETING),
    step(StepKind.HEARD, 11, doing=Doing.CHOOSING),
)
NOTE = NoteTold(
    key="note-1",
    text="About the Tuesday appointment; wants to bring her mother's papers.",
    before=("about tuesday", "About the Tuesday appointment."),
)
LEVELS = tuple(round(abs(sin(i / 3.1) * sin(i / 17)) ** 0.7, 3) for i in range(200))
RECORDING = RecordingTold(
    id="rec-1",
    at=after(seconds=26),
    seconds=24.0,
    words="Hello, this is Ngozi Okafor. I'm calling about the appointment on Tuesday, could you please call "
    "me back before five? Thank you.",
    levels=LEVELS,
)

KEPT = Story(
    row=row(
        chose=Choice.MESSAGE,
        promise=7,
        promised_by=after(minutes=20, seconds=-7),
        end=End.KEPT,
        ended_at=after(minutes=14),
        by="Ana",
        minutes=13.2,
        attempts=2,
        recordings=1,
        notes=NOTE.text,
    ),
    steps=(
        *BEGAN,
        step(StepKind.PRESSED, 14, key="3"),
        step(StepKind.HEARD, 15, doing=Doing.RECORDING),
        step(StepKind.MESSAGE, 40, recording="rec-1", seconds=24),
        step(StepKind.PROMISED, 47, why=Why.MESSAGE, promised_by=after(minutes=20, seconds=-7)),
        step(StepKind.HEARD, 48, doing=Doing.LEAVING),
        step(StepKind.CALL_ENDED, 55, by="caller"),
        step(StepKind.PLAYED, 300, by="Ana"),
        step(StepKind.CALLED, 360, by="Ana", call="out-1"),
        step(StepKind.ATTEMPT, 400, by="Ana", outcome=Outcome.NO_ANSWER),
        step(StepKind.PUT_OFF, 410, by="Ana", promised_by=after(minutes=12)),
        step(StepKind.CALLED, 800, by="Ana", call="out-2"),
        step(StepKind.ATTEMPT, 840, by="Ana", outcome=Outcome.REACHED),
        step(StepKind.NOTE, 850, by="Ana", note=NOTE),
        step(StepKind.PROMISE_ENDED, 850, by="Ana", end=End.KEPT),
        step(
            StepKind.THANKED,
            at=after(days=1),
            by="Supervisor",
            to="Ana",
            note=NoteTold(key="", text="Well done!"),
        ),
    ),
    recordings=(RECORDING,),
)

LOST = Story(
    row=row(
        call="call-2",
        number=None,
        name=None,
        dial=Dial.WITHHELD,
        chose=Choice.HOLD,
        end=End.LOST,
        ended_at=after(seconds=102),
        held=88.0,
    ),
    steps=(
        *BEGAN,
        step(StepKind.PRESSED, 13, key="1"),
        step(StepKind.HEARD, 14, doing=Doing.HOLDING),
        step(StepKind.CALL_ENDED, 102, by="caller", left=Left.HOLDING),
    ),
    why_lost=WhyLost(lost=Lost.NO_NUMBER, left=Left.HOLDING, waited=102, met=Presence.SERVING, busy=2),
)

LONG = Story(
    row=row(
        call="call-3",
        name="Praxisgemeinschaft Schmidt-Hohenstaufen & Partner, Abteilung Rechnungswesen",
        company="Klinikum rechts der Isar der Technischen Universität München",
        vip=True,
        chose=Choice.CALLBACK,
        promise=9,
        promised_by=after(minutes=20),
        end=End.NOT_REACHED,
        by="Maximiliane-Charlotte von und zu Hohenstaufen",
        attempts=50,
        notes=NOTE.text,
        amended=True,
    ),
    steps=(
        *BEGAN,
        step(StepKind.PRESSED, 14, key="2"),
        step(StepKind.HEARD, 15, doing=Doing.CONFIRMING_NUMBER),
        step(StepKind.PROMISED, 25, why=Why.ASKED, promised_by=after(minutes=20)),
        step(StepKind.CALL_ENDED, 30, by="desk"),
        step(StepKind.RENEGOTIATED, 600, by="Ana", promised_by=after(days=1), caller_told=Told.BY_CALL),
        step(StepKind.CALLER_TOLD, 660, outcome=Outcome.VOICEMAIL),
        step(StepKind.RANG_AGAIN, 4000, call="call-4"),
        *(
            step(
                StepKind.ATTEMPT,
                at=after(hours=12 * i),
                by="Maximiliane-Charlotte von und zu Hohenstaufen",
                outcome=Outcome.BUSY,
            )
            for i in range(1, 50)
        ),
        step(StepKind.PROMISE_ENDED, at=after(days=26), end=End.NOT_REACHED),
        step(
            StepKind.AMENDED,
            at=after(days=27),
            by="Supervisor",
            was=End.CANCELLED,
            end=End.NOT_REACHED,
            reason="She was called from the other office, nobody answered, see the list of the 4th.",
        ),
    ),
    recordings=(
        msgspec.structs.replace(RECORDING, id="rec-2", words="", seconds=119.4),
        msgspec.structs.replace(RECORDING, id="rec-3", kept=False, levels=(), words=""),
    ),
    why_lost=WhyLost(lost=Lost.NOT_REACHED, waited=30, met=Presence.SERVING, attempts=50),
)

STORIES = {"kept": KEPT, "lost": LOST, "long": LONG}


def figures(**more: Any) -> Figures:
    given: dict[str, Any] = {
        "interruptions": 312,
        "promises": 61,
        "due": 50,
        "kept": 46,
        "kept_share": 0.92,
        "minutes_median": 12.0,
        "minutes_p90": 38.0,
        "lost": 9,
        "greeted_soon": 280,
        "greeted_of": 300,
        "greeted_share": 0.933,
        "longest_hold": 171.0,
        "open_now": 3,
        "overdue_now": 1,
    }
    return Figures(**{**given, **more})


HEAT = tuple(
    tuple(
        max(0, round((9 - abs(hour - 10) * 2 + weekday) * (0.4 if weekday > 4 else 1)))
        if 8 <= hour < 18
        else 0
        for hour in range(24)
    )
    for weekday in range(7)
)
WEEK = FiguresView(
    since=RANG.replace(hour=0, minute=0, second=0) - timedelta(days=1),
    until=RANG.replace(hour=0, minute=0, second=0) + timedelta(days=27),
    now=Sides(
        everybody=figures(),
        customers=figures(kept_share=0.94, lost=7, minutes_median=11.0),
        colleagues=figures(kept_share=0.8, lost=2, minutes_median=26.0, longest_hold=None),
    ),
    before=Sides(
        everybody=figures(kept_share=0.88, kept=44, lost=9, minutes_median=15.0, greeted_share=0.95),
        customers=figures(kept_share=0.9),
        colleagues=figures(kept_share=None),
    ),
    heat=HEAT,
    days=(4,) * 7,
    second_person=(Busiest(weekday=4, hour=10, average=3.3), Busiest(weekday=3, hour=10, average=3.0)),
    people=(
        PersonFigures(name="Ana", kept=21, thanks=2),
        PersonFigures(name="Ben", kept=17),
        PersonFigures(name="Maximiliane-Charlotte von und zu Hohenstaufen", kept=8, thanks=1),
    ),
)
EMPTY = FiguresView(since=WEEK.since, until=WEEK.until, heat=((0,) * 24,) * 7, days=(1,) * 7)


class Reader(QObject):
    """The other end of the log's link, a real local socket: tells what it has, keeps what it was asked."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.head = path, HEAD
        self.asked: list[LogRequest] = []
        self.stories = {story.row.call: story for story in STORIES.values()}
        self.figures = WEEK
        self.sockets: list[QLocalSocket] = []
        self.answers: Callable[[LogRequest], LogReply | None] = self.answer
        self._decoder = msgspec.json.Decoder(AnyLogRequest)
        self.server = QLocalServer(self)
        QLocalServer.removeServer(str(path))
        assert self.server.listen(str(path)), self.server.errorString()
        self.server.newConnection.connect(self._come)

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
                self.send(msgspec.structs.replace(reply, id=request.id), socket)

    def answer(self, request: LogRequest) -> LogReply:
        if isinstance(request, LookAtLog):
            return LogReply(id=0, head=self.head)
        if isinstance(request, TellStory):
            story = self.stories.get(request.call)
            if story is None:
                return LogReply(id=0, ok=False, happened="There is no such call.", do="It may be too old.")
            return LogReply(id=0, story=story)
        if isinstance(request, CountFigures):
            return LogReply(id=0, figures=self.figures)
        return LogReply(id=0)

    def send(self, said: msgspec.Struct, socket: QLocalSocket | None = None) -> None:
        for one in [socket] if socket else self.sockets:
            one.write(msgspec.json.encode(said) + b"\n")
            one.flush()

    def play(self, **more: Any) -> None:
        self.send(Playing(**more))

    def of(self, kind: type[LogRequest]) -> list[Any]:
        return [request for request in self.asked if type(request) is kind]
