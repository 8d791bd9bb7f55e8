"""The content lines of a vCard (RFC 6350 section 3): folding, escaping, parameters.

Those of version 2.1, which telephones and Outlook still write, become lines as we write them: what was
quoted-printable is text, and a type has its "TYPE=".

Own code and not a library: vobject (Apache-2.0), the one that is well kept, knows vCard 3.0 only, writes
unknown properties in its own form rather than as they were, and stops at the first line it does not
understand without its number. What is needed of the grammar are the few functions below.
"""

from __future__ import annotations

import contextlib
import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

OCTETS = 75
"""Bytes of the longest line that is written, without its line break (section 3.2)."""

_PARAM = re.compile(r';([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";:])*))?')
_PARTS = re.compile(r';((?:"[^"]*"|[^";])+)')
_OF_OLD = ("CHARSET=", "ENCODING=QUOTED-PRINTABLE", "TYPE=QUOTED-PRINTABLE")
_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)")
_QUOTED = re.compile(r"[^:]*[;=]QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Line(NamedTuple):
    """One content line: its name in capitals, its parameters by name in capitals, its value as written."""

    name: str
    params: dict[str, str]
    value: str
    whole: str

    @property
    def types(self) -> set[str]:
        """What TYPE says, in small letters; vCard 2.1 wrote them without "TYPE="."""
        said = self.params.get("TYPE", "").replace('"', "").split(",")
        return {word.strip().lower() for word in (*said, *(n for n, v in self.params.items() if not v))}

    @property
    def text(self) -> str:
        """The value as text."""
        return unescaped(self.value)


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a file with the number of each, those that were folded in one."""
    began, waiting = 1, list[str]()  # joined once: a photo has ten thousands of lines
    # not splitlines: it would also break at characters that are part of a text
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if waiting and waiting[-1].endswith("=") and _QUOTED.match(waiting[0]):
            waiting[-1:] = waiting[-1][:-1], line  # quoted-printable has a way of its own to go on
            continue
        if line[:1] in (" ", "\t") and waiting:
            waiting.append(line[1:])
            continue
        if waiting:
            yield began, "".join(waiting)
        began, waiting = number, [line]
    if waiting:
        yield began, "".join(waiting)


def parsed(whole: str) -> Line | None:
    """A content line, None when it is none."""
    name = _NAME.match(whole)
    if name is None:
        return None
    said: dict[str, list[str]] = {}
    end = name.end()
    while (param := _PARAM.match(whole, end)) is not None:
        said.setdefault(param[1].upper(), []).append(param[2] or "")
        end = param.end()
    if whole[end : end + 1] != ":":
        return None
    params = {key: ",".join(values) for key, values in said.items()}
    value = whole[end + 1 :]
    if _QUOTED.match(whole):
        value = _plain(value, params.get("CHARSET", ""))
    elif all(params.values()):
        return Line(name[1].upper(), params, value, whole)
    now = (key if "=" in key else f"TYPE={key}" for key in _PARTS.findall(whole[name.end() : end]))
    kept = "".join(f";{key}" for key in now if not key.upper().startswith(_OF_OLD))
    return Line(name[1].upper(), params, value, f"{name[0]}{kept}:{value}")


def _plain(quoted: str, charset: str) -> str:
    raw = quopri.decodestring(quoted.encode(errors="replace"))
    for encoding in (charset.strip('"') or "utf-8", "utf-8"):
        with contextlib.suppress(UnicodeDecodeError, LookupError, ValueError):
            return _one_line(raw.decode(encoding))
    return _one_line(raw.decode("cp1252", errors="replace"))


def _one_line(text: str) -> str:
    return re.sub(r"\r\n|\n|\r", r"\\n", text)


def escaped(text: str) -> str:
    """A text as a value (section 3.4)."""
    for plain, written in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def unescaped(value: str) -> str:
    """The text of a value."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def components(value: str) -> list[str]:
    """The texts of a value that has several, a semicolon between them (N, ORG)."""
    parts = re.findall(r"((?:\\.|[^\\;])*)(?:;|$)", value, re.DOTALL)[:-1] or [value]
    return [unescaped(part) for part in parts]


def folded_line(line: str) -> str:
    """The line as it is written: folded after 75 bytes, never within a character, ended by CR LF."""
    if len(line) <= OCTETS and line.isascii():
        return line + "\r\n"
    lines: list[str] = []
    now, room = "", OCTETS
    for c in line:
        size = len(c.encode(errors="replace"))
        if size > room:
            lines.append(now)
            now, room = " ", OCTETS - 1
        now += c
        room -= size
    return "\r\n".join([*lines, now]) + "\r\n"
