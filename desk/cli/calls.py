"""Commands about live calls: take, hold, resume, hang up, pass on, press keys, note.

CALL is the id that `onemoment status` shows, "next" for the call the desk should turn to, or "this" for the
one spoken with.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from desk import as_json
from desk.cli.asking import WELL, Sorry, ask, look
from desk.cli.declaring import Commands, with_side
from desk.core.model import Doing
from desk.core.views import CallView, View
from desk.link_types import (
    AnyRequest,
    Consult,
    DropCall,
    JoinConsult,
    NoteCall,
    ParkCall,
    ResumeCall,
    SendCall,
    SendKeys,
    TakeCall,
)

WITH_PERSON = (Doing.TALKING, Doing.TAKEN, Doing.DIALLING, Doing.RINGING_THERE)
NOT_WAITING = (*WITH_PERSON, Doing.PARKED, Doing.TRANSFERRING, Doing.TELLING, Doing.LEAVING)


def declare(commands: Commands) -> None:
    """Add these commands."""
    command = commands.command
    take = command("take", _take, "speak with a caller", by=True)
    take.add_argument("call", nargs="?", default="next", metavar="CALL", help="an id, or next (next)")
    with_side(take)
    hold = command("hold", _hold, "put a call on hold", by=True)
    hold.add_argument("call", nargs="?", default="this", metavar="CALL", help="an id, or this (this)")
    resume = command("resume", _resume, "speak with a call on hold again", by=True)
    resume.add_argument("call", nargs="?", default="next", metavar="CALL", help="an id, or next (next)")
    with_side(resume)
    hang_up = command("hang-up", _hang_up, "hang up on a call", by=True)
    hang_up.add_argument("call", nargs="?", default="this", metavar="CALL", help="an id, or this (this)")
    transfer = command("transfer", _transfer, "pass a call on without asking first", by=True)
    transfer.add_argument("call", metavar="CALL", help="an id, or this")
    transfer.add_argument("to", metavar="TO", help="a number or an extension")
    consult = command("consult", _consult, "put a call on hold and ask a colleague first", by=True)
    consult.add_argument("call", metavar="CALL", help="an id, or this")
    consult.add_argument("to", metavar="TO", help="a number or an extension")
    with_side(consult)
    join = command("join", _join, "pass the caller on to the colleague being asked", by=True)
    join.add_argument("call", nargs="?", default="this", metavar="CALL", help="the call to them (this)")
    keys = command("keys", _keys, "press keys into the call spoken with", by=True)
    keys.add_argument("call", metavar="CALL", help="an id, or this")
    keys.add_argument("keys", metavar="KEYS", help="0 to 9, * and #; - reads them from standard input")
    note = command("note", _note, "write a note to a call", by=True)
    note.add_argument("call", metavar="CALL", help="an id, or this")
    note.add_argument("text", metavar="TEXT")


def _waits(call: CallView) -> bool:
    return not call.out and call.doing not in NOT_WAITING


def _parked(call: CallView) -> bool:
    return call.doing is Doing.PARKED


def _with_person(call: CallView) -> bool:
    return call.doing in WITH_PERSON


def _call(asked: argparse.Namespace, next_is: Callable[[CallView], bool] = _waits) -> str:
    """The id that is meant. Raises `Sorry`."""
    if asked.call not in ("next", "this"):
        return str(asked.call)
    view = look(asked)
    if asked.call == "this":
        found = [c for c in view.calls if _with_person(c)]
        if not found:
            raise Sorry("Nobody is being spoken with.", "Name the call: onemoment status shows them.")
        return found[0].id
    return _next(view, next_is)


def _next(view: View, fits: Callable[[CallView], bool]) -> str:
    """Of the calls that fit the one on the card, else the first in line, else the one that came first."""
    found = [c for c in view.calls if fits(c)]
    if not found:
        raise Sorry("There is no such call just now.", "See what goes on with: onemoment status")
    found.sort(key=lambda c: (c.id != view.next.call, c.place or 10**6, c.began_at))
    return found[0].id


def _done(asked: argparse.Namespace, request: AnyRequest) -> int:
    call = ask(asked, request).call
    if asked.json:
        print(as_json.text({"call": call or getattr(request, "call", "")}))
    return WELL


def _take(asked: argparse.Namespace) -> int:
    return _done(asked, TakeCall(call=_call(asked), side=asked.side, by=asked.by))


def _hold(asked: argparse.Namespace) -> int:
    return _done(asked, ParkCall(call=_call(asked, _with_person), by=asked.by))


def _resume(asked: argparse.Namespace) -> int:
    return _done(asked, ResumeCall(call=_call(asked, _parked), side=asked.side, by=asked.by))


def _hang_up(asked: argparse.Namespace) -> int:
    return _done(asked, DropCall(call=_call(asked, _with_person), by=asked.by))


def _transfer(asked: argparse.Namespace) -> int:
    return _done(asked, SendCall(call=_call(asked, _parked), to=asked.to, by=asked.by))


def _consult(asked: argparse.Namespace) -> int:
    return _done(asked, Consult(call=_call(asked, _parked), to=asked.to, side=asked.side, by=asked.by))


def _join(asked: argparse.Namespace) -> int:
    return _done(asked, JoinConsult(call=_call(asked, _with_person), by=asked.by))


def _keys(asked: argparse.Namespace) -> int:
    keys = sys.stdin.readline().strip() if asked.keys == "-" else asked.keys
    if not 1 <= len(keys) <= 40:
        raise Sorry("These are too many keys, or none.", "Give 1 to 40 of 0 to 9, * and #.")
    return _done(asked, SendKeys(call=_call(asked, _with_person), keys=keys, by=asked.by))


def _note(asked: argparse.Namespace) -> int:
    if not 1 <= len(asked.text) <= 2000:
        raise Sorry("A note has 1 to 2000 letters.", "Write a shorter one.")
    return _done(asked, NoteCall(call=_call(asked, _with_person), text=asked.text, by=asked.by))
