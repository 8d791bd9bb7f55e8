"""Requests about the supervisor's log: open it, correct what it says, thank somebody."""

from __future__ import annotations

from desk.core.ends import End, may_amend
from desk.core.events import EndAmended, LogExported, LogOpened, NoteAmended, ThanksGiven
from desk.link_types import AmendEnd, AmendNote, LogDoor, OpenLog, Reply, SayExported, Thank
from desk.log_door import Shut
from desk.requests.means import Means, no

AboutTheLog = OpenLog | AmendEnd | AmendNote | Thank | SayExported

NO_SUCH_CALL = "There is no such call.", "Look at the log."
NO_REASON = "A correction needs a reason.", "Write why, in a few words."


async def answer(means: Means, request: AboutTheLog) -> Reply:
    """The reply, once it is done."""
    if isinstance(request, OpenLog):
        return await _open(means, request)
    opened_by = means.log_door.opened_by(request.door)
    if opened_by is None:
        return no(request, "The log is closed.", "Open it with the PIN, then try again.")
    by = _by(means, request, opened_by)
    match request:
        case AmendEnd():
            async with means.turn:
                return await _end(means, request, by)
        case AmendNote():
            async with means.turn:
                return await _note(means, request, by)
        case Thank():
            return await _thank(means, request, by)
        case SayExported():
            event = LogExported(at=means.now(), rows=request.rows, format=request.format, by=by)
            return await means.fed(request, event)


async def _open(means: Means, request: OpenLog) -> Reply:
    """With the PIN, or with a pass that is still good: then it was opened before."""
    door, given = means.log_door, request.door
    try:
        if request.pin or door.opened_by(given) is None:
            await _tried(means, request)
            given = door.new_pass(request.by)
        socket = str(await door.reader()) if request.reader else ""
    except Shut as shut:
        return no(request, shut.happened, shut.do)
    return Reply(id=request.id, log_door=LogDoor(socket=socket, pass_=given))


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


async def _end(means: Means, request: AmendEnd, by: str) -> Reply:
    found = means.engine.store.ending(request.call)
    if found is None:
        return no(request, *NO_SUCH_CALL)
    allowed = may_amend(found.end, found.state)
    if found.end is End.LIVE:
        return no(request, "This call is still going on.", "Correct it when it has ended.")
    if not allowed:
        return no(request, "This caller is still to be called back.", "End the promise at the desk first.")
    if request.end is found.end:
        return no(request, "The log says so already.", "Choose another end.")
    if request.end not in allowed:
        return no(request, "This cannot be the end of this call.", "Choose another end.")
    reason = means.note(request.reason)
    if reason is None:
        return no(request, *NO_REASON)
    state = means.engine.store.promise_when(request.call, request.end)
    event = EndAmended(
        at=means.now(),
        call=request.call,
        was=found.end,
        end=request.end,
        reason=reason,
        promise=None if state is found.state else found.promise,
        state=None if state is found.state else state,
        by=by,
    )
    return await means.fed(request, event)


async def _note(means: Means, request: AmendNote, by: str) -> Reply:
    store = means.engine.store
    if store.ending(request.call) is None:
        return no(request, *NO_SUCH_CALL)
    said = store.note(request.note) if store.note_is_of(request.note, request.call) else None
    if said is None:
        return no(request, "There is no such note any more.", "Look at the log again.")
    text = request.text.strip()
    if not text:
        return no(request, "A note cannot be taken away.", "Write what it should say.")
    if text == said:
        return no(request, "The note says so already.", "Write it anew, or leave it.")
    if not request.reason.strip():
        return no(request, *NO_REASON)
    now, reason = means.note(text), means.note(request.reason)
    assert now is not None
    assert reason is not None
    event = NoteAmended(at=means.now(), call=request.call, note=request.note, now=now, reason=reason, by=by)
    return await means.fed(request, event)


async def _thank(means: Means, request: Thank, by: str) -> Reply:
    name = _who_works_here(means, request.to)
    if name is None:
        return no(request, "Nobody of that name works at this desk.", "Look at how the name is written.")
    if request.call is not None and means.engine.store.ending(request.call) is None:
        return no(request, *NO_SUCH_CALL)
    to = means.engine.store.person_key(name)
    event = ThanksGiven(at=means.now(), to=to, note=means.note(request.text), call=request.call, by=by)
    return await means.fed(request, event)


def _who_works_here(means: Means, said: str) -> str | None:
    """The name as it is written here, None when nobody has it."""
    said = said.strip()
    for name in means.settings.desk.people:
        if name.casefold() == said.casefold():
            return name
    return said if said and means.engine.store.knows_person(said) else None


def _by(means: Means, request: AboutTheLog, opened_by: str = "") -> str:
    """The key of who asks: as the window says it, or said when it opened the log, else the supervisor."""
    name = request.by or opened_by or means.settings.supervisor.name
    return means.engine.store.person_key(name)
