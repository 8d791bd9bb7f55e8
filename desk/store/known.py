"""What is known of many keys at once: each table is asked once, however long the list that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desk.core.views import ContactView
from desk.store.contacts import Contacts, shown_name
from desk.store.people import People


class Who(NamedTuple):
    """Who is behind the key of a number; `erased` is true when it has none any more."""

    number: str | None = None
    name: str | None = None
    contacts: tuple[ContactView, ...] = ()
    erased: bool = False

    @property
    def vip(self) -> bool:
        """True when any of them is."""
        return any(c.vip for c in self.contacts)


NOBODY = Who()


def who(people: People, contacts: Contacts, keys: Iterable[str | None]) -> dict[str | None, Who]:
    """Who is behind these keys of numbers; None is nobody."""
    asked = [key for key in dict.fromkeys(keys) if key is not None]
    numbers = people.numbers_of(asked)
    theirs = contacts.of_many(asked)
    found: dict[str | None, Who] = {None: NOBODY}
    for key in asked:
        number, heard = numbers.get(key, (None, None))
        known = theirs.get(key, ())
        found[key] = Who(number, shown_name(known) or heard, known, number is None)
    return found
