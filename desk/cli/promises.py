"""Commands about one promise: call back, say who calls, how it ended, a new time.

PROMISE is the number that `onemoment promises` shows, or "next" for the one the desk should turn to.
"""

from __future__ import annotations

import argparse
import contextlib

from desk import as_json
from desk.cli.asking import WELL, Sorry, ask, look
from desk.cli.declaring import Commands, with_side
from desk.core.model import Outcome, PromiseState, Told
from desk.core.promises import CLOSED_BY_HAND
from desk.link_types import (
    AnyRequest,
    CallBack,
    Claim,
    ClosePromise,
    NoteAttempt,
    PutOff,
    Renegotiate,
    Unclaim,
)


def declare(commands: Commands) -> None:
    """Add these commands."""
    made = {}
    for name, run, help in (
        ("call-back", _call_back, "call somebody back"),
        ("claim", _claim, "say that you call back now, on another phone"),
        ("unclaim", _unclaim, "give that back"),
        ("outcome", _outcome, "say how an attempt to call back ended"),
        ("done", _done, "say that nothing is owed any more"),
        ("later", _later, "pass a promise over for a while"),
        ("new-time", _new_time, "give a promise a new time"),
    ):
        command = made[name] = commands.command(name, run, help, by=True)
        command.add_argument("promise", type=_promise, metavar="PROMISE", help="its number, or next")
    made["call-back"].add_argument("--to", default="", metavar="NUMBER", help="at another number")
    with_side(made["call-back"])
    made["outcome"].add_argument("outcome", choices=[o.value for o in Outcome])
    made["done"].add_argument(
        "--state", choices=[s.value for s in CLOSED_BY_HAND], default="kept", help="how it ended (kept)"
    )
    for name in ("outcome", "done"):
        made[name].add_argument("--note", default="", metavar="TEXT", help="a note")
    for name in ("later", "new-time"):
        made[name].add_argument("minutes", type=int, metavar="MINUTES", help="from now")
    made["new-time"].add_argument("--tell", action="store_true", help="let the desk call and say so")


def _promise(text: str) -> int | None:
    """Its number, None for the next."""
    if text == "next":
        return None
    with contextlib.suppress(ValueError):
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no promise. Give its number, or next.")


def _id(asked: argparse.Namespace) -> int:
    if asked.promise is not None:
        return int(asked.promise)
    view = look(asked)
    if view.next.promise is not None:
        return view.next.promise
    if len(view.promises) == 1:
        return view.promises[0].id
    raise Sorry("No promise is next.", "Name it: onemoment promises shows them.")


def _ask(asked: argparse.Namespace, request: AnyRequest) -> int:
    call = ask(asked, request).call
    if asked.json:
        print(as_json.text({"promise": getattr(request, "promise", None), "call": call}))
    return WELL


def _call_back(asked: argparse.Namespace) -> int:
    return _ask(asked, CallBack(promise=_id(asked), to=asked.to[:80], side=asked.side, by=asked.by))


def _claim(asked: argparse.Namespace) -> int:
    return _ask(asked, Claim(promise=_id(asked), by=asked.by))


def _unclaim(asked: argparse.Namespace) -> int:
    return _ask(asked, Unclaim(promise=_id(asked), by=asked.by))


def _outcome(asked: argparse.Namespace) -> int:
    outcome = Outcome(asked.outcome)
    return _ask(asked, NoteAttempt(promise=_id(asked), outcome=outcome, note=asked.note, by=asked.by))


def _done(asked: argparse.Namespace) -> int:
    state = PromiseState(asked.state)
    return _ask(asked, ClosePromise(promise=_id(asked), state=state, note=asked.note, by=asked.by))


def _later(asked: argparse.Namespace) -> int:
    return _ask(asked, PutOff(promise=_id(asked), minutes=asked.minutes, by=asked.by))


def _new_time(asked: argparse.Namespace) -> int:
    told = Told.BY_CALL if asked.tell else Told.NOT_TOLD
    return _ask(asked, Renegotiate(promise=_id(asked), minutes=asked.minutes, told=told, by=asked.by))
