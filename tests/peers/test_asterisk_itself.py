"""The Asterisk that the other tests call with: that it does what they count on."""

import re
import shutil
import socket
import subprocess
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.peers.asterisk import Asterisk, AsteriskUnavailableError, keys, play, tones, wait
from tests.ports import free_port

pytestmark = [
    pytest.mark.peers,
    pytest.mark.timeout(600),
    pytest.mark.skipif(Asterisk.missing() is not None, reason=str(Asterisk.missing())),
]
needs_sipp = pytest.mark.skipif(shutil.which("sipp") is None, reason="sipp is skipped: it is not installed.")


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


@contextmanager
def sipp(folder: Path, *arguments: str) -> Iterator[str]:
    """A sipp that waits for calls; gives its address, and leaves what it heard and said in messages.log."""
    port = free_port()
    command = [
        "sipp",
        "-i",
        "127.0.0.1",
        "-p",
        str(port),
        "-nostdin",
        "-trace_msg",
        "-message_file",
        "messages.log",
    ]
    with (folder / "screen").open("wb") as screen:
        process = subprocess.Popen(
            [*command, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=screen
        )
    try:
        yield f"sip:desk@127.0.0.1:{port}"
    finally:
        # asked to end, sipp first waits for the calls it has, and one whose ACK got lost stays for long
        process.kill()
        process.wait(10)


def answer_to(pbx: Asterisk, request: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as us:
        us.settimeout(5)
        us.bind(("127.0.0.1", 0))
        port = us.getsockname()[1]
        text = (
            f"{request} sip:echo@{pbx.address} SIP/2.0\r\n"
            f"Via: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bKx{port}\r\n"
            f"From: <sip:sipp@127.0.0.1>;tag=a\r\nTo: <sip:echo@{pbx.address}>\r\nCall-ID: {port}@test\r\n"
            f"CSeq: 1 {request}\r\nMax-Forwards: 70\r\nContact: <sip:sipp@127.0.0.1:{port}>\r\n"
            "Content-Length: 0\r\n\r\n"
        )
        us.sendto(text.encode(), (pbx.ip, pbx.sip_port))
        return us.recv(4096).decode().splitlines()[0]


def silence(wav: Path, seconds: int = 1) -> None:
    with wave.open(str(wav), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        file.writeframes(bytes(16000 * seconds))


def seconds_of(wav: Path) -> float:
    with wave.open(str(wav)) as file:
        return float(file.getnframes() / file.getframerate())


def test_it_answers_options(pbx: Asterisk) -> None:
    assert answer_to(pbx, "OPTIONS") == "SIP/2.0 200 OK"
    assert "Asterisk" in pbx.cli("core show version")


@needs_sipp
def test_a_robot_calls_presses_keys_and_hangs_up(pbx: Asterisk, tmp_path: Path) -> None:
    silence(tmp_path / "hello.wav")
    pbx.add_prompt("hello", tmp_path / "hello.wav")
    with sipp(tmp_path, "-sn", "uas", "-rtp_echo") as desk:
        robot = pbx.call(
            desk, wait(0.5), keys("25"), tones("9"), play("hello"), caller="Mrs Okafor <+442079460000>"
        )
        answered = robot.wait_answered(10)
        ended = robot.wait_ended(20)
    assert ended.dialled == "ANSWER"
    assert "200" in ended.said
    assert 2 < ended.at - answered < 6
    assert robot.wait_step(keys("25"), 0) >= answered + 0.4
    assert seconds_of(robot.heard) > 1
    assert seconds_of(robot.said) > 1
    invite = (tmp_path / "messages.log").read_text(errors="replace")
    assert re.search(r'^From: "Mrs Okafor" <sip:\+442079460000@', invite, re.MULTILINE)


@needs_sipp
def test_a_withheld_number_is_not_told(pbx: Asterisk, tmp_path: Path) -> None:
    with sipp(tmp_path, "-sn", "uas") as desk:
        pbx.call(desk, wait(0.2), caller=None).wait_ended(10)
    messages = (tmp_path / "messages.log").read_text(errors="replace")
    assert re.search(r'^From: "Anonymous" <sip:anonymous@anonymous\.invalid>', messages, re.MULTILINE)
    assert "5550100" not in messages


RINGS_ON = """<?xml version="1.0"?><scenario name="rings and is cancelled">
<recv request="INVITE"/>
<send><![CDATA[

SIP/2.0 180 Ringing
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port]>
Content-Length: 0

]]></send>
<recv request="CANCEL"/>
<send><![CDATA[

SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>
<send retrans="500"><![CDATA[

SIP/2.0 487 Request Terminated
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
CSeq: 1 INVITE
Content-Length: 0

]]></send>
<recv request="ACK"/>
</scenario>"""


def cancelled(folder: Path) -> str:
    """The CANCEL that the ringing sipp got."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        log = folder / "messages.log"
        if found := re.search(
            r"^CANCEL .*?\r?\n\r?\n", log.read_text() if log.exists() else "", re.MULTILINE | re.DOTALL
        ):
            return found[0]
        time.sleep(0.1)
    raise AssertionError("no CANCEL came")


@needs_sipp
@pytest.mark.parametrize("end", ["hangs up", "gives up", "answered elsewhere"])
def test_a_call_that_is_cancelled_while_it_rings(pbx: Asterisk, tmp_path: Path, end: str) -> None:
    (tmp_path / "rings.xml").write_text(RINGS_ON)
    with sipp(tmp_path, "-sf", "rings.xml") as desk:
        if end == "hangs up":
            robot = pbx.call(desk)
            time.sleep(0.5)
            robot.hang_up()
        elif end == "gives up":
            robot = pbx.call(desk, ring=1)
        else:
            robot = pbx.call(desk, wait(0.5), colleague_answers_after=0.7)
        ended = robot.wait_ended(10)
        reason = re.search(r"^Reason: .*$", cancelled(tmp_path), re.MULTILINE)
    assert (
        ended.dialled == {"hangs up": "CANCEL", "gives up": "NOANSWER", "answered elsewhere": "ANSWER"}[end]
    )
    assert bool(reason and "cause=200" in reason[0]) == (end == "answered elsewhere")


@needs_sipp
def test_a_prompt_is_played_to_who_dials_it(pbx: Asterisk, tmp_path: Path) -> None:
    silence(tmp_path / "quiet.wav", 5)
    pbx.add_prompt("quiet", tmp_path / "quiet.wav")
    calls = "-sn uac -s prompt-quiet -m 3 -r 10 -d 1000 -timeout 20".split()
    done = subprocess.run(
        ["sipp", "-i", "127.0.0.1", "-nostdin", *calls, pbx.address], cwd=tmp_path, capture_output=True
    )
    assert done.returncode == 0
    assert len(re.findall("Playing .*prompts/quiet", pbx.log)) == 3


def test_it_can_be_restarted_and_two_live_side_by_side(pbx: Asterisk) -> None:
    with Asterisk() as other:
        assert other.sip_port != pbx.sip_port
        before = other.pid
        other.restart(kill=True, forget=True)
        assert other.pid != before
        assert answer_to(other, "OPTIONS") == "SIP/2.0 200 OK"
        home = other.home
    assert not home.exists()
    assert answer_to(pbx, "OPTIONS") == "SIP/2.0 200 OK"
