from __future__ import annotations

import os
import shutil
import socket
import threading
from collections import namedtuple
from pathlib import Path

import pytest

from audio import portaudio
from audio.loudspeaker import Loudspeaker
from desk import doctor, pin
from desk.doctor import examine
from desk.doctor_records import Finding
from tests.ports import free_port
from tests.whole.programs import Engine


def finding(check: str, found: list[Finding]) -> Finding:
    return next(f for f in found if f.check == check)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "onemoment.toml"
    file.write_text(f'[phone]\nlisten = "127.0.0.1:{free_port()}"\n')
    return file


def test_each_finding_is_well_or_says_what_to_do(settings: Path, tmp_path: Path) -> None:
    found = examine(settings, tmp_path / "data")
    assert [f.check for f in found] == [
        "settings", "line", "voice", "sound", "headset", "messages", "backups", "log", "report", "disk",
    ]  # fmt: skip
    for one in found:
        assert one.what.rstrip()[-1] in ".!?"
        assert one.ok or one.do
    assert finding("line", found).what == "The engine is not running; its port is free."


def test_looking_leaves_no_trace(settings: Path, tmp_path: Path) -> None:
    examine(settings, tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_a_port_somebody_uses(tmp_path: Path) -> None:
    file = tmp_path / "onemoment.toml"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        file.write_text(f'[phone]\nlisten = "127.0.0.1:{port}"\n')
        line = finding("line", examine(file, tmp_path))
    assert not line.ok
    assert f"Port {port} of 127.0.0.1 cannot be used" in line.what
    assert "phone.listen" in line.do


def test_a_pbx_nobody_knows(tmp_path: Path) -> None:
    file = tmp_path / "onemoment.toml"
    file.write_text(
        f'[phone]\nlisten = "127.0.0.1:{free_port()}"\n'
        'registrar = "pbx.invalid"\nuser = "6000"\npassword = "x"\n'
    )
    line = finding("line", examine(file, tmp_path))
    assert not line.ok
    assert "pbx.invalid" in line.what


def test_all_that_is_wrong_in_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "onemoment.toml"
    file.write_text('[desk]\ncountry = "QQ"\n[policy]\nring_free = -1\n')
    found = examine(file, tmp_path)
    assert [(f.check, f.ok) for f in found] == [("settings", False), ("settings", False), ("disk", True)]
    assert all(str(file) in f.what for f in found[:2])


def test_a_disk_with_little_room(settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(10, 10, 3_000_000))
    disk = finding("disk", examine(settings, tmp_path / "not" / "yet" / "there"))
    assert not disk.ok
    assert disk.what.startswith("Only 3 MB are free")


def test_a_line_that_is_down_is_told_in_its_own_words(tmp_path: Path) -> None:
    engine = Engine(tmp_path)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", engine.port))
        engine.spawn()
        try:
            from tests.whole.programs import wait_for

            def said() -> bool:
                line = finding("line", examine(engine.settings, engine.data))
                return "Another program uses" in line.what and "phone.listen" in line.do and not line.ok

            wait_for(said, 10, "the line says that its port is taken", 0.2)
        finally:
            engine.end()


def test_a_sound_system_that_hangs_does_not_keep_doctor(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    monkeypatch.setattr(Loudspeaker, "check", lambda self: over.wait(10) and None)
    monkeypatch.setattr(doctor, "SOUND_WAIT", 0.1)
    sound = finding("sound", examine(settings, tmp_path))
    over.set()
    assert not sound.ok
    assert "does not answer" in sound.what


@pytest.mark.parametrize(
    ("more", "well", "says"),
    [
        ('[headset]\nmicrophone = "Nobody has this"', False, "no microphone 'Nobody has this'"),
        ('desk_phone = "sip:214@127.0.0.1"', True, "by the desk phone, sip:214"),
    ],
    ids=["a microphone that is not there", "a desk phone"],
)
def test_what_one_speaks_by(
    settings: Path, tmp_path: Path, more: str, well: bool, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portaudio, "shared", _NoSuchDevice())
    settings.write_text(f"{settings.read_text()}{more}\n")
    headset = finding("headset", examine(settings, tmp_path))
    assert headset.ok is well
    assert says in headset.what
    assert well or "phone.desk_phone" in headset.do


class _NoSuchDevice(portaudio.PortAudio):
    """A sound system without a device."""

    def devices(self, anew: bool = False) -> portaudio.Devices:
        return portaudio.Devices()


def test_a_certificate_nobody_shows(tmp_path: Path) -> None:
    file = tmp_path / "onemoment.toml"
    file.write_text(
        f'[phone]\nregistrar = "127.0.0.1:{free_port()}"\nuser = "6000"\npassword = "x"\ntransport = "tls"\n'
    )
    certificate = finding("certificate", examine(file, tmp_path))
    assert not certificate.ok
    assert "shows no certificate" in certificate.what
    assert "phone.registrar" in certificate.do


def test_a_line_that_is_ready(tmp_path: Path) -> None:
    engine = Engine(tmp_path)
    engine.start()
    try:
        line = finding("line", examine(engine.settings, engine.data))
    finally:
        engine.end()
    assert line == Finding("line", True, f"The practice line is ready at 127.0.0.1:{engine.port}.")


def test_the_records(tmp_path: Path) -> None:
    data = tmp_path / "data"

    def found(check: str, text: str, *, mail: bool = False) -> Finding:
        file = tmp_path / "records.toml"
        file.write_text(f'[desk]\ntime_zone = "UTC"\n[phone]\nlisten = "127.0.0.1:{free_port()}"\n{text}')
        file.chmod(0o644)
        return finding(check, examine(file, data, mail=mail))

    assert "closed" in found("log", "").what
    weak = found("log", '[supervisor]\npin = "1234"\n')
    assert (weak.ok, weak.do) == (False, "Choose other digits: onemoment pin")
    readable = found("log", '[supervisor]\npin = "271828"\n')
    assert not readable.ok
    assert "chmod 600" in readable.do
    assert found("log", f'[supervisor]\npin = "{pin.kept("271828")}"\n').ok

    assert found("backups", "").what == "There is nothing to back up yet."
    (data / "backups").mkdir(parents=True)
    (data / "onemoment.db").touch()
    assert "No backup has been made yet" in found("backups", "").what
    last = data / "backups" / "one-moment-20260101T030000Z.tar"
    last.touch()
    assert found("backups", "").ok
    os.utime(last, (1_760_000_000, 1_760_000_000))
    assert found("backups", "").what == "The last backup is of 2025-10-09 08:53."
    assert not found("backups", "").ok

    assert "no folder and no address" in found("report", "").what
    assert found("report", f'[report]\nfolder = "{tmp_path}/new"\n').ok
    assert not found("report", f'[report]\nfolder = "{tmp_path}/not/there"\n').ok
    server = f'smtp_host = "127.0.0.1"\nsmtp_port = {free_port()}\nsmtp_security = "none"\n'
    mailed = f'[report]\nmail_to = ["ana@example.org"]\nmail_from = "desk@example.org"\n{server}'
    assert (
        found("report", mailed).what == "The weekly report goes by mail to 1 address, each Monday at 07:00."
    )
    assert found("report", mailed, mail=True).what == "No mail server answers at that port."
