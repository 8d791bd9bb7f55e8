"""baresip as Debian packages it (1.0), without a sound card, driven by its control port."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
import time
from pathlib import Path

from audio.wav import read_wav, write_wav
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

CONFIG = """poll_method epoll
sip_listen 127.0.0.1:{sip}
call_max_calls 2
audio_source aufile,{folder}/{says}.wav
audio_alert none
audio_buffer 20-160
rtp_ports {rtp}-{rtp_end}
rtcp_mux no
jitter_buffer_delay 1-10
net_interface 127.0.0.1
module_path {modules}
module g711.so
module aufile.so
module sndfile.so
module_tmp uuid.so
module_tmp account.so
module_app contact.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:{control}
snd_path {folder}
redial_attempts 0
"""
EVENTS = {"CALL_RINGING": RINGING, "CALL_ESTABLISHED": ANSWERED, "CALL_CLOSED": ENDED}


def missing() -> str | None:
    """Why there is no baresip, in one sentence, or None."""
    return program_missing("baresip", "baresip-core")


class BaresipPhone(DrivenPhone):
    """One baresip. `number` None withholds the caller's number as RFC 3323 wants it.

    With `picks_up` it is a phone on a desk, which answers by itself; with a `registrar` one that registers
    there, its password after the number as everybody's in these tests. `says` is a pitch it speaks with.
    """

    def __init__(
        self,
        folder: Path,
        number: str | None = "+442079460000",
        name: str = "Mrs Okafor",
        *,
        picks_up: bool = False,
        registrar: str = "",
        says: int = 0,
    ) -> None:
        super().__init__(folder)
        self.sip = free_port()
        user = (
            f'"{name}" <sip:{number}@127.0.0.1>'
            if number
            else '"Anonymous" <sip:anonymous@anonymous.invalid>'
        )
        if registrar:
            user = f"<sip:{number}@{registrar}>;auth_pass=pw{number}"
        more = ";answermode=auto" if picks_up else ""
        at = 10 if registrar else 0
        (folder / "accounts").write_text(f"{user};regint={at};audio_codecs=pcmu,pcma{more}\n")
        (folder / "contacts").write_text("")
        write_silence(folder / "quiet.wav", 120)
        if says:
            write_tone(folder / "voice.wav", says, 120)
        modules = next(Path("/usr/lib").glob("**/baresip/modules/g711.so")).parent
        self._control = free_port()
        rtp = free_port(ports=21)
        config = CONFIG.format(
            sip=self.sip,
            folder=folder,
            says="voice" if says else "quiet",
            rtp=rtp,
            rtp_end=rtp + 20,
            control=self._control,
            modules=modules,
        )
        (folder / "config").write_text(config)
        self._log = folder / "baresip.log"
        with self._log.open("wb") as log:
            self._run(["baresip", "-4", "-f", str(folder)], log, LC_ALL="C.UTF-8")
        self._line = self._connect()
        threading.Thread(target=self._read, name=str(self), daemon=True).start()

    def call(self, address: str) -> None:
        self._command("dial", f"sip:desk@{address}")

    def press(self, key: str) -> float:
        self._command("sndcode", key)
        return time.monotonic()

    def speak(self, wav: Path) -> float:
        # the end of the file would be the end of the call: silence follows it
        said = self.folder / f"said-{wav.name}"
        write_wav(said, read_wav(wav).pcm + bytes(2 * 8000 * 120), 8000)
        self._command("ausrc", f"aufile,{said}")
        return time.monotonic()

    def hang_up(self) -> None:
        self._command("hangup")

    @property
    def heard(self) -> Path:
        found = sorted(self.folder.glob("dump-*-dec.wav"))
        if not found:
            raise PhoneError(f"{self} heard nothing\n{self.log[-1500:]}")
        return found[0]

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def _quit(self, process: subprocess.Popen[bytes]) -> None:
        self._command("hangup")
        self._command("quit")

    def close(self) -> None:
        super().close()
        self._line.close()

    def _connect(self) -> socket.socket:
        until = time.monotonic() + 10
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self._control))
            except OSError:
                if time.monotonic() > until:
                    super().close()
                    raise PhoneError(f"baresip did not start\n{self.log}") from None
                if self._process is not None and self._process.poll() is not None:
                    until = 0.0
                time.sleep(0.03)

    def _command(self, command: str, parameters: str = "") -> None:
        said = json.dumps({"command": command, "params": parameters}).encode()
        try:
            self._line.sendall(b"%d:%s," % (len(said), said))
        except OSError:
            self._no_more()

    def _read(self) -> None:
        waiting = b""
        try:
            while data := self._line.recv(65536):
                waiting += data
                while b":" in waiting:
                    size, _, rest = waiting.partition(b":")
                    if len(rest) <= int(size):
                        break
                    message, waiting = json.loads(rest[: int(size)]), rest[int(size) + 1 :]
                    if message.get("event") and (event := EVENTS.get(message["type"])):
                        self._note(event, message.get("param", ""))
        except OSError:
            pass
        self._no_more()
