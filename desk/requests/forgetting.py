"""The request to erase who has a number."""

from __future__ import annotations

from msgspec.structs import replace

from desk import forgetting
from desk.core.model import Dial
from desk.link_types import ForgetNumber, Reply
from desk.requests.means import Means, no
from desk.requests.people import short


async def answer(means: Means, request: ForgetNumber) -> Reply:
    """What there is, and with `apply` what was erased. Live calls and open promises may stand against it."""
    number, dial = means.numbers.form_of(request.number)
    if number is None or dial in (Dial.NOTHING, Dial.WITHHELD):
        return no(
            request, f"No telephone has the number {short(request.number)}.", "Look at its digits again."
        )
    # nobody adds to it and nobody calls back meanwhile
    async with means.turn, means.turn_of_people:
        keys, found = forgetting.look(means.engine.store, means.desk, number)
        if not request.apply or found.live or (found.promises and not request.cancel):
            return Reply(id=request.id, forgetting=found)
        if (failed := _cannot_write(means, request)) is not None:
            return failed
        means.numbers.forget(keys)
        for event in forgetting.events(keys, found, means.now(), means.by(request)):
            await means.engine.feed_and_wait(event)
        return _cannot_write(means, request) or Reply(id=request.id, forgetting=replace(found, done=True))


def _cannot_write(means: Means, request: ForgetNumber) -> Reply | None:
    failed = means.desk.records_failed
    return None if failed is None else no(request, failed, "Look at the disk's health and space.")
