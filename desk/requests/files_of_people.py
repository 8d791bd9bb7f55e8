"""Reading and writing files of people.

Calls go on meanwhile: files are read, compared and written in a thread, and what they change is written down
in parts.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
from msgspec.structs import replace

from desk.core.events import ContactsImported
from desk.core.views import ContactView
from desk.directory import CannotUse, Merged, merge, read, write
from desk.link_types import ExportContacts, ImportContacts, Importing, Reply
from desk.requests.means import REPLY_ROOM, Means, no

AT_ONCE = 500
"""People written down between two looks at the calls."""


async def answer(means: Means, request: ImportContacts | ExportContacts) -> Reply:
    """The reply, once it is done."""
    async with means.turn_of_people:
        try:
            if isinstance(request, ExportContacts):
                return await _export(means, request)
            return await _import(means, request)
        except CannotUse as wrong:
            return no(request, wrong.happened, wrong.do)


async def _export(means: Means, request: ExportContacts) -> Reply:
    people = await _everybody(means)
    await asyncio.to_thread(write, Path(request.file), people, means.settings.desk.country)
    return Reply(id=request.id)


async def _import(means: Means, request: ImportContacts) -> Reply:
    parsed = await asyncio.to_thread(read, Path(request.file), means.settings.desk.country)
    known = await _everybody(means)
    merged = await asyncio.to_thread(merge, known, parsed)
    if request.apply:
        await _save(means, request, merged)
    importing = replace(merged.importing, applied=request.apply)
    return Reply(id=request.id, importing=_that_fits(importing))


async def _everybody(means: Means) -> tuple[tuple[ContactView, str], ...]:
    """All in the directory; who holds the turn of people is the only one to change it meanwhile."""
    people = []
    for one in means.engine.store.all_contacts():
        people.append(one)
        if len(people) % AT_ONCE == 0:
            await asyncio.sleep(0)
    return tuple(people)


async def _save(means: Means, request: ImportContacts, merged: Merged) -> None:
    by = means.by(request)
    for start in range(0, len(merged.save), AT_ONCE):
        part = merged.save[start : start + AT_ONCE]
        for contact, extra in part:
            means.engine.store.save_contact(contact, extra)
        added = sum(1 for contact, _ in part if not contact.id)
        event = ContactsImported(at=means.now(), added=added, changed=len(part) - added, by=by)
        await means.engine.feed_and_wait(event)


def _that_fits(importing: Importing) -> Importing:
    """With as many changes and problems as go into one line of the socket."""
    while len(msgspec.json.encode(importing)) > REPLY_ROOM:
        changes, problems = importing.changes, importing.problems
        importing = replace(
            importing, changes=changes[: len(changes) // 2], problems=problems[: len(problems) // 2]
        )
    return importing
