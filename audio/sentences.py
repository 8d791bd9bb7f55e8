"""The sentences of config/prompts/LANG.toml: which there must be, which blanks each has, and reading them
with a clear no.
"""

import string
import tomllib
from pathlib import Path

from audio.numerals import LANGUAGES, Language

_NONE: frozenset[str] = frozenset()
_COMPANY = frozenset({"company"})
_BY = frozenset({"by"})

BLANKS: dict[str, frozenset[str]] = {
    "greeting_serving": _COMPANY,
    "greeting_free": _COMPANY,
    "greeting_away": _COMPANY,
    "greeting_closed": frozenset({"company", "opens"}),
    "greeting_again": frozenset({"company", "by"}),
    "greeting_again_asap": _COMPANY,
    "greeting_colleague_serving": _NONE,
    "greeting_colleague_free": _NONE,
    "greeting_colleague_away": _NONE,
    "greeting_colleague_closed": frozenset({"opens"}),
    "menu": _NONE,
    "menu_urgent": _NONE,
    "menu_closed": _NONE,
    "menu_again": _NONE,
    "not_a_key": _NONE,
    "read_back": frozenset({"number"}),
    "ask_number": _NONE,
    "ask_number_withheld": _NONE,
    "refused_emergency": _NONE,
    "refused_premium": _NONE,
    "refused_ours": _NONE,
    "refused_invalid": _NONE,
    "offer_message": _NONE,
    "promise": _BY,
    "promise_already": _BY,
    "promise_already_asap": _NONE,
    "message_intro": _NONE,
    "message_review": _NONE,
    "message_kept": _NONE,
    "message_empty": _NONE,
    "message_full": _NONE,
    "hold_begin": _NONE,
    "hold_next": _NONE,
    "hold_place": frozenset({"count"}),
    "hold_offer": _NONE,
    "hold_too_long": _NONE,
    "taken": _NONE,
    "desk_not_answered": _NONE,
    "sending": _NONE,
    "transfer_back": _NONE,
    "blocked": _NONE,
    "new_time": frozenset({"company", "by"}),
    "urgent_through": _NONE,
    "urgent_limit": _NONE,
    "ring_again": _NONE,
    "goodbye": _NONE,
    "practice_hello": _NONE,
}
"""Every prompt by name, and the blanks its sentence must have; {company} may stand in any of them besides."""

FOLDER = Path(__file__).resolve().parent.parent / "config" / "prompts"
"""Where the sentences stand that come with One Moment."""


class PromptError(Exception):
    """A sentence that cannot be used, or a prompt asked for in a way it cannot be said; names the file and
    the key.
    """


def changes(name: str) -> bool:
    """Whether a prompt is said differently from call to call (a number, a time, a place), company aside."""
    return bool(BLANKS[name] - _COMPANY)


def read_sentences(language: Language, folder: Path = FOLDER) -> dict[str, str]:
    """The sentences of a language by prompt name, all of BLANKS and no other.

    PromptError names the file, the key and what would be right.
    """
    if language not in LANGUAGES:
        raise PromptError(f"There are no prompts for {language!r}; there are {', '.join(LANGUAGES)}.")
    path = folder / f"{language}.toml"
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except OSError as error:
        raise PromptError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PromptError(f"{path} is not valid TOML: {error}.") from error
    if missing := [name for name in BLANKS if name not in found]:
        raise PromptError(f"{path} lacks {', '.join(missing)}.")
    return {name: _checked(path, name, sentence) for name, sentence in found.items()}


def _checked(path: Path, name: str, sentence: object) -> str:
    where = f"{path}, {name}"
    if name not in BLANKS:
        raise PromptError(f"{where}: there is no prompt of this name. Names are {', '.join(BLANKS)}.")
    if not isinstance(sentence, str) or not sentence.strip():
        raise PromptError(f"{where}: it must be a sentence in quotation marks.")
    try:
        parts = list(string.Formatter().parse(sentence))
    except ValueError as error:
        raise PromptError(f"{where}: a brace is not closed ({error}).") from error
    there = {blank for _, blank, _, _ in parts if blank is not None}
    if any(layout or conversion for _, _, layout, conversion in parts):
        raise PromptError(f"{where}: a blank is a plain name in braces, such as {{company}}.")
    if unknown := there - BLANKS[name] - _COMPANY:
        raise PromptError(f"{where}: {_braced(unknown)} is not known here; {_allowed(name)}.")
    if lacking := BLANKS[name] - there:
        raise PromptError(f"{where}: {_braced(lacking)} is missing; the caller must hear it.")
    return sentence


def _allowed(name: str) -> str:
    return f"this prompt may have {_braced(BLANKS[name] | _COMPANY)}"


def _braced(blanks: set[str] | frozenset[str]) -> str:
    return ", ".join(f"{{{blank}}}" for blank in sorted(blanks))
