"""A real sound server with sound cards that exist in memory only: PulseAudio with null sinks, in real time.

What is played on a card can be heard on its monitor, so `mouth` is a microphone that the test speaks into and
`ear` a speaker that it listens at. A card is unplugged by unloading it.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MICROPHONE, SPEAKER = "Test headset mic", "Test headset ear"
"""The devices' names as PortAudio lists them."""
OTHER = "Test headset mic 2"
"""A microphone with a similar name, always there."""
MOUTH = "Test mouth"
"""Plays to the microphone."""

_CARDS = {"mouth": 48_000, "ear": 48_000, "other": 48_000}


class Pulse:
    """The server; the program under test finds its devices by `ALSA_CONFIG_PATH` = `alsa`."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "native"
        self.alsa = folder / "alsa.conf"
        self._env = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
        }
        self._env.pop("PULSE_SERVER", None)
        devices = "".join(
            f'pcm."{name}" {{ type pulse server "unix:{self.socket}" device "{device}" }}\n'
            for name, device in (
                (MICROPHONE, "mouth.monitor"),
                (SPEAKER, "ear"),
                (OTHER, "other.monitor"),
                (MOUTH, "mouth"),
            )
        )
        self.alsa.write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type null }\nctl.!default { type null }\n" + devices
        )
        modules = [f"module-native-protocol-unix socket={self.socket} auth-anonymous=1"]
        modules += [f"module-null-sink sink_name={name} rate={rate}" for name, rate in _CARDS.items()]
        self.log = (folder / "pulse.log").open("w")
        self.process = subprocess.Popen(
            [
                *(("nice", "-n", "-10") if os.geteuid() == 0 else ()),  # others work here too
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("--disable-shm=yes", "--realtime=no", "--high-priority=no"),
                *(part for module in modules for part in ("-L", module)),
            ],
            env=self._env,
            stdout=self.log,
            stderr=self.log,
        )

    def wait(self) -> bool:
        """Until it answers; False when it ended instead."""
        for _ in range(200):
            if self.process.poll() is not None:
                return False
            if "mouth" in self.ask("list", "short", "sinks"):
                return True
            time.sleep(0.05)
        return False

    def ask(self, *words: str) -> str:
        """What pactl says."""
        command = ["pactl", "-s", f"unix:{self.socket}", *words]
        return subprocess.run(command, env=self._env, capture_output=True, text=True, timeout=20).stdout

    def unplug(self, card: str) -> None:
        """Take a card away from whoever uses it."""
        for line in self.ask("list", "short", "modules").splitlines():
            number, name, *arguments = line.split("\t")
            if name == "module-null-sink" and f"sink_name={card} " in f"{arguments[0]} ":
                self.ask("unload-module", number)

    def plug(self, card: str) -> None:
        """Have it back."""
        self.ask("load-module", "module-null-sink", f"sink_name={card}", f"rate={_CARDS[card]}")

    @contextmanager
    def say(self, pcm: bytes, rate: int, card: str = "mouth") -> Iterator[None]:
        """Speak into a card's microphone while this lasts."""
        command = ["pacat", "--playback", f"--server=unix:{self.socket}", f"--device={card}", "--raw"]
        command += ["--format=s16le", "--channels=1", f"--rate={rate}", "--latency-msec=20"]
        with tempfile.TemporaryFile() as file:
            file.write(pcm)
            file.seek(0)
            with subprocess.Popen(command, env=self._env, stdin=file) as process:
                try:
                    yield
                finally:
                    process.terminate()

    def hear(self, card: str = "ear", rate: int = 8000) -> subprocess.Popen[bytes]:
        """What is played on a card from now on, on the process's stdout; the caller ends it."""
        command = ["pacat", "--record", f"--server=unix:{self.socket}", f"--device={card}.monitor", "--raw"]
        command += ["--format=s16le", "--channels=1", f"--rate={rate}", "--latency-msec=20"]
        return subprocess.Popen(command, env=self._env, stdout=subprocess.PIPE)

    @contextmanager
    def listen(self, to: Path, card: str = "ear", rate: int = 16_000) -> Iterator[None]:
        """Write down what is played on a card while this lasts, as raw PCM."""
        command = ["pacat", "--record", f"--server=unix:{self.socket}", f"--device={card}.monitor", "--raw"]
        command += ["--format=s16le", "--channels=1", f"--rate={rate}", "--latency-msec=20"]
        with to.open("wb") as file, subprocess.Popen(command, env=self._env, stdout=file) as process:
            try:
                yield
            finally:
                process.terminate()

    def close(self) -> None:
        """End it."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


@contextmanager
def pulse(folder: Path) -> Iterator[Pulse]:
    """A server of the test's own; the test is skipped where there is none."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        pytest.skip("pulseaudio and pulseaudio-utils are not installed: script/setup test")
    if not any(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
        pytest.skip("libasound2-plugins is not installed: script/setup test")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    server = Pulse(folder)
    try:
        if not server.wait():
            pytest.skip("pulseaudio did not start here")
        yield server
    finally:
        server.close()
