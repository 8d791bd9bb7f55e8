"""Requests about the people directory."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from desk.core.events import ContactRemoved, ContactSaved
from desk.core.model import Dial
from desk.core.views import ContactView
from desk.directory.rows import LONG, NUMBERS, SHORT, tidy
from desk.link_types import FindContacts, RemoveContact, Reply, SaveContact
from desk.requests.means import REPLY_ROOM, Means, no

FOUND_AT_MOST = 1000
"""People in one reply, when they fit into its line at all."""
AboutPeople = FindContacts | SaveContact | RemoveContact


async def answer(means: Means, request: AboutPeople) -> Reply:
    """The reply, once it is written."""
    match request:
        case FindContacts():
            return _find(means, request)
        case SaveContact():
            async with means.turn_of_people:
                return await _save(means, request)
        case RemoveContact():
            async with means.turn_of_people:
                return await _remove(means, request)


def _find(means: Means, request: FindContacts) -> Reply:
    limit = max(1, min(request.limit, FOUND_AT_MOST))
    skip = min(request.skip, 10**6)
    store = means.engine.store
    found = store.find_contacts(request.text, skip + limit, request.internal_first)[skip:]
    room, kept = REPLY_ROOM, 0
    for contact in found:
        room -= len(msgspec.json.encode(contact))
        if room < 0:
            break
        kept += 1
    return Reply(id=request.id, contacts=found[:kept])


async def _save(means: Means, request: SaveContact) -> Reply:
    said, store = request.contact, means.engine.store
    if said.id and store.contact(said.id) is None:
        return no(request, "This person is not in the directory any more.", "Add them again.")
    numbers: list[str] = []
    for written in said.numbers:
        form, dial = means.numbers.form_of(written)
        if form is None or dial in (Dial.INVALID, Dial.EMERGENCY):
            return no(request, f"No telephone has the number {short(written)}.", "Look at its digits again.")
        if form not in numbers:
            numbers.append(form)
    kept = replace(
        said,
        name=_line(said.name),
        company=_line(said.company),
        numbers=tuple(numbers),
        notes=tidy(said.notes),
        language=said.language.strip().lower(),
    )
    if (why := _wrong(kept)) is not None:
        return no(request, *why)
    key = store.save_contact(kept)
    reply = await means.fed(request, ContactSaved(at=means.now(), contact=key, by=means.by(request)))
    now = store.contact(key)
    return replace(reply, contacts=() if now is None else (now,))


def _wrong(contact: ContactView) -> tuple[str, str] | None:
    if not contact.name and not contact.company:
        return "This person has no name.", "Write a name or a company."
    if max(len(contact.name), len(contact.company)) > SHORT or len(contact.notes) > LONG:
        return "This is too long to be kept.", "Write up to 200 letters, and up to 5000 of notes."
    if len(contact.numbers) > NUMBERS:
        return "These are too many numbers for one person.", "Keep the 20 that are used."
    if contact.language and not re.fullmatch(r"[a-z]{2,3}", contact.language):
        return "No language is written like this.", "Write two letters, such as en, es, de or fr, or none."
    return None


async def _remove(means: Means, request: RemoveContact) -> Reply:
    store = means.engine.store
    if store.contact(request.contact) is None:
        return no(request, "This person is not in the directory any more.", "Look at the list again.")
    store.remove_contact(request.contact)
    event = ContactRemoved(at=means.now(), contact=request.contact, by=means.by(request))
    return await means.fed(request, event)


def _line(text: str) -> str:
    return " ".join(tidy(text).split())


def short(written: str) -> str:
    """A number as it was written, fit to be shown."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in written)
    return f'"{shown}"' if len(shown) <= 40 else f'"{shown[:37]}..."'
