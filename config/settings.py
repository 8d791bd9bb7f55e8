"""The settings file, read and checked whole: either `Settings`, or everything that is wrong with it."""

from __future__ import annotations

import difflib
import ipaddress
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from config import rules, rules_of_calls, rules_of_the_log
from config.check import Wrong, checked, options
from config.options import (
    SECTIONS,
    DeskOptions,
    HeadsetOptions,
    HoursOptions,
    MessagesOptions,
    StoreOptions,
    VoiceOptions,
)
from config.options_of_calls import PhoneOptions, PolicyOptions
from config.options_of_the_log import ReportOptions, SupervisorOptions

LARGEST = 1_000_000
"""Bytes of the largest settings file that is read."""


class Problem(NamedTuple):
    """One thing wrong in the settings: where, what, and what would be right."""

    file: str
    key: str
    wrong: str
    right: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.key}" if self.key else self.file
        return f"{where}: {self.wrong}. Right would be: {self.right}."


class SettingsRefused(Exception):
    """The settings cannot be used. `problems` has all that is wrong, never only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, checked, with what was left empty worked out.

    `desk.time_zone`, `phone.listen` and `phone.password` are never "see elsewhere" here: the zone is a zone,
    the password is the one of `password_file` if that was given; `phone.allowed_prefixes` are without spaces.
    The same of `report`: its port, its password, its folder as a path.
    `week` has seven entries, Monday first, each
    the spans of that day as (first minute, minute after the last) since local midnight. `recordings` is the
    folder of recorded prompts, None without one. `file` is where all this was read, None for defaults.
    """

    desk: DeskOptions
    phone: PhoneOptions
    policy: PolicyOptions
    voice: VoiceOptions
    headset: HeadsetOptions
    messages: MessagesOptions
    store: StoreOptions
    supervisor: SupervisorOptions
    report: ReportOptions
    week: tuple[tuple[tuple[int, int], ...], ...]
    holidays: tuple[date, ...]
    recordings: Path | None = None
    file: Path | None = None

    @property
    def practice(self) -> bool:
        """True when no phone but this machine's own can reach the line."""
        return not self.phone.registrar and _loopback_only(self.phone.peers)

    def __repr__(self) -> str:
        # names, numbers and the password stand in here: none of it belongs in a log
        return f"Settings(file={self.file!r})"


def load(path: Path | None = None) -> Settings:
    """Read the settings file; without one, the defaults: the practice line.

    Raises `SettingsRefused` with everything that is wrong, a file that is not there included.
    """
    if path is None:
        return parse("", None)
    raw = b""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise SettingsRefused(
                (Problem(str(path), "", "the file is too large", f"at most {LARGEST:,} bytes"),)
            )
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SettingsRefused(
            (Problem(str(path), "", f"line {line} is not UTF-8 text", "a file saved as UTF-8"),)
        ) from None
    except OSError as error:
        why = error.strerror or "no reason was given"
        raise SettingsRefused(
            (
                Problem(
                    str(path),
                    "",
                    f"the file cannot be read: {why}",
                    "the path of a settings file you may read",
                ),
            )
        ) from None
    return parse(text, path)


def parse(text: str, path: Path | None) -> Settings:
    """Settings of a TOML text. `path` is where it stood: named in messages, and relative paths begin there.

    Raises `SettingsRefused` with everything that is wrong.
    """
    file = str(path) if path is not None else "the settings"
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # tomllib says the line; a value nested a thousand deep ends as RecursionError
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        problem = Problem(file, "", f"this is not TOML: {why}", "what config/onemoment.example.toml shows")
        raise SettingsRefused((problem,)) from None

    wrong: list[tuple[str, Wrong]] = []
    sections = _sections(tables, wrong)
    desk: DeskOptions = sections["desk"]
    phone: PhoneOptions = sections["phone"]
    hours: HoursOptions = sections["hours"]
    voice: VoiceOptions = sections["voice"]
    bad = {key for key, _ in wrong}
    folder = path.parent if path is not None else Path()

    zone = rules.time_zone(desk.time_zone, wrong)
    rules.country(desk.country, wrong)
    if "desk.country" not in {key for key, _ in wrong}:
        rules.own_numbers(phone.own_numbers, desk.country, wrong)
        rules_of_calls.caller_id(phone.caller_id, desk.country, wrong)
    rules.listen(phone.listen, wrong)
    rules.registrar(phone, bad, wrong)
    rules.peers(phone.peers, wrong)
    password = rules.password(phone.password, phone.password_file, "phone.password_file", folder, wrong)
    rules_of_calls.internal(phone.internal, wrong)
    rules_of_calls.desk_phone(phone, wrong)
    allowed = rules_of_calls.allowed_prefixes(phone.allowed_prefixes, wrong)
    rules_of_calls.outside_prefix(phone, wrong)
    rules_of_calls.certificate(phone, wrong)
    rules_of_calls.side(sections["headset"], phone, bad, wrong)
    rules.hold(sections["policy"], tables.get("policy", {}), wrong)
    week = rules.week(hours, wrong)
    recordings = rules.recordings(voice.recordings, folder, wrong)
    rules_of_the_log.pin(sections["supervisor"], wrong)
    report = rules_of_the_log.report(sections["report"], folder, bad, wrong)
    if wrong:
        order = {o.key: n for n, o in enumerate(o for s, d in SECTIONS.items() for o in options(s, d))}
        wrong.sort(key=lambda entry: order.get(entry[0], -1))
        raise SettingsRefused(tuple(Problem(file, key, *what) for key, what in wrong))

    real = bool(phone.registrar) or not _loopback_only(phone.peers)
    return Settings(
        desk=msgspec.structs.replace(desk, time_zone=zone),
        phone=msgspec.structs.replace(
            phone,
            password=password,
            allowed_prefixes=allowed,
            listen=phone.listen or ("0.0.0.0:5060" if real else "127.0.0.1:0"),
        ),
        policy=sections["policy"],
        voice=voice,
        headset=sections["headset"],
        messages=sections["messages"],
        store=sections["store"],
        supervisor=sections["supervisor"],
        report=report,
        week=week,
        holidays=hours.holidays,
        recordings=recordings,
        file=path,
    )


def _sections(tables: dict[str, Any], wrong: list[tuple[str, Wrong]]) -> dict[str, Any]:
    """Each section as its struct; an option that is wrong keeps its default, so that the rest is checked."""
    sections: dict[str, Any] = {}
    for name in tables:
        if name not in SECTIONS:
            wrong.append((_key(name), Wrong("there is no such section", _near(name, list(SECTIONS)))))
    for name, declared in SECTIONS.items():
        table = tables.get(name, {})
        if not isinstance(table, dict):
            wrong.append((name, Wrong("this is a value", f"a section, begun by a line [{name}]")))
            table = {}
        known = {option.name: option for option in options(name, declared)}
        values: dict[str, Any] = {}
        for key, value in table.items():
            option = known.get(key)
            if option is None:
                wrong.append(
                    (f"{name}.{_key(key)}", Wrong("there is no such option", _near(key, list(known))))
                )
                continue
            kept, why = checked(option, value)
            if why is None:
                values[key] = kept
            else:
                wrong.append((option.key, why))
        sections[name] = declared(**values)
    return sections


def _near(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return f'did you mean "{near[0]}"? One of {", ".join(known)}' if near else f"one of {', '.join(known)}"


def _key(key: str) -> str:
    text = "".join(letter if letter.isprintable() else "?" for letter in key)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _loopback_only(peers: tuple[str, ...]) -> bool:
    return all(ipaddress.ip_network(peer, strict=False).is_loopback for peer in peers)
