"""`onemoment doctor`: settings, line, voice, sound, records, disk; each is well, or what to do."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
from datetime import UTC, datetime
from pathlib import Path

from audio import portaudio, transcription
from audio.loudspeaker import Loudspeaker
from audio.portaudio import SoundError, Way
from audio.sentences import PromptError
from config.settings import Settings, SettingsRefused, load
from desk import doctor_records
from desk.channels.phone.settings import host_and_port
from desk.channels.phone.trust import NotTrusted, trust_of
from desk.core.model import LineState, SideKind
from desk.core.views import View
from desk.doctor_records import Finding
from desk.from_settings import phone_of, side_of, voices_of
from desk.in_words import two_sentences
from desk.link_client import LinkClient, NotAnswering, NotRunning
from desk.link_types import Look
from desk.places import socket_path

ROOM_WANTED = 500_000_000
"""Bytes free on the disk under which doctor speaks up: about a thousand long messages."""
SOUND_WAIT = 8.0
"""Seconds the sound system may take to answer; opening a device takes up to two."""


def examine(settings_file: Path | None, data: Path, *, mail: bool = False) -> list[Finding]:
    """All findings, in the order they are read; what the settings spoil cannot be looked at further.

    With `mail` the mail server of the weekly report is asked too.
    """
    try:
        settings = load(settings_file)
    except SettingsRefused as refused:
        found = [
            Finding("settings", False, str(problem), "Put it right in that file, then run this again.")
            for problem in refused.problems
        ]
        return [*found, _disk(data)]
    where = f"read from {settings.file}" if settings.file else "none given: the practice line with defaults"
    line, view = _line(settings, data)
    return [
        Finding("settings", True, where[0].upper() + where[1:] + "."),
        line,
        *_certificate(settings),
        _voice(settings, data),
        _sound(),
        _side(settings, view),
        _messages(settings),
        doctor_records.backups(settings, data, view, datetime.now(UTC)),
        doctor_records.log(settings),
        doctor_records.report(settings, view, mail=mail),
        _disk(data),
    ]


def _line(settings: Settings, data: Path) -> tuple[Finding, View | None]:
    """The line, and what a running engine shows, None without one."""
    try:
        with LinkClient(socket_path(data)) as client:
            reply = client.ask(Look())
    except NotRunning:
        return _line_without_engine(settings), None
    except NotAnswering:
        silent = Finding(
            "line",
            False,
            "The engine runs but does not answer.",
            "Wait a moment; if it stays so, open the window: it offers to start the engine again.",
        )
        return silent, None
    view = reply.view
    if not reply.ok:
        return Finding("line", False, reply.happened, reply.do), None
    if view is None:
        none = Finding("line", False, "The engine gave no answer.", "Stop it and start onemoment again.")
        return none, None
    return _line_of(view), view


def _line_of(view: View) -> Finding:
    if view.line.state is LineState.READY:
        kind = "practice line" if view.line.practice else "line"
        return Finding("line", True, f"The {kind} is ready at {view.line.address}.")
    happened, do = two_sentences(view.line.detail or f"The line is {view.line.state.value}")
    return Finding("line", False, happened, do or "Wait a moment and run this again.")


def _line_without_engine(settings: Settings) -> Finding:
    host, port = host_and_port(settings.phone.listen, 5060)
    kind = socket.SOCK_DGRAM if settings.phone.transport == "udp" else socket.SOCK_STREAM
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, kind) as probe:
        try:
            probe.bind((host, port))
        except OSError as error:
            return Finding(
                "line",
                False,
                f"Port {port} of {host} cannot be used: {error.strerror}.",
                "Stop the other program that uses it, or set phone.listen to another address.",
            )
    if settings.phone.registrar:
        name, _ = host_and_port(settings.phone.registrar, 5060)
        try:
            socket.getaddrinfo(name, None)
        except OSError:
            return Finding(
                "line",
                False,
                f"No address is known for the PBX {name}.",
                "Check phone.registrar in the settings, and this machine's network.",
            )
    return Finding("line", True, "The engine is not running; its port is free.")


def _voice(settings: Settings, data: Path) -> Finding:
    try:
        voices = voices_of(settings, data)
    except PromptError as wrong:
        return Finding("voice", False, str(wrong), "Put that prompt file right.")
    report = voices.report
    problems = " ".join(voices.prompts.problems)
    well = report.understood_on_phone and not problems
    return Finding("voice", well, f"{report.sentence} {problems}".strip(), report.what_to_do)


def _sound() -> Finding:
    found: list[str | None] = []
    # a daemon: a sound system that hangs (JACK, after a program was killed in it) must not keep us
    looking = threading.Thread(target=lambda: found.append(Loudspeaker().check()), daemon=True)
    looking.start()
    looking.join(SOUND_WAIT)
    if not found:
        return Finding(
            "sound",
            False,
            "The sound system of this computer does not answer.",
            "Restart the computer; calls are taken all the same, without a sound at the desk.",
        )
    problem = found[0]
    if problem is None:
        return Finding("sound", True, "A loudspeaker was found.")
    return Finding("sound", False, *two_sentences(problem))


def _certificate(settings: Settings) -> list[Finding]:
    """The PBX's certificate, of a line by TLS."""
    if settings.phone.transport != "tls":
        return []
    try:
        trust = asyncio.run(trust_of(phone_of(settings)))
    except NotTrusted as wrong:
        return [Finding("certificate", False, *two_sentences(str(wrong)))]
    except OSError as error:
        why = error.strerror or type(error).__name__
        what = f"The PBX shows no certificate: {why}."
        return [Finding("certificate", False, what, "Check phone.registrar, and that the PBX takes TLS.")]
    known = "by its fingerprint" if trust.only else "by an authority this machine knows"
    return [Finding("certificate", True, f"The PBX's certificate is known {known}.")]


def _side(settings: Settings, view: View | None) -> Finding:
    """What callers are spoken with by: one of headset and desk phone is enough."""
    desk_phone = settings.phone.desk_phone
    by_phone = f"Callers are spoken with by the desk phone, {desk_phone}."
    if view is not None:
        if view.side.used is SideKind.DESK_PHONE:
            return Finding("headset", True, by_phone)
        headset = view.side.headset
        problem, do = headset.problem, headset.do
    else:
        if side_of(settings) is SideKind.DESK_PHONE:
            return Finding("headset", True, by_phone)
        problem, do = _headset(settings)
    if not problem:
        return Finding("headset", True, "There are a microphone and a speaker to speak by.")
    if desk_phone:
        return Finding("headset", True, f"{problem} {by_phone}")
    return Finding("headset", False, problem, f"{do} For a desk phone set phone.desk_phone.")


def _headset(settings: Settings) -> tuple[str, str]:
    """What is wrong with the headset of the settings and what to do; empty when it is there."""
    try:
        devices = portaudio.shared.devices(anew=True)
    except SoundError as error:
        return error.problem, error.do
    wanted: dict[Way, str] = {
        "microphone": settings.headset.microphone,
        "speaker": settings.headset.speaker,
    }
    for way, name in wanted.items():
        if devices.find(name, way) is None:
            which = f"no {way} {name!r}" if name else f"no {way}"
            return f"This computer has {which}.", "Plug a headset in."
    return "", ""


def _messages(settings: Settings) -> Finding:
    if not settings.messages.transcribe:
        return Finding("messages", True, "Messages are not written down: the settings say so.")
    why = transcription.unavailable()
    if why:
        return Finding("messages", True, why)  # an extra: nothing is wrong without it
    return Finding("messages", True, "Messages are written down by a machine on this computer.")


def _disk(data: Path) -> Finding:
    place = next(p for p in (data, *data.resolve().parents) if p.exists())
    free = shutil.disk_usage(place).free
    if free < ROOM_WANTED:
        return Finding(
            "disk",
            False,
            f"Only {free // 1_000_000} MB are free where {data} is.",
            "Free some room, or choose another folder with --data.",
        )
    return Finding("disk", True, f"{free // 1_000_000_000} GB are free where {data} is.")
