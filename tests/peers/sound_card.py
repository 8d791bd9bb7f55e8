"""A headset for tests: a pulseaudio of its own whose devices exist in its memory only, in real time.

with SoundCard(folder) as card:
    Engine(folder, ...).start(env=card.environment)
    card.hum(523)                           # what the person says from now on
    card.heard()                            # what the person heard so far
    card.unplug(); card.plug()
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import numpy as np

from audio.wav import write_wav
from tests.peers.listening import Heard
from tests.peers.phone import PhoneError
from tests.peers.phone import missing as program_missing

RATE = 16000
EAR, MOUTH = "ear", "mouth"
"""The devices: what the person hears is played to one, what they say is recorded from the other's monitor."""
PLUGIN = "libasound_module_pcm_pulse.so"

SETTINGS = """</usr/share/alsa/alsa.conf>
pcm.headset {{ type asym
    playback.pcm {{ type pulse server "{server}" device "{ear}" }}
    capture.pcm {{ type pulse server "{server}" device "{mouth}.monitor" }}
}}
pcm.!default {{ type plug slave.pcm "headset" }}
ctl.!default {{ type pulse server "{server}" }}
"""


def missing() -> str | None:
    """Why there is no such headset, in one sentence, or None."""
    if not list(Path("/usr/lib").glob(f"**/alsa-lib/{PLUGIN}")):
        return "A headset is skipped: the Debian package libasound2-plugins is not installed."
    return program_missing("pulseaudio", "pulseaudio") or program_missing("parec", "pulseaudio-utils")


class SoundCard:
    """One, begun by `with`. Times are monotonic."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._socket = folder / "pulse.sock"
        self._server = f"unix:{self._socket}"
        self._home = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": self._server,
            "PULSE_COOKIE": str(folder / "cookie"),
        }
        alsa = folder / "asound.conf"
        alsa.write_text(SETTINGS.format(server=self._server, ear=EAR, mouth=MOUTH))
        self.environment = {
            "ALSA_CONFIG_PATH": str(alsa),
            "PULSE_SERVER": self._server,
            "PULSE_COOKIE": str(folder / "cookie"),
        }
        self._pulse: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None
        self._player: subprocess.Popen[bytes] | None = None
        self._modules: dict[str, str] = {}
        self._pitch = 0.0
        self.began = 0.0

    def __enter__(self) -> Self:
        with (self.folder / "pulse.log").open("wb") as log:
            self._pulse = subprocess.Popen(
                [
                    *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                    *("--disable-shm=yes", "--realtime=no", "--high-priority=no", "--log-target=stderr"),
                    *("-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._home,
            )
        until = time.monotonic() + 10
        while not self._socket.exists():
            if self._pulse.poll() is not None or time.monotonic() > until:
                self.close()
                raise PhoneError(f"pulseaudio did not start\n{(self.folder / 'pulse.log').read_text()}")
            time.sleep(0.02)
        try:
            self.plug()
        except BaseException:
            self.close()
            raise
        return self

    def plug(self) -> None:
        """The headset is there; what it hears is recorded anew from now on."""
        for name in (EAR, MOUTH):
            made = self._ctl(
                "load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=1"
            )
            self._modules[name] = made.strip()
        self._ctl("set-default-sink", EAR)
        self._ctl("set-default-source", f"{MOUTH}.monitor")
        raw = ["--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=20"]
        with (self.folder / "heard.raw").open("wb") as heard:
            self._recorder = subprocess.Popen(
                ["parec", "-d", f"{EAR}.monitor", *raw],
                stdout=heard,
                stderr=subprocess.DEVNULL,
                env=self._home,
            )
        self._player = subprocess.Popen(
            ["pacat", "-p", "-d", MOUTH, *raw],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._home,
        )
        assert self._player.stdin is not None
        threading.Thread(target=self._speak, args=(self._player.stdin,), name="mouth", daemon=True).start()
        until = time.monotonic() + 10  # a device of this kind begins with a pause of two seconds
        while not (self.folder / "heard.raw").stat().st_size:
            if time.monotonic() > until:
                raise PhoneError("the sound devices make no sound")
            time.sleep(0.02)
        self.began = time.monotonic()

    def unplug(self) -> None:
        """The headset is pulled out, whoever uses it."""
        for process in (self._recorder, self._player):
            _end(process)
        self._recorder = self._player = None
        for module in self._modules.values():
            self._ctl("unload-module", module)
        self._modules.clear()

    def hum(self, hertz: float) -> None:
        """The person says one pitch from now on; 0 is nothing."""
        self._pitch = hertz

    def heard_file(self) -> Path:
        """All that the person heard since the headset was plugged in."""
        wav = self.folder / "heard.wav"
        pcm = (self.folder / "heard.raw").read_bytes()
        write_wav(wav, pcm[: len(pcm) // 2 * 2], RATE)
        return wav

    def heard(self) -> Heard:
        """The same, to be listened to."""
        return Heard(self.heard_file())

    def just_heard(self, seconds: float = 1.0) -> Heard:
        """What the person heard in the last moments."""
        wav = self.folder / "just-heard.wav"
        pcm = (self.folder / "heard.raw").read_bytes()
        write_wav(wav, pcm[: len(pcm) // 2 * 2][-int(seconds * RATE) * 2 :], RATE)
        return Heard(wav)

    def close(self) -> None:
        """Give everything back."""
        for process in (self._recorder, self._player, self._pulse):
            _end(process)
        self._recorder = self._player = self._pulse = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ctl(self, *words: str) -> str:
        done = subprocess.run(["pactl", *words], capture_output=True, text=True, env=self._home, timeout=10)
        if done.returncode:
            raise PhoneError(f"pactl {' '.join(words)}: {done.stderr}")
        return done.stdout

    def _speak(self, mouth: IO[bytes]) -> None:
        """Sound for the microphone, a little ahead of the time it is said at."""
        began, said = time.monotonic(), 0
        phase, size = 0.0, RATE // 50
        with contextlib.suppress(OSError, ValueError):
            while True:
                ahead = said / RATE - (time.monotonic() - began)
                if ahead > 0.06:
                    time.sleep(ahead - 0.04)
                    continue
                step = 2 * np.pi * self._pitch / RATE
                wave = np.sin(phase + step * np.arange(size)) * (9000 if self._pitch else 0)
                phase = float((phase + step * size) % (2 * np.pi))
                mouth.write(wave.astype("<i2").tobytes())
                mouth.flush()
                said += size


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(3)
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
