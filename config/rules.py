"""What a type cannot say of a setting: each function adds what is wrong to the list it is given.

Each looks at everything it was given, so that one reading of the file tells all that has to be put right.
"""

from __future__ import annotations

import contextlib
import ipaddress
import itertools
import re
import stat
import zoneinfo
from pathlib import Path

import phonenumbers

from config.check import Wrong
from config.options import HoursOptions
from config.options_of_calls import PhoneOptions, PolicyOptions

Wrongs = list[tuple[str, Wrong]]

_SPAN = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)\s*-\s*([01]?\d|2[0-4]):([0-5]\d)", re.ASCII)
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?", re.ASCII)
_PASSWORD_LONGEST = 200


def system_zone() -> str:
    """The time zone of this machine, UTC when it does not tell or tells one nobody knows."""
    names = []
    # not every system has either of them
    with contextlib.suppress(OSError, UnicodeDecodeError):
        names.append(Path("/etc/timezone").read_text(encoding="ascii").strip())
    with contextlib.suppress(OSError, RuntimeError):
        names.append(str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2])
    return next((name for name in names if name and _is_zone(name)), "UTC")


def time_zone(name: str, wrong: Wrongs) -> str:
    """The zone of that name, or the machine's own for an empty one."""
    if not name:
        return system_zone()
    if not _is_zone(name):
        wrong.append(
            (
                "desk.time_zone",
                Wrong(
                    "no time zone has that name", 'a zone such as "Europe/Madrid", or "" for this machine\'s'
                ),
            )
        )
    return name


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def country(code: str, wrong: Wrongs) -> None:
    """Two capital letters that phone numbers are known for."""
    if code not in phonenumbers.SUPPORTED_REGIONS:
        wrong.append(
            (
                "desk.country",
                Wrong("no country has that code", 'two capital letters, such as "US", "ES", "DE" or "FR"'),
            )
        )


def own_numbers(numbers: tuple[str, ...], region: str, wrong: Wrongs) -> None:
    """Each a number that could exist, or an extension of up to six digits."""
    for place, number in enumerate(numbers, 1):
        if re.fullmatch(r"\d{1,6}", number, re.ASCII):
            continue
        try:
            possible = phonenumbers.is_possible_number(phonenumbers.parse(number, region))
        except phonenumbers.NumberParseException:
            possible = False
        if not possible:
            wrong.append(
                (
                    "phone.own_numbers",
                    Wrong(
                        f"entry {place} is not a phone number",
                        'numbers with their country code, "+1 202 555 0100", or extensions, "6000"',
                    ),
                )
            )


def host_and_port(text: str) -> tuple[str, int | None] | None:
    """("host", port or None) of "host", "host:port" or "[address]:port"; None when it is none of these."""
    bracket = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?", text, re.ASCII)
    plain = re.fullmatch(r"([^:\[\]]+)(?::(\d{1,5}))?", text, re.ASCII)
    found = bracket or plain
    if found is None:
        return None
    host, port = found[1], found[2]
    if bracket is not None:
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            return None
    elif not _HOST.fullmatch(host):
        return None
    if port is not None and int(port) > 65535:
        return None
    return host, int(port) if port is not None else None


def listen(text: str, wrong: Wrongs) -> None:
    """An address of this machine and a port."""
    if not text:
        return
    found = host_and_port(text)
    good = False
    if found is not None and found[1] is not None:
        try:
            ipaddress.ip_address(found[0])
            good = True
        except ValueError:
            good = False
    if not good:
        wrong.append(
            (
                "phone.listen",
                Wrong(
                    "this is not an address and a port",
                    '"0.0.0.0:5060" for every network card, "127.0.0.1:0" for any free port of this machine',
                ),
            )
        )


def registrar(phone: PhoneOptions, bad: set[str], wrong: Wrongs) -> None:
    """A registrar has a host and needs a user; a user or password without a registrar is a slip too."""
    if phone.registrar:
        found = host_and_port(phone.registrar)
        if found is None or found[1] == 0:
            wrong.append(
                (
                    "phone.registrar",
                    Wrong("this is neither a host nor host:port", '"pbx.example.org" or "192.0.2.10:5060"'),
                )
            )
        if not phone.user and "phone.user" not in bad:
            wrong.append(
                (
                    "phone.user",
                    Wrong("a registrar is set but no user", 'the extension at the PBX, such as "6000"'),
                )
            )
    elif "phone.registrar" not in bad:
        given = [key for key in ("user", "password", "password_file") if getattr(phone, key)]
        if given:
            wrong.append(
                (
                    "phone.registrar",
                    Wrong(
                        f"{' and '.join(given)} set but no registrar",
                        f"the PBX as host or host:port, or no {' and no '.join(given)}",
                    ),
                )
            )
    if phone.user and not re.fullmatch(r"[A-Za-z0-9_.!~*'()&=+$,;?/%-]+", phone.user, re.ASCII):
        wrong.append(
            (
                "phone.user",
                Wrong("this cannot be a user of a SIP address", 'letters and digits, such as "6000"'),
            )
        )


def peers(networks: tuple[str, ...], wrong: Wrongs) -> None:
    """Each a network or one address."""
    for place, text in enumerate(networks, 1):
        try:
            ipaddress.ip_network(text)
        except ValueError:
            try:
                # 192.0.2.7/24: an address with a mask; the network meant is nearly certain, so name it
                right = f'"{ipaddress.ip_network(text, strict=False)}"'
            except ValueError:
                right = 'networks such as "192.0.2.0/24" or one address, "192.0.2.7"'
            wrong.append(("phone.peers", Wrong(f"entry {place} is not a network", right)))


def password(given: str, file: str, key: str, folder: Path, wrong: Wrongs) -> str:
    """The password, from its file if one is named; empty when there is none or something is wrong.

    `key` is the option that names the file.
    """
    if given and file:
        password = key.removesuffix("_file").partition(".")[2]
        wrong.append((key, Wrong(f"there is a {password} and a {password}_file", "one of the two")))
        return ""
    if not file:
        return given
    try:
        path = folder / Path(file).expanduser()
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            # a named pipe would be waited for without end
            wrong.append((key, Wrong("that is not a file", "a file with the password alone")))
            return ""
        with path.open("rb") as opened:
            raw = opened.read(10_000)
    except (OSError, ValueError, RuntimeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it cannot be a path"
        wrong.append((key, Wrong(f"the file cannot be read: {why}", "a file that One Moment may read")))
        return ""
    if stat.S_IMODE(mode) & 0o077:
        wrong.append((key, Wrong("others may read that file", f"for its owner only: chmod 600 {path}")))
        return ""
    # the last line's end is the editor's, not the password's
    text = raw.decode("utf-8", errors="replace").rstrip("\r\n")
    if not text or len(text) > _PASSWORD_LONGEST or not text.isprintable():
        wrong.append(
            (key, Wrong("that file does not hold a password", "one line with the password and nothing else"))
        )
        return ""
    return text


def hold(policy: PolicyOptions, written: object, wrong: Wrongs) -> None:
    """What happens while holding has to come before the hold ends.

    Only what the file itself says is a slip: a short hold with the default alarm simply has no alarm.
    """
    for name in ("hold_first_announcement", "hold_alarm"):
        stands = isinstance(written, dict) and name in written
        if stands and getattr(policy, name) > policy.hold_longest:
            longest = f"{policy.hold_longest:g}"
            wrong.append(
                (
                    f"policy.{name}",
                    Wrong(
                        f"this is longer than hold_longest ({longest} s), so it would never come",
                        f"at most {longest}, or a longer hold_longest",
                    ),
                )
            )


def week(hours: HoursOptions, wrong: Wrongs) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The spans of each day in minutes after midnight, Monday first, in the order of the day."""
    return tuple(
        _day(f"hours.{name}", getattr(hours, name), wrong)
        for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )


def _day(key: str, spans: tuple[str, ...], wrong: Wrongs) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for place, text in enumerate(spans, 1):
        match = _SPAN.fullmatch(text.strip())
        first, last = (
            (int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])) if match else (0, 0)
        )
        if match is None or last > 1440:
            wrong.append(
                (key, Wrong(f"entry {place} is not a span of time", '"09:00-12:30", at latest "24:00"'))
            )
        elif last <= first:
            wrong.append(
                (
                    key,
                    Wrong(
                        f"entry {place} ends before it begins",
                        "the earlier time first; a span past midnight is two, one on each day",
                    ),
                )
            )
        else:
            found.append((first, last))
    found.sort()
    for (_, last), (first, _) in itertools.pairwise(found):
        if first < last:
            wrong.append((key, Wrong("two spans overlap", "spans that follow each other")))
            break
    return tuple(found)


def recordings(text: str, folder: Path, wrong: Wrongs) -> Path | None:
    """The folder of recorded prompts, or None."""
    if not text:
        return None
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        path = folder / Path(text).expanduser()
        if path.is_dir():
            return path
    wrong.append(("voice.recordings", Wrong("there is no such folder", "a folder that exists, or none")))
    return None
