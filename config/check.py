"""One value against its declaration: what is wrong with it, and what would be right, in words."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect


class Wrong(NamedTuple):
    """What is wrong with a value and what would be right, each a sentence without its full stop."""

    wrong: str
    right: str


class Option(NamedTuple):
    """One declared option as the checks and the example need it."""

    section: str
    name: str
    type: inspect.Type
    default: Any
    sentence: str
    right: str
    private: bool

    @property
    def key(self) -> str:
        """The option's name with its section: "phone.listen"."""
        return f"{self.section}.{self.name}"


def options(section: str, declared: type[msgspec.Struct]) -> tuple[Option, ...]:
    """The options a section declares, in their order."""
    info = inspect.type_info(declared)
    assert isinstance(info, inspect.StructType)
    found = []
    for field in info.fields:
        meta = field.type
        if not isinstance(meta, inspect.Metadata):
            raise TypeError(f"{section}.{field.name} has no description")
        extra = meta.extra or {}
        sentence = (meta.extra_json_schema or {})["description"]
        found.append(
            Option(
                section,
                field.name,
                meta.type,
                field.default,
                sentence,
                str(extra.get("right", "")),
                bool(extra.get("private", False)),
            )
        )
    return tuple(found)


def checked(option: Option, value: object) -> tuple[Any, Wrong | None]:
    """The value as its declared type, or what is wrong with it (then the first is meaningless)."""
    try:
        return _as(option.type, value), None
    except _Not as no:
        shown = "" if option.private else f"{_shown(value)} "
        what = f"{shown}is {no.what}" if shown else f"the value is {no.what}"
        return None, Wrong(what, no.right + (f", such as {option.right}" if option.right else ""))


def bounds(type_: inspect.Type) -> str:
    """What the example says of a type: "0 to 120", "on or off", empty when any value will do."""
    if isinstance(type_, inspect.FloatType | inspect.IntType):
        return f"{_plain(type_.ge)} to {_plain(type_.le)}"
    if isinstance(type_, inspect.LiteralType):
        return " or ".join(f'"{v}"' for v in type_.values)
    return ""


class _Not(Exception):
    def __init__(self, what: str, right: str) -> None:
        super().__init__(what)
        self.what = what
        self.right = right


def _as(type_: inspect.Type, value: object) -> Any:
    if isinstance(type_, inspect.BoolType):
        # people write on and off; TOML's own words are true and false
        words: dict[object, bool] = {"on": True, "off": False}
        if isinstance(value, str) and value in words:
            return words[value]
        if isinstance(value, bool):
            return value
        raise _Not("neither on nor off", 'true or false (or "on" or "off")')
    if isinstance(type_, inspect.StrType):
        return _text(type_, value)
    if isinstance(type_, inspect.IntType):
        if isinstance(value, bool) or not isinstance(value, int):
            raise _Not("not a whole number", f"a whole number from {bounds(type_)}")
        return _between(type_, value)
    if isinstance(type_, inspect.FloatType):
        if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
            raise _Not("not a number", f"a number from {bounds(type_)}")
        return float(_between(type_, value))
    if isinstance(type_, inspect.LiteralType):
        if value not in type_.values or not isinstance(value, str):
            raise _Not("none of the words known here", f"one of {bounds(type_)}")
        return value
    if isinstance(type_, inspect.DateType):
        if isinstance(value, datetime) or not isinstance(value, date):
            raise _Not("not a day", "a day written without quotes, as 2026-12-25")
        return value
    if isinstance(type_, inspect.VarTupleType):
        return _several(type_, value)
    raise TypeError(f"no check for {type(type_).__name__}")


def _text(type_: inspect.StrType, value: object) -> str:
    if not isinstance(value, str):
        raise _Not("not a text", "a text in quotes")
    if type_.min_length is not None and len(value) < type_.min_length:
        raise _Not("empty", "a text of at least one letter")
    if type_.max_length is not None and len(value) > type_.max_length:
        raise _Not("too long", f"a text of at most {type_.max_length} letters")
    # one line each: these texts go into headers, prompts and windows
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in value):
        raise _Not("more than one line, or holds a control character", "one line of plain text")
    return value


def _between(type_: inspect.IntType | inspect.FloatType, value: float) -> float:
    if (type_.ge is not None and value < type_.ge) or (type_.le is not None and value > type_.le):
        kind = "a whole number" if isinstance(type_, inspect.IntType) else "a number"
        raise _Not("out of bounds", f"{kind} from {bounds(type_)}")
    return value


def _several(type_: inspect.VarTupleType, value: object) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _Not("not a list", "a list in square brackets")
    if type_.max_length is not None and len(value) > type_.max_length:
        raise _Not("too long", f"a list of at most {type_.max_length}")
    things = []
    for place, item in enumerate(value, 1):
        try:
            things.append(_as(type_.item_type, item))
        except _Not as no:
            raise _Not(f"wrong at its entry {place}: {no.what}", f"a list, each {no.right}") from None
    return tuple(things)


def _plain(number: float | None) -> str:
    return "any" if number is None else f"{number:g}"


def _shown(value: object) -> str:
    """A value as it may stand in a message: short, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > 10**15:
        return "this number"
    if isinstance(value, str | int | float):
        text = f'"{value}"' if isinstance(value, str) else str(value)
        text = "".join(letter if letter.isprintable() else "?" for letter in text)
        return text if len(text) <= 60 else f"{text[:57]}..."
    if isinstance(value, date):
        return value.isoformat()
    return (
        "this list" if isinstance(value, list) else "this table" if isinstance(value, dict) else "the value"
    )
