"""Requests about the supervisor's log: open it, correct what it says, thank somebody."""

from __future__ import annotations

from desk.core.events import LogExported, LogOpened
from desk.link_types import AmendEnd, AmendNote, AnyRequest, LogDoor, OpenLog, Reply, SayExported, Thank
from desk.log_door import Shut
from desk.requests.means import Means, no

AboutTheLog = OpenLog | AmendEnd | AmendNote | Thank | SayExported


async def answer(means: Means, request: AboutTheLog) -> Reply:
    """The reply, once it is done."""
    if isinstance(request, OpenLog):
        return await _open(means, request)
    by = means.log_door.opened_by(request.door)
    if by is None:
        return no(request, "The log is closed.", "Open it with the PIN, then try again.")
    match request:
        case SayExported():
            event = LogExported(
                at=means.now(), rows=request.rows, format=request.format, by=_by(means, request, by)
            )
            return await means.fed(request, event)
        case _:
            return no(request, "The log is not here yet.", "Ask again later.")


async def _open(means: Means, request: OpenLog) -> Reply:
    """With the PIN, or with a pass that is still good: then it was opened before."""
    door, given = means.log_door, request.door
    try:
        if request.pin or door.opened_by(given) is None:
            await _tried(means, request)
            given = door.new_pass(request.by)
        socket = await door.reader()
    except Shut as shut:
        return no(request, shut.happened, shut.do)
    return Reply(id=request.id, log_door=LogDoor(socket=str(socket), pass_=given))


async def _tried(means: Means, request: OpenLog) -> None:
    """The PIN is looked at, and the journal told. Raises `Shut`."""
    by = _by(means, request)
    try:
        await means.log_door.check(request.pin)
    except Shut as shut:
        if shut.tried:
            await means.engine.feed_and_wait(LogOpened(at=means.now(), opened=False, by=by))
        raise
    await means.engine.feed_and_wait(LogOpened(at=means.now(), by=by))


def _by(means: Means, request: AnyRequest, opened_by: str = "") -> str:
    """The key of who asks: as the window says it, or said when it opened the log, else the supervisor."""
    name = request.by or opened_by or means.settings.supervisor.name
    return means.engine.store.person_key(name)
