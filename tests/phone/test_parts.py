"""The small parts without a call: door, collection, recording, registration's words, settings, logs,
tones."""

import asyncio
import ipaddress
import logging
import os
import resource
import signal
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from audio import dtmf
from audio.portaudio import moving_stderr
from audio.wav import read_wav
from config.settings import parse
from desk.channels import phone as channel
from desk.channels.phone import recording as recording_module
from desk.channels.phone.collection import Collection
from desk.channels.phone.door import PRACTICE_HEADER, Door
from desk.channels.phone.keys import Ear, InBandKeys
from desk.channels.phone.logs import LINES_A_MINUTE, QuietStack, StderrTap, scrubbed
from desk.channels.phone.prompts import Prompts
from desk.channels.phone.recording import Recording
from desk.channels.phone.registration import Attempts, outcome
from desk.channels.phone.settings import PhoneSettings, WrongSettings, checked, host_and_port
from desk.channels.phone.trace import Message
from desk.core.commands import Phrase
from desk.core.model import LineState
from desk.from_settings import phone_of
from tests.phone.fakecore import TestSounds, pitch


def invite(source: str, token: str = "") -> tuple[Message, ...]:
    headers: dict[str, tuple[str, ...]] = {PRACTICE_HEADER.lower(): (token,)} if token else {}
    return (Message(source, "INVITE", "1", headers),)


class TestDoor:
    def test_without_a_pbx_only_this_machine_calls(self) -> None:
        door = Door(PhoneSettings())
        assert door.may_call(invite("127.0.0.5"))
        assert not door.may_call(invite("192.168.1.5"))
        assert not door.may_call(invite("nonsense"))
        assert not door.may_call(())

    def test_networks_of_the_settings_call_and_are_trusted(self) -> None:
        door = Door(PhoneSettings(peers=("192.168.1.0/24", "2001:db8::/32")))
        assert door.may_call(invite("192.168.1.5"))
        assert door.may_call(invite("::ffff:192.168.1.5"))
        assert door.may_call(invite("2001:db8::7"))
        assert door.trusted(invite("192.168.1.5"))
        assert not door.may_call(invite("192.168.2.5"))
        assert not door.may_call(invite("127.0.0.1"))

    def test_with_a_pbx_only_the_pbx_calls(self) -> None:
        door = Door(PhoneSettings(registrar="pbx", user="6000"))
        assert not door.may_call(invite("10.0.0.1"))
        door.registrar = frozenset({ipaddress.ip_address("10.0.0.1")})
        assert door.may_call(invite("10.0.0.1"))
        assert door.trusted(invite("10.0.0.1"))
        assert not door.may_call(invite("127.0.0.1"))

    def test_beside_a_pbx_this_machine_calls_only_where_the_settings_say_so(self) -> None:
        pbx = '[phone]\nregistrar="10.0.0.1"\nuser="6000"\n'
        left, second = (Door(phone_of(parse(pbx + more, None))) for more in ("", 'peers=["10.0.0.2"]'))
        for door in (left, second):
            door.registrar = frozenset({ipaddress.ip_address("10.0.0.1")})
            assert door.trusted(invite("10.0.0.1"))
            assert not door.may_call(invite("127.0.0.1"))
            assert not door.trusted(invite("127.0.0.1"))
        assert not left.may_call(invite("10.0.0.2"))
        assert second.may_call(invite("10.0.0.2"))
        assert second.trusted(invite("10.0.0.2"))
        assert Door(phone_of(parse("", None))).may_call(invite("127.0.0.1"))

    def test_every_sender_of_a_call_must_be_allowed(self) -> None:
        door = Door(PhoneSettings(peers=("10.0.0.0/8",)))
        assert not door.may_call((*invite("10.0.0.1"), *invite("8.8.8.8")))

    def test_the_practice_word_lets_one_call_in_from_here_for_a_minute(self) -> None:
        now = 0.0
        door = Door(PhoneSettings(registrar="pbx", user="6000"), lambda: now)
        door.own = "192.168.1.2"
        token = door.practice_token()
        assert not door.may_call(invite("192.168.1.9", token))
        assert door.may_call(invite("127.0.0.1", token))
        assert not door.may_call(invite("127.0.0.1", token))
        assert door.may_call(invite("192.168.1.2", door.practice_token()))
        late = door.practice_token()
        now = 61.0
        assert not door.may_call(invite("127.0.0.1", late))


class TestCollection:
    def test_hash_ends(self) -> None:
        number = Collection(8)
        assert not any(number.press(key, 0) for key in "0207")
        assert number.press("#", 1)
        assert number.digits == "0207"

    def test_star_begins_again(self) -> None:
        number = Collection(8)
        for key in "999*12":
            number.press(key, 0)
        assert number.digits == "12"

    def test_a_pause_after_three_digits_ends_but_not_before(self) -> None:
        number = Collection(8)
        number.press("1", 0)
        number.press("2", 0)
        assert not number.over(7.9)
        number.press("3", 7)
        assert not number.over(12.9)
        assert number.over(13)

    def test_a_pause_in_a_plausible_number_is_shorter(self) -> None:
        number = Collection(8)
        for key in "0207946":
            number.press(key, 0)
        assert not number.over(3.9)
        assert number.over(4)

    def test_no_key_at_all_ends_after_the_wait(self) -> None:
        number = Collection(8)
        assert not number.over(100)  # the prompt is still being said
        number.listen(100)
        assert not number.over(107.9)
        assert number.over(108)

    def test_twenty_digits_are_enough(self) -> None:
        number = Collection(8)
        assert [number.press("1", 0) for _ in range(20)] == [False] * 19 + [True]


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file may grow over 40,000 bytes: the disk is as good as full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


class TestRecording:
    def test_silence_goes_and_the_file_is_private(self, tmp_path: Path) -> None:
        recording = Recording(tmp_path, "c1-1", 8000, 120, 0)
        said = bytes(16000) + pitch(440, 1.0, 8000) + bytes(32000)
        for at in range(0, len(said), 320):
            recording.add(said[at : at + 320], 8000)
        assert recording.finish() == pytest.approx(1.2, abs=0.05)
        assert read_wav(tmp_path / "c1-1.wav").seconds == pytest.approx(1.2, abs=0.05)
        assert stat.S_IMODE((tmp_path / "c1-1.wav").stat().st_mode) == 0o600

    def test_nothing_but_silence_is_nothing(self, tmp_path: Path) -> None:
        recording = Recording(tmp_path, "c1-1", 8000, 120, 0)
        recording.add(bytes(16000), 8000)
        assert recording.finish() == 0

    def test_the_longest_is_kept_to(self, tmp_path: Path) -> None:
        recording = Recording(tmp_path, "c1-1", 8000, 1.0, 5.0)
        assert recording.until == 6.0
        recording.add(pitch(440, 3.0, 8000), 8000)
        assert recording.finish() == pytest.approx(1.0, abs=0.01)

    def test_a_tone_that_ended_it_is_cut_off(self, tmp_path: Path) -> None:
        recording = Recording(tmp_path, "c1-1", 8000, 9, 0)
        recording.add(pitch(440, 1.0, 8000) + dtmf.tone("#", 100, 8000), 8000)
        assert recording.finish(0.12) == pytest.approx(0.98, abs=0.02)

    def test_another_rate_in_the_middle_plays_as_it_was_said(self, tmp_path: Path) -> None:
        recording = Recording(tmp_path, "c1-1", 8000, 9, 0)
        recording.add(pitch(440, 1.0, 8000), 8000)
        recording.add(pitch(440, 1.0, 16000), 16000)
        assert recording.finish() == pytest.approx(2.0, abs=0.02)

    @pytest.mark.usefixtures("small_files")
    def test_a_full_disk_keeps_what_was_written(self, tmp_path: Path) -> None:
        recording = Recording(tmp_path, "c1-1", 8000, 120, 0)
        for _ in range(100):
            recording.add(pitch(440, 0.1, 8000), 8000)
        assert recording.finish() == pytest.approx(2.4, abs=0.2)
        assert read_wav(tmp_path / "c1-1.wav").seconds == pytest.approx(2.4, abs=0.2)

    def test_the_last_of_the_disk_is_the_journals(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(recording_module, "LEFT_FREE", 1 << 60)
        with pytest.raises(OSError, match="No space left"):
            Recording(tmp_path, "c1-1", 8000, 9, 0)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["../x", "a/b", "", ".x", "x" * 200])
    def test_a_name_that_is_a_path_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ValueError, match="no file name"):
            Recording(tmp_path, name, 8000, 9, 0)


class TestRegistrationInWords:
    settings = PhoneSettings(registrar="pbx.example", user="6000", password="x")

    @pytest.mark.parametrize(
        ("status", "state", "words"),
        [
            (
                401,
                LineState.REFUSED,
                "The PBX refused the password for 6000. Check phone.password in the settings.",
            ),
            (403, LineState.REFUSED, "that nobody else is registered"),
            (404, LineState.REFUSED, "does not know 6000"),
            (423, LineState.REFUSED, "423"),
            (500, LineState.UNREACHABLE, "trouble of its own"),
            (503, LineState.UNREACHABLE, "pbx.example unreachable since 10:31"),
            (None, LineState.UNREACHABLE, "pbx.example unreachable since 10:31"),
        ],
    )
    def test_outcomes(self, status: int | None, state: LineState, words: str) -> None:
        said = outcome(self.settings, status, None, "10:31")
        assert said.state is state
        assert words in said.detail

    def test_the_back_off_doubles_to_a_minute_and_begins_anew(self) -> None:
        attempts = Attempts(lambda: "10:31")
        assert [attempts.failed()[0] for _ in range(9)] == [1, 2, 4, 8, 16, 32, 60, 60, 60]
        attempts.succeeded()
        assert attempts.failed() == (1, "10:31")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (PhoneSettings(listen="here"), "phone.listen is 'here'"),
        (PhoneSettings(listen="127.0.0.1:99999"), "phone.listen"),
        (PhoneSettings(transport="sctp"), "udp, tcp or tls"),
        (PhoneSettings(transport="tls"), "phone.registrar"),
        (PhoneSettings(peers=("office",)), "phone.peers has 'office'"),
        (PhoneSettings(registrar="pbx"), "phone.user is not"),
        (PhoneSettings(registrar="a b", user="6000"), "phone.registrar is"),
        (PhoneSettings(registrar="pbx", user="60;00"), "phone.user"),
        (PhoneSettings(registrar="pbx", user="6000", password='a"b'), "phone.password"),
    ],
)
def test_wrong_settings_say_what_would_be_right(settings: PhoneSettings, words: str) -> None:
    with pytest.raises(WrongSettings) as said:
        checked(settings)
    assert words in str(said.value)
    assert 'a"b' not in str(said.value)


def test_hosts_and_ports() -> None:
    assert host_and_port("pbx", 5060) == ("pbx", 5060)
    assert host_and_port("10.0.0.1:5070", 5060) == ("10.0.0.1", 5070)
    assert host_and_port("[::1]:5070", 5060) == ("::1", 5070)
    assert host_and_port("::1", 5060) == ("::1", 5060)


def test_logs_lose_numbers() -> None:
    text = scrubbed("call from sip:+442079460123@10.0.0.1 and <tel:+442079460123>, 6000 digits, 02079460123")
    assert "7946" not in text
    assert "10.0.0.1" in text
    assert "6000" in text


async def test_an_error_nobody_foresaw_is_logged_without_its_text(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(TestSounds):
        def ready(self, phrase: Phrase, rate: int) -> bytes | None:
            if phrase.name == "late":
                return None
            raise RuntimeError("+442079460123")

        def clip(self, phrase: Phrase, rate: int) -> bytes:
            raise KeyError("+442079460123")

    prompts = Prompts(Broken())
    try:
        at_once, later = prompts.clips((Phrase(name="long"), Phrase(name="late")), 8000)
        async with asyncio.timeout(5):
            while later.pcm is None:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    finally:
        prompts.close()
    assert (at_once.pcm, later.pcm) == (b"", b"")
    assert "RuntimeError in ready" in caplog.text
    assert "KeyError in clip" in caplog.text
    assert "7946" not in caplog.text


def test_no_log_has_the_text_of_an_error() -> None:
    for file in Path(channel.__file__).parent.glob("*.py"):
        text = file.read_text()
        assert "log.exception" not in text, file
        assert "exc_info" not in text, file


def test_the_tap_counts_garbage_and_passes_the_rest(tmp_path: Path) -> None:
    counted: list[int] = []
    saved = os.dup(2)
    with (tmp_path / "stderr").open("wb") as file:
        os.dup2(file.fileno(), 2)
        tap = StderrTap(lambda: counted.append(1))
        tap.open()
        os.write(2, b"sip: msg decode err: x\nhello\nsip: msg dec")
        os.write(2, b"ode err: y\nunhandled re")
        time.sleep(0.05)  # read in two parts
        os.write(2, b"quest from 192.0.2.1:5060: MESSAGE tel:+447700900123\nno line end")
        tap.close()
        os.write(2, b"!")
        os.dup2(saved, 2)
    os.close(saved)
    assert (tmp_path / "stderr").read_bytes() == b"hello\nno line end!"
    assert len(counted) == 3


def test_what_strangers_make_the_stack_say_does_not_fill_the_disk(caplog: pytest.LogCaptureFixture) -> None:
    said, at = logging.getLogger("baresip.native"), 1000.0

    def says(times: int) -> None:
        for n in range(times):
            record = said.makeRecord(said.name, logging.WARNING, "", 0, "no af %d", (n,), None)
            record.created = at
            said.handle(record)

    stack = QuietStack(logging.NullHandler())
    stack.open()
    try:
        says(LINES_A_MINUTE + 70)
        assert len(caplog.records) == LINES_A_MINUTE
        at += 60
        says(1)
        at -= 4000  # the clock was set
        says(1)
    finally:
        stack.close()
    left_out, *after = [record.getMessage() for record in caplog.records[LINES_A_MINUTE:]]
    assert left_out == "The SIP stack said 70 lines more than are kept of a minute."
    assert after == ["baresip.native: no af 0"] * 2


def test_the_tap_rests_when_another_file_took_its_place() -> None:
    """A sound system that starts puts fd 2 aside and back: the pipe is at its end, and not to be read again
    and again.
    """
    saved = os.dup(2)
    try:
        tap = StderrTap(lambda: None)
        tap.open()
        os.dup2(saved, 2)
        time.sleep(0.1)
        before = time.process_time()
        time.sleep(0.5)
        spent = time.process_time() - before
        tap.close()
    finally:
        os.dup2(saved, 2)
        os.close(saved)
    assert spent < 0.1  # of processor time, whatever else runs here: a thread that does not rest takes it all


def test_the_tap_waits_for_a_sound_system_that_starts(tmp_path: Path) -> None:
    """What PortAudio's start puts back in the place of fd 2 is what was there before the tap, not the tap."""
    counted: list[int] = []
    saved = os.dup(2)
    began = threading.Event()

    def starts() -> None:
        with moving_stderr:
            aside = os.dup(2)
            began.set()
            time.sleep(0.2)
            os.dup2(aside, 2)
            os.close(aside)

    thread = threading.Thread(target=starts)
    try:
        thread.start()
        assert began.wait(5)
        tap = StderrTap(lambda: counted.append(1))
        tap.open()
        thread.join()
        os.write(2, b"sip: msg decode err: x\n")
        tap.close()
    finally:
        os.dup2(saved, 2)
        os.close(saved)
    assert counted == [1]


class TestKeysInTheSound:
    @pytest.mark.parametrize("rate", [8000, 16000])
    @pytest.mark.parametrize("shift", [0, 37, 119])
    def test_every_key_is_heard_once(self, rate: int, shift: int) -> None:
        keys, ear, found = InBandKeys(), Ear(rate), ""
        sent = bytes(2 * shift)
        for key in "1234567890*#":
            sent += dtmf.tone(key, 80, rate) + bytes(rate * 2 // 10)
        for at in range(0, len(sent), rate // 25):
            found += keys.hear([(ear, sent[at : at + rate // 25])])[0]
        assert found == "1234567890*#"

    @pytest.mark.parametrize("offset", [-0.015, 0.015])
    @pytest.mark.parametrize("twist", [-3.0, 5.0])
    def test_tones_a_little_off_are_heard(self, offset: float, twist: float) -> None:
        keys, ear, found = InBandKeys(), Ear(8000), ""
        for key in "1590#":
            sent = dtmf.tone(key, 90, 8000, -16, twist, offset) + bytes(1600)
            for at in range(0, len(sent), 320):
                found += keys.hear([(ear, sent[at : at + 320])])[0]
        assert found == "1590#"

    def test_calls_do_not_hear_each_other(self) -> None:
        keys, ears = InBandKeys(), [Ear(8000) for _ in range(10)]
        found = [""] * 10
        rng = np.random.default_rng(1)
        noise = (rng.normal(size=4000) * 800).astype("<i2").tobytes()
        sent = [dtmf.tone(str(n), 100, 8000) + bytes(6400) if n % 2 else noise for n in range(10)]
        for at in range(0, 8000, 320):
            for n, pressed in enumerate(keys.hear([(ears[n], sent[n][at : at + 320]) for n in range(10)])):
                found[n] += pressed
        assert found == ["", "1", "", "3", "", "5", "", "7", "", "9"]
