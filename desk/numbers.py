"""Numbers in clear: what the rules may know of one, what is read back, and how one is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterable

import phonenumbers

from config.settings import Settings
from desk.core.model import Caller, Dial
from desk.core.number import classify
from desk.store import CannotRead, Flags, Store

_NANP = 1
"""The country code of North America: the 1 is dialled within as well, and 011 1 is no way to dial."""
HEARD = 1000
"""Numbers kept in memory to be read back; far more than callers at one time."""


class Numbers:
    """The numbers of this desk's callers. On the loop's thread, but for `heard`."""

    def __init__(self, settings: Settings, store: Store) -> None:
        phone = settings.phone
        self._phone = phone
        self._country = settings.desk.country
        self._ours = tuple(n for n in (*phone.own_numbers, phone.user) if n)
        self._internal = tuple(re.compile(p.lower().replace("x", "[0-9]")) for p in phone.internal)
        self._store = store
        # a number is read back by a thread that must not touch the store: every number that is ever
        # read back came in through `identify`, in this process
        self._heard: dict[str, str] = {}

    def heard(self, key: str) -> str | None:
        """A number that came in lately, by its key. From any thread."""
        return self._heard.get(key)

    def forget(self, keys: Iterable[str]) -> None:
        """These are erased: they are not read back any more."""
        for key in keys:
            self._heard.pop(key, None)

    def identify(self, number: str | None, inside: bool = False) -> Caller:
        """What the rules may know of a number; `inside` when the call really comes from the house."""
        form, dial = self.form_of(number)
        if form is None or dial in (Dial.NOTHING, Dial.WITHHELD):
            return Caller(key=None, dial=dial)
        key = self._store.key_for(form)
        self._heard.pop(key, None)  # who calls now is the last to be forgotten, however long known
        self._heard[key] = form
        while len(self._heard) > HEARD:
            del self._heard[next(iter(self._heard))]
        flags = self._flags(key)
        ours = flags.internal or self._in_house(form)
        if dial is Dial.EXTENSION and not ours:
            dial = (
                Dial.NOT_ALLOWED
            )  # a short number that is no phone of this house may cost whatever it likes
        return Caller(
            key=key,
            dial=dial,
            vip=flags.vip,
            blocked=flags.blocked,
            internal=inside and dial is Dial.EXTENSION,
            language=flags.language,
        )

    def also(self, caller: Caller) -> tuple[str, ...]:
        """The keys of the other numbers by which a caller is known (see `CallRang`).

        None of an extension that did not really call from inside: anybody can say to be one.
        """
        if caller.key is None or (caller.dial is Dial.EXTENSION and not caller.internal):
            return ()
        try:
            return self._store.also_theirs(caller.key)
        except CannotRead:
            return ()

    def form_of(self, number: str | None) -> tuple[str | None, Dial]:
        """The form a number is kept in, and whether it may be called (see `classify`)."""
        return classify(number, self._country, self._ours, self._phone.allowed_prefixes)

    def _flags(self, key: str) -> Flags:
        try:
            return self._store.flags_of(key)
        except CannotRead:
            return Flags()  # whoever it is, a call is answered

    def _in_house(self, form: str) -> bool:
        return not self._internal or any(pattern.fullmatch(form) for pattern in self._internal)

    def to_dial(self, caller: Caller) -> str | None:
        """The number as the PBX wants it, None when it is not known (any more). Raises `CannotRead`."""
        if caller.key is None:
            return None
        number = self._heard.get(caller.key) or self._store.number_of(caller.key)
        if number is None:
            return None
        return as_dialled(number, self._phone.dial_as, self._phone.outside_prefix, self._country)


def as_dialled(number: str, way: str, outside_prefix: str, country: str) -> str:
    """E.164 as the PBX wants it: "e164", "international" (00441632960123) or "national" (01632960123).

    Extensions and all that is not E.164 stay as they are. A number abroad is international either way. It
    keeps its + where the country has no one prefix for abroad; the outside prefix goes before digits only.
    """
    if not number.startswith("+") or way == "e164":
        return number
    parsed = phonenumbers.parse(number)
    home = phonenumbers.country_code_for_region(country)
    if parsed.country_code == home and (way == "national" or home == _NANP):
        said = phonenumbers.format_out_of_country_calling_number(parsed, country)
        digits = "".join(re.findall(r"[0-9]", said))
    else:
        known = phonenumbers.PhoneMetadata.metadata_for_region(country)
        leave = known and (known.preferred_international_prefix or known.international_prefix)
        leave = (leave or "").replace("~", "")  # 8~10: wait for a tone
        if not leave.isdigit():
            return number
        digits = leave + number[1:]
    return outside_prefix + digits
