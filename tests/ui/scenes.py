"""Views as an engine would show them: one typical moment each, at a fixed time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from desk.core.model import Choice, Dial, Doing, LineState, Outcome, Presence, PromiseState, SideKind, Why
from desk.core.next_action import Because, NextAction, What
from desk.core.views import (
    AttemptView,
    CallView,
    ContactedView,
    ContactView,
    HeadsetView,
    LineView,
    MessageView,
    PromiseView,
    SideView,
    ThanksView,
    Trouble,
    View,
)

AT = datetime(2026, 3, 3, 10, 31, 12, tzinfo=UTC)  # a Tuesday
LONG_NAME = "Praxisgemeinschaft Schmidt-Hohenstaufen"  # 39 letters
LONG_NOTE = (
    "about the Tuesday appointment; she would like to bring her mother's papers and asks whether the door at "
    "the back is open before eight, because of the wheelchair, and which floor the lift goes to"
)


def ago(**length: float) -> datetime:
    return AT - timedelta(**length)


def ahead(**length: float) -> datetime:
    return AT + timedelta(**length)


def by(hour: int, minute: int) -> datetime:
    """A time as it is promised: to the minute, and one that five divides."""
    return AT.replace(hour=hour, minute=minute, second=0)


def call(id: str = "a", doing: Doing = Doing.GREETING, seconds: float = 12, **more: Any) -> CallView:
    given: dict[str, Any] = {
        "since": ago(seconds=seconds),
        "began_at": ago(seconds=seconds + 15),
        "met": Presence.SERVING,
    }
    return CallView(id=id, doing=doing, **{**given, **more})


def promise(id: int = 1, why: Why = Why.ASKED, **more: Any) -> PromiseView:
    given: dict[str, Any] = {"state": PromiseState.OPEN, "created_at": ago(minutes=9), "dial": Dial.CAN}
    return PromiseView(id=id, why=why, **{**given, **more})


OKAFOR = promise(
    1,
    name="Mrs Okafor",
    number="+442079460173",
    promised_by=by(10, 40),
    note="about the Tuesday appointment",
)
BELL = promise(2, name="Bell & Co", number="+442079460188", promised_by=by(10, 55), created_at=ago(minutes=2))
EXTENSION = promise(3, number="214", dial=Dial.EXTENSION, promised_by=by(11, 0), created_at=ago(minutes=1))
NO_TIME = promise(4, Why.HUNG_UP, number="+442079460199", created_at=ago(minutes=3))
OVERDUE = promise(
    5,
    name="Mr Lindqvist",
    number="+46812345678",
    promised_by=by(10, 25),
    broken=True,
    created_at=ago(minutes=28),
    attempts=(
        AttemptView(at=ago(minutes=12), outcome=Outcome.NO_ANSWER, by="Ana", note="rang for a minute"),
    ),
)
MESSAGE = promise(
    6,
    Why.MESSAGE,
    name="Dr Amara Nwosu",
    number="+442079460111",
    created_at=ago(minutes=14),
    messages=(MessageView(id="m1", seconds=24.4, at=ago(minutes=14), file="m1.wav"),),
)
HELD = call("h", Doing.HOLDING, 33, name="Mrs Okafor", number="+442079460173", dial=Dial.CAN, place=1,
            held_since=ago(seconds=48), choice=Choice.HOLD)  # fmt: skip
WAITING = call("w", Doing.HOLDING, 40, name="Harriet Jones", number="+442079460120", dial=Dial.CAN, place=1,
               held_since=ago(seconds=25), choice=Choice.HOLD)  # fmt: skip
BEFORE = (
    ContactedView(at=ago(days=1, minutes=20), end="spoken", by="Ana", note="bring the X-rays"),
    ContactedView(at=ago(days=6), out=True, end="no_answer", by="Tom"),
    ContactedView(at=ago(days=20), end="hung_up"),
)
TALKING = call(
    "t",
    Doing.TALKING,
    130,
    name="Mrs Okafor",
    number="+442079460173",
    dial=Dial.CAN,
    vip=True,
    contacts=(
        ContactView(
            id="c1",
            name="Mrs Okafor",
            company="Okafor & Daughters",
            vip=True,
            notes="Hard of hearing: slowly.",
        ),
    ),
    before=BEFORE,
    promise=1,
    promised_by=by(10, 40),
    taken_at=ago(seconds=130),
    by="Ana",
    choice=Choice.HOLD,
)
BEN = {"number": "214", "dial": Dial.EXTENSION, "name": "Ben Fisher", "internal": True, "out": True}
READY = SideView(headset=HeadsetView(ready=True), desk_phone=True)
PHONE = SideView(used=SideKind.DESK_PHONE, desk_phone=True)
LOST = SideView(
    desk_phone=True,
    headset=HeadsetView(
        problem="The headset was unplugged.", do="Plug it in again; the call goes on. Or use the desk phone."
    ),
)
RECORDING = call("r", Doing.RECORDING, 12, choice=Choice.MESSAGE)

QUIET = View(
    at=AT,
    desk_name="Reception 1",
    company="Brightwell Clinic",
    language="en",
    time_zone="UTC",
    country="GB",
    people=("Ana", "Tom"),
    state=Presence.FREE,
    chosen=Presence.FREE,
    since=ago(minutes=20),
    by="Ana",
    line=LineView(state=LineState.READY, address="192.0.2.7:5060"),
    calls=(),
    next=NextAction(),
    promises=(),
)
PRACTICE = replace(QUIET, line=LineView(state=LineState.READY, address="127.0.0.1:5060", practice=True))
SERVING_SINCE = {"state": Presence.SERVING, "chosen": Presence.SERVING, "since": ago(minutes=4, seconds=12)}


def with_promises(view: View, *promises: PromiseView, because: Because | None = None) -> View:
    """The view with these, the first of them next."""
    first = promises[0]
    what = What.LISTEN if first.why is Why.MESSAGE else What.CALL_BACK
    reason = because or Because.PROMISED
    return replace(
        view,
        promises=promises,
        next=NextAction(
            what=what, because=reason, promise=first.id, at=first.promised_by or first.created_at
        ),
    )


SCENES: dict[str, View] = {
    "quiet": QUIET,
    "practice": PRACTICE,
    "serving": replace(
        with_promises(QUIET, OKAFOR, BELL, EXTENSION, NO_TIME),
        **SERVING_SINCE,
        calls=(
            call("g", Doing.GREETING, 6, name="Jonas Weber", number="+4930901820", dial=Dial.CAN),
            RECORDING,
        ),
    ),
    "free": with_promises(QUIET, OKAFOR, BELL, EXTENSION, NO_TIME),
    "ringing": replace(
        with_promises(QUIET, OKAFOR, NO_TIME),
        calls=(
            call(
                "n",
                Doing.RINGING,
                4,
                name="Jonas Weber",
                number="+4930901820",
                dial=Dial.CAN,
                began_at=ago(seconds=4),
                met=Presence.FREE,
            ),
        ),
        next=NextAction(what=What.TAKE_CALL, because=Because.RINGING, call="n", at=ago(seconds=4)),
        desk_rings=True,
    ),
    "holding": replace(
        with_promises(QUIET, BELL, EXTENSION, NO_TIME),
        calls=(HELD, RECORDING),
        next=NextAction(what=What.TAKE_CALL, because=Because.HOLDING, call="h", at=HELD.held_since),
    ),
    "urgent": replace(
        with_promises(QUIET, OVERDUE, BELL, NO_TIME),
        **SERVING_SINCE,
        calls=(
            call("u", Doing.HOLDING, 22, number="+442079460142", dial=Dial.CAN, place=1, urgent=True,
                 held_since=ago(seconds=22), choice=Choice.URGENT),
            call("l", Doing.HOLDING, 95, name="Harriet Jones", number="+442079460120", dial=Dial.CAN, place=2,
                 held_since=ago(seconds=95), choice=Choice.HOLD),
            call("c", Doing.CHOOSING, 3),
        ),
        next=NextAction(what=What.TAKE_CALL, because=Because.URGENT, call="u", at=ago(seconds=22)),
    ),
    "overdue": with_promises(QUIET, OVERDUE, OKAFOR, BELL, MESSAGE, NO_TIME, because=Because.OVERDUE),
    "message": with_promises(QUIET, MESSAGE, NO_TIME, because=Because.MESSAGE),
    "closed": replace(
        with_promises(QUIET, OKAFOR), state=Presence.CLOSED, opens_at=by(13, 0)
    ),
    "talking": replace(
        with_promises(QUIET, OKAFOR, BELL, EXTENSION, NO_TIME),
        calls=(TALKING, WAITING),
        side=READY,
        next=NextAction(what=What.TAKE_CALL, because=Because.HOLDING, call="w", at=WAITING.held_since),
    ),
    "swap": replace(
        with_promises(QUIET, BELL, EXTENSION),
        calls=(
            replace(TALKING, promise=None, notes=("comes at 3",)),
            call("p", Doing.PARKED, 95, name="Harriet Jones", number="+442079460120", dial=Dial.CAN),
            call("s", Doing.TRANSFERRING, 7, name="Jonas Weber", number="+4930901820", dial=Dial.CAN,
                 sent_to="Ben Fisher"),
        ),
        side=replace(READY, headset=HeadsetView(ready=True, muted=True)),
        next=NextAction(what=What.RESUME, because=Because.PARKED_LONG, call="p", at=ago(seconds=95)),
    ),
    "came_back": replace(
        with_promises(QUIET, BELL, EXTENSION),
        calls=(
            call("b", Doing.PARKED, 9, name="Mrs Okafor", number="+442079460173", dial=Dial.CAN,
                 sent_to="Ben Fisher", came_back=Outcome.NO_ANSWER),
        ),
        side=READY,
        next=NextAction(what=What.RESUME, because=Because.CAME_BACK, call="b", at=ago(seconds=9)),
    ),
    "consult": replace(
        with_promises(QUIET, BELL),
        calls=(
            call("k", Doing.TALKING, 12, for_call="p", **BEN),
            call("p", Doing.PARKED, 48, name="Mrs Okafor", number="+442079460173", dial=Dial.CAN),
        ),
        side=READY,
    ),
    "ringing_there": replace(
        with_promises(QUIET, replace(OKAFOR, state=PromiseState.CLAIMED, claimed_by="Ana"), BELL),
        calls=(
            call("o1", Doing.RINGING_THERE, 12, out=True, calls_back=1, name="Mrs Okafor",
                 number="+442079460173", dial=Dial.CAN),
        ),
        side=READY,
        next=NextAction(what=What.CALL_BACK, because=Because.PROMISED, promise=2, at=BELL.promised_by),
    ),
    "pick_up": replace(
        with_promises(QUIET, BELL),
        calls=(replace(TALKING, doing=Doing.TAKEN, since=ago(seconds=3), promise=None, before=()),),
        side=replace(PHONE, rings=True),
    ),
    "headset_lost": replace(with_promises(QUIET, BELL), calls=(replace(TALKING, promise=None),), side=LOST),
    "outcome": replace(
        with_promises(QUIET, replace(OKAFOR, outcome_wanted=True), BELL, NO_TIME),
        side=READY,
        next=NextAction(what=What.SAY_OUTCOME, because=Because.OUTCOME_WANTED, promise=1),
    ),
    "claimed": with_promises(
        QUIET, replace(OKAFOR, state=PromiseState.CLAIMED, claimed_by="Tom"), BELL
    ),
    "machine": with_promises(
        QUIET,
        replace(
            MESSAGE,
            messages=(
                replace(
                    MESSAGE.messages[0],
                    words="Hello, this is Amara Nwosu. Please call my mobile, it is oh double seven, oh.",
                    said_number="+447700900123",
                ),
            ),
        ),
        because=Because.MESSAGE,
    ),
    "still": replace(with_promises(QUIET, OKAFOR), **SERVING_SINCE, still_serving_since=ago(seconds=5)),
    "thanked": replace(
        with_promises(QUIET, OKAFOR, BELL),
        thanks=(ThanksView(id=4, name="Ana", at=ago(hours=1), text=LONG_NOTE, by="Supervisor"),),
    ),
    "trouble": replace(
        with_promises(QUIET, OKAFOR, BELL),
        line=LineView(state=LineState.REFUSED, detail="The PBX refused the password for extension 6000."),
        troubles=(
            Trouble(
                what="line",
                happened="Line not registered: the PBX refused the password for extension 6000.",
                do="Check phone.password in the settings.",
                detail="401 Unauthorized from 192.0.2.1:5060",
            ),
        ),
    ),
    "long": replace(
        with_promises(
            QUIET,
            promise(7, name=LONG_NAME, number="+4930901820555", promised_by=by(10, 40), note=LONG_NOTE),
            *(
                promise(
                    20 + n,
                    name=f"{LONG_NAME} {n}",
                    number="+4930901820",
                    promised_by=by(10, 40) + timedelta(days=n),
                )
                for n in range(14)
            ),
        ),
        state=Presence.SERVING,
        chosen=Presence.SERVING,
        since=ago(hours=1, minutes=4, seconds=12),
        desk_name="Empfang Hauptgebäude, zweiter Eingang links",
        people=("Maximiliane Freifrau von Hohenstaufen-Lilienthal",),
        calls=tuple(
            call(f"x{n}", Doing.HOLDING, 30 + n, name=LONG_NAME, number="+4930901820", place=n + 1)
            for n in range(7)
        ),
    ),
}  # fmt: skip
