"""SIPp as Debian packages it (3.6): makes one call by a scenario, with the sound files that come with it.

SIPp speaks and presses keys (RFC 4733, and its own recorded speech) but cannot keep what it hears: the media
address it offers is a socket of ours, which writes down each packet with its time.
"""

from __future__ import annotations

import re
import socket
import threading
import time
from datetime import datetime
from pathlib import Path

import numpy as np

from audio.wav import write_wav
from tests.peers.phone import Phone, PhoneError
from tests.peers.phone import missing as program_missing
from tests.ports import free_port

SOUNDS = Path("/usr/share/sip-tester")
SPEECH = SOUNDS / "g711a.pcap"
"""Seven seconds of somebody speaking, in A-law, which come with SIPp."""
SPEECH_SECONDS = 7.05


def missing() -> str | None:
    """Why there is no SIPp, in one sentence, or None."""
    if not SPEECH.exists():
        return "sipp is skipped: the Debian package sip-tester, with its sounds, is not installed."
    return program_missing("sipp", "sip-tester")


def wait(seconds: float) -> str:
    """A step: listen for a while."""
    return f'<pause milliseconds="{int(seconds * 1000)}"/>'


def keys(digits: str) -> str:
    """A step: press keys, as RFC 4733 events that were once recorded from a telephone."""
    named = {"#": "pound", "*": "star"}
    return wait(0.4).join(
        _play(SOUNDS / f"dtmf_2833_{named.get(key, key)}.pcap", f"keys {key}") for key in digits
    )


def speak() -> str:
    """A step: say something, which goes on while the next steps are done."""
    return _play(SPEECH, "speech")


def by_the_desk(within: float) -> str:
    """The last step: the desk ends the call."""
    return f'<recv request="BYE" timeout="{int(within * 1000)}"/>{_log("ended")}{_send(OK)}'


def _play(sound: Path, name: str) -> str:
    return f'<nop><action><log message="[timestamp] {name}"/><exec play_pcap_audio="{sound}"/></action></nop>'


def _log(what: str) -> str:
    return f'<nop><action><log message="[timestamp] {what}"/></action></nop>'


def _send(message: str, more: str = "") -> str:
    return f"<send{more}><![CDATA[\n\n{message}\n]]></send>"


def _request(
    method: str, cseq: str, to: str, uri: str = "sip:desk@[remote_ip]:[remote_port]", body: str = ""
) -> str:
    return f"""{method} {uri} SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: FROM;tag=[call_number]
To: <sip:desk@[remote_ip]:[remote_port]>{to}
Call-ID: [call_id]
CSeq: {cseq}
Max-Forwards: 70
Contact: <sip:sipp@[local_ip]:[local_port]>
{body or "Content-Length: 0"}
"""


OK = """SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0
"""
SDP = """Content-Type: application/sdp
Content-Length: [len]

v=0
o=sipp 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio EAR RTP/AVP 0 8 101
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
"""


class SippPhone(Phone):
    """One SIPp, which does its steps by itself. Its times are the wall clock's, told by the steady one."""

    def __init__(self, folder: Path, number: str | None = "+442079460000", name: str = "Mrs Sipp") -> None:
        super().__init__(folder)
        here = '"Anonymous" <sip:anonymous@anonymous.invalid>'
        self._from = f'"{name}" <sip:{number}@127.0.0.1>' if number else here
        self._ear = Ear()

    def call(
        self,
        address: str,
        *steps: str,
        code: int = 200,
        cancel_after: float | None = None,
        who: str = "desk",
        more: str = "",
        source: str = "127.0.0.1",
    ) -> None:
        """Ring the desk there, and once it answers with `code` do the steps and hang up.

        With `cancel_after` the call is given up after ringing so long. `who` is the user part that is called,
        `more` are further headers of the INVITE, `source` is where it comes from.
        """
        self._who, self._more = who, more
        (self.folder / "scenario.xml").write_text(self._scenario(steps, code, cancel_after))
        command = ["sipp", "-sf", "scenario.xml", "-i", source, "-p", str(free_port(ports=1)), "-m", "1"]
        command += [
            "-mi",
            "127.0.0.1",
            "-mp",
            str(free_port()),
            "-nostdin",
            "-timeout",
            "90",
            "-timeout_error",
        ]
        command += ["-trace_logs", "-log_file", "steps.log", "-trace_err", "-error_file", "errors.log"]
        command += ["-trace_msg", "-message_file", "messages.log", address]
        with (self.folder / "screen.log").open("wb") as screen:
            self._run(command, screen, TERM="dumb", TZ="UTC")
        threading.Thread(target=self._watch, name=str(self), daemon=True).start()

    def succeeded(self, within: float = 60) -> None:
        """Wait for the end; every step must have gone as written."""
        process = self._process
        assert process is not None
        code = process.wait(within)
        self.wait("gone", 2)
        if code != 0:
            raise PhoneError(f"{self}: SIPp ended with {code}\n{self.log}")

    def did(self, what: str) -> float:
        """When a step was begun: "keys 2", "speech"."""
        return self.wait(what, 0)

    @property
    def first_packet(self) -> float:
        """When the first sound packet came from the desk."""
        return self._ear.packets[0][0]

    @property
    def packets(self) -> list[float]:
        """When each sound packet came."""
        return [at for at, *_ in self._ear.packets]

    @property
    def heard(self) -> Path:
        path = self.folder / "heard.wav"
        if not self._ear.packets:
            raise PhoneError(f"{self} heard nothing\n{self.log}")
        write_wav(path, self._ear.sound(), 8000)
        return path

    @property
    def log(self) -> str:
        files = (self.folder / name for name in ("errors.log", "steps.log", "messages.log"))
        return "\n".join(file.read_text(errors="replace")[-1500:] for file in files if file.exists())

    @property
    def messages(self) -> str:
        """Every SIP message of the call."""
        return (self.folder / "messages.log").read_text(errors="replace")

    def close(self) -> None:
        super().close()
        self._ear.close()

    def _scenario(self, steps: tuple[str, ...], code: int, cancel_after: float | None) -> str:
        uri, peer = "[next_url]", "[peer_tag_param]"
        parts = [_send(_request("INVITE", "1 INVITE", "", body=SDP), ' retrans="500"')]
        if cancel_after is not None:
            parts += ['<recv response="100" optional="true"/>', '<recv response="180"/>', _log("ringing")]
            branch = "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch-N]"
            cancel = _request("CANCEL", "1 CANCEL", "")
            # a CANCEL and the ACK of a refusal carry the branch of the INVITE: so many messages before them
            cancel = re.sub(r"Via: .*", branch.replace("N", "5"), cancel)
            parts += [wait(cancel_after), _send(cancel), '<recv response="200"/>', '<recv response="487"/>']
            ack = re.sub(r"Via: .*", branch.replace("N", "8"), _request("ACK", "1 ACK", peer))
            parts += [_send(ack), _log("ended")]
        else:
            for ringing in (100, 180, 183):
                parts.append(f'<recv response="{ringing}" optional="true"/>')
            parts.append(f'<recv response="{code}" rtd="true" rrs="true"/>')
            if code == 200:
                parts += [_send(_request("ACK", "1 ACK", peer, uri)), _log("answered"), *steps]
                if not (steps and "BYE" in steps[-1]):
                    parts += [_send(_request("BYE", "2 BYE", peer, uri), ' retrans="500"')]
                    parts += ['<recv response="200"/>', _log("ended")]
            else:
                ack = _request("ACK", "1 ACK", peer)
                parts += [_send(re.sub(r"branch=\[branch\]", "branch=[branch-4]", ack)), _log("ended")]
        whole = "\n".join(parts).replace("FROM", self._from).replace("EAR", str(self._ear.port))
        whole = whole.replace("sip:desk@", f"sip:{self._who}@")
        if self._more:
            whole = whole.replace(
                "Content-Type: application/sdp", f"{self._more}\nContent-Type: application/sdp", 1
            )
        return f'<?xml version="1.0"?>\n<scenario name="caller">\n{whole}\n</scenario>\n'

    def _watch(self) -> None:
        """What SIPp writes down of its steps, as it does."""
        assert self._process is not None
        running, file, seen = self._process, self.folder / "steps.log", 0
        while True:
            last = running.poll() is not None
            lines = file.read_text(errors="replace").splitlines() if file.exists() else []
            for line in lines[seen:]:
                at, what = _stamped(line)
                with self._news:
                    self._said.append((at, what, line))
                    self._news.notify_all()
            seen = len(lines)
            if last:
                break
            time.sleep(0.02)
        self._note("gone")
        self._no_more()


def _stamped(line: str) -> tuple[float, str]:
    found = re.match(r"(\d{4}-\d\d-\d\d)[ T\t]+(\d\d:\d\d:\d\d\.\d+)\S*\s+(?:[\d.]+\s+)?(.*)", line)
    if found is None:
        raise PhoneError(f"SIPp wrote {line!r}")
    wall = datetime.fromisoformat(f"{found[1]}T{found[2]}+00:00").timestamp()
    return wall - time.time() + time.monotonic(), found[3].strip()


_CODE = ~np.arange(256).astype(np.int64) & 0xFF
_MU_LAW = np.where(_CODE & 0x80, -1, 1) * ((((_CODE & 0x0F) << 3) + 0x84 << (_CODE >> 4 & 7)) - 0x84)
"""ITU-T G.711: what each byte of mu-law stands for."""


class Ear:
    """Takes in RTP (RFC 3550) and keeps each packet of mu-law sound with its time."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            self._socket.bind(("127.0.0.1", 0))
        except OSError:
            self._socket.close()
            raise
        self.port = int(self._socket.getsockname()[1])
        self.packets: list[tuple[float, int, bytes]] = []
        threading.Thread(target=self._listen, name="ear", daemon=True).start()

    def sound(self) -> bytes:
        """All of it, each packet in its place by its time stamp."""
        first = self.packets[0][1]
        placed = [((stamp - first) % 2**32, payload) for _, stamp, payload in self.packets]
        placed = [(at, payload) for at, payload in placed if at < 8000 * 600]
        whole = np.zeros(max(at + len(payload) for at, payload in placed), dtype=np.int64)
        for at, payload in placed:
            whole[at : at + len(payload)] = _MU_LAW[np.frombuffer(payload, dtype=np.uint8)]
        return whole.astype("<i2").tobytes()

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()

    def _listen(self) -> None:
        while True:
            try:
                packet = self._socket.recv(2048)
            except OSError:
                return
            if len(packet) > 12 and packet[0] >> 6 == 2 and packet[1] & 0x7F == 0:
                start = 12 + 4 * (packet[0] & 0x0F)
                self.packets.append((time.monotonic(), int.from_bytes(packet[4:8]), packet[start:]))
