"""What a file says of one person, before anybody is matched with it."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from desk.core.model import Dial
from desk.core.number import classify
from desk.core.views import ContactView

OURS = "onemoment-"
"""What stands before our own key where a file names a person (UID): so that an export is known again."""

SHORT, LONG, NUMBERS = 200, 5000, 20
"""Characters of a name or company, of notes, and numbers of one person: they are shown with each call."""

_NO_NUMBER = (Dial.NOTHING, Dial.WITHHELD, Dial.INVALID, Dial.EMERGENCY)

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Control characters, and those nobody sees that turn a line around or part what looks like one word."""


class Extra(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a file had of somebody beyond our fields, so that nothing is lost.

    `uid` is the name another program gave them, `lines` are content lines of a vCard as they were, unfolded,
    `fields` cells of CSV columns that are none of ours.
    """

    uid: str = ""
    lines: tuple[str, ...] = ()
    fields: dict[str, str] = {}

    def kept(self) -> str:
        """As the store keeps it; "" when there is nothing."""
        return "" if self == NOTHING else msgspec.json.encode(self).decode()


NOTHING = Extra()


class Row(NamedTuple):
    """One person as a file has them, at its line `line`.

    Empty texts and None say nothing of a field: an import never empties one. `uid` is the file's own name
    for them.
    """

    line: int
    contact: ContactView
    uid: str = ""
    vip: bool | None = None
    blocked: bool | None = None
    internal: bool | None = None
    extra: Extra = NOTHING


class Parsed(NamedTuple):
    """What was read of a file: its people, and a sentence for each line that could not be used."""

    rows: tuple[Row, ...] = ()
    problems: tuple[str, ...] = ()


def extra_of(kept: str) -> Extra:
    """What the store kept; nothing where it is no more what we wrote."""
    try:
        return msgspec.json.decode(kept, type=Extra) if kept else NOTHING
    except msgspec.MsgspecError:
        return NOTHING


def uid_of(contact: ContactView, extra: Extra) -> str:
    """How a file names this person: as the program they came from did, else by our key."""
    return extra.uid or f"{OURS}{contact.id}"


def tells_apart(uid: str) -> bool:
    """Whether a file's name for somebody is theirs alone in the world: "12" names another in each file."""
    return uid.startswith(OURS) or len(uid) >= 16


def tidy(text: str) -> str:
    """A text of what can be seen, with line feeds and tabs, nothing around it."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def number_of(said: str, country: str) -> str | None:
    """E.164 or the digits of an extension; None for what is neither, or must never be called."""
    form, dial = classify(said, country)
    return None if dial in _NO_NUMBER else form


_NAMES = {
    "en": "english englisch ingles anglais",
    "de": "german deutsch aleman allemand",
    "fr": "french franzosisch frances francais",
    "es": "spanish spanisch espanol espagnol castellano",
}
_LANGUAGES = {name: code for code, names in _NAMES.items() for name in names.split()}
_CODE = re.compile(r"([a-z]{2,3})([-_].*)?", re.IGNORECASE)


def language_of(said: str, plain: str) -> str:
    """The ISO 639 code of a language tag (RFC 5646) or a name; `plain` is it folded. "" for neither."""
    if plain in _LANGUAGES:
        return _LANGUAGES[plain]
    code = _CODE.fullmatch(said.strip())
    return code[1].lower() if code else ""
