"""linphone as Debian packages it (linphonec 5.1, 5.3), with files for a sound card, driven as a person types.

A line is typed once linphonec asks for one: Debian 13's is built without readline, and of the lines that come
while it is at another (a key takes it a second) it keeps the last only.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import threading
import time
from pathlib import Path

from tests.peers.phone import (
    ANSWERED,
    ENDED,
    RINGING,
    DrivenPhone,
    PhoneError,
    write_silence,
    write_tone,
)
from tests.peers.phone import missing as program_missing
from tests.ports import free_port

# linphone offers the address of the machine's way out, which may be IPv6: both halves are bound to loopback
CONFIG = """[sip]
sip_port={sip}
sip_tcp_port=0
sip_tls_port=0
bind_address=127.0.0.1
contact={contact}
guess_hostname=0
use_ipv6=0
media_encryption=none
use_rfc2833=1
use_info=0
[net]
mtu=1300
firewall_policy=1
nat_address=127.0.0.1
[rtp]
audio_rtp_port={rtp}
bind_address=127.0.0.1
audio_jitt_comp=20
[audio_codec_0]
mime=PCMU
rate=8000
channels=1
enabled=1
[sound]
echocancellation=0
[misc]
max_calls=1
"""
REGISTERS = """[proxy_0]
reg_proxy=<sip:{registrar}>
reg_identity=<sip:{number}@{registrar}>
reg_expires=10
reg_sendregister=1
[auth_info_0]
username={number}
passwd=pw{number}
"""
PROMPT = "linphonec> "
RINGS = "rings"
"""Somebody calls this phone."""
SAID = (
    (RINGS, re.compile(r"Receiving new incoming call")),
    (RINGING, re.compile(r"Call \d+ to \S+ ringing")),
    (ANSWERED, re.compile(r"Media streams established")),
    (ENDED, re.compile(r"Call \d+ with .+? (?:ended|error)(.*)")),
)


def missing() -> str | None:
    """Why there is no linphone, in one sentence, or None."""
    return program_missing("linphonec", "linphone-cli")


class LinphonePhone(DrivenPhone):
    """One linphonec. `number` None withholds the caller's number as RFC 3323 wants it.

    With a `registrar` it registers there, its password after the number as everybody's in these tests.
    `says` is a pitch it speaks with. It has one call at a time: whoever else rings is told 486.
    """

    def __init__(
        self,
        folder: Path,
        number: str | None = "+442079460000",
        name: str = "Mrs Lin",
        *,
        registrar: str = "",
        says: int = 0,
    ) -> None:
        super().__init__(folder)
        contact = (
            f'"{name}" <sip:{number}@127.0.0.1>'
            if number
            else '"Anonymous" <sip:anonymous@anonymous.invalid>'
        )
        config = CONFIG.format(sip=free_port(), rtp=free_port(), contact=contact)
        if registrar:
            config += REGISTERS.format(registrar=registrar, number=number)
        (folder / "rc").write_text(config, encoding="utf-8")
        for at in (".local/share/linphone", ".config/linphone"):
            (folder / at).mkdir(parents=True)
        write_silence(folder / "quiet.wav", 120)
        if says:
            write_tone(folder / "voice.wav", says, 120)
        self._record = folder / "heard.wav"
        self._text = ""
        self._asks = False
        process = self._run(["linphonec", "-c", "rc"], subprocess.PIPE, LC_ALL="C.UTF-8", TERM="dumb")
        assert process.stdin is not None
        self._keyboard = process.stdin
        threading.Thread(target=self._read, args=(process,), name=str(self), daemon=True).start()
        self._type("soundcard use files")
        self._type(f"play {folder}/{'voice' if says else 'quiet'}.wav")
        self.record("heard")

    def call(self, address: str) -> None:
        self.dial(f"desk@{address}")

    def dial(self, to: str) -> None:
        """Ring USER@HOST:PORT."""
        self._type(f"call sip:{to}")

    def pick_up(self) -> None:
        """Answer whoever rings."""
        self._type("answer")

    def press(self, key: str) -> float:
        self._type(key)
        return time.monotonic()

    def speak(self, wav: Path) -> float:
        self._type(f"play {wav}")
        return time.monotonic()

    def hang_up(self) -> None:
        """End the call; one that rings here is declined (603)."""
        self._type("terminate")

    def pause(self) -> None:
        """Put the desk on hold, by a re-INVITE."""
        self._type("pause")

    def resume(self) -> None:
        """Talk on with it."""
        self._type("resume")

    def record(self, name: str) -> None:
        """Keep the next call's sound under that name: `heard` is that from now on."""
        self._record = self.folder / f"{name}.wav"
        self._type(f"record {self._record}")

    @property
    def keys(self) -> str:
        """The keys that have come in so far."""
        return "".join(re.findall(r"Receiving tone (\S) from", self._text))

    @property
    def heard(self) -> Path:
        if not self._record.exists():
            raise PhoneError(f"{self} heard nothing\n{self.log[-1500:]}")
        return self._record

    @property
    def log(self) -> str:
        return self._text

    def _quit(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(PhoneError):  # one that is stuck is killed
            self._type("terminate")
            self._type("quit")

    def _type(self, line: str) -> None:
        with self._news:
            self._news.wait_for(lambda: self._asks or self._over, 10)
            if not self._asks:
                raise PhoneError(f"{self}: no prompt to type {line!r} at\n{self.log[-1500:]}")
            self._asks = False
        try:
            self._keyboard.write(line.encode() + b"\n")
            self._keyboard.flush()
        except OSError:
            self._no_more()

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        line, prompts = "", 0
        while data := os.read(process.stdout.fileno(), 65536):
            text = data.decode(errors="replace")
            self._text += text
            line += text
            *lines, line = line.split("\n")
            for whole in lines:
                for event, words in SAID:
                    if found := words.search(whole):
                        self._note(event, "".join(found.groups()))
            before, prompts = prompts, self._text.count(PROMPT)
            if prompts > before:
                with self._news:
                    self._asks = True
                    self._news.notify_all()
        process.stdout.close()
        self._no_more()
